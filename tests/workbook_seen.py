#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""workbook_seen.py TIENDO

What a reader sees in the official table of a workbook. Small books are exported and the cells of
their tables read by heading and indicator:
  - typed: an input of the data sheet is changed, LibreOffice and Gnumeric compute the workbook anew,
    and the table says what the data sheet says, and never an error
  - left to do: nothing where `status` says that there is no such figure
  - checks: every verdict of sheet "Đối chiếu" is the one that `status` gives, also after other
    figures were typed
  - lines through the year: the points of each chart of sheet "Diễn biến" are the figures of the book,
    what is due and last year's, worst goal first, also after later days and figures were typed
  - figures of some members: a sum is a least everywhere, a mean has no share anywhere
  - formulas in words: what the line of codes, "(4)=(3)/(2)", and the notes below say of a column is
    true of every line of it

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but an engine is missing;
in CI (CI=true) a missing engine is a failure."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

import edits
import workbook

SEPTEMBER, YEAR_OVER = 45565.0, 45657.0  # 30/09/2024, 31/12/2024


def plain(text):
    """A heading on one line."""
    return " ".join(str(text).split())


class Book(edits.Sheets):
    """A workbook, and one of its official tables by heading and indicator."""

    def __init__(self, path, table="Biểu 01"):
        super().__init__(path)
        self.sheet = next(name for name, _ in self.sheets if name.startswith(table))
        cells = {ref: cell for (sheet, ref), cell in self.all.items() if sheet == self.sheet}
        self.head = next(int(ref[1:]) for ref, cell in cells.items()
                         if re.fullmatch(r"A\d+", ref) and cell.value in ("STT", "Stt", "TT"))
        merged = {}  # of a heading over words and numbers: the numbers' column
        for merge in dict(self.sheets)[self.sheet].iter(workbook.MAIN + "mergeCell"):
            first, last = merge.get("ref").split(":")
            merged[first] = re.sub(r"\d", "", last)
        self.columns = {}  # heading -> letters
        for ref, cell in cells.items():
            if re.fullmatch(rf"[A-Z]+{self.head}", ref) and cell.value:
                self.columns[plain(cell.value)] = merged.get(ref, re.sub(r"\d", "", ref))
        self.codes = {}  # letters -> what stands below the heading
        for letters in self.columns.values():
            first = next((ref for ref, last in merged.items() if last == letters and
                          re.sub(r"\D", "", ref) == str(self.head + 1)), f"{letters}{self.head + 1}")
            self.codes[letters] = cells[first].value
        self.rows = {}  # key of a line -> row
        for (sheet, row), keys in self.keys_of_rows.items():
            if sheet == self.sheet:
                self.rows |= {key: int(row) for key in keys}

    def code(self, heading):
        return self.codes[self.columns[heading]]

    def texts(self):
        """All words of the table."""
        return [cell.value for (sheet, _), cell in self.all.items()
                if sheet == self.sheet and isinstance(cell.value, str)]

    def false_codes(self):
        """Lines of which the formula below a heading is not true."""
        by_number = {code.split("=")[0]: letters for letters, code in self.codes.items()}
        for letters, code in self.codes.items():
            formula = code.partition("=")[2]
            for key, row in self.rows.items():
                result = self.number(letters, row)
                if not formula or result is None:
                    continue
                terms = {n: self.number(by_number[n], row) for n in re.findall(r"\(\d+\)", formula)}
                worked = re.sub(r"\(\d+\)", lambda m: f"({terms[m[0]]!r})", formula)
                try:
                    wanted = eval(worked, {"__builtins__": {}, "MAX": max})
                except (TypeError, ZeroDivisionError):
                    wanted = None
                if wanted is None or abs(result - wanted) > 1e-9 * max(1, abs(result)):
                    yield f"{self.path.name}: {self.sheet}: {key}: {code}: {result}, not {worked}"

    def number(self, letters, row):
        cell = self.all.get((self.sheet, f"{letters}{row}"))
        return cell.value if cell and isinstance(cell.value, float) else None

    def of_table(self, indicator, heading):
        """Where the table has a figure: (sheet, reference)."""
        row = next(row for key, row in self.rows.items() if key.split("|")[1] == indicator)
        return self.sheet, f"{self.columns[heading]}{row}"

    def of_data(self, indicator, heading, org=None):
        """Where the data sheet has it."""
        row = next(row for key, row in self.lines.items()
                   if key.split("|")[1] == indicator and org in (None, key.split("|")[0]))
        return edits.DATA, f"{self.headings[heading]}{row}"

    def typed_at(self, indicator, what, org=None):
        """Where it is typed on the sheet of inputs."""
        row = next(row for key, row in self.entries.items()
                   if key.split("|")[1] == indicator and org in (None, key.split("|")[0]))
        return f"{self.keys[what]}{row}"


