import { createDrawer } from '../left_out/drawer.js';
import { sentenceOf } from '../left_out/said.js';
import { element, onClick, textButton } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { createBlockMarks } from './block_marks.js';
import { keepingPlace } from './place.js';
import { toolButton } from './toolbar.js';

/**
 * What was left out, and how the person puts it right: the drawer, the marks in the text, and what is said of each step.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root
 * @param {import('./view.js').Actions} options.actions
 * @param {AbortSignal} options.signal the view's end
 * @returns {import('./reading_aids.js').Aid}
 */
export function createLeftOut({ root, actions, signal }) {
  /** @type {import('./reading_aids.js').Shown | undefined} */
  let shown;
  const button = onClick(toolButton('left_out'), toggle, signal);
  button.hidden = true;
  button.setAttribute('aria-haspopup', 'dialog');

  const marks = createBlockMarks({ root, onAct: act, onWhy: why, signal });
  const drawer = createDrawer({
    onDecide: (blocks, keep) => shown && actions.decide([shown.elements[blocks[0].ordinal]], keep, blocks),
    onUndo: actions.undo,
    onRedo: actions.redo,
    onChoose: () => marks.move(0),
    onReport: actions.report,
    wayTo: (ordinal) => marks.wayTo(shown?.elements[ordinal]),
    inPlace: (change) => keepingPlace(shown?.body, change),
    signal,
  });

  // What had the focus before may be gone with the text that stood there.
  drawer.element.addEventListener('close', () => root.activeElement || shown?.scroller.focus({ preventScroll: true }), { signal });

  const said = element('span', { role: 'status' });
  const undo = textButton('undo-step', message('undo'), actions.undo, signal);
  const note = element('div', { class: 'note-below corrected', hidden: '' }, said, undo);

  function toggle() {
    if (shown && !drawer.close()) open();
  }

  /** @param {number} [ordinal] of the block that is asked about */
  function open(ordinal) {
    hush();
    drawer.open(ordinal);
  }

  /** Hides the block that has the mark, or brings back what was left out at it. */
  function act() {
    const stop = marks.current();
    if (!stop || !shown) return;
    const { elements } = shown;
    if (stop.blocks) actions.decide([...new Set(stop.blocks.map(({ ordinal }) => elements[ordinal]))], true, stop.blocks);
    else if (stop.elements.length > 0) actions.decide(stop.elements, false);
  }

  function why() {
    if (shown) open(marks.current()?.blocks?.[0].ordinal);
  }

  /** @param {NonNullable<import('./reading_aids.js').Shown['corrected']>} corrected */
  function tell({ step, isUndone }) {
    const sentence = sentenceOf(step, isUndone);
    if (drawer.isOpen()) {
      drawer.say(sentence);
      return;
    }
    note.hidden = false;
    undo.hidden = isUndone;
    // Into what stands there already, so that it is heard.
    requestAnimationFrame(() => (said.textContent = sentence));
  }

  /** @returns {boolean} whether anything was said */
  function hush() {
    const wasSaid = !note.hidden;
    note.hidden = true;
    said.textContent = '';
    return wasSaid;
  }

  /** @param {import('./reading_aids.js').Shown} next */
  function addWays({ footer, main, article, leftOut, words, signal: shownSignal }) {
    if (leftOut === 0) {
      footer.append(element('p', {}, words.leftOut));
      return;
    }
    const way = (/** @type {string} */ action, /** @type {string} */ text) => textButton(action, text, () => open(), shownSignal);
    footer.append(way('open-left-out', words.leftOut));
    if (article.verdict === 'unsure') main.querySelector('.verdict bdi')?.append(' ', way('look-left-out', message('button_left_out')));
  }

  return {
    buttons: [button],
    parts: [drawer.element, note],
    keys: { l: toggle, j: () => marks.move(1), k: () => marks.move(-1), x: act, w: why, u: actions.undo, U: actions.redo },
    shortcut: drawer.shortcut,
    close: drawer.back,
    stop: () => marks.clear() || hush(),
    attach(next) {
      // Of a selection the rest is left out by the person.
      if (next.isPart) return;
      shown = next;
      const { blocks, leftOut, hints, elements, corrections, corrected } = next;
      button.hidden = false;
      addWays(next);
      // Where a hint leads to, the marks know.
      marks.attach(next);
      drawer.show({
        blocks,
        leftOut,
        hints,
        elementOf: ({ ordinal }) => elements[ordinal],
        isEarlier: ({ ordinal }) => !corrections.isDecided(elements[ordinal]),
        canUndo: corrections.canUndo(),
        canRedo: corrections.canRedo(),
      });
      if (corrected) tell(corrected);
      next.signal.addEventListener('abort', () => {
        shown = undefined;
        button.hidden = true;
        hush();
        // Where another takes its place it does so at once.
        queueMicrotask(() => shown || drawer.close());
      });
    },
  };
}
