// @ts-check
/** Reading aloud, outside a browser: what is said in one go, by whom, and in which order. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { createPlayer } from '../../extension/reader/aloud/player.js';
import { sentencesIn, wordAt } from '../../extension/reader/aloud/sentences.js';
import { byLanguage, languageOf, localVoices, voiceFor, voicesWhenThere } from '../../extension/reader/aloud/voices.js';
import { installFakeSpeech } from '../e2e/speech.mjs';

/** Longer than the player waits for anything. */
const LONG_MS = 10_000;

/**
 * @param {string} text
 * @param {string} [lang]
 */
const sentences = (text, lang = 'en') => sentencesIn(text, lang).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  for (const [lang, whole] of /** @type {[string, string[]][]} */ ([
    ['en', ['Dr. Smith met J. R. R. Tolkien in the U.S. on Jan. 5.', 'He said “Stop.”', 'It cost 3.5 million, i.e. nothing.', 'What?!', 'Yes… no.']],
    ['de', ['Am 5. Mai kam z. B. Herr Dr. Meier mit ca. 20 Leuten.', 'Er sagte: „Nein.“', 'Es war 1999.']],
    ['fr', ['M. Dupont et Mme. Durand arrivent.', '« Non ! »', 'Et alors ?']],
    ['es', ['¿Quién es la Sra. Ruiz?', 'Nadie lo sabe.']],
    ['el', ['Ποιος είναι;', 'Κανείς.']],
    ['ru', ['Это А. С. Пушкин.', 'Кто?']],
    ['zh', ['他说：“走吧。”', '然后离开。', '真的吗？']],
    ['ja', ['彼は言った。', '本当？']],
    ['hi', ['यह एक वाक्य है।', 'यह दूसरा है।']],
    ['ar', ['هل هذا صحيح؟', 'نعم.']],
    ['not a tag', ['One.', 'Two.']],
  ])) {
    test(`ends where it does in ${lang}`, () => {
      // Chinese and Japanese have no space between them.
      assert.deepEqual(sentences(whole.join(/^(zh|ja)$/.test(lang) ? '' : ' '), lang), whole);
    });
  }

  test('ends with the line', () => assert.deepEqual(sentences('Roses by Dr.\nViolets are blue\n'), ['Roses by Dr.', 'Violets are blue']));

  test('that has no word is none', () => assert.deepEqual(sentences(' * * * \n↩ \n“…” '), []));

  test('that is long is divided where a voice rests, and nothing of it is lost', () => {
    const text = `${'The ferry that nobody had asked for came late again, '.repeat(12)}and left.`;
    const parts = sentences(text);
    assert.ok(parts.length >= 4 && parts.every((part) => part.length <= 200 && /[,.]$/.test(part)), parts.join('\n'));
    assert.equal(parts.join(' '), text);
  });

  test('that is long is divided even where there is nothing to rest at', () => {
    const parts = sentences('字'.repeat(500), 'zh');
    assert.equal(parts.join(''), '字'.repeat(500));
    // A character takes as long to say as three letters.
    assert.ok(parts.every((part) => part.length <= 67));
    assert.ok(sentences(`${'word '.repeat(100)}.`).every((part) => part.length <= 200));
  });

  test('has words where the browser does not say how long they are', () => {
    assert.deepEqual(wordAt('The ferry’s late', 4, 'en'), { start: 4, end: 11 });
    assert.deepEqual(wordAt('我喜欢渡轮', 1, 'zh'), { start: 1, end: 3 });
    assert.deepEqual(wordAt('late', 40, 'en'), { start: 40, end: 4 });
  });
});

