import { drawingTags } from '../internal/drawing-parts.js';
import { drawingAttributes, type PropertyDefinition } from './schema-drawings.js';

/** What may stay in a page, in the form that `rehype-sanitize` takes. */
export interface Schema {
  tagNames: string[];
  /** The properties of each element, and of all as `*`. */
  attributes: Record<string, PropertyDefinition[]>;
  /** One of these an element has to be inside of. */
  ancestors: Record<string, string[]>;
  protocols: Record<string, string[]>;
  /** What an element gets that has no such property. */
  required: Record<string, Record<string, string | boolean>>;
  /** Goes with all that is in it. */
  strip: string[];
  /** Properties whose values get `clobberPrefix` before them. */
  clobber: string[];
  clobberPrefix: string;
}

/** The elements of this library, with the settings that an author may write. A test holds them against the manifest. */
const elements: Record<string, string[]> = {
  'architecture-diagram': ['layout', 'repair'],
  'card-grid': [],
  'case-study': ['scheme'],
  'compare-table': [],
  'content-tabs': ['name'],
  'decision-list': [],
  'diagram-ref': ['htmlFor', 'node'],
  'diagram-walkthrough': ['htmlFor'],
  'discussion-questions': [],
  'further-reading': [],
  'incident-callout': ['severity'],
  'incident-timeline': [],
  'info-card': [],
  'innovation-list': [],
  'key-takeaways': [],
  'latency-profile': ['slo'],
  'law-table': [],
  'note-callout': ['kind'],
  'page-outline': ['htmlFor'],
  'pattern-card': ['tier', 'href'],
  'practice-list': [],
  'quick-facts': [],
  'resource-table': [],
  'rollout-path': [],
  'scaling-path': [],
  'stat-card': ['trend', 'better', 'target'],
  'study-meta': [],
};

/** What a writeup is written in. Nothing that is parsed by other rules than text is: no `style`, `noscript`, `math`. */
const html =
  `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details
  dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label li main mark nav ol p picture
  pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul
  var video wbr`.split(/\s+/);

/**
 * What the elements read of `data-*`, and what `remark-rehype` marks footnotes with. Others are not here: they are settings of
 * tools and scripts that a page meets later (Pagefind, htmx, Bootstrap), and some run what they hold.
 */
const settings =
  `dataEvent dataFootnoteBackref dataFootnoteRef dataFootnotes dataKind dataLabel dataLevel dataName dataNodes dataNumeric
  dataStatus`.split(/\s+/);

/** On everything. `name` is not here: a page's own script finds `document.forms` and the like by it. */
const everywhere =
  `align ariaCurrent ariaDescribedBy ariaHidden ariaLabel ariaLabelledBy ariaRoleDescription className dir hidden id lang
  role title translate`
    .split(/\s+/)
    .concat(settings);

const cell = ['abbr', 'colSpan', 'headers', 'rowSpan', 'scope', 'vAlign'];
const media = ['src', 'width', 'height', 'controls', 'loop', 'muted', 'poster', 'preload'];

/**
 * What a page may hold whose author is not trusted with script. A list of what is allowed, not of what is dangerous:
 * what it does not name is dropped, and its words stay.
 */
export const schema: Schema = {
  tagNames: [...html, ...drawingTags, ...Object.keys(elements)],
  attributes: {
    ...elements,
    ...drawingAttributes,
    '*': everywhere,
    a: ['href', 'hrefLang', 'name', 'rel', 'download', ['target', '_blank'], ...(drawingAttributes['a'] ?? [])],
    audio: media,
    blockquote: ['cite'],
    col: ['span', 'width'],
    colgroup: ['span'],
    data: ['value'],
    del: ['cite', 'dateTime'],
    details: ['name', 'open'],
    img: ['alt', 'height', 'loading', 'longDesc', 'src', 'width'],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['reversed', 'start', 'type'],
    q: ['cite'],
    td: cell,
    th: cell,
    time: ['dateTime'],
    ul: ['type'],
    video: media,
  },
  // Outside of these they end what they stand in: a `td` on its own closes the list around it.
  ancestors: {
    ...Object.fromEntries(['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map(inTable)),
    ...Object.fromEntries(drawingTags.filter((tag) => tag !== 'svg').map((tag) => [tag, ['svg']])),
  },
  // As `isSafeUrl` has it, which elements ask before they follow a link of their own.
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto'],
    longDesc: ['http', 'https'],
    poster: ['http', 'https'],
    src: ['http', 'https'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style', 'template', 'title'],
  // Links to headings keep working; nothing here reads globals by the ids of a page.
  clobber: [],
  clobberPrefix: '',
};

function inTable(tag: string): [string, string[]] {
  return [tag, ['table']];
}
