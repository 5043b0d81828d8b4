import type { BlockContent, DefinitionContent, Literal, Nodes, Parent, PhrasingContent } from 'mdast';

type FlowContent = BlockContent | DefinitionContent;

/** A callout, in any of the ways to write one. */
export interface Admonition extends Parent {
  type: 'admonition';
  /** Its kind, as the author has written it: `note`. */
  kind: string;
  /** What stands behind the kind: `inline end`. */
  modifiers: string[];
  /** How it is written: MkDocs' `!!!`, `???` and `???+`, a container between `:::`, or GitHub's `> [!NOTE]`. */
  marker: '!!!' | '???' | '???+' | ':::' | '>' | '>+' | '>-';
  children: (AdmonitionTitle | FlowContent)[];
}

export interface AdmonitionTitle extends Parent {
  type: 'admonitionTitle';
  /** Whether the author has written none, and it says the kind. */
  isDefault?: boolean;
  children: PhrasingContent[];
}

/** Tabs that follow each other. The first label is that of the first panel. */
export interface Tabs extends Parent {
  type: 'tabs';
  children: [TabLabels, TabPanels];
}

export interface TabLabels extends Parent {
  type: 'tabLabels';
  children: TabLabel[];
}

export interface TabPanels extends Parent {
  type: 'tabPanels';
  children: TabPanel[];
}

export interface TabLabel extends Parent {
  type: 'tabLabel';
  children: PhrasingContent[];
}

export interface TabPanel extends Parent {
  type: 'tabPanel';
  children: FlowContent[];
}

/** Terms and their descriptions. The names are those of mdast-util-definition-list. */
export interface DefList extends Parent {
  type: 'defList';
  children: (DefListTerm | DefListDescription)[];
}

export interface DefListTerm extends Parent {
  type: 'defListTerm';
  children: PhrasingContent[];
}

export interface DefListDescription extends Parent {
  type: 'defListDescription';
  /** Whether a blank line stands before it. */
  spread?: boolean;
  children: (FlowContent | PhrasingContent)[];
}

/** Code with a title. */
export interface CodeFigure extends Parent {
  type: 'codeFigure';
  children: [CodeCaption, Nodes & { type: 'code' }];
}

export interface CodeCaption extends Parent {
  type: 'codeCaption';
  children: PhrasingContent[];
}

/** Where a table of contents is asked for. */
export interface TableOfContents extends Parent {
  type: 'tableOfContents';
  children: [];
}

/** Another file that is asked for, which is not read. */
export interface Snippet extends Literal {
  type: 'snippet';
  value: string;
}

export interface Mark extends Parent {
  type: 'mark';
  children: PhrasingContent[];
}

export interface Insert extends Parent {
  type: 'insert';
  children: PhrasingContent[];
}

export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}

export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

/** Keys that are pressed together. */
export interface Keys extends Parent {
  type: 'keys';
  /** As they are written: `ctrl+alt+del`. */
  names: string;
  children: (Key | KeySeparator)[];
}

export interface Key extends Parent {
  type: 'key';
  children: PhrasingContent[];
}

export interface KeySeparator extends Parent {
  type: 'keySeparator';
  children: PhrasingContent[];
}

export interface Abbreviation extends Parent {
  type: 'abbreviation';
  /** What it stands for. */
  title: string;
  children: PhrasingContent[];
}

/** An icon of a set that somebody has. */
export interface Icon extends Parent {
  type: 'icon';
  /** As it is written: `:material-check:`. */
  name: string;
  children: [];
}

interface Blocks {
  admonition: Admonition;
  tabs: Tabs;
  defList: DefList;
  codeFigure: CodeFigure;
  tableOfContents: TableOfContents;
  snippet: Snippet;
}

interface Phrases {
  mark: Mark;
  insert: Insert;
  superscript: Superscript;
  subscript: Subscript;
  keys: Keys;
  abbreviation: Abbreviation;
  icon: Icon;
}

interface Inner {
  admonitionTitle: AdmonitionTitle;
  tabLabels: TabLabels;
  tabPanels: TabPanels;
  tabLabel: TabLabel;
  tabPanel: TabPanel;
  defListTerm: DefListTerm;
  defListDescription: DefListDescription;
  codeCaption: CodeCaption;
  key: Key;
  keySeparator: KeySeparator;
}

declare module 'mdast' {
  interface BlockContentMap extends Blocks {}
  interface PhrasingContentMap extends Phrases {}
  interface RootContentMap extends Blocks, Phrases, Inner {}
  interface Data {
    /** The attributes that stand behind it, as they are written, without braces: `.wide #edge`. */
    attributeList?: string;
  }
}
