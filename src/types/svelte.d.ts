import type { HTMLAttributes } from 'svelte/elements';
import type { CustomElements } from './elements.js';

declare module './elements.js' {
  interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {
    /** What an element takes of its own, and what Svelte gives to every element. */
    svelte: Props & Omit<HTMLAttributes<Element>, keyof Props>;
  }
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends CustomElements<'svelte'> {}
}
