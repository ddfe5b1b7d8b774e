#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""forms.py TIENDO [--forms N] [--seed S] [--keep FOLDER]

Forms are filled in as districts do, and spoilt as they come back: does `take` take a wrong figure?

A made-up book of N organisations gets a form for each. Every form is filled in with figures of which
the right reading is known, in the ways that people type them (numbers, `1.234,5` and `1,234.5` as
text, 58,5 %, days as days, as text, as serial numbers of both calendars, yes and no as words and as
booleans); its rows are sorted, inserted and deleted, columns moved, the sheet renamed, rows hidden,
ghost columns and sheets added; two in three get damages that have no right reading. Then it is saved
by openpyxl, LibreOffice or Gnumeric. `take` has to say exactly what was typed, cell by cell, with
nothing taken from a damaged cell and each damage named at its cell by its code; a form without
damage is written, and every byte of the file beside the new values stays; taken twice it says
nothing. Untouched forms say nothing. A damaged form comes back with what was typed, the wrong cells
marked; mended there, it is taken. Files that are no form of this book are named.

Exit code: 0 good, 1 differences, 77 (skipped) without openpyxl or an engine; in CI (CI=true) these
are a failure."""

import argparse
import datetime
import decimal
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile

try:
    import openpyxl
    from openpyxl.utils import get_column_letter
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, to_excel
except ImportError:
    openpyxl = None

AS_OF = datetime.date(2024, 6, 30)
ENV = {**os.environ, "LC_ALL": "C.UTF-8"}
DEBIANS = "/usr/bin/python3"
ENOUGH = 24  # forms in which every damage is met
ENGINES = ("openpyxl", "LibreOffice", "Gnumeric")
ACTUAL, DATE, ESTIMATE, NOTE = "actual", "date", "estimate", "note"
TEMPLATE = """\
# Số liệu của {org}  — ghi chú này phải còn nguyên
org: {org}
year: 2024
actuals:
  - as_of: 2024-03-31   # quý I
    source: "Báo cáo quý I"
    values:
      htx_new: {new}      # mới
      htx_total: {total}
      good_share: 55.5%
      revenue: {{is: 1150, note: 'ước'}}
"""
BOOK = """\
indicators:
  htx_new: {name: HTX thành lập mới, unit: HTX, kind: flow, decimals: 0, group: Phát triển}
  htx_agri: {name: Trong đó nông nghiệp, unit: HTX, kind: flow, decimals: 0, part_of: htx_new}
  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock, decimals: 0, group: Phát triển}
  good_share: {name: Tỷ lệ HTX khá, unit: "%", kind: share, group: Phát triển, rollup: none}
  revenue: {name: Doanh thu bình quân, unit: triệu đồng, kind: average, group: Hiệu quả, rollup: none}
  income: {name: Thu nhập thành viên, unit: triệu đồng/năm, kind: average, group: Hiệu quả, rollup: none}
  members: {name: Thành viên, unit: người, kind: stock, group: Hiệu quả}
  plan_issued: {name: Ban hành kế hoạch, kind: done, group: Chỉ đạo}
