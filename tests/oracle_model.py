# SPDX-License-Identifier: MIT
"""The oracle's model of a book: what is declared and reported, numbers with their hedges, and the
calendar of RULES 3.3 and 4.2. Nothing here knows the program; it is written from the document."""

import calendar
import datetime
import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple, Optional

DAY = datetime.timedelta(days=1)
LATE = datetime.timedelta(days=20)
ONE = Fraction(1)

FLOORS = ("at_least", "more_than")
CEILINGS = ("at_most", "less_than")
BEST_TO_WORST = ("exceeded", "met", "within", "on_track", "not_yet", "not_due", "slipping",
                 "no_baseline", "incomplete", "no_report", "behind", "missed")
ROLLUPS = {"flow": "sum", "stock": "sum", "average": "weighted", "share": "ratio", "rate": "none",
           "done": "count"}


# ---------------------------------------------------------------------------------- declarations

@dataclass
class Org:
    code: str
    members: list = field(default_factory=list)
    members_total: Optional[int] = None
    begin: Optional[datetime.date] = None  # key "from"
    end: Optional[datetime.date] = None  # key "to"
    predecessors: list = field(default_factory=list)

    @property
    def is_group(self):
        return bool(self.members or self.members_total)

    def exists(self, day):
        return ((self.begin is None or self.begin <= day)
                and (self.end is None or day <= self.end))


@dataclass
class Indicator:
    code: str
    kind: str = "flow"
    unit: str = "HTX"
    better: str = "higher"
    accumulates: bool = False
    decimals: Optional[int] = None
    part_of: Optional[str] = None
    breakdown: Optional[str] = None  # key "by" of part_of
    complete: bool = False
    ratio: Optional[tuple] = None  # (of, to)
    weight: Optional[str] = None
    rollup: Optional[str] = None
    measured: Optional[tuple] = None  # (month, day)
    pace: Optional[str] = None
    show: bool = True
    owner: Optional[str] = None

    @property
    def flows(self):
        """A flow wherever the rules say flow (section 2)."""
        return self.kind == "flow" or (self.kind == "average" and self.accumulates)

    @property
    def rule(self):
        return self.rollup or ROLLUPS[self.kind]

    @property
    def in_points(self):
        return self.kind in ("share", "rate")


class Part(NamedTuple):
    """Months of a window, counted from 1: a month, a quarter or a half."""
    first: int
    months: int


def half(number):
    return Part(6 * number - 5, 6)


def quarter(number):
    return Part(3 * number - 2, 3)


def month(number):
    return Part(number, 1)


@dataclass
class Wanted:
    """What is wanted: `plain`, one of the keys of 3.1, `range` (from, to) or `grow` (grow_by)."""
    kind: str
    low: Optional[Fraction] = None
    high: Optional[Fraction] = None
    tolerance: Fraction = Fraction(0)  # as a number, not in %
    base: Optional[Fraction] = None


@dataclass
class Revision:
    date: datetime.date
    wanted: Wanted


@dataclass
class Target:
    org: str
    indicator: str
    year: int
    wanted: Wanted
    by: Optional[str] = None
    date: Optional[datetime.date] = None
    during: Optional[Part] = None
    pace: Optional[str] = None
    milestones: list = field(default_factory=list)  # (date, share of 1)
    revised: list = field(default_factory=list)
    each: bool = False  # written under each_member

    def in_force(self, day):
        """(what is wanted, the date of the revision or None) looked at from a day."""
        wanted, since, base = self.wanted, None, self.wanted.base
        for revision in sorted(self.revised, key=lambda r: r.date):
            if revision.date <= day:
                wanted, since = revision.wanted, revision.date
                base = base if wanted.base is None else wanted.base
                if wanted.kind == "grow":
                    wanted = replace(wanted, base=base)
        return wanted, since

    def known(self, day):
        return self.date is None or self.date <= day


class Num(NamedTuple):
    """A number as reported: an interval of two equal ends, unless it is a range."""
    low: Fraction
    high: Fraction
    hedge: Optional[str] = None


def num(low, high=None, hedge=None):
    return Num(Fraction(low), Fraction(low if high is None else high), hedge)


@dataclass
class Claim:
    indicator: str
    key: str
    published: Fraction
    places: int = 0
    hedge: Optional[str] = None
    other: Optional[str] = None  # of share_of
    by: Optional[str] = None
    during: Optional[Part] = None


@dataclass
class Entry:
    """Actuals: a level or running total of a day, an increment of a part, an estimate of a day."""
    org: str
    year: int
    day: Optional[datetime.date] = None
    during: Optional[Part] = None
    estimate: bool = False
    values: dict = field(default_factory=dict)  # code: Num
    claims: list = field(default_factory=list)
    headline: Optional[tuple] = None  # (met, of)


@dataclass
class Override:
    org: str
    indicator: str
    year: int
    status: str
    why: str = "tự xét"
    by: Optional[str] = None
    during: Optional[Part] = None


