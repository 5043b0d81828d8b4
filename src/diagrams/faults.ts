import { messageOf } from './message-of.js';

/** A source that Mermaid cannot draw: why, where, and how to mend it. */
export class DiagramError extends Error {
  override readonly name = 'DiagramError';

  constructor(
    message: string,
    /** Counted from 1; `undefined` where Mermaid names none. */
    readonly line?: number,
  ) {
    super(message);
  }
}

/** Mermaid's own limit; beyond it, it draws a picture that says so. */
const longest = 50_000;

/** @throws DiagramError where a source is longer than what Mermaid draws */
export function refuseTooLarge(source: string): void {
  if (source.length <= longest) return;
  const [is, most] = [source.length, longest].map((count) => count.toLocaleString('en'));
  throw new DiagramError(
    `It is too large: ${is} characters, and Mermaid draws ${most} at most. Split it into several.`,
  );
}

/**
 * Mermaid's message as a sentence with the fix: most sources that fail lack quotes around a label.
 * @param better the source with those quotes, where they are all that it lacks
 */
export function faultOf(error: unknown, source: string, better: string | undefined): DiagramError {
  const message = messageOf(error);
  // "Parse error on line 3:", the source around the place, a line that points there, and the tokens that were expected.
  const [, counted, excerpt = '', pointer = ''] =
    /^\w+ error on line (\d+)[:.][^\n]*\n(.*)\n(-*)\^/.exec(message) ?? [];
  if (/^Edge limit exceeded/.test(message)) {
    return new DiagramError('It has more connections than the 500 that Mermaid draws at most: split it into several.');
  }
  if (!counted) return new DiagramError(message.length > 300 ? `${message.slice(0, 300)}…` : message);
  const line = lineIn(source, Number(counted));
  // Lines are run together in it.
  const parts = [...excerpt.matchAll(/\S+(?: \S+)*/g)];
  const near = parts.findLast(({ index }) => index <= pointer.length)?.[0] ?? excerpt.trim();
  const place = `Line ${line} cannot be read, near “${near}”.`;
  const [, label] =
    /(?:(?<![->])--|==|-\.)[->]*\s*(?:\|[^|]*\|\s*)?"([^"]*)"\s*$/.exec(source.split('\n')[line - 1] ?? '') ?? [];
  const fix = better
    ? `In quotes it can: ${better.split('\n')[line - 1]?.trim()}`
    : label
      ? `A node has a name before its label: name["${label}"].`
      : 'If a label there holds brackets or quotes or starts with a slash, put it in double quotes: A["label (with brackets)"].';
  return new DiagramError(`${place} ${fix}`, line);
}

/** Mermaid counts lines without the front matter and the comments. */
function lineIn(source: string, counted: number): number {
  const [front = ''] = /^\s*---\n.*?\n---[^\n]*\n/s.exec(source) ?? [];
  const lines = source.split('\n');
  let left = counted;
  for (let at = front.split('\n').length - 1; at < lines.length; at++) {
    if (/^\s*%%(?!\{)/.test(lines[at]!)) continue;
    if (--left === 0) return at + 1;
  }
  return Math.min(counted, lines.length);
}

/** What a drawing does not show. */
export interface Notice {
  /** Read after its subject, the drawing. */
  message: string;
  /** Of the source, counted from 1; `undefined` where it cannot be found. */
  line?: number;
}

/** What was left out of a drawing because a browser would have fetched it, and what to do. */
export function noticeOf(leftOut: Iterable<string>, source: string): Notice {
  const values = [...leftOut].map((value) => /(?:url|src|image|image-set)\([^)]*\)?/i.exec(value)?.[0] ?? value);
  const [first, second, ...more] = new Set(values.map((value) => `“${short(value.replace(/["']/g, ''))}”`));
  const list = [first, second, more.length && `${more.length} more`].filter(Boolean).join(', ');
  const [address] = values.flatMap((value) => /(?<![^\s"'(),])[^\s"'(),/.]*[/.][^\s"'(),]*/.exec(value)?.[0] ?? []);
  const line = address ? source.split('\n').findIndex((text) => text.includes(address)) + 1 : 0;
  return {
    message: `leaves out what a browser would fetch: ${list}. Remove it from the source.`,
    ...(line && { line }),
  };
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
