/**
 * Shows a list anew. What had the focus and stands there again, by its `data-key`, has it again.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement[]} parts
 */
export function renewList(list, parts) {
  // Not `:focus`, which is nothing in a window that is behind another.
  const { activeElement } = document;
  const focused = list.contains(activeElement) ? activeElement?.getAttribute('data-key') : undefined;
  list.replaceChildren(...parts);
  if (!focused) return;
  const again = [...list.querySelectorAll('[data-key]')].find((one) => one.getAttribute('data-key') === focused);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
