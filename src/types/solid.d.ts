import type { JSX } from 'solid-js';
import type { CustomCssProperties, CustomElements } from './elements.js';

/** Attributes, for where it matters that they are no properties: `attr:`, and `bool:` for those without a value. */
type Explicit<Props, Names> = {
  [Name in keyof Props & Names & string as `${true extends Props[Name] ? 'bool' : 'attr'}:${Name}`]?: Props[Name];
};

/** What an element takes of its own, and what Solid gives to every element. */
type WithGlobal<Element, Own> = Own & Omit<JSX.HTMLAttributes<Element>, keyof Own>;

declare module './elements.js' {
  interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {
    solid: WithGlobal<Element, Props & SolidProps & Explicit<Props, Names>>;
  }
}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements<'solid'> {}
    interface CSSProperties extends CustomCssProperties {}
  }
}
