// @ts-check
/** The pages of a soak: those of a folder, the project's fixtures, and the pages of the end-to-end tests. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, pagesIn } from '../../compare/shared/pages.mjs';
import { ROOT } from '../e2e/driving.mjs';
import { LATE, PAGES } from '../e2e/pages.mjs';
import { serve } from '../e2e/server.mjs';

/**
 * A page's own scripts change it as they like: whether it comes out of a view as it went in is seen where none runs. Nothing
 * is fetched but from this machine.
 */
const STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";
const LIVELY = `${STILL}; script-src 'unsafe-inline' 'unsafe-eval'; media-src 'self'`;
const SHARE_OF_STILL = 0.6;
const SHARE_OF_FOLDER = 0.6;
const SHARE_OF_FIXTURES = 0.6;
/** So many are there still to come back to. */
const KEPT = 20;
/** Answered when they are told to, or with another page; or of megabytes, which have tests of their own. */
const LEFT_OUT = [LATE, 'moved', 'huge', 'thread'];

/**
 * @typedef {object} SoakPage
 * @property {string} url
 * @property {string} name
 * @property {boolean} isStill none of its scripts run
 */

/**
 * @param {string | undefined} folder of `.html` and `.html.gz` files
 */
export async function servePages(folder) {
  /** @type {{[path: string]: import('../e2e/server.mjs').ServedFile}} */
  const files = {};
  const served = await serve(files);
  const fixtures = readdirSync(join(ROOT, 'tests', 'fixtures'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => ({ id: name, path: join(ROOT, 'tests', 'fixtures', name, 'page.html') }));
  const corpus = folder ? pagesIn(folder).sort((one, other) => one.id.localeCompare(other.id)) : [];
  const made = Object.keys(PAGES).filter((name) => !LEFT_OUT.includes(name));

  return {
    /** @param {import('./chance.mjs').Chance} chance @returns {SoakPage} */
    draw(chance) {
      const isOfFolder = corpus.length > 0 && chance.isLikely(SHARE_OF_FOLDER);
      if (!isOfFolder && !chance.isLikely(SHARE_OF_FIXTURES)) {
        const name = chance.oneOf(made);
        return { url: served.url(name), name, isStill: false };
      }
      const file = chance.oneOf(isOfFolder ? corpus : fixtures);
      const isStill = chance.isLikely(SHARE_OF_STILL);
      const name = `${isStill ? 'still' : 'lively'}/${file.id}.html`;
      // Once more, it is the newest.
      delete files[`/${name}`];
      files[`/${name}`] = { type: 'text/html', body: bytesOf(file), headers: { 'content-security-policy': isStill ? STILL : LIVELY } };
      for (const old of Object.keys(files).slice(0, -KEPT)) delete files[old];
      return { url: served.url(name), name, isStill };
    },
    /** A page with next to nothing on it. @param {number} n another address for each number */
    plain: (n) => served.url(`empty?${n}`),
    close: served.close,
  };
}
