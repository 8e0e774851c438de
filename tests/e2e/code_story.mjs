// @ts-check
/** An article with code in it: in languages that are named, in one that nobody knows, and in one that is not named. */

import { PARAGRAPHS, TITLE, document } from './story.mjs';

export const RUST = `/// What a crossing costs.
fn fare(age: u32) -> u32 {
    if age < 16 { 0 } else { 4 }
}`;

export const PYTHON = `def late(boat, minutes=10):
    # Nobody waits longer.
    return f"{boat.name} is late" if boat.delay > minutes else None`;

export const UNKNOWN = `FERRY "Nordlys" // 4
IF late THEN RETURN 1`;

export const UNNAMED = `let boat = "Nordlys"; // late
return 4;`;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const codeStory = () =>
  document(`<article><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>
<pre><code class="language-rust">${escaped(RUST)}</code></pre><p>${PARAGRAPHS[2]}</p>
<pre data-lang="py"><code>${escaped(PYTHON)}</code></pre><p>${PARAGRAPHS[3]}</p>
<pre><code class="language-ferryscript">${escaped(UNKNOWN)}</code></pre><p>${PARAGRAPHS[4]}</p>
<pre><code>${escaped(UNNAMED)}</code></pre><p>${PARAGRAPHS[5]}</p><p>${PARAGRAPHS[6]}</p></article>`);
