import { basename } from 'node:path';
import type { Browser, LaunchOptions } from 'puppeteer-core';
import type { DrawingServer } from './drawing-server.js';
import { findChromium, findFirefox } from './find-browsers.js';

/** What stands in the way of any drawing: a missing browser or package. Its message says what to do. */
export class DrawingBrowserError extends Error {
  override readonly name = 'DrawingBrowserError';
}

/**
 * Finds the browser that draws.
 * @param named its path, where it is not to be looked for
 * @returns what starts it, so that it reaches the server and nothing else
 * @throws DrawingBrowserError where there is none, or nothing to steer it with
 */
export async function findBrowser(named?: string): Promise<(server: DrawingServer) => Promise<Browser>> {
  const executablePath = named ?? findChromium() ?? findFirefox();
  if (!executablePath) {
    throw new DrawingBrowserError(
      'There is no browser to draw with; looked for Chromium, Chrome and Edge, then Firefox. Install one ' +
        '(`npx playwright install chromium` will do), or name one: --browser PATH, in code `executablePath`, or the ' +
        'variable CHROME_PATH or FIREFOX_PATH.',
    );
  }
  const { launch } = await import('puppeteer-core').catch(() => {
    throw new DrawingBrowserError('Drawing needs puppeteer-core: npm install --save-dev puppeteer-core');
  });
  const settings = /firefox/i.test(basename(executablePath)) ? firefox : chromium;
  return async (server) => {
    try {
      return await launch({ executablePath, protocolTimeout: 0, ...settings(server) });
    } catch (error) {
      throw new DrawingBrowserError(
        `Cannot start ${executablePath}: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
}

/*
 * Whatever is asked for of anybody else, this machine included, goes to our own server as if to a proxy. It refuses. The
 * page's policy allows nothing else either; this is for what a policy does not cover, such as a name that is looked up.
 */

function chromium({ host }: DrawingServer): LaunchOptions {
  return {
    browser: 'chrome',
    args: [
      // Labels are to be as wide as their font says, not as the pixels of this machine have it.
      '--font-render-hinting=none',
      `--proxy-server=http://${host}`,
      `--proxy-bypass-list=<-loopback>;${host}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}

function firefox({ host }: DrawingServer): LaunchOptions {
  const [address, port] = host.split(':');
  return {
    browser: 'firefox',
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': address,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': address,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.dns.disablePrefetch': true,
    },
  };
}
