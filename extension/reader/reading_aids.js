import drawerCss from '../left_out/drawer.css';
import panelCss from '../left_out/panel.css';
import plainButtonCss from '../shared/plain_button.css';
import { createReadAloud } from './aloud/read_aloud.js';
import aloudCss from './aloud/bar.css';
import { createCodeBlocks } from './code_blocks.js';
import codeBlocksCss from './code_blocks.css';
import { createContents } from './contents.js';
import contentsCss from './contents.css';
import { createFootnotes } from './footnotes.js';
import footnotesCss from './footnotes.css';
import { createGuide } from './guide.js';
import guideCss from './guide.css';
import { createHelp } from './help.js';
import helpCss from './help.css';
import { createHighlighting } from './highlighting.js';
import highlightingCss from './highlighting.css';
import { createKeptPlace } from './kept_place.js';
import keptPlaceCss from './kept_place.css';
import { createLeftOut } from './left_out.js';
import leftOutCss from './left_out.css';
import { createLightbox } from './lightbox.js';
import lightboxCss from './lightbox.css';
import { createPrinting } from './printing.js';
import { createProgress } from './progress.js';
import progressCss from './progress.css';
import { createScrollingBoxes } from './scrolling_boxes.js';
import scrollingBoxesCss from './scrolling_boxes.css';
import { createTakeAlong } from './take_along.js';
import takeAlongCss from './take_along.css';

/**
 * Something beside the text that helps to read it.
 *
 * @typedef {object} Aid
 * @property {HTMLElement[]} [buttons] and what else stands in the toolbar
 * @property {HTMLElement[]} [parts] that stand in the view, not in the article
 * @property {Record<string, () => void>} [keys] what keys do by themselves
 * @property {() => Record<string, () => void> | undefined} [panelKeys] what keys do while it lies over everything else
 * @property {(event: KeyboardEvent) => boolean} [shortcut] does what keys together stand for; says whether that is anything
 * @property {() => boolean} [close] closes what lies over the text; says whether there was anything
 * @property {() => boolean} [stop] ends what goes on by itself; says whether anything did
 * @property {() => void} [useSettings] called when others hold
 * @property {(shown: Shown) => void} [attach] begins with an article that has just been put into the view
 */

/**
 * @typedef {import('./view.js').Result & ShownAt} Shown
 * @typedef {object} ShownAt
 * @property {HTMLElement} main
 * @property {HTMLElement} body the text in it
 * @property {HTMLElement} footer below it
 * @property {boolean} isPart whether the person wanted no more than a part of the page
 * @property {HTMLElement} scroller
 * @property {{step: import('../left_out/corrections.js').Step, isUndone: boolean}} [corrected] it is what stood there,
 *   but for what the person has just put right
 * @property {AbortSignal} signal when another takes its place, or the view ends
 */

/** To be adopted with the view's own. */
export const aidsCss = [
  contentsCss,
  aloudCss,
  guideCss,
  progressCss,
  keptPlaceCss,
  footnotesCss,
  lightboxCss,
  codeBlocksCss,
  highlightingCss,
  scrollingBoxesCss,
  takeAlongCss,
  plainButtonCss,
  panelCss,
  drawerCss,
  leftOutCss,
  helpCss,
].join('\n');

/**
 * @param {object} options
 * @param {import('../shared/settings_area.js').SettingsArea} options.area where what is to be kept is kept
 * @param {ReturnType<typeof import('./kept_place.js').readKeptPlace>} options.keptPlace
 * @param {boolean} options.isPrivate
 * @param {ShadowRoot} options.root
 * @param {() => Quietpage.Settings} options.settings as they hold
 * @param {(changes: Partial<Quietpage.Settings>) => void} options.change
 * @param {import('./view.js').Actions} options.actions
 * @param {AbortSignal} options.signal
 */
export function createReadingAids({ area, keptPlace, isPrivate, root, settings, change, actions, signal }) {
  const printing = createPrinting();
  const leftOut = createLeftOut({ root, actions, signal });
  /** @type {Aid[]} */
  const aids = [
    createProgress(),
    createContents(),
    createReadAloud({ area, settings, change, signal }),
    createKeptPlace({ area, keptPlace, settings }),
    createFootnotes(),
    createLightbox(signal),
    createCodeBlocks(),
    createHighlighting(),
    createScrollingBoxes(),
    createGuide({ root, settings, change }),
    printing,
    createTakeAlong({ print: printing.print, isPrivate }),
    leftOut,
    createHelp(signal),
  ];
  /** @type {AbortController | undefined} */
  let showing;

  return {
    buttons: aids.flatMap(({ buttons }) => buttons ?? []),
    parts: aids.flatMap(({ parts }) => parts ?? []),
    /** @type {Record<string, () => void>} */
    keys: Object.assign({}, ...aids.map(({ keys }) => keys)),
    /** What keys do in what lies over everything else; with the letters, for there each has its button. */
    panelKeys: () => aids.map(({ panelKeys }) => panelKeys?.()).find((keys) => keys),
    /** @param {KeyboardEvent} event @returns {boolean} whether the keys stood for anything */
    shortcut: (event) => aids.some((aid) => aid.shortcut?.(event)),
    /** What stands beside the text after what lies over it. @returns {boolean} whether there was anything to close */
    close: () => [...aids.filter((aid) => aid !== leftOut), leftOut].some((aid) => aid.close?.()),
    /** @returns {boolean} whether anything was going on */
    stop: () => aids.some((aid) => aid.stop?.()),
    useSettings: () => aids.forEach((aid) => aid.useSettings?.()),
    /** Ends with what was shown. */
    detach: () => showing?.abort(),
    /** @param {Omit<Shown, 'signal'>} shown */
    attach(shown) {
      showing = new AbortController();
      for (const aid of aids) aid.attach?.({ ...shown, signal: AbortSignal.any([signal, showing.signal]) });
    },
  };
}
