import { element, onClick, textButton } from '../../shared/element.js';
import { message } from '../../shared/i18n.js';
import { icon } from '../icon.js';
import { toolButton } from '../toolbar.js';
import { makeOneStop } from '../toolbar_focus.js';

/**
 * The controls at the foot of the window.
 *
 * @param {object} options
 * @param {HTMLElement} options.choices speed and voice
 * @param {() => void} options.onPlay plays, or pauses
 * @param {(by: 1 | -1, unit: 'sentence' | 'paragraph') => void} options.onStep
 * @param {() => void} options.onFind
 * @param {() => void} options.onStop
 * @param {AbortSignal} options.signal
 */
export function createBar({ choices, onPlay, onStep, onFind, onStop, signal }) {
  const button = (/** @type {string} */ action, /** @type {() => void} */ act) => onClick(toolButton(action), act, signal);
  const play = button('aloud_play', onPlay);
  const steps = [
    button('paragraph_back', () => onStep(-1, 'paragraph')),
    button('sentence_back', () => onStep(-1, 'sentence')),
    play,
    button('sentence_next', () => onStep(1, 'sentence')),
    button('paragraph_next', () => onStep(1, 'paragraph')),
  ];
  const find = textButton('aloud_find', message('button_aloud_find'), onFind, signal);
  find.hidden = true;
  const stop = button('aloud_stop', onStop);
  const said = element('p', { role: 'status' });
  const name = { 'aria-label': message('aloud') };
  // Without the lists, which use the arrow keys themselves.
  const player = makeOneStop(element('div', { class: 'player', role: 'toolbar', ...name }, ...steps, stop, find), signal);
  const bar = element('div', { class: 'aloud-bar', role: 'group', hidden: '', ...name }, choices, player, said);

  return {
    element: bar,
    /** @param {boolean} isSpeaking */
    showPlaying(isSpeaking) {
      const label = message(isSpeaking ? 'button_aloud_pause' : 'button_aloud_play');
      if (play.title === label) return;
      play.title = label;
      play.setAttribute('aria-label', label);
      play.replaceChildren(icon(isSpeaking ? 'aloud_pause' : 'aloud_play'));
    },
    /** @param {boolean} isAway whether there is a way back to what is spoken */
    showAway(isAway) {
      const hadFocus = find.matches(':focus');
      find.hidden = !isAway;
      if (hadFocus && !isAway) play.focus({ preventScroll: true });
    },
    /** @param {boolean} canSpeak */
    showUsable(canSpeak) {
      for (const part of [choices, ...steps]) part.hidden = !canSpeak;
    },
    /** @param {string} text */
    say(text) {
      if (said.textContent !== text) said.textContent = text;
    },
  };
}
