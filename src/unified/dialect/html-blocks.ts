import { isBlank, type Line, restOf } from './lines.js';

/** An element that is written as HTML in Markdown, from its start tag to its end tag. */
export interface HtmlBlock {
  startTag: string;
  endTag: string;
  content: Line[];
  /** What stands behind the end tag in its line. */
  rest: Line;
  /** The line of the end tag, as an index into the lines that were searched. */
  last: number;
  /** Whether its content is Markdown, and not HTML alone. */
  isMarkdown: boolean;
}

interface Tag {
  name: string;
  text: string;
  line: number;
  from: number;
  to: Point;
}

/** Whether CommonMark takes a line, and what follows up to a blank one, for HTML. */
export const isHtml = ({ text }: Line): boolean => {
  const [, name = ''] = /^\s*<\/?([a-zA-Z][\w-]*)(?=[\s/>]|$)/.exec(text) ?? [];
  return name !== '' && (block.test(name) || alone.test(text));
};

interface Point {
  line: number;
  column: number;
}

/** What stands on lines of its own: CommonMark's list, and every custom element. */
const block =
  /^(address|article|aside|base(font)?|blockquote|body|caption|center|col(group)?|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame(set)?|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu(item)?|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul|[a-z]+-[\w-]*)$/i;
/** A tag that has a line to itself. */
const alone = /^\s*<\/?[a-zA-Z][\w-]*(?:\s[^<>]*)?>\s*$/;
const voids = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Where a blank line says nothing about what follows. */
const opaque = /^(pre|script|style|textarea|table|svg|math|iframe)$/i;
const tags = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/g;

/** Finds the elements in a run of lines; the lines are read once, whatever is asked. */
export class HtmlBlocks {
  readonly #lines: Line[];
  /** Not looked for again behind every comment that does not end. */
  readonly #lastCommentEnd: number;
  #ends?: Map<string, { start: Tag; end: Tag }>;

  constructor(lines: Line[]) {
    this.#lines = lines;
    this.#lastCommentEnd = lines.findLastIndex(({ text }) => text.includes('-->'));
  }

  /** The first line from one on in which a comment ends; -1 where none does. */
  commentEndFrom(index: number): number {
    if (index > this.#lastCommentEnd) return -1;
    let at = index;
    while (!this.#lines[at]!.text.includes('-->')) at++;
    return at;
  }

  /** The element that begins a line; `undefined` where none does, or where it has no end. */
  startingAt(index: number): HtmlBlock | undefined {
    const { text } = this.#lines[index]!;
    const [before, name = ''] = /^\s*<([a-zA-Z][\w-]*)/.exec(text) ?? [];
    if (before === undefined || !(block.test(name) || alone.test(text))) return undefined;
    this.#ends ??= this.#match();
    const pair = this.#ends.get(`${index}:${text.indexOf('<')}`);
    return pair && this.#describe(pair.start, pair.end);
  }

  /** Every start tag with its end tag. */
  #match(): Map<string, { start: Tag; end: Tag }> {
    const pairs = new Map<string, { start: Tag; end: Tag }>();
    const open = new Map<string, Tag[]>();
    for (const { isEnd, ...tag } of this.#tags()) {
      const waiting = open.get(tag.name) ?? [];
      open.set(tag.name, waiting);
      if (!isEnd) {
        waiting.push(tag);
        continue;
      }
      const start = waiting.pop();
      if (start) pairs.set(`${start.line}:${start.from}`, { start, end: tag });
    }
    return pairs;
  }

  *#tags(): Generator<Tag & { isEnd: boolean }> {
    const starts: number[] = [];
    let source = '';
    let fence = '';
    for (const { text } of this.#lines) {
      starts.push(source.length);
      const [, mark = ''] = /^\s*(`{3,}|~{3,})/.exec(text) ?? [];
      const isCode = fence !== '' || mark !== '';
      if (!fence) fence = mark;
      else if (mark.startsWith(fence) && text.trim() === mark) fence = '';
      // Code speaks of tags; it has none.
      source += `${isCode ? ' '.repeat(text.length) : text.replace(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/g, (code) => ' '.repeat(code.length))}\n`;
    }
    let line = 0;
    const pointOf = (offset: number): Point => {
      while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
      return { line, column: offset - starts[line]! };
    };
    for (const match of withoutComments(source).matchAll(tags)) {
      const [text, slash, name, , selfClosing] = match;
      if (!name || voids.test(name) || selfClosing) continue;
      const from = pointOf(match.index);
      const to = pointOf(match.index + text.length);
      yield { name: name.toLowerCase(), text, line: from.line, from: from.column, to, isEnd: slash === '/' };
    }
  }

  #describe(start: Tag, end: Tag): HtmlBlock {
    const lines = this.#lines.slice(start.to.line, end.line + 1);
    const content = lines.map((line, index) => {
      const from = index === 0 ? start.to.column : 0;
      return restOf(line, from, index === lines.length - 1 ? end.from : undefined);
    });
    return {
      startTag: start.text,
      endTag: end.text,
      content,
      rest: restOf(this.#lines[end.to.line]!, end.to.column),
      last: end.to.line,
      isMarkdown: isMarkdown(start, content),
    };
  }
}

/** Whether a start tag says that Markdown is in it: https://python-markdown.github.io/extensions/md_in_html/ */
export function saysMarkdown(startTag: string): boolean {
  const [attribute, value] = /\smarkdown(?=[\s=>/])(?:\s*=\s*["']?(\w*))?/i.exec(startTag) ?? [];
  return attribute !== undefined && value !== '0';
}

/** Whether what is in an element is meant as Markdown: where it says so, or where, as in CommonMark, more than HTML follows a blank line. */
function isMarkdown({ name, text }: Tag, content: Line[]): boolean {
  if (saysMarkdown(text)) return true;
  if (opaque.test(name)) return false;
  return content.some((line, index) => index > 0 && isBlank(content[index - 1]!) && /^\s*[^\s<]/.test(line.text));
}

/** The same text with spaces for comments. One that does not end is none, and nor are those behind it. */
function withoutComments(source: string): string {
  let result = '';
  let at = 0;
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', at)) {
    const end = source.indexOf('-->', start + 4);
    if (end < 0) break;
    result += source.slice(at, start) + ' '.repeat(end + 3 - start);
    at = end + 3;
  }
  return result + source.slice(at);
}
