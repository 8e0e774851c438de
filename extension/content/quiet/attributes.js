/** An element's attributes, by the prototype: Chromium takes a form's control of that name for the form's own method. */
const { getAttribute, hasAttribute, removeAttribute, setAttribute } = Element.prototype;

/** @param {Element} element @param {string} name @returns {string | null} */
export const attributeOf = (element, name) => getAttribute.call(element, name);

/** @param {Element} element @param {string} name @returns {boolean} */
export const isAttributeSet = (element, name) => hasAttribute.call(element, name);

/** @param {Element} element @param {string} name */
export const takeAttribute = (element, name) => removeAttribute.call(element, name);

/** @param {Element} element @param {string} name @param {string} value */
export const putAttribute = (element, name, value) => setAttribute.call(element, name, value);
