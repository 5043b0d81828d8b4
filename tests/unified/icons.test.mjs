import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import remarkDeepdive from 'deepdive-elements/remark';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { toHtml, toMarkdown } from '../../dist/unified/convert.js';
import { lines, read } from './read.mjs';
import { project, useFolder } from './run-deepdive.mjs';

/** Has one icon, and one set that is not there. */
const icons = (set, name) => {
  if (set === 'simple') return { install: 'a-set' };
  return name === 'clock-fast' ? { body: '<path fill="currentColor" d="M1 2h3"/>', width: 24, height: 24 } : undefined;
};

const svg = (classes = '') =>
  `<svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true"${classes && ` class="${classes}"`}><path d="M1 2h3"></path></svg>`;
const icon = ':material-clock-fast:';
const htmlOf = (source, options) => read(source, { icons, ...options }).html;

describe('an icon', () => {
  it('is drawn among words', () => {
    assert.equal(htmlOf(`One ${icon}, two.`), `<p>One ${svg()}, two.</p>`);
    assert.equal(htmlOf(`${icon}{ .lg .middle } One`), `<p>${svg('lg middle')} One</p>`);
    assert.equal(htmlOf(`[${icon} One](two.html)`), `<p><a href="two.html">${svg()} One</a></p>`);
    assert.equal(htmlOf(`==${icon} **One**==`), `<p><mark>${svg()} <strong>One</strong></mark></p>`);
    assert.equal(htmlOf(`## ${icon} One`), `<h2 id="one">${svg()} One</h2>`);
    assert.match(htmlOf(`| a |\n|---|\n| ${icon} |`), /<td><svg/);
    assert.equal(
      htmlOf(`!!! tip "${icon} One"\n    x`),
      `<note-callout kind="tip"><h2>${svg()} One</h2><p>x</p></note-callout>`,
    );
  });

  it('is text in code', () => {
    assert.equal(htmlOf(`\`${icon}\``), `<p><code>${icon}</code></p>`);
  });

  it('is as high as the line, however wide', () => {
    const wide = () => ({ body: '<path d="M0 0"/>', width: 640, height: 512 });
    assert.match(htmlOf(icon, { icons: wide }), /viewBox="0 0 640 512" width="1.25em" height="1em"/);
    assert.match(htmlOf(icon, { icons: () => ({ body: '' }) }), /viewBox="0 0 16 16" width="1em"/);
  });

  it('keeps paint that it has of its own', () => {
    const outlined = () => ({ body: '<g fill="none"><path fill="currentColor" d="M0 0"/></g>' });
    assert.match(htmlOf(icon, { icons: outlined }), /<g fill="none"><path fill="currentColor" d="M0 0">/);
  });

  it('hides nothing that is recognized by its first words', () => {
    const source = lines('## Key takeaways', '', `- ${icon} **One**: a`, `- ${icon} **Two**: b`);
    assert.match(htmlOf(source), /<key-takeaways><ul><li><svg/);
    assert.match(htmlOf(`${icon} **One** a\n${icon} **Two** b`), /a<br>\s*<svg/);
  });

  it('is no way into the page', () => {
    const attack = () => ({
      body: '<script>run()</script><image href="x" onload="run()"/><path d="M0 0" onclick="run()"/>',
    });
    assert.match(htmlOf(icon, { icons: attack }), /aria-hidden="true"><path d="M0 0"><\/path><\/svg><\/p>$/);
    assert.doesNotMatch(htmlOf(`${icon}{ onclick="run()" style="x" }`), /run|style/);
  });

  it('is left out with a message where it cannot be drawn', () => {
    const { html, messages } = read(lines('a', ':simple-github: b :material-nope:', ':simple-github: :simple-go: c'), {
      icons,
    });
    assert.equal(html, '<p>a\nb \nc</p>');
    assert.deepEqual(messages.map(String), [
      'page.md:2:1: Left out 2 icons: :simple-github: :simple-go: To draw them: npm install a-set',
      'page.md:2:1: Left out an icon that no set has. Correct the name: :material-nope:',
    ]);
  });

  it('is drawn by the plugin alone', () => {
    const processor = unified()
      .use(remarkParse)
      .use(remarkDeepdive, { icons })
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeStringify);
    assert.equal(String(processor.processSync(`${icon} One`)), `<p>${svg()} One</p>`);
  });
});

describe('the icon of a card', () => {
  const grid = (...cards) => lines('<div class="grid cards" markdown>', '', ...cards, '', '</div>');

  it('stands before its heading', () => {
    const card = [`-   ${icon}{ .lg .middle } __One__`, '', '    ---', '', '    Words'];
    assert.match(
      htmlOf(grid(...card)),
      new RegExp(`<card-grid><info-card>${svg('lg middle')}<h2>One</h2><p>Words</p></info-card></card-grid>`),
    );
    assert.match(htmlOf(grid(`- ${icon} One`, `- ${icon} Two`)), /<info-card><svg.*?<\/svg> One<\/info-card>/);
    assert.match(
      htmlOf(lines('<div class="card" markdown>', '', icon, '', '### One', '', '</div>')),
      /<info-card><svg[^>]*><path[^>]*><\/path><\/svg><h3 id="one">One<\/h3><\/info-card>/,
    );
  });

  it('stands in the heading of a pattern, which has a mark of its own', () => {
    assert.match(htmlOf(grid(`- ${icon} **[Saga](../patterns/saga.md)**`)), /<pattern-card><h2><svg.*?<\/svg> <a /);
  });
});

