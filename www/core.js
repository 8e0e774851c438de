import { Failure } from './failure.js';

/** @typedef {Quietpage.Article} Article */
/** @typedef {Quietpage.Block} Block */
/** @typedef {{code: string, ordinal: number, words?: number, text: string}} Hint for the page’s author, with an English sentence */
/** @typedef {{article: Article, blocks: Block[], hints: Hint[], elements: Element[]}} Reading */
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
        return { ...module.extractTape(tape, url, { hints: true }), elements };
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
