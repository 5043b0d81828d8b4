import { parentPort } from 'node:worker_threads';
import { thrownOf } from './page-pool.js';

/** What was thrown, as plain data. */
export interface Thrown {
  message: string;
  stack?: string;
}

/** What a thread tells the pool that it belongs to. */
export type Answer<Result> = { type: 'begun' } | { type: 'done'; result: Result } | { type: 'failed'; thrown: Thrown };

/** Has this thread answer what a `PagePool` asks, one page after the other. */
export function answerPages<Task, Result>(read: (task: Task) => Promise<Result>): void {
  const port = parentPort!;
  const tell = (answer: Answer<Result>) => port.postMessage(answer);
  port.on('message', async (task: Task) => {
    tell({ type: 'begun' });
    try {
      tell({ type: 'done', result: await read(task) });
    } catch (error) {
      tell({ type: 'failed', thrown: thrownOf(error) });
    }
  });
}
