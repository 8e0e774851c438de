import { message } from '../shared/i18n.js';
import { element } from './element.js';

/**
 * Hosts whose player is known, by the address of the page that the core names: pattern → player's address.
 *
 * @type {[RegExp, (id: string) => string][]}
 */
const PLAYERS = [
  [/^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:watch\?v=|embed\/)([\w-]{6,20})/, (id) => `https://www.youtube-nocookie.com/embed/${id}`],
  [/^https:\/\/youtu\.be\/([\w-]{6,20})/, (id) => `https://www.youtube-nocookie.com/embed/${id}`],
  [/^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)/, (id) => `https://player.vimeo.com/video/${id}?dnt=1`],
  [/^https:\/\/(?:www\.)?dailymotion\.com\/(?:embed\/)?video\/(\w+)/, (id) => `https://www.dailymotion.com/embed/video/${id}`],
];

/**
 * Gives each video of a known host a button that loads it. Until then nothing of that host is asked for; the link to
 * the video's own page stays, as the page's policy may forbid the frame.
 *
 * @param {HTMLElement} body
 * @param {AbortSignal} signal
 */
export function loadEmbedsOnClick(body, signal) {
  for (const figure of body.querySelectorAll('figure[data-embed]')) {
    const link = figure.querySelector('a[href]');
    const player = link instanceof HTMLAnchorElement ? playerFor(link.href) : undefined;
    if (!link || !player) continue;
    const button = element('button', { type: 'button', 'data-action': 'load-video' }, message('button_load_video'));
    button.addEventListener(
      'click',
      () => {
        const frame = element('iframe', {
          src: player,
          title: link.textContent?.trim() || message('video'),
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
