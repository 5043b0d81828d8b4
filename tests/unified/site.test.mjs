import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../dist/node/find-browsers.js';
import { openBrowser } from '../node/pages.mjs';
import { program, useFolder } from './run-deepdive.mjs';

const { folder, env, deepdive, write, read } = useFolder();

const page = (title, facts, words = 'Words.') =>
  `---\ntitle: ${title}\ndescription: About the ${title}\n${facts}\n---\n# ${title}\n\n${words}\n\n## Overview\n\nMore words.\n`;

/** A site of its own for each test. */
function writeSite(name, files) {
  for (const [path, content] of Object.entries(files)) write(`${name}/${path}`, content);
}
const linksIn = (html) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
const changedAt = (name) => statSync(join(folder, name)).mtimeMs;

const ledger = page(
  'Order ledger',
  'domain: payments\ncompany: Ledger Works\ndifficulty: advanced\nexcellence_tier: gold',
);
const tracker = page('Parcel tracker', 'domain: logistics\ncompany: Tracker Works\ndifficulty: basic');

describe('deepdive build folder', () => {
  it('makes a page of each Markdown file and copies everything else', () => {
    writeSite('a', {
      'ledger.md': ledger,
      'more/tracker.md': tracker,
      'more/plan.txt': 'A plan',
      '.hidden/secret.md': '# Secret',
      'node_modules/x/readme.md': '# Package',
    });
    const { status, stdout, stderr } = deepdive('build', 'a', '-o', 'a-out');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /^a → a-out: 2 pages, all built; /);
    assert.equal(read('a-out/more/plan.txt'), 'A plan');
    assert.match(read('a-out/more/tracker.html'), /href="\.\.\/deepdive\/deepdive\.css"/);
    for (const path of ['.hidden', 'node_modules', 'ledger.md']) assert.ok(!existsSync(join(folder, 'a-out', path)));
    for (const path of ['deepdive.css', 'deepdive.js', 'THIRD-PARTY-LICENSES.txt', 'site.css', 'site.js']) {
      assert.ok(existsSync(join(folder, 'a-out/deepdive', path)), path);
    }
  });

  it('keeps links between pages, as authors and as MkDocs write them', () => {
    const links = {
      'tracker.md#overview': 'tracker.html#overview',
      '../patterns/saga.md?a#b': '../patterns/saga.html?a#b',
      '../../patterns/saga/': '../patterns/saga.html',
      '../../patterns/saga#b': '../patterns/saga.html#b',
      '../patterns/cqrs/': '../patterns/cqrs/index.html',
      '/patterns/saga/': '../patterns/saga.html',
      '../../patterns/absent/': '../../patterns/absent/',
      '../../img/plan.txt': '../img/plan.txt',
      'absent.md': 'absent.md',
      '../README.md': '../index.html',
      'with%20space.md': 'with%20space.html',
      '#overview': '#overview',
      'https://example.com/a.md': 'https://example.com/a.md',
      '//example.com/tracker.md': '//example.com/tracker.md',
      '../../../outside.md': '../../../outside.md',
    };
    writeSite('b', {
      'cases/ledger.md': Object.keys(links)
        .map((href) => `<a href="${href}">x</a>`)
        .join('\n\n'),
      'cases/tracker.md': tracker,
      'cases/with space.md': tracker,
      'patterns/saga.md': '# Saga',
      'patterns/cqrs/index.md': '# CQRS',
      'img/plan.txt': 'A plan',
      'README.md': '# Handbook',
    });
    write('outside.md', '# Outside');
    assert.equal(deepdive('build', 'b', '-o', 'b-out').status, 0);
    const [home, ...found] = linksIn(read('b-out/cases/ledger.html'));
    assert.equal(home, '../index.html');
    assert.deepEqual(found, Object.values(links));
  });

  it('builds again only what has changed, and says again what is not as it should be', () => {
    writeSite('c', {
      'ledger.md': `---\ntitle: [x] y\n---\n# Ledger\n`,
      'tracker.md': tracker,
      'to.md': '[x](new.md)',
    });
    const first = deepdive('build', 'c', '-o', 'c-out');
    const names = ['ledger.html', 'tracker.html', 'to.html', 'index.html', 'pagefind/pagefind-entry.json'];
    const times = () => Object.fromEntries(names.map((name) => [name, changedAt(`c-out/${name}`)]));
    const before = times();
    const second = deepdive('build', 'c', '-o', 'c-out');
    assert.match(second.stdout, /3 pages, 0 built/);
    assert.equal(second.stderr, first.stderr);
    assert.match(first.stderr, /^c\/ledger\.md:2:\d+ front-matter /);
    assert.deepEqual(times(), before);
    write('c/tracker.md', `${tracker}\nChanged.\n`);
    write('c/new.md', '# New');
    assert.match(deepdive('build', 'c', '-o', 'c-out').stdout, /4 pages, 3 built/);
    assert.equal(changedAt('c-out/ledger.html'), before['ledger.html']);
    assert.match(read('c-out/tracker.html'), /Changed\./);
    assert.match(read('c-out/to.html'), /href="new\.html"/);
    assert.match(deepdive('build', 'c', '-o', 'c-out', '--trust').stdout, /4 pages, all built/);
  });

  it('removes what was made from files that are gone, and nothing else', () => {
    writeSite('d', { 'ledger.md': ledger, 'tracker.md': tracker, 'plan.txt': 'A plan' });
    deepdive('build', 'd', '-o', 'd-out');
    write('d-out/CNAME', 'example.com');
    for (const path of ['tracker.md', 'plan.txt']) rmSync(join(folder, 'd', path));
    deepdive('build', 'd', '-o', 'd-out');
    for (const path of ['tracker.html', 'plan.txt']) assert.ok(!existsSync(join(folder, 'd-out', path)));
    assert.equal(read('d-out/CNAME'), 'example.com');
    assert.doesNotMatch(read('d-out/index.html'), /Parcel tracker/);
  });

  it('builds the others where one page cannot be, and fails', () => {
    writeSite('e', { 'ledger.md': ledger });
    writeFileSync(join(folder, 'e/latin.md'), Buffer.from('Caf\u00e9', 'latin1'));
    const { status, stderr } = deepdive('build', 'e', '-o', 'e-out');
    assert.equal(status, 1);
    assert.match(stderr, /^e\/latin\.md page It is not UTF-8/m);
    assert.match(read('e-out/ledger.html'), /Order ledger/);
    assert.equal(deepdive('build', 'e', '-o', 'e-out').status, 1, 'once more');
  });

  it('uses threads where there are many pages', () => {
    for (let count = 0; count < 20; count++) write(`f/page-${count}.md`, page(`Page ${count}`, 'domain: payments'));
    assert.match(deepdive('build', 'f', '-o', 'f-out').stdout, /20 pages, all built/);
    for (let count = 0; count < 20; count++) {
      assert.ok(read(`f-out/page-${count}.html`).includes(`<title>Page ${count}</title>`));
    }
  });

  it('puts the index below the folder’s own first page, or leaves a trusted page of HTML alone', () => {
    writeSite('g', { 'index.md': '# Handbook\n\nRead this first.\n', 'ledger.md': ledger });
    deepdive('build', 'g', '-o', 'g-out');
    const html = read('g-out/index.html');
    assert.match(html, /<h1[^>]*>Handbook<.*Read this first.*Order ledger/s);
    assert.doesNotMatch(html, /Case studies<\/h1>/);
    writeSite('h', { 'index.html': '<h1>Mine</h1>', 'ledger.md': ledger, 'ledger.html': '<h1>Other</h1>' });
    const { stderr } = deepdive('build', 'h', '-o', 'h-out', '--trust');
    assert.equal(read('h-out/index.html'), '<h1>Mine</h1>');
    assert.match(stderr, /^index\.html own-index /m);
    assert.match(stderr, /^ledger\.html left-out ledger\.md becomes ledger\.html already/m);
    assert.match(read('h-out/ledger.html'), /Order ledger/);
  });

  it('offers no search, and counts nothing, in a site of one page', () => {
    writeSite('alone', { 'index.md': '# Handbook\n\nRead this first.\n' });
    deepdive('build', 'alone', '-o', 'alone-out');
    const html = read('alone-out/index.html');
    assert.match(html, /Read this first/);
    assert.doesNotMatch(html, /site-filter|site-count|site\.js|0 case studies/);
  });

  it('keeps every page in the search, whatever one of them says to Pagefind', async (test) => {
    const steering =
      '<p data-pagefind-body>Only this</p>\n\n<p data-pagefind-ignore="all" data-pagefind-meta="title:x">Hidden</p>\n';
    const files = { 'ledger.md': `${ledger}\nA zygote.\n`, 'tracker.md': `${tracker}\n${steering}\nA zygote.\n` };
    // An index of the author's own, with what the script of the index looks for.
    files['index.md'] =
      '# Handbook\n\n<p id="count">None</p>\n<div id="found"><p>Nothing</p></div>\n<p class="site-count"><button>x</button></p>\n<section class="site-group" data-deepdive><pattern-card data-domain="Payments" data-page="x"><h3>Zygote</h3></pattern-card></section>\n';
    writeSite('k', files);
    assert.equal(deepdive('build', 'k', '-o', 'k-out').status, 0);
    assert.doesNotMatch(read('k-out/tracker.html'), /data-pagefind/);
    const browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(folder, 'k-out')}/`));
    test.after(() => browser.close());
    const page = await browser.openPage('/index.html?q=zygote');
    await page.waitForSelector('#found[data-deepdive] pattern-card');
    const titles = await page.$$eval('#found[data-deepdive] h3', (all) => all.map(({ textContent }) => textContent));
    assert.deepEqual(titles.sort(), ['Order ledger', 'Parcel tracker']);
    assert.equal(
      await page.$eval('.site-count[data-deepdive] #count', ({ textContent }) => textContent),
      '2 case studies',
    );
    assert.match(await page.$eval('case-study', ({ textContent }) => textContent), /None.*Nothing.*Zygote/s);
    await page.click('.site-count[data-deepdive] button');
    await page.waitForFunction(() => !location.search, { polling: 'mutation' });
    // A trusted author may mean it.
    assert.equal(deepdive('build', 'k', '-o', 'k-out', '--trust').status, 0);
    assert.match(read('k-out/tracker.html'), /data-pagefind-body/);
  });

  it('draws the diagrams of a site', () => {
    writeSite('i', {
      'ledger.md': '# Ledger\n\n<architecture-diagram>\n<pre>graph LR; A-->B</pre>\n</architecture-diagram>\n',
    });
    const { status, stderr } = deepdive('build', 'i', '-o', 'i-out', '--draw', '--trust');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(read('i-out/ledger.html'), /<architecture-diagram><svg /);
  });

  it('says what to write instead of what cannot be followed', () => {
    writeSite('j', { 'ledger.md': ledger });
    write('empty/plan.txt', 'A plan');
    for (const [args, message] of [
      [['j'], /deepdive build j -o FOLDER/],
      [['j', '-o', './j'], /Cannot write a site into its own source/],
      [['empty', '-o', 'out'], /empty has no page of Markdown/],
    ]) {
      const { status, stdout, stderr } = deepdive('build', ...args);
      assert.deepEqual({ args, status, stdout }, { args, status: 2, stdout: '' });
      assert.match(stderr, message);
    }
  });
});

describe('the index of a site', () => {
  let browser;
  let errors;
  before(async () => {
    writeSite('site', {
      'ledger.md': page(
        'Order ledger',
        'domain: payments\ndifficulty: advanced\nexcellence_tier: gold',
        'Uses a zygote.',
      ),
      'wallet.md': page('Wallet', 'domain: payments\ndifficulty: basic\ncompany: Ledger Works'),
      'sub/tracker.md': page('Parcel tracker', 'domain: logistics\ndifficulty: basic', 'A \\<zygote> & more.'),
      'saga.md': page('Saga', 'type: pattern\ndomain: patterns'),
      'about.md': page('About', 'type: case-study'),
    });
    assert.equal(deepdive('build', 'site', '-o', 'site-out').status, 0);
    browser = await openBrowser('Chromium', {}, pathToFileURL(`${join(folder, 'site-out')}/`));
  });
  after(() => browser?.close());

  const openIndex = (search = '', path = '/index.html') =>
    browser.openPage(`${path}${search}`, (page) => {
      errors = [];
      // A browser asks for an icon, which the site has not.
      page.on('console', (message) => /favicon/.test(message.location().url) || errors.push(message.text()));
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('requestfailed', (request) => errors.push(request.url()));
    });
  const shown = (page) =>
    page.$$eval('pattern-card', (cards) =>
      cards.filter((card) => card.checkVisibility()).map((card) => card.querySelector('h3').textContent),
    );
  const count = (page) => page.$eval('#count', ({ textContent }) => textContent);
  /** Waits until the count says so. */
  const told = (page, words) =>
    page
      .waitForFunction(
        (words) => document.getElementById('count').textContent === words,
        { polling: 'mutation', timeout: 10_000 },
        words,
      )
      .catch(async () => assert.equal(await count(page), words));

  it('lists all case studies by domain, without script, too', () => {
    const html = read('site-out/index.html');
    const headings = [...html.matchAll(/<h([23])[^>]*>(?:<a href="([^"]*)">)?([^<]*)/g)].map((found) => found.slice(1));
    assert.deepEqual(headings, [
      ['2', undefined, 'Logistics'],
      ['3', 'sub/tracker.html', 'Parcel tracker'],
      ['2', undefined, 'Payments'],
      ['3', 'ledger.html', 'Order ledger'],
      ['3', 'wallet.html', 'Wallet'],
      ['2', undefined, 'Other'],
      ['3', 'about.html', 'About'],
    ]);
    assert.match(html, /<form[^>]* hidden/);
    assert.match(html, />4 case studies</);
  });

  it('filters, says how many are left, and keeps the choice in the address', async () => {
    const page = await openIndex();
    assert.equal((await shown(page)).length, 4);
    await page.select('[name="domain"]', 'Payments');
    await told(page, '2 of 4 case studies');
    assert.deepEqual(await shown(page), ['Order ledger', 'Wallet']);
    assert.ok(!(await page.$eval('#domain-logistics', (heading) => heading.checkVisibility())));
    await page.select('[name="difficulty"]', 'Basic');
    await told(page, '1 of 4 case studies');
    assert.match(page.url(), /\?domain=Payments&difficulty=Basic$/);
    const again = await openIndex('?domain=Payments&difficulty=none');
    await told(again, '2 of 4 case studies');
    await again.click('.site-count button');
    await told(again, '4 case studies');
    assert.equal((await shown(again)).length, 4);
    assert.doesNotMatch(again.url(), /\?/);
    assert.deepEqual(errors, []);
  });

  it('takes no words of an author for its own fields and buttons', async () => {
    const words = `<p id="count">One</p>

<p id="found">two</p>

<p class="site-count"><button>three</button></p>

<form id="filter" class="site-filter" data-deepdive><input name="q"></form>

<section class="site-group" data-deepdive><pattern-card><h3>four</h3></pattern-card></section>
`;
    writeSite('theirs', {
      'index.md': page('Ours', 'type: page', words),
      'ledger.md': page('Order ledger', 'domain: payments'),
      'wallet.md': page('Wallet', 'domain: logistics'),
    });
    assert.equal(deepdive('build', 'theirs', '-o', 'site-out/theirs', '--trust').status, 0);
    const index = await openIndex('', '/theirs/index.html');
    const own = '[data-deepdive]';
    const left = () => index.$eval(`.site-count${own} #count`, ({ textContent }) => textContent);
    await index.select('[name="domain"]', 'Payments');
    await index.waitForFunction(() => location.search === '?domain=Payments');
    assert.equal(await left(), '1 of 2 case studies');
    await index.click(`.site-count${own} > button`);
    await index.waitForFunction(() => !location.search);
    assert.equal(await left(), '2 case studies');
    for (const [selector, text] of [
      ['p#count', 'One'],
      ['p#found', 'two'],
      ['.site-count > button', 'three'],
    ]) {
      assert.deepEqual(
        await index.$$eval(selector, (all) => all.map(({ textContent }) => textContent)).then((all) => all[0]),
        text,
      );
    }
    assert.deepEqual(errors, []);
  });

  it('finds the words of the pages, and shows where they are', async () => {
    const page = await openIndex();
    await page.type('[name="q"]', 'zygote');
    await told(page, '2 of 4 case studies');
    assert.deepEqual((await shown(page)).sort(), ['Order ledger', 'Parcel tracker']);
    const marked = await page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent));
    assert.ok(marked.length >= 2 && marked.every((words) => /zygote/i.test(words)), String(marked));
    assert.match(await page.$eval('#found', ({ textContent }) => textContent), /A <zygote> & more/);
    await page.select('[name="domain"]', 'Payments');
    await told(page, '1 of 4 case studies');
    await page.$eval('[name="q"]', (field) => {
      field.value = '';
    });
    await page.type('[name="q"]', 'kangaroo');
    await told(page, 'No case study has all of that.');
    assert.deepEqual(await shown(page), []);
    assert.deepEqual(errors, []);
  });

  it('has nothing that axe would change', async () => {
    const page = await openIndex('?q=zygote');
    await told(page, '2 of 4 case studies');
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      [],
    );
    assert.equal(await count(page), '2 of 4 case studies');
  });
});

