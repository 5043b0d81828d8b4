import type { Buffer } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { mostBytes, tooLong } from '../unified/limits.js';

/** Why a file cannot be read as a page. */
export class PageFileError extends Error {
  override readonly name = 'PageFileError';
  readonly rule: 'unreadable' | 'limits';

  constructor(rule: PageFileError['rule'], message: string) {
    super(message);
    this.rule = rule;
  }
}

/**
 * The bytes of a page.
 * @throws PageFileError where there is no such page
 */
export async function readPageFile(path: string): Promise<Buffer> {
  try {
    return await readRegularFile(path, mostBytes);
  } catch (error) {
    if (error instanceof PageFileError) throw error;
    throw new PageFileError('unreadable', `Cannot read this file: ${reasonOf(error)}.`);
  }
}

/** The bytes of a file. A pipe or a device is not read: it may never end. */
export async function readRegularFile(path: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const info = await stat(path);
  if (!info.isFile()) throw new Error(`it is ${kindOf(info)}, not a file`);
  if (info.size > most) throw new PageFileError('limits', tooLong(info.size, 'bytes'));
  return readFile(path);
}

const kindOf = (info: { isDirectory(): boolean; isFIFO(): boolean }) =>
  info.isDirectory() ? 'a folder' : info.isFIFO() ? 'a pipe' : 'a device';

/** What the system says: “permission denied” of “EACCES: permission denied, open 'x.md'”. */
export function reasonOf(error: unknown): string {
  const { message } = error as Error;
  return /^[A-Z]\w+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message)?.[1] ?? message;
}
