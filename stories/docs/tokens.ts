import css from '../../src/styles/tokens.css?raw';
import { tokensOf } from './read-tokens.mjs';

const declarations = tokensOf(css).map((token) => {
  const [, light, dark] = /^light-dark\((.+\)), (.+)\)$/.exec(token.value) ?? [];
  return { ...token, light, dark };
});

/** The colours, with both of their values, read from the source. */
export const colours = declarations.filter(({ light }) => light);

/** All other tokens. */
export const measures = declarations.filter(({ light }) => !light);
