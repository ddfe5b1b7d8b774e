#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""metamorphic.py TIENDO [--seed S] [--rounds N] [FOLDER]

Change how a book is written, never what it says, and demand the same answer: on random books, and
on the targets/ and actuals/ of FOLDER (the example data by default).

  order    files, sections, entries and keys in another order
  split    every file cut into many
  unit     the indicator in a unit a thousand times smaller or larger, its numbers with it: no
           percentage and no status changes, amounts by exactly that factor
  later    figures, targets, revisions and estimates of a later day do not change --as-of

Lines, files, warnings and the order of rows may differ. Exit code: 0 the same, 1 not, 2 the
program refused a book."""

import argparse
import dataclasses
import pathlib
import random
import re
import sys
import tempfile
from fractions import Fraction

import single_books as books

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEFAULTS = ("org:", "year:", "source:")
ONCE = ("year_window:", "edges:")
PLACES = ("file", "line", "findings", "line_end", "related", "inputs")


# ------------------------------------------------------------------------ a file as movable pieces

def blocks(lines, indent):
    """Cut lines where one begins at exactly this indent; comments stay with what follows them."""
    pieces, head = [], []
    for line in lines:
        text = line.strip()
        own = len(line) - len(line.lstrip()) == indent
        if not text or text.startswith("#"):
            head.append(line)
        elif own:
            pieces.append([*head, line])
            head = []
        else:
            pieces[-1] += [*head, line]
            head = []
    return pieces


def first(piece):
    """The first line of a piece that is no comment."""
    return next(line for line in piece if line.strip() and not line.strip().startswith("#"))


@dataclasses.dataclass
class Parts:
    """A file: its defaults, what stands once, and its sections with their entries."""
    defaults: list
    once: list
    sections: list  # (heading, [entry])

    @classmethod
    def of(cls, text):
        parts = cls([], [], [])
        for piece in blocks(text.splitlines(), 0):
            heading = first(piece)
            if heading.startswith(DEFAULTS):
                parts.defaults.append(piece)
            elif heading.startswith(ONCE):
                parts.once.append(piece)
            else:
                at = piece.index(heading)
                parts.sections.append((heading, blocks(piece[at + 1:], 2)))
        return parts

    def text(self, sections=None, once=True):
        lines = [line for piece in self.defaults + (self.once if once else []) for line in piece]
        for heading, entries in self.sections if sections is None else sections:
            lines += [heading, *(line for entry in entries for line in entry)]
        return "\n".join(lines) + "\n"


def shuffled_entry(rng, entry):
    """An entry of actuals with its keys, and the lines of its mappings, in another order."""
    head = first(entry)
    if not head.lstrip().startswith("- "):
        at = entry.index(head)
        keys = blocks(entry[at + 1:], 4)
        rng.shuffle(keys)
        return entry[:at + 1] + [line for key in keys for line in key]
    lines = [line.replace("- ", "  ", 1) if line is head else line for line in entry]
    keys = blocks(lines, 4)
    for key in keys:
        at = key.index(first(key))
        values = blocks(key[at + 1:], 6)
        if values and not first(values[0]).lstrip().startswith("- "):
            rng.shuffle(values)
            key[at + 1:] = [line for value in values for line in value]
    rng.shuffle(keys)
    lines = [line for key in keys for line in key]
    at = lines.index(first(lines))
    lines[at] = lines[at].replace("    ", "  - ", 1)
    return lines


def order(rng, files):
    changed = {}
    for text in files.values():
        parts = Parts.of(text)
        rng.shuffle(parts.defaults)
        rng.shuffle(parts.sections)
        sections = []
        for heading, entries in parts.sections:
            entries = [e if "[" in first(e) or any(line.strip().startswith("- ") for line in e[1:])
                       else shuffled_entry(rng, e) for e in entries]
            rng.shuffle(entries)
            sections.append((heading, entries))
        changed[f"{rng.randrange(10**9):09}.yaml"] = parts.text(sections)
    return changed


def split(rng, files):
    changed = {}
    for name, text in files.items():
        parts = Parts.of(text)
        piles = [[] for _ in range(rng.randint(2, 6))]
        for heading, entries in parts.sections:
            for pile in piles:
                pile.append((heading, []))
            for entry in entries:
                rng.choice(piles)[-1][1].append(entry)
        for number, pile in enumerate(piles):
            pile = [(heading, entries) for heading, entries in pile if entries]
            if pile or (number == 0 and parts.once):
                changed[f"{number}-{name}"] = parts.text(pile, number == 0)
    return changed


# ---------------------------------------------------------------------------- answers side by side

def plain(value):
    """An answer without places, its lists in one order."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in PLACES}
    if isinstance(value, list):
        return sorted((plain(v) for v in value), key=repr)
    return value


