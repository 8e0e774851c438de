import { element, textButton } from '../shared/element.js';
import { countMessage, message } from '../shared/i18n.js';
import { icon } from './icon.js';
import { cutsBetween, pageBlocks } from './page_blocks.js';
import { EYE_PX, blockAt } from './place.js';

/** What a click in the article is for, if not for the mark. */
const DOES = 'a, button, input, summary, audio, video, iframe';

/**
 * Where the mark can stand: at a block of the article, or where something was left out.
 *
 * @typedef {object} Stop
 * @property {number} at index of the block, or of the one above the cut
 * @property {Element[]} elements of the page, that the block stands for; empty where they are not known
 * @property {Quietpage.Block[]} [blocks] what was left out there
 * @property {HTMLElement} focus what gets the focus
 */

/**
 * Marks beside the text and between its blocks. They stand in a layer behind the article and are placed by a style sheet
 * alone, so that they are no part of its text: not copied, read aloud, counted or printed.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root
 * @param {() => void} options.onAct at the mark: hide, or bring back
 * @param {() => void} options.onWhy
 * @param {AbortSignal} options.signal
 */
export function createBlockMarks({ root, onAct, onWhy, signal }) {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  const hide = textButton('hide-block', message('hide_block'), onAct, signal);
  const end = textButton('end-mark', message('close_settings'), clear, signal);
  const frame = element('div', { class: 'block-mark', hidden: '' }, element('div', {}, hide, end));
  /** @type {import('./reading_aids.js').Shown | undefined} */
  let shown;
  /** Found when first needed, or when the browser has nothing else to do. @type {Stop[] | undefined} */
  let stops;
  /** @type {Stop | undefined} */
  let current;
  let layer = element('div');

  /** @returns {Stop[]} */
  function known() {
    stops ??= shown ? find(shown) : [];
    return stops;
  }

  /** @param {import('./reading_aids.js').Shown} article */
  function find({ body, blocks, kept: keptByBlock, elements }) {
    const children = /** @type {HTMLElement[]} */ ([...body.children]);
    // An element may hold many blocks.
    const kept = [...new Set(keptByBlock)];
    const texts = kept.map((ordinal) => elements[ordinal]?.textContent ?? '');
    const standsFor = pageBlocks(children.map(({ textContent }) => textContent), texts);
    const cuts = cutsBetween(blocks, standsFor.map(([first]) => (first === undefined ? -1 : kept[first])));
    layer.replaceChildren(frame);
    return children.flatMap((child, at) => {
      const cut = cuts.find(({ after }) => after === at);
      const stop = { at, elements: standsFor[at].map((index) => elements[kept[index]]), focus: child };
      return cut ? [stop, { at, elements: [], blocks: cut.blocks, focus: cutMark(cut.blocks.length) }] : [stop];
    });
  }

  /** @param {number} count */
  function cutMark(count) {
    const label = countMessage('left_out', count);
    const mark = element('button', { type: 'button', class: 'cut-mark', title: label, 'aria-label': label }, icon('cut'));
    mark.addEventListener('click', () => {
      current = known().find(({ focus }) => focus === mark);
      place();
      onWhy();
    });
    layer.append(mark);
    return mark;
  }

  /** Ties each mark to its block. */
  function place() {
    /** @type {Map<number, string[]>} */
    const names = new Map();
    const rules = [];
    const name = (/** @type {number} */ at, /** @type {string} */ one) => names.set(at, [...(names.get(at) ?? []), one]);
    for (const { at, blocks, focus } of known()) {
      if (!blocks) continue;
      name(at, `--cut-${at}`);
      rules.push(`.cuts > :nth-child(${[...layer.children].indexOf(focus) + 1}) { position-anchor: --cut-${at}; }`);
    }
    if (current && !current.blocks) name(current.at, '--marked');
    for (const [at, all] of names) rules.push(`article > :nth-child(${at + 1}) { anchor-name: ${all.join()}; }`);
    sheet.replaceSync(rules.join('\n'));
    frame.hidden = !current || Boolean(current.blocks);
    hide.hidden = current?.elements.length === 0;
  }

  /** @param {Stop | undefined} stop */
  function markAt(stop) {
    if (current && !current.blocks) current.focus.removeAttribute('tabindex');
    current = stop;
    place();
    if (!stop) return;
    if (!stop.blocks) stop.focus.tabIndex = -1;
    stop.focus.focus({ preventScroll: true });
    stop.focus.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** @returns {boolean} whether there was a mark */
  function clear() {
    const hadMark = current !== undefined;
    if (hadMark) markAt(undefined);
    return hadMark;
  }

  return {
    current: () => current,
    clear,
    /** @param {Element | undefined} element of the page @returns {(() => void) | undefined} moves to its block, where it has one */
    wayTo(element) {
      const stop = element && known().find(({ elements }) => elements.includes(element));
      return stop && (() => markAt(stop));
    },
    /** @param {number} by stops; 0: where the reader is, if there is no mark yet */
    move(by) {
      const all = known();
      if (!shown) return;
      const { body } = shown;
      const read = blockAt(body.children, EYE_PX);
      const from = current ? all.indexOf(current) + by : all.findIndex(({ focus }) => focus === read);
      const next = all[Math.max(0, Math.min(from, all.length - 1))];
      if (next) markAt(next);
    },
    /** @param {import('./reading_aids.js').Shown} next */
    attach(next) {
      const before = next.corrected ? current : undefined;
      shown = next;
      stops = undefined;
      current = undefined;
      layer = element('div', { class: 'cuts' }, frame);
      frame.hidden = true;
      sheet.replaceSync('');
      next.footer.before(layer);
      if (before) {
        // What was brought back stands where the cut was.
        const at = Math.min(before.at + (before.blocks ? 1 : 0), next.body.children.length - 1);
        requestAnimationFrame(() => !next.signal.aborted && markAt(known().find((stop) => stop.at === at && !stop.blocks)));
      }
      const finding = requestIdleCallback(() => place(), { timeout: 1000 });
      next.body.addEventListener(
        'click',
        ({ target }) => {
          if (!current || !(target instanceof Element) || target.closest(DOES)) return;
          const block = [...next.body.children].find((child) => child.contains(target));
          if (block) markAt(known().find(({ focus }) => focus === block));
        },
        { signal: next.signal },
      );
      next.signal.addEventListener('abort', () => {
        cancelIdleCallback(finding);
        shown = undefined;
        stops = undefined;
      });
    },
  };
}
