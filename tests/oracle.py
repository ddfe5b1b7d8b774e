#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""oracle.py

A second implementation of the rules of comparison, for single organisations: what a goal and its
figures must come to, in exact fractions. It shares nothing with src/. property.py compares the
program with it. Run as a program it checks itself against the fifteen known cases.

Where the rules leave room, the reading is named in a comment that begins with "Reading:"."""

import calendar
import dataclasses
import datetime
import sys
from fractions import Fraction

DAY = datetime.timedelta(days=1)
EDGES = (Fraction(9, 10), Fraction(11, 10))  # slipping, over
# the most favourable first; of an interval's two ends the one further down stands
FAVOUR = ("exceeded", "met", "within", "on_track", "slipping", "behind", "not_yet", "missed")
FLOORS, CEILINGS = ("at_least", "more_than"), ("at_most", "less_than")


@dataclasses.dataclass
class Indicator:
    """What is measured."""
    kind: str = "flow"          # flow, stock, average, share, rate, done
    better: str = "higher"
    unit: str = "HTX"
    pace: str = None            # linear, none, last_year
    measured: tuple = None      # (month, day)


@dataclasses.dataclass
class Target:
    """One promise. kind: plain, at_least, more_than, at_most, less_than, range, within, about,
    exactly, done, grow."""
    kind: str
    low: Fraction = None        # the number; the lower one of range and within; the % of grow
    high: Fraction = None       # the upper one of range and within
    tolerance: Fraction = None  # of about, in the indicator's unit
    base: Fraction = None       # stated by the target
    date: datetime.date = None  # known from this day on
    during: str = None          # H1, H2, Q1 - Q4
    milestones: tuple = ()      # (date, share of the whole)
    pace: str = None
    revised: tuple = ()         # of Target, each with its date
    by: str = None


@dataclasses.dataclass
class Record:
    """One figure as reported: a level, a running total, an increment or an estimate."""
    year: int
    date: datetime.date         # the day it stands on; the last day of an increment
    low: Fraction
    high: Fraction = None       # of an interval
    begin: datetime.date = None  # first day of an increment
    estimate: bool = False
    hedge: str = None
    unit: str = None            # as written, when it is not the indicator's


@dataclasses.dataclass
class Case:
    """One indicator of one organisation in one year."""
    indicator: Indicator
    targets: list
    records: list
    year: int
    windows: dict               # year -> (first day, last day)
    edges: tuple = EDGES


@dataclasses.dataclass
class Point:
    """A figure as it is compared."""
    low: Fraction
    high: Fraction
    date: datetime.date


# ------------------------------------------------------------------------------------ the calendar

def add_months(date, months):
    count = date.year * 12 + date.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))


def months_gone(begin, date):
    """Whole months from begin to the evening of date, and the running month's part."""
    end = date + DAY
    whole = 0
    while add_months(begin, whole + 1) <= end:
        whole += 1
    left = add_months(begin, whole)
    return whole + Fraction((end - left).days, (add_months(begin, whole + 1) - left).days)


def part_of_year(year, code):
    """First and last day of H1, H2, Q1 - Q4 or a month's number."""
    first, months = {"H": (6, 6), "Q": (3, 3)}[code[0]]
    begin = datetime.date(year, (int(code[1]) - 1) * first + 1, 1)
    return begin, add_months(begin, months) - DAY


def year_before(date):
    """The same date last year. Reading: an end of February answers to an end of February."""
    day = add_months(date, -12)
    if (date + DAY).month != date.month:
        day = add_months(day.replace(day=1), 1) - DAY
    return day


# ------------------------------------------------------------------------------------- the figures

def running_totals(records, begin):
    """Every day on which the total since begin is known, with that total."""
    points = {begin - DAY: Point(Fraction(0), Fraction(0), begin - DAY)}
    for r in sorted((r for r in records if r.begin is None), key=lambda r: r.date):
        points[r.date] = Point(r.low, r.low if r.high is None else r.high, r.date)
    for r in sorted((r for r in records if r.begin is not None), key=lambda r: r.date):
        before = points.get(r.begin - DAY)
        if before and r.date not in points:
            points[r.date] = Point(before.low + r.low, before.high + r.low, r.date)
    return points


