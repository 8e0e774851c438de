// @ts-check
/** The licences of the crates that a module is made of. */

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, TARGET } from './wasm.mjs';

const LICENCE_FILE = /^(LICEN[CS]E|COPYING|NOTICE)/i;

/** @typedef {{name: string, version: string, license: string, repository: string | null, manifest_path: string}} Crate */

/** @param {string[]} args */
const cargo = (args) => execFileSync('cargo', [...args, '--locked'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });

/**
 * @param {string[]} features
 * @returns {Crate[]} what of others is compiled into the module, by name; not what only helped to build it
 */
export function cratesIn(features) {
  const chosen = features.length > 0 ? ['--features', features.join()] : [];
  const tree = cargo(['tree', '-p', 'quietpage', '--edges', 'normal,no-proc-macro', '--target', TARGET, '--prefix', 'none', '--format', '{p}', ...chosen]);
  const there = new Set(tree.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')));
  /** @type {{packages: Crate[]}} */
  const { packages } = JSON.parse(cargo(['metadata', '--format-version', '1', '--filter-platform', TARGET, ...chosen]));
  return packages
    .filter(({ name, version }) => name !== 'quietpage' && there.has(`${name} v${version}`))
    .sort((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1));
}

/**
 * Where a crate may be had under the MIT or the Apache licence, the shorter is taken.
 *
 * @param {Crate} crate
 * @returns {string[]} the texts it brings along
 */
function textsOf({ license, manifest_path: manifest }) {
  const folder = dirname(manifest);
  const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name)).sort();
  const isMit = /\bMIT\b/.test(license) && files.some((name) => /MIT/i.test(name));
  return files.filter((name) => !isMit || !/APACHE/i.test(name)).map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/**
 * @param {string[]} features
 * @returns {string} each crate with its licence and where its source is, then each text once
 */
export function thirdParty(features) {
  const crates = cratesIn(features);
  /** Text → the crates that have it. @type {Map<string, string[]>} */
  const texts = new Map();
  const lines = crates.map((crate) => {
    const named = `${crate.name} ${crate.version}`;
    // Where a crate brings none along, its licence's text is that of another under the same one.
    const own = [crate, ...crates.filter(({ license }) => license === crate.license)].map(textsOf).find((found) => found.length > 0);
    if (!own) throw new Error(`no text of the licence of ${named}: ${crate.license}`);
    for (const text of own) texts.set(text, [...(texts.get(text) ?? []), named]);
    return `${named}: ${crate.license}, ${crate.repository ?? 'crates.io'}`;
  });
  const parts = [...texts].map(([text, names]) => `${'-'.repeat(72)}\n${names.join(', ')}\n\n${text}\n`);
  return `The WebAssembly module holds code of these crates.\n\n${lines.join('\n')}\n\n${parts.join('\n')}`;
}
