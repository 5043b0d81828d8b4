import type { Delete, PhrasingContent, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type {} from 'mdast-util-to-hast';
import { type Key, keysOf } from './key-names.js';
import type { Insert, Key as KeyNode, KeySeparator, Mark, Subscript, Superscript } from './nodes.js';
import type { SpanName } from './span-pairs.js';

/** What each is called in HTML, and as a node. */
const types = { mark: 'mark', ins: 'insert', sup: 'superscript', sub: 'subscript' } as const;

/** Makes nodes of spans and keys, with the HTML that pymdownx gives them. */
export const spanNodes: Extension = {
  canContainEols: Object.values(types),
  enter: {
    span(token) {
      this.enter(spanOf(token._span!), token);
    },
    keys(token) {
      const written = this.sliceSerialize(token);
      const keys = keysOf(written) ?? [];
      const data = { hName: 'span', hProperties: { className: ['keys'] } };
      this.enter({ type: 'keys', names: written.slice(2, -2), children: keys.flatMap(keyOf), data }, token);
    },
  },
  exit: {
    span(token) {
      const node = this.stack.at(-1) as Span;
      if (/^su[bp]$/.test(token._span!)) node.children.forEach(unescapeSpaces);
      this.exit(token);
    },
    keys(token) {
      this.exit(token);
    },
  },
};

type Span = Delete | Mark | Insert | Superscript | Subscript;

const spanOf = (name: SpanName): Span =>
  name === 'del'
    ? { type: 'delete', children: [] }
    : { type: types[name], children: [] as PhrasingContent[], data: { hName: name } };

const text = (value: string): Text => ({ type: 'text', value });

function keyOf({ name, label }: Key, index: number): (KeyNode | KeySeparator)[] {
  const data = { hName: 'kbd', ...(name && { hProperties: { className: [`key-${name}`] } }) };
  const key: KeyNode = { type: 'key', children: [text(label)], data };
  return index ? [{ type: 'keySeparator', children: [text('+')], data: { hName: 'span' } }, key] : [key];
}

/** pymdownx wants spaces escaped in what is raised or lowered. */
function unescapeSpaces(node: PhrasingContent): void {
  if (node.type === 'text') node.value = node.value.replace(/\\(?=\s)/g, '');
}
