import { ReactiveElement } from '@lit/reactive-element';

/** One thing that is registered with the page: what it is, where, and, of a listener, how the platform tells it from others. */
interface Entry {
  readonly kind: string;
  readonly target: object;
  readonly key?: unknown;
  readonly capture?: boolean;
  /** Takes back what the ledger itself has added for this entry. */
  readonly forget?: () => void;
}

// biome-ignore lint/suspicious/noExplicitAny: the platform's functions, taken alike
type AnyFunction = (this: any, ...rest: any[]) => any;

const idle = 'requestIdleCallback' in window ? (['requestIdleCallback', 'cancelIdleCallback'] as const) : undefined;
const loops = [['setInterval', 'clearInterval'] as const];
const timers = [
  ['setTimeout', 'clearTimeout'] as const,
  ['requestAnimationFrame', 'cancelAnimationFrame'] as const,
  ...(idle ? [idle] : []),
];
const observers = { MutationObserver, IntersectionObserver, ResizeObserver };
/** Where a page's own handlers can be set as properties. */
const globals = () => [window, document, document.documentElement, document.body, visualViewport].filter(Boolean);

/**
 * Everything that is registered with the page from now on and has not been given back: listeners on any target, observers,
 * timers, controllers, entries of sets and maps, object URLs, channels, waits for definitions, handlers that are properties.
 * Listeners are counted as the platform does it: adding one twice is adding it once, and `once` and `signal` take one away.
 *
 * It patches the window that the test runs in, and nothing in other frames. An array or a closure that holds an element is
 * beyond it: `npm run soak` measures those.
 */
export class Ledger {
  #entries: Entry[] = [];
  readonly #undo: (() => void)[] = [];
  readonly #handlers = handlers();
  readonly #highlights = new Map(highlights());

  constructor() {
    this.#watchListeners();
    this.#watchObservers();
    this.#watchTimers();
    this.#watchControllers();
    this.#watchCollections();
    this.#watchResources();
  }

  /** What would keep `element`, which has been detached, or go on working for it, in words. */
  outliving(element: Element): string[] {
    return this.#describe((entry) => !isOwn(entry), element);
  }

