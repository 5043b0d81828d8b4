// cspell:ignore aavascript avascript aalert longdesc
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { percentDecoded, percentEncoded } from '../../dist/internal/percent.js';
import { addressFrom, isPage, siteFile, siteLink } from '../../dist/node/site/paths.js';
import { pageOf } from '../../dist/unified/page.js';
import { openBrowser } from '../node/pages.mjs';
import { useFolder } from './run-deepdive.mjs';

/** Parts of names that a parser of addresses has ideas of its own about. */
const parts = [
  ...'abZ09.-_~!$&\'()*+,;=:@%?#[]{}<>|^`"\\ \t\n\r\u0001\u007F\u00E9\u65E5\u{1F600}\uD800\uDC00\u202E\u200B\uFEFF',
  ...[
    'javascript:',
    'data:text/html,',
    'vbscript:',
    'https:',
    'file:',
    '%2e%2e',
    '%00',
    '%',
    '%2F',
    '..',
    '.md',
    'C:',
    '&colon;',
  ],
];

/** The same numbers in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbers(seed = 1) {
  for (let state = seed; ; yield state / 2 ** 32) state = (state * 1664525 + 1013904223) % 2 ** 32;
}
const random = numbers();
const below = (count) => Math.floor(random.next().value * count);
const nameOf = () => {
  const name = Array.from({ length: 1 + below(5) }, () => parts[below(parts.length)]).join('');
  // No file can be called so.
  return /^\.{1,2}$/.test(name) ? `${name}x` : name;
};
const pathOf = () => Array.from({ length: 1 + below(3) }, nameOf).join('/');

const site = new URL('https://site.example/docs/');
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
const urlOf = (path) =>
  new URL(
    path
      .split('/')
      .map((part) => encodeURIComponent(wellFormed(part)))
      .join('/'),
    site.href,
  );
/** Where a reader comes who follows an address in a page. */
const followed = (address, page) => {
  const { origin, pathname } = new URL(address, urlOf(page));
  return { origin, file: decodeURIComponent(pathname).slice(site.pathname.length) };
};

const hostile = [
  'javascript:alert(1).md',
  'JaVaScRiPt:alert(1).md',
  'java\tscript:alert(1).md',
  ' javascript:alert(1).md',
  '\u0001javascript:alert(1).md',
  'data:text,x.md',
  'vbscript:x.md',
  'https:evil.example.md',
  'a:b/c.md',
  'javascript:a/b:c/d.md',
  'a/javascript:b.md',
  '100%.md',
  '%6aavascript%3aalert(1).md',
  '%2e%2e/%2e%2e.md',
  'a?b#c.md',
  '#.md',
  '?.md',
  'a b.md',
  'a\\b.md',
  '\\\\evil.example\\x.md',
  '日本語/ページ.md',
  'é.md',
  '\uD800.md',
  'x\uDC00y/z.md',
  '.../x.md',
  '\'"<>&.md',
  '[x](y).md',
];

