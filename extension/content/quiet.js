/**
 * Runs in a page that is to be quiet in place, and not before: most clicks open the reader view and do without. What it
 * leaves, main.js calls; the page cannot see it.
 */
import { openQuiet } from './quiet/open_quiet.js';

Reflect.set(globalThis, 'quietpageOpenQuiet', openQuiet);
