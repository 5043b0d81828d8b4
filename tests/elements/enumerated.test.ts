import type { ReactiveElement } from '@lit/reactive-element';
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { linkStylesheet, place, textBefore, warningsOf } from '../helpers.js';

interface Manifest {
  modules: { declarations: { tagName: string; attributes?: { name: string; type: { text: string } }[] }[] }[];
}

const manifest: Manifest = await (await fetch('/custom-elements.json')).json();

/** Every attribute whose values are words of a list, with that list. */
const attributes = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, attributes = [] }) =>
    attributes.map(({ name, type }) => ({
      tag: tagName,
      name,
      known: [...type.text.matchAll(/'([^']+)'/g)].map(([, value]) => value!),
    })),
  )
  .filter(({ known }) => known.length);

/** Shown as they are written, in the colour of another: a word that is not known is a reader's, too. */
const shown = ['severity', 'tier'];

const spellings: [kind: string, spell: (value: string) => string][] = [
  ['as it is', (value) => value],
  ['in capitals', (value) => value.toUpperCase()],
  ['with a capital', (value) => value.charAt(0).toUpperCase() + value.slice(1)],
  ['with space around it', (value) => ` ${value}  `],
];

const content = '<h3>Heading</h3><p><data value="2">2</data></p><pre>graph LR\nA --> B</pre>';
/** What gives a trend its colour. */
const others: Record<string, string> = { better: 'trend="up"', trend: 'better="higher"' };
const markup = (tag: string, name: string, value?: string) =>
  `<${tag} ${others[name] ?? ''} ${value === undefined ? '' : `${name}="${value}"`}>${content}</${tag}>`;

/** What is seen of an element itself: its colours, frame and mark, and the word that it draws. */
function look(element: Element): string[] {
  const { getComputedStyle } = element.ownerDocument.defaultView!;
  const drawn = [undefined, '::before', '::after'].flatMap((part) => {
    const style = getComputedStyle(element, part);
    return ['color', 'border-color', 'background', 'clip-path', 'color-scheme'].map((name) =>
      style.getPropertyValue(name),
    );
  });
  return [...drawn, textBefore(element).trim().toLowerCase()];
}

const told = (tag: string, name: string, value: string, known: readonly string[]) =>
  `<${tag}> does not know ${name}="${value}": use ${known.join(', ')}.`;

describe('an attribute of known values', () => {
  before(linkStylesheet);

  itOnce('is in the manifest', () => {
    expect(attributes.map(({ name }) => name)).to.include.members([
      'kind',
      'layout',
      'scheme',
      'severity',
      'tier',
      'trend',
    ]);
  });

  for (const { tag, name, known } of attributes) {
    const warningsAt = async (value: string) => {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place(markup(tag, name, value));
        (element as ReactiveElement).requestUpdate();
        await (element as ReactiveElement).updateComplete;
      });
      return { element, warnings: warnings.filter((message) => message.includes(`${name}=`)) };
    };

    for (const [kind, spell] of spellings) {
      it(`means the same written ${kind}: ${name} of <${tag}>`, async () => {
        for (const value of known) {
          const wanted = look(await place(markup(tag, name, value)));
          const { element, warnings } = await warningsAt(spell(value));
          expect(warnings).to.deep.equal([]);
          expect(element).to.have.property(name, value);
          expect(look(element)).to.deep.equal(wanted);
        }
      });

      it(`means the same written ${kind}, without script: ${name} of <${tag}>`, async () => {
        const all = known.flatMap((value) => [markup(tag, name, value), markup(tag, name, spell(value))]);
        const sheet = '<link rel="stylesheet" href="/dist/deepdive.css">';
        const frame = await openFrame({ markup: `<!doctype html>${sheet}<body>${all.join('')}` });
        const elements = [...frame.contentDocument!.body.children];
        expect(elements.length).to.equal(all.length);
        for (let at = 0; at < elements.length; at += 2) {
          expect(look(elements[at + 1]!), known[at / 2]).to.deep.equal(look(elements[at]!));
        }
      });

      itOnce(`means the same set as a property ${kind}: ${name} of <${tag}>`, async () => {
        for (const value of known) {
          const element = await place(markup(tag, name));
          const warnings = await warningsOf(() => Object.assign(element, { [name]: spell(value) }));
          expect(warnings.filter((message) => message.includes(`${name}=`))).to.deep.equal([]);
          expect(element).to.have.property(name, value);
        }
      });
    }

    for (const value of ['nonsense', `${known[0]}x`, `a ${known.at(-1)}, or so`, 'constructor']) {
      it(`is warned about once as "${value}", with what is known: ${name} of <${tag}>`, async () => {
        const { element, warnings } = await warningsAt(value);
        expect(warnings).to.deep.equal([told(tag, name, value, known)]);
        expect(element.getAttribute(name)).to.equal(value);
        if (shown.includes(name)) expect(textBefore(element)).to.equal(value);
        if (!shown.includes(name) && !value.includes(' ')) {
          expect(look(element)).to.deep.equal(look(await place(markup(tag, name))));
        }
      });
    }

    itOnce(`says nothing of an empty one: ${name} of <${tag}>`, async () => {
      const { warnings } = await warningsAt('');
      expect(warnings).to.deep.equal([]);
    });
  }
});

