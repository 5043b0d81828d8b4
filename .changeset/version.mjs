/** `npm run release:version`: takes up the changesets, and writes the new version wherever else it stands. */
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const run = (command) => execSync(command, { stdio: 'inherit' });
run('npx changeset version');
run('npm install --package-lock-only --no-audit --no-fund');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const path = 'src/diagrams/recall.ts';
writeFileSync(path, readFileSync(path, 'utf8').replace(/(const version = ')[^']+/, `$1${version}`));
