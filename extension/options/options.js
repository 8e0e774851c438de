/** The options page: the settings from their list, sites with a look of their own, shortcuts, and the way out as a file and back. */
import { browser } from '../shared/browser.js';
import { forgetVoices } from '../shared/chosen_voices.js';
import { element, textButton } from '../shared/element.js';
import { listOf, message, speakOurLanguage } from '../shared/i18n.js';
import { forgetPlaces } from '../shared/places.js';
import { saveFile } from '../shared/save_file.js';
import { SETTINGS } from '../shared/settings.js';
import { isPrivateWindow, lastingArea, passingArea, putEntries, replaceStored, takeBack } from '../shared/settings_area.js';
import { settingsForm } from '../shared/settings_form.js';
import { createSettings } from '../shared/settings_store.js';
import { forgetFurniture } from '../shared/stored_furniture.js';
import { SITE, loadStored } from '../shared/stored_settings.js';
import { CORRECTIONS, changeInTurn, inTurn } from '../shared/stored_corrections.js';
import { alwaysSection } from './always.js';
import { exportFile, importFile, settingsEntries, sitesIn } from './backup.js';
import { correctionsSection } from './corrections.js';
import { renewList } from './renewed_list.js';
import { letterKeyList, shortcutParts } from './shortcuts.js';

const FILE_NAME = 'quietpage-settings.json';

// The page's own end; nothing of it outlives the document.
const { signal } = new AbortController();
const isPrivate = isPrivateWindow();
const area = isPrivate ? passingArea(new Map()) : lastingArea();
const said = element('div', { class: 'said', role: 'status' });
const broken = element('p', { class: 'warning', role: 'alert', hidden: '' });
const sitesHeading = element('h2', { tabindex: '-1' }, message('sites'));
const siteList = element('ul');
const sites = element('section', { hidden: '' }, sitesHeading, element('p', { class: 'soft' }, message('sites_help')), siteList);
const corrections = correctionsSection({
  // Where it could not be stored, switches show what still holds.
  change: (host, changes) => changeInTurn(area, host, changes).catch(sayNotStored).then(showSites),
  remove: removeCorrections,
  signal,
});

// Nothing of a private window is for the browser to keep.
const always = isPrivate ? undefined : await alwaysSection({ asked: new URLSearchParams(location.search).get('site'), say, signal });
const settings = createSettings({ area, host: '', signal, onChange: show, onWritten: (isStored) => isStored || sayNotStored() });
const form = settingsForm({ change: (changes) => settings.change(changes), signal });
const letterKeys = form.parts.at(-1);
letterKeys?.append(letterKeyList());
// The switch for it stands there.
form.parts.find((part) => part.getAttribute('aria-labelledby') === 'group-reading')?.append(button('forget-furniture', 'forget_furniture', forgetSites));

speakOurLanguage();
document.title = message('options_title');
document.querySelector('main')?.append(
  element('h1', {}, message('options_title')),
  ...(isPrivate ? [element('p', { class: 'soft' }, message('private_window'))] : []),
  broken,
  ...form.parts,
  sites,
  corrections.element,
  ...(always ? [always.element] : []),
  element('section', { class: 'keys' }, element('h2', {}, message('shortcuts')), ...(await shortcutParts(signal))),
  backupSection(),
);
await start();
document.querySelector('main')?.append(said);
always?.focus();
// Much else is stored while a page is read; what stands here is not to be made anew under a person's hands for that.
browser.storage.onChanged.addListener((changes) => {
  if (Object.keys(changes).some((key) => key.startsWith(SITE) || key.startsWith(CORRECTIONS))) showSites();
});

/** @param {Quietpage.Settings} current */
function show(current) {
  form.show(current);
  if (!current.keepPlace) forgetPlaces(area).catch(() => undefined); // out of reach: said elsewhere on the page
}

/** Shows what is stored, and what of it could not be read. */
async function start() {
  const stored = await loadStored(area, '');
  broken.hidden = stored.unreadable.length === 0;
  broken.textContent = broken.hidden ? '' : message('storage_broken', listOf(stored.unreadable.map(nameOf)));
  settings.begin(stored);
  await showSites();
}

/** @param {string} key of a setting, or of an entry */
function nameOf(key) {
  const setting = SETTINGS.find((one) => one.key === key);
  if (setting) return message(setting.message);
  return key === 'storage' ? message('storage_all') : key;
}

