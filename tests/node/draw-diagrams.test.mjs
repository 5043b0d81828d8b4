import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { drawDiagrams } from '../../dist/node/draw-diagrams.js';

const drawing = /<svg slot="drawing" data-deepdive="".*?<\/svg>/gs;
const drawingsIn = (html) => html.match(drawing) ?? [];
const diagram = (source, { attributes = '', after = '' } = {}) =>
  `<architecture-diagram${attributes}><pre>${source}</pre>${after}</architecture-diagram>`;

/** Parts of a page, which a browser draws in one go: to start one takes longer than all of its drawings. */
const broken = `<architecture-diagram>
  <pre><code>

graph LR
  A --> B
  B --> API[rates (per second)]
</code></pre>
</architecture-diagram>`;
const same = diagram('graph LR; A-->B');
const coloured = diagram('graph LR\nA-->B\nstyle A fill:#ffd,stroke:#333\nclassDef hot fill:#c00\nclass B hot');
const parts = {
  faulty: `<h1>Two</h1>\n\n${broken}\n${diagram('\n\n')}\n${diagram('graph LR; C-->D')}`,
  same: same + same + diagram('sequenceDiagram\nA->>B: hello'),
  named: `<h2>Edge &amp; "core"</h2><section>
${diagram('graph LR; A-->B')}
${diagram('graph LR; A-->B', { after: '<figcaption>Two\n  <b>boxes</b></figcaption>' })}
${diagram('graph LR\naccTitle: Requests\nA-->B', { after: '<figcaption>Two boxes</figcaption>' })}</section>
${diagram('graph LR\nA-->B\nclick A "https://example.org/a?b=1&c=2"')}`,
  coloured: coloured + diagram('pie title Shares\n"Reads" : 70\n"Writes" : 30'),
  template: `<template><div>${diagram('graph LR; A-->B')}</div></template>`,
};
const between = '\n<hr>\n';

