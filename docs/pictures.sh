#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/pictures.sh [PROGRAM]: the pictures of the two READMEs, made from `tiendo init --example`.
# Needs libreoffice-calc, poppler-utils, fonts-liberation2 and python3.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
program=$(realpath "${1:-build/tiendo}")
book=$(mktemp -d)
trap 'rm -rf "$book"' EXIT
cd "$book"
"$program" init --example >home.txt

picture() { # LANGUAGE OVERVIEW TABLE INPUT TRAILS: words of the pages
    COLUMNS=112 "$program" --lang "$1" --color always status --org vi-du --sort worst \
        --columns unit,target,actual,attainment,left,status 2>errors.txt | head -n 34 |
        "$root/docs/terminal_svg.py" >"$root/docs/pictures/terminal-$1.svg"
    "$program" --lang "$1" --color always check 2>&1 |
        "$root/docs/terminal_svg.py" >"$root/docs/pictures/message-$1.svg" || true
    "$program" --lang "$1" export --org vi-du -o book.xlsx 2>errors.txt
    libreoffice -env:UserInstallation="file://$book/office" --headless --convert-to pdf book.xlsx \
        >office.txt 2>&1
    page overview "$1" "$2"
    page table "$1" "$3"
    page input "$1" "$4"
    page trails "$1" "$5"
}

# The first page on which these words stand.
page() { # NAME LANGUAGE WORDS
    number=1
    until pdftotext -f "$number" -l "$number" book.pdf - | grep -q "$3"; do
        number=$((number + 1))
        [ "$number" -lt 40 ] || exit 1
    done
    pdftoppm -r 75 -f "$number" -l "$number" -singlefile -png book.pdf \
        "$root/docs/pictures/$1-$2"
}

# LibreOffice prints numbers as they are written in Vietnam.
mkdir -p office/user
cat >office/user/registrymodifications.xcu <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>
XCU

mkdir -p "$root/docs/pictures"
picture vi "TỔNG QUAN" "Kèm theo Báo cáo" "NHẬP SỐ" "DIỄN BIẾN"
sed -i s/vi-VN/en-US/ office/user/registrymodifications.xcu
picture en "OVERVIEW" "FIGURES UP TO" "ENTER FIGURES" "THROUGH THE YEAR"
