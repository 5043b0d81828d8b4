import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server beside that of the tests, which hears whatever is asked of it and says what that was. */
export async function listener() {
  const heard = [];
  const server = createServer(({ url }, response) => {
    response.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
    if (url === '/heard') response.end(JSON.stringify(heard.splice(0)));
    else {
      heard.push(url);
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    name: 'listener',
    serve: ({ path }) => path === '/listener.json' && { body: JSON.stringify({ origin }), type: 'json' },
  };
}
