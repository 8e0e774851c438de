/**
 * Runs in the page just before content.js. Where a click is about to open a view the page is asked for at once, so that the
 * background is at work while the rest is read and compiled.
 */
import * as walker from '../../src/wasm/walk.js';
import { askAtClick } from './ask_at_click.js';
import { claimNames, shared, unavailableHere } from './here.js';

claimNames();
shared.quietpageWalker = walker;
const { quietpageSession: session, quietpageWish: wish, quietpageUnasked: isUnasked } = shared;
if (!isUnasked && !session && wish !== 'leave' && !unavailableHere()) shared.quietpageAsked = askAtClick();
