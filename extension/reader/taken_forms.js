import { escapeHtml } from './escape_html.js';
import { frontMatter } from './front_matter.js';

/** @typedef {import('./taken.js').Taken} Taken */

/**
 * @param {Taken} taken
 * @returns {string} Markdown under YAML front matter
 */
export function asMarkdown({ title, byline, published, modified, site, address, lang, markdown }) {
  return `${frontMatter({ title, author: byline, published, modified, site, url: address, lang })}\n${markdown}`;
}

/**
 * @param {Taken} taken
 * @returns {string} one block a line
 */
export function asText({ title, byline, words, text }) {
  const head = [title, byline, words.published, words.updated].filter(Boolean);
  return `${head.join('\n')}\n\n${text}\n\n${words.source}\n`;
}

/**
 * @param {Taken} taken
 * @returns {string} HTML for what takes formatted text, and for the saved file
 */
export function asHtml({ title, dek, byline, words, published, modified, picture, lang, dir, address, html }) {
  const line = (/** @type {string} */ name, /** @type {string | null} */ text) => (text ? `<p class="${name}">${escapeHtml(text)}</p>\n` : '');
  const date = (/** @type {string | null} */ iso, /** @type {string | null} */ text) =>
    iso && text ? [`<time datetime="${escapeHtml(iso)}">${escapeHtml(text)}</time>`] : [];
  const dates = [...date(published, words.published), ...date(modified, words.updated)].join(' · ');
  return `<article${lang ? ` lang="${escapeHtml(lang)}"` : ''} dir="${escapeHtml(dir)}">
<h1>${escapeHtml(title)}</h1>
${line('dek', dek)}${line('byline', byline)}${dates ? `<p class="dates" lang="${escapeHtml(words.lang)}">${dates}</p>\n` : ''}${picture ? `<figure><img src="${escapeHtml(picture)}" alt=""></figure>\n` : ''}${html.trim()}
<p class="source" lang="${escapeHtml(words.lang)}"><a href="${escapeHtml(address)}">${escapeHtml(words.source)}</a></p>
</article>`;
}

/**
 * @param {Taken} taken
 * @param {string} css
 * @returns {string} a file of its own: no script, nothing fetched but pictures and recordings, from where the page had them
 */
export function asFile(taken, css) {
  const { title, byline, lang, dir, address } = taken;
  return `<!doctype html>
<html lang="${escapeHtml(lang ?? '')}" dir="${escapeHtml(dir)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
${byline ? `<meta name="author" content="${escapeHtml(byline)}">\n` : ''}<link rel="canonical" href="${escapeHtml(address)}">
<title>${escapeHtml(title)}</title>
<style>
${css.trim()}
</style>
</head>
<body>
${asHtml(taken)}
</body>
</html>
`;
}
