import { expect } from '@open-wc/testing';
import { openFrame, textsIn } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';
import { differences, looksOf } from '../hostile/page.js';
import { actions, study as initial, type Study } from './study/study.js';

/** The case study as an author writes it by hand: what every application has to end up as. */
const markupOf = (study: Study) => `<case-study>
  <h1>${study.title}</h1>
  <quick-facts><dl>${study.facts
    .map(({ label, value }) => `<div><dt>${label}</dt><dd>${value}</dd></div>`)
    .join('')}</dl></quick-facts>
  <h2 id="laws">Laws</h2>
  <law-table><table>
    <thead><tr><th>Law</th><th>Challenge</th><th>Solution</th></tr></thead>
    <tbody>${study.laws
      .map(({ law, challenge, solution }) => `<tr><td>${law}</td><td>${challenge}</td><td>${solution}</td></tr>`)
      .join('')}</tbody>
  </table></law-table>
  <card-grid>${study.cards
    .map(({ name, text, tier }) => `<pattern-card tier="${tier}"><h3>${name}</h3><p>${text}</p></pattern-card>`)
    .join('')}</card-grid>
  <incident-callout severity="${study.severity}">
    <h3>Outage</h3>
    <incident-timeline><ol>${study.events
      .map(({ time, kind, text }) => `<li data-event="${kind}"><time>${time}</time> ${text}</li>`)
      .join('')}</ol></incident-timeline>
  </incident-callout>
  <compare-table></compare-table>
</case-study>`;

const foreign = /^(_ng|ng-|data-v-|data-astro|class$|style$)/;

/** All of an element that a reader gets, whoever made it: tags, attributes, words, and what is drawn in shadow roots. */
const appearanceOf = (element: Element) =>
  written(element)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .replaceAll('<', '\n<');

function written(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const { localName, attributes, shadowRoot, childNodes } = node as Element;
  const settings = [...attributes]
    .filter(({ name }) => !foreign.test(name))
    // Addresses are those of different pages.
    .map(({ name, value }) => ` ${name}="${name === 'href' ? value.replace(/^[^#]*#/, '#') : value}"`)
    .sort();
  const inside = (nodes: Iterable<Node>) => [...nodes].map(written).join('');
  const drawn = shadowRoot ? inside(shadowRoot.childNodes).trim() : '';
  // A root with nothing but the content looks as if there were none; a server may have made it.
  const shadow = drawn && drawn !== '<slot></slot>' ? `<#shadow>${drawn}</#shadow>` : '';
  return `<${localName}${settings.join('')}>${shadow}${inside(childNodes)}</${localName}>`;
}

interface AppWindow extends Window {
  errors: string[];
}

/** The same study in a page without any framework. */
async function reference(study: Study): Promise<Element> {
  const { contentDocument: page } = await openFrame({
    markup: `<!doctype html><html lang="en"><head><link rel="stylesheet" href="/dist/deepdive.css" />
      <script type="module" src="/dist/cdn/deepdive.js"></script></head><body>${markupOf(study)}</body></html>`,
  });
  const table = page!.querySelector('compare-table')!;
  (table as Element & { rows: object }).rows = study.stores;
  await waitUntil(() => table.querySelector('td'), 'rows', patience);
  await waitUntil(() => page!.querySelector('law-table td')?.hasAttribute('data-label'), 'labels', patience);
  // What is drawn with parts that are loaded when needed comes after that.
  await settled(page!);
  return page!.querySelector('case-study')!;
}

/** Brings what is there only when a part of a page is near, or with the Tab key. */
const pressTab = (page: Node) =>
  (page.ownerDocument ?? page).dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));

/** Three engines start beside each other, and an application of Angular takes one of them longer than a second. */
const patience = { timeout: 20_000 };

/** What a timeline says while its events are out of order, or the start is not among them. */
const ofOrder = /^<incident-timeline> (?:has \S+ after \S+: put its events in order|marks a turn but no start)/;

const apps: { name: string; isRendered: boolean }[] = await (await fetch('/applications.json')).json();

