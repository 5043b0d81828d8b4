import { expect } from '@open-wc/testing';
import { unindented } from '../../src/diagrams/unindented.js';

describe('front matter that is indented', () => {
  for (const [source, expected] of [
    ['---\n  title: a\n  ---\n  graph LR\n    A --> B', '---\ntitle: a\n---\ngraph LR\n  A --> B'],
    ['---\n\tconfig:\n\t  look: neo\n\t---\n\n\tpie\n\t"a": 1', '---\nconfig:\n  look: neo\n---\n\npie\n"a": 1'],
    // As Mermaid reads it.
    ['---\ntitle: a\n---\ngraph LR\n  A\n  ---\n  B', '---\ntitle: a\n---\ngraph LR\n  A\n  ---\n  B'],
    ['mindmap\n  a\n    b', 'mindmap\n  a\n    b'],
    ['graph LR\n  A\n  ---\n  B', 'graph LR\n  A\n  ---\n  B'],
    ['---\n  title: a', '---\n  title: a'],
    ['', ''],
  ] as const)
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(source)}`, () =>
      expect(unindented(source)).to.equal(expected));
});
