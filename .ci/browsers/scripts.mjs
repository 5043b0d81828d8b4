import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { entryAt, hasEntry, keysOf, lacking } from './data.mjs';
import { usesOfMedia, usesOfSelector, usesOfStyles } from './styles.mjs';

/** @typedef {import('./styles.mjs').Use & { path: string }} ScriptUse */

/** TypeScript's names for what the data calls otherwise. */
const otherNames = {
  ReadonlyArray: 'Array',
  ReadonlyMap: 'Map',
  ReadonlySet: 'Set',
  CallableFunction: 'Function',
  NewableFunction: 'Function',
  PromiseLike: 'Promise',
  NodeListOf: 'NodeList',
  HTMLCollectionOf: 'HTMLCollection',
  HTMLCollectionBase: 'HTMLCollection',
  IteratorObject: 'Iterator',
  ArrayIterator: 'Iterator',
  MapIterator: 'Iterator',
  SetIterator: 'Iterator',
  RegExpMatchArray: 'Array',
  RegExpExecArray: 'Array',
  ImportMeta: undefined,
};

/** Whose members are looked at by their names, where TypeScript does not know them. */
const common = [
  ...['Window', 'Document', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'ShadowRoot', 'ElementInternals'],
  ...['HTMLDialogElement', 'HTMLDetailsElement', 'Event', 'EventTarget', 'Navigator', 'Selection', 'Range', 'URL'],
  ...['Animation', 'CSSStyleSheet', 'AbortSignal', 'FontFaceSet', 'MediaQueryList', 'CustomElementRegistry'],
].map((name) => `api.${name}`);
const commonBuiltIns = [
  ...['Array', 'String', 'Object', 'Promise', 'Set', 'Map', 'Iterator', 'RegExp', 'Math', 'Date', 'Number', 'JSON'],
].map((name) => `javascript.builtins.${name}`);

/** The ids that the data has for each name of a member of these. */
const members = new Map();
for (const owner of [...common, ...commonBuiltIns]) {
  for (const name of keysOf(entryAt(owner))) {
    const id = `${owner}.${name}`;
    const plain = name.replace(/_static$/, '');
    if (hasEntry(id)) members.set(plain, [...(members.get(plain) ?? []), id]);
  }
}

/**
 * What modules ask of a browser: what they call and read, the rules and selectors in their texts, the events that they
 * listen to, the options that they give, and what their regular expressions need.
 *
 * @param {string[]} configs of TypeScript
 * @param {Record<string, number>} oldest versions: of members of the same name, one that all of these have is taken
 * @returns {ScriptUse[]}
 */
export function usesOfScripts(configs, oldest) {
  const widest = (ids) => ids.find((id) => !lacking(id, oldest).length) ?? ids[0];
  const api = new API({ cwd: process.cwd() });
  try {
    const snapshot = api.updateSnapshot({ openProjects: configs.map((config) => resolve(config)) });
    return snapshot.getProjects().flatMap(({ program, checker, rootFiles }) => {
      const mixins = mixinsOf(program);
      return rootFiles.flatMap((file) => {
        if (file.endsWith('.d.ts')) return [];
        const source = program.getSourceFile(file);
        const path = relative('.', file).replaceAll('\\', '/');
        return usesOfModule(source, checker, mixins, widest).map(({ node, line, ...use }) => ({
          path,
          line: line ?? source.text.slice(0, node.getStart()).split('\n').length,
          prefixes: [''],
          ...use,
        }));
      });
    });
  } finally {
    api.close();
  }
}

