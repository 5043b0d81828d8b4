/** A sign, a bound, a currency. */
const before = /^(?:[<>≤≥~≈±+\p{Pd}−] ?){0,2}[$€£¥₹₩]?/u;
/** Digits, in groups or not, with a fraction, or a range of them. */
const digits = /^\d{1,30}(?:[,.'’ \u00a0\u202f]\d{1,30}){0,9}(?: ?[\p{Pd}] ?\d{1,30}(?:[,.]\d{1,30}){0,9})?/u;
/** A unit of one word. */
const unit = /^ ?[\p{L}%‰°µ$€£¥₹₩]{0,12}(?:\/[\p{L}%]{1,9})?\+?$/u;
const nothing = /^(?:[\p{Pd}−?]?|n\/a)$/iu;

/** Whether a text is nothing but a figure, with its unit; `1.2.3`, `2024-05-01` and `10:30` are none. */
function isNumeric(text: string): boolean {
  const rest = text.replace(before, '');
  const figure = digits.exec(rest)?.[0];
  return figure !== undefined && unit.test(rest.slice(figure.length)) && !/\d\.\d+\.\d/.test(figure);
}

/**
 * Whether the cells of a column are numbers, which are read by their ends: at least two are, and no other says anything else.
 * @param cells their words
 */
export function isNumericColumn(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !nothing.test(cell));
  return filled.length > 1 && filled.every(isNumeric);
}

/** The columns that are never aligned: the first names its row, and the second of resources has a meter. */
export const isNamed = (column: number, tag: string): boolean => column < (tag === 'resource-table' ? 2 : 1);
