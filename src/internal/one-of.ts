import type { ReactiveElement } from '@lit/reactive-element';
import { warnUnknown } from './warn.js';

/**
 * Lets a property take the words of a list however they are written: case, and space around them, make no difference. What
 * is none of them stays as it is, and the author is told what is known. Stands before `@property()`.
 *
 * ```ts
 * @oneOf(['up', 'down', 'flat'])
 * @property({ reflect: true })
 * trend?: 'up' | 'down' | 'flat';
 * ```
 *
 * Rules select on such an attribute as `[trend~="up" i]`, which holds where no script runs.
 */
export const oneOf =
  (known: readonly string[]) =>
  (prototype: ReactiveElement, name: string): void => {
    const { get, set } = Object.getOwnPropertyDescriptor(prototype, name)!;
    const word = (value: unknown) => known.find((one) => one === String(value).trim().toLowerCase());
    Object.defineProperty(prototype, name, {
      get,
      set(this: ReactiveElement, value: unknown) {
        set!.call(this, word(value) ?? value);
      },
      configurable: true,
      enumerable: true,
    });
    (prototype.constructor as typeof ReactiveElement).addInitializer((element) => {
      element.addController({
        hostUpdated: () => warnUnknown(element as ReactiveElement, name, get!.call(element), known),
      });
    });
  };
