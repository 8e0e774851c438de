/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '\ufffd' };

/**
 * @param {string} text
 * @returns {string} as it stands in HTML, in a quoted attribute too
 */
export function escapeHtml(text) {
  return text.replace(/[&<>"'\0]/g, (sign) => ESCAPES[sign]);
}
