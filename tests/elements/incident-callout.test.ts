import { expect } from '@open-wc/testing';
import type { IncidentCallout, IncidentTimeline } from '../../src/index.js';
import '../../src/elements/incident-callout/incident-callout.define.js';
import '../../src/elements/incident-timeline/incident-timeline.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { linkStylesheet, place, settled, textBefore, waitUntil, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const title = '<h2>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h2>';
const list = `<incident-callout severity="sev1">${title}<dl>
  <dt>What happened</dt><dd>A schema change locked the busiest shard.</dd>
  <dt>Impact</dt><dd><ul><li>Two hours of failed checkouts</li></ul></dd></dl></incident-callout>`;
const headings = `<incident-callout severity="SEV2">${title}
  <h3>What happened</h3><p>A schema change locked the busiest shard.</p>
  <h3>Impact</h3><ul><li>Two hours of failed checkouts</li></ul></incident-callout>`;
const leadIns = `<incident-callout severity="minor">${title}
  <p><strong>What happened</strong>: A schema change locked the busiest shard.</p>
  <p><strong>Impact</strong>:</p><ul><li>Two hours of failed checkouts</li></ul></incident-callout>`;

const event = (time: string, turn = '') =>
  `<li${turn && ` data-event="${turn}"`}><time>${time}</time> Something happens.</li>`;
const course = `<incident-timeline><ol>${event('18:02', 'started')}${event('18:08', 'detected')}${event('18:50', 'mitigated')}${event('20:06', 'resolved')}</ol></incident-timeline>`;
/** A callout whose prose is about its timeline. */
const withCourse = (prose: string, timeline = course) =>
  `<incident-callout severity="sev1">${title}${prose}${timeline}</incident-callout>`;
const told = withCourse(
  '<dl><div><dt>Impact</dt><dd>Checkout failed for 48 minutes.</dd></div></dl>',
  course.replace('<ol>', '<h3>Timeline</h3><ol>'),
);
const inTable = withCourse(
  '<p>A shard locked.</p>',
  `<incident-timeline><table><thead><tr><th>Time</th><th>Event</th><th>Fix</th></tr></thead><tbody>
    <tr data-event="started"><td>T+0</td><td>A shard locks</td><td>None</td></tr>
    <tr data-event="detected"><td>T+6min</td><td>The alert pages</td><td>Roll back</td></tr>
  </tbody></table></incident-timeline>`,
);

for (const markup of [list, headings, leadIns, told, inTable]) itKeepsThePromises(markup);

