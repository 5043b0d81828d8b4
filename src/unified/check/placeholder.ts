import type { Element, Nodes, Root, RootContent } from 'hast';
import { ofCourse } from '../../internal/incident-words.js';
import { elementsIn, everyElement, isElement, isHeading, isSilent, textOf } from '../hast.js';
import { type Block, blocksOf, placeIn } from './blocks.js';
import { type Found, isTemplateWord, type Kind, placeholdersIn } from './placeholder-words.js';
import type { CheckedPage, Report, Rule } from './rule.js';

/** A page with this many is a copy of a template, where whatever else looks like a placeholder is one. */
const many = 4;

export const placeholder: Rule = {
  name: 'placeholder',
  severity: 'error',
  summary: 'Words of the template are still there.',
  help: `Finds what a template leaves for its author to fill in: “X million users”, “99.XX%”, “XXms”, “[Company]”, “TBD”, “2024-05-02 HH:mm”, “Date: YYYY-MM-DD”, “{title of option 1}”, “Short event description”, the template's own sentences; in the front matter, too. Code, links, footnotes and task lists are not looked at. Write what it stands for, or leave the line out.`,
  check(page, report) {
    const blocks = blocksOf(page.tree);
    const kindOf = kinds(page.tree);
    const isDefined = isTemplateWord(blocks.map(({ text }) => text).join('\n'));
    const isShown = showsFillers(page.tree);
    const found = blocks.map((block) => ({
      block,
      found: placeholdersIn(block.text, kindOf(block)).filter((one) => isDefined(one) && !isShown(one)),
    }));
    const sure = found.reduce((sum, { found }) => sum + found.filter(({ isSure }) => isSure).length, 0);
    inFrontMatter(page, report);
    for (const { block, found: all } of found) {
      for (const one of all) if (one.isSure || one.isAlone || sure >= many) tell(page, block, one, report);
    }
  },
};

/** Tells of each block what it is, and what it is under. */
function kinds(tree: Root): (block: Block) => Kind {
  const known = new Map<Nodes, Kind>();
  let isCourse = false;
  const visit = (node: Nodes, label: string): void => {
    const name = isElement(node) ? node.tagName : '';
    if (isHeading(node)) isCourse = ofCourse.test(textOf(node));
    const isCell = /^t[dh]$/.test(name);
    if (!('children' in node)) return;
    const words = (node.children as RootContent[]).filter((child) => !isSilent(child));
    const isLink = words[0]?.type === 'element' && words[0].tagName === 'a';
    const isAsked = name === 'li' && asked.has(node);
    if (name === 'ul' || name === 'ol') {
      const items = elementsIn(node as Element).filter((item) => /^your\b/i.test(textOf(item)));
      if (items.length > 1) for (const item of items) asked.add(item);
    }
    known.set(node, { isAsked, isHeading: /^(?:h[1-6]|dt|summary)$/.test(name), isCell, label, isCourse, isLink });
    const heads = name === 'table' ? headingsOf(node as Element) : columns.get(node);
    let term = '';
    for (const [index, child] of (name === 'tr' ? elementsIn(node as Element) : node.children).entries()) {
      if (heads) columns.set(child, heads);
      const above = name === 'tr' ? (heads?.[index] ?? '') : '';
      if (isElement(child, 'dt') || (index === 0 && name === 'tr')) term = textOf(child);
      visit(child, isElement(child, 'dd') ? term : isElement(child, 'td') ? labelOf(above, index ? term : '') : label);
    }
  };
  const columns = new Map<Nodes, string[]>();
  /** The items of lists of what readers are to give. */
  const asked = new Set<Nodes>();
  visit(tree, '');
  return ({ parent }) => known.get(parent) ?? {};
}

/** Whether filler is what a block of code in the page makes: documentation shows it beside its source. */
function showsFillers(tree: Root): (found: Found) => boolean {
  let has = false;
  everyElement(tree, (node) => {
    has ||= node.tagName === 'pre' && filler.test(textOf(node));
  });
  return ({ text }) => has && filler.test(text);
}

const filler = /lorem ipsum/i;

/** A column may be called “Value”, and its row say what of. */
const labelOf = (above: string, beside: string) => (/^(?:value|details?|)$/i.test(above) ? beside : above);

function headingsOf(table: Element): string[] {
  const [first] = elementsIn(table).flatMap((group) => (group.tagName === 'tr' ? [group] : elementsIn(group)));
  const cells = first ? elementsIn(first) : [];
  return cells.every(({ tagName }) => tagName === 'th') ? cells.map(textOf) : [];
}

/** A note of what is missing may be the author's own. */
const sureMessage = (words: string) =>
  /^\[?(?:TODO|FIXME|XXX|TB[ADC])\b/.test(words)
    ? `“${words}” says that something is missing: write it, or remove the note.`
    : `“${words}” is left from the template: write what it stands for.`;

function tell(page: CheckedPage, block: Block, { text, start, isSure }: Found, report: Report): void {
  const words = text.replace(/\s+/g, ' ');
  const message = isSure
    ? sureMessage(words)
    : `“${words}” looks like words of a template, or a link without its address: write what it stands for.`;
  report(placeIn(page, block, start, text), message);
}

/** Reads front matter line by line: with placeholders in it, it often is no YAML. */
function inFrontMatter({ lines }: CheckedPage, report: Report): void {
  if (lines[0]?.trimEnd() !== '---') return;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  for (let index = 1; index < end; index++) {
    const line = lines[index]!.replace(/\s#.*$/s, '');
    for (const { text, start, isSure } of placeholdersIn(line, { isData: true })) {
      if (!isSure) continue;
      const place = { line: index + 1, column: start + 1 };
      report({ start: place, end: { ...place, column: place.column + text.length } }, sureMessage(text));
    }
  }
}
