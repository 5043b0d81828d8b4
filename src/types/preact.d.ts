import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { CustomElements } from './elements.js';

declare module './elements.js' {
  interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {
    /** What an element takes of its own, and what Preact gives to every element. */
    preact: Props & Omit<HTMLAttributes<Element>, keyof Props> & ClassAttributes<Element>;
  }
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements<'preact'> {}
  }
}
