// @ts-check
/** Pages for quiet in place: all that surrounds a story on the web, and moves. */

import { NOISE, PARAGRAPHS, TITLE, article, document } from './story.mjs';

const [ADVERT, NEWSLETTER, MOST_READ, COOKIES] = NOISE;

const STYLE = `<style>
body { font: 17px/1.5 serif; margin: 0 }
.top { position: sticky; top: 0; background: #fff; border-bottom: 1px solid; padding: 20px; z-index: 5 }
.grid { display: grid; grid-template-columns: 200px minmax(0, 1fr) 300px; gap: 24px; max-width: 1240px; margin: auto }
.rail div { height: 250px; background: #eee; margin: 12px 0 }
.spacer { height: 1200px }
@media (width < 900px) { .grid { display: block } }
</style>`;

const MENU = `<div class="top"><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul>
<form role="search"><input id="search" name="q" aria-label="Search"></form></nav></div>`;

/** @param {string} kind */
const rail = (kind) =>
  `<aside class="rail ${kind}"><h2>Most read</h2><ul>${['a', 'b', 'c', 'd'].map((name) => `<li><a href="/${name}">${MOST_READ} ${name}</a></li>`).join('')}</ul>
<div><a href="https://ads.example/1">${ADVERT}</a></div><div><a href="https://ads.example/2">${ADVERT}</a></div></aside>`;

/**
 * @param {string} main
 * @param {string} [more] beside the page's own parts
 * @param {string} [head]
 */
const page = (main, more = '', head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE} – The Sound Courier</title>
<meta name="viewport" content="width=device-width">${STYLE}${head}</head><body>${MENU}
<div class="grid">${rail('start')}<main>${main}</main>${rail('end')}</div>
<section class="newsletter"><form><p>${NEWSLETTER}</p><input type="email" name="email" id="email" aria-label="Your address"><button>Subscribe</button></form></section>
<footer><p>Contact · Terms · Privacy</p></footer><div class="spacer"></div>${more}</body></html>`;

/** A story in a grid with a rail on each side, a sticky menu above, a player and a moving box in its midst. */
const grid = () =>
  page(
    article().replace(
      `<p>${PARAGRAPHS[2]}</p>`,
      `$&<video id="player" src="/tone.wav" muted loop controls width="320" height="60"></video><div id="moving" style="width: 40px; height: 10px; background: teal"></div>
<textarea id="note" aria-label="Your note"></textarea><div class="reserved" style="min-height: 250px"><div style="height: 200px"></div></div>`,
    ),
    `<script>document.querySelector('#moving').animate([{ translate: '0' }, { translate: '200px' }], { duration: 60000, iterations: Infinity });</script>`,
  );

/** The same behind a wall of consent that locks, dims, blurs and holds the page. */
const wall = () =>
  page(
    article(),
    `<div class="dimmer"></div><div class="consent" role="dialog" aria-label="Cookies"><p>${COOKIES}</p><p>Choose what we may do with what you read here.</p><button>Accept all</button></div>
<script>
const held = document.querySelector('.grid');
held.setAttribute('aria-hidden', 'true');
held.inert = true;
</script>`,
    `<style>html, body { overflow: hidden } body { position: fixed; inset: 0; height: 100% } .grid { filter: blur(4px) }
.dimmer { position: fixed; inset: 0; background: rgb(0 0 0 / 0.6); z-index: 8 } .consent { position: fixed; inset: auto 10% 10%; background: #fff; padding: 3em; z-index: 9 }</style>`,
  );

/** The same behind a dialog that holds the whole page, and asks for an answer. */
const modalWall = () =>
  page(
    article(),
    `<dialog id="wall"><p>${COOKIES}</p><p>Choose what we may do with what you read here.</p><button id="accept">Accept all</button></dialog>
<script>
window.told = [];
const wall = document.querySelector('#wall');
wall.showModal();
setTimeout(() => {
  for (const type of ['beforetoggle', 'toggle', 'cancel', 'close']) wall.addEventListener(type, () => told.push(type));
}, 100);
</script>`,
  );

/** Advertisements come every 300 ms: above, below and between, one with a style that insists. */
const late = () =>
  page(
    article(),
    `<script>
let n = 0;
window.flashes = [];
setInterval(() => {
  n += 1;
  const ad = document.createElement('div');
  ad.className = 'late-ad';
  ad.innerHTML = '<p>${ADVERT} now, ' + n + '</p><a href="https://ads.example/' + n + '">More</a>';
  if (n % 2) ad.style.cssText = 'display: block !important; height: 90px; background: gold';
  if (n % 5 === 3) ad.style.cssText = 'position: fixed; bottom: 0; left: 0; right: 0; height: 120px; background: gold';
  if (n % 3 === 0) document.body.prepend(ad);
  else if (n % 3 === 1) document.body.append(ad);
  else document.querySelector('main').append(ad);
  if (n === 10) document.documentElement.style.overflow = 'hidden';
}, 300);
(function look() {
  if (document.querySelector('quietpage-bar[data-state=quiet]')) {
    for (const ad of document.querySelectorAll('.late-ad')) {
      const { width, height } = ad.getBoundingClientRect();
      const isSeen = ad.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
      if (isSeen) window.flashes.push(ad.textContent);
    }
  }
  requestAnimationFrame(look);
})();
</script>`,
  );

