import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { openBrowser } from '../node/pages.mjs';

/*
 * What a reader has set in the system: colours of their own, more contrast, less motion. Chromium is told page by page,
 * Firefox when it starts. WebKitGTK knows no colours of the reader's, and takes the others from a desktop alone.
 */
const preferences = {
  'forced-colors': { value: 'active', firefox: { 'browser.display.document_color_use': 2 } },
  'prefers-contrast': { value: 'more', firefox: { 'ui.useAccessibilityTheme': 1 } },
  'prefers-reduced-motion': { value: 'reduce', firefox: { 'ui.prefersReducedMotion': 1 } },
};

/** A page's features, in Chromium. */
async function emulate(page, features) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceAt(data, index) {
  const [red, green, blue] = [0, 1, 2].map((channel) => {
    const share = data[index + channel] / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrastOf = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

const pictureOf = async (target, options) => PNG.sync.read(Buffer.from(await target.screenshot(options)));

/** How many pixels of two pictures of one size differ as much as what has to be seen (WCAG 1.4.11). */
function differingPixels(one, other) {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [here, there] = [one, other].map((picture) => luminanceAt(picture.data, 4 * (y * picture.width + x)));
      if (contrastOf(here, there) >= 3) count++;
    }
  }
  return count;
}

/** Runs in a page: where the labels of its drawings are. */
const labelsOf = () =>
  [...document.querySelectorAll('architecture-diagram')].flatMap(({ svg }) =>
    [...svg.querySelectorAll('text')].flatMap((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return width ? { words: text.textContent, x: x + scrollX, y: y + scrollY, width, height } : [];
    }),
  );

/** Labels whose letters do not stand out from what is behind them. */
async function faintLabels(page, least) {
  const scale = await page.evaluate(() => devicePixelRatio);
  const { data, width } = await pictureOf(page, { fullPage: true });
  const labels = await page.evaluate(labelsOf);
  assert.ok(labels.length > 10);
  return labels.flatMap((label) => {
    const [left, top, right, bottom] = [label.x, label.y, label.x + label.width, label.y + label.height].map((at) =>
      Math.round(at * scale),
    );
    let [dark, light] = [1, 0];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const luminance = luminanceAt(data, 4 * (y * width + x));
        dark = Math.min(dark, luminance);
        light = Math.max(light, luminance);
      }
    }
    return contrastOf(dark, light) < least ? `${label.words}: ${contrastOf(dark, light).toFixed(2)}` : [];
  });
}

const meter = (share) =>
  `<resource-table><table><tr><th>Resource</th><th>Usage</th></tr><tr><td>CPU</td><td>${share}%</td></tr></table></resource-table>`;
const card = (value) => `<stat-card target="400"><h3>Latency</h3><data value="${value}">n</data></stat-card>`;
const level = (one) =>
  `<study-meta><dl><div><dt>Difficulty</dt><dd data-level="${one}">Level</dd></div></dl></study-meta>`;
const status = (mark) =>
  `<compare-table><table><tr><th>A</th><th>B</th></tr><tr><td>a</td><td>${mark}</td></tr></table></compare-table>`;
const note = (kind) => `<note-callout kind="${kind}"><h3>Words</h3><p>Words.</p></note-callout>`;
const lesson = (kind) => `<key-takeaways><ul><li data-kind="${kind}">Words.</li></ul></key-takeaways>`;
const point = (event) => `<incident-timeline><ol><li ${event}><time>18:02</time> Words.</li></ol></incident-timeline>`;
const latency = (value) =>
  `<latency-profile><dl><div><dt>P50</dt><dd>${value} ms</dd></div><div><dt>P99</dt><dd>900 ms</dd></div></dl></latency-profile>`;
const tabs =
  '<content-tabs><section><h3>One</h3><p>A</p></section><section><h3>Two</h3><p>A</p></section></content-tabs>';
const questions = (id) => `<discussion-questions><ol><li id="${id}">Why?</li></ol></discussion-questions>`;
const steps = (id) => `<architecture-diagram id="d-${id}"><pre>graph LR
  A[Browser] --> B[Server]</pre></architecture-diagram>
  <diagram-walkthrough for="d-${id}"><ol><li data-nodes="A">One</li><li data-nodes="B">Two</li></ol></diagram-walkthrough>`;
const cells = `<law-table><table><tr><th>Law</th><th>Solution</th></tr><tr><td>Failure</td><td>Regions</td></tr></table></law-table>`;

