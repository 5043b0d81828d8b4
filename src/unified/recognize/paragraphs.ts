import type { Element } from 'hast';
import { element, textOf } from '../hast.js';
import type { Context } from './context.js';
import { factsOf } from './facts.js';
import { divided, ledLines, linesOf } from './lines.js';
import { recognizeProfile } from './profiles.js';
import { tellsRollout } from './rollouts.js';
import { recognizeTimedLines } from './timelines.js';

/** Lines that begin with bold words stay lines; times, percentiles, facts or a rollout among them are more. */
export function recognizeParagraph(node: Element, context: Context, isInSection: boolean): Element {
  const made = recognizeTimedLines(linesOf(node), node, context) ?? recognizeProfile(node);
  if (made) return made;
  const lines = ledLines(node);
  const facts = lines && isInSection ? factsOf(node, context.heading) : undefined;
  if (facts) return element('quick-facts', {}, [facts], node);
  const paragraph = lines ? divided(node) : node;
  const isRollout = (lines ?? [textOf(node)]).some((line) => tellsRollout(line, context.heading));
  return isRollout ? element('rollout-path', {}, [paragraph], node) : paragraph;
}
