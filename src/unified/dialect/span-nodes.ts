import type { Delete, Emphasis, PhrasingContent, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type {} from 'mdast-util-to-hast';
import { type Key, keysOf } from './key-names.js';
import type { SpanName } from './span-pairs.js';

/** Makes nodes of spans and keys, with the HTML that pymdownx gives them. */
export const spanNodes: Extension = {
  enter: {
    span(token) {
      this.enter(spanOf(token._span!), token);
    },
    keys(token) {
      const keys = keysOf(this.sliceSerialize(token)) ?? [];
      this.enter(phrase('span', keys.flatMap(keyOf), ['keys']), token);
    },
  },
  exit: {
    span(token) {
      const node = this.stack.at(-1) as Emphasis;
      if (/^su[bp]$/.test(token._span!)) node.children.forEach(unescapeSpaces);
      this.exit(token);
    },
    keys(token) {
      this.exit(token);
    },
  },
};

const spanOf = (name: SpanName): Delete | Emphasis =>
  name === 'del' ? { type: 'delete', children: [] } : phrase(name, []);

function phrase(hName: string, children: PhrasingContent[], className?: string[]): Emphasis {
  return { type: 'emphasis', children, data: { hName, ...(className && { hProperties: { className } }) } };
}

const text = (value: string): Text => ({ type: 'text', value });

function keyOf({ name, label }: Key, index: number): PhrasingContent[] {
  const key = phrase('kbd', [text(label)], name ? [`key-${name}`] : undefined);
  return index ? [phrase('span', [text('+')]), key] : [key];
}

/** pymdownx wants spaces escaped in what is raised or lowered. */
function unescapeSpaces(node: PhrasingContent): void {
  if (node.type === 'text') node.value = node.value.replace(/\\(?=\s)/g, '');
}
