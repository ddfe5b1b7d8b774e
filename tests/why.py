#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""why.py TIENDO [--cases N] [--seed S]

Small books of random indicators, targets and figures (single_books.py), each goal explained by `tiendo why` in
both languages, and every equation that it prints evaluated as the text that it is: behind = exactly,
behind ≈ within half of the last digit. Behind ≈ a number with decimals may itself have been cut, and
nothing is rounded onto an edge that it misses: 0 % and 100 %, the target, the figure. Both languages must say the same equations. The seed is
printed; the same seed writes the same books.

Exit code: 0 no finding, 1 findings, 2 the program refused."""

import argparse
import collections
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

import single_books as books
import rules_sheet

BOOK = 60  # goals of one book
SHOWN = 20
LINE = re.compile(r"^  (\S.*?)  +([-\d(][-\d.,%()+−×/ ]*)(?: tháng| months)? ([=≈]) (-?[\d.,]+)(%?)"
                  r"(?: .*)?$")
WRITTEN = re.compile(r"\d[\d.,]*")
PERCENT = re.compile(r"(\d[\d.]*)%")
EDGES = re.compile(r"^  (?:Kế hoạch|Target|Thực hiện|Actual)  ")
DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
DECIMAL = re.compile(r"\d+\.\d+")


def plain(text, lang):
    """Numbers as Python has them: 1.234,5 and 1,234.5 are 1234.5."""
    marks = (".", ",") if lang == "vi" else (",", ".")
    return WRITTEN.sub(lambda m: m[0].replace(marks[0], "").replace(marks[1], "."), text)


def equations(text, lang):
    """(label, left, sign, right, %) of every line that is one."""
    for line in text.splitlines():
        found = LINE.match(line)
        if found:
            label, left, sign, right, percent = found.groups()
            yield label, plain(left, lang), sign, plain(right, lang), percent


def edges_of(text, lang):
    """The numbers of the lines of target and figure."""
    return {Fraction(number) for line in text.splitlines() if EDGES.match(line)
            for number in DIGITS.findall(plain(line, lang))}


def wrong_with(left, sign, right, percent, edges):
    """What is not true of an equation, or None."""
    text = DECIMAL.sub(lambda m: "≈" + m[0], left) if sign == "≈" else left
    said = rules_sheet.evaluated(PERCENT.sub(r"(\1 / 100)", text).replace("≈(", "(≈"))
    scale = Fraction(1, 100) if percent else Fraction(1)
    shown = Fraction(right) * scale
    if sign == "=":
        return None if said.low == said.high == shown else "is not so"
    digit = Fraction(1, 10 ** len(right.partition(".")[2])) * scale
    at_edge = any(abs(shown - edge) <= digit for edge in ((0, 1) if percent else edges))
    room = digit if at_edge else digit / 2
    if not said.low - room <= shown <= said.high + room:
        return "is not so"
    return "is exact" if said.low == said.high == shown else None


def explained(tiendo, lang, folder, as_of, org, code):
    environment = {k: v for k, v in os.environ.items() if k != "LC_ALL"}
    done = subprocess.run([tiendo, "--lang", lang, "why", org, code, "--as-of", str(as_of), folder],
                          capture_output=True, encoding="utf-8", check=False,
                          env={**books.ENVIRONMENT, **environment})
    if done.returncode not in (0, 1):
        print(f"why {org} {code}: exit code {done.returncode}\n{done.stderr}")
        sys.exit(2)
    return done.stdout


def check_book(tiendo, rng, count):
    """Findings, as lines; what was seen is counted in `count`."""
    as_of, cases = books.write_book(rng, BOOK)
    wrong = []
    with tempfile.TemporaryDirectory(prefix="tiendo-why-") as folder:
        for name, text in books.book_files(cases).items():
            pathlib.Path(folder, name).write_text(text, "utf-8")
        for org, code in cases:
            said = []
            for lang in ("vi", "en"):
                text = explained(tiendo, lang, folder, as_of, org, code)
                found, edges = list(equations(text, lang)), edges_of(text, lang)
                said.append([equation[1:] for equation in found])
                for label, left, sign, right, percent in found:
                    count[sign] += 1
                    if lang == "en":
                        count[label] += 1
                    what = wrong_with(left, sign, right, percent, edges)
                    if what:
                        wrong.append(f"{label}: {left} {sign} {right}{percent} {what}")
            if said[0] != said[1]:
                wrong.append(f"{org} {code}: {said[0]} in Vietnamese, {said[1]} in English")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    rng, count, wrong = random.Random(given.seed), collections.Counter(), []
    for _ in range(0, given.cases, BOOK):
        wrong += check_book(str(given.tiendo.resolve()), rng, count)
    for line in wrong[:SHOWN]:
        print(line)
    print(f"{given.cases} goals: {count['=']} equations with =, {count['≈']} with ≈, "
          f"{len(wrong)} wrong")
    print(", ".join(f"{label} {n}" for label, n in count.most_common() if label not in "=≈"))
    return 1 if wrong or not count["="] or not count["≈"] else 0


if __name__ == "__main__":
    sys.exit(main())
