import { element, textButton } from '../shared/element.js';
import { message, uiLanguage } from '../shared/i18n.js';
import { createForAuthor } from './for_author.js';
import { grouped, isDecided } from './groups.js';
import { piecesOf, setApart } from './pieces.js';
import { reasonOf } from './reason.js';

/** Characters of a block's text that are shown. */
const FIRST_CHARS = 90;
/** As in drawer.css: wider, the drawer stands beside the text, else over it. */
const BESIDE = '(width >= 64em)';

/**
 * What is to be listed.
 *
 * @typedef {object} Listed
 * @property {Quietpage.Block[]} blocks the brief ledger, in page order
 * @property {number} leftOut how many blocks are not in the article; the ledger may name fewer
 * @property {Quietpage.Hint[]} hints for the page's author
 * @property {(block: Quietpage.Block) => Element | undefined} elementOf in which a block stands
 * @property {(block: Quietpage.Block) => boolean} isEarlier whether what the person has decided of it was on a visit before
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 */

/**
 * The drawer of what was left out: each block with its first words and the reason, to be brought back; above them what
 * the person has brought back or hidden. Not modal, so that the text beside it can be read and scrolled; where it lies
 * over the text, it closes when the focus goes there. For any root: its style is panel.css, drawer.css and
 * shared/plain_button.css, colours come from where it stands.
 *
 * @param {object} options
 * @param {(blocks: Quietpage.Block[], keep: boolean | undefined) => void} options.onDecide of all the blocks right in an element;
 *   `undefined`: what was decided of them no longer holds
 * @param {() => void} options.onUndo
 * @param {() => void} options.onRedo
 * @param {() => Promise<string>} options.onReport saves a report without the page's words; tells what came of it
 * @param {() => void} options.onChoose the person wants to choose a block of the text, to hide it
 * @param {(ordinal: number) => (() => void) | undefined} options.wayTo shows the person an element; none where there is nothing to show
 * @param {(change: () => void) => void} [options.inPlace] lets the text make room and stay where it is
 * @param {AbortSignal} options.signal
 */
