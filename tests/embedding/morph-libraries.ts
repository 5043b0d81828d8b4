/** How the libraries that morph a page towards new HTML do it, each by its own interface. */
import morphPlugin from '@alpinejs/morph';
import * as Turbo from '@hotwired/turbo';
import Alpine from 'alpinejs';
import htmx from 'htmx.org';
import { Idiomorph } from 'idiomorph/htmx';
import morphdom from 'morphdom';

Alpine.plugin(morphPlugin);

/** The HTML in a tag like that of the place. */
const around = (place: HTMLElement, html: string) =>
  (place.cloneNode() as HTMLElement).outerHTML.replace('></', () => `>${html}</`);

const heard = (target: EventTarget, type: string) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/** As Livewire 3 morphs a component: https://github.com/livewire/livewire/blob/v3.6.4/js/morph.js */
function morphComponent(place: HTMLElement, html: string): void {
  const wrapper = document.createElement(place.parentElement!.localName);
  wrapper.innerHTML = around(place, html);
  const key = (node: Partial<Element>) =>
    node.getAttribute?.('wire:key') ?? node.getAttribute?.('wire:id') ?? node.id ?? undefined;
  Alpine.morph(place, wrapper.firstElementChild!, { key, lookahead: false });
}

/** Each makes the content of an element what the HTML says, and is done when its library is. */
export const libraries: Record<string, (place: HTMLElement, html: string) => unknown> = {
  idiomorph: (place, html) => Idiomorph.morph(place, html, { morphStyle: 'innerHTML' }),
  morphdom: (place, html) => morphdom(place, around(place, html)),
  'Alpine’s morph': (place, html) => Alpine.morph(place, around(place, html)),
  'Livewire’s morph': morphComponent,
  'htmx with idiomorph': (place, html) => {
    place.setAttribute('hx-ext', 'morph');
    const settled = heard(place, 'htmx:afterSettle');
    htmx.swap(place, html, { swapStyle: 'morph:innerHTML', swapDelay: 0, settleDelay: 20 }, { contextElement: place });
    return settled;
  },
  'Turbo’s streams': async (place, html) => {
    place.id = 'morphed';
    const stream = document.createElement('turbo-stream') as HTMLElement & { renderPromise: Promise<void> };
    stream.innerHTML = `<template>${html}</template>`;
    for (const [name, value] of Object.entries({ action: 'update', method: 'morph', target: place.id }))
      stream.setAttribute(name, value);
    document.body.append(stream);
    await stream.renderPromise;
  },
  // What Turbo does with a page that it refreshes.
  'Turbo’s pages': (place, html) => {
    const copy = place.cloneNode() as HTMLElement;
    copy.innerHTML = html;
    Turbo.morphElements(place, copy);
  },
};
