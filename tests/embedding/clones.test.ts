/** Copies of elements that are in the page for a moment, since somebody measures with them. */
import { expect } from '@open-wc/testing';
import { createApp, h, nextTick, ref, TransitionGroup } from 'vue';
import * as classes from '../../src/define.js';
import { place, settled, warningsOf } from '../helpers.js';

const cards = ['Leases', 'Quorum', 'Replay'];

describe('a copy without content that is gone at once', () => {
  it('is no mistake: Vue’s TransitionGroup', async () => {
    const holder = await place('<div></div>');
    const shown = ref(cards);
    const app = createApp({
      render: () =>
        h(TransitionGroup, { tag: 'card-grid' }, () =>
          shown.value.map((name) => h('info-card', { key: name }, [h('h3', name), h('p', 'One.')])),
        ),
    });
    const warnings = await warningsOf(async () => {
      app.mount(holder);
      await settled(holder);
      shown.value = [...cards].reverse();
      await nextTick();
      await settled(holder);
    });
    expect([...holder.querySelectorAll('h3')].map((heading) => heading.textContent)).to.deep.equal(
      [...cards].reverse(),
    );
    expect(warnings).to.deep.equal([]);
    app.unmount();
  });

  it('is no mistake: any element', async () => {
    const tags = Object.keys(classes).map((name) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase());
    const elements = tags.filter((tag) => customElements.get(tag));
    expect(elements.length).to.be.above(26);
    const warnings = await warningsOf(async () => {
      const holder = await place('<div></div>');
      for (const tag of elements) {
        const copy = document.createElement(tag);
        holder.append(copy);
        copy.getBoundingClientRect();
        copy.remove();
      }
      await settled(holder);
    });
    expect(warnings).to.deep.equal([]);
  });

  it('is told of once it stays', async () => {
    const warnings = await warningsOf(async () => {
      const holder = await place('<div></div>');
      const copy = document.createElement('law-table');
      holder.append(copy);
      copy.remove();
      await settled(holder);
      holder.append(copy);
      await settled(holder);
    });
    expect(warnings).to.have.length(1);
  });
});
