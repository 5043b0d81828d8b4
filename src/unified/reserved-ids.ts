import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { everyElement } from './hast.js';

/**
 * What Lit, Mermaid and their like look up in the window, where an element with such an id would be found in its place, and
 * the ids of drawings that Mermaid is making. A test reads the names from the scripts of a page.
 */
const reserved =
  /^(?:lit[A-Z]\w*|reactiveElement\w+|Shady(?:CSS|DOM)|fastdom|cytoscape|Buffer|__mermaidProfiler|mermaidCaptureSizes|[di]?dd-mermaid-\d.*)$/;

/** An element with an id that scripts look up, and the id that takes its place. */
export interface ReservedId {
  element: Element;
  id: string;
  instead: string;
}

/** The elements of a page whose ids are reserved. */
export function reservedIdsIn(tree: Root): ReservedId[] {
  const used = new Set<string>();
  const found: Omit<ReservedId, 'instead'>[] = [];
  everyElement(tree, (element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    used.add(id);
    if (reserved.test(id)) found.push({ element, id });
  });
  const free = new Map<string, string>();
  return found.map(({ element, id }) => {
    const instead = free.get(id) ?? freeIn(used, id);
    free.set(id, instead);
    return { element, id, instead };
  });
}

function freeIn(used: ReadonlySet<string>, id: string): string {
  let instead = `x-${id}`;
  while (used.has(instead)) instead = `x-${instead}`;
  return instead;
}

/** Where other elements name one: an address, and lists of ids. */
const idLists = ['ariaControls', 'ariaDescribedBy', 'ariaDetails', 'ariaLabelledBy', 'ariaOwns', 'headers', 'htmlFor'];

/** Gives elements another id where scripts would take them for something else. What names them on the page follows. */
export function renameReservedIds(tree: Root, file: VFile): void {
  const found = reservedIdsIn(tree);
  if (!found.length) return;
  const names = new Map(found.map(({ id, instead }) => [id, instead]));
  for (const { element, id, instead } of found) {
    element.properties['id'] = instead;
    file.message(tellOf({ id, instead }), { place: element.position, source: 'deepdive', ruleId: 'reserved-id' });
  }
  const renamed = (id: string) => names.get(id) ?? id;
  everyElement(tree, ({ properties }) => {
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = `#${renamed(href.slice(1))}`;
    for (const name of idLists) {
      const value = properties[name];
      if (Array.isArray(value)) properties[name] = value.map((one) => renamed(String(one)));
      else if (typeof value === 'string') properties[name] = value.split(/\s+/).map(renamed).join(' ');
    }
  });
}

/** What is wrong with an id, and what to do about it. */
export const tellOf = ({ id, instead }: Omit<ReservedId, 'element'>): string =>
  `Scripts of a page look up “${id}” and would find this element. A built page has “${instead}” in its place: choose another id.`;
