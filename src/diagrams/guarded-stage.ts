import { harmlessRules, harmlessValue, type LeaveOut, passesAsCss, scrub } from './harmless.js';
import { parseParts, parseWords } from './parse.js';

/** Methods that put nodes into a tree. */
const inserting = [
  'append',
  'prepend',
  'before',
  'after',
  'replaceWith',
  'replaceChildren',
  'appendChild',
  'insertBefore',
  'replaceChild',
  'insertAdjacentElement',
] as const;

/**
 * A place in the page in which Mermaid draws, and where nothing is fetched. Mermaid has to draw in the page, since letters
 * can be measured nowhere else, and a browser fetches what a page names before anybody can look at the result. What a
 * source makes Mermaid write cannot be told from the source: configuration, escapes of four grammars and Mermaid's own
 * rewriting lie between. So the nodes themselves look through what is written to them. Each node that comes in is given a
 * prototype between itself and its own; no other node of the page is touched.
 */
export function guardedStage(leaveOut: LeaveOut): HTMLElement {
  const guards = new Map<object, object>();
  const known = new WeakSet<object>();

  const admit = <T>(node: T): T => {
    if (node instanceof Element) guard(node);
    if (node instanceof Element || node instanceof DocumentFragment) node.querySelectorAll('*').forEach(guard);
    return node;
  };

  const guard = (element: Element): void => {
    const native = Object.getPrototypeOf(element);
    if (known.has(native)) return;
    scrub(element, leaveOut);
    if (element.localName === 'style') element.textContent = harmlessRules(element.textContent, leaveOut);
    let prototype = guards.get(native);
    if (!prototype) {
      prototype = guardOf(native, admit, leaveOut);
      guards.set(native, prototype);
      known.add(prototype);
    }
    Object.setPrototypeOf(element, prototype);
  };

  const stage = document.createElement('div');
  guard(stage);
  return stage;
}

/** What stands between an element and its prototype. */
function guardOf(native: Element, admit: <T>(node: T) => T, leaveOut: LeaveOut): Element {
  const method = (value: (this: HTMLElement, ...args: never[]) => unknown) => ({ value });
  const { setAttribute, setAttributeNS } = native;
  return Object.create(native, {
    ...Object.fromEntries(
      inserting.map((name) => [
        name,
        method(function (...nodes) {
          return (native[name] as (...args: unknown[]) => unknown).apply(this, nodes.map(admit));
        }),
      ]),
    ),
    setAttribute: method(function (name: string, value: unknown) {
      const harmless = harmlessValue(this, name, String(value), leaveOut);
      if (harmless !== undefined) setAttribute.call(this, name, harmless);
    }),
    setAttributeNS: method(function (namespace: string | null, name: string, value: unknown) {
      const harmless = harmlessValue(this, name, String(value), leaveOut);
      if (harmless !== undefined) setAttributeNS.call(this, namespace, name, harmless);
    }),
    style: {
      get(this: Element) {
        return guardedStyle(Reflect.get(native, 'style', this), leaveOut);
      },
    },
    textContent: {
      get(this: Element) {
        return Reflect.get(native, 'textContent', this);
      },
      set(this: Element, text: string) {
        const isRules = this.localName === 'style';
        Reflect.set(native, 'textContent', isRules ? harmlessRules(text, leaveOut) : text, this);
      },
    },
    innerHTML: {
      get(this: Element) {
        return Reflect.get(native, 'innerHTML', this);
      },
      set(this: Element, text: string) {
        const isPicture = this instanceof SVGElement && this.localName !== 'foreignObject';
        this.replaceChildren();
        for (const part of isPicture ? parseParts(text) : [parseWords(text)]) this.append(part);
      },
    },
  });
}

/** Declarations that are set one by one. */
function guardedStyle(style: CSSStyleDeclaration, leaveOut: LeaveOut): CSSStyleDeclaration {
  const passes = (value: unknown) => passesAsCss(String(value), leaveOut);
  return new Proxy(style, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (args.every(passes)) return value.apply(target, args);
      };
    },
    set: (target, name, value) => !passes(value) || Reflect.set(target, name, value),
  });
}
