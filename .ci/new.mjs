/**
 * Writes a new element, with its tests, stories and docs: `npm run new risk-list`. It is a copy of `practice-list` under
 * its own name, so that what one starts from is as sound as that element, and it stands wherever that one is listed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chdir, execPath, exit } from 'node:process';
import { fileURLToPath } from 'node:url';

chdir(fileURLToPath(new URL('..', import.meta.url)));

const model = 'practice-list';
const tag = process.argv[2] ?? '';
const className = pascal(tag);

const problem = problemOf(tag);
if (problem) {
  console.error(`${problem} For instance: npm run new risk-list`);
  exit(1);
}

const written = [];
for (const path of globSync([`src/elements/${model}/*`, `tests/elements/${model}.test.ts`, `stories/${model}.*`])) {
  write(path.replaceAll(model, tag), renamed(read(path)));
}
for (const path of ['src/define.ts', 'src/index.ts', 'src/deepdive.css']) rewrite(path, withLine);
for (const path of ['src/internal/sections.ts', 'src/styles/guard.css', 'src/styles/list.css']) rewrite(path, withName);
for (const path of ['src/internal/mistakes.ts', 'src/internal/json.ts']) rewrite(path, withEntry);
rewrite('README.md', (text) => withCopy(text, new RegExp(`^\\| \`${model}\`.*\\n`, 'm')));
rewrite('stories/docs/writing.mdx', (text) => withCopy(text, new RegExp(`^## \\[${model}\\].*?(?=^## )`, 'ms')));
run('@biomejs/biome/bin/biome', 'check', '--write', ...written.filter((path) => /\.(ts|css)$/.test(path)));
run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');

console.log(`<${tag}> is here, as a copy of <${model}>. Make it what it is to be:

- tests/elements/${tag}.test.ts: what readers and authors get from it
- src/elements/${tag}/: its class, with an example of how it is written, and its rules
- stories/${tag}.stories.ts: how it looks in every state
- stories/docs/writing.mdx and README.md: what goes inside it, what it adds

If it is no list, take it out of src/styles/list.css. Then: npm run check, npm test, npm run size`);

/** What is wrong with a name, in words; nothing if it will do. */
function problemOf(name) {
  if (!name) return 'Which name is the element to have?';
  if (!/^[a-z]+-[a-z]+$/.test(name)) {
    return `"${name}" is no name for an element here: write two words in small letters, with a hyphen between.`;
  }
  // https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name
  if (/^(annotation-xml|color-profile|font-face|missing-glyph)$/.test(name)) {
    return `"${name}" is a name of SVG's or MathML's, which no element of ours can have.`;
  }
  if (existsSync(`src/elements/${name}`)) return `There is a <${name}> already.`;
  const user = globSync('src/**/*.ts').find((path) => new RegExp(`\\b${className}\\b`).test(read(path)));
  if (user) return `The class of "${name}" would be ${className}, which means something else in ${user}.`;
}

function pascal(name) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
}

function renamed(text) {
  const names = { [model]: tag, [pascal(model)]: className, practice: 'item', Practice: 'Item' };
  return text.replaceAll(/practice-list|PracticeList|practice|Practice/g, (name) => names[name]);
}

/** The lines of a list, with the model's once more under the new name, in the order of names. */
function withLine(text) {
  const lines = text.split('\n');
  const nameIn = (line) => /\.\/elements\/([a-z-]+)\//.exec(line)?.[1];
  const at = lines.findIndex((line) => nameIn(line) === model);
  // A list ends where other lines begin: rules have to stay behind those that they are to win over.
  let first = at;
  while (nameIn(lines[first - 1] ?? '')) first--;
  const next = lines.findIndex((line, index) => index >= first && !(nameIn(line) < tag));
  return lines.toSpliced(next, 0, renamed(lines[at])).join('\n');
}

/** The entries of an object or an interface by the names of elements, with the model's once more under the new name. */
function withEntry(text) {
  const lines = text.split('\n');
  const nameIn = (line) => /^ {2}'([a-z]+-[a-z]+)': /.exec(line)?.[1];
  const at = lines.findIndex((line) => nameIn(line) === model);
  const end = lines.findIndex((line, index) => index > at && line.startsWith('}'));
  const next = lines.findIndex((line, index) => index === end || (index < end && nameIn(line) > tag));
  return lines.toSpliced(next, 0, renamed(lines[at])).join('\n');
}

/** A selector that names elements, with the new name among them. */
function withName(text) {
  const list = new RegExp(`:is\\([^()]*\\b${model}\\b[^()]*\\)`).exec(text);
  const names = [...list[0].matchAll(/[a-z]+-[a-z]+/g)];
  const next = names.find(([name]) => name > tag);
  const at = list.index + (next ? next.index : names.at(-1).index + names.at(-1)[0].length);
  return text.slice(0, at) + (next ? `${tag}, ` : `, ${tag}`) + text.slice(at);
}

function withCopy(text, part) {
  return text.replace(part, (found) => found + renamed(found));
}

function rewrite(path, change) {
  const text = read(path);
  const changed = change(text);
  if (changed === text) throw new Error(`${path} does not list <${model}> in the way that .ci/new.mjs knows.`);
  write(path, changed);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  written.push(path);
}

function read(path) {
  return readFileSync(path, 'utf8');
}

function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(execPath, [`node_modules/${script}`, ...args], { encoding: 'utf8' });
  if (status) {
    console.error(`${stdout}${stderr}`);
    exit(status);
  }
}
