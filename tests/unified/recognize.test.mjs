import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlOf, lines, read } from './read.mjs';

/** The tags of ours that a source becomes, outermost first, in order. */
const tagsOf = (source) => [...htmlOf(source).matchAll(/<([a-z]+-[a-z]+)/g)].map(([, tag]) => tag);
const table = (...rows) =>
  [rows[0], rows[0].map(() => '-'), ...rows.slice(1)].map((row) => `|${row.join('|')}|`).join('\n');

describe('a table becomes', () => {
  const cases = {
    'a law table by its first heading': ['law-table', table(['Law', 'Challenge', 'Trade-off'], ['Conway', 'a', 'b'])],
    'a law table by its laws': ['law-table', table(['What', 'How', 'Why'], ['Cognitive load', 'a', 'b'])],
    'a latency profile': ['latency-profile', table(['Percentile', 'Latency'], ['P50', '3 ms'], ['P99', '40 ms'])],
    'a comparison where percentiles have more to say': [
      'compare-table',
      table(['Percentile', 'Latency', 'Why', 'Where'], ['P50', '3 ms', 'a', 'b'], ['P99', '40 ms', 'a', 'b']),
    ],
    'a comparison where latencies cannot be read': ['compare-table', table(['Percentile', 'Latency'], ['P50', 'XX'])],
    'a timeline': ['incident-timeline', table(['Time', 'Event'], ['18:02', 'a'], ['T+5min', 'b'])],
    'a comparison where times are none': ['compare-table', table(['Time', 'Event'], ['soon', 'a'], ['later', 'b'])],
    'a resource table': ['resource-table', table(['Resource', 'Usage'], ['CPU', '70%'])],
    'facts below a heading that says so': [
      'quick-facts',
      `## Quick facts\n\n${table(['Metric', 'Value'], ['Scale', '3'])}`,
    ],
    'a comparison otherwise': ['compare-table', table(['Metric', 'Value'], ['Scale', '3'])],
  };
  for (const [name, [tag, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), [tag]));
  }

  it('nothing without a header row, and that is told', () => {
    const { html, messages } = read('<table><tr><td>a</td></tr></table>');
    assert.match(html, /^<table>/);
    assert.match(String(messages[0]), /no header row/);
  });
});

describe('a callout becomes', () => {
  const box = (kind, title, ...body) => lines(`!!! ${kind} "${title}"`, ...body.map((line) => `    ${line}`));
  const cases = {
    facts: [['quick-facts'], box('abstract', 'Quick Facts', '| a | b |', '|---|---|', '| c | d |')],
    decisions: [['decision-list'], box('tip', 'Key design decisions', '1. **A**: a', '2. **B**: b')],
    takeaways: [['key-takeaways'], box('quote', 'Key lessons', '1. **When to apply**: a')],
    reading: [['further-reading'], box('info', 'Further reading', '- [a](https://example.com/)')],
    'an incident by its kind and title': [['incident-callout'], box('danger', 'Outage of May', 'It was dark.')],
    'an incident by its sections': [
      ['incident-callout'],
      box('bug', 'A bad day', '**What happened**: a', '', '**Root cause**: b'),
    ],
    'a note where a list has no lead-ins': [['note-callout'], box('tip', 'Decisions', '1. a')],
    'a note with a table in it': [
      ['note-callout', 'compare-table'],
      box('info', 'Costs', '| a | b |', '|---|---|', '| c | d |'),
    ],
  };
  for (const [name, [tags, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), tags));
  }

  it('the kind that others call differently', () => {
    const kinds = {
      seealso: 'note',
      hint: 'tip',
      todo: 'info',
      tldr: 'abstract',
      done: 'success',
      faq: 'question',
      caution: 'warning',
      bug: 'danger',
      cite: 'quote',
    };
    for (const [name, kind] of Object.entries(kinds))
      assert.match(htmlOf(box(name, 'T', 'x')), new RegExp(`kind="${kind}"`));
  });

  it('a note where the kind is known to nobody, and that is told', () => {
    const { html, messages } = read(box('foo', 'T', 'x'));
    assert.match(html, /<note-callout kind="note">/);
    assert.match(String(messages[0]), /no kind of callout “foo”/);
  });

  it('an incident with its severity and date', () => {
    const incident = (title) => htmlOf(box('danger', title, 'x'));
    assert.match(
      incident('Major incident: 14 March 2024'),
      /severity="major"><h2>Major incident: <time datetime="2024-03-14">14 March 2024<\/time>/,
    );
    assert.match(incident('SEV-2 outage, Mar 3, 2021'), /severity="sev2".*<time datetime="2021-03-03">Mar 3, 2021/);
    assert.match(incident('Outage of 2020-02-01'), /^<incident-callout><h2>Outage of <time datetime="2020-02-01">/);
  });
});

