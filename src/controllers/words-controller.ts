import type { ReactiveElement } from '@lit/reactive-element';
import { type FunctionParams, LocalizeController, update } from '@shoelace-style/localize';
import { formatDuration } from '../internal/durations.js';
import { own } from '../internal/own.js';
import { known, provide } from '../internal/translations.js';
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

/** What a page's own translation may lack is here. */
const english = new LocalizeController<Translation>({ lang: 'en', addController() {} } as never);

/** How many hosts are in the page, and the trees whose `lang` attributes are watched for them. */
let hosts = 0;
let watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/**
 * The library's own words in the language of its host: that of the closest element with a `lang`, the host itself and
 * hosts of shadow roots included; English where there is none, or where the language is not known. Its words are loaded
 * then, and the host updated when they are there or when a `lang` around it changes. Numbers are written as in the language
 * that the words are in.
 *
 * @example this.#button.textContent = wordsFor(this).term('onThisPage');
 */
class WordsController extends LocalizeController<Translation> {
  override hostConnected(): void {
    super.hostConnected();
    hosts++;
    observer ??= new MutationObserver(update);
    for (let root: Node | undefined = this.host.getRootNode(); root; root = (root as ShadowRoot).host?.getRootNode()) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    if (--hosts) return;
    observer?.disconnect();
    watched = new WeakSet();
  }

  hostUpdate(): void {
    const language = languageOf(this.#tag);
    const load = own(languages, language);
    delete languages[language];
    if (load && !known.has(language)) {
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
  override lang(): string {
    const tag = this.#tag;
    const language = languageOf(tag);
    if (!known.has(language)) return 'en';
    try {
      return Intl.getCanonicalLocales(tag)[0]!;
    } catch {
      return language;
    }
  }

  /** Without the words that every object has, such as `constructor`. */
  override exists(...[key, options]: Parameters<LocalizeController<Translation>['exists']>): boolean {
    return !(key in Object.prototype) && super.exists(key, options);
  }

  override term<K extends keyof Translation>(key: K, ...args: FunctionParams<Translation[K]>): string {
    return this.exists(key, {}) ? super.term(key, ...args) : english.term(key, ...args);
  }

  /** With the digits that authors of all languages write in figures. */
  override number(count: number, options?: Intl.NumberFormatOptions): string {
    return super.number(count, { numberingSystem: 'latn', maximumFractionDigits: 9, ...options });
  }

  /** A duration by its two largest units; in English by their symbols, which `Intl` writes out. */
  duration(ms: number): string {
    if (languageOf(this.lang()) === 'en') return formatDuration(ms);
    return formatDuration(ms, (count, unit) => this.span(count, unit, unit === 'day' ? 'long' : 'short'));
  }

  /** A count of a unit of time: `3.8 months`. */
  span(count: number, unit: string, unitDisplay: 'short' | 'long' = 'long'): string {
    return this.number(count, { style: 'unit', unit, unitDisplay });
  }

  percent(share: number): string {
    return this.number(share / 100, { style: 'percent' });
  }

  /**
   * Shows the stylesheet, by `data-words`, what to draw in place of its own English words. A key that the language has no
   * words for leaves it as it is.
   */
  label(element: HTMLElement, key = ''): void {
    const drawn = key.toLowerCase() as keyof DrawnWords;
    if (this.exists(drawn, {})) element.dataset['words'] = this.term(drawn);
    else delete element.dataset['words'];
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
