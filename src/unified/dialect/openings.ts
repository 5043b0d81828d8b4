import { isKind } from '../kinds.js';
import { type Line, restOf } from './lines.js';

/** What a line opens. */
export interface Opening {
  type: 'admonition' | 'details' | 'tab' | 'container';
  /** The kind, then modifiers, as they are written. */
  classes: string[];
  title?: Line;
  /** Whether what folds is open at first. */
  isOpen?: boolean;
  /** Whether the author asks for no title at all. */
  isUntitled?: boolean;
  /** Whether a tab begins a set of its own. */
  isFirst?: boolean;
  /** How many colons close a container. */
  colons?: number;
}

const admonition = /^\s*(!!!|\?\?\?\+?)(\s*)(.*)$/s;
const tab = /^\s*===([!+]*)\s+(?:"(.*)"|'(.*)'|“(.*)”)\s*$/;
const container = /^\s*(:{3,})\s*([a-zA-Z][\w-]*)\s*(.*)$/s;
const quoted = /(?:^|\s)["“']/;

/** What a line opens; `undefined` where it opens nothing. */
export function openingOf(line: Line): Opening | undefined {
  return admonitionOf(line) ?? tabOf(line) ?? containerOf(line);
}

/** https://python-markdown.github.io/extensions/admonition/, https://facelessuser.github.io/pymdown-extensions/extensions/details/ */
function admonitionOf(line: Line): Opening | undefined {
  const [, mark, space, rest = ''] = admonition.exec(line.text.trimEnd()) ?? [];
  // Without a space it may be an exclamation.
  if (!mark || (!space && rest && !isKind(/^[\w-]*/.exec(rest)![0]))) return undefined;
  const quote = quoted.exec(rest);
  const words = (quote ? rest.slice(0, quote.index) : rest).split(/\s+/).filter(Boolean);
  const isDetails = mark !== '!!!';
  const opening: Opening = {
    type: isDetails ? 'details' : 'admonition',
    classes: words,
    ...(isDetails && { isOpen: mark.endsWith('+') }),
  };
  if (quote) {
    const title = rest
      .slice(quote.index)
      .trim()
      .slice(1)
      .replace(/["”']$/, '');
    if (title) opening.title = placed(line, title);
    else opening.isUntitled = true;
  } else if (words.some((word, index) => index > 0 && !isModifier(word))) {
    // MkDocs would take an unquoted title for classes, and lose it.
    opening.classes = words.slice(0, 1);
    opening.title = placed(line, rest.slice(rest.indexOf(words[1]!, words[0]!.length)));
  }
  return opening;
}

const isModifier = (word: string) => /^(inline|end|left|right)$/.test(word);

/** https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/ */
function tabOf(line: Line): Opening | undefined {
  const match = tab.exec(line.text);
  if (!match) return undefined;
  const [, flags = '', ...titles] = match;
  const title = titles.find((one) => one !== undefined) ?? '';
  return { type: 'tab', classes: [], title: placed(line, title), isFirst: flags.includes('!') };
}

/** https://docusaurus.io/docs/markdown-features/admonitions, https://vitepress.dev/guide/markdown#custom-containers */
function containerOf(line: Line): Opening | undefined {
  const [, colons, name, rest = ''] = container.exec(line.text.trimEnd()) ?? [];
  if (!colons || !name || !(isKind(name) || name === 'details')) return undefined;
  const [, ...said] = /\stitle=(?:"([^"]*)"|'([^']*)')/.exec(rest.replace(/^.*\{/s, ' ')) ?? [];
  const words = rest.replace(/\{[^{}]*\}$/, '').trim();
  const title = words.replace(/^\[(.*)\]$/, '$1') || said.find(Boolean);
  return {
    type: 'container',
    classes: [name.toLowerCase()],
    colons: colons.length,
    ...(title && { title: placed(line, title) }),
  };
}

/** A title in its line. */
function placed(line: Line, title: string): Line {
  const from = line.text.lastIndexOf(title);
  return restOf(line, from, from + title.length);
}
