import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs, { linkSync, mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { request } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLoopbackServer, listen } from '../../dist/node/loopback-server.js';
import { PageServer } from '../../dist/node/site/server.js';
import { useFolder } from './run-deepdive.mjs';

const { folder, write } = useFolder();

let server;
let port;
before(async () => {
  write('site/index.html', '<!doctype html><body><p>Home</p></body>');
  write('site/sub/page.html', '<!doctype html><p>A draft');
  write('site/sub/index.html', '<!doctype html><p>Below');
  write('site/style.css', 'p { color: green; }');
  write('site/c#?%41 é,@.txt', 'Odd name');
  write('site/.secret.txt', 'Hidden');
  write('site/.git/config', 'Hidden');
  write('outside/secret.html', 'Outside');
  symlinkSync(join(folder, 'outside/secret.html'), join(folder, 'site/link.html'));
  symlinkSync(join(folder, 'outside'), join(folder, 'site/linked'));
  symlinkSync('.git/config', join(folder, 'site/config.txt'));
  symlinkSync('style.css', join(folder, 'site/same.css'));
  symlinkSync('loop.txt', join(folder, 'site/loop.txt'));
  server = new PageServer(join(folder, 'site'));
  port = new URL(await server.listen(0)).port;
});
after(() => server?.close());

/** Sends these very bytes, and returns all that comes back: of an answer that does not end, the head. */
async function sent(bytes, { isAll = false } = {}) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => {
    received += text;
    if (/text\/event-stream[\s\S]*\r\n\r\n/.test(received)) socket.destroy();
  });
  // The server may hang up before it has read all. `once` would reject then.
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  socket.write(bytes);
  // Some requests have no end that the server would see.
  if (isAll) socket.end();
  await closed;
  return received;
}