describe('a page that is drawn', () => {
  let page;
  /** The parts as they are drawn. */
  let html;
  before(async () => {
    page = await drawDiagrams(Object.values(parts).join(between));
    html = Object.fromEntries(page.html.split(between).map((part, index) => [Object.keys(parts)[index], part]));
  });

  it('gets the drawings and keeps every other byte', async () => {
    const page = `\uFEFF<!DOCTYPE html>\r\n<TITLE>Café 😀</title>\r
<ul><li class=odd>Left open &amp; unescaped & odd<br/>
<Architecture-Diagram   id='edge' >\r
  <pre>\r\ngraph LR\r\n  A[Café 😀] --&gt; B\r\n</pre>
</architecture-diagram>
<!-- <architecture-diagram><pre>graph LR; C-->D</pre></architecture-diagram> -->
<li>${diagram('graph LR; E--&gt;F')}<p>the end`;
    const { html, drawn, failures } = await drawDiagrams(page);
    assert.deepEqual({ drawn, failures }, { drawn: 2, failures: [] });
    assert.equal(html.replaceAll(drawing, ''), page);
    const [first] = drawingsIn(html);
    assert.match(first, />Café 😀</);
    assert.ok(html.includes(`<Architecture-Diagram   id='edge' >${first}`));
  });

  it('stays as it is where it would take longer than its length says', async () => {
    const page = diagram('graph LR; A--&gt;B') + Array.from({ length: 1000 }, (_, n) => `<p><b id=${n}>x`).join('');
    assert.deepEqual(await drawDiagrams(page), {
      html: page,
      drawn: 0,
      failures: [{ line: 1, message: 'Elements such as <b> are opened and not closed. Close them.' }],
    });
  });

  it('is the same when it is drawn again, and anew where a source has changed', async () => {
    const page = diagram('graph LR; Browser-->Cache') + diagram('graph LR; Queue-->Worker');
    const once = (await drawDiagrams(page)).html;
    const twice = await drawDiagrams(once);
    assert.equal(twice.html, once);
    assert.equal(twice.drawn, 2);

    const changed = await drawDiagrams(once.replace('Queue-->Worker', 'Queue-->Mail'));
    const [first, second, ...more] = drawingsIn(changed.html);
    assert.deepEqual(more, []);
    assert.equal(first, drawingsIn(once)[0]);
    assert.match(second, />Mail</);
    assert.doesNotMatch(second, />Worker</);
  });

  it('names the line of a source that cannot be drawn, leaves it, and draws the others', () => {
    const { drawn, failures } = page;
    assert.equal(drawn, 11);
    assert.deepEqual(
      failures.map(({ line }) => line),
      [8, 11],
    );
    assert.match(failures[0].message, /^This line cannot be read.*API\["rates \(per second\)"\]/);
    assert.match(failures[1].message, /no source to draw: put the Mermaid source into a <pre>/);
    assert.ok(html.faulty.includes(broken));
  });

  it('keeps an author’s own drawing', async () => {
    const own = diagram('graph LR; A-->B', { after: '<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>' });
    const { html, drawn, failures } = await drawDiagrams(own);
    assert.deepEqual({ html, drawn, failures }, { html: own, drawn: 0, failures: [] });
  });

  it('has no id twice, also where two sources are the same, and every reference leads somewhere', () => {
    const drawings = drawingsIn(html.same);
    const idsOf = (text) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const all = idsOf(page.html);
    assert.ok(all.length >= 3);
    assert.equal(new Set(all).size, all.length);
    for (const svg of drawings) {
      const references = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      assert.ok(references.length);
      for (const id of references) assert.ok(idsOf(svg).includes(id), id);
    }
    const plain = (svg) => svg.replaceAll(/dd-p[-\w]+-(\d+)/g, 'dd-$1');
    assert.equal(plain(drawings[0]), plain(drawings[1]));
  });

  it('names its drawings by title, caption or heading, and lets links in them be reached', () => {
    const drawings = drawingsIn(html.named);
    const start = (svg) => /role="(\w+)" aria-label="([^"]*)"/.exec(svg).slice(1);
    assert.deepEqual(drawings.map(start), [
      ['img', 'Edge &amp; &quot;core&quot;'],
      ['img', 'Two boxes'],
      ['img', 'Requests'],
      ['group', 'Edge &amp; &quot;core&quot;'],
    ]);
    assert.match(drawings[3], /<a [^>]*href="https:\/\/example\.org\/a\?b=1&amp;c=2"/);
  });

  it('has no styles but attributes, so that a content security policy may refuse all others', () => {
    const [first, second] = drawingsIn(html.coloured);
    for (const svg of [first, second]) assert.doesNotMatch(svg, /<style|<script|\sstyle=|\sclass=|\son\w+=/);
    assert.match(first, /fill="(#cc0000|rgb\(204, 0, 0\))"/);
    assert.match(first, /var\(--_line\)/);
  });

  it('has the diagrams in its templates drawn', () => {
    assert.match(html.template, /^<template><div><architecture-diagram><svg /);
  });

  it('respects `layout` and `repair`, and the font', async () => {
    const source = 'graph TD; A-->B; A-->C; B-->D; C-->D; A-->D';
    const elk = diagram(source, { attributes: ' layout="elk"' });
    const mended = diagram('graph LR; A-->B[rates (per second)]', { attributes: ' repair' });
    const { html, failures } = await drawDiagrams(diagram(source) + elk + mended, { font: 'Georgia, serif' });
    assert.deepEqual(failures, []);
    const [byDagre, byElk, repaired] = drawingsIn(html);
    const width = (svg) => /width="([\d.]+)"/.exec(svg)[1];
    assert.notEqual(width(byDagre), width(byElk));
    assert.match(repaired, /"rates \(per second\)"/);
    assert.match(repaired, /font-family="Georgia, serif"/);
  });

  it('gives up a diagram that takes too long, and draws the others', async () => {
    // Dagre puts a point on every rank that a connection crosses.
    const chain = Array.from({ length: 300 }, (_, index) => `n${index} --> n${index + 1}`);
    const long = Array.from({ length: 150 }, (_, index) => `n${index} --> n${300 - index}`);
    const endless = diagram(['\ngraph LR', ...chain, ...long].join('\n'));
    const { html, drawn, failures } = await drawDiagrams(`${endless}${diagram('graph LR; A-->B')}`, { timeout: 5000 });
    assert.equal(drawn, 1);
    assert.deepEqual(failures, [{ line: 2, message: 'It was not drawn within 5 seconds.' }]);
    assert.ok(html.startsWith(endless));
  });
});
