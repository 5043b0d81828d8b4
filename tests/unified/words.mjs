/**
 * Compares the words of Markdown with the words of the page that is made of it, in order: `node tests/unified/words.mjs
 * page.md …`, from the folder of the project, after `npm run build`.
 *
 * Words are runs of letters and digits. The source is read with expressions of this file, and not with the parser that it
 * tests. Exempt, because no reader reads them: front matter, comments, HTML tags with their attributes, addresses of links
 * and pictures and reference definitions, attribute lists in braces, what stands behind a fence but its title, the kind of
 * a box, names of icons, emoji and keys, the marks of tasks, the meaning of an abbreviation (it is in its `title`), labels of footnotes, numbers of
 * lists, `[TOC]`, and the text of pictures (their `alt`). A footnote's words are read where the page has them: at its end.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { readWriteup } from '../../dist/unified/writeup.js';

const wordsIn = (text) => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Entities that pages are written with. */
const entities = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  para: '¶',
  mdash: '—',
  ndash: '–',
  rarr: '→',
  copy: '©',
};

function decoded(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name) => entities[name] ?? all);
}

/** The words that an author has written for readers, footnotes last. */
export function wordsOfMarkdown(source) {
  const body = [];
  const notes = [];
  let fence;
  let isNote = false;
  for (const line of source.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, '').split(/\r\n?|\n/)) {
    const [, mark, info] = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    let text = line;
    let isCode = fence !== undefined;
    if (fence) {
      if (mark?.startsWith(fence) && !info.trim()) [fence, text] = [undefined, ''];
    } else if (mark && !(mark[0] === '`' && info.includes('`'))) {
      fence = mark;
      isCode = true;
      text = /title=(["'])(.*?)\1/.exec(info)?.[2] ?? '';
    }
    const note = !isCode && /^\[\^[^\]]+\]:/.exec(line);
    if (note) text = text.slice(note[0].length);
    isNote = note ? true : isNote && (isCode || !line.trim() || /^(\t| {2,})/.test(line));
    (isNote ? notes : body).push({ text, isCode });
  }
  return [body, notes].flatMap((lines) => wordsIn(proseOf(lines)));
}

const guard = '\u0000';

