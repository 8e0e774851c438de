// @ts-check
/**
 * Builds the packages a second time, from the source package in an empty folder of another name, and refuses any byte that
 * differs: `node scripts/reproducible.mjs`, after a build. The JavaScript tools are a copy of those installed here.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { filesUnder } from './pack.mjs';
import { ROOT, cargoMetadata } from './wasm.mjs';

/** What nothing in a package may depend on. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', CARGO_TARGET_DIR: undefined };

/**
 * @param {string} root of a folder with a build
 * @returns {Map<string, string>} each file that is given away, with its digest
 */
function built(root) {
  const dist = join(root, 'dist');
  const given = filesUnder(dist).filter((path) => /^(chrome|firefox|www)[/\\]|-(chrome\.zip|firefox\.xpi)$/.test(relative(dist, path)));
  return new Map(given.map((path) => [relative(dist, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

const folder = mkdtempSync(join(tmpdir(), 'quietpage-'));
const copy = join(folder, 'unpacked from its sources');
execFileSync(process.execPath, [join(ROOT, 'scripts', 'source.mjs')]);
const sources = readFileSync(join(ROOT, 'dist', `quietpage-${cargoMetadata().version}-source.zip`));
for (const [name, bytes] of Object.entries(unzipSync(sources))) {
  const path = join(copy, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
// Not linked: where the setup there installs them anew, it empties the folder first.
cpSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true });
const here = built(ROOT);
execFileSync('npm', ['run', '--silent', 'build-for-amo'], { cwd: copy, env: { ...process.env, ...ELSEWHERE }, stdio: ['ignore', 'ignore', 'inherit'] });
const there = built(copy);
const different = [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name));
if (different.length > 0) {
  console.error(`built twice, differs (the second build is in ${copy}):\n${different.join('\n')}`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${here.size} files are the same, built here and from the source package elsewhere`);
