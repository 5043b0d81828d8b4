import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { readWriteup } from '../../dist/unified/writeup.js';

const processor = unified().use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

/** A writeup, and its content as HTML without the line breaks between blocks. */
export function read(source, { path = 'page.md', ...options } = {}) {
  const file = new VFile({ path, value: source });
  const writeup = readWriteup(file, options);
  const html = processor.stringify(writeup.content);
  return { ...writeup, html: html.replace(/>\n\s*</g, '><').trim(), messages: file.messages };
}

export const htmlOf = (source, options) => read(source, options).html;

/** A source whose first line is empty, as it is written in a template string. */
export const lines = (...all) => all.join('\n');
