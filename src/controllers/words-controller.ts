import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { own } from '../internal/own.js';
import { derive } from '../internal/own-attributes.js';
import { hosts, isKnown, lookUp, provide, update } from '../internal/translations.js';
import { en } from '../languages/en.js';
import type { DrawnWords, Translation } from '../languages/translation.js';

provide(en);

/** The languages that are loaded when an element in that language is in the page. */
const languages: Record<string, () => Promise<unknown>> = {
  ar: () => import('../languages/ar.js'),
  de: () => import('../languages/de.js'),
  es: () => import('../languages/es.js'),
  fr: () => import('../languages/fr.js'),
  ja: () => import('../languages/ja.js'),
  zh: () => import('../languages/zh.js'),
};

/** The trees whose `lang` attributes are watched. */
let watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/** What a word is made with; nothing where it is always the same. */
type Parts<Word> = Word extends (...parts: infer All) => string ? All : [];

/**
 * The library's own words in the language of its host: that of the closest element with a `lang`, the host itself and
 * hosts of shadow roots included; English where there is none, or where the language is not known. Its words are loaded
 * then, and the host updated when they are there or when a `lang` around it changes. Numbers are written as in the language
 * that the words are in.
 *
 * @example this.#button.textContent = wordsFor(this).term('onThisPage');
 */
class WordsController implements ReactiveController {
  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
    observer ??= new MutationObserver(update);
    for (let root: Node | undefined = this.host.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
    if (hosts.size) return;
    observer?.disconnect();
    watched = new WeakSet();
  }

  hostUpdate(): void {
    const language = languageOf(this.#tag);
    const load = own(languages, language);
    delete languages[language];
    if (load && !isKnown(language)) {
      load().catch((error) =>
        console.warn(`deepdive-elements: its words in "${language}" could not be loaded.`, error),
      );
    }
  }

  get #tag(): string {
    for (let at: Element | undefined = this.host; at; at = (at.getRootNode() as ShadowRoot).host) {
      const lang = at.closest('[lang]')?.getAttribute('lang');
      if (lang != null) return lang.replaceAll('_', '-');
    }
    return '';
  }

  /** As a language tag that `Intl` takes. */
  lang(): string {
    const tag = this.#tag;
    const language = languageOf(tag);
    if (!isKnown(language)) return 'en';
    try {
      return Intl.getCanonicalLocales(tag)[0]!;
    } catch {
      return language;
    }
  }

  /** Whether the language has a word; English may have it where it does not. */
  exists(key: string): key is keyof Translation {
    return lookUp(this.lang(), key as keyof Translation) !== undefined;
  }

  term<K extends keyof Translation>(key: K, ...parts: Parts<Translation[K]>): string {
    const word = (lookUp(this.lang(), key) ?? lookUp('en', key)) as string | ((...parts: unknown[]) => string);
    return typeof word === 'function' ? word(...parts) : word;
  }

  /** With the digits that authors of all languages write in figures. */
  number(count: number, options?: Intl.NumberFormatOptions): string {
    const plain = !options && this.plain(count);
    if (plain) return plain;
    const form = { numberingSystem: 'latn', maximumFractionDigits: 9, ...options };
    return new Intl.NumberFormat(this.lang(), form).format(count);
  }

  /** A number in English, if it is written as `Intl` would; that takes a page 5 to 10 ms when it is first asked. */
  plain(count: number): string | undefined {
    const isPlain = count >= 1e-6 && count < 999 && /^en(-US|-GB)?$/i.test(this.lang());
    return isPlain ? String(Number(count.toFixed(9))) : undefined;
  }

  /**
   * Shows the stylesheet, by `data-words`, what to draw in place of its own English words. A key that the language has no
   * words for leaves it as it is.
   */
  label(element: HTMLElement, key?: string | null): void {
    const drawn = (key ?? '').toLowerCase() as keyof DrawnWords;
    derive(element, 'data-words', this.exists(drawn) ? this.term(drawn) : null);
  }
}

const languageOf = (tag: string) => tag.split('-')[0]!.toLowerCase();

const controllers = new WeakMap<ReactiveElement, WordsController>();

/** The words of an element, for all that draws something in it. */
export function wordsFor(host: ReactiveElement): WordsController {
  const words = controllers.get(host) ?? new WordsController(host);
  controllers.set(host, words);
  return words;
}

export type { WordsController };
