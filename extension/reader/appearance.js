import { isExtensionThere } from '../shared/browser.js';
import { openOptions } from '../shared/messages.js';
import { SETTINGS, validValue } from '../shared/settings.js';
import { createSettings } from '../shared/settings_store.js';
import { createFaces } from './faces.js';
import { createLook } from './look.js';
import { hidePageBeneath } from './page_beneath.js';
import { keepingPlace } from './place.js';
import { createSettingsSheet } from './settings_sheet.js';

/** What one press of the toolbar's buttons changes the text size by, in per cent. */
const SIZE_STEP = 10;
/** As in settings_sheet.css. */
const SHEET_AT_FOOT = '(width < 48em)';

/**
 * How the view looks: the settings, what follows from each change of them, and the sheet in which they are changed.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root
 * @param {import('../shared/settings_area.js').SettingsArea} options.area
 * @param {boolean} options.isPrivate
 * @param {() => void} options.onChange called when other settings hold
 * @param {() => void} options.onUnreachable the extension was updated meanwhile: of the sheet not even the words can be had
 * @param {AbortSignal} options.signal
 */
export function createAppearance({ root, area, isPrivate, onChange, onUnreachable, signal }) {
  const site = location.hostname;
  /** @type {HTMLElement | undefined} */
  let text;
  const inPlace = (/** @type {() => void} */ change) => keepingPlace(text?.querySelector('article'), change);
  const look = createLook(root);
  const adaptPage = hidePageBeneath(signal);
  const faces = createFaces(signal, inPlace);
  const settings = createSettings({
    area,
    host: site,
    signal,
    onChange(current) {
      inPlace(() => look(current));
      adaptPage(current);
      if (text) faces.use(current.face, text);
      sheet.update();
      onChange();
    },
    onWritten: (isStored) => sheet.sayWhetherStored(isStored),
  });
  const sheet = createSettingsSheet({ settings, site, isPrivate, openOptions, foreseeFace: faces.foresee, inPlace, signal });
  const size = SETTINGS.find(({ key }) => key === 'size');

  return {
    sheet: sheet.element,
    begin: settings.begin,
    beginUnknown: settings.beginUnknown,
    /** @returns {Quietpage.Settings} as they hold */
    settings: () => settings.current,
    change: settings.change,
    /** @returns {boolean} whether keys without Alt, Control or Command do something */
    hasLetterKeys: () => settings.current.letterKeys,
    closeSheet: sheet.close,
    openSheet() {
      if (!isExtensionThere()) {
        onUnreachable();
        return;
      }
      sheet.open();
      const body = text?.querySelector('article');
      // Where the sheet lies over the foot of the window: text above it, to see change.
      const isBeneath = body && matchMedia(SHEET_AT_FOOT).matches && body.getBoundingClientRect().top > window.innerHeight / 3;
      if (isBeneath) body.scrollIntoView({ block: 'start' });
    },
    /** @param {number} steps */
    changeTextSize(steps) {
      const wanted = size && validValue(size, settings.current.size + steps * SIZE_STEP);
      if (typeof wanted === 'number') settings.change({ size: wanted });
    },
    /**
     * To be called before a text is shown.
     *
     * @param {HTMLElement} main
     * @param {Quietpage.FaceFile[]} [faceFiles] of the face that the stored settings name
     * @returns {Promise<void> | undefined} what to wait for so that it is shown in its face at once
     */
    dress(main, faceFiles) {
      text = main;
      return faces.use(settings.current.face, main, faceFiles);
    },
  };
}
