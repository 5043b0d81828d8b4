import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { listOf } from '../../unified/front-matter-values.js';
import { factsOf } from '../../unified/study-meta.js';
import { addressFrom } from './paths.js';
import type { SitePage } from './site-page.js';

/** A page in the index of a site. */
export type IndexedPage = Pick<SitePage, 'file' | 'title' | 'description' | 'frontMatter'>;

/** By what the pages can be chosen: the name in the page's address, and the words for it and for all of it. */
const facets = [
  { name: 'domain', words: 'Domain' },
  { name: 'company', words: 'Company' },
  { name: 'tier', words: 'Tier' },
  { name: 'difficulty', words: 'Difficulty' },
] as const;

const study = /case|stud|mortem|incident|deep|writeup/i;

/** Whether a page is a writeup. One that says of itself that it is something else is not. */
export function isStudy({ file, frontMatter }: IndexedPage): boolean {
  const types = listOf(frontMatter, 'type');
  return !/(^|\/)index\.html$/.test(file) && (!types.length || types.some((type) => study.test(type)));
}

/**
 * The index of a site's writeups, by domain, with what is needed to filter and search them; nothing where there are none.
 * @param search whether there is an index of all words
 */
export function indexOf(pages: readonly IndexedPage[], search: boolean): Element[] {
  const studies = pages.filter(isStudy).sort(byTitle);
  if (!studies.length) return [];
  const domains = new Map<string, IndexedPage[]>();
  for (const page of studies) {
    const { domain = 'Other' } = factsOf(page.frontMatter);
    const group = domains.get(domain);
    if (group) group.push(page);
    else domains.set(domain, [page]);
  }
  const groups = [...domains].sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other, 'en'));
  return [
    formOf(studies, search),
    h('p', { className: ['site-count'] }, [
      h('span', { id: 'count', role: 'status' }, countOf(studies.length)),
      h('button', { type: 'button', hidden: true }, 'Clear'),
    ]),
    h('div', { id: 'found' }),
    ...groups.map(([domain, group]) =>
      h('section', { className: ['site-group'] }, [
        h('h2', { id: `domain-${slug(domain)}` }, domain),
        h('card-grid', group.map(cardOf)),
      ]),
    ),
  ];
}

const rank = (domain: string) => (domain === 'Other' ? 1 : 0);
const byTitle = (one: IndexedPage, other: IndexedPage) => one.title.localeCompare(other.title, 'en');
const countOf = (count: number) => (count === 1 ? '1 case study' : `${count} case studies`);
const slug = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');

/** Shown by its script: without that it could do nothing. */
function formOf(studies: readonly IndexedPage[], search: boolean): Element {
  return h(
    'form',
    { id: 'filter', className: ['site-filter'], role: 'search', hidden: true, dataSearch: search ? 'pagefind' : '' },
    [
      h('label', ['Search', h('input', { type: 'search', name: 'q', autoComplete: 'off', ariaControls: ['count'] })]),
      ...facets.flatMap(({ name, words }) => {
        const counts = new Map<string, number>();
        for (const { frontMatter } of studies) {
          const value = factsOf(frontMatter)[name];
          if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const values = [...counts].sort(([one], [other]) => one.localeCompare(other, 'en'));
        return values.length > 1 ? h('label', [words, selectOf(name, values)]) : [];
      }),
    ],
  );
}

const selectOf = (name: string, values: readonly [string, number][]) =>
  h('select', { name }, [
    h('option', { value: '' }, 'All'),
    ...values.map(([value, count]) => h('option', { value }, `${value} (${count})`)),
  ]);

function cardOf({ file, title, description, frontMatter }: IndexedPage): ElementContent {
  const { domain, company, difficulty, tier, readingTime } = factsOf(frontMatter);
  const facts = [company, difficulty, readingTime].filter(Boolean).join(' · ');
  const data = { dataPage: file, dataDomain: domain, dataCompany: company, dataDifficulty: difficulty, dataTier: tier };
  return h('pattern-card', { tier: tier?.toLowerCase(), ...data }, [
    h('h3', h('a', { href: addressFrom('index.html', file) }, title)),
    ...(description ? [h('p', description)] : []),
    ...(facts ? [h('p', { className: ['site-facts'] }, facts)] : []),
  ]);
}
