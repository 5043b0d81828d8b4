import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { posix } from 'node:path';
import { createLoopbackServer, listen, notFound, refuse } from '../loopback-server.js';
import { ServedFolder } from '../served-folder.js';
import { UsageError } from '../usage-error.js';

/** Where the first server of a machine listens; others take the next port that is free. */
const firstPort = 4747;

const paths = { changes: '/__deepdive/changes', script: '/__deepdive/reload.js' };
const tag = `<script type="module" src="${paths.script}"></script>`;

/** Serves the pages of a folder to this machine, and lets them load again when they have changed. */
export class PageServer {
  readonly #folder: ServedFolder;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();

  constructor(folder: string) {
    this.#folder = new ServedFolder(folder);
    this.#server = createLoopbackServer((path, request, response) => this.#answer(path, request, response));
  }

  /**
   * Begins to listen, and returns the address.
   * @param port where; by default, the first port that is free from 4747 on
   */
  async listen(port?: number): Promise<string> {
    for (let tried = port ?? firstPort; ; tried++) {
      try {
        return `http://127.0.0.1:${await listen(this.#server, tried)}/`;
      } catch (error) {
        const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
        if (isTaken && port === undefined && tried < firstPort + 20) continue;
        throw new UsageError(
          `Cannot listen on port ${tried}: ${(error as Error).message}. Choose another with --port.`,
        );
      }
    }
  }

  /** Lets the pages that are open know which files of the folder have changed. */
  tell(files: readonly string[]): void {
    for (const listener of this.#listeners) listener.write(`data: ${JSON.stringify(files)}\n\n`);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path === paths.changes) return this.#listen(request, response);
    if (path === paths.script) {
      const script = await readFile(new URL('browser/reload.js', import.meta.url));
      return send(response, 'text/javascript', script);
    }
    for (const name of namesOf(path)) {
      const file = await this.#folder.find(name);
      if (file === undefined) continue;
      if (isIndexOf(name, path)) return redirect(response, path);
      if (!name.endsWith('.html')) return this.#folder.send(name, request, response);
      // Only what is served has the script, not what is written. Parsers put what follows the page into its body.
      return send(response, 'text/html; charset=utf-8', `${await readFile(file, 'utf8')}${tag}`);
    }
    refuse(response, notFound);
  }

  #listen({ method }: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    if (method === 'HEAD') {
      response.end();
      return;
    }
    response.write('\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }
}

/** The files that an address can mean, the likeliest first. */
const namesOf = (path: string) =>
  path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];

/** Whether the address of a folder lacks the slash without which the links of its page lead elsewhere. */
const isIndexOf = (name: string, path: string) => name === `${path}/index.html`;

function redirect(response: ServerResponse, path: string): void {
  const location = `./${encodeURIComponent(posix.basename(path))}/`;
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}

function send(response: ServerResponse, type: string, content: string | Uint8Array): void {
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(content), 'cache-control': 'no-store' };
  response.writeHead(200, headers).end(content);
}
