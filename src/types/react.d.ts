import type * as React from 'react';
import type { CustomCssProperties, CustomElements } from './elements.js';

declare module './elements.js' {
  interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {
    /** What an element takes of its own, and what React gives to every element. React 18 sets a class by `class` alone. */
    react: Props & { class?: string | undefined } & Omit<
        React.DetailedHTMLProps<React.HTMLAttributes<Element>, Element>,
        keyof Props
      >;
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements<'react'> {}
  }
  interface CSSProperties extends CustomCssProperties {}
}
