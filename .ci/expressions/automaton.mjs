import { CharSet, JS } from 'refa';

/**
 * Where a step may be taken: after which characters, and before which. Sets of characters are bits, one for each group
 * that the expression does not tell apart, and one more for the beginning and the end of the text. `isSure` is false
 * where a look-around has to say yes, too.
 *
 * @typedef {{ after: bigint, before: bigint, isSure: boolean }} Guard
 * @typedef {{ to: number, guard: Guard }} Step
 * @typedef {{ sets: bigint[], steps: Step[][], ends: Guard[][], all: bigint, edge: bigint, sample: (set: bigint) => string,
 *   isSearch: boolean, looksBackFar: boolean }} Automaton
 */

/** What a long run of counted copies is cut to: it cannot be gone through again and again, whatever its length. */
const [mostRequired, mostOptional] = [8, 4];

/** The states that stand for no character class: before the first character, and where a search has not begun a match. */
export const [beginning, searching] = [0, 1];

/**
 * The automaton of an expression, a state for every character class in it (Glushkov's construction). Two ways of the
 * expression to come from one class to another are two steps.
 *
 * @param {string} source
 * @param {string} flags
 * @returns {Automaton}
 */
export function automatonOf(source, flags) {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags }).parse({
    backreferences: 'disable',
    maxNodes: 1_000_000,
  });
  const groups = groupsOf(expression, maxCharacter);
  const { all, edge, bitsOf } = groups;
  const sets = [edge, all];
  /** @type {Step[][]} */
  const steps = [[], []];
  const anywhere = { after: all | edge, before: all | edge, isSure: true };
  let looksBackFar = false;

  const nothing = { first: [], last: [], empty: [anywhere] };
  const connect = (from, to) => {
    for (const { at, guard: one } of from) {
      for (const { at: next, guard: other } of to) {
        const guard = both(one, other);
        if (guard.after & sets[at] && guard.before & sets[next]) steps[at].push({ to: next, guard });
      }
    }
  };
  const guarded = (places, guards) =>
    guards.flatMap((guard) => places.map(({ at, guard: own }) => ({ at, guard: both(own, guard) })));

  function sequence(one, other) {
    connect(one.last, other.first);
    return {
      first: [...one.first, ...guarded(other.first, one.empty)],
      last: [...other.last, ...guarded(one.last, other.empty)],
      empty: one.empty.flatMap((guard) => other.empty.map((next) => both(guard, next))),
    };
  }

  const ofOne = (alternatives) => {
    const parts = alternatives.map(({ elements }) => elements.map(ofNode).reduce(sequence, nothing));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: parts.flatMap(({ empty }) => empty),
    };
  };

  function ofNode(node) {
    if (node.type === 'CharacterClass') {
      const at = sets.push(bitsOf(node.characters)) - 1;
      steps.push([]);
      return { first: [{ at, guard: anywhere }], last: [{ at, guard: anywhere }], empty: [] };
    }
    if (node.type === 'Alternation') return ofOne(node.alternatives);
    if (node.type === 'Quantifier') return ofQuantifier(node);
    if (node.type === 'Assertion') return ofAssertion(node);
    throw new Error(`${node.type} cannot be checked.`);
  }

  function ofQuantifier({ alternatives, min, max }) {
    const required = Math.min(min, mostRequired);
    let whole = nothing;
    for (let count = 0; count < required; count++) whole = sequence(whole, ofOne(alternatives));
    if (max === Number.POSITIVE_INFINITY) {
      const again = ofOne(alternatives);
      connect(again.last, again.first);
      return sequence(whole, { ...again, empty: [anywhere] });
    }
    let rest = nothing;
    for (let count = Math.min(max - min, mostOptional); count > 0; count--) {
      rest = { ...sequence(ofOne(alternatives), rest), empty: [anywhere] };
    }
    return sequence(whole, rest);
  }

  function ofAssertion({ kind, negate, alternatives }) {
    const single = singleClassOf(alternatives);
    if (single) {
      const set = bitsOf(single);
      const allowed = negate ? (all & ~set) | edge : set;
      const guard = kind === 'ahead' ? { ...anywhere, before: allowed } : { ...anywhere, after: allowed };
      return { ...nothing, empty: [guard] };
    }
    const unsure = { ...nothing, empty: [{ ...anywhere, isSure: false }] };
    if (kind === 'behind') {
      looksBackFar ||= hasLoop(alternatives);
      return unsure;
    }
    // What is looked ahead at is read, and nothing follows it.
    return { ...unsure, first: ofOne(alternatives).first };
  }

  const whole = ofOne(expression.alternatives);
  const isSearch = !flags.includes('y');
  const starts = isSearch ? [beginning, searching] : [beginning];
  if (isSearch) connect(starts.map(anyOf), [anyOf(searching)]);
  connect(starts.map(anyOf), whole.first);
  /** @type {Guard[][]} */
  const ends = sets.map(() => []);
  for (const { at, guard } of whole.last) ends[at].push(guard);
  return { sets, steps, ends, all, edge, sample: groups.sample, isSearch, looksBackFar };

  function anyOf(at) {
    return { at, guard: anywhere };
  }
}

