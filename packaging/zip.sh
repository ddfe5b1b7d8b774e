#!/bin/sh
# SPDX-License-Identifier: MIT
# packaging/zip.sh TIENDO.EXE TIENDO ZIP: what an officer unpacks: the program, starter files of this
# year's, written by TIENDO of this system, what to do first, the guide, the licence.
set -eu
exe=$(realpath "$1")
own=$(realpath "$2")
zip=$(realpath -m "$3")
cd "$(dirname "$0")/.."
day=$(git log -1 --format=%cs)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/tiendo"
cp "$exe" "$place/tiendo/tiendo.exe"
(cd "$place/tiendo" && "$own" init --year "${day%%-*}" >/dev/null)
for text in "LỜI-ĐẦU.txt=packaging/windows/LOI-DAU.txt" HUONG-DAN.md=docs/HUONG-DAN.md LICENSE.txt=LICENSE; do
    sed 's/$/\r/' "${text#*=}" >"$place/tiendo/${text%%=*}" # for Notepad
done
# the same bytes whenever it is packed; names in UTF-8
python3 - "$place" "$zip" "$day" <<'END'
import pathlib, sys, zipfile
place, target, day = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    for path in sorted(p for p in place.rglob("*") if p.is_file()):
        info = zipfile.ZipInfo(path.relative_to(place).as_posix(), tuple(map(int, day.split("-"))) + (0, 0, 0))
        info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        archive.writestr(info, path.read_bytes())
END
ls -l "$zip"
