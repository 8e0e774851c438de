import { DEFAULTS } from '../shared/settings.js';
import { lastingArea } from '../shared/settings_area.js';
import { loadCorrections, rulesOf } from '../shared/stored_corrections.js';
import { loadStored } from '../shared/stored_settings.js';
import { filesFor } from './faces.js';
import { furnitureFor, learnFrom } from './furniture.js';

/**
 * The answer to a page: its article, with what its view needs at once.
 *
 * @param {Quietpage.Reading} page
 * @param {object} options
 * @param {ReturnType<typeof import('./core.js').createCore>} options.core
 * @param {string} options.host of the document that asks: what the page says of itself may be of another
 * @param {boolean} options.isPrivate nothing of the page may be remembered
 * @returns {Promise<Quietpage.Answer>}
 */
export async function extractFor(page, { core, host, isPrivate }) {
  const area = lastingArea();
  // What was decided of articles is not meant where another part of the page is asked for.
  const isRuled = page.keep === 'article' && !page.rules;
  const [settings, rules] = await Promise.all([loadStored(area, host), isRuled ? loadCorrections(area, host).then(rulesOf) : page.rules]);
  const furniture = isPrivate ? undefined : await furnitureFor(area, host, page, settings);
  const comments = settings.everywhere.keepComments ?? DEFAULTS.keepComments;
  const answer = await core.extract({ ...page, rules, furniture, comments });
  if (!answer.ok) return { ...answer, settings };
  const { hashes, ...extracted } = answer;
  if (furniture && hashes) learnFrom(area, host, page.url, furniture.salt, hashes).catch(() => undefined); // as if not switched on
  return { ...extracted, settings, faceFiles: await filesFor(answer.article, settings) };
}
