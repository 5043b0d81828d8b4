import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Rule } from './rule.js';

/** The sections of a case study, each by the words that authors use for it; a heading is taken for the first that fits. */
const sections: [name: string, headings: RegExp, elements?: string[]][] = [
  ['discussion questions', /\bquestions?\b|\bdiscuss|\bexercises?\b/i, ['discussion-questions']],
  [
    'further reading',
    /\breading\b|\breferences?\b|\bresources?$|\bsources\b|\bbibliography\b|\bsee also\b/i,
    ['further-reading'],
  ],
  ['mapping to laws', /\blaws?\b|\baxioms?\b|\bfundamental (?:principles|constraints)/i, ['law-table']],
  [
    'failure scenarios',
    /\bfail(?:ures?|ed)\b|\bincidents?\b|\boutages?\b|\bpost-?mortems?\b|\bdisasters?\b|\bwent wrong\b|\bresilien/i,
    ['incident-callout'],
  ],
  ['key innovations', /\binnovations?\b|\bbreakthroughs?\b|\bnovel\b|\bunique\b/i, ['innovation-list']],
  ['applicable patterns', /\bpatterns?\b/i, ['pattern-card']],
  [
    'takeaways',
    /\btakeaways?\b|\blessons?\b|\bwhen to\b|\bdecision (?:guide|framework)|\bconclusions?\b|\bbest practices\b|\brecommendations?\b|\bguidance\b/i,
    ['key-takeaways'],
  ],
  [
    'operational excellence',
    /\boperat(?:ions?|ional|ing)\b|\bmonitoring\b|\bobservab|\bdeploy|\bon-?call\b|\brunbooks?\b|\breliability\b/i,
    ['rollout-path'],
  ],
  [
    'performance characteristics',
    /\bperforman|\blatenc|\bthroughput\b|\bbenchmarks?\b|\bcapacity\b|\bresource (?:utili[sz]ation|usage)\b/i,
    ['latency-profile', 'resource-table'],
  ],
  [
    'executive summary',
    /\bsummary\b|\btl;?dr\b|\bintroduction\b|\babstract\b|\bat a glance\b|\bquick facts\b|\bin brief\b/i,
    ['quick-facts'],
  ],
  [
    'system overview',
    /\boverview\b|\bcontext\b|\bbackground\b|\bproblem\b|\bchallenges?$|\brequirements\b|\bwhy\b|\bhigh-level\b/i,
  ],
  [
    'design deep dive',
    /\bdeep[- ]dives?\b|\bdesign\b|\barchitectur|\bimplementation\b|\binternals?\b|\bcomponents?\b|\bhow it works\b|\bdata model\b|\bstorage\b|\bscal(?:e|ing)\b/i,
    ['decision-list', 'scaling-path'],
  ],
];

/** A page with as many of them as sections of its own is a case study, unless its front matter calls it something else. */
const enough = 7;

export const missingSection: Rule = {
  name: 'missing-section',
  severity: 'warn',
  summary: 'A case study lacks sections of the template.',
  help: `Finds, in one report for a page, which of these a case study lacks: ${sections.map(([name]) => name).join(', ')}. They are recognized by the words of their headings or by their elements. A page is a case study where its front matter says \`type: case-study\`, or where it says no type and most of these are sections of the page, and not parts of them.`,
  check({ tree, frontMatter, lineAt, nearest }, report) {
    const { found, own, title } = sectionsIn(tree);
    const { type } = frontMatter;
    if (type ? !isCaseStudy(type) : own.size < enough) return;
    const missing = sections.map(([name]) => name).filter((name) => !found.has(name));
    if (!missing.length) return;
    report(
      title ? nearest(title) : lineAt(1),
      `Sections that a case study has, and this page lacks: ${missing.reverse().join(', ')}.`,
    );
  },
};

const isCaseStudy = (type: unknown) => typeof type === 'string' && /^case[-_ ]?study$/i.test(type.trim());

/** The sections that a page has: all of them, and those that are sections of the page itself. */
function sectionsIn(tree: Root): { found: Set<string>; own: Set<string>; title: Element | undefined } {
  const found = new Set<string>();
  const own = new Set<string>();
  let title: Element | undefined;
  visit(tree, 'element', (node) => {
    const [byElement] = sections.find(([, , elements]) => elements?.includes(node.tagName)) ?? [];
    if (byElement) for (const names of [found, own]) names.add(byElement);
    if (node.tagName === 'h1' && !title) title = node;
    else if (/^h[1-6]$/.test(node.tagName)) {
      const [name] = sections.find(([, headings]) => headings.test(textOf(node).trim())) ?? [];
      if (name) found.add(name);
      if (name && node.tagName === 'h2') own.add(name);
    }
  });
  return { found, own, title };
}
