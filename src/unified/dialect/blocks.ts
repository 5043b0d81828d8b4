import { HtmlBlocks, isHtml, saysMarkdown } from './html-blocks.js';
import { dedent, dedentAll, indentOf, isBlank, type Line, linesOf, restOf, trimEnd } from './lines.js';
import { type Opening, openingOf } from './openings.js';
import { isDelimiterRow, mendTable } from './tables.js';

/** A block that CommonMark does not know. Its lines stand in the text between two marks with its number. */
export type Block = { from: Line; to: Line } & (
  | { type: 'admonition' | 'details' | 'tab' | 'container'; opening: Opening }
  | { type: 'element'; startTag: string; endTag: string }
  | { type: 'html'; value: string; columns?: number[] }
  | { type: 'snippet'; value: string }
  | { type: 'definitions' }
  | { type: 'term' }
  | { type: 'definition'; isLoose: boolean }
);

/** A source in which the blocks of the dialect are marked, so that CommonMark can be read in and around them. */
export interface Marked {
  lines: MarkedLine[];
  blocks: Block[];
  /** Which of the lines are headings that stand in nothing. */
  headings: number[];
  /** How many definitions of references that stand in boxes are repeated at the end. */
  repeated: number;
  /** Abbreviations and what they stand for. */
  abbreviations: Map<string, string>;
}

export interface MarkedLine {
  text: string;
  /** Which line of the source it is, counted from 0. */
  number: number;
  /** What to add to a column of this line to have that in the source. */
  shift: number;
}

/** Characters that no text has: https://www.unicode.org/faq/private_use#nonchar1 */
export const marks = { open: '\uFDD0', close: '\uFDD1', title: '\uFDD2', whole: '\uFDD3' };
const anyMark = /[\uFDD0-\uFDD3]/g;

