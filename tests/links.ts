import type { ReactiveElement } from '@lit/reactive-element';
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { linkStylesheet, parts, place, waitUntil } from './helpers.js';

/** Stands in for the clipboard; what has been copied comes last in the list. Undone after each test. */
export function stubClipboard({ isRefused = false } = {}): string[] {
  const copied: string[] = [];
  const writeText = async (text: string) => {
    if (isRefused) throw new DOMException('Write permission denied.', 'NotAllowedError');
    copied.push(text);
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return copied;
}

const { href } = location;
afterEach(() => {
  delete (navigator as { clipboard?: Clipboard }).clipboard;
  history.replaceState(null, '', href);
});

/** Sets the page's fragment, and waits until the page has been told. */
export async function goTo(id: string): Promise<void> {
  if (location.hash === `#${encodeURI(id)}`) return;
  const told = new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true });
  });
  location.hash = encodeURI(id);
  await told;
  await parts();
}

/**
 * Asserts what the link to the parts of an element promises: with the pointer, by keys alone, and from right to left.
 * @param markup an element whose parts fit into the window
 * @param ids the fragments of its parts, in the order of reading
 * @param selector finds these parts
 */
export function itLinksToItsParts(markup: string, selector: string, ids: string[], { columns = 1 } = {}): void {
  const tag = /<(\w+-[\w-]+)/.exec(markup)![1]!;

  describe(`the link of <${tag}>`, () => {
    before(async () => {
      await linkStylesheet();
    });

    async function open({ dir = 'ltr' } = {}) {
      const holder = await place(
        `<div dir="${dir}" lang="en" style="padding: 8px"><button>Before</button>${markup}</div>`,
      );
      const host = holder.querySelector<HTMLElement>(tag)!;
      const link = host.shadowRoot!.querySelector<HTMLAnchorElement>('[part~=link]')!;
      const parts = [...host.querySelectorAll<HTMLElement>(selector)];
      const point = async (node: Element) => {
        node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
        await waitUntil(() => link.part.contains('shown'), 'the link is shown');
        await nextFrame();
      };
      const leave = () => host.dispatchEvent(new PointerEvent('pointerleave'));
      const tabTo = async () => {
        holder.querySelector('button')!.focus();
        for (let presses = 0; presses < 5 && host.shadowRoot!.activeElement !== link; presses++) {
          await sendKeys({ press: 'Tab' });
        }
        expect(host.shadowRoot!.activeElement === link, 'the link has the focus').to.equal(true);
        await nextFrame();
      };
      return { host, link, parts, point, leave, tabTo };
    }
    const idOf = (link: HTMLAnchorElement) => decodeURIComponent(new URL(link.href).hash.slice(1));
    const isSeen = (link: HTMLElement) => getComputedStyle(link).opacity === '1';
    const statusOf = (host: Element) => host.shadowRoot!.querySelector('[part=status]')!.textContent;

    it('is there from when the pointer is on a part', async () => {
      const holder = document.createElement('div');
      holder.innerHTML = markup;
      document.body.append(holder);
      const host = holder.firstElementChild as ReactiveElement;
      await host.updateComplete;
      const link = () => host.shadowRoot?.querySelector<HTMLAnchorElement>('[part~=link]');
      const point = (node: Element) =>
        node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      point(host);
      await parts();
      expect(Boolean(link()), 'the pointer is on no part').to.equal(false);
      point(host.querySelector(selector)!);
      await waitUntil(() => link() && idOf(link()!) === ids[0], 'the link leads to the part');
      holder.remove();
    });

    it('stands behind whichever part the pointer is on, and goes with the pointer', async () => {
      const { host, link, parts, point, leave } = await open();
      expect(isSeen(link)).to.equal(false);
      const seen: string[] = [];
      for (const part of parts) {
        await point(part);
        seen.push(idOf(link));
        const [box, at, frame] = [part, link, host].map((node) => node.getBoundingClientRect()) as [
          DOMRect,
          DOMRect,
          DOMRect,
        ];
        expect(isSeen(link)).to.equal(true);
        expect(at.bottom > box.top && at.top < box.bottom, `beside “${part.textContent}”`).to.equal(true);
        expect(at.left).to.be.at.least(frame.left - 1);
        expect(at.right).to.be.at.most(frame.right + 1);
        expect(link.ariaLabel ?? link.getAttribute('aria-label')).to.match(/^Copy link to “.+”$/);
      }
      expect(seen).to.deep.equal(ids);
      leave();
      expect(isSeen(link)).to.equal(false);
    });

    it('copies the address, says so and goes there', async () => {
      const copied = stubClipboard();
      const { host, link, parts, point } = await open();
      await point(parts.at(-1)!);
      link.click();
      await waitUntil(() => link.textContent !== '#' && location.hash, 'copied and gone there');
      expect(copied).to.deep.equal([link.href]);
      expect(decodeURIComponent(location.hash)).to.equal(`#${ids.at(-1)}`);
      expect(link.textContent).to.equal('Link copied');
      expect(statusOf(host)).to.equal('Link copied');
      await point(parts[0]!);
      expect(link.textContent).to.equal('#');
    });

    it('says where the address is when the browser refuses to copy', async () => {
      stubClipboard({ isRefused: true });
      const { host, link, parts, point } = await open();
      await point(parts[0]!);
      link.click();
      await waitUntil(() => link.textContent !== '#' && location.hash, 'gone there');
      expect(link.textContent).to.equal('The link is in the address bar');
      expect(statusOf(host)).to.equal('The link is in the address bar');
      expect(decodeURIComponent(location.hash)).to.equal(`#${ids[0]}`);
    });

    it('is reached, moved and followed by keys alone', async () => {
      const copied = stubClipboard();
      const { link, tabTo } = await open();
      await tabTo();
      expect(isSeen(link)).to.equal(true);
      const last = ids.length - 1;
      const walk: [string, number][] = [
        ['Home', 0],
        ['ArrowUp', 0],
        ['ArrowRight', 1],
        ['ArrowDown', Math.min(last, 1 + columns)],
        ['ArrowUp', Math.max(0, Math.min(last, 1 + columns) - columns)],
        ['End', last],
        ['ArrowRight', last],
        ['ArrowLeft', last - 1],
      ];
      for (const [key, index] of walk) {
        await sendKeys({ press: key });
        expect(idOf(link), key).to.equal(ids[index]);
      }
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => location.hash, 'gone there');
      expect(copied).to.deep.equal([link.href]);
      expect(decodeURIComponent(location.hash)).to.equal(`#${ids[last - 1]}`);
    });

    it('leaves keys with a modifier to the browser', async () => {
      const { link, tabTo } = await open();
      await tabTo();
      const before = idOf(link);
      const event = new KeyboardEvent('keydown', { key: 'ArrowRight', ctrlKey: true, cancelable: true });
      link.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
      expect(idOf(link)).to.equal(before);
    });

    it('goes forward to the left where text does', async () => {
      const { host, link, parts, point, leave, tabTo } = await open({ dir: 'rtl' });
      await point(parts[0]!);
      const range = document.createRange();
      range.selectNodeContents(parts[0]!);
      const words = [...range.getClientRects()].at(-1)!;
      const box = link.getBoundingClientRect();
      expect(box.left).to.be.at.least(host.getBoundingClientRect().left - 1);
      expect(Math.max(words.left, host.getBoundingClientRect().left + box.width) - box.right).to.be.within(-1, 1);
      leave();
      await tabTo();
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: 'ArrowLeft' });
      expect(idOf(link)).to.equal(ids[1]);
      await sendKeys({ press: 'ArrowRight' });
      expect(idOf(link)).to.equal(ids[0]);
    });
  });
}
