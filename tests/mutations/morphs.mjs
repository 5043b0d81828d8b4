import { faultsIn, testsOf } from './faults.mjs';

const morphs = (only) => testsOf('embedding/morphs.test.ts', only);
const reused = (tag) => testsOf('embedding/reused-nodes.test.ts', `from the start: Elements/${tag}`);
const fault = (find, replace, why) => ({ kind: 'morph', find, replace, why });

/** What a library that morphs the page takes away, or an author writes later. */
export const morphFaults = [
  faultsIn(
    'src/controllers/content-controller.ts',
    morphs('law-table|takes it away|other than the nearest|none otherwise'),
    fault('    this.#attributes.push(attribute);\n', '', 'what is taken away is not missed'),
    fault('!isDue && this.#losses < most', '!isDue', 'a page hangs in which somebody takes each attribute away'),
    fault('records.some(isForeign)', 'true', 'what the elements write themselves makes them update'),
    fault('isDue && at; at = at.parentNode', 'isDue && at; at = null', 'the element around it does not write anew'),
  ),
  faultsIn(
    'src/internal/own-attributes.ts',
    morphs('later|at first'),
    fault('derive(element, name, value, null)', 'derive(element, name, value)', 'what an author wrote is overwritten'),
    fault(
      'const isOurs = present === null || present === (own ? own.value : unknown);',
      'const isOurs = true;',
      'an author has not the last word',
    ),
  ),
  faultsIn(
    'src/internal/tables.ts',
    morphs('loses its headings'),
    fault(
      "suggest(cell, 'data-label', header &&",
      "if (header) suggest(cell, 'data-label', header &&",
      'a label stays',
    ),
  ),
  faultsIn(
    'src/elements/compare-table/compare-table.ts',
    reused('compare-table'),
    fault('    this.#sizes.unobserve(this.#scroller);\n', '', 'what scrolls cannot be reached by keys'),
  ),
  faultsIn(
    'src/internal/anchors.ts',
    morphs('moves a reader nowhere'),
    fault(' || reached === location.href', '', 'a reader is moved to the place of the address once more'),
  ),
  faultsIn(
    'src/internal/cell-addresses.ts',
    morphs('moves a reader nowhere'),
    fault('if (reached.get(host) !== location.href) cell', 'cell', 'a reader is moved to the cell once more'),
  ),
  faultsIn(
    'src/internal/warn.ts',
    testsOf('embedding/clones.test.ts'),
    fault(' || !element.isConnected', '', 'a copy that has gone is warned of'),
  ),
  faultsIn(
    'src/diagrams/view.ts',
    morphs('own drawing'),
    fault('if (ready && this.outline) this.#restore(ready);', '', 'a drawing has lost its names'),
  ),
].flat();
