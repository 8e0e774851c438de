import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { copy } from './clipboard.js';
import { fileName } from './file_name.js';
import { createMenu } from './menu.js';
import { saveFile } from './save_file.js';
import savedPageCss from './saved_page.css';
import { selectedIn } from './selection.js';
import { take } from './taken.js';
import { asFile, asHtml, asMarkdown, asText } from './taken_forms.js';

/** How long it is said what came of it. */
const SAID_MS = 5000;

/**
 * Takes the article along, or what is selected of it: copied as Markdown, as text, as formatted text; saved as a file;
 * on paper.
 *
 * @param {(range: Range | undefined) => Promise<boolean>} print says whether it could be
 * @returns {import('./reading_aids.js').Aid}
 */
export function createTakeAlong(print) {
  const said = element('div', { class: 'toast', role: 'status' });
  /** @type {import('./reading_aids.js').Shown | undefined} */
  let shown;
  /** As it was when the menu opened: where a button is pressed, some browsers select nothing any more. @type {Range | undefined} */
  let range;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const copied = (/** @type {boolean} */ isCopied) => message(isCopied ? 'copied' : 'not_copied');
  /** What each entry does, by its name in _locales after `take_`; says what came of it. @type {Record<string, (shown: import('./reading_aids.js').Shown) => Promise<string>>} */
  const ways = {
    async markdown(article) {
      const taken = await take(article, range);
      return copied(taken !== undefined && (await copy({ 'text/plain': asMarkdown(taken) })));
    },
    async text(article) {
      const taken = await take(article, range);
      return copied(taken !== undefined && (await copy({ 'text/plain': asText(taken) })));
    },
    async rich_text(article) {
      const taken = await take(article, range);
      return copied(taken !== undefined && (await copy({ 'text/plain': asText(taken), 'text/html': asHtml(taken) })));
    },
    async file(article) {
      const taken = await take(article, range);
      const name = fileName(taken?.title ?? '', 'html');
      return taken && saveFile(name, asFile(taken, savedPageCss), 'text/html;charset=utf-8') ? message('saved_as', name) : message('not_saved');
    },
    async print() {
      return (await print(range)) ? '' : message('not_printed');
    },
  };
  const menu = createMenu({
    action: 'take_along',
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

  /** @param {string} what */
  function say(what) {
    clearTimeout(timer);
    said.textContent = what;
    if (what) timer = setTimeout(say, SAID_MS, '');
  }

  return {
    buttons: [menu.button],
    parts: [menu.panel, said],
    keys: { t: () => shown && menu.toggle() },
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
