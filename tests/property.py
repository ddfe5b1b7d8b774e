#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""property.py TIENDO [--cases N] [--seed S] [--book N] [--show N] [--open FILE] [--list] [--dump N DIR]

Write small random books (single organisations, groups with missing, late, merged and nested
members, estimates, claims, overrides, parts, allocations), let TIENDO answer them, and compare
every field of its JSON with oracle.py. Figures are placed at and right beside the edges on purpose.
A difference is shown with the smallest book that still has it. The seed is printed; the same seed
writes the same books. With --dump the first N books are written into DIR, each with the answer
that is expected, and nothing is run. With "-" for TIENDO the oracle answers itself: a test of this
harness.

Exit code: 0 no difference, 1 differences, 2 the program refused a book or died."""

import argparse
import collections
import copy
import datetime
import decimal
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

import oracle
from oracle_lists import EDGES
from oracle_model import BEST_TO_WORST, DAY, Num, cut, downward, rounded
from property_books import Author, agrees, in_words
from property_yaml import as_decimal, files_of, format_places

MICRO = Fraction(1, 10**6)
ENVIRONMENT = {"ASAN_OPTIONS": "exitcode=99:detect_leaks=0", "UBSAN_OPTIONS": "exitcode=99"}


# ----------------------------------------------------------------------------------- the program

class Refused(Exception):
    """The program gave no answer."""


def options_of(as_of, year):
    return ([f"--as-of={as_of}"] if as_of else []) + ([f"--year={year}"] if year else [])


def ask(tiendo, folder, options):
    """The program's answer for a folder."""
    environment = {**ENVIRONMENT, **{k: v for k, v in os.environ.items() if k != "LC_ALL"}}
    done = subprocess.run(
        [str(tiendo), "--lang", "en", "status", "--format", "json", *options, str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, env=environment)
    if done.returncode:
        said = done.stderr.decode(errors="replace")[-400:]
        if done.returncode in (1, 2):
            check = subprocess.run(
                [str(tiendo), "--lang", "en", "check", "--format", "short", str(folder)],
                stdout=subprocess.PIPE, check=False, env=environment)
            said += "\n".join(line for line in check.stdout.decode(errors="replace").splitlines()
                              if " error" in line)
        raise Refused(f"exit {done.returncode}\n{said[:4000]}")
    return json.loads(done.stdout, parse_float=decimal.Decimal, parse_int=decimal.Decimal)


def json_text(value):
    """A value of the oracle as the program would write it."""
    if isinstance(value, Fraction):
        text = as_decimal(value)
        return decimal.Decimal(text or format_places(rounded(value, 6), 6))
    if isinstance(value, datetime.date):
        return str(value)
    if isinstance(value, dict):
        return {k: json_text(v) for k, v in value.items()}
    if isinstance(value, list):
        return [json_text(v) for v in value]
    return value


def written(x, edges, down=False):
    """A number with six decimals as 1.2 has it: stepped back from an edge that it misses."""
    if x is None or as_decimal(x) is not None:
        return x
    near = downward(x, 6) if down else rounded(x, 6)
    return near + (MICRO if x > near else -MICRO) if near in edges else near


def own_answer(book, as_of, year):
    """The oracle's own answer in the program's clothes, to test this harness."""
    answer = oracle.answer(book, as_of, year)
    for row in answer["rows"]:
        shown = {k: written(row[k], edges_of(k, row, book),
                            k == "attainment_pct" and row["partial"]) for k in FIGURES}
        for name, key in (("target", "expected"), ("actual", "actual")):
            for end in ("low", "high") if row[name] else ():
                shown[name] = {**shown.get(name, row[name]),
                               end: written(row[name][end], edges_of(key, row, book))}
        row.update(shown)
    for claim in answer["claims"]:
        claim["computed"] = written(claim["computed"], EDGES.get(claim["claim"].split()[0], ()))
    return json_text(answer)


def ask_books(tiendo, books, as_of, year):
    """The answer for some books that share a folder."""
    if str(tiendo) == "-":
        found = [own_answer(b, as_of, year) for b in books]
        answer = {k: [x for a in found for x in a[k]]
                  for k in ("rows", "claims", "parts", "allocation")}
        answer["summary"] = {k: sum(a["summary"][k] for a in found) for k in found[0]["summary"]}
        return answer
    with tempfile.TemporaryDirectory(prefix="tiendo-property-") as folder:
        for name, text in files_of(books).items():
            (pathlib.Path(folder) / name).write_text(text, "utf-8")
        return ask(tiendo, folder, options_of(as_of, year))


# ------------------------------------------------------------------------------------- comparing

PERCENT = ("attainment_pct", "attainment_pct_high", "attainment_original_pct", "progress_pct",
           "progress_pct_high", "elapsed_pct", "vs_last_year_pct", "target_vs_last_year_pct",
           "estimate_attainment_pct", "estimate_vs_last_year_pct")
ZERO = ("gap", "gap_high", "left", "vs_last_year_gap", "target_vs_last_year_gap",
        "estimate_vs_last_year_gap", "achieved_per_month", "actual_alike")
BESIDE_ACTUAL = ("expected", "baseline", "last_year_same")
FORECAST = ("forecast_run_rate", "forecast_seasonal", "estimate", "estimate_high")
FIGURES = (*PERCENT, *ZERO, *BESIDE_ACTUAL, *FORECAST, "needed_per_month")
PLAIN = ("org", "indicator", "year", "as_of", "kind", "better", "unit", "part_of", "owner",
         "gap_unit", "baseline_date", "last_year_date", "estimate_date", "estimate_status",
         "status", "computed_status", "uncertain", "stale", "partial", "override_why",
         "members_reporting", "members_met", "members_total", "members_alike", "date_from")
LISTS = ("missing_members", "late_members", "joined_members")
TARGET = ("kind", "by", "during", "each", "revised_on")
TARGET_NUMBERS = ("low", "high", "grow_pct", "base", "original_low", "original_high")
MISSING = object()


def plain(value):
    """A value as it is compared: numbers as fractions, days as text."""
    if isinstance(value, bool) or value is None or value is MISSING:
        return value
    if isinstance(value, (int, decimal.Decimal)):
        return Fraction(value)
    if isinstance(value, datetime.date):
        return str(value)
    return value


def same_number(want, got, edges, down=False):
    """Whether got shows want: in full, or with six decimals, never on an edge that want misses."""
    if want is None or got is None or not isinstance(got, (int, decimal.Decimal)):
        return want is None and got is None
    got = Fraction(got)
    if got == want:
        return True
    missed = [e for e in edges if e is not None and e != want]
    near = downward(want, 6) if down else rounded(want, 6)
    if near == want:
        return False  # a decimal of six places is written in full
    if down or near not in missed:  # a lower bound may well be the edge
        return got == near
    edge = near
    return abs(got - want) < MICRO * 2 and got not in missed and (got > edge) == (want > edge)


def edges_of(key, row, book):
    """The edges of a figure of a row (section 1.2)."""
    target, actual = row["target"] or {}, row["actual"] or {}
    bounds = [target.get("low"), target.get("high"), target.get("decides")]
    ends = [actual.get("low"), actual.get("high")]
    if key in PERCENT:
        return (Fraction(0), Fraction(100))
    if key in BESIDE_ACTUAL:
        return ends
    if key in FORECAST:
        return bounds
    if key == "needed_per_month":
        return (Fraction(0), row["achieved_per_month"])
    if key == "actual":
        x = row["expected"]
        return [Fraction(0), *bounds, *([] if x is None else
                                        (x, x * book.slipping, x * book.over))]
    return (Fraction(0),)


def named(members):
    """One of the three lists, in any order of its members and of their keys."""
    return sorted(str(sorted((k, str(v)) for k, v in m.items())) if isinstance(m, dict) else m
                  for m in members)


class Differences(list):
    """(field, expected, got) of one book."""

    def __init__(self, book=None, found=()):
        super().__init__(found)
        self.book = book

    def same(self, key, want, got):
        if plain(want) != plain(got):
            self.append((key, want, "no such key" if got is MISSING else got))

    def number(self, key, want, got, edges=(), down=False):
        if got is MISSING or not same_number(want, got, edges, down):
            self.append((key, want, "no such key" if got is MISSING else got))

    def row(self, want, got):
        for key in PLAIN:
            self.same(key, want[key], got.get(key, MISSING))
        for key in FIGURES:
            down = key == "attainment_pct" and want["partial"]
            self.number(key, want[key], got.get(key, MISSING),
                        edges_of(key, want, self.book), down)
        for key in LISTS:
            theirs = got.get(key, MISSING)
            self.same(key, named(json_text(want[key])),
                      theirs if theirs is MISSING else named(theirs or []))
        self.inside("target", want, got, TARGET, TARGET_NUMBERS)
        self.inside("actual", want, got, ("hedge", "date"), ("low", "high"))
        reasons = got.get("undefined") or {}
        for key in sorted({*want["undefined"], *reasons}):
            self.same(f"undefined.{key}", want["undefined"].get(key), reasons.get(key))

    def inside(self, name, want, got, keys, numbers):
        mine, theirs = want[name], got.get(name, MISSING)
        if mine is None or theirs in (None, MISSING):
            self.same(name, None if mine is None else "there",
                      theirs if theirs in (None, MISSING) else "there")
            return
        edges = edges_of("actual" if name == "actual" else "expected", want, self.book)
        for key in keys:
            self.same(f"{name}.{key}", mine[key], theirs.get(key, MISSING))
        for key in numbers:
            self.number(f"{name}.{key}", mine[key], theirs.get(key, MISSING), edges)

    def rows(self, want, got):
        def name(row):
            target = row["target"] or {}
            return tuple(str(x) for x in (row["org"], row["indicator"], target.get("by"),
                                          target.get("during"), target.get("each")))
        mine, theirs = [name(r) for r in want], [name(r) for r in got]
        if sorted(mine) != sorted(theirs):
            self.append(("rows", [n for n in mine if n not in theirs] or len(mine),
                         [n for n in theirs if n not in mine] or len(theirs)))
        elif mine != theirs:
            self.append(("order of rows", mine, theirs))
        left = collections.defaultdict(list)
        for row in got:
            left[name(row)].append(row)
        for row in want:
            if left[name(row)]:
                self.row(row, left[name(row)].pop(0))

    def listed(self, name, want, got, keys, numbers, edges):
        """One of the lists of section 11, in any order."""
        def order(item):
            return tuple(str(plain(item.get(k))) for k in keys)
        want, got = sorted(want, key=order), sorted(got, key=order)
        if [order(x) for x in want] != [order(x) for x in got]:
            self.append((name, [order(x) for x in want], [order(x) for x in got]))
            return
        for mine, theirs in zip(want, got):
            for key, value in mine.items():
                if key in numbers:
                    self.number(f"{name}.{key}", value, theirs.get(key, MISSING), edges(mine))
                else:
                    self.same(f"{name}.{key}", value, theirs.get(key, MISSING))

    def lists(self, want, got):
        self.listed("claims", want["claims"], got["claims"],
                    ("org", "indicator", "claim", "published", "hedge"), ("computed",),
                    lambda c: [*map(Fraction, EDGES.get(c["claim"].split()[0], ())), c["published"]])
        self.listed("parts", want["parts"], got["parts"],
                    ("org", "indicator", "by", "of", "verdict"), ("sum", "whole"),
                    lambda p: (p["whole"],))
        self.listed("allocation", want["allocation"], got["allocation"],
                    ("org", "indicator", "by"), ("sum", "target"), lambda a: (a["target"],))


def compare(book, answer, as_of, year, alone=False):
    """The differences of one book; its codes tell what of the answer is its own."""
    want, found = oracle.answer(book, as_of, year), Differences(book)
    orgs = {o.code for o in book.orgs}
    got = {k: [x for x in answer.get(k, ()) if x["org"] in orgs]
           for k in ("rows", "claims", "parts", "allocation")}
    found.rows(want["rows"], got["rows"])
    found.lists(want, got)
    if alone:
        found += summary_differences(want["summary"], answer)
    return found


def summary_differences(want, answer):
    found, got = Differences(), answer.get("summary") or {}
    for key in ("goals", *BEST_TO_WORST, "no_target"):
        found.same(f"summary.{key}", want[key], got.get(key, 0))
    return found


def seal_differences(answer):
    """The seal, recomputed from the rows that the program itself wrote."""
    if "seal" not in answer:
        return []
    mine = oracle.seal(answer["rows"], lambda x: format(x, "f"))
    return [] if mine == answer["seal"] else [("seal", mine, answer["seal"])]


# ------------------------------------------------------------------------------------- shrinking

def without_org(book, code):
    other = copy.deepcopy(book)
    other.orgs = [o for o in other.orgs if o.code != code]
    for org in other.orgs:
        if code in org.members:
            org.members.remove(code)
            org.members_total = org.members_total and org.members_total - 1
        if code in org.predecessors:
            org.predecessors.remove(code)
    for key in ("targets", "entries", "overrides"):
        setattr(other, key, [x for x in getattr(other, key) if x.org != code])
    return other


def without_indicator(book, code):
    other = copy.deepcopy(book)
    other.indicators = [i for i in other.indicators if i.code != code]
    for ind in other.indicators:
        ind.ratio = None if code in (ind.ratio or ()) else ind.ratio
        ind.weight = None if code == ind.weight else ind.weight
        ind.part_of = None if code == ind.part_of else ind.part_of
    for key in ("targets", "overrides"):
        setattr(other, key, [x for x in getattr(other, key) if x.indicator != code])
    for entry in other.entries:
        entry.values.pop(code, None)
        entry.claims = [c for c in entry.claims if code not in (c.indicator, c.other)]
    return other


EMPTY = {"orgs": (("members_total", None), ("begin", None), ("end", None), ("predecessors", [])),
         "indicators": (("decimals", None), ("measured", None), ("pace", None), ("rollup", None),
                        ("ratio", None), ("weight", None), ("accumulates", False), ("show", True),
                        ("owner", None), ("part_of", None), ("breakdown", None),
                        ("complete", False)),
         "targets": (("revised", []), ("milestones", []), ("date", None), ("pace", None),
                     ("during", None), ("by", None)),
         "entries": (("claims", []), ("headline", None)),
         "overrides": (("by", None), ("during", None))}


def smaller(book):
    """Every book with one thing less."""
    for org in book.orgs:
        if len(book.orgs) > 1:
            yield without_org(book, org.code)
    for ind in book.indicators:
        if len(book.indicators) > 1:
            yield without_indicator(book, ind.code)
    for key in ("targets", "entries", "overrides"):
        for i in range(len(getattr(book, key))):
            other = copy.deepcopy(book)
            del getattr(other, key)[i]
            yield other
    yield from simpler(book)
    for i, entry in enumerate(book.entries):
        for code in entry.values:
            other = copy.deepcopy(book)
            del other.entries[i].values[code]
            yield other
        for j in range(len(entry.claims)):
            other = copy.deepcopy(book)
            del other.entries[i].claims[j]
            yield other


def simpler(book):
    """Every book with one key less, a number without its hedge, the year of the calendar."""
    for name, keys in EMPTY.items():
        for i, thing in enumerate(getattr(book, name)):
            for key, empty in keys:
                if getattr(thing, key) != empty:
                    other = copy.deepcopy(book)
                    setattr(getattr(other, name)[i], key, copy.copy(empty))
                    yield other
    for i, entry in enumerate(book.entries):
        for code, value in entry.values.items():
            if value.hedge or value.low != value.high:
                other = copy.deepcopy(book)
                other.entries[i].values[code] = Num(value.low, value.low)
                yield other
    if book.windows:
        other = copy.deepcopy(book)
        other.windows = {}
        yield other
    yield from rounder(book)


def rounder(book):
    """Every book with one number of fewer digits."""
    for i, entry in enumerate(book.entries):
        for code, value in entry.values.items():
            for low in fewer_digits(value.low):
                other = copy.deepcopy(book)
                other.entries[i].values[code] = Num(low, low + value.high - value.low, value.hedge)
                yield other
    for i, target in enumerate(book.targets):
        if target.wanted.high is None and target.wanted.low is not None:
            for low in fewer_digits(target.wanted.low):
                other = copy.deepcopy(book)
                other.targets[i].wanted.low = low
                yield other


def fewer_digits(x):
    """x without its last decimal, or with a zero for its last digit that is not one."""
    text = (as_decimal(x) or "0").lstrip("-")
    places = len(text.split(".")[1]) if "." in text else 0
    if places:
        return [cut(x, 0), cut(x, places - 1)]
    tens = 10 ** (len(text) - len(text.rstrip("0")) + 1)
    return [y for y in (cut(x / 100, 0), cut(x / tens, 0) * tens) if y not in (0, x)]


def allowed(book):
    """Whether the reader takes a book that became smaller: days inside their windows, one target of
    its kind, no group without members."""
    figures = oracle.Figures(book)
    begins = {k: figures.window(*k) for k in {(e.org, e.year) for e in book.entries}
              | {(t.org, t.year) for t in book.targets}}
    for entry in book.entries:
        first, last = begins[entry.org, entry.year]
        days = figures.entry_span(entry)
        if days[0] < first or days[1] > last:
            return False
        if entry.during and any(figures.indicators[c].kind != "flow" for c in entry.values):
            return False
    for target in book.targets:
        span = figures.span(target.org, target.year, target.during)
        if any(not span[0] <= d <= span[1] for d, _ in target.milestones):
            return False
        first, last = begins[target.org, target.year]
        if any(not first <= d <= last for d in (target.date, *(r.date for r in target.revised))
               if d):
            return False
    keys = [(t.org, t.indicator, t.by, t.during, t.each) for t in book.targets]
    return len(set(keys)) == len(keys) and agrees(book)


def normal(book):
    """Plain numbers in words where they must be; nothing that is empty."""
    kinds = {i.code: i for i in book.indicators}
    for target in book.targets:
        in_words(target, kinds[target.indicator])
    book.entries = [e for e in book.entries if e.values or e.claims or e.headline]
    return book


def fields_of(found):
    return {f for f, _, _ in found}


def shrink(tiendo, book, as_of, year, fields):
    """The smallest book that still differs in one of the fields."""
    again = True
    while again:
        again = False
        for other in smaller(book):
            other = normal(other)
            if not allowed(other):
                continue
            try:
                found = differences(tiendo, other, as_of, year)
            except Refused:
                continue
            if fields_of(found) & fields:
                book, again = other, True
                break
    return book


def differences(tiendo, book, as_of, year):
    return compare(book, ask_books(tiendo, [book], as_of, year), as_of, year, True)


def shown(x):
    if isinstance(x, Fraction):
        return f"{as_decimal(x) or x} = {float(x):.9g}" if as_decimal(x) is None else as_decimal(x)
    return str(json_text(x))


def show(tiendo, book, as_of, year, found):
    fields = fields_of(found)
    try:
        book = shrink(tiendo, book, as_of, year, {sorted(fields)[0]})
        found = differences(tiendo, book, as_of, year)
    except Refused:
        pass
    print(f"\n# ---- {', '.join(sorted(fields_of(found)))}: {' '.join(options_of(as_of, year))}")
    for name, text in files_of([book]).items():
        print(f"# {name}\n{text}", end="")
    for field, want, have in found:
        print(f"#   {field}: expected {shown(want)}, got {shown(have)}")


# ------------------------------------------------------------------------------------------ main

def batch(rng, first, count):
    """(books, --as-of or None, --year or None) of one run of the program."""
    as_of = datetime.date(rng.choice((2023, 2024, 2025)), 1, 1) + DAY * rng.randint(60, 364)
    if rng.random() < 0.35:
        as_of = as_of.replace(day=1) - DAY
    edges = (Fraction(9, 10), Fraction(11, 10))
    if rng.random() < 0.25:
        edges = Fraction(rng.randint(50, 99), 100), Fraction(rng.randint(101, 150), 100)
    books, way = [], rng.random()
    for number in range(first, first + count):
        year = as_of.year + rng.choice((0, 0, 0, 0, 0, 0, 0, 0, -1))
        books.append(Author(rng, f"b{number}", as_of, year, edges, way < 0.75).write())
    return books, as_of if way < 0.75 else None, as_of.year if way > 0.85 or way < 0.1 else None


def dump(rng, count, folder):
    """Write books and what is expected of them, one folder each."""
    for number in range(count):
        books, as_of, year = batch(rng, number, 1)
        place = pathlib.Path(folder) / f"book-{number}"
        place.mkdir(parents=True, exist_ok=True)
        for name, text in files_of(books).items():
            (place / name).write_text(text, "utf-8")
        answer = json_text(oracle.answer(books[0], as_of, year))
        (pathlib.Path(folder) / f"book-{number}.json").write_text(
            json.dumps(answer, ensure_ascii=False, indent=1, default=lambda d: float(d)), "utf-8")
        print("status --format json", *options_of(as_of, year), place)


def read_open(path, seed):
    """{number of a book: the fields that differ in it}, of a seed, where the rules leave open what
    is right; and how many books were looked through."""
    known, count = {}, None
    for line in path.read_text("utf-8").splitlines() if path else ():
        if found := re.match(r"seed (\d+), (\d+) books$", line):
            count = int(found[2]) if int(found[1]) == seed else None
        elif count and (found := re.match(r"b(\d+): (.*?)(?: – .*)?$", line)):
            known[int(found[1])] = set(found[2].split())
    return known


class Tally:
    """What was compared, and how often what differed."""

    def __init__(self, known):
        self.known, self.met, self.differ = known, {}, {}
        self.statuses, self.kinds = collections.Counter(), collections.Counter()
        self.rows = self.wrong = self.shown = 0

    def take(self, tiendo, book, found, options, limit):
        number = int(re.match(r"b(\d+)-", book.orgs[0].code)[1])
        if fields_of(found) <= self.known.get(number, set()):
            self.met.setdefault(number, set()).update(fields_of(found))
            return
        self.differ.setdefault(number, set()).update(fields_of(found))
        self.wrong += 1
        for field in fields_of(found):
            self.kinds[field] += 1
        new = [f for f in fields_of(found) if self.kinds[f] == 1]
        if new and self.shown < limit:
            self.shown += 1
            show(tiendo, book, *options, [d for d in found if d[0] in new])

    def print(self, done, seconds, seed):
        print(f"\n{done} books, {self.rows} rows in {seconds:.0f} s, seed {seed}: "
              f"{self.wrong} differ")
        print("statuses: " + ", ".join(f"{s} {n}" for s, n in self.statuses.most_common()))
        for name, count in self.kinds.most_common(60):
            print(f"{count:7} {name}")


def run_batch(args, tally, books, options):
    answer = ask_books(args.tiendo, books, *options)
    total = collections.Counter()
    for book in books:
        want = oracle.answer(book, *options)
        total.update(want["summary"])
        tally.rows += len(want["rows"])
        tally.statuses.update(r["computed_status"] for r in want["rows"])
        found = compare(book, answer, *options)
        if found:
            tally.take(args.tiendo, book, found, options, args.show)
    whole = Differences(None, seal_differences(answer))
    if summary_differences(total, answer):
        for book in books:
            found = [d for d in differences(args.tiendo, book, *options)
                     if d[0].startswith("summary")]
            if found:
                tally.take(args.tiendo, book, found, options, args.show)
                break
        else:
            whole += summary_differences(total, answer)
    for field, want, got in whole:
        tally.wrong += 1
        tally.kinds[field] += 1
        print(f"{field} of {len(books)} books together: expected {want}, got {got}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=2000, help="books")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--book", type=int, default=50, help="books in one run of the program")
    parser.add_argument("--show", type=int, default=5, help="differences to show")
    parser.add_argument("--open", type=pathlib.Path, help="what of a seed the rules leave open")
    parser.add_argument("--list", action="store_true", help="all that differs, as --open reads it")
    parser.add_argument("--dump", nargs=2, metavar=("N", "DIR"), help="write N books, run nothing")
    args = parser.parse_args()
    if str(args.tiendo) != "-":
        args.tiendo = args.tiendo.resolve()
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(10**9)
    print(f"seed {seed}", flush=True)
    rng, done, began, tally = random.Random(seed), 0, time.monotonic(), Tally(read_open(args.open, seed))
    if args.dump:
        dump(rng, int(args.dump[0]), args.dump[1])
        return 0
    while done < args.cases:
        books, *options = batch(rng, done, min(args.book, args.cases - done))
        try:
            run_batch(args, tally, books, options)
        except Refused as refusal:
            print(f"the program refused a book ({' '.join(options_of(*options))}): {refusal}")
            return 2
        done += len(books)
    tally.print(done, time.monotonic() - began, seed)
    for number in sorted(tally.differ) if args.list else ():
        print(f"b{number}: {' '.join(sorted(tally.differ[number]))}")
    gone = sorted(n for n in tally.known if n < done and tally.met.get(n) != tally.known[n])
    print(f"{len(tally.met)} as in {args.open.name}" if args.open else "", end="\n" * bool(args.open))
    if gone:
        print("differ no more: " + ", ".join(f"b{n}" for n in gone))
    return 1 if tally.wrong or gone else 0


if __name__ == "__main__":
    sys.exit(main())
