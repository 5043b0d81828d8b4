import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { PagePool } from '../../dist/node/page-pool.js';

/** What a thread makes of a page is in the page's own hands here. */
const script = new URL('page-pool-thread.mjs', import.meta.url);

function poolOf(options, file = script) {
  const pool = new PagePool(file, { timeout: 60, ...options });
  after(() => pool.close());
  return pool;
}

/** What becomes of pages in a pool, each by its name. */
async function results(pages, options) {
  const pool = poolOf(options);
  return Promise.all(
    pages.map((page) =>
      pool.run(page).then(
        (result) => `${page}: ${result}`,
        ({ rule, message }) => `${page}: ${rule}: ${message}`,
      ),
    ),
  );
}

describe('A pool of pages', () => {
  it('gives each page its result, in one thread or in several', async () => {
    const pages = Array.from({ length: 40 }, (_, index) => `page ${index}`);
    const read = pages.map((page) => `${page}: read`);
    assert.deepEqual(await results(pages), read);
    assert.deepEqual(await results(pages, { pagesPerThread: 1 }), read);
  });

  for (const [name, page] of [
    ['never ends', 'spin'],
    ['is stuck in an expression', 'backtrack'],
    ['waits for ever', 'wait'],
  ]) {
    it(`gives up a page that ${name}, and reads the others`, async () => {
      const [before, stuck, ...after] = await results(['one', page, 'two', 'three'], { timeout: 1 });
      assert.deepEqual([before, ...after], ['one: read', 'two: read', 'three: read']);
      assert.match(stuck, /: timeout: This page takes longer than 1 second: split it, or allow more with --timeout/);
    });
  }

  it('gives up several such pages one after the other', async () => {
    const said = await results(['spin', 'spin', 'spin', 'one'], { timeout: 1 });
    assert.deepEqual(
      said.map((words) => words.split(':')[1]),
      [' timeout', ' timeout', ' timeout', ' read'],
    );
  });

  it('reads the others where a page needs more memory than there is', async () => {
    const [full, other] = await results(['fill', 'one'], { memory: 64 });
    assert.match(full, /limits: This page needs more than 64 MB of memory: split it/);
    assert.equal(other, 'one: read');
  });

  for (const [page, words] of [
    [
      'throw',
      /fault: This page meets a fault in deepdive-elements \(TypeError: no place\): please report it, with the page/,
    ],
    ['throw words', /fault: .*\(words\): please report/],
    ['recurse', /fault: .*\(RangeError: Maximum call stack/],
    ['exit', /fault: .*\(its thread ended with exit code 0\)/],
    ['throw later', /fault: .*\(Error: later\)/],
    ['reject later', /fault: .*\(Error: rejected\)/],
    ['answer what cannot be told', /fault: .*\(DataCloneError/],
  ]) {
    it(`tells a fault from a page, and reads the others: ${page}`, async () => {
      const [fault, ...others] = await results([page, 'one', 'two']);
      assert.match(fault, words);
      assert.deepEqual(others, ['one: read', 'two: read']);
    });
  }

  it('keeps the stack of what was thrown', async () => {
    const { thrown } = await poolOf()
      .run('throw')
      .catch((failure) => failure);
    assert.match(thrown.stack, /TypeError: no place\nin the page\n +at .*page-pool-thread\.mjs/);
  });

  it('starts another thread where an idle one has ended', async () => {
    const pool = poolOf();
    await pool.run('exit when idle');
    // Whether its end is known by now, only the machine knows.
    const next = await pool.run('one').catch(({ rule }) => rule);
    assert.match(next, /^(read|fault)$/);
    assert.equal(await pool.run('two'), 'read');
  });

  it('says of each page that the script of a thread fails', async () => {
    const pool = poolOf({}, new URL('none.mjs', import.meta.url));
    for (const page of ['one', 'two']) await assert.rejects(pool.run(page), { rule: 'fault', message: /none\.mjs/ });
  });

  it('ends while a page is read', async () => {
    const pool = poolOf();
    pool.run('spin').catch(() => {});
    await pool.close();
  });
});
