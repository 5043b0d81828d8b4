import { expect, oneEvent } from '@open-wc/testing';
import type { Mermaid } from 'mermaid';
import { ArchitectureDiagram } from '../../src/define.js';
import { accessibilityProblems, linkStylesheet, place, settled, waitUntil } from '../helpers.js';

const diagram = (source: string) => `<architecture-diagram><pre>${source}</pre></architecture-diagram>`;

async function drawn(markup: string): Promise<HTMLElement> {
  const holder = await place('<div></div>');
  holder.innerHTML = markup;
  const element = holder.querySelector<HTMLElement>('architecture-diagram')!;
  await oneEvent(element, 'load');
  await settled(holder);
  return element;
}

const buttons = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('button')].map((one) => one.ariaLabel || one.textContent!.trim());
const nodeLabels = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[data-node]')].map((one) => one.getAttribute('aria-label'));
const lines = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('[part=text] li')].map((one) => one.textContent!.trim());

describe('diagrams in a language', () => {
  before(linkStylesheet);
  before(() => {
    const bundle = '/node_modules/mermaid/dist/mermaid.esm.min.mjs';
    ArchitectureDiagram.loadMermaid = async () => ((await import(bundle)) as { default: Mermaid }).default;
  });
  beforeEach(() => localStorage.clear());

  it('name their buttons, nodes and text in it, and follow when it changes', async () => {
    const element = await drawn(`<div lang="de">${diagram('graph LR\n  CDN --> LB\n  LB --- API')}</div>`);
    await waitUntil(() => buttons(element).includes('Quelltext'));
    expect(buttons(element)).to.deep.equal([
      'Verkleinern',
      '100 %',
      'Vergrößern',
      'Ganzes Diagramm einpassen',
      'Vollbild',
      'Text',
      'Quelltext',
    ]);
    expect(nodeLabels(element)).to.deep.equal(['CDN; zu LB', 'LB; zu API', 'API']);
    const [text] = [...element.shadowRoot!.querySelectorAll('button')].filter((one) => one.textContent === 'Text');
    text!.click();
    expect(lines(element)).to.deep.equal(['CDN zu LB', 'LB mit API', 'API']);
    element.parentElement!.lang = 'ar';
    await waitUntil(() => lines(element)[0] === 'CDN إلى LB');
    // Where the language brings another font, it is drawn anew.
    await waitUntil(() => nodeLabels(element)[0] === 'CDN; إلى LB', 'nodes are named', { timeout: 10_000 });
    expect(buttons(element)).to.include.members(['تصغير', 'تكبير', 'المصدر']);
    expect(text!.title).to.equal('محتوى المخطط كنص');
    expect(await accessibilityProblems(element.parentElement!)).to.deep.equal([]);
    element.parentElement!.removeAttribute('lang');
    await waitUntil(() => lines(element)[0] === 'CDN to LB', 'back in English', { timeout: 10_000 });
  });

  it('say in it what a state machine and a sequence are made of', async () => {
    const states = await drawn(`<div lang="es">${diagram('stateDiagram-v2\n  [*] --> Open\n  Open --> [*]')}</div>`);
    await waitUntil(() => nodeLabels(states).includes('Inicio; hacia Open'));
    expect(nodeLabels(states)).to.include('Fin');
    const sequence = await drawn(
      `<div lang="fr">${diagram('sequenceDiagram\n  A->>B: ask\n  Note over A,B: slow\n  loop each hour\n  B-->>A: answer\n  end')}</div>`,
    );
    await waitUntil(() => buttons(sequence).includes('Texte'));
    [...sequence.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent === 'Texte')!.click();
    expect(lines(sequence).map((line) => line.replace(/\s+/g, ' '))).to.deep.equal([
      'A à B : ask',
      'Note sur A et B : slow',
      'Boucle each hour:B à A : answer',
      'B à A : answer',
    ]);
  });

  it('say in it that there is no drawing, and the reason in English', async () => {
    const holder = await place(`<div lang="de">${diagram('graph LR\n  A --> B[one (two]')}</div>`);
    const element = holder.firstElementChild!;
    const problem = () => element.shadowRoot!.querySelector('[part=error]');
    await waitUntil(() => problem()?.textContent?.startsWith('Dieses Diagramm'), 'the error is told');
    expect(problem()!.querySelector('[lang=en]')!.textContent).to.match(/^Line 2 cannot be read/);
    holder.removeAttribute('lang');
    await waitUntil(() => problem()!.textContent!.startsWith('This diagram could not be drawn. Line 2'));
  });

  it('are gone through in it, step by step', async () => {
    const walkthrough = `<div lang="ja"><diagram-walkthrough>${diagram('graph LR\n  CDN --> LB')}
      <ol><li data-nodes="CDN">One</li><li data-nodes="LB">Two</li></ol></diagram-walkthrough></div>`;
    const element = await drawn(walkthrough);
    const root = element.closest('diagram-walkthrough')!.shadowRoot!;
    await waitUntil(() => root.querySelector('[part~=position]')?.textContent === '全 2 ステップ');
    const [previous, next, all] = root.querySelectorAll('button');
    expect([previous, next, all].map((one) => one!.textContent)).to.deep.equal(['前へ', '次へ', 'すべて表示']);
    next!.click();
    expect(root.querySelector('[part~=position]')!.textContent).to.equal('ステップ 1 / 2');
    expect(root.querySelector('[role=status]')!.textContent).to.equal('ステップ 1 / 2: One');
  });
});
