import type { AtRule, Container, Plugin, Rule } from 'postcss';

/** Two ids that no element has: more than other sheets use. */
const weight = ':not(#_#_)';

/** Where the first part of a selector ends, such as `law-table` in `law-table > table`; nothing where it is all of it. */
function endOfFirstPart(selector: string): number | undefined {
  let depth = 0;
  for (const [index, character] of [...selector].entries()) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (!depth && /[\s>+~]/.test(character)) return index;
  }
  return undefined;
}

/** A selector with more weight, if it selects what is inside an element; unchanged, if it selects the element itself. */
function weighted(selector: string): string {
  const trimmed = selector.trim();
  const isOurs = /^(&|:is\(|:where\(&|[a-z]+-[a-z]+)/.test(trimmed);
  const end = isOurs ? endOfFirstPart(trimmed) : undefined;
  return end === undefined ? trimmed : trimmed.slice(0, end) + weight + trimmed.slice(end);
}

function guard(rules: Container): void {
  rules.each((node) => {
    if (node.type === 'atrule') guard(node as AtRule);
    if (node.type !== 'rule') return;
    const rule = node as Rule;
    const selectors = rule.selectors.map(weighted);
    const isInside = selectors.filter((selector) => selector.includes(weight)).length;
    // What is nested in it has the weight of its `&`.
    if (!isInside) guard(rule);
    else if (isInside < selectors.length && rule.some(({ type }) => type === 'rule'))
      throw rule.error('Write the rules for the element and for what is in it apart: one is nested in both.');
    rule.selectors = selectors;
  });
}

/**
 * Turns the plain rules of some files into those for pages that have other stylesheets. Rules for what is inside an element
 * get more weight than any class or id, and `src/styles/guard.css` resets what other sheets have set there, so that
 * elements look the same on every page.
 * @param files the paths whose rules are guarded
 */
export const guarded = (files: RegExp): Plugin => ({
  postcssPlugin: 'guarded',
  Once(root) {
    if (files.test(root.source?.input.file ?? '')) guard(root);
  },
});