/** Two of a kind that differ in one thing, how many pixels tell it at least, and the page's address that brings it about. */
const states = {
  'how full a meter is': [meter(20), meter(88), 100],
  'how far a figure is from its target': [card(100), card(300), 200],
  'a level': [level(1), level(3), 40],
  'a status': [status('✅'), status('❌'), 30],
  'a kind of note': [note('warning'), note('tip'), 40],
  'a kind of lesson': [lesson('apply'), lesson('avoid'), 20],
  'a turn of an incident': [point(''), point('data-event="started"'), 10],
  'a latency': [latency(2), latency(300), 300],
  'the tab that is shown': [tabs, tabs.replace('content-tabs', 'content-tabs id="second"'), 40],
  'the step that is shown': [steps('one'), steps('shown'), 200],
  'the item that the address names': [questions('one'), questions('named'), 100, 'named'],
  'the cell that the address names': [cells, cells, 100, 'law-table_1:failure:solution'],
};

/** Runs in a page: brings about what a reader does. */
async function act() {
  document.querySelector('#second').shadowRoot.querySelectorAll('[role=tab]')[1].click();
  const walkthrough = document.querySelector('[for=d-shown]');
  walkthrough.scrollIntoView({ block: 'center' });
  const find = () => walkthrough.shadowRoot?.querySelector('.next');
  while (!find()) await new Promise(requestAnimationFrame);
  find().click();
  await Promise.all([...document.querySelectorAll('case-study *')].map((element) => element.updateComplete));
}

/** Runs in a page: follows a link to a part of it. */
async function follow(id) {
  const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  location.hash = id;
  await changed;
}

const every = Object.entries(states);
const markup = `<case-study>${every
  .map(
    ([, [one, other]], index) =>
      `<div id="one-${index}" style="padding: 1rem">${one}</div><div id="other-${index}" style="padding: 1rem">${other}</div>`,
  )
  .join('')}</case-study>`;

