import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { save as saveAs } from '../shared/saving.js';
import { copy } from './clipboard.js';
import { fileName } from './file_name.js';
import { createMenu } from './menu.js';
import savedPageCss from './saved_page.css';
import { selectedIn } from './selection.js';
import { take } from './taken.js';
import { asFile, asHtml, asMarkdown, asText } from './taken_forms.js';

/** @typedef {import('./reading_aids.js').Shown} Shown */
/** @typedef {import('./taken.js').Taken} Taken */
/** @typedef {(taken: Taken) => Parameters<typeof copy>[0]} FormsOf */

const LETTER = 't';
/** How long it is said what came of it. */
const SAID_MS = 5000;

/**
 * Takes the article along, or what is selected of it: copied as Markdown, as text, as formatted text; saved as a file;
 * on paper.
 *
 * @param {object} options
 * @param {(range: Range | undefined) => Promise<boolean>} options.print says whether it could be
 * @param {boolean} options.isPrivate
 * @returns {import('./reading_aids.js').Aid}
 */
export function createTakeAlong({ print, isPrivate }) {
  const said = element('div', { class: 'toast', role: 'status' });
  /** @type {Shown | undefined} */
  let shown;
  /** As it was when the menu opened: where a button is pressed, some browsers select nothing any more. @type {Range | undefined} */
  let range;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** What each entry does, by its name in _locales after `take_`; says what came of it. @type {Record<string, (article: Shown) => Promise<string>>} */
  const ways = {
    markdown: (article) => copyAs((taken) => ({ 'text/plain': asMarkdown(taken) }), article),
    text: (article) => copyAs((taken) => ({ 'text/plain': asText(taken) }), article),
    rich_text: (article) => copyAs((taken) => ({ 'text/plain': asText(taken), 'text/html': asHtml(taken) }), article),
    file: save,
    print: async () => ((await print(range)) ? '' : message('not_printed')),
  };
  const menu = createMenu({
    action: 'take_along',
    letter: LETTER,
    entries: Object.entries(ways).map(([way, go]) => ({
      name: message(`take_${way}`),
      async choose() {
        if (!shown) return;
        say('');
        say(await go(shown));
      },
    })),
    describe() {
      range = shown && selectedIn(shown.body);
      return message(range ? 'taken_selection' : 'taken_article');
    },
  });
  menu.button.hidden = true;

  /**
   * @param {FormsOf} formsOf
   * @param {Shown} article
   */
  async function copyAs(formsOf, article) {
    const taken = await take(article, range);
    return message(taken && (await copy(formsOf(taken))) ? 'copied' : 'not_copied');
  }

  /** @param {Shown} article */
  async function save(article) {
    const taken = await take(article, range);
    if (!taken) return message('not_saved');
    const file = { name: fileName(taken.title, 'html'), text: asFile(taken, savedPageCss), mediaType: 'text/html;charset=utf-8' };
    return (await saveAs(file, isPrivate)) ? message('saved_as', file.name) : message('not_saved');
  }

  /** @param {string} what */
  function say(what) {
    clearTimeout(timer);
    said.textContent = what;
    if (what) timer = setTimeout(say, SAID_MS, '');
  }

  return {
    buttons: [menu.button],
    parts: [menu.panel, said],
    keys: { [LETTER]: () => shown && menu.open() },
    panelKeys: menu.keys,
    close: menu.close,
    attach(article) {
      shown = article;
      menu.button.hidden = false;
      article.signal.addEventListener('abort', () => {
        shown = undefined;
        range = undefined;
        menu.close();
        menu.button.hidden = true;
        say('');
      });
    },
  };
}
