# SPDX-License-Identifier: MIT
"""What an organisation reports itself: RULES 4.1, which figure of which day."""

import datetime
import functools
from dataclasses import dataclass, field, replace
from typing import Optional

from oracle_model import DAY, Num, add, divide, quotient_factor, span_of, subtract


@dataclass(frozen=True)
class Figure:
    value: Num
    date: datetime.date
    date_from: Optional[datetime.date] = None
    partial: bool = False
    lower_bound: bool = False  # of a partial sum (6.4)
    yes: bool = False  # of a yes or no: everybody has it
    pair: Optional[tuple] = None  # (numerator, denominator) of a ratio, in the ratio's unit

    @property
    def low(self):
        return self.value.low

    @property
    def high(self):
        return self.value.high


@dataclass
class Rolled:
    """What the members of a group have together, and the three lists."""
    total: int
    day: Optional[datetime.date] = None
    counted: list = field(default_factory=list)  # (member, Figure)
    late: list = field(default_factory=list)  # (member, date)
    missing: list = field(default_factory=list)
    joined: list = field(default_factory=list)  # (member, successor or None)
    figure: Optional[Figure] = None

    @property
    def reporting(self):
        return len(self.counted)


@dataclass
class Shown:
    figure: Optional[Figure]
    rolled: Optional[Rolled] = None  # None when the group's own figure is shown
    mixed: bool = False  # a quotient of what the group shows (6.3)


def cached(method):
    """Remember a method's answers in its view."""
    @functools.wraps(method)
    def remembered(self, *key):
        place = (method.__name__, *key)
        if place not in self.memory:
            self.memory[place] = method(self, *key)
        return self.memory[place]
    return remembered


