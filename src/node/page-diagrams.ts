import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An `<architecture-diagram>` of a page, and where it stands in the file. */
export interface PageDiagram {
  /** Mermaid source, as the element reads it. */
  source: string;
  layout: string;
  repair: boolean;
  /** What its drawing is called where the source has no title: its caption, or the last heading before it. */
  name: string;
  /** The line of the file that a line of the source is on, both counted from 1. */
  lineOf: (line: number) => number;
  /** Where a drawing has its place: behind the start tag, or that of an earlier run. */
  place: Range;
  /** What else is left of earlier runs. */
  leftovers: Range[];
  /** Whether it shows an `<svg>` of the author's. */
  hasOwnDrawing: boolean;
}

/** Offsets in the file. */
export interface Range {
  start: number;
  end: number;
}

/** Marks a drawing that a later run may replace. */
export const mark = 'data-deepdive';

/** Every diagram of a page in the order of the file, those in templates too. */
export function diagramsIn(html: string): PageDiagram[] {
  const found: PageDiagram[] = [];
  /** What is left to look at, and the heading that comes before it. */
  const left: { node: Node; heading?: Element }[] = [{ node: parse(html, { sourceCodeLocationInfo: true }) }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, heading } = next;
    const diagram =
      isElement(node) && node.tagName === 'architecture-diagram' && describe(node, html, nameOf(node, heading));
    if (diagram) found.push(diagram);
    const inside: typeof left = 'content' in node ? [{ node: node.content }] : [];
    let last = heading;
    const children = childrenOf(node).map((child) => {
      const one = { node: child, heading: last };
      if (isElement(child) && /^h[1-6]$/.test(child.tagName)) last = child;
      return one;
    });
    for (const one of [...inside, ...children.reverse()]) left.push(one);
  }
  return found;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = ({ attrs }: Element, name: string) => attrs.find((attr) => attr.name === name)?.value;
const childrenNamed = (node: Element, name: string) =>
  childrenOf(node).filter((child): child is Element => isElement(child) && child.tagName === name);

function textsIn(root: Node): DefaultTreeAdapterTypes.TextNode[] {
  const texts: DefaultTreeAdapterTypes.TextNode[] = [];
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    if ('value' in node) texts.push(node);
    for (const child of [...childrenOf(node)].reverse()) left.push(child);
  }
  return texts;
}

const wordsOf = (node: Node) =>
  textsIn(node)
    .map(({ value }) => value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function describe(element: Element, html: string, name: string): PageDiagram | undefined {
  const { startTag, startLine } = element.sourceCodeLocation ?? {};
  if (!startTag || !startLine) return undefined;
  const [pre] = childrenNamed(element, 'pre');
  const texts = pre ? textsIn(pre) : [];
  const lines = linesOf(texts, html);
  const drawings = childrenNamed(element, 'svg');
  const [earlier, ...leftovers] = drawings.filter((svg) => attribute(svg, mark) !== undefined).map(rangeOf);
  return {
    source: texts
      .map(({ value }) => value)
      .join('')
      .trim(),
    layout: attribute(element, 'layout') ?? 'dagre',
    repair: attribute(element, 'repair') !== undefined,
    name,
    lineOf: (line) => lines[Math.min(line, lines.length) - 1] ?? startLine,
    place: earlier ?? { start: startTag.endOffset, end: startTag.endOffset },
    leftovers,
    hasOwnDrawing: drawings.some((svg) => attribute(svg, mark) === undefined),
  };
}

function rangeOf({ sourceCodeLocation }: Element): Range {
  return { start: sourceCodeLocation?.startOffset ?? 0, end: sourceCodeLocation?.endOffset ?? 0 };
}

/** For each line of a source, from its first that is not empty, the line of the file that it is on. */
function linesOf(texts: DefaultTreeAdapterTypes.TextNode[], html: string): number[] {
  const lines: { line: number; text: string }[] = [];
  for (const { sourceCodeLocation } of texts) {
    const { startOffset = 0, endOffset = 0, startLine = 0 } = sourceCodeLocation ?? {};
    // As it is in the file: the parser drops the line break that a `<pre>` begins with.
    const parts = html.slice(startOffset, endOffset).split('\n');
    parts.forEach((text, index) => {
      const last = lines.at(-1);
      if (index === 0 && last) last.text += text;
      else lines.push({ line: startLine + index, text });
    });
  }
  const first = lines.findIndex(({ text }) => text.trim());
  return lines.slice(Math.max(first, 0)).map(({ line }) => line);
}

/** As the element names itself where the page is read. */
function nameOf(element: Element, heading: Element | undefined): string {
  const [caption] = childrenNamed(element, 'figcaption');
  return (caption && wordsOf(caption)) || (heading ? wordsOf(heading) : 'Diagram');
}
