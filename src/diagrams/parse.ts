import { clean } from './clean.js';
import { harmlessRules, harmlessStyle, type LeaveOut, scrub } from './harmless.js';

// Only this module has the policy, and nothing that it parses leaves without being checked:
// https://web.dev/articles/trusted-types
interface Policy {
  createHTML(text: string): string;
}
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

let policy: Policy = { createHTML: (text) => text };
try {
  policy = trustedTypes!.createPolicy('deepdive-elements', policy);
} catch {
  // The browser knows none, or the page does not allow it, and does not need it then.
}

/** A document in which nothing runs and nothing loads. */
const inert = (text: string) => new DOMParser().parseFromString(policy.createHTML(text), 'text/html');

/** The drawing in a text, not yet anywhere in the page; `null` where it is anything but a drawing. */
export function parseDrawing(text: string): SVGSVGElement | null {
  const { head, body } = inert(text);
  const isAlone = !head.hasChildNodes() && body.childNodes.length === 1;
  const svg = body.querySelector<SVGSVGElement>(':scope > svg');
  return isAlone && svg && !clean(svg) ? document.adoptNode(svg) : null;
}

/** What may be in a picture of markup, such as an icon. */
export function parseParts(text: string): ChildNode[] {
  const svg = inert(`<svg>${text}</svg>`).querySelector('svg')!;
  clean(svg);
  return [...document.adoptNode(svg).childNodes];
}

/** The words of markup. */
export const parseWords = (text: string): string => inert(text).body.textContent;

/**
 * What Mermaid has drawn, and its rules, without what a browser would fetch. A content security policy may refuse `<style>`
 * and `style` in markup, even where it is not shown, but lets script set both.
 */
export function parseStyled(text: string, leaveOut: LeaveOut): { svg: SVGSVGElement | null; rules: string } {
  const tag = /<(\/?)style\b|<[^<>]*>/g;
  const unstyled = text.replace(tag, (tag, end) =>
    end === undefined ? tag.replaceAll(' style="', ' data-dd-style="') : `<${end}dd-style`,
  );
  const svg = inert(unstyled).querySelector('svg');
  if (!svg) return { svg, rules: '' };
  const sheets = [...svg.querySelectorAll('dd-style')];
  const rules = sheets.map((sheet) => sheet.textContent).join('\n');
  for (const node of [...sheets, ...svg.querySelectorAll('script, iframe, object, embed')]) node.remove();
  for (const node of [svg, ...svg.querySelectorAll<SVGElement>('*')]) {
    const { ddStyle } = node.dataset;
    delete node.dataset['ddStyle'];
    scrub(node, leaveOut);
    if (ddStyle) node.style.cssText = harmlessStyle(ddStyle, leaveOut);
  }
  return { svg: document.adoptNode(svg), rules: harmlessRules(rules, leaveOut) };
}
