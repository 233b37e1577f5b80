#!/usr/bin/env bash
# Locks requirements/*.in with hashes, for every platform. No index address enters the lock files.
# Arguments go to uv: `make lock ARGS=--upgrade` takes the newest versions that the *.in files allow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export UV_CUSTOM_COMPILE_COMMAND="make lock"
for name in uv base dev; do
    .venv/bin/python -m uv pip compile --quiet --universal --generate-hashes --system-certs \
        --python-version 3.11 --no-emit-index-url --output-file "requirements/$name.txt" "$@" "requirements/$name.in"
done
