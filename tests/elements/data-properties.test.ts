import type { ReactiveElement } from '@lit/reactive-element';
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { place, settled, waitUntil, warningsOf } from '../helpers.js';

/** Each element that takes data, and an item whose one part is `value`. */
const properties: [tag: string, property: string, itemOf: (value: unknown) => object][] = [
  ['law-table', 'rows', (value: unknown) => ({ Law: value, Challenge: 'Late' })],
  ['compare-table', 'rows', (value: unknown) => ({ Law: value, Challenge: 'Late' })],
  ['resource-table', 'rows', (value: unknown) => ({ Law: value, Challenge: 'Late' })],
  ['quick-facts', 'facts', (value: unknown) => ({ label: 'Late', value })],
  ['latency-profile', 'percentiles', (value: unknown) => ({ label: 'Late', value })],
  ['incident-timeline', 'events', (value: unknown) => ({ time: '10:00', text: value })],
];

const unusable: [string, () => unknown][] = [
  ['a text', () => 'x'],
  ['an object', () => ({})],
  ['a number', () => 3],
  ['a function', () => () => []],
  ['a symbol', () => Symbol('rows')],
  ['a set', () => new Set([{ a: 1 }])],
  ['a list of nodes', () => document.querySelectorAll('p')],
];

const unusableItems: [string, () => unknown[]][] = [
  ['null', () => [null]],
  ['undefined', () => [undefined]],
  ['a hole', () => new Array(1)],
  ['a text', () => ['words']],
  ['a number', () => [1]],
  ['a symbol', () => [Symbol('row')]],
];

/** Values, and the words that are shown of them. */
const unusableValues: [string, () => unknown, string?][] = [
  ['an object', () => ({ a: 1 })],
  ['an object without a prototype', () => Object.create(null)],
  ['an object that cannot be written', () => ({ toString: () => never() })],
  ['a function', () => function named() {}],
  ['a class', () => class Named {}],
  ['a symbol', () => Symbol('words'), 'Symbol(words)'],
  ['an address', () => new URL('https://a.example/'), 'https://a.example/'],
  ['a list', () => ['one', 'two'], 'one,two'],
  ['the document', () => document],
  ['what is around the element', () => document.body],
  ['an attribute', () => document.createAttribute('a')],
];

function never(): never {
  throw new Error('thrown by a caller');
}

const told = (tag: string, where: string) =>
  `<${tag}> cannot use ${where}: set the property to an array of objects, of text, numbers or nodes.`;

/** Sets a property of an element, and returns what is warned of it and not of its content. */
const warningsAt = async (element: Element, property: string, value: unknown) =>
  (
    await warningsOf(async () => {
      Object.assign(element, { [property]: value });
      await settled(element);
    })
  ).filter((message) => message.includes(property));

