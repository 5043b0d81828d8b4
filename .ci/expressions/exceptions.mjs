/**
 * Expressions that take more steps than the length of a text explains, and why they may: by file, then as they are
 * written. One that is gone or has been mended is reported, too.
 *
 * @type {Record<string, Record<string, string>>}
 */
export const exceptions = {};