describe('a voice', () => {
  const voice = (/** @type {string} */ name, /** @type {string} */ lang, more = {}) =>
    /** @type {SpeechSynthesisVoice} */ ({ name, lang, voiceURI: name, default: false, localService: true, ...more });
  const voices = [
    voice('Ada', 'en-US'), voice('Brian', 'en_GB'), voice('Carla', 'it-IT', { default: true }), voice('Dong', 'zh-CN'),
    voice('Er', 'zh-TW'), voice('Finn', 'nb-NO'), voice('Gil', 'pt-PT'), voice('Hugo', 'pt-BR'),
  ];
  const named = (/** @type {string} */ lang, chosen = {}, preferred = ['de-DE']) => voiceFor(byLanguage(voices), lang, { chosen, preferred }).name;

  test('is of the article’s language, region and script', () => {
    assert.deepEqual(['en', 'en-GB', 'it', 'zh', 'zh-Hant', 'zh-HK', 'pt', 'pt-PT'].map((lang) => named(lang)), ['Ada', 'Brian', 'Carla', 'Dong', 'Er', 'Er', 'Hugo', 'Gil']);
  });

  test('is known under the other names of its language', () => {
    assert.deepEqual(['no', 'nn-NO', 'cmn-Hans-CN'].map((lang) => named(lang)), ['Finn', 'Finn', 'Dong']);
    assert.deepEqual(['en_US', 'iw', 'what is this', ''].map(languageOf), ['en', 'he', '', '']);
    assert.deepEqual(byLanguage(voices).get('en'), [voices[0], voices[1]]);
  });

  test('is of the person’s region where the article names none', () => assert.equal(named('en', {}, ['de-DE', 'en-GB']), 'Brian'));

  test('is the one that was chosen, while it is there', () => {
    assert.equal(named('en-US', { en: 'Brian' }), 'Brian');
    assert.equal(named('en-US', { en: 'Gone' }), 'Ada');
    assert.equal(named('sv', { sv: 'Finn' }), 'Finn');
  });

  test('of another language reads where there is none: the person’s, else the system’s', () => {
    assert.equal(named('sw', {}, ['de-DE', 'pt-PT']), 'Gil');
    assert.equal(named('sw'), 'Carla');
    assert.equal(named(''), 'Carla');
    assert.equal(voiceFor(byLanguage([voices[4]]), 'sw', { chosen: {}, preferred: [] }).name, 'Er');
  });

  test('that sends the text away is none', () => {
    const synthesis = /** @type {any} */ ({ getVoices: () => [voice('Far', 'en', { localService: false }), voices[0]] });
    assert.deepEqual(localVoices(synthesis), [voices[0]]);
  });

  test('that comes late is waited for, but not for ever', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const target = Object.assign(new EventTarget(), { getVoices: () => /** @type {SpeechSynthesisVoice[]} */ ([]) });
    const synthesis = /** @type {any} */ (target);
    const late = voicesWhenThere(synthesis, new AbortController().signal);
    target.dispatchEvent(new Event('voiceschanged'));
    target.getVoices = () => voices;
    target.dispatchEvent(new Event('voiceschanged'));
    assert.equal(await late, await late);
    assert.deepEqual(await late, voices);
    target.getVoices = () => [];
    const never = voicesWhenThere(synthesis, new AbortController().signal);
    mock.timers.tick(LONG_MS);
    assert.deepEqual(await never, []);
    mock.timers.reset();
  });
});

