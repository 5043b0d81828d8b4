import type { Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { admonitionOf } from '../dialect/admonition.js';
import { everything } from '../everything.js';
import { isKind } from '../kinds.js';

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
    parent.children[index] = admonitionOf({
      classes: [kind],
      marker: `>${fold as '' | '+' | '-'}`,
      isDetails: Boolean(fold),
      isOpen: fold === '+',
      ...(title && { title: { children: [{ type: 'text', value: title }] } }),
      content: [...words, ...rest],
      position: node.position,
    });
  });
}