describe('the address of a file', () => {
  it('leads from every page to that file, in the same origin, whatever both are called', () => {
    const files = [...hostile, ...Array.from({ length: 3000 }, pathOf)];
    for (const file of files) {
      for (const page of ['index.html', 'a/b.html', 'javascript:x/y.html', pathOf()]) {
        // No file is a folder, too.
        if (page.startsWith(`${file}/`)) continue;
        const address = addressFrom(page, file);
        assert.deepEqual(
          followed(address, page),
          { origin: site.origin, file: wellFormed(file) },
          JSON.stringify({ page, file, address }),
        );
        assert.doesNotMatch(address, /^[^/?#]*:|^[/\\]|[\s\\<>"]/);
      }
    }
  });

  it('stays in the site where it begins at another one or above it', () => {
    for (const file of ['//evil.example/x.html', '/x.html', '../../x.html', '/../x.html', '///x.html']) {
      const { origin, file: found } = followed(addressFrom('a/b.html', file), 'a/b.html');
      assert.equal(origin, site.origin);
      assert.match(found, /^(?:evil\.example\/)?x\.html$/);
    }
  });

  it('is what a link to a page becomes, however its author encodes that', () => {
    const pages = [...hostile, ...Array.from({ length: 1000 }, () => `${pathOf()}.md`)].map(wellFormed).filter(isPage);
    assert.ok(pages.length > 900);
    for (const page of pages) {
      const from = 'a/b.md';
      const has = (file) => file === page;
      const encoded = page.split('/').map(encodeURIComponent).join('/');
      for (const written of [`../${encoded}`, `/${encoded}`, `../${encoded}?a:b#c:d`]) {
        const link = siteLink(written, from, has) ?? written;
        const { origin, file } = followed(link, 'a/b.html');
        assert.deepEqual({ origin, file }, { origin: site.origin, file: siteFile(page, has) }, `${written} → ${link}`);
      }
    }
  });
});

describe('what is encoded in an address', () => {
  it('comes back when it is decoded, and is never refused', () => {
    for (let count = 0; count < 2000; count++) {
      const text = pathOf();
      assert.equal(percentDecoded(percentEncoded(text)), wellFormed(text));
      assert.equal(typeof percentDecoded(text), 'string');
    }
    for (const [text, decoded] of Object.entries({
      '100%': '100%',
      '%': '%',
      '%E0%A4%A': '%E0%A4%A',
      '%FF.%41': '%FF.A',
      '%zz%20': '%zz ',
      '%C3%A9': 'é',
    }))
      assert.equal(percentDecoded(text), decoded);
  });
});

describe('a tree that has been changed behind the sanitizer', () => {
  const link = (properties, tagName = 'a') => ({
    type: 'root',
    children: [{ type: 'element', tagName, properties, children: [{ type: 'text', value: 'words' }] }],
  });
  const page = (content, isTrusted) =>
    pageOf({ content, isTrusted, frontMatter: {}, title: 'T', description: '' }, { script: '/x.js' });

  it('is checked again when it is written: no scheme that the schema refuses is in it', () => {
    const schemes = [
      'javascript:a',
      'JAVASCRIPT:a',
      'java\nscript:a',
      ' javascript:a',
      'data:a',
      'file:a',
      ':a',
      'a\\b:c',
    ];
    for (const address of schemes) {
      for (const [name, tagName] of Object.entries({
        href: 'a',
        src: 'img',
        poster: 'video',
        cite: 'q',
        longDesc: 'img',
      })) {
        const html = page(link({ [name]: address }, tagName));
        assert.doesNotMatch(html.slice(html.indexOf('<main>')), / (?:href|src|poster|cite|longdesc)=/);
      }
    }
    assert.match(page(link({ href: 'javascript:a' }), true), /href="javascript:a"/);
  });

  it('keeps the others', () => {
    for (const href of ['https://a.example/', 'mailto:a@b.example', './a:b', 'a/b:c', '?a:b', '#a:b', 'a', ''])
      assert.ok(page(link({ href })).includes(`href="${href}"`) || href === '', href);
  });
});

describe('a site whose files have hostile names', () => {
  const { folder, deepdive, write, read } = useFolder();
  const names = [
    'javascript:window.pwned=1,alert(1).md',
    'data:text,x.md',
    'a:b/c.md',
    'javascript:a/d.md',
    '100%.md',
    'q?a#b.md',
    'a b/%2e%2e.md',
    '日本語.md',
    'back\\slash.md',
  ];
  const title = (name) => `Page ${names.indexOf(name)}`;
  const encoded = (name) => name.split('/').map(encodeURIComponent).join('/');
  let browser;
  before(async () => {
    for (const name of names)
      write(`in/${name}`, `---\ndomain: "javascript:alert(1)"\n---\n# ${title(name)}\n\nWords.\n`);
    const links = names.map((name) => `[${title(name)}](${encoded(name)})`);
    write(
      'in/links.md',
      `# Links\n\n${links.join('\n\n')}\n\n[NUL](a%00b.md) [long](${'a'.repeat(5000)}.md) [broken](%E0%A4%A.md)\n`,
    );
    write(
      'in/sub/javascript:x.md',
      `# Sub\n\n${names.map((name) => `[${title(name)}](../${encoded(name)})`).join('\n\n')}\n`,
    );
    const { status, stderr } = deepdive('build', 'in', '-o', 'out');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(folder, 'out')}/`));
  });
  after(() => browser?.close());

  for (const from of ['/index.html', '/links.html', '/sub/javascript%3Ax.html']) {
    it(`lets every link of ${from} lead to its page, and runs nothing`, async () => {
      for (const name of names) {
        const seen = [];
        const page = await browser.openPage(from, (one) => {
          one.on('dialog', (dialog) => {
            seen.push(dialog.message());
            void dialog.dismiss();
          });
          one.on('pageerror', ({ message }) => seen.push(message));
        });
        const link = await page.evaluateHandle(
          (words) => [...document.querySelectorAll('main a')].find(({ textContent }) => textContent === words),
          title(name),
        );
        await Promise.all([page.waitForNavigation(), link.evaluate((one) => one.click())]);
        assert.equal(await page.$eval('h1', ({ textContent }) => textContent), title(name));
        const home = page.waitForNavigation();
        await page.$eval('.site-home a', (one) => one.click());
        await home;
        assert.match(page.url(), /^http:\/\/127\.0\.0\.1:\d+\/index\.html$/);
        assert.equal(await page.evaluate(() => window.pwned), undefined);
        assert.deepEqual(seen, []);
        await page.close();
      }
    });
  }

  it('finds the words of such pages', async () => {
    const page = await browser.openPage('/index.html?q=words');
    await page.waitForFunction(
      (count) => document.querySelectorAll('#found pattern-card').length === count,
      { polling: 'mutation' },
      names.length,
    );
    assert.ok(read('out/index.html').includes('href="./javascript:window.pwned=1,alert(1).html"'));
  });
});
