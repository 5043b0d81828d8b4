import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { IncidentTimeline } from '../../src/index.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { place, settled } from '../helpers.js';
import { read, shapeOf, tokensIn, tokensOf } from './reading.js';

type Reporting = HTMLElement & { toJSON(): Record<string, unknown> };

const lines = (...text: string[]) => text.join('\n');

/** The Markdown of markup in a `<div>`, without the line break at its end. */
async function written(markup: string): Promise<string> {
  return toMarkdown(await place(`<div>${markup}</div>`)).slice(0, -1);
}

/** An element with the same settings around what is read in the Markdown of one. */
async function reread(element: Element): Promise<Reporting> {
  const again = element.cloneNode() as Reporting;
  again.append(...read(toMarkdown(element)).childNodes);
  const stage = await place('<div></div>');
  stage.append(again);
  await settled(stage);
  return again;
}

describe('Markdown', () => {
  describe('within a line', () => {
    for (const [what, markup, markdown] of [
      [
        'emphasis',
        '<b>bold</b>, <strong>strong</strong>, <i>italic</i>, <em>em</em>',
        '**bold**, **strong**, _italic_, _em_',
      ],
      ['emphasis in emphasis', '<strong><em>both</em></strong>', '**_both_**'],
      ['what is struck out', 'was <del>40</del> 38 ms', 'was ~~40~~ 38 ms'],
      ['white space at the ends of emphasis', 'a<strong> b </strong>c', 'a **b** c'],
      ['emphasis in a word, and beside other', 'un<em>easy</em>, <b>a</b><b>b</b>', 'un<em>easy</em>, <b>a</b>**b**'],
      ['emphasis that ends with a sign before a word', '<b>Cost:</b>high', '<b>Cost:</b>high'],
      ['emphasis before a line break', '<b>Cost</b><br>high', '**Cost**\\\nhigh'],
      ['emphasis beside other in quotation marks', '<b>a</b><i>“b”</i>', '<b>a</b>_“b”_'],
      ['emphasis in a word, by way of a wrapper', '<span><em>un</em></span>easy', '<em>un</em>easy'],
      ['emphasis of nothing', 'a<em> </em>b', 'a b'],
      ['code', 'run <code>get  a</code>', 'run `get a`'],
      ['code with backticks', '<code>a`b</code> <code>``</code>', '``a`b`` ``` `` ```'],
      ['code beside code', '<code>a</code><code>b_</code>', '`a`<code>b\\_</code>'],
      ['signs in code', '<code>*a* &lt;b> [c] \\d</code>', '`*a* <b> [c] \\d`'],
      ['a link', '<a href="https://example.com/a">A <b>b</b></a>', '[A **b**](https://example.com/a)'],
      ['a link within the page, as it is', '<a href="#costs">Costs</a>', '[Costs](#costs)'],
      ['a relative link, in full', '<a href="/a?b#c">A</a>', `[A](${location.origin}/a?b#c)`],
      ['a link with parentheses', '<a href="https://example.com/a_(b)">A</a>', '[A](<https://example.com/a_(b)>)'],
      [
        'a link with what looks like a character',
        '<a href="https://example.com/?a&amp;lt;">A</a>',
        '[A](https://example.com/?a&amp;lt;)',
      ],
      ['only the words of a link that runs script', '<a href="javascript:alert(1)">A</a> <a>B</a>', 'A B'],
      ['brackets in a link', '<a href="#a">[1] x]</a>', '[\\[1\\] x\\]](#a)'],
      ['a link after an exclamation mark', 'No!<a href="#a">A</a>', 'No\\![A](#a)'],
      [
        'words that mean a part of a diagram',
        'at <diagram-ref node="LB">the <b>edge</b></diagram-ref>',
        'at the **edge**',
      ],
      ['an image', '<img src="https://example.com/a.png" alt="A [b]" />', '![A \\[b\\]](https://example.com/a.png)'],
      [
        'only the words of an image that runs script',
        'a <img src="javascript:alert(1)" alt="A *b*"> c',
        'a A \\*b\\* c',
      ],
      [
        'only the words of an image of another scheme, whatever hides it',
        '<img src="data:text/html,x" alt="A"> <img src=" java&#9;script:x" alt="B"> <img src="vbscript:x" alt="C"> <img alt="D">',
        'A B C D',
      ],
      [
        'only the words of an image that runs script, in a link',
        '<a href="https://example.com/"><img src="JAVASCRIPT:x" alt="A]"></a>',
        '[A\\]](https://example.com/)',
      ],
      [
        'an image whose address would end its parentheses',
        '<img src="https://example.com/a)](b &quot;c&quot;) <d>`" alt="A">',
        '![A](<https://example.com/a)](b%20%22c%22)%20%3Cd%3E%60>)',
      ],
      [
        'links whose addresses would make code of what is between them',
        '<a href="#a`">A</a> <a href="https://example.com/?b`">B</a>',
        '[A](#a%60) [B](https://example.com/?b%60)',
      ],
      ['a line break', 'a<br> b <br />', 'a\\\nb'],
      ['line breaks at the ends of emphasis', '<b>a<br></b>b', '**a**\\\nb'],
      [
        'what Markdown has no sign for',
        '<kbd>Ctrl</kbd> H<sub>2</sub>O 10<sup>3</sup>',
        '<kbd>Ctrl</kbd> H<sub>2</sub>O 10<sup>3</sup>',
      ],
      ['words alone of what says no more', '<time>2021</time> <data value="4">4 <small>ms</small></data>', '2021 4 ms'],
      [
        'the title of a drawing',
        '<svg><title>Ledger</title></svg> <svg aria-hidden="true"><title>x</title></svg>',
        'Ledger',
      ],
      ['nothing of what is hidden', 'a<span hidden> b</span><script>c</script><!-- d --> e', 'a e'],
    ] as const) {
      it(`writes ${what}`, async () => {
        expect(await written(`<p>${markup}</p>`)).to.equal(markdown);
      });
    }

    for (const [text, markdown] of [
      ['A_b, a__b, 1.5, C#, 2 * 3, a - b, 5 < 6, Q&A, ~5 ms to ~8, $5 of $8, T+0, C:\\temp', undefined],
      ['*a* _b_ **c** ~~d~~ `e`', '\\*a\\* \\_b\\_ \\*\\*c\\*\\* ~\\~d\\~\\~ \\`e\\`'],
      ['[a](b) [c] ![d]', '\\[a](b) \\[c] !\\[d]'],
      ['<b>, </b>, <!-- and &lt; &#60;', '\\<b>, \\</b>, \\<!-- and \\&lt; \\&#60;'],
      ['\\* \\\\ a\\', '\\\\\\* \\\\\\ a\\\\'],
      ['snake_case_, _x, a* b', 'snake_case\\_, \\_x, a\\* b'],
      ['US$5 or 6$', 'US\\$5 or 6\\$'],
      [
        'see https://example.com/_a_~b and (www.example.com/*)',
        'see https://example.com/_a_~b and (www.example.com/*)',
      ],
      ['# a', '\\# a'],
      ['#a', '#a'],
      ['1. a', '1\\. a'],
      ['2021) a', '2021\\) a'],
      ['1.5 a', '1.5 a'],
      ['- a', '\\- a'],
      ['* a', '\\* a'],
      ['+ a', '\\+ a'],
      ['+6 min', '+6 min'],
      ['> a', '\\> a'],
      ['---', '\\---'],
      ['===', '\\==='],
      ['| --- |', '\\| --- |'],
      ['~~~', '~\\~\\~'],
    ] as const) {
      it(`lets “${text}” be nothing but text`, async () => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        const own = toMarkdown(paragraph).slice(0, -1);
        expect(own).to.equal(markdown ?? text);
        expect(read(own).innerText.trim()).to.equal(text);
        // At the start of a later line, too.
        paragraph.prepend('Before', document.createElement('br'));
        const [first, ...more] = read(toMarkdown(paragraph)).children;
        expect([first!.localName, more.length, first!.textContent]).to.deep.equal(['p', 0, `Before${text}`]);
      });
    }
  });

  describe('in blocks', () => {
    for (const [what, markup, markdown] of [
      ['headings and paragraphs', '<h1>A</h1><p>b</p>c<h4>D</h4>', '# A\n\nb\n\nc\n\n#### D'],
      ['a heading that ends with number signs', '<h2>C# and #</h2>', '## C# and \\#'],
      ['a break in a heading', '<h2>A<br>b</h2>', '## A<br>b'],
      ['wrappers, known or not', '<section><div>a</div></section><x-y><p>b</p>c</x-y>', 'a\n\nb\n\nc'],
      ['a bulleted list', '<ul><li>a<li>b</ul>', '- a\n- b'],
      ['a numbered list', '<ol start="9"><li>a<li>b</ol>', '9. a\n10. b'],
      ['lists in lists', '<ul><li>a<ol><li>b<ul><li>c</ul></ol><li>d</ul>', '- a\n  1. b\n     - c\n- d'],
      ['a list from another number in a list', '<ul><li>a<ol start=3><li>b</ol></ul>', '- a\n\n  3. b'],
      [
        'blocks in a list',
        '<ol><li><p>a</p><pre>b\n\nc</pre><p>d</p></ol>',
        '1. a\n\n   ```\n   b\n\n   c\n   ```\n\n   d',
      ],
      ['two lists in a row', '<ul><li>a</ul><ul><li>b</ul><ol><li>c</ol><ol><li>d</ol>', '- a\n\n* b\n\n1. c\n\n1) d'],
      ['a list of terms', '<dl><dt>A<dd>b<dt>C:<dd>d<dd>e</dl>', '- **A**: b\n\n- **C:** d\n\n  e'],
      ['a list in a list of terms', '<dl><dt><b>A</b><dd><ul><li>b</ul></dl>', '- **A**:\n  - b'],
      ['source in a language that would end its fence', '<pre class="language-a`b">&lt;i></pre>', '```a\n<i>\n```'],
      ['source', '<pre><code class="language-js">let a = `b`;\n</code></pre>', '```js\nlet a = `b`;\n```'],
      ['source with a fence in it', '<pre>\n  ```\n  a\n</pre>', '````\n  ```\n  a\n````'],
      ['nothing of empty source', '<pre> </pre>a', 'a'],
      ['terms that are partly bold', '<dl><dt>A <b>b</b><dd>c</dl>', '- <strong>A **b**</strong>: c'],
      ['what stands outside of the pairs of a list of terms', '<dl><dd>a<dt>B<dd>c</dl>', 'a\n\nB\n\nc'],
      ['a link around a list as the list', '<a href="#a"><ul><li>b</ul></a>', '- b'],
      ['words between the items of a list', '<ul>a<li>b<li></ul>', '- a\n- b'],
      ['a table that is only for layout', '<table role="presentation"><tr><td>a<td><p>b</table>', 'a\n\nb'],
      [
        'what is folded, without a summary',
        '<details>a</details>',
        '<details>\n<summary>Details</summary>\n\na\n\n</details>',
      ],
      ['a quote', '<blockquote><p>a</p><ul><li>b</ul></blockquote>', '> a\n>\n> - b'],
      ['a rule', 'a<hr>b', 'a\n\n___\n\nb'],
      [
        'what is folded',
        '<details open><summary>A &lt;b></summary>c<p>d</p></details>',
        '<details open>\n<summary>A &lt;b></summary>\n\nc\n\nd\n\n</details>',
      ],
      [
        'a figure',
        '<figure><img src="https://example.com/a.png" alt=""><figcaption>A <em>b</em></figcaption></figure>',
        '![](https://example.com/a.png)\n\n<em>A _b_</em>',
      ],
      ['a link around blocks', '<a href="#a"><h3>A</h3><p>b</p></a>', '### [A](#a)\n\nb'],
      ['nothing of the outline', '<page-outline></page-outline><h2 id="a">A</h2>', '## A'],
    ] as const) {
      it(`writes ${what}`, async () => {
        expect(await written(markup)).to.equal(markdown);
      });
    }

    for (const [what, markup, markdown] of [
      [
        'with a caption',
        '<caption>A</caption><thead><tr><th>B<th>C<tbody><tr><td>d<td>e',
        ['_A_', '', '| B | C |', '| --- | --- |', '| d | e |'],
      ],
      ['without a header', '<tr><td>a<td>b', ['|  |  |', '| --- | --- |', '| a | b |']],
      ['with headings of rows', '<tr><th>A<th>B<tr><th>c<td>d', ['| A | B |', '| --- | --- |', '| **c** | d |']],
      ['with bars', '<tr><th>a|b<tr><td><code>c|d</code>', ['| a\\|b |', '| --- |', '| `c\\|d` |']],
      [
        'with a backslash before a bar',
        '<tr><th>a\\|b<tr><td><code>\\|</code>',
        ['| a\\\\\\|b |', '| --- |', '| <code>\\\\\\|</code> |'],
      ],
      [
        'with blocks in cells',
        '<tr><th>A<tr><td><p>b<br>c</p><ul><li>d</ul>',
        ['| A |', '| --- |', '| b<br>c<br>- d |'],
      ],
      [
        'with spans',
        '<tr><th>A<th>B<th>C<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d',
        ['| A | B | C |', '| --- | --- | --- |', '| a | b |  |', '|  | c | d |'],
      ],
      ['with more cells than headings', '<tr><th>A<tr><td>b<td>c', ['| A |  |', '| --- | --- |', '| b | c |']],
      [
        'with a caption of paragraphs',
        '<caption><p>A</p><p>b</p></caption><tr><th>C',
        ['_A b_', '', '| C |', '| --- |'],
      ],
      ['with source in a cell', '<tr><th>A<tr><td><pre>b|\n\n  c</pre>', ['| A |', '| --- |', '| `b\\|`<br>`  c` |']],
      [
        'with a cell down to the end',
        '<tr><th>A<th>B<tr><td rowspan=0>a<td>b<tr><td>c',
        ['| A | B |', '| --- | --- |', '| a | b |', '|  | c |'],
      ],
    ] as const) {
      it(`writes a table ${what}`, async () => {
        expect(await written(`<table>${markup}</table>`)).to.equal(lines(...markdown));
      });
    }
  });

  describe('read again', () => {
    for (const markup of [
      '<h1>A <em>b</em></h1><h2>C <code>d</code></h2><p>e<br>f</p><p>g</p>',
      '<p><b>a</b>b <i>c</i><b>d</b> <del>e</del>f <b><i>g</i> h</b> <i>i <b>j</b></i> <b>k.</b>l (<i>m</i>) “<b>n</b>”</p>',
      '<p><code>a`b</code><code>c</code> <code>`</code> <code>d\\</code></p><pre><code>  e\n\n``` f\n</code></pre><p>g</p>',
      '<p><a href="https://example.com/a_b_(c)">d_e_</a><a href="#f"><b>g</b></a>!<a href="#h">i</a> <img src="https://example.com/j" alt="k*l*"></p>',
      '<p>H<sub>2</sub>O, <kbd>a</kbd>+<kbd>b</kbd>, <q>c</q>, <ins>d</ins> <mark>e_f_</mark></p>',
      '<ul><li>a<ul><li>b<ol start="4"><li>c</li><li>d</li></ol></li></ul></li><li><b>e</b>: f</li></ul>',
      '<ol><li>a<p>b</p><pre><code>c\n\n d</code></pre><blockquote><p>e</p></blockquote></li><li>f<table><thead><tr><th>g</th></tr></thead><tbody><tr><td>h</td></tr></tbody></table></li></ol>',
      '<ul><li>a</li></ul><ul><li>b</li></ul><ul><li>c</li></ul><ol><li>d</li></ol><ol><li>e</li></ol>',
      '<blockquote><p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote><pre><code>d</code></pre></blockquote><blockquote><p>e</p></blockquote>',
      '<p>a</p><hr><ul><li>b</li></ul><hr><p>c</p>',
      '<details><summary>a &amp; b</summary><p>c</p><ul><li>d</li></ul></details><p>e</p>',
      '<table><thead><tr><th>a|b</th><th>c</th></tr></thead><tbody><tr><td><code>d|e</code></td><td>f<br>g</td></tr><tr><td></td><td><a href="#h">i|j</a></td></tr></tbody></table>',
      '<p># a</p><p>1. b</p><p>- c<br>+ d<br>---</p><p>&gt; e</p><p>| f |</p><ul><li># g</li><li>1) h</li><li>[ ] i</li><li>- j</li></ul>',
    ]) {
      it(`is what it was: ${markup.slice(0, 70)}`, async () => {
        const page = await place(`<div>${markup}</div>`);
        expect(shapeOf(read(toMarkdown(page)))).to.equal(shapeOf(page));
      });
    }
  });

  describe('of an element', () => {
    const timeline = `<incident-timeline><ol>
      <li data-event="started"><time>18:02</time> A migration locks a shard.</li>
      <li><time>18:05</time> <strong>Detected:</strong> <em>an</em> alert</li>
      <li data-event="resolved"><time>20:06</time> The backlog is replayed</li></ol></incident-timeline>`;

    for (const [markup, ...markdown] of [
      [
        '<note-callout kind="tip"><h4>Split <em>early</em></h4><p>a</p><p>b</p></note-callout>',
        '> [!TIP]',
        '> **Split _early_**',
        '>',
        '> a',
        '>',
        '> b',
      ],
      ['<note-callout kind="danger"><h4>A</h4>b</note-callout>', '> [!CAUTION]', '> **A**', '>', '> b'],
      ['<note-callout>a</note-callout>', '> [!NOTE]', '> a'],
      [
        '<note-callout kind="danger"><p>a</p><h5>B</h5></note-callout>',
        '> [!CAUTION]',
        '> **Danger**',
        '>',
        '> a',
        '>',
        '> **B**',
      ],
      [
        '<ul><li>a<note-callout kind="warning"><p>b</p></note-callout></li></ul>',
        '- a',
        '',
        '  > **Warning**',
        '  >',
        '  > b',
      ],
      [
        `<incident-callout severity="sev1"><h3>Outage: <time>14 March</time></h3><dl><dt>Impact</dt><dd>Some</dd></dl>${timeline}</incident-callout>`,
        '> [!CAUTION]',
        '> **Outage: 14 March** (sev1)',
        '>',
        '> Time to detect: 3 min · Time to resolve: 2 h 4 min',
        '>',
        '> - **Impact**: Some',
        '>',
        '> | Time | Since start | Event |',
        '> | --- | --- | --- |',
        '> | 18:02 |  | **Started**: A migration locks a shard. |',
        '> | 18:05 | +3 min | **Detected:** _an_ alert |',
        '> | 20:06 | +2 h 4 min | **Resolved**: The backlog is replayed |',
      ],
      ['<incident-callout severity="major"><p>a</p></incident-callout>', '> [!CAUTION]', '> **major**', '>', '> a'],
      [
        '<incident-timeline><h4>Course</h4><ul><li><time>T+0</time> a<ul><li>x</ul><li><time>T+5min</time> b</ul></incident-timeline>',
        '#### Course',
        '',
        '| Time | Event |',
        '| --- | --- |',
        '| T+0 | a<br>- x |',
        '| T+5min | b |',
      ],
      [
        '<incident-timeline><table><caption>A</caption><thead><tr><th>Time<th>Event<th>Fix<tbody><tr data-event="started"><td>10:00<td>b<td>c<tr data-event="mitigated"><td>11:00<td>d<td>e</table></incident-timeline>',
        'Time to mitigate: 1 h',
        '',
        '_A_',
        '',
        '| Time | Since start | Event | Fix |',
        '| --- | --- | --- | --- |',
        '| 10:00 |  | **Started**: b | c |',
        '| 11:00 | +1 h | **Mitigated**: d | e |',
      ],
      [
        '<incident-timeline><table><tr><td>10:00<td>a</table></incident-timeline>',
        '| Time | Event |',
        '| --- | --- |',
        '| 10:00 | a |',
      ],
      [
        '<diagram-walkthrough><architecture-diagram><pre>graph LR; A</pre></architecture-diagram><ol><li data-nodes="A">First.</li><li data-nodes="A">Then.</li></ol></diagram-walkthrough>',
        '```mermaid',
        'graph LR; A',
        '```',
        '',
        '1. First.',
        '2. Then.',
      ],
      [
        '<architecture-diagram><pre>\ngraph LR\n  A["*x*"] --&gt; B\n</pre><figcaption>How <b>A</b> works.</figcaption></architecture-diagram>',
        '```mermaid',
        'graph LR',
        '  A["*x*"] --> B',
        '```',
        '',
        '_How **A** works._',
      ],
      [
        '<scaling-path><ol><li><strong>1K users</strong> One machine<li><strong>1M users</strong> Shards</ol></scaling-path>',
        '1. **1K users** One machine',
        '2. **1M users** Shards',
      ],
      [
        '<scaling-path><pre>graph LR\n  A[1K] --&gt; B[10K]</pre></scaling-path>',
        '```mermaid',
        'graph LR',
        '  A[1K] --> B[10K]',
        '```',
      ],
      [
        '<rollout-path><ol><li>Canary<li>1%<li>100%</ol><dl><dt>Rollback time</dt><dd>5 min</dd></dl></rollout-path>',
        'Canary → 1% → 100%',
        '',
        '- **Rollback time**: 5 min',
      ],
      ['<rollout-path><ol><li>1.<li>100%</ol></rollout-path>', '1\\. → 100%'],
      ['<rollout-path><p>Canary → 1%, <b>slowly</b></p></rollout-path>', 'Canary → 1%, **slowly**'],
      [
        '<quick-facts><h2>Facts</h2><dl><div><dt>Scale<dd>4 M</div><div><dt>Availability<dd>99.9%<dd>by the <a href="#a">SLA</a></div></dl></quick-facts>',
        '## Facts',
        '',
        '| Fact | Value | Note |',
        '| --- | --- | --- |',
        '| Scale | 4 M |  |',
        '| Availability | 99.9% | by the [SLA](#a) |',
        '',
        '_99.9% leaves 8 h 46 min of downtime a year_',
      ],
      ['<quick-facts><dl></dl><p>a</p></quick-facts>', 'a'],
      [
        '<study-meta><dl><dt>Domain<dd>Payments<dt>Reading time<dd></dl></study-meta>',
        '| Fact | Value |',
        '| --- | --- |',
        '| Domain | Payments |',
        '| Reading time | 1 min |',
      ],
      [
        '<latency-profile slo="300 ms"><dl><dt>P50<dd>4 ms<dt>P99<dd>400 ms</dl></latency-profile>',
        '| Percentile | Latency |',
        '| --- | --- |',
        '| P50 | 4 ms |',
        '| P99 | 400 ms |',
        '',
        'SLO: 300 ms. P99 is 100 times P50. Beyond the SLO: P99.',
      ],
      [
        '<law-table><table><caption>Laws</caption><tr><th>Law<th>Solution<tr><td>Cognitive Load<td>Drills</table><details><summary>The laws</summary><dl><dt>Cognitive Load<dd>Heads are small</dl></details></law-table>',
        '_Laws_',
        '',
        '| Law | Solution |',
        '| --- | --- |',
        '| Cognitive Load | Drills |',
        '',
        '<details>',
        '<summary>The laws</summary>',
        '',
        '- **Cognitive Load**: Heads are small',
        '',
        '</details>',
      ],
      [
        '<compare-table><table><tr><th>Store<th>Safe<th>Fast<tr><td>Log<td>✅<td>⚠️ At night</table></compare-table>',
        '| Store | Safe | Fast |',
        '| --- | --- | --- |',
        '| Log | ✅ Yes | ⚠️ At night |',
      ],
      [
        '<resource-table><table><tr><th>Resource<th>Usage<tr><td>CPU<td>60-80%</table></resource-table>',
        '| Resource | Usage |',
        '| --- | --- |',
        '| CPU | 60-80% |',
      ],
      [
        '<card-grid><info-card><h4>Problem</h4><p>Keep <a href="#a">orders</a></p></info-card><pattern-card tier="gold"><a href="#b"><h4>CQRS</h4><p>Reads apart</p></a></pattern-card><pattern-card href="#c"><h4>Saga</h4></pattern-card><pattern-card href="#d"><h4><a href="#e">Outbox</a></h4></pattern-card></card-grid>',
        '- **Problem**: Keep [orders](#a)',
        '- **[CQRS](#b)** (gold): Reads apart',
        '- **[Saga](#c)**',
        '- **[Outbox](#e)**',
      ],
      [
        '<card-grid><p>First</p><info-card><h4>A?</h4><p>b</p><p>c</p></info-card><info-card>d</info-card></card-grid>',
        'First',
        '',
        '- **A?** b',
        '',
        '  c',
        '',
        '- d',
      ],
      [
        '<card-grid><stat-card target="300" trend="down"><h4>P99 read</h4><data value="15">15 <small>ms</small></data><p>At night</p></stat-card><stat-card better="higher" target="99"><p>99%</p></stat-card><stat-card target="low"><p>4</p></stat-card></card-grid>',
        '- **P99 read**: 15 ms (falling, target at most 300). At night',
        '- 99% (target at least 99)',
        '- 4',
      ],
      [
        '<decision-list><h4>Decisions</h4><ol><li><strong>Sharding</strong>: by buyer<li><strong>Caching</strong>: none</ol></decision-list>',
        '#### Decisions',
        '',
        '1. **Sharding**: by buyer',
        '2. **Caching**: none',
      ],
      [
        '<practice-list><dl><dt>Metrics<dd>All<dt>Logs<dd>Some</dl></practice-list>',
        '- **Metrics**: All',
        '- **Logs**: Some',
      ],
      [
        '<further-reading><ul><li><a href="https://example.com/">Dapper</a>, Sigelman, <time>2010</time></ul></further-reading>',
        '- [Dapper](https://example.com/), Sigelman, 2010',
      ],
      [
        '<discussion-questions><ol><li>Why?<details><summary>Answer</summary><p>Costs.</p></details><li>How?</ol></discussion-questions>',
        '1. Why?',
        '',
        '   <details>',
        '   <summary>Answer</summary>',
        '',
        '   Costs.',
        '',
        '   </details>',
        '',
        '2. How?',
      ],
      [
        '<h3>Reads</h3><content-tabs><section><h4>Go</h4><p>a</p></section><section><h4>Rust</h4><p>b</p></section></content-tabs><h3>Writes</h3>',
        '### Reads',
        '',
        '#### Go',
        '',
        'a',
        '',
        '#### Rust',
        '',
        'b',
        '',
        '### Writes',
      ],
      [
        '<h3>Reads</h3><content-tabs><section><h4>Go</h4><p>a</p></section></content-tabs><p>b</p>',
        '### Reads',
        '',
        '**Go**',
        '',
        'a',
        '',
        'b',
      ],
      [
        '<h3>Reads</h3><content-tabs><section><h3>Go</h3><p>a</p></section></content-tabs>',
        '### Reads',
        '',
        '**Go**',
        '',
        'a',
      ],
      [
        '<case-study><h1>Ledger</h1><page-outline></page-outline><h2 id="a">Scale</h2></case-study>',
        '# Ledger',
        '',
        '## Scale',
      ],
    ] as const) {
      it(`writes ${markup.slice(0, 80)}`, async () => {
        expect(await written(markup)).to.equal(lines(...markdown));
      });
    }

    it('takes settings that are only properties', async () => {
      const card = (await place('<pattern-card><h4>A</h4></pattern-card>')) as HTMLElement & { href?: string };
      card.href = 'https://example.com/';
      expect(toMarkdown(card)).to.equal('- **[A](https://example.com/)**\n');
    });

    it('says the same of an element that has not been upgraded, but for what that derives', () => {
      const template = document.createElement('template');
      template.innerHTML = '<stat-card target="3"><h4>A</h4><data value="2">2</data></stat-card>';
      expect(toMarkdown(template.content.firstElementChild!)).to.equal('- **A**: 2 (target at most 3)\n');
    });
  });

  describe('of an element, put back into one', () => {
    const cells =
      '<thead><tr><th>Part</th><th>a|b</th></tr></thead><tbody><tr><td>A <b>b</b></td><td>60% *</td></tr><tr><td><a href="#c">C</a></td><td></td></tr></tbody>';
    const items =
      '<li><strong>A</strong>: b <code>c_</code></li><li>D<ul><li>e</li></ul></li><li><strong>F?</strong> g</li>';

    for (const [markup, key] of [
      [`<law-table><table>${cells}</table></law-table>`, 'rows'],
      [`<compare-table><table>${cells}</table></compare-table>`, 'rows'],
      [`<resource-table><table>${cells}</table></resource-table>`, 'rows'],
      ['<law-table><table><tr><td>a</td><td>b</td></tr></table></law-table>', 'rows'],
      ['<quick-facts><dl><dt>A</dt><dd>1</dd><dt>B</dt><dd>2</dd><dd>c <b>d</b></dd></dl></quick-facts>', 'facts'],
      [`<quick-facts><table>${cells}</table></quick-facts>`, 'facts'],
      ['<latency-profile><dl><dt>P50</dt><dd>&lt; 4 ms</dd><dd>d</dd></dl></latency-profile>', 'percentiles'],
      [`<latency-profile><table>${cells}</table></latency-profile>`, 'percentiles'],
      [`<decision-list><h4>Decisions</h4><ol>${items}</ol></decision-list>`],
      [`<innovation-list><ol>${items}</ol></innovation-list>`],
      [`<key-takeaways><ol>${items}</ol></key-takeaways>`],
      [`<practice-list><ul>${items}</ul></practice-list>`],
      ['<practice-list><dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl></practice-list>'],
      ['<further-reading><ul><li><a href="https://arxiv.org/a">A</a> B, 2010</li><li>C</li></ul></further-reading>'],
      [
        '<discussion-questions><ol><li>A?<details><summary>B</summary><p>C</p></details></li><li>D?</li></ol></discussion-questions>',
        'items',
      ],
      ['<scaling-path><ol><li><strong>1K users</strong> One machine</li><li>10K</li></ol></scaling-path>', 'stages'],
      ['<rollout-path><ol><li>Canary</li><li>1%</li><li>100%</li></ol></rollout-path>', 'stages'],
    ] as const) {
      it(`has the same data: ${markup.slice(0, 80)}`, async () => {
        const element = (await place(markup)) as Reporting;
        const [before, after] = [element.toJSON(), (await reread(element)).toJSON()];
        expect(key ? after[key] : after).to.deep.equal(key ? before[key] : before);
        if (key) expect(before[key]).not.to.be.empty;
      });
    }

    for (const markup of [
      '<incident-timeline><ol><li data-event="started"><time>18:02</time> a<li data-event="detected"><time>18:08</time> b<li><time>20:06</time> <b>Resolved</b> c</ol></incident-timeline>',
      '<incident-timeline><table><tr><th>Time<th>Event<tr data-event="started"><td>18:02<td>a<tr data-event="mitigated"><td>18:08<td>b</table></incident-timeline>',
    ]) {
      it(`has the same times: ${markup.slice(0, 60)}`, async () => {
        const element = (await place(markup)) as IncidentTimeline;
        const again = (await reread(element)) as unknown as IncidentTimeline;
        expect(again.times).to.deep.equal(element.times);
        expect(element.times).not.to.be.empty;
      });
    }

    for (const tag of ['architecture-diagram', 'scaling-path', 'rollout-path']) {
      it(`has the same source: <${tag}>`, async () => {
        const source = 'graph LR\n  A["1K `x`"] -->|```| B[10K]\n\n  B --> C[*100K*]';
        const element = await place(`<${tag}><pre></pre></${tag}>`);
        element.firstElementChild!.textContent = `\n${source}\n`;
        const code = read(toMarkdown(element)).querySelector('pre > code')!;
        expect(code.className).to.equal('language-mermaid');
        expect(code.textContent).to.equal(`${source}\n`);
      });
    }
  });

  for (const name of ['starter/index', 'pages/discord', 'pages/dynamodb', 'pages/facebook-outage-2021']) {
    describe(`of the page ${name}`, () => {
      let page: Element;
      let again: Element;
      beforeEach(async () => {
        const url = `/stories/${name}.html`;
        const parsed = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
        page = await place(parsed.querySelector('case-study')!.outerHTML);
        again = read(toMarkdown(page));
      });

      /**
       * The words of both are the runs of letters and digits, and each other sign that is no white space, of every text
       * node in order; the outline's are left out. The Markdown may have more: what the stylesheet shows (of attributes),
       * what the elements have worked out, headings of columns, and the signs between.
       */
      it('has every word in order, and none that is not shown', () => {
        const shown = [...page.querySelectorAll<HTMLElement>('*')].flatMap((node) => [
          ...Object.values(node.dataset),
          ...['severity', 'slo', 'target', 'tier'].map((attribute) => node.getAttribute(attribute)),
          node.shadowRoot?.querySelector('[part="summary"], [part="figures"]')?.textContent,
        ]);
        const labels =
          'Fact Value Note Percentile Latency SLO Time Since start Event Started Detected Mitigated Resolved to detect ' +
          'mitigate resolve rising falling steady target at most least Quote NOTE TIP WARNING CAUTION [!]:.,·()→';
        const known = new Set(tokensIn(`${labels} ${shown.join(' ')}`));
        const wanted = tokensOf(page);
        const surplus: string[] = [];
        let next = 0;
        for (const token of tokensOf(again)) {
          if (token === wanted[next]) next++;
          else if (!known.has(token)) surplus.push(`${token} (not ${wanted.slice(next, next + 5).join(' ')})`);
        }
        expect(surplus.slice(0, 3)).to.deep.equal([]);
        expect(wanted.slice(next, next + 10)).to.deep.equal([]);
        expect(wanted.length).to.be.above(500);
      });

      it('has every link, to where it led', () => {
        const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href]:not(page-outline a)')];
        const addresses = links.map((link) => (link.getAttribute('href')!.startsWith('#') ? link.hash : link.href));
        expect([...again.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal(addresses);
      });

      it('has the headings of the outline', () => {
        const outline = page.querySelector('page-outline')!.toJSON();
        const headings = [...again.querySelectorAll('h2, h3')].map((heading) => heading.textContent);
        for (const { text } of outline.sections) expect(headings).to.include(text);
        expect(outline.sections).not.to.be.empty;
      });
    });
  }
});
