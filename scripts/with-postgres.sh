#!/usr/bin/env bash
# Runs a command against a private PostgreSQL cluster that lives only as long as the command:
#   scripts/with-postgres.sh COMMAND ARGUMENT…
# The command finds the cluster in DATABASE_URL. Nothing listens on the network.
set -euo pipefail

find_binaries() {
    local folder
    for folder in "$(command -v pg_config >/dev/null && pg_config --bindir)" /usr/lib/postgresql/*/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
            echo "$folder"
            return
        fi
    done
    return 1
}

if ! binaries=$(find_binaries); then
    if [ "${REQUIRE_SERVICES:-}" = 1 ]; then
        echo "PostgreSQL is not installed, and REQUIRE_SERVICES=1 asks for it." >&2
        exit 1
    fi
    echo "Skipped: PostgreSQL is not installed (Debian: apt-get install postgresql)."
    exit 0
fi

# PostgreSQL refuses to run as root.
as_owner=()
[ "$(id -u)" -ne 0 ] || as_owner=(runuser -u postgres --)

home=$(mktemp -d "${TMPDIR:-/tmp}/hub-postgres.XXXXXX")
stop() {
    (cd / && "${as_owner[@]}" "$binaries/pg_ctl" -D "$home/data" -m immediate -s stop) || true
    rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT TERM
[ "$(id -u)" -ne 0 ] || chown postgres "$home"

owner() { (cd / && "${as_owner[@]}" "$@"); }
owner "$binaries/initdb" -D "$home/data" -U hub -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
# Durability is of no use to a cluster that is thrown away, unless its cost is what is measured.
durability="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
[ "${POSTGRES_DURABLE:-}" != 1 ] || durability=""
owner "$binaries/pg_ctl" -D "$home/data" -l "$home/log" -s -w -o \
    "-c listen_addresses='' -c unix_socket_directories='$home' -c unix_socket_permissions=0777 $durability" \
    start || { cat "$home/log" >&2; exit 1; }

DATABASE_URL="postgresql://hub@/postgres?host=$home" "$@"
