// @ts-check
/** All that opens over the article or in it, for what must hold of each. */

import { clickInView, inView } from './in_view.mjs';
import { eventually } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @typedef {object} Panel
 * @property {string} name
 * @property {string} opener a selector in the view's root, as `panel`
 * @property {string} panel
 * @property {boolean} isOver it lies over the article and takes the focus
 */

/** @type {Panel[]} */
export const PANELS = [
  { name: 'the settings', opener: '[data-action=settings]', panel: '.sheet', isOver: true },
  { name: 'the contents', opener: '[data-action=contents]', panel: '#contents', isOver: true },
  { name: 'a note', opener: 'article sup a', panel: '.note', isOver: true },
  { name: 'the pictures', opener: 'article .enlarge', panel: '.lightbox', isOver: true },
  { name: 'what was left out', opener: 'summary', panel: 'footer details', isOver: false },
];

/**
 * @param {Page} page
 * @param {Panel} panel
 */
export const isPanelOpen = (page, { panel }) =>
  inView(page, (root, css) => root.querySelector(css)?.matches(':popover-open, [open], [data-open]') ?? false, panel);

/**
 * Opens it as a person does, and lets the test look into it.
 *
 * @param {import('./browsers.mjs').Quiet} quiet
 * @param {Page} page
 * @param {Panel} panel
 */
export async function openPanel(quiet, page, panel) {
  await eventually(() => inView(page, (root, css) => root.querySelector(css) !== null, panel.opener), panel.opener);
  await inView(page, (root, css) => root.querySelector(css)?.scrollIntoView({ block: 'center' }), panel.opener);
  await clickInView(page, panel.opener);
  await eventually(() => isPanelOpen(page, panel), panel.name);
  if (panel.panel === '.sheet') await quiet.openClosedRoot(page, panel.panel);
}

/**
 * @param {Page} page
 * @param {Panel} panel
 */
export async function closePanel(page, panel) {
  await page.keyboard.press('Escape');
  await eventually(async () => !(await isPanelOpen(page, panel)), `the end of ${panel.name}`);
}
