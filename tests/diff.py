#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""diff.py TIENDO [--pairs N] [--seed S]

`diff` on random pairs of books. The new book is made up by property_books.py; the old one is the new
one with some things undone, each of a kind that is a cause: a figure not yet reported or with another
number, a member of a group that has not reported at all, a target with another bound or none, a status
set by hand or not, other edges, an earlier day to look from. Then

  - every row that reads otherwise has a cause, no other row is named;
  - the new book with only the things undone whose kind is named for a row, judged again, gives that
    row of the old book;
  - the counts before and after add up through the causes;
  - diff of the two the other way round names the same rows, new and withdrawn swapped.

Exit code: 0 all hold, 1 not, 2 the program refused a book."""

import argparse
import collections
import copy
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from fractions import Fraction

from property_books import Author
from property_yaml import files_of

# what names a kind of change: a figure that came may be a late member's
NAMED = {"figure": {"figure", "late", "corrected"}, "corrected": {"corrected", "late", "figure"},
         "target": {"target"}, "goal": {"new", "gone", "target", "override"}, "override": {"override"},
         "edges": {"edges"}, "late": {"late", "figure", "corrected"},
         "day": {"day", "figure", "late", "target", "new", "gone"}}
CAUSES = ("new", "gone", "edges", "override", "target", "corrected", "late", "figure", "day")
ENOUGH = 50  # pairs in which every cause is to be met
DAY = "day"  # a kind that changes no file: both sides look from another day


class Refused(Exception):
    pass


def said(program, *words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Refused(done.stderr[-600:])
    return done.stdout


def run(program, *words):
    return json.loads(said(program, *words))


def undo_figure(book, rng):
    if book.entries:
        book.entries.pop(rng.randrange(len(book.entries)))


def undo_number(book, rng):
    entries = [e for e in book.entries if e.values and not e.estimate]
    if entries:
        entry = rng.choice(entries)
        code = rng.choice(sorted(entry.values))
        number = entry.values[code]
        if number.low == number.high and number.low > 1:
            other = number.low - Fraction(1, 2) if number.low.denominator != 1 else number.low - 1
            entry.values[code] = number._replace(low=other, high=other)
            entry.claims = []


def undo_target(book, rng):
    plain = [t for t in book.targets if t.wanted.kind == "at_least" and not t.revised]
    if plain:
        target = rng.choice(plain)
        target.wanted = replace(target.wanted, low=target.wanted.low + 3)


def undo_goal(book, rng):
    if book.targets:
        target = book.targets.pop(rng.randrange(len(book.targets)))
        book.overrides = [o for o in book.overrides if o.indicator != target.indicator]


def undo_override(book, rng):
    if book.overrides:
        book.overrides.pop(rng.randrange(len(book.overrides)))


def undo_edges(book, rng):
    book.slipping = Fraction(rng.choice((60, 75, 85, 95)), 100)


def undo_late(book, rng):
    """A member of a group without figures of the year: late, or silent."""
    members = sorted({code for org in book.orgs for code in org.members})
    reported = [code for code in members if any(e.org == code and e.year == 2024 for e in book.entries)]
    if reported:
        silent = rng.choice(reported)
        book.entries = [e for e in book.entries if not (e.org == silent and e.year == 2024)]


UNDO = {"figure": undo_figure, "corrected": undo_number, "target": undo_target, "goal": undo_goal,
        "override": undo_override, "edges": undo_edges,
        "late": undo_late, DAY: None}


def undone(book, steps, kinds):
    """The book with the steps of these kinds undone, each from a copy of the same randomness."""
    old = copy.deepcopy(book)
    for kind, seed in steps:
        if kind in kinds and kind != DAY:
            UNDO[kind](old, random.Random(seed))
    return old


def write(book, folder):
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for name, text in files_of([book]).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def key(row):
    target = row["target"] or {}
    return row["org"], row["indicator"], row["year"], target.get("by"), target.get("during")


def reading(row):
    """What makes a row read otherwise."""
    target, actual = row["target"] or {}, row["actual"] or {}
    return ([target.get(k) for k in ("kind", "low", "high")],
            [actual.get(k) for k in ("low", "high", "hedge", "date")], row["status"])


def status(program, folder, options):
    rows = run(program, "status", folder, "--format", "json", *options)["rows"]
    found, twice = {}, set()
    for row in rows:
        if key(row) in found:
            twice.add(key(row))
        found[key(row)] = reading(row)
    return {k: v for k, v in found.items() if k not in twice}, twice


def changes_of(answer):
    return {(r["org"], r["indicator"], r["year"], r["by"], r["during"]): r for r in answer["rows"]}


def check_sums(answer):
    statuses = set(answer["before"]) | set(answer["after"])
    return [s for s in statuses if answer["after"].get(s, 0) != answer["before"].get(s, 0)
            + sum(by.get(s, 0) for by in answer["by_cause"].values())]


def seen_from(day, steps, kinds):
    """The options that look from a day, or from an earlier one where that is a step of these kinds."""
    for kind, seed in steps:
        if kind == DAY and kind in kinds:
            day -= datetime.timedelta(days=random.Random(seed).randrange(1, 120))
    return "--as-of", max(day, datetime.date(2024, 1, 2)).isoformat(), "--year", "2024"


def check_pair(program, folder, book, steps, day, met):
    found = []
    kinds = {kind for kind, _ in steps}
    old_book = undone(book, steps, kinds)
    old = write(old_book, folder / "old")
    new = write(book, folder / "new")
    options, then = seen_from(day, steps, ()), seen_from(day, steps, kinds)
    (before, twice), (after, again) = status(program, old, then), status(program, new, options)
    sealed = folder / "old.json"
    sealed.write_text(said(program, "status", old, "--format", "json", *then))
    answer = run(program, "diff", sealed, new, "--format", "json", *options)
    twice |= again  # two rows of one name, as of a group's target and its members'
    named = {k: v for k, v in changes_of(answer).items() if k not in twice}
    found += [f"counts of {s} do not add up" for s in check_sums(answer)]
    differ = {k for k in (set(before) | set(after)) - twice if before.get(k) != after.get(k)}
    found += [f"{k}: not named" for k in differ - set(named) if (k in before) == (k in after)]
    found += [f"{k}: named and unchanged" for k in set(named) - differ]
    mirrored = folder / "new.json"
    mirrored.write_text(said(program, "status", new, "--format", "json", *options))
    back = changes_of(run(program, "diff", mirrored, old, "--format", "json", *then))
    found += [f"{k}: not the other way round" for k in set(named) - set(back)
              if (k in before) == (k in after)]
    met.update(r["cause"] for r in [*named.values(), *back.values()])
    for row in named:
        causes = {named[row]["cause"], *named[row]["also"]}
        wanted = {k for k in kinds if NAMED[k] & causes}
        mixed, _ = status(program, write(undone(book, steps, wanted), folder / "mixed"),
                          seen_from(day, steps, wanted))
        if mixed.get(row) != before.get(row):
            found.append(f"{row}: {sorted(causes)} undone gives {mixed.get(row)}, "
                         f"not {before.get(row)}")
        mirror = {"new": "gone", "gone": "new"}.get(named[row]["cause"])
        if mirror is not None and row in back and back[row]["cause"] != mirror:
            found.append(f"{row}: {named[row]['cause']}, the other way {back[row]['cause']}")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=19)
    args = parser.parse_args()
    program, rng = args.tiendo.resolve(), random.Random(args.seed)
    wrong = rows = refused = 0
    met = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        for number in range(args.pairs):
            as_of = datetime.date(2024, rng.randrange(3, 13), 28)
            edges = (Fraction(9, 10), Fraction(11, 10))
            book = Author(rng, f"b{number}", as_of, 2024, edges, True).write()
            for entry in book.entries:
                entry.claims, entry.headline = [], None
            steps = [(rng.choice(sorted(UNDO)), rng.randrange(10**9))
                     for _ in range(rng.randrange(1, 6))]
            try:
                found = check_pair(program, pathlib.Path(name), book, steps, as_of, met)
            except Refused:
                refused += 1
                continue
            rows += 1
            wrong += bool(found)
            for line in found[:3]:
                print(f"pair {number} ({', '.join(k for k, _ in steps)}): {line}")
    never = [cause for cause in CAUSES if not met[cause]] if rows >= ENOUGH else []
    print(f"{rows} pairs of seed {args.seed}, {refused} refused, {wrong} wrong; "
          + ", ".join(f"{cause} {met[cause]}" for cause in CAUSES))
    if never:
        print(f"never met: {', '.join(never)}")
    return 1 if wrong or never or refused * 4 > args.pairs else 0


if __name__ == "__main__":
    sys.exit(main())
