// @ts-check
/** Builds the crate for the browser: the module a click loads, and the full one. */

import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export const TARGET = 'wasm32-unknown-unknown';
// npm's binaryen: Debian's version 108 writes modules that do not load, without a word.
const WASM_OPT = join(ROOT, 'node_modules', 'binaryen', 'bin', 'wasm-opt');
// Larger functions stay as they are, though they are called in one place: browsers compile one of all stages worse.
const LARGEST_INLINED = 100;

/**
 * Runs a tool that says itself what is wrong; where it fails, so does the build.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) {
    console.error(`build: ${command} failed`);
    process.exit(1);
  }
}

/**
 * The package's version and where cargo puts its files.
 *
 * @returns {{version: string, targetDirectory: string}}
 */
export function cargoMetadata() {
  const json = execFileSync('cargo', ['metadata', '--no-deps', '--format-version', '1'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const metadata = JSON.parse(json);
  const own = metadata.packages.find((/** @type {{name: string}} */ one) => one.name === 'quietpage');
  return { version: own.version, targetDirectory: metadata.target_directory };
}

/** Cargo's environment in which no path of this machine reaches the module. */
function cargoEnvironment() {
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  // A registry's folder is named after where its crates came from, which may be a mirror.
  const registries = join(cargoHome, 'registry', 'src');
  const flags = [
    `--remap-path-prefix=${cargoHome}=/cargo`,
    ...readdirSync(registries).map((name) => `--remap-path-prefix=${join(registries, name)}=/crates`),
    `--remap-path-prefix=${sysroot}=/rust`,
    `--remap-path-prefix=${ROOT}=/quietpage`,
  ];
  return { ...process.env, CARGO_ENCODED_RUSTFLAGS: flags.join('\u001f') };
}

/**
 * Builds one module: cargo, wasm-bindgen, wasm-opt.
 *
 * @param {string} name the module's directory under target/quietpage
 * @param {string[]} features
 * @param {string} targetDirectory
 * @returns {string} the directory with quietpage.js and quietpage_bg.wasm
 */
export function buildModule(name, features, targetDirectory) {
  const chosen = features.length > 0 ? ['--features', features.join()] : [];
  run('cargo', ['fetch', '--quiet', '--locked', '--target', TARGET]); // the folders of its registries are there from here on
  run('cargo', ['build', '--release', '--locked', '--lib', '--target', TARGET, ...chosen], cargoEnvironment());
  const compiled = join(targetDirectory, TARGET, 'release', 'quietpage.wasm');
  const out = join(targetDirectory, 'quietpage', name);
  const stamp = join(out, '.made-from');
  // Of this file too: what it asks of the tools is part of how the module comes about.
  const digest = createHash('sha256')
    .update(readFileSync(compiled))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return out;

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  run('wasm-bindgen', [
    ...['--target', 'web', '--no-typescript', '--remove-name-section', '--remove-producers-section'],
    // The background starts afresh with it after a trap.
    '--experimental-reset-state-function',
    ...['--out-dir', out, '--out-name', 'quietpage', compiled],
  ]);
  const wasm = join(out, 'quietpage_bg.wasm');
  run(process.execPath, [WASM_OPT, '-O3', `--one-caller-inline-max-function-size=${LARGEST_INLINED}`, wasm, '-o', wasm]);
  writeFileSync(stamp, digest);
  return out;
}

/**
 * Copies a built module into a package.
 *
 * @param {string} from
 * @param {string} to
 */
export function copyModule(from, to) {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.made-from') });
}
