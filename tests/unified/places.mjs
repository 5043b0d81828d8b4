/** What is wrong with the place of a finding: nothing where the source has it. */
export function outsideOf(source, { rule, line, column, endLine, endColumn }) {
  const lines = source.split(/\r\n?|\n/);
  const isThere = (at, within) => at >= 1 && at <= lines.length && within >= 1 && within <= lines[at - 1].length + 1;
  const isForward = endLine > line || (endLine === line && endColumn >= column);
  if (isThere(line, column) && isThere(endLine, endColumn) && isForward) return undefined;
  return `${rule} is at ${line}:${column}-${endLine}:${endColumn}, where there is nothing`;
}