class Desk:
    """Where books are written, exported and computed."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.typed = 0  # workbooks that something was typed into
        self.engines = {name: engine for name, (tool, engine) in workbook.ENGINES.items()
                        if shutil.which(tool)}

    def export(self, name, text, *options):
        place = self.write(name, text)
        path = self.folder / f"{name}.xlsx"
        subprocess.run([self.program, "export", *options, "-o", path, place], check=True,
                       stdout=subprocess.DEVNULL)
        return Book(path)

    def write(self, name, text):
        """A folder with the book; each text of a list is a file."""
        place = self.folder / name
        place.mkdir()
        for number, one in enumerate([text] if isinstance(text, str) else text):
            (place / f"book-{number}.yaml").write_text(one, "utf-8")
        return place

    def told(self, text):
        """All that the program tells of the book."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            done = subprocess.run([self.program, "status", "--format", "json",
                                   self.write(f"{place}/told", text)], check=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return json.loads(done.stdout)

    def status(self, text):
        """The rows of it."""
        return self.told(text)["rows"]

    def computed(self, book, values):
        """The cells of the book after typing values {reference of the sheet of inputs: value}, as each
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
DAY, ACTUAL, NEEDED = "date", "actual", "Cần mỗi tháng"


def check_needed(desk):
    """Needed per month follows what is typed, in the table as in the data: nothing once the year is
    over, and something when a goal that was met is no more."""
    book = desk.export("needed", PACED, "--columns", "target,actual,left,needed")
    typed = [(("moi", DAY), YEAR_OVER, ""), (("tong", DAY), SEPTEMBER, 20.0),
             (("lop", ACTUAL), 4.0, 1.0)]
    for engine, cells in desk.computed(book, {book.typed_at(*where): value
                                              for where, value, _ in typed}):
        for (indicator, what), value, wanted in typed:
            for name, place in (("table", book.of_table(indicator, NEEDED)),
                                ("data sheet", book.of_data(indicator, NEEDED))):
                got = cells.get(place)
                if not workbook.same(wanted, got):
                    yield (f"{engine}: {indicator}: {what} {value:g}: needed per month of the {name} "
                           f"is {got!r}, not {wanted!r}")


def check_tolerance(desk):
    """A tolerance that is cleared is none."""
    book = desk.export("about", PACED.replace("tong: 800", "tong: {about: 800, tolerance: 5%}"))
    place = book.of_data("tong", "KH quyết định")
    for engine, cells in desk.computed(book, {book.typed_at("tong", "tolerance"): ""}):
        if not workbook.same(800.0, cells.get(place)):
            yield f"{engine}: a cleared tolerance: the bound that decides is {cells.get(place)!r}"


# ---- left to do ----

# every kind of target, seen before its figure reaches it, and after
LEFT = (workbook.ROOT / "tests" / "cases" / "status-left" / "input" / "so.yaml").read_text("utf-8")


def check_left(desk):
    """What is left, and needed per month, is what `status` says, of every kind of target, before and
    after other figures were typed."""
    book = desk.export("left", LEFT, "--columns", "target,actual,left,needed")
    changed = re.sub(r"\b5(?=[,}])", "13", LEFT)
    typed = {book.typed_at(row["indicator"], ACTUAL): 13.0 for row in desk.status(LEFT)}
    seen = [("as exported", LEFT, {place: cell.value for place, cell in book.all.items()}),
            *((engine, changed, cells) for engine, cells in desk.computed(book, typed))]
    for name, text, cells in seen:
        for row in desk.status(text):
            for heading, key in (("Còn lại", "left"), (NEEDED, "needed_per_month")):
                got = cells.get(book.of_table(row["indicator"], heading))
                wanted = None if row[key] is None else float(row[key])
                if not (workbook.same(wanted, got) or
                        wanted and isinstance(got, float) and abs(wanted - got) < 1e-5):
                    yield f"{name}: {row['indicator']}: {heading}: {got!r}, status says {wanted!r}"


# ---- checks ----

# every kind of claim, hedged too; breakdowns with and without a name; targets of two assigners
CHECKED = """
orgs: {x: {name: Tỉnh X, members: [a, b]}, a: {name: Xã A}, b: {name: Xã B}}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  tong: {name: Tổng số HTX, unit: HTX, kind: stock}
  tho: {name: Tổ hợp tác, unit: tổ, kind: stock}
  tot: {name: Tỷ lệ HTX tốt, unit: "%", kind: share}
  nong: {name: HTX nông nghiệp, unit: HTX, kind: stock, part_of: {whole: tong, by: lĩnh vực, complete: yes}}
  khac: {name: HTX khác, unit: HTX, kind: stock, part_of: {whole: tong, by: lĩnh vực, complete: yes}}
  chay: {name: HTX hoạt động, unit: HTX, kind: stock, part_of: {whole: tong, by: hoạt động, complete: yes}}
  dung: {name: HTX ngừng, unit: HTX, kind: stock, part_of: {whole: tong, by: hoạt động, complete: yes}}
  it: {name: HTX có nữ quản lý, unit: HTX, kind: stock, part_of: tong}
