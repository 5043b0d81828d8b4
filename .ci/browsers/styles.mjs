import { parse as parsePart, walk } from 'css-tree';
import postcss from 'postcss';
import { entryAt, hasEntry, keysOf } from './data.mjs';

/**
 * Something that a browser has to know, where the data has it, or a fault of its own.
 *
 * @typedef {{ id: string, line: number, text: string, prefixes?: string[], property?: string, fault?: string }} Use
 */

/** Where the data has a function by its name, whatever the property: `calc`, or `blur` of `filter-function`. */
const functions = new Map();
for (const type of keysOf(entryAt('css.types'))) {
  functions.set(type, [`css.types.${type}`]);
  for (const name of keysOf(entryAt(`css.types.${type}`)))
    functions.set(name.replace(/-function$/, ''), [
      ...(functions.get(name) ?? []),
      ...(hasEntry(`css.types.${type}.${name}`) ? [`css.types.${type}.${name}`] : []),
    ]);
}
// The data has these with the property.
for (const name of ['minmax', 'repeat', 'fit-content'])
  functions.set(name, [`css.properties.grid-template-columns.${name}`]);
functions.set('rgba', functions.get('rgb'));

const everywhere = 'px cm mm in pt pc s ms deg rad grad turn fr dpi dpcm dppx x'.split(' ');
const units = new Map([
  ...everywhere.map((unit) => [unit, undefined]),
  ...keysOf(entryAt('css.types.length')).map((unit) => [unit, `css.types.length.${unit}`]),
  ...['cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax'].map((unit) => [
    unit,
    'css.types.length.container_query_length_units',
  ]),
  ...['small', 'large', 'dynamic'].flatMap((size) =>
    ['vw', 'vh', 'vi', 'vb', 'vmin', 'vmax'].map((unit) => [
      size[0] + unit,
      `css.types.length.viewport_percentage_units_${size}`,
    ]),
  ),
]);

/** What of a value the data names by what it is rather than by a keyword. */
const parts = [
  ['text-decoration', 'includes_thickness', (value) => value.some(({ type }) => /Dimension|Percentage/.test(type))],
  [
    'text-decoration',
    'includes_color-and-style',
    (value) => value.some(({ type, name }) => type === 'Hash' || (type === 'Function' && name !== 'var')),
  ],
  ['overflow', 'multiple_keywords', (value) => value.length > 1],
  ['display', 'multi-keyword_values', (value) => value.length > 1],
  ['content', 'alt_text', (value) => value.some(({ type, value: sign }) => type === 'Operator' && sign === '/')],
];

const colours = /^(rgb|hsl)a?$|^(hwb|lab|lch|oklab|oklch|color)$/;

/**
 * What rules ask of a browser.
 *
 * @param {string} source
 * @param {number} [firstLine] where they begin
 * @returns {Use[]}
 */
export function usesOfStyles(source, firstLine = 1) {
  const uses = [];
  const root = postcss.parse(source);
  let isInColumns = false;
  root.walkDecls(/^column(s|-count|-width)$/, () => {
    isInColumns = true;
  });
  root.walk((node) => {
    const add = (id, text, more) =>
      uses.push({ id, text, line: node.source.start.line + firstLine - 1, prefixes: [''], ...more });
    if (node.type === 'atrule') atRule(node, add);
    if (node.type === 'rule' && node.parent.name !== 'keyframes') {
      for (const use of usesOfSelector(node.selector)) add(use.id, use.text, use);
    }
    if (node.type === 'decl') declaration(node, add, isInColumns);
  });
  return uses;
}

/** @returns {Omit<Use, 'line'>[]} what a selector asks of a browser */
export function usesOfSelector(selector) {
  const uses = [];
  walk(parsePart(selector, { context: 'selectorList' }), (node) => {
    const id = `css.selectors.${node.name}`;
    if (node.type === 'NestingSelector') uses.push({ id: 'css.selectors.nesting', text: '&' });
    if (node.type === 'AttributeSelector' && node.flags) {
      const sensitivity = /i/i.test(node.flags) ? 'insensitive' : 'sensitive';
      uses.push({ id: `css.selectors.attribute.case_${sensitivity}_modifier`, text: `[… ${node.flags}]` });
    }
    if (!/^Pseudo/.test(node.type)) return;
    const text = `${node.type === 'PseudoClassSelector' ? ':' : '::'}${node.name}`;
    uses.push(hasEntry(id) ? { id, text } : unknown(id, text));
    const inner = node.children?.first;
    if (inner?.type === 'Nth' && inner.selector) uses.push({ id: `${id}.of_syntax`, text: `${text}(… of …)` });
    if (node.name === 'not' && inner?.children?.size > 1)
      uses.push({ id: `${id}.selector_list`, text: `${text}(…, …)` });
  });
  return uses;
}

/** @returns {Omit<Use, 'line'>[]} what a media query asks of a browser */
export function usesOfMedia(query) {
  const uses = [];
  for (const [, name, sign, value] of query.matchAll(/\(\s*(?:min-|max-)?([a-z-]+)\s*([:)<>=])\s*([\w-]*)/g)) {
    const id = `css.at-rules.media.${name}`;
    uses.push(hasEntry(id) ? { id, text: name } : unknown(id, name));
    if (value && hasEntry(`${id}.${value}`)) uses.push({ id: `${id}.${value}`, text: `${name}: ${value}` });
    if (/[<>=]/.test(sign)) uses.push({ id: 'css.at-rules.media.range_syntax', text: 'a range' });
  }
  return uses;
}

