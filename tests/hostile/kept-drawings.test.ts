import { expect, nextFrame } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { longest } from '../../src/diagrams/kept-drawing.js';
import { entryOf } from '../../src/diagrams/recall.js';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { place, waitUntil } from '../helpers.js';

const { origin } = (await (await fetch('/listener.json')).json()) as { origin: string };
const address = `${origin}/kept`;

const source = 'graph LR\n  A[Drawn anew] --> B';
const run = 'parent.ran.push(1)';
const ran: number[] = [];
Object.assign(window, { ran });

const outline = { kind: 'flowchart-v2', nodes: [{ id: 'A', label: 'Kept' }], edges: [] };
/** A drawing as it is kept, but for what is put into it. */
const kept = ({ attributes = '', inside = '', metadata = JSON.stringify(outline), before = '', after = '' } = {}) =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" width="100" height="40" ${attributes}><metadata>${metadata}</metadata>${inside}<g data-node="A"><text x="0" y="20">Kept</text></g></svg>${after}`;

const image = `<img src="${address}" onerror="${run}">`;
const hostile: Record<string, string> = Object.fromEntries([
  ...Object.entries({
    'a script': `<script>${run}</script>`,
    'a script of SVG': `<script href="${address}"></script>`,
    'a handler': `<g onclick="${run}" onload="${run}"></g>`,
    'a frame': `<foreignObject><iframe srcdoc="<script>${run.replace('parent', 'top')}</script>"></iframe></foreignObject>`,
    'an image of HTML': `<foreignObject>${image}</foreignObject>`,
    'an animated address': `<a><animate attributeName="href" values="javascript:${run}" begin="0s"></animate><text>x</text></a>`,
    'an address that is set': `<a href="#x"><set attributeName="href" to="javascript:${run}"></set><text>x</text></a>`,
    'an animation with a handler': `<animate onbegin="${run}" attributeName="x" dur="1s"></animate>`,
    'a part of another file': `<use href="${address}#x"></use>`,
    'a part by the old name': `<use xlink:href="${address}#x"></use>`,
    'a part as data': `<use href="data:image/svg+xml,<svg id='x'/>#x"></use>`,
    'a style sheet': `<style>@import "${address}"; * { background: url(${address}) }</style>`,
    'a style': `<g style="background: url(${address})"></g>`,
    'a harmless style': '<g style="fill: red"></g>',
    'a class': '<g class="x"></g>',
    'an image': `<image href="${address}" width="1" height="1"></image>`,
    'an image of a filter': `<filter><feImage href="${address}"></feImage></filter>`,
    'paint of another file': `<rect fill="url(${address}#x)" width="9" height="9"></rect>`,
    'paint by an escape': `<rect fill="\\75rl(${address}#x)" width="9" height="9"></rect>`,
    'a clip of another file': `<rect clip-path="url(${address}#x)" width="9" height="9"></rect>`,
    'a mask of another file': `<rect mask="url(${address}#x)" width="9" height="9"></rect>`,
    'a filter of another file': `<rect filter="url(${address}#x)" width="9" height="9"></rect>`,
    'a cursor': `<rect cursor="url(${address}), auto" width="9" height="9"></rect>`,
    'a link to script': `<a href="javascript:${run}"><text>x</text></a>`,
    'a link to script, disguised': `<a href="&#1;java&#9;script:${run}"><text>x</text></a>`,
    'a link to script by the old name': `<a xlink:href="javascript:${run}"><text>x</text></a>`,
    'a link to data': '<a href="data:text/html,x"><text>x</text></a>',
    'a link into another window': '<a href="#x" target="other"><text>x</text></a>',
    'HTML in a title': `<title>${image}</title>`,
    'HTML in a description': `<desc>${image}</desc>`,
    'HTML in a sheet': `<style>${image}</style>`,
    'a sheet in a title': `<title><style><img src="</style>${image}"></style></title>`,
    'HTML that ends the drawing': `<p>${image}</p>`,
    'a table in a text': `<text><table><tr><td>${image}</td></tr></table></text>`,
    'a formula': `<math><mtext><table><mglyph><style><img title="</style>${image}"></style></mglyph></table></mtext></math>`,
    'a document': `<foreignObject><object data="${address}"></object><embed src="${address}"></foreignObject>`,
    'a comment': '<!-- --!><img> -->',
    'a form': `<foreignObject><form action="${address}"><input name="attributes" autofocus onfocus="${run}"></form></foreignObject>`,
    'HTML in its metadata': `<metadata>${image}</metadata>`,
  }).map(([name, inside]) => [name, kept({ inside })]),
  ['a handler of its own', kept({ attributes: `onload="${run}"` })],
  ['another slot', kept({ attributes: 'slot="other"' })],
  ['HTML before it', kept({ before: image })],
  ['HTML after it', kept({ after: image })],
  ['a script before it', kept({ before: `<script>${run}</script>` })],
  ['nothing', ''],
  ['words', 'Kept'],
  ['another tag', `<div>${kept()}</div>`],
  ['no end', '<svg><metadata>'],
  ['ten thousand groups around a script', kept({ inside: `${'<g>'.repeat(10_000)}<script>${run}</script>` })],
  ['too much', kept({ inside: `<g aria-label="${'x'.repeat(longest)}"></g>` })],
  ...Object.entries({
    'no JSON': '{',
    nothing: '',
    null: 'null',
    'a list': '[]',
    'a number for nodes': JSON.stringify({ ...outline, nodes: 1 }),
    'null for a node': JSON.stringify({ ...outline, nodes: [null] }),
    'a node without a label': JSON.stringify({ ...outline, nodes: [{ id: 'A' }] }),
    'a list for a label': JSON.stringify({ ...outline, nodes: [{ id: 'A', label: ['Kept'] }] }),
    'a kind that is none': JSON.stringify({ ...outline, nodes: [{ id: 'A', label: 'Kept', kind: 'constructor' }] }),
    'no edges': JSON.stringify({ kind: 'x', nodes: [] }),
    'an edge to nowhere': JSON.stringify({ ...outline, edges: [{ from: 'A' }] }),
    'a key too many': JSON.stringify({ ...outline, toString: 'x' }),
    __proto__: `{"__proto__": {"nodes": []}, "kind": "x", "edges": []}`,
    'a __proto__ besides': JSON.stringify(outline).replace('{', '{"__proto__": {"words": ["x"]}, '),
    'a group in itself': JSON.stringify({ ...outline, nodes: [{ id: 'A', label: 'Kept', group: 'A' }] }),
    'groups in each other': JSON.stringify({
      ...outline,
      nodes: [
        { id: 'A', label: 'Kept', group: 'B' },
        { id: 'B', label: 'Kept', group: 'A' },
      ],
    }),
    'one name twice in groups': JSON.stringify({
      ...outline,
      nodes: [
        { id: 'A', label: 'Kept', group: 'B' },
        { id: 'B', label: 'Kept', group: 'A' },
        { id: 'A', label: 'Kept' },
      ],
    }),
    'a step too deep': JSON.stringify({ ...outline, steps: [{ depth: 1e9, text: 'x' }] }),
    'a block that is none': JSON.stringify({ ...outline, steps: [{ depth: 0, text: 'x', block: '__proto__' }] }),
    'lists in lists': `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  }).map(([name, metadata]) => [`metadata: ${name}`, kept({ metadata: metadata.replaceAll('<', '&lt;') })]),
]);

const shown = (element: Element) => (element as ArchitectureDiagram).svg?.textContent ?? '';
const element = () => `<architecture-diagram><pre>${source.replaceAll('>', '&gt;')}</pre></architecture-diagram>`;

/** Where the drawing of the source is kept, for a diagram that stands in the page as those of this test do. */
async function entry(): Promise<{ name: string; key: string }> {
  const holder = await place('<div></div>');
  return entryOf(Object.assign(holder, { source, layout: 'dagre', repair: false }));
}

async function drawn(): Promise<Element> {
  const diagram = await place(element());
  await waitUntil(() => diagram.matches(':state(drawn)'), 'drawn', { timeout: 15_000 });
  return diagram;
}

async function heard(): Promise<string[]> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  return (await fetch(`${origin}/heard`)).json();
}

describe('a drawing in the storage of the browser', () => {
  before(async () => {
    await heard();
    ArchitectureDiagram.loadMermaid = async () => {
      const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
      return ((await import(bundle)) as { default: Mermaid }).default;
    };
  });
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('is shown where it is one of ours', async () => {
    const { name, key } = await entry();
    localStorage.setItem(name, `${key}\0${kept()}`);
    expect(shown(await drawn())).to.include('Kept');
  });

  for (const [what, text] of Object.entries(hostile)) {
    it(`is drawn anew, runs nothing and fetches nothing, where it holds what none of ours does (${what})`, async () => {
      const { name, key } = await entry();
      localStorage.setItem(name, `${key}\0${text}`);
      expect(shown(await drawn()))
        .to.include('Drawn anew')
        .and.not.to.include('Kept');
      expect(await heard()).to.deep.equal([]);
      expect(ran).to.deep.equal([]);
    });
  }

  it('is drawn anew where it is of another version or of another source', async () => {
    const { name, key } = await entry();
    const [, ...settings] = key.split('\n');
    for (const other of [['0.0.0', ...settings].join('\n'), `${key} `, key.slice(1), '']) {
      localStorage.setItem(name, `${other}\0${kept()}`);
      const diagram = await drawn();
      expect(shown(diagram)).to.include('Drawn anew');
      diagram.remove();
    }
  });

  it('takes the place of one that was not ours', async () => {
    const { name, key } = await entry();
    localStorage.setItem(name, `${key}\0${kept({ inside: image })}`);
    (await drawn()).remove();
    await waitUntil(() => localStorage.getItem(name)?.includes('Drawn anew'));
  });
});

describe("an author's drawing", () => {
  const svg = (inside: string, more = '') =>
    `<architecture-diagram><svg viewBox="0 0 100 40" ${more}>${inside}<text x="0" y="20">Written</text></svg></architecture-diagram>`;

  it('is downloaded without what runs or loads, and looks as it does in the page', async () => {
    const inside =
      `<style>.x { fill: rgb(1, 2, 3) }</style><script>void 0</script>${image}<rect class="x" width="9" height="9" onclick="void 0" style="stroke: rgb(4, 5, 6)"></rect>
      <foreignObject><p>x</p></foreignObject><image href="#x"></image><a href="javascript:void 0"><text>y</text></a>`.replace(
        image,
        '',
      );
    const diagram = await place(svg(inside));
    await waitUntil(() => diagram.matches(':state(drawn)'));
    const { download } = await import('../../src/diagrams/export.js');
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (file: Blob) => {
      files.push(file);
      return createObjectURL(file);
    };
    HTMLAnchorElement.prototype.click = () => {};
    try {
      await download((diagram as ArchitectureDiagram).svg!, 'svg', 'x');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const text = await files[0]!.text();
    expect(text).to.include('Written').and.include('fill="rgb(1, 2, 3)"').and.include('stroke="rgb(4, 5, 6)"');
    expect(text).not.to.match(/<(script|style|foreignObject|image|p)\b|\son\w+=|\sstyle=|javascript:/);
    // The author's own nodes stay as they are.
    expect(diagram.querySelector('svg > style')).not.to.equal(null);
  });

  it('goes by its words where its metadata is of another shape', async () => {
    for (const metadata of [
      '{',
      '{"nodes":[null],"edges":[]}',
      '{"nodes":[],"edges":[],"kind":"x","steps":[{"depth":1e9}]}',
    ]) {
      const diagram = await place(svg(`<metadata>${metadata}</metadata>`));
      await waitUntil(() => diagram.matches(':state(drawn)'));
      const { outline: read } = (await (diagram as ArchitectureDiagram).view)!;
      expect(read?.words).to.deep.equal(['Written']);
    }
  });
});
