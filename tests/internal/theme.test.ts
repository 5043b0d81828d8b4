import { expect } from '@open-wc/testing';
import { themed, themeVariables } from '../../src/diagrams/theme.js';

describe('themed', () => {
  const marker = themeVariables['primaryColor']!;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(marker.slice(at, at + 2), 16));

  for (const written of [marker, marker.toUpperCase(), `rgb(${r}, ${g}, ${b})`, `rgb(${r},${g},${b})`]) {
    it(`puts the custom property where Mermaid wrote ${written}`, () => {
      expect(themed(`<style>.node rect{fill:${written};}</style>`)).to.equal(
        '<style>.node rect{fill:var(--_node);}</style>',
      );
    });
  }

  it("leaves an author's colours alone", () => {
    expect(themed('<rect style="fill:#ff5252"/>')).to.equal('<rect style="fill:#ff5252"/>');
  });

  it('has a marker of its own for each role', () => {
    const drawn = Object.entries(themeVariables).filter(([, value]) => value.startsWith('#'));
    const properties = new Set(drawn.map(([, value]) => themed(value)));
    expect(properties.size).to.equal(new Set(drawn.map(([, value]) => value)).size);
    for (const property of properties) expect(property).to.match(/^var\(--_[a-z-]+\)$/);
  });
});