org: a
year: 2024
targets:
  moi: [{at_least: 30, by: Tỉnh}, {at_least: 40, by: Hội đồng}, {from: 10, to: 15, during: 2024-H1}]
  tong: {about: 400, tolerance: 5%}
  tho: 0
  nong: 200
  khac: 200
actuals:
  - {year: 2023, as_of: 2023-06-30, values: {tong: 300, moi: 10, tot: 50}}
  - {year: 2023, as_of: 2023-12-31, values: {tong: 310, moi: 20}}
  - as_of: 2024-03-31
    values: {moi: 5}
    claims: {moi: [{of_last_year: 50%}, {attainment: 33.3%, during: 2024-H1}]}
  - as_of: 2024-06-30
    values: {moi: 15, tong: 352, tho: 5, tot: 54, nong: 200, khac: 152, chay: 100, dung: 200, it: 20}
    headline: {met: 1, of: 5}
    claims:
      moi: [{attainment: 100%, during: 2024-H1}, {over: 50%, during: 2024-H1}, {of_last_year: 150%}, {growth: 50%}, {change: 5}, {share_of: tong, is: {about: 4}}, {share_of: tong, is: 4.2}]
      tong: [{attainment: 88%}, {attainment: {more_than: 88}}, {attainment: {less_than: 88.5}}, {attainment: {about: 87}}, {growth: 17.3}, {growth: 17.4}, {times: 0.9}, {change: 51}, {change: {more_than: 50}}]
      tot: [{change: 4}, {growth: 8}]
      tho: {times: 2}
  - as_of: 2024-06-30
    estimate: yes
    values: {moi: 32}
    claims: {moi: [{attainment: 106.7, by: Tỉnh}, {attainment: 80, by: Hội đồng}, {of_last_year: 160}]}