/** The text of lines without what only a parser reads. Code is put aside first, and put back last. */
function proseOf(lines) {
  const codes = [];
  const aside = (code) => `${guard}${codes.push(code) - 1}${guard}`;
  const text = lines.map(({ text, isCode }) => (isCode ? aside(text) : text)).join('\n');
  return text
    .replace(/(?<!`)(`+)(?!`)([^\0]*?[^`\0])\1(?!`)/g, (all, _, code) => (/\n\s*\n/.test(code) ? all : aside(code)))
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/^\s*\*\[[^\]\n]+\]:.*$/gm, '')
    .replace(/^\s*\[(?!\^)[^\]\n]+\]:[ \t]+\S.*$/gm, '')
    .replace(/^\[TOC\]\s*$/gim, '')
    .replace(/^(\s*)(!!!|\?\?\?\+?)[ \t]*(.*)$/gm, (...all) => all[1] + titleOf(all[3]))
    .replace(/^\s*:{3,}\s*[a-z][\w-]*/gim, '')
    .replace(/^(\s*(?:>\s*)*)\[!\w+\][+-]?/gm, '$1')
    .replace(/:(?:material|fontawesome|octicons|simple)(?:-[a-z0-9]+)+:/g, ' ')
    .replace(/(?<!\w):[a-z0-9_+-]+:(?=\s|$|[^\w])/g, ' ')
    .replace(/!\[((?:[^[\]]|\[[^\]]*\])*)\]\([^()\s]*(?:\([^()]*\)[^()]*)*(?:\s+"[^"]*")?\)/g, ' ')
    .replace(/\]\(\s*<?[^()\s]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g, '] ')
    .replace(/\[\^[^\]]+\]/g, ' ')
    .replace(/<((?:https?|mailto):[^>\s]*)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/\{:?\s*[.#\w][^{}\n]*\}/g, (all) => (/[.#=]/.test(all) ? ' ' : all))
    .replace(/^(\s*(?:>\s*)*(?:[-*+]\s+)*)\d{1,9}[.)](?=\s)/gm, '$1')
    .replace(/^(\s*(?:[-*+]|\d+[.)])?\s*)\[[ xX]\](?=\s)/gm, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/^\s*(?:;?-+8<-+).*$/gm, (all) => all)
    .replace(/&#?\w+;/g, decoded)
    .replace(/(?<![\w+])\+\+(?:[\w-]+|"[^"]*")(?:\+(?:[\w-]+|"[^"]*"))*\+\+(?![\w+])/g, ' ')
    .replace(/(?<=[\p{L}\p{N})\].])\^(\p{L}|[-+]?\p{N}+)\^/gu, '$1')
    .replace(/(?<!\d)[*~]+|[*~]+(?!\d)/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\0(\d+)\0/g, (_, index) => codes[index]);
}

function titleOf(rest) {
  const [, title] = /["“](.*)["”]\s*$/.exec(rest) ?? [];
  if (title !== undefined) return title;
  const [, ...words] = rest.split(/\s+/);
  return words.some((word) => !/^(inline|end|left|right)$/.test(word)) ? words.join(' ') : '';
}

/** The words of a page, footnotes last as they stand. What the page says on its own is marked, or is a default title. */
export function wordsOfPage(content) {
  const tree = structuredClone(content);
  visit(tree, 'element', (node, index, parent) => {
    const { properties } = node;
    const isAdded =
      properties.dataFootnoteRef !== undefined ||
      properties.dataFootnoteBackref !== undefined ||
      properties.id === 'footnote-label' ||
      properties.className?.includes('keys') ||
      /^(script|style)$/.test(node.tagName);
    if (isAdded && parent) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    // Blocks, cells and lines part words.
    if (!/^(a|abbr|b|code|em|i|ins|kbd|mark|s|del|small|span|strong|sub|sup|u|q|data|time)$/.test(node.tagName))
      node.children = [{ type: 'text', value: ' ' }, ...node.children, { type: 'text', value: ' ' }];
    return undefined;
  });
  return wordsIn(textOf(tree));
}

/** Default titles, which only the page has. */
const added = new Set(
  'note abstract info tip success question warning failure danger bug example quote summary important caution'.split(
    ' ',
  ),
);

/**
 * The words that are in the source and not in the page where they should be, each with what stands before it.
 * @returns {string[]}
 */
export function lostWords(source, path = 'page.md') {
  const wanted = wordsOfMarkdown(source);
  const found = wordsOfPage(readWriteup(new VFile({ value: source, path })).content);
  const lost = [];
  let at = 0;
  for (const [index, word] of wanted.entries()) {
    let next = at;
    while (next < found.length && found[next] !== word && added.has(found[next].toLowerCase())) next++;
    if (found[next] !== word) {
      // A word that is further on has been moved, or words before it have been added.
      const later = found.indexOf(word, at);
      const isNear = later >= 0 && later - at < 30 && found[later + 1] === wanted[index + 1];
      const before = wanted.slice(Math.max(0, index - 4), index).join(' ');
      lost.push(
        `${before} [${word}]${isNear ? `, after “${found.slice(at, later).join(' ')}”, which the source has not` : ''}`,
      );
      if (isNear) at = later + 1;
      continue;
    }
    at = next + 1;
  }
  const rest = found.slice(at).filter((word) => !added.has(word.toLowerCase()));
  if (rest.length) lost.push(`The page ends with words that the source has not: ${rest.slice(0, 20).join(' ')}`);
  return lost;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const path of process.argv.slice(2)) {
    const lost = lostWords(readFileSync(path, 'utf8'), path);
    console.log(
      `${path}: ${lost.length ? `${lost.length} places\n  ${lost.slice(0, 20).join('\n  ')}` : 'every word, in order'}`,
    );
    if (lost.length) process.exitCode = 1;
  }
}