def tell(kind, name, before, after):
    """Whether two answers are the same; prints the first differences. The seal speaks of the rows
    in their order as well, which files in another order may change."""
    moved = [plain(r) for r in before["rows"]] != [plain(r) for r in after["rows"]]
    before, after = plain(before), plain(after)
    if moved:
        after["seal"] = before["seal"]
    if before == after:
        return True
    print(f"\n---- {kind}, {name}: not the same")
    for key in before:
        if before[key] == after[key]:
            continue
        if key != "rows":
            print(f"  {key}: {before[key]}\n   now: {after[key]}")
            continue
        mine = [r for r in before[key] if r not in after[key]]
        other = [r for r in after[key] if r not in before[key]]
        print(f"  {len(mine)} rows became {len(other)}")
        for row in mine[:3]:
            twin = next((r for r in other if r["org"] == row["org"]
                         and r["indicator"] == row["indicator"]), {})
            for field, value in row.items():
                if twin.get(field) != value:
                    print(f"  {row['org']} {row['indicator']} {field}: {value}\n"
                          f"   now: {twin.get(field)}")
    return False


def answer(tiendo, files, as_of=None, *options):
    with tempfile.TemporaryDirectory(prefix="tiendo-metamorphic-") as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text, "utf-8")
        return books.ask(tiendo, folder, as_of, *options)


# -------------------------------------------------------------------------------------- one change

PERCENTS = (*books.PERCENT, "status", "computed_status", "uncertain", "stale")
AMOUNTS = (*books.EXACT, *books.QUOTIENT)
SCALES = {"triệu đồng": ("tỷ đồng", Fraction(1, 1000)), "triệu đồng/năm": ("đồng/năm", 10**6),
          "HTX": ("nghìn HTX", Fraction(1, 1000))}


def in_unit(case, unit, factor):
    """The same case, counted in another unit; None when a number would not fit."""
    def scaled(x):
        return None if x is None else x * factor

    def scaled_target(t):
        low = t.low if t.kind == "grow" else scaled(t.low)
        return dataclasses.replace(t, low=low, high=scaled(t.high), base=scaled(t.base),
                                   tolerance=scaled(t.tolerance),
                                   revised=tuple(scaled_target(r) for r in t.revised))

    other = dataclasses.replace(
        case, indicator=dataclasses.replace(case.indicator, unit=unit),
        targets=[scaled_target(t) for t in case.targets],
        records=[dataclasses.replace(r, low=scaled(r.low), high=scaled(r.high), unit=None)
                 for r in case.records])
    numbers = [x for t in (*other.targets, *(r for t in other.targets for r in t.revised))
               for x in (t.low, t.high, t.base, t.tolerance)]
    numbers += [x for r in other.records for x in (r.low, r.high)]
    return other if all(x is None or books.as_decimal(x) for x in numbers) else None


def same_in_unit(row, other, factor):
    for key in PERCENTS:
        if row[key] != other[key]:
            return key
    if row["attainment_text"].split(" (")[0] != other["attainment_text"].split(" (")[0]:
        return "attainment_text"  # a strict bound stands in its brackets, in the unit
    for key in AMOUNTS:
        if (row[key] is None) != (other[key] is None):
            return key
        if row[key] is None:
            continue
        mine, theirs = Fraction(row[key]) * factor, Fraction(other[key])
        slack = 0 if key in books.EXACT else (1 + factor) / Fraction(10**6)
        if abs(mine - theirs) > slack:
            return key
    return None


