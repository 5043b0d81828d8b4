import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A server beside that of the tests, which hears whatever is asked of it and says what that was. Each page that asks for
 * its address gets one of its own, since browsers run side by side.
 */
export async function listener() {
  const heard = new Map();
  const server = createServer(({ url }, response) => {
    const [, page, path = ''] = /^\/(\d+)(\/.*)/.exec(url) ?? [];
    response.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
    if (path === '/heard') response.end(JSON.stringify(heard.get(page)?.splice(0) ?? []));
    else {
      heard.set(page, [...(heard.get(page) ?? []), path]);
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  let pages = 0;
  const origin = () => `http://127.0.0.1:${server.address().port}/${++pages}`;
  return {
    name: 'listener',
    serve: ({ path }) => path === '/listener.json' && { body: JSON.stringify({ origin: origin() }), type: 'json' },
  };
}
