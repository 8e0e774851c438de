// @ts-check
/** Code, outside a browser: which languages are known, what the parts are, and that their colours can be read. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { tokensIn } from '../../extension/content/tokens.js';
import { codeColours } from '../../extension/reader/code_colours.js';
import { MAX_ALL, MAX_BLOCK, MAX_LINE, MAX_SPENT_MS, stopwatch, withinLimits } from '../../extension/reader/highlighting_limits.js';
import { palettes } from '../../extension/reader/themes.js';
import { READABLE_CONTRAST, contrast } from '../../extension/shared/contrast.js';
import { DEFAULTS } from '../../extension/shared/settings.js';

/** @param {string} text @param {string} language */
const parts = (text, language) => tokensIn(text, language).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

/** A language → as pages name it → a line of it → what is in that. @type {[string, string, string][]} */
const LINES = [
  ['javascript js jsx mjs node', 'const a = 1;', 'keyword const'],
  ['typescript ts tsx typescriptreact', 'type A = string;', 'keyword type'],
  ['python py python3 ipython3 pycon', 'def fare(): pass', 'keyword def'],
  ['rust rs', 'fn main() {}', 'keyword fn'],
  ['go golang', 'func main() {}', 'keyword func'],
  ['java', 'class Boat {}', 'keyword class'],
  ['kotlin kt', 'fun main() {}', 'keyword fun'],
  ['swift', 'let a = 1', 'keyword let'],
  ['c h', 'return 1;', 'keyword return'],
  ['cpp c++ cc cuda', 'return 1;', 'keyword return'],
  ['csharp cs c# dotnet', 'using System;', 'keyword using'],
  ['php', '<?php echo 1;', 'keyword echo'],
  ['ruby rb', 'def fare; end', 'keyword def'],
  ['bash sh zsh fish', 'if true; then echo; fi', 'keyword if'],
  ['shell console shell-session', '$ ls', 'attribute $ '],
  ['powershell ps1 pwsh', 'function Get-Fare {}', 'keyword function'],
  ['sql mysql postgresql sqlite', 'SELECT 1', 'keyword SELECT'],
  ['json jsonc json5', '{"a": 1}', 'attribute "a"'],
  ['yaml yml', 'a: 1', 'attribute a:'],
  ['ini toml', 'a = 1', 'attribute a'],
  ['xml html svg vue markup', '<a href="b">c</a>', 'title a'],
  ['css', 'a { color: red }', 'keyword a'],
  ['scss', '$a: 1;', 'attribute $a'],
  ['markdown md', '# Boat', 'title # Boat'],
  ['diff patch', '-a', 'keyword -a'],
  ['lua', 'local a = 1', 'keyword local'],
  ['r', 'if (a) 1', 'keyword if'],
  ['perl pl', 'my $a;', 'keyword my'],
  ['haskell hs', 'module Boat where', 'keyword module'],
  ['elixir ex', 'defmodule Boat do\nend', 'keyword defmodule'],
  ['scala', 'val a = 1', 'keyword val'],
  ['dart', 'final a = 1;', 'keyword final'],
  ['dockerfile docker', 'FROM debian', 'keyword FROM'],
  ['makefile make', 'a = $(b)', 'attribute $(b)'],
  ['graphql gql', 'query { a }', 'keyword query'],
  ['nginx nginx-conf', 'worker_processes 1;', 'attribute worker_processes'],
];

describe('code in', () => {
  for (const [names, line, part] of LINES) {
    test(names, () => {
      for (const name of names.split(' ')) {
        const found = parts(line, name);
        assert.ok(found.includes(part), `${name}: ${found.join(' | ')}`);
      }
    });
  }

  test('a language that is not known is plain', () => {
    for (const name of ['brainfuck', 'output', 'constructor', '__proto__', '']) assert.deepEqual(tokensIn('let a = "b"; // c', name), []);
  });
});

describe('the parts of code', () => {
  test('are told in order, and what is neither this nor that is left out', () => {
    assert.deepEqual(parts('// Fares\nfn fare(age: u32) -> u32 { if age < 16 { 0 } else { 4 } }', 'rust'), [
      'comment // Fares', 'keyword fn', 'title fare', 'type u32', 'type u32', 'keyword if', 'constant 16', 'constant 0', 'keyword else', 'constant 4',
    ]);
  });

  test('are what is innermost, and code within a string is code', () => {
    assert.deepEqual(parts('`a ${b ? 1 : 2} c`', 'js'), ['string `a ', 'constant 1', 'constant 2', 'string  c`']);
  });

  test('of another language within are told as its own', () => {
    const found = parts('<p class="a">b</p><script>const a = 1;</script>', 'html');
    assert.deepEqual(found, ['title p', 'attribute class', 'string "a"', 'title p', 'title script', 'keyword const', 'constant 1', 'title script']);
  });

  test('lie in the text and not within each other, whatever it is', () => {
    const texts = ['', '\n', '"', '/*', '`${'.repeat(1000), '<a '.repeat(1000), '{{{[[[((('.repeat(500), '𝒂 = "👩‍🚀" // é'];
    for (const text of texts) {
      for (const [names] of LINES) {
        let end = 0;
        for (const token of tokensIn(text, names.split(' ')[0])) {
          assert.ok(token.start >= end && token.end > token.start && token.end <= text.length, `${names}: ${JSON.stringify(token)}`);
          end = token.end;
        }
      }
    }
  });
});

