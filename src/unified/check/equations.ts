import { type Token, tokensOf } from './equation-tokens.js';
import { type Unit, unitOf } from './measures.js';

/** A number with its unit, as it is written. */
export interface Figure {
  type: 'figure';
  /** Without what groups the digits. */
  digits: string;
  /** `K`, `million`: a power of a thousand. */
  thousands: number;
  /** `B` and `m` may as well be units. */
  isOpen?: 'bigB' | 'smallM';
  units: readonly { unit: Unit; power: 1 | -1; text: string }[];
  /** Whether it counts something: `5 servers`. */
  isCount: boolean;
  isRough: boolean;
  /** Where the number begins, and where its last unit ends. */
  start: number;
  end: number;
}

/** Figures that are reckoned with. */
export interface Operation {
  type: 'operation';
  operator: '+' | '-' | '*' | '/' | '^' | '%';
  left: Term;
  right: Term;
}

export type Term = Figure | Operation;

/** One side of an equation, with its words. */
export interface Side {
  term: Term;
  start: number;
  end: number;
}

/** Two or more sides, each of which is said to be the next. */
export interface Equation {
  sides: Side[];
  /** Whether what stands before each side but the first says that it is about right. */
  rough: boolean[];
}

/** In figures. Nobody reckons longer in a sentence. */
const longest = 40;
/** Brackets in each other. */
const deepest = 5;

const plainFigure = { type: 'figure', thousands: 0, units: [], isCount: false, isRough: false } as const;

/** The equations of a text that can be read as a whole; whatever else is there says nothing. */
export function equationsIn(text: string): Equation[] {
  if (!/[=≈≃≅]/.test(text)) return [];
  const tokens = tokensOf(text);
  const equations: Equation[] = [];
  let next = 0;
  /** Where what has been read last ends. */
  let behind = -1;
  while (next < tokens.length) {
    const reader = new Reader(tokens, next);
    const isBeginning = canBegin(tokens, next, behind);
    const equation = isFirst(tokens[next]!) ? reader.equation() : undefined;
    if (equation && isBeginning && canEnd(tokens, reader.at)) equations.push(equation);
    // What is in brackets may be an equation of its own.
    if (!equation && tokens[next]!.kind === 'open') next++;
    else {
      if (reader.at > next) behind = reader.at;
      next = Math.max(reader.at, next + 1);
    }
  }
  return equations;
}

const isFirst = ({ kind }: Token) => kind === 'number' || kind === 'currency' || kind === 'open' || kind === 'rough';

/** Words that take what follows for their own. */
const functions =
  /^(?:log|ln|lg|sqrt|root|max|min|mod|modulo|floor|ceil|round|sum|mean|median|half|twice|double|third|quarter|times|plus|minus|by|over|than|divided|multiplied|dozen|power|and|or|[a-zA-Z])$/i;
/** What is all of something: “a limit of 5 × 60 = 300 s”. */
const whole =
  /^(?:limit|total|load|rate|storage|size|cost|price|capacity|throughput|bandwidth|volume|traffic|budget|need)$/i;

/** Whether an equation may begin behind what is there. */
function canBegin(tokens: readonly Token[], at: number, behind: number): boolean {
  const last = tokens[at - 1];
  if (!last) return true;
  if (behind === at || (last.text === ',' && behind === at - 1)) return false;
  const { kind, text } = last;
  if (kind === 'line') return !/operator|rough|open/.test(tokens[at - 2]?.kind ?? '');
  if (text === 'of') return whole.test(tokens[at - 2]?.text ?? '');
  if (kind === 'word') return !functions.test(text);
  if (kind === 'relation') return text === '=';
  if (kind === 'open') return last.isSpaced || at === 1;
  if (/^[-–]$/.test(text)) return isDash(tokens, at - 1);
  return kind === 'other' && /[:;,.!?—→•|✓✅]/u.test(text) && (tokens[at]!.isSpaced || /[—→]/.test(text));
}

/** Whether a dash parts words, and takes nothing away. */
function isDash(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at + 1]!.isSpaced && tokens[at]!.isSpaced && (!before || /^\p{L}{3,}$|^[:\n]$/u.test(before.text));
}

