import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/index.js';
import '../../src/elements/architecture-diagram/architecture-diagram.define.js';
import { linkStylesheet, place, waitUntil } from '../helpers.js';

interface TreeNode {
  role: string;
  name?: string;
  children?: TreeNode[];
}

describe("the template's first diagram", () => {
  let element: ArchitectureDiagram;
  before(linkStylesheet);
  beforeEach(async () => {
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
    const text = await (await fetch('/stories/starter/index.html')).text();
    const template = new DOMParser().parseFromString(text, 'text/html');
    const first = template.querySelector('architecture-diagram')!;
    const page = await place(`<case-study><h1>Template</h1><h2>Architecture</h2>${first.outerHTML}</case-study>`);
    element = page.querySelector('architecture-diagram')!;
    await waitUntil(() => element.svg?.querySelector('[role=button]'), 'drawn', { timeout: 20_000 });
  });

  const labelled = (root: Element) =>
    [...root.querySelectorAll('[data-node]')].map((node) => node.getAttribute('aria-label') ?? '');

  it('has a name, and each node one that says where it leads', () => {
    expect(element.svg!.getAttribute('role')).to.equal('group');
    const caption = element.querySelector('figcaption')?.textContent?.trim();
    expect(element.svg!.getAttribute('aria-label')).to.equal(caption ?? 'Architecture');
    const labels = labelled(element.svg!);
    expect(labels.length).to.be.above(4);
    for (const label of labels) expect(label).to.match(/^[^;]+(; (in|holds|to) .+)*$/);
    expect(labels.filter((label) => /; to /.test(label)).length).to.be.above(2);
  });

  it('is this to a screen reader', async function () {
    // Only Chromium's protocol tells the tree: https://pptr.dev/webdriver-bidi#puppeteer-features-not-supported-over-webdriver-bidi
    if (!('userAgentData' in navigator)) this.skip();
    const tree = (await a11ySnapshot({})) as unknown as TreeNode;
    const all = (node: TreeNode): TreeNode[] => [node, ...(node.children ?? []).flatMap(all)];
    const name = element.svg!.getAttribute('aria-label')!;
    const drawing = all(tree).find((node) => node.name === name && node.role !== 'heading' && node.role !== 'text');
    expect(drawing, JSON.stringify(tree)).not.to.equal(undefined);
    const buttons = all(tree).flatMap((node) => (/button/i.test(node.role) ? (node.name ?? []) : []));
    expect(buttons).to.include.members(labelled(element.svg!));
    expect(buttons).to.include.members(['Zoom in', 'Zoom out', 'Full screen', 'Text', 'Source']);
  });
});