def figures_of(case, year, as_of):
    """Figures of a year known by as_of: day -> Point, estimates left out. A flow's day before the
    window holds 0."""
    known = [r for r in case.records if r.year == year and not r.estimate and r.date <= as_of]
    if case.indicator.kind == "flow":
        return running_totals(known, case.windows[year][0])
    return {r.date: Point(r.low, r.low if r.high is None else r.high, r.date) for r in known}


def last_within(points, first, last):
    days = [d for d in points if first <= d <= last]
    return points[max(days)] if days else None


def part_figures(case, year, as_of, code):
    """What was counted inside a part of a year: day -> Point."""
    begin, end = part_of_year(year, code)
    points = figures_of(case, year, as_of)
    before = points.get(begin - DAY)
    found = {}
    if before:
        found = {d: Point(p.low - before.high, p.high - before.low, d) for d, p in points.items()}
    # increments inside the part need no total before it
    inside = [r for r in case.records if r.year == year and not r.estimate
              and r.begin and r.begin >= begin and r.date <= as_of]
    found.update(running_totals(inside, begin))
    return {d: p for d, p in found.items() if begin <= d <= end}


def actual_of(case, target, as_of):
    """The figure that a target is compared with; None when nothing is reported."""
    if target and target.during:
        points = part_figures(case, case.year, as_of, target.during)
        return points[max(points)] if points else None
    return last_within(figures_of(case, case.year, as_of), *case.windows[case.year])


def baseline_of(case, as_of):
    """Last year's last level, or last year's total of a flow."""
    if case.year - 1 not in case.windows:
        return None
    window = case.windows[case.year - 1]
    last = last_within(figures_of(case, case.year - 1, as_of), *window)
    if last and case.indicator.kind == "flow" and last.date != window[1]:
        return None
    return last


def same_last_year(case, point, as_of, target=None):
    """The figure of the same date last year, of the same part when the target has one."""
    if case.year - 1 not in case.windows:
        return None
    window = case.windows[case.year - 1]
    day = year_before(point.date)
    points = figures_of(case, case.year - 1, as_of)
    if target and target.during:
        points = part_figures(case, case.year - 1, as_of, target.during)
    return points.get(day) if window[0] <= day <= window[1] else None


def estimate_of(case, as_of):
    known = [r for r in case.records if r.year == case.year and r.estimate and r.date <= as_of]
    return max(known, key=lambda r: r.date) if known else None


# ------------------------------------------------------------------------------------- the targets

@dataclasses.dataclass
class Bounds:
    """What a target asks."""
    kind: str
    low: Fraction = None
    high: Fraction = None
    bound: Fraction = None      # the one that decides; None for within and done
    ceiling: bool = False
    unknown: bool = False       # a growth goal without a base

    def met(self, a):
        if self.kind == "done":
            return a == 1
        if self.kind == "within":
            return self.low <= a <= self.high
        if self.kind == "exactly":
            return a == self.bound
        if self.kind == "more_than":
            return a > self.bound
        if self.kind == "less_than":
            return a < self.bound
        return a <= self.bound if self.ceiling else a >= self.bound

    def exceeded(self, a):
        if self.kind in ("done", "within", "exactly", "about"):
            return False
        if self.kind == "range":
            return a < self.low if self.ceiling else a > self.high
        return a < self.bound if self.ceiling else a > self.bound


def bounds_of(target, better, base):
    lower = better == "lower"
    kind = target.kind
    if kind == "plain":
        kind = "at_most" if lower else "at_least"
    if kind == "done":
        return Bounds(kind)
    if kind == "within":
        return Bounds(kind, target.low, target.high)
    if kind == "exactly":
        return Bounds(kind, target.low, target.low, target.low)
    if kind == "range":
        return Bounds(kind, target.low, target.high, target.high if lower else target.low, lower)
    if kind == "grow":
        if base is None:
            return Bounds(kind, ceiling=lower, unknown=True)
        t = base * (1 + target.low / 100)
    elif kind == "about":
        t = target.low + (target.tolerance or 0) * (1 if lower else -1)
    else:
        t = target.low
    ceiling = kind in CEILINGS or (lower and kind not in FLOORS)
    return Bounds(kind, None if ceiling else t, t if ceiling else None, t, ceiling)


