# SPDX-License-Identifier: MIT
"""The oracle's figures: RULES 6 (groups), 4.5 (estimates) and 4.3 (last year)."""

from dataclasses import replace
from fractions import Fraction

from oracle_model import LATE, Num, add, days_last_year, divide, joined_hedge, num
from oracle_reported import Figure, Reported, Rolled, Shown, cached


class Figures(Reported):
    """The figures of one book."""

    # ----------------------------------------------------------------------------------- groups

    def members_on(self, group, day):
        """(members of a day, [(who joined another, into whom)]) (6.1)"""
        found, joined = [], []
        for code in self.orgs[group].members:
            member = self.orgs[code]
            if member.begin and member.begin > day:
                continue
            if member.end and member.end < day:
                # Reading (6.1): a successor that has itself ended is not followed further.
                heirs = [o.code for o in self.book.orgs
                         if code in o.predecessors and o.exists(day)]
                joined.append((code, heirs[0] if heirs else None))
                code = heirs[0] if heirs else None
            if code and code not in found:
                found.append(code)
        return found, joined

    def unnamed(self, group):
        org = self.orgs[group]
        return max(0, (org.members_total or 0) - len(org.members))

    def pool(self, group):
        """Everybody who is a member on some day: named, or the successor of a named one."""
        named = self.orgs[group].members
        heirs = [o.code for o in self.book.orgs
                 if o.code not in named and set(o.predecessors) & set(named)]
        return [*named, *heirs]

    @cached
    def brought(self, org, code, year, part, day):
        """A member's last figure by a day, as its group rolls it up."""
        ind = self.indicators[code]
        if ind.rule != "ratio":
            return self.shown(org, code, year, part, day).figure
        if not ind.ratio:
            # Reading (6): a share without `ratio` still has members' figures and lists.
            return self.shown(org, code, year, part, day).figure
        if not self.orgs[org].is_group:
            found = self.both(org, code, year, part, day, self.own)
            if found is None:
                return None
            return Figure(Num(Fraction(0), Fraction(0)), found[2],
                          pair=(found[0].value, found[1].value))
        # Reading (6.3): a member that is a group brings the two parts that make its ratio.
        shown = self.without_own(org, code, year, part, day).figure
        return shown if shown and shown.pair else None

    @cached
    def member_days(self, group, code, year, part, as_of):
        """The days on which a figure of a member is dated (6.2, step 1)."""
        return sorted({d for m in self.pool(group)
                       for d in self.figure_days(m, code, year, part, as_of)
                       if m in self.members_on(group, d)[0]})

    @cached
    def figure_days(self, org, code, year, part, as_of):
        """The days on which a figure of an organisation is dated."""
        ind, found = self.indicators[code], set()
        if self.orgs[org].is_group:
            # Reading (6.2): the days of its members, and those of what it reports itself.
            found |= set(self.member_days(org, code, year, part, as_of))
        plain = ind.rule != "ratio" or not ind.ratio
        if plain:
            found |= set(self.days(org, code, year, part, as_of))
        if ind.ratio and not ind.flows:
            found |= {d for c in ind.ratio for d in self.days(org, c, year, part, as_of)
                      if (f := self.brought(org, code, year, part, d)) and f.date == d}
        if plain and (f := self.brought(org, code, year, part, as_of)):
            found.add(f.date)  # of a merged unit that has not reported
        return sorted(found)

    # Reading (6, 11): refused, or without any figure, k, n and the lists are given all the same.
    @cached
    def rolled(self, group, code, year, part, as_of):
        """What the members have together (6.2, 6.3)."""
        candidates = self.member_days(group, code, year, part, as_of)
        day = self.day_of(group, code, year, part, as_of, candidates)
        at = day or as_of
        members, joined = self.members_on(group, at)
        result = Rolled(len(members) + self.unnamed(group), day, joined=list(joined))
        for member in members:
            figure = self.brought(member, code, year, part, at) if day else None
            if figure is None:
                result.missing.append(member)
            elif figure.date < day - LATE:
                result.late.append((member, figure.date))
            else:
                result.counted.append((member, figure))
        if result.counted:
            result.figure = self.roll_up(code, year, result)
        for member, _ in result.counted:
            self.join_lists(result, member, code, year, part, at)
        return result

    def day_of(self, group, code, year, part, as_of, candidates):
        best = None
        for day in reversed(candidates):
            members = self.members_on(group, day)[0]
            last = [self.brought(m, code, year, part, day) for m in members]
            counted = sum(1 for f in last if f and f.date >= day - LATE)
            have = sum(1 for m in members if self.brought(m, code, year, part, as_of))
            if counted and 3 * counted >= 2 * have:
                return day
            if counted and (best is None or counted > best[0]):
                best = counted, day
        return best and best[1]

    def join_lists(self, result, member, code, year, part, day):
        """The lists of a counted member that is a group are joined to the group's."""
        if not self.orgs[member].is_group:
            return
        inner = self.shown(member, code, year, part, day).rolled
        if self.indicators[code].rule == "ratio" and self.indicators[code].ratio:
            inner = self.without_own(member, code, year, part, day).rolled
        if inner:
            result.missing += inner.missing
            result.late += inner.late
            result.joined += inner.joined

    def weight_of(self, member, code, year, day):
        """The member's last weight in the year by a day; None when missing, a range, below 0."""
        weight = self.indicators[code].weight
        figure = weight and self.shown(member, weight, year, None, day).figure
        if not figure or figure.low != figure.high or figure.low < 0:
            return None
        return figure

    # Reading (6.3): of a `count` a member that is a group is one unit, which has it when all of its
    # members have; a weight that is partial counts as it is.
    def combined(self, code, figures, year):
        """(Num, pair) of [(member, Figure)] by the roll-up; None where it is refused (6)."""
        rule, values = self.indicators[code].rule, [f.value for _, f in figures]
        if rule == "sum":
            return add(values), None
        if rule == "count":
            return num(sum(f.yes for _, f in figures)), None
        if rule in ("max", "min"):
            # Reading (6.3): of ranges both ends; the hedges of the figures that are an end.
            pick = max if rule == "max" else min
            low, high = pick(v.low for v in values), pick(v.high for v in values)
            return Num(low, high, joined_hedge(v.hedge for v in values
                                               if v.low == low or v.high == high)), None
        if rule == "last":
            day = max(f.date for _, f in figures)
            latest = [f for _, f in figures if f.date == day]
            return (latest[0].value, None) if len(latest) == 1 else None
        if rule == "weighted":
            weights = [self.weight_of(m, code, year, f.date) for m, f in figures]
            if not all(weights) or not any(w.low for w in weights):
                return None
            whole = sum(w.low for w in weights)
            total = add(Num(v.low * w.low, v.high * w.low, v.hedge)
                        for v, w in zip(values, weights))
            # 6.3: with a hedged weight both what is divided and what it is divided by are hedged.
            hedge = "about" if any(w.value.hedge for w in weights) else total.hedge
            return Num(total.low / whole, total.high / whole, hedge), None
        if rule == "ratio" and self.indicators[code].ratio:
            of, to = add(f.pair[0] for _, f in figures), add(f.pair[1] for _, f in figures)
            value = divide(of, to, self.factor(code))
            return (value, (of, to)) if value else None
        return None

    def roll_up(self, code, year, result):
        made = self.combined(code, result.counted, year)
        if made is None:
            return None
        ind = self.indicators[code]
        partial = (result.reporting < result.total
                   or any(f.partial for _, f in result.counted))
        # 6.2: a span where the days differ, also from the day of the group itself.
        days = {d for _, f in result.counted for d in (f.date, f.date_from or f.date)}
        days.add(result.day)
        bound = (partial and ind.rule == "sum" and ind.kind in ("flow", "stock")
                 and all(f.low >= 0 for _, f in result.counted))
        return Figure(made[0], result.day, min(days) if len(days) > 1 else None, partial, bound,
                      ind.kind == "done" and not partial and made[0].low == result.total, made[1])

    def reports(self, org, code, year, part, as_of):
        return bool(self.days(org, code, year, part, as_of))

    @cached
    def without_own(self, group, code, year, part, as_of):
        """What a group shows where it does not report the indicator itself."""
        ind = self.indicators[code]
        rolled = self.rolled(group, code, year, part, as_of)
        if not (ind.rule == "ratio" and ind.ratio
                and any(self.reports(group, c, year, part, as_of) for c in ind.ratio)):
            return Shown(rolled.figure, rolled)
        # Reading (6.3): "on one day" is the last day looked at from which both are of that day;
        # without such a day there is no figure. The lists are those of a part that is rolled up.
        days = {d for c in ind.ratio
                for d in (*self.figure_days(group, c, year, part, as_of),
                          *self.days(group, c, year, part, as_of))}
        for day in sorted(days, reverse=True):
            both = [self.shown(group, c, year, part, day) for c in ind.ratio]
            if all(s.figure and s.figure.date == day for s in both):
                inner = [s.rolled for s in both if s.rolled]
                inner.sort(key=lambda r: not (r.figure and r.figure.partial))
                return Shown(self.quotient_of(code, (*(s.figure for s in both), day)),
                             inner[0] if inner else None, True)
        return Shown(None, rolled, True)

    @cached
    def shown(self, org, code, year, part, as_of):
        """The figure that a row shows, looked at from a day."""
        own = self.own(org, code, year, part, as_of)
        if not self.orgs[org].is_group:
            return Shown(own)
        other = self.without_own(org, code, year, part, as_of)
        if own is None:
            return other
        if other.figure and other.figure.date > own.date and not other.figure.partial:
            return other
        return Shown(own)

    # -------------------------------------------------------------------------------- estimates

    @cached
    def estimate(self, org, code, year, as_of):
        """(Num, day) of the officer's estimate of the year; None without one (4.5)."""
        made = [(e.day, e.values[code]) for e in self.entries.get((org, year), ())
                if e.estimate and code in e.values and e.day <= as_of]
        if made:
            day, value = max(made, key=lambda m: m[0])
            return value, day
        if not self.orgs[org].is_group or self.unnamed(org):
            return None
        members = self.members_on(org, as_of)[0]
        ind = self.indicators[code]
        if ind.rule == "ratio" and ind.ratio:
            # Reading (6.3): by the ratio, over the estimates of its two parts.
            both = [[self.estimate(m, c, year, as_of) for m in members] for c in ind.ratio]
            if not members or not all(all(e) for e in both):
                return None
            value = divide(*(add(v for v, _ in e) for e in both), self.factor(code))
            return value and (value, max(d for e in both for _, d in e))
        found = [self.estimate(m, code, year, as_of) for m in members]
        if not members or not all(found):
            return None
        made = self.combined(code, [(m, Figure(v, d)) for m, (v, d) in zip(members, found)], year)
        return made and (made[0], max(d for _, d in found))

    # -------------------------------------------------------------------------------- last year

    def exact(self, figure):
        """A range is neither B nor A₋₁."""
        return figure if figure and figure.low == figure.high else None

    def of_all(self, code, made, found):
        """The figure of all members together, of the latest of their days."""
        return Figure(made[0], max(f.date for _, f in found),
                      yes=self.indicators[code].kind == "done" and made[0].low == len(found))

    def summed(self, figures):
        """The sum of the predecessors, each with a figure, all of one day."""
        if not figures or not all(figures) or len({f.date for f in figures}) > 1:
            return None
        return Figure(add(f.value for f in figures), figures[0].date)

    def crossed(self, org, day, figure):
        """Whether the boundary has changed since the day looked for, or that of the figure."""
        begin = self.orgs[org].begin
        return begin is not None and (begin > day or bool(figure and begin > figure.date))

    @cached
    def own_before(self, org, code, year, part, as_of, level=False):
        """B as an organisation itself has it; `part` only where it is of that part (4.3). With
        `level` an accumulating mean is read like a level, as its part of the year is."""
        ind, o = self.indicators[code], self.orgs[org]
        span = self.span(org, year - 1, part)
        found = self.own(org, code, year - 1, part, as_of)
        total = ind.flows and not level and not (part and ind.accumulates)
        if total and found and found.date != span[1]:
            found = None
        # Reading (4.3): for a level, too, the day looked for is the last of that window.
        if self.crossed(org, span[1], found):
            if ind.rule != "sum":
                return None
            return self.exact(self.summed([self.before(p, code, year, part, as_of)[0]
                                           for p in o.predecessors]))
        return self.exact(found)

    @cached
    def before(self, org, code, year, part, as_of, level=False):
        """(B or None, whether only some members have one)."""
        own = self.own_before(org, code, year, part, as_of, level)
        if not self.orgs[org].is_group:
            return own, False
        # Reading (6.5, 3.1): the members' B is rolled up over the members of the as-of date, each
        # with its own B, whatever its day.
        members, ind = self.members_on(org, as_of)[0], self.indicators[code]
        pairs = ind.rule == "ratio" and ind.ratio
        found, some = [], False
        for member in members:
            if pairs:
                figure = self.brought(member, code, year - 1, part, as_of)
                last = self.span(member, year - 1, part)[1]
                some |= bool(figure and figure.partial)
                if figure and (figure.partial or self.crossed(member, last, figure)):
                    figure = None
            else:
                figure, part_of_it = self.before(member, code, year, part, as_of, level)
                some |= part_of_it
            if figure:
                found.append((member, figure))
        whole = None
        if pairs and any(self.days(org, c, year - 1, part, as_of) for c in ind.ratio):
            shown = self.without_own(org, code, year - 1, part, as_of).figure
            whole = shown and not shown.partial and self.exact(shown) or None
            some = bool(shown and shown.partial)
        elif found and len(found) == len(members) + self.unnamed(org):
            made = self.combined(code, found, year - 1)
            if made:
                whole = self.exact(self.of_all(code, made, found))
        elif found:
            some = True
        if own and not (whole and whole.date > own.date):
            return own, False
        return (whole, False) if whole else (None, some and whole is None)

    @cached
    def own_last_year(self, org, code, year, part, day, as_of):
        """(A₋₁ as the organisation itself has it, whether the boundary changed in between)."""
        o, ind = self.orgs[org], self.indicators[code]
        changed = False
        for then in days_last_year(day):
            if then > as_of:
                continue
            if o.begin and o.begin > then:
                changed = True
                found = None
                if ind.rule == "sum":
                    found = self.summed([
                        f if (f := self.shown(p, code, year - 1, part, then).figure)
                        and f.date == then and not f.partial else None for p in o.predecessors])
            else:
                found = self.own(org, code, year - 1, part, then)
            if found and found.date == then:
                return self.exact(found), changed
        return None, changed

    @cached
    def last_year(self, org, code, year, part, day, as_of):
        """(A₋₁ of a figure that an organisation reports itself, whether the boundary changed)."""
        own, changed = self.own_last_year(org, code, year, part, day, as_of)
        if own or not self.orgs[org].is_group:
            return own, changed
        members = self.members_on(org, as_of)[0]
        found = [(m, self.member_then(m, code, year, part, day, as_of)) for m in members]
        if members and all(f for _, f in found) and not self.unnamed(org):
            made = self.combined(code, found, year - 1)
            if made:
                return self.exact(self.of_all(code, made, found)), changed
        return None, changed

    def member_then(self, member, code, year, part, day, as_of):
        """A member's A₋₁ of a day, with its two parts where the roll-up is a ratio."""
        ind = self.indicators[code]
        if ind.rule != "ratio" or not ind.ratio:
            return self.last_year(member, code, year, part, day, as_of)[0]
        for then in days_last_year(day):
            found = self.brought(member, code, year - 1, part, min(then, as_of))
            if found and found.date == then and not found.partial:
                crossed = self.crossed(member, then, found)
                exact = all(v.low == v.high for v in found.pair)  # 4.3: a range is no A₋₁
                return found if exact and found.pair[1].low > 0 and not crossed else None
        return None

    def alike(self, org, code, year, part, as_of, shown):
        """(A, A₋₁, members alike or None, whether the boundary changed): like with like (6.5)."""
        figure = shown.figure
        if shown.mixed:
            return figure, self.mixed_last_year(org, code, year, part, as_of, figure), None, False
        if not shown.rolled or not shown.rolled.counted:
            then, changed = self.last_year(org, code, year, part, figure.date, as_of)
            return figure, then, None, changed
        if not figure.partial:
            then, changed = self.own_last_year(org, code, year, part, figure.date, as_of)
            if then:
                return figure, then, None, changed
        pairs = []
        for member, now in shown.rolled.counted:
            inner = self.shown(member, code, year, part, shown.rolled.day)
            # Reading (6.3): of yes or no a member that is a group has it or has it not.
            one = self.indicators[code].rule in ("ratio", "count")
            if self.orgs[member].is_group and inner.rolled and not one:
                mine, then, _, _ = self.alike(member, code, year, part, as_of, inner)
                # Reading (6.5): a member that is a group is one member; alike within it first.
                mine = mine and replace(mine, date=now.date)
            else:
                mine = None if now.partial and self.indicators[code].rule == "count" else now
                then = self.member_then(member, code, year, part, now.date, as_of)
            if mine and then:
                pairs.append((member, mine, then))
        if not pairs:
            return figure, None, None, False
        now = self.combined(code, [(m, f) for m, f, _ in pairs], year)
        then = self.combined(code, [(m, f) for m, _, f in pairs], year - 1)
        if not now or not then:
            return figure, None, None, False
        day = max(f.date for _, _, f in pairs)
        return (replace(figure, value=now[0]), self.exact(Figure(then[0], day)), len(pairs),
                False)

    def mixed_last_year(self, org, code, year, part, as_of, figure):
        """A₋₁ of a quotient that a group shows: its own, else the same quotient of that day."""
        # Reading (6.5): so too of a quotient of what the group shows; a partial one is none.
        own, _ = self.own_last_year(org, code, year, part, figure.date, as_of)
        if own or figure.partial:
            return own if not figure.partial else None
        for then in days_last_year(figure.date):
            found = self.without_own(org, code, year - 1, part, min(then, as_of)).figure
            if found and found.date == then and not found.partial:
                return self.exact(found)
        return None

    def complete(self, org, code, year, part, figure):
        """Last year's total: also of a part of an accumulating mean one of its last day (4.3)."""
        last = self.span(org, year - 1, part)[1]
        whole = not (part and self.indicators[code].accumulates) or figure and figure.date == last
        return figure if whole else None

    def season(self, org, code, year, part, as_of, shown):
        """(last year's total, A₋₁) over those that have both, or None (6.5)."""
        figure = shown.figure
        own = (self.complete(org, code, year, part,
                             self.own_before(org, code, year, part, as_of)),
               self.own_last_year(org, code, year, part, figure.date, as_of)[0])
        if not shown.rolled or not shown.rolled.counted:
            if not all(own) and self.orgs[org].is_group:
                own = (self.complete(org, code, year, part,
                                     self.before(org, code, year, part, as_of)[0]),
                       self.last_year(org, code, year, part, figure.date, as_of)[0])
            return own if all(own) else None
        if not figure.partial and all(own):
            return own
        pairs = []
        for member, now in shown.rolled.counted:
            total = self.complete(member, code, year, part,
                                  self.before(member, code, year, part, as_of)[0])
            then = self.last_year(member, code, year, part, now.date, as_of)[0]
            inner = self.shown(member, code, year, part, shown.rolled.day)
            if not (total and then) and inner.rolled and self.indicators[code].rule not in (
                    "ratio", "weighted", "count"):
                # 6.5: a member that is a group is one member; alike within it first.
                total, then = (self.season(member, code, year, part, as_of, inner)
                               or (None, None))
            if total and then:
                pairs.append((member, total, then))
        if not pairs:
            return None
        total = self.combined(code, [(m, f) for m, f, _ in pairs], year - 1)
        then = self.combined(code, [(m, f) for m, _, f in pairs], year - 1)
        if not total or not then:
            return None
        return Figure(total[0], figure.date), Figure(then[0], figure.date)
