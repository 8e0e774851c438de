// @ts-check
/**
 * What the packages' code could reach the network with, or run code with that is not in them, stands in the places named
 * here and nowhere else: `node --test tests/e2e/own_code.mjs`, after a build. What is asked of the network in a browser
 * while an article is read, a picture enlarged or a file saved is counted in clicking.mjs, lightbox.mjs and taking.mjs.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, test } from 'node:test';
import { Linter } from 'eslint';
import { filesUnder } from '../../scripts/pack.mjs';
import { BROWSERS } from './browsers.mjs';
import { ROOT } from './driving.mjs';

/** Names, of globals or of properties, by which a script asks the network, or runs or shows what is not its own. */
const LOADING = new Set([
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'RTCPeerConnection'],
  ...['sendBeacon', 'importScripts', 'Worker', 'SharedWorker', 'addModule', 'FontFace', 'Image', 'Audio', 'registerProtocolHandler'],
  ...['eval', 'Function', 'executeScript', 'insertCSS', 'userScripts', 'declarativeNetRequest', 'connectNative', 'sendNativeMessage', 'downloads'],
  ...['setHTML', 'setHTMLUnsafe', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'parseHTMLUnsafe'],
]);
/** Attributes and properties that have a browser load what they are set to, or go there. */
const ADDRESSES = new Set(['src', 'srcset', 'href', 'formAction', 'poster', 'ping', 'srcdoc', 'location']);
/** Of a location, a window or the browser's tabs: goes somewhere, or opens something. */
const GOING = /^(location|window|globalThis|self|tabs|windows)\.(assign|replace|open|create|update)$/;

/**
 * What is there, and why that is right. Names are cut short where a file is folded for pages.
 *
 * @type {{file: RegExp, place: RegExp, why: string}[]}
 */