describe('a list becomes what its heading says', () => {
  const cases = {
    innovations: ['innovation-list', '## Key innovations\n\n1. **A**: a'],
    takeaways: ['key-takeaways', '## Takeaways for your system\n\n1. **When to apply**: a'],
    reading: ['further-reading', '## Further reading\n\n- [a](https://example.com/)'],
    questions: ['discussion-questions', '## Discussion questions\n\n1. Why?'],
    practices: ['practice-list', '### Monitoring & observability\n\n- **Metrics**: a'],
    decisions: ['decision-list', '### Design decisions\n\n1. **A**: a'],
  };
  for (const [name, [tag, source]] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(tagsOf(source), [tag]));
  }

  it('or stays a list', () => {
    for (const source of [
      '## Steps\n\n1. **A**: a',
      '## Further reading\n\n- no link',
      '## Key innovations\n\n- plain',
    ]) {
      assert.deepEqual(tagsOf(source), []);
    }
  });

  it('or the outline of the page', () => {
    const source = '## Table of contents\n\n- [A](#a)\n  - [B](#b)\n\n## A';
    assert.match(
      htmlOf(source),
      /^<page-outline><nav aria-labelledby="table-of-contents"><h2 id="table-of-contents">Table of contents<\/h2><ul>.*<\/nav><\/page-outline><h2/,
    );
    assert.deepEqual(tagsOf('## Contents\n\n- [A](a.html)'), []);
    assert.deepEqual(tagsOf('[TOC]\n\n## A'), ['page-outline']);
  });
});

describe('cards', () => {
  const grid = (...cards) => `<div class="grid" markdown>\n${cards.join('\n')}\n</div>`;
  const number = (title, value) =>
    `<div class="card">\n<h3>${title}</h3>\n<div class="stat-number">${value}</div>\n</div>`;

  it('are of information, of numbers, of patterns', () => {
    const source = grid(
      '<div class="card">\n<h3 class="card__title">A</h3>\n<p class="card__description">a</p>\n</div>',
      number('Orders', '42M'),
      '<a href="../b/" class="pattern-card">\n<h3 class="pattern-card__title">B</h3>\n<p>b</p>\n</a>',
    );
    assert.deepEqual(tagsOf(source), ['card-grid', 'info-card', 'stat-card', 'pattern-card']);
    assert.match(htmlOf(source), /<data value="42">42<small>M<\/small><\/data>/);
    assert.match(htmlOf(source), /<pattern-card><a href="\.\.\/b\/"><h3 id="b">B<\/h3><p>b<\/p><\/a><\/pattern-card>/);
  });

  it('of percentiles are a profile, unless their figures are missing', () => {
    assert.deepEqual(tagsOf(grid(number('P50 latency', '2ms'), number('P99 latency', '10ms'))), ['latency-profile']);
    assert.deepEqual(tagsOf(grid(number('P50', 'XXms'), number('P99', 'XXms'))), [
      'card-grid',
      'stat-card',
      'stat-card',
    ]);
  });

  it('may be a list, with a tier by its medal', () => {
    const source = lines(
      '## Patterns',
      '',
      '<div class="grid cards" markdown>',
      '',
      '- :material-sync:{ .lg .middle } **[Sharding](../patterns/sharding.md)** 🥇',
      '    ',
      '    ---',
      '    ',
      '    One buyer, one shard.',
      '',
      '- __Plain__',
      '',
      '    Words.',
      '',
      '</div>',
    );
    assert.match(
      htmlOf(source),
      /<pattern-card tier="gold"><h3><a href="[^"]*">Sharding<\/a> 🥇<\/h3><p>One buyer, one shard.<\/p><\/pattern-card><info-card><h3>Plain<\/h3><p>Words.<\/p>/,
    );
  });
});

describe('a task list', () => {
  it('has the words of each item as the name of its box', () => {
    const box = '<input type="checkbox" disabled>';
    assert.match(
      htmlOf('- [ ] *a*\n  - [x] b'),
      new RegExp(`<label>${box} <em>a</em>\\s*</label><ul.*<label>.*checked.* b</label>`),
    );
    assert.match(htmlOf('- [ ] a\n\n- [ ] b'), new RegExp(`<p><label>${box} a</label></p>`));
  });
});