"""
TARGETS = {"htx_new": 30, "htx_agri": 12, "htx_total": 400, "good_share": "60%", "revenue": 1300,
           "income": 60, "members": 13000, "plan_issued": "yes"}
# what a goal's figures look like: lowest, highest, decimals
SIZES = {"htx_new": (14, 25, 0), "htx_agri": (3, 9, 0), "htx_total": (350, 420, 0),
         "good_share": (52, 66, 1), "revenue": (1130, 1400, 1), "income": (45, 65, 2),
         "members": (11000, 14000, 0)}


def run(tiendo, *words, folder):
    return subprocess.run([tiendo, *map(str, words)], cwd=folder, capture_output=True, text=True,
                          encoding="utf-8", timeout=120, env=ENV, check=False)


# ------------------------------------------------------------------------------------ the book

def make_book(folder, orgs):
    for name in ("targets", "actuals"):
        (folder / name).mkdir()
    text = "orgs:\n" + "".join(f"  {org}: {{name: Huyện {org.upper()}}}\n" for org in orgs) + BOOK
    (folder / "targets/book.yaml").write_text(text, "utf-8")
    for number, org in enumerate(orgs):
        goals = "".join(f"  {key}: {value}\n" for key, value in TARGETS.items())
        (folder / f"targets/{org}.yaml").write_text(f"org: {org}\nyear: 2024\ntargets:\n{goals}")
        ends = ("\n", "\r\n", "\n")[number % 3]
        text = TEMPLATE.format(org=org, new=5 + number % 7, total=350 + number % 30)
        data = text.replace("\n", ends).encode()
        (folder / f"actuals/{org}.yaml").write_bytes((b"\xef\xbb\xbf" if number % 5 == 4 else b"") + data)


# ------------------------------------------------------------------------------------ the sheet

class Form:
    """A form as openpyxl sees it, and what take has to say of it."""

    def __init__(self, path, org, rng):
        self.path, self.org, self.rng = path, org, rng
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.find()
        self.changes = {}  # (indicator, key) -> (value, date)
        self.wrong = set()  # (cell, code)
        self.lost = set()  # indicators of which nothing is to be taken
        self.done = []  # what was done to it, to be read when it goes wrong

    def find(self):
        """Where keys stand by now."""
        self.key_row = next(c.row for row in self.sheet.iter_rows() for c in row
                            if c.value == "was actual")
        self.columns = {str(c.value): c.column for c in self.sheet[self.key_row]
                        if isinstance(c.value, str)}
        self.key_column = next(c.column for c in self.sheet[self.key_row]
                               if str(c.value).startswith("form "))
        self.rows = {}
        for row in range(1, self.sheet.max_row + 1):
            key = self.sheet.cell(row, self.key_column).value
            if isinstance(key, str) and key.startswith(self.org + " "):
                self.rows.setdefault(key.split()[1], row)

    def cell(self, goal, key):
        return self.sheet.cell(self.rows[goal], self.columns[key])

    def at(self, goal, key):
        return self.cell(goal, key).coordinate

    def put(self, goal, key, value, code=None):
        cell = self.cell(goal, key)
        cell.value = value
        if code is not None:
            cell.number_format = code

    # ---- what leaves every figure as it is

    def matrix(self):
        """All cells, without merged areas, so that rows and columns may be moved."""
        for area in list(self.sheet.merged_cells.ranges):
            self.sheet.unmerge_cells(str(area))
        self.sheet.data_validations.dataValidation = []
        return [[(c.value, c.number_format) for c in row] for row in self.sheet.iter_rows()]

    def set_matrix(self, matrix):
        for row in self.sheet.iter_rows():
            for c in row:
                c.value, c.number_format = None, "General"
        for r, row in enumerate(matrix, 1):
            for c, (value, code) in enumerate(row, 1):
                if value is not None:
                    cell = self.sheet.cell(r, c)
                    cell.value, cell.number_format = value, code
        self.find()

    def blank(self, matrix):
        return [(None, "General")] * len(matrix[0])

    def sort(self):
        matrix = self.matrix()
        places = sorted(row - 1 for row in self.rows.values())
        rows = [matrix[at] for at in places]
        self.rng.shuffle(rows)
        for at, row in zip(places, rows):
            matrix[at] = row
        self.set_matrix(matrix)

    def insert_rows(self):
        matrix = self.matrix()
        for _ in range(self.rng.randint(1, 3)):
            matrix.insert(self.rng.randint(0, len(matrix)), self.blank(matrix))
        self.set_matrix(matrix)

    def delete_row(self):
        matrix = self.matrix()
        goal = self.rng.choice(sorted(self.rows))
        del matrix[self.rows[goal] - 1]
        del self.rows[goal]
        self.set_matrix(matrix)

    def move_columns(self):
        matrix = self.matrix()
        order = list(range(len(matrix[0])))
        if self.rng.random() < 0.5:
            self.rng.shuffle(order)
        else:
            order.insert(self.rng.randint(0, 3), len(order) - 1)
            order.pop()
        self.set_matrix([[row[at] for at in order] for row in matrix])

    def ghosts(self):
        self.sheet.cell(3, 300).value = "ghost"
        self.sheet.cell(self.sheet.max_row + 200, 40).value = " "
        self.sheet.cell(self.rng.choice(list(self.rows.values())), 250).value = 4711

    def rename(self):
        self.sheet.title = self.rng.choice(("Sheet1", "Số liệu gửi tỉnh", "Biểu (2)", "O'Neill's"))

    def hide(self):
        for goal in list(self.rows)[:3]:
            self.sheet.row_dimensions[self.rows[goal]].hidden = True

    def other_sheet(self):
        sheet = self.book.create_sheet("Nháp", 0)
        sheet["A1"], sheet["B2"], sheet["C3"] = "linh tinh", 12, "actual"

    def lose_identity(self):
        del self.book["tiendo"]

    def calendar(self):
        self.book.epoch = CALENDAR_MAC_1904

    BENIGN = (sort, insert_rows, delete_row, move_columns, ghosts, rename, hide, other_sheet,
              lose_identity, calendar)

    # ---- filling in

    def type_number(self, goal, key, value):
        """A figure in one of the ways in which it has one meaning."""
        places = SIZES[goal][2]
        plain = f"{value:.{places}f}"
        whole, _, decimals = plain.partition(".")
        grouped = f"{int(whole):,}"
        ways = [lambda: self.put(goal, key, value)]
        if decimals and len(decimals) != 3:
            comma = grouped.replace(",", ".") + "," + decimals
            ways += [lambda: self.put(goal, key, whole + "," + decimals, "@"),
                     lambda: self.put(goal, key, comma, "@"),
                     lambda: self.put(goal, key, " " + grouped + "." + decimals + " ", "@")]
        elif not decimals:
            ways += [lambda: self.put(goal, key, whole, "@")]
        if goal == "good_share":
            ways += [lambda: self.put(goal, key, round(value / 100, 6), "0.0%"),
                     lambda: self.put(goal, key, plain.replace(".", ",") + " %", "@"),
                     lambda: self.put(goal, key, plain + "%", "@")]
        if not self.engine_is("openpyxl"):
            ways += [lambda: self.put(goal, key, f"={value}+0")]
        self.rng.choice(ways)()

    def engine_is(self, name):
        return self.engine == name

    def type_day(self, goal, day):
        serial = int(to_excel(day, self.book.epoch))
        ways = [lambda: self.put(goal, DATE, day, "dd/mm/yyyy"),
                lambda: self.put(goal, DATE, serial, "General"),
                lambda: self.put(goal, DATE, day.isoformat(), "@")]
        if day.day > 12:
            ways.append(lambda: self.put(goal, DATE, day.strftime("%d/%m/%Y"), "@"))
        self.rng.choice(ways)()

    def fill(self):
        for goal in sorted(self.rows):
            if self.rng.random() < 0.15:
                continue
            day = AS_OF
            if goal == "plan_issued":
                yes = self.rng.random() < 0.7
                self.put(goal, ACTUAL, self.rng.choice(("có", "Có", True) if yes else ("không", False)))
                self.changes[goal, ACTUAL] = ("yes" if yes else "no", day)
                continue
            low, high, places = SIZES[goal]
            value = round(self.rng.uniform(low, high), places)
            value = int(value) if places == 0 else value
            if self.rng.random() < 0.2:
                day = datetime.date(2024, self.rng.choice((4, 5)), self.rng.randint(1, 30))
                self.type_day(goal, day)
            self.type_number(goal, ACTUAL, value)
            self.changes[goal, ACTUAL] = (value, day)
            if self.rng.random() < 0.3 and goal != "good_share":
                estimate = int(value * 1.5) + 7
                self.put(goal, ESTIMATE, estimate)
                self.changes[goal, ESTIMATE] = (estimate, AS_OF)
            if self.rng.random() < 0.3:
                note = self.rng.choice(("số sơ bộ", "gồm cả # và: dấu", "= chưa kể 2 xã", 'nói "miệng"'))
                self.put(goal, NOTE, note)
                self.cell(goal, NOTE).data_type = "s"
                self.changes[goal, NOTE] = (note, day)

    # ---- what has no right reading

    def drop(self, goal, *keys):
        for key in keys or (ACTUAL, DATE, ESTIMATE, NOTE):
            self.changes.pop((goal, key), None)

    def filled(self, number=True):
        goals = [goal for goal, key in self.changes if key == ACTUAL and goal not in self.lost
                 and goal in self.rows and (not number or goal != "plan_issued")]
        return self.rng.choice(sorted(goals)) if goals else None

    def damage_cell(self, goal):
        """One cell: (value, format, code)."""
        text = [("1.200", "T614"), ("45,030", "T614"), ("khoảng 30", "T615"), ("33 HTX", "T615"),
                ("1.23.4", "T615"), ("chưa có", "T615"), ("-", "T615"), ("12-15", "T615"),
                ("1,2,3", "T615"), ("٣٠", "T615")]
        other = [("#REF!", "General", "T612"), ("#DIV/0!", "General", "T612"),
                 (True, "General", "T615"), (datetime.date(2024, 5, 1), "dd/mm/yyyy", "T615")]
        if self.engine_is("openpyxl"):
            other.append(("=10+2", "General", "T613"))
        if goal == "good_share":
            other += [(0.585, "General", "T618"), ("0,5", "@", "T618")]
        elif goal != "plan_issued":
            other.append((0.5, "0%", "T615"))
        if goal == "plan_issued":
            text, other = [("rồi", "T615"), ("x", "T615"), ("1", "T615")], [(1, "General", "T615")]
        value, code, wanted = self.rng.choice([(v, "@", c) for v, c in text] + other)
        self.put(goal, ACTUAL, value, code)
        self.wrong.add((self.at(goal, ACTUAL), wanted))
        self.drop(goal, ACTUAL)
        if (goal, NOTE) in self.changes:  # a note without its figure
            self.wrong.add((self.at(goal, NOTE), "T652"))
            self.drop(goal, NOTE)

    def damage_figure(self):
        goal = self.filled(number=self.rng.random() < 0.85)
        if goal is not None:
            self.lost.add(goal)
            self.damage_cell(goal)

    def damage_day(self):
        goal = self.filled()
        if goal is not None:
            value, code, wanted = self.rng.choice((
                ("05/06/2024", "@", "T616"), ("tháng 5", "@", "T616"), ("31/02/2024", "@", "T616"),
                (45000.5, "General", "T616"), (20240630, "General", "T616"),
                (datetime.date(2023, 5, 31), "dd/mm/yyyy", "T303"), (30, "General", "T303"),
                ("2026-06-30", "@", "T303")))
            self.lost.add(goal)
            self.put(goal, DATE, value, code)
            at = self.at(goal, DATE)
            self.wrong.add((at, wanted))
            if wanted == "T616":
                self.drop(goal)
            else:
                self.drop(goal, ACTUAL)
                if (goal, NOTE) in self.changes:
                    self.wrong.add((self.at(goal, NOTE), "T652"))
                    self.drop(goal, NOTE)

    def damage_merged(self):
        goal = self.filled()
        if goal is None:
            return
        row, column = self.rows[goal], self.columns[ACTUAL]
        near = {(r, c) for r in range(row, row + 2) for c in range(1, self.sheet.max_column + 1)}
        if any((r, c) in near for area in self.sheet.merged_cells.ranges for r, c in area.cells):
            return
        down = self.rng.random() < 0.5
        if any(at in (row, row + down) for other, at in self.rows.items() if other in self.lost):
            return
        self.sheet.merge_cells(start_row=row, start_column=column, end_row=row + down,
                               end_column=column + (not down))
        for other, at in self.rows.items():
            if at not in (row, row + down):
                continue
            self.lost.add(other)
            self.drop(other)
            for key in (ACTUAL, DATE, ESTIMATE):
                covered = (at <= row + down and column <= self.columns[key] <= column + (not down))
                if covered:
                    self.wrong.add((self.at(other, key), "T611"))

    def damage_key_lost(self):
        goal = self.filled(number=True)
        if goal is None:
            return
        row = self.rows[goal]
        for key in (ACTUAL, ESTIMATE):
            if (goal, key) in self.changes:
                self.wrong.add((self.at(goal, key), "T610"))
        self.drop(goal)
        self.sheet.cell(row, self.key_column).value = None
        del self.rows[goal]

    def damage_keyless(self):
        """A goal written below the table."""
        row = self.sheet.max_row + 3
        self.sheet.cell(row, self.columns["name"]).value = "HTX của đoàn thanh niên"
        self.sheet.cell(row, self.columns[ACTUAL]).value = self.rng.choice((7, "7", "12,5"))
        self.wrong.add((f"{get_column_letter(self.columns[ACTUAL])}{row}", "T610"))

    def damage_key_twice(self):
        goal = self.filled()
        if goal is None:
            return
        row = self.sheet.max_row + 2
        for column in range(1, self.sheet.max_column + 1):
            self.sheet.cell(row, column).value = self.sheet.cell(self.rows[goal], column).value
        self.wrong.add((f"{get_column_letter(self.key_column)}{row}", "T609"))

    def damage_apart(self):
        """Names sorted without their keys."""
        one, other = self.filled(), self.filled()
        if one is None or one == other:
            return
        a, b = self.cell(one, "name"), self.cell(other, "name")
        a.value, b.value = b.value, a.value
        for goal in (one, other):
            self.wrong.add((self.at(goal, "name"), "T608"))
            self.drop(goal)
            self.lost.add(goal)

    def damage_pasted(self):
        """A row of somebody else's form pasted over one of this."""
        goal = self.filled()
        if goal is not None:
            cell = self.sheet.cell(self.rows[goal], self.key_column)
            cell.value = "huyen-khac " + cell.value.split(" ", 1)[1]
            self.wrong.add((cell.coordinate, "T605"))
            self.drop(goal)
            del self.rows[goal]

    def damage_column(self):
        """The column of figures copied beside the table, its key with it."""
        column = self.sheet.max_column + 1
        for row in range(1, self.sheet.max_row + 1):
            self.sheet.cell(row, column).value = self.sheet.cell(row, self.columns[ACTUAL]).value
        self.changes.clear()
        self.wrong = {(f"{get_column_letter(column)}{self.key_row}", "T609")}

    DAMAGES = (damage_figure, damage_figure, damage_figure, damage_day, damage_day, damage_merged,
               damage_key_lost, damage_keyless, damage_key_twice, damage_apart, damage_pasted)

    def play(self, number):
        self.engine = ENGINES[number % len(ENGINES)]
        steps = self.rng.sample(self.BENIGN, self.rng.choice((0, 0, 1, 2, 3)))
        steps.sort(key=self.BENIGN.index)
        for step in steps:
            step(self)
        self.fill()
        if number % 3:
            damages = self.rng.choices(self.DAMAGES, k=self.rng.randint(1, 3))
            damages.sort(key=lambda d: d in (Form.damage_key_twice, Form.damage_keyless))
            for damage in damages:
                damage(self)
            if self.rng.random() < 0.04:
                self.damage_column()
                damages.append(Form.damage_column)
            steps += damages
        self.done = [step.__name__ for step in steps]
        self.book.save(self.path)
        self.name = self.sheet.title