def in_force(target, as_of):
    """The target as revised by as_of; itself when it was not."""
    known = [r for r in target.revised if r.date <= as_of]
    return max(known, key=lambda r: r.date) if known else target


# ------------------------------------------------------------------------------------------ a row

def due_share(case, target, point, span, as_of):
    """The share of the whole that is due on the figure's day; None when unpaced."""
    kind = case.indicator.kind
    pace = (target and target.pace) or case.indicator.pace
    if kind not in ("flow", "stock") or pace == "none":
        return None
    gone = months_gone(span[0], point.date)
    whole = months_gone(*span)
    if target and target.milestones:
        # Reading: from nothing on the first day to all on the last, straight between.
        marks = [(Fraction(0), Fraction(0))]
        marks += [(months_gone(span[0], d), share) for d, share in sorted(target.milestones)]
        if marks[-1][0] < whole:
            marks.append((whole, Fraction(1)))
        for (m0, s0), (m1, s1) in zip(marks, marks[1:]):
            if gone <= m1:
                return s0 + (s1 - s0) * (gone - m0) / (m1 - m0)
        return marks[-1][1]
    if kind == "stock" and pace != "linear":
        return None
    if pace == "last_year":
        then, total = same_last_year(case, point, as_of, target), baseline_of(case, as_of)
        if target and target.during:
            end = part_of_year(case.year - 1, target.during)[1]
            total = part_figures(case, case.year - 1, as_of, target.during).get(end)
        # Reading: a year that went backwards is no profile.
        good = then and total and then.low >= 0 and total.low > 0
        return then.low / total.low if good else None
    return gone / whole


def ratio_pct(a, t):
    return a / t * 100 if t is not None and t > 0 and a >= 0 else None


def attainment(indicator, bounds, bound, a):
    if (indicator.kind in ("done", "rate") or indicator.better == "lower"
            or bounds.kind == "within"):
        return None
    return ratio_pct(a, bound)


def gap(bounds, a):
    if bounds.kind in ("within", "exactly"):
        return a - bounds.low if a < bounds.low else max(a - bounds.high, 0)
    return None if bounds.bound is None else a - bounds.bound


def running_status(kind, bounds, a, expected, start, edges):
    """Steps 4 to 6; start is the baseline of a paced level, None for a flow."""
    if bounds.kind in ("within", "exactly"):
        if kind == "flow":
            return "missed" if a > bounds.high else "not_yet"
        return "within" if bounds.met(a) else "not_yet"
    if bounds.ceiling:
        if kind != "flow":
            return "within" if bounds.met(a) else "not_yet"
        # Reading: a strict bound is passed when it is reached.
        if not bounds.met(a):
            return "missed"
        if expected is None:
            return "within"  # Reading: with nothing due by now, the bound itself judges
        if a <= expected:
            return "within"
        return "slipping" if a <= edges[1] * expected else "behind"
    if bounds.exceeded(a):
        return "exceeded"
    if bounds.met(a):
        return "met"
    if expected is None:
        return "not_yet"
    if a >= expected:
        return "on_track"
    origin = start or 0
    return "slipping" if a >= origin + edges[0] * (expected - origin) else "behind"


def status_at(kind, bounds, a, over, expected, start, edges):
    if over:
        return ("exceeded" if bounds.exceeded(a) else "met") if bounds.met(a) else "missed"
    return running_status(kind, bounds, a, expected, start, edges)


EMPTY = ("attainment_pct", "attainment_pct_high", "attainment_original_pct", "gap", "gap_high",
         "left", "progress_pct", "progress_pct_high", "elapsed_pct", "expected", "last_year_same",
         "vs_last_year_pct", "forecast_run_rate", "forecast_seasonal", "needed_per_month",
         "achieved_per_month")


