/**
 * How fast are pages of Markdown built, against plain MkDocs and Astro? Makes 200 pages of 40 kB, builds them cold with
 * `deepdive build`, with MkDocs (the Debian package `mkdocs`, its own theme, Python-Markdown's extensions and search) and
 * with Astro (as `npm run test:frameworks` installs it) in turns, and prints pages a second and their ratios; then how long
 * one change takes, built again by a new process and by `--watch`. Nothing fails: times depend on the machine.
 * Measures what `npm run build` has made: `npm run bench:markdown`, or with another number of pages behind it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from './packed.mjs';

const count = Number(process.argv[2] ?? 200);
const size = 40_000;
const rounds = 2;
const folder = mkdtempSync(join(tmpdir(), 'deepdive-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// Pages

const fixtures = ['order-ledger', 'parcel-tracker', 'seat-map'].map((name) =>
  readFileSync(new URL(`unified/fixtures/${name}.md`, import.meta.url), 'utf8'),
);
/** Sections of the fixtures, without what may stand only once in a page. */
const sections = fixtures
  .flatMap((text) => text.split(/^(?=## )/m).slice(1))
  .filter((text) => !/^(\*\[|\[\^)|\[\^/m.test(text));
const places = 'north,south,east,west,harbour,airport,river,hill'.split(',');

/** A page like no other: its sections begin elsewhere, and the words of each are its own. */
function pageOf(n) {
  let page = `---\ntitle: Page ${n}\ndescription: The ${places[n % places.length]} depot.\n---\n\n# Page ${n}\n\n`;
  for (let at = n; page.length < size; at++) {
    const [place, other] = [places[(n + at) % places.length], places[(n * 3 + at) % places.length]];
    page += `${sections[at % sections.length].replace(/\bshard\b/g, `${place} shard`).replace(/\bparcel\b/gi, `${other} parcel`)}\n`;
  }
  return page;
}

const source = join(folder, 'pages');
mkdirSync(source);
for (let n = 0; n < count; n++) writeFileSync(join(source, `page-${n}.md`), pageOf(n));

// Tools

/** Runs a command, and returns the seconds that it took; throws what it said where it fails. */
function seconds(cwd, command, ...args) {
  const start = performance.now();
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1e9 });
  if (error || status === null || status > 1) throw error ?? new Error(`${command}: ${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

const program = join(root, 'dist/node/deepdive.js');
const site = join(folder, 'site');
const deepdive = () => seconds(folder, process.execPath, program, 'build', source, '-o', site);

const tools = {
  'deepdive build': () => {
    rmSync(site, { recursive: true, force: true });
    return deepdive();
  },
};

if (spawnSync('mkdocs', ['--version']).status === 0) {
  const extensions = 'abbr admonition attr_list def_list footnotes md_in_html tables toc'.split(' ');
  const config = `site_name: Bench\ndocs_dir: pages\nsite_dir: mkdocs\ntheme: mkdocs\nmarkdown_extensions: [${extensions}]\n`;
  writeFileSync(join(folder, 'mkdocs.yml'), config);
  tools['MkDocs'] = () => seconds(folder, 'mkdocs', 'build', '--quiet', '--clean');
} else {
  console.log('MkDocs is not installed, and left out: apt-get install mkdocs');
}

const modules = fileURLToPath(new URL('frameworks/node_modules', import.meta.url));
const astro = join(modules, 'astro/bin/astro.mjs');
if (existsSync(astro)) {
  const project = join(folder, 'astro');
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  symlinkSync(modules, join(project, 'node_modules'), 'junction');
  symlinkSync(source, join(project, 'src/pages'), 'junction');
  tools['Astro'] = () => {
    for (const made of ['dist', '.astro']) rmSync(join(project, made), { recursive: true, force: true });
    return seconds(project, process.execPath, astro, 'build', '--silent');
  };
} else {
  console.log('Astro is not installed, and left out: npm run test:frameworks installs it');
}

// Cold

const bytes = Array.from({ length: count }, (_, n) => pageOf(n).length).reduce((sum, one) => sum + one, 0);
console.log(`${count} pages, ${(bytes / count / 1000).toFixed(1)} kB each, on ${availableParallelism()} cores\n`);
const best = {};
for (let round = 0; round < rounds; round++) {
  for (const [name, build] of Object.entries(tools)) {
    try {
      best[name] = Math.min(best[name] ?? Infinity, build());
    } catch (error) {
      console.log(`${name} failed, and is left out: ${error.message.slice(0, 400)}`);
      delete tools[name];
    }
  }
}
const own = best['deepdive build'];
for (const [name, time] of Object.entries(best)) {
  const ratio = name === 'deepdive build' ? '' : `, ${(time / own).toFixed(2)} × the time of deepdive`;
  console.log(`${name.padEnd(15)} ${time.toFixed(1)} s, ${(count / time).toFixed(1)} pages/s${ratio}`);
}

// One change

const changed = join(source, 'page-1.md');
const change = (mark) => writeFileSync(changed, `${pageOf(1)}\n\n${mark}\n`);
change('changed by hand');
console.log(`\nOne change, by a new process: ${(deepdive() * 1000).toFixed(0)} ms`);

const server = spawn(process.execPath, [program, 'build', source, '-o', site, '--watch']);
let said = '';
server.stdout.on('data', (data) => (said += data));
server.stderr.on('data', (data) => (said += data));
while (!/http:\/\//.test(said) && server.exitCode === null) await delay(20);
const times = [];
const page = join(site, 'page-1.html');
for (let n = 0; n < 7 && server.exitCode === null; n++) {
  const mark = `changed under watch ${n}`;
  await delay(300);
  const start = performance.now();
  change(mark);
  while (!(existsSync(page) && readFileSync(page, 'utf8').includes(mark)) && performance.now() - start < 10_000)
    await delay(2);
  times.push(performance.now() - start);
}
server.kill();
times.sort((one, other) => one - other);
console.log(
  times.length
    ? `One change, under --watch: ${times[times.length >> 1].toFixed(0)} ms (median of ${times.length}, from writing the source to the page on disk)`
    : `--watch ended: ${said}`,
);
