// @ts-check
/** What is in the packages that a person installs: `node --test tests/e2e/packages.mjs`, after a build. */

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { cratesIn } from '../../scripts/licences.mjs';
import { filesUnder, pack } from '../../scripts/pack.mjs';
import { cargoMetadata } from '../../scripts/wasm.mjs';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './driving.mjs';

const { version } = cargoMetadata();
const PACKED = { chrome: 'chrome.zip', firefox: 'firefox.xpi' };
/** Mozilla's bound, the lower one. */
const MAX_PACKAGE_BYTES = 200e6;

for (const name of BROWSERS) {
  const directory = join(ROOT, 'dist', name);
  const packed = join(ROOT, 'dist', `quietpage-${version}-${PACKED[name]}`);
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));

  describe(`the package for ${name}`, () => {
    test('asks for four permissions at installation and no others', () => {
      assert.deepEqual([...manifest.permissions].sort(), ['activeTab', 'contextMenus', 'scripting', 'storage']);
      assert.equal(manifest.host_permissions, undefined);
      assert.equal(manifest.content_scripts, undefined);
      // Asked for later, of one site at a time.
      assert.equal(manifest.optional_permissions, undefined);
      assert.deepEqual(manifest.optional_host_permissions, ['*://*/*']);
    });

    test('gives pages nothing to see: no web-accessible resource, no way to connect', () => {
      assert.equal(manifest.web_accessible_resources, undefined);
      assert.equal(manifest.externally_connectable, undefined);
    });

    test('runs no code but its own', () => {
      assert.equal(
        manifest.content_security_policy.extension_pages,
        "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
      );
    });

    test('has a button and a key for it', () => {
      assert.ok(manifest.action.default_title);
      assert.equal(manifest.commands._execute_action.suggested_key.default, 'Alt+Shift+Q');
    });

    test('asks the context menu for an entry on pages', () => {
      const source = readFileSync(join(directory, 'background', 'main.js'), 'utf8');
      assert.match(source, /contextMenus\.create\(/);
    });

    test('bears the version of the crate', () => {
      assert.equal(manifest.version, version);
    });

    test('has every file its manifest names', () => {
      const named = JSON.stringify(manifest).match(/"[\w/]+\.(js|png|html|svg)"/g) ?? [];
      const there = filesUnder(directory).map((path) => relative(directory, path));
      for (const file of named.map((one) => one.slice(1, -1))) assert.ok(there.includes(file), `${file} is missing`);
    });

    test('keeps to what the stores ask of a package', () => {
      assert.equal(manifest.manifest_version, 3);
      assert.match(manifest.version, /^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){0,3}$/);
      assert.ok(statSync(packed).size < MAX_PACKAGE_BYTES);
      for (const key of ['key', 'update_url']) assert.equal(manifest[key], undefined, `${key} is the store's to set`);
      for (const size of [16, 32, 48, 128]) {
        const icon = readFileSync(join(directory, manifest.icons[size]));
        assert.equal(icon.toString('latin1', 1, 4), 'PNG');
        assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [size, size], `the icon of ${size} pixels`);
      }
      // The lengths of name and description, in every language: tests/js/locales.test.mjs.
      for (const text of [manifest.name, manifest.description]) assert.match(text, /^__MSG_\w+__$/);
    });

    test('has a text for every message its manifest and scripts name', () => {
      const messages = JSON.parse(readFileSync(join(directory, '_locales', manifest.default_locale, 'messages.json'), 'utf8'));
      const scripts = filesUnder(directory)
        .filter((path) => path.endsWith('.js'))
        .map((path) => readFileSync(path, 'utf8'));
      const named = [
        ...[...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]),
        ...scripts.flatMap((source) => [...source.matchAll(/\bmessage\("(\w+)"|\bmessage\('(\w+)'/g)].map((match) => match[1] ?? match[2])),
      ];
      assert.ok(named.length > 3);
      for (const key of named) assert.ok(messages[key]?.message, `no message ${key}`);
    });

    test('holds no path of the machine it was built on', () => {
      for (const path of filesUnder(directory)) {
        const text = readFileSync(path, 'latin1');
        for (const place of [ROOT, process.env.HOME]) {
          if (place && place.length > 1) assert.ok(!text.includes(`${place}/`), `${relative(directory, path)} names ${place}`);
        }
      }
    });

    test('carries the licence of all it is made of', () => {
      const licence = (/** @type {string} */ name) => readFileSync(join(directory, name), 'utf8');
      assert.match(licence('LICENSE-MIT.txt'), /Permission is hereby granted/);
      assert.match(licence('LICENSE-APACHE.txt'), /Apache License/);
      assert.match(licence('highlighting-LICENSE.txt'), /Redistribution and use/);
      const faces = filesUnder(join(directory, 'faces')).filter((path) => path.endsWith('.woff2'));
      const licences = filesUnder(join(directory, 'faces')).filter((path) => path.endsWith('LICENSE.txt'));
      assert.ok(faces.length > 0 && licences.length > 0);
      for (const path of licences) assert.match(readFileSync(path, 'utf8'), /SIL OPEN FONT LICENSE/i);
    });

    test('names each crate that its module is made of, with a licence', () => assertNamesCrates(join(directory, 'core'), []));

    test('packs the same files to the same bytes', () => {
      assert.deepEqual(pack(directory), new Uint8Array(readFileSync(packed)));
      const names = Object.keys(unzipSync(readFileSync(packed)));
      assert.deepEqual(names.sort(), filesUnder(directory).map((path) => relative(directory, path)).sort());
    });
  });
}

test('the package for firefox is one for Android too, and says that it collects nothing', () => {
  const { gecko, gecko_android: android } = JSON.parse(readFileSync(join(ROOT, 'dist', 'firefox', 'manifest.json'), 'utf8')).browser_specific_settings;
  assert.deepEqual(gecko.data_collection_permissions, { required: ['none'] });
  assert.equal(android.strict_min_version, gecko.strict_min_version);
});

describe('the site', () => {
  test('names each crate that its module is made of, with a licence', () => {
    assertNamesCrates(join(ROOT, 'dist', 'www', 'pkg'), ['html']);
    assert.match(readFileSync(join(ROOT, 'dist', 'www', 'pkg', 'LICENSES.txt'), 'utf8'), /Mozilla Public License Version 2\.0/);
  });
});

/**
 * @param {string} directory with a built module
 * @param {string[]} features of it
 */
function assertNamesCrates(directory, features) {
  const text = readFileSync(join(directory, 'LICENSES.txt'), 'utf8');
  const [list, ...texts] = text.split(`${'-'.repeat(72)}\n`);
  const crates = cratesIn(features);
  assert.ok(crates.length > 20);
  for (const { name, version, license } of crates) {
    assert.ok(list.includes(`${name} ${version}: ${license}, https://`), `${name} is not in the list`);
    assert.ok(texts.some((one) => one.split('\n')[0].split(', ').includes(`${name} ${version}`)), `no licence of ${name}`);
  }
  // What the module itself says: its panics name the files they came from.
  const module = readFileSync(join(directory, 'quietpage_bg.wasm'), 'latin1');
  const named = [...module.matchAll(/\/crates\/([\w-]+?)-(\d+\.\d+\.\d+[^/]*)\//g)].map(([, name, version]) => `${name} ${version}:`);
  assert.ok(named.length > 0);
  for (const one of named) assert.ok(list.includes(one), `${one} is in the module`);
  assert.ok(text.length < 100_000);
}
