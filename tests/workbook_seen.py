#!/usr/bin/env python3
"""workbook_seen.py TIENDO

What a reader sees in the official table of a workbook. Small books are exported and the cells of
their tables read by heading and indicator:
  - typed: an input of the data sheet is changed, LibreOffice and Gnumeric compute the workbook anew,
    and the table says what the data sheet says, and never an error

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but an engine is missing;
in CI (CI=true) a missing engine is a failure."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import edits
import workbook

TABLE = "Biểu 01"
SEPTEMBER, YEAR_OVER = 45565.0, 45657.0  # 30/09/2024, 31/12/2024


def plain(text):
    """A heading on one line."""
    return " ".join(str(text).split())


class Book(edits.Sheets):
    """A workbook, and its first official table by heading and indicator."""

    def __init__(self, path):
        super().__init__(path)
        self.sheet = next(name for name, _ in self.sheets if name.startswith(TABLE))
        cells = {ref: cell for (sheet, ref), cell in self.all.items() if sheet == self.sheet}
        self.head = next(int(ref[1:]) for ref, cell in cells.items()
                         if re.fullmatch(r"A\d+", ref) and cell.value == "STT")
        self.columns = {}  # heading -> letters
        for ref, cell in cells.items():
            if re.fullmatch(rf"[A-Z]+{self.head}", ref) and cell.value:
                self.columns[plain(cell.value)] = re.sub(r"\d", "", ref)
        self.rows = {}  # key of a line -> row
        for (sheet, row), keys in self.keys_of_rows.items():
            if sheet == self.sheet:
                self.rows |= {key: int(row) for key in keys}

    def of_table(self, indicator, heading):
        """Where the table has a figure: (sheet, reference)."""
        row = next(row for key, row in self.rows.items() if key.split("|")[1] == indicator)
        return self.sheet, f"{self.columns[heading]}{row}"

    def of_data(self, indicator, heading):
        """Where the data sheet has it."""
        row = next(row for key, row in self.lines.items() if key.split("|")[1] == indicator)
        return edits.DATA, f"{self.headings[heading]}{row}"


class Desk:
    """Where books are written, exported and computed."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.typed = 0  # workbooks that something was typed into
        self.engines = {name: engine for name, (tool, engine) in workbook.ENGINES.items()
                        if shutil.which(tool)}

    def export(self, name, text, *options):
        place = self.folder / name
        place.mkdir()
        (place / "book.yaml").write_text(text, "utf-8")
        path = self.folder / f"{name}.xlsx"
        subprocess.run([self.program, "export", *options, "-o", path, place], check=True,
                       stdout=subprocess.DEVNULL)
        return Book(path)

    def computed(self, book, values):
        """The cells of the book after typing values {reference of the data sheet: value}, as each
        engine computes them: (engine, {place: value})."""
        self.typed += 1
        path = self.folder / f"typed-{self.typed}.xlsx"
        edits.with_inputs(book, values, path)
        for name, engine in self.engines.items():
            computed = workbook.recalculate(engine, path, self.folder / f"{path.stem}-{name}")
            cells = computed.cells() if computed else {}
            yield name, {place: cell.value for place, cell in cells.items()}


# ---- typed ----

PACED = """
org: x
year: 2024
orgs: {x: {name: Tỉnh X}}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  tong: {name: Tổng số HTX, unit: HTX, kind: stock}
  lop: {name: Lớp tập huấn, unit: lớp, kind: flow}
targets: {moi: 30, tong: 800, lop: 10}
actuals:
  - {as_of: 2024-06-30, values: {moi: 15, tong: 740, lop: 12}}
"""
DAY, ACTUAL, NEEDED = "Ngày của số TH", "TH kỳ này", "Cần mỗi tháng"


def check_needed(desk):
    """Needed per month follows what is typed, in the table as in the data: nothing once the year is
    over, and something when a goal that was met is no more."""
    book = desk.export("needed", PACED, "--columns", "target,actual,left,needed")
    typed = [(("moi", DAY), YEAR_OVER, ""), (("tong", DAY), SEPTEMBER, 20.0),
             (("lop", ACTUAL), 4.0, 1.0)]
    for engine, cells in desk.computed(book, {book.of_data(*where)[1]: value
                                              for where, value, _ in typed}):
        for (indicator, what), value, wanted in typed:
            for name, place in (("table", book.of_table(indicator, NEEDED)),
                                ("data sheet", book.of_data(indicator, NEEDED))):
                got = cells.get(place)
                if not workbook.same(wanted, got):
                    yield (f"{engine}: {indicator}: {what} {value:g}: needed per month of the {name} "
                           f"is {got!r}, not {wanted!r}")


# ---- all ----

CHECKS = [check_needed]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    bad = False
    with tempfile.TemporaryDirectory(prefix="tiendo-seen-") as name:
        desk = Desk(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(name))
        for check in CHECKS:
            bad |= workbook.report(list(check(desk)))
    missing = [tool for name, (tool, _) in workbook.ENGINES.items() if name not in desk.engines]
    if missing:
        print("not installed: " + ", ".join(missing))
        bad |= os.environ.get("CI") == "true"
    return 1 if bad else 77 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
