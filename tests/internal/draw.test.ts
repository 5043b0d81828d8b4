import { expect } from '@open-wc/testing';
import { labelColourOn } from '../../src/diagrams/draw.js';

describe('labelColourOn', () => {
  for (const [fill, colour] of [
    ['#ff5252', '#000'],
    ['#ffeb3b', '#000'],
    ['white', '#000'],
    ['#1565c0', '#fff'],
    ['rgb(27, 94, 32)', '#fff'],
    ['hsl(0 0% 10%)', '#fff'],
    ['no colour', undefined],
  ] as const) {
    it(`is ${colour} on ${fill}`, () => expect(labelColourOn(fill)).to.equal(colour));
  }
});
