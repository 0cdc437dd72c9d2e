#!/usr/bin/env bash
# Installs what Marrow needs from the system: run it once on a fresh Debian machine that has Swift. Running it again only checks.
set -euo pipefail

# package: why it is needed
packages=(
  "libedit-dev: line editing in marrow chat"
  "libopenblas-dev: matrix products of the sentence encoder"
  "libcurl4-openssl-dev: posting replies to chat platforms"
  "libsqlite3-dev: replies and conversations on disk"
)

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

command -v swift >/dev/null 2>&1 || fail "Swift is not on the PATH. Install Swift 6.1 or newer, then run this again."
command -v dpkg-query >/dev/null 2>&1 || fail "This script knows Debian and its relatives only. Install by hand: ${packages[*]%%:*}"

missing=()
for entry in "${packages[@]}"; do
  name=${entry%%:*}
  if ! dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed'; then
    say "missing: $entry"
    missing+=("$name")
  fi
done

as_root=()
if [ ${#missing[@]} -eq 0 ]; then
  say "every system library is there"
else
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "need root to install ${missing[*]}. Run as root, or: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; check the network and /etc/apt/sources.list"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}"
fi
# The program works without it, by words alone: no reason to stop.
"$(dirname "$0")/fetch-model.sh" || say "going on without the sentence encoder's model"
say "done"