describe('an icon in the HTML of MkDocs', () => {
  it('is the same as in Markdown', () => {
    const span = (classes) =>
      `<span class="twemoji${classes}"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><!--! Licence --><path d="M1 2h3"/></svg></span>`;
    const html = `<article class="md-content__inner"><p>One ${span('')}, ${span(' lg middle')} two.</p></article>`;
    assert.equal(htmlOf(html, { path: 'page.html' }), `<p>One ${svg()}, ${svg('lg middle')} two.</p>`);
  });
});

describe('converting a page with icons', () => {
  const converted = (value, options = icons) => toMarkdown(new VFile({ path: 'page.md', value }), options);

  it('keeps those that cannot be drawn', () => {
    const source = '# :simple-github: One\n\n:simple-go:{ .lg } Two :simple-go:\n';
    assert.equal(converted(source), source);
    assert.equal(converted(source, undefined), source);
    const result = converted('!!! tip "x"\n    :simple-go:{ .lg } Two `:simple-go:`\n');
    assert.match(result, /<p><!-- :simple-go:\{ .lg \} --> ?Two <code>:simple-go:<\/code><\/p>/);
    assert.equal(converted(result), result);
    const html = toHtml(new VFile({ path: 'page.md', value: '## :simple-go: Two' }), icons);
    assert.match(html, /^<h2 id="two"><!-- :simple-go: --> ?Two<\/h2>\n$/);
  });

  it('draws the others', () => {
    const result = converted(`${icon} One\n`);
    assert.match(result, /^<p>\s*<svg [\s\S]*<\/svg> One\s*<\/p>\n$/);
    assert.equal(converted(result), result);
  });
});

describe('deepdive, where sets of icons are installed', () => {
  const { folder, deepdive, write, read: readFile } = useFolder();
  const page = '# One\n\n:material-clock-fast: :octicons-arrow-right-24: :fontawesome-solid-user: Two.\n';
  const set = (name, content) => {
    write(
      `node_modules/@iconify-json/${name}/package.json`,
      JSON.stringify({ name: `@iconify-json/${name}`, version: '1.0.0' }),
    );
    write(`node_modules/@iconify-json/${name}/icons.json`, JSON.stringify(content));
  };

  beforeEach(() => write('docs/page.md', page));

  it('says what to install where they are not', () => {
    const { stderr, status } = deepdive('build', 'docs/page.md');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /docs\/page\.md:3:1 icon .*:material-clock-fast: To draw it: npm install @iconify-json\/mdi\n/,
    );
    assert.match(stderr, /npm install @iconify-json\/octicon\n.*npm install @iconify-json\/fa7-solid\n/s);
    assert.doesNotMatch(readFile('docs/page.html'), /<svg/);
    const { stdout } = deepdive('check', 'docs/page.md');
    assert.match(stdout, /3:1 .*npm install @iconify-json\/mdi/);
    deepdive('build', 'docs', '-o', 'site');
    assert.doesNotMatch(readFile('site/page.html'), /<svg/);
  });

  it('draws them, and names those that are not in them', () => {
    mkdirSync(join(folder, 'node_modules/@iconify-json'), { recursive: true });
    symlinkSync(
      join(project, 'node_modules/@iconify-json/octicon'),
      join(folder, 'node_modules/@iconify-json/octicon'),
      'junction',
    );
    set('mdi', {
      icons: { timer: { body: '<path d="M1 1"/>' } },
      aliases: { 'clock-fast': { parent: 'timer' } },
      width: 24,
      height: 24,
    });
    // An older generation of the set will do.
    set('fa6-solid', { icons: { user: { body: '<path d="M2 2"/>', width: 448 } }, width: 512, height: 512 });
    const { stderr } = deepdive('build', 'docs/page.md');
    assert.equal(stderr, '');
    const html = readFile('docs/page.html');
    assert.match(
      html,
      /viewBox="0 0 24 24" width="1em"[^>]*><path d="M1 1"><\/path><\/svg> <svg viewBox="0 0 24 24"[^>]*><path [^>]*d="M13/,
    );
    assert.match(html, /viewBox="0 0 448 512" width="0\.875em" height="1em"/);
    assert.doesNotMatch(html, / style=|https?:\/\/(?!schema\.org)/);

    write('docs/page.md', `${page}\n:material-constructor: :material-nope:\n`);
    assert.match(
      deepdive('build', 'docs/page.md').stderr,
      /:5:1 icon Left out 2 icons that no set has.* :material-constructor: :material-nope:/,
    );
    assert.match(deepdive('convert', 'docs/page.md').stdout, /\n\n:material-constructor: :material-nope:\n$/);
  });

  it('builds the pages of a site again that could not be drawn before', () => {
    assert.match(deepdive('build', 'docs', '-o', 'site').stdout, /1 page, all built/);
    assert.match(readFile('site/page.html'), /<svg/);
    assert.match(deepdive('build', 'docs', '-o', 'site').stdout, /1 page, 0 built/);
  });

  it('changes nothing in what it has built', () => {
    deepdive('build', 'docs/page.md');
    assert.equal(deepdive('build', 'docs/page.html', '-o', 'docs/again.html').status, 0);
    assert.equal(readFile('docs/again.html'), readFile('docs/page.html'));
  });
});
