import { walk } from '../../src/wasm/walk.js';
import { requestArticle } from '../shared/messages.js';
import { shadowRootOf } from './shadow_root_of.js';

/**
 * Walks the page as it stands and sends it to the background.
 *
 * @param {boolean} everything leave out nothing but what is certainly not the article
 * @param {Element} [host] the view, which is not the page's
 */
export async function ask(everything, host) {
  const { tape, elements } = walk(document, (element) => (element === host ? null : shadowRootOf(element)));
  const answer = await requestArticle({ tape, url: document.URL, everything });
  return { answer, elements };
}
