// @ts-check
/** Refuses a file that weighs more than size_limits.json allows it. Raising a limit is a decision, made there. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { brotliSize } from './pack.mjs';
import { ROOT } from './wasm.mjs';

/** @type {{[file: string]: {bytes: number, brotli: number, gzip?: number}}} */
const limits = JSON.parse(readFileSync(join(ROOT, 'scripts', 'size_limits.json'), 'utf8'));
let tooLarge = 0;
for (const [file, limit] of Object.entries(limits)) {
  const content = readFileSync(join(ROOT, file));
  const found = { bytes: content.length, brotli: brotliSize(content), gzip: gzipSync(content, { level: 9 }).length };
  for (const unit of /** @type {(keyof typeof found)[]} */ (Object.keys(limit))) {
    const over = found[unit] > (limit[unit] ?? 0);
    if (over) tooLarge += 1;
    console.log(`${over ? 'TOO LARGE' : 'ok'}: ${file} ${unit} ${found[unit]} of ${limit[unit]}`);
  }
}
process.exit(tooLarge > 0 ? 1 : 0);
