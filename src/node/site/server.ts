import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import sirv from 'sirv';
import { UsageError } from '../usage-error.js';

/** Where the first server of a machine listens; others take the next that is free. */
const firstPort = 4747;

const paths = { changes: '/__deepdive/changes', script: '/__deepdive/reload.js' };
const tag = `<script type="module" src="${paths.script}"></script>`;

/** Serves the pages of a folder to this machine, and lets them load again when they have changed. */
export class PageServer {
  readonly #folder: string;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();

  constructor(folder: string) {
    this.#folder = folder;
    const files = sirv(folder, { dev: true });
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const pass = () =>
        files(request, response, () => {
          response.writeHead(404).end('There is no such page.');
        });
      this.#answer(pathname, response, pass).catch(() => response.writeHead(500).end());
    });
  }

  /**
   * Begins to listen, and returns the address.
   * @param port where, if that is told
   */
  async listen(port?: number): Promise<string> {
    for (let tried = port ?? firstPort; ; tried++) {
      try {
        await once(this.#server.listen(tried, '127.0.0.1'), 'listening');
        return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
      } catch (error) {
        const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
        if (isTaken && port === undefined && tried < firstPort + 20) continue;
        throw new UsageError(`Port ${tried} cannot be listened at: ${(error as Error).message}. Give --port another.`);
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

  async #answer(path: string, response: ServerResponse, pass: () => void): Promise<void> {
    if (decodeURIComponent(path).includes('/.')) {
      response.writeHead(404).end();
    } else if (path === paths.changes) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('\n');
      this.#listeners.add(response);
      response.on('close', () => this.#listeners.delete(response));
    } else if (path === paths.script) {
      response.setHeader('content-type', 'text/javascript');
      response.end(await readFile(new URL('browser/reload.js', import.meta.url)));
    } else {
      const page = await this.#page(path);
      if (page === undefined) return pass();
      // Only what is served has it, not what is written.
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(page.replace(/(?=<\/body>(?![\s\S]*<\/body>))|$/, () => tag));
    }
    return undefined;
  }

  /** The page at an address, if there is one. */
  async #page(path: string): Promise<string | undefined> {
    const inside = posix.normalize(decodeURIComponent(path));
    const names = inside.endsWith('/') ? [`${inside}index.html`] : [inside, `${inside}.html`];
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      const page = await readFile(join(this.#folder, name), 'utf8').catch(() => undefined);
      if (page !== undefined) return page;
    }
    return undefined;
  }
}
