// @ts-check
/**
 * Markdown → blocks, with what is mere spelling taken off: markers, escapes, padding, numbers of notes.
 */

import { Marked } from 'marked';

/** @import { Token, TokenizerExtension } from 'marked' */

/**
 * @typedef {object} Block
 * @property {string} kind heading, paragraph, item, quote, callout, code, table row, image, embed, note, math
 * @property {string} text what it says, squashed; links in brackets
 */

/** `[^1]: text` and the lines indented below it. @type {TokenizerExtension} */
const note = {
  name: 'note',
  level: 'block',
  start: (src) => src.match(/^\[\^[^\]\s]+\]:/m)?.index,
  tokenizer(src) {
    const match = /^\[\^[^\]\s]+\]:[ \t]*([^\n]*(?:\n(?:[ \t]+[^\n]*|(?=\n[ \t]+\S)))*)(?:\n+|$)/.exec(src);
    if (!match) return undefined;
    const inside = match[1].replace(/\n {1,4}/g, '\n');
    return { type: 'note', raw: match[0], tokens: this.lexer.blockTokens(inside, []) };
  },
};

/** @type {TokenizerExtension} */
const noteCall = {
  name: 'noteCall',
  level: 'inline',
  start: (src) => src.indexOf('[^'),
  tokenizer(src) {
    const match = /^\[\^[^\]\s]+\](?!\()/.exec(src);
    return match ? { type: 'noteCall', raw: match[0] } : undefined;
  },
};

/** @type {TokenizerExtension} */
const math = {
  name: 'math',
  level: 'inline',
  start: (src) => src.indexOf('$'),
  tokenizer(src) {
    const match = /^(\$\$?)(?=\S|\n)((?:\\[^]|[^$\\])+?)\1(?!\d)/.exec(src);
    if (!match || (match[1] === '$' && /\s$/.test(match[2]))) return undefined;
    return { type: 'math', raw: match[0], display: match[1] === '$$', text: match[2] };
  },
};

/** A formula on lines of its own: its signs are no headings, lists or tables. @type {TokenizerExtension} */
const display = {
  name: 'display',
  level: 'block',
  start: (src) => src.match(/^\$\$/m)?.index,
  tokenizer(src) {
    const match = /^\$\$\s*\n([^]+?)\n[ \t]*\$\$[ \t]*(?:\n|$)/.exec(src);
    return match ? { type: 'display', raw: match[0], text: match[1] } : undefined;
  },
};

const parser = new Marked({ extensions: [note, display, noteCall, math] });

/** Names of callouts that mean the same, by the five that GitHub knows. */
const CALLOUTS = new Map([
  ...['info', 'abstract', 'summary', 'faq', 'question', 'example'].map((name) => /** @type {const} */ ([name, 'note'])),
  ...['hint', 'success'].map((name) => /** @type {const} */ ([name, 'tip'])),
  ...['danger', 'error'].map((name) => /** @type {const} */ ([name, 'caution'])),
]);

const squash = (/** @type {string} */ text) => text.replace(/[\s\u00a0]+/gu, ' ').trim();
/** Spaces in a formula are mostly a matter of taste. */
const squashMath = (/** @type {string} */ tex) => tex.replace(/\s+/g, '').replace(/\{(\w)\}/g, '$1');

/** The last part of an address, which says what picture it is, whatever size was chosen. @param {string} address */
function fileOf(address) {
  const path = decodeURI(address).split(/[?#]/)[0].split('/').filter(Boolean);
  return path.at(-1) ?? address;
}

/** @param {string} text */
function decode(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, /** @type {keyof typeof named} */ name) => named[name]);
}

/**
 * Inline tokens → pieces: text, and what stands as a block of its own wherever it is written.
 *
 * @param {Token[]} tokens
 * @param {string} kind of the text
 * @returns {Block[]}
 */
function pieces(tokens, kind) {
  /** @type {Block[]} */
  const found = [];
  let text = '';
  const flush = () => {
    if (squash(text)) found.push({ kind, text: squash(text) });
    text = '';
  };
  /** @param {Token[]} inside */
  const read = (inside) => {
    for (const token of inside) {
      if (token.type === 'image') {
        flush();
        found.push(EMBED_HOSTS.test(token.href) ? embed(token.href) : { kind: 'image', text: fileOf(token.href) });
      } else if (token.type === 'math') {
        if (token.display) {
          flush();
          found.push({ kind: 'math', text: squashMath(token.text) });
        } else text += `$${squashMath(token.text)}$`;
      } else if (token.type === 'noteCall') text += '[^]';
      else if (token.type === 'br') text += ' ';
      else if (token.type === 'codespan') text += `\`${decode(token.text)}\``;
      else if (token.type === 'link' && token.text === token.href && EMBED_HOSTS.test(token.href)) {
        flush();
        found.push(embed(token.href));
      } else if (token.type === 'link') {
        const from = text.length;
        read(token.tokens ?? []);
        const isWithin = token.href.startsWith('#') || token.href.includes('/#');
        if (!isWithin && text.length > from) text = `${text.slice(0, from)}[${text.slice(from).trim()}]`;
      } else if (token.type === 'html') {
        if (/^<br/i.test(token.raw)) text += ' ';
      } else if ('tokens' in token && token.tokens) read(token.tokens);
      else if (token.type === 'escape' || token.type === 'text') text += decode(token.text);
      else text += token.raw;
    }
  };
  read(tokens);
  flush();
  return found;
}