/** Attributes on authors' nodes: the element, the name, what is known, and markup in which `%` stands for one. */
const marks: [tag: string, name: string, known: string[], markup: string][] = [
  ['key-takeaways', 'data-kind', ['apply', 'avoid', 'cost', 'team'], '<ul><li %>Words</li></ul>'],
  [
    'compare-table',
    'data-status',
    ['good', 'fair', 'bad'],
    '<table><tr><th>Store</th><th>Use</th></tr><tr><td>Log</td><td %>Slow</td></tr></table>',
  ],
  [
    'incident-timeline',
    'data-event',
    ['started', 'detected', 'mitigated', 'resolved'],
    '<ol><li><time>18:02</time> a</li><li %><time>18:08</time> b</li></ol>',
  ],
];

describe('an attribute of known values on a node of the author’s', () => {
  before(linkStylesheet);

  for (const [tag, name, known, inside] of marks) {
    const write = (value?: string) =>
      `<${tag}>${inside.replace(' %', value === undefined ? ' class="marked"' : ` class="marked" ${name}="${value}"`)}</${tag}>`;
    async function shown(value?: string) {
      let element!: HTMLElement;
      const warnings = await warningsOf(async () => {
        element = await place(write(value));
      });
      const marked = element.querySelector('.marked')!;
      const looks = [marked, ...marked.querySelectorAll('*')].flatMap(look);
      return { element, looks, warnings: warnings.filter((message) => message.includes(`does not know ${name}=`)) };
    }

    it(`means the same however it is spelt: ${name} in <${tag}>`, async () => {
      const plain = await shown();
      for (const value of known) {
        const wanted = await shown(value);
        expect(wanted.looks, value).not.to.deep.equal(plain.looks);
        for (const [kind, spell] of spellings) {
          const { element, looks, warnings } = await shown(spell(value));
          expect(looks, `${value} ${kind}`).to.deep.equal(wanted.looks);
          expect(warnings).to.deep.equal([]);
          const drawn = [element, wanted.element].map((one) => one.shadowRoot?.textContent);
          expect(drawn[0]).to.equal(drawn[1]);
        }
      }
    });

    itOnce(`is warned about once, with what is known: ${name} in <${tag}>`, async () => {
      for (const value of ['nonsense', `${known[0]}x`]) {
        const { element, looks, warnings } = await shown(value);
        (element as ReactiveElement).requestUpdate();
        await (element as ReactiveElement).updateComplete;
        expect(warnings).to.deep.equal([told(tag, name, value, known)]);
        if (tag !== 'key-takeaways') expect(looks).to.deep.equal((await shown()).looks);
      }
      expect((await shown('')).warnings).to.deep.equal([]);
    });
  }
});
