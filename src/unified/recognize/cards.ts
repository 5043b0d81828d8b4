import type { Element, ElementContent, RootContent } from 'hast';
import { parseFigure } from '../../internal/figures.js';
import {
  classesOf,
  element,
  elementsIn,
  hasClass,
  isElement,
  isHeading,
  isIcon,
  isSilent,
  itemsOf,
  textOf,
  withoutClass,
} from '../hast.js';
import type { Context } from './context.js';
import { areProfile } from './profiles.js';

const medals: Record<string, string> = { '🥇': 'gold', '🥈': 'silver', '🥉': 'bronze' };

/** A grid of MkDocs Material: cards of its own, or a list of cards. */
export function recognizeGrid(node: Element, context: Context): Element | undefined {
  if (!isElement(node, 'div', 'section') || !hasClass(node, 'grid', 'card-grid', 'cards')) return undefined;
  const children = node.children
    .filter((child) => !isLeftover(child))
    .flatMap((child) =>
      isElement(child, 'ul', 'ol') && isListOfCards(node, child) ? cardsOf(child, context) : [child],
    );
  const cards = children
    .filter((child): child is Element => isElement(child))
    .map((child) => recognizeCard(child, context) ?? child);
  const profile = profileOf(cards, node);
  if (profile) return profile;
  return element('card-grid', withoutClass(node), spaced(cards), node);
}

/** Links without words, and paragraphs of them: what a browser makes of Python-Markdown's `<p><a …></p>`. */
const isLeftover = (node: ElementContent): boolean =>
  isElement(node, 'p', 'a') &&
  !textOf(node) &&
  node.children.every((child) => isSilent(child as RootContent) || isLeftover(child));

const isListOfCards = (grid: Element, list: Element) =>
  hasClass(grid, 'cards') || itemsOf(list).some((item) => elementsIn(item).length > 1);

/** A card that is marked by its class: of a pattern, of a number, or any other. */
export function recognizeCard(node: Element, context: Context): Element | undefined {
  if (isElement(node, 'a') && hasClass(node, 'pattern-card', 'card')) {
    return element(
      hasClass(node, 'pattern-card') ? 'pattern-card' : 'info-card',
      {},
      [{ ...node, properties: withoutClass(node), children: plain(node.children) }],
      node,
    );
  }
  if (
    !isElement(node, 'div', 'article', 'section', 'li') ||
    !classesOf(node).some((one) => /^(card|pattern-card|stat-card|metric-card)$/.test(one))
  )
    return undefined;
  const children = plain(node.children);
  const figure = elementsIn(node).find((child) =>
    hasClass(child, 'stat-number', 'stat-value', 'metric-value', 'card__number', 'number'),
  );
  if (!figure)
    return hasClass(node, 'pattern-card')
      ? element('pattern-card', withoutClass(node), children, node)
      : element('info-card', withoutClass(node), iconFirst(children), node);
  const title = children.find((child) => isHeading(child));
  const value = element('p', {}, figure.children, figure);
  const rest = node.children.filter(
    (child) => child !== figure && !isHeading(child) && !isSilent(child as RootContent),
  );
  const heading = title ?? element(context.headingBelow, {}, []);
  return element('stat-card', withoutClass(node), [...(title ? [heading] : []), figureOf(value), ...plain(rest)], node);
}

/** A figure whose unit can be told from its number. */
function figureOf(paragraph: Element): Element {
  const words = textOf(paragraph);
  const [, number = '', unit] = /^(\d[\d.,]*)(\s[^\d\s]\S*|[^\d\s.,]\S*)?$/.exec(words) ?? [];
  const figure = parseFigure(words);
  if (!number || !figure || figure.from !== figure.to) return paragraph;
  const children: ElementContent[] = [{ type: 'text', value: number }];
  if (unit) children.push(element('small', {}, [{ type: 'text', value: unit }]));
  return element('data', { value: String(Number(number.replace(/,(?=\d{3})/g, ''))) }, children, paragraph);
}

