// @ts-check

/** How far into a page its encoding must be declared: the HTML standard. */
const PRESCAN_BYTES = 1024;

/**
 * The page as every native contender gets it.
 *
 * @param {Buffer} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  const [, label = 'utf-8'] = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, PRESCAN_BYTES)) ?? [];
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (problem) {
    if (problem instanceof RangeError) return new TextDecoder().decode(bytes); // no such encoding
    throw problem;
  }
}
