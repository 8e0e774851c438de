import { READER_KEYS } from '../shared/reader_keys.js';

/** Of every language of ours (CLDR). */
const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const COUNTED = ['left_out', 'count_links', 'count_words'];

/** What the view may say long after it has opened, whatever it shows. */
const OF_ANY_ARTICLE = [
  'time_left', 'time_left_little', 'resumed', 'button_copy_code', 'button_enlarge', 'picture_of', 'code', 'table',
  'button_take_along', 'taken_selection', 'taken_article', 'copied', 'not_copied', 'not_saved', 'saved_as', 'not_printed', 'source', 'printed_links',
  'button_aloud_play', 'button_aloud_pause', 'setting_aloud_rate', 'unit_times', 'aloud_voice', 'aloud_end', 'aloud_other_voice', 'aloud_no_voice',
  'aloud_failed', 'failed_no_text', 'failed_other_help',
  'left_out_yours', 'left_out_within', 'left_out_around', 'left_out_rest', 'left_out_no_text', 'bring_back', 'undo', 'undone', 'said_brought_back', 'said_hidden',
  'not_stored', 'because_brought_back', 'because_hidden_by_person', 'because_counted', 'for_author', 'reset', 'reset_done',
  ...COUNTED.flatMap((key) => PLURAL_FORMS.map((form) => `${key}_${form}`)),
  ...READER_KEYS.map(([, name]) => name),
];

/**
 * What the view may say when the extension behind it may have been updated.
 *
 * @param {Pick<Quietpage.Extracted, 'blocks' | 'hints'>} shown
 * @returns {string[]} keys of _locales, and some that no language has
 */
export function lateSentences({ blocks, hints }) {
  const reasons = new Set(blocks.flatMap(({ because }) => [`because_${because}`, `because_${because}_earlier`]));
  return [...OF_ANY_ARTICLE, ...reasons, ...hints.map(({ code }) => `hint_${code}`)];
}
