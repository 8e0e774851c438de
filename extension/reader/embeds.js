import { message } from '../shared/i18n.js';
import { element } from '../shared/element.js';

/**
 * The page on which a video is watched, as src/article/embeds.rs names it → its player.
 *
 * @type {[RegExp, (id: string) => string][]}
 */
const PLAYERS = [
  [/^https:\/\/www\.youtube\.com\/watch\?v=([\w-]+)$/, (id) => `https://www.youtube-nocookie.com/embed/${id}`],
  [/^https:\/\/vimeo\.com\/(\w+)$/, (id) => `https://player.vimeo.com/video/${id}?dnt=1`],
  [/^https:\/\/www\.dailymotion\.com\/video\/(\w+)$/, (id) => `https://www.dailymotion.com/embed/video/${id}`],
  [/^https:\/\/www\.ted\.com\/talks\/([\w-]+)$/, (id) => `https://embed.ted.com/talks/${id}`],
  [/^https:\/\/www\.twitch\.tv\/videos\/(\w+)$/, (id) => `https://player.twitch.tv/?video=${id}&parent=${location.hostname}`],
  [/^https:\/\/streamable\.com\/(\w+)$/, (id) => `https://streamable.com/e/${id}`],
  [/^https:\/\/archive\.org\/details\/([\w.-]+)$/, (id) => `https://archive.org/embed/${id}`],
  [/^https:\/\/www\.bilibili\.com\/video\/(\w+)$/, (id) => `https://player.bilibili.com/player.html?bvid=${id}`],
];

/**
 * Gives each video of a known host a button that loads it. Until then nothing of that host is asked for; the link to
 * the video's own page stays, as the page's policy may forbid the frame.
 *
 * @param {HTMLElement} body
 * @param {AbortSignal} signal
 */
export function loadEmbedsOnClick(body, signal) {
  const untitled = message('video');
  for (const figure of body.querySelectorAll('figure[data-embed]')) {
    const player = playerFor(figure.getAttribute('data-embed') ?? '');
    if (!player) continue;
    const button = element('button', { type: 'button', 'data-action': 'load-video' }, message('button_load_video'));
    button.addEventListener(
      'click',
      () => {
        const frame = element('iframe', {
          src: player,
          title: figure.querySelector('a')?.textContent?.trim() || untitled,
          allow: 'fullscreen; encrypted-media; picture-in-picture',
          referrerpolicy: 'strict-origin-when-cross-origin',
          sandbox: 'allow-scripts allow-same-origin allow-popups allow-presentation',
        });
        button.replaceWith(frame);
        frame.focus();
      },
      { once: true, signal },
    );
    figure.prepend(button);
  }
}

/**
 * @param {string} page
 * @returns {string | undefined}
 */
function playerFor(page) {
  for (const [pattern, address] of PLAYERS) {
    const match = pattern.exec(page);
    if (match) return address(match[1]);
  }
  return undefined;
}
