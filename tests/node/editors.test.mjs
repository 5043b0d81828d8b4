import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getCSSLanguageService, newCSSDataProvider } from 'vscode-css-languageservice';
import htmlService from 'vscode-html-languageservice';

const { getLanguageService, newHTMLDataProvider, TextDocument } = htmlService;

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const elements = read('custom-elements.json').modules.flatMap(({ declarations }) =>
  declarations.filter(({ tagName }) => tagName),
);

// What VS Code itself uses, with what its setting `html.customData` adds.
const html = getLanguageService({
  useDefaultDataProvider: true,
  customDataProviders: [newHTMLDataProvider('deepdive', read('dist/html-data.json'))],
});
const css = getCSSLanguageService({ customDataProviders: [newCSSDataProvider(read('dist/css-data.json'))] });
const webTypes = read('dist/web-types.json');

/** What an editor asks of a text at the `|` in it. */
function at(text, language) {
  const offset = text.indexOf('|');
  const document = TextDocument.create(`file:///page.${language}`, language, 0, text.replace('|', ''));
  return [document, document.positionAt(offset)];
}
const completed = (text) => {
  const [document, position] = at(text, 'html');
  return html.doComplete(document, position, html.parseHTMLDocument(document)).items;
};
const hovered = (text) => {
  const [document, position] = at(text, 'html');
  return html.doHover(document, position, html.parseHTMLDocument(document))?.contents.value;
};
const completedCss = (text) => {
  const [document, position] = at(text, 'css');
  return css.doComplete(document, position, css.parseStylesheet(document)).items;
};
const said = ({ documentation }) => documentation?.value ?? documentation;

/** The choices of a type such as `'up' | 'down' | undefined`. */
const choicesOf = ({ type }) => [...(type?.text.matchAll(/'([\w-]+)'/g) ?? [])].map(([, choice]) => choice);

test('every tag and attribute is offered, with what it is', () => {
  const tags = completed('<|');
  for (const { tagName, description, attributes = [] } of elements) {
    const tag = tags.find(({ label }) => label === tagName);
    assert.ok(tag, tagName);
    assert.ok(said(tag).startsWith(description), tagName);
    const offered = completed(`<${tagName} |></${tagName}>`);
    for (const attribute of attributes) {
      const item = offered.find(({ label }) => label === attribute.name);
      assert.equal(item && said(item), attribute.description, `${tagName} ${attribute.name}`);
    }
  }
});

test('every value is offered, with what it means', () => {
  const offered = completed('<incident-callout severity="|"></incident-callout>');
  assert.equal(said(offered.find(({ label }) => label === 'major')), 'As bad as `sev2`.');
  for (const { tagName, attributes = [] } of elements) {
    for (const attribute of attributes) {
      const values = completed(`<${tagName} ${attribute.name}="|"></${tagName}>`);
      for (const choice of choicesOf(attribute)) {
        const value = values.find(({ label }) => label === choice);
        assert.ok(value && said(value), `${tagName} ${attribute.name}="${choice}"`);
      }
    }
  }
  const layouts = completed('<architecture-diagram layout="|"></architecture-diagram>');
  assert.deepEqual(
    layouts.map(({ label }) => label),
    ['dagre', 'elk'],
  );
});

test('an attribute without values asks for none', () => {
  const repair = completed('<architecture-diagram |></architecture-diagram>').find(({ label }) => label === 'repair');
  assert.equal(repair.textEdit.newText, 'repair');
});

test('a tag and its attributes say what they are', () => {
  const callout = hovered('<incident|-callout severity="sev1"></incident-callout>');
  assert.match(callout, /^An incident: what happened/);
  assert.match(callout, /- \*\*figures\*\* - The times to detect/);
  assert.match(hovered('<incident-callout sever|ity="sev1"></incident-callout>'), /^How bad it was/);
  for (const { tagName } of elements) {
    // A line of dashes straight below a text makes a heading of it.
    assert.doesNotMatch(hovered(`<${tagName}|></${tagName}>`), /[^\n]\n---|undefined/, tagName);
  }
});

test('custom properties, parts and states are offered in style sheets', () => {
  const items = (text) => new Map(completedCss(text).map((item) => [item.label, said(item)]));
  const properties = items('case-study { --dd|: 1px }');
  assert.match(properties.get('--dd-accent'), /^Links, focus.*Default: `light-dark\(oklch/s);
  const selectors = items('law-table:| { color: red }');
  for (const { tagName, cssProperties = [], cssParts = [], cssStates = [] } of elements) {
    for (const { name } of cssProperties) assert.ok(properties.get(name), name);
    for (const { name } of cssParts) assert.ok(selectors.get(`::part(${name})`).includes(`\`${tagName}\``), name);
    for (const { name } of cssStates) assert.ok(selectors.get(`:state(${name})`).includes(`\`${tagName}\``), name);
  }
});

// Their schema is in no package; what is read here is what https://plugins.jetbrains.com/docs/intellij/websymbols-web-types.html asks.
test('JetBrains finds tags, attributes and values, too', () => {
  const { name, version } = read('package.json');
  assert.deepEqual([webTypes.name, webTypes.version], [name, version]);
  assert.deepEqual(
    webTypes.contributions.html.elements.map((element) => element.name),
    elements.map(({ tagName }) => tagName),
  );
  for (const { tagName, attributes = [] } of elements) {
    const tag = webTypes.contributions.html.elements.find((element) => element.name === tagName);
    for (const attribute of attributes) {
      const found = tag.attributes.find((one) => one.name === attribute.name);
      assert.equal(found.description, attribute.description);
      for (const choice of choicesOf(attribute)) {
        assert.ok(found.values.find((value) => value.name === choice).description, `${tagName} ${choice}`);
      }
    }
  }
  const { properties, 'pseudo-elements': parts } = webTypes.contributions.css;
  assert.ok(properties.find((property) => property.name === '--dd-accent').description);
  assert.ok(parts.find((part) => part.name === 'part(tools)').description.includes('`law-table`'));
});
