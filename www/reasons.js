import { byId, element } from './element.js';
import { percent, verdictOf } from './marked_page.js';

/** @typedef {import('./core.js').Block} Block */

/**
 * Says of the blocks of one element what was decided and why.
 *
 * @param {Block[]} shown
 * @param {Block[]} all
 */
export function showReasons(shown, all) {
  byId('reasons', HTMLElement).replaceChildren(
    ...shown.flatMap((block) => [
      element(
        'p',
        { class: 'block-line' },
        element('strong', { class: block.kept ? 'chip kept' : 'chip out' }, verdictOf(block)),
        ` score ${percent(block.score)}. Block ${all.indexOf(block) + 1} of ${all.length}, ${block.chars} characters, ` +
          `${percent(block.linkDensity)} of them in links.`,
      ),
      element('ul', {}, ...block.reasons.map((reason) => element('li', {}, reason))),
    ]),
  );
}
