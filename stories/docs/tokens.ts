import css from '../../src/styles/tokens.css?raw';

/** A token, with what is said of it in the line before. */
const tokens = /^ {2}\/\*\* (.+) \*\/\n {2}(--dd-[\w-]+):\s*([^;]+);/gm;

const declarations = [...css.matchAll(tokens)].map(([, meaning, name, value = '']) => {
  const [, light, dark] = /^light-dark\((.+\)), (.+)\)$/.exec(value) ?? [];
  return { name, value: value.replace(/\s+/g, ' '), light, dark, meaning };
});

/** The colours, with both of their values, read from the source. */
export const colours = declarations.filter(({ light }) => light);

/** All other tokens. */
export const measures = declarations.filter(({ light }) => !light);
