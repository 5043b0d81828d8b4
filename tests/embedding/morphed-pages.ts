/** Stories in a page that is morphed, and what a reader has of it then. */
import { nextFrame } from '@open-wc/testing';
import { render } from 'lit';
import { ArchitectureDiagram } from '../../src/define.js';
import { isFirstEngine } from '../engines.js';
import { linkStylesheet, place, settled } from '../helpers.js';
import { libraries } from './morph-libraries.js';

export interface Story {
  args?: object;
  render?: (args: object) => unknown;
}
interface StoryFile extends Record<string, unknown> {
  default: Story & { title: string };
}

// The test runner lists the story files; see web-test-runner.config.mjs.
export const { files } = (await import('/story-files.js' as string)) as { files: Record<string, StoryFile> };

/** What the HTML of a place says once the elements are there, what of it is seen, and what they draw beside it. */
export function pageOf(root: Element | ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((node) => {
    const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort();
    const { width, height } = node.getBoundingClientRect();
    const size = node.checkVisibility() ? `${Math.round(width)}×${Math.round(height)}` : 'unseen';
    return [
      [node.localName, ...attributes, size].join(' '),
      ...(node.shadowRoot ? pageOf(node.shadowRoot).map((line) => `${node.localName} draws ${line}`) : []),
    ];
  });
}

/** Waits until the elements have noticed a change and have said all that follows from it. */
export async function calm(holder: Element): Promise<void> {
  await settled(holder);
  // What has been resized is told after the frame.
  await nextFrame();
  await nextFrame();
}

/** A story in the page, and the HTML that a server would send of it. */
export async function show(meta: Story, story: Story) {
  const holder = await place('<div></div>');
  render((story.render ?? meta.render)!({ ...meta.args, ...story.args }), holder);
  // Of a `<pre>` the parser drops the first empty line.
  const html = holder.innerHTML.replace(/<!--.*?-->/gs, '').replaceAll('<pre>\n', '<pre>\n\n');
  await calm(holder);
  return { holder, html };
}

const all = Object.entries(libraries);
/** What morphs is the same in every engine; all of them are tried with the two that most pages have. */
export const each = isFirstEngine ? all : all.filter(([name]) => /htmx|pages/.test(name));
/** htmx and Turbo hand the work to idiomorph. */
export const different = all.slice(0, 4);
const { loadMermaid } = ArchitectureDiagram;
const { getItem } = Storage.prototype;

before(async () => {
  await linkStylesheet();
  // Their sources stay: drawings have tests of their own, and leave theirs in the store of the browser.
  Storage.prototype.getItem = (key) => (key.startsWith('deepdive-diagram:') ? null : getItem.call(localStorage, key));
  ArchitectureDiagram.loadMermaid = () => new Promise(() => {});
});
after(() => {
  ArchitectureDiagram.loadMermaid = loadMermaid;
  Storage.prototype.getItem = getItem;
});
