import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { placeOf } from '../places.js';
import type { CheckedPage } from './rule.js';

/** A diagram of a page. */
export interface Diagram {
  /** Mermaid's, without the empty lines around it. */
  source: string;
  /** Whether labels that lack quotes get them where it is drawn. */
  isRepaired: boolean;
  /** The line of the file that a line of the source is on, both counted from 1. */
  lineOf: (line: number) => number;
}

/** Every diagram, be it an element, a block of code, or what MkDocs makes of one. */
export function diagramsIn(page: CheckedPage): Diagram[] {
  const diagrams: Diagram[] = [];
  visit(page.tree as Root, 'element', (node, _index, parent) => {
    if (node.tagName !== 'pre') return;
    const element = parent?.type === 'element' && parent.tagName === 'architecture-diagram' ? parent : undefined;
    if (element || isMermaid(node)) diagrams.push(diagramOf(node, element, page));
  });
  return diagrams;
}

/** In characters; what may stand before a diagram in its line. A page of one line has all of its diagrams in it. */
const longestTags = 1000;

const classesOf = ({ properties: { className } }: Element) => (Array.isArray(className) ? className : []);

function isMermaid(pre: Element): boolean {
  const [code] = pre.children.filter(({ type }) => type === 'element') as Element[];
  return (
    classesOf(pre).includes('mermaid') ||
    (code?.tagName === 'code' && /^(?:language-)?mermaid$/.test(String(classesOf(code)[0])))
  );
}

function diagramOf(pre: Element, element: Element | undefined, { source: file, lines, nearest }: CheckedPage): Diagram {
  const text = textOf(pre);
  const source = text.trim();
  const { start } = nearest(pre);
  // The element may be what a block of code has become, which has more settings than its author gave it.
  const isWritten = (node: Element) =>
    file.startsWith('<architecture-diagram', placeOf(node)?.start.offset ?? file.length);
  const [first = ''] = source.split('\n', 1);
  // In the file there may be a fence or tags before it.
  const reach = first.length + longestTags;
  const within = lines.slice(start.line - 1, start.line + 20).findIndex((line, index) => {
    const from = index ? 0 : start.column - 1;
    return line.slice(from, from + reach).includes(first.trim());
  });
  const firstLine = start.line + Math.max(within, 0);
  return {
    source,
    isRepaired: element?.properties['repair'] !== undefined && isWritten(element),
    lineOf: (line) => firstLine + line - 1,
  };
}
