#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""wall.py TIENDO [--rounds N] [--seed S]

What was typed on the wall goes into the files: is the next workbook the one that was on the wall?

Every round makes up a book (edits.py), exports it, types other figures into yellow cells of its sheet
"Nhập số", and has LibreOffice compute what the meeting saw. `take --write` brings what was typed into
the files, and the book is exported anew: every formula of the first workbook must have given what the
program stored in the second one. Taken twice, nothing is said; the untouched workbook says nothing;
`status` has each figure as it was typed.

Exit code: 0 good, 1 differences, 77 (skipped) without LibreOffice; in CI (CI=true) that is a failure."""

import argparse
import collections
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import edits
import workbook


def take(program, folder, path, *words):
    done = subprocess.run([program, "take", "--format", "json", *words, path, folder], check=False,
                          capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
    return done.returncode, json.loads(done.stdout or "null"), done.stderr.decode()


def type_figures(rng, book):
    """{(key of the line, "actual"): figure}: other numbers for some lines that have one."""
    typed = {}
    for (key, name), value in sorted(book.inputs_here.items()):
        if name == "actual" and isinstance(value, float) and rng.random() < 0.4:
            typed[key, name] = float(round(value * rng.choice((0.9, 1.02, 1.1, 1.3)) + rng.choice((0, 1)), 2))
    return {place: value for place, value in typed.items() if value != book.inputs_here[place]}


def play(program, folder, name, rng):
    """One book: (the round, what is wrong)."""
    as_of, made = edits.grouped_book(rng) if rng.random() < 0.5 else edits.cases_book(rng, 30)
    place = folder / f"{name}-book"
    place.mkdir()
    grouped = isinstance(made, edits.Grouped)
    (edits.write_grouped if grouped else edits.write_cases)(place, made)
    first = edits.export(program, place, as_of)
    typed = type_figures(rng, first)
    path = folder / f"{name}.xlsx"
    edits.with_inputs(first, {f"{first.keys[key]}{first.entries[line]}": value
                              for (line, key), value in typed.items()}, path)
    wrong = []
    code, say, err = take(program, place, first.path)
    if code != 0 or say["changes"]:
        wrong.append(f"{name}: untouched: {code} {say} {err}")
    code, say, err = take(program, place, path, "--write")
    if code != 0:
        # what check refuses of a changed figure is refused here: the round says nothing of the wall
        codes = {f["code"] for f in say["findings"] if f["severity"] == "error"}
        return None, wrong + ([f"{name}: {codes} {err}"] if any(c.startswith("T6") for c in codes)
                              else [])
    found = {c["cell"]: float(c["new"]) for c in say["changes"]}
    wanted = {f"{first.keys[key]}{first.entries[line]}": value
              for (line, key), value in typed.items()}
    if not set(found.items()) <= set(wanted.items()):
        wrong.append(f"{name}: taken {found}, typed {wanted}")
    # two lines of one figure (several who assign): one of them is enough
    goals = {tuple(line.split("|")[:2]): value for (line, _), value in typed.items()}
    if {(c["org"], c["indicator"]) for c in say["changes"]} != set(goals):
        wrong.append(f"{name}: taken of {say['changes']}, typed for {goals}")
    code, say, err = take(program, place, path)
    if code != 0 or say["changes"]:
        wrong.append(f"{name}: taken twice: {code} {say} {err}")
    (folder / f"{name}-first.xlsx").write_bytes(first.path.read_bytes())
    os.remove(first.path)
    second = edits.export(program, place, as_of)
    return edits.Round(name, first, second, path, len(typed)), wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    if not shutil.which("soffice"):
        print("LibreOffice is missing")
        return 1 if os.environ.get("CI") == "true" else 77
    program, rng = str(options.tiendo.resolve()), random.Random(options.seed)
    rounds, wrong, tally = [], [], collections.Counter()
    with tempfile.TemporaryDirectory(prefix="tiendo-wall-") as name:
        folder = pathlib.Path(name)
        for number in range(options.rounds):
            try:
                made, found = play(program, folder, f"w{number}", rng)
            except edits.Refused:
                continue
            wrong += found
            if made is not None:
                rounds.append(made)
        computed = edits.convert("soffice", rounds, folder)
        for made in rounds:
            wrong += (edits.compare(made, computed[made.name], tally) if made.name in computed
                      else [f"{made.name}: LibreOffice cannot convert it"])
    if len(rounds) < options.rounds / 2:
        wrong.append(f"only {len(rounds)} books were taken: this tests too little")
    print(f"{len(rounds)} books, {sum(m.edits for m in rounds)} cells typed; {len(wrong)} differ; "
          + ", ".join(f"{k} {n}" for k, n in sorted(tally.items())))
    return 1 if workbook.report(wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
