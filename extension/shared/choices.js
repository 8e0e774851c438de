import { browser } from './browser.js';

/** @type {Quietpage.Theme[]} */
const THEMES = ['system', 'light', 'dark'];
/** Steps of text size in each direction; at the ends the text is still readable on a phone and on a television. */
export const MAX_TEXT_STEPS = 6;

/** @type {Quietpage.Choices} */
export const DEFAULT_CHOICES = { theme: 'system', textSize: 0 };

/** @returns {Promise<Quietpage.Choices>} what was chosen before; the defaults where nothing was, or storage is out of reach */
export async function loadChoices() {
  /** @type {Record<string, unknown>} */
  // Cut off from the extension there is no storage; the article can be shown all the same.
  const stored = (await browser.storage?.local?.get(['theme', 'textSize']).catch(() => undefined)) ?? {};
  return {
    theme: THEMES.find((theme) => theme === stored.theme) ?? DEFAULT_CHOICES.theme,
    textSize: typeof stored.textSize === 'number' ? clampTextSize(stored.textSize) : DEFAULT_CHOICES.textSize,
  };
}

/** @param {Quietpage.Choices} choices */
export function saveChoices(choices) {
  // Where it cannot be kept (the extension was updated meanwhile), the choice holds for this reading.
  browser.storage?.local?.set({ ...choices }).catch(() => undefined);
}

/**
 * @param {Quietpage.Theme} theme
 * @returns {Quietpage.Theme}
 */
export function nextTheme(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}

/** @param {number} steps */
export function clampTextSize(steps) {
  return Math.max(-MAX_TEXT_STEPS, Math.min(MAX_TEXT_STEPS, Math.round(steps)));
}
