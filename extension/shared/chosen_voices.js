/** storage.local's key. No setting: another device has other voices, and a file of settings goes to other devices. */
const KEY = 'voices';

/**
 * Forgets them all.
 *
 * @param {import('./settings_area.js').SettingsArea} area
 */
export const forgetVoices = (area) => area.remove([KEY]);

/**
 * The voice that the person chose for a language, kept for the next time.
 *
 * @param {import('./settings_area.js').SettingsArea} area
 */
export function createChosenVoices(area) {
  /** Language → `voiceURI`. @type {Record<string, string>} */
  let chosen = {};

  const read = async () => {
    const { [KEY]: stored } = await area.get([KEY]);
    return Object.fromEntries(Object.entries(Object(stored)).filter(([, uri]) => typeof uri === 'string'));
  };

  return {
    get all() {
      return chosen;
    },
    async load() {
      // Out of reach: what was chosen in this view holds.
      chosen = { ...(await read().catch(() => ({}))), ...chosen };
    },
    /**
     * @param {string} language
     * @param {string} voiceURI
     */
    async choose(language, voiceURI) {
      chosen = { ...chosen, [language]: voiceURI };
      try {
        await area.set({ [KEY]: { ...(await read()), [language]: voiceURI } });
      } catch {
        return; // the extension was updated meanwhile: it holds for this reading
      }
    },
  };
}
