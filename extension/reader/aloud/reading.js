import { EYE_PX, blockAt } from '../place.js';
import { createFollow } from './follow.js';
import { createMarks } from './marks.js';
import { createPlayer } from './player.js';
import { wordAt } from './sentences.js';
import { speakable } from './speakable.js';
import { byLanguage, languageOf, localVoices, voiceFor, voicesWhenThere } from './voices.js';

/** Between what is spoken and the controls. */
const ABOVE_BAR_PX = 16;

/**
 * One reading of one article: it begins where the reader is, as soon as there are voices.
 *
 * @param {object} options
 * @param {import('../reading_aids.js').Shown} options.shown
 * @param {ReturnType<typeof import('./bar.js').createBar>} options.bar
 * @param {ReturnType<typeof import('./choices.js').createChoices>} options.choices
 * @param {ReturnType<typeof import('../../shared/chosen_voices.js').createChosenVoices>} options.chosen
 * @param {() => Quietpage.Settings} options.settings
 * @param {typeof import('../../shared/i18n.js').message} options.message which the view has read ahead: the extension may
 *   be gone
 * @param {typeof import('../../shared/i18n.js').uiLanguage} options.uiLanguage
 */
export function startReading({ shown: { main, body, scroller }, bar, choices, chosen, settings, message, uiLanguage }) {
  const ended = new AbortController();
  const { signal } = ended;
  const synthesis = /** @type {SpeechSynthesis | undefined} */ (globalThis.speechSynthesis);
  const marks = createMarks();
  const lowest = () => bar.element.getBoundingClientRect().top - ABOVE_BAR_PX;
  const follow = createFollow({ scroller, lowest, onAway: bar.showAway, signal });
  const language = languageOf(main.lang);
  /** @type {import('./voices.js').Voices} */
  let voices = new Map();
  /** What `voiceOf` has said of a language. @type {Map<string, SpeechSynthesisVoice>} */
  const voiceOfLang = new Map();
  /** @type {import('./speakable.js').Sentence[]} */
  let sentences = [];
  /** @type {import('./player.js').Player | undefined} */
  let player;
  let isMute = false;

  /** @param {SpeechSynthesisVoice[]} there */
  function setVoices(there) {
    voices = byLanguage(there);
    voiceOfLang.clear();
  }

  /** @param {string} lang */
  function voiceOf(lang) {
    const voice = voiceOfLang.get(lang) ?? voiceFor(voices, lang, { chosen: chosen.all, preferred: navigator.languages });
    voiceOfLang.set(lang, voice);
    return voice;
  }

  /** @param {number} at */
  function utteranceOf(at) {
    const { text, lang } = sentences[at];
    const made = new SpeechSynthesisUtterance(text);
    made.voice = voiceOf(lang);
    // Some systems go by this before they go by the voice.
    made.lang = made.voice.lang;
    made.rate = settings().aloudRate;
    return made;
  }

  /**
   * @param {number} at
   * @param {number} from
   * @param {number} [length] missing in some browsers
   */
  function markWord(at, from, length) {
    const { text, lang, range } = sentences[at];
    const { start, end } = length ? { start: from, end: from + length } : wordAt(text, from, lang);
    marks.word(range(start, end));
  }

  /**
   * @param {import('./player.js').PlayerState} state
   * @param {number} at
   */
  function show(state, at) {
    if (ended.signal.aborted) return;
    bar.showPlaying(state === 'speaking');
    const range = state === 'stopped' ? undefined : sentences[at].range();
    marks.sentence(range);
    follow.to(range);
    bar.say(state === 'stopped' ? message('aloud_end') : otherVoice());
  }

  /** @returns {string} which voice reads, where none is of the article's language */
  function otherVoice() {
    if (!language || voices.has(language)) return '';
    const name = new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(language) ?? language;
    return message('aloud_other_voice', name, voiceOf(main.lang).name);
  }

  function showVoices() {
    choices.showVoices(voices.get(language) ?? [...voices.values()].flat(), voiceOf(main.lang));
  }

  async function begin() {
    const [there] = await Promise.all([synthesis ? voicesWhenThere(synthesis, signal) : [], chosen.load()]);
    if (signal.aborted) return;
    setVoices(there);
    if (!synthesis || there.length === 0) {
      isMute = true;
      bar.say(message('aloud_no_voice'));
      return;
    }
    sentences = speakable(main, (one) => voices.has(one));
    if (sentences.length === 0) {
      bar.say(message('failed_no_text'));
      return;
    }
    bar.showUsable(true);
    showVoices();
    player = createPlayer({
      synthesis,
      paragraphs: sentences.map(({ paragraph }) => paragraph),
      utteranceOf,
      onChange: show,
      onWord: markWord,
      onFailure: () => bar.say(message('aloud_failed')),
    });
    player.play(firstSeen(sentences, body));
  }

  // Late ones, or such as were installed meanwhile.
  synthesis?.addEventListener(
    'voiceschanged',
    () => {
      const there = localVoices(synthesis);
      if (there.length === 0) return;
      setVoices(there);
      if (player) showVoices();
      if (!isMute) return;
      isMute = false;
      bar.say('');
      begin();
    },
    { signal },
  );
  begin();

  return {
    playOrPause: () => (player?.state === 'speaking' ? player.pause() : player?.play()),
    /**
     * @param {1 | -1} by
     * @param {'sentence' | 'paragraph'} unit
     */
    step: (by, unit) => player?.step(by, unit),
    find: follow.find,
    again: () => player?.again(),
    /** @param {string} voiceURI */
    useVoice(voiceURI) {
      chosen.choose(language, voiceURI);
      voiceOfLang.clear();
      player?.again();
    },
    stop() {
      // First: what the player tells of its end is not to be said.
      ended.abort();
      player?.stop();
      marks.clear();
      follow.to(undefined);
    },
  };
}

/**
 * @param {import('./speakable.js').Sentence[]} sentences
 * @param {HTMLElement} body
 * @returns {number} the first that is not above the window
 */
function firstSeen(sentences, body) {
  const isBelow = (/** @type {Range | undefined} */ range) => range !== undefined && range.getBoundingClientRect().bottom > EYE_PX;
  if (isBelow(sentences[0].range())) return 0;
  // By blocks first: what is far from the window has not been set (article.css).
  const block = blockAt(body.children, EYE_PX);
  const found = sentences.findIndex(({ range }) => {
    const stands = range();
    if (!block || !stands) return false;
    const where = block.compareDocumentPosition(stands.startContainer);
    return where & Node.DOCUMENT_POSITION_CONTAINED_BY ? isBelow(stands) : Boolean(where & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  return Math.max(0, found);
}
