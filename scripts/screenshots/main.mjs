// @ts-check
/**
 * Pictures of the extension at work on a loud page of ours, in Chromium: `./build.sh screenshots`. Those of the README go
 * to docs/; every panel in every theme, wide and narrow, to dist/screenshots/, to be looked at.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../extension/shared/settings.js';
import { PANELS, closePanel, openPanel } from '../../tests/e2e/panels.mjs';
import { ROOT } from '../wasm.mjs';
import { setUpStage } from './stage.mjs';

const DOCS = join(ROOT, 'docs');
const ALL = join(ROOT, 'dist', 'screenshots');
/** Of the README's pictures, together a page that loads at once. */
const MOST_BYTES = 150_000;

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };
/** Of two pages side by side. */
const BOTH = { width: 1540, height: 620 };

const stage = await setUpStage({ type: 'webp', quality: 88 });

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function keep(name, bytes) {
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes: more than ${MOST_BYTES}`);
  writeFileSync(join(DOCS, name), bytes);
  console.log(`docs/${name}  ${bytes.length} bytes`);
}

/** Every panel in every theme. */
async function everything() {
  mkdirSync(ALL, { recursive: true });
  const setting = SETTINGS.find(({ key }) => key === 'theme');
  for (const theme of setting?.type === 'enum' ? setting.values : []) {
    for (const [width, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      const page = await stage.opened(size, { theme });
      const write = (/** @type {string} */ what) => page.screenshot({ path: join(ALL, `${width}-${theme}-${what.replaceAll(' ', '-')}.png`) });
      await write('article');
      for (const panel of PANELS) {
        await openPanel(stage.quiet, page, panel);
        await write(panel.name);
        await closePanel(page, panel);
      }
      await page.close();
    }
  }
}

keep('before-after.webp', await stage.beforeAndAfter(BOTH));
keep('reader-light.webp', await stage.take(WIDE, { theme: 'light' }));
keep('reader-dark-settings.webp', await stage.take(WIDE, { theme: 'dark' }, 'the settings'));
keep('reader-sepia-contents.webp', await stage.take(NARROW, { theme: 'sepia' }, 'the contents'));
await everything();
console.log('all panels in all themes: dist/screenshots/');
await stage.takeDown();
