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

picture() { # LANGUAGE
    COLUMNS=112 "$program" --lang "$1" --color always status --org vi-du --sort worst \
        --columns unit,target,actual,attainment,left,status 2>errors.txt | head -n 34 |
        "$root/docs/terminal_svg.py" >"$root/docs/pictures/terminal-$1.svg"
    "$program" --lang "$1" --color always check 2>&1 |
        "$root/docs/terminal_svg.py" >"$root/docs/pictures/message-$1.svg" || true
    for sheet in overview table; do
        "$program" --lang "$1" export --org vi-du --sheets "$sheet" -o "$sheet.xlsx" 2>errors.txt
        libreoffice -env:UserInstallation="file://$book/office" --headless --convert-to pdf \
            "$sheet.xlsx" >office.txt 2>&1
        pdftoppm -r 70 -f 1 -l 1 -singlefile -png "$sheet.pdf" "$root/docs/pictures/$sheet-$1"
    done
}

mkdir -p "$root/docs/pictures"
picture vi
picture en
