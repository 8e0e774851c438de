import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { digest, dropOldPlaces, forgetPlaces, placeKey, readPlace } from '../shared/places.js';
import { EYE_PX, blockAt, placeOnceSet, shareAbove } from './place.js';
import { shareRead } from './progress.js';

/** Where the reader has come to rest this long, they are reading. */
const KEPT_AFTER_MS = 500;

/**
 * Reads where in this page the person stopped reading the last time: before the article is there, so that it is known by
 * then.
 *
 * @param {import('../shared/settings_area.js').SettingsArea} area where it is kept; in a private window that is memory
 * @returns {Promise<import('../shared/places.js').Place | undefined>} never rejects: out of reach, nothing is given back
 */
export async function readKeptPlace(area) {
  const key = placeKey(location.href);
  try {
    return readPlace((await area.get([key]))[key]);
  } catch {
    return undefined;
  }
}

/**
 * Keeps where in a page the person stopped reading, and gives it back the next time: the same paragraph, whatever the
 * window's width is then. A text read to its end begins at its top again.
 *
 * @param {object} options
 * @param {import('../shared/settings_area.js').SettingsArea} options.area where it is kept
 * @param {ReturnType<typeof readKeptPlace>} options.keptPlace
 * @param {() => Quietpage.Settings} options.settings as they hold
 * @returns {import('./reading_aids.js').Aid}
 */
export function createKeptPlace({ area, keptPlace, settings }) {
  const key = placeKey(location.href);
  /** What could not be written holds for this reading only. */
  const unwritten = () => undefined;
  const said = element('span', { role: 'status' });
  const toTop = element('button', { type: 'button', 'data-action': 'to-top' }, message('button_to_top'));
  const note = element('div', { class: 'note-below resumed', hidden: '' }, said, toTop);

  /** @param {import('../shared/places.js').Place | undefined} place */
  async function write(place) {
    if (!place) return area.remove([key]);
    await area.set({ [key]: place });
    await dropOldPlaces(area);
  }

  return {
    parts: [note],
    attach({ body, keep: what, corrected, scroller, signal }) {
      // A place in a part, or in another text of the page, is none in the article.
      if (what !== 'article') return;
      if (!settings().keepPlace) {
        forgetPlaces(area).catch(unwritten);
        return;
      }
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      let isMoved = false;
      const keep = () => {
        clearTimeout(timer);
        // Where the page has taken the view out of the document there is nothing to measure.
        if (!isMoved || !body.isConnected || !settings().keepPlace) return;
        isMoved = false;
        write(placeIn(body, scroller)).catch(unwritten);
      };

      keptPlace.then((place) => {
        const block = place && !corrected && !signal.aborted && scroller.scrollTop === 0 ? blockOf(body, place) : undefined;
        if (!place || !block) return;
        bringTo(block, place.share, scroller);
        showNote(scroller, signal);
      });
      scroller.addEventListener(
        'scroll',
        () => {
          isMoved = true;
          clearTimeout(timer);
          timer = setTimeout(keep, KEPT_AFTER_MS);
        },
        { signal, passive: true },
      );
      signal.addEventListener('abort', () => {
        note.hidden = true;
        keep();
      });
    },
  };

  /**
   * Says that this is not the beginning, until the reader has gone on by a window or so.
   *
   * @param {HTMLElement} scroller
   * @param {AbortSignal} signal
   */
  function showNote(scroller, signal) {
    const done = new AbortController();
    const until = AbortSignal.any([signal, done.signal]);
    const from = scroller.scrollTop;
    note.hidden = false;
    // Into what stands there already, so that it is heard.
    requestAnimationFrame(() => (said.textContent = message('resumed')));
    until.addEventListener('abort', () => {
      note.hidden = true;
      said.textContent = '';
    });
    toTop.addEventListener(
      'click',
      () => {
        scroller.scrollTop = 0;
        scroller.focus({ preventScroll: true });
        done.abort();
      },
      { signal: until },
    );
    scroller.addEventListener(
      'scroll',
      () => {
        if (Math.abs(scroller.scrollTop - from) > scroller.clientHeight) done.abort();
      },
      { signal: until, passive: true },
    );
  }
}

/**
 * @param {HTMLElement} body
 * @param {HTMLElement} scroller
 * @returns {import('../shared/places.js').Place | undefined} `undefined` at the beginning and at the end: nothing to give back
 */
function placeIn(body, scroller) {
  const block = blockAt(body.children, EYE_PX);
  if (!block || shareRead(body, scroller) === 1) return undefined;
  const share = shareAbove(block.getBoundingClientRect());
  if (block === body.firstElementChild && share === 0) return undefined;
  return { block: [...body.children].indexOf(block), share, text: digest(block.textContent), at: Date.now() };
}

/**
 * @param {HTMLElement} body
 * @param {import('../shared/places.js').Place} place
 * @returns {HTMLElement | undefined} the block with that text, which may stand elsewhere by now
 */
function blockOf(body, { block, text }) {
  const blocks = /** @type {HTMLElement[]} */ ([...body.children]);
  const isSame = (/** @type {HTMLElement | undefined} */ one) => one !== undefined && digest(one.textContent) === text;
  return isSame(blocks[block]) ? blocks[block] : blocks.find(isSame);
}

/**
 * @param {HTMLElement} block
 * @param {number} share of it that is to be above the line that is read
 * @param {HTMLElement} scroller
 */
function bringTo(block, share, scroller) {
  const { top, height } = placeOnceSet(block);
  scroller.scrollTop += top + share * height - EYE_PX;
}
