# SPDX-License-Identifier: MIT
"""Books of random indicators of single organisations, for the tests that compare the program with
itself or with its workbook: metamorphic.py, why.py, edits.py. property.py has books of its own."""

import collections
import datetime
import decimal
import json
import os
import pathlib
import subprocess
import tempfile
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Optional

import oracle_lists
import oracle_model
from oracle_model import CEILINGS, DAY, FLOORS, add_months, cut
from property_yaml import UNITS, as_decimal

EDGES = (Fraction(9, 10), Fraction(11, 10))
ENVIRONMENT = {"ASAN_OPTIONS": "exitcode=99:detect_leaks=0", "UBSAN_OPTIONS": "exitcode=99"}


# ------------------------------------------------------------------------------------- the model

@dataclass
class Indicator:
    kind: str
    better: str
    unit: str
    pace: Optional[str] = None
    measured: Optional[tuple] = None


@dataclass
class Target:
    kind: str
    low: Optional[Fraction] = None
    high: Optional[Fraction] = None
    tolerance: Optional[Fraction] = None
    base: Optional[Fraction] = None
    by: Optional[str] = None
    date: Optional[datetime.date] = None
    during: Optional[str] = None  # H1, Q3
    milestones: tuple = ()
    revised: tuple = ()  # targets with the date of their decision


@dataclass
class Record:
    year: int
    date: datetime.date
    low: Fraction
    high: Optional[Fraction] = None
    hedge: Optional[str] = None
    unit: Optional[str] = None  # in which it is written
    begin: Optional[datetime.date] = None  # of an increment
    estimate: bool = False


@dataclass
class Case:
    indicator: Indicator
    targets: list
    records: list
    year: int
    windows: dict
    edges: tuple = EDGES


def part_of(name):
    return getattr(oracle_model, "half" if name[0] == "H" else "quarter")(int(name[1:]))


def wanted_of(target):
    return oracle_model.Wanted(target.kind, target.low, target.high,
                               target.tolerance or Fraction(0), target.base)


def entry_of(case, record):
    during = None
    if record.begin:
        first = case.windows[record.year][0]
        at = (record.begin.year - first.year) * 12 + record.begin.month - first.month + 1
        during = oracle_model.Part(at, round((record.date - record.begin).days / 30))
    value = oracle_model.num(record.low, record.high, record.hedge)
    return oracle_model.Entry("o", record.year, None if during else record.date, during,
                              record.estimate, {"x": value})


