// @ts-check
/**
 * The walker: one pass over the live page, written down as a tape (the format is described in src/page/tape.rs).
 * It decides nothing about content. It reads, and never writes to the page.
 */

const OPEN = '\u0001';
const HINTS = '\u0002';
const ATTRIBUTE = '\u0003';
const TEXT = '\u0004';
const CLOSE = '\u0005';
const MARK = /[\u0001-\u0005]/;
const MARKS = /[\u0001-\u0005]/g;
const BLANK = /^\s*$/;
/** As `hides` in src/page/html/tokens.rs has it. */
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:[!;]|$)/i;

/** The attributes the core reads: `Attr` in src/page/tag.rs, kept equal by a test. */
const ATTRIBUTES = new Set([
  'class', 'id', 'role', 'itemprop', 'itemtype', 'itemscope', 'hidden', 'aria-hidden', 'aria-label', 'aria-level',
  'aria-modal', 'href', 'rel', 'src', 'srcset', 'sizes', 'media', 'type', 'alt', 'title', 'width', 'height',
  'data-src', 'data-srcset', 'data-original', 'data-lazy-src', 'data-lazy-srcset', 'data-original-src', 'data-url',
  'data-href', 'data-image', 'data-full-src', 'data-hi-res-src', 'data-fallback-src', 'data-video-id', 'poster',
  'datetime', 'content', 'property', 'name', 'charset', 'http-equiv', 'hreflang', 'lang', 'dir', 'start', 'reversed',
  'value', 'colspan', 'rowspan', 'scope', 'cite', 'data-lang', 'data-language', 'encoding', 'display', 'open',
  'mathvariant', 'alttext', 'data-caption', 'data-tex', 'videoid', 'accent', 'stretchy', 'linethickness',
  'columnalign', 'checked', 'data-footnote-ref', 'epub:type',
]);

/** Elements whose inside is not the page's text, or is what the reader typed. They are written down empty. */
const EMPTY = new Set(['template', 'svg', 'iframe', 'canvas', 'select', 'textarea', 'object', 'datalist']);

/** Elements that never have a box of their own, so that asking whether they are rendered tells nothing. */
const BOXLESS = new Set([
  'html', 'body', 'br', 'wbr', 'source', 'track', 'area', 'map', 'col', 'colgroup', 'param', 'noscript', 'slot', 'link',
  'meta', 'script', 'option', 'annotation', 'template',
]);

/** The elements that can have a shadow tree, but for those of the page's own making. */
const HOSTS = new Set([
  'article', 'aside', 'blockquote', 'body', 'div', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'main', 'nav', 'p',
  'section', 'span',
]);

/**
 * Whether an element can have a shadow tree.
 *
 * @param {unknown} localName as it says of itself: a control of a form can stand in for it, and forms have none
 */
export const mayHostShadow = (localName) =>
  typeof localName === 'string' && (HOSTS.has(localName) || localName.includes('-'));

const VISIBILITY = { visibilityProperty: true };

/** A consent wall or a bar is fixed near the top of the tree; asking every element would cost too much. */
const FIXED_DEPTH = 6;
const TINY_PIXELS = 3;

/** As `MAX_NODES` and `MAX_PAGE_BYTES` in src/limits.rs: what the core would refuse need not be written down to its end. */
const MAX_NODES = 1_000_000;
const MAX_PAGE_BYTES = 64 << 20;
/** Elements from which all nodes are counted first: to ask what is shown has the browser lay out what may be refused then. */
const COUNTED_FROM = MAX_NODES * 0.4;

/**
 * @typedef {object} Walk
 * @property {string} tape the page as one string
 * @property {Element[]} elements the element behind each ordinal
 */

/**
 * A part of the page.
 *
 * @typedef {object} Part
 * @property {(element: Element) => boolean} has whether anything of it, or anything said of it, is inside the element
 * @property {(element: Element) => boolean} isOutside whether the element is no part of it, and only says something of it
 * @property {(text: Text) => string} textOf what is in it of a text
 */

/** @type {Part} */
const ALL = { has: () => true, isOutside: () => false, textOf: (text) => text.data };

/**
 * What whoever walks the page has hidden in it: the page's own state is what was seen before that.
 *
 * @typedef {object} Veil
 * @property {(element: Element) => boolean} covers whether the element itself is hidden by it
 * @property {WeakMap<Element, string>} hints what was seen of elements; filled here
 */

/** Nodes between two places where a walk can rest: a fraction of a millisecond. */
const STEP_NODES = 100;

/**
 * @typedef {object} Frame
 * @property {Node | null} parent of the siblings
 * @property {Node | null} next the next child to visit, where children are siblings
 * @property {Node[] | null} list the children, where they are a slot's
 * @property {number} index
 * @property {boolean} hidden inside something not rendered, or not to be asked
 * @property {boolean} veiled inside something that is hidden by the veil
 * @property {boolean} pre inside preformatted text
 */

