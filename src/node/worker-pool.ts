import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Does the same kind of task in as many workers as there are processor cores, each of which answers a message with one. */
export class WorkerPool<Task, Result> {
  #idle: Worker[] = [];
  #all = new Set<Worker>();
  #waiting: ((worker: Worker) => void)[] = [];

  /**
   * @param script what the workers run
   * @param most how many there are at the most; they start when there is something to do
   */
  constructor(
    readonly script: URL,
    readonly most = availableParallelism(),
  ) {}

  /** @throws what the worker dies of; the next task gets another */
  async run(task: Task): Promise<Result> {
    const worker = await this.#take();
    const stop = new AbortController();
    try {
      const died = once(worker, 'exit', { signal: stop.signal }).then(() => {
        throw new Error('The worker has ended.');
      });
      // Rejects with an `error` of the worker's.
      const answered = once(worker, 'message', { signal: stop.signal });
      worker.postMessage(task);
      const [result] = await Promise.race([answered, died]);
      this.#give(worker);
      return result;
    } catch (error) {
      this.#all.delete(worker);
      await worker.terminate();
      this.#give(undefined);
      throw error;
    } finally {
      stop.abort();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #take(): Worker | Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size < this.most) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #start(): Worker {
    // Trees are many small things that live shortly: with more room for those, a fifth less time goes into clearing up.
    const worker = new Worker(this.script, { resourceLimits: { maxYoungGenerationSizeMb: 64 } });
    this.#all.add(worker);
    return worker;
  }

  #give(worker: Worker | undefined): void {
    const next = this.#waiting.shift();
    if (next) next(worker ?? this.#start());
    else if (worker) this.#idle.push(worker);
  }
}
