// @ts-check
/** What of the extension runs in pages and in the background, folded into a file each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { ROOT } from './wasm.mjs';

/** Its name in the package → in extension/content/. */
const IN_PAGES = {
  asking: 'asking.js',
  content: 'main.js',
  arrival: 'arrival.js',
  unasked: 'unasked.js',
  highlighting: 'highlighting.js',
  aloud: 'aloud.js',
  quiet: 'quiet.js',
};

/**
 * highlight.js can also write what it makes into a page, as HTML. Nothing here asks it to; what could, is not shipped.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutHtml = {
  name: 'without-html',
  setup({ onLoad }) {
    onLoad({ filter: /highlight\.js[/\\]lib[/\\]core\.js$/ }, ({ path }) => {
      const [before, after, ...more] = readFileSync(path, 'utf8').split('element.innerHTML = result.value;');
      if (after === undefined || more.length > 0) throw new Error(`${path} writes HTML in another way than it did`);
      return { contents: before + after, loader: 'js' };
    });
  },
};

/**
 * A style sheet as a text, without what only its writers need.
 *
 * @type {import('esbuild').Plugin}
 */
const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

/**
 * The module's own script comes from the build, not from the sources.
 *
 * @param {string} out
 * @returns {import('esbuild').Plugin}
 */
const coreIn = (out) => ({
  name: 'core',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/core\// }, ({ path }) => ({ path: join(out, path.slice('../'.length)) }));
  },
});

/**
 * The walker is in the page already, with asking.js.
 *
 * @type {import('esbuild').Plugin}
 */
const walkerOfAsking = {
  name: 'walker-of-asking',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]wasm[/\\]walk\.js$/ }, () => ({ contents: 'export const { mayHostShadow, walk, walkInSteps } = globalThis.quietpageWalker;' }));
  },
};

/**
 * @param {string} out the package's directory, with the module in it
 * @param {import('esbuild').Plugin[]} [plugins] that see the sources first
 */
export async function foldScripts(out, plugins = []) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    outdir: out,
    bundle: true,
    target: ['chrome148', 'firefox148'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
  for (const [name, file] of Object.entries(IN_PAGES)) {
    await build({
      ...common,
      entryPoints: { [name]: join(ROOT, 'extension', 'content', file) },
      format: 'iife',
      plugins: [...plugins, ...(name === 'content' || name === 'quiet' ? [walkerOfAsking] : []), withoutHtml, cssAsText],
      // A click has it read and compiled: half of it would be names and white space.
      minify: true,
    });
  }
  await build({
    ...common,
    // One file is read sooner than thirty, each of which names the next: a click may have to wait for the background.
    entryPoints: { 'background/main': join(ROOT, 'extension', 'background', 'main.js') },
    format: 'esm',
    plugins: [...plugins, coreIn(out)],
  });
}
