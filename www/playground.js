import { loadCore } from './core.js';
import { byId, element } from './element.js';
import { Failure, described } from './failure.js';
import { showHints } from './hints.js';
import { markPage, markedElements, watchBlocks } from './marked_page.js';
import { showPage } from './page_frame.js';
import { showReasons } from './reasons.js';
import { showResults } from './results.js';
import { SAMPLES, addressOf } from './samples.js';
import { startTabs } from './tabs.js';
import { tintSheet } from './tints.js';

/** @typedef {import('./samples.js').Sample} Sample */
/** @typedef {{running: AbortController | null, showTints: (tinted: boolean) => void}} Session */

/** A tab in the background paints no frames: longer than this they are not waited for. */
const FRAME_MS = 50;

start();

function start() {
  /** @type {Session} */
  const session = { running: null, showTints: () => undefined };
  const core = loadCore();
  core.catch(() => undefined); // told where it is awaited

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, tintSheet(document)]; // for the legend
  startTabs(byId('tabs', HTMLElement));

  const html = byId('html', HTMLTextAreaElement);
  const address = byId('address', HTMLInputElement);
  const buttons = SAMPLES.map((sample) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'false', 'data-sample': sample.name }, sample.label);
    button.addEventListener('click', () => void runSample(sample, button));
    return button;
  });
  byId('samples', HTMLElement).append(...buttons);

  /** @param {HTMLButtonElement | null} chosen */
  const press = (chosen) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
  };

  byId('own', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    press(null);
    void run(session, core, async () => ({ html: html.value, address: address.value.trim() }));
  });
  byId('tinted', HTMLInputElement).addEventListener('change', (event) => {
    session.showTints(/** @type {HTMLInputElement} */ (event.target).checked);
  });

  /**
   * @param {Sample} sample
   * @param {HTMLButtonElement} button
   */
  const runSample = (sample, button) => {
    press(button);
    return run(session, core, async (signal) => {
      address.value = addressOf(sample);
      html.value = await fetchSample(sample, signal);
      return { html: html.value, address: address.value };
    });
  };
  void runSample(SAMPLES[0], buttons[0]);
}

/**
 * @param {Sample} sample
 * @param {AbortSignal} signal
 */
async function fetchSample(sample, signal) {
  const answer = await fetch(addressOf(sample), { signal });
  if (!answer.ok) throw new Failure('sample_not_loaded', `the sample could not be loaded (HTTP ${answer.status})`);
  return answer.text();
}

/**
 * One page from its HTML to everything that is shown of it. A newer run ends an older one.
 *
 * @param {Session} session
 * @param {Promise<import('./core.js').Core>} core
 * @param {(signal: AbortSignal) => Promise<{html: string, address: string}>} source
 */
async function run(session, core, source) {
  session.running?.abort();
  const running = new AbortController();
  session.running = running;
  const { signal } = running;
  document.body.dataset.state = 'working';
  const failure = byId('failure', HTMLElement);
  failure.hidden = true;
  failure.replaceChildren();
  try {
    await say('Fetching the page…', signal);
    const { html, address } = await source(signal);
    if (html.trim() === '') throw new Failure('nothing_pasted', 'there is no HTML to show: paste some, or pick a sample');
    await say('Showing the page…', signal);
    const page = await showPage(byId('frame', HTMLElement), html, address, signal);
    await say('Loading the core…', signal);
    const { read } = await core;
    await say('Reading the page…', signal);
    const started = performance.now();
    const reading = read(page, address);
    const elapsedMs = performance.now() - started;
    await say('Tinting the blocks…', signal);
    show(session, page, reading);
    finish('done', `Read in ${elapsedMs < 10 ? elapsedMs.toFixed(1) : Math.round(elapsedMs)} ms.`);
  } catch (problem) {
    if (signal.aborted) return; // a newer run has taken over the page
    const { code, message, advice } = described(problem);
    failure.hidden = false;
    failure.replaceChildren(element('strong', {}, 'No article. '), `${sentence(message)} ${advice} `, element('code', {}, code));
    finish('failed', 'Failed.');
  }
}

/** @param {string} words */
function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * @param {Session} session
 * @param {Document} page
 * @param {import('./core.js').Reading} reading
 */
function show(session, page, reading) {
  const marked = markedElements(reading.blocks, reading.elements);
  session.showTints = markPage(page, marked);
  session.showTints(byId('tinted', HTMLInputElement).checked);
  watchBlocks(page, marked, ({ blocks }) => showReasons(blocks, reading.blocks));
  byId('reasons', HTMLElement).replaceChildren(element('p', { class: 'note' }, 'Point at a block, or focus one, to see why.'));
  const point = (/** @type {Element | undefined} */ source) => {
    for (const before of page.querySelectorAll('[data-quietpage-current]')) before.removeAttribute('data-quietpage-current');
    source?.setAttribute('data-quietpage-current', '');
    if (source) scrollTo(page, source);
  };
  showHints(reading.hints, reading.elements, point);
  showResults(reading, (block) => {
    showReasons([block], reading.blocks);
    point(reading.elements[block.ordinal]);
  });
}

/**
 * Scrolls the shown page alone; `scrollIntoView` would move this page as well, away from the list one is in.
 *
 * @param {Document} page
 * @param {Element} source
 */
function scrollTo(page, source) {
  const view = page.defaultView;
  if (view) view.scrollBy(0, source.getBoundingClientRect().top - view.innerHeight / 3);
}

/**
 * Says what is being done, and lets the browser paint it before the work begins.
 *
 * @param {string} words
 * @param {AbortSignal} signal
 */
async function say(words, signal) {
  byId('status', HTMLElement).textContent = words;
  byId('progress', HTMLElement).hidden = false;
  await new Promise((resolve) => {
    setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
  signal.throwIfAborted();
}

/**
 * @param {'done' | 'failed'} state
 * @param {string} words
 */
function finish(state, words) {
  document.body.dataset.state = state;
  byId('status', HTMLElement).textContent = words;
  byId('progress', HTMLElement).hidden = true;
}