for (const [tag, property, itemOf] of properties) {
  describe(`${tag}: ${property}`, () => {
    for (const [kind, make] of unusable) {
      it(`warns once of ${kind}, and keeps the words that are there`, async () => {
        const element = (await place(`<${tag}></${tag}>`)) as ReactiveElement;
        await warningsAt(element, property, [itemOf('words')]);
        const shown = element.textContent;
        expect(shown).to.contain('words');
        const warnings = await warningsAt(element, property, make());
        element.requestUpdate();
        await settled(element);
        expect(warnings).to.deep.equal([told(tag, property)]);
        expect(element.textContent).to.equal(shown);
      });
    }

    it('warns of an attribute of its name, which sets nothing', async () => {
      const warnings = await warningsOf(() => place(`<${tag} ${property}="x"><p>Words</p></${tag}>`));
      expect(warnings.filter((message) => message.includes('cannot use'))).to.deep.equal([told(tag, property)]);
    });

    for (const [kind, makeItems] of unusableItems) {
      it(`shows the items beside ${kind}, and warns once`, async () => {
        const element = await place(`<${tag}></${tag}>`);
        const data = [...makeItems(), itemOf('words')];
        if (kind === 'a hole') delete data[0];
        const warnings = await warningsAt(element, property, data);
        expect(warnings).to.deep.equal([told(tag, `${property}[0]`)]);
        expect(element.textContent).to.contain('words');
      });
    }

    for (const [kind, make, words = ''] of unusableValues) {
      it(`shows the parts beside ${kind}, and warns once`, async () => {
        const element = await place(`<${tag}></${tag}>`);
        const before = document.body.parentNode;
        const item = itemOf(make());
        const [key] = Object.entries(item).find(([, value]) => typeof value !== 'string')!;
        const warnings = await warningsAt(element, property, [item, itemOf('kept')]);
        expect(warnings).to.deep.equal([told(tag, `${property}[0].${key}`)]);
        expect(element.textContent).to.contain(words).and.to.contain('kept');
        expect(element.textContent).not.to.match(/\[object|function|class/);
        expect(document.body.parentNode).to.equal(before);
      });
    }

    it('shows the parts beside one that throws when it is read, and warns once', async () => {
      const element = await place(`<${tag}></${tag}>`);
      const item: object = itemOf('x');
      const key = Object.keys(itemOf(1)).find((one) => item[one as keyof typeof item] === 'x')!;
      Object.defineProperty(item, key, { get: never, enumerable: true });
      const warnings = await warningsAt(element, property, [item, itemOf('kept')]);
      expect(warnings).to.deep.equal([told(tag, `${property}[0].${key}`)]);
      expect(element.textContent).to.contain('kept');
    });

    it('shows the words of a list that is in itself, and warns once', async () => {
      const element = await place(`<${tag}></${tag}>`);
      const cyclic: unknown[] = ['one'];
      cyclic.push(cyclic);
      const warnings = await warningsAt(element, property, [itemOf(cyclic)]);
      expect(warnings.length).to.equal(1);
      expect(element.textContent).to.contain('one');
    });

    it('is shown anew when another list is set, as the docs tell, not when a list is changed in place', async () => {
      const element = await place(`<${tag}></${tag}>`);
      const list = [itemOf('first')];
      Object.assign(element, { [property]: list });
      await settled(element);
      list.push(itemOf('second'));
      Object.assign(element, { [property]: list });
      await settled(element);
      expect(element.textContent).to.contain('first').and.not.to.contain('second');
      Object.assign(element, { [property]: [...list] });
      await settled(element);
      expect(element.textContent).to.contain('first').and.to.contain('second');
    });

    it('leaves a node of the caller where it is, and shows a copy wherever it is wanted', async () => {
      const page = await place(
        `<div><p id="sun">A <b id="star">star</b></p><template>A <i>planet</i></template><${tag}></${tag}><${tag}></${tag}></div>`,
      );
      const before = page.innerHTML;
      const star = page.querySelector('p')!;
      const planet = page.querySelector('template')!.content;
      const elements = [...page.querySelectorAll(tag)];
      const warnings = await warningsOf(async () => {
        for (const element of [...elements, elements[0]!]) {
          Object.assign(element, { [property]: [star, planet, star, new Text('moon')].map(itemOf) });
          await settled(element);
        }
      });
      expect(warnings.filter((message) => message.includes(property))).to.deep.equal([]);
      for (const element of elements) {
        expect(element.textContent!.match(/star|planet|moon/g)).to.deep.equal(['star', 'planet', 'star', 'moon']);
        expect(element.querySelectorAll('p b').length).to.equal(2);
        expect(element.querySelector('#sun, #star'), 'an id that the page has already').to.equal(null);
        element.replaceChildren();
        element.removeAttribute('role');
      }
      expect(star.parentNode).to.equal(page);
      expect(planet.textContent).to.equal('A planet');
      const strip = (html: string) => html.replace(new RegExp(`<${tag}.*`, 's'), '');
      expect(strip(page.innerHTML)).to.equal(strip(before));
    });

    it('takes texts, numbers, nodes and truths without a warning', async () => {
      const element = await place(`<${tag}></${tag}>`);
      const node = document.createElement('b');
      node.append('bold');
      const data = ['text', 4, 5n, true, null, undefined, node, new Text('plain')].map(itemOf);
      const warnings = await warningsAt(element, property, data);
      expect(warnings).to.deep.equal([]);
      expect(element.querySelector('b')).to.have.property('outerHTML', node.outerHTML);
      for (const words of ['text', '4', '5', 'true', 'bold', 'plain']) expect(element.textContent).to.contain(words);
    });
  });
}

describe('data that comes after its element', () => {
  // In a page of its own, the library is what is built.
  itOnce('is told of when it is still missing once all modules have run, and not before', async () => {
    let state: DocumentReadyState = 'interactive';
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => state });
    try {
      const parsed = await warningsOf(async () => {
        await settled(await place('<quick-facts></quick-facts>'));
      });
      expect(parsed).to.deep.equal([]);
      const complete = await warningsOf(async () => {
        state = 'complete';
        document.dispatchEvent(new Event('readystatechange'));
        await settled(document.querySelector('quick-facts')!);
      });
      expect(complete.length).to.equal(1);
      expect(complete[0]).to.match(/^<quick-facts> is empty/);
    } finally {
      Reflect.deleteProperty(document, 'readyState');
    }
  });

  itOnce('costs an element that has its content no second update', async () => {
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'interactive' });
    try {
      const elements = await place(
        '<div><info-card><h3>Whole</h3></info-card><law-table><table><tr><th>Law</th></tr><tr><td>a</td></tr></table></law-table></div>',
      );
      const updated: string[] = [];
      for (const element of elements.children as unknown as Iterable<ReactiveElement>)
        element.addController({ hostUpdated: () => updated.push(element.localName) });
      Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'complete' });
      document.dispatchEvent(new Event('readystatechange'));
      await settled(elements);
      expect(updated).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'readyState');
    }
  });

  it('is not missed, and what stays empty is told of its property', async () => {
    const elements = properties.map(([tag]) => `<${tag}></${tag}>`).join('');
    const data = properties.map(([tag, property, itemOf]) => [tag, property, [itemOf('words')]]);
    const frame = await openFrame({
      markup: `<!doctype html><script>said = []; console.warn = (message) => said.push(message)</script>
        ${elements}<div>${elements}</div>
        <script type="module" src="/dist/cdn/deepdive.js"></script>
        <script type="module">
          import '/node_modules/mermaid/dist/mermaid.esm.min.mjs'; // which takes a while
          for (const [tag, property, data] of ${JSON.stringify(data)}) document.querySelector(tag)[property] = data;
        </script>`,
    });
    const { said } = frame.contentWindow as unknown as { said: string[] };
    await waitUntil(() => said.length >= properties.length, 'the warnings');
    await settled(frame.contentDocument!);
    expect(said.length).to.equal(properties.length);
    for (const [tag, property] of properties) {
      const [message, ...more] = said.filter((one) => one.startsWith(`<${tag}>`));
      expect(message)
        .to.match(/ is empty: put .+ inside it, or set its \w+ property\.$/)
        .and.to.contain(` ${property} `);
      expect(more).to.deep.equal([]);
    }
  });

  it('is on its way for as long as what shows it is loaded, and not missed', async () => {
    const frame = await openFrame({
      markup: `<!doctype html><note-callout></note-callout><script type="module" src="/dist/cdn/deepdive.js"></script>
        <script>said = []; console.warn = (message) => said.push(message)</script>`,
    });
    const page = frame.contentDocument!;
    const { said } = frame.contentWindow as unknown as { said: string[] };
    // By then, a warning needs no more than a microtask.
    await waitUntil(() => said.length === 1, 'a warning of what is empty');
    for (const [tag, property, itemOf] of properties) {
      const element = page.createElement(tag) as ReactiveElement;
      page.body.append(element);
      await Promise.resolve();
      Object.assign(element, { [property]: [itemOf('words')] });
      await settled(page);
      expect(element.textContent, tag).to.contain('words');
    }
    expect(said.slice(1)).to.deep.equal([]);
  });

  itOnce('is asked for once where what shows it cannot be loaded', async () => {
    const entry = '/dist/cdn/deepdive.js';
    const [, core] = /from["`]\.\/(chunks\/core-[^"`]+)/.exec(await (await fetch(entry)).text())!;
    const allowed = [entry, `/dist/cdn/${core}`].map((path) => new URL(path, location.href)).join(' ');
    const frame = await openFrame({
      markup: `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline' ${allowed}">
        <quick-facts></quick-facts><script>
          said = []; console.warn = (message) => said.push(message);
          document.querySelector('quick-facts').facts = [{ label: 'Team', value: '9' }];
        </script><script type="module" src="${entry}"></script>`,
    });
    const { said } = frame.contentWindow as unknown as { said: string[] };
    await waitUntil(() => said.some((message) => message.includes('facts')), 'the warning');
    // Each further try would need no more than a few tasks.
    for (let task = 0; task < 50; task++) await new Promise((done) => setTimeout(done));
    expect(said.filter((message) => message.includes('facts'))).to.deep.equal([
      'deepdive-elements: facts could not be shown.',
    ]);
  });
});