"""
CHECKED_X = """
org: x
year: 2024
targets: {moi: [{at_least: 100, by: Tỉnh}, {at_least: 120, by: Hội đồng}]}
"""
CHECKED_B = """
org: b
year: 2024
targets: {moi: [{at_least: 60, by: Tỉnh}, {at_least: 80, by: Hội đồng}]}
"""
VERDICTS = {
    "agrees": "khớp", "cut": "khớp nếu cắt bớt, không làm tròn", "differs": "KHÁC",
    "unchecked": "chưa kiểm được", "equal": "bằng tổng", "above": "VƯỢT TỔNG", "partial": "một phần",
    "short": "chưa đủ", "allocated": "đã giao đủ", "over": "giao vượt"}


def verdicts_seen(cells):
    """The words of the column of verdicts, from the top."""
    rows = {int(place[1][1:]): value for place, value in cells.items()
            if place[0] == "Đối chiếu" and re.fullmatch(r"G\d+", place[1]) and value}
    return [rows[row].split(", thiếu")[0] for row in sorted(rows) if rows[row] != "Kết luận"]


def check_checks(desk):
    """What the sheet of checks says, as exported and typed at."""
    book = desk.export("checks", [CHECKED, CHECKED_X, CHECKED_B])
    seen = {"as exported": (CHECKED, {place: cell.value for place, cell in book.all.items()})}
    for wrong, (tong, nong, day) in {"near": (349.98, 149, 4), "full": (399.8, 200, 0),
                                     "emptied": (399.8, None, 0)}.items():
        text = CHECKED.replace("tong: 352", f"tong: {tong}").replace(
            "nong: 200, khac", f"nong: {nong}, khac" if nong else "khac")
        text = text.replace("tong: 300", f"tong: {300 + day}")
        values = [("tong", ACTUAL, tong), ("nong", ACTUAL, nong), ("tong", "same", 300 + day)]
        typed = {book.typed_at(indicator, heading, "a"): value and float(value)
                 for indicator, heading, value in values}
        seen |= {f"{engine}, {wrong}": (text, cells) for engine, cells in desk.computed(book, typed)}
    for name, (text, cells) in seen.items():
        told = desk.told([text, CHECKED_X, CHECKED_B])
        wanted = [VERDICTS[check["verdict"]] for key in ("claims", "parts", "allocation")
                  for check in told[key]]
        got = verdicts_seen(cells)
        if wanted != got:
            yield f"{name}: sheet of checks says {got}, status {wanted}"


# ---- lines through the year ----

# one figure a quarter; one figure only; a level with last year's end; increments
TRAILS = """
org: x
year: 2024
orgs: {x: {name: Tỉnh X}}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  tong: {name: Tổng số HTX, unit: HTX, kind: stock}
  lop: {name: Lớp tập huấn, unit: lớp, kind: flow}
  von: {name: Vốn, unit: tỷ đồng, kind: flow}
targets: {moi: 40, tong: 800, lop: 10, von: 12}
actuals:
  - {year: 2023, as_of: 2023-06-30, values: {moi: 12}}
  - {year: 2023, as_of: 2023-12-31, values: {moi: 30, tong: 730}}
  - {as_of: 2024-03-31, values: {moi: 4, tong: 735}}
  - {as_of: 2024-06-30, values: {moi: 9, tong: 740, lop: 2}}
  - {during: 2024-Q1, values: {von: 3}}
  - {during: 2024-Q2, values: {von: 4}}
