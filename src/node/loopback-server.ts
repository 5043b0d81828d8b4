import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Answers a request of this machine.
 * @param path what the address names, decoded: it begins with `/`, no part of it is empty, and none leads up
 */
export type Answer = (path: string, request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Why a request is not answered, in words for its sender. */
interface Refusal {
  status: 400 | 403 | 404 | 405 | 500;
  words: string;
}

export const notFound: Refusal = { status: 404, words: 'There is no such page.' };
const malformed: Refusal = { status: 400, words: 'This address is malformed.' };
const foreignHost: Refusal = {
  status: 403,
  words: 'This server answers this machine only. Open it as localhost or 127.0.0.1.',
};
const foreignPage: Refusal = { status: 403, words: 'This server answers no requests from pages of other sites.' };
const unknownMethod: Refusal = { status: 405, words: 'This server answers GET and HEAD only.' };
const failure: Refusal = { status: 500, words: 'The server failed. The terminal that it runs in says why.' };

/**
 * A server for this machine alone, and for the pages that it serves itself: another site can let a name of its own lead
 * to 127.0.0.1, or include what is served here, and must read none of it. No request ends the process.
 */
export function createLoopbackServer(answer: Answer): Server {
  const report = reporter();
  const server = createServer(async (request, response) => {
    response.on('error', report);
    try {
      // Pages of other origins can neither include what is served here nor have it read as something else.
      response.setHeader('cross-origin-resource-policy', 'same-origin');
      response.setHeader('x-content-type-options', 'nosniff');
      const path = refusalOf(request) ?? pathOf(request.url);
      if (typeof path === 'string') await answer(path, request, response);
      else refuse(response, path);
    } catch (error) {
      report(error);
      if (response.headersSent) response.destroy();
      else refuse(response, failure);
    }
  });
  // A connection that the system cannot accept is such an event, too. Who begins to listen hears of what comes before.
  server.on('listening', () => server.on('error', report));
  return server;
}

/** Begins to listen, and returns the port: for 0, one that is free. */
export async function listen(server: Server, port = 0): Promise<number> {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** Says why there is no answer. */
export function refuse(response: ServerResponse, { status, words }: Refusal): void {
  if (status === 405) response.setHeader('allow', 'GET, HEAD');
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${words}\n`);
}

/** Prints each error once: a page that asks again and again would fill the terminal. */
function reporter(): (error: unknown) => void {
  const printed = new Set<string>();
  return (error) => {
    const words = error instanceof Error ? error.message : String(error);
    if (!printed.has(words)) console.error(`The server failed: ${words}`);
    printed.add(words);
  };
}

function refusalOf({ method, headers, rawHeaders }: IncomingMessage): Refusal | undefined {
  // Of several hosts, Node.js keeps the first, and another reader may keep the last.
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1 || !isLoopback(headers.host)) return foreignHost;
  if (method !== 'GET' && method !== 'HEAD') return unknownMethod;
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  // A link may lead here from anywhere.
  if (site === 'cross-site' && mode !== 'navigate') return foreignPage;
  return origin === undefined || isLoopback(/^https?:\/\/(.*)$/i.exec(origin)?.[1]) ? undefined : foreignPage;
}

/** Whether a host is this machine, under a name that no name server has a say in. Its port may be a forwarded one. */
function isLoopback(host = ''): boolean {
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  return ['localhost', '127.0.0.1', '[::1]'].includes(name) || /^[a-z\d.-]+\.localhost$/.test(name);
}

/** The path that an address names, if a file can have it. */
function pathOf(url = ''): string | Refusal {
  const [path = ''] = url.split(/[?#]/, 1);
  const [start, ...parts] = path.split('/').map(decoded);
  const isMalformed = (part: string | undefined, index: number) =>
    part === undefined || part.includes('\0') || (!part && index < parts.length - 1);
  if (start !== '' || !parts.length || parts.some(isMalformed)) return malformed;
  return parts.some((part) => /^\.\.?$|[/\\]/.test(part!)) ? notFound : `/${parts.join('/')}`;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
