/** Numbers below a limit, by chance, the same ones for the same seed. */
export function chance(seed) {
  let state = seed;
  // https://en.wikipedia.org/wiki/Linear_congruential_generator, by the numbers of Numerical Recipes
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: (list) => list[below(list.length)] };
}

const words = [
  '99.9% uptime over 30 days',
  'X million users',
  '40% faster',
  '$1.2 billion a year',
  'p99 of 250ms',
  '**Bold**: and more',
  'a `code | span`',
  '[link](none.md#x)',
  '![](plan.png)',
  '![a plan](plan.png){ width=50% }',
  'a footnote[^1]',
  ':material-none:',
  ':rocket: up',
  '<b>bold',
  '<span title="x">words</span>',
  '&amp; &copy; &#0;',
  '==marked== ++ctrl+c++ ~sub~ ^sup^',
  'HTTP',
  'https://example.com/a_b',
  '\\| \\* escaped',
  '“TBD” — 日本語 🎉',
  '10:05 UTC',
  '[Company]',
  '\u0000',
  '',
];

/** Markdown of the dialect, put together by chance. */
export function randomPage(seed) {
  const { below, pick } = chance(seed);
  const some = (make, most = 3) => Array.from({ length: 1 + below(most) }, make);
  const line = () => some(() => pick(words)).join(' ');
  const indented = (text, by) => text.replace(/^(?=.)/gm, by);
  const heading = () => `${'#'.repeat(1 + below(4))} ${line()}`;
  const item = (mark, depth) => `${mark} ${indented(blocks(depth), '    ').trimStart()}`;
  const list = (depth) => {
    const mark = pick(['-', '1.', '- [ ]', '* [x]', '3)', '+']);
    return some(() => (below(3) && depth ? item(mark, depth - 1) : `${mark} ${line()}`)).join(pick(['\n', '\n\n']));
  };
  const table = () => {
    const row = () => `| ${some(line).join(' | ')} |`;
    return [row(), `|${some(() => pick(['---', ':-:', '--:'])).join('|')}|`, ...some(row)].join('\n');
  };
  const fence = () => {
    const info = pick(['', 'mermaid', 'js title="x.js" linenums="1"', '{ .python }']);
    return `\`\`\`${info}\n${pick(['graph TD', 'graph TD\n  A --> B', line(), ''])}${pick(['\n```', ''])}`;
  };
  const box = (depth) => {
    const inside = blocks(depth);
    return pick([
      () => `!!! ${pick(['note', 'danger "Incident: 2024-01-02"', 'failure'])}\n\n${indented(inside, '    ')}`,
      () => `??? tip "${line()}"\n${indented(inside, '    ')}`,
      () => `=== "One"\n\n${indented(inside, '    ')}\n\n=== "Two"\n\n    ${line()}`,
      () => `> [!WARNING]\n${indented(inside, '> ')}`,
      () => `:::tip ${line()}\n${inside}\n:::`,
      () => `<div class="grid cards" markdown>\n\n${inside}\n\n</div>`,
      () => `<details><summary>${line()}</summary>\n\n${inside}\n${pick(['', '</details>'])}`,
      () => `<table><tr><th>a<th>b<tr><td>${line()}</table>`,
      () => `<quick-facts><dl><dt>a<dd>${line()}</dl></quick-facts>`,
    ])();
  };
  const other = () =>
    pick([
      `[^1]: ${line()}`,
      `Term\n:   ${line()}`,
      `*[HTTP]: ${line()}`,
      '<!-- deepdive-disable-next-line placeholder -->',
      `[ref]: none.md "${line()}"`,
      '---',
      '[TOC]',
      '--8<-- "x.md"',
      `## Incident: 2024-01-02\n\n- **10:05**: ${line()}\n- **10:15**: ${line()}`,
      `**Impact**: ${line()}\n**Root cause**: ${line()}`,
    ]);
  const block = (depth) =>
    pick([heading, line, line, () => list(depth), table, fence, other, ...(depth ? [() => box(depth - 1)] : [])])();
  const blocks = (depth) => some(() => block(depth)).join(pick(['\n\n', '\n\n', '\n']));
  const front = pick(['', '', `---\ntitle: ${line()}\ntype: case-study\n---\n\n`, '---\n- x\n---\n']);
  const page = front + some(() => blocks(2), 4).join('\n\n');
  return page.replaceAll('\n', pick(['\n', '\n', '\r\n', '\r'])) + pick(['', '\n']);
}
