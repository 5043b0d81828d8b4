/**
 * The applications of this folder, as `build.mjs` has built them, in one engine: what a framework does with elements is script,
 * which is the same in all. `ENGINES=firefox` takes another.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import config, { freePort, spawnUntilExit } from '../../web-test-runner.config.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const { workspaces } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const settingsOf = (name) => JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
const named = process.env.APPS?.split(',');
const apps = workspaces.filter((name) => name !== 'study' && (!named || named.includes(name)));

/** What keeps the errors of a page for the test, from its first script on. */
const watch = `<script>
  errors = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  for (const name of ['error', 'warn']) {
    const write = console[name];
    console[name] = (...words) => { errors.push(words.join(' ')); write(...words); };
  }
</script>`;
const watched = (html) => html.replace(/<head\b[^>]*>/, (head) => head + watch);

/** A server of its own, such as `next start`, where an application has one: at `/frameworks/<name>` too. */
async function startServer(name) {
  const { scripts = {} } = settingsOf(name);
  if (!scripts.serve) return undefined;
  const port = await freePort();
  spawnUntilExit(['npm', 'run', '--silent', 'serve'], {
    cwd: join(folder, name),
    env: { ...process.env, PORT: String(port), HOSTNAME: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(`${origin}/frameworks/${name}`).catch(() => undefined)) return origin;
    await wait(100);
  }
  throw new Error(`${name}: no answer from its server.`);
}

const servers = Object.fromEntries(await Promise.all(apps.map(async (name) => [name, await startServer(name)])));
const types = { '.html': 'html', '.js': 'js', '.css': 'css', '.json': 'json', '.svg': 'svg' };

export default {
  ...config,
  groups: undefined,
  browsers: config.browsers.slice(0, 1),
  files: ['tests/frameworks/*.test.ts'],
  middleware: [
    async (context, next) => {
      const [, name, path] = context.path.match(/^\/frameworks\/([^/]+)\/?(.*)$/) ?? [];
      if (!name) return next();
      if (servers[name]) {
        const answer = await fetch(servers[name] + context.url, { headers: { accept: context.get('accept') } });
        const type = answer.headers.get('content-type') ?? '';
        context.status = answer.status;
        context.set('content-type', type);
        context.body = type.startsWith('text/html')
          ? watched(await answer.text())
          : Buffer.from(await answer.arrayBuffer());
        return;
      }
      // What is not built is served as it is.
      const place = join(folder, name, existsSync(join(folder, name, 'dist')) && apps.includes(name) ? 'dist' : '');
      const file = join(place, path || 'index.html');
      if (!existsSync(file)) return next();
      context.type = types[extname(file)] ?? extname(file);
      context.body = extname(file) === '.html' ? watched(readFileSync(file, 'utf8')) : readFileSync(file);
    },
  ],
  plugins: [
    ...config.plugins,
    {
      name: 'applications',
      serve: ({ path }) =>
        path === '/applications.json' && {
          body: JSON.stringify(apps.map((name) => ({ name, isRendered: settingsOf(name).rendered ?? false }))),
        },
    },
  ],
};
