import { own } from '../internal/own.js';
import type { Mermaid } from './mermaid.js';

/** What a diagram says, in reading order: what a list of it, and keys in it, are made from. */
export interface DiagramOutline {
  /** Mermaid's name of the kind, such as `flowchart-v2`. */
  kind: string;
  /** `accTitle` of the source. */
  title?: string;
  /** `accDescr` of the source. */
  description?: string;
  /** Nodes, states, entities, classes, participants, and the groups they are in. */
  nodes: OutlineNode[];
  edges: OutlineEdge[];
  /** Where order is what the diagram is about: messages, notes and the blocks they are in. */
  steps?: OutlineStep[];
  /** Whatever is written in a diagram of another kind. */
  words?: string[];
}

export interface OutlineNode {
  id: string;
  label: string;
  /** What a node without words of its own is; it goes by a word of ours. */
  kind?: 'start' | 'end' | 'choice' | 'forkOrJoin';
  isGroup?: true;
  /** The group that it is in. */
  group?: string;
  /** Fields of an entity; what a class is, and its members. */
  details?: string[];
}

export interface OutlineEdge {
  from: string;
  to: string;
  label?: string;
  /** How many there are at either end, as Mermaid names it. */
  amounts?: [Amount, Amount];
  relation?: Relation;
  /** Without a head at either end. */
  isPlain?: true;
}

export interface OutlineStep {
  /** 0 outside of any block. */
  depth: number;
  text: string;
  /** Of a message. */
  from?: string;
  to?: string;
  /** The labels of those that a note is about. */
  about?: string[];
  /** The word that a block, or another part of it, begins with. */
  block?: Block;
}

export type Amount = 'only_one' | 'zero_or_one' | 'one_or_more' | 'zero_or_more';
export type Relation = 'extension' | 'composition' | 'aggregation';
export type Block =
  | 'loop'
  | 'if'
  | 'else'
  | 'optionally'
  | 'atTheSameTime'
  | 'andAlso'
  | 'criticalPart'
  | 'orElse'
  | 'breakOff';

interface Data {
  nodes: {
    id: string;
    domId?: string;
    label?: string;
    shape?: string;
    isGroup?: boolean;
    parentId?: string;
    attributes?: { type: string; name: string; keys?: string[]; comment?: string }[];
    annotations?: string[];
    members?: { text: string }[];
    methods?: { text: string }[];
    type?: string;
    requirementId?: string;
    text?: string;
    risk?: string;
    verifyMethod?: string;
    docRef?: string;
  }[];
  edges: { id: string; start: string; end: string; label?: string; arrowTypeStart?: string; arrowTypeEnd?: string }[];
}

interface Database {
  getData?: () => Data;
  getActors?: () => Map<string, { description?: string }>;
  getMessages?: () => { type: number; from?: string; to?: string; message?: unknown }[];
  getAccTitle?: () => string;
  getAccDescription?: () => string;
}

/**
 * Reads the outline of a source that has just been drawn, and marks in the drawing what it names: `data-node` on nodes,
 * `data-group` on groups too, `data-from` and `data-to` on connections and their labels.
 */
export async function outlineOf(
  mermaid: Mermaid,
  source: string,
  svg: SVGSVGElement,
  kind: string,
): Promise<DiagramOutline> {
  const outline: DiagramOutline = { kind, nodes: [], edges: [] };
  try {
    const { db } = (await mermaid.mermaidAPI.getDiagramFromText(source)) as unknown as { db: Database };
    const title = plain(db.getAccTitle?.());
    const description = plain(db.getAccDescription?.());
    if (title) outline.title = title;
    if (description) outline.description = description;
    if (kind === 'sequence') readSequence(db, svg, outline);
    else if (db.getData) {
      readGraph(db.getData(), svg, outline);
      outline.nodes = inReadingOrder(outline.nodes, source);
    }
  } catch {
    // The picture is there all the same; its words are listed.
  }
  if (!outline.nodes.length) outline.words = wordsIn(svg);
  return outline;
}

