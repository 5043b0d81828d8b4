import type { RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement, isHeading, levelOf, type Parent } from '../hast.js';
import type { Rule } from './rule.js';

export const incident: Rule = {
  name: 'incident',
  severity: 'warn',
  summary: 'An incident lacks times or lessons.',
  help: `Finds incidents that do not say when they were (a date, a year, a time of day, a \`<time>\`), or what was learned of them (lessons, actions, prevention, what has changed). Both may stand in the incident or in its section. Without times nobody can tell how long it took to detect and to mitigate it; without lessons the next reader has none either.`,
  check({ tree, nearest }, report) {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'incident-callout' || index === undefined || !parent) return;
      const section = sectionAround(parent, index);
      const hasTimes = section.some((one) => hasTime(one) || saysWhen.test(wordsOf(one)));
      const hasLessons = section.some((one) => saysLessons.test(wordsOf(one)));
      if (!hasTimes)
        report(nearest(node), 'This incident does not say when it was: write a date, or the times of its steps.');
      if (!hasLessons)
        report(nearest(node), 'This incident has no lessons: write what was learned, or what has changed since.');
    });
  },
};

const saysWhen = /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\bT ?[+-] ?\d|\b\d{1,2} ?[ap]\.?m\b/i;
const saysLessons =
  /\blessons?\b|\blearn(?:ed|t|ings?)\b|\bactions?(?: items?)?\b|\bfollow-?ups?\b|\bprevent(?:ion|ed|ive)?\b|\bremediations?\b|\bchanged\b|\bimprovements?\b|\btakeaways?\b/i;

/** What a node says; the end of a block does not run into the next. */
function wordsOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return isElement(node) ? node.children.map(wordsOf).join(' ') : '';
}

function hasTime(node: RootContent): boolean {
  return isElement(node) && (node.tagName === 'time' || node.children.some(hasTime));
}

/** The section that an incident stands in, its heading included, with all that is below that. */
function sectionAround(parent: Parent, index: number): RootContent[] {
  const nodes = parent.children as RootContent[];
  const start = nodes.findLastIndex((node, at) => at < index && isHeading(node) && levelOf(node) <= 2);
  const heading = nodes[start];
  const level = isHeading(heading) ? levelOf(heading) : 2;
  const end = nodes.findIndex((node, at) => at > index && isHeading(node) && levelOf(node) <= level);
  return nodes.slice(Math.max(start, 0), end < 0 ? undefined : end);
}
