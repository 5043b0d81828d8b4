import type { PropertyDeclaration, ReactiveElement } from '@lit/reactive-element';

/**
 * Lit's `@property()` for fields, as this project's compiler settings decorate them. Lit's own knows two more kinds of
 * decorators, which every page would download.
 */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
