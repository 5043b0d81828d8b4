import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.mjs';

const linesOf = async (...args) => (await found(...args)).map(({ line }) => line);

describe('missing-section', () => {
  const sections = [
    'Executive summary',
    'System overview',
    'Law analysis',
    'Design deep dive',
    'Failure scenarios & lessons',
    'Performance',
    'Monitoring and deployment',
    'What is novel',
    'Applicable patterns',
    'Takeaways',
    'References',
    'Questions',
  ];
  const page = (names) => `# Parcel tracker\n\n${names.map((name) => `## ${name}\n\nWords.\n`).join('\n')}`;

  it('has nothing to say of a page with all of them', async () => {
    assert.deepEqual(await found('missing-section', `---\ntype: case-study\n---\n${page(sections)}`), []);
  });

  it('names what is missing, once', async () => {
    const [finding, ...others] = await found('missing-section', page(sections.slice(0, 10)));
    assert.deepEqual(others, []);
    assert.equal(finding.line, 1);
    assert.match(finding.message, /lacks: further reading, discussion questions\.$/);
  });

  it('knows a section by its element', async () => {
    const rest = sections.filter((name) => name !== 'Law analysis');
    assert.deepEqual(await found('missing-section', `${page(rest)}\n<law-table><table></table></law-table>`), []);
  });

  it('leaves pages alone that are no case studies', async () => {
    assert.deepEqual(await found('missing-section', page(sections.slice(0, 4))), []);
    // A proposal has such words, too, far below its sections.
    const parts = page(sections.slice(0, 10)).replace(/^##/gm, '####');
    assert.deepEqual(await found('missing-section', `# Proposal\n\n## Summary\n\n${parts}`), []);
    for (const type of ['pattern', 'proposal', 'Guide'])
      assert.deepEqual(await found('missing-section', `---\ntype: ${type}\n---\n${page(sections.slice(0, 10))}`), []);
  });
});

describe('diagram-syntax', () => {
  const good = '```mermaid\ngraph LR\nA[Door] --> B\n```\n';

  it('tells the line of the file, and the line as it should be', async () => {
    const [finding] = await found(
      'diagram-syntax',
      `# Title\n\n${good}\n> - text\n>\n>   \`\`\`mermaid\n>   graph LR\n>   A[Door (front)] --> B\n>   \`\`\`\n`,
    );
    assert.deepEqual([finding.line, finding.column], [12, 1]);
    assert.match(finding.message, /^This line cannot be read.*In quotes it can: A\["Door \(front\)"\] --> B$/);
  });

  it('reads elements and what MkDocs makes of diagrams, in HTML', async () => {
    const page = `<architecture-diagram>\n<pre>\ngraph LR\nA --> </pre></architecture-diagram>\n<pre class="mermaid"><code>graph LR\nA[(]</code></pre>`;
    assert.deepEqual(await linesOf('diagram-syntax', page, 'page.html'), [4, 6]);
  });

  it('reads front matter that is indented with its diagram', async () => {
    const page = (last) =>
      `<pre class="mermaid">\n    ---\n    title: Doors\n    ---\n    graph LR\n    ${last}\n</pre>`;
    assert.deepEqual(await found('diagram-syntax', page('A[Door] --> B'), 'page.html'), []);
    assert.deepEqual(await linesOf('diagram-syntax', page('A[(]'), 'page.html'), [6]);
  });

  it('accepts what an author has told the element to mend', async () => {
    const page = '<architecture-diagram repair><pre>graph LR\nA[b (c)]</pre></architecture-diagram>';
    assert.deepEqual(await found('diagram-syntax', page), []);
  });

  it('reads every kind of diagram without a document', async () => {
    const sources = [
      'sequenceDiagram\nA->>B: <b>hi</b>',
      'sequenceDiagram\nbox private\nparticipant A\nend\nbox rgb(9, 9, 9) Public\nparticipant B\nend\nA->>B: a',
      'pie title Parcels\n"late": 1',
      'classDiagram\nA <|-- B',
      'stateDiagram-v2\n[*] --> A',
      'gantt\ntitle Move\nsection One\nPack: 2020-01-01, 3d',
      'mindmap\n  root((x))\n    a',
      'gitGraph\ncommit',
      'erDiagram\nA ||--o{ B : has',
      'timeline\ntitle Years\n2002 : start',
      'architecture-beta\ngroup a(cloud)[A]',
    ];
    const page = sources.map((source) => `\`\`\`mermaid\n${source}\n\`\`\`\n`).join('\n');
    assert.deepEqual(await found('diagram-syntax', page), []);
    assert.deepEqual(await linesOf('diagram-syntax', '```mermaid\nsequenceDiagram\nA->>\n```'), [3]);
  });

  it('says so of an empty, an unknown and a huge one', async () => {
    const huge = `graph LR\n${'A --> B\n'.repeat(7000)}`;
    const page = `\`\`\`mermaid\n\`\`\`\n\n\`\`\`mermaid\nblueprint\n\`\`\`\n\n\`\`\`mermaid\n${huge}\`\`\`\n`;
    const messages = (await found('diagram-syntax', page)).map(({ message }) => message);
    assert.match(messages.join('\n'), /^This diagram is empty.*\nNo diagram type.*\nIt is too large/);
  });
});

describe('image-alt', () => {
  it('finds images without text, unless that is a decision', async () => {
    const page =
      '![](a.png)\n![Plan](a.png)\n<img src="a.png">\n<img src="a.png" alt="">\n[![][a]](b.md)\n\n[a]: a.png';
    assert.deepEqual(await linesOf('image-alt', page), [1, 3, 5]);
    assert.deepEqual(await linesOf('image-alt', '<p>\n<img src="a.png"></p>', 'page.html'), [2]);
  });
});

describe('table-row', () => {
  const head = '| a | b |\n|---|---|\n';

  it('finds rows with more or fewer cells than the header', async () => {
    assert.deepEqual(
      await linesOf('table-row', `${head}| 1 | 2 |\n| 1 |\n1 | 2 | 3\n| \`x | y\` | 2 \\| |\n| | |\n`),
      [4, 5],
    );
  });

  it('takes the bar at the end of a row for that of an empty cell where no row is between bars', async () => {
    const open = 'a | b | c\n--|---|--\n';
    assert.deepEqual(await linesOf('table-row', `${open}1 | 2 |\n1 | |\n1 |\n| 1 | 2 |\n1 | 2\n`), [5, 6, 7]);
    assert.deepEqual(await linesOf('table-row', `| a | b | c |\n|--|---|--|\n1 | 2 |\n`), [3]);
  });

  it('finds them in quotations, lists and callouts', async () => {
    const inside = (before) => `${head}| 1 |\n`.replace(/^/gm, before);
    assert.deepEqual(await linesOf('table-row', `- text\n\n${inside('  ')}`), [5]);
    assert.deepEqual(await linesOf('table-row', inside('> ')), [3]);
    assert.deepEqual(await linesOf('table-row', `!!! note\n${inside('    ')}`), [4]);
  });

  it('finds a line of dashes that makes no table', async () => {
    const [finding] = await found('table-row', '| a | b |\n|---|\n| 1 | 2 |');
    assert.equal(finding.line, 2);
    assert.match(finding.message, /1 column, the header above it 2/);
    assert.deepEqual(await found('table-row', 'a heading | with a bar\n---\n\na | b\nc | d'), []);
  });

  it('counts spans in HTML', async () => {
    const table = (row) => `<table>\n<tr><th>a<th>b</tr>\n<tr>${row}</tr></table>`;
    assert.deepEqual(await linesOf('table-row', table('<td>1'), 'page.html'), [3]);
    assert.deepEqual(await found('table-row', table('<td colspan="2">1'), 'page.html'), []);
    assert.deepEqual(
      await found('table-row', table('<th>a<td rowspan="2">1').replace('</table>', '<tr><td>2</table>')),
      [],
    );
  });
});

describe('comments', () => {
  const images = '![](a.png)\n\n';
  it('silence rules for a line or from one comment to another', async () => {
    const page = `<!-- deepdive-disable-next-line image-alt -->\n${images}![](b.png) <!-- deepdive-disable-line -->\n\n<!-- deepdive-disable table-row image-alt -->\n\n${images}<!-- deepdive-enable image-alt -->\n\n${images}`;
    assert.deepEqual(await linesOf('image-alt', page), [12]);
  });
  it('silence nothing after they have ended, whichever rules they name', async () => {
    const off = (rules, inside) => `<!-- deepdive-disable${rules} -->\n\n${images}${inside}`;
    const on = (rules) => `<!-- deepdive-enable${rules} -->\n\n${images}`;
    assert.deepEqual(await linesOf('image-alt', off('', '') + on('')), [7]);
    assert.deepEqual(await linesOf('image-alt', off(' image-alt', '') + on('')), [7]);
    assert.deepEqual(await linesOf('image-alt', off(' image-alt', '') + on(' table-row')), []);
    // Twice, with what stands between and after them.
    const page = off(' image-alt', '') + on(' image-alt') + off(' image-alt', '') + on(' image-alt');
    assert.deepEqual(await linesOf('image-alt', page), [7, 15]);
    // Begun three times, they end with the first end.
    const thrice = off(' image-alt', off(' image-alt', off(' image-alt', '')));
    assert.deepEqual(await linesOf('image-alt', thrice + on(' image-alt')), [15]);
    assert.deepEqual(
      await linesOf('image-alt', `<!-- deepdive-disable-next-line image-alt -->\n${images}${images}`),
      [4],
    );
  });
  it('are nothing in code, and of other rules', async () => {
    const page = `<!-- deepdive-disable placeholder -->\n\n\`\`\`html\n<!-- deepdive-disable -->\n\`\`\`\n\n${images}`;
    assert.deepEqual(await linesOf('image-alt', page), [7]);
  });
});

describe('what reading says', () => {
  it('is all there is of a page that it refuses', async () => {
    assert.deepEqual(await linesOf('limits', `TBD\n\n${'> '.repeat(1000)}text\n`), [3]);
  });

  it('is passed on', async () => {
    assert.deepEqual(await linesOf('front-matter', '---\ntitle: [a\n---\n\nText'), [2]);
    const tabs = '---\ntitle: a\nkeys:\n\t- b\n\t- c\nmore:\n\td: e\n\td: f\n---\n\nText';
    assert.deepEqual(await linesOf('front-matter', tabs), [4]);
  });
});
