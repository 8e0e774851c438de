// @ts-check
/** Writes dist/: the extension for each browser, unpacked and packed, and the site with the full module. */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { copyFaces } from './faces.mjs';
import { foldScripts } from './folding.mjs';
import { thirdParty } from './licences.mjs';
import { brotliSize, pack } from './pack.mjs';
import { ROOT, buildModule, cargoMetadata, copyModule } from './wasm.mjs';

const EXTENSION = join(ROOT, 'extension');
const DIST = join(ROOT, 'dist');
const PACKED = { chrome: 'chrome.zip', firefox: 'firefox.xpi' };
/** Not shipped as written: folded into scripts or manifest.json, or read by the type checker alone. */
const FOLDED = /^(background|content|reader|left_out|manifest.*\.json|types\.d\.ts)$/;

/**
 * @typedef {{[key: string]: Json}} JsonObject
 * @typedef {null | boolean | number | string | Array<unknown> | JsonObject} Json
 */

/**
 * @param {Json | undefined} value
 * @returns {value is JsonObject}
 */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The common manifest with one browser's own keys laid over it.
 *
 * @param {JsonObject} common
 * @param {JsonObject} own
 * @returns {JsonObject}
 */
function merged(common, own) {
  const result = { ...common };
  for (const [key, value] of Object.entries(own)) {
    const below = result[key];
    result[key] = isObject(below) && isObject(value) ? merged(below, value) : value;
  }
  return result;
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {string} version
 * @param {string} clickModule
 * @param {string} fullModule
 */
async function buildExtension(browser, version, clickModule, fullModule) {
  const out = join(DIST, browser);
  mkdirSync(out, { recursive: true });
  const manifest = merged(
    readJson(join(EXTENSION, 'manifest.json')),
    readJson(join(EXTENSION, `manifest.${browser}.json`)),
  );
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  for (const name of readdirSync(EXTENSION).filter((one) => !FOLDED.test(one))) {
    cpSync(join(EXTENSION, name), join(out, name), { recursive: true });
  }
  copyModule(clickModule, join(out, 'core'));
  writeFileSync(join(out, 'core', 'LICENSES.txt'), thirdParty([]));
  copyModule(fullModule, join(out, 'core', 'full'));
  writeFileSync(join(out, 'core', 'full', 'LICENSES.txt'), thirdParty(['html']));
  copyFaces(join(out, 'faces'));
  copyLicenses(out);
  cpSync(join(ROOT, 'node_modules', 'highlight.js', 'LICENSE'), join(out, 'highlighting-LICENSE.txt'));
  await foldScripts(out);
  writeFileSync(join(DIST, `quietpage-${version}-${PACKED[browser]}`), pack(out));
}

/** @param {string} out */
function copyLicenses(out) {
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT']) cpSync(join(ROOT, name), join(out, `${name}.txt`));
}

/** @param {string} fullModule */
function buildSite(fullModule) {
  const out = join(DIST, 'www');
  cpSync(join(ROOT, 'www'), out, { recursive: true });
  copyLicenses(out);
  copyModule(fullModule, join(out, 'pkg'));
  writeFileSync(join(out, 'pkg', 'LICENSES.txt'), thirdParty(['html']));
  cpSync(join(ROOT, 'src', 'wasm', 'walk.js'), join(out, 'walk.js')); // the playground needs the elements behind the ordinals
}

/** @param {string[]} files */
function printSizes(files) {
  console.log(`\n${'file'.padEnd(42)}${'bytes'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const file of files) {
    const bytes = readFileSync(file);
    const brotli = /\.(zip|xpi)$/.test(file) ? '-' : String(brotliSize(bytes));
    console.log(relative(ROOT, file).padEnd(42) + String(bytes.length).padStart(10) + brotli.padStart(10));
  }
}

const { version, targetDirectory } = cargoMetadata();
const clickModule = buildModule('click', [], targetDirectory);
const fullModule = buildModule('full', ['html'], targetDirectory);
rmSync(DIST, { recursive: true, force: true });
for (const browser of /** @type {const} */ (['chrome', 'firefox'])) await buildExtension(browser, version, clickModule, fullModule);
buildSite(fullModule);
printSizes([
  join(DIST, 'chrome', 'core', 'quietpage_bg.wasm'),
  join(DIST, 'chrome', 'asking.js'),
  join(DIST, 'chrome', 'content.js'),
  join(DIST, 'chrome', 'arrival.js'),
  join(DIST, 'chrome', 'highlighting.js'),
  join(DIST, 'chrome', 'aloud.js'),
  join(DIST, 'chrome', 'quiet.js'),
  join(DIST, 'www', 'pkg', 'quietpage_bg.wasm'),
  join(DIST, `quietpage-${version}-${PACKED.chrome}`),
  join(DIST, `quietpage-${version}-${PACKED.firefox}`),
]);
