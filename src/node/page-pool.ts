import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Thrown } from './page-thread.js';

/** Why there is no result for a page. */
export class PageFailure extends Error {
  override readonly name = 'PageFailure';
  /** `timeout` and `limits` are about the page, `fault` is about this library. */
  readonly rule: 'timeout' | 'limits' | 'fault';
  /** What was thrown, of a fault. */
  readonly thrown?: Thrown;

  constructor(rule: PageFailure['rule'], message: string, thrown?: Thrown) {
    super(message);
    this.rule = rule;
    this.thrown = thrown;
  }
}

export interface PagePoolOptions {
  /** Seconds that a page may take, counted from where a thread begins with it. */
  timeout: number;
  /** A thread takes longer to start than this many pages take. */
  pagesPerThread?: number;
  /** Megabytes that a page may need. */
  memory?: number;
}

interface Job<Task, Result> {
  task: Task;
  resolve: (result: Result) => void;
  reject: (failure: PageFailure) => void;
}

/** A thread, and what it is busy with. */
interface Reader<Task, Result> {
  thread: Worker;
  job?: Job<Task, Result>;
  timer?: NodeJS.Timeout;
}

/**
 * Has pages read in threads, on all cores as far as there is work for them. A page that never ends, or ends its thread, is
 * given up by itself, and the others go on in a thread of their own.
 *
 * Written here because pools that were tried do not notice a thread that exits (`tinypool`), or stop where one runs out of
 * memory (`workerpool`), and count the time that a page waits, or that a thread takes to start, as the page's.
 */
export class PagePool<Task, Result> {
  readonly #script: URL;
  readonly #options: Required<PagePoolOptions>;
  readonly #readers = new Set<Reader<Task, Result>>();
  readonly #waiting: Job<Task, Result>[] = [];

  /** @param script what a thread runs: see `answerPages` */
  constructor(script: URL, { timeout, pagesPerThread = 8, memory = 2048 }: PagePoolOptions) {
    this.#script = script;
    this.#options = { timeout, pagesPerThread, memory };
  }

  /** @throws PageFailure where there is no result */
  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    const readers = [...this.#readers];
    this.#readers.clear();
    this.#waiting.length = 0;
    for (const { timer } of readers) clearTimeout(timer);
    await Promise.all(readers.map(({ thread }) => thread.terminate()));
  }

  #next(): void {
    if (!this.#waiting.length) return;
    const idle = [...this.#readers].find(({ job }) => !job);
    const reader = idle ?? (this.#isShort() ? this.#start() : undefined);
    if (!reader) return;
    reader.job = this.#waiting.shift()!;
    reader.thread.postMessage(reader.job.task);
  }

  /** Whether another thread is worth its start. */
  #isShort(): boolean {
    const { size } = this.#readers;
    return size === 0 || (size < availableParallelism() && this.#waiting.length > size * this.#options.pagesPerThread);
  }

  #start(): Reader<Task, Result> {
    const thread = new Worker(this.#script, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.memory,
        // Trees are many small things that live shortly: with more room for those, less time goes into clearing up.
        maxYoungGenerationSizeMb: 64,
      },
    });
    const reader: Reader<Task, Result> = { thread };
    this.#readers.add(reader);
    thread.on('message', (answer: Answer<Result>) => this.#hear(reader, answer));
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#dismiss(reader, isFull ? tooLarge(this.#options.memory) : faultFrom(thrownOf(error)));
    });
    thread.on('exit', (code) =>
      this.#dismiss(reader, faultFrom({ message: `its thread ended with exit code ${code}` })),
    );
    return reader;
  }

  #hear(reader: Reader<Task, Result>, answer: Answer<Result>): void {
    const { job } = reader;
    if (!job || !this.#readers.has(reader)) return;
    if (answer.type === 'begun') {
      const { timeout } = this.#options;
      reader.timer = setTimeout(() => this.#dismiss(reader, tooLong(timeout)), timeout * 1000);
      return;
    }
    clearTimeout(reader.timer);
    reader.job = undefined;
    if (answer.type === 'done') job.resolve(answer.result);
    else job.reject(faultFrom(answer.thrown));
    this.#next();
  }

  /** Gives up a thread, and the page that it is busy with. */
  #dismiss(reader: Reader<Task, Result>, failure: PageFailure): void {
    if (!this.#readers.delete(reader)) return;
    clearTimeout(reader.timer);
    reader.job?.reject(failure);
    reader.thread.terminate();
    this.#next();
  }
}

/** What can be told of anything that was thrown. */
export function thrownOf(error: unknown): Thrown {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: `${error.name}: ${error.message}`, stack: error.stack };
}

/** A fault of this library. */
export const faultFrom = (thrown: Thrown) =>
  new PageFailure(
    'fault',
    `This page meets a fault in deepdive-elements (${thrown.message.split('\n', 1)[0]}): please report it, with the page.`,
    thrown,
  );

const tooLong = (seconds: number) =>
  new PageFailure(
    'timeout',
    `This page takes longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}: split it, or allow more with --timeout. If it is not long, please report it.`,
  );

const tooLarge = (megabytes: number) =>
  new PageFailure(
    'limits',
    `This page needs more than ${megabytes.toLocaleString('en')} MB of memory: split it. If it is not long, please report it.`,
  );