const listItem = /^(\s*(?:[-*+]|\d{1,9}[.)]))(\s+)(?=\S)|^(\s*(?:[-*+]|\d{1,9}[.)]))\s*$/;
const abbreviation = /^\*\[([^\]]+)\]:\s*(.*)$/s;
const reference = /^\s{0,3}\[(?!\^)[^\]]+\]:\s*\S/;
const snippet = /^\s*(?:;?-{1,}8<-{1,})(?:\s+(?:"[^"]*"|'[^']*'|\S+))?\s*$/;
const definition = /^ {0,3}:[ \t]+(?=\S)/;
const attributes = /^\s*\{:?\s*[.#\w][^{}]*\}\s*$/;
/** In characters; what is longer is none, and would be looked for at every word. */
const longestAbbreviation = 100;
/** What is no paragraph, and so no term that a definition follows. */
const noTerm = /^\s*(#{1,6}\s|>|[-*+]\s|\d+[.)]\s|\||```|~~~|<(?!!--)|\uFDD0|\uFDD1)/;

/** Finds the blocks of the dialect in a source. Lines are gone through once for each level of nesting. */
export function mark(source: string): Marked {
  const marked: Marked = { lines: [], blocks: [], headings: [], repeated: 0, abbreviations: new Map() };
  const lines = linesOf(source.replace(anyMark, '\uFFFD'));
  const end = frontMatterEnd(lines);
  const scanner = new Scanner(marked);
  for (const line of lines.slice(0, end)) scanner.emit(line, '');
  scanner.scan(lines.slice(end), '');
  // A box is read after the page around it, which may refer to what is defined in it.
  for (const line of scanner.definitions.length ? [{ ...lines.at(-1)!, text: '' }, ...scanner.definitions] : [])
    scanner.emit(line, '');
  marked.repeated = scanner.definitions.length;
  return marked;
}

function frontMatterEnd([first, ...rest]: Line[]): number {
  if (!first || !/^---\s*$/.test(first.text)) return 0;
  return rest.findIndex(({ text }) => /^---\s*$/.test(text)) + 2 || 0;
}

/** Boxes in boxes. What is deeper stays as it is written: each level is gone through for itself. */
const deepest = 20;

class Scanner {
  readonly #marked: Marked;
  /** Definitions of references that stand in boxes. */
  readonly definitions: Line[] = [];
  #depth = -1;
  /** How many elements around say that they hold Markdown. */
  #reading = 0;

  constructor(marked: Marked) {
    this.#marked = marked;
  }

  emit({ text, number, column }: Line, prefix: string): void {
    this.#marked.lines.push({ text: prefix + text, number, shift: column - prefix.length });
  }

  /** Goes through the lines of one container. */
  scan(lines: Line[], prefix: string): void {
    const html = new HtmlBlocks(lines);
    const items: { indent: number; content: number }[] = [];
    let index = 0;
    let quiet = 0;
    this.#depth++;
    if (this.#depth > deepest) {
      for (const line of lines) this.emit(line, prefix);
      index = lines.length;
    }
    while (index < lines.length) {
      const line = lines[index]!;
      if (isBlank(line)) {
        this.emit(line, prefix);
        index++;
        continue;
      }
      const indent = indentOf(line);
      while (items.length && indent < Math.min(items.at(-1)!.content, items.at(-1)!.indent + 4)) items.pop();
      const base = items.at(-1)?.content ?? 0;
      // Four columns further in it is code.
      const isCode = indent - base >= 4 && (index === 0 || isBlank(lines[index - 1]!) || index === quiet);
      if (isCode) {
        this.emit(line, prefix);
        quiet = ++index;
        continue;
      }
      const inner = prefix + ' '.repeat(base);
      const next =
        this.#fence(lines, index, base, prefix) ??
        this.#opening(lines, index, inner) ??
        this.#quote(lines, index, prefix) ??
        this.#html(lines, index, inner, html, base) ??
        this.#definition(lines, index, inner) ??
        this.#table(lines, index, prefix) ??
        this.#single(line, inner);
      if (next !== undefined) {
        index = next === 'line' ? index + 1 : next;
        continue;
      }
      const [, marker, space, bare] = listItem.exec(line.text) ?? [];
      if (marker ?? bare)
        items.push({
          indent,
          content: indentOf({
            ...line,
            text: `${' '.repeat((marker ?? bare)!.length)}${!space || space.length > 4 ? ' ' : space}.`,
          }),
        });
      const isOutside = !this.#depth && !items.length;
      if (isOutside && /^ {0,3}#{1,6}(\s|$)/.test(line.text)) this.#marked.headings.push(this.#marked.lines.length);
      if (this.#depth && reference.test(line.text)) this.definitions.push(dedent(line, indent));
      this.emit(line, prefix);
      index++;
    }
    this.#depth--;
  }

  /** Code between fences is left alone. */
  #fence(lines: Line[], index: number, base: number, prefix: string): number | undefined {
    const [, item = '', mark, info = ''] =
      /^(?:(\s*(?:[-*+]|\d{1,9}[.)])\s+)|\s*)(`{3,}|~{3,})(.*)$/s.exec(lines[index]!.text) ?? [];
    if (!mark || (mark[0] === '`' && info.includes('`'))) return undefined;
    const content = item.length || base;
    let end = index + 1;
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      // It ends with the list that it is in; what is four columns further in is code, and no end.
      if (!isBlank(line) && indentOf(line) < content) break;
      if (closes(line, mark) && indentOf(line) - content < 4) {
        end++;
        break;
      }
    }
    for (const line of lines.slice(index, end)) this.emit(line, prefix);
    return end;
  }

  #opening(lines: Line[], index: number, prefix: string): number | undefined {
    const line = lines[index]!;
    const opening = openingOf(line);
    if (!opening) return undefined;
    const { body, end } =
      opening.type === 'container' ? fencedBody(lines, index, opening.colons!) : indentedBody(lines, index, opening);
    this.#block(
      { type: opening.type, opening, from: line, to: lines[end - 1]! },
      prefix,
      () => this.scan(body, prefix),
      opening.title,
    );
    return end;
  }

  /** A quote's lines without their marks, where something of the dialect is in them. */
  #quote(lines: Line[], index: number, prefix: string): number | undefined {
    const isQuoted = ({ text }: Line) => /^\s{0,3}>/.test(text);
    if (!isQuoted(lines[index]!)) return undefined;
    let end = index;
    while (end < lines.length && isQuoted(lines[end]!)) end++;
    const inner = lines.slice(index, end).map((line) => restOf(line, /^\s{0,3}> ?/.exec(line.text)![0].length));
    if (inner.some((line) => openingOf(line))) this.scan(inner, `${prefix}> `);
    else for (const line of lines.slice(index, end)) this.emit(line, prefix);
    return end;
  }

  /** @param base how far in the list item is that it stands in: that much of a line is the item's */
  #html(lines: Line[], index: number, prefix: string, html: HtmlBlocks, base: number): number | undefined {
    const line = lines[index]!;
    if (/^\s*<!--/.test(line.text)) {
      const found = html.commentEndFrom(index);
      if (found < 0) return undefined;
      for (const one of lines.slice(index, found + 1)) this.emit(one, prefix);
      return found + 1;
    }
    const block = html.startingAt(index);
    if (!block) return isHtml(line) ? this.#verbatim(lines, index, prefix) : undefined;
    const { startTag, endTag, content, rest, last, isMarkdown } = block;
    const place = { from: line, to: lines[last]! };
    if (isMarkdown) {
      const says = Number(saysMarkdown(startTag));
      this.#reading += says;
      this.#block({ type: 'element', startTag, endTag, ...place }, prefix, () => this.scan(dedentAll(content), prefix));
      this.#reading -= says;
    } else {
      const inside = content.map((one, at) => (at ? dedent(one, base) : one).text);
      const value = `${startTag}${inside.join('\n')}${endTag}`;
      const columns = lines.slice(index, last + 1).map((one) => one.column + indentOf(one));
      this.#whole({ type: 'html', value, ...(this.#reading && { columns }), ...place }, prefix);
    }
    if (rest.text.trim()) this.emit(rest, prefix);
    return last + 1;
  }

  /** HTML without an end goes on to the next blank line: https://spec.commonmark.org/0.31.2/#html-blocks */
  #verbatim(lines: Line[], index: number, prefix: string): number {
    const blank = findFrom(lines, index + 1, isBlank);
    const end = blank < 0 ? lines.length : blank;
    for (const line of lines.slice(index, end)) this.emit(line, prefix);
    return end;
  }

  /** https://python-markdown.github.io/extensions/definition_lists/ */
  #definition(lines: Line[], index: number, prefix: string): number | undefined {
    const line = lines[index]!;
    if (!definition.test(line.text)) return undefined;
    const { terms, isLoose } = this.#takeTerms(lines, index);
    const isMore = this.#marked.lines.at(-1)?.text.trimStart().startsWith(marks.close);
    if (!terms.length && !isMore) return undefined;
    const { body, end } = definitionBody(lines, index);
    const to = lines[end - 1]!;
    this.#block({ type: 'definitions', from: terms[0] ?? line, to }, prefix, () => {
      for (const term of terms)
        this.#block({ type: 'term', from: term, to: term }, prefix, () => {}, dedent(term, indentOf(term)));
      this.#block({ type: 'definition', isLoose, from: line, to }, prefix, () => this.scan(body, prefix));
    });
    return end;
  }

  /** Takes back the paragraph before a definition: its lines are the terms. */
  #takeTerms(lines: Line[], index: number): { terms: Line[]; isLoose: boolean } {
    const isLoose = index > 0 && isBlank(lines[index - 1]!);
    let first = isLoose ? index - 1 : index;
    const isTerm = (at: number) =>
      at >= 0 && !isBlank(lines[at]!) && !noTerm.test(lines[at]!.text) && !definition.test(lines[at]!.text);
    const last = first;
    while (isTerm(first - 1)) first--;
    const taken = lines.slice(first, last);
    if (!taken.length) return { terms: [], isLoose };
    // Only lines that have been passed on as they are can be taken back.
    const emitted = this.#marked.lines.slice(first - index);
    const isWhole = taken.every(
      ({ number, text }, at) => emitted[at]?.number === number && emitted[at].text.endsWith(text),
    );
    if (!isWhole) return { terms: [], isLoose };
    this.#marked.lines.length -= index - first;
    return { terms: taken, isLoose };
  }

  #table(lines: Line[], index: number, prefix: string): number | undefined {
    const [line, next] = [lines[index]!, lines[index + 1]];
    if (!next || !line.text.includes('|') || !isDelimiterRow(next.text)) return undefined;
    let end = index + 2;
    while (end < lines.length && !isBlank(lines[end]!) && lines[end]!.text.includes('|')) end++;
    const rows = lines.slice(index, end);
    for (const [at, text] of mendTable(rows.map((row) => row.text)).entries())
      this.emit({ ...rows[at]!, text }, prefix);
    // Attributes are no row.
    if (attributes.test(lines[end]?.text ?? '')) this.emit({ ...lines[end]!, text: '' }, prefix);
    return end;
  }

  #single(line: Line, prefix: string): 'line' | undefined {
    const [, short, long] = abbreviation.exec(line.text.trimStart()) ?? [];
    if (short && short.length <= longestAbbreviation) {
      this.#marked.abbreviations.set(short, long!.trim());
      this.emit({ ...line, text: '' }, prefix);
      return 'line';
    }
    if (snippet.test(line.text)) {
      this.#whole({ type: 'snippet', value: line.text.trim(), from: line, to: line }, prefix);
      return 'line';
    }
    return undefined;
  }

  #block(block: Block, prefix: string, content: () => void, title?: Line): void {
    const id = this.#marked.blocks.push(block) - 1;
    const before = `${marks.open}${id}`;
    if (title) this.emit(title, `${prefix}${before}${marks.title}`);
    else this.emit({ ...block.from, text: before }, prefix);
    content();
    this.emit({ ...block.to, text: `${marks.close}${id}` }, prefix);
  }

  #whole(block: Block, prefix: string): void {
    const id = this.#marked.blocks.push(block) - 1;
    this.emit({ ...block.from, text: `${marks.whole}${id}` }, prefix);
  }
}

interface Body {
  body: Line[];
  /** The line behind the body. */
  end: number;
}

/** What is further in than the line that opens it, by one column or more. */
function indentedBody(lines: Line[], index: number, { type }: Opening): Body {
  const outer = indentOf(lines[index]!);
  let end = index + 1;
  // Close below an admonition, and not further in: MkDocs would show an empty box, which nobody means.
  if (type !== 'tab' && !isFurther(lines[end], outer)) {
    while (end < lines.length && isLoose(lines[end]!, outer)) end++;
    if (
      end > index + 1 &&
      !isFurther(lines[end - 1], outer) &&
      !lines.slice(index + 1, end).some((line) => isFurther(line, outer))
    ) {
      return { body: lines.slice(index + 1, end), end };
    }
  }
  let width = 0;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const indent = indentOf(line);
    if (at >= end && (indent <= outer || isListBeside(line, lines[at - 1]!, indent - outer, width))) break;
    if (indent > outer) width ||= Math.min(indent - outer, 4);
    end = at + 1;
  }
  const body = lines.slice(index + 1, end).map((line) => dedent(line, indentOf(line) > outer ? outer + width : outer));
  return { body: trimEnd(body), end };
}

/** `findIndex` that begins in the middle; what stands before is not gone through again for every block. */
function findFrom(lines: Line[], start: number, test: (line: Line) => boolean): number {
  for (let index = start; index < lines.length; index++) if (test(lines[index]!)) return index;
  return -1;
}

/** Whether a line is a mark such as ` ``` `, or a longer one of the same characters, and nothing else. */
function closes({ text }: Line, mark: string): boolean {
  const written = text.trim();
  return written.startsWith(mark) && written === mark[0]!.repeat(written.length);
}

const isFurther = (line: Line | undefined, outer: number) =>
  line !== undefined && !isBlank(line) && indentOf(line) > outer;

/** A line that may belong to the box above it although it is not further in. */
const isLoose = (line: Line, outer: number) =>
  !isBlank(line) &&
  (indentOf(line) > outer || !(/^\s*(#{1,6}\s|<|```|~~~|-{3,}|\*{3,}|_{3,})/.test(line.text) || openingOf(line)));

/** A list that stands a little further in than everything, below a body that is further in by four. */
const isListBeside = (line: Line, before: Line, indent: number, width: number) =>
  width === 4 && indent < 3 && isBlank(before) && listItem.test(line.text);

function fencedBody(lines: Line[], index: number, colons: number): Body {
  const found = findFrom(lines, index + 1, (line) => closes(line, ':'.repeat(colons)));
  const end = found < 0 ? lines.length : found + 1;
  const outer = indentOf(lines[index]!);
  const body = lines.slice(index + 1, found < 0 ? end : found).map((line) => dedent(line, outer));
  // Docusaurus and VitePress know no code that is only indented.
  return { body: trimEnd(dedentAll(body)), end };
}

function definitionBody(lines: Line[], index: number): Body {
  const [mark] = definition.exec(lines[index]!.text)!;
  const body = [restOf(lines[index]!, mark.length)];
  let end = index + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const isNext = definition.test(line.text) || definition.test(lines[at + 1]?.text ?? '');
    const isLazy = at === end && !isNext && !noTerm.test(line.text);
    if (indentOf(line) < 2 && !isLazy) break;
    if (indentOf(line) < 2 && isBlank(lines[at - 1]!)) break;
    for (const blank of lines.slice(end, at)) body.push(blank);
    body.push(dedent(line, 4));
    end = at + 1;
  }
  return { body, end };
}
