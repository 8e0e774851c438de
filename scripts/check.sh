#!/usr/bin/env bash
# The quick part of the tests: under a minute once things are built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -x node_modules/.bin/eslint ] || {
  echo "check: run ./build.sh once first, it installs the tools" >&2
  exit 1
}
cargo fmt --all --check
node_modules/.bin/eslint --max-warnings 0 .
node_modules/.bin/tsc -p .
node --test --test-reporter=dot tests/js/*.test.mjs
cargo clippy --workspace --all-features --all-targets -- -D warnings
cargo test --lib --features cli --quiet