describe('a diagram', () => {
  const diagram = (source) => `\`\`\`mermaid\n${source}\n\`\`\``;

  it('keeps its source', () => {
    const source = 'graph LR\n  A["<b>"] --> B\n\n  B --> C';
    assert.equal(
      htmlOf(diagram(source)),
      `<architecture-diagram><pre>${source.replaceAll('<', '&lt;')}</pre></architecture-diagram>`,
    );
  });

  it('is drawn where quotes are all that it lacks', () => {
    assert.match(htmlOf(diagram('graph LR\n  A[a (b)] --> B')), /^<architecture-diagram repair="">/);
    assert.match(htmlOf(diagram('graph LR\n  A[a<br/>b] --> B')), /^<architecture-diagram><pre>/);
  });

  it('that shows how sizes follow each other is a path, in a section about scaling', () => {
    const chain = diagram('graph LR\n A[1K users] -->|Cache| B[10K users] --> C[1M users]');
    assert.deepEqual(tagsOf(`## Scaling strategy\n\n${chain}`), ['scaling-path']);
    assert.deepEqual(tagsOf(`## Architecture\n\n${chain}`), ['architecture-diagram']);
  });
});

describe('lines', () => {
  it('that begin with bold words stay lines', () => {
    assert.equal(htmlOf('🎯 **A**: a\n📊 **B**: b'), '<p>🎯 <strong>A</strong>: a<br>\n📊 <strong>B</strong>: b</p>');
    assert.equal(htmlOf('**A**: a\nb'), '<p><strong>A</strong>: a\nb</p>');
  });

  it('with the stages of a rollout are one', () => {
    const source = '**Frequency**: daily\n**Rollout**: Canary → 10% → 100%\n**Rollback**: 5 min';
    assert.match(htmlOf(source), /^<rollout-path><p>.*<br>.*<br>.*<\/p><\/rollout-path>$/s);
    assert.deepEqual(tagsOf('From A → B → C by release'), []);
  });
});

describe('HTML of others', () => {
  it('is recognized as Markdown is', () => {
    const html = { path: 'page.html' };
    const body = (words) => htmlOf(`<!doctype html><html><body>${words}</body></html>`, html);
    assert.match(
      body('<details class="tip" open><summary>T</summary><p>x</p></details>'),
      /<note-callout kind="tip"><details open(="")?><summary>T/,
    );
    assert.match(
      body('<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">W</p><p>x</p></div>'),
      /<note-callout kind="warning"><h2>W<\/h2><p>x/,
    );
    assert.match(body('<pre class="mermaid">graph LR; A--&gt;B</pre>'), /<architecture-diagram><pre>graph LR; A--/);
    assert.match(body('<details><summary>T</summary>x</details>'), /<details><summary>T<\/summary>x<\/details>/);
  });

  it('of MkDocs is mended where one space was not enough for it', () => {
    const box = '<div class="admonition danger"><p class="admonition-title">Outage</p></div>';
    const source = `${box}<p><strong>What happened</strong>: a</p><p><strong>Impact</strong>:\n - b\n - c</p><h2>Next</h2><p>d</p>`;
    assert.match(
      htmlOf(source, { path: 'page.html' }),
      /<incident-callout><h2>Outage<\/h2><p>.*a<\/p><p><strong>Impact<\/strong>:<\/p><ul><li>b<\/li><li>c<\/li><\/ul><\/incident-callout><h2[^>]*>Next/,
    );
    const tab = (name) =>
      `<div class="tabbed-set"><div class="tabbed-labels"><label>${name}</label></div><div class="tabbed-content"><div class="tabbed-block"></div></div></div>`;
    assert.match(
      htmlOf(`${tab('A')}<p>a</p>${tab('B')}<p>b</p><h2>Next</h2>`, { path: 'page.html' }),
      /<content-tabs><section><h2>A<\/h2><p>a<\/p><\/section><section><h2>B<\/h2><p>b<\/p><\/section><\/content-tabs><h2/,
    );
  });

  it('keeps what is not recognized', () => {
    assert.equal(
      htmlOf('<div class="warning-box">\n<h4>A</h4>\n<p>b</p>\n</div>'),
      '<div class="warning-box"><h4>A</h4><p>b</p></div>',
    );
  });
});
