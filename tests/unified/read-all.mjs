/** Reads, checks and converts the pages that it is sent, one after the other, and says of each what became of it. */
import { VFile } from 'vfile';
import { checkPage } from '../../dist/unified/check/check.js';
import { toMarkdown } from '../../dist/unified/convert.js';
import { pageOf } from '../../dist/unified/page.js';
import { readWriteup } from '../../dist/unified/writeup.js';

const steps = [
  (file) => pageOf(readWriteup(file), { script: 'a.js' }),
  (file) => checkPage(file, {}),
  (file) => toMarkdown(file),
];

process.on('message', async (pages) => {
  for (const [name, value] of Object.entries(pages)) {
    const ends = [];
    for (const step of steps) {
      try {
        await step(new VFile({ value, path: 'page.md' }));
        ends.push('read');
      } catch (error) {
        ends.push(error.source === 'deepdive' ? 'refused' : String(error.stack));
      }
    }
    process.send([name, ends]);
  }
  process.disconnect();
});
