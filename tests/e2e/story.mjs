// @ts-check
/** One news story and the noise around it, from which the pages of the end-to-end tests are made. */

export const TITLE = 'Harbour town votes to keep its last ferry running';

export const PARAGRAPHS = [
  'Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running for another ten years, ending a dispute that had divided the council since the spring and filled its public meetings with people who had not attended one before.',
  'The measure passed by 1,204 votes to 987, according to the town clerk, who said turnout was the highest for a local question in two decades. A recount is not expected, since the margin is wider than the law requires for one.',
  'Under the plan, the town will borrow eleven million to refit the ferry with a hybrid engine, and fares will rise by a quarter over three years. Children, pensioners and people who commute to the hospital on the far shore will keep paying what they pay now.',
  'Opponents had argued that the bridge forty kilometres to the north makes the crossing unnecessary. “We are asking everyone to pay for a convenience of the few,” said Oda Brekke, a councillor who led the campaign against the measure.',
  'Supporters answered that the detour adds more than an hour to every trip, and that the bridge closes on many winter days when the wind is strong. The school on the island has eighteen pupils, and nine of them cross the water every morning.',
  'The shipyard that will carry out the refit said work could begin in October and would take about five months, during which a smaller passenger boat will make the crossing four times a day. Cars will have to take the long way round until the spring.',
  'The ferry, built in 1978, carried some 61,000 vehicles last year. Its captain, Ivar Solheim, who has worked on board for thirty-one years, said he had not slept the night before the vote and did not expect to sleep much after it either.',
  'The council will meet again next week to approve the loan. If it does, the first payment falls due in January, and the question of who will run the crossing after the ten years are over will be left to a council that has not yet been elected.',
];

/** Sentences that stand around the story and are no part of it. */
export const NOISE = [
  'Switch your broadband today and save',
  'Sign up for our morning newsletter and never miss a thing',
  'Most read: ten kitchens that will surprise you',
  'We and our 842 partners store cookies on your device',
  'Share this on every network you have ever joined',
];

const [ADVERT, NEWSLETTER, MOST_READ, COOKIES, SHARE] = NOISE;

/** @param {string[]} paragraphs */
const marked = (paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('\n');

/**
 * The story in its place on a page: headline, byline, date, paragraphs with an advertisement among them.
 *
 * @param {{title?: string, paragraphs?: string[]}} [story]
 */
export function article({ title = TITLE, paragraphs = PARAGRAPHS } = {}) {
  const half = Math.ceil(paragraphs.length / 2);
  return `<article>
<h1>${title}</h1>
<p class="byline">By <a rel="author" href="/authors/kari-lunde">Kari Lunde</a></p>
<time datetime="2024-05-14T09:30:00+02:00">14 May 2024</time>
<div class="share-bar"><a href="#s1">${SHARE}</a></div>
<div class="story-body">
${marked(paragraphs.slice(0, half))}
<div class="ad-slot"><span class="ad-label">Advertisement</span><a href="https://ads.example/go?c=7" rel="sponsored nofollow">${ADVERT}</a></div>
${marked(paragraphs.slice(half))}
</div>
</article>`;
}

/**
 * A whole document around a main part.
 *
 * @param {string} main
 * @param {{title?: string, lang?: string, dir?: string, head?: string, foot?: string}} [options]
 */
export function document(main, { title = TITLE, lang = 'en', dir = 'ltr', head = '', foot = '' } = {}) {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<title>${title} – The Sound Courier</title>
<meta name="viewport" content="width=device-width">
${head}
</head>
<body>
<header><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul></nav></header>
<main>
${main}
</main>
<aside class="most-read"><h2>Most read</h2><ul><li><a href="/a">${MOST_READ}</a></li><li><a href="/b">Weather: rain, then more of it</a></li></ul></aside>
<section class="newsletter"><form><p>${NEWSLETTER}</p><input type="email" name="email"><button>Subscribe</button></form></section>
<footer><p>Contact · Terms · Privacy</p><div class="cookie-banner"><p>${COOKIES}</p><button>Accept</button></div></footer>
${foot}
</body>
</html>`;
}
