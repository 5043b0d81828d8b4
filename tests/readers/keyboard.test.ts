import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../helpers.js';
import { openEveryElement } from './every-element.js';

/** The element that has the focus, inside shadow roots, too. */
function focusedIn(page: Document): Element | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === page.body ? null : focused;
}

/** The outline that shows the focus: the control's own, or that of the box which it stands for. */
function indicatorOf(focused: Element) {
  const host = (focused.getRootNode() as ShadowRoot).host;
  // WebKit draws no outline around what is inside of an `<svg>`.
  const diagram = focused.closest('svg') && (focused.closest('architecture-diagram') ?? host);
  const own = diagram ? diagram.shadowRoot!.querySelector('[part=focus]:not([hidden])') : focused;
  const boxes = [own, focused.closest('info-card, pattern-card, stat-card')].filter((box) => box != null);
  const styles = [...boxes.map((box) => getComputedStyle(box)), getComputedStyle(focused, '::after')];
  const shown = styles.find(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  );
  return {
    isShown: Boolean(shown),
    name: `${host?.localName ?? ''} ${focused.localName} ${focused.getAttribute('part') ?? ''}`,
  };
}

describe('a page with every element, by keyboard', () => {
  it('leads through every control once, in the order of the page, and shows where it is', async function () {
    this.timeout(60_000);
    const { frame, page, view, study } = await openEveryElement({ width: 800, height: 600 });
    const diagrams = [...page.querySelectorAll<HTMLElement & { draw(): void }>('architecture-diagram')];
    for (const diagram of diagrams) diagram.draw();
    await waitUntil(() => diagrams.every((diagram) => diagram.matches(':state(drawn)')), 'drawn', { timeout: 30_000 });
    view.scrollTo(0, 0);
    view.focus();

    const visited: Element[] = [];
    const faults: string[] = [];
    let top = Number.NEGATIVE_INFINITY;
    let owner: Element | undefined;
    for (let presses = 0; presses < 200; presses++) {
      await sendKeys({ press: 'Tab' });
      const focused = focusedIn(page);
      // WebKit's test browser has nothing outside the page to go to, and begins anew.
      if (!focused || document.activeElement !== frame || focused === visited[0]) break;
      if (visited.includes(focused)) {
        faults.push(`back at ${focused.outerHTML.slice(0, 60)}`);
        break;
      }
      visited.push(focused);
      await nextFrame();
      const { isShown, name } = indicatorOf(focused);
      if (!isShown) faults.push(`${name}: nothing shows the focus`);
      const box = focused.getBoundingClientRect();
      if (box.bottom < 0 || box.top > 600 || box.left > 800 || box.right < 0) faults.push(`${name}: out of sight`);
      // Inside an element its controls may stand below its words; from one to the next the way leads down the page.
      const root = [...study.children].find((child) => child.contains(page.activeElement));
      if (!root) continue;
      const start = root.getBoundingClientRect().top + view.scrollY;
      if (root !== owner && start < top - 1) faults.push(`${name}: above what was before`);
      owner = root;
      top = start;
    }
    expect(faults).to.deep.equal([]);

    const tags = new Set(
      visited.map((one) => ((one.getRootNode() as ShadowRoot).host ?? one.closest(':not(a, summary)'))?.localName),
    );
    for (const tag of [
      'page-outline',
      'architecture-diagram',
      'law-table',
      'compare-table',
      'content-tabs',
      'diagram-walkthrough',
      'diagram-ref',
    ])
      expect([...tags], tag).to.include(tag);
    for (const link of study.querySelectorAll('a[href]:not(page-outline *, svg *, [hidden] *)'))
      expect(visited, link.outerHTML).to.include(link);
    for (const summary of study.querySelectorAll('summary')) expect(visited).to.include(summary);
    // Of a group that arrows move in, Tab stops at one.
    expect(visited.filter((one) => one.getAttribute('role') === 'tab').length).to.equal(1);
  });
});
