import type { Paragraph, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { everything } from '../everything.js';
import { defaultTitleOf, isKind } from '../kinds.js';

const alert = /^\[!([\w-]+)\]([+-]?)(?:[ \t]+([^\n]+))?(?:\n|$)/;

/**
 * Makes admonitions of GitHub's alerts, and of Obsidian's callouts, which are written the same way:
 * https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function readAlerts(tree: Root): void {
  everything(tree, (node) => {
    if (node.type !== 'blockquote') return;
    const [first, ...rest] = node.children;
    const [text, ...others] = first?.type === 'paragraph' ? first.children : [];
    if (first?.type !== 'paragraph' || text?.type !== 'text') return;
    const [written, kind, fold, title] = alert.exec(text.value) ?? [];
    if (written === undefined || !kind || !isKind(kind)) return;
    const value = text.value.slice(written.length);
    const words = value || others.length ? [{ ...first, children: [{ ...text, value }, ...others] }] : [];
    const heading: Paragraph = {
      type: 'paragraph',
      children: [{ type: 'text', value: title ?? defaultTitleOf(kind) }],
      data: fold ? { hName: 'summary' } : { hProperties: { className: ['admonition-title'] } },
    };
    node.children = [heading, ...words, ...rest];
    const className = [...(fold ? [] : ['admonition']), kind.toLowerCase()];
    node.data = { hName: fold ? 'details' : 'div', hProperties: { className, ...(fold === '+' && { open: true }) } };
  });
}