  /** The same, and what is registered within `element`, and the style sheets of the page: none of it may grow. */
  registered(element: Element): string[] {
    const sheets = [document, element.shadowRoot].map((root) => `${root?.adoptedStyleSheets.length} style sheets`);
    return [...this.#describe((entry) => !isOwn(entry) || isWithin(entry.target, element), element), ...sheets];
  }

  /** Takes back every patch. */
  close(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    for (const { forget } of this.#entries) forget?.();
    this.#entries = [];
  }

  #describe(isCounted: (entry: Entry) => boolean, element: Element): string[] {
    const lines = this.#entries
      // Whoever holds another element is not asked about here.
      .filter((entry) =>
        entry.kind === 'held' ? entry.key === element && has(entry.target, element) : isCounted(entry),
      )
      .map(({ kind, target }) => `${kind}: ${nameOf(target)}`);
    const ranges = highlights().flatMap(([name, size]) => {
      const more = size - (this.#highlights.get(name) ?? 0);
      return more > 0 ? `ranges of the highlight ${name}: ${more}` : [];
    });
    const set = [...handlers()].flatMap(([name, handler]) => (this.#handlers.get(name) === handler ? [] : name));
    return [...lines, ...ranges, ...set].sort();
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
  }

  #drop(isDropped: (entry: Entry) => boolean): void {
    this.#entries = this.#entries.filter((entry) => {
      if (!isDropped(entry)) return true;
      entry.forget?.();
      return false;
    });
  }

  /** Puts a function in the place of the one that `owner` has; it gets that one. */
  #patch(owner: object, name: string, around: (original: AnyFunction) => AnyFunction): void {
    const place = owner as Record<string, AnyFunction>;
    const own = Object.getOwnPropertyDescriptor(owner, name);
    const replacement = around(place[name]!);
    Object.defineProperty(owner, name, { configurable: true, writable: true, enumerable: true, value: replacement });
    this.#undo.push(() => {
      if (own) Object.defineProperty(owner, name, own);
      else delete place[name];
    });
  }

  /** Does `before` whenever the function is called, with the object that it is called on and its arguments. */
  #tap(owner: object, name: string, before: (self: object, rest: readonly unknown[]) => void): void {
    this.#patch(
      owner,
      name,
      (original) =>
        function (this: object | undefined, ...rest) {
          // Called as a global function, it is the window's.
          before(this ?? window, rest);
          return original.apply(this ?? window, rest);
        },
    );
  }

  #watchListeners(): void {
    const add = EventTarget.prototype.addEventListener;
    const remove = EventTarget.prototype.removeEventListener;
    const isSame =
      (target: object, kind: string, key: unknown, capture: boolean) =>
      (entry: Entry): boolean =>
        entry.target === target && entry.kind === kind && entry.key === key && entry.capture === capture;
    const listen = (target: object, type: unknown, key: unknown, options?: unknown) => {
      const { capture = false, once = false, signal } = optionsOf(options);
      const kind = `listener of ${type}`;
      const same = isSame(target, kind, key, capture);
      if (!key || signal?.aborted || this.#entries.some(same)) return;
      const drop = () => this.#drop(same);
      // It stands right before the listener, so that whatever keeps the one from being called keeps the other.
      if (once) add.call(target, String(type), drop, { once, capture });
      if (signal) add.call(signal, 'abort', drop, { once: true });
      const forget = () => {
        if (once) remove.call(target, String(type), drop, capture);
        if (signal) remove.call(signal, 'abort', drop);
      };
      this.#add({ kind, target, key, capture, forget });
    };
    const forget = (target: object, type: unknown, key: unknown, options?: unknown) =>
      this.#drop(isSame(target, `listener of ${type}`, key, optionsOf(options).capture ?? false));
    this.#tap(EventTarget.prototype, 'addEventListener', (target, [type, key, how]) => listen(target, type, key, how));
    this.#tap(EventTarget.prototype, 'removeEventListener', (target, [type, key, how]) =>
      forget(target, type, key, how),
    );
    this.#tap(MediaQueryList.prototype, 'addListener', (target, [key]) => listen(target, 'change', key));
    this.#tap(MediaQueryList.prototype, 'removeListener', (target, [key]) => forget(target, 'change', key));
  }

  #watchObservers(): void {
    for (const [kind, { prototype }] of Object.entries(observers)) {
      const isOf = (key: object, target?: unknown) => (entry: Entry) =>
        entry.kind === kind && entry.key === key && (!target || entry.target === target);
      this.#tap(prototype, 'observe', (key, [target]) => {
        if (!this.#entries.some(isOf(key, target))) this.#add({ kind, target: target as object, key });
      });
      if ('unobserve' in prototype) this.#tap(prototype, 'unobserve', (key, [target]) => this.#drop(isOf(key, target)));
      this.#tap(prototype, 'disconnect', (key) => this.#drop(isOf(key)));
    }
  }

  #watchTimers(): void {
    for (const [start, stop] of [...timers, ...loops]) {
      const isRepeated = start === 'setInterval';
      // A timeout can be cleared as an interval can, and the other way round.
      const kind = isRepeated ? 'setTimeout' : start;
      const drop = (key: unknown) => this.#drop((entry) => entry.kind === kind && entry.key === key);
      this.#patch(window, start, (original) => (action, ...rest) => {
        const run = (...values: unknown[]) => {
          if (!isRepeated) drop(key);
          return typeof action === 'function' ? action(...values) : undefined;
        };
        const key = original.call(window, run, ...rest);
        this.#add({ kind, target: window, key });
        return key;
      });
      this.#tap(window, stop, (_, [key]) => drop(key));
    }
  }

  #watchControllers(): void {
    const kind = 'controller';
    this.#tap(ReactiveElement.prototype, 'addController', (target, [key]) => this.#add({ kind, target, key }));
    this.#tap(ReactiveElement.prototype, 'removeController', (target, [key]) =>
      this.#drop((entry) => entry.kind === kind && entry.target === target && entry.key === key),
    );
  }

  /** Sets and maps that have been given an element, as those of a module, which outlive it. */
  #watchCollections(): void {
    const note = (target: object, values: readonly unknown[]) => {
      for (const key of values) if (key instanceof ReactiveElement) this.#add({ kind: 'held', target, key });
    };
    this.#tap(Set.prototype, 'add', note);
    this.#tap(Map.prototype, 'set', note);
  }

  #watchResources(): void {
    const dropOf = (kind: string, key: unknown) => this.#drop((entry) => entry.kind === kind && entry.key === key);
    this.#patch(URL, 'createObjectURL', (original) => (blob) => {
      const key = original.call(URL, blob);
      this.#add({ kind: 'object URL', target: window, key });
      return key;
    });
    this.#tap(URL, 'revokeObjectURL', (_, [key]) => dropOf('object URL', key));
    this.#patch(customElements, 'whenDefined', (original) => (name) => {
      const key = original.call(customElements, name);
      const kind = `wait for ${name}`;
      this.#add({ kind, target: customElements, key });
      key.finally(() => dropOf(kind, key));
      return key;
    });
    const add = (key: object) => this.#add({ kind: 'channel', target: window, key });
    this.#patch(
      window,
      'BroadcastChannel',
      (original) =>
        class extends (original as unknown as typeof BroadcastChannel) {
          constructor(name: string) {
            super(name);
            add(this);
          }
        } as unknown as AnyFunction,
    );
    this.#tap(BroadcastChannel.prototype, 'close', (key) => dropOf('channel', key));
  }
}

const optionsOf = (options: unknown): AddEventListenerOptions =>
  typeof options === 'object' && options ? options : { capture: Boolean(options) };

/** Whether what holds the entry is collected together with the element that has been detached. */
function isOwn({ kind, target }: Entry): boolean {
  return /^(listener|controller)/.test(kind) && target instanceof Node && !target.isConnected;
}

function isWithin(target: object, element: Element): boolean {
  if (!(target instanceof Node)) return false;
  const root = target.getRootNode();
  return element.contains(target) || (root instanceof ShadowRoot && isWithin(root.host, element));
}

const has = (collection: object, element: Element): boolean =>
  (collection as Set<unknown>).has(element) || [...(collection as Map<unknown, unknown>).values()].includes(element);

/** How many ranges each highlight of the page has. A node that is removed leaves them behind, at its place. */
function highlights(): [string, number][] {
  const all = CSS.highlights as unknown as Map<string, Set<Range>> | undefined;
  return [...(all ?? [])].map(([name, ranges]) => [name, ranges.size]);
}

/** The handlers of the page that are properties, such as `onresize`, by what they are called. */
function handlers(): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const target of globals()) {
    for (const name in target) {
      const handler = name.startsWith('on') && target[name as keyof typeof target];
      if (handler) all.set(`${name} of ${nameOf(target)}`, handler);
    }
  }
  return all;
}

function nameOf(target: object): string {
  if (!(target instanceof Element)) return target.constructor.name;
  return `<${target.localName}>${target.id && ` #${target.id}`}`;
}
