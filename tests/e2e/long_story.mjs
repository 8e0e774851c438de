// @ts-check
/** A long article in sections, with all that reading aids are for: notes, pictures, code, a table. */

export const HEADLINE = 'The ferry that outlived its harbour';

export const SECTIONS = ['How it began', 'The first crossing', 'A winter without ice', 'What the captain saw', 'The long repair', 'Fares and who paid them', 'Night boats', 'What is left'];
/** Each within the section before it. */
const SUBSECTIONS = new Map([['The long repair', 'The engine'], ['Night boats', 'The last lamp']]);

const WHO = ['The harbour master', 'A fisherman from the north side', 'The schoolteacher', 'One of the carpenters', 'The keeper of the ledger', 'A boy of nine'];
const DID = ['remembered that the boat had been late', 'wrote down the names of all who came on board', 'said that nobody had asked the island', 'counted the lamps along the quay', 'never forgave the council for its silence', 'took the mooring rope and held it'];
const WHEN = ['on the morning after the storm', 'in the spring of that year', 'while the others were still asleep', 'long before the bridge was planned', 'when the first snow lay on the deck', 'as soon as the tide had turned'];

/** @param {number} n */
const sentence = (n) =>
  `${WHO[n % WHO.length]} ${DID[(n * 5 + Math.floor(n / 6)) % DID.length]} ${WHEN[(n * 7 + Math.floor(n / 36)) % WHEN.length]}, and of the ${n + 3} people who were there, most would tell it otherwise today.`;

/** @param {number} n */
const paragraph = (n) => Array.from({ length: 4 }, (_, at) => sentence(n * 4 + at)).join(' ');

export const NOTE = 'The parish ledger gives another day, but it was written up a year later.';

/**
 * @param {object} [options]
 * @param {boolean} [options.marked] with notes, pictures, code and a table
 * @param {number} [options.perPart] paragraphs, of some 128 words each, under each of the ten headings
 */
export function longStory({ marked = false, perPart = 4 } = {}) {
  let at = 0;
  const section = (/** @type {string} */ title) => {
    const paragraphs = () => Array.from({ length: perPart }, () => `<p>${paragraph(at++)}</p>`).join('\n');
    const below = SUBSECTIONS.get(title);
    return `<h2>${title}</h2>\n${paragraphs()}${below ? `\n<h3>${below}</h3>\n${paragraphs()}` : ''}`;
  };
  const parts = SECTIONS.map(section);
  if (marked) {
    parts[0] = parts[0].replace('</p>', '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p>');
    parts[1] += PICTURES.map(([name, caption]) => `<figure><img src="/${name}.svg" ${name === 'harbour' ? 'srcset="/harbour.svg 640w, /harbour-large.svg 1920w" sizes="640px" ' : ''}width="640" height="360" alt="${caption}"><figcaption>${caption}</figcaption></figure>`).join('\n');
    parts[2] += `<pre><code>${CODE}</code></pre>`;
    parts[3] += TABLE;
    parts.push(`<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>${NOTE} <a href="#fnref:1" class="footnote-backref">↩</a></p></li>
<li id="fn:2"><p>Nobody has found a photograph of the second boat. <a href="#fnref:2" class="footnote-backref">↩</a></p></li></ol></section>`);
    parts[4] = parts[4].replace('</p>', '<sup id="fnref:2"><a href="#fn:2" class="footnote-ref">2</a></sup></p>');
  }
  return `<article><h1>${HEADLINE}</h1><p class="byline">By Kari Lunde</p>
<div class="story-body"><p>${paragraph(900)}</p>${parts.join('\n')}</div></article>`;
}

export const PICTURES = [
  ['picture', 'The ferry on Monday'],
  ['harbour', 'The harbour in fog'],
];

export const CODE = `def fare(age, distance):
    if age &lt; 16:
        return 0
    return 4 + distance // 2

print(fare(31, 12))`;

const TABLE = `<table><thead><tr><th>Year</th>${[1, 2, 3, 4, 5, 6].map((n) => `<th>Boat number ${n}</th>`).join('')}</tr></thead>
<tbody>${Array.from({ length: 60 }, (_, n) => `<tr><td>${1920 + n}</td>${[1, 2, 3, 4, 5, 6].map((boat) => `<td>${(n + 7) * boat * 131} vehicles</td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
