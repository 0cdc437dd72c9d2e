#!/usr/bin/env bash
# Installs a Matrix homeserver where the tests look for it: $MARROW_HOMESERVER, else $XDG_CACHE_HOME/marrow/homeserver, else
# ~/.cache/marrow/homeserver. 242 MB, some minutes the first time; does nothing when it is there already. Without it the tests that
# need it are skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
place=${MARROW_HOMESERVER:-${XDG_CACHE_HOME:-$HOME/.cache}/marrow/homeserver}
stamp="$place/installed-$(sha256sum "$here/homeserver-requirements.txt" | cut -c1-16)"

if [ -e "$stamp" ]; then
  echo "the homeserver is there: $place"
  exit 0
fi
mkdir -p "$place"
# One at a time: several clones share the place.
exec 9>"$place/.lock"
flock 9
[ -e "$stamp" ] && exit 0
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/homeserver-requirements.txt"
rm -f "$place"/installed-*
touch "$stamp"
echo "installed: $place"
