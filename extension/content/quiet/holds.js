/** What a wall puts on the rest of the page, so that nobody but by the wall gets on. */
const HOLDS = /** @type {const} */ ([
  { name: 'inert', isHeld: () => true },
  { name: 'aria-hidden', isHeld: (/** @type {string} */ value) => value === 'true' },
]);

/** @typedef {ReturnType<typeof createHolds>} Holds */

/** The attributes that have browsers and screen readers pass the article by. No style sheet undoes them. */
export const HOLDING = HOLDS.map(({ name }) => name);

/** Takes them off for as long as it is quiet. */
export function createHolds() {
  /** Each element with what was taken off it. @type {Map<Element, Map<string, string>>} */
  const lifted = new Map();

  return {
    /** @param {Element} element that the article stands in */
    lift(element) {
      for (const { name, isHeld } of HOLDS) {
        const value = element.getAttribute(name);
        const before = lifted.get(element);
        // A page that puts it back means it.
        if (value === null || !isHeld(value) || before?.has(name)) continue;
        lifted.set(element, new Map(before).set(name, value));
        element.removeAttribute(name);
      }
    },
    /** Gives back the page, but for what it has itself changed meanwhile. */
    end() {
      for (const [element, values] of lifted) {
        for (const [name, value] of values) if (!element.hasAttribute(name)) element.setAttribute(name, value);
      }
      lifted.clear();
    },
  };
}
