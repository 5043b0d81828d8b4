/**
 * The tokens of a stylesheet that say what they are for, in the line before: the theming page prints them, and editors show
 * them.
 * @param {string} css
 */
export const tokensOf = (css) =>
  [...css.matchAll(/^ {2}\/\*\* (.+) \*\/\n {2}(--dd-[\w-]+):\s*([^;]+);/gm)].map(([, meaning, name, value]) => ({
    name: String(name),
    meaning: String(meaning),
    value: String(value).replace(/\s+/g, ' '),
  }));
