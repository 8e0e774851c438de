/** The tints of blocks, as a style sheet that serves both the shown page and the legend. */

/** Scores are shown in this many steps beyond the first. */
const STEPS = 10;

/** Pale enough that dark text stands on any of them at more than 10 : 1. */
const LOW = [255, 214, 170];
const MIDDLE = [244, 243, 240];
const HIGH = [176, 213, 247];

/** @param {number} score 0 to 1 @returns {number} its step, 0 to STEPS */
export function stepOf(score) {
  return Math.round(Math.min(1, Math.max(0, score)) * STEPS);
}

/** @param {number} step */
function colourOf(step) {
  const share = step / STEPS;
  const [from, to, part] = share < 0.5 ? [LOW, MIDDLE, share * 2] : [MIDDLE, HIGH, share * 2 - 1];
  return `rgb(${from.map((channel, index) => Math.round(channel + (to[index] - channel) * part)).join(' ')})`;
}

const COLOURS = Array.from(
  { length: STEPS + 1 },
  (_, step) => `[data-quietpage-step="${step}"] { --quietpage-tint: ${colourOf(step)}; background-color: var(--quietpage-tint) !important }`,
).join('\n');

// Lines and halo stand around the block, so that nothing on the page moves. Kept and left out differ in line, pattern and word, not in colour alone. Text is dark on every tint, whatever the
// page's own colours are.
const RULES = `
[data-quietpage], [data-quietpage] :not([data-quietpage]) { color: #15181c !important; text-shadow: none !important }
[data-quietpage] :not([data-quietpage]) { background: none !important }
[data-quietpage] { outline: 2px solid #0a4f96 !important; outline-offset: 2px !important; opacity: 1 !important;
  box-shadow: 0 0 0 3px var(--quietpage-tint) !important; min-height: 1.5em; background-image: none !important; cursor: help }
[data-quietpage]:not([data-quietpage="kept"]) { outline: 2px dashed #8a4300 !important;
  background-image: repeating-linear-gradient(135deg, transparent 0 7px, rgb(21 24 28 / 8%) 7px 8px) !important }
[data-quietpage]::before { all: initial !important; content: attr(data-quietpage-label) !important;
  display: inline-block !important; margin: 1px 6px 1px 1px !important; padding: 0 5px !important;
  border: 1px solid #8a4300 !important; background: #fff !important; color: #6b3400 !important;
  font: 600 11px/16px system-ui, sans-serif !important; white-space: nowrap !important; direction: ltr !important }
[data-quietpage="kept"]::before { border-color: #0a4f96 !important; color: #0a4f96 !important }
[data-quietpage]:hover, [data-quietpage-current] { outline: 3px solid #15181c !important }
[data-quietpage]:focus { outline: 4px solid #15181c !important; outline-offset: 1px !important;
  box-shadow: 0 0 0 8px #ffd400 !important; scroll-margin: 3em }
@media (forced-colors: active) { [data-quietpage]:focus { outline-color: Highlight !important } }
`;

/**
 * @param {Document} document
 * @returns {CSSStyleSheet} a sheet that this document may adopt
 */
export function tintSheet(document) {
  const view = document.defaultView;
  if (!view) throw new Error('a document that is not shown has no style sheets');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(COLOURS + RULES);
  return sheet;
}
