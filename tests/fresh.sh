#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/fresh.sh [SUITE [full]]   ./bootstrap run on a system that was never used: the smallest one,
# from `main` alone, without updates; SUITE is Debian's or Ubuntu's, bookworm (Debian 12) where none
# is said. full: there all golden cases too, of the program and of one that clang makes.
# What is tried are the files of this folder as they are.
# Exit code: 0 good, 1 failed, 77 not possible here; in CI (CI=true) that is a failure too.
set -eu
cd "$(dirname "$0")/.."

suite=${1:-bookworm}
full=${2:-}

cannot() {
    echo "fresh.sh: no fresh $suite could be made: $*" >&2
    [ "${CI:-}" != true ] || exit 1
    exit 77
}

if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || cannot 'that needs root'
    exec sudo CI="${CI:-}" tests/fresh.sh "$@"
fi
if ! command -v debootstrap >/dev/null; then
    command -v apt-get >/dev/null || cannot 'debootstrap is missing'
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        debootstrap debian-archive-keyring; } >&2 || cannot 'debootstrap cannot be installed'
fi

# in memory where this may mount: a third less time, and nothing stays behind, whatever happens
if [ -z "${FRESH_APART:-}" ] && unshare --mount true 2>/dev/null; then
    FRESH_APART=yes exec unshare --mount tests/fresh.sh "$@"
fi
place=$(mktemp -d)
trap 'umount --lazy "$place" 2>/dev/null || true; rm -rf --one-file-system "$place"' EXIT
trap 'exit 1' HUP INT TERM
[ -z "${FRESH_APART:-}" ] || mount -t tmpfs -o size=5g tmpfs "$place" || true
root=$place/root
log=$place/log

# Ubuntu's key for debootstrap, in $key: a package of Debian 13, whose archive vouches for it
key=
ubuntu_key() {
    key=/usr/share/keyrings/ubuntu-archive-keyring.gpg
    [ ! -f $key ] || return 0
    mkdir -p "$place/apt/lists/partial" "$place/apt/cache"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian/ trixie main" >"$place/apt/list"
    for step in update 'download ubuntu-keyring'; do
        # shellcheck disable=SC2086
        (cd "$place/apt" && apt-get -o Acquire::Retries=3 -o Dir::Etc::sourcelist="$place/apt/list" -o Dir::Etc::sourceparts=- \
            -o Dir::State::lists="$place/apt/lists" -o Dir::Cache="$place/apt/cache" -o APT::Sandbox::User=root $step) >&2 || return 1
    done
    dpkg -x "$place"/apt/ubuntu-keyring_*.deb "$place/apt"
    key=$place/apt$key
}

# where this system has its packages from, if it is Debian; debootstrap knows a server too
script=
case $suite in
jammy | noble)
    mirror=http://archive.ubuntu.com/ubuntu/
    components=main,universe
    script=/usr/share/debootstrap/scripts/gutsy # theirs all are
    ubuntu_key || cannot 'the key of its archive cannot be fetched'
    ;;
*)
    components=main
    mirror=$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' 'Label: Debian' \
        'Component: main' | head -n 1)
    mirror=${mirror:-http://deb.debian.org/debian/}
    ;;
esac
begin=$(date +%s)
# shellcheck disable=SC2086
timeout 600 debootstrap --variant=minbase ${key:+--keyring="$key"} --components="$components" "$suite" "$root" "$mirror" $script >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    cannot 'debootstrap failed (see above); does the archive answer?'
}
made=$(date +%s)

mkdir "$root/root/tiendo"
tar -c --exclude=./.git --exclude='./build*' --exclude='./out/*.*' . | tar -x -C "$root/root/tiendo"
status=0
within() {
    timeout 1800 chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} "$@"
}
within /root/tiendo/bootstrap run >"$log" 2>&1 || status=$?
workbook=$(sed -n '$s/^.*: //p' "$log")
if [ "$status" -ne 0 ] || [ ! -f "$root$workbook" ]; then
    tail -n 60 "$log" >&2
    echo "fresh.sh: ./bootstrap run failed on a fresh $suite (exit code $status)" >&2
    exit 1
fi
tail -n 1 "$log"
echo "fresh.sh: good; debootstrap took $((made - begin)) s, ./bootstrap run $(($(date +%s) - made)) s"
[ "$full" = full ] || exit 0

# the golden cases of both compilers' programs; the last line is that of the table
cat >"$root/root/full.sh" <<'END'
set -eu
cd /root/tiendo
{
    DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -y --no-install-recommends clang python3
    CC=clang meson setup build-clang -Dtests=disabled
    meson compile -C build-clang
} >&2
said=
for folder in build build-clang; do
    good=0
    all=0
    for case in tests/cases/*/; do
        all=$((all + 1))
        if python3 tests/run_case.py $folder/tiendo "$case" >&2; then good=$((good + 1)); fi
    done
    compiler=$($folder/tiendo --version | sed -n 3p)
    said="$said | $compiler: $good of $all"
    [ $good -eq $all ] || failed=yes
done
echo "meson $(meson --version)$said"
[ -z "${failed:-}" ]
END
within sh /root/full.sh >"$place/said" 2>"$log" || status=$?
[ "$status" -eq 0 ] || tail -n 60 "$log" >&2
tail -n 1 "$place/said"
exit "$status"
