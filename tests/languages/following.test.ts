import { expect } from '@open-wc/testing';
import { wordsFor } from '../../src/controllers/words-controller.js';
import '../../src/define.js';
import { registerTranslation } from '../../src/index.js';
import { percentIn, spanIn } from '../../src/internal/durations.js';
import {
  accessibilityProblems,
  linkStylesheet,
  place,
  removePlaced,
  settled,
  textAfter,
  textBefore,
  waitUntil,
  warningsOf,
} from '../helpers.js';
import { Ledger } from '../ledger.js';

const facts = '<quick-facts><dl><div><dt>Availability</dt><dd>99.99%</dd></div></dl></quick-facts>';
const timeline = `<incident-timeline><ol>
  <li data-event="started"><time>18:02</time> A migration locks a shard.</li>
  <li data-event="detected"><time>18:08</time> The alert pages.</li>
  <li data-event="resolved"><time>20:06</time> The backlog is replayed.</li>
</ol></incident-timeline>`;
const table = `<law-table><table><thead><tr><th>Law</th></tr></thead>
  <tbody><tr><td>Cognitive load</td></tr></tbody></table></law-table>`;

const downtime = (root: Element) => root.querySelector<HTMLElement>('quick-facts')!.dataset['downtime'];
const labels = (root: Element) =>
  [...(root.querySelector('incident-timeline')!.shadowRoot?.querySelectorAll('dt') ?? [])].map(
    (label) => label.textContent,
  );
const tools = (root: Element) =>
  root.querySelector('law-table')!.shadowRoot!.querySelector('[part~=tools]')!.textContent;

