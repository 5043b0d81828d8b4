/** A stage of a chain: its name, how one gets there from the stage before, and what stands beside it. */
export interface Stage {
  name: string;
  via?: string;
  note?: string;
}

const node = String.raw`(\w+(?:-\w+)*)(?:\s*[[({>]+(?:"([^"]*)"|(?![[({>])([^\])}"]*))[\])}]+)?(?::::\w+)?`;
const arrow = String.raw`\s*(?:(-{2,}>|={2,}>|-{3,}|-\.+->)(?:\s*\|([^|]*)\|)?|--(?=\s)([^|>]*)(?<=\s)-{2,}>)\s*`;
const step = new RegExp(`${arrow}${node}`, 'gy');
const start = new RegExp(`^\\s*${node}`);
const plain = (label: string | undefined) =>
  label
    ?.replace(/<br\s*\/?>/gi, ', ')
    .replace(/[\s"]+/g, ' ')
    .trim();

/**
 * The stages of a Mermaid flowchart that is one chain; `undefined` where it branches, joins, or is none. What a dotted
 * line leads to is a note of its stage.
 */
export function parseChain(source: string): Stage[] | undefined {
  const names = new Map<string, string>();
  const next = new Map<string, { to: string; via?: string }>();
  const notes = new Map<string, string>();
  const targets = new Set<string>();
  const name = (id: string, ...labels: (string | undefined)[]) => {
    const label = plain(labels.find((one) => one !== undefined));
    if (label || !names.has(id)) names.set(id, label || id);
  };
  const [head = '', ...lines] = source
    .trim()
    .split(/\n|;/)
    .filter((line) => !/^\s*(%%.*)?$/.test(line));
  if (!/^\s*(graph|flowchart)\b/.test(head)) return undefined;
  for (const line of lines) {
    if (/^\s*(style|class|classDef|linkStyle|click|subgraph|direction|end)\b/.test(line)) continue;
    const first = start.exec(line);
    if (!first) return undefined;
    let [, from = ''] = first;
    name(from, first[2], first[3]);
    let end = first[0].length;
    step.lastIndex = end;
    for (let match = step.exec(line); match; match = step.exec(line)) {
      end = step.lastIndex;
      const [, kind, label, text, to = '', quoted, bare] = match;
      name(to, quoted, bare);
      if (kind?.includes('.')) {
        notes.set(from, names.get(to)!);
      } else {
        if (next.has(from) || targets.has(to)) return undefined;
        const via = plain(label ?? text);
        next.set(from, { to, ...(via && { via }) });
        targets.add(to);
      }
      from = to;
    }
    // What cannot be read may be a branch.
    if (line.slice(end).trim()) return undefined;
  }
  const stages: Stage[] = [];
  let id = [...next.keys()].find((one) => !targets.has(one));
  let via: string | undefined;
  while (id) {
    const note = notes.get(id);
    stages.push({ name: names.get(id)!, ...(via && { via }), ...(note && { note }) });
    const link = next.get(id);
    [id, via] = [link?.to, link?.via];
    if (stages.length > names.size) return undefined;
  }
  return stages.length === next.size + 1 && next.size ? stages : undefined;
}

/** What ends a line of stages: a stage, and nothing that goes on from it. */
const lastStage =
  /^(\[?[\dX][\dX.,]*\]?\s*%(?=\s+of\s+[\p{L} ]{1,30}(?:[,;.:(\n]|$)|\s*(?:[,;.:(\n]|\s[–—-]\s|$))|[^\d%,;.:(\n]{1,40}(?=[,;.:(\n]|$))/iu;
/** What begins with more words is a sentence. */
const longestStart = 3;

/** The stages of a line such as `Rollout: Canary → 1% → 10% → 100%, a day each`; `undefined` where there are no arrows. */
export function parseArrows(text: string): string[] | undefined {
  const parts = text.split(/(?:(?<!\s)\s+)?(?:[→⟶➔➜⇒]|(?<![-=])[-=]+>)\s*/);
  if (parts.length < 2) return undefined;
  const first = parts[0]!.split(/[:;,.]\s/).at(-1)!;
  const last = lastStage.exec(parts.at(-1)!)?.[1] ?? '';
  if (!first.includes('%') && first.trim().split(/\s+/).length > longestStart) return undefined;
  const stages = [first, ...parts.slice(1, -1), last].map((part) => part.trim());
  return stages.every((stage) => stage && stage.length < 40) ? stages : undefined;
}
