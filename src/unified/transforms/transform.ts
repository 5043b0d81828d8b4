import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { IconOptions } from '../icon-options.js';
import { explainAbbreviations } from './abbreviations.js';
import { readAlerts } from './alerts.js';
import { applyAttributeLists } from './attributes.js';
import { readCodeInfo } from './code.js';
import { markContents } from './contents.js';
import { identifyHeadings } from './headings.js';
import { replaceIcons } from './icons.js';
import { joinSets } from './sets.js';

/** Makes of what the parser has read what MkDocs Material makes of it. */
export function transform(tree: Root, file: VFile, options?: IconOptions): void {
  readAlerts(tree);
  joinSets(tree);
  readCodeInfo(tree);
  applyAttributeLists(tree);
  replaceIcons(tree, file, options);
  markContents(tree);
  identifyHeadings(tree);
  explainAbbreviations(tree);
}
