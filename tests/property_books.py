# SPDX-License-Identifier: MIT
"""The author of property.py, who makes up books: plain objects of oracle_model.py."""

import datetime
from fractions import Fraction

import oracle_lists
from oracle_model import (CEILINGS, DAY, FLOORS, Book, Claim, Entry, Indicator, Num, Org, Override,
                          Revision, Target, Wanted, add_months, cut, days_last_year, half, month,
                          num, quarter, rounded, span_of)
from property_yaml import as_decimal

ASSIGNERS = ("Tỉnh giao", "Hội đồng giao", "Liên minh giao")
STATUSES = ("exceeded", "met", "within", "on_track", "slipping", "behind", "missed", "not_yet")


# ------------------------------------------------------------------------------------ the author

class Author:
    """Makes up one book; codes begin with the prefix so that books can share a folder."""

    def __init__(self, rng, prefix, as_of, year, edges, dated=True):
        self.rng, self.prefix, self.as_of, self.year = rng, prefix, as_of, year
        self.dated = dated  # the reader names a day
        self.book = Book(slipping=edges[0], over=edges[1])
        self.sizes = {}  # of the two parts of a ratio
        self.window = self.windows()
        # The day that is looked from, or one of the year where the reader names another.
        self.day = min(max(as_of, self.window[0]), self.window[1])
        self.meetings = sorted({self.meeting() for _ in range(rng.randint(1, 3))})

    def chance(self, percent):
        return self.rng.random() * 100 < percent

    def pick(self, *things):
        return self.rng.choice(things)

    def some(self, things, percent):
        return [t for t in things if self.chance(percent)]

    # ---------------------------------------------------------------------------------- numbers

    def number(self, negative=0):
        digits = self.pick(1, 2, 2, 3, 3, 4, 5, 6, 9)
        places = self.pick(0, 0, 0, 1, 2, 3, 4)
        x = Fraction(self.rng.randrange(10**digits), 10**min(places, digits))
        return -x if self.chance(negative) else x

    def figure(self, ind, around=None):
        if ind.kind == "done":
            return Fraction(self.chance(70))
        if around is not None and self.chance(75):
            return cut(around * self.rng.randint(0, 150) / 100, self.pick(0, 0, 1, 2, 6))
        if ind.kind == "share":
            return Fraction(self.rng.randint(0, 1000), 10)
        return self.number({"rate": 30, "stock": 5}.get(ind.kind, 2))

    def dressed(self, ind, value):
        """An interval or a hedge."""
        if ind.kind == "done":
            return num(value)
        if self.chance(8):
            return num(value, value + abs(self.number()) / 100 + 1)
        return num(value, hedge=self.pick("more_than", "less_than", "about")
                   if self.chance(8) else None)

    # ------------------------------------------------------------------------------------ calendar

    def windows(self):
        first = datetime.date(self.year, 1, 1)
        if self.chance(35):
            at, day = self.pick((12, 15), (12, 15), (7, 1), (12, 1), (10, 1), (11, 28), (8, 31),
                                (self.rng.randint(7, 12), self.rng.randint(1, 28)))
            first = datetime.date(self.year - 1, at, day)
        self.months = self.rng.randint(6, 11) if self.chance(6) else 12
        return first, add_months(first, self.months) - DAY

    def window_of(self, year):
        """The same days of another year."""
        first = add_months(self.window[0], 12 * (year - self.year))
        return first, add_months(first, self.months) - DAY

    def day_in(self, span):
        pick = self.rng.random()
        if pick < 0.15:
            return span[1]
        if pick < 0.25:
            return span[0]
        return span[0] + DAY * self.rng.randrange((span[1] - span[0]).days + 1)

    def meeting(self):
        """A day on which reports are due: mostly the end of a month of the window."""
        pick = self.rng.random()
        if pick < 0.2:
            return self.window[1]
        ends = [add_months(self.window[0], m) - DAY for m in range(1, self.months + 1)]
        past = [d for d in ends if d <= self.day] or ends
        if pick < 0.65:
            return self.rng.choice(past)
        return self.rng.choice(ends) if pick < 0.75 else self.day_in((self.window[0], self.day))

    def report_days(self):
        """The days of one member: its meetings, some a little early."""
        days = set()
        for meeting in self.meetings:
            if self.chance(80):
                early = self.pick(0, 0, 0, 0, 0, 3, 19, 20, 21, 40)
                days.add(max(self.window[0], meeting - DAY * early))
        if not days and self.chance(60):
            days.add(self.meetings[-1])
        return sorted(days)

    def part(self):
        parts = [*map(half, (1, 2, 2)), *map(quarter, (1, 2, 3, 4)),
                 month(self.rng.randint(1, 12))]
        parts = [p for p in parts if p.first + p.months - 1 <= self.months and p.months < self.months]
        return self.rng.choice(parts)

    # --------------------------------------------------------------------------------------- orgs

    def org(self, name, **more):
        self.book.orgs.append(Org(f"{self.prefix}-{name}", **more))
        return self.book.orgs[-1]

    def orgs(self):
        shape = self.rng.random()
        if shape < 0.4:
            self.org("o")
        elif shape < 0.45:
            self.merger([])
        elif shape < 0.85:
            self.group("g", "abcde"[:self.rng.randint(1, 5)])
        else:
            inner = self.group("h", "pq"[:self.rng.randint(1, 2)])
            outer = self.group("g", "ab"[:self.rng.randint(0, 2)])
            outer.members.append(inner.code)
            if outer.members_total:
                outer.members_total += 1
        if self.chance(30):  # groups may stand before their members
            self.book.orgs.reverse()
        for org in self.book.orgs:
            for year in (self.year - 1, self.year):
                self.book.windows[org.code, year] = self.window_of(year)

    def merger(self, members):
        """Two units, or one, become a new one; of which the old are named members or none."""
        begin = self.pick(self.window[0], *(add_months(self.window[0], m)
                                            for m in range(1, self.months)))
        if self.chance(30):
            begin = self.day_in(self.window)
        old = [self.org(n, end=begin - DAY) for n in ("u", "v")[:self.rng.randint(1, 2)]]
        new = self.org("m", begin=begin, predecessors=[o.code for o in old])
        members += [o.code for o in old]
        if self.chance(40):
            members.append(new.code)

    def group(self, name, letters):
        members = [self.org(f"{name}{n}").code for n in letters]
        if name == "g" and self.chance(25):
            self.merger(members)
        total = len(members) + self.rng.randint(0, 2) if self.chance(15) else None
        if name == "h" and not members:
            members = [self.org("hp").code]
        return self.org(name, members=members, members_total=total)

    # --------------------------------------------------------------------------------- indicators

    def indicator(self, kind=None, **more):
        kind = kind or self.pick("flow", "flow", "flow", "stock", "stock", "average", "share",
                                 "rate", "done")
        unit = {"share": "%", "rate": "%", "done": "HTX"}.get(kind) or self.pick(
            "HTX", "người", "triệu đồng", *(["triệu đồng/năm"] if kind != "flow" else ()))
        ind = Indicator(f"{self.prefix}_i{len(self.book.indicators)}", kind, more.pop("unit", unit))
        ind.better = "lower" if kind != "done" and self.chance(30) else "higher"
        for key, value in more.items():
            setattr(ind, key, value)
        self.book.indicators.append(ind)
        return ind

    def decorate(self, ind):
        if ind.kind == "average" and self.chance(35):
            ind.accumulates, ind.unit = True, "triệu đồng"
        if ind.kind == "stock" and self.chance(45):
            ind.pace = "linear"
        if ind.flows and self.chance(25):
            ind.pace = self.pick("linear", "none", "last_year", "last_year")
        if ind.kind in ("flow", "stock", "average") and self.chance(12):
            ind.decimals = self.pick(0, 0, 1)
        if not ind.flows and self.chance(8):
            ind.measured = self.pick((12, 31), (6, 30), (10, 15))
        if ind.kind in ("flow", "stock", "average", "rate") and self.chance(10):
            ind.rollup = self.pick("max", "min", "last", "none")
        if self.chance(3):
            ind.show = False
        if self.chance(5):
            ind.owner = "Phòng Kế hoạch"

    def indicators(self):
        for _ in range(self.rng.randint(1, 2)):
            ind = self.indicator()
            self.decorate(ind)
            if ind.kind == "share" and self.chance(75):
                kind = self.pick("stock", "stock", "flow")
                of, to = self.indicator(kind, unit="HTX"), self.indicator(kind, unit="HTX")
                ind.ratio = of.code, to.code
                self.sizes.update({of.code: Fraction(60), to.code: Fraction(120)})
            elif ind.kind in ("share", "rate") and self.chance(40):
                ind.rollup, ind.weight = "weighted", self.indicator("stock", unit="HTX").code
            elif ind.kind == "average" and self.chance(70):
                weight = self.indicator("stock", unit="HTX")
                ind.weight = weight.code
                if not ind.accumulates and self.chance(30):
                    money = self.indicator("stock", unit=self.pick("tỷ đồng", "triệu đồng"))
                    ind.ratio, ind.unit = (money.code, weight.code), "triệu đồng"
            elif ind.kind in ("flow", "stock") and self.chance(25):
                self.parts(ind)

    def parts(self, whole):
        whole.show = True
        complete = self.chance(60)
        for name in self.some((None, "lĩnh vực"), 60):
            for _ in range(self.rng.randint(1, 2)):
                self.indicator(whole.kind, unit=whole.unit, part_of=whole.code, breakdown=name,
                               complete=complete, better=whole.better)

    # ------------------------------------------------------------------------------------ targets

    def target_number(self, ind):
        if ind.kind == "share":
            return Fraction(self.rng.randint(0, 1000), 10)
        if self.chance(4):
            return Fraction(0)
        if self.chance(40):
            return Fraction(12 * self.rng.randint(1, 50))
        return self.number({"rate": 30, "stock": 8}.get(ind.kind, 3))

    def wanted(self, ind, kinds=None):
        if ind.kind == "done":
            return Wanted("done")
        mine, other = (FLOORS, CEILINGS) if ind.better == "higher" else (CEILINGS, FLOORS)
        kind = self.rng.choice(kinds or ("plain", "plain", *mine, *mine, "range", "within", "about",
                                         "exactly", "grow", "grow", self.rng.choice(other)))
        wanted = Wanted(kind, self.target_number(ind))
        if kind in ("range", "within"):
            wanted.high = cut(wanted.low + abs(self.number()) / 10 + Fraction(1, 10), 5)
        elif kind == "about" and self.chance(60):
            wanted.tolerance = abs(wanted.low) * self.rng.randint(0, 20) / 100
        elif kind == "grow":
            wanted.low = Fraction(self.rng.randint(-40, 60), self.pick(1, 1, 10))
            if self.chance(30):
                wanted.base = self.number(5)
        return wanted

    def target(self, org, ind, by=None, each=False):
        target = Target(org.code, ind.code, self.year, self.wanted(ind), by, each=each)
        kind = target.wanted.kind
        if ind.kind != "done" and self.chance(20):
            target.during = self.part()
        span = span_of(self.window, target.during)
        if (ind.flows or ind.kind == "stock") and self.chance(15):
            days = sorted({self.day_in(span) for _ in range(self.rng.randint(1, 3))})
            shares = sorted(self.rng.sample(range(1, 101), len(days)))
            target.milestones = [(d, Fraction(s, 100)) for d, s in zip(days, shares)]
        elif ind.flows and self.chance(8):
            target.pace = self.pick("linear", "none", "last_year")
        if self.chance(10):
            target.date = self.day_in(self.window)
        if not target.milestones and self.chance(15):
            kinds = [k for k in ("plain", "at_least", "at_most", "range", "about", "exactly",
                                 "grow") if k not in (CEILINGS if ind.better == "higher"
                                                      else FLOORS)]
            days = {self.day_in(self.window) for _ in range(2)}
            days = sorted(d for d in days if target.date is None or d > target.date)
            if ind.kind != "done" and kind not in ("at_most", "less_than", "at_least", "more_than"):
                target.revised = [Revision(d, self.wanted(ind, kinds)) for d in days]
        in_words(target, ind)
        return target

    def several(self, org, ind, each=False):
        found, seen = [], set()
        for by in [None] if self.chance(75) else self.some((None, *ASSIGNERS), 45):
            target = self.target(org, ind, by, each)
            if (by, target.during) not in seen:
                seen.add((by, target.during))
                found.append(target)
        if self.chance(20) and found and ind.kind != "done":
            more = self.target(org, ind, found[0].by, each)
            more.during = self.part()
            more.milestones = []
            in_words(more, ind)
            if (more.by, more.during) not in seen:
                found.append(more)
        return found

    def targets(self):
        goals = [o for o in self.book.orgs if not o.is_group or self.chance(80)]
        for org in goals:
            for ind in self.book.indicators:
                aided = any(ind.code in ((i.ratio or ()) + (i.weight,))
                            for i in self.book.indicators)
                likely = 40 if aided else 75 if ind.part_of else 95
                if self.chance(likely if org.is_group or len(self.book.orgs) < 3 else likely * 0.6):
                    self.book.targets += self.several(org, ind)
                if org.is_group and not ind.part_of and not aided and self.chance(35):
                    self.book.targets += self.several(org, ind, True)[:2]

    # ------------------------------------------------------------------------------------ figures

    def entry(self, org, day=None, during=None, year=None, estimate=False):
        """The entry of a day; one for each day, so that values come together."""
        year = year or self.year
        for entry in self.book.entries:
            if ((entry.org, entry.year, entry.day, entry.during, entry.estimate)
                    == (org.code, year, day, during, estimate)):
                return entry
        self.book.entries.append(Entry(org.code, year, day, during, estimate))
        return self.book.entries[-1]

    def around(self, org, ind):
        if ind.code in self.sizes and self.chance(90):
            return self.sizes[ind.code]
        numbers = [t.wanted.low for t in self.book.targets if t.indicator == ind.code
                   and t.wanted.kind not in ("grow", "done") and not t.during]
        if not numbers:
            return None
        size = self.rng.choice(numbers)
        members = len(self.book.orgs) - 1
        groups = any(t.org != org.code for t in self.book.targets if t.indicator == ind.code)
        return size / members if groups and members and self.chance(60) else size

    def increments(self, org, ind, year, around):
        """Months and quarters from the start of the year, or from a running total."""
        at, last = 1, self.rng.randint(1, self.months)
        window = self.window_of(year)
        if self.chance(25):
            at = self.rng.randint(1, last)
            if at > 1 and self.chance(75):
                day = span_of(window, month(at))[0] - DAY
                self.entry(org, day, year=year).values[ind.code] = num(self.figure(ind, around))
        while at <= last:
            part = quarter((at + 2) // 3) if (at % 3 == 1 and at + 2 <= self.months
                                              and self.chance(50)) else month(at)
            if self.chance(95):  # else a gap
                share = None if around is None else around / 6
                self.entry(org, during=part, year=year).values[ind.code] = self.dressed(
                    ind, self.figure(ind, share))
            at += part.months
        if self.chance(40):
            self.total_beside(org, ind, year, window)

    def total_beside(self, org, ind, year, window):
        """A running total beside increments: of exactly their span the same, else any."""
        figures = oracle_lists.Figures(self.book)
        day = self.day_in(window)
        found = figures.flow(org.code, ind.code, year, day)
        if found is None:
            return
        values = self.entry(org, found.date, year=year).values
        if self.chance(50):
            values.setdefault(ind.code, found.value)
        else:
            values = self.entry(org, day, year=year).values
            values.setdefault(ind.code, num(cut(found.low + self.number(), 6)))
        if not agrees(self.book):
            del values[ind.code]

    def figures(self, org, ind, year, days, around):
        if ind.kind == "flow" and self.chance(25):
            self.increments(org, ind, year, around)
            return
        total = Fraction(0)
        for day in days:
            value = self.figure(ind, around)
            if ind.kind == "flow" and not self.chance(5):
                total = total + abs(value) / len(days)
                value = cut(total, 6)
            self.entry(org, day, year=year).values[ind.code] = self.dressed(ind, value)

    def days_of_parts(self, org, ind):
        """The eve of a part that has a target, and a day inside it."""
        days = []
        for target in self.book.targets:
            theirs = target.org == org.code or org.code in next(
                o.members for o in self.book.orgs if o.code == target.org)
            if theirs and target.indicator == ind.code and target.during:
                first, last = span_of(self.window, target.during)
                days += [first - DAY, self.day_in((first, min(last, max(first, self.day))))]
        return [d for d in days if d >= self.window[0]]

    def reports(self):
        for org in self.book.orgs:
            days = self.report_days()
            for ind in self.book.indicators:
                # Of a group its own figures only now and then.
                if not self.chance(25 if org.is_group else 88):
                    continue
                around = self.around(org, ind)
                mine = days if self.chance(80) else self.report_days()
                alive = [d for d in mine if org.exists(d)]
                if ind.measured and self.chance(60):
                    alive = [self.window[1]]
                if self.chance(12):  # a day in the middle, or a part's eve
                    alive = sorted({*alive, span_of(self.window, self.part())[0] - DAY,
                                    self.day_in(self.window)})
                    alive = [d for d in alive if self.window[0] <= d <= self.window[1]]
                if self.chance(75):
                    alive = sorted({*alive, *self.days_of_parts(org, ind)})
                alive = [d for d in alive if org.exists(d)]  # what is written of others is a finding
                self.figures(org, ind, self.year, alive, around)
                if self.chance(75):
                    self.history(org, ind, alive, around)

    def history(self, org, ind, days, around):
        window = self.window_of(self.year - 1)
        found = {window[1]} if self.chance(75) else set()
        for day in days or self.meetings:
            if self.chance(70):
                found.add(days_last_year(day)[-1 if self.chance(20) else 0])
        if self.chance(15):
            found.add(self.day_in(window))
        found = sorted(d for d in found if window[0] <= d <= window[1])
        if found:
            self.figures(org, ind, self.year - 1, found, around)

    def estimates(self):
        for ind in self.book.indicators:
            if ind.kind == "done" or not self.chance(30):
                continue
            everybody = self.chance(70)
            for org in self.book.orgs:
                if org.is_group and self.chance(70) or not everybody and self.chance(60):
                    continue
                for day in sorted({self.pick(*self.meetings), self.pick(*self.meetings)}):
                    self.entry(org, day, estimate=True).values[ind.code] = self.dressed(
                        ind, self.figure(ind, self.around(org, ind)))

    # ------------------------------------------------------------------------------------- edges

    def place_at_edges(self):
        """Move figures to an edge of a verdict, or right beside it."""
        for _ in range(self.rng.randint(1, 4)):
            answer = oracle_lists.Answer(self.book, self.day, self.year)
            tables = answer.tables()
            rows = [r for table in tables for r in answer.in_order(*table)
                    if r.figure and r.bound and not r.own_each and r.bound.kind != "done"]
            if not rows:
                return
            paced = [r for r in rows if answer.rows.expected(r) is not None]
            row = self.rng.choice(paced if paced and self.chance(50) else rows)
            bound, x = row.bound, answer.rows.expected(row)
            edges = [e for e in (bound.low, bound.high, bound.decides) if e is not None]
            if x is not None:
                start = Fraction(0) if answer.indicators[row.indicator].flows else row.b
                edges += [x, *(start + e * (x - start)
                               for e in (self.book.slipping, self.book.over))] * 2
            if row.b is not None and self.chance(30):
                edges.append(row.b)
            if edges:
                self.move(row, self.near(self.rng.choice(edges)))

    def near(self, x):
        if as_decimal(x) is None:
            x = cut(x, 6)
        if self.chance(45):
            return x
        return x + Fraction(1, 10**self.pick(0, 0, 1, 2, 6)) * self.pick(-1, 1)

    def move(self, row, goal):
        """Change one figure of the row's day so that the row shows the goal."""
        rolled = row.shown.rolled
        org, day, less = row.org, row.figure.date, goal - row.figure.low
        if rolled:
            if not rolled.counted or row.figure.low == row.figure.high == 0:
                return
            org, figure = self.rng.choice(rolled.counted)
            day = figure.date
        for entry in self.book.entries:
            if (entry.org, entry.day, entry.estimate) == (org, day, False):
                old = entry.values.get(row.indicator)
                if old is None:
                    continue
                value = Num(old.low + less, old.high + less, old.hedge)
                if as_decimal(value.low) and as_decimal(value.high) and abs(value.low) < 10**11:
                    entry.values[row.indicator] = value
                    if not agrees(self.book):
                        entry.values[row.indicator] = old

    # ------------------------------------------------------------------------ claims, overrides

    def claims(self):
        # Entries that print a claim and no figure; without --as-of they might move the day.
        for org in self.book.orgs if self.dated else ():
            if self.chance(35 if org.is_group else 8):
                self.entry(org, self.rng.choice(self.meetings))
        for entry in self.book.entries:
            if entry.year != self.year or not self.chance(35):
                continue
            for ind in self.book.indicators:
                if self.chance(50 if ind.code in entry.values else 25):
                    entry.claims += self.claims_of(entry, ind)
            if not entry.estimate and entry.day and self.chance(20):
                met, of = oracle_lists.Answer(self.book).headline(entry.org, entry.year, entry.day)
                of = max(1, of)
                entry.headline = min(of, met + self.pick(0, 0, 0, 1)), of

    def claims_of(self, entry, ind):
        keys = ["attainment", "attainment", "over", "times", "of_last_year", "growth", "change"]
        keys += ["share_of"] * 2 if len(self.book.indicators) > 1 else []
        if ind.kind == "done":
            return []
        claim = Claim(ind.code, self.rng.choice(keys), Fraction(0), self.pick(0, 1, 1, 2))
        if claim.key == "share_of":
            claim.other = self.rng.choice([i.code for i in self.book.indicators
                                           if i.code != ind.code])
        if claim.key in ("attainment", "over", "times"):
            mine = [t for t in self.book.targets if t.indicator == ind.code]
            if mine and self.chance(40):
                target = self.rng.choice(mine)
                claim.by = target.by
                claim.during = target.during if self.chance(60) else None
        if self.chance(20):
            claim.hedge = self.pick("more_than", "less_than", "about")
        answer = oracle_lists.Answer(self.book)
        computed, _, _ = oracle_lists.Claimed(answer, entry, claim).answer()
        if computed is None or abs(computed) > 10**9:
            computed = self.number()
        step = Fraction(1, 10**claim.places)
        claim.published = self.pick(rounded, rounded, cut)(computed, claim.places) + self.pick(
            0, 0, 0, 0, step, -step)
        return [claim]

    def overrides(self):
        for target in self.book.targets:
            if self.chance(4):
                one = Override(target.org, target.indicator, self.year, self.pick(*STATUSES))
                if self.chance(50):
                    one.by, one.during = target.by, target.during
                if not any((o.org, o.indicator) == (one.org, one.indicator)
                           for o in self.book.overrides):
                    self.book.overrides.append(one)

    def write(self):
        self.orgs()
        self.indicators()
        self.targets()
        self.reports()
        self.estimates()
        if self.chance(75):
            self.place_at_edges()
        self.overrides()
        self.claims()
        self.book.entries = [e for e in self.book.entries if e.values or e.claims or e.headline]
        return self.book


# --------------------------------------------------------------------------- what the reader asks

def in_words(target, ind):
    """A plain number stands alone: beside other keys, or in a revision, it needs a key of 3.1."""
    key = "at_least" if ind.better == "higher" else "about"
    wanted = [r.wanted for r in target.revised]
    if (target.by or target.date or target.pace or target.during or target.milestones
            or target.revised):
        wanted.append(target.wanted)
    for one in wanted:
        if one.kind == "plain":
            one.kind = key


def agrees(book):
    """Whether increments agree with every running total of exactly their span (RULES 8)."""
    figures = oracle_lists.Figures(book)
    keys = {(e.org, c, e.year) for e in book.entries if e.during for c in e.values}
    for org, code, year in keys:
        eve = figures.window(org, year)[0] - DAY
        totals = {eve: num(0), **dict(figures.totals(org, code, year))}
        pieces = figures.increments(org, code, year)
        reached = [(day, value.low, value.high) for day, value in totals.items()]
        while reached:
            day, low, high = reached.pop()
            for begin, end, more in pieces:
                if begin == day + DAY:
                    reached.append((end, low + more.low, high + more.high))
                    if end in totals and totals[end][:2] != reached[-1][1:]:
                        return False
    return True
