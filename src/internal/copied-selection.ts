import { watchers } from './own-attributes.js';
import { isElement } from './text.js';
import { isSafeUrl } from './urls.js';

/*
 * Browsers other than Firefox write the rules that hold for each node into what they copy: a case study of 21,000 characters
 * filled the clipboard with 0.25 to 5 MB, and with the names of buttons. What is copied of an element is its words instead, as
 * plain HTML and as text.
 */

/** What a reader cannot select, or uses rather than reads. */
const left = 'script, style, template, noscript, button, input, select, textarea';

const list = /^(table|thead|tbody|tfoot|tr|[ou]l|dl)$/;
const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|u|var)$/;
const mayBeEmpty = /^(br|hr|img|t[dh]|video|audio|source|picture|wbr)$/;
const kept =
  /^(alt|align|cite|colspan|datetime|dir|headers|height|href|lang|open|poster|reversed|rowspan|scope|span|src|start|title|type|value|width)$/;

/** A copy of what a range has of a node, in a document in which nothing happens. */
function copyOf(node: Node, range: Range, into: Document): Node | undefined {
  if (!range.intersectsNode(node)) return undefined;
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.nodeValue!;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : text.length;
    return start < end ? into.createTextNode(text.slice(start, end)) : undefined;
  }
  if (!isElement(node) || node.matches(left)) return undefined;
  // The source of what is drawn stands for it.
  const isSource = node.matches(':is(architecture-diagram, scaling-path) > pre');
  const { display, userSelect } = getComputedStyle(node);
  // What has no box of its own may show what is in it.
  const isSeen = node.checkVisibility() || display === 'contents';
  if (!isSource && (!isSeen || userSelect === 'none')) return undefined;
  if (node.localName === 'svg' && node.parentElement!.querySelector(':scope > pre')) return undefined;
  const copy = shellOf(node, into);
  for (const child of node.childNodes) {
    const inside = copyOf(child, range, into);
    if (inside) copy.append(inside);
  }
  return copy.hasChildNodes() || mayBeEmpty.test(copy.localName) ? copy : undefined;
}

/** An element with what matters elsewhere: no style, no class, no id, and none of our tags. */
function shellOf(node: Element, into: Document): Element {
  const isOurs = node.localName.includes('-');
  const copy = into.createElement(
    isOurs ? (node.querySelector(':scope > figcaption') ? 'figure' : 'div') : node.localName,
  );
  for (const { name, value } of isOurs ? [] : node.attributes) {
    if (!kept.test(name)) continue;
    const isAddress = /^(href|src|poster)$/.test(name);
    if (isAddress && !isSafeUrl(value)) continue;
    copy.setAttribute(name, isAddress ? new URL(value, document.baseURI).href : value);
  }
  return copy;
}

/** What is selected, with what it makes no sense without: the table of its cells, the link of its words. */
function contentOf(range: Range, into: Document): Node {
  const { commonAncestorContainer: root } = range;
  let content: Node = into.createDocumentFragment();
  for (const node of isElement(root) ? root.childNodes : [root]) {
    const copy = copyOf(node, range, into);
    if (copy) content.appendChild(copy);
  }
  let at = isElement(root) ? root : root.parentElement;
  for (
    ;
    at && (list.test(at.localName) || inline.test(at.localName) || at.localName === 'pre');
    at = at.parentElement
  ) {
    const shell = shellOf(at, into);
    shell.append(content);
    content = shell;
  }
  return content;
}

const isInline = (node: Node | null) => node && (!isElement(node) || inline.test(node.localName));

/** The words as text: cells parted by tabs, as spreadsheets read them. */
function asText(node: Node): string {
  const { nodeValue, previousSibling, nextSibling } = node;
  if (nodeValue !== null) {
    if (node.parentElement!.closest('pre')) return nodeValue;
    const isIndent = !nodeValue.trim() && !(isInline(previousSibling) && isInline(nextSibling));
    return isIndent ? '' : nodeValue.replace(/\s+/g, ' ');
  }
  const inside = Array.from(node.childNodes, asText).join('');
  if (isInline(node)) return inside;
  const name = (node as Element).localName;
  if (name === 'br') return '\n';
  if (name === 'img') return (node as Element).getAttribute('alt') ?? '';
  if (/^t[dh]$/.test(name)) return inside.trim() + ((node as Element).nextElementSibling ? '\t' : '');
  if (/^(tr|li|d[dt]|caption|figcaption|summary)$/.test(name)) return `\n${inside.trim()}\n`;
  if (list.test(name)) return `\n\n${inside.trim().replace(/\n+/g, '\n')}\n\n`;
  return `\n\n${name === 'pre' ? inside : inside.trim()}\n\n`;
}

function isOurs(range: Range): boolean {
  const { commonAncestorContainer: root } = range;
  for (let at: Node | null = root; at; at = at.parentNode) if (watchers.has(at)) return true;
  return (
    isElement(root) && [...root.querySelectorAll('*')].some((one) => watchers.has(one) && range.intersectsNode(one))
  );
}

/** Writes what a reader has selected into the clipboard, where something of an element is in it and nobody else has. */
export function writeSelection(event: ClipboardEvent): void {
  const selection = getSelection();
  const { target, clipboardData, defaultPrevented } = event;
  if (defaultPrevented || !clipboardData || !selection || selection.isCollapsed) return;
  if ((target as HTMLElement).isContentEditable || (target as Element).matches?.('input, textarea')) return;
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  if (!ranges.some(isOurs)) return;
  const { body } = document.implementation.createHTMLDocument();
  for (const range of ranges) body.append(contentOf(range, body.ownerDocument));
  const text = asText(body)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!text) return;
  clipboardData.setData('text/html', body.innerHTML);
  clipboardData.setData('text/plain', text);
  event.preventDefault();
}

/** A node as plain HTML. */
export function plainHtmlOf(node: Node): string {
  const { body } = document.implementation.createHTMLDocument();
  const range = document.createRange();
  range.selectNode(node);
  body.append(copyOf(node, range, body.ownerDocument) ?? '');
  return body.innerHTML;
}
