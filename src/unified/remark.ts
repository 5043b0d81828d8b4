import type { Root } from 'mdast';
import type { Plugin } from 'unified';

/** Reads the dialect of MkDocs Material, GitHub's alerts and containers between `:::`. */
const remarkDeepdive: Plugin<[], Root> = () => () => {};
export default remarkDeepdive;
