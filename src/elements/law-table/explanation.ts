import type { WordsController } from '../../controllers/words-controller.js';
import { element } from '../../internal/data-content.js';
import { own } from '../../internal/own.js';
import { addStyles } from '../../internal/styles.js';
import css from './explanation.css?inline';

/** The laws that authors of such pages name, by slug: what each one says, and what to look for. */
export const laws = {
  'correlated-failure':
    'Parts that share something (a rack, a deploy, a library, a certificate) fail together. Redundancy helps only as far as what is shared is known and kept small.',
  'asynchronous-reality':
    'There is no common “now”: messages are late, lost or out of order, and slow cannot be told from gone. What depends on order or on time has to say how it gets them.',
  'emergent-chaos':
    'At scale a system behaves in ways that no single part shows: retry storms, metastable states, feedback loops. They are found by load and by experiment, not by reading the parts.',
  'multidimensional-optimization':
    'Latency, cost, consistency, availability and simplicity cannot all be best at once. A design is the choice of what gives way, and it should be written down.',
  'distributed-knowledge':
    'No part knows the state of the whole; each acts on a partial and ageing picture of it. Agreement costs time, and monitoring is one more such picture.',
  'cognitive-load':
    'People can operate only what they can hold in their heads. Past that point, complexity becomes slow incidents, wrong changes and knowledge in too few people.',
  'economic-reality':
    'Every nine, replica and region is paid for in money and in people’s time. An architecture that its business cannot carry does not last.',
};

/** What a law says, in the language of the words; empty where it is none of these. */
export function explanationOf(law: string, words: WordsController): string {
  const key = law as keyof typeof laws;
  return words.exists(key, {}) ? words.term(key) : (own(laws, key) ?? '');
}

/** Shows explanations in a box below `anchor`, which any press elsewhere closes, as does Escape. */
export function explain(root: ShadowRoot, pairs: (readonly [string, string])[], anchor: HTMLElement): void {
  let box = root.querySelector<HTMLElement>('[popover]');
  if (!box) {
    addStyles(root, css);
    box = element('div');
    box.popover = 'auto';
    box.setAttribute('part', 'explanation');
    root.append(box);
  }
  box.replaceChildren(element('dl', ...pairs.flatMap(([name, text]) => [element('dt', name), element('dd', text)])));
  box.showPopover();
  const { left, bottom } = anchor.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - 16;
  box.style.left = `${scrollX + Math.max(16, Math.min(left, room))}px`;
  box.style.top = `${scrollY + bottom + 4}px`;
}
