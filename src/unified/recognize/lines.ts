import type { Element, ElementContent } from 'hast';
import { element, isElement, isIcon, isSilent, textOf } from '../hast.js';

/** The lines of a paragraph, as they stand in the source or as `<br>` divides them. */
function linesOf(paragraph: Element): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of paragraph.children) {
    if (isElement(node, 'br')) {
      lines.push([]);
      continue;
    }
    if (node.type !== 'text') {
      lines.at(-1)!.push(node);
      continue;
    }
    const [first = '', ...others] = node.value.split('\n');
    if (first) lines.at(-1)!.push({ ...node, value: first });
    for (const other of others) {
      const value = other.trimStart();
      lines.push(value ? [{ ...node, value }] : []);
    }
  }
  return lines.filter((line) => line.some((node) => !isSilent(node)));
}

/** Whether a line begins with bold words, or with an icon or emoji and then bold words. */
function isLed(line: ElementContent[]): boolean {
  const [first, second] = line.filter((node) => !isSilent(node) && !isIcon(node));
  if (isElement(first, 'strong', 'b')) return true;
  return first?.type === 'text' && /^[^\p{L}\p{N}]+$/u.test(first.value) && isElement(second, 'strong', 'b');
}

/** The texts of a paragraph's lines, if each begins with bold words; `undefined` where that is not so. */
export function ledLines(paragraph: Element): string[] | undefined {
  const lines = linesOf(paragraph);
  return lines.length > 1 && lines.every(isLed)
    ? lines.map((line) => textOf({ type: 'root', children: line }))
    : undefined;
}

/** The same paragraph with each line on a line of its own, as its author wrote them. */
export function divided(paragraph: Element): Element {
  const children = linesOf(paragraph).flatMap((line, index) =>
    index ? [element('br', {}, []), { type: 'text', value: '\n' } as const, ...line] : line,
  );
  return { ...paragraph, children };
}
