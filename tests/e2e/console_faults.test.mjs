// @ts-check
/**
 * That the soak hears what it listens for: `node --test tests/e2e/console_faults.test.mjs`, after a build. In a package that was
 * given faults, as none of ours has any.
 */

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BROWSERS, launch } from './browsers.mjs';
import { ROOT } from './driving.mjs';
import { eventually, openReader } from './reader.mjs';
import { serve } from './server.mjs';

const FAULTS = {
  // Void, as it would otherwise be the script's result, and somebody's to deal with.
  'content.js': `console.error('Quietpage:', 'logged in a page'); setTimeout(() => { throw new Error('thrown in a page') }); void Promise.reject(new Error('refused in a page'));`,
  'background/main.js': `setTimeout(() => { throw new Error('thrown in the background') }, 2000);`,
  'options/options.js': `Promise.reject(new Error('refused in the options'));`,
};
const HEARD = ['logged in a page', 'thrown in a page', 'refused in a page', 'thrown in the background', 'refused in the options'];

for (const name of BROWSERS) {
  test(`in ${name} every fault of the extension is heard, and none of the page’s`, async () => {
    const extension = mkdtempSync(join(tmpdir(), 'quietpage-faults-'));
    cpSync(join(ROOT, 'dist', name), extension, { recursive: true });
    for (const [file, fault] of Object.entries(FAULTS)) appendFileSync(join(extension, file), `\n${fault}`);
    const served = await serve();
    const quiet = await launch(name, { extension });
    const faults = await quiet.watchFaults();
    const page = await quiet.open(served.url('csp-none'));
    await page.evaluate(() => {
      console.error('logged by the page itself');
      setTimeout(() => {
        throw new Error('thrown by the page itself');
      });
    });
    await openReader(quiet, page);
    await quiet.openOptions();
    let heard = '';
    await eventually(async () => {
      heard += JSON.stringify(await faults());
      return HEARD.every((fault) => heard.includes(fault));
    }, 'all of them').catch(() => assert.deepEqual(HEARD.filter((fault) => !heard.includes(fault)), [], heard));
    assert.doesNotMatch(heard, /by the page itself/);
    await quiet.close();
    await served.close();
    rmSync(extension, { recursive: true });
  });
}
