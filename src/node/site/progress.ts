import { stderr } from 'node:process';

/** Tells how far long work is: in one line of a terminal, elsewhere in a line every ten seconds, so that logs stay short. */
export class Progress {
  readonly #words: string;
  readonly #total: number;
  #done = 0;
  #told = Date.now();
  #isShown = false;

  constructor(words: string, total: number) {
    this.#words = words;
    this.#total = total;
  }

  step(): void {
    this.#done++;
    const pause = stderr.isTTY ? 100 : 10_000;
    if (Date.now() - this.#told < pause || this.#done === this.#total) return;
    this.#told = Date.now();
    const line = `${this.#words}: ${this.#done} of ${this.#total}`;
    stderr.write(stderr.isTTY ? `\r${line}` : `${line}\n`);
    this.#isShown = true;
  }

  end(): void {
    // Clears the line: https://en.wikipedia.org/wiki/ANSI_escape_code#Control_Sequence_Introducer_commands
    if (stderr.isTTY && this.#isShown) stderr.write('\r\u001b[K');
  }
}
