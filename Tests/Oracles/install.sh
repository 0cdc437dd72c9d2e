#!/usr/bin/env bash
# Installs what tests are made against, where they look for it:
#
#   install.sh              the platforms' official kits; place: $MARROW_ORACLES, else $XDG_CACHE_HOME/marrow/oracles
#   install.sh homeserver   a Matrix homeserver, 242 MB; place: $MARROW_HOMESERVER, else $XDG_CACHE_HOME/marrow/homeserver
#
# $XDG_CACHE_HOME is ~/.cache where it is not set. The packages are those of NAME-requirements.txt. Some minutes the first time; does
# nothing when they are there already. Without them the tests that need them are skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
what=${1:-oracles}
packages="$here/$what-requirements.txt"
[ -e "$packages" ] || { echo "usage: install.sh [oracles | homeserver]" >&2; exit 2; }
chosen="MARROW_${what^^}"
place=${!chosen:-${XDG_CACHE_HOME:-$HOME/.cache}/marrow/$what}
stamp="$place/installed-$(sha256sum "$packages" | cut -c1-16)"

if [ -e "$stamp" ]; then
  echo "$what: there already, in $place"
  exit 0
fi
mkdir -p "$place"
# One at a time: several clones share the place.
exec 9>"$place/.lock"
flock 9
[ -e "$stamp" ] && exit 0
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/python" -m pip install --quiet --disable-pip-version-check -r "$packages"
rm -f "$place"/installed-*
touch "$stamp"
echo "$what: installed in $place"
