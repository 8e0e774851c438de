import { isExtensionThere } from '../../shared/browser.js';
import { createChosenVoices } from '../../shared/chosen_voices.js';
import { onClick } from '../../shared/element.js';
import { message, uiLanguage } from '../../shared/i18n.js';
import { whenWanted } from '../../content/when_wanted.js';
import { toolButton } from '../toolbar.js';
import { createBar } from './bar.js';
import { createChoices } from './choices.js';

/** @typedef {ReturnType<typeof import('./reading.js').startReading>} Reading */

/**
 * Reads the article aloud, by the voices of this device.
 *
 * @param {object} options
 * @param {import('../../shared/settings_area.js').SettingsArea} options.area where the chosen voices are kept
 * @param {() => Quietpage.Settings} options.settings as they hold
 * @param {(changes: Partial<Quietpage.Settings>) => void} options.change
 * @param {AbortSignal} options.signal the view's end
 * @returns {import('../reading_aids.js').Aid}
 */
export function createReadAloud({ area, settings, change, signal: viewSignal }) {
  const chosen = createChosenVoices(area);
  const button = onClick(toolButton('aloud'), () => stop() || start(), viewSignal);
  button.hidden = true;
  button.setAttribute('aria-pressed', 'false');
  const choices = createChoices({
    onRate: (aloudRate) => change({ aloudRate }),
    onVoice: (voiceURI) => reading?.useVoice(voiceURI),
    signal: viewSignal,
  });
  const bar = createBar({
    choices: choices.element,
    onPlay: () => reading?.playOrPause(),
    onStep: (by, unit) => reading?.step(by, unit),
    onFind: () => reading?.find(),
    onStop: () => stop(),
    signal: viewSignal,
  });
  /** @type {import('../reading_aids.js').Shown | undefined} */
  let shown;
  /** Whether the controls are there. */
  let isOn = false;
  /** From when what reads is loaded. @type {Reading | undefined} */
  let reading;
  let rate = settings().aloudRate;

  async function start() {
    const here = shown;
    if (!here || isOn) return;
    isOn = true;
    button.setAttribute('aria-pressed', 'true');
    bar.say('');
    bar.showUsable(false);
    bar.element.hidden = false;
    choices.showRate(settings().aloudRate);
    const startReading = await whenWanted('aloud', 'quietpageStartReading');
    if (!isOn || shown !== here || reading) return;
    if (startReading) reading = startReading({ shown: here, bar, choices, chosen, settings, message, uiLanguage });
    else bar.say(isExtensionThere() ? message('failed_other_help') : `${message('failed_reloaded')} ${message('failed_reloaded_help')}`);
  }

  /** @returns {boolean} whether there was anything to stop */
  function stop() {
    if (!isOn) return false;
    isOn = false;
    const hadFocus = bar.element.matches(':focus-within');
    reading?.stop();
    reading = undefined;
    bar.element.hidden = true;
    button.setAttribute('aria-pressed', 'false');
    if (hadFocus) button.focus({ preventScroll: true });
    return true;
  }

  /** Also where what reads could not be loaded. */
  function again() {
    stop();
    start();
  }

  return {
    buttons: [button],
    parts: [bar.element],
    keys: {
      r: () => (reading ? reading.playOrPause() : again()),
      b: () => reading?.step(-1, 'sentence'),
      n: () => reading?.step(1, 'sentence'),
      B: () => reading?.step(-1, 'paragraph'),
      N: () => reading?.step(1, 'paragraph'),
    },
    stop,
    useSettings() {
      const { aloudRate } = settings();
      if (aloudRate === rate) return;
      rate = aloudRate;
      if (!reading) return;
      choices.showRate(rate);
      reading.again();
    },
    attach(next) {
      shown = next;
      button.hidden = false;
      next.signal.addEventListener('abort', () => {
        stop();
        shown = undefined;
        button.hidden = true;
      });
    },
  };
}