/** A label as one line of plain words. */
function plain(label: unknown): string {
  const text = typeof label === 'string' ? label : '';
  return decoded(text.replace(/<br\s*\/?>|\\n/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/^`|`$|\*\*|\\(?=[+#~-])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `#35;` and `#quot;` are how Mermaid escapes characters; it passes them on as `ﬂ°°35¶ß` and `ﬂ°quot¶ß`. */
function decoded(text: string): string {
  if (!/[&#ﬂ]/.test(text)) return text;
  const entities = text.replace(/(?:ﬂ°°|#)(\d+)(?:¶ß|;)/g, '&#$1;').replace(/(?:ﬂ°|#)([a-z]+)(?:¶ß|;)/gi, '&$1;');
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
  return entities.replace(/&(?:#(\d+)|([a-z]+));/gi, (all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (own(named, name.toLowerCase()) ?? all),
  );
}

function readGraph(data: Data, svg: SVGSVGElement, outline: DiagramOutline): void {
  const byId = new Map([...svg.querySelectorAll<SVGElement>('[id]')].map((node) => [node.id, node]));
  // Mermaid counts on where it reads a source again.
  const uncounted = new Map([...byId].map(([id, node]) => [id.replace(/-\d+$/, ''), node]));
  const find = (...ids: (string | undefined)[]) =>
    ids
      .filter((id) => id !== undefined)
      .map((id) => `${svg.id}-${id}`)
      .map((id) => byId.get(id) ?? uncounted.get(id.replace(/-\d+$/, '')))
      .find((node) => node !== undefined);
  const names = new Map<string, string>();
  const isEntity = outline.kind === 'er';
  for (const { id, domId, label, shape, isGroup, parentId, ...more } of data.nodes) {
    if (/^(noteGroup|divider)/.test(shape ?? '')) continue;
    if (shape === 'note') {
      const [about] = id.split('----note');
      const noted = outline.nodes.find((node) => node.id === about);
      if (noted) noted.details = [...(noted.details ?? []), plain(label)];
      continue;
    }
    // The source knows an entity by its label.
    const name = isEntity ? plain(label) || id : id;
    names.set(id, name);
    const node: OutlineNode = { id: name, label: plain(label) || id };
    const kind = kindOf(plain(label), shape, id);
    if (kind) node.kind = kind;
    if (isGroup) node.isGroup = true;
    if (parentId) node.group = parentId;
    const fields = more.attributes?.map(({ type, name: field, keys = [], comment }) =>
      plain([type, field, keys.join(', '), comment && `“${comment}”`].filter(Boolean).join(' ')),
    );
    const members = [...(more.members ?? []), ...(more.methods ?? [])].map(({ text }) => plain(text));
    const details = [
      ...(more.annotations ?? []).map((annotation) => `«${plain(annotation)}»`),
      ...(fields ?? []),
      ...members,
      ...(outline.kind === 'requirement' ? statementsOf(more) : []),
    ].filter(Boolean);
    if (details.length) node.details = details;
    outline.nodes.push(node);
    const drawn = find(domId, id);
    if (!drawn) continue;
    drawn.dataset['node'] = name;
    if (isGroup) drawn.dataset['group'] = '';
  }
  const known = new Set(outline.nodes.map(({ id }) => id));
  for (const { id, start, end, label, arrowTypeStart = '', arrowTypeEnd = '' } of data.edges) {
    const [from, to] = [names.get(start) ?? start, names.get(end) ?? end];
    if (!known.has(from) || !known.has(to)) continue;
    const edge: OutlineEdge = { from, to };
    const text = plain(label);
    if (text) edge.label = text;
    if (isEntity && isAmount(arrowTypeStart) && isAmount(arrowTypeEnd)) edge.amounts = [arrowTypeStart, arrowTypeEnd];
    else if (!isEntity && isRelation(arrowTypeStart)) edge.relation = arrowTypeStart;
    const hasHead = (type: string) => Boolean(type) && type !== 'none' && type !== 'arrow_open';
    if (!hasHead(arrowTypeStart) && !hasHead(arrowTypeEnd)) edge.isPlain = true;
    outline.edges.push(edge);
    for (const part of svg.querySelectorAll<SVGElement>(`[data-id="${CSS.escape(id)}"]`)) {
      part.dataset['from'] = from;
      part.dataset['to'] = to;
    }
  }
}

/** What a requirement, or an element that satisfies one, says of itself, in the words of its drawing. */
function statementsOf({
  type,
  requirementId,
  text,
  risk,
  verifyMethod,
  docRef,
}: Partial<Data['nodes'][number]>): string[] {
  const isRequirement = verifyMethod !== undefined;
  const statements = {
    Type: isRequirement ? '' : type,
    ID: requirementId,
    Text: text,
    Risk: risk,
    Verification: verifyMethod,
    'Doc Ref': docRef,
  };
  const named = Object.entries(statements).flatMap(([name, value]) => (value ? `${name}: ${plain(value)}` : []));
  return [isRequirement ? plain(type) : 'Element', ...named];
}

/** As the source first names them, with what is in a group after the group. */
function inReadingOrder(nodes: readonly OutlineNode[], source: string): OutlineNode[] {
  const placeOf = ({ id, label }: OutlineNode) => {
    const places = [id, label].map((name) => placeIn(source, name));
    return places.find((place) => place >= 0) ?? Number.POSITIVE_INFINITY;
  };
  const places = new Map(nodes.map((node) => [node, placeOf(node)]));
  const sorted = [...nodes].sort((one, other) => places.get(one)! - places.get(other)! || 0);
  const known = new Set(nodes.map(({ id }) => id));
  const inside = new Map<string | undefined, OutlineNode[]>();
  for (const node of sorted) {
    const parent = node.group && known.has(node.group) ? node.group : undefined;
    if (node.id === parent) continue;
    const others = inside.get(parent) ?? [];
    others.push(node);
    inside.set(parent, others);
  }
  const ordered: OutlineNode[] = [];
  const left = [...(inside.get(undefined) ?? [])].reverse();
  for (let node = left.pop(); node; node = left.pop()) {
    ordered.push(node);
    for (const one of [...(inside.get(node.id) ?? [])].reverse()) left.push(one);
    inside.delete(node.id);
  }
  // Groups that hold each other would be lost.
  return ordered.length === nodes.length ? ordered : [...nodes];
}

/** Where a source first says a name, and not as a part of another word; -1 where it does not. */
function placeIn(source: string, name: string): number {
  const isInWord = (character = '') => /[\w-]/.test(character);
  let at = name ? source.indexOf(name) : -1;
  while (at >= 0 && (isInWord(source[at - 1]) || isInWord(source[at + name.length]))) at = source.indexOf(name, at + 1);
  return at;
}

function kindOf(label: string, shape = '', id: string): OutlineNode['kind'] {
  if (/stateStart/i.test(shape)) return 'start';
  if (/stateEnd/i.test(shape)) return 'end';
  if (/choice/i.test(shape) && (!label || label === id)) return 'choice';
  if (/fork|join/i.test(shape) && (!label || label === id)) return 'forkOrJoin';
  return undefined;
}

const isAmount = (type: string): type is Amount => /^(only_one|zero_or_one|one_or_more|zero_or_more)$/.test(type);
const isRelation = (type: string): type is Relation => /^(extension|composition|aggregation)$/.test(type);

/** `LINETYPE` of Mermaid's sequence diagrams: https://github.com/mermaid-js/mermaid, sequenceDb.ts. */
const blocks: Record<number, [step: 'open' | 'next' | 'close', word?: Block]> = {
  10: ['open', 'loop'],
  11: ['close'],
  12: ['open', 'if'],
  13: ['next', 'else'],
  14: ['close'],
  15: ['open', 'optionally'],
  16: ['close'],
  19: ['open', 'atTheSameTime'],
  20: ['next', 'andAlso'],
  21: ['close'],
  27: ['open', 'criticalPart'],
  28: ['next', 'orElse'],
  29: ['close'],
  30: ['open', 'breakOff'],
  31: ['close'],
  32: ['open', 'atTheSameTime'],
};

function readSequence(db: Database, svg: SVGSVGElement, outline: DiagramOutline): void {
  const labels = new Map<string, string>();
  for (const [id, { description }] of db.getActors?.() ?? []) {
    const label = plain(description) || id;
    labels.set(id, label);
    outline.nodes.push({ id, label });
    const drawn = [...svg.querySelectorAll<SVGElement>('[data-et="participant"]')].find(
      ({ dataset }) => dataset['id'] === id,
    );
    if (drawn) drawn.dataset['node'] = id;
  }
  const steps: OutlineStep[] = [];
  let depth = 0;
  for (const { type, from = '', to = '', message } of db.getMessages?.() ?? []) {
    const text = plain(message);
    const block = blocks[type];
    if (block) {
      const [step, word] = block;
      if (step !== 'open') depth = Math.max(0, depth - 1);
      if (word) {
        steps.push({ depth, text, block: word });
        depth++;
      }
    } else if (type === 2) {
      const about = [...new Set([from, to])].flatMap((id) => labels.get(id) ?? []);
      steps.push({ depth, text, about });
    } else if (labels.has(from) && labels.has(to)) {
      steps.push({ depth, text, from: labels.get(from)!, to: labels.get(to)! });
      outline.edges.push({ from, to, ...(text && { label: text }) });
    }
  }
  for (const line of svg.querySelectorAll<SVGElement>('[data-et="message"]')) {
    const { from, to } = line.dataset;
    if (!from || !to) line.removeAttribute('data-from');
  }
  outline.steps = steps;
}

/** Every text of the picture, a line each, in the order in which it is drawn. */
function wordsIn(svg: SVGSVGElement): string[] {
  const words = [...svg.querySelectorAll('text')].map((text) => plain(text.textContent));
  return words.filter((text, index) => text && words.indexOf(text) === index);
}
