#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/deb.sh FOLDER: the Debian package of the commit that is checked out, in FOLDER, with its
# source package, as lintian likes it. ./bootstrap deb calls it. What else stands in packaging/debian
# or is derived here: the version (meson.build), the day (the commit), the licence (LICENSE).
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
place=$(cd "$1" && pwd)
version=$(sed -n "s/^ *version: '\([^']*\)',/\1/p" meson.build)
# apart, as debhelper cannot work in a folder that has a space in its path
apart=$(mktemp -d)
trap 'rm -rf "$apart"' EXIT
tree=$apart/tiendo-$version

rm -f "$place"/tiendo_* "$place"/tiendo-dbgsym_*
git archive --prefix="tiendo-$version/" HEAD | xz -T1 >"$apart/tiendo_$version.orig.tar.xz"
tar -x -C "$apart" -f "$apart/tiendo_$version.orig.tar.xz"
cp -r "$tree/packaging/debian" "$tree/debian"
git log -1 --abbrev=12 --format='%h, %cs' >"$tree/debian/commit"
{
    printf 'tiendo (%s-1) unstable; urgency=medium\n\n  * What has changed stands in CHANGELOG.md.\n\n' "$version"
    printf ' -- %s  %s\n' "$(sed -n 's/^Maintainer: //p' packaging/debian/control)" "$(git log -1 --format=%cD)"
} >"$tree/debian/changelog"
# in a field of many lines an empty one is " ."
sed '1,/^Copyright/d' LICENSE | sed '1{/^$/d}' | sed 's/^$/./; s/^/ /' >>"$tree/debian/copyright"

(cd "$tree" && dpkg-buildpackage -us -uc >"$place/log" 2>&1) || { tail -n 60 "$place/log" >&2; exit 1; }
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs --no-cfg \
    "$apart/tiendo_${version}-1_$(dpkg --print-architecture).changes"
cp "$apart"/tiendo*_* "$place/"
ls "$place/tiendo_${version}-1_$(dpkg --print-architecture).deb"
