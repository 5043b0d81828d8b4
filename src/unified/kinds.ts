/** What others call a callout, by what it is called here. */
const names: Readonly<Record<string, readonly string[]>> = {
  note: ['note', 'seealso', 'see-also', 'aside'],
  tip: ['tip', 'hint', 'important'],
  info: ['info', 'todo', 'information'],
  abstract: ['abstract', 'summary', 'tldr'],
  success: ['success', 'check', 'done'],
  question: ['question', 'help', 'faq'],
  warning: ['warning', 'caution', 'attention'],
  danger: ['danger', 'error', 'failure', 'fail', 'missing', 'bug', 'critical'],
  example: ['example'],
  quote: ['quote', 'cite'],
};

/** The kinds of `<note-callout>`. */
export const kinds: readonly string[] = Object.keys(names);

const byName = new Map(Object.entries(names).flatMap(([kind, others]) => others.map((name) => [name, kind])));

/**
 * The kind of callout that others call by a name, in MkDocs Material, GitHub, Docusaurus, Starlight, VitePress or Obsidian;
 * `undefined` for a name that none of them has.
 */
export const kindOf = (name: string): string | undefined => byName.get(name.toLowerCase());

export const isKind = (name: string): boolean => byName.has(name.toLowerCase());

/** What MkDocs and others write above a callout that has no title of its own. */
export const defaultTitleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
