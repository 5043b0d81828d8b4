import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { channelsOf, contrastOf, over } from '../../src/diagrams/contrast.js';
import { itOnce } from '../engines.js';
import { linkStylesheet, place } from '../helpers.js';

/** Elements of which the stylesheet writes words, or draws signs that say something, in each of their tones. */
const kinds = ['note', 'tip', 'info', 'abstract', 'success', 'question', 'warning', 'danger', 'example', 'quote'];
const card = (attributes: string) =>
  `<stat-card ${attributes}><h3>Orders</h3><p><data value="4">4</data></p></stat-card>`;
const drawn = [
  ...kinds.map((kind) => `<note-callout kind="${kind}"><p>Words.</p></note-callout>`),
  ...['sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'critical', 'major', 'minor'].map(
    (severity) => `<incident-callout severity="${severity}"><h3>Outage</h3><p>Words.</p></incident-callout>`,
  ),
  ...['gold', 'silver', 'bronze'].map(
    (tier) => `<pattern-card tier="${tier}" href="#top"><h3>Saga</h3><p>Words.</p></pattern-card>`,
  ),
  ...['up', 'down', 'flat'].flatMap((trend) =>
    ['lower', 'higher'].map((better) => card(`trend="${trend}" better="${better}"`)),
  ),
];

/** What is less than legible of the signs before and after an element that is drawn. */
function faintSigns(element: Element): string[] {
  return ['::before', '::after'].flatMap((part) => {
    const { content, color } = getComputedStyle(element, part);
    if (!/[\p{L}↑↓→←]|attr\(/u.test(content) || content === 'none' || content === 'normal') return [];
    const layers: (readonly [number, number, number, number])[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      layers.unshift(channelsOf(getComputedStyle(at).backgroundColor)!);
    }
    const ground = layers.reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
    const ratio = contrastOf(over(channelsOf(color)!, ground), ground);
    return ratio < 4.5 ? [`${element.outerHTML.slice(0, 60)} ${part} ${ratio.toFixed(2)}`] : [];
  });
}

describe('words that the stylesheet draws', () => {
  before(linkStylesheet);

  // axe does not look at what is generated.
  for (const scheme of ['light', 'dark']) {
    itOnce(`are legible in ${scheme}, in every tone`, async () => {
      const study = await place(`<case-study scheme="${scheme}">${drawn.join('')}</case-study>`);
      const elements = [...study.children];
      const signs = elements.flatMap((element) =>
        ['::before', '::after'].filter((part) => !/^(none|normal|"")$/.test(getComputedStyle(element, part).content)),
      );
      expect(signs.length).to.be.at.least(drawn.length);
      expect(elements.flatMap(faintSigns)).to.deep.equal([]);
    });
  }
});
