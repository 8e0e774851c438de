// @ts-check
/** What must hold for everybody, whatever they see, hear, hit and know: WCAG 2.2, AA. */

import { describe } from 'node:test';
import { axeTests } from './axe.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function accessible(bench) {
  describe('accessible:', () => {
    axeTests(bench);
  });
}
