import { arithmetic } from './arithmetic.js';
import { claimSource } from './claim-source.js';
import { diagramSyntax } from './diagram-syntax.js';
import { imageAlt } from './image-alt.js';
import { incident } from './incident.js';
import { incidentTimes } from './incident-times.js';
import { incidentTurns } from './incident-turns.js';
import { missingSection } from './missing-section.js';
import { placeholder } from './placeholder.js';
import { reservedId } from './reserved-id.js';
import type { Rule, Severity } from './rule.js';
import { tableRow } from './table-row.js';

/** What each page is looked at for. */
export const pageRules: readonly Rule[] = [
  placeholder,
  missingSection,
  diagramSyntax,
  imageAlt,
  tableRow,
  incident,
  incidentTimes,
  incidentTurns,
  claimSource,
  arithmetic,
  reservedId,
];

/** A rule as reports describe it. */
export type RuleDescription = Omit<Rule, 'check'>;

const ofLinks: RuleDescription[] = [
  {
    name: 'broken-link',
    severity: 'error',
    summary: 'A link or an image leads to no file.',
    help: `Finds relative addresses at which there is no file, as it is written, or as MkDocs would serve it: \`x.md\`, \`x/\`, \`x.html\`, \`x\`. An address in a folder that is not there either, outside of what is checked, is another repository's and not reported. Nothing is asked of the network.`,
  },
  {
    name: 'broken-anchor',
    severity: 'error',
    summary: 'A link leads to no place of its page.',
    help: `Finds links with a \`#\` behind which there is no id of the page that they lead to. A heading's id is made of its words as MkDocs makes it: “Law analysis & trade-offs” is \`#law-analysis-trade-offs\`.`,
  },
];

/** What reading a page has to say of it. */
const ofReading: RuleDescription[] = [
  {
    name: 'front-matter',
    severity: 'warn',
    summary: 'The front matter is not valid YAML.',
    help: 'Finds front matter that is no YAML. Text that holds a colon, a bracket or a hash is written in quotes.',
  },
  {
    name: 'unrecognized',
    severity: 'info',
    summary: 'Something has no element and stays as it is.',
    help: 'Finds what looks like a part of a writeup, and of which no element, or not all of one, could be made: a callout of no known kind, a table without a header row, a timeline out of order.',
  },
  {
    name: 'dialect',
    severity: 'warn',
    summary: 'Something of the dialect cannot be read as it is meant.',
    help: 'Finds blocks of MkDocs Material, Docusaurus or GitHub that are begun and cannot be read to their end.',
  },
  {
    name: 'icon',
    severity: 'info',
    summary: 'An icon is left out.',
    help: 'Finds `:material-…:` and the like, where the set of icons is not installed or has no such icon. Install the set that the message names, correct the name, or write an emoji.',
  },
  {
    name: 'limits',
    severity: 'error',
    summary: 'A page is too long or too deep to be read.',
    help: 'Finds pages of millions of characters, and quotes, lists or elements that stand in each other by the dozen.',
  },
  {
    name: 'snippet',
    severity: 'warn',
    summary: 'A snippet is not included.',
    help: 'Finds `--8<--`, which includes another file where MkDocs builds the page. Write here what it includes.',
  },
  {
    name: 'encoding',
    severity: 'error',
    summary: 'A file is not UTF-8.',
    help: 'Finds files with bytes that are no UTF-8. Save them as that.',
  },
];

/** What stands in the way of checking a page at all. */
const ofFailures: RuleDescription[] = [
  {
    name: 'unreadable',
    severity: 'error',
    summary: 'A file cannot be read.',
    help: 'Finds files and folders that nobody may read here, that are gone before they are read, or that are pipes or devices.',
  },
  {
    name: 'timeout',
    severity: 'error',
    summary: 'A page takes too long to be checked.',
    help: 'Finds pages that take longer than `--timeout` allows. Split the page, or allow more; a page that is not long has met a fault of this library: please report it, with the page.',
  },
  {
    name: 'fault',
    severity: 'error',
    summary: 'This library fails on a page.',
    help: 'Names pages that could not be checked because of a fault in this library. Please report it, with the page. `DEBUG=deepdive` shows where in the library it happened.',
  },
];

/** Every rule that can be named, whoever follows it. */
export const rules: readonly RuleDescription[] = [
  ...pageRules.map(({ check: _, ...description }) => description),
  ...ofLinks,
  ...ofReading,
  ...ofFailures,
];

/** The rules that propose what to write. */
export const fixing: readonly string[] = [incidentTurns.name];

/** What an author has set for some of the rules. */
export type Settings = Readonly<Record<string, Severity | 'off'>>;

/** How much a rule's findings matter; `undefined` where nobody wants to know them. */
export function severityOf(name: string, settings: Settings): Severity | undefined {
  const set = settings[name] ?? rules.find((rule) => rule.name === name)?.severity ?? 'warn';
  return set === 'off' ? undefined : set;
}
