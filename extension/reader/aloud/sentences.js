/** Cuts a line of text into what is spoken in one go. */

/**
 * Longer pieces are divided: Chromium ends an utterance after some 15 seconds, and a pause or a change of speed starts
 * its piece anew. In Latin letters; a Chinese or Japanese character takes as long to say as three of them.
 */
const MAX_LETTERS = 200;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WIDE_LETTERS = 3;
/** Where a long sentence may be divided: behind what a voice rests at, else at a space. */
const RESTS = /[,;:،؛、，；：–—](?=\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
const SPACES = /\s/gu;

/** Behind these a full stop ends no sentence: titles in every language, the rest in its own. No word that often ends one. */
const TITLES = 'dr|prof|st|mr|mrs|ms|messrs|jr|sr|rev|hon|gen|col|capt|lt|sgt|gov|sen|rep|fig|ca|vs|cf';
/** @type {Record<string, string>} */
const ABBREVIATIONS = {
  en: 'nos|vol|pp|eds|dept|inc|ltd|corp|jan|feb|apr|jun|jul|aug|sept|oct|nov|dec|ave|blvd|mt|approx',
  de: 'nr|bzw|bspw|evtl|ggf|sog|vgl|inkl|exkl|max|min|mio|mrd|str|abs|hl|geb|gest|jh|jan|feb|aug|sept|okt|nov|dez|hr|fr|ing|dipl|usw|etc',
  fr: 'mm|mme|mmes|mlle|av|bd|éd|env|chap|ex|janv|févr|juill|oct|nov|déc',
  es: 'sra|srta|sres|dra|ud|uds|avda|núm|pág|págs|aprox|ee|uu|ene|feb|ago|sept|oct|nov|dic',
  it: 'sig|sigg|dott|avv|ing|arch|pag|pagg|es',
  pt: 'sra|dra|av|núm|pág|págs|ex',
  nl: 'dhr|mevr|mw|drs|ir|nr|blz|bijv|bv|enz|jl',
  sv: 'bl|dvs|ex|kr|nr|osv|resp|tel',
};
/** Behind a space, as French has it, the segmenter takes the end of a quotation for the next sentence's beginning. */
const CLOSING = /^[»›”’)\]]+(?=\s|$)/u;
/** Languages that write ordinal numbers with a full stop. */
const STOP_MAKES_ORDINAL = /^(?:de|da|nb|nn|no|fi|et|lv|cs|sk|sl|hr|bs|sr|hu|is|tr|pl)(?:-|$)/;

/**
 * @typedef {object} Span a part of a text, in UTF-16 units
 * @property {number} start
 * @property {number} end
 */

/**
 * @param {string} text
 * @param {string} lang a BCP 47 tag; empty: not known
 * @returns {Span[]} what there is to say, without the spaces around it
 */
export function sentencesIn(text, lang) {
  const isUnfinished = unfinished(lang);
  /** @type {Span[]} */
  const sentences = [];
  let isOpen = false;
  for (const { segment, index } of new Intl.Segmenter(validTag(lang), { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    const last = sentences.at(-1);
    const start = index + (CLOSING.exec(segment)?.[0].length ?? 0);
    if (last) last.end = isOpen ? end : start;
    if (!last || !isOpen) sentences.push({ start: last ? start : index, end });
    isOpen = isUnfinished.test(text.slice(sentences[sentences.length - 1].start, end));
  }
  return sentences
    .flatMap((sentence) => divided(text, sentence))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} lang
 * @returns {Span} the word there
 */
export function wordAt(text, at, lang) {
  const word = new Intl.Segmenter(validTag(lang), { granularity: 'word' }).segment(text).containing(at);
  return word ? { start: word.index, end: word.index + word.segment.length } : { start: at, end: text.length };
}

/**
 * @param {string} lang
 * @returns {string | undefined} what `Intl` takes for a tag: pages write others, too
 */
function validTag(lang) {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}

/** @param {string} lang */
function unfinished(lang) {
  const own = ABBREVIATIONS[lang.toLowerCase().split('-')[0]];
  const abbreviations = own ? `${TITLES}|${own}` : TITLES;
  const ordinals = STOP_MAKES_ORDINAL.test(lang.toLowerCase()) ? '|\\d{1,2}' : '';
  // A single letter is an initial, or the last of “z. B.”; a line that is over is none of this.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${abbreviations}|(?:\\p{L}\\.\\s?)*\\p{L}${ordinals})\\.[^\\S\\n]+$`, 'iu');
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]}
 */
function divided(text, { start, end }) {
  const pieces = [];
  let from = start;
  for (;;) {
    const most = from + fitting(text.slice(from, end));
    if (most >= end) return [...pieces, { start: from, end }];
    const head = text.slice(from, most);
    // A rest near the beginning would leave a scrap.
    const cut = lastMatch(head, RESTS, head.length / 3) ?? lastMatch(head, SPACES, 1) ?? head.length;
    pieces.push({ start: from, end: from + cut });
    from += cut;
  }
}

/**
 * @param {string} text
 * @returns {number} how much of it can be said in one go
 */
function fitting(text) {
  let letters = 0;
  let at = 0;
  for (const character of text) {
    letters += WIDE.test(character) ? WIDE_LETTERS : 1;
    if (letters > MAX_LETTERS) break;
    at += character.length;
  }
  return at;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {number} least
 * @returns {number | undefined} the end of the last match that is not before `least`
 */
function lastMatch(text, pattern, least) {
  const last = [...text.matchAll(pattern)].at(-1);
  return last && last.index + last[0].length >= least ? last.index + last[0].length : undefined;
}

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
function trimmed(text, { start, end }) {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}
