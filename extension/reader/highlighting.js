import { stopwatch, withinLimits } from './highlighting_limits.js';
import { whenWanted } from '../content/when_wanted.js';

/** As in highlighting.css, where a kind's name follows. The document has one list of such names for all. */
const PREFIX = 'quietpage-code-';
/** Below what reading aloud marks. */
const PRIORITY = -1;
/** On a busy page no time is idle. */
const IDLE_WAITED_FOR_MS = 2000;

/**
 * Colours the code whose language the page names. Where it names none the code stays plain: a guess colours output and
 * transcripts as code that they are not. By the browser's own means, so that the text stays as it is.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createHighlighting() {
  return {
    attach({ body, signal }) {
      const blocks = blocksIn(body);
      if (blocks.length > 0) highlight(blocks, signal);
    },
  };
}

/** @typedef {{text: Text, language: string}} Block */

/**
 * @param {HTMLElement} body
 * @returns {Block[]} what can be coloured
 */
function blocksIn(body) {
  /** @type {Block[]} */
  const blocks = [];
  for (const code of body.querySelectorAll('pre > code[class]')) {
    const language = /^language-(\S+)$/.exec(code.className)?.[1];
    const text = code.firstChild;
    // Where something else than the core has written in it, too.
    if (language && text instanceof Text && !text.nextSibling) blocks.push({ text, language });
  }
  return withinLimits(blocks);
}

/**
 * @param {Block[]} blocks
 * @param {AbortSignal} signal
 */
async function highlight(blocks, signal) {
  await painted();
  await idle();
  const tokensIn = signal.aborted ? undefined : await whenWanted('highlighting', 'quietpageTokensIn');
  // Where it may not come here any more, code stays plain.
  if (!tokensIn || signal.aborted) return;
  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  // In forced colours Chromium would mark each like selected text, whatever its rule says.
  const forced = matchMedia('(forced-colors: active)');
  const show = () => {
    for (const [name, one] of highlights) {
      if (forced.matches || signal.aborted) CSS.highlights.delete(name);
      else CSS.highlights.set(name, one);
    }
  };
  forced.addEventListener('change', show, { signal });
  signal.addEventListener('abort', show);
  const { isTimeUp, time } = stopwatch();
  for (const { text, language } of blocks) {
    await idle();
    if (signal.aborted || isTimeUp()) return;
    time(() => {
      for (const { start, end, kind } of tokensIn(text.data, language)) {
        highlightOf(kind).add(new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }));
      }
    });
    show();
  }

  /** @param {Quietpage.TokenKind} kind */
  function highlightOf(kind) {
    const name = PREFIX + kind;
    const known = highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    made.priority = PRIORITY;
    highlights.set(name, made);
    return made;
  }
}

/** Before the frame that is to come, nothing is done. */
const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));

const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: IDLE_WAITED_FOR_MS }));
