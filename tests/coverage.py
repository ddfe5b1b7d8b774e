#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""coverage.py [--least P] [--build FOLDER] [--no-run] [SUITE...]

How much of src/ the tests run, line by line: builds with coverage in FOLDER (build-coverage), runs
the suites (all but house, which reads the sources only), and lists for every file the lines that
no test has run, with what coverage.txt says of them.

coverage.txt: a file's path, below it lines "text of the line: reason", or "*: reason" for the whole
file. Needs gcovr.

Exit code: 0 at least P percent (95) are run, 1 fewer, or a suite fails, 77 gcovr is missing."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
REASONS = ROOT / "tests" / "coverage.txt"
SUITES = ("unit", "cases", "docs", "property", "fuzz", "workbook")


def build(folder):
    if not (folder / "build.ninja").exists():
        subprocess.run(["meson", "setup", folder, ROOT, "-Db_coverage=true", "-Dbuildtype=debug",
                        "-Dtests=enabled"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", folder], check=True, stdout=subprocess.DEVNULL)


def run(folder, suites):
    for counts in folder.rglob("*.gcda"):
        counts.unlink()
    chosen = [word for suite in suites for word in ("--suite", suite)]
    return subprocess.run(["meson", "test", "--no-rebuild", "--timeout-multiplier", "4", "-C",
                           folder, *chosen], check=False).returncode == 0


def reasons():
    """{path: {text: reason}}"""
    known, path = {}, None
    for line in REASONS.read_text("utf-8").splitlines():
        if line.startswith("src/"):
            path = known.setdefault(line.strip(), {})
        elif line.startswith("  "):
            text, _, reason = line.strip().rpartition(": ")
            path[text] = reason
    return known


def measured(folder):
    """(file, [line numbers that are code], [those that were not run]) of every file of src."""
    done = subprocess.run(["gcovr", "-r", ROOT, "--object-directory", folder, "-f", "src/",
                           "--json", "-"], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True)
    for file in json.loads(done.stdout)["files"]:
        code, missed = {}, []
        for line in file["lines"]:
            if not line.get("gcovr/noncode"):
                code[line["line_number"]] = code.get(line["line_number"], 0) + line["count"]
        missed = sorted(number for number, count in code.items() if count == 0)
        yield file["file"], sorted(code), missed


def main():
    parser = argparse.ArgumentParser(description="The lines of src/ that the tests run.")
    parser.add_argument("--least", type=float, default=95.0)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-coverage")
    parser.add_argument("--no-run", action="store_true", help="only count what was run before")
    parser.add_argument("suite", nargs="*", default=[])
    options = parser.parse_args()
    if shutil.which("gcovr") is None:
        print("gcovr is missing")
        return 1 if os.environ.get("CI") == "true" else 77
    folder = options.build.resolve()
    good = True
    if not options.no_run:
        build(folder)
        good = run(folder, options.suite or SUITES)
    known = reasons()
    lines = gone = unexplained = 0
    for name, code, missed in measured(folder):
        lines, gone = lines + len(code), gone + len(missed)
        source = (ROOT / name).read_text("utf-8").splitlines()
        said = known.get(name, {})
        if missed:
            print(f"{name}  {100 * (len(code) - len(missed)) / len(code):.1f} %")
        for number in missed:
            text = source[number - 1].strip()
            reason = said.get(text, said.get("*", ""))
            unexplained += not reason
            print(f"  {number}: {text}" + (f"    ({reason})" if reason else ""))
    share = 100 * (lines - gone) / lines
    print(f"{share:.2f} % of {lines} lines; {gone} not run, {unexplained} of them without a reason")
    return 0 if good and share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
