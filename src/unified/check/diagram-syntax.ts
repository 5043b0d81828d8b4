import { DiagramError, faultOf, refuseTooLarge } from '../../diagrams/faults.js';
import type { Mermaid } from '../../diagrams/mermaid.js';
import { repaired } from '../../diagrams/repair.js';
import { unindented } from '../../diagrams/unindented.js';
import { type Diagram, diagramsIn } from './diagrams.js';
import type { Rule } from './rule.js';

export const diagramSyntax: Rule = {
  name: 'diagram-syntax',
  severity: 'error',
  summary: 'A Mermaid diagram cannot be drawn.',
  help: `Finds diagrams that Mermaid cannot read, with the line of the file. Where only a label lacks quotes, the report has the line as it should be.`,
  async check(page, report) {
    const diagrams = diagramsIn(page);
    // Mermaid takes long to load, and many pages have none.
    const mermaid = diagrams.length ? await (await import('./mermaid-parser.js')).mermaidParser() : undefined;
    for (const diagram of diagrams) {
      const fault = await faultIn(diagram, mermaid!);
      if (!fault) continue;
      // The line that the message names is one of the diagram; here it is one of the file.
      report(page.lineAt(diagram.lineOf(fault.line ?? 1)), fault.message.replace(/^Line \d+ /, 'This line '));
    }
  },
};

async function faultIn({ source: written, isRepaired }: Diagram, mermaid: Mermaid): Promise<DiagramError | undefined> {
  const source = unindented(written);
  try {
    refuseTooLarge(source);
    if (!source) throw new DiagramError('This diagram is empty: write its Mermaid source, or remove the diagram.');
    await mermaid.parse(source);
    return undefined;
  } catch (error) {
    if (error instanceof DiagramError) return error;
    const better = repaired(source);
    const helps = better !== source && (await mermaid.parse(better, { suppressErrors: true }));
    return helps && isRepaired ? undefined : faultOf(error, source, helps ? better : undefined);
  }
}
