import { marked } from 'marked';

/** The page that somebody gets who reads Markdown. */
export function read(markdown: string): HTMLElement {
  return new DOMParser().parseFromString(marked.parse(markdown, { async: false }), 'text/html').body;
}

/**
 * The tags and words of a page, one after the other. These make no difference: white space beside the tags of blocks, and
 * how much of it there is elsewhere but in `<pre>`; `b` for `strong`, `i` for `em`; wrappers that Markdown has nothing
 * for; paragraphs in items of a list; attributes but for addresses, alternative texts and first numbers.
 */
export function shapeOf(root: Element): string {
  const names: Record<string, string> = { b: 'strong', i: 'em' };
  const shape = (node: Node): string => {
    if (!(node instanceof Element))
      return node.nodeType === Node.TEXT_NODE ? node.textContent!.replaceAll('<', '&lt;') : '';
    const { localName: name } = node;
    if (name === 'pre') return `<pre>${node.textContent!.trimEnd().replaceAll(' ', '·').replaceAll('\n', '↵')}</pre>`;
    const content = [...node.childNodes].map(shape).join('');
    if (node.matches('body, div, section, span, time, data, small')) return content;
    if (node.matches('li > p')) return ` ${content} `;
    const attributes = ['href', 'src', 'alt', 'start'].flatMap((attribute) => node.getAttribute(attribute) ?? []);
    return `<${[names[name] ?? name, ...attributes].join(' ')}>${content}</${names[name] ?? name}>`;
  };
  const blocks = 'blockquote|br|details|h\\d|hr|li|ol|p|pre|summary|table|tbody|td|th|thead|tr|ul';
  return shape(root)
    .replace(/\s+/g, ' ')
    .replace(new RegExp(` ?(</?(?:${blocks})\\b[^>]*>) ?`, 'g'), '$1')
    .trim();
}

/** Every word, and every other sign, that is read on a page, in order. */
export function tokensOf(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const tokens: string[] = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    if (!parentElement?.closest('page-outline')) tokens.push(...tokensIn(data));
  }
  return tokens;
}

export const tokensIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
