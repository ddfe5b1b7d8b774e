#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""oracle.py

The rules of comparison a second time, in exact fractions, written from RULES.en.md alone: sections
1.3 to 7 and the data of section 11. A book goes in as the plain objects of oracle_model.py, what
comes out has the JSON keys of section 11. Where the document leaves room a comment beginning with
"Reading:" says what was chosen.

Run by itself it checks every worked example of the document.

Exit code: 0 all examples come out, 1 some do not."""

import hashlib
import sys

from oracle_figures import Figures
from oracle_lists import answer
from oracle_model import (BEST_TO_WORST, Book, Claim, Entry, Indicator, Num, Org, Override, Part,
                          Revision, Target, Wanted, half, month, num, quarter)

__all__ = ["answer", "seal", "BEST_TO_WORST", "Book", "Claim", "Entry", "Figures", "Indicator",
           "Num", "Org", "Override", "Part", "Revision", "Target", "Wanted", "half", "month", "num",
           "quarter"]


def seal_line(row, text=str):
    """The line of one row (section 11); `text` writes a number as in JSON."""
    target, actual = row["target"] or {}, row["actual"] or {}

    def number(x):
        return "" if x is None else text(x)

    fields = [row["org"], row["indicator"], str(row["year"]), target.get("by"),
              target.get("during"), target.get("kind"), number(target.get("low")),
              number(target.get("high")), number(actual.get("low")), number(actual.get("high")),
              actual.get("date"), row["status"]]
    return "\t".join("" if f is None else str(f) for f in fields) + "\n"


def seal(rows, text=str):
    return hashlib.sha256("".join(seal_line(r, text) for r in rows).encode()).hexdigest()[:16]


if __name__ == "__main__":
    import oracle_examples
    sys.exit(oracle_examples.main())
