import { countMessage, listOf, message } from '../shared/i18n.js';
import { isDecided } from './groups.js';

/**
 * Why a block is shown or left out, in plain words, with the numbers of what is in it.
 *
 * @param {Quietpage.Block} block
 * @param {boolean} isEarlier whether the person decided it on a visit before
 * @returns {string}
 */
export function reasonOf(block, isEarlier) {
  const { because, links, words } = block;
  // Numbers say nothing more of it.
  if (isDecided(block)) return isEarlier ? message(`because_${because}_earlier`) : message(`because_${because}`);
  const counts = [...(links > 0 ? [countMessage('count_links', links)] : []), ...(words > 0 ? [countMessage('count_words', words)] : [])];
  const reason = message(`because_${because}`);
  return counts.length > 0 ? message('because_counted', reason, listOf(counts)) : reason;
}
