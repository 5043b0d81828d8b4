import assert from 'node:assert/strict';
import { EventEmitter, on, once } from 'node:events';
import fs, { renameSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ChangeQueue, settled } from '../../dist/node/site/change-queue.js';
import { watchFiles } from '../../dist/node/site/watch.js';
import { useFolder } from './run-deepdive.mjs';

const { folder, write } = useFolder();

/** Watches a folder; each change, and each error, is an event. */
async function start(test, name, change = async () => {}) {
  const events = new EventEmitter();
  const errors = [];
  const watcher = await watchFiles(
    join(folder, name),
    join(folder, `${name}/out`),
    async (files) => {
      events.emit('change', [...files].sort());
      await change(files);
    },
    (error) => {
      errors.push(error.message);
      events.emit('told', error);
    },
  );
  test.after(() => watcher.close());
  return { events, errors, watcher };
}

describe('a queue of changes', () => {
  it('passes on all that has changed since, and never while that is worked on', async (test) => {
    test.mock.timers.enable({ apis: ['setTimeout'] });
    const calls = [];
    const errors = [];
    const queue = new ChangeQueue(
      (files) => new Promise((resolve, reject) => calls.push({ files: [...files], resolve, reject })),
      ({ message }) => errors.push(message),
    );
    const wait = () => test.mock.timers.tick(settled);
    const files = () => calls.map((call) => call.files);
    queue.add('a.md');
    queue.add('b.md');
    assert.deepEqual(files(), [], 'the last step of an editor is still to come');
    wait();
    queue.add('c.md');
    wait();
    queue.add('d.md');
    wait();
    assert.deepEqual(files(), [['a.md', 'b.md']]);
    calls[0].reject(new Error('First'));
    await setImmediate();
    assert.deepEqual(files().slice(1), [['c.md', 'd.md']]);
    calls[1].resolve();
    await setImmediate();
    queue.add('e.md');
    wait();
    assert.deepEqual(files().slice(2), [['e.md']]);
    queue.add('f.md');
    const closed = queue.close();
    calls[2].resolve();
    await closed;
    wait();
    assert.equal(calls.length, 3);
    assert.deepEqual(errors, ['First']);
  });
});

describe('a folder that is watched', () => {
  it('is watched on after a change that fails', async (test) => {
    write('a/page.md', 'One');
    let count = 0;
    const { events, errors } = await start(test, 'a', async () => {
      count++;
      if (count === 1) throw new Error('First');
      if (count === 2) throw new Error('Second');
    });
    for (const words of ['Two', 'Three', 'Four']) {
      const changed = once(events, 'change');
      write('a/page.md', words);
      assert.deepEqual(await changed, [['page.md']]);
    }
    assert.deepEqual(errors, ['First', 'Second']);
  });

  it('outlives what the system cannot watch', async (test) => {
    write('c/page.md', 'One');
    const watch = fs.watch;
    fs.watch = () => {
      throw Object.assign(new Error('EMFILE: too many open files, watch'), { code: 'EMFILE' });
    };
    syncBuiltinESMExports();
    test.after(() => {
      fs.watch = watch;
      syncBuiltinESMExports();
    });
    const { errors } = await start(test, 'c');
    assert.match(errors[0], /EMFILE/);
  });

  it('is watched again when it is back after its removal', async (test) => {
    write('d/sub/page.md', 'One');
    const { events, errors } = await start(test, 'd');
    /** Waits for a change of this file. */
    const changeOf = async (path) => {
      for await (const [files] of on(events, 'change')) if (files.includes(path)) return;
    };
    for (const isMoved of [false, true]) {
      const gone = changeOf('sub/page.md');
      if (isMoved) renameSync(join(folder, 'd'), join(folder, 'd-away'));
      else rmSync(join(folder, 'd'), { recursive: true });
      await gone;
      const back = changeOf('sub/page.md');
      if (isMoved) renameSync(join(folder, 'd-away'), join(folder, 'd'));
      else write('d/sub/page.md', 'Two');
      await back;
      const changed = changeOf('sub/page.md');
      write('d/sub/page.md', 'Three');
      await changed;
    }
    assert.deepEqual(errors, []);
  });

  it('waits for a change that is worked on when it ends', async (test) => {
    write('e/page.md', 'One');
    const gate = new EventEmitter();
    let isDone = false;
    const { events, watcher } = await start(test, 'e', async () => {
      await once(gate, 'open');
      isDone = true;
    });
    const changed = once(events, 'change');
    write('e/page.md', 'Two');
    await changed;
    const ended = watcher.close();
    gate.emit('open');
    await ended;
    assert.ok(isDone);
  });
});
