// @ts-check
/** Refuses a file that weighs more than size_limits.json allows it. Raising a limit is a decision, made there. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize } from './pack.mjs';
import { ROOT } from './wasm.mjs';

/** @type {{[file: string]: {bytes: number, brotli: number}}} */
const limits = JSON.parse(readFileSync(join(ROOT, 'scripts', 'size_limits.json'), 'utf8'));
let tooLarge = 0;
for (const [file, limit] of Object.entries(limits)) {
  const content = readFileSync(join(ROOT, file));
  const found = { bytes: content.length, brotli: brotliSize(content) };
  for (const unit of /** @type {const} */ (['bytes', 'brotli'])) {
    const over = found[unit] > limit[unit];
    if (over) tooLarge += 1;
    console.log(`${over ? 'TOO LARGE' : 'ok'}: ${file} ${unit} ${found[unit]} of ${limit[unit]}`);
  }
}
process.exit(tooLarge > 0 ? 1 : 0);
