import type { ReactiveController } from '@lit/reactive-element';
import type { TableController } from '../../controllers/table-controller.js';
import { sayBehind } from '../../internal/clipboard.js';
import { element } from '../../internal/data-content.js';
import { derive } from '../../internal/own-attributes.js';
import { bodyRowsOf, pairsOf } from '../../internal/read.js';
import { provide } from '../../internal/translations.js';
import { isRecord, keyOf } from './law-names.js';
import type { LawTable } from './law-table.js';

/** The words for it in English. */
export const lawWords = {
  $code: 'en',

  explainLaws: 'Explain the laws',
};
provide(lawWords);

/** Marks the laws that can be explained, and explains them where they are pressed; a button explains all of them. */
class LawControls implements ReactiveController {
  readonly #button = element('button');

  constructor(
    private readonly host: LawTable,
    private readonly table: TableController,
  ) {
    this.#button.setAttribute('part', 'button');
    this.#button.ariaExpanded = 'false';
    table.tools.append(this.#button);
    this.#button.addEventListener('click', (event) => {
      // The browser would open and close the box, too.
      event.preventDefault();
      this.#explain(this.#cells(), this.#button);
    });
    host.addEventListener('click', ({ target }) => {
      const cell = (target as Element).closest<HTMLElement>('[data-law]');
      if (cell && !(target as Element).closest('a, button')) this.#explain([cell], cell);
    });
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { laws } = this.host;
    const { table, words } = this.table;
    const written = pairsOf(this.host.querySelector('details dl'));
    const names = isRecord(laws) ? Object.keys(laws) : written.map(({ term }) => term);
    const keys = new Set(names.map(keyOf));
    for (const row of table ? bodyRowsOf(table) : []) {
      const [cell] = row.cells;
      const key = keyOf(cell!);
      derive(cell!, 'data-law', (keys.size ? keys.has(key) : builtIn.test(key)) ? '' : null);
    }
    this.#button.textContent = words.term('explainLaws');
    this.#button.hidden = !this.#cells().length;
  }

  hostDisconnected(): void {
    // The browser closes the box without a word.
    this.#button.ariaExpanded = 'false';
  }

  #cells(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('[data-law]')];
  }

  #explain(cells: HTMLElement[], anchor: HTMLElement): void {
    const { words } = this.table;
    import('./explanation.js').then(
      ({ explain }) => explain(this.host, words, this.#button, cells, anchor),
      () => sayBehind(this.#button, words.term('notLoaded')),
    );
  }
}

const builtIn =
  /^(correlated-failure|asynchronous-reality|emergent-chaos|multidimensional-optimization|distributed-knowledge|cognitive-load|economic-reality)$/;

export const addControls = (host: LawTable, table: TableController): void => void new LawControls(host, table);
