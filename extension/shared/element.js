/**
 * Makes an element: the one way in which the extension builds its own parts.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children strings become text
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @template {HTMLElement} Part
 * @param {Part} part
 * @param {() => void} act
 * @param {AbortSignal} signal
 * @returns {Part} the same, which does that when it is clicked
 */
export function onClick(part, act, signal) {
  part.addEventListener('click', act, { signal });
  return part;
}

/**
 * @param {string} action its name for tests and style sheets
 * @param {string} text
 * @param {() => void} act
 * @param {AbortSignal} signal
 * @returns {HTMLButtonElement}
 */
export const textButton = (action, text, act, signal) => onClick(element('button', { type: 'button', 'data-action': action }, text), act, signal);

/**
 * A view's own element in a page, with an open shadow root: translators and screen readers' helpers must be able to work on
 * what is in it. It is made in a document that knows no elements of the page's: one that the page has defined by this name
 * would refuse the shadow root, or bring its own.
 *
 * @param {string} name
 * @returns {{host: HTMLElement, root: ShadowRoot}}
 */
export function createHost(name) {
  const { ownerDocument: blank } = document.createElement('template').content;
  const host = blank.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  // The page's own click handlers see a click in the view as one on the host; overlays and link routers act on it. For as long
  // as the host is there: the click that closes the view is on its way when the view ends.
  for (const type of ['click', 'auxclick']) host.addEventListener(type, (event) => event.stopPropagation());
  document.adoptNode(host);
  return { host, root };
}

/**
 * The element around one of the page's: a form's control may be named `parentElement`, which Chromium takes for it.
 *
 * @param {Element} element
 * @returns {Element | null}
 */
export const parentElementOf = (element) => Reflect.get(Node.prototype, 'parentElement', element);

/**
 * The elements right in one of the page's: where rooms are booked, a form's control is named `children`.
 *
 * @param {Element} element
 * @returns {Element[]}
 */
export const childrenOf = (element) => [...Reflect.get(Element.prototype, 'children', element)];