# ------------------------------------------------------------------------------------ engines

def save_again(forms, folder):
    """By LibreOffice and Gnumeric, in place. The engines that are missing."""
    missing = []
    office = [form.path for form in forms if form.engine == "LibreOffice"]
    if office and shutil.which("libreoffice"):
        out = folder / "office"
        subprocess.run(["libreoffice", f"-env:UserInstallation={(folder / 'lo').as_uri()}",
                        "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out,
                        *office], capture_output=True, timeout=600, check=True, env=ENV)
        for path in office:
            shutil.move(out / path.name, path)
    elif office:
        missing.append("LibreOffice")
    for form in forms:
        if form.engine != "Gnumeric":
            continue
        if not shutil.which("ssconvert"):
            missing.append("Gnumeric")
            break
        out = form.path.with_suffix(".again.xlsx")
        subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", form.path, out],
                       capture_output=True, timeout=60, check=True, env=ENV)
        out.replace(form.path)
    return missing


# ------------------------------------------------------------------------------------ what is held

def plain(value):
    """A figure as take says it."""
    if isinstance(value, str):
        return value
    return f"{round(value, 6):f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def same(found, wanted):
    """The same figure, however many zeros end it; the same words; the same day."""
    if found is None or wanted is None or found[1] != wanted[1]:
        return found == wanted
    try:
        return decimal.Decimal(found[0]) == decimal.Decimal(wanted[0])
    except decimal.InvalidOperation:
        return found[0] == wanted[0]


