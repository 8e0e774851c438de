import { message } from '../shared/i18n.js';
import { DEFAULT_CHOICES, clampTextSize, nextTheme, saveChoices } from '../shared/choices.js';
import { hidePageBeneath } from './page_beneath.js';

/** One step of text size. */
const STEP = 1.1;
/**
 * Theme → `color-scheme`, and how full the two halves of its button's disc are.
 *
 * @type {Record<Quietpage.Theme, {colorScheme: string, disc: [number, number]}>}
 */
const THEMES = {
  system: { colorScheme: 'light dark', disc: [1, 0] },
  light: { colorScheme: 'light', disc: [0, 0] },
  dark: { colorScheme: 'dark', disc: [1, 1] },
};

/**
 * How the person likes to read, as a style sheet of its own: in the shadow tree, which the page can look into, it stands
 * neither as text nor as an attribute. The theme's name, which people must be able to read, is generated content.
 *
 * Until they are known the view is there but not to be seen: no light flash for who reads in the dark.
 *
 * @param {ShadowRoot} root
 * @param {AbortSignal} signal
 * @returns {{begin: (stored: Quietpage.Choices) => void, changeTheme: () => void, changeTextSize: (by: number) => void}}
 */
export function createChoicesSheet(root, signal) {
  const adaptPage = hidePageBeneath(signal);
  // Read now: when the extension has been updated meanwhile, they can't be read any more.
  const names = { system: message('theme_system'), light: message('theme_light'), dark: message('theme_dark') };
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  sheet.replaceSync('dialog { opacity: 0; }');
  /** @type {Quietpage.Choices | undefined} */
  let choices;

  /** @param {Quietpage.Choices} chosen */
  function use(chosen) {
    choices = chosen;
    adaptPage(chosen.theme);
    const { colorScheme, disc } = THEMES[chosen.theme];
    sheet.replaceSync(`dialog {
      color-scheme: ${colorScheme};
      --text-scale: ${STEP ** chosen.textSize};
      --theme-disc-start: ${disc[0]};
      --theme-disc-end: ${disc[1]};
      --theme-name: ${JSON.stringify(names[chosen.theme])};
    }`);
  }

  /** @param {Partial<Quietpage.Choices>} changed */
  function change(changed) {
    const next = { ...current(), ...changed };
    use(next);
    saveChoices(next);
  }

  const current = () => choices ?? DEFAULT_CHOICES;
  return {
    // Later ones would undo what was chosen in this view meanwhile.
    begin: (stored) => choices ?? use(stored),
    changeTheme: () => change({ theme: nextTheme(current().theme) }),
    changeTextSize: (by) => change({ textSize: clampTextSize(current().textSize + by) }),
  };
}
