import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import { keysOf } from './key-names.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    keys: 'keys';
  }
}

const isWord = (code: Code) => code !== null && code >= 0 && /[\p{L}\p{N}_+]/u.test(String.fromCharCode(code));
const isQuote = (code: Code) => code === codes.quotationMark || code === codes.apostrophe;
const isEnd = (code: Code) => code === codes.eof || code < codes.nul || code === codes.lineFeed;

/** `++ctrl+alt+del++`, if it stands by itself and all of its keys are some: `i++ + j++` and `C++/C++` are none. */
const keys: Construct = {
  name: 'keys',
  tokenize(effects, ok, nok) {
    const { previous, events, sliceSerialize } = this;
    const isEscaped = events.at(-1)?.[1].type === 'characterEscape';
    let quote: Code = null;
    let last: Code = null;
    const consume = (code: Code, next: State): State => {
      last = code;
      effects.consume(code);
      return next;
    };
    const inside: State = (code) => {
      if (isEnd(code)) return nok(code);
      if (quote !== null) {
        if (code === quote && last !== codes.backslash) quote = null;
        return consume(code, inside);
      }
      if (code === codes.plusSign && last === codes.plusSign) return consume(code, end);
      if (isQuote(code) && last === codes.plusSign) quote = code;
      else if (!isWord(code) && code !== codes.dash) return nok(code);
      return consume(code, inside);
    };
    const end: State = (code) => {
      const token = effects.exit('keys');
      return isWord(code) || !keysOf(sliceSerialize(token)) ? nok(code) : ok(code);
    };
    const second: State = (code) => (code === codes.plusSign ? consume(code, first) : nok(code));
    const first: State = (code) => {
      if (code === codes.plusSign) return nok(code);
      return inside(code);
    };
    return (code) => {
      if (isWord(previous) && !isEscaped) return nok(code);
      effects.enter('keys');
      return consume(code, second);
    };
  },
};

/** Reads keys as pymdownx does. */
export const keysSyntax: Extension = { text: { [codes.plusSign]: keys } };
