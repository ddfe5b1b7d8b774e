# SPDX-License-Identifier: MIT
"""The oracle's rows: RULES 3 (targets in force), 4.2 (how the year passes), 4.4 to 4.6 (figures,
reasons, estimates, intervals) and 5 (the status)."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Optional

from oracle_bounds import Bound, bound_of
from oracle_model import BEST_TO_WORST, Part, Target, months_gone, part_name, worst
from oracle_reported import Shown


# -------------------------------------------------------------------------------------- the row

@dataclass
class Row:
    org: str
    indicator: str
    year: int
    as_of: object
    target: Optional[Target] = None
    each: Optional[str] = None  # the group that assigns the target to each of its members
    own_each: bool = False  # the group's own row of such a target
    shown: Shown = None
    bound: Optional[Bound] = None
    original: Optional[Bound] = None
    revised_on: object = None
    base: Optional[Fraction] = None
    grow_pct: Optional[Fraction] = None
    window: tuple = None
    b: Optional[Fraction] = None
    b_date: object = None
    b_some: bool = False
    status: str = None
    computed: str = None
    uncertain: bool = False
    why: Optional[str] = None
    ends: tuple = ()
    values: dict = field(default_factory=dict)
    undefined: dict = field(default_factory=dict)
    more: dict = field(default_factory=dict)

    @property
    def figure(self):
        return self.shown.figure

    @property
    def part(self) -> Optional[Part]:
        return self.target.during if self.target else None


class Rows:
    """Rows of one book; `figures` are its figures."""

    def __init__(self, figures):
        self.figures, self.book, self.memory = figures, figures.book, {}
        self.orgs, self.indicators = figures.orgs, figures.indicators

    # ------------------------------------------------------------------------------- which rows

    def groups_of(self, org, day):
        return [g.code for g in self.book.orgs
                if g.is_group and org in self.figures.members_on(g.code, day)[0]]

    def targets_of(self, org, code, year, as_of):
        """[(Target, assigning group or None)] known on a day, in the order of section 11."""
        mine = [t for t in self.book.targets if t.year == year and t.indicator == code
                and t.known(as_of)]
        found = [(t, None) for t in mine if t.org == org and not t.each]
        found += [(t, org) for t in mine if t.org == org and t.each]
        for group in self.groups_of(org, as_of):
            found += [(t, group) for t in mine if t.org == group and t.each]
        return found

    def rows_of(self, org, code, year, as_of):
        """The rows of one indicator of an organisation; a hidden one has none."""
        key = org, code, year, as_of
        if key not in self.memory:
            self.memory[key] = self.made(*key)
        return self.memory[key]

    def made(self, org, code, year, as_of):
        if not self.indicators[code].show:
            return []
        targets = self.targets_of(org, code, year, as_of)
        if targets:
            return [self.row(org, code, year, as_of, t, each) for t, each in targets]
        # Reading (4.1): "has a figure" means one that the row would show.
        if (self.figures.shown(org, code, year, None, as_of).figure
                or self.figures.estimate(org, code, year, as_of)):
            return [self.row(org, code, year, as_of)]
        return []

    def row(self, org, code, year, as_of, target=None, each=None):
        row = Row(org, code, year, as_of, target, each, each == org)
        self.look(row)
        self.judge(row)
        self.compute(row)
        return row

    # --------------------------------------------------------------------------- what it is made of

    def b_of(self, row, grows):
        """(B, whether only some members have one), of the part of last year asked for (4.3)."""
        ind, part = self.indicators[row.indicator], row.part
        # Reading (2, 4.3): an accumulating mean in a part has the B of a level.
        level = not ind.flows or bool(part and ind.accumulates)
        return self.figures.before(row.org, row.indicator, row.year,
                                   part if not level or grows else None, row.as_of, level)

    def look(self, row):
        """The figure, B and the target in force of a row."""
        ind, target, part = self.indicators[row.indicator], row.target, row.part
        key = row.org, row.indicator, row.year
        row.shown = self.figures.shown(*key, part, row.as_of)
        if row.own_each:
            # Reading (3.4): "what the members have together", also beside the group's own figure.
            rolled = self.figures.rolled(*key, part, row.as_of)
            row.shown = Shown(rolled.figure, rolled)
        row.window = self.figures.span(row.org, row.year, part)
        wanted, row.revised_on = target.in_force(row.as_of) if target else (None, None)
        grows = wanted is not None and wanted.kind == "grow"
        found, row.b_some = self.b_of(row, grows)
        if found:
            row.b, row.b_date = found.low, found.date
        if not target:
            return
        row.bound = bound_of(wanted, ind, row.b, row.b_some)
        if row.revised_on:
            old = row.b, row.b_some
            if target.wanted.kind == "grow" and not grows:
                before = self.b_of(row, True)
                old = before[0].low if before[0] else None, before[1]
            row.original = bound_of(target.wanted, ind, *old)
        if grows:
            row.grow_pct, row.base = wanted.low, wanted.base
            if wanted.base is not None:
                row.b, row.b_date, row.b_some = wanted.base, None, False
        if row.own_each and grows and row.base is None:
            # Reading (3.4): each member has its own T; the group's own row has none. With a base that
            # the target states all have the same one.
            row.bound = Bound("grow", row.bound.side)

    # --------------------------------------------------------------------------- time (4.2)

    def paced(self, row):
        """linear, milestones, last_year or None."""
        ind, target = self.indicators[row.indicator], row.target
        if not (ind.flows or ind.kind == "stock"):
            return None
        pace = (target.pace if target else None) or ind.pace or ("linear" if ind.flows else "none")
        if target and target.milestones:
            return "milestones"
        if pace == "last_year" and not ind.flows:
            return None
        return None if pace == "none" else pace

    def gone(self, row):
        return months_gone(*row.window, row.figure.date)

    def months(self, row):
        return months_gone(*row.window, row.window[1])

    def due(self, row):
        """φ, or None."""
        pace = self.paced(row)
        if pace is None or row.figure is None:
            return None
        if pace == "linear":
            return self.gone(row) / self.months(row)
        if pace == "milestones":
            return self.due_by_milestones(row)
        season = self.figures.season(row.org, row.indicator, row.year, row.part, row.as_of,
                                     row.shown)
        if not season or season[0].low <= 0 or season[1].low < 0:
            return None
        return season[1].low / season[0].low

    def due_by_milestones(self, row):
        begin, end = row.window
        points = [(Fraction(0), Fraction(0))]
        points += [(months_gone(begin, end, d), share) for d, share in
                   sorted(row.target.milestones)]
        if points[-1][0] < self.months(row):
            points.append((self.months(row), Fraction(1)))
        at = self.gone(row)
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            if x0 <= at <= x1:
                return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
        return points[-1][1]

    def expected(self, row):
        """X, or None."""
        ind, phi = self.indicators[row.indicator], self.due(row)
        if (row.own_each or phi is None or row.bound is None or row.bound.unknown
                or row.bound.decides is None):
            return None
        if ind.flows:
            return row.bound.decides * phi
        return None if row.b is None else row.b + (row.bound.decides - row.b) * phi

    # --------------------------------------------------------------------------- the status (5)

    def measured_day(self, row):
        """The measured day inside the window of the year."""
        ind = self.indicators[row.indicator]
        if not ind.measured:
            return None
        # Reading (5): for a part of the year, too, the day inside the year's window.
        begin, end = self.figures.window(row.org, row.year)
        for year in (begin.year, end.year):
            day = begin.replace(year=year, month=ind.measured[0], day=ind.measured[1])
            if begin <= day <= end:
                return day
        return None

    def judge(self, row):
        if row.own_each:
            row.computed = self.judge_each(row)
        else:
            row.computed, row.ends = self.judge_row(row)
            row.uncertain = len(set(row.ends)) > 1
        row.status = row.computed
        for override in self.book.overrides:
            # Reading (5): without `by` and `during` it is set for every row of the indicator.
            if ((override.org, override.indicator, override.year)
                    == (row.org, row.indicator, row.year)
                    and (override.by is None or row.target and override.by == row.target.by)
                    and (override.during is None or override.during == row.part)):
                row.status, row.why = override.status, override.why

    def judge_row(self, row):
        """(status, statuses of the ends)"""
        measured = self.measured_day(row)
        if row.bound is None:
            return "no_target", ()
        if row.bound.unknown == "no_baseline":
            return "no_baseline", ()
        if measured and row.as_of < measured:
            return "not_due", ()
        if row.figure is None or (measured and row.figure.date < measured):
            return "no_report", ()
        if row.bound.unknown == "partial":
            return "incomplete", ()
        ends = tuple(self.verdict(row, v) for v in (row.figure.low, row.figure.high))
        return worst(ends), ends

    def verdict(self, row, value):
        ind, bound, figure = self.indicators[row.indicator], row.bound, row.figure
        over = figure.date >= row.window[1]
        done = figure.yes if ind.kind == "done" else None
        met = done if bound.kind == "done" else bound.met(value)
        if figure.partial:
            reached = figure.lower_bound and (bound.side == "floor" and met
                                              or bound.side == "ceiling" and not met)
            if not reached:
                return "incomplete"
        if over or (bound.side == "floor" and met):
            if not met:
                return "missed"
            return "exceeded" if bound.kind != "done" and bound.exceeded(value) else "met"
        b = row.b if not row.b_some else None
        if bound.side == "both":
            return self.verdict_both(ind, bound, value, b)
        if bound.side == "ceiling":
            return self.verdict_ceiling(row, value, met, b)
        return self.verdict_floor(row, value, b)

    def verdict_both(self, ind, bound, value, b):
        upper = bound.high
        if ind.flows:
            return "missed" if value > upper else "not_yet"
        if bound.met(value):
            return "within"
        return "behind" if b is not None and bound.met(b) else "not_yet"

    def verdict_ceiling(self, row, value, met, b):
        if self.indicators[row.indicator].flows:
            if not met:
                return "missed"
            x = self.expected(row)
            if x is None or value <= x:
                return "within"
            return "slipping" if value <= self.book.over * x else "behind"
        if met:
            return "within"
        if row.bound.limit:
            nearer = b is not None and not row.bound.met(b) and value < b
            return "not_yet" if nearer else "behind"
        return "behind" if b is not None and value > b else "not_yet"

    def verdict_floor(self, row, value, b):
        ind, x = self.indicators[row.indicator], self.expected(row)
        if x is None:
            away = not ind.flows and ind.kind != "done" and b is not None and value < b
            return "behind" if away else "not_yet"
        if value >= x:
            return "on_track"
        start = Fraction(0) if ind.flows else row.b
        return "slipping" if value >= start + self.book.slipping * (x - start) else "behind"

    def judge_each(self, row):
        """The group's own row of a target for each member (3.4)."""
        members = self.figures.members_on(row.org, row.as_of)[0]
        rows = [self.row(m, row.indicator, row.year, row.as_of, row.target, row.org)
                for m in members]
        row.more["met"] = sum(r.status in ("exceeded", "met", "within") for r in rows)
        row.more["heard"] = sum(r.figure is not None for r in rows)
        row.more["silent"] = [r.org for r in rows if r.figure is None]
        row.more["total"] = len(members) + self.figures.unnamed(row.org)
        measured = self.measured_day(row)
        if measured and row.as_of < measured:
            return "not_due"
        if not any(r.figure for r in rows):
            return "no_report"
        if any(r.status == "missed" for r in rows):
            return "missed"
        if self.figures.unnamed(row.org) or not all(r.figure for r in rows):
            return "incomplete"
        return worst([r.status for r in rows])

    # ---------------------------------------------------------------------- the figures of 4.4

    def compare(self, row):
        if row.bound is None:
            return "no_target"
        if row.figure is None:
            return "no_report"
        return self.growth(row.bound)

    def growth(self, bound):
        return bound.unknown if bound else None

    def percent(self, row, value, bound, printed=None, estimated=False):
        """(A / T in %, reason)"""
        ind, figure = self.indicators[row.indicator], row.figure
        if printed is None and bound:
            printed = bound.printed
        compare = ("no_target" if bound is None else
                   "no_report" if figure is None and not estimated else bound.unknown)
        reason = ("each_member" if row.own_each else compare or
                  ("within" if bound.kind == "within" else
                   "kind" if ind.kind in ("rate", "done") else
                   "ceiling" if bound.side == "ceiling" else
                   "partial" if not estimated and figure.partial and not figure.lower_bound else
                   "target_not_positive" if printed <= 0 else
                   "actual_negative" if value < 0 else None))
        return (None, reason) if reason else (value / printed * 100, None)

    def put(self, row, key, value, reason=None):
        row.values[key] = None if reason else value
        if reason:
            row.undefined[key] = reason

    def less_favourable(self, row):
        """The end of an interval that stands for what JSON gives once (4.6)."""
        value, bound = row.figure.value, row.bound
        if bound is None or bound.side == "floor" or not row.ends:
            return value.high if bound and bound.side == "ceiling" else value.low
        if bound.side == "ceiling":
            return value.high
        low, high = (BEST_TO_WORST.index(s) for s in row.ends)
        return value.high if high > low else value.low

    def compute(self, row):
        self.compute_target(row)
        self.compute_progress(row)
        self.compute_time(row)
        self.compute_last_year(row)
        self.compute_forecasts(row)
        self.compute_estimate(row)
        self.compute_months(row)

    def compute_target(self, row):
        ind, bound, figure = self.indicators[row.indicator], row.bound, row.figure
        low, high = (figure.low, figure.high) if figure else (None, None)
        interval = figure is not None and low != high
        self.put(row, "attainment_pct", *self.percent(row, low, bound))
        # Reading (4.4): a key of the other end has a reason only where there is another end.
        other = None, None
        if interval:
            other = self.percent(row, high, bound)
        elif bound and bound.kind == "range":
            bounds = (bound.high if bound.side == "floor" else bound.low)
            other = self.percent(row, low, bound, bounds)
        self.put(row, "attainment_pct_high", *other)
        first = (None, None)
        if row.original:
            first = self.percent(row, low, row.original)
        self.put(row, "attainment_original_pct", *first)
        reason = ("each_member" if row.own_each else self.compare(row)
                  or ("kind" if ind.kind == "done" else "partial" if figure.partial else None))
        self.put(row, "gap", None if reason else self.gap(bound, low), reason)
        self.put(row, "gap_high", self.gap(bound, high) if interval and not reason else None,
                 reason if interval else None)
        reason = ("each_member" if row.own_each else self.compare(row)
                  or ("kind" if ind.kind == "done" else "within" if bound.kind == "within" else
                      "ceiling" if bound.side == "ceiling" else
                      "partial" if figure.partial else None))
        left = None if reason else max(bound.printed - self.less_favourable(row), Fraction(0))
        self.put(row, "left", left, reason)

    def gap(self, bound, value):
        if bound.kind != "within":
            return value - bound.printed
        return (value - bound.high if value > bound.high else
                value - bound.low if value < bound.low else Fraction(0))

    def compute_progress(self, row):
        ind, bound, figure, b = self.indicators[row.indicator], row.bound, row.figure, row.b
        reason = ("each_member" if row.own_each else "flow" if ind.flows else self.compare(row)
                  or ("kind" if ind.kind == "done" else "within" if bound.kind == "within" else
                      "no_baseline" if b is None and not row.b_some else
                      "partial" if row.b_some or figure.partial else
                      "baseline_is_target" if b == bound.printed else
                      "baseline_meets" if bound.met(b) else None))
        way = None if reason else bound.printed - b
        self.put(row, "progress_pct", None if reason else (figure.low - b) / way * 100, reason)
        interval = figure is not None and figure.low != figure.high
        self.put(row, "progress_pct_high",
                 (figure.high - b) / way * 100 if interval and not reason else None,
                 reason if interval else None)

    def compute_time(self, row):
        figure = row.figure
        self.put(row, "elapsed_pct", figure and self.gone(row) / self.months(row) * 100,
                 None if figure else "no_report")
        ind, bound = self.indicators[row.indicator], row.bound
        reason = ("each_member" if row.own_each else "no_target" if bound is None else
                  bound.unknown or ("unpaced" if not self.paced(row) else
                                    "no_report" if figure is None else None))
        if not reason and self.due(row) is not None:
            stock = not ind.flows
            reason = ("within" if bound.decides is None else
                      "no_baseline" if stock and row.b is None and not row.b_some else
                      "partial" if stock and row.b_some else None)
        self.put(row, "expected", None if reason else self.expected(row), reason)

    def compute_last_year(self, row):
        ind, figure, bound, b = self.indicators[row.indicator], row.figure, row.bound, row.b
        self.put(row, "baseline", b, "partial" if row.b_some else None)
        points = ind.in_points
        then, now, reason = None, None, "no_report"
        if figure:
            alike, found, members, changed = self.figures.alike(
                row.org, row.indicator, row.year, row.part, row.as_of, row.shown)
            now, then = alike.low, found and found.low
            reason = "boundary_changed" if changed and found is None else None
            row.more["last_year_date"] = found and found.date
            if members is not None and found:
                row.more["members_alike"], row.more["actual_alike"] = members, now
        self.put(row, "last_year_same", then, reason)
        known = then is not None
        kind = "kind" if known and ind.kind == "done" else None
        self.put(row, "vs_last_year_gap", now - then if known else None, reason or kind)
        kind = ("kind" if points or ind.kind == "done" else
                "last_year_not_positive" if known and then <= 0 else
                "actual_negative" if known and now < 0 else None) if known else None
        self.put(row, "vs_last_year_pct",
                 now / then * 100 if known and not kind else None, reason or kind)
        for key, kinds in (("target_vs_last_year_pct", points or ind.kind == "done"),
                           ("target_vs_last_year_gap", not points)):
            growth = bound and bound.unknown
            reason = ("each_member" if row.own_each else "no_target" if bound is None else
                      "kind" if kinds else "within" if bound.kind == "within" else
                      "no_baseline" if growth == "no_baseline" or (b is None and not row.b_some)
                      else "partial" if row.b_some else None)
            if not reason and key.endswith("pct") and b <= 0:
                reason = "last_year_not_positive"
            value = None if reason else (bound.printed / b * 100 if key.endswith("pct")
                                         else bound.printed - b)
            self.put(row, key, value, reason)

    def compute_forecasts(self, row):
        ind, figure = self.indicators[row.indicator], row.figure
        reason = ("each_member" if row.own_each else
                  "unpaced" if not self.paced(row) or not ind.flows else
                  "no_report" if figure is None else None)
        phi = self.due(row)
        if not reason and phi is not None:
            reason = "partial" if figure.partial else "not_begun" if phi <= 0 else None
        self.put(row, "forecast_run_rate", None if reason or phi is None
                 else self.less_favourable(row) / phi, reason)
        # Reading (4.4): of what is no flow, or of a part, the reasons in the list come first.
        reason = ("each_member" if row.own_each else "no_report" if figure is None else
                  "partial" if figure.partial else None)
        value = None
        if not reason and ind.flows and row.part is None:
            season = self.figures.season(row.org, row.indicator, row.year, None, row.as_of,
                                         row.shown)
            if season and season[1].low > 0:
                value = self.less_favourable(row) * season[0].low / season[1].low
        self.put(row, "forecast_seasonal", value, reason)

    def compute_estimate(self, row):
        ind, bound, b = self.indicators[row.indicator], row.bound, row.b
        keys = ("estimate_attainment_pct", "estimate_vs_last_year_pct",
                "estimate_vs_last_year_gap")
        for key in ("estimate", "estimate_high", *keys):
            row.values[key] = None
        row.more["estimate_status"] = row.more["estimate_date"] = None
        found = None if row.part else self.figures.estimate(row.org, row.indicator, row.year,
                                                            row.as_of)
        if not found:
            return
        value, row.more["estimate_date"] = found
        row.values["estimate"] = value.low
        row.values["estimate_high"] = value.high if value.high != value.low else None
        self.put(row, keys[0], *self.percent(row, value.low, bound, estimated=True))
        known = "no_baseline" if b is None and not row.b_some else "partial" if row.b_some else None
        reason = ("kind" if ind.in_points or ind.kind == "done" else known
                  or ("last_year_not_positive" if b <= 0 else
                      "actual_negative" if value.low < 0 else None))
        self.put(row, keys[1], None if reason else value.low / b * 100, reason)
        reason = known if ind.in_points else "kind"
        self.put(row, keys[2], None if reason else value.low - b, reason)
        if bound and not bound.unknown and not row.own_each and bound.kind != "done":
            row.more["estimate_status"] = worst(
                ["exceeded" if bound.exceeded(v) else "met" if bound.met(v) else "missed"
                 for v in value[:2]])

    def compute_months(self, row):
        ind, figure, left = self.indicators[row.indicator], row.figure, row.values["left"]
        reason = row.undefined.get("left")
        if not reason:
            months = self.months(row) - self.gone(row)
            ends = row.figure.low, row.figure.high
            met = all(row.bound.met(end) for end in ends)
            reason = "met" if met else "no_months_left" if months <= 0 else None
        self.put(row, "needed_per_month", None if reason else left / months, reason)
        reason = ("each_member" if row.own_each else "no_report" if figure is None else
                  "unpaced" if not ind.flows else
                  "partial" if figure.partial else
                  "not_begun" if self.gone(row) <= 0 else None)
        self.put(row, "achieved_per_month", None if reason
                 else self.less_favourable(row) / self.gone(row), reason)

    # -------------------------------------------------------------------------------- as JSON

    def target_json(self, row):
        target, bound = row.target, row.bound
        if target is None:
            return None
        ind = self.indicators[row.indicator]
        times = row.more["total"] if row.own_each and ind.kind in ("flow", "stock") else 1
        each = row.each

        def end(x):
            return None if x is None else x * times

        original = row.original if target.wanted.kind != "grow" else None
        return {"kind": bound.kind, "low": end(bound.low), "high": end(bound.high),
                "by": target.by, "during": part_name(self.figures.window(row.org, row.year),
                                                     row.year, target.during),
                "grow_pct": row.grow_pct, "base": row.base if row.base is not None or end(bound.low or bound.high) is None
                else row.values["baseline"] if row.grow_pct is not None else None, "each": each,
                "revised_on": row.revised_on,
                "original_low": end(original and original.low),
                "original_high": end(original and original.high), "decides": bound.decides}

    def json(self, row):
        """The keys of section 11."""
        ind, figure, rolled, more = (self.indicators[row.indicator], row.figure, row.shown.rolled,
                                     row.more)
        actual = figure and {"low": figure.low, "high": figure.high, "hedge": figure.value.hedge,
                             "date": figure.date}
        span = figure and rolled and (figure.date_from or figure.date)
        last = row.window[1]
        found = {"org": row.org, "indicator": row.indicator, "year": row.year, "as_of": row.as_of,
                 "kind": ind.kind, "better": ind.better, "unit": ind.unit, "part_of": ind.part_of,
                 "owner": ind.owner, "target": self.target_json(row), "actual": actual,
                 **row.values, "gap_unit": "pp" if ind.unit == "%" else ind.unit,
                 "baseline_date": row.b_date, "last_year_date": more.get("last_year_date"),
                 "estimate_date": more["estimate_date"],
                 "estimate_status": more["estimate_status"], "status": row.status,
                 "computed_status": row.computed, "uncertain": row.uncertain,
                 "stale": bool(figure and row.as_of > last > figure.date),
                 "partial": bool(figure and figure.partial), "override_why": row.why,
                 "members_reporting": more.get("heard", rolled.reporting if rolled else None),
                 "members_met": more.get("met", figure.low if rolled and figure
                                         and ind.kind == "done" else None),
                 "members_total": more.get("total", rolled.total if rolled else None),
                 "missing_members": more.get("silent", rolled.missing if rolled else []),
                 "late_members": [{"org": o, "date": d} for o, d in rolled.late] if rolled else [],
                 "joined_members": ([{"org": o, "into": i} for o, i in rolled.joined]
                                    if rolled else []),
                 "members_alike": more.get("members_alike"), "date_from": span or None,
                 "actual_alike": more.get("actual_alike"), "undefined": row.undefined}
        return found
