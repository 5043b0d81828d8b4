import { expect } from '@open-wc/testing';
import { drawMarks } from '../../src/internal/drawn-marks.js';
import { markCells, parseMark } from '../../src/internal/marks.js';
import { place } from '../helpers.js';

describe('parseMark', () => {
  const alone: [string, string, string][] = [
    ...['✅', '✔', '✔️', '✔︎', '✓', '☑', '☑️'].map((mark) => [mark, 'good', 'Yes'] as [string, string, string]),
    ...['❌', '✖', '✖️', '✗', '✘', '🚫', '⛔', '⛔️'].map((mark) => [mark, 'bad', 'No'] as [string, string, string]),
    ['⚠️', 'fair', 'Caution'],
    ['⚠', 'fair', 'Caution'],
    ['🟢', 'good', 'Good'],
    ['🟡', 'fair', 'Fair'],
    ['🟠', 'fair', 'Fair'],
    ['🔴', 'bad', 'Poor'],
  ];
  for (const [mark, status, name] of alone) {
    it(`reads ${mark} alone as ${name}`, () => {
      expect(parseMark(` ${mark}\n`)).to.deep.equal({ status, name, length: mark.length });
    });
    it(`reads ${mark} before words, which name it`, () => {
      for (const words of [`${mark} in one region`, `${mark}in one region`]) {
        expect(parseMark(words)).to.deep.equal({ status, name: '', length: mark.length });
      }
    });
  }

  for (const [status, words] of [
    ['good', ['Yes', 'yes', 'YES', 'full', 'Supported']],
    ['bad', ['No', 'no', 'unsupported']],
    ['fair', ['Partly', 'partial', 'Partially', 'Limited']],
  ] as const) {
    for (const word of words) {
      it(`reads the word ${word} where it is all there is`, () => {
        expect(parseMark(word)).to.deep.equal({ status, name: '', length: 0 });
      });
    }
  }

  const unread = ['', '—', '-', 'N/A', 'Nope', 'Notes', 'Yes, always', 'No problem', 'yes.', 'Partly so', 'Fully'];
  for (const text of [...unread, 'text ✅', '⭐', '🔵', '1', 'High']) {
    it(`leaves “${text}” unread`, () => expect(parseMark(text)).to.equal(undefined));
  }
});

describe('markCells', () => {
  const status = (cell: HTMLElement) => [cell.dataset['status'], cell.dataset['name']];
  const cellsIn = (host: Element) => [...host.querySelectorAll<HTMLElement>('p')];
  const pictures = () => [...(CSS.highlights.get('dd-mark') ?? [])].map((range) => String(range as Range));
  let host: HTMLElement;
  beforeEach(async () => {
    host = await place('<div><p>✅</p><p> <b>🔴</b> down</p><p>No</p><p data-status="fair">✅</p><p>words</p></div>');
  });
  afterEach(() => drawMarks(host));

  it("tells what a cell begins with, and leaves an author's own status alone", () => {
    markCells(host, cellsIn(host));
    expect(cellsIn(host).map(status)).to.deep.equal([
      ['good', 'Yes'],
      ['bad', ''],
      ['bad', undefined],
      ['fair', undefined],
      [undefined, undefined],
    ]);
  });

  it('hides the picture of the emoji, not its text, and no more of it when told twice', function () {
    if (typeof Highlight === 'undefined') this.skip();
    drawMarks(host, markCells(host, cellsIn(host)));
    drawMarks(host, markCells(host, cellsIn(host)));
    expect(pictures()).to.deep.equal(['✅', '🔴']);
    expect(host.textContent).to.equal('✅ 🔴 downNo✅words');
    drawMarks(host);
    expect(pictures()).to.deep.equal([]);
  });

  it('follows a cell that changes', () => {
    const [first, second, third, , words] = cellsIn(host);
    markCells(host, cellsIn(host));
    first!.textContent = '❌';
    second!.textContent = 'up again';
    third!.textContent = '⚠️ no';
    words!.textContent = 'Yes';
    markCells(host, cellsIn(host));
    expect([first, second, third, words].map((cell) => status(cell!))).to.deep.equal([
      ['bad', 'No'],
      [undefined, undefined],
      ['fair', ''],
      ['good', undefined],
    ]);
  });
});
