import { visit } from 'unist-util-visit';
import type { Rule } from './rule.js';

export const imageAlt: Rule = {
  name: 'image-alt',
  severity: 'error',
  summary: 'An image has no text.',
  help: `Finds \`![](image.png)\` and \`<img>\` without \`alt\`: a reader who cannot see the image learns nothing of it. Say in a sentence what it shows. An image that only decorates is written as \`<img src="…" alt="">\`, which is not reported.`,
  check({ tree, source }, report) {
    visit(tree, 'element', (node) => {
      const { tagName, properties, position } = node;
      if (tagName !== 'img' || position?.start.offset === undefined) return;
      // Icons and emoji that reading has made images of are not written as such.
      const [written] = /^(?:!\[|<img)/i.exec(source.slice(position.start.offset, position.start.offset + 4)) ?? [];
      if (!written) return;
      const alt = properties['alt'];
      if (String(alt ?? '').trim()) return;
      if (written === '![') report(position, 'This image has no text: write what it shows between the brackets.');
      else if (alt === undefined && properties['ariaHidden'] !== 'true' && properties['role'] !== 'presentation')
        report(position, 'This image has no alt: say there what it shows, or write alt="" if it only decorates.');
    });
  },
};
