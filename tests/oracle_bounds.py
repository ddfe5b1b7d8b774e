# SPDX-License-Identifier: MIT
"""Which bound of a target decides: RULES 3.1, and the rounding of growth of 1.3."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from oracle_model import CEILINGS, FLOORS, downward, upward


@dataclass
class Bound:
    """A target as it decides (3.1)."""
    kind: str
    side: str  # floor, ceiling or both
    printed: Optional[Fraction] = None  # T
    decides: Optional[Fraction] = None  # D
    low: Optional[Fraction] = None
    high: Optional[Fraction] = None
    limit: bool = False
    unknown: Optional[str] = None  # of growth: no_baseline or partial

    def met(self, value):
        if self.kind == "within":
            return self.low <= value <= self.high
        if self.kind == "exactly":
            return value == self.printed
        if self.kind == "more_than":
            return value > self.decides
        if self.kind == "less_than":
            return value < self.decides
        return value >= self.decides if self.side == "floor" else value <= self.decides

    def exceeded(self, value):
        if self.side == "both" or self.kind in ("about", "done"):
            return False
        if self.side == "floor":
            return value > (self.high if self.kind == "range" else self.printed)
        return value < (self.low if self.kind == "range" else self.printed)


def side_of(wanted, better):
    if wanted.kind in ("within", "exactly"):
        return "both"
    if wanted.kind in FLOORS:
        return "floor"
    if wanted.kind in CEILINGS:
        return "ceiling"
    return "ceiling" if better == "lower" else "floor"


def bound_of(wanted, ind, before=None, some=False):
    """The Bound of what is wanted; `before` is B, `some` says that only some members have one."""
    side = side_of(wanted, ind.better)
    kind = wanted.kind
    if kind == "plain":
        kind = "at_most" if side == "ceiling" else "at_least"
    bound = Bound(kind, side, limit=wanted.kind in CEILINGS)
    if kind == "done":
        return bound
    if kind == "within":
        bound.low, bound.high = wanted.low, wanted.high
    elif kind == "range":
        bound.low, bound.high = wanted.low, wanted.high
        bound.printed = bound.decides = wanted.low if side == "floor" else wanted.high
    elif kind == "grow":
        base = before if wanted.base is None else wanted.base
        if base is None or base <= 0:
            bound.unknown = "partial" if base is None and some else "no_baseline"
            return bound
        grown = base * (100 + wanted.low) / 100
        if ind.decimals is not None:
            grown = (upward if side == "floor" else downward)(grown, ind.decimals)
        bound.printed = bound.decides = grown
    else:
        bound.printed = bound.decides = wanted.low
        if kind == "about":
            bound.decides += wanted.tolerance if side == "ceiling" else -wanted.tolerance
        if kind in ("about", "exactly"):
            bound.low = bound.high = wanted.low
    if kind in ("grow", *FLOORS, *CEILINGS):
        bound.low = bound.printed if side == "floor" else None
        bound.high = bound.printed if side == "ceiling" else None
    return bound
