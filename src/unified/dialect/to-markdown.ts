import type { Nodes, Parents, Root } from 'mdast';
import {
  type ConstructName,
  defaultHandlers,
  type Handle,
  type Info,
  type Options,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown';
import type {
  Admonition,
  DefList,
  DefListDescription,
  Insert,
  Keys,
  Mark,
  Subscript,
  Superscript,
  Tabs,
} from './nodes.js';

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    span: 'span';
  }
}

const indent = '    ';

/**
 * Writes nodes in the notations that they are read from.
 * @param others what else writes Markdown; of a kind that has attributes here, it writes the rest
 */
export function dialectToMarkdown(others: readonly Options[] = []): Options {
  const handlers = { ...(defaultHandlers as Record<string, Handle>), ...handlersOf(others) };
  const own: Record<string, Handle> = {
    root: (node: Root, parent, state, info) => {
      const text = handlers['root']!(node, parent, state, info);
      const meanings = [...(node.data?.abbreviations ?? [])].map(([short, long]) => `*[${short}]: ${long}`);
      return [text.replace(/\n$/, ''), meanings.join('\n')].filter(Boolean).join('\n\n');
    },
    admonition,
    tabs,
    defList,
    codeFigure: (node: Parents, _, state, info) => state.handle(node.children[1], node, state, info),
    code: (node, parent, state, info) => {
      const { written, lang } = node.data?.info ?? {};
      // Somebody may have changed the language since.
      if (!written || lang !== node.lang) return handlers['code']!(node, parent, state, info);
      return handlers['code']!(
        { ...node, lang: written.split(/\s/)[0], meta: written.replace(/^\S+\s*/, '') },
        parent,
        state,
        info,
      );
    },
    tableOfContents: () => '[TOC]',
    snippet: ({ value }) => value,
    mark: spanOf('=='),
    insert: spanOf('^^'),
    superscript: spanOf('^'),
    subscript: spanOf('~'),
    keys: ({ names }: Keys) => `++${names}++`,
    icon: ({ name }) => name,
    abbreviation: (node, _, state, info) => state.containerPhrasing(node, info),
    text: (node, parent, state, info) => escapeInWords(handlers['text']!(node, parent, state, info)),
  };
  for (const type of ['admonitionTitle', 'tabLabel', 'codeCaption', 'defListTerm', 'key', 'keySeparator'])
    own[type] = (node, _, state, info) => state.containerPhrasing(node, info);
  for (const type of ['tabLabels', 'tabPanels', 'tabPanel', 'defListDescription'])
    own[type] = (node, _, state, info) => state.containerFlow(node, info);
  for (const type of ['heading', 'paragraph', 'table', ...inlines]) {
    const handler = own[type] ?? handlers[type];
    if (!handler) continue;
    own[type] = (node, parent, state, info) => withAttributes(node, handler(node, parent, state, info));
    // What comes before a phrase looks at its first character.
    const { peek } = handler as Handle & { peek?: unknown };
    if (peek) Object.assign(own[type]!, { peek });
  }
  return { handlers: own as Options['handlers'] & object, unsafe };
}

function handlersOf(options: readonly Options[]): Record<string, Handle> {
  return Object.assign(
    {},
    ...options.map(({ extensions, handlers }) => ({ ...handlersOf(extensions ?? []), ...handlers })),
  );
}

const inlines =
  'link linkReference image imageReference strong emphasis delete inlineCode mark insert superscript subscript keys'.split(
    ' ',
  );

/** Where the text of a page would be taken for the dialect. */
const unsafe: Unsafe[] = [
  { atBreak: true, character: '!', after: '!!' },
  { atBreak: true, character: '?', after: '\\?\\?' },
  { atBreak: true, character: ':', after: '(?:::|[ \\t])' },
  { character: '=', after: '=[^\\s=.,;:!?)]', inConstruct: 'phrasing' },
  { character: '^', after: '\\^[^\\s^.,;:!?)]', inConstruct: 'phrasing' },
  { character: '+', after: '\\+[\\w"\']', inConstruct: 'phrasing' },
];

/** What is raised stands between two of a word. */
const escapeInWords = (text: string) =>
  text.replace(/\S+/g, (word) => (word.split('^').length > 2 ? word.replace(/(?<!\\)\^/g, '\\^') : word));

