import { browser } from './browser.js';

/**
 * Asks the background for the article.
 *
 * @param {{tape: string, url: string, everything: boolean}} page
 * @returns {Promise<Quietpage.Answer>} never rejects: what goes wrong on the way is an answer too
 */
export async function requestArticle(page) {
  // After an update or removal the old script runs on in the page, cut off from the extension.
  if (!browser.runtime?.id) return refused('reloaded', 'the extension was updated or removed');
  try {
    /** @type {Quietpage.Request} */
    const request = { type: 'extract', ...page };
    /** @type {Quietpage.Answer | undefined} */
    const answer = await browser.runtime.sendMessage(request);
    return answer ?? refused('no_answer', 'the background gave no answer');
  } catch (problem) {
    return refused(browser.runtime?.id ? 'no_answer' : 'reloaded', String(problem));
  }
}

/**
 * Tells the background that this document can hold no reader view, so that it says so.
 *
 * @param {Quietpage.Unavailable} reason
 * @returns {Promise<void>}
 */
export async function reportUnavailable(reason) {
  /** @type {Quietpage.Request} */
  const request = { type: 'unavailable', reason };
  await browser.runtime.sendMessage(request);
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {Quietpage.Refused}
 */
export function refused(code, message) {
  return { ok: false, code, message };
}
