// Plain JavaScript, because `.ci` uses it before anything is built.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

/**
 * The first of these programs that is there: a path, or a name looked for in PATH.
 * @param {(string | undefined)[]} candidates
 */
export function find(...candidates) {
  const folders = (env['PATH'] ?? '').split(delimiter);
  return candidates
    .flatMap((name) => name || [])
    .flatMap((name) => (/[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find((path) => existsSync(path));
}

/** What Playwright has downloaded for itself, newest first. */
function playwrightChromium() {
  const folders = [
    env['PLAYWRIGHT_BROWSERS_PATH'] ?? '',
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
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
const windows = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((path) => path ?? []);

/** Chromium, Chrome or Edge; `CHROME_PATH` names another. */
export function findChromium() {
  return find(
    env['CHROME_PATH'],
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
  );
}

/** Firefox; `FIREFOX_PATH` names another. */
export function findFirefox() {
  return find(
    env['FIREFOX_PATH'],
    'firefox',
    'firefox-esr',
    ...applications.map((folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`),
    ...windows.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  );
}
