import { luminance, mixed } from '../shared/contrast.js';

/**
 * The view's colours, each `#rrggbb`.
 *
 * @typedef {object} Palette
 * @property {string} paper
 * @property {string} ink
 * @property {string} softInk of what stands beside the text; readable, too
 * @property {string} line
 * @property {string} edge of controls: 3 to 1 against the paper
 * @property {string} shade
 * @property {string} link
 * @property {string} mark
 */

/** @type {Palette} */
const LIGHT = {
  paper: '#fbfaf7', ink: '#26241f', softInk: '#67635a', line: '#e2ded4', edge: '#8b867b', shade: '#f2efe8', link: '#1f5a8a', mark: '#fff1b8',
};
/** @type {Palette} */
const DARK = {
  paper: '#19191b', ink: '#d6d3cc', softInk: '#a09c93', line: '#37363a', edge: '#77757c', shade: '#232326', link: '#8fbfe8', mark: '#5b4d14',
};
/** @type {Palette} */
const SEPIA = {
  paper: '#f3e8d2', ink: '#3f3122', softInk: '#6d5a43', line: '#dccdb0', edge: '#94805f', shade: '#eadcc2', link: '#7a3e10', mark: '#f5d57c',
};
/** @type {Palette} */
const BLACK_ON_WHITE = {
  paper: '#ffffff', ink: '#000000', softInk: '#1a1a1a', line: '#595959', edge: '#000000', shade: '#efefef', link: '#0000c8', mark: '#ffe95c',
};
/** @type {Palette} */
const WHITE_ON_BLACK = {
  paper: '#000000', ink: '#ffffff', softInk: '#ececec', line: '#a6a6a6', edge: '#ffffff', shade: '#1c1c1c', link: '#ffe45c', mark: '#5c4a00',
};

/**
 * @param {Quietpage.Settings} settings
 * @returns {{light: Palette, dark: Palette}} what holds where the system is light, and where it is dark
 */
export function palettes(settings) {
  switch (settings.theme) {
    case 'system':
      return { light: LIGHT, dark: DARK };
    case 'light':
      return { light: LIGHT, dark: LIGHT };
    case 'dark':
      return { light: DARK, dark: DARK };
    case 'sepia':
      return { light: SEPIA, dark: SEPIA };
    case 'contrast':
      return { light: BLACK_ON_WHITE, dark: WHITE_ON_BLACK };
    case 'own': {
      const own = ownPalette(settings);
      return { light: own, dark: own };
    }
  }
}

/** @param {Palette} palette */
export const isDark = ({ paper }) => luminance(paper) < 0.18;

/**
 * @param {Quietpage.Settings} settings
 * @returns {Palette}
 */
function ownPalette({ ownBackground: paper, ownText: ink, ownLink: link }) {
  const inkOver = (/** @type {number} */ share) => mixed(ink, paper, share);
  return {
    paper, ink, link,
    softInk: inkOver(0.85), line: inkOver(0.22), edge: inkOver(0.6), shade: inkOver(0.07),
    mark: mixed(link, paper, 0.25),
  };
}
