// @ts-check
/**
 * Quietpage and its peers on live pages, in both browsers: `node compare/live/main.mjs FOLDER [--pages N] [--rounds N]
 * [--browser chrome|firefox]… [--contender NAME]…`, after a build and `npm ci --prefix compare/live`.
 *
 * Every contender reads the same document in the same page, one after the other and in another order each round; of a
 * page counts the fastest of its rounds. Milliseconds are what the page's main thread worked (on Linux; elsewhere what has
 * passed), as a page is held up by that. Ratios are taken page by page.
 */

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { openLab } from '../shared/lab.mjs';
import { story } from '../shared/made_pages.mjs';
import { SIZE_CLASSES, pagesIn, sample } from '../shared/pages.mjs';
import { median, p90 } from '../shared/statistics.mjs';
import { figure, table, times } from '../shared/table.mjs';
import { measure } from './measure.mjs';

/** @import { Measured } from './measure.mjs' */

/** @type {{[contender: string]: string}} */
const NAMES = {
  quietpage: 'Quietpage',
  quietpageBrief: 'Quietpage, as the extension calls it',
  walk: 'its walk alone',
  probe: 'its probe',
  readability: 'Readability.js',
  defuddle: 'Defuddle',
  treeWalker: 'bare TreeWalker',
};
/** What real pages over 1 MB have most of is scripts; these are nothing but text and markup. */
const MADE_BYTES = [1.2e6, 2.5e6];
/** Of one page, after which no further round begins. */
const BUDGET_MS = 5000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    browser: { type: 'string', multiple: true, default: BROWSERS },
    contender: { type: 'string', multiple: true, default: Object.keys(NAMES) },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: node compare/live/main.mjs FOLDER [--pages N] [--rounds N] [--browser chrome|firefox]… [--contender NAME]…');
  process.exit(2);
}

const pages = pagesIn(folder);
const classes = [
  ...SIZE_CLASSES.map((size) => ({ name: size.name, files: sample(pages, size, Number(options.pages)) })),
  {
    name: 'made, over 1 MB of text and markup',
    files: MADE_BYTES.map((bytes) => {
      const body = Buffer.from(story(bytes));
      return { id: 'made', bytes: body.length, body };
    }),
  },
];
const lab = await openLab(join(import.meta.dirname, 'contenders.js'));

/** @param {Measured[]} results of the pages of one size */
function report(results) {
  const ofPages = (/** @type {string} */ contender) => results.map(({ ms }) => ms[contender]);
  /** The median of the ratios of one page each. @param {string} contender @param {string} other */
  const ratio = (contender, other) => {
    const others = ofPages(other);
    return median(ofPages(contender).map((ms, at) => ms / others[at]));
  };
  const rows = options.contender.map((contender) => {
    const ms = ofPages(contender);
    return [
      NAMES[contender],
      figure(median(ms)),
      figure(p90(ms)),
      times(ratio(contender, 'quietpage')),
      times(median(ms) / median(ofPages('quietpage'))),
      times(ratio(contender, 'quietpageBrief')),
      times(ratio(contender, 'treeWalker')),
    ];
  });
  console.log(table(['', 'median ms', 'p90 ms', '÷ Quietpage', 'of the medians', '÷ the extension’s call', '÷ TreeWalker'], rows));
  const agreeing = results.filter(({ readerable, probed }) => readerable === probed).length;
  console.log(`\nThe probe costs ${(100 * ratio('probe', 'quietpage')).toFixed(1)} % of the extraction, and says of ${agreeing} of ${results.length} pages what that says.`);
}

for (const name of BROWSERS.filter((one) => options.browser.includes(one))) {
  const { browser, close } = await launch(name);
  console.log(`\n## ${name}, ${await browser.version()}`);
  for (const { name: size, files } of classes) {
    /** @type {Measured[]} */
    const results = [];
    for (const file of files) {
      try {
        results.push(await measure(browser, lab, file, { contenders: options.contender, rounds: Number(options.rounds), budgetMs: BUDGET_MS }));
      } catch (problem) {
        console.log(`${file.id} is left out: ${String(problem).split('\n')[0]}`);
      }
    }
    const kilobytes = figure(median(files.map(({ bytes }) => bytes)) / 1000);
    console.log(`\n### ${size}: ${results.length} pages, median ${kilobytes} KB, ${figure(median(results.map(({ elements }) => elements)))} elements\n`);
    report(results);
  }
  await close();
}
await lab.close();
