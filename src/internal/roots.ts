import { element } from './data-content.js';

/**
 * For `createRenderRoot`: the element has no shadow root until `rootOf` makes one. Of a root that the HTML has brought
 * (https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Elements/template#shadowrootmode) only the slot remains.
 */
export function withoutRoot<Host extends HTMLElement>(host: Host): Host {
  host.shadowRoot?.replaceChildren(element('slot'));
  return host;
}

/**
 * The shadow root of an element that draws something beside its content, which is in a slot. Making one takes the content
 * out of the page's layout and lays it out anew, so it is made when there is something to draw.
 */
export function rootOf(host: HTMLElement): ShadowRoot {
  if (host.shadowRoot) return host.shadowRoot;
  const root = host.attachShadow({ mode: 'open' });
  root.append(element('slot'));
  return root;
}
