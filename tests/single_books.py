#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""property.py TIENDO [--cases N] [--seed S] [--book N] [--show N]

Write books of random indicators, targets and figures, let TIENDO compare them, and compare every
field of its answer with oracle.py. Figures are placed at and right beside the edges on purpose.
A difference is shown with the smallest book that still has it. The seed is printed; the same seed
writes the same books.

Exit code: 0 no difference, 1 differences, 2 the program refused a book or died."""

import argparse
import collections
import copy
import dataclasses
import datetime
import decimal
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

import oracle

DAY = datetime.timedelta(days=1)
MICRO = Fraction(1, 10**6)
DIGITS = 18
UNITS = {"triệu đồng": (("tỷ đồng", 1000), ("nghìn đồng", Fraction(1, 1000)),
                        ("đồng", Fraction(1, 10**6))),
         "triệu đồng/năm": (("triệu đồng/tháng", 12), ("tỷ đồng/quý", 4000),
                            ("nghìn đồng/6 tháng", Fraction(2, 1000)))}
ENVIRONMENT = {"ASAN_OPTIONS": "exitcode=99:detect_leaks=0", "UBSAN_OPTIONS": "exitcode=99"}


# -------------------------------------------------------------------------------------- numbers

def as_decimal(x):
    """The exact decimal of x as text; None when it has none within 18 digits."""
    places, d = 0, x.denominator
    while d % 10 == 0:
        places, d = places + 1, d // 10
    while d % 2 == 0:
        places, d = places + 1, d // 2
    while d % 5 == 0:
        places, d = places + 1, d // 5
    if d != 1:
        return None
    whole = abs(x) * 10**places
    while places and whole % 10 == 0:
        places, whole = places - 1, whole // 10
    digits = str(int(whole)).rjust(places + 1, "0")
    if len(digits.lstrip("0")) > DIGITS:
        return None
    text = digits[:-places] + "." + digits[-places:] if places else digits
    return "-" + text if x < 0 else text


def cut(x, places):
    """x toward zero to so many places."""
    whole = int(abs(x) * 10**places)
    return Fraction(-whole if x < 0 else whole, 10**places)


def rounded(x, places):
    """x to so many places, half away from zero."""
    scaled = abs(x) * 10**places
    whole = int(scaled)
    if scaled - whole >= Fraction(1, 2):
        whole += 1
    return Fraction(-whole if x < 0 else whole, 10**places)


# ------------------------------------------------------------------------------------ the author

class Author:
    """Makes up cases for one book, seen on one day."""

    def __init__(self, rng, as_of):
        self.rng = rng
        self.as_of = as_of

    def chance(self, percent):
        return self.rng.random() * 100 < percent

    def number(self, negative=0):
        digits = self.rng.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12))
        places = self.rng.choice((0, 0, 0, 1, 2, 3, 4, 6))
        x = Fraction(self.rng.randrange(10**digits), 10**min(places, digits))
        return -x if self.chance(negative) else x

    def near(self, x, places=None):
        """x, or a decimal right beside it."""
        if as_decimal(x) is None:
            x = cut(x, 6)
        if self.chance(40):
            return x
        step = Fraction(1, 10**(self.rng.choice((0, 1, 2, 4, 6)) if places is None else places))
        return x + step * self.rng.choice((-1, 1))

    def windows(self, year):
        start = datetime.date(year, 1, 1)
        if self.chance(35):
            month, day = self.rng.choice(((12, 15), (7, 1), (12, 1), (10, 1), (11, 28),
                                          (self.rng.randint(7, 12), self.rng.randint(1, 28))))
            start = datetime.date(year - 1, month, day)
        return {y: (oracle.add_months(start, 12 * (y - year)),
                    oracle.add_months(start, 12 * (y - year) + 12) - DAY) for y in (year - 1, year)}

    def day_in(self, window):
        begin, end = window
        pick = self.rng.random()
        if pick < 0.15:
            return end
        if pick < 0.6:  # an end of a month of the window
            return oracle.add_months(begin, self.rng.randint(1, 12)) - DAY
        if pick < 0.65:
            return begin
        return begin + DAY * self.rng.randrange((end - begin).days + 1)

    def target_number(self, indicator):
        if indicator.kind == "share":
            return Fraction(self.rng.randint(0, 1000), 10)
        if self.chance(4):
            return Fraction(0)
        if self.chance(30):
            return Fraction(12 * self.rng.randint(1, 500))
        return self.number({"rate": 30, "stock": 10}.get(indicator.kind, 3))

    def simple_target(self, indicator, kinds=None):
        mine = oracle.FLOORS if indicator.better == "higher" else oracle.CEILINGS
        other = oracle.CEILINGS if indicator.better == "higher" else oracle.FLOORS
        kind = self.rng.choice(kinds or ("plain", "plain", *mine, *mine, "range", "within", "about",
                                         "exactly", "grow", "grow", self.rng.choice(other)))
        target = oracle.Target(kind, self.target_number(indicator))
        if kind in ("range", "within"):
            target.high = cut(target.low + abs(self.number()) / 10 + Fraction(1, 10), 5)
        if kind == "about" and self.chance(60):
            target.tolerance = abs(target.low) * self.rng.randint(0, 20) / 100
        if kind == "grow":
            target.low = Fraction(self.rng.randint(-200, 400), self.rng.choice((1, 10)))
        return target

    def target(self, indicator, windows, year):
        if indicator.kind == "done":
            return oracle.Target("done")
        target = self.simple_target(indicator)
        window = windows[year]
        plain_year = window[0] == datetime.date(year, 1, 1)
        if indicator.kind == "flow" and plain_year and target.kind != "grow" and self.chance(20):
            target.during = self.rng.choice(("H1", "H2", "H2", "Q1", "Q2", "Q3", "Q4"))
        elif indicator.kind in ("flow", "stock") and not indicator.pace and self.chance(15):
            days = sorted({self.day_in(window) for _ in range(self.rng.randint(1, 4))})
            shares = sorted(self.rng.sample(range(1, 101), len(days)))
            if days[-1] == window[1]:
                shares[-1] = 100
            target.milestones = tuple(zip(days, (Fraction(s, 100) for s in shares)))
        if self.chance(10):
            target.date = self.day_in(window)
        if target.kind == "grow" and self.chance(40) or indicator.kind != "flow" and self.chance(8):
            target.base = self.number(5)
        if not target.milestones and target.kind != "grow" and self.chance(12):
            days = {self.day_in(window) for _ in range(2)}
            kinds = [k for k in ("plain", "at_least", "at_most", "range", "about", "exactly")
                     if k not in (oracle.CEILINGS if indicator.better == "higher"
                                  else oracle.FLOORS)]
            days = {d for d in days if target.date is None or d > target.date}
            target.revised = tuple(dataclasses.replace(self.simple_target(indicator, kinds), date=d)
                                   for d in sorted(days))
        return target

    def figure(self, indicator, around):
        if indicator.kind == "done":
            return Fraction(self.rng.randint(0, 1))
        if around is not None and self.chance(70):
            return cut(around * self.rng.randint(0, 150) / 100, self.rng.choice((0, 1, 2, 6)))
        if indicator.kind == "share":
            return Fraction(self.rng.randint(0, 1000), 10)
        return self.number({"rate": 30, "stock": 8}.get(indicator.kind, 2))

    def increments(self, indicator, begin, months, year, quarters):
        records, at = [], begin
        while months > 0:
            step = 3 if quarters and months >= 3 and at.month % 3 == 1 and self.chance(60) else 1
            after = oracle.add_months(at, step)
            records.append(oracle.Record(year, after - DAY, self.figure(indicator, None), begin=at))
            at, months = after, months - step
        return records

    def flow_records(self, indicator, target, windows, year):
        window = windows[year]
        whole_months = window[0].day == 1
        part = oracle.part_of_year(year, target.during) if target and target.during else None
        if whole_months and self.chance(30):
            months = self.rng.randint(1, 12)
            if part and self.chance(30):
                begin = part[0]
                return self.increments(indicator, begin, min(months, 13 - begin.month), year, True)
            records = self.increments(indicator, window[0], months, year, window[0].month == 1)
            if self.chance(30):  # a running total where the increments start
                first = records.pop(0)
                records.append(oracle.Record(year, first.date, first.low))
            return records
        days = {self.day_in(window) for _ in range(self.rng.randint(1, 3))}
        if part:
            days |= {part[0] - DAY, min(part[1], part[0] + DAY * self.rng.randrange(200))}
            days = {d for d in days if window[0] <= d <= window[1]}
        total, records = Fraction(0), []
        for day in sorted(days):
            figure = self.figure(indicator, target.low if target else None)
            total = figure if self.chance(5) else total + abs(figure) / len(days)
            records.append(oracle.Record(year, day, cut(total, 6)))
        return records

    def level_records(self, indicator, target, windows, year):
        days = {self.day_in(windows[year]) for _ in range(self.rng.randint(1, 3))}
        around = target.low if target and target.kind != "grow" else None
        return [oracle.Record(year, d, self.figure(indicator, around)) for d in sorted(days)]

    def dress(self, indicator, record):
        """An interval, a hedge, another unit."""
        if indicator.kind == "done" or record.begin:
            return
        if self.chance(10):
            record.high = record.low + abs(self.number()) / 100 + 1
        elif self.chance(8):
            record.hedge = self.rng.choice(("more_than", "less_than", "about"))
        elif self.chance(40) and indicator.unit in UNITS:
            record.unit = self.rng.choice(UNITS[indicator.unit])[0]

    def history(self, indicator, records, windows, year):
        days = set()
        window = windows[year - 1]
        if self.chance(70):
            days.add(window[1])
        for record in records:
            if self.chance(60):
                days.add(oracle.year_before(record.date))
        if self.chance(20):
            days.add(self.day_in(window))
        around = records[-1].low if records else None
        figures = [self.figure(indicator, around) for _ in days]
        if indicator.kind == "flow":
            figures.sort()
        return [oracle.Record(year - 1, d, x) for d, x in zip(sorted(days), figures)]

    def indicator(self):
        kind = self.rng.choice(("flow", "flow", "flow", "stock", "stock", "average", "share",
                                "rate", "done"))
        better = "lower" if kind != "done" and self.chance(30) else "higher"
        unit = {"share": "%", "rate": "%"}.get(kind) or self.rng.choice(
            ("HTX", "người", "triệu đồng", "triệu đồng/năm") if kind in ("stock", "average")
            else ("HTX", "triệu đồng"))
        ind = oracle.Indicator(kind, better, unit)
        if kind == "stock" and self.chance(50):
            ind.pace = "linear"
        if kind == "flow" and self.chance(15):
            ind.pace = self.rng.choice(("linear", "none", "last_year"))
        if kind != "flow" and self.chance(8):
            ind.measured = self.rng.choice(((12, 31), (6, 30), (10, 15)))
        return ind

    def place_at_edge(self, case):
        """Move the deciding figure to an edge of the verdict, or right beside it."""
        rows = oracle.rows_of(case, self.as_of)
        if not rows or rows[0]["date"] is None or not rows[0]["bounds"]:
            return
        row, bounds = rows[0], rows[0]["bounds"]
        here = [r for r in case.records if r.year == case.year and r.date == row["date"]
                and not r.estimate and r.begin is None]
        if not here or case.indicator.kind == "done" or (case.targets and case.targets[0].during):
            return
        edges = [x for x in (bounds.low, bounds.high, bounds.bound) if x is not None]
        if row["expected"] is not None:
            start = row["baseline"] or 0 if case.indicator.kind != "flow" else 0
            way = row["expected"] - start
            edges += [row["expected"], *(start + e * way for e in case.edges)] * 2
        if row["baseline"] is not None and self.chance(20):
            edges.append(row["baseline"])
        if edges:
            figure = self.near(self.rng.choice(edges))
            if as_decimal(figure) is not None:
                if here[0].high is not None and self.chance(50):
                    here[0].low, here[0].high = min(here[0].low, figure - 1), figure
                else:
                    here[0].low = figure
                    here[0].high = None if here[0].high is None else figure + 1

    def case(self, year, windows, edges):
        ind = self.indicator()
        targets = [self.target(ind, windows, year)] if self.chance(96) else []
        if targets and self.chance(8):
            targets.append(self.target(ind, windows, year))
            for target, name in zip(targets, ("Tỉnh giao", "Huyện giao")):
                target.by = name
        main = targets[0] if targets else None
        records = []
        if self.chance(93):
            write = self.flow_records if ind.kind == "flow" else self.level_records
            records = write(ind, main, windows, year)
        for record in records:
            self.dress(ind, record)
        if self.chance(70):
            records = self.history(ind, records, windows, year) + records
        if ind.kind != "done" and self.chance(25):
            days = {self.day_in(windows[year]) for _ in range(self.rng.randint(1, 2))}
            records += [oracle.Record(year, d, self.figure(ind, main and main.low), estimate=True)
                        for d in sorted(days)]
        case = oracle.Case(ind, targets, records, year, windows, edges)
        if self.chance(65):
            self.place_at_edge(case)
        for record in records:  # within the 18 digits that can be written
            if as_decimal(record.low) is None:
                record.low = cut(record.low, 2)
            if record.high is not None and as_decimal(record.high) is None:
                record.high = None
        return case


# -------------------------------------------------------------------------------------- the YAML

def number_text(x, unit=None, factors=()):
    factor = dict(factors).get(unit, 1)
    text = as_decimal(x / factor)
    if text is None:
        return as_decimal(x) or as_decimal(cut(x, 6))
    return f"{text} {unit}" if unit else text


def flow_mapping(pairs):
    return "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"


def target_pairs(target, revision=False):
    number = None if target.low is None else number_text(target.low)
    pairs = []
    if target.kind == "plain":
        pairs = []
    elif target.kind == "done":
        pairs = [("done", "true")]
    elif target.kind == "range":
        pairs = [("from", number), ("to", number_text(target.high))]
    elif target.kind == "within":
        pairs = [("within", f"[{number}, {number_text(target.high)}]")]
    elif target.kind == "grow":
        pairs = [("grow_by", number + "%")]
    else:
        pairs = [(target.kind, number)]
    if target.tolerance is not None:
        pairs.append(("tolerance", number_text(target.tolerance)))
    if target.base is not None:
        pairs.append(("base", number_text(target.base)))
    if target.date:
        pairs.append(("date", target.date))
    if target.by:
        pairs.append(("by", f'"{target.by}"'))
    if revision:
        pairs.append(("why", '"điều chỉnh"'))
    return pairs


def target_text(target, better, year):
    pairs = target_pairs(target)
    if target.kind == "plain":
        if not pairs and not (target.during or target.milestones or target.revised):
            return number_text(target.low)
        pairs.insert(0, ("at_most" if better == "lower" else "at_least", number_text(target.low)))
    if target.during:
        pairs.append(("during", f"{year}-{target.during}"))
    if target.milestones:
        pairs.append(("milestones", flow_mapping((d, number_text(s * 100) + "%")
                                                 for d, s in target.milestones)))
    if target.revised:
        texts = []
        for revision in target.revised:
            more = target_pairs(revision, True)
            if revision.kind == "plain":
                more.insert(0, ("at_most" if better == "lower" else "at_least",
                                number_text(revision.low)))
            texts.append(flow_mapping(more))
        pairs.append(("revised", "[" + ", ".join(texts) + "]"))
    return flow_mapping(pairs)


def record_text(indicator, record):
    if indicator.kind == "done":
        return ("không", "có")[int(record.low)]
    factors = UNITS.get(indicator.unit, ())
    if record.high is not None:
        return f"{number_text(record.low)}..{number_text(record.high)}"
    text = number_text(record.low, record.unit, factors)
    return flow_mapping([(record.hedge, text)]) if record.hedge else text


def record_heading(record):
    if record.begin is None:
        return f"as_of: {record.date}" + ("\n    estimate: true" if record.estimate else "")
    months = round((record.date - record.begin).days / 30)
    name = (f"Q{(record.begin.month + 2) // 3}" if months == 3 else f"{record.begin.month:02}")
    return f"during: {record.begin.year}-{name}"


def book_files(cases):
    """cases: {(org, code): Case}. Names and texts of the files of their book."""
    edges = next(iter(cases.values())).edges
    files, orgs = {}, {}
    for (org, code), case in cases.items():
        orgs.setdefault(org, {})[code] = case
    head = ["orgs:"] + [f"  {org}: {{name: Đơn vị {org}}}" for org in orgs] + ["indicators:"]
    for (_, code), case in cases.items():
        ind = case.indicator
        pairs = [("name", f"Chỉ tiêu {code}"), ("unit", f'"{ind.unit}"'), ("kind", ind.kind)]
        pairs += [("better", "lower")] if ind.better == "lower" else []
        pairs += [("pace", ind.pace)] if ind.pace else []
        pairs += [("measured", "{:02}-{:02}".format(*ind.measured))] if ind.measured else []
        head.append(f"  {code}: {flow_mapping(pairs)}")
    if edges != oracle.EDGES:
        head.append("edges: {{slipping: {}%, over: {}%}}".format(*(as_decimal(e * 100)
                                                                   for e in edges)))
    files["indicators.yaml"] = "\n".join(head) + "\n"
    for org, members in orgs.items():
        year, windows = next((c.year, c.windows) for c in members.values())
        for y in (year - 1, year):
            text = [f"org: {org}", f"year: {y}", 'source: "tự viết"']
            begin, end = windows[y]
            if begin != datetime.date(y, 1, 1):
                text.append(f"year_window: {{from: {begin}, to: {end}}}")
            if y == year and any(c.targets for c in members.values()):
                text.append("targets:")
                for code, case in members.items():
                    texts = [target_text(t, case.indicator.better, year) for t in case.targets]
                    if texts:
                        text.append(f"  {code}: " + (texts[0] if len(texts) == 1
                                                     else "[" + ", ".join(texts) + "]"))
            entries = collections.defaultdict(list)
            for code, case in members.items():
                for record in case.records:
                    if record.year == y:
                        entries[record_heading(record)].append(
                            f"      {code}: {record_text(case.indicator, record)}")
            if entries:
                text.append("actuals:")
                for heading, values in entries.items():
                    text += [f"  - {heading}", "    values:", *values]
            files[f"{org}-{y}.yaml"] = "\n".join(text) + "\n"
    return files


# ----------------------------------------------------------------------------------- the program

class Refused(Exception):
    """The program gave no table."""


def ask(tiendo, folder, as_of, *options):
    done = subprocess.run(
        [str(tiendo), "--lang", "vi", "status", "--format", "json",
         *(("--as-of", str(as_of)) if as_of else ()), *options, str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
        env={**ENVIRONMENT, **{k: v for k, v in os.environ.items() if k != "LC_ALL"}})
    if done.returncode:
        said = done.stderr.decode()
        if done.returncode == 1:
            check = subprocess.run([str(tiendo), "--lang", "en", "check", "--format", "short",
                                    str(folder)], stdout=subprocess.PIPE, check=False)
            said = "\n".join(line for line in check.stdout.decode().splitlines()
                             if " error" in line) + said[-200:]
        raise Refused(f"exit {done.returncode}\n" + said[:6000])
    return json.loads(done.stdout, parse_float=decimal.Decimal, parse_int=decimal.Decimal)


def ask_book(tiendo, cases, as_of):
    """The program's rows, by organisation and indicator."""
    with tempfile.TemporaryDirectory(prefix="tiendo-property-") as folder:
        for name, text in book_files(cases).items():
            (pathlib.Path(folder) / name).write_text(text, "utf-8")
        answer = ask(tiendo, folder, as_of)
    rows = collections.defaultdict(list)
    for row in answer["rows"]:
        rows[row["org"], row["indicator"]].append(row)
    return rows