def told(tiendo, folder, *words):
    done = run(tiendo, "take", "--format", "json", *words, "targets", "actuals", folder=folder)
    try:
        return done.returncode, json.loads(done.stdout), done.stderr
    except ValueError:
        return done.returncode, None, done.stderr


def differences(form, say):
    """What take says against what was typed."""
    found = {(c["indicator"], c["key"]): (c["new"], c["date"]) for c in say["changes"]}
    wanted = {key: (plain(value), day.isoformat()) for key, (value, day) in form.changes.items()}
    wrong = [f"{key}: {found.get(key)}, not {wanted.get(key)}"
             for key in sorted({*found, *wanted}) if not same(found.get(key), wanted.get(key))]
    named = {(f["cell"], f["code"]) for f in say["findings"]
             if f["severity"] == "error" or f["code"].startswith("T6")}
    wrong += [f"not named: {item}" for item in sorted(form.wrong - named, key=str)]
    wrong += [f"named: {item}" for item in sorted(named - form.wrong, key=str)]
    wrong += [f"sheet {c['sheet']}" for c in say["changes"] if c["sheet"] != form.name]
    return wrong


def kept_bytes(form, before, after):
    """Every line of the file as it was is there, byte for byte and in order; what is new says what
    was typed, and nothing else."""
    ends = b"\r\n" if b"\r\n" in before else b"\n"
    if not after.startswith(before):
        return ["the bytes before the new entries changed"]
    fresh = after[len(before):]
    if fresh and not all(line.endswith(ends) for line in fresh.splitlines(keepends=True)):
        return ["other line ends"]
    text = fresh.decode().replace("\r\n", "\n")
    figures = {}
    for entry in re.split(r"^  - ", text, flags=re.M)[1:]:
        day = re.match(r"as_of: (\S+)\n", entry)[1]
        estimate = "estimate: true" in entry
        notes = entry.partition("    notes:\n")[2]
        for goal, value in re.findall(r"^      (\w+): (.*)$", entry.partition("    notes:")[0], re.M):
            figures[goal, ESTIMATE if estimate else ACTUAL] = (value, day)
        for goal, value in re.findall(r"^      (\w+): (.*)$", notes, re.M):
            value = json.loads(value) if value.startswith('"') else value
            figures[goal, NOTE] = (value, day)
    wanted = {key: (plain(value), day.isoformat()) for key, (value, day) in form.changes.items()}
    return [f"written {key}: {figures.get(key)}, not {wanted.get(key)}"
            for key in sorted({*figures, *wanted}) if not same(figures.get(key), wanted.get(key))]


