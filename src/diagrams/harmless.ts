/** Is told what was left out because a browser would have fetched it. */
export type LeaveOut = (what: string) => void;

/** A reference to another part of the same picture. */
const ownPart = /url\(\s*(?:"#[^"'()\\]*"|'#[^"'()\\]*'|#[^\s"'()\\]*)\s*\)/gi;
/** The functions of CSS that take an address; a backslash can hide the name of one. */
const fetches = /(?:url|src|image|image-set)\(|@import|\\/i;

/** Whether nothing is fetched where a browser reads this as CSS, or as an attribute that paints. */
const isHarmless = (value: string) => !fetches.test(value.replace(ownPart, ' '));

/** The same, and tells of what is not. */
export function passesAsCss(value: string, leaveOut: LeaveOut): boolean {
  const passes = isHarmless(value);
  if (!passes) leaveOut(value);
  return passes;
}

/** Declarations of a `style` attribute without those that fetch. */
export function harmlessStyle(text: string, leaveOut: LeaveOut): string {
  if (isHarmless(text)) return text;
  const { style } = document.createElement('i');
  style.cssText = text;
  dropFetching(style, leaveOut);
  return style.cssText;
}

/** A rule that says how something moves. */
const keyframes = /@(?:-webkit-)?keyframes\b[^@{}]*\{(?:[^@{}]*\{[^@{}]*\})*[^@{}]*\}/gi;

/**
 * The text of a style sheet without what fetches: no imports, no fonts, no pictures. Nor does it move anything: a drawing
 * stands still, and for one rule that it may move by, WebKit styles the whole page anew, with all the drawings in it.
 */
export function harmlessRules(written: string, leaveOut: LeaveOut): string {
  const text = written.replace(keyframes, '');
  if (isHarmless(text)) return text;
  const sheet = new CSSStyleSheet();
  // Leaves out imports: https://drafts.csswg.org/cssom/#dom-cssstylesheet-replacesync
  sheet.replaceSync(text);
  scrubRules(sheet.cssRules, leaveOut);
  const rules = [...sheet.cssRules].map(({ cssText }) => cssText);
  // What has no declarations to look through, such as `@font-face`. Names of functions have no backslash here any more.
  return rules.filter((rule) => passesAsCss(rule.replaceAll('\\', ''), leaveOut)).join('\n');
}

function scrubRules(rules: CSSRuleList, leaveOut: LeaveOut): void {
  for (const rule of rules) {
    const { style, cssRules } = rule as CSSStyleRule;
    if (style) dropFetching(style, leaveOut);
    if (cssRules) scrubRules(cssRules, leaveOut);
  }
}

function dropFetching(style: CSSStyleDeclaration, leaveOut: LeaveOut): void {
  // A shorthand is listed by its parts; one with a `var()` in it has parts without a value.
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    if (!passesAsCss(value, leaveOut)) style.removeProperty(name);
  }
  if (!passesAsCss(style.cssText, leaveOut)) style.cssText = '';
}

/** Attributes of HTML and SVG that name a file of their own accord. */
const files = /^(?:src|srcset|srcdoc|poster|background|data|action|formaction|ping)$/i;
/** Attributes that a browser reads neither as CSS nor as an address. */
const words = /^(?:id|class|title|name|data-.*|aria-.*)$/;

/** What an attribute may be set to; `undefined` where it may not be set, since the browser would fetch something. */
export function harmlessValue(element: Element, name: string, value: string, leaveOut: LeaveOut): string | undefined {
  if (name === 'style') return harmlessStyle(value, leaveOut);
  if (words.test(name)) return value;
  // A handler fetches nothing. Mermaid writes one for each participant that has links, whatever the author wrote.
  if (/^on/i.test(name)) return undefined;
  const isReference = /^(?:xlink:)?href$/i.test(name);
  // A link fetches nothing before it is followed.
  const isAllowed = isReference
    ? element.localName === 'a' || value.startsWith('#')
    : !files.test(name) && isHarmless(value);
  if (isAllowed) return value;
  leaveOut(value);
  return undefined;
}

/** Takes from an element, which is not in a page yet, whatever would be fetched once it is. */
export function scrub(element: Element, leaveOut: LeaveOut): void {
  for (const { name, value } of [...element.attributes]) {
    const harmless = harmlessValue(element, name, value, leaveOut);
    if (harmless === undefined) element.removeAttribute(name);
    else if (harmless !== value) element.setAttribute(name, harmless);
  }
}
