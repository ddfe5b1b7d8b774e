#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""edits.py TIENDO [--rounds N] [--seed S] [--keep FOLDER]

A figure is changed in the meeting: does the workbook say what the program would say?

Every round makes up a book (all kinds of indicators and targets, and groups with members), exports
it, changes many of its figures, and exports the changed book too. The changed inputs (yellow cells
of sheet "Nhập số") are then written into the first workbook, inside the zip, as an officer would
type them. LibreOffice and Gnumeric compute that workbook anew, and every formula of it must give
what the program stored in the second one: statuses, counts, percentages, tables, matrix. The
statuses of the second one are compared with `tiendo status --format json`. Every other round names
all columns that a table may have. Of figures typed so near
their targets that rounding would deny the verdict, what LibreOffice prints is read. At last one
book is typed into as no one should: words for numbers and dates, rows sorted, inserted, repeated
and deleted; every line must then be as it was, or say what is wrong with it.

Exit code: 0 good, 1 differences, 77 (skipped) when good so far but an engine is missing; in CI
(CI=true) a missing engine is a failure."""

import argparse
import collections
import copy
import dataclasses
import datetime
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction

import single_books as made_up
import workbook

DATA, ENTRY = "Dữ liệu", "Nhập số"
CHARTS, CHART_KEY = "Số liệu biểu đồ", "K"  # the column of the goals' keys
LINES = "Số liệu diễn biến"  # the hidden sheet of the lines through the year
HEAD = 4  # the row of the data's headings
ENTRY_FIRST = 6  # the first row of inputs; row 1 has the keys of their columns
COUNTS = "NS_DA_SUA", "NS_SAI"  # what was changed since export, and what is wrong
INPUT = "FFFFDD70"
DAY = datetime.timedelta(days=1)
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STATUS, STATUS_KEY = "Đánh giá", "Mã đánh giá"
FIXED = "Do chương trình tính, không đổi theo"
SHOWN_CELL = r"'([^']+)'!\$([A-Z]+)\$(\d+)"


# ---------------------------------------------------------------------------------- made-up books

class Author(made_up.Author):
    """Figures of a size that a workbook's binary numbers tell apart at every edge."""

    def number(self, negative=0):
        x = Fraction(self.rng.randrange(10**self.rng.choice((1, 2, 2, 3, 4, 6))),
                     10**self.rng.choice((0, 0, 0, 1, 2)))
        return -x if self.chance(negative) else x

    def near(self, x, places=None):
        return super().near(x, self.rng.choice((0, 1, 2)))


