import type { ReactiveElement } from '@lit/reactive-element';
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { itOnce } from '../engines.js';
import { place } from '../helpers.js';

/** Style sheets, of the library and of pages, select on these attributes; a framework sets the properties. */
const properties: [tag: string, property: string, value: string | number][] = [
  ['case-study', 'scheme', 'dark'],
  ['content-tabs', 'name', 'language'],
  ['incident-callout', 'severity', 'sev2'],
  ['note-callout', 'kind', 'tip'],
  ['pattern-card', 'tier', 'gold'],
  ['stat-card', 'trend', 'up'],
  ['stat-card', 'better', 'higher'],
  ['stat-card', 'target', 300],
];

describe('a property that rules select on', () => {
  for (const [tag, property, value] of properties) {
    itOnce(`${property} of <${tag}> is written as an attribute, and taken back`, async () => {
      const element = (await place(
        `<${tag}><h3>Heading</h3><section><h4>One</h4><p><data value="2">2</data></p></section></${tag}>`,
      )) as ReactiveElement;
      Object.assign(element, { [property]: value });
      await element.updateComplete;
      expect(element.getAttribute(property)).to.equal(String(value));
      Object.assign(element, { [property]: undefined });
      await element.updateComplete;
      expect(element.hasAttribute(property)).to.equal(false);
    });
  }
});
