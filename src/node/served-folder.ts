import { constants, type ReadStream } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import sirv from 'sirv';

/** Serves the files of a folder: none that is hidden, and none that a link has outside of it. */
export class ServedFolder {
  readonly #path: string;
  readonly #serve: ReturnType<typeof sirv>;

  constructor(path: string) {
    this.#path = resolve(path);
    this.#serve = sirv(this.#path, { dev: true, dotfiles: true, etag: true, extensions: [] });
  }

  /** Where a file is, if the folder has it: `/a.css`, as the server has decoded it. */
  async find(path: string): Promise<string | undefined> {
    try {
      const [root, file] = await Promise.all([realpath(this.#path), realpath(this.#path + path)]);
      const inside = relative(root, file);
      // What leads out of the folder begins with a dot, too, or with another drive.
      const isHidden = [...inside.split(sep), ...path.split('/')].some((part) => part.startsWith('.'));
      if (isHidden || isAbsolute(inside) || path.endsWith('/') || !(await stat(file)).isFile()) return undefined;
      await access(file, constants.R_OK);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
      return undefined;
    }
  }

  /** Sends a file that has been found. Rejects where it cannot be read after all. */
  async send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('accept-ranges', 'bytes');
    // sirv reads other forms, and conditions, in ways of its own; any range may be answered with the whole.
    const { range, 'if-range': condition } = request.headers;
    const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    if (start === undefined || condition !== undefined || (end && Number(end) < Number(start))) {
      delete request.headers.range;
    }
    // sirv leaves both to its user: an error would end the process, and a reader who leaves would keep the file open.
    const ended = new Promise<void>((resolve, reject) => {
      response.once('pipe', (file: ReadStream) => {
        file.on('error', reject);
        response.on('close', () => file.destroy());
      });
      response.once('close', resolve);
    });
    this.#serve(withPath(request, path), response);
    await ended;
  }
}

/** The request for a path, in the form in which Polka's middleware hand it to each other: a name may have `#` in it. */
function withPath(request: IncomingMessage, path: string): IncomingMessage {
  const pathname = path.replaceAll('%', '%25');
  return Object.assign(request, { _parsedUrl: { raw: request.url, pathname } });
}
