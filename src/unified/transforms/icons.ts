import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { everything } from '../everything.js';

const icon = /:(?:material|fontawesome|octicons|simple)(?:-[a-z0-9]+)+:(?:\{[^{}\n]*\})?[ ]?/g;
const shortcode = /:([a-z0-9_+-]+):/g;

/**
 * Writes `:rocket:` as the emoji it is, by GitHub's names, and leaves out the icons of MkDocs Material's sets: they
 * decorate, and their drawings are in its theme.
 */
export function replaceIcons(tree: Root, file: VFile): void {
  const left = new Set<string>();
  everything(tree, (node, index, parent) => {
    if (node.type !== 'text' || !node.value.includes(':')) return;
    node.value = node.value
      .replace(icon, (written) => {
        left.add(written.replace(/[{ ].*$/, ''));
        return '';
      })
      .replace(shortcode, (written, name: string) => nameToEmoji[name] ?? written);
    if (index === 0 && parent?.type === 'paragraph') node.value = node.value.trimStart();
  });
  if (!left.size) return;
  file.info(
    `Left out ${left.size === 1 ? 'an icon' : `${left.size} icons`} of MkDocs Material: ${[...left].join(' ')}`,
    {
      source: 'deepdive',
      ruleId: 'icon',
    },
  );
}
