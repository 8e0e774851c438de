#!/usr/bin/env bash
# Every check, in order; stops at the first that fails, and says at the end what passed and what was left out.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

CORPUS="${QUIETPAGE_CORPUS:-../shared/corpus/wcxb-dev}"
SCORE="${QUIETPAGE_SCORE:-../shared/tools/score.py}"
SEGMENTS="${QUIETPAGE_SEGMENTS:-../shared/corpus/segments-dev}"
SEGMENTS_FLOOR=0.935 # F1 of segments

passed=0
skipped=()

summary() {
  local failed="$1"
  echo
  for one in ${skipped[@]+"${skipped[@]}"}; do echo "skipped: $one"; done
  echo "$passed passed, $failed failed, ${#skipped[@]} skipped"
}

# check NAME COMMAND… : runs it, and ends everything where it fails
check() {
  local name="$1"
  shift
  echo
  echo "== $name"
  local start=$SECONDS
  if "$@"; then
    passed=$((passed + 1))
    echo "ok: $name ($((SECONDS - start)) s)"
  else
    echo "FAILED: $name" >&2
    summary 1
    exit 1
  fi
}

skip() {
  skipped+=("$1")
  echo
  echo "skipped: $1"
}

has() { command -v "$1" >/dev/null 2>&1; }

quality() {
  cargo run --release --quiet -p quietpage-training -- "$CORPUS" --check
}

segments() {
  local results
  results="$(mktemp)"
  cargo run --release --quiet --features cli --bin quietpage -- batch "$SEGMENTS/html" > "$results" # a page that fails is scored as empty
  python3 "$SCORE" "$SEGMENTS" "$results" --metric segments --floor "$SEGMENTS_FLOOR"
  local outcome=$?
  rm -f "$results"
  return $outcome
}

# The crates outside the workspace name the product's dependencies in lock files of their own.
lock_files() {
  local manifest
  for manifest in fuzz/Cargo.toml compare/native/Cargo.toml; do
    cargo update --quiet --workspace --locked --manifest-path "$manifest" || return 1
  done
}

# The overviews link to private modules: they are read beside the code.
documentation() {
  RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --quiet --no-deps --all-features --document-private-items
}

check "rustfmt" cargo fmt --all --check
check "clippy, native" cargo clippy --quiet --workspace --all-features --all-targets -- -D warnings
check "clippy, wasm32" cargo clippy --quiet --target wasm32-unknown-unknown --features html --lib --tests -- -D warnings
check "documentation" documentation
check "lock files" lock_files
if has cargo-deny; then
  check "licences and sources of crates" cargo deny check licenses bans sources
  if timeout 120 cargo deny fetch db >/dev/null 2>&1; then
    check "advisories on crates" cargo deny check --disable-fetch advisories
  else
    skip "advisories on crates: their database cannot be reached"
  fi
else
  skip "licences, sources and advisories of crates: cargo-deny is not there"
fi
if [[ "$(timeout 120 npm audit --omit=dev --json 2>/dev/null)" == *'"auditReportVersion"'* ]]; then
  check "advisories on npm packages" npm audit --omit=dev
else
  skip "advisories on npm packages: the registry does not answer for them"
fi
check "eslint" node_modules/.bin/eslint --max-warnings 0 .
check "types" node_modules/.bin/tsc -p .
check "JavaScript units" node --test tests/js/*.test.mjs
check "cargo test" cargo test --quiet --workspace --all-features
# wasm-pack hands what follows to cargo; the library's own unit tests have run natively.
check "wasm in Chromium" wasm-pack test --headless --chrome --features html --test wasm
check "wasm in Firefox" wasm-pack test --headless --firefox --features html --test wasm
check "build" node scripts/build.mjs
check "lint of the Firefox package, for desktop and Android" node_modules/.bin/web-ext lint --source-dir dist/firefox --warnings-as-errors
check "the packages" node --test tests/e2e/packages.mjs tests/e2e/own_code.mjs tests/e2e/trapped_core.mjs tests/e2e/taken_over.mjs
check "sizes" node scripts/sizes.mjs
check "end to end" node tests/e2e/all.mjs
check "the playground" node --test --test-reporter=spec tests/e2e/playground.test.mjs
check "what goes wrong is heard" node --test tests/e2e/console_faults.test.mjs
[ -d "$CORPUS/html" ] || skip "the corpus's pages in the soak: no corpus in $CORPUS (QUIETPAGE_CORPUS names another place)"
# Always the same seed: what fails here fails again.
check "soak of both browsers" node tests/soak/main.mjs 3 --seed 1 --again
if [ -d "$CORPUS/html" ]; then
  check "quality on a sample of $CORPUS" quality
else
  skip "quality: no corpus in $CORPUS (QUIETPAGE_CORPUS names another place)"
fi
if [ -d "$SEGMENTS/html" ] && [ -f "$SCORE" ]; then
  check "quality on $SEGMENTS" segments
else
  skip "segments: no corpus in $SEGMENTS (QUIETPAGE_SEGMENTS names another place)"
fi
if [ -e .git ]; then
  check "built again from the source package, the same bytes" node scripts/reproducible.mjs
else
  skip "built again: without git there is no list of the sources"
fi
if has cargo-fuzz; then
  # Always the same seed: what fails here fails again.
  check "fuzzing" env FUZZ_SEED=1 scripts/fuzz.sh 60
else
  skip "fuzzing: cargo-fuzz is not there"
fi
summary 0