describe('deepdive build --watch', () => {
  /** Starts the command, and waits for the address that it prints. */
  async function start(...args) {
    const command = spawn(process.execPath, [program, 'build', ...args, '--watch', '--port', '0'], {
      cwd: folder,
      env,
    });
    after(() => command.kill());
    command.stderr.pipe(process.stderr);
    command.lines = createInterface(command.stdout)[Symbol.asyncIterator]();
    for await (const line of command.lines) {
      const [, address] = /is served at (http:\S+)/.exec(line) ?? [];
      if (address) return { command, address };
    }
    throw new Error('The command ended before it served anything.');
  }
  async function end(command) {
    const ended = once(command, 'exit');
    command.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  }
  const loaded = (page) => page.waitForNavigation({ waitUntil: 'load' });

  it('serves a site, and loads a page again when its source changes', async (test) => {
    writeSite('w', { 'ledger.md': ledger, 'sub/tracker.md': tracker });
    const { command, address } = await start('w', '-o', 'w-out');
    const browser = await launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    test.after(() => browser.close());
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const listening = page.waitForResponse((response) => response.url().endsWith('/changes'));
    await page.goto(`${address}sub/tracker`);
    await listening;
    const again = loaded(page);
    write('w/sub/tracker.md', `${tracker}\nSeven parcels.\n`);
    await again;
    assert.match(await page.$eval('case-study', ({ textContent }) => textContent), /Seven parcels/);
    assert.doesNotMatch(read('w-out/sub/tracker.html'), /__deepdive/, 'only what is served reloads');

    const atFront = page.waitForResponse((response) => response.url().endsWith('/changes'));
    await page.goto(address);
    await atFront;
    const listed = loaded(page);
    write('w/new.md', '---\ntitle: Wallet\n---\n# Wallet\n');
    await listed;
    assert.match(await page.$eval('case-study', ({ textContent }) => textContent), /Wallet/);
    assert.deepEqual(errors, []);
    assert.equal((await fetch(`${address}.deepdive-cache.json`)).status, 404);
    assert.equal((await fetch(`${address}..%2f..%2fw/ledger.md`)).status, 404);
    assert.equal((await fetch(`${address}absent`)).status, 404);
    await end(command);
  });

  it('serves one page', async () => {
    write('x/page.md', '# One\n');
    const { command, address } = await start('x/page.md');
    assert.match(address, /\/page\.html$/);
    const changes = await fetch(new URL('/__deepdive/changes', address));
    write('x/page.md', '# Two\n');
    const reader = changes.body.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    while (!told.includes('page.html')) told += (await reader.read()).value;
    assert.match(await (await fetch(address)).text(), /<h1[^>]*>Two<.*__deepdive\/reload\.js/s);
    await reader.cancel();
    await end(command);
  });
});