const get = (path, headers = {}, method = 'GET') => {
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`));
  return sent(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
};
const statusOf = (answer) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const bodyOf = (answer) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

describe('the server of deepdive build --watch', () => {
  it('answers every address, and serves nothing but the files of its folder', async () => {
    const table = {
      '/': 200,
      '/index.html': 200,
      '/style.css': 200,
      '/style.css?v=1#x': 200,
      '/sub/page': 200,
      '/sub/page.html': 200,
      '/sub/': 200,
      '/sub': 302,
      '/same.css': 200,
      '/c%23%3F%2541%20%C3%A9%2C%40.txt': 200,
      '/c%23%3F%2541%20%c3%a9,@.txt': 200,
      '/__deepdive/reload.js': 200,
      '/absent': 404,
      '/style.css/': 404,
      '/style.css/x': 404,
      // Ways out.
      '/../outside/secret.html': 404,
      '/sub/../../outside/secret.html': 404,
      '/..%2foutside/secret.html': 404,
      '/%2e%2e/outside/secret.html': 404,
      '/%2e%2e%2foutside%2fsecret.html': 404,
      '/..\\outside\\secret.html': 404,
      '/..%5coutside%5csecret.html': 404,
      '/%252e%252e/outside/secret.html': 404,
      '/link.html': 404,
      '/link': 404,
      '/linked/secret.html': 404,
      '/linked/secret': 404,
      '/loop.txt': 404,
      [`/${'x'.repeat(5000)}`]: 404,
      // Hidden.
      '/.secret.txt': 404,
      '/%2esecret.txt': 404,
      '/.git/config': 404,
      '/sub/%2e%2e/.git/config': 404,
      '/config.txt': 404,
      '/./style.css': 404,
      // Malformed.
      '//': 400,
      '///': 400,
      '//style.css': 400,
      '//example.com/style.css': 400,
      '/sub//page.html': 400,
      '/%E0%A4%A': 400,
      '/%': 400,
      '/%zz': 400,
      '/%ff': 400,
      '/style.css%00': 400,
      '/%00': 400,
      '*': 400,
      'style.css': 400,
      'http://': 400,
      '?': 400,
      'http://example.com/style.css': 400,
    };
    const found = {};
    for (const path of Object.keys(table)) found[path] = statusOf(await get(path));
    assert.deepEqual(found, table);
  });

  it('answers no host but this machine', async () => {
    const table = {
      localhost: 200,
      'localhost:4747': 200,
      'LOCALHOST:1': 200,
      'docs.localhost:4747': 200,
      '127.0.0.1': 200,
      '[::1]:4747': 200,
      'example.com': 403,
      'example.com:4747': 403,
      'localhost.example.com': 403,
      'x-localhost': 403,
      '127.0.0.1.example.com': 403,
      '127.0.0.1:4747:x': 403,
      'localhost:4747@example.com': 403,
      'localhost/x': 403,
      'user@localhost': 403,
      '.localhost': 403,
      '192.168.1.2': 403,
      '0.0.0.0': 403,
      '[::2]': 403,
      '': 403,
    };
    const found = {};
    for (const host of Object.keys(table)) {
      const answer = await get('/', { Host: host });
      found[host] = statusOf(answer);
      assert.equal(/Home/.test(answer), table[host] === 200, host);
    }
    assert.deepEqual(found, table);
    const both = ['localhost', 'example.com'];
    assert.equal(statusOf(await get('/', { Host: both })), 403);
    assert.equal(statusOf(await get('/', { Host: both.toReversed() })), 403);
    assert.equal(statusOf(await sent('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')), 400);
    assert.equal(statusOf(await sent('GET / HTTP/1.0\r\n\r\n')), 403);
    assert.match(bodyOf(await get('/', { Host: 'example.com' })), /Open it as localhost/);
  });

  it('answers no page of another site, and lets no other origin read or include what it serves', async () => {
    const changes = '/__deepdive/changes';
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    for (const [path, headers, status] of [
      [changes, {}, 200],
      [changes, { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, 200],
      [changes, { Origin: `http://localhost:${port}` }, 200],
      [changes, { ...foreign, 'Sec-Fetch-Mode': 'cors' }, 403],
      [changes, foreign, 403],
      [changes, { Origin: 'https://example.com' }, 403],
      [changes, { Origin: 'http://localhost.example.com' }, 403],
      [changes, { Origin: 'null' }, 403],
      [changes, { Origin: 'chrome-extension://x' }, 403],
      ['/style.css', { ...foreign, 'Sec-Fetch-Mode': 'no-cors' }, 403],
      ['/', { ...foreign, 'Sec-Fetch-Mode': 'navigate' }, 200],
      ['/', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }, 200],
    ]) {
      const answer = await get(path, headers);
      assert.equal(statusOf(answer), status, `${path} ${JSON.stringify(headers)}`);
      assert.doesNotMatch(answer, /access-control-allow/i);
      assert.match(answer, /cross-origin-resource-policy: same-origin/i);
    }
  });

  it('reads only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
      const answer = await get('/', {}, method);
      assert.equal(statusOf(answer), 405, method);
      assert.match(answer, /allow: GET, HEAD/i);
    }
    for (const path of ['/', '/style.css', '/__deepdive/reload.js', '/__deepdive/changes', '/absent']) {
      const answer = await get(path, {}, 'HEAD');
      assert.equal(statusOf(answer), path === '/absent' ? 404 : 200, path);
      assert.equal(bodyOf(answer), '', path);
    }
  });

  it('adds its script to pages, and to nothing else', async () => {
    const tag = '<script type="module" src="/__deepdive/reload.js"></script>';
    assert.equal(bodyOf(await get('/sub/page')), `<!doctype html><p>A draft${tag}`);
    for (const path of ['/absent"><script>alert(1)</script>', '/absent%22%3E%3Cscript%3Ealert(1)%3C/script%3E']) {
      assert.doesNotMatch(await get(path), /script/);
    }
    assert.equal(bodyOf(await get('/style.css')), 'p { color: green; }');
  });

  it('leads from a folder to its page, and never to another host', async () => {
    assert.match(await get('/sub'), /location: \.\/sub\/\r\n/i);
    assert.equal(statusOf(await get('//example.com/%2e%2e')), 400);
  });

  it('keeps nothing in the browser that may have changed', async () => {
    assert.match(await get('/'), /cache-control: no-store/i);
    const [, tag] = /etag: (\S+)/i.exec(await get('/style.css'));
    assert.equal(statusOf(await get('/style.css', { 'If-None-Match': tag })), 304);
    write('site/style.css', 'p { color: red; }');
    assert.equal(statusOf(await get('/style.css', { 'If-None-Match': tag })), 200);
    write('site/style.css', 'p { color: green; }');
  });

  it('sends parts of a file, or all of it where a range makes no sense', async () => {
    const all = 'p { color: green; }';
    for (const [range, status, body] of [
      ['bytes=2-4', 206, all.slice(2, 5)],
      ['bytes=4-', 206, all.slice(4)],
      ['bytes=4-1000', 206, all.slice(4)],
      ['bytes=1000-', 416, ''],
      ['bytes=-3', 200, all],
      ['bytes=5-2', 200, all],
      ['bytes=0-1,3-4', 200, all],
      ['bytes=', 200, all],
      ['lines=1-2', 200, all],
      ['bytes=99999999999999999999-', 416, ''],
    ]) {
      const answer = await get('/style.css', { Range: range });
      assert.deepEqual([range, statusOf(answer), bodyOf(answer)], [range, status, body]);
    }
    assert.equal(statusOf(await get('/style.css', { Range: 'bytes=2-4', 'If-Range': '"other"' })), 200);
  });

  it('outlives whatever a request sends', async () => {
    const host = `Host: 127.0.0.1:${port}`;
    for (const [name, bytes] of [
      ['no request', '\r\n\r\n'],
      ['noise', Buffer.from([0, 255, 22, 3, 1, 0, 1])],
      ['no version', 'GET /\r\n\r\n'],
      ['another version', `GET / HTTP/9.9\r\n${host}\r\n\r\n`],
      ['an unknown method', `BREW / HTTP/1.1\r\n${host}\r\n\r\n`],
      ['a space in the address', `GET /a b HTTP/1.1\r\n${host}\r\n\r\n`],
      ['bytes above ASCII', Buffer.from(`GET /\xff\xfe HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`, 'latin1')],
      ['a huge header', `GET / HTTP/1.1\r\n${host}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
      ['a huge address', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n\r\n`],
      ['a header without a name', `GET / HTTP/1.1\r\n${host}\r\n: x\r\n\r\n`],
      ['two lengths', `GET / HTTP/1.1\r\n${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`],
      ['a bad chunk', `GET / HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`],
      ['a socket', `GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`],
      ['a tunnel', `CONNECT example.com:443 HTTP/1.1\r\n${host}\r\n\r\n`],
      ['an expectation', `GET / HTTP/1.1\r\n${host}\r\nExpect: the-impossible\r\nConnection: close\r\n\r\n`],
      ['many at once', `GET /style.css HTTP/1.1\r\n${host}\r\n\r\n`.repeat(50)],
    ]) {
      await sent(bytes, { isAll: true });
      assert.equal(statusOf(await get('/')), 200, name);
    }
  });

  it('outlives readers who leave early', async () => {
    for (const path of ['/__deepdive/changes', '/style.css', '/', '/__deepdive/reload.js']) {
      for (const leave of ['destroy', 'resetAndDestroy']) {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        await once(socket, 'connect');
        socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
        if (path === '/__deepdive/changes') await once(socket, 'data');
        socket[leave]();
        server.tell(['index.html']);
      }
    }
    server.tell(['index.html']);
    assert.equal(statusOf(await get('/')), 200);
  });

  it('hands on decoded paths, and none that leads up', async (test) => {
    const seen = [];
    const other = createLoopbackServer((path, _, response) => {
      seen.push(path);
      response.end();
    });
    test.after(() => other.close());
    const otherPort = await listen(other);
    for (const path of ['/', '/a%20b/c?d', '/..%2fx', '/%2e%2e/x', '/../x', '/.', '/a%5cb', '/a/..']) {
      // Unlike fetch, this sends a path as it is.
      const [response] = await once(request({ port: otherPort, path }).end(), 'response');
      response.resume();
    }
    assert.deepEqual(seen, ['/', '/a b/c']);
  });

  it('says once what it could not read, and goes on', async (test) => {
    const said = test.mock.method(console, 'error', () => {});
    const failing = createLoopbackServer((path) => {
      if (path === '/later') return Promise.reject(new Error('Later'));
      throw new Error(path);
    });
    test.after(() => failing.close());
    const address = `http://127.0.0.1:${await listen(failing)}`;
    for (const path of ['/now', '/now', '/later']) {
      const answer = await fetch(address + path);
      assert.equal(answer.status, 500);
      assert.doesNotMatch(await answer.text(), /now|later|Error/i, 'what failed is for the terminal');
    }
    // Such as a connection too many for the system.
    failing.emit('error', new Error('accept EMFILE'));
    assert.deepEqual(
      said.mock.calls.map(({ arguments: [words] }) => words),
      ['/now', 'Later', 'accept EMFILE'].map((words) => `The server failed: ${words}`),
    );
  });

  it('outlives a file that is gone when it is to be sent', async (test) => {
    const said = test.mock.method(console, 'error', () => {});
    const open = fs.createReadStream;
    test.after(() => {
      fs.createReadStream = open;
      syncBuiltinESMExports();
    });
    fs.createReadStream = (path, options) => open(`${path}.gone`, options);
    syncBuiltinESMExports();
    assert.equal(bodyOf(await get('/style.css')), '');
    assert.match(said.mock.calls[0].arguments[0], /^The server failed: ENOENT.*style\.css/);
    assert.equal(statusOf(await get('/')), 200);
  });

  it('serves a folder that is not there yet, or not any more', async () => {
    const other = new PageServer(join(folder, 'later'));
    const address = await other.listen(0);
    assert.equal((await fetch(address)).status, 404);
    mkdirSync(join(folder, 'later'));
    linkSync(join(folder, 'site/index.html'), join(folder, 'later/index.html'));
    assert.equal((await fetch(address)).status, 200);
    unlinkSync(join(folder, 'later/index.html'));
    assert.equal((await fetch(address)).status, 404);
    other.close();
  });

  it('says on which port it cannot listen', async () => {
    const other = new PageServer(folder);
    await assert.rejects(other.listen(Number(port)), {
      name: 'UsageError',
      message: new RegExp(`^Cannot listen on port ${port}: .*EADDRINUSE.*\\. Choose another with --port\\.$`),
    });
  });
});