/** Which interfaces of the page have the members of each that TypeScript writes apart, such as `ParentNode`. */
function mixinsOf(program) {
  const mixins = new Map();
  for (const name of program.getSourceFileNames().filter((file) => /\/lib\.dom\.d\.ts$/.test(file))) {
    for (const [, owner, bases] of readFileSync(name, 'utf8').matchAll(
      /^interface (\w+)[^{\n]* extends ([^{\n]+) \{/gm,
    ))
      for (const base of bases.split(/,\s*/)) mixins.set(base, [...(mixins.get(base) ?? []), owner]);
  }
  return mixins;
}

function usesOfModule(source, checker, mixins, widest) {
  const uses = [];
  const names = [];
  const visit = (node) => {
    // Types are gone when a browser reads it.
    if (isType(node)) return;
    if (node.kind === SyntaxKind.Identifier || node.kind === SyntaxKind.PrivateIdentifier) names.push(node);
    if (node.kind === SyntaxKind.RegularExpressionLiteral) uses.push(...usesOfExpression(node));
    if (isText(node) && rules.test(node.text ?? node.getText())) uses.push(...usesOfRules(node));
    node.forEachChild(visit);
  };
  visit(source);
  const symbols = checker.getSymbolAtLocation(names);
  const idsOf = new Map();
  for (const [index, node] of names.entries()) {
    const ids = idsOfName(node, symbols[index], mixins, widest);
    idsOf.set(node, ids);
    for (const id of ids) uses.push({ node, id, text: node.text });
  }
  for (const node of names) uses.push(...usesOfCall(node, idsOf.get(node), widest));
  return uses;
}

const isType = ({ kind }) =>
  (kind >= SyntaxKind.FirstTypeNode && kind <= SyntaxKind.LastTypeNode) ||
  kind === SyntaxKind.InterfaceDeclaration ||
  kind === SyntaxKind.TypeAliasDeclaration ||
  kind === SyntaxKind.ImportDeclaration;

/** @returns {string[]} where the data has what a name stands for, if it is the browser's */
function idsOfName(node, symbol, mixins, widest) {
  const { parent, text } = node;
  const isMember = parent.kind === SyntaxKind.PropertyAccessExpression && parent.name === node;
  const [declaration] = symbol?.declarations ?? [];
  const isBrowsers = declaration && /\/lib\.[^/]*\.d\.ts$/.test(declaration.path);
  if (!isBrowsers) {
    // What TypeScript does not know yet, and what our own types say of the browser's objects.
    const isCast = symbol?.getParent()?.name === '__type';
    if (!isMember || (declaration && !isCast)) return [];
    return [widest(members.get(text) ?? [])].filter(Boolean);
  }
  const owner = symbol.getParent()?.name;
  if (!owner || owner === 'globalThis' || owner === 'Intl')
    return first([
      ...(owner === 'Intl' ? [`javascript.builtins.Intl.${text}`] : []),
      `api.${text}`,
      `api.Window.${text}`,
      `javascript.builtins.${text}`,
      `javascript.builtins.globalThis.${text}`,
    ]);
  if (owner === 'CSSStyleDeclaration' || owner === 'CSSStyleProperties')
    return first([
      `api.CSSStyleDeclaration.${text}`,
      `css.properties.${text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    ]);
  // A static member, of `declare var URL: { canParse(…) }`.
  if (owner === '__type' || owner.endsWith('Constructor')) {
    const of = owner === '__type' ? parent.expression?.text : owner.slice(0, -'Constructor'.length);
    return first([`api.${of}.${text}_static`, `api.${of}.${text}`, `javascript.builtins.${of}.${text}`]);
  }
  const name = owner in otherNames ? otherNames[owner] : owner;
  const own = first([
    `api.${name}.${text}`,
    `javascript.builtins.${name}.${text}`,
    `javascript.builtins.Intl.${name}.${text}`,
  ]);
  if (own.length || !mixins.has(name)) return own;
  return first(
    ['Element', ...mixins.get(name)].flatMap((one) => [
      `api.${one}.${text}`,
      ...(text.startsWith('on') ? [`api.${one}.${text.slice(2)}_event`] : []),
    ]),
  );
}

const first = (ids) => ids.filter(hasEntry).slice(0, 1);

/** What is in the arguments of a call: options, events, selectors, media queries, properties. */
function usesOfCall(node, ids, widest) {
  const access = node.parent.kind === SyntaxKind.PropertyAccessExpression && node.parent.name === node;
  const callee = access ? node.parent : node;
  const call = callee.parent;
  if (call?.expression !== callee || !call.arguments) return [];
  const { text } = node;
  const texts = [...call.arguments].map((one) =>
    one.kind === SyntaxKind.StringLiteral || one.kind === SyntaxKind.NoSubstitutionTemplateLiteral
      ? one.text
      : undefined,
  );
  const at = (uses) => uses.map((use) => ({ node, ...use }));
  const uses = [];
  if (/^(querySelector(All)?|closest|matches)$/.test(text) && texts[0]) uses.push(...at(usesOfSelector(texts[0])));
  if (text === 'matchMedia' && texts[0]) uses.push(...at(usesOfMedia(texts[0])));
  if (/^(set|remove)Property$/.test(text) && /^(?!--)[a-z-]+$/.test(texts[0] ?? ''))
    uses.push(...at(usesOfStyles(`a { ${texts[0]}: ${texts[1] || 'inherit'} }`)));
  if (text === 'addEventListener' && texts[0]) {
    const id = widest(members.get(`${texts[0]}_event`) ?? []);
    if (id) uses.push({ node, id, text: `the event ${texts[0]}` });
  }
  if (/^(set|toggle)Attribute$/.test(text) && hasEntry(`html.global_attributes.${texts[0]}`)) {
    uses.push({ node, id: `html.global_attributes.${texts[0]}`, text: texts[0] });
    const value = `html.global_attributes.${texts[0]}.${texts[1]}`;
    if (hasEntry(value)) uses.push({ node, id: value, text: texts[1] });
  }
  if (text === 'createElement' && hasEntry(`html.elements.${texts[0]}`))
    uses.push({ node, id: `html.elements.${texts[0]}`, text: `<${texts[0]}>` });
  for (let argument of call.arguments) {
    while (argument.kind === SyntaxKind.AsExpression || argument.kind === SyntaxKind.SatisfiesExpression)
      argument = argument.expression;
    if (argument.kind !== SyntaxKind.ObjectLiteralExpression) continue;
    for (const { name } of argument.properties)
      for (const id of ids)
        for (const option of optionsOf(id, name?.text)) uses.push({ node, id: option, text: name.text });
  }
  return uses;
}

/** Where the data has an option of a method, or of a constructor. */
function optionsOf(id, name) {
  if (!name) return [];
  const pattern = new RegExp(`^(options_)?${name}_(parameter|option)$`);
  const search = (at, depth) =>
    keysOf(entryAt(at)).flatMap((key) => [
      ...(pattern.test(key) && hasEntry(`${at}.${key}`) ? [`${at}.${key}`] : []),
      ...(depth && (key === 'options_parameter' || key === at.split('.').at(-1))
        ? search(`${at}.${key}`, depth - 1)
        : []),
    ]);
  return search(id, 2);
}

const isText = ({ kind }) =>
  kind === SyntaxKind.StringLiteral ||
  kind === SyntaxKind.NoSubstitutionTemplateLiteral ||
  kind === SyntaxKind.TemplateExpression;

/** A rule, by its looks. */
const rules = /^[`\s]*[-&:.#[*@\w][^{}$;]*\{\s*(?:[-\w]+\s*:|\/\*|@|&)[^{}]*[;}]/;

/** Rules in a text; what is filled in may be a word or rules. Other texts may look like rules, and are none. */
function usesOfRules(node) {
  const { text } = node.getSourceFile();
  const start = node.getStart() + 1;
  for (const filler of ['x', '/**/']) {
    try {
      const source = text.slice(start, node.end - 1).replace(/\$\{[^}]*\}/g, filler);
      return usesOfStyles(source, text.slice(0, start).split('\n').length);
    } catch (error) {
      if (!/Syntax/.test(error.name)) throw error;
    }
  }
  return [];
}

function usesOfExpression(node) {
  const [, pattern, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text);
  const names = [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  const base = 'javascript.regular_expressions';
  return [
    [/\(\?<[=!]/.test(pattern), `${base}.lookbehind_assertion`],
    [/\(\?[ims-]+:/.test(pattern), `${base}.modifier`],
    [names.length > 0, `${base}.named_capturing_group`],
    [names.length > new Set(names).size, `${base}.named_capturing_group.duplicate_named_capturing_groups`],
    [/\\p\{/i.test(pattern), `${base}.unicode_character_class_escape`],
    [flags.includes('d'), 'javascript.builtins.RegExp.hasIndices'],
    [flags.includes('s'), 'javascript.builtins.RegExp.dotAll'],
    [flags.includes('v'), 'javascript.builtins.RegExp.unicodeSets'],
    [flags.includes('y'), 'javascript.builtins.RegExp.sticky'],
  ].flatMap(([has, id]) => (has ? [{ node, id, text: node.text }] : []));
}
