import type { WordsController } from '../../controllers/words-controller.js';
import { element } from '../../internal/data-content.js';
import { own } from '../../internal/own.js';
import { pairsOf } from '../../internal/read.js';
import { rootOf } from '../../internal/roots.js';
import { addStyles } from '../../internal/styles.js';
import { textOf } from '../../internal/text.js';
import { warn } from '../../internal/warn.js';
import css from './explanation.css?inline';
import { isRecord, keyOf } from './law-names.js';
import type { LawTable } from './law-table.js';

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
function explanationOf(law: string, words: WordsController): string {
  const key = law as keyof typeof laws;
  return words.exists(key) ? words.term(key) : (own(laws, key) ?? '');
}

/** The author's explanations by the keys of their laws: those of the property, or else those in a `<details>`. Warns of what is no text. */
export function ownLaws(host: LawTable): Map<string, string> {
  const { laws } = host;
  const refuse = (where = '') =>
    warn(host, `cannot use laws${where}: set the property to an object of texts, by the names of the laws.`);
  if (!isRecord(laws)) {
    if ((laws ?? host.getAttribute('laws')) != null) refuse();
    const written = pairsOf(host.querySelector('details dl'));
    return new Map(written.map(({ term, values }) => [keyOf(term), values.map(textOf).join(' ')]));
  }
  const own = new Map<string, string>();
  for (const name of Object.keys(laws)) {
    let text: unknown = refuse;
    try {
      text = laws[name];
    } catch {}
    if (/^[bns][^y]+$/.test(typeof text)) own.set(keyOf(name), String(text));
    else if (text != null) refuse(`.${name}`);
  }
  return own;
}

/**
 * Explains laws in a box below `anchor`, which any press elsewhere closes, as do Escape and the button that has opened it.
 * @param button discloses all explanations
 */
export function explain(
  host: LawTable,
  words: WordsController,
  button: HTMLElement,
  cells: readonly HTMLElement[],
  anchor: HTMLElement,
): void {
  const own = ownLaws(host);
  const isAll = anchor === button;
  const root = rootOf(host);
  const pairs = cells.flatMap((cell) => {
    const key = keyOf(cell);
    return [element('dt', textOf(cell)), element('dd', own.get(key) ?? explanationOf(key, words))];
  });
  let box = root.querySelector<HTMLElement>('[popover]');
  if (!box) {
    addStyles(root, css);
    box = element('div');
    box.popover = 'auto';
    box.setAttribute('part', 'explanation');
    box.role = 'group';
    root.append(box);
    // So a press on the button is none elsewhere, and what is explained comes next in the order of reading.
    (button as HTMLButtonElement).popoverTargetElement = box;
    box.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'closed') button.ariaExpanded = 'false';
    });
  }
  if (isAll && button.ariaExpanded === 'true') {
    box.hidePopover();
    return;
  }
  box.ariaLabel = textOf(anchor);
  box.replaceChildren(element('dl', pairs));
  box.showPopover();
  button.ariaExpanded = String(isAll);
  const { left, bottom } = anchor.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.offsetWidth - 16;
  box.style.left = `${scrollX + Math.max(16, Math.min(left, room))}px`;
  box.style.top = `${scrollY + bottom + 4}px`;
}
