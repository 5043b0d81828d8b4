import { faultsIn, testsOf } from './faults.mjs';
import { morphFaults } from './morphs.mjs';
import { saidFaults } from './said.mjs';
import { toldFaults } from './told.mjs';

/**
 * Faults that a test has to notice.
 *
 * @typedef {object} Fault
 * @property {string} kind what it is about: a listener, an observer, a timer …
 * @property {string} file where it is made: a module, or a style sheet
 * @property {string} find the text that it takes away, which is there once
 * @property {string} replace what it puts there
 * @property {string[]} tests the files that have to notice it: either `.test.ts` or `.test.mjs`
 * @property {string} [only] a regular expression for the titles of the tests that are run; all, where it is missing
 * @property {string} why what goes wrong
 */

/** A line that is not there. More lines of `find` say which of several it is, and stay. */
const without = (kind, find, why, where) => ({ kind, find, replace: find.replace(/^.*\n?/, ''), why, ...where });
/** A method that nobody calls. */
const uncalled = (find, why) => ({ kind: 'lifecycle', find, replace: find.replace(/\w+\(/, 'neverCalled('), why });
/** Lines that are there besides. */
const besides = (kind, find, more, why) => ({ kind, find, replace: `${find}\n${more}`, why });

/** What every element leaves behind, by the tests of one that has the code in it. */
const contractOf = (tag) => testsOf(`elements/${tag}.test.ts`, 'leaves nothing behind after a hundred detachments');
/** What a diagram in use leaves behind. */
const leaving = (only) => testsOf('diagrams/leaving.test.ts', only);

const lang = testsOf('languages/following.test.ts', 'watch no lang');

const disconnected = 'override disconnectedCallback(): void {';
const gone = 'hostDisconnected(): void {';
const kept = 'what outlives the element keeps it';
const observed = 'what has gone is still observed';
const grows = 'there is one more each time';

/** @type {Fault[]} */
const endingFaults = [
  faultsIn(
    'src/elements/architecture-diagram/architecture-diagram.ts',
    contractOf('architecture-diagram.contract'),
    uncalled(disconnected, kept),
    without('lifecycle', 'super.disconnectedCallback();', observed),
    without('listener', "removeEventListener('hashchange', this.#goToNode);", kept),
  ),
  faultsIn(
    'src/elements/case-study/code-stops.ts',
    testsOf('elements/code-stops.test.ts'),
    uncalled(gone, observed),
    without('listener', "document.fonts.removeEventListener('loadingdone', this.#measure);", kept),
    without('observer', 'this.#sizes.disconnect();\n    // Without', observed),
    without('observer', 'this.#sizes.disconnect();\n    if', 'text that changes is not measured again'),
  ),
  faultsIn(
    'src/elements/page-outline/page-outline.ts',
    contractOf('page-outline'),
    uncalled(disconnected, kept),
    without('lifecycle', 'super.disconnectedCallback();', observed),
    without('observer', 'this.#mutations?.disconnect();\n    this.ownerDocument', observed),
    without('listener', "this.ownerDocument.removeEventListener('scroll', this.#mark, true);", kept),
    {
      ...without(
        'listener',
        "removeEventListener('scroll', this.#mark, true)",
        'another listener is removed: this one is captured',
      ),
      replace: "removeEventListener('scroll', this.#mark)",
    },
    without('observer', 'this.#sizes.disconnect();\n    this.#page = undefined;', observed),
    without(
      'observer',
      'this.#mutations?.disconnect();\n    this.#sizes',
      'another page is followed, and the old one still',
      {
        only: 'leaves the page that it named before alone',
      },
    ),
    without(
      'observer',
      'this.#sizes.disconnect();\n    this.#page = page',
      'another page is followed, and the old one still',
      {
        only: 'leaves the page that it named before alone',
      },
    ),
  ),
  faultsIn(
    'src/elements/content-tabs/content-tabs.ts',
    contractOf('content-tabs'),
    uncalled(disconnected, kept),
    without('lifecycle', 'super.disconnectedCallback();', observed),
    without('listener', "removeEventListener('hashchange', this.#goAnew);", kept),
    without('collection', "groups.get(this.#group ?? '')?.delete(this);\n    this.#group = undefined;", kept),
    without(
      'collection',
      "groups.get(this.#group ?? '')?.delete(this);\n    this.#group = this.name;",
      'tabs of a new name still follow those of the old one',
      { only: 'are left by tabs' },
    ),
  ),
  faultsIn(
    'src/elements/law-table/law-controls.ts',
    testsOf('elements/law-table.test.ts'),
    uncalled(gone, 'the button says that a box is open which is not'),
  ),
  faultsIn(
    'src/elements/compare-table/compare-table.ts',
    contractOf('compare-table'),
    uncalled(disconnected, kept),
    without('lifecycle', 'super.disconnectedCallback();', observed),
    without('highlight', 'this.#marks?.drawMarks(this);', kept),
    without('observer', 'this.#sizes.disconnect();', observed),
    {
      ...without('highlight', '!table || !this.isConnected', 'a late update marks the cells of what has gone'),
      replace: '!table',
    },
  ),
  faultsIn(
    'src/internal/spanned-tables.ts',
    testsOf('internal/tables.test.ts'),
    {
      kind: 'label',
      find: 'one.x === other.x && one.width === other.width',
      replace: 'false',
      why: 'a heading that another has replaced is still one',
    },
    {
      kind: 'label',
      find: 'if (!slots || other) continue;',
      replace: 'if (!slots) continue;',
      why: 'where cells overlap, one of them counts',
    },
    {
      kind: 'label',
      find: '!data.slice(y, slots.end).includes(true)',
      replace: '!data[y]',
      why: 'a heading of a row that spans several is one of columns',
    },
  ),
  faultsIn(
    'src/internal/sort-keys.ts',
    testsOf('internal/sort-keys.test.ts'),
    {
      kind: 'sort',
      find: 'reading.has(kind) || (reading.has(any) && isQuantity(kind))',
      replace: 'reading.has(kind) || true',
      why: 'a column that mixes kinds is sorted by the first',
      only: 'does not sort',
    },
    {
      kind: 'sort',
      find: 'for (const comma of [isComma, !isComma])',
      replace: 'for (const comma of [false])',
      why: 'a decimal comma is not read',
      only: 'comma|points',
    },
    {
      kind: 'sort',
      find: 'to !== undefined && to >= from',
      replace: 'to !== undefined',
      why: 'a range that falls is sorted as one that rises',
      only: 'ranges that fall',
    },
  ),
  faultsIn(
    'src/controllers/near-viewport-controller.ts',
    contractOf('architecture-diagram.contract'),
    uncalled(gone, observed),
    without('observer', 'this.#observer?.unobserve(this.host);', observed),
    without('observer', 'this.#observer?.unobserve(host);', observed, leaving('once it is near')),
  ),
  faultsIn(
    'src/controllers/controls-controller.ts',
    contractOf('law-table'),
    uncalled(gone, kept),
    without('listener', "this.host.ownerDocument.removeEventListener('keydown', this.#press, true);", kept),
    without('listener', 'this.host.ownerDocument.removeEventListener(type, this.#use, true);', kept),
  ),
  faultsIn(
    'src/controllers/content-controller.ts',
    contractOf('note-callout'),
    uncalled(gone, observed),
    without('observer', 'this.#observer?.disconnect();', observed),
    without('listener', "document.removeEventListener('readystatechange', this.#advance);", kept),
    besides('controller', 'hostConnected(): void {', 'this.host.addController({});', grows),
    besides('observer', 'hostConnected(): void {', 'new ResizeObserver(() => {}).observe(document.body);', grows),
    besides('timer', 'hostConnected(): void {', 'setInterval(() => this.update(), 60_000);', grows),
    besides('timer', 'hostConnected(): void {', 'setTimeout(() => this.update(), 60_000);', grows),
    besides('listener', 'hostConnected(): void {', "this.host.addEventListener('click', () => this.update());", grows),
    besides(
      'listener',
      'hostConnected(): void {',
      "matchMedia('print').addListener(this.update as () => void);",
      'print is listened to for what has gone',
    ),
    besides('handler', 'hostConnected(): void {', 'window.onresize = this.update;', kept),
  ),
  faultsIn(
    'src/controllers/address-controller.ts',
    contractOf('case-study'),
    uncalled(gone, kept),
    without('listener', "removeEventListener('beforeprint', this.#write);", kept),
    without('listener', "removeEventListener('afterprint', this.#remove);", kept),
  ),
  faultsIn(
    'src/controllers/print-controller.ts',
    contractOf('discussion-questions'),
    uncalled(gone, kept),
    without('listener', "removeEventListener('beforeprint', this.#open);", kept),
    without('listener', "removeEventListener('afterprint', this.#close);", kept),
  ),
  faultsIn(
    'src/controllers/words-controller.ts',
    contractOf('quick-facts'),
    { ...uncalled(gone, observed), ...lang },
    without('collection', 'hosts.delete(this.host);', kept, lang),
    without('observer', 'observer?.disconnect();', observed, lang),
    without(
      'observer',
      'watched = new WeakSet();',
      'a page that had no element for a while is not observed again',
      lang,
    ),
  ),
  faultsIn(
    'src/controllers/table-controller.ts',
    contractOf('law-table'),
    uncalled(gone, kept),
    without('listener', "removeEventListener('hashchange', this.#mark);", kept),
  ),
  faultsIn(
    'src/diagrams/view.ts',
    leaving('a diagram that a reader uses'),
    uncalled(gone, observed),
    without('observer', 'this.#sizes.disconnect();', observed),
    without('highlight', 'markLine(this.host);\n    this.#endZoom', kept),
    without(
      'listener',
      'this.#endZoom();\n    if (this.#dialog.open)',
      'Panzoom listens to the page for what has gone',
    ),
    without('state', 'if (this.#dialog.open) this.#dialog.close();\n  }', 'what has gone stays in full screen'),
    { ...without('promise', 'this.#box.isConnected\n', 'what has gone is zoomed'), replace: 'true\n' },
  ),
  faultsIn(
    'src/diagrams/zoom.ts',
    leaving('with each zoom'),
    without('listener', "this.canvas.removeEventListener('panzoomchange', this.#change);", grows),
    without('listener', 'this.#panzoom.destroy();', 'Panzoom listens to the page for what has gone'),
  ),
  faultsIn(
    'src/diagrams/stillness.ts',
    leaving('keeps the height'),
    without('observer', '    observer.disconnect();', observed),
  ),
  faultsIn(
    'src/diagrams/ref.ts',
    leaving('by a reference'),
    uncalled(gone, kept),
    without('listener', "removeEventListener('hashchange', this.#mark);", kept),
    without('listener', "old?.removeEventListener('load', this.#check);", kept),
    without('listener', 'this.#turnTo(undefined);\n  }', kept),
    {
      ...without('listener', "addEventListener('hashchange', this.#mark, { once: true })", grows),
      replace: "addEventListener('hashchange', () => this.#mark(), { once: true })",
    },
  ),
  faultsIn(
    'src/diagrams/walkthrough.ts',
    leaving('by a walkthrough'),
    uncalled(gone, kept),
    without('listener', "old?.removeEventListener('load', this.#attend);", kept),
    without('listener', 'this.#turnTo(undefined);\n    this.#stopWatching', kept),
    without('observer', 'this.#observer?.disconnect();', observed),
    without('observer', 'this.#stopWatching();\n    this.#bar.part', observed),
    without('timer', 'clearTimeout(this.#delay);\n    this.#inSight', kept, leaving('one delay')),
    without('timer', 'clearTimeout(this.#delay);\n    const sees', grows, leaving('one delay')),
  ),
  faultsIn(
    'src/diagrams/export.ts',
    leaving('a minute later'),
    without('object URL', 'setTimeout(() => URL.revokeObjectURL(link.href), 60_000);', kept),
  ),
  faultsIn(
    'src/node/drawing-browser.ts',
    testsOf('node/ending.test.mjs', 'what ends'),
    without('timer', 'clearTimeout(timer);', 'the command goes on for half a minute after its last drawing'),
  ),
  faultsIn(
    'src/node/watch-command.ts',
    testsOf('node/ending.test.mjs', 'what ends'),
    without('timer', 'clearTimeout(timer);\n    timer =', 'pages are made searchable again for each change'),
    without('timer', 'clearTimeout(timer);\n    server.close', 'pages are made searchable after the command was ended'),
    without('listener', 'ending.abort();', kept),
  ),
  faultsIn(
    'src/node/site/change-queue.ts',
    testsOf('node/ending.test.mjs', 'what ends'),
    without(
      'timer',
      'clearTimeout(this.#timer);\n    this.#timer =',
      'a page is built while its editor still saves it, and once more',
    ),
    without('timer', 'clearTimeout(this.#timer);\n    this.#changed', 'a timer outlives what is watched'),
  ),
  faultsIn(
    'src/node/page-pool.ts',
    testsOf('node/ending.test.mjs', 'what ends'),
    without('timer', 'for (const { timer } of readers) clearTimeout(timer);', kept),
    without(
      'timer',
      'clearTimeout(reader.timer);\n    reader.job = undefined',
      'a page that was read in time is given up later',
    ),
    without('timer', 'clearTimeout(reader.timer);\n    reader.job?.reject', kept),
  ),
  faultsIn(
    'src/node/site/site.ts',
    testsOf('node/ending.test.mjs', 'what ends'),
    without('process', 'this.#ending.abort();', 'the command waits for a search that nobody will use'),
  ),
].flat();

export const faults = [...endingFaults, ...toldFaults, ...saidFaults, ...morphFaults];
