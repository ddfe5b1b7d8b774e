# SPDX-License-Identifier: MIT
"""The oracle's lists: the headline (RULES 5), claims (7), parts (3.5), allocation (3.6) and what
is asked when the reader names no day and no year (4.1, 10)."""

from fractions import Fraction

from oracle_figures import Figures
from oracle_model import BEST_TO_WORST, Num, cut, divide, quotient_factor, rounded, worst
from oracle_rows import Rows

EDGES = {"attainment": (0, 100), "of_last_year": (0, 100), "share_of": (0, 100), "times": (0, 1),
         "over": (0,), "growth": (0,), "change": (0,)}


def printed(x, places, edges):
    """x to so many places, never on an edge that it misses: one step back from it (1.2)."""
    near = rounded(x, places)
    if near in edges and near != x:
        near += Fraction(1 if x > near else -1, 10**places)
    return near


class Answer:
    """What `status --format json` answers for a book."""

    def __init__(self, book, as_of=None, year=None):
        self.book, self.as_of, self.year = book, as_of, year
        self.figures = Figures(book)
        self.rows = Rows(self.figures)
        self.orgs, self.indicators = self.figures.orgs, self.figures.indicators

    # ------------------------------------------------------------------- the year and the day

    def named_members(self, org):
        return self.orgs[org].members

    def year_of(self, org):
        if self.year is not None:
            return self.year
        groups = [g.code for g in self.book.orgs if org in g.members]
        # Reading (10): "its group's members" are the named ones and successors of named ones.
        groups += [g.code for g in self.book.orgs if g.is_group and g.code not in groups
                   and org in self.figures.pool(g.code)]
        years = [t.year for t in self.book.targets
                 if t.org == org or (t.each and t.org in groups)]
        # Reading (10): any entry of actuals, an estimate too, is a figure.
        years = years or [e.year for e in self.book.entries if e.org == org]
        if not years:
            years = [y for m in self.named_members(org) if (y := self.year_of(m)) is not None]
        return max(years) if years else None

    def reported(self, org, year):
        days = [self.figures.entry_span(e)[1] for e in self.figures.entries.get((org, year), ())]
        # Reading (4.1): the members of a group are those of any day, successors included.
        for member in self.figures.pool(org):
            days += self.reported(member, year)
        return days

    def day_of(self, org, year):
        if self.as_of is not None:
            return self.as_of
        days = self.reported(org, year)
        return max(days) if days else self.figures.window(org, year)[0]

    def tables(self):
        """[(org, year, as-of date)]"""
        found = [(o.code, self.year_of(o.code)) for o in self.book.orgs]
        return [(org, year, self.day_of(org, year)) for org, year in found if year is not None]

    # --------------------------------------------------------------------------------- the rows

    def in_order(self, org, year, as_of):
        """The rows of an organisation in the order of section 11."""
        rows = {i.code: self.rows.rows_of(org, i.code, year, as_of) for i in self.book.indicators}
        found = []

        def write(code):
            found.extend(rows[code])
            for part in self.book.indicators:
                if part.part_of == code:
                    write(part.code)

        for ind in self.book.indicators:
            if ind.part_of is None:
                write(ind.code)
        return found

    def answer(self):
        tables = self.tables()
        rows = [r for table in tables for r in self.in_order(*table)]
        return {"rows": [self.rows.json(r) for r in rows],
                "summary": self.summary(rows),
                "claims": [c for table in tables for c in self.claims(*table)],
                "parts": [p for table in tables for p in self.parts(*table)],
                "allocation": [a for table in tables for a in self.allocation(*table)]}

    # ----------------------------------------------------------------------------- the headline

    def below(self, group):
        """The members of a group, and their members."""
        found = set(self.figures.pool(group))
        for member in list(found):
            found |= self.below(member)
        return found

    def goals(self, rows):
        """{(org, indicator, part): the least favourable standing status} and rows without one."""
        aimed = {(r.org, r.indicator) for r in rows if r.target}
        counted = [r for r in rows if (whole := self.indicators[r.indicator].part_of) is None
                   or (r.target and (r.org, whole) not in aimed)]
        left_out = set()
        for org in {r.org for r in counted if r.target and self.orgs[r.org].is_group}:
            left_out |= self.below(org)
        goals, beside = {}, 0
        for row in counted:
            if row.org in left_out:
                continue
            if row.target is None:
                beside += self.indicators[row.indicator].part_of is None
            else:
                goals.setdefault((row.org, row.indicator, row.part), []).append(row.status)
        return {k: worst(s) for k, s in goals.items()}, beside

    def summary(self, rows):
        goals, beside = self.goals(rows)
        counts = {status: 0 for status in BEST_TO_WORST}
        for status in goals.values():
            counts[status] += 1
        return {"goals": len(goals), **counts, "no_target": beside}

    def headline_rows(self, org, year, day):
        """The rows of an organisation alone; of a group without goals those of its members."""
        rows = self.in_order(org, year, day)
        if not self.goals(rows)[0] and self.orgs[org].is_group:
            return [r for m in self.figures.members_on(org, day)[0]
                    for r in self.headline_rows(m, year, day)]
        return rows

    def headline(self, org, year, day):
        """(met or exceeded, goals)"""
        goals, _ = self.goals(self.headline_rows(org, year, day))
        return sum(s in ("met", "exceeded") for s in goals.values()), len(goals)

    # ------------------------------------------------------------------------------- the claims

    def claims(self, org, year, as_of):
        found = []
        for entry in self.figures.entries.get((org, year), ()):
            if self.figures.entry_span(entry)[1] > as_of:
                continue
            found += [self.claim(entry, c) for c in entry.claims]
            if entry.headline:
                met, of = self.headline(org, year, self.figures.entry_span(entry)[1])
                found.append({"org": org, "indicator": None, "year": year, "claim": "headline",
                              "published": Fraction(entry.headline[0]),
                              "published_of": entry.headline[1], "hedge": None, "computed": met,
                              "computed_of": of, "missing": None,
                              "verdict": "agrees" if entry.headline == (met, of) else "differs"})
        return found

    def claim(self, entry, claim):
        computed, verdict, missing = Claimed(self, entry, claim).answer()
        key = f"share_of {claim.other}" if claim.key == "share_of" else claim.key
        return {"org": entry.org, "indicator": claim.indicator, "year": entry.year, "claim": key,
                "published": claim.published, "hedge": claim.hedge, "computed": computed,
                "verdict": verdict, "missing": missing}

    # -------------------------------------------------------------------------------- the parts

    def parts(self, org, year, as_of):
        found = []
        for whole in self.book.indicators:
            parts = [p for p in self.book.indicators if p.part_of == whole.code]
            for name in dict.fromkeys(p.breakdown for p in parts):
                mine = [p for p in parts if p.breakdown == name]
                for kind, answers in (("targets", self.part_targets(org, whole, mine, year, as_of)),
                                      ("actuals", self.part_actuals(org, whole, mine, year,
                                                                    as_of))):
                    found += [{"org": org, "indicator": whole.code, "year": year, "by": name,
                               "of": kind, **a} for a in answers]
        return found

    def like(self, whole, parts):
        """Parts held against their whole: flows and stocks of the same kind and unit (3.5)."""
        # Reading (11): the list holds sums alone; a share above its whole is a finding, no sum.
        if whole.kind not in ("flow", "stock"):
            return []
        return [p for p in parts if (p.kind, p.unit) == (whole.kind, whole.unit)]

    def held(self, total, whole, all_there):
        verdict = ("above" if total.low > whole.high else
                   "short" if total.high < whole.low and all_there else
                   "partial" if total.high < whole.low else
                   "equal" if total.low == whole.low or all_there else
                   "above" if total.low > whole.low else "partial")
        return {"sum": total.low, "whole": whole.low, "verdict": verdict}

    def part_actuals(self, org, whole, parts, year, as_of):
        shown = self.figures.shown(org, whole.code, year, None, as_of).figure
        like = self.like(whole, parts)
        # Reading (3.5): a partial whole is held against nothing.
        if not shown or shown.partial or not like:
            return []
        found = [self.figures.shown(org, p.code, year, None, shown.date).figure for p in like]
        there = [f for f in found if f and f.date == shown.date and not f.partial]
        if not there:
            return []
        total = Num(sum(f.low for f in there), sum(f.high for f in there))
        complete = any(p.complete for p in parts) and len(there) == len(parts)
        return [self.held(total, shown.value, complete)]

    def part_targets(self, org, whole, parts, year, as_of):
        like, found = self.like(whole, parts), []

        def known(code, each):
            return [r for r in self.rows.rows_of(org, code, year, as_of)
                    if r.target and bool(r.each) == each]

        for row in (r for each in (False, True) for r in known(whole.code, each)):
            same = [r for r in known(whole.code, bool(row.each)) if r.part == row.part]
            values = []
            for part in like:
                theirs = [r for r in known(part.code, bool(row.each)) if r.part == row.part]
                match = [r for r in theirs if r.target.by == row.target.by]
                if not match and len(theirs) == 1 and len(same) == 1:
                    match = theirs
                values += [r.bound.printed for r in match if r.bound.printed is not None][:1]
            if values and row.bound.printed is not None:
                complete = any(p.complete for p in parts) and len(values) == len(parts)
                total = sum(values)
                found.append(self.held(Num(total, total),
                                       Num(row.bound.printed, row.bound.printed), complete))
        return found

    # ------------------------------------------------------------------------------- allocation

    def assigned(self, rows, by):
        """A member's target that counts for an assigner (3.6)."""
        # Reading (3.6): chosen first; left out afterwards where it is growth without B.
        rows = [r for r in rows if r.target and r.part is None]
        same = [r for r in rows if r.target.by == by]
        return same[0] if same else rows[0] if len(rows) == 1 else None

    def allocation(self, org, year, as_of):
        if not self.orgs[org].is_group:
            return []
        found, unnamed = [], self.figures.unnamed(org)
        for ind in self.book.indicators:
            if ind.rule != "sum":
                continue
            rows = self.rows.rows_of(org, ind.code, year, as_of)
            each = [r for r in rows if r.own_each]
            for row in rows:
                if row.own_each or row.target is None or row.part or row.bound.printed is None:
                    continue
                by, values = row.target.by, []
                for member in self.figures.members_on(org, as_of)[0]:
                    theirs = self.assigned(self.rows.rows_of(member, ind.code, year, as_of), by)
                    if theirs and theirs.bound.printed is not None:
                        # what a member that is a group assigns to each of its own: n times
                        times = theirs.more["total"] if theirs.own_each else 1
                        values.append(theirs.bound.printed * times)
                theirs = self.assigned(each, by)
                if unnamed and theirs and theirs.bound.printed is not None:
                    values.append(theirs.bound.printed * unnamed)
                if values:
                    total, own = sum(values), row.bound.printed
                    found.append({"org": org, "indicator": ind.code, "year": year, "by": by,
                                  "sum": total, "target": own,
                                  "verdict": "allocated" if total == own else
                                  "short" if total < own else "over"})
        return found