/** Where videos and posts are watched and read. */
const EMBED_HOSTS = /^https:\/\/(?:www\.|player\.)?(?:youtube|x|twitter|vimeo)\.com\//;

/** The page of a player, whatever leads to it. @param {string} address @returns {Block} */
const embed = (address) => ({ kind: 'embed', text: address.replace('player.vimeo.com/video', 'vimeo.com').replace(/\?h=.*/, '') });

/** A cell as text. @param {string} markup */
const cellText = (markup) => pieces(parser.lexer(markup), 'cell').map((piece) => piece.text).join(' ');

/** What Markdown leaves as HTML: tables with spans, frames. @param {string} markup @returns {Block[]} */
function htmlBlocks(markup) {
  const frame = /<iframe[^>]*\ssrc="([^"]+)"/i.exec(markup);
  if (frame) return [embed(frame[1])];
  const tags = /<[^>]+>/g;
  if (/<table/i.test(markup)) {
    return markup.split(/<\/tr>/i).map((row) => {
      const cells = row.split(/<\/t[dh]>/i).map((cell) => squash(decode(cell.replace(tags, ' '))));
      return { kind: 'table row', text: cells.filter(Boolean).join(' | ') };
    }).filter((row) => row.text);
  }
  const text = squash(decode(markup.replace(tags, ' ')));
  return text ? [{ kind: 'paragraph', text }] : [];
}

/**
 * @param {string} markdown
 * @returns {Block[]}
 */
export function blocksOf(markdown) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {{ token: Token, kind: string }[]} */
  const pending = parser.lexer(markdown).reverse().map((token) => ({ token, kind: 'paragraph' }));
  /** @param {Token[]} tokens @param {string} kind */
  const into = (tokens, kind) => pending.push(...[...tokens].reverse().map((token) => ({ token, kind })));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { token, kind } = next;
    if (token.type === 'heading') blocks.push(...pieces(token.tokens ?? [], 'heading'));
    else if (token.type === 'paragraph' || token.type === 'text') {
      blocks.push(...pieces(token.tokens ?? [token], kind));
    } else if (token.type === 'list') into(token.items, 'item');
    else if (token.type === 'list_item') {
      // What follows an item's first line is a paragraph of its own.
      const [first, ...rest] = token.tokens ?? [];
      into(rest, 'paragraph');
      if (token.task) blocks.push({ kind: 'task', text: token.checked ? 'done' : 'open' });
      if (first) into([first], 'item');
    } else if (token.type === 'blockquote') {
      const callout = /^\s*(?:>\s*)+\[!([\w-]+)\][-+]?[ \t]*(.*)/.exec(token.raw);
      if (callout) {
        const name = callout[1].toLowerCase();
        blocks.push({ kind: 'callout', text: CALLOUTS.get(name) ?? name });
        const lines = token.raw.replace(/^ {0,3}> ?/gm, '').split('\n').slice(1);
        // A title that is the kind's name says nothing more.
        if (callout[2].toLowerCase() !== name) lines.unshift(callout[2], '');
        into(parser.lexer(lines.join('\n')), 'quote');
      } else into(token.tokens ?? [], 'quote');
    } else if (token.type === 'note') into(token.tokens ?? [], 'note');
    else if (token.type === 'code') {
      blocks.push({ kind: 'code', text: `${(token.lang ?? '').toLowerCase()}\n${token.text.trimEnd()}` });
    } else if (token.type === 'display') blocks.push({ kind: 'math', text: squashMath(token.text) });
    else if (token.type === 'table') {
      for (const row of [token.header, ...token.rows]) {
        const cells = row.map((/** @type {{ text: string }} */ cell) => cellText(cell.text)).filter(Boolean);
        if (cells.length > 0) blocks.push({ kind: 'table row', text: cells.join(' | ') });
      }
    } else if (token.type === 'html') blocks.push(...htmlBlocks(token.raw));
  }
  return blocks;
}
