import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Event, Extension, Point, State, Token, TokenizeContext } from 'micromark-util-types';
import { type Mark, pairsIn, type SpanName, type SpanPair } from './span-pairs.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    spanMark: 'spanMark';
    span: 'span';
    spanText: 'spanText';
  }
  interface Token {
    /** What a mark says that may begin or end a span. */
    _mark?: Pick<Mark, 'text' | 'before' | 'after'>;
    /** What a span is. */
    _span?: SpanName;
  }
}

/** The runs that are marks. `~~` is read by GitHub's own construct. */
const isMark = (text: string) => /^(?:==|\^\^?|~)$/.test(text);

/** A character as text; the end of a line, or of all, as a space. */
const characterOf = (code: Code) => (code !== null && code >= 0 ? String.fromCharCode(code) : ' ');

/** A run of one character that may begin or end a span. Which do is known when all of the paragraph has been read. */
const mark: Construct = {
  name: 'span',
  tokenize(effects, ok, nok) {
    const { previous, events } = this;
    const isEscaped = events.at(-1)?.[1].type === 'characterEscape';
    let text = '';
    const run: State = (code) => {
      if (characterOf(code) === text[0]) {
        text += text[0];
        effects.consume(code);
        return run;
      }
      const token = effects.exit('spanMark');
      if (!isMark(text)) return nok(code);
      token._mark = { text, before: characterOf(previous), after: characterOf(code) };
      return ok(code);
    };
    return (code) => {
      // The rest of a run that is too long.
      if (code === previous && !isEscaped) return nok(code);
      text = characterOf(code);
      effects.enter('spanMark');
      effects.consume(code);
      return run;
    };
  },
  resolveAll: withSpans,
};

/** Reads `==mark==`, `^^ins^^`, `A^sup^`, `H~sub~O` and GitHub's `~del~`: what pymdownx calls mark, caret and tilde. */
export const spans: Extension = {
  text: { [codes.equalsTo]: mark, [codes.caret]: mark, [codes.tilde]: mark },
  insideSpan: { null: [mark] },
  attentionMarkers: { null: [codes.equalsTo, codes.caret, codes.tilde] },
};

/** A mark, and the first of its two events. */
type Placed = Mark<Point> & { token: Token };

/** Makes spans of the marks that belong together, and text of the others. */
function withSpans(events: Event[], context: TokenizeContext): Event[] {
  const marks = events.flatMap(([way, token], index) =>
    way === 'enter' && token._mark ? [{ ...token._mark, start: token.start, end: token.end, token, index }] : [],
  );
  if (!marks.length) return events;
  const pairs = pairsIn(marks, (start, end) => context.sliceSerialize({ start, end }), events[0]![1].start);
  const result: Event[] = [];
  let at = 0;
  for (const pair of pairs) {
    push(result, events.slice(at, pair.open.index));
    push(result, spanOf(pair, events, context));
    at = pair.close.index + 2;
  }
  push(result, events.slice(at));
  for (const [, token] of result) if (token._mark) toText(token);
  // The list itself has to change: micromark keeps it, and not what is returned.
  events.length = 0;
  push(events, result);
  return events;
}

function toText(token: Token): void {
  token.type = 'data';
  delete token._mark;
}

/** One by one: a paragraph may have more events than a function takes. */
function push(to: Event[], events: readonly Event[]): void {
  for (const event of events) to.push(event);
}

function spanOf({ name, open, close }: SpanPair<Placed>, events: Event[], context: TokenizeContext): Event[] {
  const [from, to] = [open.token, close.token];
  const span: Token = { type: 'span', start: { ...from.start }, end: { ...to.end }, _span: name };
  const text: Token = { type: 'spanText', start: { ...from.end }, end: { ...to.start } };
  // What belongs to a span is no text any more.
  for (const token of [from, to]) delete token._mark;
  return [
    ['enter', span, context],
    ['enter', from, context],
    ['exit', from, context],
    ['enter', text, context],
    ...resolved(events.slice(open.index + 2, close.index), context),
    ['exit', text, context],
    ['enter', to, context],
    ['exit', to, context],
    ['exit', span, context],
  ];
}

/** What is in a span, with the spans and the emphasis in it. */
function resolved(events: Event[], context: TokenizeContext): Event[] {
  const constructs = [context.parser.constructs.insideSpan?.null ?? []].flat();
  const resolvers = new Set(constructs.flatMap(({ resolveAll }) => resolveAll ?? []));
  return [...resolvers].reduce((inside, resolve) => resolve(inside, context), events);
}
