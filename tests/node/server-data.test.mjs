import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, renderLight, renderToString } from '../server/render.mjs';

/** What a template is rendered as, without Lit's marks, and what is warned of meanwhile. */
async function rendered(template) {
  const { warn } = console;
  const warnings = [];
  console.warn = (message) => warnings.push(message);
  try {
    const text = await renderToString(template);
    return { text: text.replace(/<!--.*?-->|<template.*?<\/template>/gs, ''), warnings };
  } finally {
    console.warn = warn;
  }
}

const never = () => {
  throw new Error('thrown by a caller');
};
const told = (where) => `<law-table> cannot use ${where}: set the property to an array of objects, of text or numbers.`;
const table = (rows) => html`<law-table .rows=${rows}>${renderLight()}</law-table>`;

describe('data that a server renders', () => {
  it('is left out where it is no list, with one warning', async () => {
    for (const rows of ['x', 0, {}, never, Symbol('rows'), new Set([{ a: 1 }])]) {
      const { text, warnings } = await rendered(table(rows));
      assert.doesNotMatch(text, /<table/);
      assert.deepEqual(warnings, [told('rows')]);
    }
    for (const rows of [undefined, null]) assert.deepEqual((await rendered(table(rows))).warnings, []);
  });

  it('is shown beside items that are none', async () => {
    for (const item of [null, undefined, 'x', 1]) {
      const { text, warnings } = await rendered(table([item, { Law: 'Gravity' }]));
      assert.match(text, /<th scope="col">Law<\/th>.*<td>Gravity<\/td>/);
      assert.deepEqual(warnings, [told('rows[0]')]);
    }
  });

  it('is shown beside values that cannot be', async () => {
    for (const law of [{ get: never }, { value: {} }, { value: never }, { value: { toString: never } }]) {
      const item = Object.defineProperty({ Challenge: 'Late' }, 'Law', { ...law, enumerable: true });
      const { text, warnings } = await rendered(table([item]));
      assert.match(text, /<td>Late<\/td><td><\/td>/);
      assert.deepEqual(warnings, [told('rows[0].Law')]);
    }
  });

  it('is shown in every element that takes it', async () => {
    const bad = [null, { label: 'Scale', value: '42 M', time: '10:00', text: 'Alarm' }];
    for (const [template, words] of [
      [html`<quick-facts .facts=${bad}>${renderLight()}</quick-facts>`, /<dt>Scale<\/dt><dd>42 M<\/dd>/],
      [html`<latency-profile .percentiles=${bad}>${renderLight()}</latency-profile>`, /<dt>Scale<\/dt><dd>42 M<\/dd>/],
      [html`<incident-timeline .events=${bad}>${renderLight()}</incident-timeline>`, /<time>10:00<\/time> Alarm/],
    ]) {
      const { text, warnings } = await rendered(template);
      assert.match(text, words);
      assert.equal(warnings.length, 1);
    }
  });

  it('is no attribute where it cannot be written as one', async () => {
    for (const name of [Symbol('name'), { toString: never }]) {
      const { text, warnings } = await rendered(html`<content-tabs .name=${name}>Words</content-tabs>`);
      assert.match(text, /Words/);
      assert.deepEqual(warnings, [
        '<content-tabs> cannot use name: set the property to a text, a number or a boolean.',
      ]);
    }
  });
});
