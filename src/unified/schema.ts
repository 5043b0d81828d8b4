import { defaultSchema, type Options } from 'rehype-sanitize';

/** What a page may hold whose author is not trusted with script: GitHub's own list, and the elements. */
export const schema: Options = {
  ...defaultSchema,
  // Links to headings keep working; nothing here reads globals by the ids of a page.
  clobberPrefix: '',
};