@dataclass
class Book:
    orgs: list = field(default_factory=list)
    indicators: list = field(default_factory=list)
    windows: dict = field(default_factory=dict)  # (org, year): (first day, last day)
    targets: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    overrides: list = field(default_factory=list)
    slipping: Fraction = Fraction(9, 10)
    over: Fraction = Fraction(11, 10)


# --------------------------------------------------------------------------------------- numbers

TURNED = {"more_than": "less_than", "less_than": "more_than"}


def turned(hedge):
    return TURNED.get(hedge, hedge)


def joined_hedge(hedges):
    """Of a sum: the same hedge, or that and none, keeps it; different ones are "about"."""
    kinds = {h for h in hedges if h}
    return None if not kinds else kinds.pop() if len(kinds) == 1 else "about"


def add(numbers):
    numbers = list(numbers)
    return Num(sum((n.low for n in numbers), Fraction(0)),
               sum((n.high for n in numbers), Fraction(0)),
               joined_hedge(n.hedge for n in numbers))


def subtract(a, b):
    return Num(a.low - b.high, a.high - b.low, joined_hedge((a.hedge, turned(b.hedge))))


def divide(a, b, factor=ONE):
    """None when the denominator is 0 or below at either end."""
    if b.low <= 0:
        return None
    hedge = "about" if a.hedge and b.hedge else a.hedge or turned(b.hedge)
    # Reading (4.1): low / high and high / low. Of a numerator below 0 the ends are put in order.
    ends = (a.low / b.high, a.low / b.low, a.high / b.low, a.high / b.high)
    low, high = (min(ends[:2]), max(ends[2:]))
    return Num(low * factor, high * factor, hedge)


def scaled(a, factor):
    return Num(a.low * factor, a.high * factor, a.hedge)


def rounded(x, places):
    """x to so many places, an exact half away from zero."""
    scale = 10**places
    whole = int(abs(x) * scale)
    if abs(x) * scale - whole >= Fraction(1, 2):
        whole += 1
    return Fraction(-whole if x < 0 else whole, scale)


def cut(x, places):
    """x toward zero to so many places."""
    whole = int(abs(x) * 10**places)
    return Fraction(-whole if x < 0 else whole, 10**places)


def upward(x, places):
    scale = 10**places
    return Fraction(-((-x * scale) // 1), scale)


def downward(x, places):
    scale = 10**places
    return Fraction((x * scale) // 1, scale)


SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
TIMES = {"tháng": 1, "quý": 3, "6 tháng": 6, "9 tháng": 9, "năm": 12}


def unit_parts(unit):
    """(scale, months or None, what is counted)"""
    scale, months, rest = Fraction(1), None, unit
    at = rest.rfind("/")
    if at >= 0 and rest[at + 1:] in TIMES:
        months, rest = TIMES[rest[at + 1:]], rest[:at]
    while match := re.match(r"(nghìn|triệu|tỷ)\s+", rest):
        scale, rest = scale * SCALES[match.group(1)], rest[match.end():]
    return scale, months, rest


def quotient_factor(unit, of, to):
    """What a quotient of two indicators is multiplied by: 100 in %, else into the unit."""
    (a, a_time, _), (b, b_time, _), (c, c_time, _) = map(unit_parts, (of, to, unit))
    factor = a / b
    if unit == "%":
        return 100 * factor
    time = a_time if b_time is None else None
    if time is not None and c_time is not None:
        factor *= Fraction(c_time, time)
    return factor / c


# ------------------------------------------------------------------------------------- calendar

def last_of_month(day):
    return calendar.monthrange(day.year, day.month)[1]


def add_months(day, months):
    """The same day so many months later; a day that the month lacks becomes its last."""
    at = day.year * 12 + day.month - 1 + months
    year, index = divmod(at, 12)
    return datetime.date(year, index + 1,
                         min(day.day, calendar.monthrange(year, index + 1)[1]))


def months_gone(first, last, day):
    """Months of the window gone by the end of a day (4.2)."""
    if day < first:
        return Fraction(0)
    after = min(day, last) + DAY
    whole = 0
    while add_months(first, whole + 1) <= after:
        whole += 1
    start, end = add_months(first, whole), add_months(first, whole + 1)
    return whole + Fraction((after - start).days, (end - start).days)


def span_of(window, part):
    """First and last day of a part of a window; of the window without a part."""
    if part is None:
        return window
    first = window[0]
    return (add_months(first, part.first - 1),
            add_months(first, part.first - 1 + part.months) - DAY)


def part_name(window, year, part):
    if part is None:
        return None
    if part.months == 1:
        end = span_of(window, part)[1]
        return f"{end.year}-{end.month:02}"
    return f"{year}-{'H' if part.months == 6 else 'Q'}{(part.first - 1) // part.months + 1}"


def days_last_year(day):
    """The days that answer to a day in the year before, in the order in which they are tried."""
    plain = add_months(day, -12)
    if day.day == last_of_month(day):
        answering = plain.replace(day=last_of_month(plain))
        return [answering] if answering == plain else [answering, plain]
    return [plain]


def worst(statuses):
    return max(statuses, key=BEST_TO_WORST.index)
