// @ts-check
/** The pages of the end-to-end tests, by name: what is served and with which headers. */

import { codeStory } from './code_story.mjs';
import { linkedStory } from './linked_story.mjs';
import { NOTE, longStory } from './long_story.mjs';
import { siteStory } from './site_stories.mjs';
import { shuffledStory } from './shuffled_story.mjs';
import { QUIET_PAGES } from './quiet_pages.mjs';
import { PARAGRAPHS, TITLE, article, document } from './story.mjs';

const NONCE = 'cXVpZXRwYWdl';
const STYLE = '<style>body { font: 16px serif; max-width: 60em } .spacer { height: 3000px }</style>';

/**
 * @typedef {object} ServedPage
 * @property {() => string} html
 * @property {number} [status]
 * @property {{[name: string]: string}} [headers]
 */

/**
 * @param {string} policy
 * @param {string} [head]
 * @returns {ServedPage}
 */
const underPolicy = (policy, head = '') => ({
  html: () => document(article(), { head }),
  headers: { 'content-security-policy': `${policy}; report-uri /csp-report` },
});

/** The story, two paragraphs of which a style sheet hides until their questions are pressed. */
function folded() {
  const main = PARAGRAPHS.slice(2, 4).reduce(
    (html, text, at) => html.replace(`<p>${text}</p>`, `<h3><button aria-expanded="false">What of the ferry, part ${at + 1}?</button></h3><div class="shut"><p>${text}</p></div>`),
    article(),
  );
  return document(main, { head: '<style>.shut { display: none }</style>' });
}

