import { element } from '../../shared/element.js';
import { message } from '../../shared/i18n.js';
import { withUnit } from '../../shared/setting_controls.js';
import { SETTINGS } from '../../shared/settings.js';
import formCss from '../../shared/settings_form.css';
import choicesCss from './choices.css';

/**
 * Speed and voice. As the settings' sheet they stand in a closed shadow root: what is chosen in them, and which voices
 * there are, is nothing for the page to read.
 *
 * @param {object} options
 * @param {(rate: number) => void} options.onRate
 * @param {(voiceURI: string) => void} options.onVoice
 * @param {AbortSignal} options.signal
 */
export function createChoices({ onRate, onVoice, signal }) {
  const host = element('div', { class: 'aloud-choices' });
  /** @type {ReturnType<typeof build> | undefined} */
  let built;

  /** When first shown: the way to the article need not wait for it. */
  function build() {
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(formCss + choicesCss);
    root.adoptedStyleSheets = [sheet];
    const rate = element('select', { 'aria-label': message('setting_aloud_rate') }, ...rateOptions());
    const voice = element('select', { class: 'voice', 'aria-label': message('aloud_voice') });
    rate.addEventListener('change', () => onRate(Number(rate.value)), { signal });
    voice.addEventListener('change', () => onVoice(voice.value), { signal });
    root.append(rate, voice);
    return { rate, voice };
  }

  return {
    element: host,
    /** @param {number} value */
    showRate(value) {
      built ??= build();
      built.rate.value = String(value);
    },
    /**
     * @param {SpeechSynthesisVoice[]} voices to choose from
     * @param {SpeechSynthesisVoice} present
     */
    showVoices(voices, present) {
      built ??= build();
      built.voice.replaceChildren(...voices.map(({ voiceURI, name, lang }) => element('option', { value: voiceURI }, `${name} (${lang})`)));
      built.voice.value = present.voiceURI;
    },
  };
}

function rateOptions() {
  const setting = SETTINGS.find(({ key }) => key === 'aloudRate');
  if (setting?.type !== 'number') return [];
  const { min, max, step, unit } = setting;
  const values = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => Number((min + at * step).toFixed(2)));
  return values.map((value) => element('option', { value: `${value}` }, withUnit(value, unit)));
}
