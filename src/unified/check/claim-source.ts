import type { Element, Nodes, Root, RootContent } from 'hast';
import { isElement, isHeading, isSilent, levelOf, type Parent, textOf } from '../hast.js';
import { type Block, blocksOf, placeIn } from './blocks.js';
import { claimIn } from './claims.js';
import type { CheckedPage, Place, Rule } from './rule.js';

/** A figure that needs a source and has none beside it. */
interface Claim {
  figure: string;
  place: Place;
}

/** Claims of a section. */
interface Section {
  isAboutWishes: boolean;
  claims: Claim[];
}

export const claimSource: Rule = {
  name: 'claim-source',
  severity: 'warn',
  summary: 'A figure about a real system has no source.',
  help: `Finds sentences that state how many use a system or how much goes through it, what it cost or earned, how much better something became, or how available it was, and that have no source beside them: a link to another page, or a footnote, in the same paragraph, list item, quotation, callout or quick facts. What is wished for or supposed (“must”, “target”, “if”, “for example”, “estimated”), what is reckoned in the same line, sections and lists about requirements, goals, estimates and exercises, and tables other than quick facts are not looked at. There is one report for a section; where the page lists its sources (“Sources”, “References”, “Further reading”, with links), one for the page. Link the source where the figure stands.`,
  check(page, report) {
    const sections = sectionsOf(page).filter(({ claims, isAboutWishes }) => claims.length && !isAboutWishes);
    const all = sections.flatMap(({ claims }) => claims);
    const hasSources = hasSourceSection(page.tree);
    for (const [first, ...others] of hasSources ? [all] : sections.map((section) => section.claims)) {
      if (!first) continue;
      const { figure, place } = first;
      const more = others.length ? ` and ${others.length} more ${others.length === 1 ? 'figure' : 'figures'}` : '';
      const where = hasSources ? 'in this page' : 'in this section';
      report(
        place,
        `“${figure}”${more && `${more} ${where}`} ${more ? 'have' : 'has'} no source beside ${more ? 'them' : 'it'}: link the source, or add a footnote.`,
      );
    }
  },
};

const wishes =
  /\b(?:requirements?|goals?|targets?|objectives?|criteria|estimat\w*|back-of|exercises?|exams?|quiz(?:zes)?|scenarios?|questions?|assumptions?|capacity planning)\b|^\W*(?:worked )?example(?: \d+)?\W*$/i;
/** What else may lead up to a list of what is supposed. */
const leads =
  /\b(?:scenarios?|suppose|assum(?:e|ing)|alerts?|thresholds?|must|should|would|when|if|suitable|best for)\b/i;

function sectionsOf(page: CheckedPage): Section[] {
  const sourced = sourcedNodes(page.tree);
  const sections: Section[] = [{ isAboutWishes: false, claims: [] }];
  /** The headings above, from the page's own down, and whether each is about wishes. */
  let path: { level: number; isAboutWishes: boolean }[] = [];
  for (const block of blocksOf(page.tree)) {
    const { parent } = block;
    if (isHeading(parent)) {
      const level = levelOf(parent);
      path = path.filter((one) => one.level < level);
      path.push({ level, isAboutWishes: wishes.test(block.text) });
      sections.push({ isAboutWishes: path.some((one) => one.isAboutWishes), claims: [] });
      continue;
    }
    if (parent.type === 'root' || sourced.has(parent)) continue;
    const claim = claimIn(block.text);
    if (claim) sections.at(-1)!.claims.push({ figure: claim.figure, place: placeOf(page, block, claim) });
  }
  return sections;
}

const placeOf = (page: CheckedPage, block: Block, { figure, start }: { figure: string; start: number }) =>
  placeIn(page, block, start, figure);

/** What shares a source: a link anywhere in it is one for all of it. */
const shared = /^(?:p|li|dd|blockquote|figure|note-callout|incident-callout|quick-facts|stat-card|info-card|details)$/;
/** Not prose about a system. */
const ignored = /^(?:table|page-outline|nav|header|footer|discussion-questions|further-reading|pre)$/;

/** The elements whose words have a source, or need none. */
function sourcedNodes(tree: Root): Set<Nodes> {
  const sourced = new Set<Nodes>();
  const mark = (node: Nodes): void => {
    // All that is in it is, too.
    if (sourced.has(node)) return;
    sourced.add(node);
    if ('children' in node) for (const child of node.children) mark(child);
  };
  /** Whether there is a source in a node. */
  const visit = (node: Nodes, isFacts: boolean): boolean => {
    if (isSource(node)) return true;
    if (!('children' in node)) return false;
    const facts = isFacts || isElement(node, 'quick-facts');
    const has = node.children.map((child) => visit(child, facts)).some(Boolean);
    for (const list of wishedFor(node)) mark(list);
    const isShared = isElement(node) && shared.test(node.tagName);
    const isIgnored = isElement(node) && ignored.test(node.tagName) && !(facts && node.tagName === 'table');
    if ((has && isShared) || isIgnored) mark(node);
    return has;
  };
  visit(tree, false);
  return sourced;
}

/** The lists in a node that what stands right before them says to be wishes. */
function wishedFor(node: Parent): Element[] {
  let lead = '';
  return (node.children as RootContent[]).flatMap((child) => {
    if (isElement(child, 'ul', 'ol')) {
      const isWish = lead.trimEnd().endsWith(':') && (wishes.test(lead) || leads.test(lead));
      lead = '';
      return isWish ? child : [];
    }
    if (isElement(child, 'p')) lead = textOf(child);
    else if (isElement(node, 'li') && isPhrase(child)) lead += textOf(child);
    else if (!isSilent(child)) lead = '';
    return [];
  });
}

/** Words of an item that stand in it as they are. */
const isPhrase = (node: RootContent) => node.type === 'text' || isElement(node, 'strong', 'b', 'em', 'i', 'code');

/** A link out of the page, or a footnote. */
function isSource(node: Nodes): boolean {
  if (!isElement(node, 'a')) return false;
  const address = String(node.properties['href'] ?? '');
  return 'dataFootnoteRef' in node.properties || (address !== '' && !address.startsWith('#'));
}

function hasSourceSection(tree: Root): boolean {
  let isIn = false;
  let found = false;
  const visit = (node: Nodes): void => {
    if (isHeading(node))
      isIn = /\b(?:sources?|references|bibliography|reading|citations)\b/i.test(textOf(node as Element));
    else if (isElement(node, 'further-reading')) found ||= hasLink(node);
    else if (isIn && isSource(node)) found = true;
    if ('children' in node && !isHeading(node)) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

const hasLink = (node: Nodes): boolean => isSource(node) || ('children' in node && node.children.some(hasLink));
