// @ts-check
/**
 * Writes dist/quietpage-VERSION-source.zip: all that git has of this folder, as a store's reviewers get it. In it,
 * `npm run build-for-amo` makes the packages, byte for byte (scripts/reproducible.mjs).
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packFiles } from './pack.mjs';
import { ROOT, cargoMetadata } from './wasm.mjs';

const listed = execFileSync('git', ['ls-files', '--stage', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
const files = listed
  .split('\0')
  .filter(Boolean)
  .map((line) => ({ mode: line.slice(0, 6), name: line.slice(line.indexOf('\t') + 1) }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));
if (files.length === 0) throw new Error(`git has no files of ${ROOT}: there is nothing to make a source package of`);
const programs = new Set(files.filter(({ mode }) => mode === '100755').map(({ name }) => name));
const out = join(ROOT, 'dist', `quietpage-${cargoMetadata().version}-source.zip`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, packFiles(ROOT, files.map(({ name }) => name), programs));
console.log(relative(ROOT, out));
