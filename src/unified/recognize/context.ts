import type { Element, Nodes } from 'hast';
import type { VFile } from 'vfile';
import { levelOf, textOf } from '../hast.js';
import { placeOf } from '../places.js';

/** In characters; what is longer is no heading, and would be looked through for all that stands below it. */
const longestHeading = 500;

/** Where in a page a node stands. */
export class Context {
  readonly file: VFile;
  /** The section with a timeline. */
  #timed?: object;
  /** The headings that the node stands under, from the page's own down. */
  #path: { level: number; text: string }[];

  constructor(file: VFile, path: { level: number; text: string }[] = []) {
    this.file = file;
    this.#path = path;
  }

  /** Tells that a timeline is here, so that what begins with times further on in the section is another part of it. */
  beginTimeline(): void {
    this.#timed = this.#path;
  }

  /** Whether the section has a timeline already. */
  get isAfterTimeline(): boolean {
    return this.#timed === this.#path;
  }

  /** Goes on below a heading. */
  enter(heading: Element): void {
    const level = levelOf(heading);
    this.#path = [
      ...this.#path.filter((one) => one.level < level),
      { level, text: textOf(heading).slice(0, longestHeading) },
    ];
  }

  /** The heading that the node stands under; empty where there is none. */
  get heading(): string {
    return this.#path.at(-1)?.text ?? '';
  }

  /** Whether the section, or one that it is part of, is called so; by headings of a level and those below it. */
  isUnder(test: (heading: string) => boolean, highest = 1): boolean {
    return this.#path.some(({ level, text }) => level >= highest && test(text));
  }

  /** The name of a heading one level below the section. */
  get headingBelow(): string {
    return `h${Math.min(6, Math.max(2, (this.#path.at(-1)?.level ?? 1) + 1))}`;
  }

  /** The same place, for what is inside of a box with a heading of its own. */
  inside(title = ''): Context {
    const level = Number(this.headingBelow[1]);
    return new Context(
      this.file,
      title ? [...this.#path, { level, text: title.slice(0, longestHeading) }] : this.#path,
    );
  }

  /** Tells that something stays as it is. */
  unrecognized(words: string, node: Nodes): void {
    this.file.info(words, { place: placeOf(node), source: 'deepdive', ruleId: 'unrecognized' });
  }
}
