import { expect } from '@open-wc/testing';
import { rowWords } from '../../src/elements/compare-table/row-controls.js';
import { laws } from '../../src/elements/law-table/explanation.js';
import { lawWords } from '../../src/elements/law-table/law-controls.js';
import { downtime } from '../../src/elements/quick-facts/downtime.js';
import { copying } from '../../src/internal/clipboard.js';
import arabic from '../../src/languages/ar.js';
import german from '../../src/languages/de.js';
import { en } from '../../src/languages/en.js';
import { controls } from '../../src/languages/en-controls.js';
import { diagrams } from '../../src/languages/en-diagrams.js';
import { figures } from '../../src/languages/en-figures.js';
import spanish from '../../src/languages/es.js';
import french from '../../src/languages/fr.js';
import japanese from '../../src/languages/ja.js';
import chinese from '../../src/languages/zh.js';

const english: Record<string, unknown> = {
  ...en,
  ...diagrams,
  ...downtime,
  ...figures,
  ...rowWords,
  ...controls,
  ...copying,
  ...lawWords,
  ...laws,
};

/** What a word says for counts and names; a word without either says one thing. */
function saidBy(word: unknown): string[] {
  if (typeof word !== 'function') return [String(word)];
  return [0, 1, 2, 5, 11, 100].flatMap((count) => [word(count, count, count), word('K1', 'K2', 'K3')]);
}

for (const translation of [german, spanish, french, japanese, chinese, arabic]) {
  describe(`words in ${translation.$name}`, () => {
    const words: Record<string, unknown> = { ...translation };

    it('are there for all that English has', () => {
      expect(Object.keys(english).filter((key) => typeof words[key] !== typeof english[key])).to.deep.equal([]);
    });

    it('say something, for every count', () => {
      const wrong = Object.entries(words).filter(([, word]) =>
        saidBy(word).some((text) => !text.trim() || /undefined|NaN|\[object/.test(text)),
      );
      expect(wrong.map(([key]) => key)).to.deep.equal([]);
    });

    it('show what they are given, as English does', () => {
      const differing = Object.keys(english).filter((key) => {
        const given = (word: unknown) => saidBy(word).at(-1)!.match(/K\d/g)?.sort().join() ?? '';
        return typeof english[key] === 'function' && given(english[key]) !== given(words[key]);
      });
      expect(differing.filter((key) => key !== 'steps')).to.deep.equal([]);
    });

    it('have a code and a direction that the browser knows', () => {
      expect(Intl.getCanonicalLocales(translation.$code)).to.deep.equal([translation.$code]);
      expect(translation.$dir).to.equal(translation.$code === 'ar' ? 'rtl' : 'ltr');
    });
  });
}

describe('counts', () => {
  it('go by the rules of the language', () => {
    const of = (word: (count: number) => string) => [1, 2, 5, 11].map(word);
    expect(of(german.steps)).to.deep.equal(['1 Schritt', '2 Schritte', '5 Schritte', '11 Schritte']);
    expect(of(french.steps)).to.deep.equal(['1 étape', '2 étapes', '5 étapes', '11 étapes']);
    expect(of(arabic.steps)).to.deep.equal(['خطوة واحدة', 'خطوتان', '5 خطوات', '11 خطوة']);
  });
});