describe('words', () => {
  before(linkStylesheet);

  it('are English in a page that names no language, whatever the browser prefers', async () => {
    const { lang } = document.documentElement;
    document.documentElement.removeAttribute('lang');
    const page = await place(`<div>${facts}</div>`);
    document.documentElement.lang = lang;
    expect(downtime(page)).to.equal('99.99% leaves 52 min 34 s of downtime a year');
  });

  it('write numbers in English as Intl does, and ask it only for what it alone knows', async () => {
    for (const lang of ['en', 'en-US', 'en-GB', 'en-IN', 'de']) {
      const page = await place(`<div lang="${lang}"><note-callout><p>Words</p></note-callout></div>`);
      const words = wordsFor(page.querySelector('note-callout')!);
      await waitUntil(() => words.lang() === lang);
      for (const count of [
        0,
        -0,
        1,
        -1,
        1e-7,
        1e-6,
        0.1 + 0.2,
        5.5,
        99.99,
        99.999999999,
        998.9999999999,
        999,
        1000,
        1e7,
      ]) {
        const intl = (amount: number, options = {}) =>
          new Intl.NumberFormat(lang, { numberingSystem: 'latn', maximumFractionDigits: 9, ...options }).format(amount);
        const of = `${count} in ${lang}`;
        expect(words.number(count), of).to.equal(intl(count));
        expect(percentIn(words, count), of).to.equal(intl(count / 100, { style: 'percent' }));
        expect(spanIn(words, count, 'month'), of).to.equal(
          intl(count, { style: 'unit', unit: 'month', unitDisplay: 'long' }),
        );
      }
    }
    const { NumberFormat } = Intl;
    Intl.NumberFormat = (() => expect.fail('asked')) as never;
    const page = await place(`<div lang="en">${facts}</div>`).finally(() => Object.assign(Intl, { NumberFormat }));
    expect(downtime(page)).to.equal('99.99% leaves 52 min 34 s of downtime a year');
  });

  it('follow the nearest lang, beside neighbours in another language', async () => {
    const page = await place(`<div>
      <div id="en">${facts}${timeline}${table}</div>
      <div id="ar" lang="ar" dir="rtl">${facts}${timeline}${table}</div>
      <div id="de" lang="fr"><section lang="de">${facts}${timeline}${table}</section></div></div>`);
    const [english, arabic, german] = [...page.children] as [Element, Element, Element];
    await waitUntil(() => labels(german)[0] !== 'Time to detect' && labels(arabic)[0] !== 'Time to detect');
    await settled(page);
    expect(labels(english)).to.deep.equal(['Time to detect', 'Time to resolve']);
    expect(labels(german)).to.deep.equal(['Zeit bis zur Erkennung', 'Zeit bis zur Behebung']);
    expect(labels(arabic)).to.deep.equal(['زمن الاكتشاف', 'زمن الحل']);
    expect(downtime(english)).to.equal('99.99% leaves 52 min 34 s of downtime a year');
    expect(downtime(german)!.replace(/\s/g, ' ')).to.equal('99,99 % lassen im Jahr 52 Min. 34 Sek. Ausfallzeit zu');
    expect(downtime(arabic)).to.match(/99\.99.*52 د 34 ث/);
    expect(tools(english)).to.equal('Copy asCSVMarkdownExplain the laws');
    expect(tools(german)).to.equal('Kopieren alsCSVMarkdownGesetze erklären');
    expect(tools(arabic)).to.equal('نسخ بصيغةCSVMarkdownشرح القوانين');
    expect(await accessibilityProblems(page)).to.deep.equal([]);
  });

  it('follow a lang that changes, on any element around', async () => {
    const page = await place(`<div><section>${timeline}</section></div>`);
    const isIn = (words: string) => waitUntil(() => labels(page)[0] === words, `${words}, not ${labels(page)[0]}`);
    expect(labels(page)[0]).to.equal('Time to detect');
    page.lang = 'ja';
    await isIn('検知までの時間');
    page.querySelector('section')!.lang = 'es';
    await isIn('Tiempo de detección');
    page.querySelector('section')!.removeAttribute('lang');
    await isIn('検知までの時間');
    page.removeAttribute('lang');
    await isIn('Time to detect');
    const { lang } = document.documentElement;
    document.documentElement.lang = 'fr';
    await isIn('Délai de détection');
    document.documentElement.lang = lang;
    await isIn('Time to detect');
  });

  it('watch no lang while there is no element, and follow it again once there is one', async () => {
    removePlaced();
    const ledger = new Ledger();
    try {
      const page = await place(`<div>${timeline}</div>`);
      const element = page.firstElementChild!;
      const watched = () => ledger.outliving(element).filter((one) => one === 'MutationObserver: HTMLDocument').length;
      expect(watched()).to.equal(1);
      element.remove();
      expect(watched()).to.equal(0);
      page.append(element);
      expect(watched()).to.equal(1);
      page.lang = 'es';
      await waitUntil(() => labels(page)[0] === 'Tiempo de detección');
    } finally {
      ledger.close();
    }
  });

  it('follow the lang of the place that an element is moved to', async () => {
    const page = await place(`<div><div lang="zh"></div>${timeline}</div>`);
    page.firstElementChild!.append(page.lastElementChild!);
    await waitUntil(() => labels(page)[0] === '检测用时');
  });

  it('follow the lang of a shadow host, also when it changes', async () => {
    const host = await place('<div lang="es"></div>');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<div>${timeline}</div>`;
    const holder = root.firstElementChild!;
    await waitUntil(() => labels(holder)[0] === 'Tiempo de detección');
    host.lang = 'fr';
    await waitUntil(() => labels(holder)[0] === 'Délai de détection');
    (holder as HTMLElement).lang = 'de';
    await waitUntil(() => labels(holder)[0] === 'Zeit bis zur Erkennung');
  });

  for (const [lang, first] of [
    ['de-CH', 'Zeit bis zur Erkennung'],
    ['de_AT', 'Zeit bis zur Erkennung'],
    ['DE', 'Zeit bis zur Erkennung'],
    ['zh-TW', '检测用时'],
    ['zh-Hant-HK', '检测用时'],
    ['pt-BR', 'Time to detect'],
    ['x-klingon', 'Time to detect'],
    ['', 'Time to detect'],
    ['not a language', 'Time to detect'],
    ['de-not a language', 'Zeit bis zur Erkennung'],
  ]) {
    it(`in lang="${lang}" begin with “${first}”`, async () => {
      const warnings = await warningsOf(async () => {
        const page = await place(`<div lang="${lang}">${timeline}${facts}</div>`);
        await waitUntil(() => labels(page)[0] === first);
      });
      expect(warnings).to.deep.equal([]);
    });
  }

  it('write numbers as the region does', async () => {
    const profile = (lang: string) => `<latency-profile lang="${lang}"><dl>
      <div><dt>P50</dt><dd>10 ms</dd></div><div><dt>P99</dt><dd>25 ms</dd></div></dl></latency-profile>`;
    const page = await place(`<div>${profile('de')}${profile('ar-EG')}${profile('pt')}</div>`);
    const summaries = () =>
      [...page.children].map((one) => one.shadowRoot!.querySelector('[part=summary]')!.textContent);
    await waitUntil(() => summaries()[0]!.startsWith('P99 beträgt') && summaries()[1]!.startsWith('نسبة'));
    expect(summaries()).to.deep.equal([
      'P99 beträgt das 2,5-Fache von P50.',
      'نسبة P99 إلى P50 هي 2.5.',
      'P99 is 2.5 times P50.',
    ]);
  });

  it('take the place of those that the stylesheet draws in English', async () => {
    const markup = `<note-callout kind="warning"><p>Text.</p></note-callout><note-callout><p>Text.</p></note-callout>
      <incident-callout severity="critical"><h3>Outage</h3><p>Text.</p></incident-callout>
      <incident-callout severity="sev1"><h3>Outage</h3><p>Text.</p></incident-callout>
      <pattern-card tier="gold"><h3>Queue</h3></pattern-card>`;
    const page = await place(`<div><div>${markup}</div><div lang="de">${markup}</div></div>`);
    const drawn = (holder: Element) => [...holder.children].map(textBefore);
    await waitUntil(() => drawn(page.children[1]!)[0] === 'Warnung');
    expect(drawn(page.children[0]!)).to.deep.equal(['Warning', 'Note', 'critical', 'sev1', 'gold']);
    expect(drawn(page.children[1]!)).to.deep.equal(['Warnung', 'Hinweis', 'Kritisch', 'sev1', 'Gold']);
    expect(page.querySelector('[lang]')!.children[3]!.hasAttribute('data-words')).to.equal(false);
  });

  it('name marks, sources and trends', async () => {
    const page = await place(`<div lang="de"><compare-table><table><thead><tr><th>Store</th><th>Safe</th></tr></thead>
      <tbody><tr><td>One</td><td>❌</td></tr></tbody></table></compare-table>
      <further-reading><ul><li>The <a href="https://arxiv.org/abs/1">paper</a></li></ul></further-reading>
      <stat-card trend="up" target="300"><h3>P99</h3><data value="1210.5">1210.5</data></stat-card></div>`);
    const [mark, source, card] = ['td[data-name]', 'li', 'stat-card'].map(
      (one) => page.querySelector<HTMLElement>(one)!,
    );
    await waitUntil(() => mark!.dataset['name'] === 'Nein');
    expect(source!.dataset['kind']).to.equal('paper');
    expect(textAfter(source!)).to.equal('Paper · arxiv.org');
    expect(card!.dataset['words']).to.equal('steigend');
    expect(getComputedStyle(card!, '::before').content).to.match(/^"↑" \/ ("steigend"|attr\(data-words\))$/);
    const meter = card!.shadowRoot!.querySelector('[part=meter]')!;
    expect(meter.ariaLabel).to.equal('1.210,5 bei einem Ziel von 300, Ziel verfehlt');
  });

  it('explain the laws', async () => {
    const page = await place(`<div lang="fr">${table}</div>`);
    await waitUntil(() => tools(page)!.includes('Expliquer les lois'));
    const root = page.querySelector('law-table')!.shadowRoot!;
    root.querySelector<HTMLElement>('[part~=tools] > button:last-of-type')!.click();
    await waitUntil(() => root.querySelector('dd'));
    expect(root.querySelector('dd')!.textContent).to.match(/^On ne peut exploiter/);
  });

  it('may be a page’s own: in place of some, for a region, for another language', async () => {
    registerTranslation(
      { $code: 'de', timeToDetect: 'Entdeckt nach' },
      { $code: 'de-LI', timeToResolve: 'Ganz behoben nach' },
      { $code: 'nl', timeToDetect: 'Tijd tot detectie' },
    );
    const page = await place(
      `<div>${['de', 'de-LI', 'nl'].map((lang) => `<div lang="${lang}">${timeline}</div>`).join('')}</div>`,
    );
    const [german, local, dutch] = Array.from(page.children) as [Element, Element, Element];
    await waitUntil(() => labels(german)[1] === 'Zeit bis zur Behebung');
    expect(labels(german)).to.deep.equal(['Entdeckt nach', 'Zeit bis zur Behebung']);
    expect(labels(local)).to.deep.equal(['Entdeckt nach', 'Ganz behoben nach']);
    expect(labels(dutch), 'English where it lacks a word').to.deep.equal(['Tijd tot detectie', 'Time to resolve']);
    registerTranslation({ $code: 'de', timeToDetect: 'Zeit bis zur Erkennung' });
    await settled(page);
    expect(labels(german)[0]).to.equal('Zeit bis zur Erkennung');
  });
});
