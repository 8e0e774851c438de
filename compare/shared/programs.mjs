// @ts-check
/** The programs that native contenders run in, where scripts/bench.sh puts them. */

import { join } from 'node:path';
import { ROOT } from '../../tests/e2e/driving.mjs';

const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

export const PROGRAMS = {
  quietpage: join(target, 'release', 'quietpage'),
  rustPeers: join(target, 'compare', 'release', 'quietpage-compare'),
  python: join(target, 'compare', 'venv', 'bin', 'python'),
};
