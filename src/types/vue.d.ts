import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { CustomElements } from './elements.js';

/** Events by name, as `$emit` declares them. */
type Emits<Props> = {
  [Name in keyof Props as Name extends `on${infer Event}` ? Event : never]-?: NonNullable<Props[Name]>;
};

declare module './elements.js' {
  interface Attributes<Element extends HTMLElement, Props, SolidProps, Names> {
    /** As https://vuejs.org/guide/extras/web-components#non-vue-web-components-and-typescript has it. */
    vue: new () => Element & {
      $props: Omit<Props, `on${string}`> & Omit<HTMLAttributes, keyof Props> & PublicProps;
      $emit: EmitFn<Emits<Props>>;
    };
  }
}

declare module 'vue' {
  interface GlobalComponents extends CustomElements<'vue'> {}
}
