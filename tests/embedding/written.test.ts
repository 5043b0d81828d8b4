/** All that the elements write into a page: the fewer, the less can clash with who owns those nodes. */
import { expect } from '@open-wc/testing';
import { files, type Story, show } from './morphed-pages.js';

/** What each element writes: on itself at `:host`, or on which of the nodes inside it. */
const expected: Record<string, string> = {
  'architecture-diagram': 'svg aria-label aria-roledescription role slot',
  'case-study': 'h2 id; h3 id; h4 id',
  'compare-table':
    'table role; tbody role; td data-label data-name data-numeric data-status role; th data-numeric role scope; thead role; tr role',
  'content-tabs': 'section aria-label hidden role tabindex',
  'decision-list': 'li id',
  'discussion-questions': 'li id',
  'further-reading': 'li data-address data-host data-kind data-words',
  'incident-timeline':
    'li data-elapsed data-event; table role; tbody role; td data-label role; th role; thead role; tr data-elapsed role',
  'innovation-list': 'li id',
  'key-takeaways': 'li data-kind',
  'latency-profile':
    'dd data-missed style; table role; tbody role; td data-label data-missed role style; th role; thead role; tr role',
  'law-table':
    'table role; tbody role; td data-label data-law role; th data-label data-law role scope; thead role; tr role',
  'note-callout': ':host data-words',
  'quick-facts': ':host data-downtime; table role; tbody role; td data-label role; th role; thead role; tr role',
  'resource-table':
    'table role; tbody role; td data-growth data-label data-meter data-numeric role style; th data-label data-numeric role; thead role; tr role',
  'rollout-path': 'li style',
  'scaling-path': 'li data-factor',
  'stat-card': ':host data-words',
  'study-meta': 'dd data-level data-minutes',
};

describe('what the elements write', () => {
  it('is attributes, and no more of them than these', async function () {
    this.timeout(60_000);
    const written = new Map<string, Map<string, Set<string>>>();
    const grown = new Set<string>();
    for (const { default: meta, ...stories } of Object.values(files))
      for (const [name, story] of Object.entries(stories as Record<string, Story>)) {
        const { holder, html } = await show(meta, story);
        const template = document.createElement('template');
        template.innerHTML = html;
        const nodes = [...holder.querySelectorAll('*')];
        const before = [...template.content.querySelectorAll('*')];
        if (before.length !== nodes.length) grown.add(name);
        else for (const [index, node] of nodes.entries()) note(node, before[index]!);
        holder.remove();
      }
    const found = [...written].map(([tag, places]) => {
      const lines = [...places].map(([place, names]) => `${place} ${[...names].sort().join(' ')}`);
      return [tag, lines.sort().join('; ')] as const;
    });
    expect(Object.fromEntries(found)).to.deep.equal(expected);
    // Data given as a property is shown in nodes of ours; there is none of the author's.
    expect([...grown].filter((name) => !/Property$/.test(name))).to.deep.equal([]);

    function note(node: Element, before: Element): void {
      const host = hostOf(node);
      if (!host) return;
      const place = host === node ? ':host' : node.closest('svg') ? 'svg' : node.localName;
      for (const { name, value } of node.attributes) {
        if (before.getAttribute(name) === value) continue;
        const places = written.get(host.localName) ?? new Map<string, Set<string>>();
        written.set(host.localName, places.set(place, (places.get(place) ?? new Set()).add(name)));
      }
    }
  });
});

function hostOf(node: Element): Element | null {
  for (let at: Element | null = node; at; at = at.parentElement) if (at.localName.includes('-')) return at;
  return null;
}
