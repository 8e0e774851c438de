import { walk } from '../../src/wasm/walk.js';
import { requestArticle } from '../shared/messages.js';
import { shadowRootOf } from './shadow_root_of.js';

/**
 * A page, and what the core says of it.
 *
 * @typedef {import('../../src/wasm/walk.js').Walk & {answer: Quietpage.Answer, keep: Quietpage.Keep, hints: WeakMap<Element, string>}} Asked
 *   `hints`: what was seen of elements before the extension changed how any of them look
 */

/** @typedef {Asked & {answer: Quietpage.Extracted}} Article */

/**
 * Walks the page as it stands and sends it to the background.
 *
 * @param {Quietpage.Keep} keep
 * @param {object} [options]
 * @param {import('./selected_part.js').Part} [options.part] of the page; without it, all
 * @param {Element} [options.host] the view, which is not the page's
 * @param {import('../../src/wasm/walk.js').Veil} [options.veil] what the extension itself has hidden
 * @param {(elements: Element[]) => Quietpage.Mark[]} [options.marks] what the person has decided of the page's elements
 * @param {Promise<Quietpage.Rule[]>} [options.rules] those of a private window
 * @returns {Promise<Asked>}
 */
export async function ask(keep, { part, host, veil = { covers: () => false, hints: new WeakMap() }, marks, rules } = {}) {
  const written = walk(document, { shadowRootOf: shadowRootsBut(host), part, veil });
  return { ...(await send(written, keep, { marks: marks?.(written.elements), rules: await rules })), hints: veil.hints };
}

/**
 * @param {import('../../src/wasm/walk.js').Walk} written the page as it was walked
 * @param {Quietpage.Keep} keep
 * @param {{marks?: Quietpage.Mark[], rules?: Quietpage.Rule[]}} [corrections] of the person
 */
export async function send({ tape, elements }, keep, corrections) {
  const answer = await requestArticle({ tape, url: document.URL, keep, ...corrections });
  return { tape, elements, keep, answer };
}

/**
 * @param {Element | undefined} host the view, which is not the page's
 * @returns {(element: Element) => ShadowRoot | null | undefined}
 */
export const shadowRootsBut = (host) => (element) => (element === host ? null : shadowRootOf(element));

/** @param {Article} article @returns {Element[]} what of it stands in the page */
export const keptIn = ({ answer, elements }) => answer.kept.map((ordinal) => elements[ordinal]).filter((element) => element?.isConnected);
