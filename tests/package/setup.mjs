/**
 * Before the tests of this folder: an empty project with nothing but the package in it, far from the packages of this
 * project, which would stand in for one that is missing. Its path is in PACKAGE_PROJECT, beside it the archive.
 */
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { install, installLocked, root, withArchive } from '../packed.mjs';

let folder;

export async function globalSetup() {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'deepdive-package-'));
  const project = join(folder, 'project');
  mkdirSync(project);
  const settings = {
    private: true,
    type: 'module',
    // What Parcel must be told: to read the `exports` of packages.
    '@parcel/resolver-default': { packageExports: true },
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify(settings));
  // Those that a page needs only for an adapter are found further out, so that they stand in for nothing else.
  for (const name of Object.keys(manifest.peerDependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  await withArchive(async (archive, files) => {
    copyFileSync(archive, join(folder, 'package.tgz'));
    writeFileSync(join(folder, 'files.json'), JSON.stringify(files));
    // One after the other: both take packages from npm's cache.
    await installLocked(join(root, 'tests/package'));
    await install(project, archive);
  });
  process.env.PACKAGE_PROJECT = project;
}

export const globalTeardown = () => rmSync(folder, { recursive: true, force: true });
