import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, normalize, relative, sep } from 'node:path';
import { percentDecoded, percentEncoded } from '../internal/percent.js';
import { isMedia } from './site/file-types.js';

/** What Vite reads files from. */
export interface MediaFolders {
  root: string;
  publicDir: string;
  /** What Vite may read: its `server.fs.allow`. */
  allow: readonly string[];
}

/** What becomes of the address of a picture, a video or a sound. */
export interface Media {
  /** Leads Vite to the same file that was looked at; nothing where it must not read that. */
  address?: string;
  /** The file beside the writeup, where there is one. */
  file?: string;
  /** Why there is no address. */
  refusal?: string;
}

/**
 * Looks at a file that a writeup shows, before Vite does: that reads, and publishes, whatever an address leads to.
 * @param folder of the writeup
 */
export function mediaAt(address: string, folder: string, { root, publicDir, allow }: MediaFolders): Media {
  if (/^(?:https?:)?\/\/|^#|^$/.test(address)) return { address };
  const [, written = '', fragment = ''] = /^([^?#]*)[^#]*(.*)$/s.exec(address) ?? [];
  const isRooted = written.startsWith('/');
  const path = normalize(percentDecoded(written));
  if (!written || /[?#\0]/.test(path)) return { refusal: 'Vite cannot read it: give it a name without “?” and “#”' };
  const kept = percentEncoded(path.split(sep).join('/')) + fragment;
  if (isRooted && publicDir && existsSync(join(publicDir, path))) return { address: kept };
  const file = join(isRooted ? root : folder, path);
  const refusal = refusalOf(file, allow);
  if (refusal === undefined) return { address: kept };
  return refusal ? { refusal } : { address: kept, file };
}

/** Why a file must not be read: empty where it may be, nothing where there is none. */
function refusalOf(file: string, allow: readonly string[]): string | undefined {
  try {
    if (!statSync(file).isFile()) return 'It is a folder: name a file in it';
    const real = realpathSync(file);
    if (!isMedia(file) || !isMedia(real)) return 'It is no picture, video or sound: write a link to it instead';
    const isAllowed = allow.some((one) => existsSync(one) && isInside(realpathSync(one), real));
    return isAllowed ? '' : 'Vite may not read it: move it into the project, or add its folder to server.fs.allow';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : 'Cannot read it: check its name';
  }
}

const isInside = (folder: string, file: string) => {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith(`..${sep}`) && path !== '..' && !/^(?:[a-z]:)?[\\/]/i.test(path);
};