def cases_book(rng, size):
    """One organisation's indicators of every kind: {(org, code): Case}, seen on a day."""
    as_of = datetime.date(2024, 1, 1) + DAY * rng.randint(100, 400)
    if rng.random() < 0.5:
        as_of = as_of.replace(day=1) - DAY
    author = Author(rng, as_of)
    edges = made_up.EDGES if rng.random() < 0.7 else (Fraction(rng.randint(50, 99), 100),
                                                     Fraction(rng.randint(101, 150), 100))
    cases = {}
    for number in range(2):
        windows = author.windows(2024)
        for place in range(size // 2):
            case = author.case(2024, windows, edges)
            if place == 0 and not case.targets:
                case.targets = [author.target(case.indicator, windows, 2024)]
            cases[f"dv-{number}", f"c{number}_{place}"] = case
    return as_of, cases


def change_figure(author, case, as_of):
    """Another figure where one is reported, at an edge if possible; or none any more."""
    mine = [r for r in case.records if r.year == case.year and not r.estimate]
    levels = [r for r in mine if r.begin is None and r.date <= as_of]
    known = [t for t in case.targets if t.date is None or t.date <= as_of]
    if not levels:  # a line that has no target now would come or go with its figure
        if not mine and known:
            low, high = case.windows[case.year]
            day = min(max(low, as_of), high)
            case.records.append(made_up.Record(case.year, day, author.figure(
                case.indicator, case.targets[0].low)))
        return
    if author.chance(8) and known and len(known) == len(case.targets):
        case.records = [r for r in case.records if r not in mine]
        return
    record = max(levels, key=lambda r: r.date)
    interval = record.high is not None
    if author.chance(70):
        author.place_at_edge(case)
    else:
        record.low = author.rng.choice((Fraction(0), author.figure(case.indicator, record.low),
                                         record.low + 1, record.low - 1))
    if case.indicator.kind == "done":
        record.low = Fraction(int(record.low > 0))
    if interval:
        record.high = max(record.high if record.high is not None else record.low,
                          record.low + Fraction(1, 2))
    else:
        record.high = None


def change_target(author, case, as_of):
    target = author.rng.choice(case.targets)
    simple = len(case.targets) == 1 and not (target.during or target.base or target.milestones)
    if author.chance(15) and simple and target.kind != "done" and any(
            r.year == case.year and not r.estimate and r.begin is None and r.date <= as_of
            for r in case.records):  # taken back; the line stays for its figure
        case.targets = []
        return
    # what was assigned first is history: the workbook has no input for it
    target = next((r for r in reversed(target.revised) if r.date <= as_of), target)
    if target.kind == "done" or target.low is None:
        return
    step = author.rng.choice((Fraction(1), Fraction(-1), Fraction(1, 2), target.low / 10))
    target.low += step
    if case.indicator.kind == "share":
        target.low = min(max(target.low, Fraction(0)), Fraction(100))
    if target.high is not None:
        target.high = max(target.high, target.low + 1)
    if target.tolerance is not None:
        target.tolerance = abs(target.low) * author.rng.randint(0, 9) / 100


def change_history(author, case):
    last_year = [r for r in case.records if r.year == case.year - 1 and not r.estimate]
    for record in last_year:
        if author.chance(70) and record.high is None and case.indicator.kind != "done":
            record.low = author.figure(case.indicator, record.low)


def change_case(author, case, as_of):
    if case.targets and author.chance(35):
        change_target(author, case, as_of)
    if author.chance(35):
        change_history(author, case)
    if author.chance(85):
        change_figure(author, case, as_of)
    for record in case.records:
        if made_up.as_decimal(record.low) is None:
            record.low = made_up.cut(record.low, 2)


def write_cases(folder, cases):
    for name, text in made_up.book_files(cases, sure=True).items():
        (folder / name).write_text(text, "utf-8")


def change_cases(rng, cases, as_of):
    changed = copy.deepcopy(cases)
    author = Author(rng, as_of)
    for case in changed.values():
        change_case(author, case, as_of)
    return changed


# ------------------------------------------------------------------------------ groups of members

# code: (kind, other keys of the indicator); the parts of a ratio and the weights have lines too
GROUPED = {
    "moi": ("flow", ""), "tong": ("stock", ", pace: linear"), "no": ("flow", ", better: lower"),
    "tu": ("stock", ""), "mau": ("stock", ""),
    "ty-le": ("share", ", unit: \"%\", ratio: {of: tu, to: mau}"),
    "binh-quan": ("average", ", weight: mau"), "xong": ("done", ""), "muc": ("stock", ""),
}
MEMBERS = ("m1", "m2", "m3", "m4")
GROUPS = {"nhom": ("m1", "m2"), "cum": ("nhom", "m3", "m4"), "vung": ("m1", "m2", "m3")}


@dataclasses.dataclass
class Grouped:
    """Members' figures, targets, and what their groups ask of them."""
    total: int                  # members of vung, named or not
    figures: dict               # (org, code) -> (day, number or None); None: not reported
    bases: dict                 # (org, code) -> last year's number
    targets: dict               # (org, code) -> number
    each: dict                  # (group, code) -> number
    grow: dict                  # (group, code) -> percent


def grouped_book(rng):
    as_of = rng.choice((datetime.date(2024, 6, 30), datetime.date(2024, 9, 30),
                        datetime.date(2024, 12, 31), datetime.date(2024, 8, 8)))
    book = Grouped(rng.choice((3, 3, 5)), {}, {}, {}, {}, {})
    for code, (kind, _) in GROUPED.items():
        for org in MEMBERS:
            if kind == "share":
                continue
            # A line has one figure: of a group in a group none of an earlier day, to which a
            # deletion may move the outer one back (docs/RELIABILITY.md).
            late = rng.random() >= 0.85 and org not in GROUPS["nhom"]
            day = datetime.date(2024, 3, 31) if late else as_of
            number = None if rng.random() < 0.1 else figure_of(rng, code)
            book.figures[org, code] = (day, number)
            if kind != "done" and rng.random() < 0.8:
                book.bases[org, code] = figure_of(rng, code)
        for org in (*MEMBERS, *GROUPS):
            # without a target a line would vanish with its figure
            book.targets[org, code] = figure_of(rng, code) * (3 if org in GROUPS else 1)
        if kind not in ("done", "share"):
            book.each["vung", code] = figure_of(rng, code)
    for code in ("ty-le", "binh-quan"):  # no formula follows a mean of means: the group reports it
        book.figures["cum", code] = (as_of, figure_of(rng, code))
    book.grow["nhom", "muc"] = rng.randint(-20, 40)
    book.grow["nhom", "moi"] = rng.randint(-20, 40)
    return as_of, book


def figure_of(rng, code):
    if GROUPED[code][0] == "done":
        return rng.randint(0, 1)
    if code == "mau":
        return rng.randint(50, 99)
    return rng.randint(0, 50) + rng.choice((0, 0, 0.5, 0.25))


def change_grouped(rng, book, as_of):
    del as_of
    book = copy.deepcopy(book)
    for (org, code), (day, number) in book.figures.items():
        if rng.random() < 0.5:
            choice = [figure_of(rng, code), 0, book.targets[org, code] if code != "xong" else 1]
            if ("vung", code) in book.each:
                choice += [book.each["vung", code]] * 2
            gone = org in MEMBERS and rng.random() < 0.1
            book.figures[org, code] = (day, None if gone else rng.choice(choice))
            if code == "mau" and book.figures[org, code][1] == 0:
                book.figures[org, code] = (day, number)
    for numbers in (book.targets, book.each, book.bases):
        for key in numbers:
            if rng.random() < 0.3:
                numbers[key] = figure_of(rng, key[1])
    for key in book.grow:
        book.grow[key] = rng.randint(-20, 40)
    return book


def write_grouped(folder, book):
    head = ["orgs:"]
    for group, members in GROUPS.items():
        total = f", members_total: {book.total}" if group == "vung" else ""
        head.append(f"  {group}: {{name: {group}, members: [{', '.join(members)}]{total}}}")
    head += [f"  {org}: {{name: {org}}}" for org in MEMBERS] + ["indicators:"]
    for code, (kind, more) in GROUPED.items():
        unit = "" if "unit" in more else ", unit: HTX"
        head.append(f"  {code}: {{name: Chỉ tiêu {code}{unit}, kind: {kind}{more}}}")
    (folder / "indicators.yaml").write_text("\n".join(head) + "\n", "utf-8")
    for org in (*MEMBERS, *GROUPS):
        text = [f"org: {org}", "year: 2024", 'source: "tự viết"', "targets:"]
        text += [f"  {code}: " + ("{done: true}" if code == "xong" else f"{number:g}")
                 for (who, code), number in book.targets.items() if who == org]
        each = [f"  {code}: {number:g}" for (who, code), number in book.each.items() if who == org]
        each += [f"  {code}: {{grow_by: {percent}%}}" for (who, code), percent in book.grow.items()
                 if who == org]
        text += ["each_member:", *each] if each else []
        days = collections.defaultdict(list)
        for (who, code), (day, number) in book.figures.items():
            if who == org and number is not None:
                words = ("không", "có")[int(number)] if code == "xong" else f"{number:g}"
                days[day].append(f"      {code}: {words}")
        for day, values in days.items():
            if "actuals:" not in text:
                text.append("actuals:")
            text += [f"  - as_of: {day}", "    values:", *values]
        (folder / f"{org}.yaml").write_text("\n".join(text) + "\n", "utf-8")
        base = [f"      {code}: {number:g}" for (who, code), number in book.bases.items()
                if who == org]
        if base:
            (folder / f"{org}-2023.yaml").write_text("\n".join(
                [f"org: {org}", "year: 2023", "actuals:", "  - as_of: 2023-12-31", "    values:",
                 *base]) + "\n", "utf-8")


# --------------------------------------------------------------------------- the workbook's cells

def column_name(number):
    name = ""
    while number >= 0:
        name = chr(ord("A") + number % 26) + name
        number = number // 26 - 1
    return name


class Sheets(workbook.Workbook):
    """A workbook as exported, its data sheet by line and heading, its inputs by line and key."""

    def __init__(self, path):
        super().__init__(path)
        self.path = path
        self.all = self.cells()
        with zipfile.ZipFile(path) as parts:
            styles = workbook.ET.fromstring(parts.read("xl/styles.xml"))
        fills = [fill.find(f".//{SPREADSHEET}fgColor") for fill in styles.iter(SPREADSHEET + "fill")]
        fills = [color is not None and color.get("rgb") == INPUT for color in fills]
        formats = styles.find(SPREADSHEET + "cellXfs")
        self.yellow = [fills[int(x.get("fillId", 0))] for x in formats]
        self.headings, self.lines = {}, {}
        for number in range(200):
            cell = self.all.get((DATA, f"{column_name(number)}{HEAD}"))
            if cell is not None and cell.value:
                self.headings.setdefault(cell.value, column_name(number))
        sheet = dict(self.sheets)[ENTRY]
        self.styles = {c.get("r"): int(c.get("s", 0)) for c in sheet.iter(SPREADSHEET + "c")}
        row = HEAD + 1
        while self.value("A", row):
            self.lines[self.value("A", row)] = row
            row += 1
        self.keys = {}  # of a column of inputs, or "was ": at export
        self.entries = {}  # row of a line's inputs
        for number in range(60):
            key = self.entry(column_name(number), 1)
            if key:
                self.keys[key] = column_name(number)
        for row in range(ENTRY_FIRST, ENTRY_FIRST + len(self.lines)):
            self.entries[self.entry("B", row)] = row

        self.inputs_here = self.inputs()
        # official tables carry the key of a line in a hidden column
        self.keys_of_rows = collections.defaultdict(set)
        for (name, reference), cell in self.all.items():
            if isinstance(cell.value, str) and cell.value in self.lines:
                self.keys_of_rows[name, re.sub(r"[A-Z]", "", reference)].add(cell.value)

    def value(self, column, row):
        cell = self.all.get((DATA, f"{column}{row}"))
        return cell.value if cell else None

    def entry(self, column, row):
        cell = self.all.get((ENTRY, f"{column}{row}"))
        return cell.value if cell else None

    def of_line(self, key, heading):
        return self.value(self.headings[heading], self.lines[key])

    def inputs(self):
        """(key of the line, key of the input) -> value of every input cell"""
        return {(key, name): self.entry(column, row) for key, row in self.entries.items()
                for name, column in self.keys.items() if not name.startswith("was ")
                and self.yellow[self.styles.get(f"{column}{row}", 0)]}

    def says(self, key, name):
        """What would be typed for a line's input, which may be none here."""
        if (key, name) in self.inputs_here or name not in ("actual", "date"):
            return self.entry(self.keys[name], self.entries[key])
        return self.of_line(key, "TH kỳ này" if name == "actual" else "Ngày của số TH")


def typed(cell, value):
    """The cell's XML with another number in it, or none."""
    head = re.match(r'<c r="[A-Z]+\d+"(?: s="\d+")?', cell)[0]
    if isinstance(value, str) and value:
        return head + f' t="inlineStr"><is><t>{value}</t></is></c>'
    return head + ("/>" if value in (None, "") else f"><v>{value!r}</v></c>")


def with_inputs(book, values, path):
    """Writes the book with other values {reference: value} in its sheet of inputs."""
    with zipfile.ZipFile(book.path) as parts, zipfile.ZipFile(path, "w") as out:
        place = [name for name, _ in book.sheets].index(ENTRY) + 1
        for part in parts.namelist():
            content = parts.read(part)
            if part == f"xl/worksheets/sheet{place}.xml":
                text = content.decode("utf-8")
                text = re.sub(r'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)',
                              lambda m: typed(m[0], values[m[1]]) if m[1] in values else m[0], text)
                content = text.encode("utf-8")
            out.writestr(part, content)


# ------------------------------------------------------------------------------------- the rounds

@dataclasses.dataclass
class Round:
    """A book before and after the changes."""
    name: str
    before: Sheets
    after: Sheets
    typed: pathlib.Path
    edits: int


class Refused(Exception):
    """The program did not take the book."""


def run(program, folder, as_of, *arguments):
    done = subprocess.run([program, *arguments, *(("--as-of", str(as_of)) if as_of else ()),
                           str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                          env=dict(os.environ, LC_ALL="C.UTF-8", TMPDIR=str(folder.parent)))
    if done.returncode:
        raise Refused(done.stderr.decode()[-2000:] + str(folder))
    return done.stdout


def export(program, folder, as_of, columns=()):
    book = folder.parent / (folder.name + ".xlsx")
    run(program, folder, as_of, "export", "-o", str(book),
        *(("--columns", ",".join(columns)) if columns else ()))
    return Sheets(book)


def every_column(program):
    """The words of all columns, as the program names them where it is asked for another."""
    said = subprocess.run([program, "export", "-o", "x.xlsx", "--columns", "org", "--lang", "en"], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr.decode()
    return [word for word in re.search(r": (\w+(?:, \w+){9,})", said)[1].split(", ")
            if word not in ("number", "name", "last_meeting", "change")]  # the last two need --since


def statuses_of(program, folder, as_of):
    answer = json.loads(run(program, folder, as_of, "status", "--format", "json"))
    found, met = {}, collections.Counter()
    for row in answer["rows"]:
        name = f"{row['org']}|{row['indicator']}|{row['year']}"
        met[name] += 1
        found[f"{name}|{met[name]}"] = row["status"]
    return found


def make_round(program, folder, name, as_of, write, before, after, columns=()):
    """Exports both books and types the second one's inputs into the first one's workbook."""
    books = []
    for part, book in (("before", before), ("after", after)):
        place = folder / f"{name}-{part}"
        place.mkdir()
        write(place, book)
        books.append(export(program, place, as_of, columns))
    first, second = books
    says = statuses_of(program, folder / f"{name}-after", as_of)
    wrong = [f"{name}: {key}: workbook {second.of_line(key, STATUS_KEY)}, program {status}"
             for key, status in says.items() if second.of_line(key, STATUS_KEY) != status]
    values, edits = {}, 0
    for (key, name_of_input), value in first.inputs_here.items():
        if key in second.lines:
            other = second.says(key, name_of_input)
            empty = [one is None or one == "" for one in (other, value)]
            if empty[0] != empty[1] or not empty[0] and other != value:
                values[f"{first.keys[name_of_input]}{first.entries[key]}"] = other
                edits += 1
    typed_path = folder / f"{name}.xlsx"
    with_inputs(first, values, typed_path)
    return Round(name, first, second, typed_path, edits), wrong


def same(stored, computed):
    if type(stored) is float and type(computed) is float and abs(stored - computed) < 1e-9:
        return True  # a difference of equal numbers, which not every engine makes exactly 0
    if type(stored) is str and type(computed) is str:  # Gnumeric joins 8.95 as 8.949999999999999
        stored, computed = (re.sub(r"\d+\.\d{9,}", lambda n: f"{float(n[0]):.9g}", text)
                            for text in (stored, computed))
    return workbook.same(stored, computed)


def other_shape(first, second, place):
    """Whether the second book shows something else there: a goal in another order, a difference
    instead of a percentage."""
    if place[0] == DATA:
        return False
    one, other = first.all.get(place), second.all.get(place)
    if one is None or other is None or one.formula != other.formula:
        return True
    if place[0] == LINES:  # earlier figures, which are the files': see workbook_seen.py
        row = re.sub(r"[A-Z]", "", place[1])
        goals = [{at: cell.value for at, cell in book.all.items() if re.fullmatch(r"A\d+", at[1]) and
                  at[0] == LINES and cell.formula is None} for book in (first, second)]
        return (LINES, f"A{row}") not in first.all or goals[0] != goals[1]
    if place[0] == CHARTS:  # in the order of the day on which it was written
        key = CHARTS, CHART_KEY + re.sub(r"[A-Z]", "", place[1])
        if key in first.all and key in second.all and first.all[key].value != second.all[key].value:
            return True
    shown = re.search(SHOWN_CELL, one.formula or "")
    return bool(shown) and other_shape(first, second, (shown[1], shown[2] + shown[3]))


def changed_cell(book):
    return next(place[1] for place, cell in book.all.items()
                if place[0] == ENTRY and cell.formula == "SUM(NS_SUA)")


def fixed_lines(book):
    """Lines that say of themselves that they do not follow."""
    return {key for key in book.lines if book.of_line(key, FIXED)}


def stays(book, fixed, place):
    """Whether the cell belongs to a line of these, or shows one of them."""
    sheet, reference = place
    row = re.sub(r"[A-Z]", "", reference)
    formula = book.all[place].formula
    if sheet == DATA:
        return any(book.lines[key] == int(row) for key in fixed)
    if fixed & book.keys_of_rows[sheet, row] or any(f'"{key}"' in (formula or "") for key in fixed):
        return True
    shown = re.search(SHOWN_CELL, formula or "")
    return bool(shown) and stays(book, fixed, (shown[1], shown[2] + shown[3]))


def tells_changes(place, formula):
    """The cell counts what was typed since export, of which the second book knows nothing."""
    return (any(name in formula for name in COUNTS) or
            place[0] == ENTRY and ("EXACT(" in formula or "NS_SUA" in formula or
                                   "NS_KIEM_TRA" in formula))


def pretends(made, tally):
    """Words of lines that are no formula and that the program would say otherwise of the changed
    book: they look as if they followed what is typed. "–" stands where there is no percentage."""
    cells = [collections.defaultdict(dict), collections.defaultdict(dict)]
    for book, rows in zip((made.before, made.after), cells):
        for (sheet, reference), cell in book.all.items():
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
            if sheet not in (DATA, ENTRY) and book.keys_of_rows[sheet, row]:
                rows[sheet, row][column] = cell
    wrong = []
    for place, row in cells[0].items():
        other = cells[1].get(place, {})
        if (list(row) != list(other) or
                made.before.keys_of_rows[place] != made.after.keys_of_rows[place]):
            tally["rows of another shape"] += 1  # other columns, other words around a number
            continue
        for column, cell in row.items():
            if cell.formula is None and other[column].formula is None and isinstance(cell.value, str):
                tally["words of lines"] += 1
                if cell.value != other[column].value and "–" not in (cell.value, other[column].value):
                    wrong.append(f"{made.name}: {place[0]}!{column}{place[1]} says {cell.value!r} "
                                 f"whatever is typed, the program {other[column].value!r}")
    return wrong


def compare(made, computed, tally):
    """What an engine computed from the typed inputs, against what the program stored."""
    wrong = []
    first, second = made.before, made.after
    if list(first.lines) != list(second.lines):
        return [f"{made.name}: other lines: {set(first.lines) ^ set(second.lines)}"]
    results = computed.cells()
    fixed = fixed_lines(first)
    tally["lines"] += len(first.lines)
    tally["lines that do not follow"] += len(fixed)
    for place, cell in first.all.items():
        if cell.formula is None:
            continue
        expected = second.all.get(place)
        if tells_changes(place, cell.formula):
            of_export = "(lúc xuất)" in str(results[place].value)  # it says so itself
            if (place[0] == "Tổng quan" and not of_export and
                    not results[place].value.startswith(expected.value)):
                wrong.append(f"{made.name}: {results[place].value}, not {expected.value} …")
            continue
        if expected is None or other_shape(first, second, place):
            tally["of another shape"] += 1
            continue
        if stays(first, fixed, place):
            tally["of lines that do not follow"] += 1
            continue
        got = results[place].value if place in results else None
        tally[re.sub(r" \d\d .*", "", place[0])] += 1
        if not same(expected.value, got):
            heading = next((h for h, c in first.headings.items()
                            if place[0] == DATA and re.fullmatch(c + r"\d+", place[1])), "")
            wrong.append(f"{made.name}: {'!'.join(place)} {heading}: program {expected.value!r}, "
                         f"computed {got!r}: ={cell.formula[:160]}")
    counted = results[ENTRY, changed_cell(first)].value
    if counted != made.edits:
        wrong.append(f"{made.name}: {made.edits} cells typed, {counted} counted as changed")
    changed = sum(first.of_line(key, STATUS) != second.of_line(key, STATUS) for key in first.lines)
    tally["statuses that changed"] += changed
    return wrong


def convert(tool, rounds, folder):
    """The typed workbooks, computed by an engine: {name: Workbook}"""
    out = folder / tool
    out.mkdir()
    paths = [made.typed for made in rounds]
    environment = workbook.engine_environment(folder)
    if tool == "soffice":
        command, _ = workbook.by_libreoffice(paths[0], out)
        commands = [command + [str(path) for path in paths[1:]]]
    else:
        commands = [workbook.by_gnumeric(path, out)[0] for path in paths]
    for command in commands:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=300, check=False)
    return {made.name: workbook.Workbook(out / made.typed.name) for made in rounds
            if (out / made.typed.name).exists()}


# -------------------------------------------------------------------------------- what is shown

# A year that is over: code: (target, figure reported, figure typed, what stands beside the verdict,
# what must not stand there). No format of a number is made for what is typed later.
NEAR = {
    "gan-du": (3000, 1500, 2999, "99.97%", "100.0%"),
    "sat": (3000, 1500, 2999.9, "≈ 100%", "100.0%"),
    "du": (3000, 1500, 3000, "100.0%", "≈"),
    "hon": (3000, 1500, 3000.1, "≈ 100%", "100.0%"),
    "thap": (60, 55, 59.96, "59.96", r"\b60 +60\b"),
}


def near_book(folder):
    (folder / "book.yaml").write_text("\n".join([
        "org: x", "year: 2024", "orgs: {x: {name: Tỉnh X}}", "indicators:",
        *(f"  {code}: {{name: Việc {code}, unit: người, kind: stock}}" for code in NEAR),
        "targets:", *(f"  {code}: {target}" for code, (target, *_) in NEAR.items()),
        "actuals:", "  - as_of: 2024-12-31", "    values:",
        *(f"      {code}: {reported}" for code, (_, reported, *_) in NEAR.items())]) + "\n", "utf-8")


def check_shown(program, folder):
    """What LibreOffice prints of figures typed near their targets must not deny the verdict."""
    place = folder / "near"
    place.mkdir()
    near_book(place)
    book, values = export(program, place, None), {}
    for code, (_, _, typed_figure, _, _) in NEAR.items():
        values[f"{book.keys['actual']}{book.entries[f'x|{code}|2024|1']}"] = typed_figure
    path = folder / "near-typed.xlsx"
    with_inputs(book, values, path)
    command, _ = workbook.by_libreoffice(path, folder / "near-pdf")
    command[command.index("--convert-to") + 1] = "pdf:calc_pdf_Export"
    subprocess.run(command, env=workbook.engine_environment(folder), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300, check=False)
    text = subprocess.run(["pdftotext", "-layout", folder / "near-pdf" / "near-typed.pdf", "-"],
                          capture_output=True, encoding="utf-8", check=False).stdout
    wrong = []
    for code, (_, _, _, wanted, denied) in NEAR.items():
        # of the overview and the table, which name the unit; a chart's numbers have the target's 100 % beside them, the
        # data stand on other pages than their verdicts
        judged = [line for line in text.splitlines()
                  if re.search(f"Việc {code} .*người.*[■▼] (Vượt|Đạt|Không đạt)", line)
                  and not re.search(r"[■▼] \d+%|\d/12/2024", line)]
        if not judged:
            wrong.append(f"{code}: printed nowhere")
        wrong += [f"{code}: {wanted} expected, not {denied}: {line}" for line in judged
                  if not re.search(wanted, line) or re.search(denied, line)]
    return wrong


# ------------------------------------------------------------------- typed as no one should type

TYPED_ROW, WRONG = "Dòng ở trang Nhập số", "Số nhập sai"
BAD_WORDS, GONE_WORDS = "○ Số nhập chưa đúng", "○ Mất dòng nhập số"
SAT_DAY = datetime.date(2024, 6, 30)
HANDS = ("moi", "tong", "thu", "ty-le", "xong", "giam")


def hands_book(folder, figures):
    """Two members of a group; figures {(org, code): text}, all of 30 June."""
    text = ["orgs:", "  cum: {name: Cụm, members: [x, y]}", "  x: {name: Tỉnh X}",
            "  y: {name: Tỉnh Y}", "indicators:", "  moi: {name: HTX mới, unit: HTX, kind: flow}",
            "  tong: {name: Tổng số HTX, unit: HTX, kind: stock}",
            "  thu: {name: Thu nhập, unit: triệu đồng, kind: average, weight: tong}",
            "  ty-le: {name: Tỷ lệ khá, unit: '%', kind: share}",
            "  xong: {name: Ban hành kế hoạch, kind: done}",
            "  giam: {name: HTX ngừng, unit: HTX, kind: stock, better: lower}"]
    (folder / "indicators.yaml").write_text("\n".join(text) + "\n", "utf-8")
    for org in "xy":
        text = [f"org: {org}", "year: 2024", "source: KH", "targets:", "  moi: 30", "  tong: 200",
                "  thu: {from: 50, to: 60}", "  ty-le: {at_least: 60}", "  xong: {done: true}", "  giam: 15"]
        mine = [f"      {code}: {figures[org, code]}" for code in HANDS if (org, code) in figures]
        if mine:
            text += ["actuals:", f"  - as_of: {SAT_DAY}", "    values:", *mine]
        (folder / f"{org}.yaml").write_text("\n".join(text) + "\n", "utf-8")


def moved(book, order, path, values):
    """Writes the book with the rows of its inputs in another order: numbers of rows as they stand,
    None for one that is inserted. Formulas follow their row as they do in every spreadsheet."""
    count = len(book.entries)

    def renumbered(row, old, new):
        row = re.sub(rf'r="([A-Z]*){old}"', rf'r="\g<1>{new}"', row)
        return re.sub(rf"(\$[A-Z]+){old}\b", rf"\g<1>{new}", row)

    def rows_of(text):
        rows = dict((int(number), row) for row, number in
                    re.findall(r'(<row r="(\d+)"[^>]*?(?:/>|>.*?</row>))', text, re.S))
        kept = [rows[n] for n in sorted(rows) if n < ENTRY_FIRST]
        for new, old in enumerate(order, ENTRY_FIRST):
            kept.append(f'<row r="{new}"><c r="{book.keys["actual"]}{new}"><v>7</v></c></row>'
                        if old is None else renumbered(rows[old], old, new))
        end = ENTRY_FIRST + count
        return "".join(kept) + renumbered(rows[end], end, ENTRY_FIRST + len(order))

    with_inputs(book, values, path)
    place = [name for name, _ in book.sheets].index(ENTRY) + 1
    with zipfile.ZipFile(path) as parts:
        content = {part: parts.read(part).decode("utf-8") for part in parts.namelist()}
    sheet = f"xl/worksheets/sheet{place}.xml"
    content[sheet] = re.sub(r"(<sheetData>)(.*)(</sheetData>)", lambda m: m[1] + rows_of(m[2]) + m[3],
                            content[sheet], flags=re.S)
    content["xl/workbook.xml"] = re.sub(
        rf"('{ENTRY}'!\$[A-Z]+\${ENTRY_FIRST}:\$[A-Z]+\$)(\d+)",
        lambda m: m[1] + str(int(m[2]) + len(order) - count), content["xl/workbook.xml"])
    with zipfile.ZipFile(path, "w") as out:
        for part, text in content.items():
            out.writestr(part, text)


def hands_rounds(program, folder):
    """name: (typed workbook, what it must look like, lines that are wrong, their words)"""
    reported = {("x", code): text for code, text in zip(HANDS, ("15", "180", "55", "61", "có", "12"))}
    books = {}

    def book(name, figures):
        place = folder / f"hands-{name}"
        place.mkdir()
        hands_book(place, figures)
        books[name] = export(program, place, SAT_DAY)
        return books[name]

    first = book("first", reported)
    rows = list(first.entries.values())
    ref = {code: f"x|{code}|2024|1" for code in HANDS}

    def at(org, code, key):
        return f"{first.keys[key]}{first.entries[f'{org}|{code}|2024|1']}"

    without = {k: v for k, v in reported.items() if k != ("x", "moi")}
    both = reported | {("y", "moi"): "16", ("y", "xong"): "không", ("y", "tong"): "50",
                       ("y", "thu"): "51.5"}
    empty = book("empty", without)
    scenes = {
        "sorted": (list(reversed(rows)), {}, first, set(), ""),
        "typed, then sorted": (rows[5:] + rows[:5], {at("y", "moi", "actual"): 16.0,
                               at("y", "xong", "actual"): "không", at("y", "thu", "actual"): 51.5,
                               at("y", "tong", "actual"): 50.0},
                               book("both", both), set(), ""),
        "emptied": (rows, {at("x", "moi", "actual"): None, at("x", "moi", "date"): None}, empty,
                    set(), ""),
        "words for a number": (rows, {at("x", "moi", "actual"): "33 HTX"}, empty, {ref["moi"]},
                               BAD_WORDS),
        "words for a date": (rows, {at("x", "moi", "date"): "30 tháng 6"}, first,
                             {ref["moi"]}, BAD_WORDS),
        "words for a plan": (rows, {at("x", "giam", "target"): "mười"}, None, {ref["giam"]},
                             BAD_WORDS),
        "a date of another year": (rows, {at("x", "moi", "date"): 44000.0}, first, {ref["moi"]},
                                   BAD_WORDS),
        "neither yes nor no": (rows, {at("x", "xong", "actual"): "gần xong"}, None, {ref["xong"]},
                               BAD_WORDS),
        "a row inserted": (rows[:4] + [None] + rows[4:], {}, first, set(), ""),
        "a row repeated": (rows[:4] + rows[3:], {}, first, set(), ""),
        "a row deleted": ([r for r in rows if r != first.entries[ref["moi"]]], {}, empty,
                          {ref["moi"]}, GONE_WORDS),
    }
    made = {}
    for number, (name, (order, values, looks, wrong, words)) in enumerate(scenes.items()):
        path = folder / f"hand{number}.xlsx"
        moved(first, order, path, values)
        made[name] = (path, looks, wrong, words, name not in ("sorted", "typed, then sorted", "emptied"))
    return first, made


def check_hands(program, folder):
    first, made = hands_rounds(program, folder)
    out = folder / "hands-out"
    out.mkdir()
    command, _ = workbook.by_libreoffice(next(iter(made.values()))[0], out)
    subprocess.run(command + [str(path) for path, *_ in list(made.values())[1:]],
                   env=workbook.engine_environment(out), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300, check=False)
    wrong = []
    for name, (path, looks, bad, words, alarmed) in made.items():
        results = workbook.Workbook(out / path.name).cells()
        wrong += [f"{name}: {'!'.join(place)} is {cell.value}" for place, cell in results.items()
                  if isinstance(cell.value, workbook.Error) and place[0] not in (ENTRY, DATA)]
        count = changed_cell(first)
        alarm = results[ENTRY, re.sub(r"\d+", str(int(re.sub(r"\D", "", count)) + 1), count)].value
        if alarm != (1 if alarmed else 0):
            wrong.append(f"{name}: {alarm} rows said to be wrong")
        for key, row in first.lines.items():
            said = results[DATA, f"{first.headings[STATUS]}{row}"].value
            if key in bad and said != words:
                wrong.append(f"{name}: {key}: {said}, not {words}")
            if key in bad or looks is None or key not in looks.lines:
                continue
            for heading, column in first.headings.items():
                cell = first.all.get((DATA, f"{column}{row}"))
                if cell is None or cell.formula is None or heading in (TYPED_ROW, WRONG):
                    continue
                expected = looks.of_line(key, heading)
                got = results[DATA, f"{column}{row}"].value
                if not same(expected, got):
                    wrong.append(f"{name}: {key}: {heading}: program {expected!r}, computed {got!r}")
    print(f"typed as no one should: {len(made)} ways, {len(wrong)} wrong")
    return wrong


# ------------------------------------------------------------------------------------ typed notes

def check_notes(program, folder):
    """A note typed for a figure stands wherever the figure's note stands."""
    place, said = folder / "notes", "gõ trong cuộc họp"
    place.mkdir()
    hands_book(place, {("x", "moi"): "5", ("y", "moi"): "6", ("x", "tong"): "70"})
    book, key = export(program, place, None), "x|moi|2024|1"
    path = folder / "notes-typed.xlsx"
    with_inputs(book, {f"{book.keys['note']}{book.entries[key]}": said}, path)
    command, made = workbook.by_libreoffice(path, folder / "notes-made")
    subprocess.run(command, env=workbook.engine_environment(folder), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300, check=False)
    results = workbook.Workbook(made).cells()
    shown = [place for place, cell in book.all.items()
             if cell.formula and "NS_GHI_CHU" in cell.formula and place[0] != ENTRY]
    wrong = [] if shown else ["no cell shows a note"]
    for sheet, reference in shown:
        mine = key in book.keys_of_rows[sheet, re.sub(r"[A-Z]", "", reference)]
        got = results[sheet, reference].value
        if (got == said) != mine:
            wrong.append(f"note typed for {key}: {sheet}!{reference} says {got!r}")
    return wrong


# ------------------------------------------------------------------------------------------- main

def make_rounds(program, folder, rng, rounds):
    made, wrong = [], []
    columns = every_column(program)
    for number in range(rounds):
        groups = number % 3 == 2
        as_of, book = grouped_book(rng) if groups else cases_book(rng, 40)
        change, write = (change_grouped, write_grouped) if groups else (change_cases, write_cases)
        for retry in range(20):
            try:
                one, bad = make_round(program, folder, f"r{number}t{retry}", as_of, write, book,
                                      change(rng, book, as_of), columns if number % 2 else ())
            except Refused as refusal:
                if retry == 19:
                    wrong.append(f"refused: {refusal}")
                continue
            made.append(one)
            wrong += bad
            break
    return made, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[1])
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--keep", type=pathlib.Path, help="leave the books in this folder")
    args = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    rng = random.Random(args.seed)
    missing, bad = [], False
    with tempfile.TemporaryDirectory(prefix="tiendo-edits-") as name:
        folder = args.keep or pathlib.Path(name)
        folder.mkdir(exist_ok=True)
        made, wrong = make_rounds(str(args.tiendo.resolve()), folder, rng, args.rounds)
        bad |= workbook.report(wrong)
        print(f"seed {args.seed}: {len(made)} books, {sum(m.edits for m in made)} cells typed")
        tally = collections.Counter()
        bad |= workbook.report([line for one in made for line in pretends(one, tally)])
        print("words that are no formula: " + ", ".join(f"{k} {n}" for k, n in sorted(tally.items())))
        for engine, (tool, _) in workbook.ENGINES.items():
            if not shutil.which(tool):
                missing.append(tool)
                continue
            tally, wrong = collections.Counter(), []
            computed = convert(tool, made, folder)
            for one in made:
                wrong += (compare(one, computed[one.name], tally) if one.name in computed
                          else [f"{one.name}: {engine} cannot convert it"])
            if not tally["statuses that changed"]:
                wrong.append("no status has changed: this tests nothing")
            print(f"{engine}: {len(wrong)} differ; compared " +
                  ", ".join(f"{k} {n}" for k, n in sorted(tally.items())))
            bad |= workbook.report(wrong)
        if all(map(shutil.which, ("soffice", "pdftotext"))):
            bad |= workbook.report(check_shown(str(args.tiendo.resolve()), folder))
            bad |= workbook.report(check_hands(str(args.tiendo.resolve()), folder))
            bad |= workbook.report(check_notes(str(args.tiendo.resolve()), folder))
        else:
            missing.append("pdftotext")
    if missing:
        print("not installed: " + ", ".join(missing))
        bad |= os.environ.get("CI") == "true"
    return 1 if bad else 77 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
