import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { everyElement } from './hast.js';
import { svgSchema } from './schema-svg.js';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const sanitizer = unified().use(rehypeSanitize, svgSchema).freeze();
const writer = unified()
  .use(rehypeStringify, { space: 'svg', closeEmptyElements: true, closeSelfClosing: true })
  .freeze();

/** What an editor keeps for itself: `<v:custProps …/>`. HTML, which labels are read as, would not close it. */
const foreignElement = /<[\w-]+:[\w.-]+\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*\/>/g;

/**
 * A drawing in a file of its own without what could run or be fetched when a reader opens that file. It is written anew as
 * UTF-8, so that a browser reads what was looked at, without the entities and instructions of XML.
 * @throws Error where it holds no drawing
 */
export function sanitizedSvg(bytes: Uint8Array): string {
  const parsed = parser.parse(textOf(bytes).replace(foreignElement, ''));
  const drawing = parsed.children.find((node) => node.type === 'element' && node.tagName === 'svg') as
    | Element
    | undefined;
  if (!drawing) throw new Error('There is no <svg> in it.');
  const tree = sanitizer.runSync({ type: 'root', children: [drawing] }) as Root;
  everyElement(tree, settle);
  const [root] = tree.children as [Element];
  Object.assign(root.properties, {
    xmlns: 'http://www.w3.org/2000/svg',
    xmlnsXLink: 'http://www.w3.org/1999/xlink',
  });
  return `${writer.stringify(tree)}\n`;
}

/** Makes an element one of XML, and its styles such as fetch nothing. */
function settle(element: Element): void {
  const { tagName, properties, children } = element;
  for (const [name, value] of Object.entries(properties)) {
    if (value === true) properties[name] = '';
    // XML allows it in no attribute.
    if (String(value).includes('<')) delete properties[name];
  }
  const { style } = properties;
  if (typeof style === 'string') properties['style'] = safeStyles(style);
  if (tagName !== 'style') return;
  const css = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  element.children = [{ type: 'text', value: safeStyles(css) }];
}

const kept = String.raw`\s*(?:["']\s*)?(?:#|data:(?:image|font|application)\/)`;
const fetching = new RegExp(String.raw`@import|(?:image-set|cross-fade|image|src)\(|url\((?!${kept})`, 'i');
const foreign = new RegExp(String.raw`url\((?!${kept})[^()]*\)`, 'gi');

/** Styles without what they would fetch; none where that is hidden, or where they would end their element in XML. */
function safeStyles(css: string): string {
  const safe = css.replace(/@import[^;]*;?/gi, '').replace(foreign, 'url(#)');
  return /[<&]/.test(safe) || fetching.test(unescaped(safe)) ? '' : safe;
}

const unescaped = (css: string) =>
  css.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, code?: string, char = '') =>
    code ? String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)) : char,
  );

/** The text of a file in the encoding that it says it has. */
function textOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, named = 'utf-8'] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(start) ?? [];
  const marked = start.startsWith('\u00FF\u00FE') ? 'utf-16le' : start.startsWith('\u00FE\u00FF') ? 'utf-16be' : named;
  return new TextDecoder(marked).decode(bytes);
}
