/** A day, or a moment: what YAML itself knows as a date. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** What YAML wants escaped and JSON does not. */
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * @param {Record<string, string | null>} facts what is missing, or empty, is left out
 * @returns {string} YAML between its two lines
 */
export function frontMatter(facts) {
  const lines = Object.entries(facts).flatMap(([key, value]) => (value ? [`${key}: ${scalar(value)}\n`] : []));
  return `---\n${lines.join('')}---\n`;
}

/**
 * In quotes whatever it is: a title may be `yes`, `12` or `- [x]: #`.
 *
 * @param {string} text
 */
function scalar(text) {
  if (TIMESTAMP.test(text)) return text;
  // A string of JSON is one of YAML.
  return JSON.stringify(text).replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
