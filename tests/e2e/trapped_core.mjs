// @ts-check
/**
 * What the background does when the module traps, with the module of the package: `node --test tests/e2e/trapped_core.mjs`,
 * after a build.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './driving.mjs';

const PACKAGE = join(ROOT, 'dist', 'chrome');
/** A page as the walker writes it down: a paragraph in a body. */
const TAPE = `\u0001html\u0001body\u0001p\u0004${'The river rose over its banks in the night. '.repeat(20)}\u0005\u0005\u0005`;
const PAGE = { tape: TAPE, url: 'https://news.example/flood', keep: 'article' };

const folder = mkdtempSync(join(tmpdir(), 'quietpage-core-'));
after(() => rmSync(folder, { recursive: true }));

/** @type {WebAssembly.Memory[]} the memory of each instance that was made */
const memories = [];
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (source, imports) => {
  const made = await instantiateStreaming(source, imports);
  memories.push(/** @type {any} */ (made.instance.exports).memory);
  return made;
};
globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address))), { headers: { 'content-type': 'application/wasm' } });
globalThis.chrome = /** @type {any} */ ({
  runtime: { getURL: (/** @type {string} */ path) => String(pathToFileURL(join(PACKAGE, path))) },
  i18n: { getMessage: (/** @type {string} */ key) => key, getUILanguage: () => 'en' },
});

/** The background's core, as it stands in the sources, with the package's module. */
async function core() {
  const outfile = join(folder, 'core.mjs');
  await build({
    entryPoints: [join(ROOT, 'extension', 'background', 'core.js')],
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    plugins: [
      {
        name: 'core',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\.\/core\// }, ({ path }) => ({ path: join(PACKAGE, path.slice('../'.length)) }));
        },
      },
    ],
  });
  const { createCore } = await import(String(pathToFileURL(outfile)));
  return createCore();
}

test('a trap is said to be one, and the next page is read as if there had been none', async () => {
  const { extract } = await core();
  const before = await extract(PAGE);
  assert.equal(before.ok, true);
  // What a bug of the module might do: everything it remembers is wrong.
  const memory = memories.at(-1);
  assert.ok(memory);
  new Uint8Array(memory.buffer).fill(0xff);
  const trapped = await extract(PAGE);
  assert.deepEqual([trapped.ok, trapped.code], [false, 'core_failed']);
  assert.deepEqual(await extract(PAGE), before);
});
