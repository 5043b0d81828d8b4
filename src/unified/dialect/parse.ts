import type { Element } from 'hast';
import type { Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type {} from 'mdast-util-to-hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { everything } from '../everything.js';
import { admonitionOf } from './admonition.js';
import { type Block, type Marked, mark } from './blocks.js';
import type { Admonition, TabLabel, TabPanel } from './nodes.js';
import type { Opening } from './openings.js';

/** A block of the dialect, until it is known what it is in HTML. */
interface MarkedNode extends Parent {
  type: 'marked';
  block: number;
}

/** The title of one. */
interface TitleNode extends Parent {
  type: 'markedTitle';
  children: PhrasingContent[];
}

/** A tab on its own; those that follow each other are made a set of later. */
interface TabNode extends Parent {
  type: 'markedTab';
  isFirst: boolean;
  children: [TabLabel, TabPanel];
}

declare module 'mdast' {
  interface RootContentMap {
    marked: MarkedNode;
    markedTitle: TitleNode;
    markedTab: TabNode;
  }
  interface Data {
    /** Abbreviations that the page explains; of a root. */
    abbreviations?: ReadonlyMap<string, string>;
    /** Where in the source each line of HTML begins, if it stands in an element that Python-Markdown reads. */
    columns?: number[];
  }
}

export const fromMarkdown: Extension = {
  enter: {
    marked(token) {
      this.enter({ type: 'marked', block: -1, children: [] } as MarkedNode, token);
    },
    markedNumber(token) {
      const node = this.stack.at(-1) as MarkedNode;
      node.block = Number(this.sliceSerialize(token));
    },
    markedTitle(token) {
      this.enter({ type: 'markedTitle', children: [] } as TitleNode, token);
    },
  },
  exit: {
    marked(token) {
      this.exit(token);
    },
    markedTitle(token) {
      this.exit(token);
    },
  },
};

type Parse = (source: string, file: VFile) => Root;

/** Reads Markdown with a parser for CommonMark, and the dialect with it. */
export function parse(source: string, file: VFile, parser: Parse): Root {
  const marked = mark(source);
  const tree = parsePieces(marked, source, file, parser);
  if (hasMarks(tree)) {
    // A mark has come into code or HTML. Rather a page of plain Markdown than one with marks in its words.
    file.message(
      'The boxes and tabs in this page are nested so that they cannot be read: it is read as plain Markdown.',
      {
        source: 'deepdive',
        ruleId: 'dialect',
      },
    );
    return parser(source, file);
  }
  makeBlocks(tree, marked.blocks, file);
  if (marked.repeated) dropRepeated(tree, marked.repeated);
  tree.data = { ...tree.data, abbreviations: marked.abbreviations };
  return tree;
}

/** In lines; what is shorter takes longer to begin with than to read. */
const shortestPiece = 30;

/** Begins what all of a page refers to. */
const definition = /^[\s>]*\[[^\]]+\]:/;

/**
 * Parses a text section by section, where no section refers to another. micromark goes through all that it has read for
 * every level of what stands in each other, so that a page of many boxes takes half as long in pieces.
 */
function parsePieces(marked: Marked, source: string, file: VFile, parser: Parse): Root {
  const texts = marked.lines.map(({ text }) => text);
  const starts = [0];
  if (!texts.some((text) => definition.test(text))) {
    for (const line of marked.headings) if (line - starts.at(-1)! >= shortestPiece) starts.push(line);
  }
  const restore = positionsIn(source, marked);
  const pieces = starts.map((start, index) => {
    const piece = parser(texts.slice(start, starts[index + 1]).join('\n'), file);
    restore(piece, start);
    return piece;
  });
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  const position = first.position && last.position && { start: first.position.start, end: last.position.end };
  return { ...first, children: pieces.flatMap(({ children }) => children), ...(position && { position }) };
}

function hasMarks(tree: Root): boolean {
  let found = false;
  everything(tree, (node) => {
    found ||= 'value' in node && /[\uFDD0-\uFDD3]/.test(node.value);
  });
  return found;
}

/** Makes places in a tree that has been read from the marked text, from one of its lines on, places in the source. */
function positionsIn(source: string, { lines, blocks }: Marked): (tree: Root, from: number) => void {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  const lengthOf = (number: number) => (starts[number + 1] ?? source.length + 1) - starts[number]! - 1;
  const restore = (point: Point, number: number, column: number) => {
    point.line = number + 1;
    point.column = Math.max(0, Math.min(column, lengthOf(number))) + 1;
    point.offset = starts[number]! + point.column - 1;
  };
  const restoreNode = (node: Nodes, first: number) => {
    if (!node.position) return;
    const { start, end } = node.position;
    if (node.type === 'marked') {
      const { from, to } = blocks[node.block]!;
      restore(start, from.number, from.column + from.text.search(/\S|$/));
      restore(end, to.number, to.column + to.text.length);
      return;
    }
    for (const point of [start, end]) {
      const line = lines[point.line - 1 + first];
      if (line) restore(point, line.number, point.column - 1 + line.shift);
    }
  };
  return (tree, first) => everything(tree, (node) => restoreNode(node, first));
}

