import { expect } from '@open-wc/testing';
import type { AxeResults, RunOptions } from 'axe-core';
import { openFrame } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

const url = '/stories/starter/index.html';
const link = '<link rel="stylesheet" href="../../dist/deepdive.css" />';

/** The template's page, with other styles in place of its link. */
async function openWith(styles: string, width = 1280) {
  const markup = (await (await fetch(url)).text())
    .replace('<head>', `<head><base href="${new URL(url, location.href)}">`)
    .replace(link, styles);
  expect(markup).to.include(styles);
  const frame = await openFrame({ markup }, { width });
  const page = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis;
  await waitUntil(() => view.customElements.get('law-table'), 'the script');
  await settled(page);
  return { page, view, study: page.querySelector('case-study')! };
}

const openThemed = (name: string, width?: number) =>
  openWith(`${link}<link rel="stylesheet" href="../../dist/themes/${name}.css" />`, width);

/** What axe, run in the page itself, cannot read well enough. */
async function hardToRead({ page, view }: { page: Document; view: Window }, rule: string): Promise<string[]> {
  const window = view as Window & { axe?: { run(root: Element, options: RunOptions): Promise<AxeResults> } };
  if (!window.axe) {
    const script = Object.assign(page.createElement('script'), { src: '/node_modules/axe-core/axe.min.js' });
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
    page.head.append(script);
    await loaded;
  }
  const { violations, passes } = await window.axe!.run(page.body, {
    runOnly: [rule],
    resultTypes: ['violations', 'passes'],
    rules: { [rule]: { enabled: true } },
  });
  expect(passes.flatMap(({ nodes }) => nodes).length, 'what axe could judge').to.be.above(50);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

/** Every rule that declares something, with those that stand in it. */
const declaringRules = (rules: CSSRuleList): { selector: string; style: CSSStyleDeclaration }[] =>
  [...rules].flatMap((rule) => {
    const { selectorText = '', style, cssRules } = rule as CSSStyleRule;
    return [...(style ? [{ selector: selectorText, style }] : []), ...(cssRules ? declaringRules(cssRules) : [])];
  });

/** The lightness of a colour, as WCAG has it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const tones = ['accent', 'info', 'success', 'caution', 'warning', 'danger', 'violet'];
const schemes = ['light', 'dark'];

/** What has less contrast against paper and surface than it needs. */
function faint({ page, view, study }: Awaited<ReturnType<typeof openWith>>, needed: Record<string, number>): string[] {
  const probe = page.createElement('p');
  study.append(probe);
  const colourOf = (token: string) => {
    probe.style.color = `var(--dd-${token})`;
    return view.getComputedStyle(probe).color;
  };
  const found = schemes.flatMap((scheme) => {
    page.documentElement.style.colorScheme = scheme;
    return Object.entries(needed).flatMap(([token, least]) =>
      ['paper', 'surface'].flatMap((ground) => {
        const contrast = contrastOf(colourOf(token), colourOf(ground));
        return contrast < least ? `${scheme}: ${token} on ${ground} ${contrast.toFixed(2)}` : [];
      }),
    );
  });
  probe.remove();
  return found;
}

const each = (tokens: string[], least: number) => Object.fromEntries(tokens.map((token) => [token, least]));

for (const name of ['paper', 'slate', 'contrast']) {
  describe(`the theme ${name}`, function () {
    this.timeout(30_000);

    it('is made by tokens alone, on the root', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await (await fetch(`/dist/themes/${name}.css`)).text());
      expect(sheet.cssRules.length).to.equal(1);
      expect((sheet.cssRules[0] as CSSStyleRule).selectorText).to.equal(':root');
      const rules = declaringRules(sheet.cssRules);
      const names = rules.flatMap(({ style }) => [...style]);
      expect(names).to.include.members(['--dd-text', '--dd-ink', '--dd-violet']);
      expect(names.filter((property) => !property.startsWith('--dd-'))).to.deep.equal([]);
      // What is declared below an at-rule is about the root, too.
      expect(rules.filter(({ selector }) => !/^(:root|&)?$/.test(selector))).to.deep.equal([]);
    });

    it('can be read in both schemes', async () => {
      const opened = await openThemed(name);
      const ratio = name === 'contrast' ? 7 : 4.5;
      expect(faint(opened, each(['ink', 'ink-quiet', ...tones], ratio))).to.deep.equal([]);
      const rule = name === 'contrast' ? 'color-contrast-enhanced' : 'color-contrast';
      for (const scheme of schemes) {
        opened.page.documentElement.style.colorScheme = scheme;
        expect(await hardToRead(opened, rule), scheme).to.deep.equal([]);
      }
    });

    it('does not go sideways on a phone', async () => {
      const { page } = await openThemed(name, 360);
      const { scrollWidth, clientWidth } = page.documentElement;
      expect(scrollWidth).to.equal(clientWidth);
    });
  });
}

describe('the stylesheet without a theme', () => {
  it('has words and tones that can be read in both schemes', async () => {
    expect(faint(await openWith(link), each(['ink', 'ink-quiet', ...tones], 4.5))).to.deep.equal([]);
  });
});

describe('the theme contrast', () => {
  it('has lines that are seen', async () => {
    expect(faint(await openThemed('contrast'), each(['line', 'line-strong'], 3))).to.deep.equal([]);
  });
});

describe('the stylesheet in a layer of the page', () => {
  it('styles the elements, and any rule of the page wins', async () => {
    const frame = await openFrame({
      markup: `<!doctype html><html lang="en"><head><style>
        @import url("/dist/deepdive.css") layer(deepdive);
        td { padding-block: 31px }
        law-table { margin-block-start: 17px }
      </style><script type="module" src="/dist/cdn/deepdive.js"></script></head><body><case-study>
        <law-table><table><tr><th>Law</th><th>Solution</th></tr><tr><td>Failure</td><td>Regions</td></tr></table></law-table>
        <incident-callout><h3>Outage</h3><p>Of a region.</p></incident-callout>
      </case-study></body></html>`,
    });
    const page = frame.contentDocument!;
    const view = frame.contentWindow as Window & typeof globalThis;
    await waitUntil(() => view.customElements.get('law-table'), 'the script');
    await settled(page);
    const styleOf = (selector: string) => view.getComputedStyle(page.querySelector(selector)!);
    expect(styleOf('law-table').containerType).to.equal('inline-size');
    expect(styleOf('law-table table').borderCollapse).to.equal('collapse');
    expect(styleOf('incident-callout').borderTopWidth).to.equal('1px');
    expect(styleOf('td').paddingTop).to.equal('31px');
    expect(styleOf('law-table').marginTop).to.equal('17px');

    const loaded = view.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.some((name) => name.endsWith('/dist/cdn/deepdive.js'))).to.equal(true);
    expect(loaded.filter((name) => name.includes('/chunks/styles-'))).to.deep.equal([]);
    expect(page.adoptedStyleSheets.length, 'rules that the library has added').to.equal(0);
  });
});
