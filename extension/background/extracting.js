import { hostOf } from '../shared/host.js';
import { lastingArea } from '../shared/settings_area.js';
import { loadStored } from '../shared/stored_settings.js';
import { filesFor } from './faces.js';
import { furnitureFor, learnFrom } from './furniture.js';

/**
 * The answer to a page: its article, with what its view needs at once.
 *
 * @param {Quietpage.Reading} page
 * @param {object} options
 * @param {ReturnType<typeof import('./core.js').createCore>} options.core
 * @param {boolean} options.isPrivate nothing of the page may be remembered
 * @returns {Promise<Quietpage.Answer>}
 */
export async function extractFor(page, { core, isPrivate }) {
  const area = lastingArea();
  const settings = await loadStored(area, hostOf(page.url));
  const furniture = isPrivate ? undefined : await furnitureFor(area, page, settings);
  const answer = await core.extract({ ...page, furniture });
  if (!answer.ok) return { ...answer, settings };
  const { hashes, ...extracted } = answer;
  if (furniture && hashes) learnFrom(area, page.url, furniture.salt, hashes).catch(() => undefined); // as if not switched on
  return { ...extracted, settings, faceFiles: await filesFor(answer.article, settings) };
}
