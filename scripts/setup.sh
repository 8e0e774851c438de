#!/usr/bin/env bash
# Installs what the other commands need and is missing; says nothing where all is there. scripts/setup.sh build: what a
# build needs, and no browsers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

WASM_PACK=0.15.1
CARGO_FUZZ=0.13.2
CARGO_DENY=0.20.2
WASM_BINDGEN=0.2.130 # the crate's version in Cargo.toml, to the letter: the two share a binary format
GECKODRIVER=0.37.1
NODE_MAJOR=20

stop() {
  echo "setup: $*" >&2
  exit 1
}

say() { echo "setup: $*"; }

has() { command -v "$1" >/dev/null 2>&1; }

any() {
  local name
  for name in "$@"; do has "$name" && return 0; done
  return 1
}

# Rust: the toolchain and the wasm target that rust-toolchain.toml names.
has rustup || stop "rustup is missing: install Rust from https://rustup.rs, then run this again."
rustc --version >/dev/null || stop "the Rust toolchain of rust-toolchain.toml could not be installed."
if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  say "adding the target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
fi

# installed NAME VERSION COMMAND… : whether the command prints that version
installed() {
  local version="$1"
  shift
  has "$1" || return 1
  # Not through a pipe: a tool that is not let print all it has to say may fail over it, and would be installed anew.
  local said
  said="$("$@" 2>/dev/null)" || return 1
  [[ " ${said%%$'\n'*} " == *" $version "* ]]
}

if ! installed "$WASM_BINDGEN" wasm-bindgen --version; then
  say "installing wasm-bindgen-cli $WASM_BINDGEN (some minutes)"
  # Without --locked: its lock file may name a crate newer than the registry serves.
  cargo install wasm-bindgen-cli --version "$WASM_BINDGEN" --force
fi

# The JavaScript tools, as package-lock.json has them.
has node && has npm || stop "Node $NODE_MAJOR.19 or newer with npm is missing."
node -e "const [major, minor] = process.versions.node.split('.').map(Number);
process.exit(major > $NODE_MAJOR || (major === $NODE_MAJOR && minor >= 19) ? 0 : 1)" ||
  stop "Node $NODE_MAJOR.19 or newer is needed; this is $(node --version)."
if ! cmp -s package-lock.json node_modules/.quietpage-lock.json; then
  say "installing the JavaScript tools (npm ci)"
  npm ci --no-fund --no-audit --loglevel=error
  cp package-lock.json node_modules/.quietpage-lock.json
fi

if [ "${1:-}" = build ]; then exit 0; fi

# The tools of the tests.
if ! installed "$WASM_PACK" wasm-pack --version; then
  say "installing wasm-pack $WASM_PACK (some minutes)"
  cargo install wasm-pack --version "$WASM_PACK" --locked --force
fi
if ! installed "$GECKODRIVER" geckodriver --version; then
  say "installing geckodriver $GECKODRIVER (some minutes)"
  cargo install geckodriver --version "$GECKODRIVER" --locked --force
fi
# Without these the tests say what they leave out.
if ! installed "$CARGO_FUZZ" cargo-fuzz --version; then
  say "installing cargo-fuzz $CARGO_FUZZ"
  cargo install cargo-fuzz --version "$CARGO_FUZZ" --locked --force || say "it could not be installed"
fi
if ! installed "$CARGO_DENY" cargo-deny --version; then
  say "installing cargo-deny $CARGO_DENY (some minutes)"
  cargo install cargo-deny --version "$CARGO_DENY" --locked --force || say "it could not be installed"
fi

# The browsers and the fonts of the pages in tests/fixtures.
wanted=()
[ -n "${QUIETPAGE_CHROMIUM:-}" ] || any chromium chromium-browser google-chrome || wanted+=(chromium)
has pdftotext || wanted+=(poppler-utils) # tests read what was printed
has chromedriver || wanted+=(chromium-driver)
[ -n "${QUIETPAGE_FIREFOX:-}" ] || any firefox-esr firefox || wanted+=(firefox-esr)
if has dpkg-query; then
  for font in fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$font" 2>/dev/null || true)" = installed ] || wanted+=("$font")
  done
fi
if [ ${#wanted[@]} -gt 0 ]; then
  has apt-get || stop "missing: ${wanted[*]} (Debian's names). Install Chromium with ChromeDriver, Firefox and poppler's tools with this system's own means; where they are not on PATH, name them in QUIETPAGE_CHROMIUM and QUIETPAGE_FIREFOX."
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    has sudo || stop "missing: ${wanted[*]}. Install them as root: apt-get install ${wanted[*]}"
    as_root=(sudo)
  fi
  say "installing ${wanted[*]}"
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${wanted[@]}"
fi
