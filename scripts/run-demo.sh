#!/usr/bin/env bash
# Serves the demonstration hub with its worker until Ctrl-C. PORT and HOST may stand in the environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DJANGO_SETTINGS_MODULE=hub.settings.demo
host=${HOST:-127.0.0.1}
port=${PORT:-8000}
address="http://${host/#127.0.0.1/localhost}:$port/"
python=.venv/bin/python
stamp=var/prepared

prepare() {
    local current
    current=$("$python" scripts/fingerprint.py requirements/base.txt hub courses search)
    if [ -z "${DATABASE_URL:-}" ] && [ -f var/hub.sqlite3 ] && [ "$(cat "$stamp" 2>/dev/null)" = "$current" ]; then
        return
    fi
    mkdir -p var/media var/static
    rm -f "$stamp"
    echo "Preparing the database"
    "$python" manage.py migrate --no-input --verbosity 0
    echo "Loading the demonstration content"
    "$python" manage.py load_demo
    printf '%s\n' "$current" >"$stamp"
}

free_or_stop() {
    "$python" - "$host" "$port" <<'PY' || { echo "Port $port is in use. Try another: PORT=8001 make run" >&2; exit 1; }
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((sys.argv[1], int(sys.argv[2])))
    except OSError:
        sys.exit(1)
PY
}

wait_until_it_answers() {
    "$python" - "$host" "$port" <<'PY'
import sys, time, urllib.error, urllib.request
for _ in range(300):
    try:
        urllib.request.urlopen(f"http://{sys.argv[1]}:{sys.argv[2]}/healthz", timeout=5)
        sys.exit(0)
    except (urllib.error.URLError, OSError):
        time.sleep(0.2)
sys.exit("The server did not answer within a minute.")
PY
}

running() { kill -0 "${children[@]}" 2>/dev/null; }

# Ctrl-C reaches the server and the worker as well: they get three seconds to leave by themselves.
stop() {
    local tenths=${1:-0}
    trap - INT TERM EXIT
    while [ "$tenths" -gt 0 ] && running; do
        sleep 0.1
        tenths=$((tenths - 1))
    done
    kill -TERM "${children[@]}" 2>/dev/null || true
    wait "${children[@]}" 2>/dev/null || true
    echo "Stopped. What you entered is kept in var/."
}

scripts/install.sh base
free_or_stop
prepare

children=()
trap 'stop 30; exit 0' INT
trap 'stop; exit 0' TERM
trap stop EXIT
"$python" manage.py db_worker --verbosity 0 --no-reload --interval 0.2 &
children+=($!)
while sleep 60; do "$python" manage.py hub_tick --verbosity 0 >/dev/null || true; done &
children+=($!)
"$python" -m gunicorn --config scripts/gunicorn.conf.py --bind "$host:$port" hub.wsgi &
children+=($!)

wait_until_it_answers
"$python" scripts/demo_accounts.py "$address"
wait -n "${children[@]}" || true
echo "The server or its worker ended by itself; stopping the other." >&2
exit 1
