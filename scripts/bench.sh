#!/usr/bin/env bash
# The tables of speed, size and quality, beside the peers: bench [PART…] [FOLDER OF PAGES].
#
#   live     live pages in both browsers, beside Readability.js and Defuddle
#   native   pages as files, beside dom_smoothie, rs-trafilatura, trafilatura and resiliparse
#   quality  word F1 of the same build
#   click    from the click to the painted article
#   doors    the live page and the command line on the same pages
#   growth   time and memory of ever larger pages, and of hard shapes
#   probe    whether the probe says of every page what the extraction says   (not by default: a quarter of an hour)
#   many     the background's memory after a thousand pages                  (not by default: half an hour)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pages="${QUIETPAGE_CORPUS:-../shared/corpus/wcxb-dev}/html"
score="${QUIETPAGE_SCORE:-../shared/tools/score.py}"
target="${CARGO_TARGET_DIR:-target}"

parts=()
while [ $# -gt 0 ]; do
  case "$1" in
    live | native | quality | click | doors | growth | probe | many) parts+=("$1") ;;
    *)
      [ -d "$1" ] || {
        echo "bench: '$1' is no part and no folder. Usage: bench [live|native|quality|click|doors|growth|probe|many]… [FOLDER]" >&2
        exit 2
      }
      pages="$1"
      ;;
  esac
  shift
done
[ ${#parts[@]} -gt 0 ] || parts=(live native quality click doors growth)
[ -d "$pages" ] || {
  echo "bench: no pages in $pages; name a folder of .html or .html.gz files" >&2
  exit 1
}

peers_in_browsers() { npm ci --prefix "compare/$1" --no-fund --no-audit --loglevel=error; }

native_peers() {
  CARGO_TARGET_DIR="$target/compare" cargo build --release --quiet --locked --manifest-path compare/native/Cargo.toml
  local venv="$target/compare/venv"
  if ! cmp -s compare/native/requirements.txt "$venv/requirements.txt"; then
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement compare/native/requirements.txt
    cp compare/native/requirements.txt "$venv/requirements.txt"
  fi
}

live() {
  peers_in_browsers live
  node compare/live/main.mjs "$pages"
}

native() {
  native_peers
  node compare/native/main.mjs "$pages"
}

quality() {
  if ! [ -f "$score" ] || ! [ -f "$pages/../truth.jsonl.gz" ]; then
    echo "skipped: no $score (QUIETPAGE_SCORE names another place), or no truth beside $pages"
    return
  fi
  local results
  results="$(mktemp)"
  "$target/release/quietpage" batch "$pages" > "$results" || true # a page that fails is scored as empty
  echo "By weights that were fitted on these very pages; of sites that the model has not seen, src/model/weights.rs says:"
  sed -n '/^\/\/! Word F1 of the whole line/,+1s/^\/\/! //p' src/model/weights.rs
  python3 "$score" "$pages/.." "$results"
  rm -f "$results"
}

click() {
  peers_in_browsers click
  node compare/click/main.mjs "$pages" 20
}

doors() { node tests/e2e/doors.mjs "$pages" 100; }

growth() { node compare/growth/main.mjs; }

probe() {
  peers_in_browsers live
  node compare/probe/main.mjs "$pages"
}

many() { node compare/many_pages/main.mjs "$pages" 1000; }

echo "# sizes"
node scripts/sizes.mjs
cargo build --release --quiet --features cli --bin quietpage
for part in "${parts[@]}"; do
  echo
  echo "# $part"
  start=$SECONDS
  "$part"
  echo
  echo "($part: $((SECONDS - start)) s)"
done
