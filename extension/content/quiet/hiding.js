import { attributeOf, isAttributeSet, putAttribute, takeAttribute } from './attributes.js';
import pageCss from './page.css';

export const ATTRIBUTE = 'quietpage-out';
/** For which elements are out of the page: left out by the core, come late, made like what is hidden, or lying over the page. */
export const OUT = /** @type {const} */ (['hidden', 'cut', 'late', 'like', 'over']);

/**
 * What a mark does to an element is in page.css; `w` and a number is the width, in pixels, that it does not grow beyond.
 *
 * @typedef {typeof OUT[number] | 'chosen' | 'pointed' | 'empty' | 'unlock' | 'unfix' | 'clear' | 'row' | 'alone' | `w${number}`} Mark
 */

/** @typedef {ReturnType<typeof createHiding>} Hiding */

/**
 * Marks elements of the page, all by one attribute and one style sheet, so that taking both away gives back the page as
 * it was.
 */
export function createHiding() {
  const sheet = new CSSStyleSheet();
  /** @type {Map<Element, Set<Mark>>} */
  const marked = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  const roots = new Set();
  /** @type {Set<Mark>} */
  const widths = new Set();

  let changes = 0;
  let allShown = false;
  writeRules();

  function writeRules() {
    sheet.replaceSync(pageCss);
    widths.forEach(addWidth);
  }

  /** @param {Mark} mark */
  function addWidth(mark) {
    sheet.insertRule(`@layer quietpage { [${ATTRIBUTE}~="${mark}"] { max-inline-size: ${mark.slice(1)}px !important; } }`, sheet.cssRules.length);
  }

  /** @param {Element} element @param {Set<Mark>} marks */
  function write(element, marks) {
    changes += 1;
    if (marks.size > 0) {
      marked.set(element, marks);
      putAttribute(element, ATTRIBUTE, written(marks));
    } else {
      marked.delete(element);
      takeAttribute(element, ATTRIBUTE);
    }
  }

  /** @param {Document | ShadowRoot} root */
  function adopt(root) {
    roots.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  return {
    /** @param {Element} element @param {Mark} mark */
    mark(element, mark) {
      // A page may have taken the attribute away.
      if (marked.get(element)?.has(mark) && isAttributeSet(element, ATTRIBUTE)) return;
      const root = element.getRootNode();
      if (root instanceof Document || root instanceof ShadowRoot) adopt(root);
      if (/^w\d/.test(mark) && !widths.has(mark)) {
        widths.add(mark);
        addWidth(mark);
      }
      write(element, new Set(marked.get(element)).add(mark));
    },
    /** @param {Element} element @param {(mark: Mark) => boolean} [isMeant] all, if not given */
    unmark(element, isMeant = () => true) {
      const marks = [...(marked.get(element) ?? [])];
      const left = marks.filter((mark) => !isMeant(mark));
      if (left.length < marks.length) write(element, new Set(left));
    },
    /** @param {Element} element @param {Mark} mark */
    has: (element, mark) => marked.get(element)?.has(mark) ?? false,
    /** @param {Element} element @returns {Mark[]} */
    marksOf: (element) => [...(marked.get(element) ?? [])],
    /** @param {Element} element @returns {boolean} whether the element itself is out of the page */
    isOut: (element) => isOut(marked.get(element)),
    /** @param {Mark} mark @returns {Element[]} */
    withMark: (mark) => [...marked].filter(([, marks]) => marks.has(mark)).map(([element]) => element),
    /** How often the page was changed: the same number, and it is laid out as before. */
    changes: () => changes,
    /** Shows all, for as long as it is not known what is to be hidden. @param {boolean} isShown */
    showAll(isShown) {
      allShown = isShown;
      sheet.disabled = allShown;
    },
    showsAll: () => allShown,
    /** @param {Element} element @returns {boolean} whether the page has changed its marks */
    isTaken: (element) => marked.has(element) && attributeOf(element, ATTRIBUTE) !== written(marked.get(element)),
    /** @param {Element} element whose marks the page has changed */
    putBack: (element) => write(element, marked.get(element) ?? new Set()),
    /** Where anything is marked. */
    roots: () => [...roots],
    /** A page may have switched off the sheet, emptied it or taken it away. */
    restoreSheet() {
      writeRules();
      sheet.disabled = allShown;
      roots.forEach(adopt);
    },
    /** A page may put sheets of its own in place of all. */
    keepAdopted: () => roots.forEach(adopt),
    /** Gives back the page. */
    end() {
      for (const element of marked.keys()) takeAttribute(element, ATTRIBUTE);
      for (const root of roots) {
        // The page may have copied some.
        for (const copy of root.querySelectorAll(`[${ATTRIBUTE}]`)) takeAttribute(copy, ATTRIBUTE);
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      }
      marked.clear();
    },
  };
}

/** @param {Iterable<Mark>} [marks] */
const written = (marks = []) => [...marks].join(' ');

/** @param {Set<Mark> | undefined} marks */
const isOut = (marks) => OUT.some((mark) => marks?.has(mark));
