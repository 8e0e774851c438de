import { READER_KEYS } from '../shared/reader_keys.js';

/** What the view may say long after it has opened, when the extension behind it may have been updated: keys of _locales. */
export const LATE_SENTENCES = [
  'time_left', 'time_left_little', 'resumed', 'button_copy_code', 'picture_of', 'code',
  'button_take_along', 'taken_selection', 'taken_article', 'copied', 'not_copied', 'not_saved', 'saved_as', 'not_printed', 'source', 'printed_links',
  'button_aloud_play', 'button_aloud_pause', 'setting_aloud_rate', 'unit_times', 'aloud_voice', 'aloud_end', 'aloud_other_voice', 'aloud_no_voice',
  'aloud_failed', 'failed_no_text',
  'left_out_yours', 'left_out_within', 'left_out_around', 'left_out_rest', 'left_out_no_text', 'bring_back', 'undo', 'undone', 'said_brought_back', 'said_hidden',
  ...READER_KEYS.map(([, name]) => name),
];
