import type { ReactiveElement } from '@lit/reactive-element';
import type { ArchitectureDiagram } from '../elements/architecture-diagram/architecture-diagram.js';
import { isElement } from '../internal/text.js';
import { warn } from '../internal/warn.js';

/** Names in an attribute, with white space between. */
export const namesIn = (value = ''): string[] => value.split(/\s+/).filter(Boolean);

/**
 * The diagram that an element is about: the one with the id; without an id the one inside, else the nearest before, else the
 * first of the page.
 */
export function diagramFor(host: Element, id: string): ArchitectureDiagram | undefined {
  const all = diagramsAround(host);
  if (id) return all.find((diagram) => diagram.id === id);
  const isBefore = (diagram: Element) =>
    Boolean(diagram.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING);
  return host.querySelector('architecture-diagram') ?? all.findLast(isBefore) ?? all[0];
}

/** What an author is told who refers to a diagram that is not there. */
export function missing(host: Element, id: string): string {
  if (!id) return 'finds no <architecture-diagram>: put one into the page.';
  const ids = diagramsAround(host).flatMap((diagram) => diagram.id || []);
  const fix = ids.length ? `use ${ids.map((one) => `for="${one}"`).join(' or ')}` : 'give the diagram that id';
  return `finds no <architecture-diagram id="${id}">: ${fix}.`;
}

/** In the same tree, or, where that has none, in the page. */
function diagramsAround(host: Element): ArchitectureDiagram[] {
  const all = (root: ParentNode) => [...root.querySelectorAll('architecture-diagram')];
  const near = all(host.getRootNode() as Document | ShadowRoot);
  return near.length ? near : all(host.ownerDocument);
}

const followers = new Set<ReactiveElement>();
const observer = new MutationObserver((records) => {
  if (records.some(isOfDiagram)) for (const follower of followers) follower.requestUpdate();
});

const isDiagram = (node: Node) => (node as Element).localName === 'architecture-diagram';

function isOfDiagram({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return isDiagram(target);
  return [...addedNodes, ...removedNodes].some(
    (node) => isElement(node) && (isDiagram(node) || node.querySelector('architecture-diagram')),
  );
}

/** Updates an element that is about a diagram whenever it may be about another: one comes, goes, or gets another id. */
export function follow(host: ReactiveElement): void {
  followers.add(host);
  for (const root of [host.getRootNode(), host.ownerDocument])
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['id'] });
}

export function unfollow(host: ReactiveElement): void {
  followers.delete(host);
  if (!followers.size) observer.disconnect();
}

const isDrawn = (diagram: Element) => diagram.matches(':defined:state(drawn)');

/** Tells the author of names that no node of the diagram has, as soon as that is drawn. */
export async function warnUnknownNodes(host: Element, diagram: ArchitectureDiagram, names: string[]): Promise<void> {
  if (!isDrawn(diagram)) return;
  const view = await diagram.view;
  const unknown = names.filter((name) => !view?.has(name));
  const known = view?.outline?.nodes.map(({ id }) => id);
  if (!unknown.length || !known) return;
  const words = [...new Set(unknown)].map((name) => `“${name}”`).join(', ');
  const fix = known.length ? `it has ${known.join(', ')}` : 'it has none that can be named';
  warn(host, `names ${words}, but the diagram has no such node: ${fix}.`);
}

/** What stays forward in a diagram once the pointer has left a reference to another part of it. */
const held = new WeakMap<ArchitectureDiagram, readonly string[]>();

/** Brings nodes of a drawn diagram forward; without names, what is held there, or everything. */
export async function bringForward(diagram: ArchitectureDiagram, names = held.get(diagram) ?? []): Promise<void> {
  if (!isDrawn(diagram)) return;
  const view = await diagram.view;
  view?.emphasize(names.filter((name) => view.has(name)));
}

/** Keeps nodes forward; none gives the whole diagram back. */
export async function hold(diagram: ArchitectureDiagram, names: readonly string[]): Promise<void> {
  held.set(diagram, names);
  await bringForward(diagram);
}
