#!/usr/bin/env bash
# Installs the platforms' official kits where the tests look for them: $MARROW_ORACLES, else $XDG_CACHE_HOME/marrow/oracles, else
# ~/.cache/marrow/oracles. Does nothing when they are there already. Without them the tests that need them are skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
place=${MARROW_ORACLES:-${XDG_CACHE_HOME:-$HOME/.cache}/marrow/oracles}
stamp="$place/installed-$(sha256sum "$here/requirements.txt" | cut -c1-16)"

if [ -e "$stamp" ]; then
  echo "the oracles are there: $place"
  exit 0
fi
mkdir -p "$place"
# One at a time: several clones share the place.
exec 9>"$place/.lock"
flock 9
[ -e "$stamp" ] && exit 0
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
rm -f "$place"/installed-*
touch "$stamp"
echo "installed: $place"