def check_written(tiendo, folder, form):
    path = folder / f"actuals/{form.org}.yaml"
    before = path.read_bytes()
    code, say, err = told(tiendo, folder, form.path, "--write")
    if code != 0:
        return [f"--write: exit code {code}: {err}"]
    wrong = kept_bytes(form, before, path.read_bytes())
    code, say, err = told(tiendo, folder, form.path)
    if code != 0 or say["changes"] or [f for f in say["findings"] if f["severity"] == "error"]:
        wrong.append(f"taken twice: {code} {say['changes']} {say['findings']}")
    return wrong


def check_returned(tiendo, folder, form):
    """The form given back holds what could be read; its red cells are those that were named."""
    back = folder / "back"
    done = run(tiendo, "take", form.path, "--return", back, "targets", "actuals", folder=folder)
    path = back / f"{form.org}-{AS_OF}.xlsx"
    if done.returncode != 1 or not path.exists():
        return [] if not form.rows or form.done[-1] == "damage_column" else \
            [f"not given back: {done.returncode} {done.stderr}"]
    code, say, _ = told(tiendo, folder, path)
    found = {(c["indicator"], c["key"]): (c["new"], c["date"]) for c in say["changes"]}
    wanted = {key: (plain(value), day.isoformat()) for key, (value, day) in form.changes.items()}
    wrong = [f"given back {key}: {found[key]}" for key in found
             if key in wanted and not same(found[key], wanted[key])]
    wrong += [f"not given back: {key}" for key in wanted if key not in found
              and not any(code == "T609" for _, code in form.wrong)]
    wrong += [f"given back, never typed: {key} {found[key]}" for key in found if key not in wanted]
    path.unlink()
    return wrong


