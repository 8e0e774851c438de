// @ts-check
/** A program that reads pages as it is asked to, a line each: compare/native/src/main.rs and peers.py. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @typedef {{ ms: number, text?: string, error?: string }} Answer
 *
 * @typedef {object} ContenderProcess
 * @property {(contender: string, path: string) => Promise<Answer>} read
 * @property {() => void} close
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {ContenderProcess}
 */
export function startContenders(command, args = []) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} has ended with ${code}`)));
  });
  // Where nobody waits for an answer, its end is no failure.
  failed.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async (contender, path) => {
      child.stdin.write(`${contender}\t${path}\n`);
      const { value } = /** @type {IteratorResult<string>} */ (await Promise.race([lines.next(), failed]));
      return JSON.parse(value);
    },
    close: () => void child.stdin.end(),
  };
}
