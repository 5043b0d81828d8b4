/**
 * Writes, as JSON, every name that the scripts of a page look up among what is global, and the files that do: what an
 * element's id could stand in for.
 */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/** Names of the object that has what is global. */
const globals = new Set(['globalThis', 'window', 'self', 'global', 'top', 'parent', 'frames']);

/** What runs in a page of ours: the script with its chunks, that of a site, and what Lit has instead for developers. */
const scripts = [
  'dist/cdn/{deepdive.js,chunks/*.js}',
  'dist/node/site/browser/*.js',
  'node_modules/@lit/reactive-element/development/**/*.js',
];

/** Names that a script uses and nothing in it declares, and those that it reads from the global object. */
function namesIn(code) {
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const { globalScope, scopes } = analyze(tree, { ecmaVersion: 2024, sourceType: 'module' });
  const free = new Set(globalScope.through.map(({ identifier }) => identifier));
  const variables = new Map(
    scopes.flatMap(({ references }) => references.map((one) => [one.identifier, one.resolved])),
  );
  for (const { variables: declared } of scopes)
    for (const variable of declared) for (const identifier of variable.identifiers) variables.set(identifier, variable);
  const nodes = nodesIn(tree);
  const isGlobal = globalObjects(nodes, free, variables);
  const read = nodes.flatMap((node) => {
    if (node.type === 'MemberExpression' && isGlobal(node.object)) {
      if (!node.computed) return [node.property.name];
      return node.property.type === 'Literal' ? [String(node.property.value)] : [];
    }
    if (node.type === 'BinaryExpression' && node.operator === 'in' && isGlobal(node.right))
      return node.left.type === 'Literal' ? [String(node.left.value)] : [];
    if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && isGlobal(node.init))
      return node.id.properties.flatMap(({ key }) => key?.name ?? []);
    return [];
  });
  return new Set([...[...free].map(({ name }) => name), ...read]);
}

function nodesIn(tree) {
  const nodes = [tree];
  for (const node of nodes)
    for (const value of Object.values(node).flat()) if (typeof value?.type === 'string') nodes.push(value);
  return nodes;
}

/** Tells the expressions that are the global object, also where it goes by another name: `const t = globalThis`. */
function globalObjects(nodes, free, variables) {
  const aliases = new Set();
  const isGlobal = (node) => {
    switch (node?.type) {
      case 'Identifier':
        return free.has(node) ? globals.has(node.name) : aliases.has(variables.get(node));
      case 'ConditionalExpression':
        return isGlobal(node.consequent) || isGlobal(node.alternate);
      case 'LogicalExpression':
        return isGlobal(node.left) || isGlobal(node.right);
      case 'AssignmentExpression':
        return isGlobal(node.right);
      case 'SequenceExpression':
        return isGlobal(node.expressions.at(-1));
      case 'MemberExpression':
        return !node.computed && globals.has(node.property.name) && isGlobal(node.object);
      case 'ChainExpression':
        return isGlobal(node.expression);
      default:
        return false;
    }
  };
  const given = nodes.flatMap((node) => {
    if (node.type === 'VariableDeclarator' && node.init) return [[node.id, node.init]];
    if (node.type === 'AssignmentExpression') return [[node.left, node.right]];
    if (node.type === 'CallExpression' && /Function/.test(node.callee.type))
      return node.arguments.flatMap((value, at) => (node.callee.params[at] ? [[node.callee.params[at], value]] : []));
    return [];
  });
  for (let count = -1; count < aliases.size; ) {
    count = aliases.size;
    for (const [target, value] of given)
      if (target.type === 'Identifier' && variables.get(target) && isGlobal(value)) aliases.add(variables.get(target));
  }
  return isGlobal;
}

const names = new Map();
for (const file of globSync(scripts).sort()) {
  for (const name of namesIn(readFileSync(file, 'utf8')))
    names.set(name, [...(names.get(name) ?? []), file.replace(/.*\//, '')]);
}
console.log(JSON.stringify(Object.fromEntries([...names].sort())));
