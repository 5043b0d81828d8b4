import { changedOn, dayOf, humanized, listOf, minutesOf, textOf } from './front-matter-values.js';
import type { Writeup } from './writeup.js';

/** What search engines read of a page: https://schema.org/TechArticle. What is not known is left out. */
export function structuredData({ title, description, frontMatter }: Writeup, lang: string): Record<string, unknown> {
  const minutes = minutesOf(textOf(frontMatter, 'reading_time', 'readingTime'));
  const difficulty = textOf(frontMatter, 'difficulty');
  const domain = textOf(frontMatter, 'domain');
  const company = textOf(frontMatter, 'company');
  const authors = [...listOf(frontMatter, 'author'), ...listOf(frontMatter, 'authors')];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    description: description || undefined,
    inLanguage: lang,
    url: canonicalOf(frontMatter),
    datePublished: dayOf(textOf(frontMatter, 'published', 'date')),
    dateModified: dayOf(changedOn(frontMatter)),
    author: authors.length ? authors.map((name) => ({ '@type': 'Person', name })) : undefined,
    about: company && { '@type': 'Organization', name: company },
    articleSection: domain && humanized(domain),
    keywords: textOf(frontMatter, 'tags', 'keywords'),
    proficiencyLevel: difficulty && humanized(difficulty),
    dependencies: textOf(frontMatter, 'prerequisites'),
    timeRequired: minutes && durationOf(minutes),
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value));
}

/** The address that a page says it has. */
export function canonicalOf(frontMatter: Writeup['frontMatter']): string | undefined {
  const address = textOf(frontMatter, 'canonical', 'canonical_url');
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

/** Minutes as ISO 8601 has them. */
function durationOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `PT${hours ? `${hours}H` : ''}${minutes % 60 ? `${minutes % 60}M` : ''}`;
}
