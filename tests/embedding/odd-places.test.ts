import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { appearance, settled } from '../helpers.js';

interface View extends Window {
  said: string[];
}

interface Pages {
  tags: string[];
  written: string;
}

const library = '<script type="module" src="/dist/cdn/deepdive.js"></script>';
const notes = `<script>
  window.said = [];
  console.warn = console.error = (...words) => said.push(words.join(' '));
  onerror = onunhandledrejection = ({ reason, message }) => said.push(String(reason ?? message));
</script>`;

/** A page with the library, too low for a diagram to be near. */
async function open(content: string, head = '') {
  const frame = await openFrame(
    {
      markup: `<!doctype html><html lang="en"><head>${head}<link rel="stylesheet" href="/dist/deepdive.css">
        ${notes}${library}</head><body>${content}</body></html>`,
    },
    { width: 800, height: 100 },
  );
  const page = frame.contentDocument!;
  await settled(page);
  await settled(page);
  return { page, view: frame.contentWindow as unknown as View };
}

/** Every example in a root as a reader gets it, by its tag. */
async function looksIn(root: ParentNode): Promise<Record<string, string>> {
  await settled(root as Document);
  await settled(root as Document);
  const examples = [...root.querySelectorAll<HTMLElement>('[data-example]')];
  return Object.fromEntries(
    examples.map((example) => [
      example.dataset['example'],
      // Where the page is, is its own affair.
      [example, ...example.querySelectorAll('*')]
        // Diagrams are drawn once Mermaid has come, sooner or later than a test looks.
        .filter(({ localName }) => localName !== 'architecture-diagram')
        .map(appearance)
        .join('\n')
        .replace(/ href="[^"]*#/g, ' href="#'),
    ]),
  );
}

