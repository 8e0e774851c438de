/**
 * Runs in a page whose reader view shows code, and not before: a file of its own, as it weighs more than all the rest. What
 * it leaves, reader/highlighting.js calls; the page cannot see it.
 */
import { tokensIn } from './tokens.js';

Reflect.set(globalThis, 'quietpageTokensIn', tokensIn);
