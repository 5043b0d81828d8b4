import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import postcss from 'postcss';
import { lacking, oldestVersions } from '../../.ci/browsers/data.mjs';
import { usesOfScripts } from '../../.ci/browsers/scripts.mjs';
import { usesOfStyles } from '../../.ci/browsers/styles.mjs';

const oldest = oldestVersions('Chrome and Edge 125, Firefox 128, Safari 17.5, and newer: …');

/** What some browser lacks of these uses, or what is wrong with them. */
const faultsOf = (uses) =>
  uses.flatMap(({ id, text, prefixes, property, fault }) =>
    fault || lacking(id, oldest, prefixes, property).length ? [text] : [],
  );
const faultsOfStyles = (rules) => faultsOf(usesOfStyles(rules));

describe('the check of what browsers have', () => {
  it('reads the versions from README.md', () => {
    assert.deepEqual(Object.keys(oldestVersions(readFileSync('README.md', 'utf8'))).length, 7);
    assert.throws(() => oldestVersions('Chrome 125 and newer'), /README\.md does not say/);
  });

  it('knows when a browser got something, and under which prefix', () => {
    assert.deepEqual(lacking('css.selectors.has', oldest), []);
    assert.deepEqual(lacking('css.properties.print-color-adjust', oldest), [
      'Chrome before 136',
      'Chrome for Android before 136',
      'Edge before 136',
    ]);
    assert.deepEqual(lacking('css.properties.print-color-adjust', oldest, ['', '-webkit-']), []);
    assert.deepEqual(lacking('css.properties.print-color-adjust', { chrome: 136 }), []);
  });

  for (const [what, rules, ...faults] of [
    [
      'a property without the prefix that a browser needs',
      'a { print-color-adjust: exact }',
      'print-color-adjust',
      'print-color-adjust: exact',
    ],
    ['a prefix that no other browser reads', 'a { -moz-user-select: none }', '-moz-user-select'],
    ['a thickness in a shorthand', 'a { text-decoration: underline 2px }', 'text-decoration: includes_thickness'],
    ['a style in a shorthand', 'a { text-decoration: underline dotted }', 'text-decoration: dotted'],
    ['a colour in a shorthand', 'a { text-decoration: underline #f00 }', 'text-decoration: includes_color-and-style'],
    [
      'a break in columns',
      'ul { columns: 2; & li { break-after: avoid } }',
      'break-after: avoid',
      'break-after in columns',
      'break-after: avoid in columns',
    ],
    ['a keyword', 'p { text-wrap: pretty }', 'text-wrap: pretty'],
    ['a function', 'p { inset: anchor(end) }', 'anchor()'],
    ['a unit', 'p { inline-size: 2ric }', 'ric'],
    ['a colour made of another', 'p { color: rgb(from red r g b) }', 'rgb(from …)'],
    ['what an attribute is read as', 'p { color: attr(data-x, red) }', 'attr(…, …)'],
    ['a function in a property of its own', 'p { --x: sibling-index() }', 'sibling-index()'],
    ['a selector', 'details::details-content { color: red }', '::details-content'],
    ['an at-rule', '@scope (a) { b { color: red } }', '@scope'],
    ['a margin of paper', '@page { @top-left { content: "" } }', '@page', '@top-left'],
    ['a query of styles', '@container style(--x: 1) { a { color: red } }', 'style()'],
    ['declarations after nested rules', 'p { & a { color: red } color: blue }', 'color after a nested rule'],
    ['what it cannot read', 'p { inline-size: attr(x type(<length>)) }', 'attr(x type(<length>))'],
    ['what is written wrong', 'p:hoover { colour: red }', ':hoover', 'colour'],
  ]) {
    it(`finds ${what}`, () => assert.deepEqual(faultsOfStyles(rules).toSorted(), faults.toSorted()));
  }

  it('finds nothing in rules that every browser knows', () => {
    const rules = `
      @media screen and (forced-colors: none) and (not (prefers-contrast: more)) { a { color: light-dark(red, #fff) } }
      @container (inline-size < 26rem) { a { inline-size: min(10cqi, 1lh) } }
      a { -webkit-print-color-adjust: exact; print-color-adjust: exact; content: "→" / ""; mask: linear-gradient(#000, #0000) }
      :is(a, b):has(> c):state(x)::part(y):dir(rtl) { text-decoration: underline; text-decoration-style: dotted; inset: auto 0 }
      [a="b" i] { & > c { grid-template-columns: subgrid [x] minmax(0, 1fr); --y: attr(z) } }`;
    assert.deepEqual(faultsOfStyles(rules), []);
  });

  describe('in scripts', () => {
    const folder = mkdtempSync(join('tests', 'node', 'scripts-'));
    after(() => rmSync(folder, { recursive: true }));

    const faultsOfScript = (script) => {
      writeFileSync(join(folder, 'script.ts'), script);
      const compilerOptions = { target: 'ES2022', lib: ['ESNext', 'DOM', 'DOM.Iterable'], types: [] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['script.ts'] }));
      return faultsOf(usesOfScripts([join(folder, 'tsconfig.json')], oldest));
    };

    for (const [what, script, ...faults] of [
      ['a property', 'document.body.ariaOwnsElements = [];', 'ariaOwnsElements'],
      [
        'one that a cast says',
        '(document.body as unknown as { moveBefore(a: Node, b: null): void }).moveBefore(document, null);',
        'moveBefore',
      ],
      ['one that only some objects have', '[1].values().map(String); [1].map(String);', 'map'],
      ['a static method', 'void Promise.try(() => 1);', 'try'],
      ['a global', 'new URLPattern();', 'URLPattern'],
      [
        'an option',
        'document.body.checkVisibility({ visibilityProperty: true }); scrollTo(0, 0); document.body.scrollIntoView({ container: "all" } as object);',
        'container',
      ],
      ['an event', 'addEventListener("scrollend", () => {});', 'the event scrollend'],
      ['a selector', 'document.querySelector("a:open");', ':open'],
      ['a media query', 'matchMedia("(prefers-reduced-transparency: reduce)");', 'prefers-reduced-transparency'],
      ['rules', 'export const rules = `a { text-wrap: pretty }`;', 'text-wrap: pretty'],
      [
        'a style',
        'document.body.style.setProperty("field-sizing", "content");',
        'field-sizing',
        'field-sizing: content',
      ],
      ['an expression', 'export const found = /(?i:a)/;', '/(?i:a)/'],
    ]) {
      it(`finds ${what}`, () => assert.deepEqual(faultsOfScript(script), faults));
    }

    it('finds nothing in what every browser knows', () => {
      const script = `
        export interface Options { ariaOwnsElements: string }
        export const read = (options: Options) => options.ariaOwnsElements;
        document.querySelector('a:has(> b)')?.toggleAttribute('inert', true);
        new Intl.NumberFormat('en', { notation: 'compact' }).format(structuredClone(1));
        document.body.togglePopover(); [1, 2].toSorted().at(-1); new Set([1]).union(new Set([2]));`;
      assert.deepEqual(faultsOfScript(script), []);
    });
  });

  it('the sheets that are built have each prefix that their sources have', () => {
    const count = (text, pattern) => text.match(pattern)?.length ?? 0;
    for (const path of globSync(
      'dist/{*.css,styles/*.css,elements/*/*.css.js,cdn/chunks/styles-*.js,cdn/deepdive.inline.js}',
    )) {
      const text = readFileSync(path, 'utf8');
      assert.equal(count(text, /-webkit-print-color-adjust/g), count(text, /(?<!-webkit-)print-color-adjust/g), path);
    }
  });

  it('no background has a gradient whose stops say something: Firefox prints it in one colour', () => {
    for (const path of globSync('src/{elements,styles}/**/*.css')) {
      const text = readFileSync(path, 'utf8').replace(/(?:^|\s)mask: [^;]*;/g, '');
      for (const [index, start] of text.split('linear-gradient(').slice(1).entries()) {
        let depth = 1;
        const end = [...start].findIndex((character) => {
          depth += { '(': 1, ')': -1 }[character] ?? 0;
          return depth === 0;
        });
        assert.doesNotMatch(start.slice(0, end), /--_(from|to)\b/, `${path}, gradient ${index + 1}`);
      }
    }
  });

  // Adding one <div> to a page with forty drawings took Firefox 55 ms and WebKit 34 ms; `info-card > :last-child` takes nothing.
  it('no rule asks each element of a page whether it is the last: Firefox and WebKit style all anew then', () => {
    const outside = (selector) => {
      let text = selector;
      while (/\([^()]*\)/.test(text)) text = text.replace(/\([^()]*\)/g, '');
      return text;
    };
    const asksFromTheEnd = /(?:^|[\s>+~&]):(?:last-child|nth-last-child|only-child|(?:nth-)?last-of-type|only-of-type)/;
    const hasTagBefore = (selector) => /(?:^|[\s>+~])[a-z][\w-]*[^\s>+~]*[\s>+~]+\S*$/.test(selector);
    const faults = (text) => {
      const found = [];
      postcss.parse(text).walkRules((rule) => {
        const parents = [];
        for (let at = rule.parent; at; at = at.parent) if (at.selectors) parents.push(at.selectors.map(outside));
        const isNamed = parents.some((all) => all.every((one) => /(?:^|[\s>+~])[a-z]/.test(one)));
        for (const selector of rule.selectors.map(outside))
          if (asksFromTheEnd.test(selector) && !isNamed && !hasTagBefore(selector)) found.push(rule.selector);
      });
      return found;
    };
    assert.deepEqual(faults(':is(a-b, c-d) { & > :last-child { margin: 0 } }'), ['& > :last-child']);
    assert.deepEqual(faults(':is(a-b, c-d) > :nth-last-child(2) {}'), [':is(a-b, c-d) > :nth-last-child(2)']);
    assert.deepEqual(faults(':is(a-b, c-d) li > :last-child {} a-b { & > :last-child {} } a-b > :last-child {}'), []);
    for (const path of globSync('dist/{*.css,styles/*.css}'))
      assert.deepEqual(faults(readFileSync(path, 'utf8')), [], path);
  });
});
