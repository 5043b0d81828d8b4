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
  const visit = (node: Node): void => {
    const diagram = isElement(node) && node.tagName === 'architecture-diagram' && describe(node, html);
    if (diagram) found.push(diagram);
    for (const child of childrenOf(node)) visit(child);
    if ('content' in node) visit(node.content);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = ({ attrs }: Element, name: string) => attrs.find((attr) => attr.name === name)?.value;
const childrenNamed = (node: Element, name: string) =>
  childrenOf(node).filter((child): child is Element => isElement(child) && child.tagName === name);

function textsIn(node: Node): DefaultTreeAdapterTypes.TextNode[] {
  return 'value' in node ? [node] : childrenOf(node).flatMap(textsIn);
}

const wordsOf = (node: Node) =>
  textsIn(node)
    .map(({ value }) => value)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function describe(element: Element, html: string): PageDiagram | undefined {
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
    name: nameOf(element),
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
function nameOf(element: Element): string {
  const [caption] = childrenNamed(element, 'figcaption');
  const words = caption && wordsOf(caption);
  if (words) return words;
  for (let node: Node | null = element; node && 'parentNode' in node; node = node.parentNode) {
    const siblings: Node[] = node.parentNode ? childrenOf(node.parentNode) : [];
    const heading = siblings
      .slice(0, siblings.indexOf(node))
      .findLast((sibling) => isElement(sibling) && /^h[1-6]$/.test(sibling.tagName));
    if (heading) return wordsOf(heading);
  }
  return 'Diagram';
}
