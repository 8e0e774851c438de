// @ts-check
/** What stands beside the text and helps to read it. */

import { aloudTests } from './aloud.mjs';
import { codeTests } from './code_blocks.mjs';
import { contentsTests } from './contents.mjs';
import { footnoteTests } from './footnotes.mjs';
import { guideTests } from './guide.mjs';
import { highlightingTests } from './highlighting.mjs';
import { keptPlaceTests } from './kept_place.mjs';
import { lightboxTests } from './lightbox.mjs';
import { progressTests } from './progress.mjs';
import { scrollingBoxTests } from './scrolling_boxes.mjs';
import { takingTests } from './taking.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function readingAids(bench) {
  contentsTests(bench);
  progressTests(bench);
  keptPlaceTests(bench);
  footnoteTests(bench);
  lightboxTests(bench);
  codeTests(bench);
  highlightingTests(bench);
  scrollingBoxTests(bench);
  guideTests(bench);
  takingTests(bench);
  aloudTests(bench);
}
