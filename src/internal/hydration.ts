import type { ReactiveElement } from '@lit/reactive-element';
import { withdraw } from './own-attributes.js';

/** Where React keeps what it knows of a node: `__reactContainer$…` at a root, `__reactFiber$…` at a node that is its own by now. */
const keyOf = (node: Node) => Object.keys(node).find((key) => key.startsWith('__react'));

const isTaken = (node: Node) => keyOf(node) !== undefined;

/**
 * The root, of a React in development, around an element of the page that React has not taken over.
 * @param isPending whether React is still on its way there; without it, what some script has put there counts, too
 */
function rootAround(host: Node, isPending?: boolean): ParentNode | undefined {
  for (let at: Node | null = host.isConnected ? host : null; at; at = at.parentNode) {
    const key = keyOf(at);
    if (key?.startsWith('__reactC')) return '_debugOwner' in (at as never)[key] ? (at as Element) : undefined;
    if (key && (isPending || at === host)) break;
  }
  return;
}

/**
 * Lets React take over an element that a server has rendered. In development it compares all attributes, and reports those
 * that are not its own: https://react.dev/link/hydration-mismatch. So what the elements have written is taken away as it
 * comes to one of them, which it does by reading a property, and they write again when it has gone.
 */
export function yieldToReact(host: ReactiveElement): void {
  const prototype = Object.getPrototypeOf(host);
  // React 19 compares an element before it looks into it, React 18 after that.
  const read = ['attributes', 'firstChild'] as const;
  for (const name of read)
    Object.defineProperty(host, name, {
      get() {
        const root = rootAround(host);
        if (root) {
          // Whoever reads it after that is not React.
          for (const one of read) Reflect.deleteProperty(host, one);
          withdraw(root, isTaken);
        }
        return Reflect.get(prototype, name, host);
      },
      configurable: true,
    });
  const performUpdate = () => {
    if (rootAround(host, true)) setTimeout(performUpdate);
    else prototype.performUpdate.call(host);
  };
  Object.assign(host, { performUpdate });
}
