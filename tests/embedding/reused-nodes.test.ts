import { expect } from '@open-wc/testing';
import { place, removePlaced } from '../helpers.js';
import { calm, different, files, pageOf, type Story, show } from './morphed-pages.js';

/** The same without what was drawn before and is hidden now. */
const seenOf = (root: Element) => pageOf(root).filter((line) => !/ draws .*unseen$/.test(line));

// Words of a story; loaded before they are asked for.
before(() => import('../../src/languages/ar.js'));

describe('a page whose nodes a library takes for others', () => {
  let turn = 0;
  for (const { default: meta, ...others } of Object.values(files)) {
    const [story, ...stories] = Object.values(others as Record<string, Story>);
    // An author's `data-event` that says just what ours has said is taken for ours.
    if (meta.title === 'Elements/incident-timeline') continue;

    it(`is as if it had been that from the start: ${meta.title}`, async function () {
      this.timeout(60_000);
      const { html } = await show(meta, story!);
      removePlaced();
      for (const other of stories) {
        // Data is no HTML.
        const { html: next } = await show(meta, other);
        removePlaced();
        const fresh = await place(`<div>${next}</div>`);
        await calm(fresh);
        const wanted = seenOf(fresh);
        removePlaced();
        // The one that most pages have, and the others in turn.
        const [most, ...others] = different;
        for (const [name, morph] of turn++ % 2 ? [most!] : [most!, others[(turn >> 1) % 2]!]) {
          const holder = await place(`<div>${html}</div>`);
          await morph(holder, next);
          await calm(holder);
          expect(seenOf(holder), name).to.deep.equal(wanted);
          removePlaced();
        }
      }
    });
  }
});
