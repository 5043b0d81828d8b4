import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { OutputFolder } from './output-folder.js';
import { readRegularFile, reasonOf } from './page-file.js';
import { UsageError } from './usage-error.js';

/** The text of a file that somebody has named. */
export async function readText(path: string): Promise<string> {
  const bytes = await readRegularFile(path).catch((error) => {
    throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // It would not be written as it was.
    throw new UsageError(`${path} is not UTF-8. Save it as that.`);
  }
}

/** Writes a file, in a folder that may not be there. A link in its place is not followed. */
export async function writeText(path: string, text: string): Promise<void> {
  await new OutputFolder(dirname(path)).write(basename(path), text);
}

/** Writes to what somebody has named after `-o`: a file, or what is none and takes text, such as `/dev/stdout`. */
export async function writeOutput(path: string, text: string): Promise<void> {
  if (!(await isStream(path))) return writeText(path, text);
  await writeFile(path, text).catch(({ message }: Error) => {
    throw new UsageError(`Cannot write ${path}: ${message}`);
  });
}

async function isStream(path: string): Promise<boolean> {
  // Links, and to a file where a shell redirects them to one.
  if (/^\/(dev\/(stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(path)) return true;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.isCharacterDevice() || found.isFIFO());
}