describe('the player', () => {
  /** Two sentences, one, three. */
  const paragraphs = [0, 0, 1, 2, 2, 2];
  /** @type {string[]} */
  let shown;
  /** @type {string[]} */
  let words;
  let failures = 0;
  let rate = 1;
  /** @type {ReturnType<typeof createPlayer>} */
  let player;
  const fake = () => Reflect.get(globalThis, 'fakeSpeech');
  const said = () => fake().said.map((/** @type {{text: string}} */ { text }) => text).join(' ');
  // In steps: a timer that another one starts is fired, too.
  const wait = (/** @type {number} */ ms) => {
    for (let passed = 0; passed < ms; passed += 100) mock.timers.tick(100);
  };
  const settle = () => wait(100);
  const end = () => {
    settle();
    fake().end();
    settle();
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    Reflect.set(globalThis, 'sessionStorage', { getItem: () => null, setItem: () => undefined });
    installFakeSpeech([]);
    shown = [];
    words = [];
    failures = 0;
    rate = 1;
    player = createPlayer({
      synthesis: globalThis.speechSynthesis,
      paragraphs,
      utteranceOf: (at) => Object.assign(new SpeechSynthesisUtterance(`${at}`), { rate }),
      onChange: (state, at) => shown.push(`${state} ${at}`),
      onWord: (at, from, length) => words.push(`${at} ${from} ${length}`),
      onFailure: () => (failures += 1),
    });
  });
  afterEach(() => mock.timers.reset());

  test('says one sentence after the other, and stops behind the last', () => {
    player.play(3);
    end();
    end();
    assert.equal(said(), '3 4 5');
    end();
    assert.equal(said(), '3 4 5');
    assert.deepEqual(shown, ['speaking 3', 'speaking 4', 'speaking 5', 'stopped 0']);
    player.play();
    settle();
    assert.equal(said(), '3 4 5 0');
  });

  test('says the sentence again after a pause', () => {
    player.play();
    end();
    player.pause();
    assert.equal(fake().speaking(), null);
    settle();
    assert.equal(player.state, 'paused');
    player.play();
    settle();
    assert.equal(said(), '0 1 1');
  });

  test('steps by sentences and paragraphs, not beyond the ends', () => {
    player.play(4);
    const step = (/** @type {1 | -1} */ by, /** @type {'sentence' | 'paragraph'} */ unit) => {
      player.step(by, unit);
      settle();
      return player.at;
    };
    assert.deepEqual([step(-1, 'paragraph'), step(-1, 'paragraph'), step(-1, 'paragraph'), step(-1, 'paragraph')], [3, 2, 0, 0]);
    assert.deepEqual([step(-1, 'sentence'), step(1, 'sentence'), step(1, 'paragraph'), step(1, 'paragraph'), step(1, 'paragraph')], [0, 1, 2, 3, 3]);
    assert.deepEqual([step(1, 'sentence'), step(1, 'sentence'), step(1, 'sentence')], [4, 5, 5]);
    assert.equal(fake().speaking(), '5');
  });

  test('steps in a pause without a word', () => {
    player.play();
    player.pause();
    player.step(1, 'sentence');
    settle();
    assert.equal(fake().speaking(), null);
    assert.deepEqual(shown, ['speaking 0', 'paused 0', 'paused 1']);
  });

  test('says nothing in the task in which it has silenced another, and of many steps only the last', () => {
    player.play();
    for (let count = 0; count < 3; count++) player.step(1, 'sentence');
    assert.equal(said(), '0');
    settle();
    assert.equal(said(), '0 3');
  });

  test('takes another speed with the sentence that is being said', () => {
    player.play();
    rate = 2;
    player.again();
    settle();
    assert.deepEqual(fake().said.map((/** @type {{rate: number}} */ one) => one.rate), [1, 2]);
  });

  test('tells of words, not of sentences, and only of what is being said', () => {
    player.play();
    fake().word({ charIndex: 3, charLength: 4 });
    fake().word({ name: 'sentence', charIndex: 0 });
    assert.deepEqual(words, ['0 3 4']);
    player.stop();
    fake().word({ charIndex: 5 });
    assert.deepEqual(words, ['0 3 4']);
  });

  test('goes on where the browser has lost the end of a sentence', () => {
    player.play();
    settle();
    fake().lose();
    wait(3500);
    assert.equal(said(), '0 1');
  });

  test('says again what the browser has dropped, and gives up where it does so twice', () => {
    fake().isDeaf = true;
    player.play();
    wait(3500);
    assert.equal(said(), '0 0');
    wait(LONG_MS);
    assert.equal(said(), '0 0');
    assert.deepEqual([failures, player.state], [1, 'paused']);
  });

  test('pauses where the page silences all voices, and tells of a voice that fails', () => {
    player.play();
    fake().fail('interrupted');
    assert.deepEqual([failures, player.state], [0, 'paused']);
    player.play();
    settle();
    fake().fail('synthesis-failed');
    assert.deepEqual([failures, player.state], [1, 'paused']);
  });

  test('leaves alone what others say', () => {
    const silenced = mock.method(globalThis.speechSynthesis, 'cancel');
    assert.equal(player.stop(), false);
    player.pause();
    assert.equal(silenced.mock.callCount(), 0);
    player.play();
    assert.equal(player.stop(), true);
    assert.equal(silenced.mock.callCount(), 1);
  });
});
