// @ts-check
/** All that opens over the article or in it, for what must hold of each. */

import { clickInView, inView, placeOf } from './in_view.mjs';
import { eventually } from './reader.mjs';
import { giveVoices } from './speech.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @typedef {object} Panel
 * @property {string} name
 * @property {string} opener a selector in the view's root, as `panel`
 * @property {string} panel
 * @property {string} open what selects it while it is open, and only then
 * @property {string} [closedRoot] what in the view's root is closed to scripts, and belongs to it
 * @property {boolean} isOver it lies over the article and takes the focus
 */

/** @type {Panel[]} */
export const PANELS = [
  { name: 'the settings', opener: '[data-action=settings]', panel: '.sheet', open: '[data-open]', closedRoot: '.sheet', isOver: true },
  { name: 'the contents', opener: '[data-action=contents]', panel: '#contents', open: ':popover-open', isOver: true },
  { name: 'taking along', opener: '[data-action=take_along]', panel: '#take_along', open: ':popover-open', isOver: true },
  { name: 'a note', opener: 'article sup a', panel: '.note', open: ':popover-open', isOver: true },
  { name: 'the pictures', opener: 'article .enlarge', panel: '.lightbox', open: '[open]', isOver: true },
  { name: 'reading aloud', opener: '[data-action=aloud]', panel: '.aloud-bar', open: ':not([hidden])', closedRoot: '.aloud-choices', isOver: false },
  { name: 'what was left out', opener: '[data-action=left_out]', panel: '.left-out', open: '[open]', isOver: false },
  { name: 'the keys', opener: '[data-action=keys]', panel: '.help', open: '[open]', isOver: true },
];

/**
 * @param {Page} page
 * @param {Panel} panel
 */
export const isPanelOpen = (page, { panel, open }) => inView(page, (root, css) => root.querySelector(css) !== null, panel + open);

/**
 * Scrolls an element into sight, and waits till it stands still.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function scrollTo(page, selector) {
  let place = '';
  // What comes near is only then laid out, and moves the rest.
  await eventually(async () => {
    await inView(page, (root, css) => root.querySelector(css)?.scrollIntoView({ block: 'center' }), selector);
    const before = place;
    place = JSON.stringify(await placeOf(page, selector));
    return place === before;
  }, `${selector} to stand still`);
}

/**
 * Opens it as a person does, and lets the test look into it.
 *
 * @param {import('./browsers.mjs').Quiet} quiet
 * @param {Page} page
 * @param {Panel} panel
 */
export async function openPanel(quiet, page, panel) {
  await eventually(() => inView(page, (root, css) => root.querySelector(css) !== null, panel.opener), panel.opener);
  if (panel.panel === '.aloud-bar') await (await giveVoices(quiet, page)).close();
  await scrollTo(page, panel.opener);
  await clickInView(page, panel.opener);
  await eventually(() => isPanelOpen(page, panel), panel.name);
  if (panel.closedRoot) await quiet.openClosedRoot(page, panel.closedRoot);
}

/**
 * @param {Page} page
 * @param {Panel} panel
 */
export async function closePanel(page, panel) {
  await page.keyboard.press('Escape');
  await eventually(async () => !(await isPanelOpen(page, panel)), `the end of ${panel.name}`);
}
