import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { readMkDocs } from './mkdocs.js';
import { forgetWrongPlaces } from './places.js';
import { Context } from './recognize/context.js';
import { recognize } from './recognize/recognize.js';

/**
 * Turns what it recognizes into the elements of this library: callouts, cards, tabs, diagrams and tables, as Markdown's
 * plugins, MkDocs Material, Docusaurus and GitHub write them. The rest stays as it is, and so does every word.
 */
const rehypeDeepdive: Plugin<[], Root> = () => (tree, file) => {
  forgetWrongPlaces(tree);
  readMkDocs(tree);
  recognize(tree, new Context(file));
};
export default rehypeDeepdive;
