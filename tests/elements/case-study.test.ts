import { expect } from '@open-wc/testing';
import type { CaseStudy } from '../../src/index.js';
import '../../src/define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { linkStylesheet, place, settled, warningsOf } from '../helpers.js';
import { itLinksToItsParts } from '../links.js';
import { itMovesNothing, openBeforeUpgrade } from '../upgrade.js';

const page = `<case-study><h1>Order ledger</h1><p>What it gave up.</p>
  <h2>Executive summary</h2><p>One log.</p><h3>What’s next?</h3><p>Two logs.</p><h2>Executive summary</h2><p>Again.</p>
</case-study>`;

itKeepsThePromises('<case-study scheme="light"><h1>Order ledger</h1><p>What it gave up.</p></case-study>');
itKeepsThePromises(
  '<case-study><h1>Order ledger</h1><section><h2 id="of-a-section">Why</h2><p>So.</p></section></case-study>',
);
itLinksToItsParts(page, 'h2, h3', ['executive-summary', 'whats-next', 'executive-summary_1']);

describe('<case-study>', () => {
  before(linkStylesheet);

  itMovesNothing(page);

  const text = '<h2>Heading</h2><p><a href="#a">Text</a></p><table><tr><td>Cell</td></tr></table>';

  it('keeps its column no wider than the measure, in the middle', async () => {
    const element = await place(`<case-study><p>${'word '.repeat(200)}</p></case-study>`);
    element.parentElement!.style.width = '1200px';
    const [outer, inner] = [element.getBoundingClientRect(), element.querySelector('p')!.getBoundingClientRect()];
    expect(inner.width).to.equal(44 * 16);
    expect(inner.left - outer.left).to.be.closeTo(outer.right - inner.right, 1);
  });

  it('styles plain HTML inside it and none outside it', async () => {
    const styles = (root: Element) =>
      ['h2', 'p', 'a', 'td'].map((selector) => {
        const { font, color, padding, margin } = getComputedStyle(root.querySelector(selector)!);
        return [font, color, padding, margin].join();
      });
    const outside = styles(await place(`<section>${text}</section>`));
    const frame = await openFrame({ markup: `<!doctype html><body><section>${text}</section>` });
    const untouched = styles(frame.contentDocument!.body);
    const inside = styles(await place(`<case-study>${text}</case-study>`));
    expect(outside).to.deep.equal(untouched);
    inside.forEach((style, index) => {
      expect(style).not.to.equal(outside[index]);
    });
  });

  it('follows the scheme of the page around it, or its own', async () => {
    const ink = async (scheme: string) => {
      const element = await place(`<case-study ${scheme}><p>Text</p></case-study>`);
      return getComputedStyle(element.querySelector('p')!).color;
    };
    document.documentElement.style.colorScheme = 'dark';
    const [inDark, lightInDark] = [await ink(''), await ink('scheme="light"')];
    document.documentElement.style.colorScheme = 'light';
    const [inLight, darkInLight] = [await ink(''), await ink('scheme="dark"')];
    document.documentElement.style.colorScheme = '';
    expect(inDark).not.to.equal(inLight);
    expect(lightInDark).to.equal(inLight);
    expect(darkInLight).to.equal(inDark);
  });

  it("takes a page's own token without a fight", async () => {
    const element = await place(
      '<case-study style="--dd-accent: rgb(1, 2, 3)"><p><a href="#a">Text</a></p></case-study>',
    );
    expect(getComputedStyle(element.querySelector('a')!).color).to.equal('rgb(1, 2, 3)');
  });

  itOnce('names the schemes that it knows', async () => {
    const warnings = await warningsOf(() => place('<case-study scheme="sepia"><p>Text</p></case-study>'));
    expect(warnings).to.deep.equal(['<case-study> does not know scheme="sepia": use light, dark, auto.']);
  });

  describe('the sections', () => {
    const ids = (element: Element) => [...element.querySelectorAll('h1, h2, h3, h4, h5')].map(({ id }) => id);
    const study = (html: string) => place(`<case-study>${html}</case-study>`);

    itOnce('get the names that MkDocs gives them, with numbers where they are the same', async () => {
      const element = await study(
        '<h2>Failure Scenarios &amp; Lessons</h2><h3>P99.9 Latency</h3><h3>P99.9 Latency</h3><h4>P99.9 Latency</h4>',
      );
      expect(ids(element)).to.deep.equal([
        'failure-scenarios-lessons',
        'p999-latency',
        'p999-latency_1',
        'p999-latency_2',
      ]);
    });

    itOnce("keep their author's names, and get none that is taken elsewhere in the page", async () => {
      const holder = await place(
        '<div><p id="lessons"></p><case-study><h2 id="mine">A</h2><h2>Lessons</h2></case-study></div>',
      );
      expect(ids(holder)).to.deep.equal(['mine', 'lessons_1']);
    });

    itOnce('go from the second level to the fourth, and may stand in sections', async () => {
      const element = await study(
        '<h1>One</h1><section><h2>Two</h2><div><h3>Three</h3></div></section><h4>Four</h4><h5>Five</h5>',
      );
      expect(ids(element)).to.deep.equal(['', 'two', 'three', 'four', '']);
    });

    itOnce('are none of the headings inside boxes', async () => {
      const boxes = [
        ...['aside', 'blockquote', 'figure', 'nav', 'note-callout', 'incident-callout', 'info-card', 'stat-card'],
        ...['quick-facts', 'decision-list', 'practice-list', 'innovation-list', 'key-takeaways', 'further-reading'],
        ...['discussion-questions', 'content-tabs', 'latency-profile', 'scaling-path', 'rollout-path', 'pattern-card'],
      ];
      const inside: Record<string, string> = {};
      for (const tag of boxes) {
        const body = '<dl><dt>P50</dt><dd>1 ms</dd></dl><ol><li>1</li></ol><p>Text</p>';
        const content = tag === 'content-tabs' ? `<section><h3>Title</h3>${body}</section>` : `<h3>Title</h3>${body}`;
        const element = await study(`<${tag}>${content}</${tag}>`);
        inside[tag] = element.querySelector('h3')!.id;
        element.remove();
      }
      expect(Object.values(inside).filter(Boolean)).to.deep.equal([]);
    });

    itOnce('without letters are named all the same; without words they are none', async () => {
      expect(ids(await study('<h2>🎉</h2><h2>…</h2><h2> </h2>'))).to.deep.equal(['section', 'section_1', '']);
    });

    itOnce('get names when they come late', async () => {
      const element = await study('<h2>One</h2>');
      element.insertAdjacentHTML('beforeend', '<h2>Two</h2>');
      await settled(element);
      expect(ids(element)).to.deep.equal(['one', 'two']);
    });

    it('are gone to when the page was opened with the address of one that has just got its name', async () => {
      const { page, upgrade } = await openBeforeUpgrade(
        `<div style="height: 3000px"></div><h2>Lessons</h2><div style="height: 3000px"></div>`,
        800,
      );
      const view = page.defaultView!;
      view.location.hash = '#lessons';
      expect(view.scrollY).to.equal(0);
      await upgrade();
      expect(page.querySelectorAll('h2')[1]!.getBoundingClientRect().top).to.be.within(0, 100);
    });

    it('are not gone to by a reader who is elsewhere already', async () => {
      const { page, upgrade } = await openBeforeUpgrade(
        `<div style="height: 3000px"></div><h2>Lessons</h2><div style="height: 3000px"></div>`,
        800,
      );
      const view = page.defaultView!;
      view.location.hash = '#lessons';
      view.scrollTo({ top: 500, behavior: 'instant' });
      await upgrade();
      expect(view.scrollY).to.equal(500);
    });
  });

  it('opens what is folded on paper, and leaves it as it was', async () => {
    const element = await place('<case-study><details><summary>More</summary>Text</details></case-study>');
    const details = element.querySelector('details')!;
    dispatchEvent(new Event('beforeprint'));
    expect(details.open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(details.open).to.equal(false);
  });

  describe('toJSON()', () => {
    // Hidden, so that no diagram is drawn.
    const read = async (html: string) => {
      const holder = await place(`<div hidden><case-study>${html}</case-study></div>`);
      const study = holder.querySelector<CaseStudy>('case-study')!;
      return JSON.parse(JSON.stringify(study)) as { title: string; content: Record<string, unknown>[] };
    };

    it('has the title, and plain HTML in order', async () => {
      const { content, ...rest } = await read(
        '<h1>Order ledger</h1><p>What it <em>gave up</em>.</p><h2>Why</h2><ul><li>One</li><li>Two</li></ul>',
      );
      expect(rest).to.deep.equal({ type: 'case-study', title: 'Order ledger' });
      expect(content).to.deep.equal([
        { type: 'heading', level: 1, text: 'Order ledger' },
        { type: 'p', text: 'What it gave up.' },
        { type: 'heading', level: 2, id: 'why', text: 'Why' },
        { type: 'ul', items: ['One', 'Two'] },
      ]);
    });

    const elements: [string, object][] = [
      [
        '<study-meta><dl><div><dt>Company</dt><dd>Example</dd></div></dl></study-meta>',
        { facts: [{ label: 'Company', value: 'Example' }] },
      ],
      [
        '<quick-facts><h2>Facts</h2><dl><dt>Scale</dt><dd>42 M users</dd><dd>in May</dd></dl></quick-facts>',
        { heading: 'Facts', facts: [{ label: 'Scale', value: '42 M users', note: 'in May' }] },
      ],
      [
        '<note-callout kind="tip"><h4>Mind</h4><p>Orders are split.</p></note-callout>',
        { kind: 'tip', heading: 'Mind', content: [{ type: 'p', text: 'Orders are split.' }] },
      ],
      [
        '<card-grid><info-card><h4>Why</h4><p>So.</p></info-card></card-grid>',
        { content: [{ type: 'info-card', heading: 'Why', content: [{ type: 'p', text: 'So.' }] }] },
      ],
      [
        '<pattern-card tier="gold"><a href="https://example.com/cqrs"><h4>CQRS</h4><p>Reads apart.</p></a></pattern-card>',
        {
          tier: 'gold',
          href: 'https://example.com/cqrs',
          heading: 'CQRS',
          content: [{ type: 'p', text: 'Reads apart.' }],
        },
      ],
      [
        '<latency-profile slo="300 ms"><dl><dt>P50</dt><dd>4 ms</dd></dl></latency-profile>',
        { slo: '300 ms', percentiles: [{ label: 'P50', value: '4 ms' }], summary: 'All within the SLO.' },
      ],
      [
        '<law-table><table><caption>Laws</caption><thead><tr><th>Law</th><th>Cost</th></tr></thead><tr><td>Cognitive load</td><td>High</td></tr></table></law-table>',
        { caption: 'Laws', rows: [{ Law: 'Cognitive load', Cost: 'High' }] },
      ],
      [
        '<compare-table><table><thead><tr><th>Store</th><th>Safe</th></tr></thead><tr><td>Log</td><td>✅</td></tr></table></compare-table>',
        { caption: '', rows: [{ Store: 'Log', Safe: '✅' }], marks: { '✅': 'Yes' } },
      ],
      [
        '<resource-table><table><thead><tr><th>Resource</th><th>Usage</th></tr></thead><tr><td>CPU</td><td>70%</td></tr></table></resource-table>',
        { caption: '', rows: [{ Resource: 'CPU', Usage: '70%' }] },
      ],
      [
        '<incident-timeline><ol><li data-event="started"><time datetime="2024-03-14T15:39Z">15:39</time> Errors</li></ol></incident-timeline>',
        { events: [{ time: '15:39', datetime: '2024-03-14T15:39Z', text: 'Errors', event: 'started' }] },
      ],
      [
        '<architecture-diagram><pre>graph LR\n  A --&gt; B</pre><figcaption>All of it</figcaption></architecture-diagram>',
        { caption: 'All of it', source: 'graph LR\n  A --> B' },
      ],
      [
        '<scaling-path><ol><li><strong>1K users</strong> one machine</li><li><strong>1M users</strong> shards</li></ol></scaling-path>',
        {
          stages: [
            { name: '1K users', note: 'one machine' },
            { name: '1M users', note: 'shards' },
          ],
        },
      ],
      [
        '<rollout-path><ol><li>Canary</li><li>100%</li></ol><dl><dt>Rollback time</dt><dd>5 min</dd></dl></rollout-path>',
        { stages: ['Canary', '100%'], facts: [{ label: 'Rollback time', value: '5 min' }] },
      ],
      [
        '<decision-list><ol><li><strong>Sharding</strong>: by buyer</li></ol></decision-list>',
        { items: [{ lead: 'Sharding', text: 'by buyer' }] },
      ],
      [
        '<innovation-list><ol><li><strong>Leases</strong>: by shard</li></ol></innovation-list>',
        { items: [{ lead: 'Leases', text: 'by shard' }] },
      ],
      [
        '<practice-list><ul><li><strong>Metrics</strong>: lag</li></ul></practice-list>',
        { items: [{ lead: 'Metrics', text: 'lag' }] },
      ],
      [
        '<key-takeaways><ol><li><strong>When to apply</strong>: one key</li></ol></key-takeaways>',
        { items: [{ kind: 'apply', lead: 'When to apply', text: 'one key' }] },
      ],
      [
        '<further-reading><ul><li><a href="https://arxiv.org/abs/1234.5678">The ledger</a></li></ul></further-reading>',
        { items: [{ kind: 'paper', text: 'The ledger', href: 'https://arxiv.org/abs/1234.5678' }] },
      ],
      [
        '<discussion-questions><ol><li>Why?<details><summary>Answer</summary><p>So.</p></details></li></ol></discussion-questions>',
        { items: [{ text: 'Why?', summary: 'Answer', answer: 'So.' }] },
      ],
      [
        '<content-tabs name="engine"><section><h4>One</h4><p>1</p></section><section><h4>Two</h4><p>2</p></section></content-tabs>',
        {
          name: 'engine',
          tabs: [
            { heading: 'One', content: [{ type: 'p', text: '1' }] },
            { heading: 'Two', content: [{ type: 'p', text: '2' }] },
          ],
        },
      ],
    ];
    for (const [html, data] of elements) {
      const [, type] = /<([\w-]+)/.exec(html)!;
      it(`has <${type}> as it is`, async () => {
        const { content } = await read(html);
        expect(content).to.deep.equal([{ type, ...data }]);
      });
    }

    it('has the settings and the parts of a figure and of an incident', async () => {
      const { content } = await read(`
        <stat-card target="300" better="lower"><h4>P99 read</h4><data value="15">15 <small>ms</small></data></stat-card>
        <incident-callout severity="sev1"><h3>Checkout outage</h3><dl><dt>Impact</dt><dd>No orders</dd></dl></incident-callout>`);
      expect(content[0]).to.include({ type: 'stat-card', heading: 'P99 read', target: 300 });
      expect(JSON.stringify(content[0])).to.contain('15 ms');
      expect(content[1]).to.deep.equal({
        type: 'incident-callout',
        severity: 'sev1',
        heading: 'Checkout outage',
        content: [{ type: 'dl', facts: [{ label: 'Impact', value: 'No orders' }] }],
      });
    });

    it('has every element of a page once, in order, with the outline', async () => {
      const { content } = await read(
        `<page-outline></page-outline><h2>All</h2>${elements.map(([html]) => html).join('')}`,
      );
      const types = content.map(({ type }) => type);
      expect(types).to.deep.equal(['page-outline', 'heading', ...elements.map(([html]) => /<([\w-]+)/.exec(html)![1])]);
      expect(content[0]).to.deep.include({ sections: [{ id: 'all', level: 2, text: 'All' }] });
    });
  });

  itOnce('promises Markdown', async () => {
    const element = (await place(page)) as CaseStudy;
    const promise = element.toMarkdown();
    expect(promise).to.be.instanceOf(Promise);
    expect(await promise).to.match(/^# Order ledger\n.*## Executive summary\n/s);
  });
});
