#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""rules_sheet.py PROGRAM [--rows N] [--seed N]

One rule, said four ways, says one thing. PROGRAM (rules_sheet.c) judges rows of chance facts and
numbers by the table of rules, folded and unfolded, and prints each rule as a formula and as an
equation. Here the formulas are computed by LibreOffice and Gnumeric, and the equations evaluated as
the texts that they are, in exact fractions: each must give the exact value, an equation with
numbers behind ≈ within half of their last digits.

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but an engine is missing;
in CI (CI=true) a missing engine is a failure."""

import argparse
import fractions
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import workbook

NUMBER = re.compile(r"(≈?)(-?\d+(?:\.(\d+))?)")
SHOWN = 20


class Between:
    """A number known to lie between two others: what arithmetic makes of numbers that were cut."""

    def __init__(self, low, high=None):
        self.low = low
        self.high = low if high is None else high

    def __add__(self, other):
        return Between(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Between(-self.high, -self.low)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Between(min(ends), max(ends))

    def __truediv__(self, other):
        if other.low <= 0 <= other.high:
            return Between(fractions.Fraction(-10 ** 30), fractions.Fraction(10 ** 30))
        return self * Between(1 / other.high, 1 / other.low)


def rounded(value, digits, cut):
    power = 10 ** int(digits.low)
    return Between(*(fractions.Fraction(cut(end * power), power) for end in (value.low, value.high)))


def ROUNDUP(value, digits):  # pylint: disable=invalid-name
    """As a worksheet has it, of numbers above 0."""
    return rounded(value, digits, math.ceil)


def ROUNDDOWN(value, digits):  # pylint: disable=invalid-name
    return rounded(value, digits, math.floor)


NAMES = {"Between": Between, "F": fractions.Fraction, "ROUNDUP": ROUNDUP, "ROUNDDOWN": ROUNDDOWN}


def number(match):
    value = fractions.Fraction(match[2])
    half = fractions.Fraction(1, 2 * 10 ** len(match[3] or "")) if match[1] else 0
    return f"Between(F('{value - half}'), F('{value + half}'))"


def evaluated(equation):
    """What the text says, read as arithmetic."""
    text = NUMBER.sub(number, equation)
    text = text.replace("−", "-").replace("×", "*").replace(";", ",")
    return eval(text, dict(NAMES))  # pylint: disable=eval-used


def check_equations(path):
    wrong, count, exact = [], 0, 0
    for line in path.read_text("utf-8").splitlines():
        row, measure, equation, value = line.split("\t")
        value = fractions.Fraction(value)
        said = evaluated(equation)
        count += 1
        exact += said.low == said.high
        if not said.low <= value <= said.high:
            wrong.append(f"row {row}, measure {measure}: {equation} is not {value}")
    print(f"equations: {count} evaluated, {exact} of them exact")
    if count == 0:
        wrong.append("no equation to evaluate")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    skipped = False
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        book, equations = folder / "rules.xlsx", folder / "equations"
        subprocess.run([program, str(given.rows), str(given.seed), str(book), str(equations)],
                       check=True)
        print(f"{given.rows} rows, seed {given.seed}")
        wrong = check_equations(equations)
        for engine, (tool, command) in workbook.ENGINES.items():
            if shutil.which(tool) is None:
                print(f"{engine} is missing: its side was not looked at")
                skipped = True
                continue
            wrong += workbook.check_engine(engine, command, book, folder / engine)
    for line in wrong[:SHOWN]:
        print(line)
    if wrong:
        print(f"{len(wrong)} findings")
    if wrong or (skipped and os.environ.get("CI") == "true"):
        return 1
    return 77 if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
