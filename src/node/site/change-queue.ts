/**
 * Editors save in several steps; milliseconds to wait for the last. Chokidar tells of no further change of a file for 50
 * milliseconds: what is read later has it all the same.
 */
export const settled = 60;

/** Passes changed files on: all that have changed since the last time, and never while that is still worked on. */
export class ChangeQueue {
  readonly #onChange: (files: Set<string>) => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #changed = new Set<string>();
  #running?: Promise<void>;
  #timer?: NodeJS.Timeout;

  constructor(onChange: (files: Set<string>) => Promise<void>, onError: (error: unknown) => void) {
    this.#onChange = onChange;
    this.#onError = onError;
  }

  add(file: string): void {
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running ??= this.#run();
    }, settled);
  }

  /** Passes nothing on any more, and waits for what is worked on. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#changed.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#changed.size) {
      const files = this.#changed;
      this.#changed = new Set();
      try {
        await this.#onChange(files);
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#running = undefined;
  }
}
