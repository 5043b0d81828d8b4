import type { Element, ElementContent } from 'hast';
import { element, isElement, isIcon, isSilent, itemsOf, textOf } from '../hast.js';

/** The lines of a paragraph, as they stand in the source or as `<br>` divides them. */
export function linesOf(paragraph: Element): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of paragraph.children) {
    if (isElement(node, 'br')) {
      lines.push([]);
      continue;
    }
    if (node.type !== 'text') {
      lines.at(-1)!.push(node);
      continue;
    }
    const [first = '', ...others] = node.value.split('\n');
    if (first) lines.at(-1)!.push({ ...node, value: first });
    for (const other of others) {
      const value = other.trimStart();
      lines.push(value ? [{ ...node, value }] : []);
    }
  }
  return lines.filter((line) => line.some((node) => !isSilent(node)));
}

/** Whether a line begins with bold words, or with an icon or emoji and then bold words. */
function isLed(line: ElementContent[]): boolean {
  const [first, second] = line.filter((node) => !isSilent(node) && !isIcon(node));
  if (isElement(first, 'strong', 'b')) return true;
  return first?.type === 'text' && /^[^\p{L}\p{N}]+$/u.test(first.value) && isElement(second, 'strong', 'b');
}

/** The lines of a paragraph, if each begins with bold words; `undefined` where that is not so. */
function ledLinesOf(paragraph: Element): ElementContent[][] | undefined {
  const lines = linesOf(paragraph);
  return lines.length > 1 && lines.every(isLed) ? lines : undefined;
}

/** The texts of such lines. */
export const ledLines = (paragraph: Element): string[] | undefined =>
  ledLinesOf(paragraph)?.map((line) => textOf({ type: 'root', children: line }));

/** The bold words that such lines begin with. */
export const leadsOf = (paragraph: Element): string[] | undefined =>
  ledLinesOf(paragraph)?.map((line) => textOf(line.find((node) => isElement(node, 'strong', 'b'))));

/** The same paragraph with each line on a line of its own, as its author wrote them. */
export function divided(paragraph: Element): Element {
  const children = linesOf(paragraph).flatMap((line, index) =>
    index ? [element('br', {}, []), { type: 'text', value: '\n' } as const, ...line] : line,
  );
  return { ...paragraph, children };
}

/**
 * Facts as a list of terms, where they are written as lines or items that begin with a bold term, or with one before a
 * colon; `undefined` where one is not, or has no value.
 */
export function factsIn(node: Element): Element | undefined {
  const lines = node.tagName === 'p' ? linesOf(node) : itemsOf(node).map(({ children }) => children);
  const pairs = lines.map(pairOf);
  return lines.length > 1 && pairs.every((pair) => pair !== undefined)
    ? element('dl', {}, pairs.flat(), node)
    : undefined;
}

/** What stands between a term and its value. */
const between = /^\s*[:–—-]\s*/;

function pairOf(line: ElementContent[]): Element[] | undefined {
  const pair = isLed(line) ? ledPairOf(line) : plainPairOf(line);
  if (!pair || pair.value.some((node) => isElement(node, 'ul', 'ol', 'p', 'pre', 'table'))) return undefined;
  if (!textOf({ type: 'root', children: pair.value })) return undefined;
  return [element('dt', {}, pair.term, line), element('dd', {}, pair.value, line)];
}

interface Pair {
  term: ElementContent[];
  value: ElementContent[];
}

function ledPairOf(line: ElementContent[]): Pair | undefined {
  const at = line.findIndex((node) => isElement(node, 'strong', 'b'));
  const term = [...line.slice(0, at), ...(line[at] as Element).children];
  const value = line.slice(at + 1);
  const [last, first] = [term.at(-1), value[0]];
  const isEnded = last?.type === 'text' && /:\s*$/.test(last.value);
  if (isEnded) term[term.length - 1] = { ...last, value: last.value.trimEnd().slice(0, -1).trimEnd() };
  const isApart = first?.type === 'text' && (isEnded || between.test(first.value));
  if (isApart) value[0] = { ...first, value: first.value.trimStart().replace(between, '') };
  return isEnded || isApart ? { term, value } : undefined;
}

/** In characters; what is longer is a sentence with a colon in it. */
const longestTerm = 40;

function plainPairOf([first, ...others]: ElementContent[]): Pair | undefined {
  if (first?.type !== 'text') return undefined;
  const colon = first.value.indexOf(':');
  const term = first.value.slice(0, Math.max(0, colon)).trim();
  const rest = first.value.slice(colon + 1);
  if (!term || term.length > longestTerm || !/^\s/.test(rest)) return undefined;
  const text = (value: string) => ({ type: 'text', value }) as const;
  return { term: [text(term)], value: [text(rest.trimStart()), ...others] };
}
