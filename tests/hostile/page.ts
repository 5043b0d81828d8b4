import { nextFrame } from '@open-wc/testing';
import { channelsOf, contrastOf, over } from '../../src/diagrams/contrast.js';
import { openFrame, textsIn } from '../frames.js';
import { settled } from '../helpers.js';
import { darken, pointed, rulesOf, type Sheet } from './sheets.js';

/** A page with what `arrange` makes of the markup of every element. It is loaded once, and the sheets are put in by turns. */
export async function openPage(arrange: (everything: string) => string) {
  const everything = await (await fetch('/tests/hostile/everything.html')).text();
  const markup = `<!doctype html><html lang="en">
      <style id="theirs"></style>
      <link rel="stylesheet" href="/dist/deepdive.guarded.css" />
      <style id="after"></style>
      <style id="line"></style>
      <style>
        /* A page's own scroll bars take room of their own. */
        * { scrollbar-width: none !important; }
        /* Colours are looked at at once. */
        *, ::before, ::after { transition: none !important; }
        ::-webkit-scrollbar { width: 0 !important; height: 0 !important; }
      </style>
      <script>
        IntersectionObserver.prototype.observe = () => {}; // Drawings are another test's subject.
        console.warn = () => {};
      </script>
      <script type="module" src="/dist/cdn/deepdive.js"></script>
      <body style="margin: 0; padding: 0; width: auto; max-width: none">
        <main style="display: block; box-sizing: border-box; width: auto; min-width: 0;
          max-width: none; margin: 0; padding: 16px; border: 0">
          <p>Before. <a href="#law">A link of the page’s</a></p>
          ${arrange(everything)}
        </main>`;
  const frame = await openFrame({ markup }, { stays: true });
  const page = frame.contentDocument!;
  await settled(page);
  await settled(page);
  return {
    page,
    wear: (sheet: Sheet) => wear(frame, sheet),
  };
}

/** Puts a page into a sheet of others, in light. */
async function wear(frame: HTMLIFrameElement, sheet: Sheet) {
  const page = frame.contentDocument!;
  const view = frame.contentWindow! as Window & typeof globalThis;
  const root = page.documentElement;
  const main = page.querySelector('main')!;
  const [before, after, line] = ['theirs', 'after', 'line'].map((id) => page.getElementById(id) as HTMLStyleElement);
  for (const name of root.getAttributeNames()) if (name !== 'lang') root.removeAttribute(name);
  for (const name of keptType) main.style.removeProperty(name);
  main.className = sheet.wrapper ?? '';
  main.id = sheet.id ?? '';
  line!.textContent = '';
  before!.textContent = after!.textContent = await rulesOf(sheet);
  after!.sheet!.disabled = true;

  return {
    /** Puts the other sheet before or after ours, or takes it out and keeps only its type, and the size of its `rem`. */
    place(where: 'before' | 'after' | 'nowhere') {
      root.style.fontSize = '';
      for (const name of keptType) main.style.removeProperty(name);
      before!.sheet!.disabled = where === 'after';
      after!.sheet!.disabled = where !== 'after';
      if (where !== 'nowhere') return;
      root.style.fontSize = view.getComputedStyle(root).fontSize;
      const type = view.getComputedStyle(main);
      for (const name of keptType) main.style.setProperty(name, type.getPropertyValue(name));
      before!.sheet!.disabled = true;
    },
    /** And waits for the elements that are told of it by an observer. */
    async setWidth(width: number) {
      frame.style.width = `${width}px`;
      await nextFrame();
      await settled(page);
    },
    /** Whether to the sheet of others the pointer is over each node. */
    hover(isOver: boolean) {
      for (const node of main.querySelectorAll('*')) node.classList.toggle(pointed, isOver);
    },
    /** Makes the page dark in the sheet's own way, and says whether our elements know without its line. */
    async darken() {
      await darken(page, { ...sheet, dark: { ...sheet.dark, line: '' } });
      const isTold = view.getComputedStyle(main).colorScheme.includes('dark');
      line!.textContent = sheet.dark.line ?? '';
      return { isTold };
    },
  };
}

