import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { tokensOf } from './stories/docs/read-tokens.mjs';

const elementsOf = ({ modules }) => modules.flatMap(({ declarations }) => declarations.filter((one) => one.tagName));

/** Whether script can set a member, and not only call or read it. */
const isSettable = ({ kind, type, readonly, static: isStatic }) => kind === 'field' && type && !readonly && !isStatic;

const tidy = {
  name: 'tidy',
  packageLinkPhase({ customElementsManifest }) {
    const modules = customElementsManifest.modules.filter(({ declarations }) =>
      declarations?.some(({ tagName }) => tagName),
    );
    customElementsManifest.modules = modules;
    // Not in the order in which the file system lists them, which differs from machine to machine.
    modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
      // What has no description is none of the element's own: the analyzer takes `this.#part.role = …` for a member.
      declaration.members = declaration.members?.filter(
        ({ privacy, description }) => description && (!privacy || privacy === 'public'),
      );
      declaration.events = declaration.events?.filter(({ description }) => description);
      for (const { type } of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
        // A union over several lines, in one.
        if (type) type.text = type.text.replace(/\s+/g, ' ').replace(/^\| /, '');
      }
    }
  },
};

/** What each adapter adds a member to: the attributes of an element in its framework. */
const attributes = 'export interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {}\n';

/** Writes what the adapters in `src/types` take up: for each tag its class, its props, and which of them are attributes. */
const frameworks = {
  name: 'frameworks',
  packageLinkPhase({ customElementsManifest }) {
    const manifest = structuredClone(customElementsManifest);
    const elements = elementsOf(manifest);
    for (const { exports, declarations } of manifest.modules) {
      // The generator imports what a module exports, and the events come from others.
      const events = declarations
        .flatMap(({ events }) => events ?? [])
        .filter(({ type }) => /.Event$/.test(type?.text));
      exports.push(...events.map(({ type }) => ({ kind: 'js', declaration: { name: type.text } })));
    }
    for (const element of elements) {
      element.members = element.members.filter(isSettable);
    }

    // It takes the custom properties of all, and those for all belong to none.
    manifest.modules.push({ declarations: [{ customElement: true, cssProperties: tokensAnd(elements) }] });

    cpSync('src/types', 'dist/types', { recursive: true });
    generateJsxTypes(manifest, {
      outdir: 'dist/types',
      fileName: 'elements.d.ts',
      componentTypePath: () => '../index.js',
      // In short; the whole stands with the property.
      componentDescriptionOptions: {
        apis: {
          attrsAndProps: {
            template: (props) =>
              props.map((prop) => `- \`${prop.propName}\`: ${prop.description.split('\n\n')[0]}`).join('\n'),
          },
        },
      },
    });
    const path = 'dist/types/elements.d.ts';
    const types = readFileSync(path, 'utf8')
      .split(/\n\n(?=import |export |declare |type |\/\*\*\n)/)
      // It also declares the tags to every framework at once, with a `ref` and a `style` that are no framework's.
      .filter((part) => !/^(declare|type Base|export type \w*SolidJs )|ScopedElements/.test(part))
      .join('\n\n')
      .replace(/Partial<\s*(\w+)Props & BaseProps<\w+> & BaseEvents\s*>/g, (_, name) => {
        const { attributes = [] } = elements.find((element) => element.name === name);
        const names = attributes.map((attribute) => `'${attribute.name}'`).join(' | ') || 'never';
        return `Attributes<${name}, ${name}Props, ${name}SolidJsProps, ${names}>[Framework]`;
      })
      // Not mapped over by the adapters: TypeScript 7 shows no comment of a mapped property that is a tag.
      .replace(
        'type CustomElements =',
        'type CustomElements<Framework extends keyof Attributes<HTMLElement, object, object, string>> =',
      );
    if (/Base(Props|Events)/.test(types)) throw new Error(`${path} is written in another way: see what it says now.`);
    writeFileSync(path, `${types.trim()}\n\n${attributes}`);
  },
};

