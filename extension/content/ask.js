import { walk } from '../../src/wasm/walk.js';
import { requestArticle } from '../shared/messages.js';
import { shadowRootOf } from './shadow_root_of.js';

/**
 * Walks the page as it stands and sends it to the background.
 *
 * @param {Quietpage.Keep} keep
 * @param {object} [options]
 * @param {import('./selected_part.js').Part} [options.part] of the page; without it, all
 * @param {Element} [options.host] the view, which is not the page's
 */
export async function ask(keep, { part, host } = {}) {
  const { tape, elements } = walk(document, (element) => (element === host ? null : shadowRootOf(element)), part);
  const answer = await requestArticle({ tape, url: document.URL, keep });
  return { answer, elements };
}
