import { expect } from '@open-wc/testing';
import { warningsOf } from '../helpers.js';

describe('define', () => {
  it('registers a tag once, and warns once where another class has it', async () => {
    // A copy of its own, which has warned of nothing yet.
    const copy = '../../src/internal/define.ts?fresh';
    const { define } = (await import(copy)) as typeof import('../../src/internal/define.js');
    const First = class extends HTMLElement {};
    const Second = class extends HTMLElement {};
    const warnings = await warningsOf(() => {
      define('define-test', First);
      define('define-test', First);
      define('define-test', Second);
      define('define-test', Second);
    });
    expect(customElements.get('define-test')).to.equal(First);
    expect(warnings).to.deep.equal([
      'deepdive-elements: <define-test> is registered already, the first one stays. Load one copy of the library.',
    ]);
  });
});