async function showSites() {
  const stored = await area.get(null).catch(() => ({})); // out of reach: the line above says so
  corrections.show(stored);
  const keys = sitesIn(stored);
  sites.hidden = keys.length === 0;
  renewList(siteList, keys.map(siteLine));
}

/** @param {string} key */
function siteLine(key) {
  const host = key.slice(SITE.length);
  const remove = button('remove-site', 'remove', () => {
    // It goes with what it removes.
    sitesHeading.focus({ preventScroll: true });
    replacing(() => putEntries(area, { [key]: undefined }), message('site_removed', host));
  });
  remove.setAttribute('aria-label', message('remove_site', host));
  remove.dataset.key = key;
  return element('li', {}, element('bdi', {}, host), remove);
}

function backupSection() {
  const file = element('input', { type: 'file', accept: '.json,application/json', hidden: '' });
  file.addEventListener('change', () => importChosen(file), { signal });
  return element(
    'section',
    {},
    element('h2', {}, message('backup')),
    element('p', { class: 'soft' }, message('backup_help')),
    element(
      'div',
      { class: 'buttons' },
      button('export', 'export', exportAll),
      button('import', 'import', () => file.click()),
      button('reset', 'reset_all', resetAll),
      file,
    ),
  );
}

/**
 * Removes corrections of one site, and offers the way back; what is decided elsewhere meanwhile stays.
 *
 * @param {string} host
 * @param {import('../shared/stored_corrections.js').Change[]} changes
 * @param {string} sentence what has been done
 */
async function removeCorrections(host, changes, sentence) {
  const taken = await changeInTurn(area, host, changes).catch(sayNotStored);
  if (!taken) return;
  await showSites();
  const undo = button('undo', 'undo', async () => {
    const isUndone = await changeInTurn(area, host, taken).catch(sayNotStored);
    await showSites();
    if (isUndone) say(message('undone'));
  });
  say(sentence, undo);
}

/** Settings can be had back; what says something of the person's reading is gone. */
async function resetAll() {
  const forget = () => Promise.all([forgetPlaces(area), forgetVoices(area), forgetFurniture(area)]);
  await replacing(() => forget().then(() => replaceStored(area, {})), message('reset_done'));
}

async function forgetSites() {
  await forgetFurniture(area).then(() => say(message('furniture_forgotten')), sayNotStored);
}

/**
 * @param {string} action
 * @param {string} name in _locales
 * @param {() => void} act
 */
function button(action, name, act) {
  const made = textButton(action, message(name), act, signal);
  made.className = 'plain';
  return made;
}

async function exportAll() {
  try {
    const text = exportFile(settingsEntries(await area.get(null)));
    saveFile({ name: FILE_NAME, text, mediaType: 'application/json' });
  } catch {
    say(message('not_saved'));
  }
}

/** @param {HTMLInputElement} input */
async function importChosen(input) {
  const [file] = input.files ?? [];
  // One that has gone since is none of ours.
  const read = file && importFile(await file.text().catch(() => ''));
  // The same file may be chosen again.
  input.value = '';
  if (!file) return;
  if (!read) return say(message('import_wrong'));
  const ignored = read.ignored.length > 0 ? ` ${message('import_ignored', listOf(read.ignored.map(nameOf)))}` : '';
  await replacing(() => replaceStored(area, read.entries), message('import_done') + ignored);
}

/**
 * Has other settings stored than those that hold, and offers the way back.
 *
 * @param {() => Promise<import('../shared/settings_area.js').Replaced>} replace
 * @param {string} sentence what has been done
 */
async function replacing(replace, sentence) {
  settings.flush();
  try {
    const replaced = await inTurn(replace);
    const undo = button('undo', 'undo', async () => {
      settings.flush();
      await inTurn(() => takeBack(area, replaced)).then(startAnew).then(() => say(message('undone')), sayNotStored);
    });
    await startAnew();
    say(sentence, undo);
  } catch {
    sayNotStored();
  }
}

/** Nothing was changed. */
function sayNotStored() {
  say(message('not_stored'));
}

/** Shows what is stored by now. */
async function startAnew() {
  settings.restart(await loadStored(area, ''));
  broken.hidden = true;
  await showSites();
}

/** @param {...(Node | string)} parts */
function say(...parts) {
  said.replaceChildren(...parts);
}
