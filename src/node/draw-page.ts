import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { refuseDeepHtml } from '../unified/limits.js';
import { safeDrawing } from '../unified/sanitize.js';
import type { Drawing, DrawingBrowser, NoDrawing } from './drawing-browser.js';
import { diagramsIn, mark, type PageDiagram, type Range } from './page-diagrams.js';

export interface DrawResult {
  /** The page with its drawings. */
  html: string;
  /** How many of its diagrams have been drawn. */
  drawn: number;
  failures: DrawFailure[];
}

/** A diagram that has not been drawn, or not all of it. */
export interface DrawFailure {
  /** In the page, counted from 1. */
  line: number;
  message: string;
}

/** Draws the diagrams of a page in a browser. A page that would take longer than its length says stays as it is. */
export async function drawPage(html: string, browser: DrawingBrowser): Promise<DrawResult> {
  try {
    refuseDeepHtml(html, new VFile());
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return { html, drawn: 0, failures: [{ line: error.line ?? 1, message: error.reason }] };
  }
  const diagrams = diagramsIn(html).filter(({ hasOwnDrawing }) => !hasOwnDrawing);
  const drawings = new Map<string, Drawing | NoDrawing>();
  const failures: DrawFailure[] = [];
  const edits: (Range & { text: string })[] = [];
  const prefixFor = prefixes(diagrams, html);
  let drawn = 0;
  for (const diagram of diagrams) {
    const { source, layout, repair, lineOf, place, leftovers } = diagram;
    if (!source) {
      failures.push({ line: lineOf(1), message: 'There is no source to draw: put the Mermaid source into a <pre>.' });
      continue;
    }
    const key = JSON.stringify([source, layout, repair]);
    const drawing = drawings.get(key) ?? (await browser.draw({ source, layout, repair }));
    drawings.set(key, drawing);
    if ('svg' in drawing) {
      edits.push({ ...place, text: placed(drawing, diagram, prefixFor(key)) });
      for (const range of leftovers) edits.push({ ...range, text: '' });
      drawn++;
      const { message, line = 1 } = drawing.notice ?? {};
      if (message) failures.push({ line: lineOf(line), message: `The drawing ${message}` });
    } else {
      // The line that the message names is one of the source; here it is one of the page.
      const message = drawing.message.replace(/^Line \d+ /, 'This line ');
      failures.push({ line: lineOf(drawing.line ?? 1), message });
    }
  }
  return { html: edited(html, edits), drawn, failures };
}

function edited(html: string, edits: (Range & { text: string })[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of edits.sort((one, other) => one.start - other.start)) {
    result += html.slice(at, start) + text;
    at = end;
  }
  return result + html.slice(at);
}

/**
 * What the ids of a drawing begin with: the same in every run, and another for every drawing, also where a site puts
 * pages together from parts that were drawn one by one.
 */
function prefixes(diagrams: PageDiagram[], html: string): (key: string) => string {
  const earlier = diagrams.flatMap(({ place, leftovers }) => [place, ...leftovers]);
  const others = edited(
    html,
    earlier.map((range) => ({ ...range, text: '' })),
  );
  const taken = new Set<string>();
  for (const [numbered, base] of others.matchAll(/(dd-p[\da-f]{8}-)(?:\d{1,9}-)?/g)) taken.add(numbered).add(base!);
  return (key) => {
    const base = `dd-p${createHash('sha256').update(key).digest('hex').slice(0, 8)}-`;
    let prefix = base;
    for (let count = 2; taken.has(prefix); count++) prefix = `${base}${count}-`;
    taken.add(prefix);
    return prefix;
  };
}

function placed({ svg, title, hasLinks }: Drawing, { name }: PageDiagram, prefix: string): string {
  // What is in a picture cannot be reached by those who do not see it, and a link has to be.
  const role = hasLinks ? 'group' : 'img';
  const attributes = `slot="drawing" ${mark}="" role="${role}" aria-label="${escaped(title || name)}"`;
  return safeDrawing(svg)
    .replaceAll('dd-d0-', prefix)
    .replace(/^<svg/, () => `<svg ${attributes}`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
