import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { engine } from '../engines.js';
import { openFrame } from '../frames.js';
import { differences } from './page.js';
import { darken, rulesOf, type Sheet, sheets } from './sheets.js';

/** An article, a form and a menu as pages of any kind have them, with classes that frameworks know. */
const plainPage = `<header><nav aria-label="Site"><ul><li><a href="#a">Orders</a></li><li><a href="#b">Buyers</a></li></ul></nav></header>
  <h1>Orders</h1><p>A <a href="#a">link</a>, <code>code</code>, <mark>mark</mark>, <kbd>Ctrl</kbd>, <em>words</em>,
  <strong>strong</strong>, <b>bold</b>, <small>small</small>, <abbr title="Service level objective">SLO</abbr>,
  <time datetime="2026-11-23">today</time>, <q>said</q>, <del>old</del> <ins>new</ins>, H<sub>2</sub>O, x<sup>2</sup>.</p>
  <h2 id="a">Part</h2><ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul><ol><li>One<ol><li>Two</li></ol></li></ol>
  <dl><dt>Term</dt><dd>Words</dd><div><dt>Other</dt><dd>More</dd></div></dl>
  <table class="table"><caption>Sizes</caption><thead><tr><th>Name</th><th scope="col">Size</th></tr></thead>
    <tbody><tr><td>Orders</td><td>40 GB</td></tr><tr><th scope="row">Buyers</th><td><data value="2">2 GB</data></td></tr></tbody>
    <tfoot><tr><td>All</td><td>42 GB</td></tr></tfoot></table>
  <h3>Words of others</h3><blockquote><p>Words</p></blockquote><pre><code>SELECT 1
FROM orders</code></pre><pre>Plain</pre><hr><h4>Folded</h4>
  <details open><summary>More</summary><p>Words</p></details><details><summary>Closed</summary><p>Words</p></details>
  <h5>Drawn</h5><figure><svg aria-hidden="true" width="40" height="10"><rect width="40" height="10" /></svg>
  <figcaption>Caption</figcaption></figure><h6 id="b">Asked</h6>
  <form><fieldset><legend>Form</legend><label>Name <input value="Ada"></label><label><input type="checkbox" checked> Yes</label>
  <label><input type="radio"> No</label><input type="range" aria-label="Range"><select aria-label="Kind"><option>One</option></select>
  <textarea aria-label="Words">Words</textarea><button class="btn btn-primary button">Send</button><button disabled>Wait</button>
  <progress value="0.5"></progress><meter value="0.5"></meter><output>4</output></fieldset></form>
  <article class="card content"><header class="card-header">Head</header><section><p>Words</p></section>
  <nav><ol><li><a href="#b">Nav</a></li></ol></nav><aside>Aside</aside><footer>Foot</footer></article>`;

/** Wider than the page, so that pictures hold all of its width. */
const width = 760;

describe('a page without our elements', () => {
  for (const sheet of [{ name: 'no other sheet', files: [], dark: {} } as Sheet, ...sheets]) {
    it(`and with ${sheet.name} is the same with our stylesheets as without, to the pixel`, async function () {
      this.timeout(60_000);
      const markup = `<!doctype html><html lang="en"><style id="theirs">${await rulesOf(sheet)}</style><style id="line"></style>
        <link rel="stylesheet" href="/dist/deepdive.css"><link rel="stylesheet" href="/dist/deepdive.guarded.css"><style>*, ::before, ::after { caret-color: transparent; animation: none !important;
        transition: none !important; }</style><body><main class="${sheet.wrapper ?? ''}" id="${sheet.id ?? ''}">${plainPage}</main>`;
      const frame = await openFrame({ markup }, { width });
      const { document: page } = frame.contentWindow!;
      const ours = [...page.querySelectorAll('link')].map((link) => link.sheet!);
      for (const { cssRules } of ours) expect(cssRules.length).to.be.above(50);
      const turnOff = (isOff: boolean) => {
        for (const one of ours) one.disabled = isOff;
      };
      // Nothing scrolls, so that no bar fades in or out and no letters are drawn anew in another way.
      const height = page.documentElement.scrollHeight + 100;
      frame.style.cssText += `position: fixed; inset: 0 auto auto 0; z-index: 1; height: ${height}px`;
      const nodes = [...page.querySelectorAll('html, body, body *')];
      for (const scheme of ['light', 'dark']) {
        if (scheme === 'dark') await darken(page, sheet);
        expect(page.documentElement.scrollHeight, 'all of the page is shown').to.be.at.most(height);
        turnOff(false);
        const looks = nodes.map(everythingOf);
        const pictures = await picturesOf(frame);
        turnOff(true);
        const changed = nodes.map(everythingOf).flatMap((look, index) => differences(look, looks[index]!));
        expect(changed.slice(0, 10), scheme).to.deep.equal([]);
        let isOther = (await picturesOf(frame)).map((picture, index) => picture !== pictures[index]);
        // Under load a picture may have been taken before every letter was painted. What differs for good does so again.
        if (isOther.includes(true)) {
          const plain = await picturesOf(frame);
          turnOff(false);
          isOther = (await picturesOf(frame)).map((picture, index) => picture !== plain[index]);
        }
        expect(isOther, `${scheme}, pieces that look different`).to.not.include(true);
      }
    });
  }
});

/**
 * Of all of a frame's page, as much at a time as the window shows. None in WebKitGTK, where two pictures of a page in which
 * nothing has changed are not the same: letters at the edges of its tiles of 512 pixels differ by a shade or two. There styles
 * and boxes have to do.
 */
async function picturesOf(frame: HTMLIFrameElement): Promise<string[]> {
  if (engine === 'WebKit') return [];
  const pictures = [];
  for (let top = 0; top < frame.offsetHeight; top += innerHeight) {
    frame.style.top = `${-top}px`;
    await nextFrame();
    await nextFrame();
    pictures.push(await executeServerCommand<string, undefined>('picture'));
  }
  return pictures;
}

const names = [...getComputedStyle(document.documentElement)].filter((name) => !name.startsWith('--'));

/** Every computed style of a node, its box, and how its generated content begins. */
function everythingOf(node: Element): Map<string, string> {
  const view = node.ownerDocument.defaultView!;
  const style = view.getComputedStyle(node);
  const look = new Map(names.map((name) => [name, style.getPropertyValue(name)]));
  look.set('box', JSON.stringify(node.getBoundingClientRect()));
  for (const part of ['::before', '::after', '::marker']) {
    const { content, color, font } = view.getComputedStyle(node, part);
    look.set(`${node.localName}${part}`, `${content} ${color} ${font}`);
  }
  return look;
}
