#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/matrix.sh [SUITE...]   the systems of README's table, each made afresh without updates:
# ./bootstrap run, then all golden cases of gcc's program and of clang's (fresh.sh). Writes
# docs/SYSTEMS.md when all were asked for. ./bootstrap matrix calls it.
# Exit code: 0 good or not possible here, 1 one failed.
set -eu
cd "$(dirname "$0")/.."
status=0
table=$(mktemp)
trap 'rm -f "$table"' EXIT

name_of() {
    case $1 in
    bookworm) echo 'Debian 12 (bookworm)' ;;
    trixie) echo 'Debian 13 (trixie)' ;;
    jammy) echo 'Ubuntu 22.04 (jammy)' ;;
    noble) echo 'Ubuntu 24.04 (noble)' ;;
    *) echo "$1" ;;
    esac
}

for suite in ${*:-bookworm trixie jammy noble}; do
    printf '\n== %s\n' "$suite" >&2
    code=0
    said=$(CI='' tests/fresh.sh "$suite" full) || code=$?
    printf '%s\n' "$said" >&2
    last=$(printf '%s\n' "$said" | tail -n 1)
    case $code in
    0) printf '| %s | good | %s |\n' "$(name_of "$suite")" "$last" >>"$table" ;;
    77) printf '| %s | not run: it could not be made here | – | – | – |\n' "$(name_of "$suite")" >>"$table" ;;
    *)
        printf '| %s | **failed** | %s |\n' "$(name_of "$suite")" "$last" >>"$table"
        status=1
        ;;
    esac
done
cat "$table"
[ $# -eq 0 ] || exit $status
{
    cat <<'END'
# Systems

The last result of `./bootstrap matrix`: each system was made afresh as its release came out (minbase, without updates), from
`main` alone; there `./bootstrap run`, and every golden case of the program as gcc and as clang make it.

END
    printf 'Run on %s, commit %s.\n\n' "$(date -u +%Y-%m-%d)" "$(git log -1 --abbrev=12 --format=%h)"
    printf '| system, x86-64 | `./bootstrap run` | Meson | golden cases, gcc | golden cases, clang |\n|---|---|---|---|---|\n'
    cat "$table"
} >docs/SYSTEMS.md
exit $status
