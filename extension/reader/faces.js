import { requestFace } from '../shared/messages.js';
import { BUNDLED_FACES, isBundled } from '../shared/settings.js';
import { BUNDLED_FAMILY } from './look.js';

/** What a text needs of any face. @typedef {Omit<Quietpage.FaceWanted, 'face'>} Needs */

/**
 * Loads a bundled face when it is chosen, by message: the page's policy forbids it as an address, and nothing of the
 * extension can be fetched from a page.
 *
 * @param {AbortSignal} signal
 * @param {(change: () => void) => void} inPlace lets the text be set anew and stay where it is
 */
export function createFaces(signal, inPlace) {
  /** @type {{face?: string, main?: HTMLElement}} */
  let wanted = {};
  /** @type {FontFace[]} */
  let loaded = [];
  /** What came of each face for the text that is shown. @type {Map<Quietpage.BundledFace, Promise<Quietpage.FaceFile[]>>} */
  const atHand = new Map();

  /** @param {FontFace[]} next */
  function replace(next) {
    if (next.length + loaded.length === 0) return;
    inPlace(() => {
      for (const one of next) document.fonts.add(one);
      for (const one of loaded) document.fonts.delete(one);
    });
    loaded = next;
  }
  signal.addEventListener('abort', () => replace([]));

  /**
   * @param {Quietpage.BundledFace} face
   * @param {HTMLElement} main
   * @param {Needs} [needs] of the text, where they are known
   */
  function filesOf(face, main, needs) {
    const known = atHand.get(face);
    if (known) return known;
    const files = requestFace({ face, ...(needs ?? needsOf(main)) });
    atHand.set(face, files);
    // The background may be within reach again.
    files.then(({ length }) => length === 0 && atHand.delete(face));
    return files;
  }

  /**
   * @param {Quietpage.BundledFace} face
   * @param {HTMLElement} main
   */
  async function load(face, main) {
    const asked = wanted;
    const files = await filesOf(face, main);
    const faces = files.map(({ bytes, ...descriptors }) => new FontFace(BUNDLED_FAMILY, bytes, descriptors));
    // One that cannot be read leaves its letters to the face behind it.
    await Promise.allSettled(faces.map((one) => one.load()));
    if (wanted === asked && !signal.aborted) replace(faces);
  }

  return {
    /**
     * @param {Quietpage.Settings['face']} face that holds
     * @param {HTMLElement} main the text that is to be set in it
     * @param {Quietpage.FaceFile[]} [files] where they are at hand
     * @returns {Promise<void> | undefined} `undefined`: nothing to wait for. Never rejects.
     */
    use(face, main, files) {
      if (wanted.face === face && wanted.main === main) return undefined;
      if (wanted.main !== main) atHand.clear();
      wanted = { face, main };
      if (isBundled(face)) {
        if (files) atHand.set(face, Promise.resolve(files));
        return load(face, main);
      }
      replace([]);
      return undefined;
    },
    /** A person is about to choose: has all files at hand, so that the next frame can show the face that they choose. */
    foresee() {
      const { main } = wanted;
      const needs = main && needsOf(main);
      if (main) for (const face of BUNDLED_FACES) filesOf(face, main, needs);
    },
  };
}

/**
 * @param {HTMLElement} main
 * @returns {Needs}
 */
function needsOf(main) {
  return { characters: [...new Set(main.textContent)].join(''), italic: main.querySelector('em, i, cite, var') !== null };
}