"""
PAST, DUE, NOW = "Năm trước", "Phải đạt", "Thực hiện"
# worst first: of each chart its lines
TRAILS_SEEN = [
    {NOW: [(0, 0), (3, 4), (6, 9)], DUE: [(0, 0), (6, 20), (12, 40)], PAST: [(0, 0), (6, 12), (12, 30)]},
    {NOW: [(0, 730), (3, 735), (6, 740)], DUE: [(0, 800), (12, 800)], PAST: [(12, 730)]},
    {NOW: [(0, 0), (3, 3), (6, 7)], DUE: [(0, 0), (6, 6), (12, 12)], PAST: [(0, 0)]},
]


def trails_of(path, cells):
    """Of each chart with lines: {name: its points, each once}."""
    found = []
    with zipfile.ZipFile(path) as parts:
        charts = [part for part in parts.namelist() if part.startswith("xl/charts/")]
        charts = {part: ET.fromstring(parts.read(part)) for part in charts}
    for part in sorted(charts, key=lambda part: int(re.sub(r"\D", "", part))):
        chart = charts[part]
        if chart.find(f".//{workbook.CHART}scatterChart") is None:
            continue
        lines = {}
        for series in chart.iter(workbook.CHART + "ser"):
            points = []
            for axis in ("xVal", "yVal"):
                sheet, first, last = re.fullmatch(
                    r"'(.*)'!\$([A-Z]+\$\d+):\$([A-Z]+\$\d+)",
                    series.find(f"{workbook.CHART}{axis}/{workbook.CHART}numRef/{workbook.CHART}f").text).groups()
                letters, top = first.split("$")
                points.append([cells.get((sheet, f"{letters}{row}"))
                               for row in range(int(top), int(last.split("$")[1]) + 1)])
            name = series.find(f"{workbook.CHART}tx//{workbook.CHART}v").text
            lines[name] = list(dict.fromkeys(zip(*points)))
        found.append(lines)
    return found


def check_trails(desk):
    """A goal with one figure has no line. A figure of a later day is a point more, one of the same day
    another point; a figure taken away leaves those before; the worst goal comes first."""
    book = desk.export("trails", TRAILS)
    stored = {place: cell.value for place, cell in book.all.items()}
    if trails_of(book.path, stored) != TRAILS_SEEN:
        yield f"lines: {trails_of(book.path, stored)}"
    moi, tong, von = TRAILS_SEEN
    later = {book.typed_at("moi", ACTUAL): 30.0, book.typed_at("moi", DAY): SEPTEMBER,
             book.typed_at("von", ACTUAL): 3.5}
    wanted = [von | {NOW: [(0, 0), (3, 3), (6, 3.5)]}, tong,
              moi | {NOW: [(0, 0), (3, 4), (6, 9), (9, 30)], DUE: [(0, 0), (9, 30), (12, 40)]}]
    for engine, cells in desk.computed(book, later):
        if trails_of(book.path, cells) != wanted:
            yield f"{engine}: lines after a later figure: {trails_of(book.path, cells)}"
    for engine, cells in desk.computed(book, {book.typed_at("moi", ACTUAL): ""}):
        lines = {tuple(chart[NOW]) for chart in trails_of(book.path, cells)}
        if lines != {tuple(chart[NOW]) for chart in TRAILS_SEEN}:
            yield f"{engine}: lines after a figure was taken away: {lines}"
    lone = desk.export("trails-none", PACED)
    if any("Diễn biến" in name for name, _ in lone.sheets):
        yield "a sheet of lines though each goal has one figure"


# ---- figures of some members ----

PARTIAL = """
org: g
year: 2024
orgs: {g: {name: Cụm G, members: [a, b, c]}, a: {name: Xã A}, b: {name: Xã B}, c: {name: Xã C}}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  so: {name: Tổng số HTX, unit: HTX, kind: stock}
  thu: {name: Doanh thu bình quân, unit: triệu đồng, kind: average, weight: so}
targets: {moi: 40, thu: 1000}
"""
PARTIAL_OF = """
org: %s
actuals:
  - {as_of: 2024-06-30, values: {moi: 10, so: 5, thu: 600}}
