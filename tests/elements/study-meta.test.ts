import { expect } from '@open-wc/testing';
import type { StudyMeta } from '../../src/index.js';
import '../../src/elements/study-meta/study-meta.define.js';
import { itKeepsThePromises } from '../contract.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place, settled, textBefore, warningsOf } from '../helpers.js';
import { itMovesNothing } from '../upgrade.js';

const pairs = {
  Company: 'Order ledger',
  Difficulty: 'Advanced',
  'Reading time': '',
  Status: 'In progress',
  Updated: '<time datetime="2026-11-23">23 November 2026</time>',
};
const list = (facts: Record<string, string>, open = '<div>', close = '</div>') =>
  `<study-meta><dl>${Object.entries(facts)
    .map(([term, value]) => `${open}<dt>${term}</dt><dd>${value}</dd>${close}`)
    .join('')}</dl></study-meta>`;
const grouped = list(pairs);
const flat = list(pairs, '', '');

for (const markup of [grouped, flat]) itKeepsThePromises(markup);

describe('<study-meta>', () => {
  before(linkStylesheet);

  itMovesNothing(grouped, flat);

  const words = (count: number) => Array(count).fill('word').join(' ');
  const values = (element: Element) => [...element.querySelectorAll('dd')];

  describe('the reading time', () => {
    /** The words around the text: company, its term and so on. */
    const empty = list({ 'Reading time': '' });
    const minutes = async (count: number, page = (content: string) => `<article>${content}</article>`) => {
      const holder = await place(page(`${empty}<p>${words(count - 2)}</p>`));
      return textBefore(holder.querySelector('dd')!);
    };

    for (const [count, expected] of [
      [20, '1 min'],
      [238, '1 min'],
      [2380, '10 min'],
      [2480, '10 min'],
      [2520, '11 min'],
    ] as const) {
      itOnce(`of ${count} words is ${expected}`, async () => {
        expect(await minutes(count)).to.equal(expected);
      });
    }

    for (const [language, text] of [
      ['Chinese', '每个分片都有自己的日志'],
      ['Japanese', 'シャードごとにログがある'],
    ] as const) {
      it(`of ${language}, which has no spaces, is counted by its signs`, async () => {
        const count = Math.round(2000 / text.length);
        const holder = await place(`<article>${empty}<p>${`${text}。`.repeat(count)}</p></article>`);
        expect(textBefore(holder.querySelector('dd')!)).to.equal('4 min');
      });
    }

    it('is that of the page around it, and not of what stands beside', async () => {
      const beside = `<p>${words(5000)}</p>`;
      for (const tag of ['article', 'main', 'case-study']) {
        expect(await minutes(476, (content) => `<div>${beside}<${tag}>${content}</${tag}></div>`), tag).to.equal(
          '2 min',
        );
      }
    });

    it('is the same in every line of a page, and is counted anew when the page has grown', async () => {
      const holder = await place(`<article>${empty.repeat(3)}<p>${words(470)}</p></article>`);
      const told = () => [...holder.querySelectorAll('dd')].map((value) => textBefore(value));
      expect(told()).to.deep.equal(['2 min', '2 min', '2 min']);
      holder.querySelector('p')!.textContent = words(2380);
      for (const element of holder.querySelectorAll<StudyMeta>('study-meta')) element.requestUpdate();
      await settled(holder);
      expect(told()).to.deep.equal(['10 min', '10 min', '10 min']);
    });

    it('is left alone where the author has written one', async () => {
      const element = await place(list({ 'Reading time': '25 minutes' }));
      expect(textBefore(values(element)[0]!)).to.equal('none');
      expect(values(element)[0]!.textContent).to.equal('25 minutes');
    });

    it('gives way to one that is written later, and comes back', async () => {
      const element = await place(empty);
      const [value] = values(element);
      value!.textContent = '25 minutes';
      await settled(element);
      expect(textBefore(value!)).to.equal('none');
      value!.textContent = '';
      await settled(element);
      expect(textBefore(value!)).to.equal('1 min');
    });

    it('is not put where something else is empty', async () => {
      const element = await place(list({ Company: '', Status: '' }));
      expect(values(element).map(textBefore)).to.deep.equal(['none', 'none']);
    });
  });

  describe('the level', () => {
    const levels = (element: Element) => values(element).map((value) => value.dataset['level']);

    for (const [word, level] of [
      ['Basic', '1'],
      ['Beginner', '1'],
      ['intermediate', '2'],
      ['ADVANCED', '3'],
      ['Expert', '3'],
      ['Hard', undefined],
      ['Advanced, in parts', undefined],
    ] as const) {
      itOnce(`of “${word}” is ${level ?? 'none'}`, async () => {
        const element = await place(list({ Difficulty: word }));
        expect(levels(element)).to.deep.equal([level]);
        const bars = getComputedStyle(values(element)[0]!, '::after');
        if (level) expect(bars.getPropertyValue('--_level') || '1').to.equal(level);
        else expect(bars.content).to.match(/^(none|normal)$/);
      });
    }

    it('is drawn for a difficulty only', async () => {
      expect(levels(await place(list({ Domain: 'Advanced', Level: 'Basic' })))).to.deep.equal([undefined, '1']);
    });

    itOnce("is the author's where there is one, in any language", async () => {
      const element = await place(
        '<study-meta><dl><dt>الصعوبة</dt><dd data-level="2">متوسط</dd><dt>Difficulty</dt><dd data-level="1">Advanced</dd></dl></study-meta>',
      );
      expect(levels(element)).to.deep.equal(['2', '1']);
      const [value] = values(element);
      value!.textContent = 'Basic';
      await settled(element);
      expect(levels(element)).to.deep.equal(['2', '1']);
    });

    it('follows the word', async () => {
      const element = await place(list({ Difficulty: 'Basic' }));
      const [value] = values(element);
      value!.firstChild!.nodeValue = 'Advanced';
      await settled(element);
      expect(levels(element)).to.deep.equal(['3']);
      value!.firstChild!.nodeValue = 'Unknown';
      await settled(element);
      expect(levels(element)).to.deep.equal([undefined]);
    });
  });

  it('stands on one line where there is room', async () => {
    const element = await place(list({ Company: 'Order ledger', Status: 'Draft' }));
    const terms = [...element.querySelectorAll('dt')].map((term) => term.getBoundingClientRect().top);
    expect(new Set(terms).size).to.equal(1);
  });

  itOnce('keeps the words of content that is no list, and warns', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<study-meta><p>A draft.</p></study-meta>');
    });
    expect(element.innerText).to.contain('A draft.');
    expect(warnings).to.deep.equal(['<study-meta> has no <dl>: put its facts into one.']);
  });

  itOnce('tells its facts as data', async () => {
    const element = (await place(list({ Company: 'Order ledger', Status: 'Draft' }))) as StudyMeta;
    expect(element.toJSON()).to.deep.equal({
      type: 'study-meta',
      facts: [
        { label: 'Company', value: 'Order ledger' },
        { label: 'Status', value: 'Draft' },
      ],
    });
  });

  itOnce('names the <dl> that it lacks, and leaves a table inside it as it is written', async () => {
    const table = '<table><tbody><tr><td>Domain</td></tr></tbody></table>';
    let element: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place(`<study-meta>${table}</study-meta>`);
    });
    expect(warnings).to.deep.equal(['<study-meta> has no <dl>: put its facts into one.']);
    expect(element!.innerHTML).to.equal(table);
  });
});
