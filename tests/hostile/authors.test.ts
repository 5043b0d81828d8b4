import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { settled } from '../helpers.js';
import { rulesOf } from './sheets.js';

const table = `<table><thead><tr><th>Law</th></tr></thead><tbody><tr><td><a href="#c">Chaos</a></td></tr></tbody></table>`;
const markup = `<law-table>${table}</law-table><info-card><h3><a href="#a">Card</a></h3><p>Words <a href="#b">linked</a></p></info-card>
  <key-takeaways><ol><li>One</li></ol></key-takeaways><note-callout><h3>Title</h3><p>Words</p></note-callout>`;

async function openPage({
  sheet = 'deepdive.css',
  before = '',
  after = '',
  wrap = (html: string) => html,
  wrapper = '',
}) {
  const frame = await openFrame({
    markup: `<!doctype html><html lang="en"><style>${before}</style><link rel="stylesheet" href="/dist/${sheet}">
      <style>${after}</style><style>*, ::before, ::after { transition: none !important }</style>
      <script type="module" src="/dist/cdn/deepdive.js"></script>
      <body style="margin: 0"><main class="${wrapper}">${wrap(markup)}</main>`,
  });
  await settled(frame.contentDocument!);
  const page = frame.contentDocument!;
  const view = frame.contentWindow!;
  const node = (selector: string) => page.querySelector(selector)!;
  return {
    page,
    node,
    styleOf: (selector: string) => view.getComputedStyle(node(selector)),
    boxes: () => [...page.querySelectorAll('main *')].map((one) => JSON.stringify(one.getBoundingClientRect())),
  };
}

const wraps = [
  ['beside it', (html: string) => html],
  ['in a case study', (html: string) => `<case-study>${html}</case-study>`],
] as const;

for (const [where, wrap] of wraps) {
  it(`Tailwind’s preflight in its layer is the same as none, ${where}`, async () => {
    const preflight = await rulesOf({ files: ['tailwindcss/preflight.css'] });
    // The type of a page is its own.
    const type = 'html { font: 16px/1.5 sans-serif; } a { color: inherit; text-decoration: inherit; }';
    const without = await openPage({ before: type, wrap });
    const layered = await openPage({
      before: `@layer theme, base, components, utilities; @layer base { ${preflight} } ${type}`,
      wrap,
    });
    for (const selector of ['law-table td', 'law-table th', 'key-takeaways li', 'info-card h3', 'note-callout h3']) {
      const [one, other] = [without.styleOf(selector), layered.styleOf(selector)];
      for (const name of [
        'padding',
        'border-bottom-width',
        'font-size',
        'font-weight',
        'list-style-type',
        'text-align',
      ])
        expect(other.getPropertyValue(name), `${selector} ${name}`).to.equal(one.getPropertyValue(name));
    }
    const [one, other] = [without, layered].map(({ node }) => node('law-table').getBoundingClientRect());
    expect(other!.height).to.be.closeTo(one!.height, 1);
  });

  it(`what an author says of an element, or in it, wins over the plain sheet, ${where}`, async () => {
    const { styleOf } = await openPage({ after: ofElements + inElements, wrap });
    expectOwnElements(styleOf);
    expectOwnInside(styleOf);
  });

  it(`what an author says of an element wins over the guarded sheet, and in it with !important, ${where}`, async () => {
    const guarded = await openPage({ sheet: 'deepdive.guarded.css', after: ofElements + inElements, wrap });
    expectOwnElements(guarded.styleOf);
    expect(guarded.styleOf('law-table td').padding, 'as ours').not.to.equal('31px');
    const important = inElements.replaceAll(';', ' !important;');
    expectOwnInside((await openPage({ sheet: 'deepdive.guarded.css', after: important, wrap })).styleOf);
  });
}

const ofElements = `info-card { border: 7px solid; padding: 3px; } key-takeaways { margin-block: 77px; }
  law-table { --dd-ink: rgb(1, 2, 4); }`;
const inElements = `law-table td { padding: 31px; color: rgb(4, 5, 6); } law-table a { color: rgb(4, 5, 6); }
  law-table th { background: rgb(1, 2, 3); color: rgb(4, 5, 6); font-size: 33px; }
  info-card h3 { font-size: 33px; } note-callout h3 { color: rgb(4, 5, 6); }
  key-takeaways li { padding-block: 17px; border-top: 3px solid; line-height: 41px; }`;

function expectOwnElements(styleOf: (selector: string) => CSSStyleDeclaration): void {
  expect(styleOf('info-card').borderTopWidth).to.equal('7px');
  expect(styleOf('info-card').paddingTop).to.equal('3px');
  expect(styleOf('key-takeaways').marginTop).to.equal('77px');
}

function expectOwnInside(styleOf: (selector: string) => CSSStyleDeclaration): void {
  expect(styleOf('law-table td').padding).to.equal('31px');
  for (const selector of ['law-table td', 'law-table th', 'law-table a', 'note-callout h3'])
    expect(styleOf(selector).color, selector).to.equal('rgb(4, 5, 6)');
  expect(styleOf('law-table th').backgroundColor).to.equal('rgb(1, 2, 3)');
  expect(styleOf('law-table th').fontSize).to.equal('33px');
  expect(styleOf('info-card h3').fontSize).to.equal('33px');
  expect(styleOf('key-takeaways li').paddingTop).to.equal('17px');
  expect(styleOf('key-takeaways li').borderTopWidth).to.equal('3px');
  expect(styleOf('key-takeaways li').lineHeight).to.equal('41px');
}

it('a token of an author’s changes what is inside, with either sheet', async () => {
  for (const sheet of ['deepdive.css', 'deepdive.guarded.css']) {
    const { styleOf } = await openPage({ sheet, after: 'info-card { --dd-ink: rgb(4, 5, 6); }' });
    expect(styleOf('info-card h3').color, sheet).to.equal('rgb(4, 5, 6)');
  }
});

it('what an author says in an element wins over the plain sheet wherever the element stands', async () => {
  for (const wrapper of ['', 'markdown-body', 'content', 'prose', 'mine']) {
    const { styleOf } = await openPage({ after: inElements, wrapper });
    expectOwnInside(styleOf);
  }
});
