import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';

const nodeOf = (node) => (typeof node === 'string' ? node : h(node.tag, node.attributes, node.children.map(nodeOf)));
const appOf = (tree) => createSSRApp({ render: () => nodeOf(tree) });

export const render = (tree) => renderToString(appOf(tree));
export function hydrate(place, tree) {
  appOf(tree).mount(place);
  return { recovered: [] };
}
