import { viewOf } from './page.js';

/** Where a node stands when its page is laid out: in its slot, or in the host of its shadow root. */
const outerOf = (node: Element): Element | null =>
  node.assignedSlot ?? node.parentElement ?? ((node.getRootNode() as ShadowRoot).host || null);

const styles = new WeakMap<Element, CSSStyleDeclaration>();
/** It lives, so one does for as long as the node is in its page. */
function styleOf(node: Element): CSSStyleDeclaration {
  const style = styles.get(node) ?? viewOf(node).getComputedStyle(node);
  styles.set(node, style);
  return style;
}

/** Every node in an element and in the shadow roots in it. */
function nodesIn(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((node) => [
    node,
    ...(node.shadowRoot ? nodesIn(node.shadowRoot) : []),
  ]);
}

const isInline = (display: string) => /^(inline|contents|ruby)/.test(display);

/** The nodes around one, outwards, up to and with the element. */
function around(node: Element, element: Element): Element[] {
  const nodes = [];
  for (let at: Element | null = node; at; at = outerOf(at)) {
    nodes.push(at);
    if (at === element) break;
  }
  return nodes;
}

interface Line {
  text: string;
  /** The nearest node around it that is no part of a line. */
  block: Element;
  box: DOMRect;
  around: readonly Element[];
}

/** The lines of text that a reader sees of an element, its own controls' included. */
function linesOf(element: Element): Line[] {
  const nodes = [element, ...(element.shadowRoot ? nodesIn(element.shadowRoot) : []), ...nodesIn(element)];
  const range = element.ownerDocument.createRange();
  return nodes.flatMap((node) => {
    const texts = [...node.childNodes].filter(
      (child): child is Text => child.nodeType === Node.TEXT_NODE && !!(child as Text).data.trim(),
    );
    if (!texts.length || node.closest('svg, style')) return [];
    const outer = around(node, element);
    const isSeen = outer.every((one) => {
      const { opacity, visibility, clipPath } = styleOf(one);
      return opacity !== '0' && visibility === 'visible' && clipPath === 'none' && !one.closest('[hidden]');
    });
    if (!isSeen || /, 0\)$|\/ 0\)$/.test(styleOf(node).color)) return [];
    const block = outer.find((one) => !isInline(styleOf(one).display)) ?? element;
    return texts.flatMap((text) => {
      range.selectNodeContents(text);
      return [...range.getClientRects()].map((box) => ({ text: text.data.trim(), block, box, around: outer }));
    });
  });
}

/** What a reader could not read: words over other words, words that leave their element, words that are cut off. */
export function layoutProblems(element: Element): string[] {
  const lines = linesOf(element);
  const problems = [];
  const whole = element.getBoundingClientRect();
  for (const [index, line] of lines.entries()) {
    const { text, block, box } = line;
    const name = `${element.localName}: “${text.slice(0, 30)}”`;
    const over = lines
      .slice(index + 1)
      .find((other) => other.block !== block && sharedWidth(box, other.box) > 1 && sharedHeight(box, other.box) > 0.25);
    if (over) problems.push(`${name} lies over “${over.text.slice(0, 30)}”`);
    const outer = line.around.slice(line.around.indexOf(block));
    const scroller = outer.find((node) => /auto|scroll/.test(styleOf(node).overflowX));
    if (scroller) continue;
    if (
      box.left < whole.left - 1 ||
      box.right > whole.right + 1 ||
      box.top < whole.top - 2 ||
      box.bottom > whole.bottom + 2
    )
      problems.push(`${name} leaves its element`);
    const cut = outer.find(
      (node) => /hidden|clip/.test(styleOf(node).overflowX) && box.right > node.getBoundingClientRect().right + 1,
    );
    if (cut) problems.push(`${name} is cut off`);
  }
  return problems;
}

const sharedWidth = (a: DOMRect, b: DOMRect) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
/** As a share of the lower line. */
const sharedHeight = (a: DOMRect, b: DOMRect) =>
  (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(a.height, b.height);

/** How many children stand beside each other in each row of a node: `3+3+1`. Nothing where none do, or there is but one. */
export function rowsOf(node: Element): string {
  const boxes = [...node.children]
    .filter((child) => {
      const { display, position, float } = styleOf(child);
      return (
        !child.matches('[hidden]') &&
        display !== 'none' &&
        !isInline(display) &&
        float === 'none' &&
        !/absolute|fixed/.test(position)
      );
    })
    .map((child) => child.getBoundingClientRect());
  const rows: number[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    // Tiles whose lines are one share a pixel.
    const isBelow = box.top >= bottom - 2;
    if (isBelow) rows.push(0);
    rows[rows.length - 1]!++;
    bottom = isBelow ? box.bottom : Math.max(bottom, box.bottom);
  }
  return rows.join('+');
}
