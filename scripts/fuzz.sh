#!/usr/bin/env bash
# Fuzzes each target for so many seconds (60), two at a time: scripts/fuzz.sh [SECONDS [TARGET…]]. What breaks a property
# lies in target/fuzz/found afterwards, and makes a fixture. FUZZ_SEED=1 begins with nothing but the seeds and goes the same
# way each time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
# The instrumentation is a nightly flag; the code under test is the stable compiler's.
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$PWD/target/fuzz/build"

seconds="${1:-60}"
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(tape html charset metadata renderers)

seed="${FUZZ_SEED:-0}" # 0: by chance
[ "$seed" = 0 ] || rm -rf target/fuzz/corpus
seeds=target/fuzz/seeds
mkdir -p "$seeds" target/fuzz/found
for page in tests/fixtures/*/page.html; do
  name="$(basename "$(dirname "$page")")"
  [ -e "$seeds/$name" ] || cp "$page" "$seeds/$name"
done
cp tests/hostile/markup.txt "$seeds/hostile"

# One by one: a folder's order is the file system's, and would lead another way on each machine.
seed_inputs="$(LC_ALL=C; printf '%s,' "$seeds"/*)"

# The code has no `unsafe`: there is nothing for a memory sanitizer to find.
cargo fuzz build --sanitizer none --release

# fuzz TARGET : runs it, and says what came of it
fuzz() {
  local target="$1" corpus="target/fuzz/corpus/$1" log="target/fuzz/$1.log"
  mkdir -p "$corpus"
  cargo fuzz run --sanitizer none --release "$target" "$corpus" -- \
    -seed="$seed" -seed_inputs="${seed_inputs%,}" -max_total_time="$seconds" -dict=fuzz/html.dict -timeout=30 -rss_limit_mb=8192 -max_len=4000 \
    -artifact_prefix="target/fuzz/found/$target-" -print_final_stats=1 >"$log" 2>&1 || return 1
  echo "fuzz: $target: $(grep -oE 'number_of_executed_units: [0-9]+' "$log" | grep -oE '[0-9]+') inputs in $seconds s"
}

# finding TARGET : what broke, and the input that broke it
finding() {
  local log="target/fuzz/$1.log"
  echo "fuzz: $1 failed; all of it is in $log"
  grep -m 1 -A 5 'panicked at' "$log" | cut -c 1-1500 || tail -n 20 "$log"
  grep -m 1 '^Base64: ' "$log" || true
}

failed=()
while [ ${#targets[@]} -gt 0 ]; do
  running=()
  for target in "${targets[@]:0:2}"; do
    fuzz "$target" &
    running+=($!)
  done
  for one in "${!running[@]}"; do wait "${running[$one]}" || failed+=("${targets[$one]}"); done
  targets=("${targets[@]:2}")
done
# At the end, where it is looked for.
for target in "${failed[@]}"; do finding "$target" >&2; done
[ ${#failed[@]} -eq 0 ]
