// @ts-check
/** The colours that a person sees. */

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page
 * @param {import('puppeteer-core').ScreenshotClip} clip a part of the window
 * @param {Page} decoder a page that may load pictures from data
 * @returns {Promise<string[]>} the colours that are seen there, the most frequent first
 */
export async function coloursIn(page, clip, decoder) {
  const picture = await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  return decoder.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (let at = 0; at < bytes.length; at += 4) {
      const colour = bytes.slice(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  }, picture);
}
