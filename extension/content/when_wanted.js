import { requestAddition } from '../shared/messages.js';

/**
 * What files of their own leave in this world: most clicks do without.
 *
 * @typedef {object} Left
 * @property {(text: string, language: string) => Quietpage.Token[]} quietpageTokensIn by highlighting.js
 * @property {typeof import('../reader/aloud/reading.js').startReading} quietpageStartReading by aloud.js
 * @property {typeof import('./quiet/open_quiet.js').openQuiet} quietpageOpenQuiet by quiet.js
 */

/**
 * What a file of its own leaves here, which outlives a view. Has it put here where it is not.
 *
 * @template {keyof Left} Name
 * @param {Quietpage.Addition} addition
 * @param {Name} name
 * @returns {Promise<Left[Name] | undefined>} undefined where the extension may not come here any more
 */
export async function whenWanted(addition, name) {
  // Not an element of the page by that name.
  const left = () => (Object.hasOwn(globalThis, name) ? Reflect.get(globalThis, name) : undefined);
  if (!left()) await requestAddition(addition);
  return left();
}
