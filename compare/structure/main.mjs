// @ts-check
/**
 * Our Markdown beside a peer's, block by block:
 * `node compare/structure/main.mjs DIR [--only NAME] [--show]`, after
 * `cargo build --release --features cli --bin quietpage`.
 *
 * DIR has `html/NAME.html` and `expected/NAME.md`: the peer's metadata as JSON in a fence, then its text. What only one
 * side has is no fault by itself: the peer's opinion shows where to look.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { align } from './align.mjs';
import { blocksOf } from './blocks.mjs';

/** @import { Step } from './align.mjs' */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: node compare/structure/main.mjs DIR [--only NAME] [--show]');
  process.exit(2);
}

const root = join(import.meta.dirname, '..', '..');
const binary = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release', 'quietpage');
if (!existsSync(binary)) {
  console.error(`compare/structure: ${binary} is missing: cargo build --release --features cli --bin quietpage`);
  process.exit(2);
}

/**
 * Our answer. The page's address, where its first comment says one, else any: relative links need one.
 *
 * @param {string} name
 * @returns {{ title: string, text: string }}
 */
function extracted(name) {
  const page = join(folder, 'html', `${name}.html`);
  const url = /^<!-- \{"url": ?"([^"]+)"\} -->/.exec(readFileSync(page, 'utf8'))?.[1] ?? 'https://page.example/';
  const { title, markdown } = JSON.parse(execFileSync(binary, ['extract', '--url', url, page], { encoding: 'utf8', maxBuffer: 1 << 28 }));
  return { title: title ?? '', text: markdown };
}

/**
 * The peer's answer: its title and its text.
 *
 * @param {string} name
 */
function expected(name) {
  const whole = readFileSync(join(folder, 'expected', `${name}.md`), 'utf8');
  const [, metadata, text] = /^```json\n([^]*?)\n```\n([^]*)$/.exec(whole) ?? [null, '{}', whole];
  return { title: String(JSON.parse(metadata).title ?? ''), text };
}

/**
 * The blocks of a text but for a heading that is the title of either side: that is a field of both.
 *
 * @param {string} markdown
 * @param {string[]} titles
 */
const body = (markdown, titles) => blocksOf(markdown).filter(({ kind, text }) => kind !== 'heading' || !titles.includes(text));

/** @type {Map<string, { both: number, theirs: number, ours: number }>} */
const kinds = new Map();
const pages = readdirSync(join(folder, 'html'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .filter((name) => values.only === undefined || name.includes(values.only))
  .map((name) => {
    const [theirs, ours] = [expected(name), extracted(name)];
    const titles = [theirs.title, ours.title];
    const steps = align(body(theirs.text, titles), body(ours.text, titles));
    const counts = { both: 0, theirs: 0, ours: 0 };
    for (const { side, block } of steps) {
      counts[side]++;
      const kind = kinds.get(block.kind) ?? { both: 0, theirs: 0, ours: 0 };
      kind[side]++;
      kinds.set(block.kind, kind);
    }
    return { name, steps, counts };
  });

/** Of the blocks of both sides, the share that the other has too. @param {{ both: number, theirs: number, ours: number }} counts */
const share = ({ both, theirs, ours }) => (both + theirs + ours === 0 ? 1 : (2 * both) / (2 * both + theirs + ours));

/** @param {string} name @param {{ both: number, theirs: number, ours: number }} counts */
const line = (name, counts) =>
  [counts.both, counts.theirs, counts.ours].map((count) => String(count).padStart(8)).join('') + share(counts).toFixed(3).padStart(8) + `  ${name}`;

const MARKS = { both: ' ', theirs: '-', ours: '+' };
/** @param {Step[]} steps */
function show(steps) {
  for (const { side, block } of steps) {
    if (side !== 'both') console.log(`      ${MARKS[side]} ${block.kind.padEnd(10)} ${JSON.stringify(block.text)}`);
  }
}

const header = '    both  theirs    ours   share';
console.log(header);
for (const { name, steps, counts } of pages.sort((one, other) => share(one.counts) - share(other.counts))) {
  console.log(line(name, counts));
  if (values.show) show(steps);
}
console.log(`\n${header}`);
for (const [kind, counts] of [...kinds].sort(([, one], [, other]) => other.theirs + other.ours - one.theirs - one.ours)) {
  console.log(line(kind, counts));
}
const all = { both: 0, theirs: 0, ours: 0 };
for (const { counts } of pages) {
  all.both += counts.both;
  all.theirs += counts.theirs;
  all.ours += counts.ours;
}
console.log(line(`all blocks of ${pages.length} pages`, all));
const mean = pages.reduce((sum, { counts }) => sum + share(counts), 0) / pages.length;
console.log(`mean share a page ${mean.toFixed(3)}, alike to the block ${pages.filter(({ counts }) => share(counts) === 1).length}`);
