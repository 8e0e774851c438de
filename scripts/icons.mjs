// @ts-check
/** Draws extension/icons/mark.svg at the sizes that browsers and stores ask for. Run by hand where the mark changes. */

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';

const ICONS = join(dirname(dirname(fileURLToPath(import.meta.url))), 'extension', 'icons');
const SIZES = [16, 32, 48, 96, 128];

const browser = await launch({
  executablePath: process.env.QUIETPAGE_CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  const mark = `data:image/svg+xml;base64,${readFileSync(join(ICONS, 'mark.svg')).toString('base64')}`;
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${mark}">`);
    writeFileSync(join(ICONS, `${size}.png`), await page.screenshot({ type: 'png', omitBackground: true }));
  }
} finally {
  await browser.close();
}
