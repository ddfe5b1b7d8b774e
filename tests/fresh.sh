#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/fresh.sh    ./bootstrap run on a Debian 12 that was never used: the smallest system, from
# `main` alone, without updates. What is tried are the files of this folder as they are.
# Exit code: 0 good, 1 failed, 77 not possible here; in CI (CI=true) that is a failure too.
set -eu
cd "$(dirname "$0")/.."

cannot() {
    echo "fresh.sh: no fresh Debian could be made: $*" >&2
    [ "${CI:-}" != true ] || exit 1
    exit 77
}

if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || cannot 'that needs root'
    exec sudo CI="${CI:-}" tests/fresh.sh
fi
if ! command -v debootstrap >/dev/null; then
    command -v apt-get >/dev/null || cannot 'debootstrap is missing'
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        debootstrap debian-archive-keyring; } >&2 || cannot 'debootstrap cannot be installed'
fi

# in memory where this may mount: a third less time, and nothing stays behind, whatever happens
if [ -z "${FRESH_APART:-}" ] && unshare --mount true 2>/dev/null; then
    FRESH_APART=yes exec unshare --mount tests/fresh.sh
fi
place=$(mktemp -d)
trap 'umount --lazy "$place" 2>/dev/null || true; rm -rf --one-file-system "$place"' EXIT
trap 'exit 1' HUP INT TERM
[ -z "${FRESH_APART:-}" ] || mount -t tmpfs -o size=3g tmpfs "$place" || true
root=$place/root
log=$place/log

# where this system has its packages from, if it is Debian; debootstrap knows a server too
mirror=$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' 'Label: Debian' \
    'Component: main' | head -n 1)
begin=$(date +%s)
# shellcheck disable=SC2086
timeout 600 debootstrap --variant=minbase --components=main bookworm "$root" $mirror >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    cannot 'debootstrap failed (see above); does the archive answer?'
}
made=$(date +%s)

mkdir "$root/root/tiendo"
tar -c --exclude=./.git --exclude='./build*' --exclude='./out/*.*' . | tar -x -C "$root/root/tiendo"
status=0
timeout 900 chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
    /root/tiendo/bootstrap run >"$log" 2>&1 || status=$?
workbook=$(sed -n '$s/^.*: //p' "$log")
if [ "$status" -ne 0 ] || [ ! -f "$root$workbook" ]; then
    tail -n 60 "$log" >&2
    echo "fresh.sh: ./bootstrap run failed on a fresh Debian 12 (exit code $status)" >&2
    exit 1
fi
tail -n 1 "$log"
echo "fresh.sh: good; debootstrap took $((made - begin)) s, ./bootstrap run $(($(date +%s) - made)) s"
