import { expect } from '@open-wc/testing';
import { colourOf, themeVariables } from '../../src/diagrams/theme.js';

const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

describe('the theme that Mermaid is given', () => {
  const markers = Object.entries(themeVariables).flatMap(([name, value]) =>
    typeof value === 'string' && value.startsWith('#') ? [[name, value] as const] : [],
  );

  it('has a colour of the page for each of its own', () => {
    expect(markers.length).to.be.above(100);
    for (const [name, value] of markers) {
      const colour = colourOf(...channels(value));
      expect(colour, name).to.match(
        /^(var\(--(_|dd-)[a-z-]+\)|color-mix\(in oklab, var\(--dd-[a-z-]+\) \d+%, var\(--dd-paper\)\))$/,
      );
      expect(CSS.supports('fill', colour!), name).to.equal(true);
    }
  });

  it('tells apart what the page may colour apart', () => {
    const colourFor = (name: string) => colourOf(...channels(themeVariables[name] as string));
    expect(colourFor('primaryColor')).to.equal('var(--_node)');
    expect(colourFor('lineColor')).to.equal('var(--_line)');
    expect(new Set(['pie1', 'pie2', 'pie3', 'pie4', 'pie5', 'pie6', 'pie7', 'pie8'].map(colourFor)).size).to.equal(8);
  });

  for (const own of ['#ff5252', '#000000', '#ffffff', '#1a203d', '#1bff3c']) {
    it(`leaves ${own} to its author`, () => expect(colourOf(...channels(own))).to.equal(undefined));
  }
});
