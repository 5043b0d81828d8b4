import { expect } from '@open-wc/testing';
import { openFrame } from './frames.js';
import { settled } from './helpers.js';

/** A page that links the stylesheet and holds `markup` between two paragraphs; `upgrade` lets the script in. */
export async function openBeforeUpgrade(markup: string, width: number) {
  const frame = await openFrame(
    {
      markup: `<!doctype html><html lang="en"><link rel="stylesheet" href="/dist/deepdive.css">
        <body style="margin: 0"><case-study><h2>Order ledger</h2><p>Before.</p>${markup}<p>After.</p></case-study>`,
    },
    { width },
  );
  const page = frame.contentDocument!;
  return {
    page,
    async upgrade() {
      const script = Object.assign(page.createElement('script'), { type: 'module', src: '/dist/cdn/deepdive.js' });
      const loaded = new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = reject;
      });
      page.head.append(script);
      await loaded;
      // The second round is for what one element tells another, and for parts that are loaded on demand.
      await settled(page);
      await settled(page);
    },
  };
}

/**
 * Asserts that no node of the author's, and no word, is anywhere else once the elements are defined, in a page of 800 and
 * of 360 pixels.
 * @param forms of an element as authors write it: all are on one page, one below the other
 */
export function itMovesNothing(...forms: string[]): void {
  const tag = /<(\w+-[\w-]+)/.exec(forms[0]!)![1]!;

  for (const width of [800, 360]) {
    it(`<${tag}> moves nothing as it upgrades, ${width} pixels wide`, async () => {
      const { page, upgrade } = await openBeforeUpgrade(forms.join('<p>Between.</p>'), width);
      const nodes = nodesIn(page.querySelector('case-study')!);
      const boxes = () => nodes.map(boxOf);
      const before = boxes();
      await upgrade();
      expect(page.defaultView!.customElements.get(tag), `<${tag}> is defined`).to.be.a('function');
      const moved = boxes().flatMap((box, index) =>
        box === before[index] ? [] : [`${describeNode(nodes[index]!)}: ${before[index]} → ${box}`],
      );
      expect(moved.slice(0, 5)).to.deep.equal([]);
    });
  }
}

export function nodesIn(root: Element): Node[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [root];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if ('localName' in node || node.nodeValue?.trim()) nodes.push(node);
  }
  return nodes;
}

/** Whether a node is in an outline of the author's that waits for the script, folded. */
function isFolded(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode)
    if (at.parentElement?.localName === 'page-outline') return (at as Element).clientHeight === 0;
  return false;
}

/** Left, top, width and height to a tenth of a pixel; a text's is that of its words, and that of what is not seen nothing. */
export function boxOf(node: Node): string {
  if (isFolded(node)) return '0 0 0 0';
  const range = node.ownerDocument!.createRange();
  range.selectNodeContents(node);
  const { x, y, width, height } = ('localName' in node ? (node as Element) : range).getBoundingClientRect();
  return [x, y, width, height].map((length) => Math.round(length * 10) / 10).join(' ');
}

export function describeNode(node: Node): string {
  const text = node.textContent!.trim().replace(/\s+/g, ' ').slice(0, 40);
  return 'localName' in node ? `<${(node as Element).localName}> ${text}` : `“${text}”`;
}
