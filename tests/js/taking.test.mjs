// @ts-check
/** What an article looks like when it is taken along. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileName } from '../../extension/reader/file_name.js';
import { frontMatter } from '../../extension/reader/front_matter.js';
import { asFile, asHtml, asMarkdown, asText } from '../../extension/reader/taken_forms.js';

/** @type {import('../../extension/reader/taken.js').Taken} */
const TAKEN = {
  title: 'Salt & <b>"light"</b>',
  dek: null,
  byline: 'By Kari Lunde',
  site: 'The Sound Courier',
  address: 'https://courier.example/story?a=1&b="2"',
  published: '2024-05-14T09:30:00+02:00',
  modified: null,
  lang: 'en',
  dir: 'ltr',
  picture: null,
  words: { lang: 'de', published: 'Veröffentlicht: 14. Mai 2024', updated: null, source: 'Quelle: https://courier.example/story?a=1&b="2"' },
  html: '<p>One &amp; two</p>\n',
  markdown: 'One & two\n',
  text: 'One & two',
};

describe('front matter', () => {
  test('names what is known, and nothing else', () => {
    assert.equal(frontMatter({ title: 'Salt', author: null, url: '' }), '---\ntitle: "Salt"\n---\n');
  });

  test('keeps every string a string', () => {
    for (const [text, written] of [
      ['yes', '"yes"'],
      ['2024', '"2024"'],
      ['- [x]: #1', '"- [x]: #1"'],
      ['He said “no”: "never"', '"He said “no”: \\"never\\""'],
      ['C:\\new\nline', '"C:\\\\new\\nline"'],
      ['a\x7fb\x85c\u2028d\ufeff', '"a\\u007fb\\u0085c\\u2028d\\ufeff"'],
    ]) {
      assert.equal(frontMatter({ title: text }), `---\ntitle: ${written}\n---\n`);
    }
  });

  test('gives a date as a date where it is a whole one', () => {
    assert.match(frontMatter({ published: '2024-05-14' }), /^published: 2024-05-14$/m);
    assert.match(frontMatter({ published: '2024-05-14T09:30:00+02:00' }), /^published: 2024-05-14T09:30:00\+02:00$/m);
    assert.match(frontMatter({ published: '2024-05' }), /^published: "2024-05"$/m);
  });
});

describe('a file’s name', () => {
  for (const [what, title, name] of [
    ['is the title', 'Harbour town votes', 'Harbour town votes.html'],
    ['keeps every script', '港町、最後のフェリー', '港町、最後のフェリー.html'],
    ['has nothing that a system forbids', 'Who? "Me/you": a\\b <c> | d* e', 'Who Me you a b c d e.html'],
    ['has nothing that is not seen', 'gpj.\u202eexe\u0000 and m\u00adore\n', 'gpj.exe and more.html'],
    ['keeps the joiners that a script needs', 'می\u200cخواهم', 'می\u200cخواهم.html'],
    ['is not hidden, and ends in what it is', ' ...Later... ', 'Later.html'],
    ['is no device', 'CON', 'CON_.html'],
    ['is no device with an ending', 'nul.txt', 'nul_.txt.html'],
    ['may begin like one', 'Consent', 'Consent.html'],
    ['is there where the title has no sign to keep', '???', 'article.html'],
  ]) {
    test(what, () => assert.equal(fileName(title, 'html'), name));
  }

  test('is cut at a word', () => {
    assert.equal(fileName('word '.repeat(100), 'html'), `${'word '.repeat(24).trim()}.html`);
  });

  test('is cut between letters as a person sees them', () => {
    const family = '👨‍👩‍👧‍👦';
    const name = fileName(family.repeat(20), 'html');
    assert.ok(Buffer.byteLength(name) <= 125);
    assert.equal(name, `${family.repeat(4)}.html`);
  });
});

describe('an article', () => {
  test('as Markdown stands under its front matter', () => {
    const markdown = asMarkdown(TAKEN);
    assert.ok(markdown.startsWith('---\ntitle: "Salt & <b>\\"light\\"</b>"\nauthor: "By Kari Lunde"\npublished: 2024-05-14T09:30:00+02:00\nsite: "The Sound Courier"\nurl: "https://'));
    assert.ok(markdown.endsWith('lang: "en"\n---\n\nOne & two\n'));
  });

  test('as text has its head and its source', () => {
    assert.equal(asText(TAKEN), `${TAKEN.title}\nBy Kari Lunde\nVeröffentlicht: 14. Mai 2024\n\nOne & two\n\n${TAKEN.words.source}\n`);
  });

  test('as HTML is written out of what the page says, whatever that is', () => {
    const html = asHtml(TAKEN);
    assert.ok(html.includes('<h1>Salt &amp; &lt;b&gt;&quot;light&quot;&lt;/b&gt;</h1>'));
    assert.ok(html.includes('<a href="https://courier.example/story?a=1&amp;b=&quot;2&quot;">'));
    assert.ok(html.includes('<p class="dates" lang="de"><time datetime="2024-05-14T09:30:00+02:00">Veröffentlicht: 14. Mai 2024</time></p>'));
    assert.ok(html.includes('<p>One &amp; two</p>'));
    assert.ok(!html.includes('dek'));
  });

  test('as a file is one page that fetches no script and no style', () => {
    const file = asFile({ ...TAKEN, lang: 'ar', dir: 'rtl' }, 'body { margin: 0 }');
    assert.ok(file.startsWith('<!doctype html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">'));
    assert.ok(file.includes(`content="default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'"`));
    assert.ok(file.includes('<style>\nbody { margin: 0 }\n</style>'));
    assert.ok(!/<script|<link rel="stylesheet"/.test(file));
  });
});
