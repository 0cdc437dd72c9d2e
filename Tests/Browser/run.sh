#!/usr/bin/env bash
# Runs the browser tests against the built program. Installs what is missing where it may; where it cannot, it says so loudly.
#
#   Tests/Browser/run.sh                 every test
#   Tests/Browser/run.sh test_chat       one file
#   Tests/Browser/run.sh measure.py      no test but a program beside them: measure.py, soak.py, pictures.py
#   MARROW=path/to/marrow Tests/Browser/run.sh
#   MARROW_BROWSER_REQUIRED=1            a browser that cannot be installed is a failure, not a skip
set -euo pipefail
cd "$(dirname "$0")"

skip() {
  printf '\n*** BROWSER TESTS SKIPPED: %s ***\n\n' "$1" >&2
  [ -z "${MARROW_BROWSER_REQUIRED:-}" ] || exit 1
  exit 0
}

missing() { ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; }

if missing; then
  command -v apt-get >/dev/null || skip "chromium and chromium-driver are not installed, and there is no apt-get"
  [ "$(id -u)" = 0 ] || skip "chromium and chromium-driver are not installed: apt-get install chromium chromium-driver"
  log=$(mktemp)
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium chromium-driver; } \
    >"$log" 2>&1 || { tail -n 5 "$log" >&2; rm -f "$log"; skip "chromium cannot be installed"; }
  rm -f "$log"
  if missing; then skip "chromium was installed but is not there"; fi
fi

folder=${MARROW_BROWSER:-${XDG_CACHE_HOME:-$HOME/.cache}/marrow/browser}
if ! cmp -s requirements.txt "$folder/installed.txt"; then
  { python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt; } \
    || skip "the Python packages of Tests/Browser/requirements.txt cannot be installed"
  cp requirements.txt "$folder/installed.txt"
fi

case ${1:-} in *.py) exec "$folder/bin/python" "$@" ;; esac
if [ $# -eq 0 ]; then set -- discover --pattern 'test_*.py'; fi
exec "$folder/bin/python" -m unittest "$@" --verbose
