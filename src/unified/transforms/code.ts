import type { Root } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { CodeFigure } from '../dialect/nodes.js';
import { everything } from '../everything.js';
import { parseAttributes } from './attributes.js';

declare module 'mdast' {
  interface CodeData {
    /** What stands behind the fence, as it is written, and the language that was read from it. */
    info?: { written: string; lang: string | null | undefined };
  }
}

const option = /(?<![\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g;

/**
 * Reads what stands behind a fence as MkDocs does (`.python`, `title="…"`, line numbers): the language, and a title as the
 * caption of the code. Numbers and marked lines are left out.
 */
export function readCodeInfo(tree: Root): void {
  everything(tree, (node, index, parent) => {
    if (node.type !== 'code') return undefined;
    const info = [node.lang, node.meta].filter(Boolean).join(' ');
    if (!info || !parent) return undefined;
    const braces = /^\{:?([^}]*)\}/.exec(info);
    const attributes = braces ? parseAttributes(braces[1]!) : undefined;
    if (attributes) node.lang = (attributes['className'] as string[] | undefined)?.[0] ?? null;
    else if (node.lang) node.lang = node.lang.replace(/[{:,].*$/s, '') || null;
    // What is read from an info string is still in it, so that it can be written again.
    node.data = { ...node.data, info: { written: info, lang: node.lang } };
    const options = new Map([...info.matchAll(option)].map(([, key, ...values]) => [key, values.find(Boolean) ?? '']));
    const title = options.get('title');
    if (!title) return undefined;
    const figure: CodeFigure = {
      type: 'codeFigure',
      children: [
        { type: 'codeCaption', children: [{ type: 'text', value: title }], data: { hName: 'figcaption' } },
        node,
      ],
      data: { hName: 'figure' },
      position: node.position,
    };
    parent.children.splice(index, 1, figure);
    return index + 1;
  });
}
