#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/sources.sh FOLDER: Debian's sources of the libraries, security updates included, one
# folder for each below FOLDER, beside the meson.build that builds them; each says its version in
# .version. Prints the versions. Nothing of the system's own apt is touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
libraries='expat libmd libstb libxlsxwriter libyaml minizip utf8proc zlib'
# shellcheck source=/dev/null
. /etc/os-release
[ "$ID" = debian ] || { echo "sources.sh: the sources come from Debian's archive; this is $ID" >&2; exit 2; }

mkdir -p "$1"
cd "$1"
place=$PWD
mkdir -p apt/sources apt/lists/partial apt/cache
mirror=$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' 'Label: Debian' \
    'Component: main' | head -n 1)
mirror=${mirror:-http://deb.debian.org/debian/}
mirror=${mirror%/}
for suites in "$mirror/ $VERSION_CODENAME $VERSION_CODENAME-updates" "$mirror-security/ $VERSION_CODENAME-security"; do
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' "${suites%% *}" "${suites#* }" \
        /usr/share/keyrings/debian-archive-keyring.gpg
done >apt/sources/debian.sources

apt_source() {
    apt-get -q -o Acquire::Retries=3 -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$place/apt/sources" \
        -o "Dir::State::lists=$place/apt/lists" -o "Dir::Cache=$place/apt/cache" \
        -o APT::Sandbox::User=root "$@"
}
versions_of() {
    apt-cache -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$place/apt/sources" \
        -o "Dir::State::lists=$place/apt/lists" -o "Dir::Cache=$place/apt/cache" \
        showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort -rV | uniq
}
apt_source update >apt/log 2>&1 || { cat apt/log >&2; exit 1; }
for library in $libraries; do
    for version in $(versions_of "$library"); do
        [ "$(cat "$library/.version" 2>/dev/null)" != "$version" ] || break
        if (cd apt/cache && apt_source source --only-source --download-only "$library=$version") >apt/log 2>&1; then
            rm -rf "$library"
            dpkg-source --no-check -x "apt/cache/${library}_${version#*:}.dsc" "$library" >apt/log 2>&1
            echo "$version" >"$library/.version"
            break
        fi
        # an archive may list an update whose source it does not have
        echo "sources.sh: $library $version is listed, but cannot be fetched; the one before is taken" >&2
    done
    [ -f "$library/.version" ] || { cat apt/log >&2; exit 1; }
    echo "$library $(cat "$library/.version")"
done
cp "$here/libraries/meson.build" .