function withAttributes(node: Nodes, text: string): string {
  const list = node.data?.attributeList;
  if (!list) return text;
  const written = `{ ${list} }`;
  if (node.type === 'heading') return text.replace(/(?=(?:\n(?:=+|-+))?$)/, ` ${written}`);
  return node.type === 'paragraph' || node.type === 'table' ? `${text}\n${written}` : `${text}{${list}}`;
}

const further: Parameters<State['indentLines']>[1] = (line, _, isBlank) => (isBlank ? '' : indent) + line;

/** Blocks, each line four columns further in. */
function indented(node: { children: unknown[] }, state: State, info: Info): string {
  return node.children.length
    ? state.indentLines(state.containerFlow(node as Parents & { type: 'root' }, info), further)
    : '';
}

function admonition(node: Admonition, _: unknown, state: State, info: Info): string {
  const [first] = node.children;
  const title = first?.type === 'admonitionTitle' ? first : undefined;
  const body = { ...node, children: node.children.slice(title ? 1 : 0) };
  const words = title && !title.isDefault ? phrasesOf(title, state, info) : '';
  const { kind, modifiers, marker } = node;
  if (marker[0] === '>') {
    const opening = `[!${kind}]${marker.slice(1)}${words && ` ${words}`}`;
    const flow = body.children.length ? `\n${state.containerFlow(body as never, info)}` : '';
    return state.indentLines(opening + flow, (line, __, isBlank) => `>${isBlank ? '' : ' '}${line}`);
  }
  if (marker === ':::') {
    const colons = ':'.repeat(3 + depthOf(body));
    const opening = [colons, kind, ...modifiers].join(' ') + (words && ` ${words}`);
    const flow = state.containerFlow(body as never, info);
    return [opening, ...(flow ? [flow] : []), colons].join('\n');
  }
  const quoted = title ? words && ` "${words}"` : ' ""';
  const opening = [marker, kind, ...modifiers].filter(Boolean).join(' ') + quoted;
  return [opening, indented(body, state, info)].filter(Boolean).join('\n\n');
}

/** How many containers stand in each other in a node: the outer one needs more colons. */
function depthOf(node: { children?: unknown[] }): number {
  const inner = (node.children ?? []) as (Nodes & { children?: unknown[] })[];
  return Math.max(
    0,
    ...inner.map((child) => depthOf(child) + Number(child.type === 'admonition' && child.marker === ':::')),
  );
}

/** Words in one line. */
const phrasesOf = (node: Parents, state: State, info: Info) =>
  wordsOf(node, state, info)
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

function wordsOf(node: Parents | DefListDescription, state: State, info: Info): string {
  const exit = state.enter('phrasing');
  const text = state.containerPhrasing(node as Parents & { type: 'paragraph' }, { ...info, before: '', after: '' });
  exit();
  return text;
}

function tabs({ children: [labels, panels] }: Tabs, _: unknown, state: State, info: Info): string {
  // Those that begin a set of their own behind another.
  return labels.children
    .map((label, index) => {
      const panel = panels.children[index]!;
      return [`===${index ? '' : '!'} "${phrasesOf(label, state, info)}"`, indented(panel, state, info)]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');
}

function defList({ children }: DefList, _: unknown, state: State, info: Info): string {
  let text = '';
  for (const [index, child] of children.entries()) {
    if (child.type === 'defListTerm') {
      const isAfterDescription = index > 0 && children[index - 1]!.type !== 'defListTerm';
      text += `${isAfterDescription ? '\n' : ''}${phrasesOf(child, state, info)}\n`;
      continue;
    }
    const flow = isPhrasing(child) ? wordsOf(child, state, info) : state.containerFlow(child as never, info);
    const body = state.indentLines(flow, (line, at, isBlank) => (isBlank ? '' : at ? indent : ':   ') + line);
    text += `${child.spread ? '\n' : ''}${body}\n`;
  }
  return text.replace(/\n$/, '');
}

const isPhrasing = ({ spread, children: [first] }: DefListDescription) =>
  !spread &&
  first !== undefined &&
  (first.type === 'text' ||
    inlines.includes(first.type) ||
    /^(abbreviation|icon|break|html|footnoteReference)$/.test(first.type));

function spanOf(mark: string): Handle & { peek: () => string } {
  return Object.assign(
    (node: Mark | Insert | Superscript | Subscript, _: unknown, state: State, info: Info) => {
      const exit = state.enter('span' as ConstructName);
      const text = state.containerPhrasing(node, { ...info, before: mark, after: mark[0]! });
      exit();
      return mark + text + mark;
    },
    { peek: () => mark[0]! },
  );
}
