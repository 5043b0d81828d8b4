import type { Stage } from './chains-text.js';

/** A heading: of a page, or of a part of one that is no element of the library's. */
export interface HeadingJson {
  type: 'heading';
  /** From 1 to 6. */
  level: number;
  id?: string;
  text: string;
}

/** Rows of a table, keyed by the headings of its columns. */
export type RowJson = Record<string, string>;

/** A plain `<table>`. */
export interface TableJson {
  type: 'table';
  caption?: string;
  rows: RowJson[];
}

/** A fact, as `facts` and `percentiles` take it. */
export interface FactJson {
  label: string;
  value: string;
  note?: string;
}

/** A plain `<dl>`. */
export interface FactsJson {
  type: 'dl';
  facts: FactJson[];
}

/** A plain list: the words of each item. */
export interface ListJson {
  type: 'ol' | 'ul';
  items: string[];
}

/** Any other HTML, by its tag: its words in one line, or of a `<pre>` as they are. Words that stand in no element are a `p`. */
export interface TextJson {
  type: Exclude<
    keyof HTMLElementTagNameMap | 'math' | 'svg',
    ElementTag | HeadingJson['type'] | TableJson['type'] | FactsJson['type'] | ListJson['type']
  >;
  text: string;
}

/** An item of a list: the bold words that it begins with apart from those after them. */
export interface ItemJson {
  /** What the item is about, where that is known: `cost`, `paper`. */
  kind?: string;
  lead?: string;
  text: string;
}

/** What every element may say besides. */
interface Parts {
  heading?: string;
  /** What stands in the element and is not told by the other parts. */
  content?: Json[];
}

/** An element whose content is anything. */
interface Box extends Parts {
  content: Json[];
}

interface Items<Item = ItemJson> extends Parts {
  items: Item[];
}

interface Table extends Parts {
  /** Empty where there is none. */
  caption: string;
  rows: RowJson[];
}

/** The head of a table that facts or events were read from. */
interface Head extends Parts {
  caption?: string;
  headings?: string[];
}

interface Data {
  'architecture-diagram': Parts & { caption?: string; source: string };
  'card-grid': Box;
  'case-study': Box & { title: string };
  'compare-table': Table & {
    /** What the marks that stand alone in a cell mean: `{ '✅': 'Yes' }`. */
    marks?: Record<string, string>;
  };
  'content-tabs': Parts & { name?: string; tabs: { heading: string; content: Json[] }[] };
  'decision-list': Items;
  'diagram-ref': Parts & { for?: string; node: string; text: string };
  'diagram-walkthrough': Box & { for?: string; steps: { nodes: string[]; text: string }[] };
  'discussion-questions': Items<{ text: string; summary?: string; answer?: string }>;
  'further-reading': Items<ItemJson & { href?: string }>;
  'incident-callout': Box & { severity?: string };
  'incident-timeline': Head & {
    events: { time: string; datetime?: string; text: string; event?: string; elapsed?: string }[];
  };
  'info-card': Box;
  'innovation-list': Items;
  'key-takeaways': Items;
  'latency-profile': Head & {
    slo?: string;
    percentiles: FactJson[];
    /** The line below: the tail ratio, and which percentiles miss the objective. */
    summary?: string;
  };
  'law-table': Table;
  'note-callout': Box & { kind?: string };
  'page-outline': Parts & { sections: { id: string; level: number; text: string }[] };
  'pattern-card': Box & { tier?: string; href?: string };
  'practice-list': Items;
  'quick-facts': Head & {
    facts: FactJson[];
    /** What the availability leaves of downtime. */
    downtime?: string;
  };
  'resource-table': Table;
  'rollout-path': Parts & { stages: string[]; facts: FactJson[]; source?: string };
  'scaling-path': Parts & { stages: Stage[]; source?: string };
  'stat-card': Box & { value?: number; target?: number; trend?: string; better?: string };
  'study-meta': Parts & { facts: FactJson[] };
}

/** The tag of an element of the library's. */
export type ElementTag = keyof Data;

/** What the `toJSON()` of an element gives, by its tag: `JsonOf<'quick-facts'>`. */
export type JsonOf<Tag extends ElementTag> = { type: Tag } & Data[Tag];

/** What any element's `toJSON()` gives; `type` is its tag, and tells one from another. */
export type ElementJson = { [Tag in ElementTag]: JsonOf<Tag> }[ElementTag];

/** A part of a page as data: an element's own report, or plain HTML by its kind. `type` tells one from another. */
export type Json = ElementJson | HeadingJson | TableJson | FactsJson | ListJson | TextJson;
