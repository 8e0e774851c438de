import { requestFace } from '../shared/messages.js';
import { isBundled } from '../shared/settings.js';
import { BUNDLED_FAMILY } from './look.js';

/**
 * Loads a bundled face when it is chosen, by message: the page's policy forbids it as an address, and nothing of the
 * extension can be fetched from a page.
 *
 * @param {AbortSignal} signal
 * @param {(change: () => void) => void} inPlace lets the text be set anew and stay where it is
 * @returns {(face: Quietpage.Settings['face'], main: HTMLElement, files?: Quietpage.FaceFile[]) => Promise<void> | undefined}
 *   for the face that holds and the text that is to be set in it; `files`: where they are at hand. `undefined`: nothing
 *   to wait for. Never rejects.
 */
export function createFaces(signal, inPlace) {
  /** @type {{face?: string, main?: HTMLElement}} */
  let wanted = {};
  /** @type {FontFace[]} */
  let loaded = [];

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
   * @param {Quietpage.FaceFile[]} [files]
   */
  async function load(face, main, files) {
    const asked = wanted;
    files ??= await requestFace({
      face,
      characters: [...new Set(main.textContent)].join(''),
      italic: main.querySelector('em, i, cite, var') !== null,
    });
    const faces = files.map(({ bytes, ...descriptors }) => new FontFace(BUNDLED_FAMILY, bytes, descriptors));
    // One that cannot be read leaves its letters to the face behind it.
    await Promise.allSettled(faces.map((one) => one.load()));
    if (wanted === asked && !signal.aborted) replace(faces);
  }

  return (face, main, files) => {
    if (wanted.face === face && wanted.main === main) return undefined;
    wanted = { face, main };
    if (isBundled(face)) return load(face, main, files);
    replace([]);
    return undefined;
  };
}