def check_forms(tiendo, folder, count, seed, codes):
    rng = random.Random(seed)
    orgs = [f"huyen-{number:03}" for number in range(count)]
    make_book(folder, orgs)
    done = run(tiendo, "form", "--as-of", AS_OF, "--estimate", "-o", "bieu", folder=folder)
    assert done.returncode == 0, done.stderr
    code, say, err = told(tiendo, folder, *sorted((folder / "bieu").iterdir()))
    wrong = [] if code == 0 and not say["changes"] and not say["findings"] else [f"untouched: {err}"]
    forms = []
    for number, org in enumerate(orgs):
        form = Form(folder / f"bieu/{org}-{AS_OF}.xlsx", org, rng)
        form.play(number)
        forms.append(form)
    missing = save_again(forms, folder)
    taken = damaged = 0
    for form in forms:
        if form.engine in missing:
            continue
        code, say, err = told(tiendo, folder, form.path)
        if say is None:
            found = [f"exit code {code}: {err}"]
        else:
            found = differences(form, say)
            codes |= {c for _, c in form.wrong}
            errors = {item for item in form.wrong if item[1] != "T652"}
            if code != (1 if errors else 0):
                found.append(f"exit code {code}")
            if not found:
                found = (check_returned if errors else check_written)(tiendo, folder, form)
            taken += len(form.changes) if not errors else 0
            damaged += len(form.wrong)
        wrong += [f"{form.org} ({form.engine}; {', '.join(form.done)}): {text}" for text in found]
    print(f"{len(forms)} forms: {taken} figures and notes taken, {damaged} damages,"
          f" {len(wrong)} wrong", flush=True)
    return wrong, missing


