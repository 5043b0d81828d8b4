// cspell:ignore mhtml
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { mimes } from 'mrmime';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { isHarmless } from '../../dist/node/site/file-types.js';
import { sanitizedSvg } from '../../dist/unified/sanitize-svg.js';
import { openBrowser } from '../node/pages.mjs';
import { useFolder } from './run-deepdive.mjs';

const { folder, deepdive, write, read } = useFolder();
const isThere = (path) => existsSync(join(folder, path));

const active = [
  'index.html',
  'demo.htm',
  'DEMO.HTML',
  'x.xhtml',
  'x.xht',
  'x.shtml',
  'x.mhtml',
  'x.xml',
  'x.xsl',
  'x.xslt',
  'feed.rss',
  'app.js',
  'app.MJS',
  'app.cjs',
  'x.wasm',
  'x.swf',
  'x.hta',
  'x.css',
  'picture.svgz',
  'picture.svg.gz',
  'page.html.gz',
  'page.html.br',
  'page.png.html',
  'page.html.',
  'page.html ',
  'page.html.en',
  'page',
  'page.unknown',
  '_headers',
];
const harmless = [
  'a.png',
  'A.PNG',
  'a.b.jpg',
  'node.js.png',
  'a.mp4',
  'a.woff2',
  'a.pdf',
  'a.csv',
  'a.json',
  'a.tar.gz',
  'a.csv.gz',
];
const all = Object.fromEntries([...active, ...harmless].map((name) => [name, '<script>window.pwned=1</script>']));
const writeAll = (name, files) => {
  for (const [path, content] of Object.entries(files)) write(`${name}/${path}`, content);
};