/** Code of so many characters, in lines of no more than that. @param {number} length @param {string} line */
const repeated = (length, line) => line.repeat(Math.ceil(length / line.length)).slice(0, length);

describe('the limits of colouring', () => {
  /** @param {...string} texts which of them are coloured */
  const coloured = (...texts) => withinLimits(texts.map((data) => ({ text: { data } }))).map(({ text }) => text.data.length);

  test('hold for a block', () => {
    for (const [length, isColoured] of /** @type {[number, boolean][]} */ ([[MAX_BLOCK - 1, true], [MAX_BLOCK, true], [MAX_BLOCK + 1, false]])) {
      assert.deepEqual(coloured(repeated(length, 'a = 1\n'), 'b'), isColoured ? [length, 1] : [1], `${length}`);
    }
  });

  test('hold for a line', () => {
    for (const [length, isColoured] of /** @type {[number, boolean][]} */ ([[MAX_LINE - 1, true], [MAX_LINE, true], [MAX_LINE + 1, false]])) {
      const text = `a\n${repeated(length, 'a')}\nb`;
      assert.deepEqual(coloured(text), isColoured ? [text.length] : [], `${length}`);
    }
  });

  test('hold for all together', () => {
    const full = Array.from({ length: MAX_ALL / 5000 - 1 }, () => repeated(5000, 'a = 1\n'));
    for (const [length, isColoured] of /** @type {[number, boolean][]} */ ([[4999, true], [5000, true], [5001, false]])) {
      assert.equal(coloured(...full, repeated(length, 'a = 1\n')).length, full.length + (isColoured ? 1 : 0), `${length}`);
    }
  });

  test('hold for the time it takes', () => {
    for (const [spentMs, isUp] of /** @type {[number, boolean][]} */ ([[MAX_SPENT_MS - 1, false], [MAX_SPENT_MS, true], [MAX_SPENT_MS + 1, true]])) {
      let now = 0;
      const { isTimeUp, time } = stopwatch(() => now);
      time(() => (now += 1));
      now += 1000; // spent by others
      time(() => (now += spentMs - 1));
      assert.equal(isTimeUp(), isUp, `${spentMs}`);
    }
  });

  test('keep code that is written to take long under a second', () => {
    const hostile = /** @type {const} */ ([
      ['csharp', 'A'], ['csharp', 'if '], ['csharp', 'def a'], ['csharp', 'int a '], ['csharp', 'a\n'], ['java', '$'], ['java', '$a'], ['haskell', '\n'],
      ['haskell', '\n\n'], ['ini', '-'], ['ini', '.a'], ['graphql', '||'], ['bash', '"\n'], ['c', 'aa'],
    ]);
    for (const [language, part] of hostile) {
      const line = part.includes('\n') ? part : `${repeated(MAX_LINE, part)}\n`;
      // Of this process alone, however busy the machine is.
      const before = process.cpuUsage();
      tokensIn(repeated(MAX_BLOCK, line), language);
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 1e6, `${language} ${JSON.stringify(part)}: ${(user + system) / 1000} ms`);
    }
  });
});

/** @param {Partial<Quietpage.Settings>} settings */
function coloursIn(settings) {
  const { light, dark } = palettes({ ...DEFAULTS, ...settings });
  return [light, dark].map((palette) => ({ palette, colours: codeColours(palette, settings.theme ?? DEFAULTS.theme) }));
}

describe('the colours of code', () => {
  for (const [theme, wanted] of /** @type {[Quietpage.Theme, number][]} */ ([['system', 4.5], ['light', 4.5], ['dark', 4.5], ['sepia', 4.5], ['contrast', 7]])) {
    test(`can be read in ${theme}, and told apart`, () => {
      for (const { palette, colours } of coloursIn({ theme })) {
        for (const [kind, colour] of Object.entries(colours)) {
          const found = contrast(colour, palette.shade);
          assert.ok(found >= wanted, `${kind} ${colour} on ${palette.shade}: ${found}`);
          assert.notEqual(colour, palette.ink, kind);
        }
        assert.equal(new Set(Object.values(colours)).size, 7);
      }
    });
  }

  test('can be read on every ground that a person’s own text can be read on', () => {
    const shades = ['00', '80', 'ff'];
    const all = shades.flatMap((r) => shades.flatMap((g) => shades.map((b) => `#${r}${g}${b}`)));
    let readable = 0;
    for (const ownBackground of all) {
      for (const ownText of all) {
        for (const { palette, colours } of coloursIn({ theme: 'own', ownBackground, ownText })) {
          const isReadable = contrast(ownText, palette.shade) >= READABLE_CONTRAST;
          if (isReadable) readable += 1;
          for (const colour of Object.values(colours)) {
            const isPlain = colour === palette.ink;
            assert.ok(contrast(colour, palette.shade) >= READABLE_CONTRAST || (isPlain && !isReadable), `${colour} on ${palette.shade}`);
          }
        }
      }
    }
    assert.ok(readable > 100);
  });

  test('are each used by the style sheet', () => {
    const css = readFileSync(new URL('../../extension/reader/highlighting.css', import.meta.url), 'utf8');
    const used = [...css.matchAll(/::highlight\(quietpage-code-(\w+)\) \{\s*color: var\(--code-(\w+)\);/g)].map(([, kind, colour]) => (kind === colour ? kind : `${kind} in ${colour}`));
    assert.deepEqual(used.sort(), Object.keys(coloursIn({})[0].colours).sort());
  });
});