EXACT = ("gap", "gap_high", "left", "baseline", "last_year_same", "estimate")
PERCENT = ("attainment_pct", "attainment_pct_high", "attainment_original_pct", "progress_pct",
           "progress_pct_high", "elapsed_pct", "vs_last_year_pct")
QUOTIENT = ("expected", "forecast_run_rate", "forecast_seasonal", "needed_per_month",
            "achieved_per_month")


def same_quotient(got, x, edges, maybe=()):
    """got shows x: in full, or rounded to six places, or one step aside of an edge that x misses.
    Of the edges in maybe either will do."""
    near = rounded(x, 6)
    if got == x or (got == near and near not in edges):
        return True
    return (near != x and near in (*edges, *maybe) and near != got and abs(got - x) < MICRO
            and rounded(got, 6) == got)


def percent_text(x):
    """One decimal, never onto 0 or 100 that x misses."""
    near = rounded(x, 1)
    if near in (0, 100) and near != x:
        near += Fraction(1, 10) if x > near else Fraction(-1, 10)
    whole, tenth = divmod(int(abs(near) * 10), 10)
    return ("-" if near < 0 else "") + f"{whole},{tenth}%"


def differences(expected, got):
    """(field, expected, got) of one row."""
    found = []

    def same(key, want, have):
        if want != have:
            found.append((key, want, have))

    def exact(key, want, have):
        if want is None or have is None:
            same(key, want, have)
        elif Fraction(have) != want and not (as_decimal(want) is None
                                             and Fraction(have) == rounded(want, 6)):
            found.append((key, want, have))

    same("status", expected["status"], got["computed_status"])
    same("status", expected["status"], got["status"])
    for key in ("uncertain", "stale"):
        same(key, expected[key], got[key])
    for key in EXACT:
        if key != "last_year_same" or expected["date"]:
            exact(key, expected[key], got[key])
    bounds = expected["bounds"]
    near = [b for b in (bounds.bound, expected["low"]) if b is not None] if bounds else []
    also = [b for b in (bounds.low, bounds.high, expected["low"], expected["high"])
            if b] if bounds else []
    for key in PERCENT + QUOTIENT:
        want, have = expected[key], got[key]
        edges = (Fraction(0), Fraction(100)) if key in PERCENT else ()
        maybe = (Fraction(0), *also)
        if key == "expected":
            edges = near
        elif key == "needed_per_month" and expected["achieved_per_month"] is not None:
            maybe += (rounded(expected["achieved_per_month"], 6),)
        if want is None or have is None:
            same(key, want, have)
        elif not same_quotient(Fraction(have), want, edges, maybe):
            found.append((key, want, have))
    for key, mine in (("estimate_date", "estimate_date"), ("baseline_date", "baseline_date")):
        same(key, expected[mine] and str(expected[mine]), got[key])
    same("actual", expected["date"] is not None, got["actual"] is not None)
    if expected["date"] and got["actual"]:
        same("actual.date", str(expected["date"]), got["actual"]["date"])
        if not bounds or bounds.kind != "done":
            exact("actual.low", expected["low"], got["actual"]["low"])
            exact("actual.high", expected["high"], got["actual"]["high"])
    same("target", bounds is not None, got["target"] is not None)
    if bounds and got["target"]:
        same("target.kind", bounds.kind, got["target"]["kind"])
        same("target.revised_on", expected["revised_on"] and str(expected["revised_on"]),
             got["target"]["revised_on"])
        if bounds.kind != "about":  # shows the number itself, the tolerance apart
            exact("target.low", bounds.low, got["target"]["low"])
            exact("target.high", bounds.high, got["target"]["high"])
    pct, text = expected["attainment_pct"], got["attainment_text"]
    if pct is not None and expected["attainment_pct_high"] is None:
        if text is None or text.replace(".", "").split(" ")[0] != percent_text(pct):
            found.append(("attainment_text", percent_text(pct), text))
    return found


