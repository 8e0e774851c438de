import { browser, isExtensionThere } from './browser.js';

/**
 * Asks the background for the article.
 *
 * @param {Quietpage.Reading} page
 * @returns {Promise<Quietpage.Answer>} never rejects: what goes wrong on the way is an answer too
 */
export const requestArticle = (page) => requestAnswer({ type: 'extract', ...page });

/**
 * Asks the background to write a part of an article anew.
 *
 * @param {string} tape a page of nothing else
 * @param {string} url
 * @returns {Promise<Quietpage.Answer>} never rejects
 */
export const requestPortion = (tape, url) => requestAnswer({ type: 'portion', tape, url });

/**
 * @param {Quietpage.Request} request
 * @returns {Promise<Quietpage.Answer>} never rejects
 */
async function requestAnswer(request) {
  if (!isExtensionThere()) return refused('reloaded', 'the extension was updated or removed');
  try {
    /** @type {Quietpage.Answer | undefined} */
    const answer = await browser.runtime.sendMessage(request);
    return answer ?? refused('no_answer', 'the background gave no answer');
  } catch (problem) {
    return refused(isExtensionThere() ? 'no_answer' : 'reloaded', String(problem));
  }
}

/**
 * Asks what has an answer to fall back on: after an update or removal of the extension nobody answers.
 *
 * @template T
 * @param {Quietpage.Request} request
 * @param {T} otherwise
 * @returns {Promise<T>} never rejects
 */
async function answerTo(request, otherwise) {
  try {
    return (await browser.runtime.sendMessage(request)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Asks the background for the files of a bundled face.
 *
 * @param {Quietpage.FaceWanted} wanted
 * @returns {Promise<Quietpage.FaceFile[]>} empty where the background is out of reach, and the text stands in the face
 *   behind it
 */
export const requestFace = (wanted) => answerTo({ type: 'face', ...wanted }, /** @type {Quietpage.FaceFile[]} */ ([]));

/**
 * Has the background put a file of the extension into this page; whether it is there then, the page shows.
 *
 * @param {Quietpage.Addition} type
 */
export const requestAddition = (type) => answerTo({ type }, undefined);

/**
 * Has articles of this page's site open by themselves, or no longer. The browser asks the person.
 *
 * @param {boolean} [on] missing: only asks what holds
 * @returns {Promise<boolean>} what holds then
 */
export const requestAlways = (on) => answerTo({ type: 'always', on }, false);

/**
 * Has the background change what is kept of this page's site.
 *
 * @param {Quietpage.CorrectionChange[]} changes
 * @returns {Promise<Quietpage.CorrectionChange[] | null>} what takes them back; `null` where they could not be kept
 */
export const requestCorrecting = async (changes) => (changes.length === 0 ? [] : answerTo({ type: 'correct', changes }, null));

/**
 * Asks the background for a page in filler.
 *
 * @param {string} tape
 * @param {string} url
 * @returns {Promise<string | null>} `null` where there is none
 */
export const requestReport = (tape, url) => answerTo({ type: 'report', tape, url }, null);

/**
 * Has the background save a file where this page may not.
 *
 * @param {Quietpage.SavedFile} file
 * @returns {Promise<boolean>} whether it is about to
 */
export const requestSaving = (file) => answerTo({ type: 'save', file }, false);

/**
 * Has the background open a view on this page without a click, where the page is an article.
 *
 * @param {Quietpage.Arrival} arrival
 * @returns {Promise<boolean>} whether there is no need to ask again
 */
export const requestOpening = (arrival) => answerTo({ type: 'arrival', ...arrival }, true);

/**
 * Tells the background whether this page is to stay as it is when it is reloaded or come back to.
 *
 * @param {string} entry the key of its entry in the tab's history
 * @param {boolean} isShut
 */
export const rememberShut = (entry, isShut) => answerTo({ type: 'shut', entry, isShut }, undefined);

/**
 * Tells the background that a link is about to be followed, on whose page a view is to open.
 *
 * @param {Quietpage.Link} [link] missing: none is any more
 */
export const requestFollowing = (link) => answerTo({ type: 'follow', link }, undefined);

/** Has the background open the options page: a script in a page cannot. */
export async function openOptions() {
  /** @type {Quietpage.Request} */
  const request = { type: 'options' };
  await browser.runtime.sendMessage(request);
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