/** The story is rendered anew again and again, as frameworks do it, with an advertisement that is another each time. */
const rendered = () =>
  page(
    '',
    `<template id="story">${article()}</template><script>
window.renderings = 0;
window.blanks = 0;
function render() {
  const copy = document.querySelector('#story').content.cloneNode(true);
  copy.querySelector('.ad-slot a').textContent = '${ADVERT} ' + window.renderings++;
  const main = document.createElement('main');
  main.append(copy);
  document.querySelector('main').replaceWith(main);
}
render();
setInterval(render, 1500);
(function look() {
  const shown = document.querySelector('quietpage-bar[data-state=quiet]');
  if (shown && !document.querySelector('.story-body p').checkVisibility()) window.blanks += 1;
  requestAnimationFrame(look);
})();
</script>`,
  );

/** Another story follows as soon as the end of one comes near. */
const endless = () =>
  page(
    article(),
    `<script>
window.more = 0;
addEventListener('scroll', () => {
  if (scrollY + innerHeight < document.documentElement.scrollHeight - 1600 || window.more > 3) return;
  window.more += 1;
  const next = document.createElement('article');
  next.className = 'next';
  next.innerHTML = '<h1>The next story, number ' + window.more + '</h1>' + ${JSON.stringify(PARAGRAPHS.map((text) => `<p>Another one. ${text}</p>`).join(''))};
  document.querySelector('main').append(next);
});
</script>`,
  );

/** What a page is written for whose scripts may measure time to a hundredth of a millisecond. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/**
 * A page of 5,000 elements that never rests: every 50 ms advertisements come before, within and after the text, and
 * paragraphs into it; each goes after a while.
 */
const restless = () =>
  page(
    article(),
    `<section class="more">${Array.from({ length: 830 }, (_, n) => `<div class="teaser"><a href="/t${n}"><img src="/picture.svg" width="32" height="18" alt=""></a><h3>${MOST_READ} ${n}</h3><p>Another <b>story</b></p></div>`).join('')}</section>
<script>
let n = 0;
const MOST = 40;
const texts = ${JSON.stringify(PARAGRAPHS)};
function add(html, put) {
  const box = document.createElement('div');
  box.className = 'restless';
  box.innerHTML = html;
  put(box);
  return box;
}
const all = [];
window.costs = [];
setInterval(() => {
  n += 1;
  const from = performance.now();
  const ad = '<div class="ad-slot"><a href="https://ads.example/' + n + '">${ADVERT}, ' + n + '</a></div>';
  all.push(add(ad, (box) => document.body.append(box)));
  all.push(add(ad, (box) => document.querySelector('main').prepend(box)));
  all.push(add(ad, (box) => document.querySelector('.story-body p').after(box)));
  all.push(add('<p>' + texts[n % texts.length] + ' ' + n + '</p>', (box) => document.querySelector('.story-body').append(box)));
  while (all.length > MOST) all.shift().remove();
  // After all who watch the page have been told.
  queueMicrotask(() => window.costs.push(performance.now() - from));
}, 50);
</script>`,
  );

const comments = (/** @type {string} */ name) =>
  `<section class="comments" id="${name}"><h2>Comments</h2>${['I cross with it every day.', 'The bridge is closed all winter, so what else?', 'Who pays for it?'].map((text) => `<div class="comment"><b>A reader</b><p>${text}</p></div>`).join('')}</section>`;

/** Readers' comments below the story, and more of them that come while one scrolls. */
const commented = () =>
  page(
    article() + comments('first'),
    `<script>addEventListener('scroll', () => document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(comments('later'))}), { once: true });</script>`,
  );

const CLOSED = `<p>In the library the count was followed on a screen that showed nothing but a number, and the librarian kept the doors open past ten because nobody wanted to walk home before the number had stopped moving.</p>
<div class="share"><a href="#1">Share</a> <a href="#2">Tweet</a> <a href="#3">Mail</a> <a href="#4">Print</a></div>`;

/** The story in an open shadow tree and a closed one, each with something beside it that is none of it. */
const shadows = () =>
  document(
    `<article><h1>${TITLE}</h1><story-part><template shadowrootmode="open"><div class="promo"><a href="/1">${MOST_READ}</a> <a href="/2">${NEWSLETTER}</a></div>
${PARAGRAPHS.slice(0, 3).map((text) => `<p>${text}</p>`).join('')}</template></story-part><closed-part></closed-part>
<div>${PARAGRAPHS.slice(3).map((text) => `<p>${text}</p>`).join('')}</div></article>
<script>
const root = document.querySelector('closed-part').attachShadow({ mode: 'closed' });
root.innerHTML = ${JSON.stringify(CLOSED)};
window.closedRoot = root;
</script>`,
    { head: STYLE, foot: '<div class="spacer"></div>' },
  );

/** A text that is as wide as the banner above it, and has no width without it. */
const leaning = () =>
  document(
    `<div style="display: inline-block"><div class="banner" style="width: 640px; height: 90px"><a href="/1">${MOST_READ}</a> <a href="/2">${ADVERT}</a></div>
<div style="contain: inline-size">${article()}</div></div>`,
  );

/** @type {{[name: string]: import('./pages.mjs').ServedPage}} */
export const QUIET_PAGES = {
  'quiet-grid': { html: grid },
  'quiet-wall': { html: wall },
  'quiet-modal': { html: modalWall },
  'quiet-late': { html: late },
  'quiet-rendered': { html: rendered },
  'quiet-endless': { html: endless },
  'quiet-commented': { html: commented },
  'quiet-restless': { html: restless, headers: ISOLATED },
  'quiet-leaning': { html: leaning },
  'quiet-shadows': { html: shadows },
};