describe('what is copied of a folder', () => {
  it('is nothing that a browser runs, and what is left out is named once', () => {
    writeAll('a', { 'ledger.md': '# Ledger\n', ...all });
    const { status, stderr } = deepdive('build', 'a', '-o', 'a-out');
    assert.equal(status, 0);
    for (const name of active.slice(1)) assert.ok(!isThere(`a-out/${name}`), name);
    for (const name of harmless) assert.ok(isThere(`a-out/${name}`), name);
    const notes = stderr.trim().split('\n');
    assert.equal(notes.length, 1, stderr);
    assert.match(notes[0], /^index\.html, .* and 19 more left-out .*--trust/);
    assert.match(read('a-out/index.html'), /Case studies.*Ledger/s);
  });

  it('is everything where the author is trusted, and is taken away where that ends', () => {
    writeAll('b', {
      'ledger.md': '# Ledger\n',
      'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>',
      ...all,
    });
    deepdive('build', 'b', '-o', 'b-out', '--trust');
    for (const name of [...active, ...harmless]) assert.ok(isThere(`b-out/${name}`), name);
    assert.equal(read('b-out/index.html'), all['index.html']);
    assert.match(read('b-out/picture.svg'), /<script>/);
    deepdive('build', 'b', '-o', 'b-out');
    for (const name of active.slice(1)) assert.ok(!isThere(`b-out/${name}`), name);
    assert.doesNotMatch(read('b-out/index.html'), /pwned/);
    assert.doesNotMatch(read('b-out/picture.svg'), /script/);
    deepdive('build', 'b', '-o', 'b-out', '--trust');
    assert.match(read('b-out/picture.svg'), /<script>/);
  });

  it('has no type that servers send as one that runs', () => {
    const runs = /html|xml|script|css|wasm|flash|java/;
    for (const [type, mime] of Object.entries(mimes)) {
      if (runs.test(mime)) assert.ok(!isHarmless(`a.${type}`), type);
    }
  });

  it('is no drawing that cannot be read, which is named', () => {
    writeAll('c', {
      'ledger.md': '# Ledger\n',
      'a.svg': 'no drawing',
      'b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    write('c/c.svg', gzipSync('<svg/>'));
    write('c/d.svg', `<svg>${'<g>'.repeat(100_000)}</svg>`);
    deepdive('build', 'c', '-o', 'c-out', '--trust');
    const { status, stderr } = deepdive('build', 'c', '-o', 'c-out');
    assert.equal(status, 0);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((name) => isThere(`c-out/${name}.svg`)),
      ['b'],
    );
    for (const name of ['a', 'c', 'd']) assert.match(stderr, new RegExp(`^${name}\\.svg left-out .*--trust`, 'm'));
  });
});

// cspell:disable
const run = 'parent.pwned=window.pwned=1,alert(1)';
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${xlink} width="100" height="100" ${attributes}>${inside}</svg>`;
const html = 'xmlns="http://www.w3.org/1999/xhtml"';

/** Each would run script, or fetch something, where it is opened. */
const hostile = [
  svg(`<script>${run}</script><script type="text/ecmascript"><![CDATA[${run}]]></script>`),
  svg(`<script href="https://attack.invalid/x.js"/><script xlink:href="data:text/javascript,${run}"/>`),
  svg(`<g><rect width="9" height="9"/></g>`, `onload="${run}" onfocusin="${run}" tabindex="0"`),
  svg(
    `<a href="javascript:${run}"><rect width="90" height="90"/></a><a xlink:href=" java&#9;script:${run}"><rect width="90" height="90"/></a>`,
  ),
  svg(
    `<a><rect width="90" height="90"/><animate attributeName="href" values="javascript:${run}" dur="1s" fill="freeze"/></a>`,
  ),
  svg(
    `<a><rect width="90" height="90"/><set attributeName="xlink:href" to="javascript:${run}"/><animate attributeName="HREF" to="javascript:${run}"/></a>`,
  ),
  svg(
    `<animate onbegin="${run}" attributeName="x" dur="1s"/><image href="https://attack.invalid/a.png" onerror="${run}"/>`,
  ),
  svg(
    `<foreignObject width="90" height="90"><iframe ${html} srcdoc="&lt;script>${run}&lt;/script>"/><img ${html} src="x" onerror="${run}"/></foreignObject>`,
  ),
  svg(
    `<foreignObject width="90" height="90"><body ${html}><script>${run}</script><form action="javascript:${run}"><button>x</button></form></body></foreignObject>`,
  ),
  svg(
    `<script ${html}>${run}</script><h:script xmlns:h="http://www.w3.org/1999/xhtml">${run}</h:script><h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="javascript:${run}"/>`,
  ),
  svg(
    `<g ${html}><meta http-equiv="refresh" content="0;url=https://attack.invalid/"/><link rel="stylesheet" href="https://attack.invalid/a.css"/></g>`,
  ),
  svg(
    `<style>@import "https://attack.invalid/a.css"; rect{fill:url(https://attack.invalid/a#b);cursor:url(https://attack.invalid/c),auto}</style><rect width="9" height="9"/>`,
  ),
  svg(
    `<style>@im\\70ort "https://attack.invalid/a.css"; *{background:u\\72l(https://attack.invalid/b)} @font-face{font-family:a;src:url("https://attack.invalid/f.woff")} text{font-family:a}</style><text>a</text>`,
  ),
  svg(`<style>a{}<![CDATA[</style><script>${run}</script>]]></style>`),
  svg(
    `<style>&lt;/style>&lt;script>${run}&lt;/script></style><title>&lt;script>${run}&lt;/script></title><desc><![CDATA[<script>${run}</script>]]></desc>`,
  ),
  svg(`<text x="1" y="9">&lt;script>${run}&lt;/script><![CDATA[<script>${run}</script>]]></text>`),
  svg(
    `<rect width="9" height="9" style="fill:url(https://attack.invalid/a#b)" filter="url(https://attack.invalid/f#f)" mask="url(https://attack.invalid/m#m)"/>`,
  ),
  svg(
    `<use href="https://attack.invalid/a.svg#b"/><use xlink:href="data:image/svg+xml,&lt;svg id='x' xmlns='http://www.w3.org/2000/svg'>&lt;script>${run}&lt;/script>&lt;/svg>#x"/><feImage href="https://attack.invalid/f"/>`,
  ),
  svg(
    `<animate attributeName="fill" values="url(https://attack.invalid/v#x)" dur="1s"/><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${run}</handler>`,
  ),
  svg(
    `<image href="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg'>&lt;script>${run}&lt;/script>&lt;/svg>" width="9" height="9"/>`,
  ),
  `<?xml version="1.0"?><?xml-stylesheet href="https://attack.invalid/a.xsl" type="text/xsl"?><?xml-stylesheet href="data:text/css,*{}" type="text/css"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script xmlns='http://www.w3.org/2000/svg'>${run}</script>"><!ENTITY y SYSTEM "https://attack.invalid/y">]>${svg('&x;&y;')}`,
  `<html ${html}><script>${run}</script>${svg(`<script>${run}</script>`)}<script>${run}</script></html>`,
  `<?xml version="1.0" encoding="UTF-7"?>${svg(`+ADw-script+AD4-${run}+ADw-/script+AD4-`)}`,
  Buffer.from(`\uFEFF${svg(`<script>${run}</script>`)}`, 'utf16le'),
  `<?xml version="1.0" encoding="iso-2022-jp"?>${svg(`\u001B(J<script>${run}</script>\u001B(B`)}`,
  `<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:script>${run}</svg:script></svg:svg>`,
  svg(
    `<p><style><img title="&lt;/style>&lt;script>${run}&lt;/script>"/></style></p><math><mtext><script>${run}</script></mtext></math>`,
  ),
  svg(
    `<g xmlns="http://www.w3.org/1999/xhtml&quot; onload=&quot;${run}"/><g id="&lt;script>${run}&lt;/script>" class="&quot; onload=&quot;${run}"/>`,
  ),
];

/** Ordinary ones: what editors write besides shapes. */
const ordinary = {
  'styles, classes and a picture': `<?xml version="1.0" encoding="UTF-8"?><!-- Made by an editor --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg(
    `<style type="text/css"><![CDATA[ .a > rect { fill: #c00 } @media (min-width: 1px) { .b { stroke: blue; stroke-width: 4 } } ]]></style><g class="a"><rect class="b" x="5" y="5" width="40" height="40"/></g><image x="50" y="50" width="40" height="40" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>`,
  )}`,
  'gradients, patterns, masks, filters and clones': svg(
    `<defs><linearGradient id="l"><stop offset="0" style="stop-color:#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><radialGradient id="r" xlink:href="#l" cx=".5" cy=".5" r=".5"/><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="3"/></pattern><mask id="m"><rect width="100" height="50" fill="#fff"/></mask><filter id="f" x="-.5" y="-.5" width="2" height="2"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feOffset dx="2" dy="2" result="o"/><feFlood flood-color="#0a0"/><feComposite in2="o" operator="in"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter><clipPath id="c"><circle cx="75" cy="75" r="20"/></clipPath><symbol id="s" viewBox="0 0 9 9"><path d="M0 0L9 9"  stroke="#000"/></symbol></defs><rect width="50" height="50" fill="url(#l)" mask="url(#m)"/><rect x="50" width="50" height="50" fill="url(#r)" filter="url(#f)"/><rect y="50" width="50" height="50" style="fill:url(#p)"/><rect x="50" y="50" width="50" height="50" clip-path="url(#c)"/><use xlink:href="#s" width="20" height="20" transform="rotate(10)"/>`,
  ),
  'labels of HTML': svg(
    `<switch><foreignObject width="100" height="100" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility"><div ${html} style="font: 20px sans-serif; color: red; display: flex"><p>One<br/><b>two</b></p></div></foreignObject><text y="20">Fallback</text></switch>`,
  ),
  'what an editor keeps for itself': svg(
    `<sodipodi:namedview xmlns:sodipodi="a" pagecolor="#fff"/><metadata><rdf:RDF xmlns:rdf="b"><dc:title xmlns:dc="c"/></rdf:RDF></metadata><switch><foreignObject requiredExtensions="x" width="9" height="9"><v:data xmlns:v="d" v:a="1"/></foreignObject><g><rect width="60" height="60" fill="#080"/></g></switch>`,
    'content="&lt;mxfile&gt;" inkscape:version="1" xmlns:inkscape="e"',
  ),
};

// cspell:enable
describe('a drawing in a file of its own', () => {
  let browser;
  before(async () => {
    writeAll('d', { 'ledger.md': '# Ledger\n' });
    for (const [index, content] of hostile.entries()) write(`d/hostile-${index}.svg`, content);
    deepdive('build', 'd', '-o', 'd-out');
    deepdive('build', 'd', '-o', 'd-trusted', '--trust');
    browser = await openBrowser('Chromium', {}, pathToFileURL(`${folder}/`));
  });
  after(() => browser?.close());

  /** What happens where a drawing is opened by itself, and everything in it is pressed. */
  async function provoked(path) {
    const seen = [];
    const page = await browser.openPage('/d-out/ledger.html', (one) => {
      one.on('dialog', (dialog) => {
        seen.push('a dialog');
        void dialog.dismiss();
      });
      one.on('request', (request) => {
        if (new URL(request.url()).hostname === 'attack.invalid') seen.push(request.url());
      });
    });
    await page.evaluate(
      (content) =>
        new Promise((resolve) => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.onload = () => {
            for (const node of frame.contentDocument?.querySelectorAll('*') ?? [])
              node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
            requestAnimationFrame(() => requestAnimationFrame(resolve));
          };
          frame.src = URL.createObjectURL(
            new Blob([Uint8Array.from(atob(content), (char) => char.codePointAt(0))], { type: 'image/svg+xml' }),
          );
        }),
      readFileSync(join(folder, path)).toString('base64'),
    );
    if (await page.evaluate(() => window.pwned)) seen.push('script ran');
    await page.close();
    return seen;
  }

  it('runs and fetches nothing where a reader opens it', async () => {
    for (const index of hostile.keys()) {
      const path = `d-out/hostile-${index}.svg`;
      if (isThere(path)) assert.deepEqual(await provoked(path), [], read(path));
    }
    const ran = [];
    for (const index of hostile.keys()) ran.push((await provoked(`d-trusted/hostile-${index}.svg`)).length > 0);
    assert.ok(ran.filter(Boolean).length > 15, `${ran.filter(Boolean).length} of them do something by themselves`);
  });

  for (const [name, source] of Object.entries(ordinary)) {
    it(`looks as it did: ${name}`, async () => {
      const page = await browser.openPage('/d-out/ledger.html');
      const shot = async (bytes) => {
        const address = `data:image/svg+xml;base64,${Buffer.from(bytes).toString('base64')}`;
        await page.setContent(`<body style="margin:0"><img>`);
        await page.$eval(
          'img',
          (image, address) => {
            image.src = address;
            return image.decode();
          },
          address,
        );
        return PNG.sync.read(Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 100, height: 100 } })));
      };
      const before = await shot(source);
      const after = await shot(sanitizedSvg(Buffer.from(source)));
      assert.equal(pixelmatch(before.data, after.data, undefined, 100, 100), 0);
      const empty = await shot(svg(''));
      assert.ok(pixelmatch(before.data, empty.data, undefined, 100, 100) > 100, 'there is something to see');
      await page.close();
    });
  }
});
