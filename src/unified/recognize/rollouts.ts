import { parseArrows } from '../../internal/chains-text.js';

const about = /\b(?:rollouts?|roll-outs?|deploy|canary|release|traffic[- ]shift)/i;
/** What cannot be anything else. */
const named = /\b(?:rollouts?|roll-outs?|canary)\b/i;
/** A share as a whole, with whose it is or how long; what else has a percent sign is more often a measure. */
const share = /^[~≈]?\[?([\dX][\dX.,]*)\]?\s?%(?:\s+(?:of|for|in|on|after)\b.*|\s*[(,;:–—].*)?$/iu;
/** What stands before shares of something else. */
const measure = /\b(?:rates?|ratio|errors?|latency|usage|load|coverage|conversions?|availability|uptime|since)\b/i;
const everybody = /^\W*(?:all|everybody|everyone)\b|\ball (?:users|customers|regions|traffic)\b/i;

const isStage = (words: string): boolean => share.test(words) || everybody.test(words) || /\bcanary\b/i.test(words);

/** Whether stages reach more and more: placeholders may be anything. */
function isWidening(stages: readonly string[]): boolean {
  const shares = stages.map((stage) => Number(share.exec(stage)?.[1])).filter((one) => !Number.isNaN(one));
  return shares.every((one, at) => !at || one > shares[at - 1]!);
}

/**
 * Whether a line tells a rollout by its stages, the shares of users that get it, and so does the line or the heading above it
 * in words. Where the words may be about what was released, the stages lead on to everybody.
 */
export function tellsRollout(line: string, heading: string): boolean {
  const words = `${heading}\n${line}`;
  if (!about.test(words)) return false;
  const stages = parseArrows(line) ?? [];
  const last = stages.at(-1) ?? '';
  const isToAll = stages.length > 2 && (everybody.test(last) || Number(share.exec(last)?.[1]) === 100);
  const [first = ''] = stages;
  if (measure.test(line.slice(0, line.indexOf(first)))) return false;
  return stages.filter(isStage).length > 1 && isWidening(stages) && (isToAll || named.test(words));
}

/** Whether items below a heading are such stages: short, and most of them shares. */
export const areStages = (items: readonly string[], heading: string): boolean =>
  about.test(heading) &&
  items.length > 2 &&
  items.every((item) => item.length < 40) &&
  items.filter(isStage).length * 2 > items.length &&
  isWidening(items);
