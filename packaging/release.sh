#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/release.sh FOLDER: everything that is given out of the commit that is checked out, in
# FOLDER, with SHA256SUMS; the same bytes in whatever folder. ./bootstrap release calls it.
# What is built on the way lies in build-release, from what is committed, never from what lies about.
set -eu
cd "$(dirname "$0")/.."
[ -z "$(git status --porcelain --untracked-files=no)" ] || { echo 'release.sh: something is not committed' >&2; exit 1; }
mkdir -p "$1"
target=$(cd "$1" && pwd)
version=$(sed -n "s/^ *version: '\([^']*\)',/\1/p" meson.build)
name=tiendo-$version
day=$(git log -1 --format=%cd --date=format:%Y-%m-%d)
commit=$(git log -1 --abbrev=12 --format='%h, %cs')

mkdir -p build-release
work=$PWD/build-release
rm -rf "${work:?}/tree" "${target:?}/$name"* "$target"/tiendo_* "$target/SHA256SUMS"
mkdir "$work/tree"
# as of now: an older commit after a newer one is built anew
git archive HEAD | tar -x -m -C "$work/tree"

# tar_of ARCHIVE FOLDER NAME: of the same bytes whoever packs it, and when
tar_of() {
    tar --sort=name --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw,a-s --mtime="$day 00:00Z" \
        -C "$2" -c "$3" | xz -T1 >"$1"
}

git archive --prefix="$name/" HEAD | xz -T1 >"$target/$name.tar.xz"

"$work/tree/packaging/static.sh" "$work/static" -Dcommit="$commit"
mkdir -p "$work/linux"
rm -rf "$work/linux/$name"
meson install -C "$work/static/build" --no-rebuild --destdir "$work/linux/installed" >/dev/null
mkdir "$work/linux/$name"
cp "$work/static/tiendo" LICENSE README.md README.vi.md CHANGELOG.md docs/HUONG-DAN.md "$work/linux/$name/"
cp -r "$work/linux/installed/usr/local/share" "$work/linux/$name/share"
tar_of "$target/$name-linux-x86_64.tar.xz" "$work/linux" "$name"

"$work/tree/packaging/windows.sh" "$work/windows" -Dcommit="$commit"
packaging/zip.sh "$work/windows/tiendo.exe" "$work/static/tiendo" "$target/$name-windows-x86_64.zip"

packaging/deb.sh "$work/deb"
cp "$work/deb/tiendo_$version-1_$(dpkg --print-architecture).deb" "$target/"

cd "$target"
sha256sum ./"$name"* ./tiendo_* | sed 's| \./| |' | tee SHA256SUMS
