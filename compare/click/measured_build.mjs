// @ts-check
/**
 * The built extension again, with a clock at its stages. Only here: a page can read its own timeline, so that the product
 * must write nothing into it.
 */

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { foldPageScripts } from '../../scripts/in_pages.mjs';
import { ROOT } from '../../scripts/wasm.mjs';

/** File → function → what is called in its place; `RUN` is the function as it was written, `GIVEN` what it is called with. */
const IN_PAGE = {
  'src/wasm/walk.js': { walk: 'atWalk(() => RUN(...GIVEN))' },
  'extension/shared/messages.js': { requestAnswer: 'atRequest(() => RUN(...GIVEN))' },
  'extension/reader/view.js': { createView: "timed('view', () => RUN(...GIVEN))", afterPaint: 'atInserted(RUN, ...GIVEN)' },
  'extension/content/main.js': {},
};
const IN_BACKGROUND = {
  'core/quietpage.js': { extractTape: "timed('extract', () => RUN(...GIVEN))" },
  'background/core.js': { load: "timed('instantiate', () => RUN(...GIVEN))" },
  'background/extracting.js': { extractFor: 'timedAnswer(() => RUN(...GIVEN))' },
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
  return `import * as clock from ${JSON.stringify(clock)};\nconst { ${namesIn(functions)} } = clock;\n${written}`;
}

/** @param {Record<string, string>} functions */
const namesIn = (functions) => [...new Set(Object.values(functions).map((call) => call.split('(')[0]))].join(', ');

/** @type {import('esbuild').Plugin} */
const clocks = {
  name: 'clocks',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const functions = /** @type {Record<string, Record<string, string>>} */ (IN_PAGE)[relative(ROOT, path)];
      return functions && { contents: clocked(readFileSync(path, 'utf8'), functions, join(import.meta.dirname, 'timed_in_page.js')), loader: 'js' };
    });
  },
};

/**
 * @param {import('../../tests/e2e/browsers.mjs').BrowserName} name
 * @returns {Promise<string>} the directory of the unpacked extension
 */
export async function measuredBuild(name) {
  const out = mkdtempSync(join(tmpdir(), 'quietpage-measured-'));
  cpSync(join(ROOT, 'dist', name), out, { recursive: true });
  await foldPageScripts(out, [clocks]);
  const clock = 'timed_in_background.js';
  cpSync(join(import.meta.dirname, clock), join(out, clock));
  for (const [file, functions] of Object.entries(IN_BACKGROUND)) {
    const path = join(out, file);
    writeFileSync(path, clocked(readFileSync(path, 'utf8'), functions, `../${clock}`));
  }
  return out;
}
