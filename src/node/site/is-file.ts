import { statSync } from 'node:fs';

/** Whether there is a file with this path. An author can write one that no file can have. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
