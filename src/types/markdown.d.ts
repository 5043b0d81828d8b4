/** A writeup, imported with the plugin of `deepdive-elements/vite`. */
declare module '*.md' {
  /** Its content, for the inside of a `<case-study>`. */
  export const html: string;
  /** What stands between `---` at the beginning of the file. */
  export const frontMatter: Record<string, unknown>;
  export const title: string;
  export const description: string;
  export default html;
}
