#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/libraries.sh FOLDER [MESON-OPTION...]: the libraries as static ones in FOLDER/prefix, from
# Debian's sources (sources.sh); only again when these have changed. windows.sh and static.sh call it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
place=$(cd "$1" && pwd)
shift
# pkg-config cuts such letters into bytes, over which Meson stumbles
case $(printf %s "$place" | LC_ALL=C tr -d ' -~') in
'') ;;
*) echo "libraries.sh: please build in a folder whose path has plain Latin letters only, not in $place" >&2; exit 2 ;;
esac

"$here/sources.sh" "$place/libraries" >"$place/versions"
# what they are made by counts too
cat "$here/libraries/meson.build" "$here/windows/cross.ini" "$here/libraries.sh" >>"$place/versions"
cmp -s "$place/versions" "$place/prefix/versions" && exit 0
rm -rf "$place/build-libraries" "$place/prefix" "$place/build" # the program is set up anew with them
{
    meson setup "$place/build-libraries" "$place/libraries" --prefix "$place/prefix" --libdir lib "$@" &&
        meson install -C "$place/build-libraries"
} >"$place/log" 2>&1 || { cat "$place/log" >&2; exit 1; }
cp "$place/versions" "$place/prefix/versions"
