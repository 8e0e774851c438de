#!/usr/bin/env bash
# The tables of speed, size and quality, beside the peers: bench [FOLDER OF PAGES].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pages="${1:-${QUIETPAGE_CORPUS:-../shared/corpus/wcxb-dev}/html}"

echo "== sizes"
node scripts/sizes.mjs
[ -d "$pages" ] || {
  echo "bench: no pages in $pages; name a folder of .html or .html.gz files" >&2
  exit 1
}
echo
echo "== from the click to the painted article, and Readability.js on the same pages"
npm ci --prefix compare/click --no-fund --no-audit --loglevel=error
node compare/click/main.mjs "$pages" 20
echo
echo "== the live page and the command line"
cargo build --release --quiet --features cli --bin quietpage
node tests/e2e/doors.mjs "$pages" 100