# ---------------------------------------------------------------------------- one published figure

class Missing(Exception):
    """What a claim needs is not there."""


class Claimed:
    """A claim, recomputed (7)."""

    def __init__(self, answer, entry, claim):
        self.all, self.figures, self.rows = answer, answer.figures, answer.rows
        self.entry, self.claim = entry, claim
        self.org, self.code, self.year = entry.org, claim.indicator, entry.year
        self.day = self.figures.entry_span(entry)[1]
        self.ind = answer.indicators[claim.indicator]

    def answer(self):
        """(computed, verdict, missing)"""
        try:
            values = self.values()
        except Missing as missing:
            return None, "unchecked", str(missing)
        verdicts = [self.verdict(v) for v in values]
        for verdict in ("agrees", "cut"):
            if verdict in verdicts:
                return values[verdicts.index(verdict)], verdict, None
        return values[0], "differs", None

    def verdict(self, computed):
        claim, step = self.claim, Fraction(1, 10**self.claim.places)
        x = claim.published
        if claim.hedge:
            true = {"more_than": computed > x, "less_than": computed < x,
                    "about": abs(computed - x) <= step}[claim.hedge]
            return "agrees" if true else "differs"
        if printed(computed, claim.places, EDGES[claim.key]) == x:
            return "agrees"
        return "cut" if cut(computed, claim.places) == x else "differs"

    # ------------------------------------------------------------------------------ what it needs

    def target(self):
        """The row of the target that the claim speaks of, looked at from the entry's day."""
        claim, entry = self.claim, self.entry
        rows = [self.rows.row(self.org, self.code, self.year, self.day, t, each)
                for t, each in self.rows.targets_of(self.org, self.code, self.year, self.day)]
        rows = [r for r in rows if not r.own_each]
        yearly = [r for r in rows if r.part is None]
        if claim.during:
            rows = [r for r in rows if r.part == claim.during]
        elif entry.estimate:
            rows = yearly
        else:
            rows = [r for r in rows if r.part
                    and r.window[0] <= self.day <= r.window[1]] or yearly
        # Reading (7.2): a claim that names no `by` may mean any of the assigners.
        if claim.by is not None:
            rows = [r for r in rows if r.target.by == claim.by]
        return rows

    def shown(self, code, part=None):
        return self.figures.shown(self.org, code, self.year, part, self.day).figure

    def reported(self, code):
        """The entry's own figure, as (Num, partial)."""
        value = self.entry.values.get(code)
        return (value, False) if value is not None else None

    def estimated(self, code):
        if found := self.reported(code):
            return found
        # Reading (7.2): an estimate's claim without a value means the estimate made on that day.
        made = self.figures.estimate(self.org, code, self.year, self.day)
        return (made[0], False) if made and made[1] == self.day else None

    def of_the_day(self, code):
        """The figure that the row shows when looked at from that day, if it is of that day."""
        figure = self.shown(code)
        return (figure.value, figure.partial) if figure and figure.date == self.day else None

    def actual(self):
        if self.entry.estimate:
            return self.estimated(self.code)
        return self.reported(self.code) or self.of_the_day(self.code)

    def against_target(self, row):
        """A for the target of a row (7.2, 3)."""
        entry = self.entry
        if entry.estimate:
            return self.estimated(self.code)
        if entry.during is None and row.part is None:
            return self.actual()
        if entry.during and row.part == entry.during:
            return self.reported(self.code) or self.part_figure(row)
        if entry.during and row.part is None:
            return self.of_the_day(self.code)
        return self.part_figure(row)

    def part_figure(self, row):
        # Reading (7.2): the figure of that part, looked at from the entry's day, of whatever day.
        figure = self.shown(self.code, row.part)
        return (figure.value, figure.partial) if figure else None

    def before(self):
        """(A₋₁, partial)"""
        key = self.org, self.code, self.year
        if self.entry.estimate:
            found, some = self.figures.before(*key, None, self.day)
            if some:
                raise Missing("partial")
            return found
        part = self.entry.during
        if self.code in self.entry.values:
            return self.figures.last_year(*key, part, self.day, self.day)[0]
        shown = self.figures.shown(*key, None, self.day)
        _, then, members, _ = self.figures.alike(*key, None, self.day, shown)
        # Reading (7.2): a comparison that leaves out members is partial.
        if then and members is not None and members < shown.rolled.total:
            raise Missing("partial")
        return then

    # --------------------------------------------------------------------------------- the value

    def values(self):
        """The computed values, the lower end and the bound that decides first."""
        key = self.claim.key
        if key in ("attainment", "over", "times"):
            return self.of_target()
        found = self.actual()
        if found is None:
            raise Missing("actual")
        value, partial = found
        if partial:
            raise Missing("partial")
        return self.of_whole(value) if key == "share_of" else self.of_last_year(value)

    def of_target(self):
        rows = self.target()
        found = self.against_target(rows[0]) if rows else self.actual()
        # Reading (7.1): asked in the order in which 7.1 names what may be missing.
        if found is None:
            raise Missing("actual")
        if not rows:
            raise Missing("target")
        if len(rows) > 1:
            raise Missing("ambiguous_target")
        bound = rows[0].bound
        if bound.unknown:
            # Reading (7.1): of growth without B it is last year's figure that is missing.
            raise Missing("partial" if bound.unknown == "partial" else "last_year")
        targets = [bound.printed]
        if bound.kind in ("range", "within"):
            targets = [bound.low, bound.high]
            targets.reverse() if bound.side == "ceiling" else None
        if targets[0] is None:
            raise Missing("target")
        value, partial = found
        if not all(targets):
            raise Missing("zero")
        if partial:
            raise Missing("partial")
        # Reading (7.1): every end of A against every bound, also of a target to stay within.
        ratios = [a / t for t in targets for a in value[:2]]
        return [{"attainment": r * 100, "over": (r - 1) * 100, "times": r}[self.claim.key]
                for r in ratios]

    def of_last_year(self, value):
        then = self.before()
        if then is None:
            raise Missing("last_year")
        if self.claim.key == "change":
            return [a - then.low for a in value[:2]]
        if then.low == 0:
            raise Missing("zero")
        less = 100 if self.claim.key == "growth" else 0
        return [a / then.low * 100 - less for a in value[:2]]

    def of_whole(self, value):
        other = self.claim.other
        if self.entry.estimate:
            found = self.reported(other)
            if not found:
                made = self.figures.estimate(self.org, other, self.year, self.day)
                found = made and (made[0], False)
        else:
            found = self.reported(other) or self.of_the_day(other)
        if found is None:
            raise Missing(other)
        whole, partial = found
        if whole.low == 0 or whole.high == 0:
            raise Missing("zero")
        if partial:
            raise Missing("partial")
        factor = quotient_factor("%", self.ind.unit, self.all.indicators[other].unit)
        if whole.low > 0:
            made = divide(value, whole, factor)
            return [made.low, made.high]
        return [value.low / whole.high * factor, value.high / whole.low * factor]


def answer(book, as_of=None, year=None):
    """What the program is to answer for a book."""
    return Answer(book, as_of, year).answer()

