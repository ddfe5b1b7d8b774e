#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/windows.sh FOLDER [MESON-OPTION...]: tiendo.exe for 64-bit Windows in FOLDER, static, from
# Debian's sources of the libraries (sources.sh). ./bootstrap windows calls it.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
place=$(cd "$1" && pwd)
shift
cross=$PWD/packaging/windows/cross.ini

packaging/libraries.sh "$place" --cross-file "$cross"
again=
[ ! -f "$place/build/build.ninja" ] || again=--reconfigure
# shellcheck disable=SC2086
meson setup $again "$place/build" --cross-file "$cross" -Dtests=disabled -Dbuildtype=release \
    -Dpkg_config_path="$place/prefix/lib/pkgconfig" "$@"
meson compile -C "$place/build"
cp "$place/build/tiendo.exe" "$place/tiendo.exe"

# what only a whole look can tell: nothing but Windows' own is needed, and it fits on any stick
foreign=$(x86_64-w64-mingw32-objdump -p "$place/tiendo.exe" | sed -n 's/^\tDLL Name: //p' |
    grep -viE '^(kernel32|msvcrt|shell32|user32|advapi32)\.dll$' || true)
[ -z "$foreign" ] || { echo "windows.sh: tiendo.exe needs $foreign" >&2; exit 1; }
size=$(wc -c <"$place/tiendo.exe")
[ "$size" -le 4194304 ] || { echo "windows.sh: tiendo.exe has $size bytes, more than 4 MB" >&2; exit 1; }
printf '%s (%s bytes)\n' "$place/tiendo.exe" "$size"
