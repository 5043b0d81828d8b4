import { ReactiveElement } from '@lit/reactive-element';
import { expect } from '@open-wc/testing';
import { place, removePlaced, waitUntil, warningsOf } from '../helpers.js';
import { libraries } from './morph-libraries.js';
import { calm, different, each, files, pageOf, type Story, show } from './morphed-pages.js';

describe('a page that is morphed', () => {
  for (const { default: meta, ...stories } of Object.values(files)) {
    const [story] = Object.values(stories as Record<string, Story>);

    it(`towards its own HTML is the same again: ${meta.title}`, async function () {
      this.timeout(60_000);
      const { holder, html } = await show(meta, story!);
      const before = pageOf(holder);
      for (const [name, morph] of each) {
        await morph(holder, html);
        await calm(holder);
        expect(pageOf(holder), name).to.deep.equal(before);
      }
    });
  }
});

const table = (words: string) =>
  `<law-table><table><caption>Laws</caption><thead><tr><th>Law</th><th>What</th></tr></thead>
  <tbody><tr><td>Correlated failure</td><td>${words}</td></tr></tbody></table></law-table>`;

/** How often elements update until `action` is over and all is calm. */
async function updatesOf(holder: Element, action: () => unknown): Promise<number> {
  let count = 0;
  const { prototype } = ReactiveElement as unknown as { prototype: { performUpdate(): void } };
  const { performUpdate } = prototype;
  prototype.performUpdate = function () {
    count++;
    performUpdate.call(this);
  };
  try {
    await action();
    await calm(holder);
  } finally {
    prototype.performUpdate = performUpdate;
  }
  return count;
}

