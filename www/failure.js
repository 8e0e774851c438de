/** A failure with a code for machines and a sentence for people, as the core's own errors have. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What can be done about it, by code. @type {Record<string, string>} */
const ADVICE = {
  no_text: 'Pages that are built by their scripts are empty here, because scripts never run in the frame.',
  bad_url: 'Write the whole address, with https:// in front, or leave the field empty.',
  page_too_large: 'Paste a part of it.',
  too_many_nodes: 'Paste a part of it.',
  core_not_loaded: 'The folder must be served over HTTP, with pkg/ in it as the build puts it there.',
  sample_not_loaded: 'The folder must be served over HTTP, with samples/ in it.',
};

/**
 * @param {unknown} problem whatever was thrown
 * @returns {{code: string, message: string, advice: string}}
 */
export function described(problem) {
  const message = problem instanceof Error ? problem.message : String(problem);
  const named = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  const code = typeof named === 'string' ? named : 'unexpected';
  return { code, message, advice: ADVICE[code] ?? '' };
}
