import { isSafeUrl } from '../internal/urls.js';

/** The HTML that stands on lines of its own, as a selector. */
export const blockNames =
  'address, article, aside, blockquote, body, caption, dd, details, dialog, div, dl, dt, fieldset, figcaption, figure, ' +
  'footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, li, main, nav, ol, p, pre, search, section, summary, ' +
  'table, tbody, td, tfoot, th, thead, tr, ul';

/** What no reader sees (a tab that is not chosen is only a press away), and the outline, which says headings twice. */
const unread =
  'head, script, style, template, noscript, dialog:not([open]), page-outline, svg[aria-hidden="true"], ' +
  '[hidden]:not([hidden="until-found"])';

export const isElement = (node: Node): node is HTMLElement => node.nodeType === Node.ELEMENT_NODE;
export const isRead = (node: Node): boolean =>
  isElement(node) ? !node.matches(unread) : node.nodeType === Node.TEXT_NODE;

/** Markdown's signs for what stands in a line. */
const signs: Record<string, string> = { 'strong, b': '**', 'em, i, cite, dfn, var': '_', 'del, s': '~~' };
const signed = Object.keys(signs).join();
const codes = 'code, samp, tt';
/** What Markdown has no sign for and GitHub leaves as HTML. */
const kept = 'kbd, sub, sup, ins, mark, q';

/** The content of nodes as Markdown, with nothing escaped that only counts at the start of a line. Breaks only for `<br>`. */
export function inline(nodes: Iterable<Node>): string {
  return trimmed(append('', nodes)).words;
}

/** Words, and the white space and breaks around them. */
function trimmed(line: string): { lead: string; words: string; tail: string } {
  const [lead] = /^(?:\s|\\\n)*/.exec(line)!;
  let end = line.length;
  while (end > lead.length && /\s/.test(line[end - 1]!)) end -= line.slice(end - 2, end) === '\\\n' ? 2 : 1;
  return { lead, words: line.slice(lead.length, end), tail: line.slice(Math.max(end, lead.length)) };
}

/** Elements in each other; one that is deeper is its text. To write it as what it is would overflow the stack. */
const deepest = 200;
let depth = 0;

/** What `write` says of an element, or where that stands too deep, `tell`. */
export function within<Written>(write: () => Written, tell: () => Written): Written {
  if (depth === deepest) return tell();
  depth++;
  try {
    return write();
  } finally {
    depth--;
  }
}

function append(line: string, nodes: Iterable<Node>): string {
  let out = line;
  for (const node of nodes) {
    if (!isRead(node)) continue;
    out = isElement(node) ? appendIfShallow(out, node) : appendText(out, node as Text);
  }
  return out;
}

const collapse = (text: string) => text.replace(/[ \t\n\f\r]+/g, ' ');

function withoutSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  return line.slice(0, end);
}

/** Words after a line, with no second space between. */
const after = (line: string, words: string) => (' \n'.includes(line.at(-1) ?? '') ? words.replace(/^ +/, '') : words);

function appendText(line: string, { data, parentElement }: Text): string {
  return line + escapeText(after(line, collapse(data)), line.at(-1), Boolean(parentElement?.closest('a')));
}

const appendIfShallow = (line: string, node: HTMLElement): string =>
  within(
    () => appendElement(line, node),
    () => line + escapeText(after(line, collapse(node.textContent ?? ''))),
  );

function appendElement(line: string, node: HTMLElement): string {
  const { localName: name } = node;
  if (name === 'br') return `${withoutSpaces(line)}\\\n`;
  if (name === 'img') {
    const { alt } = node as HTMLImageElement;
    const src = addressOf(node, node.getAttribute('src') ?? '');
    // Of a picture that may not be loaded its words stay.
    if (!src) return line + escapeText(after(line, collapse(alt)), line.at(-1), Boolean(node.closest('a')));
    return `${line}![${escapeText(collapse(alt), '', true)}](${target(src)})`;
  }
  if (name === 'svg') {
    const words = [...node.querySelectorAll('title, text')].map(({ textContent }) => textContent).join(' ');
    return line + escapeText(after(line, collapse(words)));
  }
  if (node.matches(blockNames)) return `${append(line + after(line, ' '), node.childNodes)} `;

  const isCode = node.matches(codes);
  const href = name === 'a' ? addressOf(node) : '';
  const [alike = '', sign = ''] = Object.entries(signs).find(([selector]) => node.matches(selector)) ?? [];
  if (!isCode && !href && !sign && !node.matches(kept)) return append(line, node.childNodes);
  const opening = sign || (href ? '[' : '>');
  const inner = isCode ? collapse(node.textContent ?? '') : append(opening, node.childNodes).slice(opening.length);
  // White space at the ends is the line's, or the signs would not count.
  const { lead, words, tail } = trimmed(inner);
  const start = line + after(line, lead);
  if (!words) return start + after(start, tail);
  // An exclamation mark before a link would make an image of it.
  if (href) return start.replace(/!$/, '\\!') + link(words, href) + tail;
  if (isCode && canBeCode(node, start, words)) return start + code(words) + tail;
  if (sign && isApart(node, start, tail) && !node.parentElement?.closest(alike))
    return start + sign + words + sign + tail;
  return `${start}<${name}>${isCode ? inline(node.childNodes) : words}</${name}>${tail}`;
}

