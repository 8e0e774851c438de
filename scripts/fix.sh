#!/usr/bin/env bash
# Formats, and mends what the linters can mend.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cargo fmt --all
node_modules/.bin/eslint --fix .
