// @ts-check
/** What goes wrong in the extension, as the browsers' consoles have it: in the background, in pages, in its own pages. */

/**
 * @typedef {object} Fault
 * @property {string} source the address of the script, blank where the browser does not say: then it may be the page's own
 * @property {string} message
 */

/** Chromium's own remark at every dialog of a page whose policy sandboxes it; the view takes the focus itself. */
const NO_AUTOFOCUS = /^Blocked autofocusing/;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} id the extension's
 * @returns {Promise<() => Promise<Fault[]>>} what has gone wrong since it was asked the last time
 */
export async function watchChromium(browser, id) {
  const own = `chrome-extension://${id}`;
  /** @type {Fault[]} */
  const faults = [];
  /** @param {import('puppeteer-core').Target} target */
  async function listen(target) {
    const isWorker = target.type() === 'service_worker' && target.url().startsWith(own);
    if (!isWorker && target.type() !== 'page') return;
    const session = await target.createCDPSession();
    /** The contexts of content scripts and of the extension's own pages. Another process gives the same numbers again. */
    const contexts = new Set();
    session.on('Runtime.executionContextCreated', ({ context: { id: number, origin } }) => {
      if (origin === own) contexts.add(number);
      else contexts.delete(number);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { executionContextId, url, text, exception } }) => {
      const isOurs = isWorker || contexts.has(executionContextId) || url?.startsWith(own);
      if (isOurs) faults.push({ source: url ?? own, message: exception?.description ?? text });
    });
    session.on('Runtime.consoleAPICalled', ({ type, args, executionContextId }) => {
      const isOurs = isWorker || contexts.has(executionContextId);
      if (isOurs && /^(error|assert)$/.test(type)) faults.push({ source: own, message: args.map((one) => one.description ?? String(one.value)).join(' ') });
    });
    session.on('Log.entryAdded', ({ entry: { level, url, text } }) => {
      if (level === 'error' && url?.startsWith(own) && !NO_AUTOFOCUS.test(text)) faults.push({ source: url, message: text });
    });
    for (const domain of /** @type {const} */ (['Runtime', 'Log'])) await session.send(`${domain}.enable`);
  }
  // A tab may be closed before anyone can listen to it.
  const listenIfThere = (/** @type {import('puppeteer-core').Target} */ target) => listen(target).catch(() => undefined);
  browser.on('targetcreated', listenIfThere);
  await Promise.all(browser.targets().map(listenIfThere));
  return async () => faults.splice(0);
}

/**
 * Firefox's own remark, of every extension's scripts, where a document goes or rests in the cache before what it has asked
 * the background is answered.
 */
const DOCUMENT_WENT = /^Promise (resolved|rejected) (after context unloaded|while context is inactive)/;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} uuid of the extension in this Firefox
 * @param {(expression: string) => Promise<any>} inChrome runs code with the rights of the browser's own window
 * @returns {Promise<() => Promise<Fault[]>>} as watchChromium
 */
export async function watchFirefox(browser, uuid, inChrome) {
  const own = `moz-extension://${uuid}/`;
  /** @type {Fault[]} */
  const logged = [];
  /** @param {import('puppeteer-core').Target} target */
  async function listen(target) {
    const page = await target.page();
    // What a script logs is told by the tab alone, and not whose script it was.
    page?.on('console', (said) => {
      if (said.type() === 'error' && said.text().startsWith('Quietpage:')) logged.push({ source: own, message: said.text() });
    });
  }
  const listenIfThere = (/** @type {import('puppeteer-core').Target} */ target) => listen(target).catch(() => undefined);
  browser.on('targetcreated', listenIfThere);
  await Promise.all(browser.targets().map(listenIfThere));
  await inChrome(`
    globalThis.quietpageFaults = [];
    globalThis.quietpageConsole = { observe(said) {
      if (!(said instanceof Ci.nsIScriptError) || said.flags & Ci.nsIScriptError.warningFlag) return;
      const { sourceName: source, errorMessage } = said;
      const message = errorMessage + ', line ' + said.lineNumber + ', column ' + said.columnNumber;
      const isOurs = source.startsWith(${JSON.stringify(own)}) || message.includes(${JSON.stringify(uuid)});
      if (isOurs || (source === '' && said.category === 'content javascript')) quietpageFaults.push({ source, message });
    } };
    Services.console.registerListener(quietpageConsole);`);
  return async () => {
    /** @type {Fault[]} */
    const found = JSON.parse(await inChrome('JSON.stringify(quietpageFaults.splice(0))'));
    return [...logged.splice(0), ...found.filter(({ message }) => !DOCUMENT_WENT.test(message))];
  };
}
