const WITH_TIME = /T\d{2}:\d{2}/;
const PARTS = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/**
 * A date in a person's words, as precise as it was given and no more.
 *
 * @param {string} iso ISO 8601: a year, a month, a day or a moment
 * @param {string} language
 * @returns {string | undefined} `undefined` where it is no date
 */
export function formatDate(iso, language) {
  const parts = PARTS.exec(iso);
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return undefined;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: 'numeric' };
  if (!parts || parts[2]) options.month = 'long';
  if (!parts || parts[3]) options.day = 'numeric';
  // A day is the same day everywhere; JavaScript reads it as midnight in Greenwich, which is the day before in America.
  if (parts) options.timeZone = 'UTC';
  // With the time of day the line is long enough.
  if (WITH_TIME.test(iso)) Object.assign(options, { month: 'short', hour: 'numeric', minute: '2-digit' });
  return new Intl.DateTimeFormat(language, options).format(date);
}
