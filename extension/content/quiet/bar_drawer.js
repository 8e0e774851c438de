import { createDrawer } from '../../left_out/drawer.js';
import { sentenceOf } from '../../left_out/said.js';
import { toolButton } from '../../reader/toolbar.js';
import { element, onClick } from '../../shared/element.js';
import { message, uiDirection } from '../../shared/i18n.js';

/**
 * What was left out of the page, beside the bar: the same drawer as in the reader view.
 *
 * @param {object} options
 * @param {object} options.actions
 * @param {(elements: Element[], keep: boolean | undefined, blocks?: Quietpage.Block[]) => void} options.actions.decide
 * @param {() => void} options.actions.undo
 * @param {() => void} options.actions.redo
 * @param {() => void} options.actions.choose
 * @param {() => Promise<string>} options.actions.report
 * @param {(element: Element | undefined) => void} options.actions.point shows the person an element, and no other any more
 * @param {import('../main.js').Corrections} options.corrections
 * @param {AbortSignal} options.signal
 */
export function createBarDrawer({ actions, corrections, signal }) {
  /** @type {Element[]} */
  let elements = [];
  const drawer = createDrawer({
    onDecide: (blocks, keep) => actions.decide([elements[blocks[0].ordinal]], keep, blocks),
    onUndo: actions.undo,
    onRedo: actions.redo,
    onChoose: actions.choose,
    onReport: actions.report,
    wayTo: (ordinal) => wayTo(elements[ordinal]),
    signal,
  });
  drawer.element.addEventListener('close', () => actions.point(undefined), { signal });

  /** @param {Element | undefined} element */
  function wayTo(element) {
    const isPage = element === document.documentElement || element === document.body;
    return element?.checkVisibility() && !isPage ? () => actions.point(element) : undefined;
  }

  const button = onClick(toolButton('left_out'), () => drawer.close() || drawer.open(), signal);
  button.setAttribute('aria-haspopup', 'dialog');

  return {
    button,
    part: element('div', { class: 'beside', lang: message('language'), dir: uiDirection() }, drawer.element),
    close: drawer.close,
    back: drawer.back,
    shortcut: drawer.shortcut,
    /** @param {import('../ask.js').Article} article */
    show({ answer, elements: walked }) {
      elements = walked;
      drawer.show({
        blocks: answer.blocks,
        leftOut: answer.leftOut,
        hints: answer.hints,
        elementOf: ({ ordinal }) => elements[ordinal],
        isEarlier: ({ ordinal }) => !corrections.isDecided(elements[ordinal]),
        canUndo: corrections.canUndo(),
        canRedo: corrections.canRedo(),
      });
    },
    /**
     * @param {import('../../left_out/corrections.js').Step} step
     * @param {boolean} isUndone
     * @returns {string | undefined} the sentence, where the drawer is not there to say it
     */
    tell(step, isUndone) {
      const sentence = sentenceOf(step, isUndone);
      if (!drawer.isOpen()) return sentence;
      drawer.say(sentence);
      return undefined;
    },
  };
}