"""


def check_partial(desk):
    """Members who are missing can only add to a sum, "≥ 50%"; of a mean nothing is known: no share in
    the table, the charts, the list and on the projector."""
    book = desk.export("partial", [PARTIAL, PARTIAL_OF % "a", PARTIAL_OF % "b"])
    seen = [("as exported", {place: cell.value for place, cell in book.all.items()}),
            *desk.computed(book, {})]
    for name, cells in seen:
        labels = sorted(value for (sheet, ref), value in cells.items()
                        if sheet == "Số liệu biểu đồ" and re.fullmatch(r"A[5-9]", ref) and "  ○ " in str(value))
        if [label.partition("  ○ ")[2] for label in labels] != ["–", "≥ 50%"]:
            yield f"{name}: labels of the bars: {labels}"
        for sheet, column in (("Trình chiếu", "D"), ("Tổng quan", "S")):
            shares = {value: cells.get((sheet, column + ref[1:])) for (of, ref), value in cells.items()
                      if of == sheet and value in ("HTX mới", "Doanh thu bình quân")}
            if shares not in ({"HTX mới": 0.5, "Doanh thu bình quân": ""},
                              {"HTX mới": 0.5, "Doanh thu bình quân": None}):
                yield f"{name}: shares on {sheet}: {shares}"
        row = re.sub(r"\D", "", book.of_table("thu", "Thực hiện 6 tháng")[1])
        if "≥" in (value for (sheet, ref), value in cells.items()
                   if sheet == book.sheet and re.fullmatch(rf"[A-Z]+{row}", ref)):
            yield f"{name}: a mean of some members is called a least"


# ---- room for words ----

ROOMY = """
org: a
year: 2024
orgs: {g: {name: Cụm G, members: [a]}, a: {name: Xã A}}
indicators:
  thu: {name: Thu nhập, unit: triệu đồng/người/tháng, kind: average}
  moi: {name: HTX mới, unit: HTX, kind: flow}
targets: {moi: 40, thu: 10}
actuals:
  - {as_of: 2024-06-30, values: {moi: 10, thu: 6}, notes: {moi: "ba huyện chưa mở lớp vận động trong quý"}}
"""
TWO_LINES = 28.0  # points


def check_room(desk):
    """A row is as high as its unit on the groups' sheet, and as its note on the sheet of inputs."""
    book = desk.export("room", [ROOMY, "org: g\nyear: 2024\ntargets: {thu: 10}\n"])
    for name, words in (("Cụm", "triệu đồng/người/tháng"), ("Nhập số", "vận động trong quý")):
        sheet = next(of for of, _ in book.sheets if of.startswith(name))
        heights = {row.get("r"): float(row.get("ht", 15)) for row in dict(book.sheets)[sheet].iter(
            workbook.MAIN + "row")}
        rows = {re.sub(r"\D", "", ref): cell for (of, ref), cell in book.all.items()
                if of == sheet and words in str(cell.value)}
        low = [row for row in rows if heights[row] < TWO_LINES]
        if low or not rows:
            yield f"{sheet}: rows {low} of {list(rows)} are too low for “{words}”"


# ---- formulas in words ----

COLUMNS = "target,actual,attainment,elapsed,expected,forecast,left"
EVEN = PACED.replace("lop: 12", "lop: 7")
# what differs from EVEN: (name, from, to, headings whose formula is then false)
UNEVEN = [
    ("milestones", "moi: 30", "moi: {at_least: 30, milestones: {2024-03-31: 20%, 2024-06-30: 45%}}",
     ["Dự báo cả năm", "Mức phải đạt đến nay"]),
    ("last-year", "unit: lớp, kind: flow", "unit: lớp, kind: flow, pace: last_year",
     ["Dự báo cả năm", "Mức phải đạt đến nay"]),
    ("stock", "unit: HTX, kind: stock", "unit: HTX, kind: stock, pace: linear",
     ["Mức phải đạt đến nay"]),
    ("share", "unit: lớp, kind: flow", 'unit: "%", kind: share', []),
    ("ceiling", "moi: 30", "moi: {at_most: 30}", []),
    ("range", "moi: 30", "moi: {from: 30, to: 40}", ["Còn lại"]),
    ("passed", "lop: 7", "lop: 12", []),
]
STATED = ("So KH (%)", "Dự báo cả năm", "Còn lại")
NOTED = ("Dự báo cả năm", "Mức phải đạt đến nay")


