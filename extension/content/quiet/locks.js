import { LAYOUT } from './budget.js';

/**
 * Lets the page scroll, be seen and be used where a wall, of consent or of another kind, has locked, blurred or held it.
 * Where an element inside the page is what scrolls, the page is meant to stand still.
 *
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./holds.js').Holds} [page.holds] missing: what holds the page is the person's doing
 * @param {import('./column.js').Column} page.column
 */
export function* unlock({ hiding, holds, column }) {
  const { documentElement: root, body } = document;
  if (holds) for (const element of column.around) holds.lift(element);
  const blurred = [];
  for (const element of column.around) {
    yield LAYOUT;
    if (!hiding.has(element, 'clear') && getComputedStyle(element).filter.includes('blur(')) blurred.push(element);
  }
  for (const element of blurred) hiding.mark(element, 'clear');
  yield LAYOUT;
  if (column.around.some((element) => element !== root && scrolls(element))) return;
  for (const element of [root, body]) {
    yield LAYOUT;
    if (!element) continue;
    const { overflowY, position } = getComputedStyle(element);
    if (/hidden|clip/.test(overflowY)) hiding.mark(element, 'unlock');
    if (position === 'fixed') hiding.mark(element, 'unfix');
  }
}

/** @param {Element} element */
function scrolls(element) {
  if (element.scrollHeight <= element.clientHeight + 1 || !/auto|scroll/.test(getComputedStyle(element).overflowY)) return false;
  // What is said of the body's overflow is the window's, unless the root has its own.
  return element !== document.body || getComputedStyle(document.documentElement).overflowY !== 'visible';
}
