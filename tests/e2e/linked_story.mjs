// @ts-check
/** A story with links and all that is easily lost on the way to a file or to paper. */

import { PARAGRAPHS, article, document } from './story.mjs';

export const LINKS = {
  council: 'https://council.example/minutes/2024-05-14?item=7&view=full',
  yard: 'https://yard.example/refit',
  /** Says itself where it leads. */
  seen: 'https://ferry.example/timetable',
};
export const TABLE_HEAD = ['Year', 'Vehicles', 'Crossings', 'Days lost to wind'];
export const LIST = ['The fare for children stays.', 'The fare for pensioners stays.', 'The last boat leaves at ten.'];
export const SNIPPET = 'def fare(age):\n    return 0 if age < 16 else 4';

/** @param {string} text what stands in HTML */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The story with links, one of them twice, a note, a list, a formula, code, a table, a picture. */
export function linkedStory() {
  const row = (/** @type {number} */ n) => `<tr><td>${1990 + n}</td><td>${41_000 + n * 613}</td><td>${2900 + n * 7}</td><td>${(n * 5) % 19}</td></tr>`;
  const more = [
    `<p>The minutes are on <a href="${escaped(LINKS.council)}">the council’s site</a>, and the plan is with <a href="${LINKS.yard}">the shipyard</a>. The timetable stands at <a href="${LINKS.seen}">${LINKS.seen}</a>, and <a href="/authors/kari-lunde">our reporter</a> has read <a href="${escaped(LINKS.council)}">the minutes</a> twice.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p>`,
    '<h2>What stays</h2>',
    `<p>Three things were promised before the vote, and the council has written them down:</p><ul>${LIST.map((text) => `<li>${text}</li>`).join('')}</ul>`,
    '<p>A crossing takes <script type="math/tex">t = \\frac{d}{v}</script> hours, which on most days is a little less than one of them.</p>',
    `<p>The town’s clerk works the fare out with two lines of a program that she wrote one evening<sup id="fnref:2"><a href="#fn:2" class="footnote-ref">2</a></sup>:</p><pre><code>${escaped(SNIPPET)}</code></pre>`,
    '<figure><img src="/picture.svg" width="640" height="360" alt="The ferry at the quay"><figcaption>The ferry on Monday</figcaption></figure>',
    `<h2>The years in numbers</h2><p>The harbour office has counted since the ferry was new, and gave us the whole of its ledger for the years that matter here:</p>`,
    `<table><thead><tr>${TABLE_HEAD.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${Array.from({ length: 30 }, (_, n) => row(n)).join('')}</tbody></table>`,
    `<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Both times on paper. <a href="#fnref:1" class="footnote-backref">↩</a></p></li>
<li id="fn:2"><p>She is proud of them. <a href="#fnref:2" class="footnote-backref">↩</a></p></li></ol></section>`,
  ];
  // A page that clips itself to the window, as many do: on paper that would be one sheet.
  const head = '<style>html, body { height: 100% !important; overflow: hidden !important; }</style>';
  return document(article().replace(`<p>${PARAGRAPHS[7]}</p>`, `$&${more.join('\n')}`), { head });
}
