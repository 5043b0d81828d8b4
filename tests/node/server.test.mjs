import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import { examples } from '../server/examples.mjs';
import { html, renderLight, renderMarkup, renderToString } from '../server/render.mjs';

/** Runs a module in a Node of its own. */
function run(code) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('on a server', () => {
  it('every entry can be imported where there is no DOM, and says nothing', () => {
    const entries = ['dist/define.js', 'dist/index.js', 'dist/ssr.js', ...globSync('dist/elements/*/*.define.js')];
    assert.ok(entries.length > 25);
    const imports = entries.map((entry) => `await import('./${entry}');`);
    const code = `${imports.join('\n')}
      console.log(typeof document, typeof window, typeof HTMLElement, customElements.get('law-table').name);`;
    assert.deepEqual(run(code), { status: 0, stdout: 'undefined undefined undefined LawTable\n', stderr: '' });
  });

  it('the classes register nothing', () => {
    const code = `const { LawTable } = await import('./dist/index.js');
      console.log(LawTable.name, customElements.get('law-table'));`;
    assert.deepEqual(run(code), { status: 0, stdout: 'LawTable undefined\n', stderr: '' });
  });

  /** Every element and text of HTML as one line, without declarative shadow roots. */
  const outline = ({ childNodes, nodeName, attrs = [], value }) => {
    const content = (childNodes ?? []).filter(({ attrs }) => !attrs?.some(({ name }) => name === 'shadowrootmode'));
    const settings = attrs.map((attribute) => `${attribute.name}=${attribute.value}`).sort();
    return `${nodeName} ${settings} ${value ?? ''} (${content.map(outline).join(' ')})`;
  };

  for (const { tag, markup } of examples()) {
    it(`<${tag}> is rendered as it is written, with or without the renderer`, async () => {
      const written = outline(parseFragment(markup));
      assert.match(markup, new RegExp(`<${tag}[ >]`));
      const html = await renderMarkup(markup);
      assert.equal(outline(parseFragment(html)), written);
      for (const [, root] of html.matchAll(/<template [^>]*shadowrootmode="open">(.*?)<\/template>/g))
        assert.equal(root, '<slot></slot>');
      assert.doesNotMatch(await renderMarkup(markup, []), /shadowroot/);
    });
  }

  it('properties that have an attribute are written as it', async () => {
    const result = await renderToString(html`<stat-card .target=${300} .trend=${'up'} .better=${undefined}></stat-card
      ><architecture-diagram .repair=${true} .layout=${'a"b'}></architecture-diagram
      ><architecture-diagram .repair=${false} .nothing=${1}></architecture-diagram
      ><diagram-ref .htmlFor=${'edge'}></diagram-ref>`);
    const tags = [...result.matchAll(/<\w+-\w+ [^>]*>/g)].map(([tag]) => tag.replace(/\s+/g, ' '));
    assert.deepEqual(tags, [
      '<stat-card target="300" trend="up">',
      '<architecture-diagram repair layout="a&quot;b">',
      '<architecture-diagram >',
      '<diagram-ref for="edge">',
    ]);
  });

  it('data is written out where the template asks for it, whatever it holds', async () => {
    const render = (rows) => renderToString(html`<law-table .rows=${rows}>${renderLight()}</law-table>`);
    assert.match(await render([{ '<i>': '</td><script>' }]), />&lt;i&gt;<.*<td>&lt;\/td&gt;&lt;script&gt;<\/td>/);
    for (const nothing of [undefined, null]) assert.doesNotMatch(await render(nothing), /<table>/);
    assert.match(await render([]), /<table><thead><tr><\/tr><\/thead><tbody><\/tbody><\/table>/);
  });

  it('what follows an element without a shadow root does not wait for it', async () => {
    const one = '<info-card><h3>One</h3></info-card>';
    assert.doesNotMatch(await renderMarkup(`${one}<card-grid>${one}</card-grid>${one}`), /defer-hydration/);
  });
});
