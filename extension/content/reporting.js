import { message } from '../shared/i18n.js';
import { requestReport } from '../shared/messages.js';
import { save } from '../shared/saving.js';

const NAME = 'quietpage-report.txt';

/**
 * Saves what stands in the page as a report without its words, for a person to look at before they hand it to anyone.
 *
 * @param {{tape: string} | undefined} page as it was walked
 * @param {boolean} isPrivate
 * @returns {Promise<string>} what is said of it
 */
export async function saveReport(page, isPrivate) {
  const text = page ? await requestReport(page.tape, document.URL) : null;
  const isSaved = text !== null && (await save({ name: NAME, text, mediaType: 'text/plain;charset=utf-8' }, isPrivate));
  return isSaved ? message('saved_as', NAME) : message('not_saved');
}
