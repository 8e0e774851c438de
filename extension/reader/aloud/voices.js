/** Which of the browser's voices reads what. */

/** Browsers list their voices late, some never. */
const VOICES_WAITED_FOR_MS = 2000;
/** Some systems' names for the code that pages use. */
const SAME_LANGUAGE = new Map([['no', 'nb'], ['nn', 'nb'], ['yue', 'zh']]);

/**
 * The voices that speak on this device. The others send what they are to say to a server.
 *
 * @param {SpeechSynthesis} synthesis
 * @returns {SpeechSynthesisVoice[]}
 */
export function localVoices(synthesis) {
  return synthesis.getVoices().filter(({ localService }) => localService);
}

/**
 * @param {SpeechSynthesis} synthesis
 * @param {AbortSignal} signal
 * @returns {Promise<SpeechSynthesisVoice[]>} empty where there were none after a while
 */
export function voicesWhenThere(synthesis, signal) {
  const voices = localVoices(synthesis);
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise((resolve) => {
    const done = new AbortController();
    const answer = () => {
      clearTimeout(timer);
      done.abort();
      resolve(localVoices(synthesis));
    };
    const timer = setTimeout(answer, VOICES_WAITED_FOR_MS);
    synthesis.addEventListener('voiceschanged', () => localVoices(synthesis).length > 0 && answer(), { signal: done.signal });
    signal.addEventListener('abort', answer, { signal: done.signal });
  });
}

/**
 * @param {string} lang as pages and systems write it: a BCP 47 tag, perhaps with `_`
 * @returns {string} its language alone; empty where it is none
 */
export const languageOf = (lang) => localeOf(lang)?.language ?? '';

/** Language, as `languageOf` gives it → its voices. @typedef {Map<string, SpeechSynthesisVoice[]>} Voices */

/**
 * @param {SpeechSynthesisVoice[]} voices
 * @returns {Voices}
 */
export function byLanguage(voices) {
  /** Some systems have ten thousand voices, in a hundred languages. @type {Map<string, string>} */
  const languages = new Map();
  /** @type {Voices} */
  const groups = new Map();
  for (const voice of voices) {
    const language = languages.get(voice.lang) ?? languageOf(voice.lang);
    languages.set(voice.lang, language);
    const group = groups.get(language);
    if (group) group.push(voice);
    else groups.set(language, [voice]);
  }
  return groups;
}

/**
 * @param {Voices} voices at least one
 * @param {string} lang of what is to be read; empty: not known
 * @param {object} wishes
 * @param {Record<string, string>} wishes.chosen language → `voiceURI` that the person chose for it
 * @param {readonly string[]} wishes.preferred the person's languages, first choice first
 * @returns {SpeechSynthesisVoice} the chosen one, else one of that language, else the person's own
 */
export function voiceFor(voices, lang, { chosen, preferred }) {
  const wanted = localeOf(lang);
  const all = () => [...voices.values()].flat();
  const choice = chosen[wanted?.language ?? ''];
  const own = choice && all().find(({ voiceURI }) => voiceURI === choice);
  if (own) return own;
  const speaking = wanted && voices.get(wanted.language);
  if (speaking) return best(speaking, lang, wanted, preferred);
  // Another language's: the one the person understands, if there is no saying what the text is in.
  const understood = preferred.find((one) => voices.has(languageOf(one)));
  return understood ? voiceFor(voices, understood, { chosen, preferred: [] }) : (all().find((voice) => voice.default) ?? all()[0]);
}

/**
 * @param {SpeechSynthesisVoice[]} voices of one language
 * @param {string} lang
 * @param {Intl.Locale} wanted
 * @param {readonly string[]} preferred
 */
function best(voices, lang, wanted, preferred) {
  // “en” by itself says nothing of where; then it is as the person has it.
  const hasRegion = Boolean(parsed(lang)?.region);
  const home = hasRegion ? undefined : preferred.map(localeOf).find((one) => one?.language === wanted.language);
  const region = (home ?? wanted).region;
  const worth = (/** @type {SpeechSynthesisVoice} */ voice) => {
    const its = localeOf(voice.lang);
    return (its?.script === wanted.script ? 4 : 0) + (its?.region === region ? 2 : 0) + (voice.default ? 1 : 0);
  };
  return voices.reduce((one, other) => (worth(other) > worth(one) ? other : one));
}

/**
 * @param {string} lang
 * @returns {Intl.Locale | undefined} with the script and region that go without saying
 */
function localeOf(lang) {
  const locale = parsed(lang)?.maximize();
  if (!locale) return undefined;
  return new Intl.Locale(locale, { language: SAME_LANGUAGE.get(locale.language) ?? locale.language });
}

/** @param {string} lang */
function parsed(lang) {
  try {
    return new Intl.Locale(lang.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