class Reported:
    """The figures that organisations report; `shown` (of groups too) comes with Figures."""

    def __init__(self, book):
        self.book, self.memory = book, {}
        self.orgs = {o.code: o for o in book.orgs}
        self.indicators = {i.code: i for i in book.indicators}
        self.entries = {}
        for entry in book.entries:
            self.entries.setdefault((entry.org, entry.year), []).append(entry)

    # ------------------------------------------------------------------------------- the window

    def window(self, org, year):
        return self.book.windows.get((org, year)) or (datetime.date(year, 1, 1),
                                                      datetime.date(year, 12, 31))

    def span(self, org, year, part):
        return span_of(self.window(org, year), part)

    def entry_span(self, entry):
        """First and last day of an increment; the day twice of another entry."""
        return (self.span(entry.org, entry.year, entry.during) if entry.during
                else (entry.day, entry.day))

    # ---------------------------------------------------------------------------- as it reports

    @cached
    def totals(self, org, code, year):
        """[(day, Num)] of the entries `as_of`, by day."""
        return sorted((e.day, e.values[code]) for e in self.entries.get((org, year), ())
                      if not e.estimate and e.during is None and code in e.values)

    @cached
    def increments(self, org, code, year):
        """[(first day, last day, Num)]"""
        return sorted((*self.entry_span(e), e.values[code])
                      for e in self.entries.get((org, year), ()) if e.during and code in e.values)

    def chain(self, pieces, start, last):
        """The gapless pieces from a day on that reach furthest, then the most of them."""
        # Reading (4.1): between chains of as many pieces the document does not decide.
        best = []
        for begin, end, value in pieces:
            if begin == start and end <= last:
                way = [(end, value), *self.chain(pieces, end + DAY, last)]
                if not best or (way[-1][0], len(way)) > (best[-1][0], len(best)):
                    best = way
        return best

    @cached
    def eve_of_merger(self, org, code, year):
        """(day, Num): the sum of the predecessors' totals of the eve, which increments follow."""
        o, ind = self.orgs[org], self.indicators[code]
        if not o.predecessors or o.begin is None or ind.rule != "sum":
            return None
        eve = o.begin - DAY
        first, last = self.window(org, year)
        if not first <= eve <= last:
            return None
        # Reading (4.1): "the eve" is the day before the first day of the new boundary.
        found = [self.shown(p, code, year, None, eve).figure for p in o.predecessors]
        if not all(f and f.date == eve for f in found):
            return None
        return eve, add(f.value for f in found)

    def flow(self, org, code, year, last):
        """The flow from the start of the year, up to a day."""
        first = self.window(org, year)[0]
        starts = [(first - DAY, None)]
        merged = self.eve_of_merger(org, code, year)
        if merged:
            starts.append(merged)
        starts += [(d, v) for d, v in self.totals(org, code, year) if first <= d]
        best = None
        for day, total in starts:
            if total is not None and day > last:
                continue
            pieces = self.chain(self.increments(org, code, year), day + DAY, last)
            # The predecessors' sum alone is no report of the new unit.
            if not pieces and (total is None or (day, total) == merged):
                continue
            end = pieces[-1][0] if pieces else day
            if best is None or (end, day, len(pieces)) > best[0]:
                values = ([] if total is None else [total]) + [v for _, v in pieces]
                best = (end, day, len(pieces)), Figure(add(values), end)
        return best and best[1]

    def flow_inside(self, org, code, year, span, last):
        """The flow of a part that begins after the year does."""
        pieces = self.chain(self.increments(org, code, year), span[0], last)
        found = Figure(add(v for _, v in pieces), pieces[-1][0]) if pieces else None
        # 4.1: of a day inside the part "the running total" is an entry as_of; that of the eve is
        # written or added up; of a merged unit's first day it is the predecessors' sum.
        totals = dict(self.totals(org, code, year))
        merged = self.eve_of_merger(org, code, year)
        if merged:
            totals.setdefault(*merged)
        eve = totals.get(span[0] - DAY)
        if eve is None:
            added = self.flow(org, code, year, span[0] - DAY)
            eve = added.value if added and added.date == span[0] - DAY else None
        inside = [d for d in totals if span[0] <= d <= last]
        if eve is not None and inside:
            day = max(inside)
            if found is None or day > found.date:
                found = Figure(subtract(totals[day], eve), day)
        return found

    def level(self, org, code, year, span, last):
        days = [(d, v) for d, v in self.totals(org, code, year) if span[0] <= d <= last]
        return Figure(days[-1][1], days[-1][0]) if days else None

    @cached
    def own(self, org, code, year, part, as_of):
        """The figure that an organisation reports itself, looked at from a day."""
        ind = self.indicators[code]
        span = self.span(org, year, part)
        last = min(as_of, span[1])
        if ind.flows and not (part and ind.accumulates):
            if part and span[0] != self.window(org, year)[0]:
                found = self.flow_inside(org, code, year, span, last)
            else:
                found = self.flow(org, code, year, last)
        else:
            found = self.level(org, code, year, span, last)
            quotient = self.own_quotient(org, code, year, part, as_of)
            if quotient and (found is None or found.date < quotient.date):
                found = quotient
        if found is None and ind.kind == "flow" and ind.rule == "sum":
            found = self.of_predecessors(org, code, year, part, as_of)
        if found and ind.kind == "done":
            found = replace(found, yes=found.low == 1)
        return found

    def of_predecessors(self, org, code, year, part, as_of):
        """Until a merged unit reports: its predecessors' last figures, all of one day."""
        # Reading (4.1): the sentence stands under "the flow of the new unit": levels have none.
        before = self.orgs[org].predecessors
        found = [self.shown(p, code, year, part, as_of).figure for p in before]
        if not before or not all(found) or len({f.date for f in found}) > 1:
            return None
        return Figure(add(f.value for f in found), found[0].date,
                      partial=any(f.partial for f in found))

    # ------------------------------------------------------------------------------------ ratio

    @cached
    def days(self, org, code, year, part, as_of):
        """The days on which something is reported; of an increment its last day."""
        span = self.span(org, year, part)
        found = {d for d, _ in self.totals(org, code, year)}
        found |= {end for _, end, _ in self.increments(org, code, year)}
        return sorted(d for d in found if span[0] <= d <= min(as_of, span[1]))

    def both(self, org, code, year, part, as_of, figure):
        """(numerator, denominator, day) of a ratio: the last day on which both have a figure."""
        of, to = self.indicators[code].ratio
        days = {*self.days(org, of, year, part, as_of), *self.days(org, to, year, part, as_of)}
        for day in sorted(days, reverse=True):
            parts = [figure(org, c, year, part, day) for c in (of, to)]
            if all(f and f.date == day for f in parts):
                return (*parts, day)
        return None

    def factor(self, code):
        ind = self.indicators[code]
        of, to = (self.indicators[c].unit for c in ind.ratio)
        return quotient_factor(ind.unit, of, to)

    def quotient_of(self, code, found):
        """The Figure of (numerator, denominator, day); a denominator of 0 or below gives none."""
        value = found and divide(found[0].value, found[1].value, self.factor(code))
        if value is None:
            return None
        return Figure(value, found[2], partial=found[0].partial or found[1].partial,
                      pair=(found[0].value, found[1].value))

    def own_quotient(self, org, code, year, part, as_of):
        if not self.indicators[code].ratio:
            return None
        return self.quotient_of(code, self.both(org, code, year, part, as_of, self.own))