/** Whether an equation may end before what is there. */
function canEnd(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next) return true;
  const after = tokens[at + 1];
  const { kind, text, isSpaced } = next;
  if (kind === 'line') return after?.kind !== 'operator' || /^[-–*]$/.test(after.text);
  if (kind === 'word') return isSpaced && !unitOf(text) && (isPlain(text) || isJoint(text));
  if (kind === 'operator') return /^[-–]$/.test(text) && isSpaced && after?.kind === 'word' && after.isSpaced;
  if (kind === 'open') return isSpaced;
  if (kind === 'close') return true;
  return kind === 'other' && /^[.,;:!?—→|…✓✅❌<>≤≥"”]$/u.test(text);
}

/** Words that go on with a sentence. */
const joints = /^(?:of|in|for|at|on|and|with|which|that|so|is|are|per|a|an|each|every|by|from|if|we|as|because|but)$/i;
const isJoint = (word: string) => joints.test(word);

/** Words that stand for another number, or for a unit that is not known here. */
const unknown =
  /^(?:dozens?|lakhs?|crores?|pairs?|gross|score|hundreds?|thousands?|millions?|billions?|trillions?|cents?|pence|points?|basis|half|halves|thirds?|quarters?|decades?|centur\w*|fortnights?|sprints?|double|triple|squared|cubed|degrees?|feet|foot|inch(?:es)?|miles?|yards?|grams?|pounds?|tons?|tonnes?|watts?|volts?|amps?|joules?|hertz|celsius|kelvin|nines?|pages?|blocks?|sectors?|words?|nibbles?|(?:kilo|mega|giga|tera|peta|milli|micro|nano|centi|deci)\w+|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;
const acronyms = /^(?:v?[CG]PUs?|v?[cC]ores?|VMs?|[DMW]AUs?|SSDs?|HDDs?|AZs?|DCs?|IDs?|URLs?|APIs?|SKUs?|PoPs?)$/;

/** Whether a word names what is counted. */
const isPlain = (word: string) =>
  acronyms.test(word) || (/^[a-z]{3,}$/i.test(word) && !isJoint(word) && !unknown.test(word) && !functions.test(word));

const powers: Record<string, number> = { k: 1, m: 2, b: 3, t: 4 };
const multiplier = /^(?:[KkMBT]|bn|mn|thousand|million|billion|trillion)$/;
const thousandsOf = (word: string) => powers[word.replace('thousand', 'k').charAt(0).toLowerCase()]!;

const operators: Record<string, Operation['operator']> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  x: '*',
  '÷': '/',
  '/': '/',
};
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads an equation from a token on. Where it cannot, it stops there. */
class Reader {
  #figures = 0;
  #depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    public at: number,
  ) {}

  equation(): Equation | undefined {
    const first = this.#side();
    if (!first) return undefined;
    const sides = [first];
    const rough: boolean[] = [];
    while (this.#is('relation')) {
      const isRough = this.#take().text !== '=';
      const isAbout = this.#rough();
      const side = this.#side();
      if (!side) return undefined;
      sides.push(side);
      rough.push(isRough || isAbout);
    }
    return sides.length > 1 ? { sides, rough } : undefined;
  }

  #side(): Side | undefined {
    const start = this.tokens[this.at]?.start ?? 0;
    const term = this.#sum();
    return term && { term, start, end: this.tokens[this.at - 1]!.end };
  }

  #sum(): Term | undefined {
    return this.#operations('+-', () => this.#operations('*/%', () => this.#power()));
  }

  #operations(wanted: string, operand: () => Term | undefined): Term | undefined {
    let left = operand();
    for (let operator = left && this.#operator(wanted); left && operator; operator = this.#operator(wanted)) {
      const right = operand();
      left = right && { type: 'operation', operator, left, right };
      if (!left) return undefined;
    }
    return left;
  }

  /** Takes an operator, if it is one of those wanted. */
  #operator(wanted: string): Operation['operator'] | undefined {
    const [last, token, next] = [this.tokens[this.at - 1], this.tokens[this.at], this.tokens[this.at + 1]];
    if (!token) return undefined;
    const isShare = token.text === 'of' && /^(?:%|percent)$/.test(last?.text ?? '') && wanted.includes('%');
    const operator = isShare ? '%' : token.kind === 'operator' ? operators[token.text] : undefined;
    if (!operator || !wanted.includes(operator)) return undefined;
    // Without spaces a hyphen is that of a range, a day or a name.
    if (/^[-–]$/.test(token.text) && !(token.isSpaced && next?.isSpaced)) return undefined;
    this.at++;
    return operator;
  }

  #power(): Term | undefined {
    const left = this.#atom();
    const token = this.tokens[this.at];
    if (!left || token?.isSpaced || token?.kind !== 'operator') return left;
    const raised = superscripts.indexOf(token.text);
    const { start, end } = token;
    const figure = (digits: string): Figure => ({ ...plainFigure, digits, start, end });
    if (raised >= 0) {
      let digits = '';
      while (superscripts.includes(this.tokens[this.at]?.text ?? '?'))
        digits += superscripts.indexOf(this.#take().text);
      return { type: 'operation', operator: '^', left, right: figure(digits) };
    }
    if (token.text !== '^') return left;
    this.at++;
    const exponent = this.#is('number') ? this.#take().text : '';
    return /^\d{1,3}$/.test(exponent) ? { type: 'operation', operator: '^', left, right: figure(exponent) } : undefined;
  }

  #atom(): Term | undefined {
    if (!this.#is('open')) return this.#figure();
    if (++this.#depth > deepest) return undefined;
    this.at++;
    const inner = this.#sum();
    if (!inner || !this.#is('close')) return undefined;
    this.at++;
    this.#depth--;
    return inner;
  }

  #figure(): Figure | undefined {
    const isRough = this.#rough();
    const sign = this.#is('currency') ? this.#take() : undefined;
    const number = this.#is('number') && ++this.#figures <= longest ? this.#take() : undefined;
    if (!number) return undefined;
    const digits = number.text.replace(/[,'’\u00A0\u2009\u202F]/g, '');
    const { start, end } = { ...number, ...(sign && { start: sign.start }) };
    const units = sign ? [{ unit: unitOf(sign.text)!, power: 1 as const, text: sign.text }] : [];
    const figure: Figure = { ...plainFigure, digits, units, isRough, start, end };
    this.#multiplier(figure);
    this.#unit(figure);
    for (let count = 0; count < 6 && this.#periodOrNoun(figure); count++);
    return figure;
  }

  #multiplier(figure: Figure): void {
    const [token, next] = [this.tokens[this.at], this.tokens[this.at + 1]];
    const isMinute = token?.text === 'm';
    if (token?.kind !== 'word' || !(isMinute ? next?.text !== '/' : multiplier.test(token.text))) return;
    figure.thousands = thousandsOf(token.text);
    if (token.text === 'B') figure.isOpen = 'bigB';
    if (isMinute) figure.isOpen = 'smallM';
    figure.end = this.#take().end;
  }

  #unit(figure: Figure): void {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' && token?.kind !== 'percent') return;
    const isSpeed = token.text === 'm' && this.tokens[this.at + 1]?.text === '/';
    this.#add(figure, isSpeed ? 'metres' : token.text, 1);
  }

  /** Takes the token that is a unit, if it is one. */
  #add(figure: Figure, name: string, power: 1 | -1): boolean {
    const unit = unitOf(name);
    if (!unit) return false;
    const { text, end } = this.#take();
    figure.units = [...figure.units, { unit, power, text }];
    figure.end = end;
    return true;
  }

  /** Takes what is counted, or what it is counted by: `users`, `/s`, `per day`, `/user`, `(original)`. */
  #periodOrNoun(figure: Figure): boolean {
    const [token, next, after] = this.tokens.slice(this.at, this.at + 3);
    if (!token) return false;
    const isPer = token.text === '/' || /^(?:per|an?|each|every)$/.test(token.text);
    if (isPer && next?.kind === 'word') {
      if (!unitOf(next.text) && !isPlain(next.text)) return false;
      this.at++;
      if (!this.#add(figure, next.text, -1)) this.at++;
      return true;
    }
    if (token.kind === 'word' && token.isSpaced && isPlain(token.text) && !unitOf(token.text)) {
      this.at++;
      figure.isCount = true;
      return true;
    }
    const isNote = token.kind === 'open' && token.isSpaced && isPlain(next?.text ?? '') && after?.kind === 'close';
    if (isNote) this.at += 3;
    return isNote;
  }

  /** Takes what says that a figure is about right. */
  #rough(): boolean {
    const isRough =
      this.#is('rough') || /^(?:about|around|roughly|approximately)$/.test(this.tokens[this.at]?.text ?? '');
    if (isRough) this.at++;
    return isRough;
  }

  #is(kind: Token['kind']): boolean {
    return this.tokens[this.at]?.kind === kind;
  }

  #take(): Token {
    return this.tokens[this.at++]!;
  }
}