def measured_day(case):
    """The one day of the year's window on which the indicator is known."""
    if not case.indicator.measured:
        return None
    first, last = case.windows[case.year]
    for year in (first.year, last.year):
        day = datetime.date(year, *case.indicator.measured)
        if first <= day <= last:
            return day
    return None


def row_of(case, target, as_of):
    """What the program must say of one target on as_of; None when there is no such row."""
    ind = case.indicator
    window = case.windows[case.year]
    known = target if target and (target.date is None or target.date <= as_of) else None
    now = in_force(known, as_of) if known else None
    point = actual_of(case, known, as_of)
    if not known and not point:
        return None
    base_point = baseline_of(case, as_of)
    stated = now.base if now and now.base is not None else known.base if known else None
    base = stated if stated is not None else base_point.low if base_point else None
    estimate = estimate_of(case, as_of)
    row = dict.fromkeys(EMPTY)
    row.update(status=None, uncertain=False, stale=False, baseline=base,
               baseline_date=base_point.date if stated is None and base_point else None,
               estimate=estimate.low if estimate else None,
               estimate_date=estimate.date if estimate else None,
               date=point.date if point else None, low=point.low if point else None,
               high=point.high if point else None)
    bounds = bounds_of(now, ind.better, base) if now else None
    row["bounds"] = bounds
    row["revised_on"] = now.date if now is not known else None
    measured = measured_day(case)
    if not point:
        # Reading: a growth goal without a base says so even when nothing is reported yet; last
        # year's value stands beside a verdict that is not due yet.
        waits = measured and as_of < measured and base is not None
        row["status"] = ("no_baseline" if bounds and bounds.unknown
                         else "not_yet" if waits else "no_report")
        return row

    span = part_of_year(case.year, known.during) if known and known.during else window
    gone, whole = months_gone(span[0], point.date), months_gone(*span)
    a = point.low
    interval = point.low != point.high
    row["elapsed_pct"] = gone / whole * 100
    due = due_share(case, now if now and now.milestones else known, point, span, as_of)
    if ind.kind == "flow":
        row["achieved_per_month"] = a / gone
        if due:
            row["forecast_run_rate"] = a / due
    then = same_last_year(case, point, as_of, known)
    if then:
        row["last_year_same"] = then.low
        # Reading: no share of a yes, of a growth rate, of nothing or of less than nothing.
        if ind.kind not in ("done", "rate") and then.low > 0 and a >= 0:
            row["vs_last_year_pct"] = a / then.low * 100
        if ind.kind == "flow" and base_point and then.low > 0 and not (known and known.during):
            row["forecast_seasonal"] = a * base_point.low / then.low
    # Reading: a row about a part of the year is past its end when the part is.
    row["stale"] = as_of > span[1] and point.date < span[1]
    if not known:
        row["status"] = "no_target"
        return row
    if bounds.unknown:
        row["status"] = "no_baseline"
        return row

    t = bounds.bound
    row["attainment_pct"] = attainment(ind, bounds, t, a)
    if interval:
        row["attainment_pct_high"] = attainment(ind, bounds, t, point.high)
    elif bounds.kind == "range":
        row["attainment_pct_high"] = attainment(ind, bounds, bounds.high, a)
    if now is not known:
        original = bounds_of(known, ind.better, base)
        row["attainment_original_pct"] = attainment(ind, original, original.bound, a)
    row["gap"] = gap(bounds, a)
    if interval:
        row["gap_high"] = gap(bounds, point.high)
    start = None
    if t is not None and ind.kind != "flow" and base is not None and base != t:
        row["progress_pct"] = (a - base) / (t - base) * 100
        if interval:
            row["progress_pct_high"] = (point.high - base) / (t - base) * 100
    if t is not None and due is not None:
        if ind.kind == "flow":
            row["expected"] = t * due
        elif base is not None:
            start = base
            row["expected"] = base + (t - base) * due
    # Reading: what is to be kept leaves nothing to do; an exact number where higher is better does.
    if t is not None and not bounds.ceiling and (bounds.kind != "exactly" or ind.better == "higher"):
        row["left"] = max(t - a, Fraction(0))
        if not bounds.met(a) and gone < whole:
            row["needed_per_month"] = row["left"] / (whole - gone)
    if measured and point.date < measured:
        row["status"] = "not_yet"
        return row
    over = point.date >= span[1]
    ends = [status_at(ind.kind, bounds, x, over, row["expected"], start, case.edges)
            for x in (point.low, point.high)]
    row["status"] = max(ends, key=FAVOUR.index)
    row["uncertain"] = ends[0] != ends[1]
    return row


