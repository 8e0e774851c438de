import { countMessage, listOf, message } from '../shared/i18n.js';

/** What the person has decided; numbers say nothing more of it. */
const DECIDED = ['brought_back', 'hidden_by_person'];

/**
 * Why a block is shown or left out, in plain words, with the numbers of what is in it.
 *
 * @param {Quietpage.Block} block
 * @param {boolean} isEarlier whether the person decided it on a visit before
 * @returns {string}
 */
export function reasonOf({ because, links, words }, isEarlier) {
  if (DECIDED.includes(because)) return isEarlier ? message(`because_${because}_earlier`) : message(`because_${because}`);
  const counts = [...(links > 0 ? [countMessage('count_links', links)] : []), ...(words > 0 ? [countMessage('count_words', words)] : [])];
  const reason = message(`because_${because}`);
  return counts.length > 0 ? message('because_counted', reason, listOf(counts)) : reason;
}
