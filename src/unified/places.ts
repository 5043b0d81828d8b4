import type { Nodes } from 'hast';
import type { Node, Point, Position } from 'unist';

/**
 * Where a node stands in its file, if it knows. `rehype-raw` leaves `start` or `end` out where it has joined what an author
 * wrote with what a plugin has made, such as the space behind the box of a task; and it takes the end of a text from another
 * place than its start where an element that was not closed goes on in the next block.
 */
export function placeOf({ position }: Node): Position | undefined {
  const { start, end }: Partial<Position> = position ?? {};
  return isPoint(start) && isPoint(end) && !isBefore(end, start) ? { start, end } : undefined;
}

const isPoint = (point: Point | undefined): point is Point => Number(point?.line) > 0 && Number(point?.column) > 0;

/** From the first of some places to the last, whatever their order. */
export function placeAround(places: readonly Position[]): Position | undefined {
  let [around] = places;
  for (const place of places) around = joined(around!, place);
  return around;
}

const joined = (one: Position, other: Position): Position => ({
  start: isBefore(other.start, one.start) ? other.start : one.start,
  end: isBefore(one.end, other.end) ? other.end : one.end,
});

const isBefore = (one: Point, other: Point) =>
  one.line < other.line || (one.line === other.line && one.column < other.column);

/**
 * Takes out places that cannot be, so that whoever reads one can rely on it.
 * @param lines of the file, where they are known
 */
export function forgetWrongPlaces(node: Nodes, lines?: readonly string[]): void {
  const place = placeOf(node);
  const isThere = ({ line, column }: Point) => !lines || column <= (lines[line - 1]?.length ?? -1) + 1;
  if (node.position && !(place && isThere(place.start) && isThere(place.end))) delete node.position;
  if ('children' in node) for (const child of node.children) forgetWrongPlaces(child, lines);
}

/**
 * Where every node of a tree stands: where it says, or else where its content does, or else where its parent does, or else at
 * the beginning of the page.
 */
export function nearestPlaces(tree: Nodes, beginning: Position): (node: Nodes) => Position {
  const places = new WeakMap<Nodes, Position>();
  const fromInside = (node: Nodes): Position | undefined => {
    const inside = 'children' in node ? node.children.map(fromInside).filter((place) => place !== undefined) : [];
    const place = placeOf(node) ?? placeAround(inside);
    if (place) places.set(node, place);
    return place;
  };
  const fromOutside = (node: Nodes, around: Position): void => {
    const place = places.get(node) ?? around;
    places.set(node, place);
    if ('children' in node) for (const child of node.children) fromOutside(child, place);
  };
  fromInside(tree);
  fromOutside(tree, beginning);
  return (node) => places.get(node) ?? beginning;
}