def unit(_rng, tiendo, as_of, cases):
    pairs = {}
    for key, case in cases.items():
        if case.indicator.unit in SCALES and case.indicator.kind in ("flow", "stock", "average"):
            name, factor = SCALES[case.indicator.unit]
            other = in_unit(case, name, factor)
            if other:
                pairs[key] = (case, other, factor)
    before = books.ask_book(tiendo, {k: c for k, (c, _, _) in pairs.items()}, as_of)
    after = books.ask_book(tiendo, {k: o for k, (_, o, _) in pairs.items()}, as_of)
    good = True
    for key, (case, other, factor) in pairs.items():
        wrong = len(before[key]) != len(after[key]) and "rows"
        for row, scaled in zip(before[key], after[key]):
            wrong = wrong or same_in_unit(row, scaled, factor)
        if wrong and good:
            good = False
            print(f"\n---- unit: {wrong} differs, --as-of {as_of}")
            for one in (case, other):
                print("\n".join(books.book_files({key: one}).values()))
            print(f"{before[key]}\n{after[key]}")
    return good, len(pairs)


def known_only(case, as_of):
    """The case without what a later day brought."""
    targets = [dataclasses.replace(t, revised=tuple(r for r in t.revised if r.date <= as_of))
               for t in case.targets if t.date is None or t.date <= as_of]
    return dataclasses.replace(case, targets=targets,
                               records=[r for r in case.records if r.date <= as_of])


# ------------------------------------------------------------------------------- the example data

def example(folder):
    return {f"{p.parent.name}-{p.name}": p.read_text("utf-8") for where in ("targets", "actuals")
            for p in sorted((folder / where).rglob("*.y*ml"))}


def default_of(text, key):
    found = re.search(rf"^{key}:\s*(\S+)", text, re.M)
    return found and found[1]


def example_in_unit(files):
    """Money counted in nghìn đồng instead of triệu đồng; bare numbers say their old unit."""
    units = {}
    for text in files.values():
        for piece in (e for h, es in Parts.of(text).sections if h.startswith("indicators:")
                      for e in es):
            found = re.search(r"unit: (triệu đồng\S*)", "\n".join(piece))
            if found:
                units[first(piece).strip().split(":")[0]] = found[1]
    number = re.compile(r"^(\s+(?:- )?(\w+): *)(-?[\d_.]+(?:\.\.-?[\d_.]+)?)(\s*(?:#.*)?)$")
    bounds = ("at_least", "at_most", "more_than", "less_than", "about", "from", "to", "exactly",
              "base", "is")
    changed = {}
    for name, text in files.items():
        lines, code = [], None
        for line in text.splitlines():
            key = re.match(r"^\s+(?:- )?(\w+):", line)
            if key and key[1] not in (*bounds, "quote", "date", "during", "values", "by"):
                code = key[1]
            found = number.match(line)
            if found and code in units and (found[2] == code or found[2] in bounds):
                line = f"{found[1]}{found[3]} {units[code]}{found[4]}"
            elif code in units:  # {is: 170, ...}
                line = re.sub(r"\b(" + "|".join(bounds) + r"): (-?[\d_.]+)(?=[,}])",
                              rf"\1: \2 {units[code]}", line)
            lines.append(line.replace("unit: triệu đồng", "unit: nghìn đồng"))
        changed[name] = "\n".join(lines) + "\n"
    return changed, units


