import { attributeOf, isAttributeSet, putAttribute, takeAttribute } from './attributes.js';

/** @typedef {ReturnType<typeof createHolds>} Holds */

/** What has browsers and screen readers pass an element by. No style sheet undoes it. */
export const HOLDING = ['inert', 'aria-hidden'];
/** Where a wall lies in the window, as shares of its height. */
const WALL_AT = [0.5, 0.85];

/** Takes off the article what a wall puts on all that is behind it, for as long as it is quiet. */
export function createHolds() {
  /** @type {Set<Element>} */
  const inert = new Set();
  /** @type {Set<Element>} */
  const unheard = new Set();

  return {
    /** @param {Element} element that the article stands in */
    lift(element) {
      // A page that puts it back means it.
      if (isAttributeSet(element, 'inert') && !inert.has(element)) {
        inert.add(element);
        takeAttribute(element, 'inert');
      }
      // Not taken away: where it is gone at the end, the page itself has taken it away.
      if (attributeOf(element, 'aria-hidden') === 'true' && !unheard.has(element)) {
        unheard.add(element);
        putAttribute(element, 'aria-hidden', 'false');
      }
    },
    /** Gives back the page, once it is seen as it was. */
    end() {
      for (const element of unheard) if (attributeOf(element, 'aria-hidden') === 'false') putAttribute(element, 'aria-hidden', 'true');
      // Behind a wall that the page has withdrawn meanwhile, nobody could use the page any more.
      for (const element of inert) if (isWalledOff(element)) putAttribute(element, 'inert', '');
    },
  };
}

/** @param {Element} element @returns {boolean} whether something lies fixed over the page that is not in it */
function isWalledOff(element) {
  return WALL_AT.some((at) => {
    let above = document.elementFromPoint(window.innerWidth / 2, window.innerHeight * at);
    for (; above && !above.contains(element) && !element.contains(above); above = above.parentElement) {
      if (above.matches('dialog') || getComputedStyle(above).position === 'fixed') return true;
    }
    return false;
  });
}
