import type { Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { Admonition, AdmonitionTitle } from '../dialect/nodes.js';
import { everything } from '../everything.js';
import { defaultTitleOf, isKind } from '../kinds.js';

const alert = /^\[!([\w-]+)\]([+-]?)(?:[ \t]+([^\n]+))?(?:\n|$)/;

/**
 * Makes admonitions of GitHub's alerts, and of Obsidian's callouts, which are written the same way:
 * https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function readAlerts(tree: Root): void {
  everything(tree, (node, index, parent) => {
    if (node.type !== 'blockquote' || !parent) return;
    const [first, ...rest] = node.children;
    const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
    if (first?.type !== 'paragraph' || text?.type !== 'text') return;
    const [written, kind, fold, title] = alert.exec(text.value) ?? [];
    if (written === undefined || !kind || !isKind(kind)) return;
    const value = text.value.slice(written.length);
    const words = value || others.length ? [{ ...first, children: [{ ...text, value }, ...others] }] : [];
    const heading: AdmonitionTitle = {
      type: 'admonitionTitle',
      ...(!title && { isDefault: true }),
      children: [{ type: 'text', value: title ?? defaultTitleOf(kind) }],
      data: fold ? { hName: 'summary' } : { hName: 'p', hProperties: { className: ['admonition-title'] } },
    };
    const className = [...(fold ? [] : ['admonition']), kind.toLowerCase()];
    const admonition: Admonition = {
      type: 'admonition',
      kind,
      modifiers: [],
      marker: `>${fold as '' | '+' | '-'}`,
      children: [heading, ...words, ...rest],
      data: { hName: fold ? 'details' : 'div', hProperties: { className, ...(fold === '+' && { open: true }) } },
      position: node.position,
    };
    parent.children[index] = admonition;
  });
}
