// @ts-check
/** Voices for a test: headless browsers have none. */

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */
/** @typedef {{text: string, lang: string, voice: string | null, rate: number}} Said */

/**
 * @typedef {object} Voice
 * @property {string} name
 * @property {string} lang
 * @property {boolean} [localService]
 */

/** @type {Voice[]} */
export const VOICES = [
  { name: 'Far', lang: 'en-GB', localService: false },
  { name: 'Ada', lang: 'en-US' },
  { name: 'Brian', lang: 'en-GB' },
  { name: 'Claire', lang: 'fr-FR' },
];

/**
 * Takes the place of the browser's voices in the world where it runs. It says nothing by itself: `globalThis.fakeSpeech`
 * tells what it was given to say, and lets the test say when a word begins and when all is said.
 *
 * @param {Voice[]} voices
 */
export function installFakeSpeech(voices) {
  /** @returns {{listeners: {[type: string]: Set<(event: object) => void>}, addEventListener: Function, tell: (type: string, event?: object) => void}} */
  const target = () => {
    /** @type {{[type: string]: Set<(event: object) => void>}} */
    const listeners = {};
    return {
      listeners,
      addEventListener(/** @type {string} */ type, /** @type {(event: object) => void} */ listener, /** @type {{signal?: AbortSignal}} */ { signal } = {}) {
        (listeners[type] ??= new Set()).add(listener);
        signal?.addEventListener('abort', () => listeners[type].delete(listener));
      },
      tell: (type, event = {}) => [...(listeners[type] ?? [])].forEach((listener) => listener(event)),
    };
  };
  const known = voices.map((voice) => ({ localService: true, default: false, voiceURI: voice.name, ...voice }));
  /** @type {Said[]} */
  const said = [];
  /** @type {any} */
  let present;
  const take = () => {
    const last = present;
    present = undefined;
    return last;
  };
  const synthesis = {
    ...target(),
    pending: false,
    get speaking() {
      return present !== undefined;
    },
    getVoices: () => known,
    speak(/** @type {any} */ utterance) {
      const { text, lang, voice, rate } = utterance;
      said.push({ text, lang, voice: voice?.name ?? null, rate });
      if (fake.isDeaf) return;
      present = utterance;
      setTimeout(() => utterance.tell('start'), 0);
    },
    cancel() {
      const last = take();
      // It outlives the document, as the voices would.
      sessionStorage.setItem('cancelled', `${Number(sessionStorage.getItem('cancelled')) + 1}`);
      setTimeout(() => last?.tell('error', { error: 'canceled' }), 0);
    },
    resume() {},
  };
  const fake = {
    said,
    speaking: () => present?.text ?? null,
    word: (/** @type {object} */ event) => present?.tell('boundary', { name: 'word', ...event }),
    end: () => take()?.tell('end'),
    fail: (/** @type {string} */ error) => take()?.tell('error', { error }),
    /** Says no more of it, as browsers do at times. */
    lose: () => void take(),
    /** Whether it does nothing with what it is given. */
    isDeaf: false,
  };
  const put = (/** @type {string} */ name, /** @type {unknown} */ value) => Object.defineProperty(globalThis, name, { value, configurable: true });
  put('fakeSpeech', fake);
  put('speechSynthesis', synthesis);
  put(
    'SpeechSynthesisUtterance',
    /** @this {any} */ function (/** @type {string} */ text) {
      Object.assign(this, target(), { text, lang: '', voice: null, rate: 1 });
    },
  );
}

/**
 * Gives a page's reader voices. To be called once the reader is open: only then is there a world of the extension's in
 * that tab, and a right to run anything in it.
 *
 * @param {Quiet} quiet
 * @param {Page} page
 * @param {Voice[]} [voices]
 */
export async function giveVoices(quiet, page, voices = VOICES) {
  const desk = await quiet.openOptions();
  await page.bringToFront();
  /**
   * Runs in the extension's world of the page.
   *
   * @param {string} source of a function
   * @param {unknown} argument
   * @returns {Promise<any>}
   */
  const run = (source, argument = null) =>
    desk.evaluate(`(async () => {
      const { scripting, tabs } = globalThis.browser ?? chrome;
      const tab = (await tabs.query({})).findLast(({ url }) => url === ${JSON.stringify(page.url())});
      const [{ result }] = await scripting.executeScript({ target: { tabId: tab.id }, func: ${source}, args: [${JSON.stringify(argument)}] });
      return result;
    })()`);
  await run(`${installFakeSpeech}`, voices);
  return {
    /** @returns {Promise<Said[]>} what was to be said so far */
    said: () => run('() => fakeSpeech.said'),
    /** @returns {Promise<string | null>} what is being said */
    speaking: () => run('() => fakeSpeech.speaking()'),
    /** @param {{charIndex: number, charLength?: number}} event a word begins */
    word: (event) => run('(event) => void fakeSpeech.word(event)', event),
    /** All is said. */
    end: () => run('() => void fakeSpeech.end()'),
    close: () => desk.close(),
  };
}
