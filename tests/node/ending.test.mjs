import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DrawingBrowser } from '../../dist/node/drawing-browser.js';
import { PagePool } from '../../dist/node/page-pool.js';
import { Builders } from '../../dist/node/site/builders.js';
import { ChangeQueue, settled } from '../../dist/node/site/change-queue.js';
import { Site } from '../../dist/node/site/site.js';
import { watchSite } from '../../dist/node/watch-command.js';

const folder = mkdtempSync(join(tmpdir(), 'deepdive-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const folderFor = (name) => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};

/** Notes the timers of one delay, and runs none of them: they are run by hand. */
function holdTimers(test, delay) {
  const running = new Map();
  const { setTimeout, clearTimeout } = globalThis;
  globalThis.setTimeout = (action, ms, ...rest) => {
    if (ms !== delay) return setTimeout(action, ms, ...rest);
    const timer = { action: () => action(...rest) };
    running.set(timer, timer.action);
    return timer;
  };
  globalThis.clearTimeout = (timer) => running.delete(timer) || clearTimeout(timer);
  test.after(() => Object.assign(globalThis, { setTimeout, clearTimeout }));
  return {
    count: () => running.size,
    async run() {
      const actions = [...running.values()];
      running.clear();
      for (const action of actions) await action();
    },
  };
}

describe('what ends', { timeout: 120_000 }, () => {
  it('a change is waited for anew after each that follows it, and not once nothing is watched', async (test) => {
    const timers = holdTimers(test, settled);
    const told = [];
    const queue = new ChangeQueue(async (files) => told.push(...files), assert.ifError);
    queue.add('a.md');
    queue.add('b.md');
    assert.equal(timers.count(), 1);
    await timers.run();
    assert.deepEqual(told, ['a.md', 'b.md']);
    queue.add('c.md');
    await queue.close();
    assert.equal(timers.count(), 0);
  });

  describe('a page that is read in a thread', () => {
    const open = (test) => {
      const pool = new PagePool(new URL('../unified/page-pool-thread.mjs', import.meta.url), { timeout: 54 });
      test.after(() => pool.close());
      return pool;
    };

    it('has no limit of time any more once it is read', async (test) => {
      const timers = holdTimers(test, 54_000);
      assert.equal(await open(test).run('one'), 'read');
      assert.equal(timers.count(), 0);
    });

    it('has none once its thread has failed', async (test) => {
      const timers = holdTimers(test, 54_000);
      await assert.rejects(open(test).run('throw later'));
      assert.equal(timers.count(), 0);
    });

    it('has none once the command ends', async (test) => {
      const timers = holdTimers(test, 54_000);
      const pool = open(test);
      pool.run('wait').catch(() => {});
      while (!timers.count()) await new Promise(setImmediate);
      await pool.close();
      assert.equal(timers.count(), 0);
    });
  });

  it('a site that is watched is made searchable once for many changes, not after it has ended, and listens to no signal', async (test) => {
    const [source, out] = [folderFor('watched'), folderFor('watched-out')];
    const timers = holdTimers(test, 2000);
    const signals = () => ['SIGINT', 'SIGTERM'].map((name) => process.listenerCount(name));
    const before = signals();
    const report = { pages: {}, changed: ['a.html'], notes: [], faults: [] };
    const site = { builds: 0, searches: 0, waiting: [] };
    site.build = async () => {
      site.builds++;
      return report;
    };
    site.buildSearch = async () => {
      site.searches++;
      return true;
    };
    site.warm = async () => site.isWarm();
    const isServed = new Promise((resolve) => {
      site.isWarm = resolve;
    });
    test.mock.method(console, 'log', () => {});
    test.mock.method(console, 'error', () => {});
    const ended = watchSite(site, source, out);
    test.after(() => process.emit('SIGTERM'));
    await isServed;
    assert.equal(site.searches, 1);
    for (const name of ['a.md', 'b.md']) {
      const builds = site.builds;
      writeFileSync(join(source, name), '# Words\n');
      while (site.builds === builds) await new Promise(setImmediate);
      await new Promise(setImmediate);
    }
    assert.equal(timers.count(), 1);
    process.emit('SIGTERM');
    assert.equal(await ended, 0);
    assert.equal(timers.count(), 0);
    assert.deepEqual(signals(), before);
  });

  it('a site that is closed makes nothing searchable any more', async (test) => {
    const [source, out] = [folderFor('closed'), folderFor('closed-out')];
    writeFileSync(join(source, 'a.md'), '---\ntitle: A\ndomain: payments\n---\n# A\n\nWords.\n');
    const builders = new Builders(60);
    test.after(() => builders.close());
    const site = new Site({ source, out, mode: 'copy', trust: false, home: 'Home' }, 'key', builders);
    const report = await site.build();
    const searched = site.buildSearch(report);
    await site.close();
    await searched;
    assert.equal(existsSync(join(out, 'pagefind')), false);
  });

  it('a drawing that is there waits for nothing', async (test) => {
    const timers = holdTimers(test, 54_321);
    const browser = new DrawingBrowser({ timeout: 54_321 });
    test.after(() => browser.close());
    const drawing = browser.draw({ source: 'graph LR; A-->B', layout: 'dagre', repair: false });
    const { svg } = await drawing;
    assert.match(svg, /^<svg/);
    assert.equal(timers.count(), 0);
  });
});
