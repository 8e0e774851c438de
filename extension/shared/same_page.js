/**
 * @param {string | null} one
 * @param {string | null} other
 * @returns {boolean} whether two addresses are of the same page, at whatever place in it
 */
export const isSamePage = (one, other) => one?.split('#')[0] === other?.split('#')[0];
