import { READER_KEYS } from '../shared/reader_keys.js';

const COUNTED = ['left_out', 'count_links', 'count_words'];

/** What the view may say long after it has opened, whatever it shows. */
const OF_ANY_ARTICLE = [
  'time_left', 'time_left_little', 'resumed', 'button_copy_code', 'button_enlarge', 'picture_of', 'code', 'table',
  'button_take_along', 'taken_selection', 'taken_article', 'copied', 'not_copied', 'not_saved', 'saved_as', 'not_printed', 'source', 'printed_links',
  'button_aloud_play', 'button_aloud_pause', 'setting_aloud_rate', 'unit_times', 'aloud_voice', 'aloud_end', 'aloud_other_voice', 'aloud_no_voice',
  'aloud_failed', 'failed_no_text', 'failed_other_help',
  'left_out_yours', 'left_out_within', 'left_out_around', 'left_out_rest', 'left_out_no_text', 'bring_back', 'undo', 'undone', 'said_brought_back', 'said_hidden',
  'not_stored', 'because_brought_back', 'because_brought_back_earlier', 'because_hidden_by_person', 'because_hidden_by_person_earlier', 'because_counted', 'for_author', 'reset', 'reset_done',
  ...READER_KEYS.map(([, name]) => name),
];

/**
 * What the view may say when the extension behind it may have been updated. None but what there is: Firefox tells the console
 * of others.
 *
 * @param {Pick<Quietpage.Extracted, 'blocks' | 'hints'>} shown
 * @param {string[]} pluralForms those of the language
 * @returns {string[]} keys of _locales, each once
 */
export function lateSentences({ blocks, hints }, pluralForms) {
  const counted = COUNTED.flatMap((key) => pluralForms.map((form) => `${key}_${form}`));
  const reasons = blocks.filter(({ kept }) => !kept).map(({ because }) => `because_${because}`);
  return [...new Set([...OF_ANY_ARTICLE, ...counted, ...reasons, ...hints.map(({ code }) => `hint_${code}`)])];
}
