import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { launch } from 'puppeteer-core';

/**
 * A browser that takes pictures of pages.
 * @typedef {object} Camera
 * @property {string} version
 * @property {(url: string, size: { width: number, height: number }, settle: () => Promise<number>) => Promise<Buffer>} take
 *   the whole page as PNG, once `settle` has run in it, which ends with the page's height
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Camera>} */
async function withPuppeteer(options) {
  const browser = await launch(options);
  return {
    version: (await browser.version()).replace(/^\D*\//, ''),
    async take(url, size, settle) {
      const page = await browser.newPage();
      try {
        // Sets the size, and then more that Firefox 140 does not know and this needs not.
        await page.setViewport({ ...size, deviceScaleFactor: 1 }).catch(() => {});
        await page.goto(url);
        await page.evaluate(settle);
        return Buffer.from(await page.screenshot({ fullPage: true }));
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

const chromium = ({ path }) =>
  withPuppeteer({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--hide-scrollbars',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--disable-font-subpixel-positioning',
      '--force-color-profile=srgb',
    ],
  });

const firefox = ({ path }) =>
  withPuppeteer({
    browser: 'firefox',
    executablePath: path,
    extraPrefsFirefox: {
      'gfx.color_management.mode': 0,
      'gfx.text.disable-aa': false,
      'gfx.font_rendering.fontconfig.max_generic_substitutions': 1,
      'layout.css.devPixelsPerPx': '1',
      'layout.css.scrollbar-width-thin.disabled': true,
      'ui.prefersReducedMotion': 1,
    },
  });

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/**
 * WebKitGTK through its driver (https://www.w3.org/TR/webdriver2/), whose pictures end where the window does: so the page
 * stands in a frame as high as itself, which is taken piece by piece.
 * @returns {Promise<Camera>}
 */
async function webkit({ path, browser: binary }) {
  const port = await freePort();
  const command = ['-a', '-s', '-screen 0 1400x1100x24', path, `--port=${port}`];
  const driver = spawn('xvfb-run', command, { stdio: 'ignore', detached: true });
  const stop = () => {
    try {
      process.kill(-driver.pid);
    } catch {
      // It has gone already.
    }
  };
  process.on('exit', stop);
  const send = async (method, address, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${address}: ${value.error}. ${value.message}`);
    return value;
  };
  for (let tries = 0; tries < 100; tries++) {
    if (await send('GET', '/status').catch(() => false)) break;
    await wait(100);
  }
  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    },
  });
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1320, height: 1090 });
  const run = (script, ...args) => send('POST', `${session}/execute/async`, { script, args });
  await send('POST', `${session}/timeouts`, { script: 60_000 });
  return {
    version: capabilities.browserVersion,
    async take(url, { width, height }, settle) {
      await send('POST', `${session}/url`, { url: new URL('/tests/visual/frame.html', url).href });
      const { error, needed } = await run(open, url, width, height, String(settle));
      if (error) throw new Error(error);
      const whole = new PNG({ width, height: needed });
      for (let top = 0; top < needed; ) {
        await run(scroll, top);
        const piece = PNG.sync.read(Buffer.from(await send('GET', `${session}/screenshot`), 'base64'));
        if (piece.width < width) throw new Error(`The window is ${piece.width} pixels wide, and ${width} are needed.`);
        const rows = Math.min(piece.height, needed - top);
        PNG.bitblt(piece, whole, 0, 0, width, rows, 0, top);
        top += rows;
      }
      return PNG.sync.write(whole);
    },
    async close() {
      await send('DELETE', session).catch(() => {});
      stop();
    },
  };
}

/** Runs in the page around the frame. */
const open = `const [url, width, height, settle, done] = arguments;
  const frame = document.querySelector('iframe');
  frame.style.cssText = 'width: ' + width + 'px; height: ' + height + 'px';
  frame.onload = async () => {
    try {
      const needed = await frame.contentWindow.eval('(' + settle + ')()');
      frame.style.height = needed + 'px';
      done({ needed });
    } catch (error) {
      done({ error: String(error) });
    }
  };
  frame.src = url;`;
const scroll = `const [top, done] = arguments;
  document.querySelector('iframe').style.marginTop = -top + 'px';
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`;

/** Starts an engine of `.ci/engines.mjs`. */
export const start = { Chromium: chromium, Firefox: firefox, WebKit: webkit };
