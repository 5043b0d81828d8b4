import { registerTranslation as register } from '@shoelace-style/localize';
import type { Translation } from '../languages/translation.js';

type Part = Partial<Translation> & Pick<Translation, '$code'>;

/** Languages that there are words in, without regions. */
export const known = new Set<string>();
/** What pages have registered, by code: it counts for more than the words of the library, whichever comes first. */
const pages = new Map<string, Part>();

/** Registers words of the library's. */
export function provide(translation: Part): void {
  const code = translation.$code;
  known.add(code);
  register(translation as Translation, (pages.get(code) ?? translation) as Translation);
}

/**
 * Adds a language, or words in place of the library's own: `registerTranslation({ $code: 'de', onThisPage: 'Inhalt' })`.
 * Elements that are in the page follow. The code may name a region (`de-CH`), whose words go before those of the language.
 * Words that a language lacks are shown in English.
 */
export function registerTranslation(...translations: Part[]): void {
  for (const translation of translations) {
    const code = translation.$code.toLowerCase();
    known.add(code.split('-')[0]!);
    pages.set(code, { ...pages.get(code), ...translation });
    register(translation as Translation);
  }
}
