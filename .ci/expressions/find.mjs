import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'vite';

/**
 * An expression of the sources. One that is not built of constants alone has no `source`.
 *
 * @typedef {{ path: string, line: number, source?: string, flags: string, text: string }} Expression
 */

/**
 * The regular expressions of TypeScript modules: literals, and what `RegExp` builds of constants where its module begins.
 *
 * @param {string[]} paths
 * @returns {Expression[]}
 */
export function findExpressions(paths) {
  const modules = new Map();
  return paths.flatMap((path) => expressionsOf(path, moduleAt(path, modules), modules));
}

function moduleAt(path, modules) {
  const known = modules.get(path);
  if (known) return known;
  const source = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, source);
  if (errors.length) throw new Error(`${path}: ${errors[0].message}`);
  const module = { source, program, constants: new Map(), imports: new Map() };
  modules.set(path, module);
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value.startsWith('.')) {
      const from = join(dirname(path), statement.source.value).replace(/\.js$/, '.ts');
      for (const { local, imported } of statement.specifiers)
        module.imports.set(local.name, { from, name: imported?.name });
    }
    const { type, kind, declarations } = statement.declaration ?? statement;
    if (type !== 'VariableDeclaration' || kind !== 'const') continue;
    for (const { id, init } of declarations) if (id.name && init) module.constants.set(id.name, init);
  }
  return module;
}

function expressionsOf(path, { source, program }, modules) {
  const found = [];
  let depth = 0;
  const add = (node, expression) => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push({ path, line, text: source.slice(node.start, node.end), flags: '', ...expression });
  };
  const enter = () => {
    depth++;
  };
  const leave = () => {
    depth--;
  };
  const addBuilt = (node) => {
    if (node.callee.name !== 'RegExp') return;
    const { source: pattern, flags = '' } = (depth === 0 && build(path, node, modules)) || {};
    add(node, { source: pattern, flags });
  };
  new Visitor({
    Literal: (node) => {
      if (node.regex) add(node, { source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: addBuilt,
    CallExpression: addBuilt,
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
  }).visit(program);
  return found;
}

/** What `new RegExp(…)` makes of its module's constants, and of those that it imports. */
function build(path, node, modules) {
  const parts = [];
  const known = new Set();
  take(path, textOf(path, node));
  const program = stripTypeScriptTypes(`${parts.join('')}result = ${textOf(path, node)};`);
  try {
    return new Function(`let result; ${program} return result;`)();
  } catch {
    return undefined;
  }

  function textOf(from, { start, end }) {
    return moduleAt(from, modules).source.slice(start, end);
  }

  function take(from, text) {
    const { constants, imports } = moduleAt(from, modules);
    for (const [name] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      const imported = imports.get(name);
      if (imported?.name === name) take(imported.from, name);
      if (known.has(name) || !constants.has(name)) continue;
      known.add(name);
      const value = textOf(from, constants.get(name));
      take(from, value);
      parts.push(`const ${name} = ${value};\n`);
    }
  }
}
