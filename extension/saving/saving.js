/** Saves an article for a page that may not; background/saving.js hands it over, once. */
import { browser } from '../shared/browser.js';
import { message, speakOurLanguage } from '../shared/i18n.js';
import { saveFile } from '../shared/save_file.js';

speakOurLanguage();
const [said, sentence] = document.querySelectorAll('h1, p');
sentence.textContent = message('close_tab');

const port = browser.runtime.connect({ name: location.hash.slice(1) });
port.onMessage.addListener((/** @type {Quietpage.SavedFile} */ file) => {
  saveFile(file);
  said.textContent = message('saved_as', file.name);
});
port.onDisconnect.addListener(() => {
  // Of a page loaded again nobody has the file any more.
  said.textContent ||= message('not_saved');
});
