import { htmlTagNames } from 'html-tag-names';
import { mathmlTagNames } from 'mathml-tag-names';
import type { Html, Nodes, Parents, Root, RootContent } from 'mdast';
import { svgTagNames } from 'svg-tag-names';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { everything } from '../everything.js';
import { placeOf } from '../places.js';
import { schema } from '../schema.js';

const known = new Set([...htmlTagNames, ...mathmlTagNames, ...svgTagNames, ...schema.tagNames].map(lower));
/** As CommonMark has them: https://spec.commonmark.org/0.31.2/#raw-html */
const tags = /<(\/?)([a-zA-Z][\w.-]*)((?:\s[^<>]*|\/)?)>/g;
/** What holds `<` that begins no tag. */
const opaque = /<(?:script|style|textarea|title|!--|!\[CDATA\[)/i;
const labels = /\s(?:label|title|summary)=(?:"([^"]*)"|'([^']*)')/;

function lower(name: string): string {
  return name.toLowerCase();
}

/** Whether a name is written as those of components are: `Tabs`, `Tabs.Tab`, `my-tabs`. */
const isOfComponent = (name: string) => /^[A-Z]|[.-]/.test(name);

/**
 * Keeps what looks like a tag and is none: in `git clone <repo-url>` and `List<String>` it is a word of the page, which a
 * browser would not show. Components of other tools, which end somewhere in the page, are not run; the words in them and
 * their labels stay. Either is said once.
 */
export function keepUnknownTags(tree: Root, file: VFile): void {
  const ended = new Set<string>();
  everything(tree, (node) => {
    if (node.type !== 'html' || opaque.test(node.value)) return;
    for (const [, slash, name = '', rest = ''] of node.value.matchAll(tags))
      if (slash || rest.endsWith('/')) ended.add(name);
  });
  const [words, components] = [new Names(), new Names()];
  everything(tree, (node, index, parent) => {
    if (node.type !== 'html' || !parent || opaque.test(node.value)) return undefined;
    let label = '';
    const value = node.value.replace(tags, (written, slash: string, name: string, rest: string) => {
      if (known.has(lower(name))) return written;
      if (isOfComponent(name) && ended.has(name)) {
        components.add(`<${name}>`, node);
        if (!slash) label ||= labels.exec(rest)?.slice(1).find(Boolean) ?? '';
        return written;
      }
      words.add(written, node);
      return written.replace('<', '&lt;');
    });
    if (value !== node.value) parent.children[index] = withoutTags(value, node, parent);
    else if (label && isFlow(parent)) parent.children.splice(index + 1, 0, labelOf(label, node));
    return undefined;
  });
  words.tell(
    file,
    (list, is) =>
      `${list} ${is ? 'is no HTML tag, and is' : 'are no HTML tags, and are'} shown as text. Write such words as code, between backticks.`,
  );
  components.tell(
    file,
    (list, is) =>
      `${list} ${is ? 'is a component' : 'are components'} of another tool, and not run: the words in ${is ? 'it' : 'them'} stay. Write HTML or Markdown for the rest.`,
  );
}

const isFlow = ({ type }: Nodes) =>
  !/^(paragraph|heading|tableCell|link|linkReference|emphasis|strong|delete|mark|insert)$|Title$|Label$|Term$/.test(
    type,
  );

/** HTML in which what is no tag is written as text; where that is all, the text. */
function withoutTags(value: string, { position, data }: Html, parent: Parents): never {
  const isText = !/<[a-z/!]/i.test(value);
  const node: RootContent = isText
    ? { type: 'text', value: value.replaceAll('&lt;', '<'), position }
    : { type: 'html', value, position, ...(data && { data }) };
  return (isText && isFlow(parent) ? { type: 'paragraph', children: [node], position } : node) as never;
}

const labelOf = (value: string, { position }: Html): never =>
  ({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value }] }], position }) as never;

/** Names, each once, and where the first of them stands. */
class Names {
  readonly #names = new Set<string>();
  #place: Point | undefined;

  add(name: string, node: Nodes): void {
    if (!this.#names.size) this.#place = placeOf(node)?.start;
    this.#names.add(name);
  }

  tell(file: VFile, words: (list: string, isOne: boolean) => string): void {
    const names = [...this.#names];
    const shown = names.slice(0, 5).join(', ');
    const list = names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
    if (names.length)
      file.message(words(list, names.length === 1), { place: this.#place, source: 'deepdive', ruleId: 'unknown-tag' });
  }
}