describe('elements in odd places', () => {
  let pages: Pages;
  let looks: Record<string, string>;
  before(async () => {
    pages = await (await fetch('/served-pages.json')).json();
    const { page, view } = await open(pages.written);
    looks = await looksIn(page);
    expect(Object.keys(looks)).to.have.members(pages.tags);
    expect(view.said).to.deep.equal([]);
  });

  it('keep their form where they are first shown in the document of a frame', async () => {
    const { page, view } = await open(`<incident-timeline><ol>
      <li data-event="started"><time>18:02</time> The lock.</li><li data-event="detected"><time>18:08</time> The page.</li>
      <li data-event="resolved"><time>20:06</time> The end.</li></ol></incident-timeline>`);
    const frame = page.body.appendChild(page.createElement('iframe'));
    const timeline = page.querySelector('incident-timeline')!;
    const copy = timeline.cloneNode(true) as HTMLElement;
    frame.contentDocument!.body.append(copy);
    await settled(copy);
    await settled(copy);
    const figures = (element: Element) => {
      const part = element.shadowRoot!.querySelector('[part=figures]')!;
      return part.ownerDocument.defaultView!.getComputedStyle(part).display;
    };
    expect(figures(timeline)).to.equal('flex');
    expect(figures(copy)).to.equal('flex');
    expect(view.said).to.deep.equal([]);
  });

  /** What shadow roots draw, as it is seen: what their own rules are for. */
  const drawnIn = (root: ParentNode): string[] =>
    // Where a diagram is near, it is drawn.
    [...root.querySelectorAll(':not(architecture-diagram)')].flatMap(({ localName, shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('*') ?? [])]
        .filter((node) => node.localName !== 'slot')
        .map((node) => {
          const style = node.ownerDocument.defaultView!.getComputedStyle(node);
          const seen = ['display', 'position', 'color', 'borderBlockEndWidth', 'fontSize', 'order'] as const;
          return `${localName} ${node.localName} ${seen.map((name) => style[name]).join(' ')}`;
        }),
    );

  for (const [name, otherDocument] of Object.entries<(page: Document) => Promise<Document>>({
    'a frame': async (page) => {
      const frame = Object.assign(page.createElement('iframe'), {
        width: '800',
        height: '600',
        srcdoc: '<!doctype html>',
      });
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      page.body.append(frame);
      await loaded;
      return frame.contentDocument!;
    },
    'a document that no window shows': async (page) => page.implementation.createHTMLDocument(),
  })) {
    it(`look the same when they have been in ${name} and are back`, async () => {
      const { page, view } = await open(`<div id="all">${pages.written}</div>`);
      const before = drawnIn(page);
      expect(before.length).to.be.above(30);
      const all = page.querySelector('#all')!;
      const other = await otherDocument(page);
      other.body.append(all);
      await settled(other);
      await settled(other);
      if (other.defaultView) {
        const there = drawnIn(other);
        expect(there.map((line) => line.split(' ', 3).join(' '))).to.deep.equal(
          before.map((line) => line.split(' ', 3).join(' ')),
        );
      }
      page.body.prepend(all);
      await settled(page);
      await settled(page);
      expect(drawnIn(page)).to.deep.equal(before);
      expect(view.said).to.deep.equal([]);
    });
  }

  const places: Record<string, (page: Document, markup: string) => ParentNode> = {
    'an open shadow root': (page, markup) => {
      const root = page.body.attachShadow({ mode: 'open' });
      root.innerHTML = markup;
      return root;
    },
    'a closed shadow root': (page, markup) => {
      const root = page.body.attachShadow({ mode: 'closed' });
      root.innerHTML = markup;
      return root;
    },
    'a template that is cloned': (page, markup) => {
      const template = page.createElement('template');
      template.innerHTML = markup;
      page.body.append(template.content.cloneNode(true));
      return page;
    },
    'a template that is imported': (page, markup) => {
      const template = page.createElement('template');
      template.innerHTML = markup;
      page.body.append(page.importNode(template.content, true));
      return page;
    },
    innerHTML: (page, markup) => {
      page.body.innerHTML = markup;
      return page;
    },
    setHTMLUnsafe: (page, markup) => {
      page.body.setHTMLUnsafe(markup);
      return page;
    },
    insertAdjacentHTML: (page, markup) => {
      page.body.insertAdjacentHTML('beforeend', markup);
      return page;
    },
    createContextualFragment: (page, markup) => {
      const range = page.createRange();
      range.selectNodeContents(page.body);
      page.body.append(range.createContextualFragment(markup));
      return page;
    },
    'the document of a frame': (page, markup) => {
      const template = page.createElement('template');
      template.innerHTML = markup;
      const frame = page.body.appendChild(page.createElement('iframe'));
      frame.width = '800';
      // The frame registers no elements: they come with the nodes.
      const upgraded = page.importNode(template.content, true);
      const { body } = frame.contentDocument!;
      body.append(upgraded);
      return body;
    },
    'another document': (page, markup) => {
      const other = new DOMParser().parseFromString(markup, 'text/html');
      page.body.append(...other.body.childNodes);
      return page;
    },
  };
  for (const [name, put] of Object.entries(places)) {
    it(`are the same from ${name}`, async () => {
      const { page, view } = await open('');
      expect(await looksIn(put(page, pages.written))).to.deep.equal(looks);
      expect(view.said).to.deep.equal([]);
    });
  }

  it('are the same in a page that is written by script', async () => {
    const { page, view } = await open('');
    page.open();
    page.write(
      `<!doctype html><html lang="en"><link rel="stylesheet" href="/dist/deepdive.css"><body>${pages.written}`,
    );
    page.close();
    expect(await looksIn(page)).to.deep.equal(looks);
    expect(view.said).to.deep.equal([]);
  });

  it('are the same when a router brings back the page as it was, decorated', async () => {
    const { page, view } = await open(pages.written);
    // As Turbo does it: https://github.com/hotwired/turbo/blob/main/src/core/drive/page_snapshot.js
    const snapshot = page.body.cloneNode(true) as HTMLElement;
    const next = new DOMParser().parseFromString('<h1>Another page</h1>', 'text/html');
    page.body.replaceWith(page.importNode(next.body, true));
    await settled(page);
    page.body.replaceWith(snapshot.cloneNode(true));
    expect(await looksIn(page)).to.deep.equal(looks);
    expect(view.said).to.deep.equal([]);
  });

  it('are the same in a page that was saved after they had upgraded', async () => {
    const { page } = await open(pages.written);
    const { page: saved, view } = await open(page.body.innerHTML);
    expect(await looksIn(saved)).to.deep.equal(looks);
    expect(view.said).to.deep.equal([]);
  });

  it('are the same beside another copy of the library', async () => {
    const { page, view } = await open(pages.written, '<script type="module" src="/dist/define.js"></script>');
    expect(await looksIn(page)).to.deep.equal(looks);
    expect(view.said.length).to.equal(1);
    expect(view.said[0]).to.match(/Load one copy of the library\.$/);
  });

  it('link to their parts in this page, wherever a <base> points', async () => {
    const { origin } = location;
    const { page } = await open('', `<base href="${origin}/elsewhere/">`);
    page.body.innerHTML = pages.written;
    await settled(page);
    await settled(page);
    const links = [...page.querySelectorAll('*')].flatMap((element) => [
      ...(element.localName === 'page-outline' ? element.querySelectorAll('a') : []),
      ...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []),
    ]);
    expect(links.length).to.be.above(8);
    const away = links.filter(({ href }) => !href.startsWith('about:srcdoc#'));
    expect(away.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  });

  /** What a page of the static site that is watched tells. */
  async function reportOf(path: string, sandbox = '') {
    const { origin } = await (await fetch('/static-site.json')).json();
    const told = new Promise<MessageEvent>((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    await openFrame({ url: `${origin}${path}` }, { sandbox });
    return (await told).data;
  }

  it('work in a sandbox, where nothing may be stored or copied', async () => {
    const { complaints, upgraded, drawn } = await reportOf('/every.html', 'allow-scripts');
    expect(complaints).to.deep.equal([]);
    expect(upgraded).to.include.members(pages.tags);
    expect(drawn.every(Boolean)).to.equal(true);
  });

  it('work in XHTML', async () => {
    const { complaints, upgraded, drawn } = await reportOf('/every.xhtml');
    expect(complaints).to.deep.equal([]);
    expect(upgraded).to.include.members(pages.tags);
    expect(drawn.every(Boolean)).to.equal(true);
  });
});
