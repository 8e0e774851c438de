/**
 * Runs in the page at each click, just before content.js: where a view is about to open, the page is asked for, so that the
 * background is at work while the rest is read and compiled.
 */
import { askAtClick } from './ask_at_click.js';
import { claimNames, shared, unavailableHere } from './here.js';

claimNames();
if (!shared.quietpageSession && shared.quietpageWish !== 'leave' && !unavailableHere()) shared.quietpageAsked = askAtClick();
