#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""since.py TIENDO

The last meeting in a workbook: the book of tests/cases/diff-folder, in which every goal changes for
another cause, exported beside its earlier folder, in both languages.

  - the same bytes twice, good by the lint of workbook.py, of `export --since` and of `diff -o`
  - the sheet has a line for every row that `diff` names, with the figures and the cause that it says
  - LibreOffice and Gnumeric compute every formula to what is stored
  - a figure typed so that the verdict is the last meeting's again turns its arrow and its cause

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but an engine is missing;
in CI (CI=true) a missing engine is a failure."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import edits
import workbook

CASE = pathlib.Path(__file__).resolve().parent / "cases" / "diff-folder" / "input"
SHEET = {"vi": "So với kỳ trước", "en": "Since last meeting"}
TYPED = "số gõ sau khi xuất"
ARROWS = "▼▲+–●·"


def run(program, *words):
    return subprocess.run([program, *map(str, words)], cwd=CASE, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True).stdout


def lines_of(cells, sheet):
    """The lines of the sheet that have an arrow: [arrow, organisation, name, unit, old, new, …]."""
    rows = {}
    for (name, reference), cell in cells.items():
        letters = reference.rstrip("0123456789")
        if name == sheet and len(letters) == 1:
            rows.setdefault(int(reference[1:]), {})[letters] = cell.value
    return {row: [cells.get(c) for c in "ABCDEFGHI"] for row, cells in sorted(rows.items())
            if cells.get("A") in tuple(ARROWS) and cells.get("C")}


def check_language(program, folder, lang, engines):
    found = []
    made = folder / f"{lang}.xlsx"
    for words in (["export", "--since", "old", "new"], ["diff", "old", "new"]):
        paths = [folder / f"{lang}-{words[0]}-{n}.xlsx" for n in (1, 2)]
        for path in paths:
            run(program, "--lang", lang, *words, "-o", path)
        if paths[0].read_bytes() != paths[1].read_bytes():
            found.append(f"{words[0]}: other bytes the second time")
        found += [f"{words[0]}: {line}" for line in workbook.lint(paths[0])]
        lines = lines_of(workbook.Workbook(paths[0]).cells(), SHEET[lang])
        rows = json.loads(run(program, "--lang", lang, "diff", "old", "new", "--format", "json"))["rows"]
        if len(lines) != len(rows):
            found.append(f"{words[0]}: {len(lines)} lines of {len(rows)} changes")
        for row in rows:
            sides = [(row[side] or {}).get("actual") or {} for side in ("old", "new")]
            wanted = [side.get("low") for side in sides]
            if not any([cells[4] or None, cells[5] or None] == wanted for cells in lines.values()):
                found.append(f"{words[0]}: no line of {row['indicator']} from {wanted[0]} to {wanted[1]}")
        if words[0] == "export":
            made = paths[0]
    for name, engine in engines.items():
        found += workbook.check_engine(name, engine, made, folder / f"{lang}-{name}")
    return found + (check_typed(made, folder, lang, engines) if lang == "vi" else [])


def check_typed(path, folder, lang, engines):
    """Goal "figure" of x was on track at 52, and 60 is behind its pace by the new day: 90 is not."""
    found = []
    book = edits.Sheets(path)
    key = next(k for k in book.entries if k.startswith("x|figure|"))
    other = folder / f"{lang}-typed.xlsx"
    edits.with_inputs(book, {f"{book.keys['actual']}{book.entries[key]}": 90.0}, other)
    before = lines_of(workbook.Workbook(path).cells(), SHEET[lang]).values()
    if not any(cells[5] == 60.0 and cells[0] == "▼" for cells in before):
        found.append(f"{lang}: no verdict fell before")
    for name, engine in engines.items():
        computed = workbook.recalculate(engine, other, folder / f"{lang}-{name}-typed")
        lines = lines_of(computed.cells(), SHEET[lang]).values() if computed else []
        line = next((cells for cells in lines if cells[5] == 90.0), None)
        if line is None or line[0] != "●" or line[4] != 52.0 or line[8] != TYPED:
            found.append(f"{lang}, {name}: after 90 was typed the sheet says {line}")
    return found


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    engines = {name: engine for name, (tool, engine) in workbook.ENGINES.items() if shutil.which(tool)}
    with tempfile.TemporaryDirectory() as name:
        found = [line for lang in SHEET
                 for line in check_language(program, pathlib.Path(name), lang, engines)]
    missing = sorted(set(workbook.ENGINES) - set(engines))
    bad = workbook.report(found)
    if missing:
        print(f"missing: {', '.join(missing)}")
    return 1 if bad or (missing and os.environ.get("CI") == "true") else 77 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
