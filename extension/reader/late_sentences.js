/** What the view may say long after it has opened, when the extension behind it may have been updated: keys of _locales. */
export const LATE_SENTENCES = [
  'time_left', 'time_left_little', 'resumed', 'button_copy_code', 'picture_of', 'code',
  'button_take_along', 'taken_selection', 'taken_article', 'copied', 'not_copied', 'not_saved', 'saved_as', 'not_printed', 'source', 'printed_links',
  'button_aloud_play', 'button_aloud_pause', 'setting_aloud_rate', 'unit_times', 'aloud_voice', 'aloud_end', 'aloud_other_voice', 'aloud_no_voice',
  'aloud_failed', 'failed_no_text',
];