export function createDrawer({ onDecide, onUndo, onRedo, onChoose, onReport, wayTo, inPlace = (change) => change(), signal }) {
  const undo = textButton('undo', message('undo'), onUndo, signal);
  const redo = textButton('redo', message('redo'), onRedo, signal);
  const said = element('p', { class: 'said', role: 'status' });
  const forAuthor = createForAuthor({ say, wayTo, signal });
  const lists = element('div', { class: 'lists', tabindex: '-1' }, forAuthor.element);
  const dialog = element(
    'dialog',
    { class: 'side-panel left-out', 'aria-labelledby': 'left-out-title', tabindex: '-1' },
    element(
      'div',
      { class: 'title-bar' },
      element('h2', { id: 'left-out-title' }, message('button_left_out')),
      textButton('close-left-out', message('close_settings'), close, signal),
    ),
    element(
      'div',
      { class: 'does' },
      undo,
      redo,
      textButton('choose-block', message('left_out_choose'), chooseBlock, signal),
      textButton('save-report', message('report_save'), saveReport, signal),
    ),
    said,
    lists,
  );
  /** @type {Listed} */
  let listed = { blocks: [], leftOut: 0, hints: [], elementOf: () => undefined, isEarlier: () => false, canUndo: false, canRedo: false };
  /** @type {Element | null} */
  let focusedBefore = null;

  dialog.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !dialog.contains(relatedTarget) && !matchMedia(BESIDE).matches) inPlace(() => dialog.close());
    },
    { signal },
  );

  function chooseBlock() {
    close();
    onChoose();
  }

  /** @param {string} sentence what has been done */
  function say(sentence) {
    said.textContent = sentence;
  }

  async function saveReport() {
    say('');
    say(await onReport());
  }

  /** @returns {boolean} whether it was open */
  function close() {
    if (!dialog.open) return false;
    const hadFocus = dialog.matches(':focus-within');
    inPlace(() => dialog.close());
    // Where the text was set anew meanwhile, what had the focus may be gone.
    if (hadFocus && focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus({ preventScroll: true });
    said.textContent = '';
    return true;
  }

  /** What Escape does: folds what is unfolded where the focus is, else closes. @returns {boolean} whether there was anything */
  function back() {
    /** @type {HTMLDetailsElement | null} */
    const unfolded = lists.querySelector('details[open]:focus-within');
    if (!unfolded) return close();
    unfolded.open = false;
    unfolded.querySelector('summary')?.focus();
    return true;
  }

  /** @param {Quietpage.Block} block */
  function item(block) {
    const { ordinal, text } = block;
    const decided = isDecided(block);
    const first = firstWords(text);
    const words = first || message('left_out_no_text');
    const does = message(decided ? 'undo' : 'bring_back');
    const inElement = () => listed.blocks.filter((one) => one.ordinal === ordinal && isDecided(one) === decided && (decided || !one.kept));
    const act = textButton(decided ? 'undo-block' : 'bring-back', does, () => onDecide(inElement(), decided ? undefined : true), signal);
    act.setAttribute('aria-label', `${does}: ${words}`);
    const reason = element('small', {}, reasonOf(block, listed.isEarlier(block)));
    return element('li', { 'data-ordinal': String(ordinal) }, element('div', {}, element(first ? 'q' : 'span', first ? { dir: 'auto' } : {}, words), ' ', reason), act);
  }

  /** @param {Quietpage.Block[]} blocks */
  const list = (blocks) => element('ul', {}, ...blocks.map(item));

  /** @param {string} title @param {Quietpage.Block[]} blocks */
  const group = (title, blocks) => (blocks.length > 0 ? [element('h3', {}, title), list(blocks)] : []);

  function render() {
    const hadFocus = dialog.matches(':focus-within');
    const focused = lists.querySelector('li[data-ordinal]:focus-within')?.getAttribute('data-ordinal');
    const isUnfolded = lists.querySelector('details:not(.for-author)')?.hasAttribute('open');
    const { elementOf } = listed;
    listed = { ...listed, blocks: listed.blocks.map((block) => ({ ...block, text: setApart(block.text, piecesOf(elementOf(block))) })) };
    const { decided, near, around, furniture } = grouped(listed.blocks);
    // Taken out for a moment only, it would lose the focus.
    for (const child of [...lists.children]) if (child !== forAuthor.element) child.remove();
    forAuthor.element.before(
      ...group(message('left_out_yours'), decided),
      ...group(message('left_out_within'), near),
      ...group(message('left_out_around'), around),
    );
    if (furniture.length > 0) {
      // The ledger may not name them all.
      const named = listed.blocks.filter(({ kept }) => !kept).length - furniture.length;
      const count = new Intl.NumberFormat(uiLanguage()).format(listed.leftOut - named);
      const details = element('details', {}, element('summary', {}, message('left_out_rest', count)), list(furniture));
      details.open = Boolean(isUnfolded);
      forAuthor.element.before(details);
    }
    forAuthor.show(listed.hints);
    undo.disabled = !listed.canUndo;
    redo.disabled = !listed.canRedo;
    if (focused !== undefined) focusEntry(Number(focused));
    // What had it may be gone, or do nothing any more.
    if (hadFocus && !dialog.querySelector(':focus:enabled')) dialog.focus({ preventScroll: true });
  }

  /**
   * @param {number} ordinal
   * @returns {boolean} whether it is listed
   */
  function focusEntry(ordinal) {
    const entry = lists.querySelector(`[data-ordinal="${ordinal}"]`);
    const folded = entry?.closest('details');
    if (folded) folded.open = true;
    entry?.scrollIntoView({ block: 'nearest' });
    entry?.querySelector('button')?.focus({ preventScroll: true });
    return Boolean(entry);
  }

  return {
    element: dialog,
    isOpen: () => dialog.open,
    /** @param {Listed} next what is to be listed from here on */
    show(next) {
      listed = next;
      if (dialog.open) render();
    },
    say,
    /** @param {number} [ordinal] of the block that is asked about */
    open(ordinal) {
      const root = dialog.getRootNode();
      if (!dialog.matches(':focus-within')) focusedBefore = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
      if (!dialog.open) inPlace(() => dialog.show());
      render();
      // On the whole of it, so that its name is what is heard first.
      if (ordinal === undefined || !focusEntry(ordinal)) dialog.focus({ preventScroll: true });
    },
    close,
    back,
    /**
     * Ctrl+Z, and what does again what that undid, in the drawer: whoever has the keys asks for it.
     *
     * @param {KeyboardEvent} event
     * @returns {boolean} whether it was that
     */
    shortcut({ key, ctrlKey, metaKey, shiftKey, altKey }) {
      if (!(ctrlKey || metaKey) || altKey || !/^[zy]$/i.test(key) || !dialog.matches(':focus-within')) return false;
      if (shiftKey || key.toLowerCase() === 'y') onRedo();
      else onUndo();
      return true;
    },
  };
}

/**
 * @param {string} text
 * @param {number} [most] characters
 * @returns {string} how it begins, on one line
 */
export function firstWords(text, most = FIRST_CHARS) {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
}
