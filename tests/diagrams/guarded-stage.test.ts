import { expect, nextFrame } from '@open-wc/testing';
import { guardedStage } from '../../src/diagrams/guarded-stage.js';

const { origin } = (await (await fetch('/listener.json')).json()) as { origin: string };
const address = `${origin}/stage`;
const svgNamespace = 'http://www.w3.org/2000/svg';
const svg = (name: string) => document.createElementNS(svgNamespace, name);

async function heard(): Promise<string[]> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  return (await fetch(`${origin}/heard`)).json();
}

/** Ways to write an address into an element that is on the stage, by what they call. */
const writing: Record<string, (stage: HTMLElement) => void> = {
  setAttribute: (stage) => {
    const image = stage.appendChild(svg('svg')).appendChild(svg('image'));
    image.setAttribute('href', address);
  },
  setAttributeNS: (stage) => {
    const image = stage.appendChild(svg('svg')).appendChild(svg('image'));
    image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', address);
  },
  'setAttribute, of HTML': (stage) => stage.appendChild(document.createElement('img')).setAttribute('src', address),
  'setAttribute, of a style': (stage) => stage.setAttribute('style', `background: url(${address}) !important`),
  'style.setProperty': (stage) => stage.style.setProperty('background', `url(${address})`, 'important'),
  'style.cssText': (stage) => {
    stage.style.cssText = `background: url(${address})`;
  },
  'a property of style': (stage) => {
    stage.style.background = `url(${address})`;
  },
  'innerHTML of HTML': (stage) => {
    stage.innerHTML = `<img src="${address}"><b style="background: url(${address})">x</b>`;
  },
  'innerHTML of SVG': (stage) => {
    stage.appendChild(svg('svg')).innerHTML =
      `<g><image href="${address}"></image><style>@import "${address}"</style></g>`;
  },
  'textContent of a sheet': (stage) => {
    stage.append(document.createElement('style'));
    stage.querySelector('style')!.textContent = `@import "${address}"; * { background: url(${address}) }`;
  },
  ...Object.fromEntries(
    (['append', 'prepend', 'replaceChildren', 'appendChild'] as const).map((name) => [
      name,
      (stage: HTMLElement) => {
        const style = document.createElement('style');
        style.textContent = `@import "${address}"; * { background: url(${address}) }`;
        stage[name](style);
      },
    ]),
  ),
  ...Object.fromEntries(
    (['before', 'after', 'replaceWith'] as const).map((name) => [
      name,
      (stage: HTMLElement) => {
        const place = document.createElement('p');
        stage.append(place);
        const group = document.createElement('div');
        group.innerHTML = `<b style="background: url(${address})">x</b>`;
        place[name](group);
      },
    ]),
  ),
  insertBefore: (stage) => {
    const group = document.createDocumentFragment();
    group.append(document.createElement('b'));
    group.querySelector('b')!.setAttribute('style', `background: url(${address})`);
    stage.insertBefore(group, null);
  },
  'a part of a part': (stage) => {
    stage.append(document.createElement('p'));
    stage.querySelector('p')!.append(document.createElement('b'));
    stage.querySelector('b')!.style.setProperty('background', `url(${address})`);
  },
};

describe('the stage that Mermaid draws on', () => {
  before(heard);

  for (const [way, write] of Object.entries(writing)) {
    it(`fetches nothing that is written to it, and tells of it (${way})`, async () => {
      const leftOut: string[] = [];
      // Whatever this returns is of no account.
      const stage = guardedStage((what) => leftOut.push(what));
      document.body.append(stage);
      write(stage);
      expect(stage.getBoundingClientRect().width).to.be.above(0);
      expect(await heard()).to.deep.equal([]);
      stage.remove();
      if (!way.startsWith('innerHTML')) expect(leftOut.join(' ')).to.include(address);
    });
  }

  it('lets nothing move, and all else of the same rules in', () => {
    const style = document.createElement('style');
    const frames = '@keyframes dash { from { opacity: 0 } 50%, to { opacity: 1 } }';
    style.textContent = `a { fill: red } ${frames} @-webkit-keyframes b{to{stroke-dashoffset:0;}} p { animation: dash 1s }`;
    const stage = guardedStage(() => {});
    stage.append(style);
    const rules = '@keyframes none {} b { fill: blue }';
    const later = stage.appendChild(document.createElement('style'));
    later.textContent = rules;
    expect(style.textContent.replace(/\s+/g, ' ')).to.equal('a { fill: red } p { animation: dash 1s }');
    expect(later.textContent.trim()).to.equal('b { fill: blue }');
  });

  it('lets through what draws', () => {
    const leftOut: string[] = [];
    const stage = guardedStage((what) => leftOut.push(what));
    const shape = stage.appendChild(svg('svg')).appendChild(svg('rect'));
    shape.setAttribute('marker-end', 'url(#head)');
    shape.setAttribute('aria-label', 'url(https://example.com/)');
    shape.style.setProperty('fill', 'rgb(1, 2, 3)');
    shape.innerHTML = '<g><path d="M0 0"></path></g>';
    expect(shape.outerHTML).to.equal(
      '<rect marker-end="url(#head)" aria-label="url(https://example.com/)" style="fill: rgb(1, 2, 3);"><g><path d="M0 0"></path></g></rect>',
    );
    expect(shape).to.be.instanceOf(SVGRectElement);
    expect(leftOut).to.deep.equal([]);
  });
});