/** Writes what editors of HTML and CSS read. */
const editors = {
  name: 'editors',
  packageLinkPhase({ customElementsManifest }) {
    const manifest = structuredClone(customElementsManifest);
    const elements = elementsOf(manifest);
    const options = {
      hideMethodDocs: true,
      labels: { slots: 'Content', cssProperties: 'Custom properties', cssParts: 'Parts' },
    };
    // Parts and states of one name, in one entry; the generators write one for each element.
    const styles = { tagName: 'styles', cssProperties: tokensAnd(elements), cssParts: named(elements, 'cssParts') };
    const stylesAlone = { modules: [{ declarations: [styles] }] };
    const states = named(elements, 'cssStates');

    const html = JSON.parse(getVsCodeHtmlCustomData(manifest, options));
    for (const tag of html.tags) {
      tag.description = divided(tag.description);
      delete tag.references;
      for (const attribute of tag.attributes) {
        attribute.values = valuesOf(attribute);
        // Without a value: https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md
        if (isBoolean(elements, tag, attribute)) attribute.valueSet = 'v';
      }
    }
    write('html-data.json', html);

    const css = JSON.parse(getVsCodeCssCustomData(stylesAlone, options));
    css.pseudoClasses = states.map(({ name, description }) => ({ name: `:state(${name})`, description }));
    for (const one of [css.properties, css.pseudoElements, css.pseudoClasses].flat()) {
      // As a string, it would be shown with its marks.
      one.description = { kind: 'markdown', value: one.description };
    }
    write('css-data.json', css);

    const webTypes = JSON.parse(getWebTypesData(manifest, options));
    webTypes['js-types-syntax'] = 'typescript';
    for (const tag of webTypes.contributions.html.elements) {
      tag.description = divided(tag.description);
      delete tag['doc-url'];
      for (const attribute of tag.attributes) {
        // A type with choices has no room for what each means: https://github.com/JetBrains/web-types/issues/91
        const values = valuesOf(attribute);
        if (values.length) Object.assign(attribute, { value: { kind: 'plain', type: 'enum' }, values });
      }
    }
    webTypes.contributions.css = {
      ...JSON.parse(getWebTypesData(stylesAlone, options)).contributions.css,
      'pseudo-classes': states.map(({ name, description }) => ({ name: `state(${name})`, description })),
    };
    write('web-types.json', webTypes);
  },
};

/** Writes all of the elements in one text, for a language model that is to write pages with them: https://llmstxt.org */
const reference = {
  name: 'reference',
  packageLinkPhase({ customElementsManifest }) {
    const item = ({ name, type, description }) => {
      const [meaning, ...values] = description.trim().split(/\n+(?=- )/);
      const is = type ? ` (${type.text.replace(' | undefined', '')})` : '';
      return [`- \`${name}\`${is}: ${meaning.replace(/\s+/g, ' ')}`, ...values].join('\n  ');
    };
    const list = (title, items) => (items.length ? [`${title}:\n\n${items.join('\n')}`] : []);
    const elements = elementsOf(customElementsManifest).map(
      ({ tagName, description, slots = [], attributes = [], members = [], events = [] }) =>
        [
          `## <${tagName}>`,
          description.trim(),
          ...list(
            'Write inside',
            slots.map((slot) => `- ${slot.description}`),
          ),
          ...list('Attributes', attributes.map(item)),
          ...list('Properties, for scripts', members.filter((one) => isSettable(one) && !one.attribute).map(item)),
          ...list('Events', events.map(item)),
        ].join('\n\n'),
    );
    const start = readFileSync('stories/docs/llms.md', 'utf8').trim();
    writeFileSync('dist/llms.txt', `${start}\n\n${elements.join('\n\n')}\n`);
  },
};

/** The values that a doc comment lists, each with what it means: "- `down`: It falls." */
const valuesOf = ({ description = '' }) =>
  [...description.matchAll(/^- `([\w-]+)`: (.+(?:\n(?!- ).+)*)/gm)].map(([, name, meaning]) => ({
    name,
    description: meaning.replace(/\s+/g, ' '),
  }));

const isBoolean = (elements, tag, { name }) =>
  elements
    .find(({ tagName }) => tagName === tag.name)
    .attributes.some((attribute) => attribute.name === name && attribute.type.text === 'boolean');

/** The generators' line of dashes makes a heading of the line before it, and at the end it divides nothing. */
const divided = (text) => text.replace(/\s*\n---\n\s*/, '\n\n---\n\n').replace(/\s*---\s*$/, '');

/** What the elements have under one name, each with what it is in which of them. */
function named(elements, list) {
  const meanings = new Map();
  for (const { tagName, [list]: some = [] } of elements) {
    for (const { name, description, default: value } of some) {
      const meaning = value ? `${description} Default: \`${value}\`.` : description;
      const tags = meanings.get(name) ?? meanings.set(name, new Map()).get(name);
      tags.set(meaning, [...(tags.get(meaning) ?? []), `\`${tagName}\``]);
    }
  }
  return [...meanings].map(([name, tags]) => ({
    name,
    description: [...tags].map(([meaning, names]) => `${names.join(', ')}: ${meaning}`).join('\n\n'),
  }));
}

/** Every custom property: those for all from the stylesheet, then those that an element alone has. */
function tokensAnd(elements) {
  const tokens = tokensOf(readFileSync('src/styles/tokens.css', 'utf8')).map(({ name, meaning, value }) => ({
    name,
    description: `${meaning}. Default: \`${value}\`.`,
  }));
  const own = named(elements, 'cssProperties').filter(({ name }) => !tokens.some((token) => token.name === name));
  return [...tokens, ...own];
}

const write = (name, data) => writeFileSync(`dist/${name}`, `${JSON.stringify(data, null, 2)}\n`);

export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['**/*.define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [tidy, frameworks, editors, reference],
};
