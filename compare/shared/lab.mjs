// @ts-check
/** Live pages in a browser, with code of ours beside them that the page's policy does not shut out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../tests/e2e/driving.mjs';
import { serve } from '../../tests/e2e/server.mjs';

/** The site's: with both doors, as anyone can use it. */
const MODULE = join(ROOT, 'dist', 'www', 'pkg');

/**
 * The page's own scripts and whatever else it loads would be noise of another kind in every run. Isolated from other
 * origins, it gets the browsers' finest timers.
 *
 * @param {string} origin
 */
const pageHeaders = (origin) => ({
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${origin}/lab/ 'wasm-unsafe-eval'; connect-src ${origin}/lab/`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
});

/**
 * @typedef {object} Lab
 * @property {(body: string | Buffer) => string} show serves a page and gives its address; it takes the place of the one before
 * @property {string} scriptUrl the module to import in a page
 * @property {string} wasmUrl Quietpage's WebAssembly
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} script what runs in the pages, with all that it imports; `quietpage` is our module
 * @returns {Promise<Lab>}
 */
export async function openLab(script) {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    format: 'esm',
    alias: { quietpage: join(MODULE, 'quietpage.js') },
  });
  /** @type {{[path: string]: import('../../tests/e2e/server.mjs').ServedFile}} */
  const files = {
    '/lab/script.js': { type: 'text/javascript', body: outputFiles[0].text },
    '/lab/quietpage.wasm': {
      type: 'application/wasm',
      body: readFileSync(join(MODULE, 'quietpage_bg.wasm')),
    },
  };
  const served = await serve(files);
  return {
    scriptUrl: served.url('lab/script.js'),
    wasmUrl: served.url('lab/quietpage.wasm'),
    show: (body) => {
      files['/page.html'] = { type: 'text/html', body, headers: pageHeaders(served.origin) };
      return served.url('page.html');
    },
    close: served.close,
  };
}
