import { ensureId, slug } from './anchors.js';
import { textOf } from './text.js';

/** Elements whose headings are their own and no sections of the page. */
const boxes =
  'aside, blockquote, dialog, figure, nav, :is(architecture-diagram, card-grid, compare-table, content-tabs, ' +
  'decision-list, discussion-questions, further-reading, incident-callout, incident-timeline, info-card, ' +
  'innovation-list, key-takeaways, latency-profile, law-table, note-callout, page-outline, pattern-card, ' +
  'practice-list, quick-facts, resource-table, rollout-path, scaling-path, stat-card, study-meta)';

/** The headings of a page's sections, from the second level to the fourth, each with an id. */
export function sectionHeadings(page: Element): HTMLElement[] {
  const headings = [...page.querySelectorAll<HTMLElement>('h2, h3, h4')].filter(
    (heading) => textOf(heading) && !page.contains(heading.closest(boxes)),
  );
  for (const heading of headings) ensureId(heading, slug(textOf(heading)) || 'section');
  return headings;
}
