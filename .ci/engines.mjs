/** Finds the browser engines of this machine. Uses Node alone, since it runs before anything is installed. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { find, findChromium, findFirefox } from '../src/node/find-browsers.js';

/** WebKitGTK's own browser, which its driver steers. */
function miniBrowser() {
  for (const library of ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter(existsSync)) {
    const folders = ['', ...readdirSync(library).filter((name) => name.endsWith('-linux-gnu'))];
    const found = find(
      ...folders.flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => join(library, folder, name, 'MiniBrowser')),
      ),
    );
    if (found) return found;
  }
}

/**
 * @returns {{ name: 'Chromium' | 'Firefox' | 'WebKit', path?: string, browser?: string, debian: string[] }[]} every
 * engine; `path` is what starts it or its driver, absent where it is not on this machine
 */
export function findEngines() {
  // It needs a display, real or virtual.
  const webKitDriver = (env.DISPLAY || find('xvfb-run')) && find(env.WEBKIT_DRIVER, 'WebKitWebDriver');
  const browser = webKitDriver && miniBrowser();
  return [
    {
      name: 'Chromium',
      path: findChromium(),
      debian: ['chromium'],
    },
    {
      name: 'Firefox',
      path: findFirefox(),
      debian: ['firefox-esr'],
    },
    {
      name: 'WebKit',
      path: browser ? webKitDriver : find('/usr/bin/safaridriver'),
      browser,
      debian: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    },
  ];
}