def rows_of(case, as_of):
    """One row per target known on as_of; one without a target when there is only a figure."""
    known = [t for t in case.targets if t.date is None or t.date <= as_of]
    rows = [row_of(case, t, as_of) for t in known] if known else [row_of(case, None, as_of)]
    return [r for r in rows if r]


# ------------------------------------------------------------------------------ the fifteen cases

def known_case(kind, better, t, a, b=None):
    this, before = datetime.date(2024, 12, 31), datetime.date(2023, 12, 31)
    records = [] if a is None else [Record(2024, this, Fraction(a))]
    if b is not None:
        records.append(Record(2023, before, Fraction(b)))
    windows = {y: (datetime.date(y, 1, 1), datetime.date(y, 12, 31)) for y in (2023, 2024)}
    unit = "%" if kind == "share" else "HTX"
    case = Case(Indicator(kind, better, unit), [Target("plain", Fraction(t))], records, 2024,
                windows)
    return rows_of(case, this)[0]


def third(a, b):
    return Fraction(a, b) * 100


FIFTEEN = (
    (("flow", "higher", 200, 90), {"attainment_pct": 45, "status": "missed"}),
    (("stock", "higher", 120, 110, 100), {"attainment_pct": third(110, 120), "progress_pct": 50}),
    (("stock", "lower", 50, 75, 100), {"status": "missed", "gap": 25, "progress_pct": 50}),
    (("stock", "lower", 50, 40, 100), {"status": "exceeded", "gap": -10, "progress_pct": 120}),
    (("stock", "lower", 50, 120, 100), {"status": "missed", "gap": 70, "progress_pct": -40}),
    (("stock", "lower", 0, 0), {"status": "met", "attainment_pct": None}),
    (("stock", "lower", 0, 3), {"status": "missed", "gap": 3, "attainment_pct": None}),
    (("flow", "higher", 100, 0), {"attainment_pct": 0, "status": "missed"}),
    (("flow", "higher", 100, None), {"status": "no_report", "attainment_pct": None, "gap": None}),
    (("flow", "higher", 0, 5), {"status": "exceeded", "attainment_pct": None}),
    (("stock", "higher", -50, -30), {"status": "exceeded", "gap": 20, "attainment_pct": None}),
    (("stock", "higher", -60, 10), {"status": "exceeded", "gap": 70, "attainment_pct": None}),
    (("stock", "higher", 80, "79.96"), {"status": "missed", "attainment_pct": Fraction("99.95")}),
    (("stock", "higher", 100, 100, 100),
     {"status": "met", "attainment_pct": 100, "progress_pct": None}),
    (("share", "higher", 80, 75, 70),
     {"gap": -5, "attainment_pct": Fraction("93.75"), "progress_pct": 50}),
)


def main():
    wrong = 0
    for number, (case, expected) in enumerate(FIFTEEN, 1):
        row = known_case(*case)
        for key, value in expected.items():
            if row[key] != value:
                print(f"case {number}: {key} is {row[key]}, must be {value}")
                wrong += 1
    day = datetime.date
    for begin, date, months in ((day(2024, 1, 1), day(2024, 6, 30), 6),
                                (day(2024, 1, 1), day(2024, 9, 30), 9),
                                (day(2023, 12, 15), day(2024, 12, 14), 12),
                                (day(2024, 1, 1), day(2024, 2, 1), 1 + Fraction(1, 29))):
        if months_gone(begin, date) != months:
            print(f"{begin} to {date}: {months_gone(begin, date)} months, must be {months}")
            wrong += 1
    print(f"{len(FIFTEEN)} known cases, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
