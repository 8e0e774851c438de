// @ts-check
/**
 * Pages of one site: each with another story, and with class names that are others at every release. In each a box that
 * the core takes for text, and a note that it leaves out.
 */

import { PARAGRAPHS } from './story.mjs';

/** @param {number} number */
export const boxOf = (number) => `Tide table and harbour weather number ${number} as a booklet`;

/** @param {number} number */
export const noteOf = (number) => `This story was paid for by readers in ${number} towns, as all our stories are.`;

/** @param {number} number */
export function shuffledStory(number) {
  const made = (/** @type {string} */ what) => `${[...what].reverse().join('')}${(number * 7919) % 997}`;
  const paragraphs = PARAGRAPHS.map((_, at) => `<p class="${made('text')}">On day ${at} of ${number}: ${PARAGRAPHS[(at + number) % PARAGRAPHS.length]}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ferry ${number}</title></head>
<body><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>
<div class="${made('main')}"><h1>The last ferry, part ${number}</h1>${paragraphs.slice(0, 4).join('\n')}
<section class="${made('boxed')}"><div class="${made('inner')}"><p class="${made('line')}">${boxOf(number)}</p></div></section>
${paragraphs.slice(4).join('\n')}
<footer class="${made('foot')}"><p>${noteOf(number)}</p></footer></div>
<div class="${made('rail')}"><ul><li><a href="/c">Ten kitchens</a></li><li><a href="/d">Nine gardens</a></li><li><a href="/e">Eight cars</a></li></ul></div>
</body></html>`;
}