# ------------------------------------------------------------------------------------ whole files

def spoil(path, what, text=b""):
    """A part of a workbook replaced."""
    parts = {}
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, text if name == what else data)


def check_files(tiendo, folder, codes):
    """Files that are not to be taken, one of each kind."""
    (folder / "files").mkdir()
    make_book(folder / "files", ["huyen-000", "huyen-001", "huyen-002"])
    folder = folder / "files"
    wrong = []

    def issue(as_of, out):
        done = run(tiendo, "form", "--as-of", as_of, "-o", out, folder=folder)
        assert done.returncode == 0, done.stderr

    def expect(what, wanted, *words, before=None):
        code, say, err = told(tiendo, folder, *words)
        named = {f["code"] for f in say["findings"]} if say else {err}
        if named != {wanted} or say["changes"]:
            wrong.append(f"{what}: {code} {named} {say and say['changes']}")
        codes.add(wanted)

    issue("2024-06-30", "bieu")
    issue("2024-03-31", "cu")
    form = folder / "bieu/huyen-000-2024-06-30.xlsx"

    def edit(path, put, out):
        one = Form(path, path.name[:9], random.Random(0))
        put(one)
        one.book.save(folder / out)
        return folder / out

    filled = edit(form, lambda f: f.put("htx_new", ACTUAL, 20), "filled.xlsx")
    (folder / "cut.xlsx").write_bytes(filled.read_bytes()[:3000])
    expect("cut", "T601", folder / "cut.xlsx")
    (folder / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    expect("old", "T602", folder / "old.xls")
    shutil.copy(filled, folder / "spoilt.xlsx")
    spoil(folder / "spoilt.xlsx", "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>")
    expect("spoilt", "T603", folder / "spoilt.xlsx")
    foreign = openpyxl.Workbook()
    foreign.active["A1"], foreign.active["B1"] = "HTX thành lập mới", 20
    foreign.save(folder / "foreign.xlsx")
    expect("foreign", "T604", folder / "foreign.xlsx")
    text = (folder / "targets/book.yaml").read_text("utf-8")
    (folder / "targets/book.yaml").write_text(text.replace("Huyện HUYEN-000", "Huyện khác"), "utf-8")
    expect("another book", "T605", filled)
    (folder / "targets/book.yaml").write_text(text, "utf-8")
    expect("another period", "T606", folder / "cu/huyen-001-2024-03-31.xlsx", form)
    expect("another period, asked", "T606", filled, "--as-of", "2024-09-30")
    shutil.copy(form, folder / "copy.xlsx")
    expect("a second copy", "T607", form, folder / "copy.xlsx")
    # the book changes after the form was issued
    actuals = folder / "actuals/huyen-000.yaml"
    old = actuals.read_bytes()
    new = old + b"  - as_of: 2024-06-30\n    values: {htx_new: 18, htx_total: 377}\n"
    actuals.write_bytes(new)
    expect("a conflict", "T619", filled)
    other = edit(form, lambda f: f.put("income", ACTUAL, 50.5), "other.xlsx")
    code, say, _ = told(tiendo, folder, other)
    if code != 0 or [f["code"] for f in say["findings"]] != ["T650"] or len(say["changes"]) != 1:
        wrong.append(f"an old form: {say}")
    codes.add("T650")
    # a note that stands both with the figure and in the entry's map
    actuals.write_bytes(old + b"  - as_of: 2024-06-30\n    values: {htx_new: {is: 18, note: a}}\n"
                        b"    notes: {htx_new: b}\n")
    issue("2024-06-30", "moi")
    noted = edit(folder / "moi/huyen-000-2024-06-30.xlsx",
                 lambda f: f.put("htx_new", NOTE, "khác"), "noted.xlsx")
    code, say, _ = told(tiendo, folder, noted)
    if [f["code"] for f in say["findings"]] != ["T621"]:
        wrong.append(f"no edit: {say}")
    codes.add("T621")
    actuals.write_bytes(old)
    # what only some goals, some programs, some workbooks have
    for value, wanted in ((0.585, "T618"), ("0,5", "T618")):
        expect("a fraction", wanted, edit(form, lambda f, v=value: f.put("good_share", ACTUAL, v),
                                          "part.xlsx"))
    expect("no result", "T613", edit(form, lambda f: f.put("htx_new", ACTUAL, "=10+2"), "sum.xlsx"))
    check_exported(tiendo, folder, codes, wrong, expect)
    return wrong


def check_exported(tiendo, folder, codes, wrong, expect):
    """Workbooks of export in which somebody typed."""
    text = (folder / "targets/book.yaml").read_text("utf-8")
    (folder / "targets/book.yaml").write_text(text.replace("indicators:", "  im: {name: Im}\nindicators:"))
    (folder / "targets/im.yaml").write_text("org: im\nyear: 2024\ntargets: {htx_new: 5}\n")
    done = run(tiendo, "export", "-o", "bang.xlsx", folder=folder)
    assert done.returncode == 0, done.stderr

    def typed(out, *cells):
        book = openpyxl.load_workbook(folder / "bang.xlsx")
        sheet = next(s for s in book.worksheets if any(c.value == "was actual" for c in s[1]))
        columns = {c.value: c.column for c in sheet[1] if c.value}
        rows = {" ".join(str(sheet.cell(row, 1).value).split()[:2]): row
                for row in range(2, sheet.max_row + 1)}
        for goal, key, value in cells:
            sheet.cell(rows[goal], columns[key]).value = value
        book.save(folder / out)
        return folder / out

    one = typed("one.xlsx", ("huyen-000 htx_total", ACTUAL, 361))
    code, say, err = told(tiendo, folder, one)
    if code != 0 or [(c["new"], c["date"]) for c in say["changes"]] != [("361", "2024-03-31")]:
        wrong.append(f"typed into export: {code} {say} {err}")
    other = typed("other.xlsx", ("huyen-000 htx_total", ACTUAL, 362))
    code, say, err = told(tiendo, folder, one, other)
    if [f["code"] for f in say["findings"]] != ["T620"]:
        wrong.append(f"two workbooks: {code} {say}")
    codes.add("T620")
    code, say, err = told(tiendo, folder, typed("base.xlsx", ("huyen-000 htx_total", "base", 300)))
    if code != 0 or [f["code"] for f in say["findings"]] != ["T651"]:
        wrong.append(f"a cell that is not taken: {code} {say}")
    codes.add("T651")
    code, say, err = told(tiendo, folder, typed("im.xlsx", ("im htx_new", ACTUAL, 3), ("im htx_new", DATE, None)))
    if [f["code"] for f in say["findings"]] != ["T617"]:
        wrong.append(f"without a day: {code} {say}")
    codes.add("T617")
    gone = typed("gone.xlsx", ("huyen-001 revenue", ACTUAL, None), ("huyen-002 htx_new", "target", 33))
    code, say, err = told(tiendo, folder, gone, "--write")
    if code != 0 or "revenue" in (folder / "actuals/huyen-001.yaml").read_text("utf-8") \
            or "  htx_new: 33\n" not in (folder / "targets/huyen-002.yaml").read_text("utf-8"):
        wrong.append(f"removed, and a target: {code} {say} {err}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo", type=lambda text: str(pathlib.Path(text).resolve()))
    parser.add_argument("--forms", type=int, default=36)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    if openpyxl is None and os.path.realpath(sys.executable) != os.path.realpath(DEBIANS) \
            and os.path.exists(DEBIANS):
        os.execv(DEBIANS, [DEBIANS, *sys.argv])  # the packages are that one's
    if openpyxl is None:
        print("openpyxl is missing: python3-openpyxl")
        return 1 if os.environ.get("CI") == "true" else 77
    codes = set()
    warnings.simplefilter("ignore")  # of openpyxl, about what it does not keep
    with tempfile.TemporaryDirectory(prefix="tiendo-forms-") as name:
        folder = pathlib.Path(name)
        if options.keep:
            folder = options.keep.resolve()
            folder.mkdir(parents=True)
        wrong, missing = check_forms(options.tiendo, folder, options.forms, options.seed, codes)
        wrong += check_files(options.tiendo, folder, codes)
    explained = json.loads(run(options.tiendo, "explain", "--list", "--format", "json", folder=None).stdout)
    all_codes = {m["code"] for m in explained["messages"] if m["form"] == "workbook"}
    if options.forms >= ENOUGH:
        wrong += [f"{code} was not seen" for code in sorted(all_codes - codes)]
    for line in wrong[:100]:
        print(line)
    print(f"{len(codes)} codes seen: {' '.join(sorted(codes))}; {len(wrong)} wrong")
    if wrong:
        return 1
    if missing:
        print("missing:", *missing)
        return 1 if os.environ.get("CI") == "true" else 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
