/** Chromium drops what it is given to say in the same task in which it was told to be silent. */
const SILENCE_MS = 60;
/** How often is looked whether the browser has lost what it was to say, and how often in a row that must be so. */
const CHECK_MS = 1000;
const CHECKS = 2;

/**
 * `stopped`: before the first word and after the last.
 *
 * @typedef {'stopped' | 'speaking' | 'paused'} PlayerState
 * @typedef {ReturnType<typeof createPlayer>} Player
 */

/**
 * Speaks one sentence after the other. Each is an utterance of its own; a pause ends it, and it is said again from its
 * beginning, because the browser's own pause does nothing on Android, and never ends in some versions of Chromium.
 *
 * @param {object} options
 * @param {SpeechSynthesis} options.synthesis
 * @param {number[]} options.paragraphs the paragraph that each sentence is in
 * @param {(at: number) => SpeechSynthesisUtterance} options.utteranceOf makes what says that sentence, as it is to be said now
 * @param {(state: PlayerState, at: number) => void} options.onChange called when another state or sentence holds
 * @param {(at: number, from: number, length: number | undefined) => void} options.onWord called where the voice says which word of a sentence it begins
 * @param {() => void} options.onFailure called where the browser does not speak; the state is `paused` then
 */
export function createPlayer({ synthesis, paragraphs, utteranceOf, onChange, onWord, onFailure }) {
  /** @type {PlayerState} */
  let state = 'stopped';
  let at = 0;
  /** What is being said. Browsers drop the events of one that nobody holds. @type {SpeechSynthesisUtterance | undefined} */
  let utterance;
  /** Until the next is said, where that must wait. @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let nextCheck;

  /** @param {PlayerState} next */
  function become(next) {
    state = next;
    onChange(state, at);
  }

  /** @returns {boolean} whether there was anything to be said: from here on nothing of it is heard of */
  function letGo() {
    clearTimeout(timer);
    clearTimeout(nextCheck);
    const wasSpeaking = utterance !== undefined;
    utterance = undefined;
    return wasSpeaking;
  }

  /** Only what is ours: the page may be speaking, too. */
  function silence() {
    const wasSpeaking = letGo();
    if (wasSpeaking) synthesis.cancel();
    return wasSpeaking;
  }

  function begin() {
    const wasWaiting = timer !== undefined;
    if (silence() || wasWaiting) timer = setTimeout(speak, SILENCE_MS);
    else speak();
    become('speaking');
  }

  /** @param {boolean} [isSecondTry] */
  function speak(isSecondTry = false) {
    timer = undefined;
    const own = utteranceOf(at);
    let isHeard = false;
    let lost = 0;
    utterance = own;
    /**
     * @template {keyof SpeechSynthesisUtteranceEventMap} Type
     * @param {Type} type
     * @param {(event: SpeechSynthesisUtteranceEventMap[Type]) => void} act
     */
    const on = (type, act) => own.addEventListener(type, (event) => utterance === own && act(event));
    on('start', () => (isHeard = true));
    on('boundary', ({ name, charIndex, charLength }) => {
      isHeard = true;
      if (name !== 'sentence') onWord(at, charIndex, charLength);
    });
    on('end', goOn);
    on('error', ({ error }) => {
      // Not by us: the page, or the system, has told all voices to be silent.
      if (error === 'canceled' || error === 'interrupted') pause();
      else fail();
    });
    const check = () => {
      lost = synthesis.speaking || synthesis.pending ? 0 : lost + 1;
      if (lost < CHECKS) {
        nextCheck = setTimeout(check, CHECK_MS);
      } else if (isHeard) {
        goOn();
      } else if (isSecondTry) {
        fail();
      } else {
        silence();
        timer = setTimeout(speak, SILENCE_MS, true);
      }
    };
    nextCheck = setTimeout(check, CHECK_MS);
    // The page may have left it paused.
    synthesis.resume();
    synthesis.speak(own);
  }

  function goOn() {
    letGo();
    if (at + 1 < paragraphs.length) {
      at += 1;
      speak();
      become('speaking');
    } else {
      at = 0;
      become('stopped');
    }
  }

  function pause() {
    silence();
    timer = undefined;
    become('paused');
  }

  function fail() {
    pause();
    onFailure();
  }

  return {
    get state() {
      return state;
    },
    get at() {
      return at;
    },
    /** @param {number} [from] the sentence to begin with, if not where it is */
    play(from = at) {
      at = from;
      begin();
    },
    pause() {
      if (state === 'speaking') pause();
    },
    /** @returns {boolean} whether there was anything to stop */
    stop() {
      if (state === 'stopped') return false;
      silence();
      timer = undefined;
      at = 0;
      become('stopped');
      return true;
    },
    /**
     * @param {1 | -1} by
     * @param {'sentence' | 'paragraph'} unit
     */
    step(by, unit) {
      const next = unit === 'sentence' ? at + by : paragraphFrom(paragraphs, at, by);
      if (state === 'stopped' || next < 0 || next >= paragraphs.length) return;
      at = next;
      if (state === 'speaking') begin();
      else become(state);
    },
    /** Says the present sentence anew: another speed or voice holds. */
    again() {
      if (state === 'speaking') begin();
    },
  };
}

/**
 * @param {number[]} paragraphs
 * @param {number} at
 * @param {1 | -1} by
 * @returns {number} the sentence that the next paragraph begins with; going back, the present one unless it has just begun. -1: none
 */
function paragraphFrom(paragraphs, at, by) {
  if (by === 1) return paragraphs.findIndex((one, index) => index > at && one !== paragraphs[at]);
  const start = paragraphs.indexOf(paragraphs[at]);
  return start < at || start === 0 ? start : paragraphs.indexOf(paragraphs[start - 1]);
}
