import { expect } from '@open-wc/testing';
import { itOnce } from '../engines.js';
import { openFrame } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

const callout = '<note-callout kind="tip"><p>Orders are split by buyer.</p></note-callout>';

describe('a page', () => {
  it('works in a folder on any static server, with only the CDN file and the stylesheet', async () => {
    const { origin } = await (await fetch('/static-site.json')).json();
    const told = new Promise<MessageEvent>((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    await openFrame({ url: `${origin}/` });
    const { data } = await told;
    expect(data.label).to.equal('Law');
    expect(data.border).to.equal('solid');
    expect(data.drawn).to.match(/CDN.*Load balancers/s);
  });

  itOnce('copied from the README works', async () => {
    const readme = await (await fetch('/README.md')).text();
    const [, example = ''] = /```html\n(.*?)```/s.exec(readme) ?? [];
    expect(example.trim().split('\n').length).to.be.within(5, 19);
    const frame = await openFrame({ markup: example.replace('<meta', '<base href="/" /><meta') });
    const page = frame.contentDocument!;
    const drawing = () => page.querySelector('architecture-diagram')!.shadowRoot?.querySelector('svg')?.textContent;
    await waitUntil(drawing, 'drawn', { timeout: 15_000 });
    expect(drawing()).to.match(/CDN.*Load balancers.*API servers/s);
  });

  itOnce('written after the examples in llms.txt is sound', async () => {
    const reference = await (await fetch('/dist/llms.txt')).text();
    const [whole, ...examples] = [...reference.matchAll(/^```html\n(.*?)^```/gms)].map(([, example]) => example!);
    expect(examples.length).to.be.above(26);
    const frame = await openFrame({
      markup: whole!
        .replace('<head>', '<head><script>warnings = []; console.warn = (words) => warnings.push(words);</script>')
        .replaceAll('https://cdn.jsdelivr.net/npm/deepdive-elements/', '/')
        .replace('</case-study>', () => `${examples.join('').replaceAll(/<\/?case-study>/g, '')}</case-study>`),
    });
    const page = frame.contentDocument!;
    await settled(page);
    for (const tag of reference.matchAll(/^## <(.+)>$/gm)) {
      expect(frame.contentWindow!.customElements.get(tag[1]!), tag[1]).to.be.a('function');
      expect(page.querySelector(tag[1]!), tag[1]).to.not.equal(null);
    }
    expect((frame.contentWindow as unknown as { warnings: string[] }).warnings).to.deep.equal([]);
  });

  it('that links no stylesheet gets the same look from the script', async () => {
    const script = '<script type="module" src="/dist/cdn/deepdive.js"></script>';
    const link = '<link rel="stylesheet" href="/dist/deepdive.css">';
    const looks: string[][] = [];
    for (const head of [link + script, script]) {
      const frame = await openFrame({ markup: `<!doctype html>${head}<body>${callout}` });
      const element = frame.contentDocument!.querySelector('note-callout')!;
      await waitUntil(() => frame.contentWindow!.getComputedStyle(element).display === 'block', 'styled');
      const style = frame.contentWindow!.getComputedStyle(element);
      looks.push([
        style.borderInlineStart,
        style.padding,
        style.margin,
        String(element.getBoundingClientRect().height),
      ]);
      expect(frame.contentDocument!.adoptedStyleSheets.length).to.equal(head === script ? 3 : 0);
    }
    expect(looks[1]).to.deep.equal(looks[0]);
  });

  it('is asked for its styles once, when it is about to be drawn, and not while elements upgrade', async () => {
    const frame = await openFrame({
      markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css"><script>
        asked = []; frames = 0;
        const ask = getComputedStyle;
        getComputedStyle = (element) => { asked.push(element.localName + frames); return ask(element); };
        requestAnimationFrame(function count() { frames++; requestAnimationFrame(count); });
        </script><script type="module" src="/dist/cdn/deepdive.js"></script>
        <body>${callout}${callout}<info-card><h3>Card</h3></info-card><key-takeaways><ol><li>One</li></ol></key-takeaways>`,
    });
    const view = frame.contentWindow as unknown as { asked: string[]; frames: number };
    await waitUntil(() => view.asked.length >= 3);
    const start = view.frames;
    await waitUntil(() => view.frames > start + 2);
    const tags = view.asked.map((one) => one.replace(/\d+/, ''));
    expect(tags.sort()).to.deep.equal(['info-card', 'key-takeaways', 'note-callout']);
    expect(new Set(view.asked.map((one) => one.replace(/\D+/, ''))).size, 'frames').to.equal(1);
  });

  it('that shows an element in a shadow root has it styled there, and its tokens from the page', async () => {
    const frame = await openFrame({
      markup: '<!doctype html><script type="module" src="/dist/cdn/deepdive.js"></script><body><div></div>',
    });
    const page = frame.contentDocument!;
    const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = callout;
    const element = root.querySelector('note-callout')!;
    await waitUntil(() => frame.contentWindow!.getComputedStyle(element).display === 'block', 'styled');
    expect(root.adoptedStyleSheets.length).to.equal(2);
    expect(page.adoptedStyleSheets.length).to.equal(1);
    root.innerHTML = callout + callout;
    await settled(page);
    expect(root.adoptedStyleSheets.length).to.equal(2);
  });

  itOnce('that loads two copies of the library is told once, and works', async () => {
    const frame = await openFrame({
      markup: `<!doctype html><link rel="stylesheet" href="/dist/deepdive.css">
        <script>
          window.said = [];
          console.warn = (message) => said.push(message);
          onerror = (message) => said.push(message);
        </script>
        <script type="module" src="/dist/cdn/deepdive.js"></script>
        <script type="module" src="/dist/define.js"></script>
        <body><law-table><table><tr><th>Law</th></tr><tr><td>Correlated failure</td></tr></table></law-table>`,
    });
    await settled(frame.contentDocument!);
    const { said } = frame.contentWindow as Window & { said?: string[] };
    expect(said).to.deep.equal([
      'deepdive-elements: <architecture-diagram> is registered already, the first one stays. Load one copy of the library.',
    ]);
    expect(frame.contentDocument!.querySelector('td')).to.have.attribute('data-label', 'Law');
  });

  it('that links the stylesheet late has its rules for what comes after', async () => {
    const frame = await openFrame({
      markup: `<!doctype html><script type="module" src="/dist/cdn/deepdive.js"></script>${callout}`,
    });
    const page = frame.contentDocument!;
    const view = frame.contentWindow!;
    const isStyled = (element: Element) => view.getComputedStyle(element).display === 'block';
    await waitUntil(() => isStyled(page.querySelector('note-callout')!), 'styled by the script');
    const link = Object.assign(page.createElement('link'), { rel: 'stylesheet', href: '/dist/deepdive.css' });
    const loaded = new Promise((resolve) => {
      link.onload = resolve;
    });
    page.head.append(link);
    await loaded;
    page.body.insertAdjacentHTML('beforeend', '<decision-list><ol><li>One ledger a region</li></ol></decision-list>');
    const list = view.getComputedStyle(page.querySelector('ol')!);
    await waitUntil(() => list.listStyleType === 'none', 'without marks of its own');
  });

  itOnce('that sets rows before the library is there has them shown', async () => {
    const frame = await openFrame({ markup: '<!doctype html><body><law-table></law-table>' });
    const page = frame.contentDocument!;
    const element = page.querySelector('law-table')!;
    element.rows = [{ Law: 'Correlated failure' }];
    const script = Object.assign(page.createElement('script'), { type: 'module', src: '/dist/cdn/deepdive.js' });
    const loaded = new Promise((resolve) => {
      script.onload = resolve;
    });
    page.head.append(script);
    await loaded;
    await settled(page);
    expect(element.querySelector('td')!.textContent).to.equal('Correlated failure');
  });

  it('that arrives in pieces is warned of nothing but what is wrong at the end', async () => {
    const frame = await openFrame({
      markup: '<!doctype html><script type="module" src="/dist/cdn/deepdive.js"></script>',
    });
    const page = frame.contentDocument!;
    const view = frame.contentWindow! as Window & { console: Console };
    const said: string[] = [];
    view.console.warn = (message: string) => void said.push(message);
    // The elements stay defined, and the page is parsed anew.
    page.open();
    page.write('<!doctype html><law-table><table><thead><tr><th>Law</th>');
    await settled(page);
    page.write('<th>Challenge</th></tr></thead><tbody><tr><td>Correlated failure</td>');
    await settled(page);
    page.write('<td>A region goes dark</td></tr></table></law-table><info-card>');
    await settled(page);
    expect(page.readyState).to.equal('loading');
    expect(said).to.deep.equal([]);
    page.write('</info-card>');
    page.close();
    await waitUntil(() => said.length, 'the warning');
    expect(said).to.deep.equal(['<info-card> is empty: put a heading and text inside it.']);
    expect(page.querySelector('td')).to.have.attribute('data-label', 'Law');
  });

  itOnce('that imports five elements one by one has these five, and no more', async () => {
    const five = ['incident-timeline', 'latency-profile', 'content-tabs', 'study-meta', 'note-callout'];
    const all = Object.keys(await import('../../src/index.js'))
      .map((name) => name.replace(/(?<!^)(?=[A-Z])/g, '-').toLowerCase())
      .filter((name) => /^\w+-\w+$/.test(name));
    expect(all).to.include.members(five);
    expect(all.length).to.be.above(20);
    const scripts = five.map((tag) => `<script type="module" src="/dist/elements/${tag}/${tag}.define.js"></script>`);
    const frame = await openFrame({
      markup: `<!doctype html>${scripts.join('')}<body>${callout}
        <study-meta><dl><dt>Reading time</dt><dd></dd></dl></study-meta>`,
    });
    const view = frame.contentWindow!;
    await settled(view.document);
    expect(all.filter((tag) => view.customElements.get(tag)).sort()).to.deep.equal(five.sort());
    expect(view.document.querySelector('dd')).to.have.attribute('data-minutes', '1 min');
    await waitUntil(
      () => view.getComputedStyle(view.document.querySelector('note-callout')!).display === 'block',
      'styled',
    );
  });

  it('whose bundler has rewritten light-dark() has light colours without script, and follows the scheme with it', async () => {
    const css = await (await fetch('/dist/deepdive.css')).text();
    // As Lightning CSS does, for Vite's default target too.
    const rewritten = css.replace(
      /light-dark\(((?:[^(),]|\([^()]*\))*),((?:[^()]|\([^()]*\))*)\)/g,
      'var(--lightningcss-light,$1)var(--lightningcss-dark,$2)',
    );
    expect(rewritten).to.not.include('light-dark(');
    const script = '<script type="module" src="/dist/cdn/deepdive.js"></script>';
    const ink = async (scheme: string, sheet: string, head = '') => {
      const { contentWindow } = await openFrame({
        markup: `<!doctype html><html style="color-scheme: ${scheme}"><style>${sheet}</style>${head}
          <body>${callout}<p id="ink" style="color: var(--dd-ink)">Ink</p>`,
      });
      const element = contentWindow!.document.getElementById('ink')!;
      return () => contentWindow!.getComputedStyle(element).color;
    };
    const [light, dark] = [await ink('light', css), await ink('dark', css)];
    expect(light()).to.not.equal(dark());
    expect((await ink('light', rewritten))()).to.equal(light());
    const upgraded = await ink('dark', rewritten, script);
    await waitUntil(() => upgraded() === dark(), 'dark', { timeout: 10_000 });
    const own = await ink('dark', `${rewritten} :root { --dd-ink: rgb(1, 2, 3) }`, script);
    await waitUntil(() => own() === 'rgb(1, 2, 3)', 'the page’s own ink', { timeout: 10_000 });
  });
});