const both = (one, other) => ({
  after: one.after & other.after,
  before: one.before & other.before,
  isSure: one.isSure && other.isSure,
});

/** The class of a look-around that looks at one character, or at whether there is one. */
function singleClassOf(alternatives) {
  const classes = alternatives.map(({ elements: [first, ...rest] }) => (rest.length ? undefined : first));
  if (!classes.every((one) => one?.type === 'CharacterClass')) return undefined;
  return classes.map(({ characters }) => characters).reduce((one, other) => one.union(other));
}

const hasLoop = (alternatives) =>
  alternatives.some(({ elements }) =>
    elements.some((node) => node.max === Number.POSITIVE_INFINITY || (node.alternatives && hasLoop(node.alternatives))),
  );

/** The characters in groups that the expression does not tell apart. */
function groupsOf(expression, maximum) {
  const sets = new Map();
  collect(expression);
  const starts = new Set([0]);
  for (const { ranges } of sets.values()) for (const { min, max } of ranges) starts.add(min).add(max + 1);
  /** @type {Map<string, { bit: bigint, sample: number }>} */
  const groups = new Map();
  const members = new Map([...sets.keys()].map((key) => [key, 0n]));
  const cursors = [...sets].map(([key, { ranges }]) => ({ key, ranges, index: 0 }));
  for (const start of [...starts].sort((one, other) => one - other)) {
    if (start > maximum) continue;
    const holds = cursors.filter((cursor) => {
      while (cursor.ranges[cursor.index]?.max < start) cursor.index++;
      return cursor.ranges[cursor.index]?.min <= start;
    });
    const name = holds.map(({ key }) => key).join('\n');
    const known = groups.get(name);
    // A sample that can be read is better than a control character.
    if (known) {
      if (known.sample < 0x20 && start >= 0x20) known.sample = start;
      continue;
    }
    const bit = 1n << BigInt(groups.size);
    groups.set(name, { bit, sample: start });
    for (const { key } of holds) members.set(key, members.get(key) | bit);
  }
  const edge = 1n << BigInt(groups.size);
  return {
    all: edge - 1n,
    edge,
    bitsOf: (set) => members.get(keyOf(set)) ?? 0n,
    sample: (set) => {
      const found = [...groups.values()].filter(({ bit }) => bit & set).map(({ sample }) => sample);
      const code = found.find((one) => one > 0x20 && one < 0x7f) ?? found[0] ?? 0;
      return String.fromCodePoint(code);
    },
  };

  function collect(node) {
    if (node.characters instanceof CharSet) sets.set(keyOf(node.characters), node.characters);
    for (const child of node.alternatives ?? node.elements ?? []) collect(child);
  }
}

const keyOf = (set) => set.ranges.map(({ min, max }) => `${min}-${max}`).join();