/** Takes the definitions away that were repeated, where those that stand in boxes have been read as some. */
function dropRepeated(tree: Root, count: number): void {
  const first = Math.max(
    0,
    tree.children.findLastIndex(({ type }) => type !== 'definition') + 1,
    tree.children.length - count,
  );
  const last = tree.children.splice(first);
  const known = new Set<string>();
  everything(tree, (node) => {
    if (node.type === 'definition') known.add(node.identifier);
  });
  for (const node of last) if (node.type === 'definition' && !known.has(node.identifier)) tree.children.push(node);
}

/** Makes of each block that was marked what MkDocs makes of it. */
function makeBlocks(tree: Root, blocks: Block[], file: VFile): void {
  const made = (nodes: RootContent[]): RootContent[] =>
    nodes.flatMap((node) => (node.type === 'marked' ? made(nodesOf(node, blocks[node.block]!, file)) : [node]));
  everything(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'marked'))
      node.children = made(node.children) as typeof node.children;
  });
}

function nodesOf(node: MarkedNode, block: Block, file: VFile): RootContent[] {
  const { children, position } = node;
  const content = children as RootContent[];
  switch (block.type) {
    case 'html':
      return [{ type: 'html', value: block.value, position, data: { columns: block.columns } }];
    case 'element':
      return [
        { type: 'html', value: block.startTag, position },
        ...(/\smarkdown=["']?span/.test(block.startTag) ? unwrapped(content) : content),
        { type: 'html', value: block.endTag, position },
      ];
    case 'snippet':
      file.message(`${block.value} includes another file, which is not read: write its words here.`, {
        place: position,
        source: 'deepdive',
        ruleId: 'snippet',
      });
      return [snippetOf(block.value, node)];
    case 'definitions':
      return [{ type: 'defList', children: content as [], data: { hName: 'dl' }, position }];
    case 'term':
      return [{ type: 'defListTerm', children: content.flatMap(insideTitle) as [], data: { hName: 'dt' }, position }];
    case 'definition':
      return [
        {
          type: 'defListDescription',
          spread: block.isLoose,
          children: (block.isLoose ? content : unwrapped(content)) as [],
          data: { hName: 'dd' },
          position,
        },
      ];
    case 'tab':
      return [tabOf(content, node, block.opening)];
    default:
      return [calloutOf(content, node, block.opening)];
  }
}

const insideTitle = (node: RootContent): RootContent[] => (node.type === 'markedTitle' ? node.children : [node]);

/** A paragraph that is alone says no more than its words. */
function unwrapped(content: RootContent[]): RootContent[] {
  const [only, ...others] = content;
  return only?.type === 'paragraph' && !others.length ? only.children : content;
}

function snippetOf(value: string, { position }: Nodes): RootContent {
  const code: Element = { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value }] };
  return { type: 'snippet', value, data: { hName: 'p', hProperties: {}, hChildren: [code] }, position };
}

function titleOf(content: RootContent[]): { title?: TitleNode; rest: RootContent[] } {
  const [first, ...rest] = content;
  return first?.type === 'markedTitle' ? { title: first, rest } : { rest: content };
}

function calloutOf(content: RootContent[], { position }: MarkedNode, opening: Opening): Admonition {
  const { type, classes, isOpen, isUntitled } = opening;
  const { title, rest } = titleOf(content);
  return admonitionOf({
    classes,
    marker: type === 'container' ? ':::' : type === 'details' ? (isOpen ? '???+' : '???') : '!!!',
    isDetails: type === 'details' || classes[0] === 'details',
    ...(isOpen && { isOpen }),
    ...(title && { title }),
    ...(isUntitled && { isUntitled }),
    content: rest,
    position,
  });
}

function tabOf(content: RootContent[], { position }: MarkedNode, { isFirst }: Opening): TabNode {
  const { title, rest } = titleOf(content);
  const label: TabLabel = {
    type: 'tabLabel',
    children: title?.children ?? [],
    data: { hName: 'label' },
    position: title?.position ?? position,
  };
  const panel: TabPanel = {
    type: 'tabPanel',
    children: rest as TabPanel['children'],
    data: { hName: 'div', hProperties: { className: ['tabbed-block'] } },
    position,
  };
  return { type: 'markedTab', isFirst: isFirst ?? false, children: [label, panel], position };
}
