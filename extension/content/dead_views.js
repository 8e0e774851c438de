import { isAttributeSet, takeAttribute } from './quiet/attributes.js';
import { ATTRIBUTE } from './quiet/hiding.js';
import { shadowRootOf } from './shadow_root_of.js';

/** Of what all of our style sheets in a page are in. */
const LAYER = 'quietpage';

/**
 * Takes away what a view has left in the page whose extension was updated meanwhile: no script answers for it any more, and
 * in Firefox none has cleared up after it.
 */
export function removeDeadViews() {
  const dead = document.querySelectorAll(`quietpage-reader, quietpage-bar, [${ATTRIBUTE}]`);
  if (dead.length === 0) return;
  for (const element of dead) if (!isAttributeSet(element, ATTRIBUTE)) element.remove();
  /** @type {(Document | ShadowRoot)[]} */
  const roots = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    if (root.adoptedStyleSheets.some(isOurs)) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
    for (const element of root.querySelectorAll('*')) {
      takeAttribute(element, ATTRIBUTE);
      const inside = shadowRootOf(element);
      if (inside) roots.push(inside);
    }
  }
}

/** @param {CSSStyleSheet} sheet */
const isOurs = ({ cssRules }) => [...cssRules].some((rule) => rule instanceof CSSLayerBlockRule && rule.name === LAYER);
