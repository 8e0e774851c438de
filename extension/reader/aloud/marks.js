/** As in bar.css. The document has one list of such names for all. */
const SENTENCE = 'quietpage-sentence';
const WORD = 'quietpage-word';

/**
 * Marks what is being spoken by the browser's own means, so that the text stays as it is.
 *
 * @returns {{sentence: (range?: Range) => void, word: (range?: Range) => void, clear: () => void}}
 */
export function createMarks() {
  return {
    /** A voice that does not say which word it begins leaves it at this. */
    sentence(range) {
      mark(SENTENCE, 0, range);
      mark(WORD, 1);
    },
    word: (range) => mark(WORD, 1, range),
    clear() {
      mark(SENTENCE, 0);
      mark(WORD, 1);
    },
  };
}

/**
 * @param {string} name
 * @param {number} priority the higher lies above
 * @param {Range} [range] missing: nothing is marked
 */
function mark(name, priority, range) {
  if (!range) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
