import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { backtrackingOf } from '../../.ci/expressions/backtracking.mjs';
import { findExpressions } from '../../.ci/expressions/find.mjs';

const growthOf = ({ source, flags }) => backtrackingOf(source, flags)?.growth;

describe('the check of regular expressions', () => {
  it('finds those that take exponential time', () => {
    for (const expression of [
      /^(a+)+$/,
      /^(a|a)*b/,
      /^(a|aa)+$/,
      /^(\w+\s?)*$/,
      /^(?:%%.*\s*)*graph/,
      /^([a-z]+(-[\w-]*)+)$/i,
      /(x+x+)+y/,
      /^(?:a*)*b/,
    ]) {
      assert.equal(growthOf(expression), 'exponential', String(expression));
    }
  });

  it('finds those that take polynomial time, as a search does that begins anew at every character', () => {
    for (const expression of [
      /^\s*\|?(?:\s*:?-+:?\s*\|+)+\s*$/,
      /^a*a*$/,
      /^(?:ab)*(?:ab)*$/,
      /\s+$/,
      /(\d+)\s*h/i,
      /\s*(?:→|[-=]+>)\s*/,
      /<[^>]*>/,
      /<b>.*?<\/b>/s,
      /^.*a.*$/,
      /(?<=a.*)b/,
      /(?=.*x)y/,
      /\b\w+(?:-\w+)*!/,
    ]) {
      assert.equal(growthOf(expression), 'polynomial', String(expression));
    }
  });

  it('leaves those alone that take linear time', () => {
    for (const expression of [
      /a+/,
      /^a*b*$/,
      /(?<!\s)\s+$/,
      /(?<!\d)\d+\s*h/i,
      /<[^<>]*>/,
      /^(\s*)(.*)$/s,
      /^(?:%%.*\n\s*)*graph/,
      /\s+$/y,
      /^[a-z]+-[\w-]*$/i,
      /\S+(?: \S+)*/g,
      /(?:[^.!?\n]|[.!?](?=\S))+/g,
      /(?:[, ]\d{3}){1,9}x/,
      /"[^"]*"/g,
      /[\p{L}&&[a-z]]+/v,
    ]) {
      assert.equal(growthOf(expression), undefined, String(expression));
    }
  });

  it('names a text that takes the time where it is repeated', () => {
    assert.deepEqual(backtrackingOf('^(?:x|x)*y$', ''), { growth: 'exponential', pump: 'xx' });
    assert.deepEqual(backtrackingOf('<b>.*?</b>', 's'), { growth: 'polynomial', pump: '<b>0' });
  });
});

describe('the expressions of the sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expressions-'));
  after(() => rmSync(folder, { recursive: true }));
  const find = (source) => {
    const path = join(folder, 'module.ts');
    writeFileSync(join(folder, 'words.ts'), "export const word: string = 'b+';\n");
    writeFileSync(path, source);
    return findExpressions([path]).map(({ source: pattern, flags, line }) => [line, pattern, flags]);
  };

  it('are literals, and what RegExp builds of constants', () => {
    assert.deepEqual(
      find(
        "import { word } from './words.js';\nconst a = /x/i;\nconst b: RegExp = new RegExp(a.source + word, 'u');\nconst c = 'no /expression/';",
      ),
      [
        [2, 'x', 'i'],
        [3, 'xb+', 'u'],
      ],
    );
  });

  it('are not known where RegExp builds them of what a function is given', () => {
    assert.deepEqual(find("const text = 'a';\nexport const f = (text: string) => new RegExp(text);"), [
      [2, undefined, ''],
    ]);
    assert.deepEqual(find('export const all = [\n  RegExp(import.meta.url),\n];'), [[2, undefined, '']]);
  });
});
