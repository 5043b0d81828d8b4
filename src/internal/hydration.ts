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
  // Once a class: properties of their own make elements slow.
  if (followed.has(prototype)) return;
  followed.add(prototype);
  const base = Object.getPrototypeOf(prototype);
  // React 19 compares an element before it looks into it, React 18 after that.
  for (const name of ['attributes', 'firstChild'])
    Object.defineProperty(prototype, name, {
      get(this: ReactiveElement) {
        const root = yielded.has(this) ? undefined : rootAround(this);
        if (root) {
          // Whoever reads it after that is not React.
          yielded.add(this);
          withdraw(root, isTaken);
        }
        return Reflect.get(base, name, this);
      },
      configurable: true,
    });
  prototype.performUpdate = function (this: ReactiveElement & { performUpdate(): void }): void {
    if (rootAround(this, true)) setTimeout(() => this.performUpdate());
    else base.performUpdate.call(this);
  };
}

const followed = new WeakSet<object>();
const yielded = new WeakSet<Element>();
