#!/usr/bin/env bash
# Tries a running daemon against its own description with schemathesis, which install.sh brings:
#
#   marrow serve --set rates.address_per_minute=0
#   contract.sh http://127.0.0.1:8080 [examples an operation, 300 if left out] [seed]
#
# Ends with another code than 0 where an answer is a fault of the program or breaks the description.
set -euo pipefail
url=${1:?usage: contract.sh URL [EXAMPLES] [SEED]}
tool=${MARROW_ORACLES:-${XDG_CACHE_HOME:-$HOME/.cache}/marrow/oracles}/bin/schemathesis
# It writes what it found into the folder that it runs in.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$tool" run "$url/openapi.yaml" --checks all --max-examples "${2:-300}" --seed "${3:-7}" --request-timeout 60 \
  --wait-for-schema 120 --generation-database none
