/** A part of an equation, or of the words around it. */
export interface Token {
  kind:
    | 'number'
    | 'word'
    | 'relation'
    | 'rough'
    | 'operator'
    | 'open'
    | 'close'
    | 'currency'
    | 'percent'
    | 'line'
    | 'other';
  text: string;
  start: number;
  end: number;
  /** Whether there is white space before it. */
  isSpaced: boolean;
}

const lexeme =
  /(?<number>(?:\d{1,3}(?:[,'’\u00A0\u2009\u202F]\d{3})+(?!\d)|\d+)(?:\.\d+)?)|(?<operator>[-+*/×·⋅∙÷−–^]|(?<=[\d)%\s])x(?=\s?[\d$€£(])|[⁰¹²³⁴⁵⁶⁷⁸⁹])|(?<word>[\p{L}µ][\p{L}\p{N}_µ]*)|(?<relation>[=≈≃≅])|(?<rough>~)|(?<open>\()|(?<close>\))|(?<currency>[$€£¥])|(?<percent>%)|(?<line>\n)|\s|(?<other>.)/gsu;

/** The tokens of a text. A number that goes on like a version, a clock or a name is none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isSpaced = true;
  for (const { 0: words, index: start, groups } of text.matchAll(lexeme)) {
    const [kind] = Object.entries(groups!).find(([, value]) => value !== undefined) ?? [];
    const end = start + words.length;
    if (kind) {
      const isNumber = kind !== 'number' || isApart(text, start, end);
      tokens.push({ kind: isNumber ? (kind as Token['kind']) : 'other', text: words, start, end, isSpaced });
    }
    isSpaced = !kind || kind === 'line';
  }
  return tokens;
}

const isApart = (text: string, start: number, end: number) =>
  !/[\p{L}\p{N}_.:#@&\\\uFFFC]/u.test(text.charAt(start - 1)) &&
  !/^(?:[.,:'’_]\d|[_\uFFFC#]|:\d)/.test(text.slice(end, end + 2));
