import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';

const autolink = /^(email|protocol|www)Autolink$/;

/**
 * Leaves bare addresses to `mdast-util-gfm-autolink-literal`, which looks for them in the tree. `remark-gfm` has micromark
 * look for them, too, at the beginning of every word, and that takes as long as all the rest of its reading.
 */
export function remarkQuickAutolinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = data.micromarkExtensions?.map(({ text, ...rest }): Extension => {
    if (!text) return rest;
    const kept = Object.entries(text).map(([code, constructs]) => [code, [constructs].flat().filter(isOther)] as const);
    return { ...rest, text: Object.fromEntries(kept.filter(([, constructs]) => constructs.length)) };
  });
}

const isOther = (construct: Construct | undefined): construct is Construct =>
  construct !== undefined && !autolink.test(construct.name ?? '');
