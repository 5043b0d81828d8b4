import type { ReactiveElement } from '@lit/reactive-element';
import type { Translation } from '../languages/translation.js';

type Part = Partial<Translation> & Pick<Translation, '$code'>;

/** Elements in the page that have words. */
export const hosts = new Set<ReactiveElement>();
/** Words by their code in lower case (`de`, `de-ch`): what pages have registered, and the library's own. */
const pages = new Map<string, Partial<Translation>>();
const library = new Map<string, Partial<Translation>>();

/** Lets every element show what its words are now. */
export function update(): void {
  for (const host of hosts) host.requestUpdate();
}

/**
 * Registers words of the library's. English comes in parts, those of a dialog with the dialog: who loads a part shows it, and
 * no other element changes.
 */
export function provide(translation: Part): void {
  const { $code } = translation;
  const known = library.get($code);
  library.set($code, { ...known, ...translation });
  if (!known) update();
}

/**
 * Adds a language, or words in place of the library's own: `registerTranslation({ $code: 'de', onThisPage: 'Inhalt' })`.
 * Elements that are in the page follow. The code may name a region (`de-CH`), whose words go before those of the language.
 * Words that a language lacks are shown in English.
 */
export function registerTranslation(...translations: Part[]): void {
  for (const translation of translations) {
    const code = translation.$code.toLowerCase();
    pages.set(code, { ...pages.get(code), ...translation });
  }
  update();
}

/** Whether there are words in a language: a code without a region. */
export const isKnown = (language: string) =>
  library.has(language) || [...pages.keys()].some((code) => code.split('-')[0] === language);

/** A word in a language and region (`de-ch`), or else in the language; nothing where neither has it. */
export function lookUp<K extends keyof Translation>(code: string, key: K): Translation[K] | undefined {
  const [language = '', ...rest] = code.toLowerCase().split('-');
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/.test(part));
  for (const name of region ? [`${language}-${region}`, language] : [language]) {
    for (const words of [pages, library]) {
      const word = words.get(name);
      if (word && Object.hasOwn(word, key) && word[key]) return word[key];
    }
  }
  return undefined;
}
