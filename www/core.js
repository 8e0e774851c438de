import { Failure } from './failure.js';

/**
 * @typedef {object} Article what the core makes of a page; missing is null
 * @property {string | null} title
 * @property {string | null} dek
 * @property {string | null} byline
 * @property {string | null} siteName
 * @property {string | null} published ISO 8601, as precise as the page says
 * @property {string | null} modified ISO 8601, as precise as the page says
 * @property {string | null} lang
 * @property {string | null} dir
 * @property {string | null} leadImage
 * @property {string | null} excerpt
 * @property {string} html
 * @property {string} markdown
 * @property {string} text
 * @property {number} wordCount
 * @property {number} readingMinutes
 * @property {number} confidence 0 to 1
 * @property {'whole' | 'probably' | 'unsure'} verdict
 * @property {boolean} readerable
 * @property {string | null} nextPage
 * @property {string} kind
 */

/**
 * @typedef {object} Block one entry of the ledger
 * @property {number} ordinal index into the walk's elements; blocks of one element share it
 * @property {number} score 0 to 1
 * @property {boolean} kept
 * @property {number} chars
 * @property {number} linkDensity 0 to 1
 * @property {string[]} reasons the decision first, then what moved the score most
 */

/** @typedef {{article: Article, blocks: Block[], elements: Element[]}} Reading */
/** @typedef {{version: string, read: (document: Document, url: string) => Reading}} Core */

/**
 * Loads the module and the walker that the build puts beside this file.
 *
 * @returns {Promise<Core>}
 */
export async function loadCore() {
  try {
    const [module, walker] = await Promise.all([load('./pkg/quietpage.js'), load('./walk.js')]);
    await module.default();
    return {
      version: module.version(),
      read(document, url) {
        // One walk for both, so that an ordinal of the answer is an index into these very elements.
        const { tape, elements } = walker.walk(document);
        return { ...module.extractTape(tape, url), elements };
      },
    };
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new Failure('core_not_loaded', `the core could not be loaded (${why})`);
  }
}

/**
 * Both files are there only after the build, so that their names are no literals of an import.
 *
 * @param {string} path
 */
function load(path) {
  return import(new URL(path, import.meta.url).href);
}
