/** Saves an article for a page that may not. */
import { message, uiDirection } from '../shared/i18n.js';
import { saveFile } from '../shared/save_file.js';
import { takeHandedOver } from '../shared/handed_over.js';

document.documentElement.lang = message('language');
document.documentElement.dir = uiDirection();
const file = await takeHandedOver(location.hash.slice(1));
if (file) saveFile(file);
const [said, sentence] = document.querySelectorAll('h1, p');
said.textContent = file ? message('saved_as', file.name) : message('not_saved');
sentence.textContent = message('close_tab');
