/**
 * Runs in a page whose reader view is to be read aloud, and not before. What it leaves, reader/aloud/read_aloud.js calls; the
 * page cannot see it.
 */
import { startReading } from '../reader/aloud/reading.js';

Reflect.set(globalThis, 'quietpageStartReading', startReading);
