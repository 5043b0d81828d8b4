import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream, type Stats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { hashOf } from './hash.js';
import { UsageError } from './usage-error.js';

/** The hash of each file that was written, by its path in the folder. */
export type Written = Record<string, string>;

/** What has become of files that are needed no more. */
export interface Removal {
  removed: string[];
  /** What someone has changed since it was written, or what cannot be reached without following a link. */
  left: string[];
}

/** A file that is not written. Its message says what stands in the way, and what to do. */
export class OutputError extends UsageError {}

/**
 * A folder that pages are written to. Nothing else in this package writes files, or removes any.
 *
 * - It removes what an earlier build has written and nobody has changed since: the caller keeps that list.
 * - It follows no symbolic link below the folder. The folder itself may be one, since someone has named it.
 * - It replaces a file as a whole. Who reads the file has the old one or the new one, and a hard link keeps the old one.
 *
 * Who can write into the folder at the very same time can still put a link in the place of a folder between the check
 * and the writing: Node.js has no call that would not follow it.
 */
export class OutputFolder {
  readonly #path: string;
  readonly #written: Map<string, string>;

  /**
   * @param path what someone has named
   * @param written what earlier builds have written there
   */
  constructor(path: string, written: Written = {}) {
    this.#path = path;
    this.#written = new Map(Object.entries(written));
  }

