import type { DiagramOutline } from './outline.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTrue: Check = (value) => value === true;
const isDepth: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100;
const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.includes(value as string);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check, length?: number): Check =>
  (value) =>
    Array.isArray(value) && value.every(check) && (length === undefined || value.length === length);
const shaped =
  (shape: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const entries = new Map(Object.entries(value));
    return (
      Object.entries(shape).every(([name, check]) => check(entries.get(name))) &&
      [...entries.keys()].every((name) => Object.hasOwn(shape, name))
    );
  };

const amount = oneOf('only_one', 'zero_or_one', 'one_or_more', 'zero_or_more');
const block = oneOf(
  ...['loop', 'if', 'else', 'optionally', 'atTheSameTime', 'andAlso', 'criticalPart', 'orElse', 'breakOff'],
);

const isOutline = shaped({
  kind: isText,
  title: maybe(isText),
  description: maybe(isText),
  nodes: listOf(
    shaped({
      id: isText,
      label: isText,
      kind: maybe(oneOf('start', 'end', 'choice', 'forkOrJoin')),
      isGroup: maybe(isTrue),
      group: maybe(isText),
      details: maybe(listOf(isText)),
    }),
  ),
  edges: listOf(
    shaped({
      from: isText,
      to: isText,
      label: maybe(isText),
      amounts: maybe(listOf(amount, 2)),
      relation: maybe(oneOf('extension', 'composition', 'aggregation')),
      isPlain: maybe(isTrue),
    }),
  ),
  steps: maybe(
    listOf(
      shaped({
        depth: isDepth,
        text: isText,
        from: maybe(isText),
        to: maybe(isText),
        about: maybe(listOf(isText)),
        block: maybe(block),
      }),
    ),
  ),
  words: maybe(listOf(isText)),
});

/** What a drawing says of itself, in its `<metadata>`; `undefined` where that is not as {@link DiagramOutline} has it. */
export function readOutline(svg: SVGSVGElement): DiagramOutline | undefined {
  try {
    const outline: unknown = JSON.parse(svg.querySelector('metadata')?.textContent ?? '');
    return isOutline(outline) && areNested((outline as DiagramOutline).nodes) ? (outline as DiagramOutline) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether no group is in itself, over however many others. */
function areNested(nodes: DiagramOutline['nodes']): boolean {
  const groups = new Map(nodes.map(({ id, group }) => [id, group]));
  // Where a name is given twice, following it does not tell.
  if (groups.size < nodes.length) return nodes.every(({ group }) => group === undefined);
  const sound = new Set<string>();
  for (const { id } of nodes) {
    const path = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !sound.has(at); at = groups.get(at)) {
      if (path.has(at)) return false;
      path.add(at);
    }
    for (const one of path) sound.add(one);
  }
  return true;
}
