import { expect } from '@open-wc/testing';
import { element } from '../../src/internal/data-content.js';
import { itemsOf } from '../../src/internal/data-items.js';
import { listOfFacts } from '../../src/internal/shown-data.js';

/** More than any engine takes as arguments of a function. */
const many = 200_000;

describe('two hundred thousand of what an author may write', () => {
  it('are put into one element', () => {
    const items = Array.from({ length: many }, () => element('li'));
    expect(element('ol', items).childNodes).to.have.length(many);
  });

  it('are facts of a list', () => {
    const facts = Array.from({ length: many }, () => ({ label: 'Scale', value: '42 M' }));
    const list = listOfFacts(
      itemsOf(facts, () => undefined),
      facts,
    );
    expect(list.children).to.have.length(many);
  });
});
