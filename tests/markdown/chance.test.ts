import { expect } from '@open-wc/testing';
import { toMarkdown } from '../../src/markdown/to-markdown.js';
import { read, shapeOf } from './reading.js';

/** What Markdown has a meaning for somewhere, and what not. */
const bits =
  'a|bc|d e| | |*|**|_|__|`|``|[|]|(|)|<b>|<|>|&amp;|&|\\|~|~~|#|- |1. |2) |> |---|!|$|:|.|é|→|“|+|=|5|[ ]|](x)|^'.split(
    '|',
  );
bits.push('|');

/** Marked takes no link whose text holds `[a](b)`, or code with backticks, however they are escaped. */
const notInLinks = /[`(]/g;

/** A page put together by chance, the same one for the same seed. */
function pageOf(seed: number): Element {
  let state = seed;
  // https://en.wikipedia.org/wiki/Linear_congruential_generator, by the numbers of Numerical Recipes
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const some = <T>(make: () => T): T[] => Array.from({ length: 1 + below(3) }, make);

  const element = (name: string, ...content: (Node | string)[]) => {
    const node = document.createElement(name);
    node.append(...content);
    node.normalize();
    // White space at the ends moves, or goes.
    const [first, last] = [node.firstChild, node.lastChild];
    if (first instanceof Text) first.data = first.data.trimStart() || 'x';
    if (last instanceof Text) last.data = last.data.trimEnd() || 'x';
    return node;
  };
  const text = (isLinked: boolean) => {
    const words = [...some(() => pick(bits)), ...some(() => pick(bits))].join('');
    return (isLinked ? words.replace(notInLinks, '') : words) || 'x';
  };
  const inline = (depth: number, isLinked = false): (Node | string)[] =>
    some(() => {
      const kind = depth ? pick(['', '', '', 'strong', 'em', 'del', 'code', 'kbd', 'sub', 'a', 'br']) : '';
      if (!kind || (kind === 'a' && isLinked)) return [text(isLinked)];
      if (kind === 'br') return ['x', element('br'), 'y'];
      if (kind === 'code') return [element('code', text(isLinked).replace(/\s+/g, ' '))];
      const node = element(kind, ...inline(depth - 1, isLinked || kind === 'a'));
      if (kind === 'a')
        node.setAttribute('href', pick(['#a', 'https://example.com/a_b', 'https://example.com/(x)*y*']));
      return [node];
    }).flat();
  const row = (cell: string) => element('tr', element(cell, ...inline(1)), element(cell, ...inline(1)));
  const blocks = (depth: number): Node[] =>
    some(() => {
      const kind = depth ? pick(['p', 'p', 'p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'details']) : 'p';
      if (kind === 'p') return element(kind, ...inline(2));
      if (kind === 'ul' || kind === 'ol') {
        return element(kind, ...some(() => element('li', ...(below(2) ? inline(2) : blocks(depth - 1)))));
      }
      if (kind === 'blockquote') return element(kind, ...blocks(depth - 1));
      if (kind === 'pre') return element(kind, element('code', `${text(false)}\n  ${text(false)}`.trim()));
      if (kind === 'table')
        return element(kind, element('thead', row('th')), element('tbody', ...some(() => row('td'))));
      if (kind === 'details') return element(kind, element('summary', text(false)), ...blocks(depth - 1));
      return element(kind);
    });
  return element('div', element('h1', ...inline(2)), ...blocks(2), element('h2', ...inline(2)), ...blocks(3));
}

describe('Markdown of pages put together by chance', () => {
  it('is read as what it was written from', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const page = pageOf(seed);
      const markdown = toMarkdown(page);
      const [wanted, found] = [shapeOf(page), shapeOf(read(markdown))];
      if (found === wanted) continue;
      const at = [...wanted].findIndex((char, index) => char !== found[index]);
      expect(found.slice(at - 50, at + 50), `${seed}: ${markdown}`).to.equal(wanted.slice(at - 50, at + 50));
    }
  });
});