  /** What this build and earlier ones have written, and what is still there of it as far as is known. */
  get written(): Written {
    return Object.fromEntries(this.#written);
  }

  /** Writes a file, unless its content is this already. Says whether it has. */
  async write(path: string, content: Uint8Array | string): Promise<boolean> {
    const hash = hashOf(content);
    return this.#replace(path, async (file, earlier) => {
      if (earlier?.size === Buffer.byteLength(content) && (await hashIn(file)) === hash) return { hash };
      return { hash, fill: (handle) => handle.writeFile(content) };
    });
  }

  /** Writes a file with the content of another, unless that is its content already. Says whether it has. */
  async copy(source: string, path: string): Promise<boolean> {
    return this.#replace(path, async (file, earlier) => {
      const [hash, { size }] = await Promise.all([hashIn(source), stat(source)]);
      if (earlier?.size === size && (await hashIn(file)) === hash) return { hash };
      return { hash, fill: (handle) => handle.writeFile(createReadStream(source)) };
    });
  }

  /** Whether a file is there as it was written. */
  async isIntact(path: string): Promise<boolean> {
    const hash = this.#written.get(path);
    if (hash === undefined) return false;
    try {
      const { file, earlier } = await this.#find(path);
      return earlier !== undefined && (await hashIn(file)) === hash;
    } catch {
      return false;
    }
  }

  /** Removes what has been written, but for these files. */
  async keepOnly(kept: Iterable<string>): Promise<Removal> {
    const names = new Set(kept);
    const twins = new Map([...names].map((path) => [folded(path), path]));
    const removal: Removal = { removed: [], left: [] };
    for (const path of [...this.#written.keys()].filter((one) => !names.has(one))) {
      const twin = twins.get(folded(path));
      const became = twin !== undefined && (await this.#isSame(path, twin)) ? 'renamed' : await this.#remove(path);
      this.#written.delete(path);
      if (became === 'removed') removal.removed.push(path);
      if (became === 'left') removal.left.push(path);
    }
    return removal;
  }

  /** The files of a folder in it that no known build has written; hidden ones are left out. */
  async unknownIn(folder = ''): Promise<string[]> {
    const found: string[] = [];
    const entries = await readdir(join(this.#path, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || this.#written.has(path)) continue;
      if (entry.isDirectory()) for (const one of await this.unknownIn(path)) found.push(one);
      else if (entry.isFile()) found.push(path);
    }
    return found.sort();
  }

  async #remove(path: string): Promise<'removed' | 'absent' | 'left'> {
    try {
      const { file, earlier } = await this.#find(path);
      if (!earlier) return 'absent';
      if (!(await this.isIntact(path))) return 'left';
      await unlink(file);
      return 'removed';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'left';
    }
  }

  /** Whether two paths name one file, as `A.html` and `a.html` do where case does not count. */
  async #isSame(one: string, other: string): Promise<boolean> {
    const [first, second] = await Promise.all([one, other].map((path) => this.#find(path).catch(() => undefined)));
    const [a, b] = [first?.earlier, second?.earlier];
    return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
  }

  async #replace(
    path: string,
    plan: (file: string, earlier?: Stats) => Promise<{ hash: string; fill?: (handle: FileHandle) => Promise<void> }>,
  ): Promise<boolean> {
    try {
      const { file, earlier } = await this.#find(path, { make: true });
      const { hash, fill } = await plan(file, earlier);
      if (fill) await replace(file, earlier, fill);
      this.#written.set(path, hash);
      return fill !== undefined;
    } catch (error) {
      throw new OutputError(`Cannot write ${this.#shown(path)}: ${(error as Error).message}`);
    }
  }

  /** Where a file is, and what is there now. Throws where anything but folders and a file is on the way. */
  async #find(path: string, { make = false } = {}): Promise<{ file: string; earlier?: Stats }> {
    if (!isInside(path)) throw new Error('Its path leads out of the folder, or is none.');
    let file = await this.#root(make);
    const parts = path.split('/');
    for (const [index, part] of parts.entries()) {
      file = join(file, part);
      const shown = this.#shown(parts.slice(0, index + 1).join('/'));
      const isFolder = index < parts.length - 1;
      const found = (await infoOf(file)) ?? (isFolder && make ? await makeFolder(file) : undefined);
      if (found?.isSymbolicLink()) {
        throw new Error(`${shown} is a symbolic link. Remove it, or write to where it leads.`);
      }
      if (found && isFolder && !found.isDirectory()) throw new Error(`${shown} is not a folder. Remove or rename it.`);
      if (!isFolder && found && !found.isFile()) throw new Error('It is not a file. Remove or rename what is there.');
      if (!isFolder) return { file, earlier: found };
      if (!found) return { file: join(file, ...parts.slice(index + 1)) };
    }
    return { file };
  }

  async #root(make: boolean): Promise<string> {
    if (make) await mkdir(this.#path, { recursive: true }).catch(unlessThere);
    const root = await realpath(this.#path);
    if (!(await stat(root)).isDirectory()) throw new Error(`${this.#path} is not a folder. Remove or rename it.`);
    return root;
  }

  #shown(path: string): string {
    const shown = relative('', join(this.#path, path));
    return shown.startsWith('..') || isAbsolute(shown) ? join(this.#path, path) : shown;
  }
}

/** Whether a path names a file inside a folder, on any system. */
export function isInside(path: string): boolean {
  const isWindows = sep === '\\';
  // Windows knows another slash, has drives and streams around a colon, and drops dots and spaces at an end.
  const isOdd = (part: string) =>
    /^\.{0,2}$/.test(part) || part.includes('\0') || (isWindows && /[\\:]|[. ]$/.test(part));
  return !posix.isAbsolute(path) && !path.split('/').some(isOdd);
}

/** The same for two names that only one file can have where case or the form of accents does not count. */
const folded = (path: string) => path.normalize('NFC').toLowerCase();

const infoOf = (file: string): Promise<Stats | undefined> =>
  lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Makes a folder, unless another has been faster. */
async function makeFolder(folder: string): Promise<Stats> {
  await mkdir(folder).catch(unlessThere);
  return lstat(folder);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function hashIn(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  const hash = createHash('sha256');
  for await (const chunk of handle.createReadStream()) hash.update(chunk);
  return hash.digest('base64url');
}

/** Fills a file of another name, which can be no link, and renames it, which follows none. */
async function replace(file: string, earlier: Stats | undefined, fill: (handle: FileHandle) => Promise<void>) {
  // A file that nobody may write to could be replaced all the same.
  if (earlier && !(earlier.mode & 0o222)) throw new Error('It is read-only. Allow writing to it, or remove it.');
  const draft = join(file, '..', `.deepdive-${randomUUID()}.tmp`);
  const handle = await open(draft, 'wx');
  try {
    await fill(handle);
    if (earlier) {
      // Only root may give a file to another user.
      await handle.chown(earlier.uid, earlier.gid).catch(() => {});
      await handle.chmod(earlier.mode & 0o777);
    }
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(draft).catch(() => {});
    throw error;
  }
}
