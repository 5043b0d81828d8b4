import { expect } from '@open-wc/testing';
import { openFrame } from '../frames.js';
import { settled, waitUntil } from '../helpers.js';

const url = '/stories/starter/index.html';

/** What an architecture writeup has, in its order. */
const sections = [
  'Quick Facts',
  'Executive Summary',
  'System Overview',
  'Business Context',
  'High-Level Architecture',
  'Mapping to Fundamental Laws',
  'Law Analysis',
  'Design Deep Dive',
  'Data Architecture',
  'Scaling Strategy',
  'Failure Scenarios & Lessons',
  'Performance Characteristics',
  'Latency Breakdown',
  'Resource Utilization',
  'Operational Excellence',
  'Monitoring & Observability',
  'Deployment Strategy',
  'Key Innovations',
  'Applicable Patterns',
  'Takeaways for Your System',
  'Further Reading',
  'Discussion Questions',
];

describe('the starter', () => {
  let page: Document;
  let view: Window & typeof globalThis & { said: unknown[]; axe: typeof import('axe-core') };
  beforeEach(async () => {
    const markup = (await (await fetch(url)).text()).replace(
      '<head>',
      `<head><base href="${new URL(url, location.href)}">
        <script>
          said = [];
          console.warn = console.error = (...words) => said.push(words[0]);
          onerror = (words) => said.push(words);
        </script>
        <script src="/node_modules/axe-core/axe.min.js"></script>`,
    );
    const frame = await openFrame({ markup });
    page = frame.contentDocument!;
    view = frame.contentWindow as typeof view;
    await settled(page);
    const [diagram] = page.querySelectorAll('architecture-diagram');
    diagram!.scrollIntoView();
    await waitUntil(() => diagram!.matches(':state(drawn)'), 'drawn', { timeout: 15_000 });
  });

  it('has every section of a writeup, and every element in it is known', () => {
    const headings = [...page.querySelectorAll('h2, h3')].map((heading) => heading.textContent);
    expect(headings.filter((text) => sections.includes(text))).to.deep.equal(sections);
    const unknown = [...page.querySelectorAll(':not(:defined)')].map((element) => element.localName);
    expect(unknown).to.deep.equal([]);
  });

  it('says nothing in the console', () => {
    expect(view.said).to.deep.equal([]);
  });

  it('links the stylesheet and the script of one address, and nothing else', async () => {
    const { default: written } = (await import(`${url}?raw` as string)) as { default: string };
    const addresses = [...written.matchAll(/<(?:link|script)\b.*?(?:href|src)="(.*?)"/gs)].map(
      ([, address]) => address,
    );
    const dist = 'https://cdn.jsdelivr.net/npm/deepdive-elements/dist';
    expect(addresses).to.deep.equal([`${dist}/deepdive.css`, `${dist}/cdn/deepdive.js`]);
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in ${scheme}`, async () => {
      page.documentElement.style.colorScheme = scheme;
      const { violations, passes } = await view.axe.run(page, { resultTypes: ['violations', 'passes'] });
      expect(passes.length).to.be.above(20);
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))).to.deep.equal([]);
    });
  }
});
