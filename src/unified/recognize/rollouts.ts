import { parseArrows } from '../../internal/chains-text.js';

export const isAboutRollout = (words: string): boolean => /\b(rollouts?|roll-outs?|deploy|canary|release)/i.test(words);

const isStage = (words: string) => /%|canary|\ball\b/i.test(words);

/** Whether a line is a rollout's stages: the shares of users that get it. */
export const isPath = (line: string): boolean => (parseArrows(line)?.filter(isStage).length ?? 0) >= 2;

/** Whether items are such stages: short, and most of them shares. */
export const areStages = (items: string[]): boolean =>
  items.length > 2 && items.every((item) => item.length < 40) && items.filter(isStage).length * 2 > items.length;
