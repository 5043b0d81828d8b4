import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'vite';

const project = process.env.PACKAGE_PROJECT;
const folder = join(project, 'node_modules/deepdive-elements');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const files = read(join(dirname(project), 'files.json'));
const paths = files.map(({ path }) => path);
const manifest = read(join(folder, 'package.json'));
const tags = read(join(folder, 'custom-elements.json'))
  .modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []))
  .sort();

/** All that is packed. */
const patterns = [
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^(package|custom-elements)\.json$/,
  /^dist\/(define|index|ssr)\.(js|d\.ts)$/,
  /^dist\/(html-data|css-data|web-types)\.json$/,
  /^dist\/llms\.txt$/,
  /^dist\/deepdive(\.guarded)?\.css$/,
  /^dist\/(styles|themes)\/[a-z-]+\.css$/,
  /^dist\/cdn\/(deepdive|deepdive\.inline|mermaid|chunks\/[\w.-]+)\.js$/,
  /^dist\/vendor\/(chunks\/)?[\w-]+\.js$/,
  /^dist\/(cdn|vendor)\/THIRD-PARTY-LICENSES\.txt$/,
  /^dist\/types\/[a-z-]+\.(js|d\.ts)$/,
  /^dist\/elements\/[a-z-]+\/[a-z-]+(\.define)?\.(js|d\.ts)$/,
  /^dist\/elements\/[a-z-]+\/[a-z-]+\.css\.js$/,
  /^dist\/(controllers|diagrams|events|internal|languages|markdown|node)\/[a-z-]+\.(js|d\.ts)$/,
  /^dist\/(diagrams|styles)\/[a-z-]+\.css\.js$/,
  /^dist\/node\/(site|reporters)\/[a-z-]+\.(js|d\.ts)$/,
  /^dist\/node\/site\/browser\/[a-z-]+\.(js|css)$/,
  /^dist\/unified\/([a-z-]+\/)?[a-z-]+\.(js|d\.ts)$/,
];

test('the package holds what is built, and nothing else', () => {
  assert.deepEqual(
    paths.filter((path) => !patterns.some((pattern) => pattern.test(path))),
    [],
  );
});

test('every pattern of the contents is met', () => {
  assert.deepEqual(
    patterns.filter((pattern) => !paths.some((path) => pattern.test(path))),
    [],
  );
});

for (const [what, pattern, limit] of [
  // The stylesheet is there twice: whole, and in parts, so that a page takes half of it.
  ['modules, types and all else', /^(?!dist\/(cdn|node|unified|vendor)\/)/, 1.25e6],
  ['commands and plugins', /^dist\/(node|unified)\//, 0.6e6],
  // As they are written: minified they would be a fifth less (0.85 MB), and a stack would say nothing.
  ['the packages that these need', /^dist\/vendor\//, 1.2e6],
  ['the files for a script tag, Mermaid in them', /^dist\/cdn\//, 6e6],
]) {
  test(`${what} weigh less than ${limit / 1e6} MB`, () => {
    const weight = files.filter(({ path }) => pattern.test(path)).reduce((sum, { size }) => sum + size, 0);
    assert.ok(weight < limit, `${weight} bytes`);
  });
}

test('every path that package.json names is there', () => {
  const named = [...JSON.stringify(manifest.exports).matchAll(/"(\.\/(?:dist|custom)[^"]*)"/g)].map(([, path]) => path);
  const { main, types, unpkg, jsdelivr, style, customElements, bin } = manifest;
  named.push(main, types, unpkg, jsdelivr, style, customElements, manifest['web-types'], ...Object.values(bin));
  named.push(...manifest.files);
  assert.deepEqual(
    named.filter((path) => !globSync(path, { cwd: folder }).length),
    [],
  );
});

test('every tag is an entry, and every entry beside the named ones is a tag', () => {
  const { default: pattern } = manifest.exports['./*'];
  const entries = globSync(pattern.replaceAll('*', '?*'), { cwd: folder })
    .map((path) => path.split(/[\\/]/).at(-1).replace('.define.js', ''))
    .sort();
  assert.deepEqual(entries, tags);
});

test('modules with side effects are kept, and no other', () => {
  const isListed = (path) => manifest.sideEffects.some((pattern) => globSync(pattern, { cwd: folder }).includes(path));
  assert.deepEqual(
    paths.filter(
      (path) => /^dist\/(define\.js|.*\.define\.js|languages\/..\.js|.*\.css)$/.test(path) && !isListed(path),
    ),
    [],
  );
});

test('no module imports a package that is not installed with this one', () => {
  // Rendering on a server is for those who have its renderer.
  const installed = [...Object.keys(manifest.dependencies), '@lit-labs/ssr'];
  const missing = paths
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => {
      const { staticImports, staticExports } = parseSync(path, readFileSync(join(folder, path), 'utf8')).module;
      const exported = staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest));
      return [...staticImports.map(({ moduleRequest }) => moduleRequest), ...exported]
        .filter((request) => request && !request.value.startsWith('.') && !isBuiltin(request.value))
        .map(({ value }) => ({ path, value }));
    })
    .filter(({ value }) => !installed.some((name) => value === name || value.startsWith(`${name}/`)));
  assert.deepEqual(missing, []);
});