for (const { name, isRendered } of apps) {
  describe(`an application of ${name}`, function () {
    this.timeout(60_000);
    let page: Document | ShadowRoot;
    let view: AppWindow;

    async function showsStudy(study: Study) {
      const wanted = appearanceOf(await reference(study));
      const shown = () => {
        pressTab(page);
        return appearanceOf(page.querySelector('case-study')!);
      };
      await waitUntil(() => page.querySelector('case-study') && shown() === wanted, 'the study', patience).catch(
        () => {},
      );
      expect(shown()).to.equal(wanted);
    }
    const press = (id: string) => page.getElementById(id)!.click();
    const heard = () => page.getElementById('heard')?.textContent;

    beforeEach(async () => {
      const frame = await openFrame({ url: `/frameworks/${name}/` });
      page = frame.contentDocument!;
      view = frame.contentWindow as unknown as AppWindow;
      // A page that a server has written is there before the application that takes it over, and hears.
      await waitUntil(() => Boolean(heard()), 'the application', patience);
    });

    let isUnordered = false;

    afterEach(function () {
      // What is added or reversed is out of order, and a warning of that may come after the test has ended.
      const errors = view.errors.filter((message) => !(isUnordered && ofOrder.test(message)));
      isUnordered = false;
      // A reporter does not say after which test.
      expect(errors.join('\n'), this.currentTest?.fullTitle()).to.equal('');
    });

    it('shows a case study from data, with rows given as a property, and hears an event', async () => {
      await showsStudy(initial);
      expect(heard()).to.equal('resolved after 7440000 ms');
    });

    it('adds, removes, reorders and changes what elements have decorated', async () => {
      isUnordered = true;
      let study = initial;
      for (const action of ['add', 'reverse', 'change', 'remove', 'reverse', 'remove'] as const) {
        press(action);
        study = actions[action](study);
        await showsStudy(study);
      }
    });

    it('takes all of it away, and puts it there again', async () => {
      await showsStudy(initial);
      press('toggle');
      await waitUntil(() => !page.querySelector('case-study'), 'taken away', patience);
      press('change');
      press('toggle');
      await showsStudy(actions.change(initial));
    });

    it('looks as it does without a framework, whose own style sheet may be there', async () => {
      const plain = await reference(initial);
      await showsStudy(initial);
      const changed = () => {
        const looks = [plain, page.querySelector('case-study')!].map((study) => {
          // Its margins depend on the page around it.
          Object.assign((study as HTMLElement).style, { inlineSize: '600px', paddingInline: '0' });
          return looksOf(study.querySelectorAll('*'));
        });
        return looks[0]!.flatMap(({ path, styles, type }, at) =>
          [...differences(styles, looks[1]![at]!.styles), ...differences(type, looks[1]![at]!.type)].map(
            (difference) => `${path}: ${difference}`,
          ),
        );
      };
      // Where Vite has rewritten colours for older browsers, the script adopts them.
      await waitUntil(() => !changed().length, 'the look', patience).catch(() => {});
      expect(changed()).to.deep.equal([]);
    });

    if (isRendered) {
      it('has its words in the HTML that is sent', async () => {
        const wordsOf = (html: string) =>
          textsIn(new DOMParser().parseFromString(html, 'text/html').querySelector('case-study')!).map(
            ({ text }) => text,
          );
        const html = await (await fetch(`/frameworks/${name}/`)).text();
        expect(wordsOf(html)).to.deep.equal(wordsOf(markupOf(initial)));
      });
    }

    if (name === 'lit') {
      it('may stand in a shadow root', async () => {
        class ShadowPage extends (view.customElements.get('study-page')!) {
          createRenderRoot() {
            return this.attachShadow({ mode: 'open' });
          }
        }
        view.customElements.define('shadow-page', ShadowPage);
        const shadowPage = new ShadowPage();
        view.document.body.replaceChildren(shadowPage);
        page = shadowPage.shadowRoot!;
        await showsStudy(initial);
        isUnordered = true;
        press('add');
        await showsStudy(actions.add(initial));
        await waitUntil(
          () => view.getComputedStyle(page.querySelector('card-grid')!).display === 'grid',
          'the rules',
          patience,
        );
      });
    }
  });
}

if (apps.some(({ name }) => name === 'astro')) {
  describe('Markdown in an application of astro', () => {
    it('is read by the plugins', async () => {
      const page = new DOMParser().parseFromString(
        await (await fetch('/frameworks/astro/markdown/index.html')).text(),
        'text/html',
      );
      const tags = [...page.querySelectorAll('*')].map(({ localName }) => localName).filter((tag) => tag.includes('-'));
      expect(tags).to.deep.equal(['quick-facts', 'content-tabs', 'architecture-diagram', 'card-grid', 'info-card']);
      expect(page.querySelector('architecture-diagram')!.textContent).to.equal('graph LR\n  Gateway --> Ledger');
    });
  });
}