/**
 * @typedef {object} WalkOptions
 * @property {(element: Element, name: string) => ShadowRoot | null | undefined} [shadowRootOf] how to get at closed shadow
 *   roots; `name`: the element's, in small letters
 * @property {Part} [part] what of the document's body is written down
 * @property {Veil} [veil]
 */

/**
 * Writes the page down.
 *
 * @param {Document} document
 * @param {WalkOptions} [options]
 * @returns {Walk}
 */
export function walk(document, options) {
  const steps = walkInSteps(document, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  // Nothing else runs meanwhile that could change the page.
  return /** @type {Walk} */ (step.value);
}

/**
 * Writes the page down, with rests: for a page that must not be held up.
 *
 * @param {Document} document
 * @param {WalkOptions} [options]
 * @returns {Generator<undefined, Walk | null, undefined>} `null`: the page has changed just where the walk was; throws an error
 *   with the core's `code` where the page is beyond its bounds
 */
export function* walkInSteps(document, { shadowRootOf = (element) => element.shadowRoot, part = ALL, veil } = {}) {
  /** @type {Element[]} */
  const elements = [];
  const view = document.defaultView;
  if (part === ALL && hasTooMany(document)) throw beyond('too_many_nodes', MAX_NODES);
  let tape = '';
  let nodes = 0;
  /** @type {Frame[]} */
  const frames = [
    { parent: document, next: document.documentElement, list: null, index: 0, hidden: false, veiled: false, pre: false },
  ];

  for (let visits = 1; frames.length > 0; visits++) {
    if (visits % STEP_NODES === 0) {
      yield;
      if (!frames.every(isInPlace)) return null;
    }
    if (nodes > MAX_NODES) throw beyond('too_many_nodes', MAX_NODES);
    if (tape.length > MAX_PAGE_BYTES) throw beyond('page_too_large', MAX_PAGE_BYTES);
    const frame = frames[frames.length - 1];
    const node = frame.list ? frame.list[frame.index++] : frame.next;
    if (!node) {
      frames.pop();
      if (frames.length > 0) tape += CLOSE;
      continue;
    }
    // Each question leads Firefox through a wrapper: none is asked twice.
    const type = node.nodeType;
    const isText = type === 3 || type === 4;
    const named = isText ? '' : /** @type {Element} */ (node).localName;
    const plain = mayBeForm(named) ? unnamed(node) : node;
    if (!frame.list) frame.next = frames.length === 1 ? null : plain.nextSibling;

    if (isText) {
      nodes += 1;
      const text = part.textOf(/** @type {Text} */ (node));
      if (text) tape += TEXT + (frame.pre || !BLANK.test(text) ? clean(text) : ' ');
      continue;
    }
    if (plain === node && type !== 1) continue;

    nodes += 1;
    const element = /** @type {Element} */ (node);
    const read = /** @type {Element} */ (plain);
    const name = (plain === node ? named : read.localName).toLowerCase();
    if (name === 'style' || (name === 'script' && !isData(element)) || !part.has(element)) continue;
    elements.push(element);
    tape += OPEN + clean(name);

    const veiled = frame.veiled || veil?.covers(element) === true;
    let shown;
    // No closure: one would be made for every element.
    if (veiled) shown = veil?.hints.get(element) ?? '';
    else if (view) shown = shownHints(frame, read, element, name, frames.length, view);
    else shown = writtenHints(read);
    // Most have none.
    if (veil && !veiled && (shown || veil.hints.has(element))) veil.hints.set(element, shown);
    const hints = part.isOutside(element) ? `${shown}o` : shown;
    if (hints) tape += HINTS + hints;
    tape += attributesOf(read, name);

    if (EMPTY.has(name)) {
      tape += CLOSE;
      continue;
    }
    const list = name === 'slot' ? filling(element) : null;
    const shadow = mayHostShadow(name) ? shadowRootOf(element, name) : null;
    frames.push({
      parent: list ? null : (shadow ?? element),
      next: list ? null : (shadow ?? read).firstChild,
      list,
      index: 0,
      // Inside what is not rendered nothing is; what a closed `details` folds away is text all the same.
      hidden:
        frame.hidden || hints.includes('n') || name === 'head' || (name === 'details' && !element.hasAttribute('open')),
      veiled,
      pre: frame.pre || name === 'pre' || name === 'script' || name === 'noscript',
    });
  }
  return { tape, elements };
}

/**
 * Whether a document is beyond the bound by the browser's own counts: to ask for each node takes seconds. Texts of scripts and
 * styles are in them, which the walk passes over; shadow trees are not, whose nodes the walk counts.
 *
 * @param {Document} document
 */
function hasTooMany(document) {
  // A form of such a name stands in for the document's own.
  const { getElementsByTagName, evaluate } = Document.prototype;
  const elements = getElementsByTagName.call(document, '*').length;
  if (elements < COUNTED_FROM) return false;
  const texts = evaluate.call(document, 'count(/descendant::text())', document, null, XPathResult.NUMBER_TYPE, null);
  return elements + texts.numberValue > MAX_NODES;
}

/**
 * The tape alone, for the core's own call.
 *
 * @param {Document} document
 * @returns {string}
 */
export function walkTape(document) {
  return walk(document).tape;
}

/**
 * Whether the siblings, and the next of them to visit, are still where they were before the page could change.
 *
 * @param {Frame} frame
 */
function isInPlace({ next, parent }) {
  return (!parent || unnamed(parent).isConnected) && (!next || unnamed(next).parentNode === parent);
}

/**
 * Whether a node that says so of itself may be a form: what a control stands in for is no string.
 *
 * @param {unknown} localName
 */
const mayBeForm = (localName) => localName === 'form' || (localName !== undefined && typeof localName !== 'string');

/**
 * A node to read from. A form's controls stand in for its own properties by their names, in Chromium in a content script
 * too: one named `nextSibling` would lead the walk in a circle.
 *
 * @template {Node} T
 * @param {T} node
 * @returns {T}
 */
function unnamed(node) {
  if (!(node instanceof HTMLFormElement)) return node;
  const read = (/** @type {T} */ _, /** @type {string} */ name) => {
    const value = Reflect.get(HTMLFormElement.prototype, name, node);
    return typeof value === 'function' ? value.bind(node) : value;
  };
  return /** @type {T} */ (new Proxy({}, { get: /** @type {any} */ (read) }));
}

/**
 * @param {string} code
 * @param {number} limit
 */
const beyond = (code, limit) => Object.assign(new Error(`the page is beyond the limit of ${limit}`), { code });

/**
 * @param {Element} slot
 * @returns {Node[] | null} what fills it; `null`: nothing does, and it shows its children
 */
function filling(slot) {
  const filled = /** @type {HTMLSlotElement} */ (slot).assignedNodes?.() ?? [];
  return filled.length > 0 ? [...filled] : null;
}

/**
 * Whether a script holds data that the core reads: JSON-LD, or a formula.
 *
 * @param {Element} script
 */
function isData(script) {
  const type = (script.getAttribute('type') ?? '').trim().toLowerCase();
  return type === 'application/ld+json' || type.startsWith('math/tex');
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {string} the attribute records
 */
function attributesOf(element, name) {
  let records = '';
  for (const attribute of element.getAttributeNames()) {
    const lower = ATTRIBUTES.has(attribute) ? attribute : attribute.toLowerCase();
    if (!ATTRIBUTES.has(lower)) continue;
    const value = element.getAttribute(attribute) ?? '';
    // A placeholder's bytes are of no use to anyone.
    records += `${ATTRIBUTE}${lower}=${value.startsWith('data:') ? 'data:' : clean(value)}`;
  }
  if (name === 'img') {
    const source = /** @type {HTMLImageElement} */ (element).currentSrc;
    if (source && !source.startsWith('data:')) records += `${ATTRIBUTE}current-src=${clean(source)}`;
  }
  return records;
}

/**
 * What a window shows of the element.
 *
 * @param {Frame} frame
 * @param {Element} read the element, to read from
 * @param {Element} element
 * @param {string} name
 * @param {number} depth
 * @param {Window & typeof globalThis} view
 * @returns {string} the hints' letters
 */
function shownHints(frame, read, element, name, depth, view) {
  if (frame.hidden || BOXLESS.has(name) || typeof read.checkVisibility !== 'function') return '';
  if (!read.checkVisibility(VISIBILITY)) {
    return view.getComputedStyle(element).display === 'contents' ? '' : 'n';
  }
  if (name === 'img') {
    const image = /** @type {HTMLImageElement} */ (element);
    const loaded = image.complete && image.naturalWidth > 0;
    return loaded && image.width <= TINY_PIXELS && image.height <= TINY_PIXELS ? 't' : '';
  }
  if (depth <= FIXED_DEPTH) {
    const { position } = view.getComputedStyle(element);
    if (position === 'fixed' || position === 'sticky') return 'f';
  }
  return '';
}

/**
 * What the markup says of the element, where no window shows the document: what the other door reads too.
 *
 * @param {Element} element
 * @returns {string} the hints' letters
 */
function writtenHints(element) {
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return 'n';
  return HIDING_STYLE.test(element.getAttribute('style') ?? '') ? 'n' : '';
}

/**
 * The page's own string without the characters that begin records.
 *
 * @param {string} text
 */
function clean(text) {
  // Hardly any has one, and looking is cheaper than replacing nothing.
  return MARK.test(text) ? text.replace(MARKS, ' ') : text;
}
