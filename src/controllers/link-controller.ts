import type { ReactiveElement } from '@lit/reactive-element';
import { ControlsController } from './controls-controller.js';
import type { LinkOptions } from './link-control.js';

/** Lets a reader copy the link to a part of its host's content, once the pointer is there or the Tab key is pressed. */
export class LinkController extends ControlsController {
  constructor(host: ReactiveElement, options: LinkOptions) {
    super(host, async () => {
      const { LinkControl } = await import('./link-control.js');
      return new LinkControl(host, options);
    });
  }
}
