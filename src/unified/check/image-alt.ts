import { visit } from 'unist-util-visit';
import { placeOf } from '../places.js';
import type { Rule } from './rule.js';

export const imageAlt: Rule = {
  name: 'image-alt',
  severity: 'error',
  summary: 'An image has no text.',
  help: `Finds \`![](image.png)\` and \`<img>\` without \`alt\`: a reader who cannot see the image learns nothing of it. Say in a sentence what it shows. An image that only decorates is written as \`<img src="…" alt="">\`, which is not reported.`,
  check({ tree, source, nearest }, report) {
    visit(tree, 'element', (node) => {
      const { tagName, properties } = node;
      if (tagName !== 'img') return;
      const place = nearest(node);
      const from = placeOf(node)?.start.offset;
      // Icons and emoji that reading has made images of are not written as such.
      const written = from === undefined ? undefined : /^(?:!\[|<img)/i.exec(source.slice(from, from + 4))?.[0];
      if (!written) return;
      const alt = properties['alt'];
      if (String(alt ?? '').trim()) return;
      if (written === '![') report(place, 'This image has no text: write what it shows between the brackets.');
      else if (alt === undefined && properties['ariaHidden'] !== 'true' && properties['role'] !== 'presentation')
        report(place, 'This image has no alt: say there what it shows, or write alt="" if it only decorates.');
    });
  },
};