describe('what the elements write into authors’ nodes', () => {
  for (const [name, morph] of different) {
    it(`is there after two morphs in a row, and after one between updates: ${name}`, async () => {
      const html = table('Racks fail together');
      const holder = await place(`<div>${html}</div>`);
      const before = pageOf(holder);
      const element = holder.querySelector('law-table')!;
      await morph(holder, html);
      await morph(holder, html);
      await calm(holder);
      expect(pageOf(holder), 'in a row').to.deep.equal(before);
      element.requestUpdate();
      await morph(holder, html);
      await element.updateComplete;
      await morph(holder, html);
      await calm(holder);
      expect(pageOf(holder), 'between').to.deep.equal(before);
    });

    it(`is there after a morph by who hears of the times: ${name}`, async () => {
      const html =
        '<incident-timeline><ol><li data-event="started"><time>10:00</time> A</li>' +
        '<li data-event="resolved"><time>10:20</time> B</li></ol></incident-timeline>';
      const wanted = pageOf(await place(`<div>${html}</div>`));
      const holder = await place('<div></div>');
      holder.addEventListener('incidenttimes', () => void morph(holder, html), { capture: true, once: true });
      holder.innerHTML = html;
      await calm(holder);
      expect(pageOf(holder)).to.deep.equal(wanted);
    });

    it(`keeps the link to a diagram that has no id of the author's: ${name}`, async () => {
      const html =
        '<p>At <diagram-ref node="LB">the balancers</diagram-ref>.</p>' +
        '<architecture-diagram><pre>graph LR\n LB --&gt; API</pre></architecture-diagram>';
      const holder = await place(`<div>${html}</div>`);
      const isLinked = () => {
        const link = holder.querySelector('diagram-ref')!.shadowRoot!.querySelector('a');
        const { id } = holder.querySelector('architecture-diagram')!;
        return id && link?.hash === `#${id}/LB`;
      };
      for (let times = 0; times < 3; times++) {
        await waitUntil(isLinked, `the link, after ${times} morphs`);
        await morph(holder, html);
        await calm(holder);
      }
    });

    it(`leaves a reader at the tab, the order and the filter that were chosen: ${name}`, async () => {
      const rows = Array.from({ length: 9 }, (_, n) => `<tr><td>Part ${n}</td><td>${(n * 7) % 9} ms</td></tr>`).join(
        '',
      );
      const html =
        '<content-tabs><section><h3>One</h3><p>1</p></section><section><h3>Two</h3><p>2</p></section></content-tabs>' +
        `<compare-table><table><thead><tr><th>Part</th><th>Time</th></tr></thead><tbody>${rows}</tbody></table></compare-table>`;
      const holder = await place(`<div>${html}</div>`);
      const [tabs, compare] = [...holder.children] as HTMLElement[];
      tabs!.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')[1]!.click();
      const select = compare!.shadowRoot!.querySelector('select')!;
      select.selectedIndex = 2;
      select.dispatchEvent(new Event('change'));
      const filter = compare!.shadowRoot!.querySelector('input')!;
      filter.value = 'Part';
      filter.dispatchEvent(new Event('input'));
      await calm(holder);
      const before = pageOf(holder);
      const tops = () => [...holder.querySelectorAll('tr')].map((row) => Math.round(row.getBoundingClientRect().top));
      const order = tops();
      await morph(holder, html);
      await calm(holder);
      expect(pageOf(holder)).to.deep.equal(before);
      expect(tops()).to.deep.equal(order);
    });

    it(`is written of an author’s own drawing again, too: ${name}`, async () => {
      const drawing = (label: string) =>
        `<svg viewBox="0 0 100 50" width="100" height="50"><g data-node="A"><rect width="40" height="20"></rect><text>${label}</text></g></svg>`;
      const html = (label: string) =>
        `<architecture-diagram><pre>graph LR\n  A[Edge]</pre>${drawing(label)}</architecture-diagram>`;
      const wantedOf = async (markup: string) => {
        const fresh = await place(`<div>${markup}</div>`);
        await drawn(fresh);
        const lines = pageOf(fresh);
        removePlaced();
        return lines;
      };
      const [own, other] = [await wantedOf(html('Edge')), await wantedOf(html('Cache'))];
      const holder = await place(`<div>${html('Edge')}</div>`);
      await drawn(holder);
      await morph(holder, html('Edge'));
      await drawn(holder);
      expect(pageOf(holder), 'the same').to.deep.equal(own);
      await morph(holder, html('Cache'));
      await drawn(holder);
      expect(pageOf(holder), 'another').to.deep.equal(other);
    });
  }

  async function drawn(holder: Element): Promise<void> {
    await waitUntil(() => holder.querySelector('architecture-diagram')!.matches(':state(drawn)'), 'the drawing');
    await calm(holder);
  }

  it('gives way to what an author writes later, until that is gone', async () => {
    const html =
      '<key-takeaways><ul><li><b>Avoid</b> it.</li></ul></key-takeaways>' +
      '<content-tabs><section><h3>One</h3></section></content-tabs>' +
      `<quick-facts><dl><dt>Availability</dt><dd>99.9%</dd></dl></quick-facts>${table('Racks')}`;
    const holder = await place(`<div>${html}</div>`);
    const changes: [string, string][] = [
      ['td', 'data-label'],
      ['td', 'role'],
      ['tr', 'role'],
      ['td[data-law]', 'data-law'],
      ['li', 'data-kind'],
      ['section', 'role'],
      ['section', 'aria-label'],
      ['quick-facts', 'data-downtime'],
    ];
    for (const [selector, name] of changes) {
      const node = holder.querySelector(selector)!;
      const ours = node.getAttribute(name);
      expect(ours, `${selector} ${name}`).not.to.equal(null);
      node.setAttribute(name, 'mine');
      await calm(holder);
      expect(node.getAttribute(name), `${selector} ${name}`).to.equal('mine');
      node.closest<ReactiveElement>('key-takeaways, content-tabs, quick-facts, law-table')!.requestUpdate();
      await calm(holder);
      expect(node.getAttribute(name), `${selector} ${name}, updated`).to.equal('mine');
      node.removeAttribute(name);
      await calm(holder);
      expect(node.getAttribute(name), `${selector} ${name}, removed`).to.equal(ours);
    }
  });

  it('is written again by an element other than the nearest', async () => {
    const html =
      '<key-takeaways><note-callout><h3>Note</h3><ul><li><b>Avoid</b> it.</li></ul></note-callout></key-takeaways>';
    const holder = await place(`<div>${html}</div>`);
    const before = pageOf(holder);
    expect(holder.querySelector('li')!.dataset['kind']).to.equal('avoid');
    for (const [name, morph] of different) {
      await morph(holder, html);
      await calm(holder);
      expect(pageOf(holder), name).to.deep.equal(before);
    }
  });

  it('goes where a table loses its headings', async () => {
    const holder = await place(`<div>${table('Racks')}</div>`);
    expect(holder.querySelectorAll('[data-label]').length).to.equal(2);
    await warningsOf(async () => {
      holder.querySelector('thead')!.remove();
      await calm(holder);
    });
    expect(holder.querySelectorAll('[data-label]').length).to.equal(0);
  });

  it('gives way to what an author wrote at first, also after a morph', async () => {
    const html =
      '<key-takeaways><ul><li data-kind="cost"><b>Avoid</b> it.</li></ul></key-takeaways>' +
      '<content-tabs><section role="region" aria-label="First"><h3>One</h3></section></content-tabs>' +
      table('Racks').replaceAll('<td>', '<td role="gridcell" data-label="">');
    const holder = await place(`<div>${html}</div>`);
    const told = ['role="region" aria-label="First"', 'data-kind="cost"', 'role="gridcell" data-label=""'];
    for (const [name, morph] of different) {
      for (const words of told) expect(holder.innerHTML, name).to.contain(words);
      await morph(holder, html);
      await calm(holder);
    }
    for (const words of told) expect(holder.innerHTML).to.contain(words);
  });

  it('costs an update each time that it is taken away, and none otherwise', async () => {
    const holder = await place('<div></div>');
    const html = `<case-study><h2>Laws</h2>${table('Racks')}</case-study>`;
    // Its words, its rules and its other parts are there.
    holder.innerHTML = html;
    await calm(holder);
    holder.textContent = '';
    await calm(holder);
    expect(
      await updatesOf(holder, () => {
        holder.innerHTML = html;
      }),
      'at first',
    ).to.equal(2);
    const whole = holder.innerHTML;
    expect(await updatesOf(holder, () => libraries['morphdom']!(holder, whole)), 'nothing changed').to.equal(0);
    expect(
      await updatesOf(holder, () => holder.querySelector('p, td')!.setAttribute('title', 'x')),
      'not ours',
    ).to.equal(0);
    expect(await updatesOf(holder, () => holder.querySelector('td')!.removeAttribute('role')), 'taken').to.be.within(
      1,
      2,
    );
  });

  it('is no reason to fight with who takes it away each time', async () => {
    const holder = await place(`<div>${table('Racks')}</div>`);
    let taken = 0;
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        if (!(target as Element).hasAttribute('data-label')) continue;
        taken++;
        (target as Element).removeAttribute('data-label');
      }
    });
    observer.observe(holder, { subtree: true, attributeFilter: ['data-label'] });
    holder.querySelector('td')!.removeAttribute('data-label');
    await calm(holder);
    observer.disconnect();
    expect(taken).to.be.within(1, 100);
    holder.querySelector('td')!.append('!');
    await calm(holder);
    expect(holder.querySelectorAll('[data-label]').length, 'once nobody takes it').to.equal(2);
  });

  it('says nothing twice to the author', async () => {
    const html = `<key-takeaways><p>None.</p></key-takeaways>${table('Racks').replace('</td></tr>', '</td><td>More</td></tr>')}`;
    const holder = await place('<div></div>');
    const first = await warningsOf(async () => {
      holder.innerHTML = html;
      await calm(holder);
    });
    expect(first.length).to.equal(2);
    for (const [name, morph] of different) {
      const again = await warningsOf(async () => {
        await morph(holder, html);
        await calm(holder);
      });
      expect(again, name).to.deep.equal([]);
    }
  });

  it('moves a reader nowhere when it is written again', async () => {
    const html = `<div style="height: 3000px"></div><case-study><h2>Where to</h2></case-study>${table('Racks')}`;
    const holder = await place('<div></div>');
    for (const hash of ['#where-to', '#laws:correlated-failure:what']) {
      history.replaceState(null, '', hash);
      holder.innerHTML = html;
      await waitUntil(() => scrollY > 0, 'the place');
      scrollTo(0, 0);
      for (const [name, morph] of different) {
        await morph(holder, html);
        await calm(holder);
        await calm(holder);
        expect(scrollY, `${hash} ${name}`).to.equal(0);
      }
      if (hash.includes(':')) expect(holder.querySelector('[data-linked]')?.textContent).to.equal('Racks');
      holder.textContent = '';
    }
    history.replaceState(null, '', location.pathname + location.search);
  });
});