const unknown = (id, text) => ({ id, text, fault: 'is not in the data: is it written right?' });

function atRule({ name, params, parent }, add) {
  const margin = `css.at-rules.page.at_${name}`;
  const id = parent.name === 'page' && hasEntry(margin) ? margin : `css.at-rules.${name}`;
  if (!hasEntry(id)) return add(id, `@${name}`, unknown(id, `@${name}`));
  add(id, `@${name}`);
  if (name === 'media') for (const use of usesOfMedia(params)) add(use.id, use.text, use);
  if (name === 'supports' && /selector\(/.test(params)) add(`${id}.selector`, 'selector()');
  if (name === 'container' && /style\(/.test(params)) add(`${id}.style_queries_for_custom_properties`, 'style()');
  if (name === 'container' && /scroll-state\(/.test(params)) add(`${id}.scroll-state_queries`, 'scroll-state()');
  return undefined;
}

function declaration(node, add, isInColumns) {
  const { prop, value, parent } = node;
  // https://developer.mozilla.org/docs/Web/API/CSSNestedDeclarations
  const earlier = parent.nodes.slice(0, parent.index(node));
  if (parent.type === 'rule' && earlier.some(({ type }) => type === 'rule'))
    add('api.CSSNestedDeclarations', `${prop} after a nested rule`);
  if (prop.startsWith('--')) return values(value, undefined, prop, add);
  const [, prefix, plain] = /^(-(?:webkit|moz|ms)-)?(.+)$/.exec(prop);
  const descriptor = parent.type === 'atrule' && `css.at-rules.${parent.name}.${prop}`;
  const id = [descriptor, `css.properties.${prop}`, `css.properties.${plain}`].find((one) => one && hasEntry(one));
  if (!id) return add(prop, prop, unknown(`css.properties.${prop}`, prop));
  const others = parent.nodes.filter((one) => one.type === 'decl' && one !== node).map((one) => one.prop);
  // Where the plain property stands beside it, it is looked at with that.
  if (prefix && id.endsWith(`.${plain}`) && !id.endsWith(prop))
    return others.includes(plain) ? undefined : add(id, prop, { prefixes: [prefix] });
  const prefixed = others.filter((other) => other.startsWith('-') && other.endsWith(`-${plain}`));
  const prefixes = ['', ...prefixed.map((other) => other.slice(0, -plain.length))];
  add(id, prop, { prefixes });
  values(value, id, prop, (use, text, more) => add(use, text, { prefixes, property: id, ...more }));
  if (isInColumns && plain.startsWith('break-')) {
    add(`${id}.multicol_context`, `${prop} in columns`);
    add(`${id}.multicol_context.${value}`, `${prop}: ${value} in columns`);
  }
  return undefined;
}

function values(source, id, property, add) {
  let value;
  try {
    value = parsePart(source, { context: 'value' });
  } catch ({ message }) {
    return add(source, source, { fault: `cannot be read: ${message}` });
  }
  for (const [wanted, key, has] of parts)
    if (wanted === property && has([...value.children])) add(`${id}.${key}`, `${property}: ${key}`);
  walk(value, (node) => {
    if (node.type === 'Identifier') keyword(node.name, id, property, add);
    if (node.type === 'Function') call(node, id, add);
    const unit = node.type === 'Dimension' && (units.has(node.unit) ? node.unit : node.unit.toLowerCase());
    if (!unit) return;
    if (!units.has(unit)) add(unit, unit, unknown(`css.types.length.${unit}`, unit));
    else if (units.get(unit)) add(units.get(unit), unit);
  });
  return undefined;
}

function keyword(name, property, written, add) {
  const text = `${written}: ${name}`;
  if (property && name.startsWith('-')) {
    const id = `${property}.${name}`;
    if (!name.startsWith('--')) add(id, text, hasEntry(id) ? {} : unknown(id, text));
  }
  const ids = property ? [`${property}.${name}`] : [];
  ids.push(`css.types.color.system-color.${name.toLowerCase()}`, `css.types.global_keywords.${name}`);
  for (const id of ids) if (hasEntry(id)) add(id, text);
}

function call({ name, children }, property, add) {
  const own = [`${property}.${name}`, `${property}.${name}_function`].find((id) => property && hasEntry(id));
  const ids = own ? [own] : functions.get(name);
  if (!ids) return add(name, `${name}()`, unknown(`css.types.${name}`, `${name}()`));
  for (const id of ids) add(id, `${name}()`);
  const [first, second] = children;
  if (colours.test(name) && first?.name === 'from') {
    add(`css.types.color.${name.replace(/a$/, '')}.relative_syntax`, `${name}(from …)`);
    if (/^currentcolor$/i.test(second?.name)) add('css.types.color.from_currentcolor', `${name}(from currentColor)`);
  }
  if (name === 'attr') {
    const inner = [...children];
    if (inner.some(({ type, value }) => type === 'Operator' && value === ','))
      add('css.types.attr.fallback', 'attr(…, …)');
    if (inner.some(({ name: type }) => type === 'type')) add('css.types.attr.type_function', 'attr(… type())');
  }
  return undefined;
}
