import { expect } from '@open-wc/testing';
import '../../src/elements/incident-callout/incident-callout.define.js';
import { itKeepsThePromises } from '../contract.js';
import { linkStylesheet, place, textBefore, warningsOf } from '../helpers.js';

const title = '<h2>Checkout outage: <time datetime="2024-03-14">14 March 2024</time></h2>';
const list = `<incident-callout severity="sev1">${title}<dl>
  <dt>What happened</dt><dd>A schema change locked the busiest shard.</dd>
  <dt>Impact</dt><dd><ul><li>Two hours of failed checkouts</li></ul></dd></dl></incident-callout>`;
const headings = `<incident-callout severity="SEV2">${title}
  <h3>What happened</h3><p>A schema change locked the busiest shard.</p>
  <h3>Impact</h3><ul><li>Two hours of failed checkouts</li></ul></incident-callout>`;
const leadIns = `<incident-callout severity="minor">${title}
  <p><strong>What happened</strong>: A schema change locked the busiest shard.</p>
  <p><strong>Impact</strong>:</p><ul><li>Two hours of failed checkouts</li></ul></incident-callout>`;

itKeepsThePromises(list);
itKeepsThePromises(headings);
itKeepsThePromises(leadIns);

describe('<incident-callout>', () => {
  before(linkStylesheet);

  const badge = (element: Element) => getComputedStyle(element, '::before');

  it('shows the severity as it is written, in a colour of its own', async () => {
    const colours = new Map<string, string>();
    for (const severity of ['sev1', 'sev2', 'sev3', 'sev4', 'critical', 'major', 'minor', 'SEV2']) {
      const element = await place(`<incident-callout severity="${severity}">${title}<p>Text</p></incident-callout>`);
      expect(textBefore(element)).to.equal(severity);
      colours.set(severity, badge(element).color);
    }
    expect(new Set(['sev1', 'sev2', 'sev3', 'sev4'].map((severity) => colours.get(severity))).size).to.equal(4);
    for (const [a, b] of [
      ['sev1', 'critical'],
      ['sev2', 'major'],
      ['sev3', 'minor'],
      ['sev2', 'SEV2'],
    ] as const) {
      expect(colours.get(a)).to.equal(colours.get(b));
    }
  });

  it('shows no badge without a severity', async () => {
    expect(badge(await place(`<incident-callout>${title}<p>Text</p></incident-callout>`)).content).to.match(
      /^(none|normal)$/,
    );
  });

  it('puts the labels of a list beside their text where there is room, and above it where there is not', async () => {
    const element = await place(list);
    const [label, text] = [element.querySelector('dt')!, element.querySelector('dd')!];
    const box = (node: Element) => node.getBoundingClientRect();
    element.parentElement!.style.width = '44rem';
    expect(box(text).left).to.be.at.least(box(label).right);
    element.parentElement!.style.width = '20rem';
    expect(box(text).top).to.be.at.least(box(label).bottom);
  });

  it('never lets the badge cover the title', async () => {
    const element = await place(
      `<incident-callout severity="critical"><h2>${'A long title of many words '.repeat(6)}</h2></incident-callout>`,
    );
    element.parentElement!.style.width = '20rem';
    const text = document.createRange();
    text.selectNodeContents(element.querySelector('h2')!);
    const room = element.getBoundingClientRect().right - text.getBoundingClientRect().right;
    expect(room).to.be.above(Number.parseFloat(badge(element).width));
  });

  it('shows an unknown severity in words and names the known ones', async () => {
    let element!: HTMLElement;
    const warnings = await warningsOf(async () => {
      element = await place('<incident-callout severity="awful"><p>The database went down.</p></incident-callout>');
    });
    expect(textBefore(element)).to.equal('awful');
    expect(element.innerText).to.contain('The database went down.');
    expect(warnings).to.deep.equal([
      '<incident-callout> does not know severity="awful": use sev1, sev2, sev3, sev4, sev5, critical, major, minor.',
    ]);
  });

  it('shows text of any other form as it is', async () => {
    const element = await place('<incident-callout severity="sev1">The database went <b>down</b>.</incident-callout>');
    expect(element.innerText).to.contain('The database went down.');
  });
});
