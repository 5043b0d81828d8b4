import { expect } from '@open-wc/testing';
import { render } from 'lit';
import '../../src/define.js';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { itOnce } from '../engines.js';
import { place, settled, warningsOf } from '../helpers.js';

interface Story {
  args?: object;
  render?: (args: object) => unknown;
}
interface StoryFile {
  default: Story & { component?: string };
  Default?: Story;
}

// The test runner lists the story files; see web-test-runner.config.mjs.
const { files } = (await import('/story-files.js' as string)) as { files: Record<string, StoryFile> };

/** What Markdown adds for what is no text in HTML: headings of columns, names of settings, of levels and of languages. */
const added =
  'Fact Value Note Percentile Latency SLO Time Since start Event Started Detected Mitigated Resolved to detect mitigate ' +
  'resolve rising falling steady target at most least NOTE TIP WARNING CAUTION mermaid';

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** All texts and numbers of data; of rows the keys, too, which are the headings of a table. */
function valuesOf(data: unknown, isRow = false): string[] {
  if (Array.isArray(data)) return data.flatMap((one) => valuesOf(one, isRow));
  if (Object(data) !== data) return [String(data)];
  return Object.entries(data as object).flatMap(([key, value]) => [
    ...(isRow ? [key] : []),
    ...valuesOf(value, key === 'rows'),
  ]);
}

/** The words of an element's Markdown that its data lacks, each as often as it lacks them. */
function lost(element: Element): string[] {
  const left = new Map<string, number>();
  // A mark has its name once, however often it is there.
  const names = [...element.querySelectorAll<HTMLElement>('[data-name]')].map(({ dataset }) => dataset['name']);
  const isNamed = (word: string) => names.includes(word) && left.has(word);
  const isAdded = new Set(wordsOf(added));
  for (const word of wordsOf(valuesOf(JSON.parse(JSON.stringify(element))).join(' '))) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  // Numbers of items are their order, what is folded is in HTML, and the times of an incident are told of its events.
  const written = toMarkdown(element).replace(/^[> ]*\d+\. |<\/?(?:details|summary)|^[> ]*Time to .*/gm, '');
  return wordsOf(written).filter((word) => {
    const count = left.get(word) ?? 0;
    if (count) left.set(word, count - 1);
    return count <= 0 && !isAdded.has(word) && !isNamed(word);
  });
}

/** What an author may write beside what an element is for, before it and after it. */
const before = '<p>Alpha <a href="#a">beta</a></p>Gamma <b>del</b>ta, <diagram-ref>epsilon</diagram-ref>.<h5>Zeta</h5>';
const after =
  '<div>Eta <i>theta</i><div>iota</div></div><ul><li>Kappa<ol><li>lambda</li></ol></li></ul><dl><dt>Mu</dt><dd>nu</dd></dl>' +
  '<table><caption>Xi</caption><tr><th>Omicron</th></tr><tr><td>Pi</td></tr></table><h5>Zeta</h5><blockquote>Rho</blockquote>' +
  '<details><summary>Sigma</summary>tau</details><pre>upsilon</pre><note-callout kind="tip">Phi</note-callout>chi';
const words = wordsOf(`${before} ${after}`.replace(/<\/?[bi]>/g, '').replace(/<[^>]*>/g, ' '));

describe('toJSON', () => {
  itOnce('has every word that the Markdown of the default story of each element has', async () => {
    const all: string[] = [];
    const told = new Set<string>();
    for (const { default: meta, Default: story } of Object.values(files)) {
      if (!story) continue;
      const holder = await place('<div></div>');
      await warningsOf(async () => {
        render((story.render ?? meta.render)!({ ...meta.args, ...story.args }), holder);
        await settled(holder);
      });
      for (const element of [...holder.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'))) {
        told.add(element.localName);
        expect(element, element.localName).to.have.property('toJSON');
        expect((element as unknown as { toJSON(): { type: string } }).toJSON().type).to.equal(element.localName);
        const words = element.localName === 'page-outline' ? [] : lost(element);
        if (words.length) all.push(`${element.localName}: ${words}`);
      }
    }
    expect(all).to.deep.equal([]);
    expect(told.size).to.be.above(26);
  });
  itOnce('has what stands beside the content that an element is for', async () => {
    const all: string[] = [];
    for (const { default: meta, Default: story } of Object.values(files)) {
      const tag = meta.component;
      if (!tag || !story || /^(architecture-diagram|diagram-ref|page-outline)$/.test(tag)) continue;
      const holder = await place('<div></div>');
      await warningsOf(async () => {
        render((story.render ?? meta.render)!({ ...meta.args, ...story.args }), holder);
        await settled(holder);
        const element = holder.querySelector<HTMLElement>(tag)!;
        element.insertAdjacentHTML('afterbegin', before);
        element.insertAdjacentHTML('beforeend', after);
        await settled(holder);
        const told = wordsOf(valuesOf(JSON.parse(JSON.stringify(element))).join(' '));
        const missing = words.filter((word) => !told.includes(word));
        if (missing.length) all.push(`${tag}: ${missing}`);
      });
    }
    expect(all).to.deep.equal([]);
  });
});
