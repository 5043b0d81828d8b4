import { hydrate as start } from 'svelte';
import { render as renderPage } from 'svelte/server';
import Tree from './Tree.svelte';
import ServedTree from './Tree.svelte?server';

export const render = async (tree) => (await renderPage(ServedTree, { props: { node: tree } })).body;
export function hydrate(place, tree) {
  start(Tree, { target: place, props: { node: tree } });
  return { recovered: [] };
}
