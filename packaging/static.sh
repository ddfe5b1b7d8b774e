#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/static.sh FOLDER [MESON-OPTION...]: FOLDER/tiendo for any 64-bit Linux, nothing else
# needed: glibc and the libraries (sources.sh) are in it. ./bootstrap static calls it.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
place=$(cd "$1" && pwd)
shift

packaging/libraries.sh "$place"
again=
[ ! -f "$place/build/build.ninja" ] || again=--reconfigure
# shellcheck disable=SC2086
meson setup $again "$place/build" -Dtests=disabled -Dbuildtype=release -Dc_link_args=-static-pie \
    -Dpkg_config_path="$place/prefix/lib/pkgconfig" "$@"
meson compile -C "$place/build"
strip -o "$place/tiendo" "$place/build/tiendo"

needed=$(readelf -d "$place/tiendo" | grep NEEDED || true)
[ -z "$needed" ] || { echo "static.sh: it needs $needed" >&2; exit 1; }
printf '%s (%s bytes)\n' "$place/tiendo" "$(wc -c <"$place/tiendo")"
