import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { place, settled, warningsOf } from '../helpers.js';

/** What every object has without being given it. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: { name: string; type: { text: string } }[] }[] }[];
}

/** What is inside of each element that something is read from. */
const content: Record<string, (word: string) => string> = {
  'architecture-diagram': (word) => `<pre>flowchart LR\n  A["&${word};"] --> B</pre>`,
  'compare-table': (word) => table(word),
  'further-reading': (word) => `<ul><li data-kind="${word}"><a href="https://${word}.example/">${word}</a></li></ul>`,
  'incident-timeline': (word) =>
    `<ol><li data-event="${word}"><time>10:00</time> <b>${word}</b> <time>${word}</time></li></ol>`,
  'key-takeaways': (word) => `<ol><li data-kind="${word}"><b>${word}:</b> x</li></ol>`,
  'latency-profile': (word) => `<dl><dt>${word}</dt><dd>3 ${word}</dd></dl>`,
  'law-table': (word) => `${table(word)}<details><dl><dt>Ours</dt><dd>Words</dd></dl></details>`,
  'practice-list': (word) => `<dl><dt>${word}</dt><dd>x</dd></dl>`,
  'quick-facts': (word) => `<dl><dt>${word}</dt><dd>99 ${word}</dd></dl>`,
  'resource-table': (word) => table(word),
  'rollout-path': (word) => `<ol><li>1% ${word}</li></ol>`,
  'scaling-path': (word) => `<ol><li>10 ${word}</li></ol>`,
  'stat-card': (word) => `<h3>x</h3><p>3 ${word}</p>`,
  'study-meta': (word) => `<dl><dt>Difficulty</dt><dd>${word}</dd><dt>${word}</dt><dd>x</dd></dl>`,
};

const table = (word: string) =>
  `<table><thead><tr><th>${word}</th><th>B</th></tr></thead><tbody><tr><td>${word}</td><td>3 ${word}</td></tr></tbody></table>`;

/** Texts and attributes, of the author's nodes and of what the element draws, that hold what no author has written. */
function foreignWords(element: Element): string[] {
  const found: string[] = [];
  for (const root of [element, ...(element.shadowRoot?.children ?? [])]) {
    for (const node of [root, ...root.querySelectorAll('*')]) {
      const texts = [...node.attributes, ...[...node.childNodes].filter((child) => child instanceof Text)];
      found.push(...texts.map(({ nodeValue }) => nodeValue ?? '').filter((text) => /native code|\[object/.test(text)));
    }
  }
  return found;
}

const attributes: [string, string][] = [];
before(async () => {
  const { modules } = (await (await fetch('/custom-elements.json')).json()) as Manifest;
  for (const { tagName, attributes: own = [] } of modules.flatMap(({ declarations = [] }) => declarations)) {
    if (!tagName) continue;
    for (const name of ['lang', ...own.map((one) => one.name)]) attributes.push([tagName, name]);
  }
});

describe('a word that every object has', () => {
  let errors: string[];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    errors.push('reason' in event ? String(event.reason) : event.message);
  };
  beforeEach(() => {
    errors = [];
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  for (const word of inherited) {
    it(`is an unknown one as any attribute of any element: ${word}`, async () => {
      expect(attributes.length).to.be.above(40);
      const markup = attributes.map(
        ([tag, name]) => `<${tag} ${name}="${word}">${content[tag]?.('x') ?? '<h3>x</h3><p>y</p>'}</${tag}>`,
      );
      let holder: HTMLElement | undefined;
      const warnings = await warningsOf(async () => {
        holder = await place(`<div>${markup.join('')}</div>`);
      });
      for (const [index, element] of [...holder!.children].entries()) {
        const where = attributes[index]!.join(' ');
        expect(foreignWords(element), where).to.deep.equal([]);
        expect(toMarkdown(element), where).not.to.match(/native code|\[object/);
      }
      const named = warnings.filter((message) => message.includes(word));
      expect(named).to.deep.equal([...new Set(named)]);
      expect(errors).to.deep.equal([]);
    });

    it(`is a word as content of any element: ${word}`, async () => {
      for (const [tag, write] of Object.entries(content)) {
        let element: HTMLElement | undefined;
        await warningsOf(async () => {
          element = await place(`<${tag}>${write(word)}</${tag}>`);
        });
        expect(foreignWords(element!), tag).to.deep.equal([]);
        expect(element!.textContent, tag).to.contain(word);
        expect(element!.querySelector('[data-law]'), tag).to.equal(null);
        expect(toMarkdown(element!), tag).not.to.match(/native code|\[object/);
        const json = JSON.stringify((element as unknown as { toJSON?(): unknown }).toJSON?.() ?? {});
        if (!/diagram|-path/.test(tag)) expect(json, tag).to.contain(word);
        element!.remove();
      }
      expect(errors).to.deep.equal([]);
    });

    it(`names a column of rows: ${word}`, async () => {
      const rows = [JSON.parse(`{"Law": "x", "${word}": "words"}`), { Law: 'y' }];
      const element = await place('<law-table></law-table>');
      const warnings = await warningsOf(async () => {
        Object.assign(element, { rows });
        await settled(element);
      });
      expect(warnings).to.deep.equal([]);
      expect([...element.querySelectorAll('td')].map((cell) => cell.textContent)).to.deep.equal([
        'x',
        'words',
        'y',
        '',
      ]);
      const { rows: written } = (element as unknown as { toJSON(): { rows: object[] } }).toJSON();
      expect(Object.entries(written[0]!)).to.deep.equal([
        ['Law', 'x'],
        [word, 'words'],
      ]);
    });
  }
});
