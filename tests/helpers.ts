import type { ReactiveElement } from '@lit/reactive-element';
import { expect, waitUntil as waitFor } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Waits until `predicate` holds, and fails with `message` where it never does. Ten seconds by default: a machine that does other
 * work, too, takes more than the one second of `@open-wc/testing`.
 */
export const waitUntil: typeof waitFor = (predicate, message, options) =>
  waitFor(predicate, message, { timeout: 10_000, ...options });

/** Runs `action` and returns what was warned meanwhile. The warnings do not reach the console. */
export async function warningsOf(action: () => unknown): Promise<string[]> {
  const { warn } = console;
  const messages: string[] = [];
  console.warn = (message: unknown) => void messages.push(String(message));
  try {
    await action();
    await parts();
  } finally {
    console.warn = warn;
  }
  return messages;
}

/** Elements that let a reader copy the links to their parts. */
const linked =
  ':is(case-study, compare-table, decision-list, discussion-questions, innovation-list, law-table, resource-table):defined';
const hasLink = (element: Element) => Boolean(element.shadowRoot?.querySelector('[part~=link]'));

/** Waits for what is loaded without an update's waiting for it: the words of warnings, cells by their address, controls. */
export async function parts(): Promise<void> {
  await Promise.all([
    import('../src/internal/mistakes.js'),
    import('../src/internal/cell-addresses.js'),
    import('../src/internal/spanned-tables.js'),
    import('../src/controllers/link-control.js'),
    import('../src/controllers/table-controls.js'),
    import('../src/elements/law-table/law-controls.js'),
  ]);
  // A task later what these have asked for is done, too; a frame would be drawn for nothing.
  await new Promise((done) => setTimeout(done));
}

/** What the elements notice when a reader presses the Tab key in a page; the focus stays where it is. */
function pressTab(page: Document): void {
  page.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
}

/** Puts markup into the page, as a parser would, and waits until every element in it is up to date. */
export async function place(markup: string): Promise<HTMLElement> {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  document.body.append(holder);
  placed.push(holder);
  await settled(holder);
  return holder.firstElementChild as HTMLElement;
}

const placed: Element[] = [];
afterEach(removePlaced);

/** Takes what `place` has put into the page out of it: after each test, and where a test wants the page to itself. */
export function removePlaced(): void {
  for (const element of placed.splice(0)) element.remove();
}

export async function settled(root: Element | Document): Promise<void> {
  const elements = [root, ...root.querySelectorAll('*')] as Partial<ReactiveElement>[];
  for (const element of elements) await element.updateComplete;
  // A mutation of the content is told in a microtask of its own and asks for one more update.
  await parts();
  for (const element of elements) await element.updateComplete;
  // Controls that come when they are near are there, wherever the page is scrolled to.
  const page = root.ownerDocument ?? (root as Document);
  pressTab(page);
  await parts();
  // A frame has modules of its own.
  if (page !== document) await waitUntil(() => [...root.querySelectorAll(linked)].every(hasLink), 'the links');
}

/** What a reader gets of an element: its own markup and what it draws, without Lit's bookkeeping. */
export function appearance(element: Element): string {
  const clean = (html = '') =>
    html
      .replace(/<!--.*?-->/gs, '')
      // As large as there is room.
      .replace(/ style="--_mark: [\d.]+;"/, '')
      .replace(/\s+/g, ' ')
      .replace(/> </g, '><')
      .trim();
  // A root with nothing but the content looks as if there were none.
  const drawn = clean(element.shadowRoot?.innerHTML).replace(/^<slot><\/slot>$/, '');
  return `${clean(element.outerHTML)} ⟶ ${drawn}`;
}

/** The text that CSS puts before an element; `none` where there is none. */
export const textBefore = (element: Element): string => textDrawn(element, '::before');

/** The text that CSS puts after an element; `none` where there is none. */
export const textAfter = (element: Element): string => textDrawn(element, '::after');

function textDrawn(element: Element, where: '::before' | '::after'): string {
  const { content } = getComputedStyle(element, where);
  if (content === 'normal') return 'none';
  // Firefox leaves `attr()` for others to resolve.
  const parts = content.matchAll(/"([^"]*)"|attr\(([\w-]+)\)|([^\s"]+)/g);
  return [...parts].map(([, text, name, word]) => text ?? (name ? (element.getAttribute(name) ?? '') : word)).join('');
}

/** What axe finds wrong, in words, and every `aria-*` reference that leads nowhere. */
export async function accessibilityProblems(element: Element): Promise<string[]> {
  // Rules about whole pages do not apply to a piece of one.
  const found = await violationsOf(element, {
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return [...found, ...danglingReferences(element)];
}

/**
 * Asks the engine what it tells assistive technology, which attributes alone do not say: rules and contents of a page change it.
 * WebKitGTK's driver cannot be asked; there this says nothing.
 */
export async function expectTold(element: Element, role: string, name?: string): Promise<void> {
  Object.assign(window, { toldElement: element });
  const answer = await executeServerCommand<Record<string, unknown>, object>('told', { role, name });
  Object.assign(window, { toldElement: undefined });
  if (!answer['isUnknown']) expect(answer['isSo'], `${role}, not ${answer['words']}`).to.equal(true);
}

/** What is hard to read, in words: all that another scheme can change. */
export const contrastProblems = (element: Element): Promise<string[]> =>
  violationsOf(element, { runOnly: ['color-contrast', 'link-in-text-block'] });

/** Controls whose name says something else than what is seen on them: who speaks to a page cannot press them. */
export const labelProblems = (element: Element): Promise<string[]> =>
  violationsOf(element, { runOnly: ['label-content-name-mismatch'] });

async function violationsOf(element: Element, options: import('axe-core').RunOptions): Promise<string[]> {
  await import('axe-core');
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  // `preload` fetches all style sheets and media once more, for two rules that do not apply here, and takes half the time.
  const { violations } = await axe.run(element, { ...options, resultTypes: ['violations'], preload: false });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')})`,
  );
}

function danglingReferences(element: Element): string[] {
  const attributes = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'for'];
  return [element, ...element.querySelectorAll('*')].flatMap((node) => [
    ...attributes.flatMap((name) =>
      (node.getAttribute(name)?.split(/\s+/) ?? [])
        .filter((id) => id && !(node.getRootNode() as Document | ShadowRoot).getElementById(id))
        .map((id) => `${node.localName} ${name}="${id}" leads nowhere`),
    ),
    ...(node.shadowRoot ? [...node.shadowRoot.children].flatMap(danglingReferences) : []),
  ]);
}

/** Loads the page's stylesheet, as a page with a `<link>` does. */
export async function linkStylesheet(): Promise<void> {
  if (document.querySelector('link[data-deepdive]')) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: '/dist/deepdive.css' });
  link.dataset['deepdive'] = '';
  document.head.append(link);
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
}
