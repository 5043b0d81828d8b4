import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** Serves the page that draws. */
export interface DrawingServer {
  /** Its address and port. */
  host: string;
  close(): void;
}

const page = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';

const script = `import { draw } from '/deepdive/diagrams/draw.js';
import mermaid from '/deepdive/cdn/mermaid.js';

globalThis.drawing = async ({ source, ...settings }) => {
  try {
    let notice;
    const tell = (one) => { notice = one; };
    const svg = await draw(source, { ...settings, tell, load: async () => mermaid });
    const drawn = new DOMParser().parseFromString(svg, 'text/html');
    const { title } = JSON.parse(drawn.querySelector('metadata').textContent);
    return { svg, title, hasLinks: drawn.querySelector('a') !== null, notice };
  } catch ({ message, line }) {
    return { message, line };
  }
};`;

/** Nothing but the modules. Mermaid sets styles. */
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const prefix = '/deepdive';
/** A file has no other way to be asked for than by its own name. */
const files = /^\/deepdive\/(?:(?:diagrams|internal|cdn\/chunks)\/[\w.-]+|cdn\/mermaid)\.js$/;
const folder = fileURLToPath(new URL('../', import.meta.url));

/** Serves the page and this package's modules for drawing, Mermaid among them, to the browser that draws and to nobody else. */
export async function startServer(): Promise<DrawingServer> {
  const send = sirv(folder, { dev: true });
  const refuse = (response: ServerResponse, status: number): void => {
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => {
    // A page of another name that leads to this machine is not ours; nor is what comes as if to a proxy.
    if (request.headers.host !== host) return refuse(response, 403);
    const path = (request.url ?? '').replace(`http://${host}`, '');
    response.setHeader('content-security-policy', policy);
    if (path === '/') return response.setHeader('content-type', 'text/html').end(page);
    if (path === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (!files.test(path)) return refuse(response, 404);
    request.url = path.slice(prefix.length);
    return send(request, response, () => refuse(response, 404));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