def first_row(case, as_of):
    """The oracle's row of the first target of a case, and what is expected by now."""
    ind = case.indicator
    book = oracle_model.Book(
        [oracle_model.Org("o")],
        [oracle_model.Indicator("x", ind.kind, ind.unit, ind.better, pace=ind.pace,
                                measured=ind.measured)],
        {("o", year): window for year, window in case.windows.items()},
        [oracle_model.Target("o", "x", case.year, wanted_of(t), t.by, t.date,
                             t.during and part_of(t.during), None, list(t.milestones),
                             [oracle_model.Revision(r.date, wanted_of(r)) for r in t.revised])
         for t in case.targets],
        [entry_of(case, r) for r in case.records], [], *case.edges)
    answer = oracle_lists.Answer(book, as_of, case.year)
    rows = answer.rows.rows_of("o", "x", case.year, as_of)
    return (rows[0], answer.rows.expected(rows[0])) if rows else (None, None)


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
        return {y: (add_months(start, 12 * (y - year)),
                    add_months(start, 12 * (y - year) + 12) - DAY) for y in (year - 1, year)}

    def day_in(self, window):
        begin, end = window
        pick = self.rng.random()
        if pick < 0.15:
            return end
        if pick < 0.6:  # an end of a month of the window
            return add_months(begin, self.rng.randint(1, 12)) - DAY
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
        mine = FLOORS if indicator.better == "higher" else CEILINGS
        other = CEILINGS if indicator.better == "higher" else FLOORS
        kind = self.rng.choice(kinds or ("plain", "plain", *mine, *mine, "range", "within", "about",
                                         "exactly", "grow", "grow", self.rng.choice(other)))
        target = Target(kind, self.target_number(indicator))
        if kind in ("range", "within"):
            target.high = cut(target.low + abs(self.number()) / 10 + Fraction(1, 10), 5)
        if kind == "about" and self.chance(60):
            target.tolerance = abs(target.low) * self.rng.randint(0, 20) / 100
        if kind == "grow":
            target.low = Fraction(self.rng.randint(-200, 400), self.rng.choice((1, 10)))
        return target

    def target(self, indicator, windows, year):
        if indicator.kind == "done":
            return Target("done")
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
                     if k not in (CEILINGS if indicator.better == "higher"
                                  else FLOORS)]
            days = {d for d in days if target.date is None or d > target.date}
            target.revised = tuple(replace(self.simple_target(indicator, kinds), date=d)
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
            after = add_months(at, step)
            records.append(Record(year, after - DAY, self.figure(indicator, None), begin=at))
            at, months = after, months - step
        return records

    def flow_records(self, indicator, target, windows, year):
        window = windows[year]
        whole_months = window[0].day == 1
        part = None
        if target and target.during:
            part = oracle_model.span_of(window, part_of(target.during))
        if whole_months and self.chance(30):
            months = self.rng.randint(1, 12)
            if part and self.chance(30):
                begin = part[0]
                return self.increments(indicator, begin, min(months, 13 - begin.month), year, True)
            records = self.increments(indicator, window[0], months, year, window[0].month == 1)
            if self.chance(30):  # a running total where the increments start
                first = records.pop(0)
                records.append(Record(year, first.date, first.low))
            return records
        days = {self.day_in(window) for _ in range(self.rng.randint(1, 3))}
        if part:
            days |= {part[0] - DAY, min(part[1], part[0] + DAY * self.rng.randrange(200))}
            days = {d for d in days if window[0] <= d <= window[1]}
        total, records = Fraction(0), []
        for day in sorted(days):
            figure = self.figure(indicator, target.low if target else None)
            total = figure if self.chance(5) else total + abs(figure) / len(days)
            records.append(Record(year, day, cut(total, 6)))
        return records

    def level_records(self, indicator, target, windows, year):
        days = {self.day_in(windows[year]) for _ in range(self.rng.randint(1, 3))}
        around = target.low if target and target.kind != "grow" else None
        return [Record(year, d, self.figure(indicator, around)) for d in sorted(days)]

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
                days.add(oracle_model.days_last_year(record.date)[0])
        if self.chance(20):
            days.add(self.day_in(window))
        around = records[-1].low if records else None
        figures = [self.figure(indicator, around) for _ in days]
        if indicator.kind == "flow":
            figures.sort()
        return [Record(year - 1, d, x) for d, x in zip(sorted(days), figures)]

    def indicator(self):
        kind = self.rng.choice(("flow", "flow", "flow", "stock", "stock", "average", "share",
                                "rate", "done"))
        better = "lower" if kind != "done" and self.chance(30) else "higher"
        unit = {"share": "%", "rate": "%"}.get(kind) or self.rng.choice(
            ("HTX", "người", "triệu đồng", "triệu đồng/năm") if kind in ("stock", "average")
            else ("HTX", "triệu đồng"))
        ind = Indicator(kind, better, unit)
        if kind == "stock" and self.chance(50):
            ind.pace = "linear"
        if kind == "flow" and self.chance(15):
            ind.pace = self.rng.choice(("linear", "none", "last_year"))
        if kind != "flow" and self.chance(8):
            ind.measured = self.rng.choice(((12, 31), (6, 30), (10, 15)))
        return ind

    def place_at_edge(self, case):
        """Move the deciding figure to an edge of the verdict, or right beside it."""
        row, expected = first_row(case, self.as_of)
        if row is None or row.figure is None or row.bound is None:
            return
        here = [r for r in case.records if r.year == case.year and r.date == row.figure.date
                and not r.estimate and r.begin is None]
        if not here or case.indicator.kind == "done" or (case.targets and case.targets[0].during):
            return
        edges = [x for x in (row.bound.low, row.bound.high, row.bound.decides) if x is not None]
        if expected is not None:
            start = row.b if case.indicator.kind != "flow" else Fraction(0)
            edges += [expected, *(start + e * (expected - start) for e in case.edges)] * 2
        if row.b is not None and self.chance(20):
            edges.append(row.b)
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
            records += [Record(year, d, self.figure(ind, main and main.low), estimate=True)
                        for d in sorted(days)]
        case = Case(ind, targets, records, year, windows, edges)
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


def record_text(indicator, record, sure=False):
    if indicator.kind == "done":
        return ("không", "có")[int(record.low)]
    factors = UNITS.get(indicator.unit, ())
    text = number_text(record.low, record.unit, factors)
    if record.high is not None:
        text = f"{number_text(record.low)}..{number_text(record.high)}"
    if sure:
        return flow_mapping([(record.hedge or "is", text), ("sure", "yes")])
    return flow_mapping([(record.hedge, text)]) if record.hedge and record.high is None else text


def record_heading(record):
    if record.begin is None:
        return f"as_of: {record.date}" + ("\n    estimate: true" if record.estimate else "")
    months = round((record.date - record.begin).days / 30)
    name = (f"Q{(record.begin.month + 2) // 3}" if months == 3 else f"{record.begin.month:02}")
    return f"during: {record.begin.year}-{name}"


def book_files(cases, sure=False):
    """cases: {(org, code): Case}. Names and texts of the files of their book; with `sure` its figures
    are confirmed, so that none stops `export`."""
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
    if edges != EDGES:
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
                            f"      {code}: {record_text(case.indicator, record, sure)}")
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


# ------------------------------------------------------------------------------------------ books

def write_book(rng, size):
    as_of = datetime.date(rng.choice((2023, 2024, 2025)), 1, 1) + DAY * rng.randint(100, 365)
    if rng.random() < 0.3:
        as_of = as_of.replace(day=1) - DAY
    author = Author(rng, as_of)
    edges = EDGES if rng.random() < 0.7 else (Fraction(rng.randint(50, 99), 100),
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
