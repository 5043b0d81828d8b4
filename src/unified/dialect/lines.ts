/** A line of a source, without what its container puts before it. */
export interface Line {
  text: string;
  /** Which line of the source it is, counted from 0. */
  number: number;
  /** How many characters of that line stand before `text`. */
  column: number;
}

/** How many columns a tab goes on to: https://spec.commonmark.org/0.31.2/#tabs */
const tabSize = 4;

export const linesOf = (source: string): Line[] =>
  source.split(/\r\n?|\n/).map((text, number) => ({ text, number, column: 0 }));

export const isBlank = ({ text }: Line): boolean => !text.trim();

/** How many columns of white space a line begins with. */
export function indentOf({ text }: Line): number {
  let width = 0;
  for (const character of text) {
    if (character === ' ') width++;
    else if (character === '\t') width += tabSize - (width % tabSize);
    else return width;
  }
  return width;
}

/** A line without the white space that it begins with, up to so many columns of it. */
export function dedent(line: Line, columns: number): Line {
  let [width, length] = [0, 0];
  while (width < columns) {
    const character = line.text[length];
    if (character === ' ') width++;
    else if (character === '\t') width += tabSize - (width % tabSize);
    else break;
    length++;
  }
  // Of a tab that reaches further, the rest stays.
  const rest = ' '.repeat(Math.max(0, width - columns));
  return { text: rest + line.text.slice(length), number: line.number, column: line.column + length - rest.length };
}

/** A part of a line, from a place in its text on. */
export const restOf = ({ text, number, column }: Line, from: number, to?: number): Line => ({
  text: text.slice(from, to),
  number,
  column: column + from,
});

/** Lines without the white space that all of them begin with. */
export function dedentAll(lines: Line[]): Line[] {
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return Number.isFinite(shared) ? lines.map((line) => dedent(line, shared)) : lines;
}

/** Lines without blank ones at their end. */
export function trimEnd(lines: Line[]): Line[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(0, last + 1);
}
