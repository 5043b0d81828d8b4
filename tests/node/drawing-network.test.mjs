import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { drawDiagrams } from '../../dist/node/draw-diagrams.js';
import { startServer } from '../../dist/node/drawing-server.js';
import { findChromium, findFirefox } from '../../dist/node/find-browsers.js';
import { findBrowser } from '../../dist/node/start-browser.js';

const browsers = Object.entries({ Chromium: findChromium(), Firefox: findFirefox() });

/** A server on another port of this machine, which hears whatever is asked of it. */
async function listen() {
  const heard = [];
  const server = createServer(({ url }, response) => {
    heard.push(url);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('heard');
  }).listen(0);
  await once(server, 'listening');
  return { heard, port: server.address().port, close: () => server.closeAllConnections() ?? server.close() };
}

describe('the browser that draws', () => {
  let listener;
  before(async () => {
    listener = await listen();
  });
  after(() => listener.close());

  for (const [name, executablePath] of browsers) {
    it(`reaches nothing but the server that it draws from (${name})`, { skip: !executablePath }, async () => {
      const server = await startServer();
      const browser = await (await findBrowser(executablePath))(server);
      try {
        const page = await browser.newPage();
        await page.goto(`http://${server.host}/`);
        // A page of its own has no policy.
        await page.goto('about:blank');
        const hosts = ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0'].map((host) => `${host}:${listener.port}`);
        const addresses = [...hosts, '169.254.169.254', 'example.com'].map((host) => `http://${host}/fetched`);
        const answers = await page.evaluate(
          (all) =>
            Promise.all(
              all.map(async (address) => {
                const image = new Image();
                image.src = address;
                await image.decode().catch(() => {});
                const answer = await fetch(address, { mode: 'no-cors' }).then(
                  ({ type }) => type,
                  () => 'refused',
                );
                return answer;
              }),
            ),
          addresses,
        );
        // Asked as a proxy the server says no more than that it refuses.
        assert.ok(answers.every((answer) => ['refused', 'opaque'].includes(answer)));
        for (const address of addresses) {
          const response = await page.goto(address).catch(() => null);
          assert.ok(response === null || response.status() === 403, `${address} ${response?.status()}`);
        }
        const socket = await page.evaluate(
          (address) =>
            new Promise((resolve) => {
              const one = new WebSocket(address);
              one.onerror = () => resolve('refused');
              one.onopen = () => resolve('open');
            }),
          `ws://127.0.0.1:${listener.port}/socket`,
        );
        assert.equal(socket, 'refused');
      } finally {
        await browser.close();
        server.close();
      }
      assert.deepEqual(listener.heard, []);
    });

    it(`draws diagrams that name addresses, and tells of each (${name})`, { skip: !executablePath }, async () => {
      const address = `http://127.0.0.1:${listener.port}/drawn`;
      const sources = [
        `graph LR\n  A@{ img: "${address}" } --> B[Browser]`,
        `%%{init: {"themeCSS": "* { background: url(${address}) }"}}%%\ngraph LR\n  A --> B`,
        `sequenceDiagram\n  A->>B: x\n  properties A: {"icon": "${address}"}`,
        `stateDiagram-v2\n  classDef x background:ur;l(${address})\n  A --> B\n  class A x`,
      ];
      const page = sources.map((source) => `<architecture-diagram><pre>\n${source}\n</pre></architecture-diagram>`);
      const { html, drawn, failures } = await drawDiagrams(page.join('\n'), { executablePath });
      assert.equal(drawn, sources.length);
      assert.match(html, /^<architecture-diagram><svg slot="drawing".*>Browser<.*?<\/svg><pre>/s);
      assert.deepEqual(
        failures.map(({ line }) => line),
        [3, 6, 13, 17],
      );
      for (const { message } of failures) {
        assert.match(
          message,
          /^The drawing leaves out what a browser would fetch: “.*\/drawn\)?”.* Remove it from the source\.$/,
        );
      }
      assert.doesNotMatch(html.replaceAll(/<pre>.*?<\/pre>/gs, ''), /drawn/);
      assert.deepEqual(listener.heard, []);
    });
  }
});

describe('the server that is drawn from', () => {
  let server;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());

  /** Sends a path as it is. */
  const ask = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      const [host, port] = server.host.split(':');
      request({ host, port, path, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
        .on('error', reject)
        .end();
    });

  it('serves the page, the modules that draw, and Mermaid', async () => {
    for (const path of ['/', '/page.js', '/deepdive/diagrams/draw.js', '/deepdive/cdn/mermaid.js']) {
      assert.equal(await ask(path), 200, path);
    }
  });

  it('serves nothing else, and survives whatever is asked', async () => {
    const paths = [
      '//',
      '/%E0%A4%A',
      '/%',
      '/deepdive/%E0%A4%A.js',
      '/deepdive/diagrams/../../package.json',
      '/deepdive/diagrams/..%2f..%2fpackage.json',
      '/deepdive/diagrams/%2e%2e/node/deepdive.js',
      '/deepdive/node/deepdive.js',
      '/deepdive/deepdive.css',
      '/deepdive/diagrams/none.js',
      '/deepdive/cdn/../../package.json',
      '/deepdive/cdn/deepdive.js',
      '/deepdive/cdn/chunks/../../node/deepdive.js',
      '/deepdive/cdn/chunks//etc/passwd',
      '/__proto__/x',
      '/constructor/x.js',
      '*',
      'http://',
      'http://example.com/',
    ];
    for (const path of paths) assert.ok([403, 404].includes(await ask(path)), path);
    assert.equal(await ask('/'), 200);
  });

  it('answers to its own address alone', async () => {
    for (const host of ['example.com', 'localhost', '127.0.0.1', `localhost:${server.host.split(':')[1]}`]) {
      assert.equal(await ask('/', { host }), 403, host);
    }
  });

  it('opens no way through to others', async () => {
    const [host, port] = server.host.split(':');
    const socket = connect(Number(port), host);
    // To hang up is an answer, too, and `once` would reject then.
    const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
    socket.write('CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\n');
    const answer = [];
    socket.on('data', (data) => answer.push(data));
    await closed;
    assert.deepEqual(answer, []);
  });
});
