/** Faults in what the library says of its own: each makes it say more than the words bear out. */
import { faultsIn, testsOf } from './faults.mjs';

const said = (find, replace, why) => ({ kind: 'said', find, replace, why });

const phrases = testsOf('internal/statements.test.ts');
const timeline = testsOf('elements/incident-timeline.test.ts');

const tables = testsOf('elements/table-look.test.ts');

export const saidFaults = [
  faultsIn(
    'src/internal/numeric-columns.ts',
    tables,
    said('filled.length > 1 && ', '', 'one number makes a column of numbers'),
    said('filled.every(isNumeric)', 'filled.some(isNumeric)', 'a column of words is aligned as numbers'),
    said(String.raw` && !/\d\.\d+\.\d/.test(figure)`, '', 'versions are aligned as numbers'),
  ),
  faultsIn(
    'src/internal/align-numbers.ts',
    tables,
    said(' && !isAligned', '', 'a column is aligned otherwise than its author aligns it'),
    said('!isNamed(x, host.localName) && ', '', 'names that are numbers are aligned at their ends'),
    said('if (cell.colSpan === 1) ', '', 'a heading of several columns is aligned as one of them'),
  ),
  faultsIn(
    'src/internal/contradictions.ts',
    testsOf('internal/contradictions.test.ts'),
    said('isMean || ', '', 'a mean is compared with one incident'),
  ),
  faultsIn(
    'src/internal/percentiles.ts',
    phrases,
    said(
      'isMeasured(latency) && latency.from',
      'latency && latency.from',
      'limits are compared as if they were measured',
    ),
    said('subject === tail.name!.subject && ', '', 'reads are compared with writes'),
  ),
  faultsIn(
    'src/internal/percentiles.ts',
    testsOf('elements/latency-profile.test.ts'),
    said(' || isWanted(column)', '', 'targets are compared'),
  ),
  faultsIn(
    'src/elements/resource-table/uses.ts',
    phrases,
    said('otherwise.test(resource) || ', '', 'what is free is shown as used'),
    said('from <= to && to <= 100', 'from <= to', 'more than a whole is drawn'),
    said('  if (isShrinking && up) return undefined;\n', '', 'what grows by less than nothing is said to shrink'),
  ),
  faultsIn(
    'src/elements/scaling-path/factors.ts',
    phrases,
    said('low.unit !== high.unit', 'false', 'servers are compared with users'),
    said(' && !time.test(unit)', '', 'a month is said to be a size'),
  ),
  faultsIn(
    'src/internal/turns.ts',
    timeline,
    said('one.startsWith(turn!)', 'true', 'a sentence is taken for a label'),
    said('turn && isLabel', 'turn', 'a word of a sentence is taken for a turn'),
  ),
  faultsIn(
    'src/elements/incident-timeline/reckoning.ts',
    timeline,
    said('  if (!hasStart(entries)) return times;\n', '', 'times count from an event that is not the start'),
    said('others.length ? undefined : first', 'first', 'the first of two resolutions is taken'),
    said('isAbout(entry, first)', 'isAbout(entry)', 'what counts from an approximate start is told to the minute'),
    said('  if (wrong < 0) return [];', '  return [];', 'a time before the last one is taken for the next day'),
  ),
  faultsIn(
    'src/elements/incident-timeline/parts.ts',
    timeline,
    said('path.at(-1), ...', '...', 'a heading that calls times approximate is not heard'),
    said(
      "if (!isOfOne || isVague) return 'unsure';",
      "if (!isOfOne || isVague) return 'part';",
      'two courses count from one start',
    ),
    said("  if (own.hasStart && course.hasStart) return 'apart';\n", '', 'two incidents count from one start'),
  ),
  faultsIn(
    'src/elements/incident-timeline/incident-timeline.ts',
    timeline,
    {
      kind: 'lifecycle',
      find: 'override disconnectedCallback(): void {',
      replace: 'neverCalled(): void {',
      why: 'the parts of a timeline whose first one has gone still count from it',
    },
    {
      kind: 'lifecycle',
      find: '    super.disconnectedCallback();\n',
      replace: '',
      why: 'what has gone is still observed',
      only: 'leaves nothing behind after a hundred detachments',
    },
  ),
].flat();