def later_figures(files):
    """For every organisation and year with targets, figures, an estimate and a revision dated on
    its last day, and that organisation, year and the day before."""
    added, seen = {}, []
    whole = "\n".join(files.values())
    parts = set(re.findall(r"^  (\w+):(?:\n    .*)*?\n    part_of:", whole, re.M))
    for text in files.values():
        org, year = default_of(text, "org"), default_of(text, "year")
        for heading, entries in Parts.of(text).sections:
            if not heading.startswith(("targets:", "actuals:")) or not org:
                continue
            if any(default_of(t, "org") == org and f"as_of: {year}-12-31" in t
                   for t in files.values()):
                continue  # it has a last day of its own
            codes = set(re.findall(r"^(?:  |      )(\w+):", "\n".join(sum(entries, [])), re.M))
            codes -= {"values", "source", "notes", "claims", "as_of", "during", "estimate"}
            values = "\n".join(f"      {c}: {1 if c in parts else 50}" for c in sorted(codes))
            more = "\n".join(f"      {c}: {2 if c in parts else 60}" for c in sorted(codes))
            added[f"later-{org}-{year}.yaml"] = (
                f'org: {org}\nyear: {year}\nsource: "về sau"\nactuals:\n'
                f"  - as_of: {year}-12-31\n    values:\n{values}\n"
                f"  - as_of: {year}-12-31\n    estimate: true\n    values:\n{more}\n")
            seen.append((org, year))
    return added, sorted(set(seen))


def check_example(rng, tiendo, folder, rounds):
    files, wrong, done = example(folder), 0, 0
    for options in ((), ("--org", "bac-ninh"), ("--year", "2023"), ("--year", "2020")):
        before = answer(tiendo, files, None, *options)
        for _ in range(rounds):
            for change in (order, split):
                done += 1
                wrong += not tell(change.__name__, f"{folder} {' '.join(options)}", before,
                                  answer(tiendo, change(rng, files), None, *options))
    before = answer(tiendo, files)
    other, units = example_in_unit(files)
    after = answer(tiendo, other)
    for row, scaled in zip(before["rows"], after["rows"]):
        done += 1
        factor = 1000 if row["indicator"] in units else 1
        key = same_in_unit(row, scaled, factor)
        if key or row["target"] and scaled["target"] and row["target"]["low"] and \
                scaled["target"]["low"] != row["target"]["low"] * factor:
            print(f"\n---- unit, {row['org']} {row['indicator']}: {key or 'target'} "
                  f"is {row.get(key)}, now {scaled.get(key)}")
            wrong += 1
    added, seen = later_figures(files)
    for org, year in seen:
        as_of = f"{year}-12-30"
        before = answer(tiendo, files, as_of, "--org", org, "--year", year)
        after = answer(tiendo, {**files, **added}, as_of, "--org", org, "--year", year)
        done += 1
        wrong += not tell("later", f"{org} {year}", before, after)
    return wrong, done


# ----------------------------------------------------------------------------------- random books

def check_random(rng, tiendo, size):
    as_of, cases = books.write_book(rng, size)
    files, wrong, done = books.book_files(cases), 0, 0
    before = answer(tiendo, files, as_of)
    for change in (order, split):
        done += 1
        wrong += not tell(change.__name__, f"a random book, --as-of {as_of}", before,
                          answer(tiendo, change(rng, files), as_of))
    kept = {key: known_only(case, as_of) for key, case in cases.items()}
    # the year that is asked for by default is the latest with targets, known or not
    for key, case in cases.items():
        if key[1].endswith("_0") and not kept[key].targets:
            kept[key] = dataclasses.replace(kept[key], targets=case.targets)
    done += 1
    wrong += not tell("later", f"a random book, --as-of {as_of}", before,
                      answer(tiendo, books.book_files(kept), as_of))
    good, pairs = unit(rng, tiendo, as_of, cases)
    return wrong + (not good), done + pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, nargs="?", default=ROOT)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--rounds", type=int, default=4)
    args = parser.parse_args()
    args.tiendo = args.tiendo.resolve()
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(10**9)
    print(f"seed {seed}", flush=True)
    rng = random.Random(seed)
    try:
        wrong, done = check_example(rng, args.tiendo, args.folder, args.rounds)
        for _ in range(args.rounds):
            more = check_random(rng, args.tiendo, 600)
            wrong, done = wrong + more[0], done + more[1]
    except books.Refused as refusal:
        print(f"the program refused a book: {refusal}")
        return 2
    print(f"{done} comparisons, seed {seed}: {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