describe('<incident-callout>', () => {
  before(linkStylesheet);

  itMovesNothing(list, headings, leadIns, told, inTable);

  const badge = (element: Element) => getComputedStyle(element, '::before');

  it('shows the severity as it is written, in a colour of its own', async () => {
    const colours = new Map<string, string>();
    for (const severity of ['sev1', 'sev2', 'sev3', 'sev4', 'critical', 'major', 'minor', 'SEV2']) {
      const element = await place(`<incident-callout severity="${severity}">${title}<p>Text</p></incident-callout>`);
      expect(textBefore(element)).to.equal(severity);
      colours.set(severity, badge(element).color);
    }
    expect(new Set(['sev1', 'sev2', 'sev3', 'sev4'].map((severity) => colours.get(severity))).size).to.equal(4);
    for (const [a, b] of [
      ['sev1', 'critical'],
      ['sev2', 'major'],
      ['sev3', 'minor'],
      ['sev2', 'SEV2'],
    ] as const) {
      expect(colours.get(a)).to.equal(colours.get(b));
    }
  });

  it('shows no badge without a severity', async () => {
    expect(badge(await place(`<incident-callout>${title}<p>Text</p></incident-callout>`)).content).to.match(
      /^(none|normal)$/,
    );
  });

  it('puts the labels of a list beside their text where there is room, and above it where there is not', async () => {
    const element = await place(list);
    const [label, text] = [element.querySelector('dt')!, element.querySelector('dd')!];
    const box = (node: Element) => node.getBoundingClientRect();
    element.parentElement!.style.width = '44rem';
    expect(box(text).left).to.be.at.least(box(label).right);
    element.parentElement!.style.width = '20rem';
    expect(box(text).top).to.be.at.least(box(label).bottom);
  });

  it('never lets the badge cover the title', async () => {
    const element = await place(
      `<incident-callout severity="critical"><h2>${'A long title of many words '.repeat(6)}</h2></incident-callout>`,
    );
    element.parentElement!.style.width = '20rem';
    const text = document.createRange();
    text.selectNodeContents(element.querySelector('h2')!);
    const room = element.getBoundingClientRect().right - text.getBoundingClientRect().right;
    expect(room).to.be.above(Number.parseFloat(badge(element).width));
  });

  itOnce('shows an unknown severity in words and names the known ones', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<incident-callout severity="awful"><p>The database went down.</p></incident-callout>');
    });
    expect(textBefore(element)).to.equal('awful');
    expect(element.innerText).to.contain('The database went down.');
    expect(warnings).to.deep.equal([
      '<incident-callout> does not know severity="awful": use sev1, sev2, sev3, sev4, sev5, critical, major, minor.',
    ]);
  });

  it('shows text of any other form as it is', async () => {
    const element = await place('<incident-callout severity="sev1">The database went <b>down</b>.</incident-callout>');
    expect(element.innerText).to.contain('The database went down.');
  });

  describe('the figures', () => {
    const figures = (element: Element) =>
      [...(element.shadowRoot?.querySelectorAll('[part=figures] > div') ?? [])].map(
        (figure) => `${figure.querySelector('dt')!.textContent}: ${figure.querySelector('dd')!.textContent}`,
      );
    const all = ['Time to detect: 6 min', 'Time to mitigate: 48 min', 'Time to resolve: 2 h 4 min'];

    it('are those of its timeline, below the heading and above the text', async () => {
      const element = await place(told);
      expect(figures(element)).to.deep.equal(all);
      const box = (node: Element) => node.getBoundingClientRect();
      const part = element.shadowRoot!.querySelector('[part=figures]')!;
      expect(box(part).top).to.be.at.least(box(element.querySelector('h2')!).bottom - 1);
      expect(box(part).bottom).to.be.at.most(box(element.querySelector('dl')!).top);
    });

    for (const order of [
      ['incident-callout', 'incident-timeline'],
      ['incident-timeline', 'incident-callout'],
    ]) {
      it(`are shown where <${order[0]}> is upgraded first`, async () => {
        const frame = await openFrame({
          markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css"><body>${told}`,
        });
        const page = frame.contentDocument!;
        for (const tag of order) {
          const script = Object.assign(page.createElement('script'), {
            type: 'module',
            src: `/dist/elements/${tag}/${tag}.define.js`,
          });
          const loaded = new Promise((resolve, reject) => {
            script.onload = resolve;
            script.onerror = reject;
          });
          page.head.append(script);
          await loaded;
          await settled(page);
        }
        expect(figures(page.querySelector('incident-callout')!)).to.deep.equal(all);
        expect(figures(page.querySelector('incident-timeline')!)).to.deep.equal([]);
      });
    }

    it('come with a timeline that comes late, and go with it', async () => {
      const element = await place(withCourse('<p>A shard locked.</p>', ''));
      expect(figures(element)).to.deep.equal([]);
      element.insertAdjacentHTML('beforeend', course);
      await settled(element);
      expect(figures(element)).to.deep.equal(all);
      element.querySelector('incident-timeline')!.remove();
      await settled(element);
      expect(figures(element)).to.deep.equal([]);
    });

    it('follow the timeline', async () => {
      const element = await place(told);
      element.querySelectorAll('li time')[1]!.textContent = '18:10';
      await settled(element);
      expect(figures(element)).to.deep.equal(['Time to detect: 8 min', ...all.slice(1)]);
      for (const item of element.querySelectorAll('li:not(:first-child, :last-child)')) item.remove();
      await settled(element);
      expect(figures(element)).to.deep.equal(all.slice(-1));
      element.querySelector('ol')!.remove();
      await settled(element);
      expect(figures(element)).to.deep.equal([]);
    });

    itOnce('are shown for events that are set as data', async () => {
      const element = await place(withCourse('<p>A shard locked.</p>', '<incident-timeline></incident-timeline>'));
      element.querySelector<IncidentTimeline>('incident-timeline')!.events = [
        { time: '18:02', text: 'A shard locks.', event: 'started' },
        { time: '18:08', text: 'The alert pages.', event: 'detected' },
      ];
      await settled(element);
      expect(figures(element)).to.deep.equal(all.slice(0, 1));
    });

    it('are not shown where no turn is marked', async () => {
      const timeline = `<incident-timeline><ol>${event('18:02')}${event('18:08')}</ol></incident-timeline>`;
      const element = await place(withCourse('<p>A shard locked.</p>', timeline));
      expect(figures(element)).to.deep.equal([]);
      const [heading, text] = [element.querySelector('h2')!, element.querySelector('p')!];
      const gap = text.getBoundingClientRect().top - heading.getBoundingClientRect().bottom;
      expect(gap).to.be.below(32);
    });

    it('have room on a phone of 320 pixels', async () => {
      const timeline = `<incident-timeline><ol>${event('00:02', 'started')}${event('10:58', 'detected')}${event('22:50', 'mitigated')}${event('23:59', 'resolved')}</ol></incident-timeline>`;
      const element = await place(withCourse('<p>A shard locked.</p>', timeline));
      element.parentElement!.style.width = '284px';
      const part = element.shadowRoot!.querySelector('[part=figures]')!;
      expect(figures(element).length).to.equal(3);
      for (const words of part.querySelectorAll('dt, dd')) {
        const range = document.createRange();
        range.selectNodeContents(words);
        expect(range.getBoundingClientRect().right, words.textContent!).to.be.at.most(
          element.getBoundingClientRect().right,
        );
      }
    });
  });

  describe('prose that says otherwise than the timeline', () => {
    for (const [prose, warning] of [
      [
        '<p>The alert took 10 minutes to detect the outage.</p>',
        'says “10 minutes to detect the outage”, but its timeline gives 6 min to detect',
      ],
      [
        '<p>Time to detect: 10 minutes.</p>',
        'says “Time to detect: 10 minutes”, but its timeline gives 6 min to detect',
      ],
      [
        '<p>The outage was detected after 10 minutes.</p>',
        'says “detected after 10 minutes”, but its timeline gives 6 min to detect',
      ],
      [
        '<dl><dt>Time to mitigate</dt><dd>Two alerts</dd><dd>90 min</dd></dl>',
        'says “Time to mitigate: 90 min”, but its timeline gives 48 min to mitigate',
      ],
      [
        '<dl><div><dt>Duration</dt><dd>About 5 hours</dd></div></dl>',
        'says “Duration: About 5 hours”, but its timeline gives 48 min to mitigate and 2 h 4 min to resolve',
      ],
      [
        '<ul><li>3 hours to resolve</li></ul>',
        'says “3 hours to resolve”, but its timeline gives 2 h 4 min to resolve',
      ],
      [
        '<p>4 hours of downtime.</p>',
        'says “4 hours of downtime”, but its timeline gives 48 min to mitigate and 2 h 4 min to resolve',
      ],
      // Where it agrees within rounding.
      ['<p>2 hours to resolve.</p>', undefined],
      ['<p>Time to resolve: 2 h 4 min. Time to mitigate: 48 minutes.</p>', undefined],
      ['<p>An outage of 48 minutes.</p><p>It lasted 2 hours.</p>', undefined],
      ['<p>About 50 minutes to mitigate.</p>', undefined],
      ['<p>Time to mitigate: roughly 50 minutes.</p>', undefined],
      [
        '<p>About 60 minutes to mitigate.</p>',
        'says “60 minutes to mitigate”, but its timeline gives 48 min to mitigate',
      ],
      // Where it is about something else.
      ['<p>A deploy 20 minutes before. The index takes 3 hours to build.</p>', undefined],
      ['<p>Time to detect: unknown.</p>', undefined],
      ['<p>Our target is 5 minutes to detect. Alerts must fire within 5 minutes.</p>', undefined],
    ] as const) {
      itOnce(`${warning ? 'is told' : 'is not seen in'}: ${prose.replace(/<[^>]+>/g, ' ').trim()}`, async () => {
        expect(await warningsOf(() => place(withCourse(prose)))).to.deep.equal(
          warning ? [`<incident-callout> ${warning}: correct one of the two.`] : [],
        );
      });
    }

    it('is not looked for in the timeline itself', async () => {
      const timeline = course.replace('Something happens.', 'Resolved after 3 hours, says the status page.');
      expect(await warningsOf(() => place(withCourse('<p>A shard locked.</p>', timeline)))).to.deep.equal([]);
    });

    it('is told once, and for text that comes late, too', async () => {
      const element = await place(withCourse('<p>A shard locked.</p>'));
      const warnings = await warningsOf(async () => {
        element.querySelector('p')!.textContent = '3 hours to resolve.';
        await settled(element);
        element.querySelector('p')!.append(' Nobody noticed.');
        await settled(element);
      });
      expect(warnings.length).to.equal(1);
    });

    itOnce('is judged by the whole timeline, not by one that is still being filled', async () => {
      const element = await place(withCourse('<p>It lasted 2 hours.</p>', ''));
      const warnings = await warningsOf(async () => {
        const timeline = document.createElement('incident-timeline');
        const events = document.createElement('ol');
        timeline.append(events);
        element.append(timeline);
        for (const item of [event('18:02', 'started'), event('18:50', 'mitigated'), event('20:06', 'resolved')]) {
          events.insertAdjacentHTML('beforeend', item);
          await timeline.updateComplete;
        }
        await settled(element);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('is not told while the page is still being parsed', async () => {
      const frame = await openFrame({
        markup: '<!doctype html><script type="module" src="/dist/cdn/deepdive.js"></script>',
      });
      const page = frame.contentDocument!;
      const said: string[] = [];
      (frame.contentWindow! as Window & { console: Console }).console.warn = (message: string) =>
        void said.push(message);
      const [before = '', after = ''] = withCourse('<p>It lasted 2 hours. 1 minute to detect.</p>').split(
        '<li data-event="resolved">',
      );
      page.open();
      page.write(`<!doctype html>${before}`);
      await settled(page);
      await settled(page);
      page.write(`<li data-event="resolved">${after}`);
      page.close();
      await waitUntil(() => said.length, 'the warning');
      await settled(page);
      expect(said).to.deep.equal([
        '<incident-callout> says “1 minute to detect”, but its timeline gives 6 min to detect: correct one of the two.',
      ]);
    });
  });

  itOnce('tells itself as data', async () => {
    const element = (await place(told)) as IncidentCallout;
    const timeline = element.querySelector('incident-timeline')!;
    expect(element.toJSON()).to.deep.equal({
      type: 'incident-callout',
      heading: 'Checkout outage: 14 March 2024',
      severity: 'sev1',
      content: [
        { type: 'dl', facts: [{ label: 'Impact', value: 'Checkout failed for 48 minutes.' }] },
        timeline.toJSON(),
      ],
    });
  });
});
