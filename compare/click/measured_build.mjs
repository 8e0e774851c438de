// @ts-check
/**
 * The built extension again, with a clock at its stages. Only here: a page can read its own timeline, so that the product
 * must write nothing into it.
 */

import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldScripts } from '../../scripts/folding.mjs';
import { ROOT } from '../../scripts/wasm.mjs';

/** End of a file's path → function → what is called in its place; `RUN` is the function as it was written, `GIVEN` what it is called with. */
const IN_PAGE = {
  '/content/ask.js': { walkPage: 'atWalk(() => RUN(...GIVEN))' },
  '/shared/messages.js': { requestAnswer: 'atRequest(() => RUN(...GIVEN))' },
  '/reader/view.js': { createView: "timed('view', () => RUN(...GIVEN))", afterPaint: 'atInserted(RUN, ...GIVEN)' },
  // For its beginning alone.
  '/content/asking.js': {},
};
const IN_BACKGROUND = {
  '/core/quietpage.js': { extractTape: "timed('extract', () => RUN(...GIVEN))" },
  '/background/core.js': { load: "timed('instantiate', () => RUN(...GIVEN))" },
  '/background/extracting.js': { extractFor: 'timedAnswer(() => RUN(...GIVEN))' },
};

/**
 * @param {string} source
 * @param {Record<string, string>} functions
 * @param {string} clock the module that holds what is called in their place
 */
function clocked(source, functions, clock) {
  let written = source;
  for (const [name, call] of Object.entries(functions)) {
    const head = new RegExp(`((?:export )?)((?:async )?)function ${name}\\(`);
    if (!head.test(written)) throw new Error(`there is no function ${name} any more`);
    const replaced = call.replaceAll('RUN', `${name}AsWritten`).replaceAll('GIVEN', 'given');
    written = written.replace(head, `$1function ${name}(...given) { return ${replaced}; }\n$2function ${name}AsWritten(`);
  }
  const names = new Set(Object.values(functions).map((call) => call.split('(')[0]));
  return `import { ${[...names].join(', ')} } from ${JSON.stringify(clock)};\n${written}`;
}

/**
 * @param {{[file: string]: {[name: string]: string}}} files
 * @param {string} clock
 * @returns {import('esbuild').Plugin}
 */
const clocks = (files, clock) => ({
  name: clock,
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const [, functions] = Object.entries(files).find(([end]) => path.endsWith(end)) ?? [];
      return functions && { contents: clocked(readFileSync(path, 'utf8'), functions, join(import.meta.dirname, clock)), loader: 'js' };
    });
  },
});

/**
 * @param {import('../../tests/e2e/browsers.mjs').BrowserName} name
 * @returns {Promise<string>} the directory of the unpacked extension
 */
export async function measuredBuild(name) {
  const out = mkdtempSync(join(tmpdir(), 'quietpage-measured-'));
  cpSync(join(ROOT, 'dist', name), out, { recursive: true });
  await foldScripts(out, [clocks(IN_PAGE, 'timed_in_page.js'), clocks(IN_BACKGROUND, 'timed_in_background.js')]);
  return out;
}
