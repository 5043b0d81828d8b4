import { expect } from '@open-wc/testing';
import {
  bodyRowsOf,
  contentOf,
  factsAsData,
  factsOf,
  headingOf,
  itemsAsData,
  itemsOf,
  leadInOf,
  listAsData,
  pairsOf,
  rowsOf,
} from '../../src/internal/read.js';

function parse(html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return holder;
}
const first = (html: string) => parse(html).firstElementChild as HTMLElement;

describe('headingOf', () => {
  it('is a heading of the element itself, of any level', () => {
    expect(headingOf(parse('<p>a</p><h5>Title</h5>'))?.textContent).to.equal('Title');
  });
  it('is no heading of something inside', () => {
    expect(headingOf(parse('<section><h4>Title</h4></section>'))).to.equal(null);
  });
});

describe('pairsOf', () => {
  const cases: [string, string, string[][]][] = [
    [
      'bare pairs',
      '<dl><dt>a</dt><dd>1</dd><dt>b</dt><dd>2</dd></dl>',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'groups',
      '<dl><div><dt>a</dt><dd>1</dd></div><div><dt>b</dt><dd>2</dd></div></dl>',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['several values', '<dl><dt>a</dt><dd>1</dd><dd>2</dd></dl>', [['a', '1', '2']]],
    ['no value', '<dl><dt>a</dt></dl>', [['a']]],
    ['a value before any term', '<dl><dd>0</dd><dt>a</dt><dd>1</dd></dl>', [['a', '1']]],
    ['no pairs of a list inside', '<dl><dt>a</dt><dd>1<dl><dt>x</dt><dd>y</dd></dl></dd></dl>', [['a', '1xy']]],
  ];
  for (const [what, html, pairs] of cases) {
    it(`reads ${what}`, () => {
      const read = pairsOf(first(html)).map(({ term, values }) => [term, ...values].map((node) => node.textContent));
      expect(read).to.deep.equal(pairs);
    });
  }
  it('reads nothing of nothing', () => expect(pairsOf(null)).to.deep.equal([]));
});

describe('facts', () => {
  const table =
    '<table><thead><tr><th>Metric</th><th>Value</th></tr></thead><tr><td>a</td><td>1</td><td>so</td></tr></table>';

  it('are the rows of a table, without its header', () => {
    expect(factsOf(first(table)).map(({ label, values }) => [label.textContent, values.length])).to.deep.equal([
      ['a', 2],
    ]);
    expect(factsAsData(first(table))).to.deep.equal([{ label: 'a', value: '1', note: 'so' }]);
  });

  it('as data have notes where there are more values', () => {
    expect(
      factsAsData(first('<dl><dt>a</dt><dd>1</dd><dt>b</dt><dd>2</dd><dd>so</dd><dd>and so</dd></dl>')),
    ).to.deep.equal([
      { label: 'a', value: '1' },
      { label: 'b', value: '2', note: 'so and so' },
    ]);
  });
});

describe('rowsOf', () => {
  it('has the headings for keys', () => {
    const table = '<thead><tr><th>Law</th><th>Cost</th></tr></thead><tr><td>Cognitive load</td><td>High</td></tr>';
    expect(rowsOf(first(`<table>${table}</table>`) as HTMLTableElement)).to.deep.equal([
      { Law: 'Cognitive load', Cost: 'High' },
    ]);
  });
  it('counts the columns where there are none', () => {
    const table = first('<table><tr><td>a</td><td>b</td></tr></table>') as HTMLTableElement;
    expect(rowsOf(table)).to.deep.equal([{ 0: 'a', 1: 'b' }]);
  });
  it('keeps headings of sections, which are no rows of the body', () => {
    const table = first('<table><tr><th>a</th></tr><tr><th>Storage</th></tr><tr><td>1</td></tr></table>');
    expect(bodyRowsOf(table as HTMLTableElement).length).to.equal(1);
    expect(rowsOf(table as HTMLTableElement)).to.deep.equal([{ a: 'Storage' }, { a: '1' }]);
  });
});

describe('items', () => {
  it('are those of the first list, not of one inside it', () => {
    const list = parse('<p>a</p><ol><li>b<ul><li>c</li></ul></li><li>d</li></ol><ul><li>e</li></ul>');
    expect(itemsOf(list).map((item) => item.firstChild?.textContent)).to.deep.equal(['b', 'd']);
    expect(itemsOf(parse('<p>a</p>'))).to.deep.equal([]);
  });

  const leadIns: [string, string, string][] = [
    ['<strong>Sharding</strong>: by buyer', 'Sharding', 'by buyer'],
    ['<strong>Sharding:</strong> by buyer', 'Sharding', 'by buyer'],
    ['<b>Sharding</b> – by buyer', 'Sharding', 'by buyer'],
    ['\n  <strong>Sharding</strong> by buyer', 'Sharding', 'by buyer'],
    ['<p><strong>Sharding</strong>: by buyer</p><p>and region</p>', 'Sharding', 'by buyer and region'],
    ['<!-- from a framework --><strong>Sharding</strong>: by buyer', 'Sharding', 'by buyer'],
    ['<strong>Sharding</strong>', 'Sharding', ''],
    ['by <strong>buyer</strong>', '', 'by buyer'],
    ['<em>Sharding</em>: by buyer', '', 'Sharding: by buyer'],
    ['', '', ''],
  ];
  for (const [html, lead, text] of leadIns) {
    it(`begin with “${lead}” in “${html.trim()}”`, () => {
      const list = parse(`<ol><li>${html}</li></ol>`);
      expect(leadInOf(list.querySelector('li')!)).to.equal(lead);
      expect(itemsAsData(list)).to.deep.equal([{ ...(lead && { lead }), text }]);
    });
  }

  it('as data have their kinds, and the heading of the list', () => {
    const list = first('<section><h4>Take away</h4><ul><li data-kind="cost">a</li></ul></section>');
    expect(listAsData(list)).to.deep.equal({
      type: 'section',
      heading: 'Take away',
      items: [{ kind: 'cost', text: 'a' }],
    });
  });
});

describe('contentOf', () => {
  const cases: [string, string, object[]][] = [
    [
      'headings',
      '<h2 id="a">A</h2><h3>B</h3>',
      [
        { type: 'heading', level: 2, id: 'a', text: 'A' },
        { type: 'heading', level: 3, text: 'B' },
      ],
    ],
    ['paragraphs', '<p>a <b>b</b></p><p> </p>', [{ type: 'p', text: 'a b' }]],
    [
      'lists',
      '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>',
      [
        { type: 'ul', items: ['a', 'b'] },
        { type: 'ol', items: ['c'] },
      ],
    ],
    ['facts', '<dl><dt>a</dt><dd>1</dd></dl>', [{ type: 'dl', facts: [{ label: 'a', value: '1' }] }]],
    [
      'tables, by their headings',
      '<table><tr><th>a</th></tr><tr><td>1</td></tr></table>',
      [{ type: 'table', rows: [{ a: '1' }] }],
    ],
    ['code, as it is', '<pre>a\n  b\n</pre>', [{ type: 'pre', text: 'a\n  b\n' }]],
    ['what stands in a wrapper', '<section><div><p>a</p></div></section>', [{ type: 'p', text: 'a' }]],
    ['words that stand in a wrapper alone', '<div>a</div>', [{ type: 'div', text: 'a' }]],
    [
      'what stands in an element of others',
      '<x-box><p>a</p></x-box><x-box>b</x-box>',
      [
        { type: 'p', text: 'a' },
        { type: 'x-box', text: 'b' },
      ],
    ],
    [
      'other elements by their words',
      '<blockquote><p>a</p><p>b</p></blockquote><figure><img><figcaption>c</figcaption></figure>',
      [
        { type: 'blockquote', text: 'a b' },
        { type: 'figure', text: 'c' },
      ],
    ],
    ['nothing of nothing', '<hr><br>', []],
  ];
  for (const [what, html, content] of cases) {
    it(`reads ${what}`, () => expect(contentOf(parse(html))).to.deep.equal(content));
  }

  it('leaves an element to its own report', () => {
    const holder = parse('<section><p>a</p></section>');
    Object.assign(holder.firstElementChild!, { toJSON: () => ({ type: 'mine' }) });
    expect(contentOf(holder)).to.deep.equal([{ type: 'mine' }]);
  });
});
