// Only what Mermaid has sanitized, or this module has written, becomes markup: https://web.dev/articles/trusted-types
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

/** The drawing in a text, not yet anywhere in the page. */
export function parseDrawing(text: string): SVGSVGElement | null {
  const svg = new DOMParser().parseFromString(policy.createHTML(text), 'text/html').querySelector('svg');
  return svg && document.adoptNode(svg);
}

/**
 * The drawing in a text, and its rules. A content security policy may refuse `<style>` and `style` in markup, even where it
 * is not shown, but lets script set both.
 */
export function parseStyled(text: string): { svg: SVGSVGElement | null; rules: string } {
  const tag = /<(\/?)style\b|<[^<>]* style="[^<>]*>/g;
  const svg = parseDrawing(
    text.replace(tag, (tag, end) =>
      end === undefined ? tag.replaceAll(' style="', ' data-dd-style="') : `<${end}dd-style`,
    ),
  );
  const sheets = [...(svg?.querySelectorAll('dd-style') ?? [])];
  const rules = sheets.map((sheet) => sheet.textContent).join('\n');
  for (const sheet of sheets) sheet.remove();
  for (const node of svg ? [svg, ...svg.querySelectorAll<SVGElement>('[data-dd-style]')] : []) {
    node.style.cssText = node.dataset['ddStyle'] ?? '';
    delete node.dataset['ddStyle'];
  }
  return { svg, rules };
}