/** Runs in a page: boxes in its case study, with those in shadow roots and those that rules draw. */
function boxesIn() {
  const inside = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
  const sides = ['Top', 'Right', 'Bottom', 'Left'];
  return inside(document.querySelector('case-study')).flatMap((element) =>
    [undefined, '::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (!element.checkVisibility() || (pseudo && style.content === 'none') || element.closest('svg')) return [];
      let tag = element;
      while (!tag.localName.includes('-')) tag = tag.parentElement ?? tag.getRootNode().host;
      const { backgroundColor: ground, backgroundImage: image, outlineStyle, outlineWidth } = style;
      return {
        name: `${tag.localName} ${element.getAttribute('part') ?? element.localName}${pseudo ?? ''}`,
        ground: image === 'none' ? (/[,/] 0\)$/.test(ground) ? '' : ground) : image,
        isSeen:
          style.forcedColorAdjust === 'none' ||
          sides.some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`])) ||
          (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0),
      };
    }),
  );
}

/** Runs in a page, with axe: how many texts it could judge, and which are below 7 to 1. */
async function faintText() {
  const { violations, passes } = await axe.run(document.body, {
    runOnly: ['color-contrast-enhanced'],
    rules: { 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'passes'],
  });
  return {
    judged: passes.flatMap(({ nodes }) => nodes).length,
    faint: violations.flatMap(({ nodes }) => nodes.map((node) => `${node.target} ${node.failureSummary}`)),
  };
}

/** Runs in a page: what moves in it, and what scrolls smoothly, while a reader uses it. */
async function motionOf() {
  const found = new Set();
  for (const name of ['scrollIntoView', 'scrollBy', 'scrollTo', 'scroll']) {
    for (const owner of [Element.prototype, window]) {
      const original = owner[name];
      owner[name] &&= function (...args) {
        if (args.some((options) => options?.behavior === 'smooth')) found.add(`${name} smoothly`);
        return original.apply(this, args);
      };
    }
  }
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (...args) {
    found.add('animate()');
    return animate.apply(this, args);
  };
  const inside = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
  const longest = (durations) =>
    Math.max(...durations.split(',').map((one) => parseFloat(one) * (/ms/.test(one) ? 1 : 1000)));
  const look = () => {
    for (const element of inside(document)) {
      for (const pseudo of [undefined, '::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        const name = element.localName;
        if (longest(style.transitionDuration) > 1) found.add(`${name} has a transition of ${style.transitionProperty}`);
        if (style.animationName !== 'none' && longest(style.animationDuration) > 1) found.add(`${name} is animated`);
        if (style.scrollBehavior === 'smooth') found.add(`${name} scrolls smoothly`);
      }
    }
  };
  look();
  // What moves does so when it is used.
  const controls = inside(document).filter((one) =>
    one.matches('button, [role=tab], summary, diagram-ref, [part=link]'),
  );
  for (const control of controls) {
    // These ask the system for something, or leave the page.
    if (/full|png|svg|download|csv|markdown|copy/i.test(`${control.getAttribute('aria-label')} ${control.textContent}`))
      continue;
    const link = control.shadowRoot?.querySelector('a');
    (link ?? control).click();
    await new Promise(requestAnimationFrame);
    look();
  }
  return [...found];
}

const axe = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url);

for (const engine of ['Chromium', 'Firefox']) {
  const isChromium = engine === 'Chromium';
  const feature = (name) => `(${name}: ${preferences[name].value})`;

  describe(`a reader’s preferences, in ${engine}`, () => {
    let browser;
    let current;
    async function openWith(name, open) {
      if (!browser || (!isChromium && current !== name)) {
        await browser?.close();
        browser = await openBrowser(engine, preferences[name]?.firefox);
        current = name;
      }
      const page = await open(browser);
      if (!name) return page;
      if (isChromium) await emulate(page, { [name]: preferences[name].value });
      assert.ok(await page.evaluate((query) => matchMedia(query).matches, feature(name)), feature(name));
      return page;
    }
    after(() => browser?.close());

    it('leaves to forced colours nothing that colour alone tells', async () => {
      const page = await openWith('forced-colors', ({ openMarkup }) => openMarkup(markup));
      await page.evaluate(act);
      const lacking = [];
      for (const [index, [name, [, , least, address]]] of every.entries()) {
        if (address) await page.evaluate(follow, address);
        const one = await pictureOf(await page.$(`#one-${index}`));
        const other = await pictureOf(await page.$(`#other-${index}`));
        const count = differingPixels(one, other);
        if (count < least) lacking.push(`${name}: ${count} pixels`);
      }
      assert.deepEqual(lacking, []);
      await page.close();
    });

    it('leaves to forced colours the labels of diagrams', async () => {
      const page = await openWith('forced-colors', ({ openEveryElement }) => openEveryElement());
      assert.deepEqual(await faintLabels(page, 4.5), []);
      await page.close();
    });

    // The same rules, with the same colours: one engine tells.
    if (isChromium) {
      it('has an edge in forced colours around all that a ground of its own tells from the page', async () => {
        const page = await openWith('', ({ openEveryElement }) => openEveryElement());
        const paper = await page.$eval('compare-table td', (cell) => getComputedStyle(cell).backgroundColor);
        const grounds = await page.evaluate(boxesIn);
        await emulate(page, { 'forced-colors': 'active' });
        const told = new Set(grounds.flatMap(({ name, ground }) => (ground && ground !== paper ? name : [])));
        assert.ok(told.size > 5, [...told].join());
        const boxes = (await page.evaluate(boxesIn)).filter(({ name }) => told.has(name));
        const seen = new Set(boxes.flatMap(({ name, isSeen }) => (isSeen ? name : [])));
        assert.deepEqual([...new Set(boxes.map(({ name }) => name)).difference(seen)], []);
        await page.close();
      });

      it('has text of 7 to 1 where more contrast is asked for, in both schemes', async () => {
        const page = await openWith('prefers-contrast', ({ openEveryElement }) => openEveryElement());
        await page.evaluate(await readFile(axe, 'utf8'));
        for (const scheme of ['light', 'dark']) {
          await page.evaluate((name) => document.documentElement.style.setProperty('color-scheme', name), scheme);
          const { judged, faint } = await page.evaluate(faintText);
          assert.ok(judged > 100, `${judged} texts judged`);
          assert.deepEqual(faint, [], scheme);
          assert.deepEqual(await faintLabels(page, 7), [], scheme);
        }
        await page.close();
      });
    }

    it('moves nothing, and scrolls at once, where less motion is asked for', async () => {
      const page = await openWith('prefers-reduced-motion', ({ openEveryElement }) => openEveryElement());
      assert.deepEqual(await page.evaluate(motionOf), []);
      await page.close();
    });

    it('moves, and scrolls smoothly, where nothing is asked for', async () => {
      const page = await openWith('', ({ openEveryElement }) => openEveryElement());
      assert.notDeepEqual(await page.evaluate(motionOf), []);
      await page.close();
    });
  });
}
