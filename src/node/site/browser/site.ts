/** The index of a site: filters its cards and searches all words of its pages. */

/** What is used of https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}
interface Found {
  url: string;
  /** HTML: words with `<mark>` around those that were looked for. */
  excerpt: string;
}

/** Marks what is made for the page. An author's own words may have the same classes and ids. */
const made = '[data-deepdive]';

function start(form: HTMLFormElement): void {
  const status = document.querySelector<HTMLElement>(`${made} > #count`)!;
  const found = document.querySelector<HTMLElement>(`#found${made}`)!;
  const clear = document.querySelector<HTMLButtonElement>(`.site-count${made} > button`)!;
  const outline = document.querySelector<HTMLElement>(`page-outline${made}`);
  const groups = [...document.querySelectorAll<HTMLElement>(`.site-group${made}`)];
  const cards = groups.flatMap((group) => [...group.querySelectorAll<HTMLElement>('pattern-card')]);
  let round = 0;

  async function update(): Promise<void> {
    const mine = ++round;
    const chosen = new FormData(form);
    const words = String(chosen.get('q') ?? '').trim();
    const left = cards.filter((card) =>
      [...chosen].every(([name, value]) => name === 'q' || !value || card.dataset[name] === value),
    );
    const matches = words ? await search(words, left, form.dataset['search']) : undefined;
    // A later word may have been answered sooner.
    if (!matches && words) return;
    if (mine !== round) return;
    const shown = new Set(left);
    for (const card of cards) card.hidden = !shown.has(card);
    for (const group of groups) group.hidden = !!matches || cards.every((card) => card.hidden || !group.contains(card));
    found.replaceChildren();
    if (matches?.length) {
      found.appendChild(document.createElement('h2')).textContent = 'Found';
      const grid = found.appendChild(document.createElement('card-grid'));
      for (const { card, excerpt } of matches) grid.append(resultOf(card, excerpt));
    }
    const isChosen = [...chosen.values()].some(Boolean);
    clear.hidden = !isChosen;
    // It would lead to domains that are not shown.
    if (outline) outline.hidden = isChosen;
    status.textContent = told(matches?.length ?? left.length, cards.length);
    remember(chosen);
  }

  const given = new URLSearchParams(location.search);
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    control.value = given.get(control.name) ?? '';
    // A value that the page does not have.
    if (!control.value && control instanceof HTMLSelectElement) control.selectedIndex = 0;
  }
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  clear.addEventListener('click', () => form.reset());
  // The event comes before what it tells of.
  form.addEventListener('reset', () => setTimeout(update));
  form.hidden = false;
  update();
}

interface Match {
  card: HTMLElement;
  excerpt?: string;
}

let pagefind: Promise<Pagefind | undefined> | undefined;

/** The cards whose pages have these words, the best first; nothing where more words have come in the meantime. */
async function search(words: string, cards: HTMLElement[], folder?: string): Promise<Match[] | undefined> {
  pagefind ??= folder ? load(folder) : Promise.resolve(undefined);
  const engine = await pagefind;
  if (!engine) {
    const all = words.toLowerCase().split(/\s+/);
    const has = (card: HTMLElement) => all.every((word) => card.textContent.toLowerCase().includes(word));
    return cards.filter(has).map((card) => ({ card }));
  }
  const answer = await engine.debouncedSearch(words);
  const results = await Promise.all(answer?.results.map((result) => result.data()) ?? []);
  const matches = results.flatMap(({ url, excerpt }) => {
    const card = cards.find(({ dataset }) => `/${dataset['page']}` === url);
    return card ? { card, excerpt } : [];
  });
  return answer ? matches : undefined;
}

async function load(folder: string): Promise<Pagefind | undefined> {
  try {
    const engine: Pagefind = await import(new URL(`../${folder}/pagefind.js`, import.meta.url).href);
    await engine.options({ baseUrl: '/', excerptLength: 24 });
    return engine;
  } catch (error) {
    console.warn('Full-text search failed, so only the cards are searched.', error);
    return undefined;
  }
}

/** A copy of a card that says where the words were found. */
function resultOf(card: HTMLElement, excerpt?: string): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement;
  copy.hidden = false;
  if (!excerpt) return copy;
  const text = document.createElement('p');
  // The words of a page as text, never as markup.
  for (const [index, part] of excerpt.split(/<\/?mark>/).entries()) {
    const words = plain(part);
    if (index % 2) text.appendChild(document.createElement('mark')).textContent = words;
    else text.append(words);
  }
  const description = copy.querySelector('p:not(.site-facts)');
  if (description) description.replaceWith(text);
  else copy.querySelector('h3')?.after(text);
  return copy;
}

const entities = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" }));
const plain = (html: string) => html.replace(/&(#?\w+);/g, (all, name: string) => entities.get(name) ?? all);

function told(count: number, total: number): string {
  if (!count) return 'No case study has all of that.';
  const words = total === 1 ? 'case study' : 'case studies';
  return count === total ? `${total} ${words}` : `${count} of ${total} ${words}`;
}

/** Keeps the choice in the page's address, so that it can be sent, and is there after going back. */
function remember(chosen: FormData): void {
  const address = new URL(location.href);
  for (const [name, value] of chosen) {
    if (value) address.searchParams.set(name, String(value));
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, '', address);
}

const form = document.querySelector<HTMLFormElement>(`form.site-filter${made}`);
if (form) start(form);

export {};
