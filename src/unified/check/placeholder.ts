import { type Block, blocksOf, placeIn } from './blocks.js';
import { type Found, isTemplateWord, type Kind, placeholdersIn } from './placeholder-words.js';
import type { CheckedPage, Report, Rule } from './rule.js';

/** A page with this many is a copy of a template, where whatever else looks like a placeholder is one. */
const many = 4;

export const placeholder: Rule = {
  name: 'placeholder',
  severity: 'error',
  summary: 'Words of the template are still there.',
  help: `Finds what a template leaves for its author to fill in: “X million users”, “99.XX%”, “XXms”, “[Company]”, “TBD”, the template's own sentences; in the front matter, too. Code, links, footnotes and task lists are not looked at. Write what it stands for, or leave the line out.`,
  check(page, report) {
    const blocks = blocksOf(page.tree);
    const isDefined = isTemplateWord(blocks.map(({ text }) => text).join('\n'));
    const found = blocks.map((block) => ({
      block,
      found: placeholdersIn(block.text, kindOf(block)).filter(isDefined),
    }));
    const sure = found.reduce((sum, { found }) => sum + found.filter(({ isSure }) => isSure).length, 0);
    inFrontMatter(page, report);
    for (const { block, found: all } of found) {
      for (const one of all) if (one.isSure || one.isAlone || sure >= many) tell(page, block, one, report);
    }
  },
};

function kindOf({ parent }: Block): Kind {
  const name = parent.type === 'element' ? parent.tagName : '';
  return { isHeading: /^(?:h[1-6]|dt|summary)$/.test(name), isCell: /^t[dh]$/.test(name) };
}

function tell(page: CheckedPage, block: Block, { text, start, isSure }: Found, report: Report): void {
  const words = text.replace(/\s+/g, ' ');
  const message = isSure
    ? `“${words}” is left from the template: write what it stands for.`
    : `“${words}” looks like words of a template, or a link without its address: write what it stands for.`;
  report(placeIn(page, block, start, text), message);
}

/** Reads front matter line by line: with placeholders in it, it often is no YAML. */
function inFrontMatter({ lines }: CheckedPage, report: Report): void {
  if (lines[0]?.trimEnd() !== '---') return;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  for (let index = 1; index < end; index++) {
    const line = lines[index]!.replace(/\s#.*$/s, '');
    for (const { text, start, isSure } of placeholdersIn(line, { isData: true })) {
      if (!isSure) continue;
      const place = { line: index + 1, column: start + 1 };
      const message = `“${text}” is left from the template: write what it stands for.`;
      report({ start: place, end: { ...place, column: place.column + text.length } }, message);
    }
  }
}
