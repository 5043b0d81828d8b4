import { automatonOf, beginning, searching } from './automaton.mjs';

/** @import { Automaton } from './automaton.mjs' */

/** So many sets of states are looked at before an expression is taken to be one that can fail. */
const mostSets = 10_000;

/**
 * Whether there are texts for which an expression takes more steps than their length explains: texts that it can read in
 * two ways, again and again, before it fails. A search begins anew at every character, which is one of the ways.
 * (Weideman et al., “Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers by Using Ambiguity of
 * NFA”, 2016.)
 *
 * A look-around of more than one character may say either; counted copies are cut short, and backreferences never match.
 *
 * @param {string} source
 * @param {string} flags
 * @returns {{ growth: 'exponential' | 'polynomial', pump: string } | undefined} `pump` is the text to repeat
 */
export function backtrackingOf(source, flags) {
  const automaton = automatonOf(source, flags);
  const loops = loopsOf(automaton);
  for (const loop of loops) {
    const pump = [...loop].some((state) => canFail(automaton, state)) && twoWaysRound(automaton, loop);
    if (pump) return { growth: 'exponential', pump };
  }
  if (automaton.looksBackFar) return { growth: 'polynomial', pump: 'what it looks back over' };
  for (const one of loops) {
    for (const other of loops) {
      const pump = one !== other && !other.has(searching) && twoWaysOn(automaton, one, other);
      if (pump) return { growth: 'polynomial', pump };
    }
  }
  return undefined;
}

/** The sets of states that lead to each other (Tarjan's algorithm), where a step leads back. */
function loopsOf({ steps }) {
  const [index, low, stack, loops] = [new Map(), new Map(), [], []];
  for (const start of steps.keys()) if (!index.has(start)) visit(start);
  return loops;

  function visit(state) {
    index.set(state, index.size);
    low.set(state, index.get(state));
    stack.push(state);
    for (const { to } of steps[state]) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(state, Math.min(low.get(state), low.get(to)));
    }
    if (low.get(state) !== index.get(state)) return;
    const loop = new Set(stack.splice(stack.indexOf(state)));
    if (loop.size > 1 || steps[state].some(({ to }) => to === state)) loops.push(loop);
  }
}

/** A text that leads round a loop in two ways. */
function twoWaysRound(automaton, loop) {
  for (const start of loop) {
    const pump = pumpOf({
      start: [start, start],
      read: automaton.sets[start],
      areApart: false,
      stepsOf: ([one, other], read) => [
        stepsFrom(automaton, one, loop),
        failingStepsFrom(automaton, other, read, loop),
      ],
      isFound: ({ states, areApart }) => areApart && states.every((state) => state === start),
      automaton,
    });
    if (pump) return pump;
  }
  return undefined;
}

/** A text that leads round a loop, from it to another one, and round that one. */
function twoWaysOn(automaton, fromLoop, toLoop) {
  for (const to of toLoop) {
    if (!canFail(automaton, to)) continue;
    for (const from of fromLoop) {
      const pump = pumpOf({
        start: [from, from, to],
        read: automaton.sets[from] & automaton.sets[to],
        areApart: true,
        stepsOf: ([one, way, other], last) => [
          stepsFrom(automaton, one, fromLoop),
          stepsFrom(automaton, way),
          failingStepsFrom(automaton, other, last, toLoop),
        ],
        isFound: ({ states: [one, way, other] }) => one === from && way === to && other === to,
        automaton,
      });
      if (pump) return pump;
    }
  }
  return undefined;
}

/**
 * The shortest text that takes several walks through an automaton from their start to where they are wanted. It ends with
 * the character before it, or it could not be repeated.
 */
function pumpOf({ read: all, ...walks }) {
  for (const bit of bitsOf(all)) {
    const pump = pumpBehind(bit, walks);
    if (pump) return pump;
  }
  return undefined;
}

function* bitsOf(set) {
  for (let bit = 1n; bit <= set; bit <<= 1n) if (bit & set) yield bit;
}

function pumpBehind(last, { start, areApart: startApart, stepsOf, isFound, automaton }) {
  const queue = [{ states: start, read: last, areApart: startApart, sets: [] }];
  const seen = new Set();
  for (const { states, read, areApart, sets } of queue) {
    for (const { after, before, taken } of together(automaton, read, stepsOf(states, read))) {
      const next = {
        states: taken.map(({ to }) => to),
        read: before,
        areApart: areApart || taken.some((step) => step.way !== taken[0].way),
        // What follows says more of the character before.
        sets: [...sets.slice(0, -1), ...(sets.length ? [after] : []), before],
      };
      if (before & last && isFound(next)) return [...next.sets.slice(0, -1), last].map(automaton.sample).join('');
      const key = `${next.states} ${next.areApart} ${before}`;
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return undefined;
}

/** One step of each choice, where all can be taken behind the same character, with the same next one. */
function* together({ sets }, read, choices, before = -1n, taken = []) {
  if (!read || !before) return;
  const [steps, ...rest] = choices;
  if (!steps) {
    yield { after: read, before, taken };
    return;
  }
  for (const step of steps) {
    const { to, guard } = step;
    yield* together({ sets }, read & guard.after, rest, before & guard.before & sets[to], [...taken, step]);
  }
}

const stepsFrom = ({ steps }, state, within) =>
  steps[state].filter(({ to }) => !within || within.has(to)).map((way) => ({ ...way, way }));

/** Steps with characters before which the expression has not matched already. */
const failingStepsFrom = (automaton, state, read, within) => {
  const ends = endsOf(automaton, state, read);
  return stepsFrom(automaton, state, within).map(({ guard, ...step }) => ({
    ...step,
    guard: { ...guard, before: guard.before & ~ends },
  }));
};

/** The characters before which the expression matches in a state, whichever of the characters has been read. */
function endsOf({ sets, ends }, state, read) {
  const isCertain = ({ after, isSure }) => isSure && (read & sets[state] & ~after) === 0n;
  return ends[state].filter(isCertain).reduce((all, { before }) => all | before, 0n);
}

/**
 * Whether there is a text behind a state with which nothing matches.
 *
 * @param {Automaton} automaton
 * @param {number} start
 */
function canFail(automaton, start) {
  if (start === beginning || start === searching) return true;
  const { sets, all, edge, steps } = automaton;
  const queue = [{ states: [start], read: sets[start] }];
  const seen = new Set();
  for (const { states, read } of queue) {
    const ends = states.reduce((sum, state) => sum | endsOf(automaton, state, read), 0n);
    if (!(ends & edge)) return true;
    for (const bit of bitsOf(all & ~ends)) {
      const isTaken = (state, { to, guard: { after, before, isSure } }) =>
        isSure && bit & before & sets[to] && (read & sets[state] & ~after) === 0n;
      const next = new Set();
      for (const state of states) for (const step of steps[state]) if (isTaken(state, step)) next.add(step.to);
      const key = `${[...next].sort()} ${bit}`;
      if (seen.has(key)) continue;
      if (seen.size > mostSets) return true;
      seen.add(key);
      queue.push({ states: [...next], read: bit });
    }
  }
  return false;
}
