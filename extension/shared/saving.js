import { requestSaving } from './messages.js';
import { saveFile } from './save_file.js';

/**
 * Saves a file from a page: by itself, or through a page of ours.
 *
 * @param {Quietpage.SavedFile} file
 * @param {boolean} isPrivate
 * @returns {Promise<boolean>} whether it is about to be saved
 */
export async function save(file, isPrivate) {
  if (!maySave()) {
    // Of a private window Chromium would open a page of ours in another, whose downloads are remembered.
    return !isPrivate && requestSaving(file);
  }
  saveFile(file);
  return true;
}

/**
 * Whether this page's files are saved by the browser as they are. A page in a sandbox has no origin, and may save none;
 * of a page without https Chromium wants each confirmed.
 */
function maySave() {
  return isSecureContext && !(window.origin === 'null' && location.protocol.startsWith('http'));
}
