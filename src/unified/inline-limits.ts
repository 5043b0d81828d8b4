import { codes, types } from 'micromark-util-symbol';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { makeQuick } from './quick-list.js';

/**
 * How many runs of `*`, `_` or `~` mark something in one paragraph. For each of them micromark looks through all that
 * stands before it (“it’s a bottleneck for malicious stuff”, says its `attention.js`).
 */
const mostMarks = 1000;

/** A longer run marks nothing. Of backticks, each length that is not closed is looked for to the end of the paragraph. */
const longestRun = 16;

/** Brackets in each other. Links hold no links, and micromark takes the square of the depth to find that out. */
const deepestBrackets = 32;

/** Links and the like in a paragraph: each that turns out to be none makes micromark move all that follows it. */
const mostBrackets = 5000;

/** Pictures in the words of pictures: micromark takes the cube of the depth. */
const deepestPictures = 8;

/** Comments, declarations and instructions, each of which is looked through to the end of the paragraph. */
const mostComments = 100;

/**
 * Line ends and marks of a paragraph, each of which may part two pieces of text that micromark joins, moving all that
 * follows: 150,000 lines took four minutes.
 */
const mostParts = 30_000;

/** A paragraph has more parts than are read. */
export class LongParagraphError extends Error {
  override readonly name = 'LongParagraphError';

  constructor() {
    const most = mostParts.toLocaleString('en');
    super(`A paragraph has more than ${most} lines, marks and links. Divide it by blank lines.`);
  }
}

declare module 'micromark-util-types' {
  interface ParseContext {
    gfmFootnotes?: string[];
  }
  interface Token {
    _gfmAutolinkLiteralWalkedInto?: boolean;
  }
}

/** What a paragraph holds so far. */
class Paragraph {
  static readonly #all = new WeakMap<TokenizeContext, Paragraph>();
  marks = 0;
  brackets = 0;
  allBrackets = 0;
  comments = 0;
  #parts = 0;

  static of(context: TokenizeContext): Paragraph {
    const paragraph = Paragraph.#all.get(context) ?? new Paragraph();
    Paragraph.#all.set(context, paragraph);
    return paragraph;
  }

  addPart(): void {
    if (++this.#parts > mostParts) throw new LongParagraphError();
  }
}

/** Makes the lists of what a page defines quick, before anything asks them, and leaves the rest to others. */
const quickLists: Construct = {
  tokenize(_effects, _ok, nok) {
    makeQuick(this.parser.defined);
    this.parser.gfmFootnotes ??= [];
    makeQuick(this.parser.gfmFootnotes);
    return nok;
  },
};

/** Counts a part, and leaves it to the constructs that follow. */
const counted: Construct = {
  tokenize(_effects, _ok, nok) {
    return (code) => {
      Paragraph.of(this).addPart();
      return nok(code);
    };
  },
};

/** Reads a run of one character as text where it is too much; where not, the constructs that follow are asked. */
function limited(
  isTooMuch: (paragraph: Paragraph, length: number, next: Code) => boolean,
  longest = Infinity,
): Construct {
  return {
    tokenize(effects, ok, nok) {
      const paragraph = Paragraph.of(this);
      let length = 0;
      let first: Code;
      return (code) => {
        first = code;
        paragraph.addPart();
        effects.enter(types.data);
        return run(code);
      };
      function run(code: Code): State | undefined {
        if (code === first && length < longest) {
          length++;
          effects.consume(code);
          return run;
        }
        const token = effects.exit(types.data);
        if (!isTooMuch(paragraph, length, code)) return nok(code);
        // Up to here `micromark-extension-gfm-autolink-literal` looks back from every letter that may begin an address.
        token._gfmAutolinkLiteralWalkedInto = true;
        return ok(code);
      }
    },
  };
}

const mark = limited((paragraph, length) => length > longestRun || ++paragraph.marks > mostMarks);
const backtick = limited((_, length) => length > longestRun);
const openingBracket = limited(
  (paragraph) =>
    paragraph.brackets >= deepestBrackets || ++paragraph.allBrackets > mostBrackets || !++paragraph.brackets,
);
// One that closes nothing is looked for to the beginning of the paragraph.
const closingBracket = limited((paragraph) => !paragraph.brackets || !paragraph.brackets--);
const picture = limited((paragraph, _, next) => {
  if (next !== codes.leftSquareBracket) return false;
  return paragraph.brackets >= deepestPictures || !++paragraph.brackets;
}, 1);
const comment = limited(
  (paragraph, _, next) =>
    (next === codes.exclamationMark || next === codes.questionMark) && ++paragraph.comments > mostComments,
  1,
);

/** What in the text of a paragraph would take longer than its length says is read as text. */
const inlineLimits: Extension = {
  document: { [codes.leftSquareBracket]: quickLists },
  contentInitial: { [codes.leftSquareBracket]: quickLists },
  text: {
    [codes.asterisk]: mark,
    [codes.underscore]: mark,
    [codes.tilde]: mark,
    [codes.graveAccent]: backtick,
    [codes.exclamationMark]: picture,
    [codes.lessThan]: comment,
    [codes.leftSquareBracket]: openingBracket,
    [codes.rightSquareBracket]: closingBracket,
    [codes.carriageReturn]: counted,
    [codes.lineFeed]: counted,
    [codes.carriageReturnLineFeed]: counted,
    [codes.ampersand]: counted,
    [codes.backslash]: counted,
    [codes.caret]: counted,
    [codes.equalsTo]: counted,
    [codes.plusSign]: counted,
  },
};

/** Adds the limits to a processor whose other extensions are there already: the last one is asked first. */
export function remarkInlineLimits(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(inlineLimits);
}
