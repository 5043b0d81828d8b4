import type { ReactiveElement } from '@lit/reactive-element';
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { place, settled, warningsOf } from '../helpers.js';

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

    it('takes texts, numbers, nodes and truths without a warning', async () => {
      const element = await place(`<${tag}></${tag}>`);
      const node = document.createElement('b');
      node.append('bold');
      const data = ['text', 4, 5n, true, null, undefined, node, new Text('plain')].map(itemOf);
      const warnings = await warningsAt(element, property, data);
      expect(warnings).to.deep.equal([]);
      expect(element.querySelector('b')).to.equal(node);
      for (const words of ['text', '4', '5', 'true', 'bold', 'plain']) expect(element.textContent).to.contain(words);
    });
  });
}
