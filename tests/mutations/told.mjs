/**
 * Faults in what readers and authors get, by the kinds that tests once left out: properties that are written as attributes, what
 * assistive technology is told, the contrast of what style sheets draw, what comes after something has closed, two sources of one
 * id, spaces before tabs, the pixels of a picture, the order of findings, what `check` says of times and sums.
 */
import { faultsIn, testsOf } from './faults.mjs';

const kept = (kind, why) => (find, replace, more) => ({ kind, find, replace, why, ...more });
const reflected = kept('reflected', 'a framework sets the property, and the rules see nothing');
const told = kept('told', 'assistive technology is told less, or something else');
const faint = kept('contrast', 'words that the style sheet writes can hardly be read');
const after = kept('after', 'what comes after it is taken for a part of it, or the other way round');
const twice = kept('id', 'an id leads to two places, or to none');
const tabs = kept('tabs', 'a tab after spaces reaches as far as a tab at the start');
const pixels = kept('pixels', 'the picture is not what the reader saw');
const stated = kept('stated', 'an author is told of a fault that is none, or not of one that is');
const order = kept('order', 'findings come in another order than the page has them');

const unreflected = (property, setting = '') =>
  reflected(
    `@property({ ${setting}reflect: true }) ${property}?`,
    `@property(${setting && `{ ${setting.replace(', ', ' ')}}`}) ${property}?`,
  );
const unreflectedWord = (property) =>
  reflected(`@property({ reflect: true })\n  ${property}?`, `@property()\n  ${property}?`);
const isReflected = testsOf('elements/reflected.test.ts');
const known = kept('known words', 'a word that is known looks like none, or one that is not goes unnoticed');
const isKnown = testsOf('elements/enumerated.test.ts');
const moved = kept('copies', "a node of the caller's leaves its place, or its id is there twice");
const soon = kept('late data', 'an element is said to be empty before its data can have come, or never');
const lost = kept('data', 'words of the page are in none of its data');
const isTold = testsOf('elements/told.test.ts');
const isLegible = testsOf('elements/drawn-words.test.ts');
const sequence = testsOf('diagrams/outline.test.ts');
const silence = testsOf('unified/check/rules.test.mjs');
const exported = testsOf('elements/architecture-diagram-reading.test.ts', 'offers the drawing as PNG');

