import { Failure } from './failure.js';

/** A page without scripts has nothing to wait for that takes this long. */
const LOAD_MS = 15_000;

/**
 * Shows HTML in a frame in which nothing of it runs: no scripts, no forms, no windows; and nothing is fetched from
 * elsewhere, because the frame inherits this page's content security policy.
 *
 * @param {HTMLElement} into its content is replaced
 * @param {string} html
 * @param {string} address the page's own, or empty
 * @param {AbortSignal} signal
 * @returns {Promise<Document>} the frame's document, loaded
 */
export function showPage(into, html, address, signal) {
  const frame = document.createElement('iframe');
  // `allow-same-origin` lets our code reach the document; without `allow-scripts` the page has no code of its own.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = 'The page, with its blocks tinted';
  frame.srcdoc = withBase(html, address);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('page_not_shown', 'the page did not finish loading')), LOAD_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(timer);
        const page = frame.contentDocument;
        if (page) resolve(page);
        else reject(new Failure('page_not_shown', 'the browser does not let the playground see the page'));
      },
      { once: true, signal },
    );
    into.replaceChildren(frame);
  });
}

/**
 * Pictures of a sample are found relative to the sample. For any other page a base would change nothing: its files are
 * not fetched.
 *
 * @param {string} html
 * @param {string} address
 */
function withBase(html, address) {
  if (!URL.canParse(address) || new URL(address).origin !== location.origin) return html;
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const href = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // After the doctype, or the page would be shown in quirks mode.
  return `${doctype}<base href="${href}">${html.slice(doctype.length)}`;
}
