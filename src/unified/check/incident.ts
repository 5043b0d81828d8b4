import type { Element, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement, isHeading, levelOf, type Parent } from '../hast.js';
import type { Rule } from './rule.js';

export const incident: Rule = {
  name: 'incident',
  severity: 'warn',
  summary: 'An incident lacks times or lessons.',
  help: `Finds incidents that do not say when they were (a date, a year, a time of day, a \`<time>\`), or what was learned of them (lessons, actions, prevention, what has changed). Both may stand in the incident or in its section. Without times nobody can tell how long it took to detect and to mitigate it; without lessons the next reader has none either.`,
  check({ tree, nearest }, report) {
    visit(tree, (node) => {
      if (!('children' in node)) return;
      for (const { incident, hasTimes, hasLessons } of incidentsIn(node)) {
        const place = nearest(incident);
        if (!hasTimes)
          report(place, 'This incident does not say when it was: write a date, or the times of its steps.');
        if (!hasLessons)
          report(place, 'This incident has no lessons: write what was learned, or what has changed since.');
      }
    });
  },
};

const saysWhen = /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\bT ?[+-] ?\d|\b\d{1,2} ?[ap]\.?m\b/i;
const saysLessons =
  /\blessons?\b|\blearn(?:ed|t|ings?)\b|\bactions?(?: items?)?\b|\bfollow-?ups?\b|\bprevent(?:ion|ed|ive)?\b|\bremediations?\b|\bchanged\b|\bimprovements?\b|\btakeaways?\b/i;

/** What a section says of its incidents. */
interface Told {
  hasTimes: boolean;
  hasLessons: boolean;
}

/** The incidents of a parent, with what their section says: each section is read once, however many are in it. */
function incidentsIn(parent: Parent): (Told & { incident: Element })[] {
  const nodes = parent.children as RootContent[];
  const found: (Told & { incident: Element })[] = [];
  const sections = new Map<number, Told>();
  let start = -1;
  for (const [index, node] of nodes.entries()) {
    if (isHeading(node) && levelOf(node) <= 2) start = index;
    if (!isElement(node, 'incident-callout')) continue;
    const told = sections.get(start) ?? toldBy(sectionFrom(nodes, start));
    sections.set(start, told);
    found.push({ incident: node, ...told });
  }
  return found;
}

/** A section from its heading on, with all that is below that. */
function sectionFrom(nodes: RootContent[], start: number): RootContent[] {
  const heading = nodes[start];
  const level = isHeading(heading) ? levelOf(heading) : 2;
  const end = nodes.findIndex((node, at) => at > start && isHeading(node) && levelOf(node) <= level);
  return nodes.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function toldBy(section: RootContent[]): Told {
  const words: string[] = [];
  let hasTimes = false;
  const read = (node: RootContent): void => {
    if (node.type === 'text') words.push(node.value);
    if (!isElement(node)) return;
    hasTimes ||= node.tagName === 'time';
    for (const child of node.children) read(child);
  };
  for (const node of section) read(node);
  // The end of a block does not run into the next.
  const text = words.join(' ');
  return { hasTimes: hasTimes || saysWhen.test(text), hasLessons: saysLessons.test(text) };
}