/** @type {import('./table.mjs').Fault[]} */
export const toldFaults = [
  faultsIn(
    'src/elements/law-table/explanation.ts',
    testsOf('elements/law-table.test.ts'),
    told("if (newState === 'closed') button.ariaExpanded = 'false';", ''),
    told('box.ariaLabel = textOf(anchor);', ''),
    told('    box.hidePopover();\n', ''),
  ),
  faultsIn(
    'src/elements/content-tabs/content-tabs.ts',
    testsOf('elements/content-tabs.test.ts'),
    told("isStop ? '0' : null", "isStop ? '-1' : null"),
    told("suggest(section, 'tabindex', isStop ? '0' : null)", "isStop && suggest(section, 'tabindex', '0')"),
    told("suggest(section, 'tabindex'", "enforce(section, 'tabindex'"),
  ),
  faultsIn(
    'src/internal/read.ts',
    testsOf('elements/json.test.ts'),
    lost('...(content.length && { content })', ''),
    lost('yield line;', 'yield* [];'),
    lost('...(headings.length && { headings })', ''),
    lost("|| value?.dataset['minutes']", ''),
  ),
  faultsIn(
    'src/internal/data-items.ts',
    testsOf('elements/data-properties.test.ts'),
    moved('node.cloneNode(true)', 'node'),
    moved("one.removeAttribute('id')", 'one.id'),
  ),
  faultsIn(
    'src/internal/warn.ts',
    testsOf('elements/data-properties.test.ts'),
    soon("document.readyState === 'complete'", "document.readyState !== 'loading'"),
    soon('untold.add(element);', ''),
  ),
  faultsIn(
    'src/internal/one-of.ts',
    isKnown,
    known('String(value).trim()', 'String(value)'),
    known('.toLowerCase());', ');'),
    known('word(value) ?? value', 'value'),
    known('warnUnknown(element', '((..._: unknown[]) => {})(element'),
  ),
  faultsIn('src/elements/case-study/case-study.ts', isReflected, unreflectedWord('scheme')),
  faultsIn('src/elements/content-tabs/content-tabs.ts', isReflected, unreflected('name')),
  faultsIn('src/elements/incident-callout/incident-callout.ts', isReflected, unreflectedWord('severity')),
  faultsIn('src/elements/note-callout/note-callout.ts', isReflected, unreflectedWord('kind')),
  faultsIn('src/elements/pattern-card/pattern-card.ts', isReflected, unreflectedWord('tier')),
  faultsIn(
    'src/elements/stat-card/stat-card.ts',
    isReflected,
    unreflectedWord('trend'),
    unreflectedWord('better'),
    unreflected('target', 'type: Number, '),
  ),

  faultsIn(
    'src/elements/stat-card/stat-card.ts',
    isTold,
    told("    this.#meter.role = 'img';\n", ''),
    told("isMissed ? 'targetMissed' : 'targetMet'", "isMissed ? 'targetMet' : 'targetMissed'"),
  ),
  faultsIn(
    'src/elements/compare-table/row-controls.ts',
    isTold,
    told("    this.#filter.type = 'search';\n", ''),
    told("    this.#count.role = 'status';\n", ''),
    told("    this.#sortBy.ariaLabel = own.term('sortBy');\n", ''),
  ),
  faultsIn('src/elements/page-outline/page-outline.ts', isTold, told('this.#nav.ariaLabel = ', '')),
  faultsIn(
    'src/controllers/table-controls.ts',
    isTold,
    told("words.term('copyTableAs', button.textContent!)", "words.term('copyAs')"),
  ),
  faultsIn(
    'src/elements/note-callout/note-callout.ts',
    testsOf('elements/note-callout.test.ts'),
    told("role: 'note'", "role: 'region'", { only: 'is a note to' }),
  ),
  faultsIn(
    'src/elements/content-tabs/content-tabs.ts',
    testsOf('elements/content-tabs.test.ts', 'have the roles, names and states'),
    told("    this.#tabs.role = 'tablist';\n", ''),
    told("'aria-label', names[index]!", "'aria-label', names[0]!"),
    told("      suggest(section, 'role', 'tabpanel');\n", ''),
  ),
  faultsIn(
    'src/internal/tables.ts',
    testsOf('elements/law-table.test.ts', 'semantics of a table'),
    told("isHeading ? 'rowheader' : 'cell'", "'cell'"),
    told("    suggest(row, 'role', 'row');\n", ''),
  ),

  faultsIn(
    'src/styles/tokens.css',
    isLegible,
    faint('oklch(0.52 0.11 75)', 'oklch(0.72 0.11 75)'),
    faint('oklch(0.5 0.13 245)', 'oklch(0.66 0.13 245)'),
    faint('oklch(0.78 0.11 300)', 'oklch(0.5 0.11 300)'),
    faint('oklch(0.79 0.13 155)', 'oklch(0.48 0.11 155)'),
  ),
  faultsIn(
    'src/elements/pattern-card/pattern-card.css',
    isLegible,
    faint('--_tone: var(--dd-caution);', '--_tone: var(--dd-line);'),
  ),
  faultsIn(
    'src/elements/incident-callout/incident-callout.css',
    isLegible,
    faint('    color: var(--_tone);', '    color: var(--dd-line-strong);'),
  ),
  faultsIn(
    'src/elements/stat-card/stat-card.css',
    isLegible,
    faint('    color: var(--_tone);', '    color: color-mix(in oklab, var(--_tone) 60%, transparent);'),
  ),

  faultsIn(
    'src/diagrams/outline.ts',
    sequence,
    after("  11: ['close'],\n", ''),
    after("  14: ['close'],\n", ''),
    after("  16: ['close'],\n", ''),
    after("  21: ['close'],\n", ''),
    after("  29: ['close'],\n", ''),
    after("  31: ['close'],\n", ''),
    after("if (step !== 'open') depth", "if (step === 'close') depth"),
  ),
  faultsIn(
    'src/unified/check/silence.ts',
    silence,
    after('          if (span) span.to = line;\n', ''),
    after('          open.delete(one);\n', ''),
    after('rule === everyRule ? [...open.keys()] : [rule]', '[rule]'),
    after("command === 'disable' && !open.has(rule)", "command === 'disable'"),
    after('line + 1}', 'line + 2}'),
  ),
  faultsIn(
    'src/unified/check/incident.ts',
    testsOf('unified/check/claims.test.mjs'),
    after('isHeading(node) && levelOf(node) <= level)', 'isHeading(node) && levelOf(node) < level)'),
    after(
      'if (isHeading(node) && levelOf(node) <= 2) start = index;',
      'if (isHeading(node) && start < 0) start = index;',
    ),
  ),

  faultsIn(
    'src/internal/anchors.ts',
    testsOf('internal/anchors.test.ts'),
    twice('if (!root.getElementById(wanted)) return wanted;', 'return wanted;'),
    twice(')) n++;', ')) break;'),
    twice('if (element.id || !wanted', 'if (!wanted'),
  ),
  faultsIn(
    'src/unified/transforms/headings.ts',
    testsOf(['unified/dialect.test.mjs', 'unified/words.test.mjs', 'unified/addresses.test.mjs']),
    twice('    used.add(id);\n', ''),
  ),
  faultsIn(
    'src/unified/check/links.ts',
    testsOf('unified/check.test.mjs'),
    twice(
      "if (tagName === 'a' && properties['name'])",
      "if (tagName === 'a' && !properties['id'] && properties['title'])",
    ),
  ),

  faultsIn(
    'src/unified/dialect/lines.ts',
    testsOf('unified/dialect.test.mjs'),
    tabs('width += tabSize - (width % tabSize);\n    else return', 'width += tabSize;\n    else return'),
    tabs('width += tabSize - (width % tabSize);\n    else break', 'width += tabSize;\n    else break'),
    tabs("' '.repeat(Math.max(0, width - columns))", "''"),
  ),

  faultsIn(
    'src/diagrams/export.ts',
    exported,
    pixels('  context.fillStyle = backgroundOf(svg);\n', ''),
    pixels('  context.fillRect(0, 0, canvas.width, canvas.height);\n', ''),
    pixels('drawImage(image, 0, 0, canvas.width, canvas.height)', 'drawImage(image, 0, 0, width / 4, height / 4)'),
    pixels('  context.drawImage(image, 0, 0, canvas.width, canvas.height);\n', ''),
    pixels('Math.min(2, 8000', 'Math.min(1, 8000'),
    pixels('at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null', 'at.parentNode'),
  ),

  faultsIn(
    'src/node/check-pages.ts',
    testsOf('unified/check.test.mjs', 'in the order of the page'),
    order('all.sort((one, other) => one.line - other.line || one.column - other.column)', 'all'),
    order('one.line - other.line || one.column - other.column', 'one.line - other.line'),
    order('one.line - other.line || one.column - other.column', 'one.column - other.column || one.line - other.line'),
  ),
  faultsIn(
    'src/unified/check/placeholder-words.ts',
    testsOf('unified/check/placeholder.test.mjs'),
    order('found.sort((one, other) => one.start - other.start)', 'found'),
  ),
  faultsIn(
    'src/unified/check/reckoning.ts',
    testsOf('unified/check/arithmetic.test.mjs', 'finds|leaves'),
    stated('kilo === 1024) : all', 'kilo === 1024) : []'),
    stated('off <= value * (isShort ? 0.25 : 0.1)', 'off <= value'),
    stated('|| isMixed(left, right)', ''),
  ),
  faultsIn(
    'src/unified/check/arithmetic.ts',
    testsOf('unified/check/arithmetic.test.mjs', 'leaves'),
    stated('if (quoted.has(block.parent)) continue;', ''),
    stated('arithmeticFaults(textOf(block))', 'arithmeticFaults(block.text)'),
  ),
  faultsIn(
    'src/unified/check/incident-times.ts',
    testsOf('unified/check/incident-times.test.mjs'),
    stated('if (ms - margin <= span) return undefined;', ''),
    stated('!one.isMean || isFact(statement)', 'one'),
    stated('if (isClock && ms > (5 / 6) * day) return undefined;', ''),
    stated('inside.length > 1 || ', ''),
  ),
  faultsIn(
    'src/unified/check/incident-turns.ts',
    testsOf('unified/check/incident-turns.test.mjs'),
    stated('if (events.some(({ turn }) => turn)) return [];', ''),
    stated('&& !doubtful.test(words)', ''),
    stated('isInOrder && isDistinct && !goesOn', 'isDistinct'),
  ),
  faultsIn(
    'src/node/apply-fixes.ts',
    testsOf('unified/check.test.mjs', 'writes what a rule proposes'),
    stated("text.startsWith('\\uFEFF') ? 1 : 0", '0'),
  ),
  faultsIn(
    'src/node/check-files.ts',
    testsOf('unified/check.test.mjs', 'in the order of their paths'),
    order('one.name < other.name ? -1 : 1', 'one.name < other.name ? 1 : -1'),
  ),
].flat();