/** Cards that are the percentiles of one latency. */
function profileOf(cards: Element[], grid: Element): Element | undefined {
  const facts = cards.map((card) => {
    const [title, figure, ...others] = elementsIn(card);
    return card.tagName === 'stat-card' && title && figure && !others.length ? { title, figure } : undefined;
  });
  if (facts.length < 2 || facts.some((fact) => !fact)) return undefined;
  const texts = (part: 'title' | 'figure') => facts.map((fact) => textOf(fact![part]));
  if (!areProfile(texts('title'), texts('figure'))) return undefined;
  const pairs = facts.map((fact) => {
    const { title, figure } = fact!;
    return element(
      'div',
      {},
      [element('dt', {}, title.children, title), element('dd', {}, [{ type: 'text', value: textOf(figure) }], figure)],
      title,
      figure,
    );
  });
  return element('latency-profile', withoutClass(grid), [element('dl', {}, pairs, grid)], grid);
}

/** The cards of a list: the first paragraph is the title, a rule below it is left out. */
function cardsOf(list: Element, context: Context): Element[] {
  return itemsOf(list).map((item) => {
    const { title, words, others } = contentOf(item);
    if (!isTitle(words)) return element('info-card', withoutClass(item), iconFirst([...title, ...others]), item);
    const heading = element(context.headingBelow, {}, trimmed(words), title[0]);
    const link = words.find((child) => findPattern(child));
    const [, tier] = Object.entries(medals).find(([medal]) => textOf(heading).includes(medal)) ?? [];
    const tag = link || tier ? 'pattern-card' : 'info-card';
    const children = [heading, ...others];
    const properties = { ...withoutClass(item), ...(tier && { tier }) };
    return element(tag, properties, tag === 'info-card' ? iconFirst(children) : children, item);
  });
}

/** What an item begins with, and the words in that: a paragraph, or all that it has, where white space is a word's end. */
function contentOf(item: Element): { title: ElementContent[]; words: ElementContent[]; others: ElementContent[] } {
  const all = item.children.filter((child): boolean => !isElement(child, 'hr'));
  const [first, ...others] = all.filter((child) => !isSilent(child as RootContent));
  return isElement(first, 'p')
    ? { title: [first], words: first.children, others }
    : { title: all, words: all, others: [] };
}

const phrases = 'a abbr b code em img ins kbd mark span strong sub sup svg'.split(' ');

/** Whether words are short enough, and set apart enough, to be a title. */
function isTitle(nodes: ElementContent[]): boolean {
  const words = textOf({ type: 'root', children: nodes });
  const isInline = nodes.every((node) => node.type === 'text' || isElement(node, ...phrases));
  return isInline && words.length < 120 && nodes.some((node) => isElement(node, 'strong', 'b', 'a'));
}

/** A link to a pattern. */
function findPattern(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  return node.tagName === 'a' ? /pattern/i.test(String(node.properties['href'])) : node.children.some(findPattern);
}

/** An icon that a card's first words begin with stands before them, where it is the card's own. */
function iconFirst(nodes: ElementContent[]): ElementContent[] {
  const at = nodes.findIndex((node) => !isSilent(node as RootContent));
  const first = nodes[at];
  if (!isElement(first, 'p') && !isHeading(first)) return nodes;
  const icon = first.children.find((node) => !isSilent(node as RootContent));
  if (!isIcon(icon)) return nodes;
  const words = trimmedStart(first.children.slice(first.children.indexOf(icon) + 1));
  return [icon, ...(words.length ? [{ ...first, children: words }] : []), ...nodes.slice(at + 1)];
}

function trimmedStart(nodes: ElementContent[]): ElementContent[] {
  const [first, ...rest] = nodes.slice(nodes.findIndex((node) => !isSilent(node as RootContent)));
  if (!first || isSilent(first as RootContent)) return [];
  return [first.type === 'text' ? { ...first, value: first.value.trimStart() } : first, ...rest];
}

/** Bold says nothing in a heading, which is bold. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const meaningful = nodes.filter((node) => !isSilent(node as RootContent));
  const [only, ...others] = meaningful;
  if (isElement(only, 'strong', 'b') && !others.length) return only.children;
  return nodes.flatMap((node) => (isElement(node, 'strong', 'b') ? node.children : [node]));
}

/** Without the classes that only a theme's cards have. */
const plain = (nodes: ElementContent[]): ElementContent[] =>
  nodes.map((node) =>
    isElement(node) && classesOf(node).some((one) => /^(card|pattern-card)(__|-)/.test(one))
      ? { ...node, properties: withoutClass(node) }
      : node,
  );

/** Each on a line of its own. */
const spaced = (nodes: Element[]): ElementContent[] => [
  ...nodes.flatMap((node) => [{ type: 'text', value: '\n' } as const, node]),
  { type: 'text', value: '\n' },
];
