import { setTimeout as pause } from 'node:timers/promises';
import { answerPages } from '../../dist/node/page-thread.js';

const forever = () => new Promise(() => setInterval(() => {}, 1000));

/** What each page does instead of being read. */
const deeds = {
  spin() {
    for (;;);
  },
  backtrack: () => /^(a+)+$/.test(`${'a'.repeat(50)}!`),
  wait: forever,
  fill() {
    const all = [];
    for (;;) all.push(new Array(1e5).fill(all.length));
  },
  throw() {
    throw new TypeError('no place\nin the page');
  },
  'throw words'() {
    throw 'words';
  },
  recurse() {
    return 1 + deeds.recurse();
  },
  exit: () => process.exit(0),
  'exit when idle'() {
    setImmediate(() => process.exit(0));
    return 'read';
  },
  'throw later'() {
    setImmediate(() => {
      throw new Error('later');
    });
    return forever();
  },
  'reject later'() {
    Promise.reject(new Error('rejected'));
    return forever();
  },
  'answer what cannot be told': () => () => {},
};

answerPages(async (page) => deeds[page]?.() ?? (await pause(0, 'read')));
