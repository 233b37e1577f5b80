#!/usr/bin/env bash
# Brings .venv to a lock file: scripts/install.sh base|dev
# A stamp makes the second call free. The dev lock holds all of base, so asking for base takes nothing away.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

wanted=${1:?say base or dev}
python=.venv/bin/python
stamp=.venv/installed

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.11 or newer is needed. Install it, or name it: PYTHON=/path/to/python3.11 make run" >&2
    return 1
}

make_venv() {
    local found
    found=$(find_python)
    echo "Making .venv with $("$found" --version)"
    if ! "$found" -m venv --clear .venv; then
        echo "Making .venv failed. On Debian and Ubuntu: apt-get install python3-venv" >&2
        return 1
    fi
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
}

if [ "$wanted" = base ] && [ "$(head -n 1 "$stamp" 2>/dev/null)" = dev ]; then
    wanted=dev
fi
"$python" -m uv --version >/dev/null 2>&1 || make_venv

current=$("$python" scripts/fingerprint.py requirements/uv.txt "requirements/$wanted.txt")
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted"$'\n'"$current" ]; then
    echo "Installing what requirements/$wanted.txt lists"
    "$python" -m uv pip sync --quiet --require-hashes --system-certs --python "$python" "requirements/$wanted.txt"
    printf '%s\n%s\n' "$wanted" "$current" >"$stamp"
fi