/** The story under each content security policy. */
export const POLICIES = {
  'csp-none': { html: () => document(article(), { head: STYLE }) },
  'csp-self': underPolicy("script-src 'self'"),
  'csp-nothing': underPolicy("default-src 'none'"),
  'csp-nonce': underPolicy(
    `script-src 'nonce-${NONCE}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
    `<script nonce="${NONCE}">window.ran = true;</script>`,
  ),
  'csp-trusted-types': underPolicy("require-trusted-types-for 'script'; trusted-types 'none'"),
  'csp-sandbox': underPolicy('sandbox'),
};

const IN_OTHER_LANGUAGES = [
  '<span lang="fr">La mer ne demande rien à personne. Elle attend.</span>',
  'The captain took the rope <i lang="fr">sans rien dire</i> and went below, while the engineer stayed <i lang="sv">utan ett ord</i> on the quay until the lamps were lit and the last of the cars had gone home.',
  'That was in the north, where people say little and where a ferry is never late because nobody has ever asked it to be there at an hour that was written down.',
];

/** The page that comes only when the test has it come. */
export const LATE = 'late';

/** A story that says where else to read on. */
const WAYS = {
  article: '/sections',
  list: '/teasers',
  moved: '/moved',
  late: `/${LATE}`,
  elsewhere: '/sections',
  here: '#captain',
};
const ways = () => {
  const links = Object.entries(WAYS).map(([name, address]) => `<a class="${name}" href="${address}">the ${name} of the week</a>`);
  const pointers = `<p>Those who want to know more of what the harbour has been through can read ${links.join(', and after that ')}, each of which has taken our reporter a day to write.</p>`;
  return document(article().replace(`<p>${PARAGRAPHS[1]}</p>`, `$&${pointers}`).replace(`<p>${PARAGRAPHS[6]}`, `<p id="captain">${PARAGRAPHS[6]}`));
};

/** A page that has something of everything a reader may have begun before the click. */
const busy = () =>
  document(
    `<audio id="player" src="/tone.wav" muted loop></audio>
<form id="letter"><input id="name" name="name"><textarea id="text" name="text"></textarea>
<input id="agree" type="checkbox"><select id="choice"><option>one</option><option>two</option></select></form>
${article()}
<p id="last"><a id="link" href="#link">The end</a></p><div class="spacer"></div>`,
    { head: STYLE },
  );

const CLOSED_PARAGRAPH =
  'In the library the count was followed on a screen that showed nothing but a number, and the librarian kept the doors open past ten because nobody wanted to walk home before the number had stopped moving.';

/** The story split over a declarative shadow root, a closed one made by script, and a slot. */
const shadows = () =>
  document(`<article><h1>${TITLE}</h1>
<story-part><template shadowrootmode="open"><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p><slot></slot></template>
<p>${PARAGRAPHS[2]}</p></story-part>
<closed-part></closed-part>
<div>${PARAGRAPHS.slice(3)
    .map((text) => `<p>${text}</p>`)
    .join('')}</div></article>
<script>
const root = document.querySelector('closed-part').attachShadow({ mode: 'closed' });
const paragraph = document.createElement('p');
paragraph.textContent = ${JSON.stringify(CLOSED_PARAGRAPH)};
root.append(paragraph);
</script>`);

export const SHADOW_PARAGRAPHS = [...PARAGRAPHS.slice(0, 3), CLOSED_PARAGRAPH, ...PARAGRAPHS.slice(3)];

export const ARABIC = {
  title: 'المدينة تصوّت على بقاء العبّارة الأخيرة',
  paragraphs: [
    'صوّت سكان المدينة يوم الثلاثاء على إبقاء العبّارة الأخيرة عاملة لعشر سنوات أخرى، منهين بذلك خلافًا قسّم المجلس البلدي منذ الربيع وملأ جلساته العلنية بأناس لم يحضروا جلسة من قبل.',
    'وقالت أمينة البلدية إن الاقتراح نال ألفًا ومئتي صوت مقابل تسعمئة وسبعة وثمانين، وإن نسبة المشاركة كانت الأعلى منذ عقدين في مسألة محلية، ولا يُتوقع أن يعاد الفرز لأن الفارق أوسع مما يشترطه القانون.',
    'وبموجب الخطة تقترض البلدية أحد عشر مليونًا لتجهيز العبّارة بمحرك هجين، وترتفع الأجرة بمقدار الربع على مدى ثلاث سنوات، بينما يدفع الأطفال والمتقاعدون والعاملون في المستشفى ما يدفعونه اليوم.',
    'ورأى المعارضون أن الجسر الواقع على بعد أربعين كيلومترًا يجعل العبور غير ضروري، فيما ردّ المؤيدون بأن الطريق الطويلة تضيف أكثر من ساعة إلى كل رحلة وأن الجسر يُغلق في أيام كثيرة من الشتاء.',
  ],
};

export const JAPANESE = {
  title: '港町、最後のフェリーの存続を住民投票で決定',
  paragraphs: [
    '港町の住民は火曜日の投票で、海峡を渡る最後のカーフェリーを今後十年間存続させることを決めた。春から町議会を二分してきた論争はこれで終わり、議会の傍聴席を埋めてきた人々もようやく家路についた。',
    '町の書記によれば、賛成は千二百四票、反対は九百八十七票で、地域の問題をめぐる投票率としてはこの二十年で最も高かったという。票差は法律の定める幅を超えており、再集計は行われない見通しだ。',
    '計画では、町は千百万を借り入れてフェリーにハイブリッド機関を取り付け、運賃は三年間で四分の一引き上げられる。子どもと年金生活者、対岸の病院に通勤する人々の運賃は今のまま据え置かれる。',
    '反対派は、北へ四十キロの橋があれば渡し船は必要ないと主張してきた。賛成派は、遠回りでは片道一時間以上余計にかかり、冬の風の強い日には橋がたびたび閉鎖されると反論した。',
  ],
};

/** Something of everything that an article can have and that the reader adds to, on one short page. */
const everything = () =>
  document(`<article><h1>${TITLE}</h1><p class="byline">By Kari Lunde</p><div class="story-body">
<p>${PARAGRAPHS[0]}<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>
<h2>The vote</h2><p>${PARAGRAPHS[1]} <a href="/margin">How the margin is counted</a> is laid down by law, <mark>and was in 1978</mark>.</p>
<figure><img src="/picture.svg" width="640" height="360" alt="The ferry on Monday"><figcaption>The ferry on Monday</figcaption></figure>
<h3>What it costs</h3><p>${PARAGRAPHS[2]}</p><ul><li>${PARAGRAPHS[3]}</li><li>${PARAGRAPHS[4]}</li></ul>
<h2>The work</h2><blockquote><p>${PARAGRAPHS[5]}</p></blockquote>
<pre><code>fare = 4 + distance // 2  # ${'as long as the line is, so long is the box, and '.repeat(4)}</code></pre>
<figure><img src="/harbour.svg" width="640" height="360" alt="The harbour in fog"><figcaption>The harbour in fog</figcaption></figure>
<h2>The crossing</h2><p>${PARAGRAPHS[6]} She writes <code>late</code> in the book, and <kbd>L</kbd> on the board.<sup id="fnref:2"><a href="#fn:2">2</a></sup></p>
<table><caption>Vehicles</caption><thead><tr><th>Year</th><th>Vehicles</th></tr></thead><tbody><tr><td>2022</td><td>59,000</td></tr><tr><td>2023</td><td>61,000</td></tr></tbody></table>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="The last crossing" width="560" height="315"></iframe>
<p>${PARAGRAPHS[7]}</p>
<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>${NOTE} <a href="#fnref:1" class="footnote-backref">↩</a></p></li>
<li id="fn:2"><p>Nobody has found a photograph of the second boat. <a href="#fnref:2" class="footnote-backref">↩</a></p></li></ol></section>
</div></article>`);

/** Frames with text of their own, one from markup, one empty. */
const frames = () =>
  document(`${article()}
<iframe srcdoc="<p>Framed offer: buy two umbrellas and get the rain for nothing</p>" width="300" height="100"></iframe>
<iframe src="about:blank" width="300" height="100"></iframe>`);

/** The story with a picture of its own. */
const picture = () =>
  document(
    article().replace(
      '<div class="story-body">',
      '<figure><img src="/picture.svg" width="640" height="360" alt="The ferry"><figcaption>The ferry on Monday</figcaption></figure>$&',
    ),
  );

const DRAWING = '<svg viewBox="0 0 24 24" width="24" height="24"><path d="M12 21.35l-1.45-1.32C5.4 15.36 2 12.28 2 8.5 2 5.42 4.42 3 7.5 3c1.74 0 3.41.81 4.5 2.09C13.09 3.81 14.76 3 16.5 3 19.58 3 22 5.42 22 8.5c0 3.78-3.4 6.86-8.55 11.54L12 21.35z"/></svg>';

/**
 * A comment as large sites write one down: a line of text in kilobytes of markup.
 *
 * @param {number} n
 */
const heavyComment = (n) => {
  const data = `data-testid="comment-${n}" data-tracking='{"event":"comment","position":${n},"thread":"harbour-ferry"}'`;
  const button = (/** @type {string} */ name) =>
    `<button type="button" class="c-button c-button--ghost u-flex u-items-center" ${data} aria-label="${name}">${DRAWING}<span class="c-button__label">${name}</span></button>`;
  return `<li class="comment c-comment c-comment--level-0" id="comment-${n}" ${data}><div class="c-comment__inner u-flex u-gap-2"><div class="c-avatar" ${data}>${DRAWING}</div>
<div class="c-comment__main"><div class="who c-comment__author"><a href="/readers/${n}" ${data}>reader${n}</a> <time datetime="2024-05-14T10:00:00Z">2 hours ago</time></div>
<div class="said c-comment__text"><p>I was on the crossing number ${n} and saw it otherwise, as I said before.</p></div>
<div class="c-comment__actions">${['Like', 'Reply', 'Share', 'Report'].map(button).join('')}</div></div></div></li>`;
};

/** Five megabytes, as pages come to weigh them: scripts full of data, and a long thread in heavy markup. */
const huge = () => {
  const state = JSON.stringify({ comments: Array.from({ length: 8000 }, (_, id) => ({ id, path: `/comments/${id}`, text: 'I saw it otherwise, as I said before.' })) });
  let thread = '';
  for (let n = 0; thread.length + state.length < 5_000_000; n++) thread += heavyComment(n);
  return document(article(), {
    head: `<script>window.__STATE__ = ${state};</script>`,
    foot: `<section id="comments" class="comments"><h2>Comments</h2><ul>${thread}</ul></section>`,
  });
};

/** A thread of thirty thousand short comments: more blocks than any article has. */
const thread = () => {
  const comment = (/** @type {unknown} */ _, /** @type {number} */ n) =>
    `<li class="comment"><div class="who">reader${n}</div><div class="said">I was on the crossing number ${n} and saw it otherwise, as I said before. <a href="#r${n}">Reply</a></div></li>`;
  const comments = Array.from({ length: 30_000 }, comment).join('');
  return document(article(), { foot: `<section id="comments" class="comments"><h2>Comments</h2><ul>${comments}</ul></section>` });
};

const MIXED = {
  hebrew: 'אנו מבקשים מכולם לשלם עבור נוחות של מעטים, אמרה חברת המועצה שהובילה את הקמפיין נגד ההצעה, והוסיפה כי הגשר מספיק.',
  japanese: JAPANESE.paragraphs[0],
};

/** A story in English with a paragraph in another direction, not marked, and one in another script, marked. */
const mixed = () =>
  document(
    article({ paragraphs: [...PARAGRAPHS.slice(0, 3), MIXED.hebrew, ...PARAGRAPHS.slice(3)] }).replace(
      `<p>${PARAGRAPHS[4]}</p>`,
      `$&<p lang="ja">${MIXED.japanese}</p>`,
    ),
  );

/** A page whose script goes on changing it. */
const restless = () =>
  document(article(), {
    foot: `<div id="ticker"></div><script>
let n = 0;
setInterval(() => {
  const line = document.createElement('p');
  line.textContent = 'Tick ' + n++;
  document.getElementById('ticker').replaceChildren(line);
  document.querySelector('.ad-slot a').textContent = 'Advertisement ' + n;
  document.body.classList.toggle('tick');
}, 10);
</script>`,
  });

const links = () =>
  document(`<h1>All pages</h1><ul>${Array.from({ length: 40 }, (_, n) => `<li><a href="/p${n}">Page ${n}</a></li>`).join('')}</ul>`);

export const OTHER_PARAGRAPHS = [
  'The winter’s first storm took the roof of the old net loft in the night to Sunday, and with it the nest of a pair of gulls that had come back to it for eleven years and was known to every child of the quay.',
  'Nobody was hurt, said the harbour master, who had moved the boats to the lee of the mole on Saturday when the glass began to fall and the fishermen laughed at him for it, as they had the year before.',
  'The loft belongs to the museum, which has kept its nets there since the cannery was closed, and which now looks for a carpenter who can lay a roof of slate as it was laid in 1911, and for the money to pay one.',
  'A collection has brought in half of the sum so far. The rest is to come from a concert in the church on the last Sunday of the month, at which the choir of the fishermen’s mission will sing what it always sings.',
  'The gulls were seen on the roof of the post office on Monday. They seemed, said the postmistress, to be looking at it as one looks at a house that has been offered for rent, and not to have made up their minds.',
];

/** A story, and another that the page has opened over it. */
const twoTexts = () => {
  const other = article({ title: 'A roof for the gulls', paragraphs: OTHER_PARAGRAPHS });
  return document(`${article()}<div class="overlay" role="dialog" aria-modal="true">${other}</div>`);
};

/** What a front page says of its stories: as long as a paragraph of one. */
const teasers = () =>
  document(
    `<h1>News from the sound</h1>${PARAGRAPHS.concat(PARAGRAPHS)
      .map((text, n) => `<section class="teaser"><h2><a href="/story-${n}">${text.split(' ').slice(0, 7).join(' ')}</a></h2><p><a href="/story-${n}">${text}</a></p></section>`)
      .join('\n')}`,
    { title: 'News' },
  );

/** A list of links; the story comes when the page's `appear` is called, with an entry in the tab's history or without. */
const application = () =>
  document('<h1>All stories</h1><ul><li><a id="story" href="/application/story">The ferry</a></li></ul>', {
    head: STYLE,
    foot: `<template id="article">${article()}<form><input id="comment"></form><div class="spacer"></div></template><script>
const main = document.querySelector('main');
const list = main.innerHTML;
function appear() { main.replaceChildren(document.querySelector('#article').content.cloneNode(true)); }
document.addEventListener('click', (event) => {
  if (event.target.id !== 'story') return;
  event.preventDefault();
  history.pushState(null, '', event.target.href);
  setTimeout(appear, 300);
});
addEventListener('popstate', () => { main.innerHTML = list; });
</script>`,
  });

/** The beginning of the story, and what the page wants for the rest. */
const paywalled = () =>
  document(
    article({ paragraphs: [...PARAGRAPHS.slice(0, 3), 'Opponents had argued that the bridge forty kilometres to the north makes the crossing…'] }).replace(
      '</article>',
      '<section class="paywall"><p>Subscribe to continue reading. Already a subscriber? Log in.</p><button>Subscribe</button></section></article>',
    ),
    { head: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>' },
  );

/** Elements by the names under which our scripts leave things for each other. */
const namesakes = () =>
  document(
    article() +
      ['Session', 'Visit', 'Unasked', 'Memory', 'ClickedAt', 'TokensIn'].map((name) => `<a id="quietpage${name}" href="/">x</a>`).join(''),
  );

/** @type {{[name: string]: ServedPage}} */
export const PAGES = {
  ...POLICIES,
  ...QUIET_PAGES,
  busy: { html: busy },
  shadows: { html: shadows },
  arabic: { html: () => document(article(ARABIC), { title: ARABIC.title, lang: 'ar', dir: 'rtl' }) },
  japanese: { html: () => document(article(JAPANESE), { title: JAPANESE.title, lang: 'ja' }) },
  everything: { html: everything },
  frames: { html: frames },
  picture: { html: picture },
  huge: { html: huge },
  thread: { html: thread },
  restless: { html: restless },
  mixed: { html: mixed },
  'no-language': { html: () => document(article()).replace(/<html[^>]*>/, '<html>') },
  links: { html: links },
  namesakes: { html: namesakes },
  'two-texts': { html: twoTexts },
  // The front page.
  '': { html: () => document(article()) },
  teasers: { html: teasers },
  application: { html: application },
  sections: { html: () => document(longStory()), headers: { 'content-security-policy': "default-src 'none'" } },
  linked: { html: linkedStory },
  ways: { html: ways },
  moved: { html: () => '', status: 302, headers: { location: '/sections' } },
  [LATE]: { html: () => document(longStory()) },
  languages: { html: () => document(article({ paragraphs: [PARAGRAPHS[0], ...IN_OTHER_LANGUAGES, ...PARAGRAPHS.slice(1)] })) },
  aids: { html: () => document(longStory({ marked: true })) },
  code: { html: codeStory },
  'code-strict': { html: codeStory, headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" } },
  'site-bridge': { html: () => siteStory('bridge') },
  'site-mill': { html: () => siteStory('mill') },
  'site-tower': { html: () => siteStory('tower') },
  'shuffled-1': { html: () => shuffledStory(1) },
  'shuffled-2': { html: () => shuffledStory(2), headers: { 'content-security-policy': "default-src 'none'" } },
  paywalled: { html: paywalled },
  folded: { html: folded },
  'bare-paragraph': { html: () => document(article().replace(`<p>${PARAGRAPHS[0]}</p>`, PARAGRAPHS[0])) },
  empty: { html: () => '<!doctype html><title>Nothing</title><body></body>' },
};
