import { createElement, Suspense, use } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToReadableStream } from 'react-dom/server.browser';

/** Names that React has of its own. */
const names = {
  class: 'className',
  colspan: 'colSpan',
  datetime: 'dateTime',
  for: 'htmlFor',
  rowspan: 'rowSpan',
  srcset: 'srcSet',
  tabindex: 'tabIndex',
};
const booleans = new Set(['open', 'hidden', 'disabled', 'reversed', 'checked']);

/** A part that is taken over later than what is around it. */
function Late({ node, promise }) {
  use(promise);
  return node.children.map(nodeOf);
}

function nodeOf(node, key) {
  if (typeof node === 'string') return node;
  if (node.tag === 'late-part') {
    const promise = new Promise((resolve) => setTimeout(resolve, 100));
    return createElement(Suspense, { key }, createElement(Late, { node, promise }));
  }
  const { html } = node.attributes;
  if (html) return createElement(node.tag, { key, dangerouslySetInnerHTML: { __html: html } });
  return createElement(node.tag, { key, ...propsOf(node) }, ...node.children.map(nodeOf));
}

function propsOf({ tag, attributes }) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === 'style') return [name, styleOf(value)];
      if (booleans.has(name) && value === '') return [name, true];
      if (tag.includes('-') || /^(aria|data)-/.test(name)) return [name, value];
      return [names[name] ?? camelCase(name), value];
    }),
  );
}

const camelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const styleOf = (text) =>
  Object.fromEntries(
    text
      .split(';')
      .filter((rule) => rule.trim())
      .map((rule) => {
        const [, name, value] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/s.exec(rule);
        return [name.startsWith('--') ? name : camelCase(name), value];
      }),
  );

export async function render(tree) {
  const stream = await renderToReadableStream(nodeOf(tree));
  await stream.allReady;
  return new Response(stream).text();
}

export function hydrate(place, tree) {
  const recovered = [];
  hydrateRoot(place, nodeOf(tree), { onRecoverableError: (error) => recovered.push(`Recovered: ${error.message}`) });
  return { recovered };
}
