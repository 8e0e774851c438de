// @ts-check
/** What must hold for everybody, whatever they see, hear, hit and know: WCAG 2.2, AA. */

import { describe } from 'node:test';
import { accessibleTreeTests } from './accessible_tree.mjs';
import { axeTests } from './axe.mjs';
import { focusTests } from './focus.mjs';
import { mirroredTests } from './mirrored.mjs';
import { reflowTests } from './reflow.mjs';
import { systemWishesTests } from './system_wishes.mjs';
import { toolbarTests } from './toolbar.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function accessible(bench) {
  describe('accessible:', () => {
    axeTests(bench);
    focusTests(bench);
    toolbarTests(bench);
    accessibleTreeTests(bench);
    reflowTests(bench);
    systemWishesTests(bench);
    mirroredTests(bench);
  });
}
