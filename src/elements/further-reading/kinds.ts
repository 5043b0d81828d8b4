// cspell:ignore oreilly infoq
/** Addresses of which it is known what they lead to. */
const addresses: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf)\/|usenix\.org\/\S{0,99}\/technical-sessions\/presentation\/|research\.google\/pubs\/.)/,
    'paper',
  ],
  [/^https?:\/\/(?:www\.)?(?:infoq\.com\/presentations\/|ted\.com\/talks\/)/, 'talk'],
  [/^https?:\/\/(?:docs\.(?!google\.|qq\.|zoho\.)|[^/]{1,99}\.readthedocs\.io\/|[^/]{1,99}\/docs\/)|^\/docs\//, 'docs'],
  [/^https?:\/\/(?:www\.oreilly\.com\/library\/view\/|www\.manning\.com\/books\/)/, 'book'],
  [/^https?:\/\/[^/]{1,99}\/(?:\S{0,99}\/)?post-?mortems?\/./, 'post-mortem'],
  [/^https?:\/\/(?:blog\.|[^/]{1,99}\.blog\/|medium\.com\/|[^/]{1,99}\/blog\/.)/, 'article'],
];

/** What people call each kind. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^(?:post-? ?mortem(?: analysis| report)?|incident report)$/i, 'post-mortem'],
  [/^(?:source code|repository|open[ -]source (?:code|components?|project|implementation))$/i, 'code'],
  [/^(?:talk|keynote|presentation|slides)$/i, 'talk'],
  [/^(?:(?:research |white |original )?paper|whitepaper)$/i, 'paper'],
  [/^(?:docs|documentation|manual|reference)$/i, 'docs'],
  [/^book$/i, 'book'],
  [/^(?:article|blog post|blog)$/i, 'article'],
];
/** `Paper: …`, `… (talk, 2019)`, `…, blog post`: what is set apart may be a label, as a whole title may; a word of one is none. */
const apart = /(^|[()[\],;:–—|])\s?([^()[\],;:–—|]{3,40}?)\s?(?=([()[\],;:–—|]|$))/g;

function labelsIn(words: string): string[] {
  return [...words.matchAll(apart)].flatMap(([, before, text = '', after]) => (before || after === ':' ? text : []));
}

/** A title that says what it is itself. */
const titles: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:the )?(?:[\p{L}\d-]+ ){0,5}(?:outage|incident) (?:post-?\s?mortem|report)$|^(?:the )?(?:post-?\s?mortem|incident report)$|^(?:post-?\s?mortem|incident report) (?:of|on|for) the\b|^summary of the\b.{0,120}\bservice (?:event|disruption)\b/iu,
    'post-mortem',
  ],
  [/\bdocumentation$/i, 'docs'],
];

/**
 * What a source is: by a label of its author's, by a title that says so, or by an address of which it is known.
 * @param title the words of the link
 * @param words all words of the item
 */
export function kindOfSource(title: string, words: string, href: string): string | undefined {
  const of = (text: string, kinds: readonly (readonly [RegExp, string])[]) =>
    kinds.find(([pattern]) => pattern.test(text))?.[1];
  const [label] = [...labelsIn(words), title].flatMap((one) => of(one, names) ?? []);
  return label ?? of(title, titles) ?? of(href, addresses);
}
