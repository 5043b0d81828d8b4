/** Finds the browser engines of this machine. Uses Node alone, since it runs before anything is installed. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

/** The first of these programs that is there: a path, or a name looked for in PATH. */
function find(...candidates) {
  const folders = (env.PATH ?? '').split(delimiter);
  return candidates
    .filter(Boolean)
    .flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(existsSync);
}

/** What Playwright has downloaded for itself, newest first. */
function playwrightChromium() {
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(env.LOCALAPPDATA ?? '', 'ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => inside.map((path) => join(folder, name, path))),
  );
}

const applications = ['/Applications', join(homedir(), 'Applications')];
const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);

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
      path: find(
        env.CHROME_PATH,
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
        ...applications.flatMap((folder) => [
          `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
          `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
        ]),
        ...windows.flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]),
        ...playwrightChromium(),
      ),
      debian: ['chromium'],
    },
    {
      name: 'Firefox',
      path: find(
        env.FIREFOX_PATH,
        'firefox',
        'firefox-esr',
        ...applications.map((folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`),
        ...windows.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
      ),
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
