import { reservedIdsIn, tellOf } from '../reserved-ids.js';
import type { Rule } from './rule.js';

export const reservedId: Rule = {
  name: 'reserved-id',
  severity: 'warn',
  summary: 'An id is what a script of the page looks up.',
  help: 'Finds ids such as `{#reactiveElementVersions}`: a browser has elements under their ids in the window, where Lit and Mermaid look for things of their own. A built page gets another id in its place, which links from other pages do not know. Choose another one.',
  check({ tree, nearest }, report) {
    for (const found of reservedIdsIn(tree)) report(nearest(found.element), tellOf(found));
  },
};
