/**
 * What keys do in the reader view by themselves, once: the list of keys and the options page read it, and a test holds it
 * against what the view does. The key, and its words in _locales.
 *
 * @type {readonly (readonly [string, string])[]}
 */
export const READER_KEYS = [
  ['s', 'settings'],
  ['q', 'setting_view_quiet'],
  ['+', 'button_larger'],
  ['-', 'button_smaller'],
  ['c', 'button_contents'],
  ['f', 'setting_guide'],
  ['o', 'button_other_text'],
  ['t', 'button_take_along'],
  ['r', 'button_aloud'],
  ['b', 'button_sentence_back'],
  ['n', 'button_sentence_next'],
  ['B', 'button_paragraph_back'],
  ['N', 'button_paragraph_next'],
  ['l', 'button_left_out'],
  ['j', 'button_next_block'],
  ['k', 'button_previous_block'],
  ['x', 'button_hide_or_back'],
  ['w', 'button_why'],
  ['u', 'undo'],
  ['U', 'redo'],
  ['?', 'button_keys'],
];
