#!/usr/bin/env bash
# Dispatches to scripts/: each command is one file there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

command="${1:-build}"
[ $# -gt 0 ] && shift

case "$command" in
  build)
    scripts/setup.sh
    exec node scripts/build.mjs "$@"
    ;;
  run)
    scripts/setup.sh
    node scripts/build.mjs
    exec node scripts/run.mjs "$@"
    ;;
  test)
    scripts/setup.sh
    exec scripts/test.sh "$@"
    ;;
  bench)
    scripts/setup.sh
    node scripts/build.mjs
    exec scripts/bench.sh "$@"
    ;;
  soak)
    scripts/setup.sh
    node scripts/build.mjs
    exec node tests/soak/main.mjs "$@"
    ;;
  screenshots)
    scripts/setup.sh
    node scripts/build.mjs
    exec node scripts/screenshots/main.mjs
    ;;
  store)
    scripts/setup.sh
    node scripts/build.mjs
    node scripts/source.mjs
    exec node scripts/store.mjs
    ;;
  fix) exec scripts/fix.sh "$@" ;;
  check) exec scripts/check.sh "$@" ;;
  *)
    echo "build.sh: unknown command '$command'. Usage: ./build.sh [build|run [chrome|firefox] [FILE|URL]|test|bench|soak|screenshots|store|fix|check]" >&2
    exit 2
    ;;
esac
