import { markdownLineEnding } from 'micromark-util-character';
import { codes, constants, types } from 'micromark-util-symbol';
import type { Construct, Extension, State, Token, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { marks } from './blocks.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    marked: 'marked';
    markedNumber: 'markedNumber';
    markedTitle: 'markedTitle';
    markedMark: 'markedMark';
  }
}

const codeOf = (mark: string) => mark.charCodeAt(0);
const isDigit = (code: number | null) => code !== null && code >= codes.digit0 && code <= codes.digit9;

/** Whether the line is one of the container's own, and not a paragraph's that goes on after its container. */
const ownLine: Construct = { tokenize: tokenizeOwnLine, partial: true };

/**
 * Reads the blocks that have been marked in a text: one mark with the block's number, the title behind another, the content
 * in the lines below, read as a document of its own, and a line with the last mark. As the containers of micromark's own
 * directives do it: https://github.com/micromark/micromark-extension-directive
 */
export const syntax: Extension = {
  flow: {
    [codeOf(marks.open)]: { name: 'marked', tokenize: tokenizeBlock, concrete: true },
    [codeOf(marks.whole)]: { name: 'marked', tokenize: tokenizeWhole },
  },
};

function tokenizeNumber(effects: Parameters<Tokenizer>[0], then: State): State {
  const digits: State = (code) => {
    if (isDigit(code)) {
      effects.consume(code);
      return digits;
    }
    effects.exit('markedNumber');
    return then(code);
  };
  return (code) => {
    effects.enter('markedMark');
    effects.consume(code);
    effects.exit('markedMark');
    effects.enter('markedNumber');
    return digits;
  };
}

function tokenizeWhole(this: TokenizeContext, effects: Parameters<Tokenizer>[0], ok: State): State {
  const number = tokenizeNumber(effects, (code) => {
    effects.exit('marked');
    return ok(code);
  });
  return (code) => {
    effects.enter('marked');
    return number(code);
  };
}

function tokenizeBlock(this: TokenizeContext, effects: Parameters<Tokenizer>[0], ok: State): State {
  const self = this;
  let id = '';
  let previous: Token | undefined;
  const closing: Construct = { tokenize: tokenizeClosing, partial: true };

  const number = tokenizeNumber(effects, afterNumber);
  return (code) => {
    effects.enter('marked');
    return number(code);
  };

  function afterNumber(code: number | null): State | undefined {
    const [, token] = self.events.at(-1)!;
    id = self.sliceSerialize(token);
    if (code !== codeOf(marks.title)) return afterOpening(code);
    effects.enter('markedMark');
    effects.consume(code);
    effects.exit('markedMark');
    return titleStart;
  }

  function titleStart(code: number | null): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return afterOpening(code);
    effects.enter('markedTitle');
    effects.enter(types.chunkText, { contentType: constants.contentTypeText });
    return title(code);
  }

  function title(code: number | null): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) {
      effects.exit(types.chunkText);
      effects.exit('markedTitle');
      return afterOpening(code);
    }
    effects.consume(code);
    return title;
  }

  function afterOpening(code: number | null): State | undefined {
    if (self.interrupt) return ok(code);
    return code === codes.eof ? after(code) : effects.attempt(ownLine, lineStart, after)(code);
  }

  function lineStart(code: number | null): State | undefined {
    return effects.attempt(closing, after, chunkStart)(code);
  }

  function chunkStart(code: number | null): State | undefined {
    if (code === codes.eof) return after(code);
    const token = effects.enter(types.chunkDocument, { contentType: constants.contentTypeDocument, previous });
    if (previous) previous.next = token;
    previous = token;
    return chunk(code);
  }

  function chunk(code: number | null): State | undefined {
    if (code === codes.eof) return chunkEnd(code);
    if (markdownLineEnding(code)) return effects.check(ownLine, chunkNext, chunkEnd)(code);
    effects.consume(code);
    return chunk;
  }

  function chunkNext(code: number | null): State | undefined {
    effects.consume(code);
    exitChunk();
    return lineStart;
  }

  function chunkEnd(code: number | null): State | undefined {
    exitChunk();
    return after(code);
  }

  function exitChunk(): void {
    const token = effects.exit(types.chunkDocument);
    self.parser.lazy[token.start.line] = false;
  }

  function after(code: number | null): State | undefined {
    effects.exit('marked');
    return ok(code);
  }

  function tokenizeClosing(inside: Parameters<Tokenizer>[0], done: State, not: State): State {
    let at = 0;
    const expected = `${marks.close}${id}`;
    const rest: State = (code) => {
      if (at === expected.length) {
        if (code !== codes.eof && !markdownLineEnding(code)) return not(code);
        inside.exit('markedMark');
        return done(code);
      }
      if (code !== expected.charCodeAt(at)) return not(code);
      at++;
      inside.consume(code);
      return rest;
    };
    const space: State = (code) => {
      if (code === codes.space || code === codes.virtualSpace || code === codes.horizontalTab) {
        inside.consume(code);
        return space;
      }
      return rest(code);
    };
    return (code) => {
      inside.enter('markedMark');
      return space(code);
    };
  }
}

function tokenizeOwnLine(this: TokenizeContext, effects: Parameters<Tokenizer>[0], ok: State, nok: State): State {
  return (code) => {
    effects.enter(types.lineEnding);
    effects.consume(code);
    effects.exit(types.lineEnding);
    return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
  };
}