const ALLOWED = [
  { file: /^(background\/main|core\/(full\/)?quietpage)\.js$/, place: /^fetch\(module_or_path\)$/, why: 'the module, out of the package' },
  { file: /^background\/main\.js$/, place: /^fetch\(browser\.runtime\.getURL\(`faces\//, why: 'a typeface, out of the package' },
  { file: /^background\/main\.js$/, place: /\.executeScript\(\{ target[^[]*, files: \[("\w+\.js"(, )?|`\$\{addition\}\.js`)+\]/, why: 'a script out of the package, into a tab' },
  { file: /^background\/main\.js$/, place: /\.executeScript\(\{ target[^[]*, func: \w+,/, why: 'a function of the background’s, into a tab' },
  { file: /^background\/main\.js$/, place: /\.tabs\.create\(\{ url: (browser\.runtime\.getURL\(|`options\/options\.html)/, why: 'a page out of the package' },
  { file: /^background\/main\.js$/, place: /\.tabs\.update\(tabId, \{ url \}\)$/, why: 'the link for which the person chose “Open link quietly”' },
  { file: /^options\/shortcuts\.js$/, place: /\.tabs\.create\(\{ url: CHROMIUM_PAGE \}\)$|^'chrome:\/\/extensions\/shortcuts'$/, why: 'the browser’s own page, at a press' },
  { file: /^content\.js$/, place: /^\w+\.setHTML\(\w+,\{sanitizer:\w+\}\)$/, why: 'the article, through the Sanitizer; its pictures are those of the page' },
  { file: /^content\.js$/, place: /^\{src:\w+\.leadImage,/, why: 'the lead picture, whose address the page names' },
  { file: /^content\.js$/, place: /^\w+\.src=(\w+\.currentSrc\|\|\w+\.src|\w+\.currentSrc)$/, why: 'a picture enlarged, at a press' },
  { file: /^content\.js$/, place: /^`https:\/\/[\w.-]+\/(embed|video|talks|e|player\.html)?[/?]?[^:]*`$/, why: 'a player, at a press on it' },
  { file: /^content\.js$/, place: /^\{src:\w+,title:.*,allow:"fullscreen/, why: 'the same player’s frame' },
  { file: /^content\.js$/, place: /^new FontFace\(/, why: 'of bytes that the background sent' },
  { file: /^(content|quiet|shared\/element)\.js$/, place: /^\w+\.setAttribute\(\w+, ?\w+\)$/, why: 'what makes elements; which addresses it is given stands elsewhere in this list' },
  { file: /^(content|quiet)\.js$/, place: /,setAttribute:\w+\}=Element\.prototype$/, why: 'the attributes of what is hidden, and of what holds the page' },
  { file: /^(content|quiet|shared\/save_file)\.js$/, place: /^\{ ?href: ?\w+, ?download: ?\w+ ?\}$/, why: 'a file that was made here, into the downloads' },
  { file: /^(content|quiet)\.js$/, place: /^"http:\/\/www\.w3\.org\/(1998\/Math\/MathML|2000\/svg)"$/, why: 'names of languages, which nothing loads' },
  { file: /^highlighting\.js$/, place: /https:\/\/github\.com\/highlightjs\//, why: 'words of highlight.js to a developer' },
  { file: /^highlighting\.js$/, place: /^new \w+\("One of your code blocks includes unescaped HTML\.",\w+\.innerHTML\)$/, why: 'reads what highlight.js warns of; nothing here calls it' },
];

/**
 * @param {string} code
 * @returns {string[]} each place in it, as it is written
 */
function places(code) {
  /** @type {string[]} */
  const found = [];
  const rule = {
    create: (/** @type {any} */ { sourceCode }) => {
      const add = (/** @type {any} */ node) => found.push(sourceCode.getText(node).replace(/\s+/g, ' ').slice(0, 160));
      return {
        ImportExpression: add,
        Identifier(/** @type {any} */ node) {
          if (LOADING.has(node.name)) add(node.parent.type === 'MemberExpression' ? node.parent.parent : node.parent);
        },
        AssignmentExpression(/** @type {any} */ node) {
          if (ADDRESSES.has(node.left.property?.name ?? node.left.name)) add(node);
        },
        Property(/** @type {any} */ node) {
          // Taken out of a prototype, it goes by another name from there on.
          if (node.parent.type === 'ObjectPattern' && node.key.name === 'setAttribute') add(node.parent.parent);
          if (node.parent.type === 'ObjectExpression' && ADDRESSES.has(node.key.name ?? node.key.value)) add(node.parent);
        },
        CallExpression(/** @type {any} */ node) {
          const { object, property } = node.callee;
          if (GOING.test(`${object?.property?.name ?? object?.name}.${property?.name}`)) add(node);
          if (property?.name === 'setAttribute' && (node.arguments[0].type !== 'Literal' || ADDRESSES.has(node.arguments[0].value))) add(node);
        },
        Literal(/** @type {any} */ node) {
          if (typeof node.value === 'string' && /^\s*(\w+:)?\/\/\w|url\(|@import/.test(node.value)) add(node);
        },
        TemplateElement(/** @type {any} */ node) {
          if (/(\w+:)?\/\/\w|url\(|@import/.test(node.value.raw)) add(node.parent);
        },
      };
    },
  };
  /** @type {import('eslint').Linter.Config} */
  const config = { languageOptions: { ecmaVersion: 2024, sourceType: 'module' }, plugins: { own: { rules: { rule } } }, rules: { 'own/rule': 'error' } };
  const [problem] = new Linter().verify(code, [config]);
  if (problem) throw new Error(problem.message);
  return found;
}

test('whatever reaches out is seen', () => {
  const reaching = [
    "new Image().src = picture",
    "navigator.sendBeacon('/x')",
    'import(name)',
    "location.assign(address)",
    "element('script', { src: address })",
    "frame.setAttribute('src', address)",
    'const { setAttribute } = Element.prototype',
    "const host = 'https://evil.example/'",
    'const style = `a { background: url(${address}) }`',
    'new Function(code)',
  ];
  for (const code of reaching) assert.notDeepEqual(places(code), [], code);
  assert.deepEqual(places("const ratio = one / other; button.setAttribute('aria-label', name); // https://words.example"), []);
});

for (const name of BROWSERS) {
  const directory = join(ROOT, 'dist', name);
  /** @param {string} ending @returns {{file: string, text: string}[]} */
  const filesThatEnd = (ending) =>
    filesUnder(directory)
      .filter((path) => path.endsWith(ending))
      .map((path) => ({ file: relative(directory, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

  describe(`the package for ${name}`, () => {
    test('reaches out of itself in the places that are named, and in each of them', () => {
      const used = new Set();
      const others = filesThatEnd('.js').flatMap(({ file, text }) =>
        places(text).filter((place) => {
          const allowed = ALLOWED.find((one) => one.file.test(file) && one.place.test(place));
          if (allowed) used.add(allowed);
          return !allowed;
        }).map((place) => `${file}: ${place}`),
      );
      assert.deepEqual(others, []);
      assert.deepEqual(ALLOWED.filter((one) => !used.has(one)), [], 'named, but not there');
    });

    test('has pages without scripts in line and without anything from elsewhere', () => {
      const pages = filesThatEnd('.html');
      assert.ok(pages.length > 0);
      for (const { file, text } of pages) {
        assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|javascript:/i, file);
        assert.doesNotMatch(text, /(src|href|action)=["']?\s*(\w+:|\/\/)/i, file);
      }
      for (const { file, text } of filesThatEnd('.css')) assert.doesNotMatch(text, /url\(|@import|image-set\(/i, file);
    });

    test('has modules that are given nothing to reach out with', async () => {
      for (const path of filesUnder(directory).filter((one) => one.endsWith('.wasm'))) {
        const named = WebAssembly.Module.imports(await WebAssembly.compile(readFileSync(path))).map((one) => one.name);
        assert.ok(named.length > 0);
        assert.deepEqual(named.filter((one) => /fetch|request|socket|eval|beacon/i.test(one)), [], path);
      }
    });
  });
}
