import type { MermaidConfig } from 'mermaid';
import { DiagramError, faultOf, type Notice, noticeOf, refuseTooLarge } from './faults.js';
import { guardedStage } from './guarded-stage.js';
import type { LeaveOut } from './harmless.js';
import { withoutImages } from './images.js';
import { checked, type Mermaid } from './mermaid.js';
import { type DiagramOutline, outlineOf } from './outline.js';
import { parseStyled } from './parse.js';
import { repaired } from './repair.js';
import { makeSelfContained, tidyUp } from './self-contained.js';
import { extraRules, themeVariables } from './theme.js';
import { unindented } from './unindented.js';

export interface DrawSettings {
  /** What labels are measured in and drawn with, as a CSS `font-family`. */
  font: string;
  /** Who places nodes and connections where the source does not say: `dagre`, or `elk`, which is larger and slower. */
  layout: string;
  /** Whether labels that lack quotes get them where nothing else is wrong. */
  repair: boolean;
  /** Gives Mermaid. */
  load: () => Promise<Mermaid>;
  /** Whether the drawing is still wanted when its turn comes. */
  isWanted?: () => boolean;
  /**
   * Is given the drawing as soon as it can be seen. What it says is read, and its parts are named, after the next frame:
   * reading takes as long as a tenth of drawing.
   */
  show?: (svg: SVGSVGElement) => void;
  /** Is told what the drawing leaves out. */
  tell?: (notice: Notice) => void;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Draws a diagram. Drawings wait for each other, and between two of them the browser may handle input.
 * @returns the `<svg>` as text, needing nothing beside it, with its outline as JSON in `<metadata>`; `undefined` where it
 *   was not wanted any more
 * @throws DiagramError where Mermaid cannot draw the source; whatever `load` throws
 */
export function draw(written: string, settings: DrawSettings): Promise<string | undefined> {
  const source = unindented(written);
  const drawing = turn.then(async () => {
    if (settings.isWanted?.() === false) return undefined;
    refuseTooLarge(source);
    const api = checked(await settings.load());
    await fontsFor(settings.font, source);
    try {
      // A source whose settings Mermaid cannot follow would stand in the way of every later one.
      api.mermaidAPI.globalReset();
      api.initialize(configure(settings));
      return await render(api, source, settings);
    } catch (error) {
      const better = repaired(source);
      const helps = better !== source && (await isSound(api, better));
      if (helps && settings.repair) return render(api, better, settings);
      throw faultOf(error, source, helps ? better : undefined);
    }
  });
  turn = drawing.catch(() => {}).then(nextTask);
  return drawing;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** After the browser has painted; a hidden page paints nothing. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

const isSound = (api: Mermaid, source: string) =>
  api.parse(source, { suppressErrors: true }).then(Boolean, () => false);

/** A label is as wide as its font says, so that has to be there first, even where no text of the page uses it yet. */
async function fontsFor(font: string, source: string): Promise<void> {
  await document.fonts.load(`15px ${font}`, source).catch(() => {});
  await document.fonts.ready;
}

function configure({ font, layout }: DrawSettings): MermaidConfig {
  return {
    startOnLoad: false,
    suppressErrorRendering: true,
    // Mermaid's own list goes on: what a source may not set. Absolute references to arrow heads look like addresses.
    secure: ['htmlLabels', 'arrowMarkerAbsolute', 'dompurifyConfig'],
    // Formulas are measured outside of the stage.
    dompurifyConfig: {
      FORBID_TAGS: ['style', 'svg'],
      FORBID_ATTR: ['style', 'src', 'srcset', 'poster', 'background'],
    },
    theme: 'base',
    themeVariables: { ...themeVariables, fontFamily: font, fontSize: '15px' },
    fontFamily: font,
    htmlLabels: false,
    // Mermaid takes any other word for its own default, which is the large one.
    layout: /^\s*elk\s*$/i.test(layout) ? 'elk' : 'dagre',
    look: 'classic',
    flowchart: { nodeSpacing: 36, rankSpacing: 44, padding: 12, subGraphTitleMargin: { top: 2, bottom: 8 } },
    gantt: { fontSize: 13, sectionFontSize: 13, barHeight: 24, barGap: 6, useWidth: 760 },
  };
}

let count = 0;

/** An id that no node of the page has: Mermaid removes what has it, or has it behind `d` or `i`. */
function unusedId(): string {
  for (;;) {
    const id = `dd-mermaid-${++count}`;
    if (!document.querySelector(`[id^="${id}"], [id^="d${id}"], [id^="i${id}"]`)) return id;
  }
}

async function render(api: Mermaid, source: string, { show, tell }: DrawSettings): Promise<string> {
  const leftOut = new Set<string>();
  const leaveOut: LeaveOut = (what) => leftOut.add(what);
  const { svg: text, diagramType } = await onStage(api, await withoutImages(api, source, leaveOut), leaveOut);
  const svg = picture(text, source, leaveOut);
  if (leftOut.size) tell?.(noticeOf(leftOut, source));
  if (show) {
    show(svg);
    await painted();
  }
  const outline = await outlineOf(api, source, svg, diagramType);
  separateLines(svg, outline);
  separateTexts(svg);
  tidyUp(svg);
  const metadata = document.createElementNS(svg.namespaceURI, 'metadata');
  metadata.textContent = JSON.stringify(outline);
  svg.prepend(metadata);
  return svg.outerHTML;
}

async function onStage(api: Mermaid, source: string, leaveOut: LeaveOut): ReturnType<Mermaid['render']> {
  const stage = guardedStage(leaveOut);
  // As wide as the page, and without a height of its own.
  stage.style.cssText = 'block-size:0;overflow:hidden';
  document.body.append(stage);
  try {
    return await api.render(unusedId(), source, stage);
  } finally {
    stage.remove();
  }
}

/** What Mermaid has drawn, in the page's colours. */
function picture(text: string, source: string, leaveOut: LeaveOut): SVGSVGElement {
  const { svg, rules } = parseStyled(text, leaveOut);
  if (!svg) throw new DiagramError('Mermaid returned no drawing.');
  // Where nothing of the page's reaches it, but its own rules do.
  const stage = document.createElement('div');
  stage.style.cssText = 'position:absolute;inset:0 auto auto 0;visibility:hidden;pointer-events:none;direction:ltr';
  const root = stage.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{color-scheme:light}svg{visibility:visible}${rules}${extraRules}`);
  const { width, height } = svg.viewBox.baseVal;
  svg.removeAttribute('style');
  svg.setAttribute('width', String(round(width)));
  svg.setAttribute('height', String(round(height)));
  root.adoptedStyleSheets = [sheet];
  root.append(svg);
  document.body.append(stage);
  try {
    mend(svg);
    const legible = legibleScale(svg);
    makeSelfContained(svg, source);
    svg.dataset['legible'] = String(legible);
    tellLeastWidth(svg, round(width * legible));
    return svg;
  } finally {
    stage.remove();
  }
}

const round = (number: number) => Math.round(number * 100) / 100;

/** Letters are not shown smaller than this, in pixels. */
const legibleSize = 11;

/** The scale below which a drawing's letters, taken together, are too small to read; at most 1. */
function legibleScale(svg: SVGSVGElement): number {
  let letters = 0;
  let sum = 0;
  for (const text of svg.querySelectorAll('text')) {
    const { length } = text.textContent!.trim();
    letters += length;
    sum += length * Number.parseFloat(getComputedStyle(text).fontSize);
  }
  return round(Math.min(1, legibleSize / (letters ? sum / letters : 15)));
}

/**
 * Says how many pixels wide the drawing has to be in the one length that both an attribute can set and a style sheet can
 * read without script: its type size, which its parts then set for themselves.
 */
function tellLeastWidth(svg: SVGSVGElement, width: number): void {
  const size = svg.getAttribute('font-size') ?? '15px';
  for (const child of svg.children) if (!child.hasAttribute('font-size')) child.setAttribute('font-size', size);
  svg.setAttribute('font-size', `${width}px`);
}

/** Mends what Mermaid places badly. */
function mend(svg: SVGSVGElement): void {
  for (const group of svg.querySelectorAll('.cluster')) moveLabelAside(group);
  // Mermaid measures the SVG text of a state too wide and so puts it too far to the left.
  for (const label of svg.querySelectorAll<SVGElement>('.statediagram-state > .label')) {
    const [, y] = /,\s*([-\d.]+)/.exec(label.getAttribute('transform') ?? '') ?? [];
    label.setAttribute('transform', `translate(0, ${y ?? 0})`);
    for (const text of label.querySelectorAll('text')) text.style.textAnchor = 'middle';
  }
  for (const box of svg.querySelectorAll('.cluster rect, .node rect')) box.setAttribute('rx', '4');
  for (const text of svg.querySelectorAll<SVGElement>('.cluster-label text')) text.style.fontSize = '13px';
  for (const label of svg.querySelectorAll<SVGElement>('.edgeLabel rect')) label.style.opacity = '1';
  // The number of a message stands on the head of a line without length: a dot says the same.
  for (const line of svg.querySelectorAll('line[marker-start*="sequencenumber"]')) {
    const dot = document.createElementNS(svg.namespaceURI!, 'circle');
    const [x = '', y = ''] = ['x1', 'y1'].map((name) => line.getAttribute(name) ?? '');
    for (const [name, value] of Object.entries({ cx: x, cy: y, r: '11', class: 'sequence-dot' }))
      dot.setAttribute(name, value);
    line.replaceWith(dot);
  }
  // Labels of a Sankey diagram lie below its flows.
  const labels = svg.querySelector('.node-labels');
  if (labels) svg.append(labels);
}

/** Whoever copies, searches or is read a label gets a space between its lines, but where Mermaid has broken a word. */
function separateLines(svg: SVGSVGElement, { nodes, edges }: DiagramOutline): void {
  const labels = new Map([...nodes, ...edges].map(({ label = '' }) => [label.replace(/\s/g, ''), label]));
  for (const line of svg.querySelectorAll('tspan + tspan[x]')) {
    const text = line.closest('text')!;
    const label = labels.get(text.textContent!.replace(/\s/g, ''));
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEndBefore(line);
    if (!label || hasSpaceAt(label, String(before).replace(/\s/g, '').length)) line.before(spaceWithoutRoom());
  }
}

/** Whether there is a space in front of a letter; spaces do not count as letters. */
function hasSpaceAt(label: string, letter: number): boolean {
  let letters = 0;
  let at = 0;
  while (letters < letter) if (/\S/.test(label[at++]!)) letters++;
  return /\s/.test(label[at] ?? '');
}

/** The same where the lines of a node are texts of their own. */
function separateTexts(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll('[data-node]')) {
    for (const text of [...node.querySelectorAll('text')].slice(0, -1)) text.append(spaceWithoutRoom());
  }
}

function spaceWithoutRoom(): Element {
  const space = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
  space.setAttribute('font-size', '0');
  space.textContent = ' ';
  return space;
}

/** A group's label stands in its corner, where connections into the group do not run through it. */
function moveLabelAside(group: Element): void {
  const box = group.querySelector(':scope > rect');
  const label = group.querySelector(':scope > .cluster-label');
  if (!box || !label) return;
  const [x, y] = [Number(box.getAttribute('x')) + 10, Number(box.getAttribute('y')) + 4];
  label.setAttribute('transform', `translate(${x}, ${y})`);
}
