import { DiagramError } from './faults.js';
import type { LeaveOut } from './harmless.js';
import type { Mermaid } from './mermaid.js';

/** `@{ … }`, in which a brace may stand in quotes. What does not end goes on to the end, and is not tried again from there. */
const settings = /@\{(?:"(?:[^"\\]|\\.?)*(?:"|$)|[^"}])*(?:\}|$)/gs;

/**
 * A source whose nodes ask for no pictures. Mermaid loads these outside of any tree, to learn how large they are, and
 * draws nothing where one cannot be loaded.
 * @throws DiagramError where a picture is asked for in a way that only Mermaid can read
 */
export async function withoutImages(api: Mermaid, source: string, leaveOut: LeaveOut): Promise<string> {
  if (!source.includes('@{')) return source;
  const images = await imagesIn(api, source);
  if (!images.length) return source;
  images.forEach(leaveOut);
  const rest = source.replace(settings, (all) => all.replace(/(["']?)\bimg\1(?=\s*:)/g, 'left-out'));
  const [left] = await imagesIn(api, rest);
  if (left === undefined) return rest;
  throw new DiagramError(`A drawing fetches no pictures. Remove “img” from the node that asks for ${left}.`);
}

interface Database {
  getData?: () => { nodes: { img?: string }[] };
}

async function imagesIn(api: Mermaid, source: string): Promise<string[]> {
  try {
    const { db } = (await api.mermaidAPI.getDiagramFromText(source)) as { db: Database };
    return db.getData?.().nodes.flatMap(({ img }) => img ?? []) ?? [];
  } catch {
    // Drawing it says why it cannot be read.
    return [];
  }
}
