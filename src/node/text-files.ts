import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.js';

/** The text of a file that somebody has named. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch(({ message }: Error) => {
    throw new UsageError(`${path} cannot be read: ${message}`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // It would not be written as it was.
    throw new UsageError(`${path} is not UTF-8. Save it as that.`);
  }
}

/** Writes a file where somebody wants it, in a folder that may not be there. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