/** What a sheet of others changes most often, and no reader should see changed. */
const kept = [
  'display',
  'float',
  'position',
  'list-style-type',
  'text-decoration-line',
  'text-decoration-style',
  'text-transform',
  'text-align',
  'white-space',
  'overflow-x',
  'opacity',
  'background-color',
  'background-image',
  'box-shadow',
  ...['top', 'right', 'bottom', 'left'].flatMap((side) => [`padding-${side}`, `border-${side}-width`]),
  'border-top-left-radius',
];
const keptType = ['font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'line-height'];

export interface Look {
  path: string;
  node: Element;
  /** Left and top in the parent's box, width, height. */
  box: readonly number[];
  styles: ReadonlyMap<string, string>;
  type: ReadonlyMap<string, string>;
}

/** How every node looks that is shown. */
export function looksOf(nodes: Iterable<Element>): Look[] {
  return [...nodes].map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const outer = node.parentElement!.getBoundingClientRect();
    const view = node.ownerDocument.defaultView!;
    const own = view.getComputedStyle(node);
    const styles = new Map(kept.map((name) => [name, own.getPropertyValue(name)]));
    for (const part of ['::before', '::after']) {
      const { content, display, position } = view.getComputedStyle(node, part);
      styles.set(part, content === 'none' || content === 'normal' ? 'none' : `${content} ${display} ${position}`);
    }
    const type = new Map(keptType.map((name) => [name, own.getPropertyValue(name)]));
    return { path: pathOf(node), node, box: [x - outer.x, y - outer.y, width, height], styles, type };
  });
}

/** A section behind another tab is not there to be seen: sheets that hide [hidden] take its box, too. */
export const isShown = ({ node }: Look) => !node.closest('content-tabs > [hidden]');

export function pathOf(node: Element): string {
  const names = [];
  for (let at: Element | null = node; at && !/^(main|case-study)$/.test(at.localName); at = at.parentElement) {
    names.unshift(at.localName);
  }
  return names.join(' > ');
}

/** What differs, in words. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([name, value]) =>
    (value === 'none' && name.startsWith('::')) || after.get(name) === value
      ? []
      : [`${name}: ${value} → ${after.get(name)}`],
  );
}

/** Texts in `elements` that are hard to read on what is below them, with the contrast. */
export function faintTexts(elements: readonly Element[]): string[] {
  const own = textsIn(elements[0]!.ownerDocument.querySelector('main > p')!).map(contrastOfText);
  return elements.flatMap(textsIn).flatMap((text) => {
    const { fontSize, fontWeight } = viewOf(text.parent).getComputedStyle(text.parent);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    // Links beside a case study have the colour of the page's, and are as faint as those.
    const enough = Math.min(
      isLarge ? 3 : 4.5,
      ...(text.parent.closest('case-study') || !text.parent.closest('a') ? [] : own),
    );
    const contrast = contrastOfText(text);
    return contrast < enough ? [`${pathOf(text.parent)}: ${text.text.slice(0, 30)} ${contrast.toFixed(2)}`] : [];
  });
}

/** How the buttons and links look that elements draw themselves. */
export function controlsOf(elements: readonly Element[]): string[] {
  const names = [...kept, ...keptType, 'color', 'height', 'cursor'];
  return elements.flatMap(shadowsIn).flatMap((shadow) =>
    [...shadow.querySelectorAll('a, button, input, select, summary')].map((node) => {
      const style = viewOf(node).getComputedStyle(node);
      return `${shadow.host.localName} ${node.part}: ${names.map((name) => style.getPropertyValue(name)).join('; ')}`;
    }),
  );
}

const shadowsIn = (element: Element): ShadowRoot[] =>
  [element, ...element.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);

export const viewOf = (node: Element) => node.ownerDocument.defaultView!;

function contrastOfText({ parent }: { parent: Element }): number {
  const view = viewOf(parent);
  const { color, colorScheme } = view.getComputedStyle(parent);
  const colour = channelsOf(color)!;
  // What is not shown here: a mark that is drawn over its emoji, a heading that has become a tab, a section behind it.
  if (!colour[3] || !parent.getClientRects().length) return Number.POSITIVE_INFINITY;
  const layers = [];
  let opacity = 1;
  for (let at: Element | null = parent; at; at = at.parentElement) {
    const own = view.getComputedStyle(at);
    layers.unshift(channelsOf(own.backgroundColor)!);
    opacity *= Number(own.opacity);
  }
  if (!opacity) return Number.POSITIVE_INFINITY;
  const canvas = colorScheme.includes('dark') ? ([18, 18, 18, 1] as const) : ([255, 255, 255, 1] as const);
  const below = layers.reduce((under, layer) => over(layer, under), canvas);
  const [red, green, blue, alpha] = colour;
  return contrastOf(over([red, green, blue, alpha * opacity], below), below);
}