export const link = (words: string, href: string): string => `[${words}](${target(href)})`;

/** Where an address leads: as written within the page, else in full; empty where it may not be followed. */
export function addressOf(node: Element, href = node.getAttribute('href') ?? ''): string {
  if (/^#./.test(href)) return href;
  return href && isSafeUrl(href, node.baseURI) ? new URL(href, node.baseURI).href : '';
}

/** An address as it stands in the parentheses of a link. */
function target(href: string): string {
  const safe = href.replace(/[<>\\`\s]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '&amp;');
  return /[()]/.test(safe) ? `<${safe}>` : safe;
}

/** A code span, in more backticks than it holds. */
export function code(words: string): string {
  const fence = '`'.repeat(longestRun(words) + 1);
  const pad = /^`|`$/.test(words) ? ' ' : '';
  return fence + pad + words + pad + fence;
}

/** How many backticks stand in a row. */
export const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);

/** Two code spans side by side would become one; in a table none can hold a backslash before a bar. */
const canBeCode = (node: Element, line: string, words: string) =>
  !line.endsWith('`') && !(words.includes('\\|') && node.closest('td, th'));

/**
 * Whether signs count around a node whatever they enclose, which takes white space or punctuation at both sides, and no
 * other signs: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
function isApart(node: Node, line: string, tail: string): boolean {
  const isBoundary = (char = '') => /^(?:[\s$+<=>^`|]|(?![*_~])\p{P})?$/u.test(char);
  const isFirst = Object.values(signs).includes(line);
  return (isFirst || isBoundary(line.at(-1))) && isBoundary(tail[0] ?? charAfter(node));
}

/** The character after a node in its line; empty at the end. */
function charAfter(node: Node): string {
  // Where the parent has signs of its own, they follow.
  const hasSigns = (parent: Element) => parent.matches(`a, ${signed}, ${kept}, ${blockNames}`);
  for (let at: Node | null = node; at; at = at.parentElement && !hasSigns(at.parentElement) ? at.parentElement : null) {
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (isElement(next) && next.matches(`br, ${blockNames}`)) return '';
      if (isElement(next) && next.matches(signed)) return '*';
      const first = isRead(next) && next.textContent?.[0];
      if (first) return first;
    }
  }
  return '';
}

const special = '\\\\(?=[!-/:-@[-`{-~]|$)|[`[]|\\*+|_+|[~$]|<(?=[a-z/!?]|$)|&(?=#|\\w+;)';
const inLink = new RegExp(`]|${special}`, 'gi');
const inText = new RegExp(`\\b(?:https?://|www\\.)\\w[^\\s<]*|${special}`, 'gi');

/**
 * Escapes what would be markup within a line, and no more: `A_b`, `2 * 3` and `~5` stay. So does a bare address, which
 * GitHub makes a link and would show with its escapes.
 * @param before the character before the text
 */
export function escapeText(text: string, before = '', isLinked = false): string {
  return text.replace(isLinked ? inLink : inText, (match: string, offset: number) => {
    const prev = text[offset - 1] ?? before;
    // What follows at the end is not known, and may be a sign.
    const next = text[offset + match.length] ?? '';
    const isAddress = /^[hw]/i.test(match);
    const isApart = /[*_]/.test(match) && /\s/.test(prev) && /\s/.test(next);
    const isInWord = match.startsWith('_') && [prev, next].every((char) => /[\p{L}\p{N}]/u.test(char));
    // A deletion, and what GitHub takes for a formula, ends only behind a word.
    const isOpening = /[~$]/.test(match) && !prev.trim() && next;
    return isAddress || isApart || isInWord || isOpening ? match : match.replace(/./g, '\\$&');
  });
}

/** Escapes what would begin a heading, a list, a quote, a table or a rule. */
export const escapeLines = (text: string): string =>
  text
    .replace(/^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|[-=|: ]+$)/gm, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/gm, '$1\\');
