import { walkInSteps } from '../../src/wasm/walk.js';
import { requestArticle } from '../shared/messages.js';
import { shadowRootOf } from './shadow_root_of.js';

/**
 * A page, and what the core says of it.
 *
 * @typedef {import('../../src/wasm/walk.js').Walk & {answer: Quietpage.Answer, keep: Quietpage.Keep, hints: WeakMap<Element, string>}} Asked
 *   `hints`: what was seen of elements before the extension changed how any of them look
 */

/** @typedef {Asked & {answer: Quietpage.Extracted}} Article */

/** As long as this a page may be held up. */
const HELD_UP_MS = 40;
/** A page that changes wherever it is walked is held up for once. */
const MAX_BEGUN = 3;
/** What of the document is ours. */
const OURS = /^quietpage-(reader|bar)$/;

/**
 * @typedef {object} WhatOf
 * @property {import('./selected_part.js').Part} [part] of the page; without it, all
 * @property {Element} [host] the view, which is not the page's
 * @property {import('../../src/wasm/walk.js').Veil} [veil] what the extension itself has hidden
 */

/**
 * What the person has decided.
 *
 * @typedef {object} Decisions
 * @property {(elements: Element[]) => Quietpage.Mark[]} [marks] of the page's elements
 * @property {Promise<Quietpage.Rule[]>} [rules] for the site; missing: those that the background knows
 */

/**
 * Walks the page as it stands and sends it to the background.
 *
 * @param {Quietpage.Keep} keep
 * @param {WhatOf & Decisions & {onWalked?: () => void}} [options] `onWalked`: the page may be changed from here on
 * @returns {Promise<Asked>}
 */
export async function ask(keep, { marks, rules, onWalked, ...what } = {}) {
  const walking = walkPage(what);
  const sendIt = async (/** @type {Walked} */ { hints, ...written }) => {
    onWalked?.();
    const decided = { marks: marks?.(written.elements), rules: rules && (await rules) };
    return { ...(await send(written, keep, decided)), hints };
  };
  // At once: Firefox would read content.js before it came to what waits here.
  return walking instanceof Promise ? walking.then(sendIt) : sendIt(walking);
}

/** @typedef {import('../../src/wasm/walk.js').Walk & Pick<Asked, 'hints'>} Walked */

/**
 * Walks the page as it stands: at once where that is soon done, else with rests, in which the page can go on.
 *
 * @param {WhatOf} [what]
 * @returns {Walked | Promise<Walked>}
 */
export function walkPage({ part, host, veil = { covers: () => false, hints: new WeakMap() } } = {}) {
  const begin = () => walkInSteps(document, { shadowRootOf: shadowRootsBut(host), part, veil });
  let steps = begin();
  let begun = 1;

  /** @returns {Walked | undefined} `undefined`: it is time for a rest */
  function walkOn() {
    const until = performance.now() + HELD_UP_MS;
    while (begun > MAX_BEGUN || performance.now() < until) {
      const { done, value } = steps.next();
      if (value) return { ...value, hints: veil.hints };
      if (!done) continue;
      // The page has changed just where the walk was.
      steps = begin();
      begun += 1;
    }
    return undefined;
  }

  async function walkWithRests() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve));
      const walked = walkOn();
      if (walked) return walked;
    }
  }

  return walkOn() ?? walkWithRests();
}

/**
 * @param {import('../../src/wasm/walk.js').Walk} written the page as it was walked
 * @param {Quietpage.Keep} keep
 * @param {{marks?: Quietpage.Mark[], rules?: Quietpage.Rule[]}} [corrections] of the person
 * @returns {Promise<Omit<Asked, 'hints'>>} the page with what the core says of it
 */
export async function send({ tape, elements }, keep, corrections) {
  const answer = await requestArticle({ tape, url: document.URL, keep, ...corrections });
  return { tape, elements, keep, answer };
}

/**
 * @param {Element | undefined} host the view, which is not the page's
 * @returns {(element: Element, name: string) => ShadowRoot | null | undefined}
 */
export const shadowRootsBut = (host) => (element, name) => (element === host || OURS.test(name) ? null : shadowRootOf(element, name));

/** @param {Article} article @returns {Element[]} what of it stands in the page */
export const keptIn = ({ answer, elements }) => answer.kept.map((ordinal) => elements[ordinal]).filter((element) => element?.isConnected);
