import { expect } from '@open-wc/testing';
import { channelsOf, contrastOf, over } from '../../src/diagrams/contrast.js';

describe('colours', () => {
  for (const [colour, channels] of [
    ['#ff5252', [255, 82, 82, 1]],
    ['white', [255, 255, 255, 1]],
    ['rgb(27, 94, 32)', [27, 94, 32, 1]],
    ['rgba(0, 0, 0, 0.5)', [0, 0, 0, 0.5]],
    ['rgb(10 20 30 / 0.25)', [10, 20, 30, 0.25]],
    ['hsl(0 0% 0%)', [0, 0, 0, 1]],
    ['no colour', undefined],
    ['var(--dd-ink)', undefined],
  ] as const) {
    it(`${colour} is ${channels ?? 'none'}`, () => expect(channelsOf(colour)).to.deep.equal(channels));
  }

  it('of which one is half transparent look like what is below by half', () => {
    expect(over([0, 0, 0, 0.5], [255, 255, 255, 1])).to.deep.equal([127.5, 127.5, 127.5, 1]);
  });

  // Examples of https://webaim.org/resources/contrastchecker/ and of WCAG itself.
  for (const [one, other, ratio] of [
    ['#000', '#fff', 21],
    ['#777', '#fff', 4.48],
    ['#767676', '#fff', 4.54],
    ['#00f', '#fff', 8.59],
    ['#123456', '#123456', 1],
  ] as const) {
    it(`${one} on ${other} has a contrast of ${ratio}`, () => {
      const [a, b] = [channelsOf(one)!, channelsOf(other)!];
      expect(contrastOf(a, b)).to.be.closeTo(ratio, 0.01);
      expect(contrastOf(b, a)).to.equal(contrastOf(a, b));
    });
  }
});