def compare(case, rows, as_of):
    expected = oracle.rows_of(case, as_of)
    if len(expected) != len(rows):
        return [("rows", [r["status"] for r in expected], [r["status"] for r in rows])]
    return [d for want, have in zip(expected, rows) for d in differences(want, have)]


# ------------------------------------------------------------------------------------- shrinking

def smaller(case):
    """Every case with one thing less."""
    for i in range(len(case.targets)):
        if len(case.targets) > 1:
            yield dataclasses.replace(case, targets=case.targets[:i] + case.targets[i + 1:])
    for i in range(len(case.records)):
        yield dataclasses.replace(case, records=case.records[:i] + case.records[i + 1:])
    for i, target in enumerate(case.targets):
        for key, empty in (("revised", ()), ("milestones", ()), ("base", None), ("date", None),
                           ("tolerance", None), ("during", None), ("by", None)):
            if getattr(target, key) != empty and (key != "by" or len(case.targets) == 1):
                other = copy.copy(case)
                other.targets = list(case.targets)
                other.targets[i] = dataclasses.replace(target, **{key: empty})
                yield other
    for key, empty in (("measured", None), ("pace", None)):
        if getattr(case.indicator, key) is not None:
            yield dataclasses.replace(case, indicator=dataclasses.replace(case.indicator,
                                                                          **{key: empty}))
    for i, record in enumerate(case.records):
        for key in ("high", "hedge", "unit"):
            if getattr(record, key) is not None:
                records = list(case.records)
                records[i] = dataclasses.replace(record, **{key: None})
                yield dataclasses.replace(case, records=records)


