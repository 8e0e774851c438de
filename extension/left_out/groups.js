/** Below this score a block far from the article needs no second look. */
const SURELY_NOT = 0.1;
/** Reasons that are as sure. */
const SURE = ['furniture', 'control', 'not_rendered', 'on_other_pages'];

/**
 * The entries of the list as they stand in it, each group in page order: what the person has decided; what stands near
 * the text; the rest, and what of that is surely furniture.
 *
 * @param {Quietpage.Block[]} blocks the brief ledger, in page order
 * @returns {{decided: Quietpage.Block[], near: Quietpage.Block[], around: Quietpage.Block[], furniture: Quietpage.Block[]}}
 */
export function grouped(blocks) {
  const decided = blocks.filter(isDecided);
  // What is shown above the text is not missing.
  const others = blocks.filter((block) => !block.kept && !isDecided(block) && block.because !== 'shown_above');
  const far = others.filter(({ near }) => !near);
  return {
    decided,
    near: others.filter(({ near }) => near),
    around: far.filter((block) => !isSure(block)),
    furniture: far.filter(isSure),
  };
}

/** @param {Pick<Quietpage.Block, 'because'>} block @returns {boolean} whether the person has decided of it, here or before */
export const isDecided = ({ because }) => because === 'brought_back' || because === 'hidden_by_person';

/** @param {Quietpage.Block} block */
const isSure = ({ because, score }) => SURE.includes(because) || score < SURELY_NOT;
