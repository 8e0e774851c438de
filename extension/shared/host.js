/**
 * @param {string} url
 * @returns {string} the host's name in it; empty where there is none
 */
export function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
