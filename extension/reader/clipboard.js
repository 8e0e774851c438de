/**
 * Puts a text on the clipboard, in one form or in two.
 *
 * @param {{'text/plain': string, 'text/html'?: string}} forms
 * @returns {Promise<boolean>} whether it is there
 */
export async function copy(forms) {
  // Pages without https have no such API, and others may forbid it to their documents.
  const { clipboard } = navigator;
  const put = clipboard?.write;
  if (!put) return copyByEvent(forms);
  try {
    const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
    await put.call(clipboard, [new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByEvent(forms);
  }
}

/**
 * The older way: the browser asks what a copy command is to copy.
 *
 * @param {Record<string, string>} forms
 * @returns {boolean}
 */
function copyByEvent(forms) {
  let isCopied = false;
  const onCopy = (/** @type {ClipboardEvent} */ event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
    isCopied = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && isCopied;
  } finally {
    window.removeEventListener('copy', onCopy, { capture: true });
  }
}
