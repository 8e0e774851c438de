// @ts-check
/** What the browsers hold once their garbage is collected: the extension's background, and the process of a page. */

/**
 * By what it is; `backgroundKB` and `moduleKB` (WebAssembly memory of the background) in both browsers.
 *
 * @typedef {{[what: string]: number}} Memory
 */

/**
 * What the extension's worker holds, in Chromium.
 *
 * @param {import('puppeteer-core').WebWorker} background
 */
export async function heldByBackground({ client }) {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { result: prototype } = await client.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
    returnByValue: true,
  });
  await client.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return { heapBytes: usedSize, moduleBytes: Number(result.value) };
}

/**
 * @param {import('puppeteer-core').WebWorker} background
 * @param {import('./browsers.mjs').Held} held by the page's process
 * @returns {Promise<Memory>}
 */
export async function memoryOfChromium(background, { nodes, listeners, documents }) {
  const { heapBytes, moduleBytes } = await heldByBackground(background);
  return { backgroundKB: heapBytes / 1000, moduleKB: moduleBytes / 1000, nodes, listeners, documents };
}

/**
 * Of all processes of pages. `realms` are the worlds in which our scripts have run in pages.
 *
 * @param {(expression: string) => Promise<any>} inChrome runs code with the rights of the browser's own window
 * @returns {Promise<Memory>}
 */
export async function memoryOfFirefox(inChrome) {
  /** @type {[process: string, path: string, amount: number][]} */
  const reports = JSON.parse(
    await inChrome(`(async () => {
      const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      Services.obs.notifyObservers(null, 'child-mmu-request');
      await new Promise((done) => manager.minimizeMemoryUsage(done));
      const reports = [];
      const keep = (process, path, kind, units, amount) => reports.push([process, path, amount]);
      await new Promise((done) => manager.getReports(keep, null, done, null, false));
      return JSON.stringify(reports.filter(([process]) => /^(extension|web)/.test(process)));
    })()`),
  );
  /** @param {RegExp} processes @param {RegExp} paths */
  const amounts = (processes, paths) => reports.filter(([process, path]) => processes.test(process) && paths.test(path)).map(([, , amount]) => amount);
  const sum = (/** @type {number[]} */ values) => values.reduce((one, other) => one + other, 0);
  const listeners = amounts(/^web/, /^event-counts\/.*\/event-listeners$/);
  return {
    backgroundKB: sum(amounts(/^extension/, /^js-main-runtime-gc-heap-committed\/used\//)) / 1000,
    moduleKB: sum(amounts(/^extension/, /^js-main-runtime\/realms\/classes\/objects\/non-heap\/elements\/wasm$/)) / 1000,
    nodesKB: sum(amounts(/^web/, /^window-objects\/dom\/.*-nodes$/)) / 1000,
    listeners: sum(listeners),
    documents: listeners.length,
    realms: sum(amounts(/^web/, /^js-main-runtime-realms\/user\/.*Content Script "Quietpage"/)),
  };
}
