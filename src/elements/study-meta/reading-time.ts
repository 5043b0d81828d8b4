import type { WordsController } from '../../controllers/words-controller.js';
import { textOf } from '../../internal/text.js';

/** Words a minute: the mean of silent reading in English, non-fiction (https://doi.org/10.1016/j.jml.2019.104047). */
const pace = 238;
/** Chinese and Japanese signs a minute, which no spaces part: the middle of 400 to 600 (https://iwb.jp/article-duration/). */
const signPace = 500;
const sign = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;

/** What has been counted in this turn, by page. */
const counted = new Map<Node, number>();

/** How long the page around an element takes to read, in words. */
export function readingTime(element: Element, words: WordsController): string {
  const around = element.closest('case-study, article, main');
  const page = around ?? element.getRootNode();
  const minutes = counted.get(page) ?? minutesOf(around ? textOf(around) : textAround(element));
  // Many facts of one page that are told at once are counted once.
  if (!counted.has(page)) setTimeout(() => counted.delete(page));
  counted.set(page, minutes);
  const form = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  return words.number(Math.max(1, Math.round(minutes)), form);
}

function minutesOf(text: string): number {
  const words = text.replace(sign, ' ').match(/\S+/g)?.length ?? 0;
  return words / pace + (text.match(sign)?.length ?? 0) / signPace;
}

/** The text of the page that a node stands in: of its shadow root, if it is in one, and of all that is around that. */
function textAround(node: Node): string {
  const root = node.getRootNode() as Document | ShadowRoot;
  return 'host' in root ? `${textOf(root)} ${textAround(root.host)}` : textOf(root.body);
}
