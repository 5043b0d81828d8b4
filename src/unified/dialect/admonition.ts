import type { Nodes, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { defaultTitleOf } from '../kinds.js';
import type { Admonition, AdmonitionTitle } from './nodes.js';

/** What is written of an admonition, in whatever notation. */
interface Written {
  /** The kind, then modifiers. */
  classes: string[];
  marker: Admonition['marker'];
  /** Whether it folds. */
  isDetails: boolean;
  isOpen?: boolean;
  /** Its title; without one, it says its kind, unless the author asks for none at all. */
  title?: Pick<AdmonitionTitle, 'children' | 'position'>;
  isUntitled?: boolean;
  content: Nodes[];
  position: Nodes['position'];
}

/** As in the HTML of MkDocs: `div.admonition > p.admonition-title`, or `details > summary`. */
export function admonitionOf(written: Written): Admonition {
  const { classes, marker, isDetails, isOpen, title, isUntitled, content, position } = written;
  const [kind = '', ...modifiers] = classes;
  const words: PhrasingContent[] = title?.children ?? [{ type: 'text', value: defaultTitleOf(kind || 'note') }];
  const heading: AdmonitionTitle = {
    type: 'admonitionTitle',
    ...(!title && { isDefault: true }),
    children: words,
    data: isDetails ? { hName: 'summary' } : { hName: 'p', hProperties: { className: ['admonition-title'] } },
    position: title?.position ?? position,
  };
  // A `<details>` without a summary gets the browser's.
  const isTitled = title || !isUntitled || isDetails;
  const className = isDetails ? classes.filter((one) => one !== 'details') : ['admonition', ...classes];
  return {
    type: 'admonition',
    kind,
    modifiers,
    marker,
    children: [...(isTitled ? [heading] : []), ...content] as Admonition['children'],
    data: { hName: isDetails ? 'details' : 'div', hProperties: { className, ...(isOpen && { open: true }) } },
    position,
  };
}