def fields_of(found):
    return {f for f, _, _ in found}


def shrink(tiendo, key, case, as_of, fields):
    """The smallest case that still differs in one of the fields."""
    again = True
    while again:
        again = False
        for other in smaller(case):
            try:
                found = compare(other, ask_book(tiendo, {key: other}, as_of)[key], as_of)
            except Refused:
                continue
            if fields_of(found) & fields:
                case, again = other, True
                break
    return case


def show(tiendo, key, case, as_of, found):
    fields = fields_of(found)
    case = shrink(tiendo, key, case, as_of, fields)
    found = compare(case, ask_book(tiendo, {key: case}, as_of)[key], as_of)
    print(f"\n# ---- {', '.join(sorted(fields_of(found)))}: --as-of {as_of}")
    for name, text in book_files({key: case}).items():
        print(f"# {name}\n{text}", end="")
    for field, want, have in found:
        exact = f" = {float(want):.9g}" if isinstance(want, Fraction) else ""
        print(f"#   {field}: expected {want}{exact}, got {have}")


# ------------------------------------------------------------------------------------------ main

def write_book(rng, size):
    as_of = datetime.date(rng.choice((2023, 2024, 2025)), 1, 1) + DAY * rng.randint(100, 365)
    if rng.random() < 0.3:
        as_of = as_of.replace(day=1) - DAY
    author = Author(rng, as_of)
    edges = oracle.EDGES if rng.random() < 0.7 else (Fraction(rng.randint(50, 99), 100),
                                                     Fraction(rng.randint(101, 150), 100))
    cases = {}
    for number in range(max(1, size // 100)):
        year = as_of.year + rng.choice((0, 0, 0, 0, 0, 0, 0, -1, -1, 1))
        windows = author.windows(year)
        for place in range(min(size, 100)):
            case = author.case(year, windows, edges)
            if place == 0 and not case.targets:  # the year asked for is the latest with targets
                case.targets = [author.target(case.indicator, windows, year)]
            cases[f"dv-{number}", f"c{number}_{place}"] = case
    return as_of, cases


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--book", type=int, default=2500, help="indicators in one book")
    parser.add_argument("--show", type=int, default=5, help="differences to show")
    args = parser.parse_args()
    args.tiendo = args.tiendo.resolve()
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(10**9)
    print(f"seed {seed}", flush=True)
    rng, done, began = random.Random(seed), 0, time.monotonic()
    kinds, statuses, shown, wrong = collections.Counter(), collections.Counter(), 0, 0
    while done < args.cases:
        as_of, cases = write_book(rng, min(args.book, args.cases - done))
        try:
            rows = ask_book(args.tiendo, cases, as_of)
        except Refused as refusal:
            print(f"the program refused a book (--as-of {as_of}): {refusal}")
            return 2
        for key, case in cases.items():
            statuses.update(r["status"] for r in oracle.rows_of(case, as_of))
            found = compare(case, rows[key], as_of)
            if not found:
                continue
            wrong += 1
            name = " ".join(sorted(fields_of(found)))
            kinds[name] += 1
            if kinds[name] == 1 and shown < args.show:
                shown += 1
                show(args.tiendo, key, case, as_of, found)
        done += len(cases)
    print(f"\n{done} cases in {time.monotonic() - began:.0f} s, seed {seed}: {wrong} differ")
    print("statuses: " + ", ".join(f"{s} {n}" for s, n in statuses.most_common()))
    for name, count in kinds.most_common(30):
        print(f"{count:7} {name}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
