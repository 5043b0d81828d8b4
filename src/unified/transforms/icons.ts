import { nameToEmoji } from 'gemoji';
import type { PhrasingContent, Root, Text } from 'mdast';
import type {} from 'mdast-util-to-hast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { own } from '../../internal/own.js';
import type { Icon as IconNode } from '../dialect/nodes.js';
import { replaceTexts } from '../everything.js';
import { iconProperties } from '../icon.js';
import type { Icon, IconOptions } from '../icon-options.js';
import { placeOf } from '../places.js';
import { parseAttributes } from './attributes.js';

declare module 'mdast' {
  interface Data {
    /** Whether a text is the name of an icon, which is no word of the page. */
    isIcon?: boolean;
  }
}

/** An icon of MkDocs Material, and the attributes that may stand behind it. */
export const iconPattern =
  /:(material|fontawesome(?:-(?:solid|regular|brands))?|octicons|simple)-([a-z0-9]+(?:-[a-z0-9]+)*):(?:\{:?([^{}\n]*)\})?/g;
/** In a word or an address it is none. */
const shortcode = /(?<![\p{L}\p{N}_]):([a-z0-9_+-]+):(?![\p{L}\p{N}_])/gu;
const maybeEscaped = /(\\?):([a-z0-9_+-]+):/g;

/**
 * Writes `:rocket:` as the emoji it is, by GitHub's names, and draws the icons of MkDocs Material's sets where somebody has
 * them. They decorate: where nobody has them, they are left out, and a message says so.
 */
export function replaceIcons(tree: Root, file: VFile, options: IconOptions = {}): void {
  const missed = new Missed(options);
  const source = String(file);
  const hasEscapes = source.includes('\\:');
  replaceTexts(tree, (text: Text, index, parent) => {
    if (!text.value.includes(':')) return undefined;
    const parts = partsOf(text, options, missed);
    const { start, end } = text.position ?? {};
    const written = hasEscapes ? source.slice(start?.offset ?? 0, end?.offset ?? 0) : '';
    const escapes = [...written.matchAll(maybeEscaped)];
    for (const part of parts)
      if (part.type === 'text' && !part.data?.isIcon) part.value = withEmoji(part.value, escapes);
    const [first] = parts;
    if (index === 0 && parent.type === 'paragraph' && first?.type === 'text') first.value = first.value.trimStart();
    return parts;
  });
  missed.tell(file);
}

/** @param written the names as the source has them, with the backslash that an author has put before one; used up */
function withEmoji(text: string, written: RegExpExecArray[]): string {
  return text.replace(shortcode, (all, name: string) => {
    const at = written.findIndex((match) => match[2] === name);
    const [match] = at < 0 ? [] : written.splice(at, 1);
    return match?.[1] ? all : (own(nameToEmoji, name) ?? all);
  });
}

/** A text in pieces, with the icons in it. Without any, it stays the node that it is. */
function partsOf(node: Text, { icons, keepIcons }: IconOptions, missed: Missed): PhrasingContent[] {
  const { value } = node;
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: written, 1: set = '', 2: name = '', 3: list, index } of value.matchAll(iconPattern)) {
    const before = value.slice(end, index);
    if (before) parts.push({ type: 'text', value: before });
    end = index + written.length;
    const found = icons?.(set, name);
    if (found && 'body' in found) {
      parts.push(drawn(found, written, list));
      continue;
    }
    missed.add(`:${set}-${name}:`, found?.install, node, index);
    if (keepIcons) parts.push({ type: 'text', value: written, data: { isIcon: true } });
    // The space that parts it from the words behind it goes with it.
    else if (value[end] === ' ') end++;
  }
  if (!end) return [node];
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}

function drawn({ body, width = 16, height = 16 }: Icon, name: string, list = ''): IconNode {
  // The `<svg>` says it for all that is in it.
  const value = body.includes('fill="none"') ? body : body.replaceAll(' fill="currentColor"', '');
  return {
    type: 'icon',
    name,
    children: [],
    data: {
      hName: 'svg',
      hProperties: { ...iconProperties(width, height), ...parseAttributes(list) },
      hChildren: [{ type: 'raw', value }],
    },
  };
}

/** Where in the file a place in a text is, as far as that can be told. */
function pointIn(text: Text, index: number): Point | undefined {
  const place = placeOf(text);
  if (!place) return undefined;
  const lines = text.value.slice(0, index).split('\n');
  const { line, column } = place.start;
  return lines.length > 1 ? { line: line + lines.length - 1, column: 1 } : { line, column: column + index };
}

/** The icons that could not be drawn, by what would help. */
class Missed {
  readonly #options: IconOptions;
  readonly #all = new Map<string, { names: Set<string>; place: Point | undefined }>();

  constructor(options: IconOptions) {
    this.#options = options;
  }

  add(name: string, install = '', text: Text, index: number): void {
    const { names } = this.#all.get(install) ?? { names: new Set() };
    if (!names.size) this.#all.set(install, { names, place: pointIn(text, index) });
    names.add(name);
  }

  tell(file: VFile): void {
    for (const [install, { names, place }] of this.#all) {
      file.info(this.#told([...names], install), { place, source: 'deepdive', ruleId: 'icon' });
    }
  }

  #told(names: string[], install: string): string {
    const { icons, keepIcons } = this.#options;
    const what = names.length === 1 ? 'an icon' : `${names.length} icons`;
    const list = names.join(' ');
    const done = keepIcons ? 'Kept' : 'Left out';
    if (install)
      return `${done} ${what}: ${list} To draw ${names.length === 1 ? 'it' : 'them'}: npm install ${install}`;
    if (icons) return `${done} ${what} that no set has. Correct the name: ${list}`;
    return `${done} ${what} of MkDocs Material: ${list}`;
  }
}