def has_formula(book, heading):
    """The line of codes, or the notes, say how the column is computed."""
    number = book.code(heading).split("=")[0]
    noted = any(f"Cột {number} = " in text for text in book.texts())
    return "=" in book.code(heading) or (heading in NOTED and noted)


def check_codes(desk):
    """Formulas stand where they are true of every line, and nowhere else."""
    even = desk.export("even", EVEN, "--columns", COLUMNS)
    yield from even.false_codes()
    yield from (f"even: no formula for {heading}" for heading in (*STATED, *NOTED)
                if not has_formula(even, heading))
    for name, before, after, wrong in UNEVEN:
        book = desk.export(name, EVEN.replace(before, after), "--columns", COLUMNS)
        yield from book.false_codes()
        yield from (f"{name}: a formula for {heading}: {book.code(heading)}" for heading in wrong
                    if has_formula(book, heading))
        yield from (f"{name}: no formula for {heading}" for heading in STATED
                    if heading not in wrong and not has_formula(book, heading))


def check_examples(desk):
    """No table of the example data, and of the cluster with every column, says what is not so."""
    inputs = {"example": [workbook.ROOT / part for part in ("targets", "actuals")],
              "cluster": [workbook.ROOT / "tests" / "cases" / "export-report" / "input"]}
    for name, paths in inputs.items():
        path = desk.folder / f"{name}.xlsx"
        subprocess.run([desk.program, "export", "-o", path, *paths], check=True,
                       stdout=subprocess.DEVNULL)
        for sheet, _ in workbook.Workbook(path).sheets:
            if sheet.startswith("Biểu"):
                yield from Book(path, sheet).false_codes()


# ---- published layouts ----

# the heads of published tables, and of all that such tables have
LAYOUTS = {
    "year-end": ("last_year, target, estimate, note", "Stt, Chỉ tiêu chủ yếu, TH năm 2023, KH năm {year}, Ước TH năm {year}",
                 ["Stt", "Chỉ tiêu chủ yếu", "TH năm 2023", "KH năm 2024", "Ước TH năm 2024", "Ghi chú"]),
    "review": ("unit, target, estimate, status", "TT, Chỉ tiêu, Đơn vị, Kế hoạch năm {year}, Ước thực hiện năm {year}",
               ["TT", "Chỉ tiêu", "Đơn vị", "Kế hoạch năm 2024", "Ước thực hiện năm 2024", "Đánh giá"]),
    "superset": ("unit, last_year, target, actual, attainment, vs_last_year, estimate, forecast, left, status, note", "",
                 ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2023", "Kế hoạch năm 2024", "Thực hiện 6 tháng", "So KH (%)",
                  "So cùng kỳ (%)", "Ước thực hiện cả năm", "Dự báo cả năm", "Còn lại", "Đánh giá", "Ghi chú"]),
}


def check_layouts(desk):
    """Published tables, column by column: what the files ask for, in their order and words."""
    for name, (columns, heads, wanted) in LAYOUTS.items():
        words = f", heads: [{', '.join(repr(head) for head in heads.split(', '))}]" if heads else ""
        book = desk.export(f"layout-{name}", PACED + f"report: {{columns: [{columns}]{words}}}\n", "--sheets", "tables")
        head = [cell.value for (sheet, ref), cell in book.all.items()
                if sheet == book.sheet and re.fullmatch(rf"[A-Z]+{book.head}", ref) and cell.value]
        if [plain(text) for text in head] != wanted:
            yield f"{name}: heads are {head}, not {wanted}"


# ---- all ----

CHECKS = [check_layouts, check_needed, check_tolerance, check_left, check_checks, check_trails, check_partial, check_room,
          check_codes, check_examples]


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
