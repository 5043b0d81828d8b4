import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FrontMatter } from './front-matter.js';
import { changedOn, dayOf, humanized, textOf } from './front-matter-values.js';

/** What a page's front matter says of it in a line; nothing where it says nothing of the kind. */
export function studyMeta(frontMatter: FrontMatter, lang: string): Element | undefined {
  const { company, domain, difficulty, tier, readingTime, status, updated } = factsOf(frontMatter);
  if (![company, domain, difficulty, tier, readingTime, status, updated].some(Boolean)) return undefined;
  const facts: [string, ElementContent[] | string | undefined][] = [
    ['Company', company],
    ['Domain', domain],
    ['Difficulty', difficulty],
    ['Tier', tier],
    // An empty value is counted by the element.
    ['Reading time', readingTime ?? []],
    ['Status', status],
    ['Last updated', updated && [dateOf(updated)]],
  ];
  return h(
    'study-meta',
    // Its terms are English, whatever the page is in.
    /^en\b/i.test(lang) ? {} : { lang: 'en', dir: 'ltr' },
    h(
      'dl',
      facts.flatMap(([term, value]) => (value === undefined ? [] : h('div', h('dt', term), h('dd', value)))),
    ),
  );
}

/** The facts of a page by which readers choose it. */
export function factsOf(frontMatter: FrontMatter) {
  const readingTime = textOf(frontMatter, 'reading_time', 'readingTime');
  return {
    company: textOf(frontMatter, 'company'),
    domain: words(frontMatter, 'domain'),
    difficulty: words(frontMatter, 'difficulty'),
    tier: words(frontMatter, 'excellence_tier', 'tier'),
    readingTime: readingTime && /^\d+$/.test(readingTime) ? `${readingTime} min` : readingTime,
    // Of the system, where it is told; else of the page.
    status: words(frontMatter, 'current_status', 'status'),
    updated: changedOn(frontMatter),
  };
}

function words(frontMatter: FrontMatter, ...names: string[]): string | undefined {
  const text = textOf(frontMatter, ...names);
  return text && humanized(text);
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function dateOf(text: string): ElementContent {
  const day = dayOf(text);
  return day ? h('time', { dateTime: day }, days.format(new Date(day))) : { type: 'text', value: text };
}
