export type SpanName = 'mark' | 'ins' | 'sup' | 'sub' | 'del';

/** A run of characters that may begin or end a span. */
export interface Mark<Place = unknown> {
  /** `==`, `^^`, `^` or `~`. */
  text: string;
  /** The characters beside it. */
  before: string;
  after: string;
  start: Place;
  end: Place;
  /** Says which of two marks stands first. */
  index: number;
}

/** Two marks, and what is between them. */
export interface SpanPair<M> {
  name: SpanName;
  open: M;
  close: M;
}

type Between<M extends Mark> = (start: M['start'], end: M['end']) => string;

/**
 * The marks of a text that belong together, in their order, and of pairs in each other the outer one.
 *
 * pymdownx takes any two for a pair that white space allows, and makes `n<sup>2+m</sup>2` of `n^2+m^2`. Writeups are full of
 * sums, versions, paths and operators. So both marks have to look like what they are, and are text where they do not.
 * @param between what is written between two places
 * @param start where the text begins
 */
export function pairsIn<M extends Mark>(marks: readonly M[], between: Between<M>, start: M['start']): SpanPair<M>[] {
  const inWords = ['^', '~'].flatMap((text) => {
    const same = marks.filter((mark) => mark.text === text);
    return wordsOf(same, between, start).flatMap(pairsInWord);
  });
  const taken = new Set(inWords.flatMap(({ open, close }) => [open, close]));
  const pairs = [...inWords, ...freePairs(marks.filter((mark) => !taken.has(mark)))];
  let end = -1;
  return pairs
    .sort((one, other) => one.open.index - other.open.index)
    .filter(({ open, close }) => {
      const isOuter = open.index > end;
      if (isOuter) end = close.index;
      return isOuter;
    });
}

/** A run without white space, with marks of one kind in it. */
interface Word<M> {
  /** What stands before the first mark. */
  lead: string;
  marks: M[];
  /** What stands between them. */
  contents: string[];
}

/** pymdownx allows an escaped space in a word. */
const space = /(?<!\\)\s/;
const isAddress = (text: string) => /:\/\/|^\W*www\./i.test(text);

function wordsOf<M extends Mark>(marks: readonly M[], between: Between<M>, start: M['start']): Word<M>[] {
  const words: Word<M>[] = [];
  let end = start;
  for (const mark of marks) {
    const content = between(end, mark.start);
    const last = words.at(-1);
    if (last && !space.test(content)) {
      last.marks.push(mark);
      last.contents.push(content);
    } else {
      words.push({ lead: /(?<!\S)\S*$/.exec(content)![0], marks: [mark], contents: [] });
    }
    end = mark.end;
  }
  return words;
}

/** All marks of a word are pairs, or none of them is a mark. */
function pairsInWord<M extends Mark>({ lead, marks, contents }: Word<M>): SpanPair<M>[] {
  if (marks.length % 2 || isAddress(lead)) return [];
  const pairs: SpanPair<M>[] = [];
  for (let at = 0; at < marks.length; at += 2) {
    const [open, close] = [marks[at]!, marks[at + 1]!];
    if (!isRaised(open, contents[at]!, close)) return [];
    pairs.push({ name: open.text === '^' ? 'sup' : 'sub', open, close });
  }
  return pairs;
}

const isWord = (text: string) => /^[\p{L}\p{N}]+$/u.test(text);
const isNumber = (text: string) => /^\p{N}+$/u.test(text);

/** What something stands at that is raised or lowered: `x`, `)`, or the end of other Markdown. */
const isBase = (character: string) => isWord(character) || /[)\]*_`>~^]/.test(character);

function isRaised({ text, before }: Mark, content: string, { after }: Mark): boolean {
  if (isWord(after)) return isBase(before) && isInside(text, content) && ![before, content, after].every(isNumber);
  if (isWord(content)) return text === '^' || isBase(before);
  if (!isBase(before) || !/^(?:[-+−([]?[\p{L}\p{N}]|[-+−]$)/u.test(content)) return false;
  return isWord(content.slice(1)) || /[\s.,;:!?)\]}"'’”»…|]/.test(after);
}

/** What may stand in the middle of a word, as in `A^T^A` and `H~2~O`. `x^2y^2` is a formula with two powers. */
const isInside = (text: string, content: string) =>
  text === '~' ? isWord(content) : /^(?:\p{L}|\p{N}+)$/u.test(content);

/** Spans of words: a mark begins one where nothing stands before it, and ends one where nothing stands behind it. */
function freePairs<M extends Mark>(marks: readonly M[]): SpanPair<M>[] {
  const pairs: SpanPair<M>[] = [];
  let open: M[] = [];
  for (const mark of marks.filter(({ text }) => text !== '^')) {
    const [begins, ends] = [canBegin(mark), canEnd(mark)];
    // A quoted operator, as in `"=="`.
    if (begins === ends) continue;
    const start = open.find(({ text }) => text === mark.text);
    if (begins) {
      open = [...open.filter((one) => one !== start), mark];
    } else if (start) {
      pairs.push({ name: names[mark.text]!, open: start, close: mark });
      open = open.filter(({ index }) => index < start.index);
    }
  }
  return pairs;
}

/** GitHub strikes out what stands between single tildes. */
const names: Record<string, SpanName> = { '==': 'mark', '^^': 'ins', '~': 'del' };

/** Not in an address. A `~` may also be “about” or a folder. */
function canBegin({ text, before, after }: Mark): boolean {
  if (isWord(before) || /[/?&#]/.test(before) || /[\s>|,;)\]}=]/.test(after)) return false;
  return text !== '~' || (/[\s([{"'“‘«*_>]/.test(before) && !/[/\\.]/.test(after));
}

function canEnd({ text, before, after }: Mark): boolean {
  if (isWord(after) || /[\s<|([{=]/.test(before)) return false;
  return text !== '~' || !/[/\\]/.test(before + after);
}
