#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""workbook.py TIENDO

Exports the example data (targets/ and actuals/), and a made-up cluster with every column a table may
have (cases/export-report), and looks at the workbooks from outside:
  - the same input gives the same bytes, in other folders, time zones and locales;
  - nothing in it that Excel, LibreOffice or Gnumeric trips over (see lint);
  - the overview's bars: worst first, ranges and limits too;
  - every formula's stored result is what LibreOffice and Gnumeric compute when forced to;
  - figures lead to the files they come from, with the words of their source; the hashes of the notes
    are those of the files, or of folders of many.

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but an engine is missing;
in CI (CI=true) a missing engine is a failure."""

import hashlib
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# In Excel since 2007, and in both engines; extend with care.
FUNCTIONS = set("""
    ABS AND AVERAGE CHOOSE CONCATENATE COUNT COUNTA COUNTIF COUNTIFS DATE DAY EXACT HYPERLINK IF IFERROR
    INDEX INT ISBLANK ISNA ISNUMBER LEFT LEN MATCH MAX MEDIAN MID MIN MOD MONTH N NOT OR RANK REPT
    RIGHT ROUND ROUNDDOWN ROUNDUP ROW SMALL SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TRIM VLOOKUP YEAR
""".split())
SHEET_NAME_UNITS = 31
TEXT_UNITS = 32767
FORMULA_LENGTH = 8192
VALIDATION_LENGTH = 255
A4 = "9"
SHOWN = 40  # findings printed of one kind

# Stored results are printed with 16 digits.
TOLERANCE = 1e-9

# LibreOffice trusts stored results unless told to compute always (0).
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


class Cell:
    """A cell as stored: its formula (None: none) and value (float, str, bool, Error or None)."""

    def __init__(self, element, strings):
        formula = element.find(MAIN + "f")
        self.formula = None if formula is None else formula.text or ""
        self.has_value = element.find(MAIN + "v") is not None
        self.value = cell_value(element, strings)


class Error(str):
    """An error value, or a number that is none."""


def cell_value(element, strings):
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(t.text or "" for t in element.iter(MAIN + "t"))
    stored = element.find(MAIN + "v")
    if stored is None:
        return None
    text = stored.text or ""
    if kind == "s":
        return strings[int(text)]
    if kind == "str":
        return text
    if kind == "b":
        return text == "1"
    if kind == "e":
        return Error(text)
    if not text:
        return None
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", text) else Error(text)


class Workbook:
    """An .xlsx file: its sheets by name, in order, as XML and as cells."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            self.root = ET.fromstring(parts.read("xl/workbook.xml"))
            targets = {r.get("Id"): r.get("Target")
                       for r in ET.fromstring(parts.read("xl/_rels/workbook.xml.rels"))}
            self.strings = []
            if "xl/sharedStrings.xml" in parts.namelist():
                for item in ET.fromstring(parts.read("xl/sharedStrings.xml")).iter(MAIN + "si"):
                    self.strings.append("".join(t.text or "" for t in item.iter(MAIN + "t")))
            self.sheets = []
            for sheet in self.root.iter(MAIN + "sheet"):
                target = targets[sheet.get(RELATION)]
                part = target[1:] if target.startswith("/") else "xl/" + target
                self.sheets.append((sheet.get("name"), ET.fromstring(parts.read(part))))

    def cells(self):
        """(sheet, reference) -> Cell"""
        return {(name, c.get("r")): Cell(c, self.strings)
                for name, sheet in self.sheets for c in sheet.iter(MAIN + "c")}


# ---- the same bytes ----

def export(program, folder, **env):
    """Export the example data from a folder of its own; the workbook's path."""
    temporary = folder / "tmp"
    temporary.mkdir(parents=True)
    for part in ("targets", "actuals"):
        shutil.copytree(ROOT / part, folder / part)
    subprocess.run([program, "export", "-o", "book.xlsx"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL,
                   env=dict(os.environ, TMPDIR=str(temporary), **env))
    return folder / "book.xlsx"


def export_cluster(program, folder):
    """Export the made-up cluster into a folder below its own; the workbook's path."""
    shutil.copytree(ROOT / "tests" / "cases" / "export-report" / "input", folder)
    (folder / "out").mkdir()
    subprocess.run([program, "export", "-o", "out/book.xlsx"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "out" / "book.xlsx"


def check_bytes(program, folder):
    """Export under different skies; the first workbook, and what differs."""
    skies = {
        "here": {"TZ": "UTC", "LC_ALL": "C.UTF-8"},
        "another time zone": {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
        "a locale with decimal commas": {"TZ": "UTC", "LC_ALL": "vi_VN.UTF-8"},
    }
    books = {name: export(program, folder / str(i), **env)
             for i, (name, env) in enumerate(skies.items())}
    first = books["here"]
    return first, [f"other bytes under {name}" for name, book in books.items()
                   if book.read_bytes() != first.read_bytes()]


# ---- what an application would trip over ----

def utf16_units(text):
    return len(text.encode("utf-16-le")) // 2


def lint_parts(path):
    with zipfile.ZipFile(path) as parts:
        broken = parts.testzip()
        if broken:
            yield f"checksum of {broken}"
        for part in parts.infolist():
            if part.date_time != (1980, 1, 1, 0, 0, 0):
                yield f"the zip carries a time: {part.filename}"
            if part.filename.endswith((".xml", ".rels", ".vml")):
                try:
                    ET.fromstring(parts.read(part))
                except ET.ParseError as error:
                    yield f"not well-formed: {part.filename}: {error}"


def lint_names(book):
    seen = {"history"}  # reserved by Excel
    for name, _ in book.sheets:
        if not 0 < utf16_units(name) <= SHEET_NAME_UNITS:
            yield f"sheet name's length: {name}"
        if re.search(r"[\[\]:*?/\\]", name) or "'" in name:
            yield f"sheet name's characters (Gnumeric cannot read a ' either): {name}"
        if name.casefold() in seen:
            yield f"sheet name taken: {name}"
        seen.add(name.casefold())
    for name in (d.get("name") for d in book.root.iter(MAIN + "definedName")):
        like_cell = re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*", name)
        plain = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", name)
        if not name.startswith("_xlnm.") and (like_cell or not plain):
            yield f"defined name is not portable: {name}"


def lint_texts(book):
    for text in book.strings:
        if utf16_units(text) > TEXT_UNITS:
            yield f"text too long: {text[:40]}…"
        if set(re.findall(r"_x[0-9A-Fa-f]{4}_", text)) - {"_x005F_"}:  # which escapes another
            yield f"text reads as an escape: {text[:40]}"


def lint_formula(formula):
    if len(formula) > FORMULA_LENGTH:
        yield "formula too long"
    bare = re.sub(r"'(?:[^']|'')*'!", "", re.sub(r'"[^"]*"', '""', formula))
    if re.search(r"\w\[", bare):
        yield "structured reference (LibreOffice and Gnumeric fail on it)"
    for name in re.findall(r"([A-Za-z_][\w.]*)\(", bare):
        if name not in FUNCTIONS:
            yield f"function {name} is not on the portable list"


def lint_cells(book):
    for (sheet, reference), cell in book.cells().items():
        place = f"{sheet}!{reference}"
        if isinstance(cell.value, Error):
            yield f"{place}: {cell.value}"
        if cell.formula is not None:
            if not cell.has_value:
                yield f"{place}: formula without a stored result"
            for finding in lint_formula(cell.formula):
                yield f"{place}: {finding}"


def corners(reference):
    """(first row, first column, last row, last column) of A1 or A1:B2"""
    out = []
    for corner in reference.split(":"):
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", corner).groups()
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        out += [int(row), column]
    return out if len(out) == 4 else out * 2


def overlap(a, b):
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def lint_sheets(book):
    for name, sheet in book.sheets:
        merges = [m.get("ref") for m in sheet.iter(MAIN + "mergeCell")]
        boxes = [corners(m) for m in merges]
        for i, box in enumerate(boxes):
            for j in range(i):
                if overlap(box, boxes[j]):
                    yield f"{name}: merges overlap: {merges[j]} {merges[i]}"
        for validation in sheet.iter(MAIN + "dataValidation"):
            for child in validation:
                if len(child.text or "") > VALIDATION_LENGTH:
                    yield f"{name}: validation formula too long: {validation.get('sqref')}"
        setup = sheet.find(MAIN + "pageSetup")
        if setup is None or setup.get("paperSize") != A4:
            yield f"{name}: paper is not A4"


def lint(path):
    findings = list(lint_parts(path))
    if findings:
        return findings
    book = Workbook(path)
    for check in (lint_names, lint_texts, lint_cells, lint_sheets):
        findings += check(book)
    return findings + list(lint_charts(path))


# ---- charts ----

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def range_cells(reference):
    """(sheet, [A1, A2, …]) of 'Sheet'!$A$1:$A$9, a column"""
    sheet, area = re.fullmatch(r"(?:'((?:[^']|'')*)'|\w+)!(\S+)", reference).groups()
    first, column, last, _ = corners(area.replace("$", ""))
    return (sheet or reference.split("!")[0]).replace("''", "'"), [
        f"{chr(ord('A') + column - 1)}{row}" for row in range(first, last + 1)]


def lint_charts(path):
    """What a preview draws is what the cells hold, and every chart is described in words."""
    cells = Workbook(path).cells()
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("xl/charts/"):
                yield from lint_chart(part, ET.fromstring(parts.read(part)), cells)
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", part):
                for thing in ET.fromstring(parts.read(part)).iter():
                    if thing.tag.endswith("}cNvPr") and len(thing.get("descr", "")) < 20:
                        yield f"{part}: a chart without alternative text"


def lint_chart(part, chart, cells):
    points = 0
    for ref in [*chart.iter(CHART + "strRef"), *chart.iter(CHART + "numRef")]:
        sheet, places = range_cells(ref.find(CHART + "f").text)
        stored = {int(p.get("idx")): p.find(CHART + "v").text for p in ref.iter(CHART + "pt")}
        count = ref.find(f".//{CHART}ptCount")
        if count is None or int(count.get("val")) != len(places):
            yield f"{part}: {sheet}: other number of stored points than cells"
        for i, place in enumerate(places):
            cell = cells.get((sheet, place))
            value = cell.value if cell else None
            shown = stored.get(i)
            shown = float(shown) if shown is not None and type(value) is float else shown
            if not same(shown, value):
                yield f"{part}: {sheet}!{place} holds {value!r}, the chart {shown!r}"
            points += 1
    if not points:
        yield f"{part}: a chart without data"


# ---- the bars of the overview ----

DRAWN = """
org: x
year: 2024
orgs: {x: {name: Tỉnh X}}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  don: {name: Đơn thư, unit: đơn, kind: flow, better: lower}
  yeu: {name: HTX yếu, unit: HTX, kind: stock}
  tot: {name: Tỷ lệ tốt, unit: "%", kind: share}
  khoang: {name: Mô hình, unit: mô hình, kind: flow}
  xong: {name: Ban hành kế hoạch, kind: done}
  khong: {name: Nợ đọng, unit: HTX, kind: stock}
  chua: {name: Lớp tập huấn, unit: lớp, kind: flow, better: lower}
targets: {moi: 30, don: 10, yeu: {at_most: 20}, tot: 60, khoang: {from: 3, to: 5}, xong: {done: true},
  khong: 0, chua: 4}
actuals:
  - {as_of: 2024-06-30, values: {moi: 15, don: 4, yeu: 25, tot: 70, khoang: 2, xong: có, khong: 1}}
"""
# Worst first; what has no figure, or no number to be filled, comes last; yes or no has no bar.
DRAWN_LABELS = ["HTX yếu  ▼ 125%", "Mô hình  ▲ 66%", "HTX mới  ▲ 50%", "Đơn thư  ▲ 40%",
                "Tỷ lệ tốt  ■ 116%", "Lớp tập huấn  ○ –", "Nợ đọng  ■ –"]


def check_drawn(program, folder):
    """The overview's bars show the share of a target, or of a limit, worst first."""
    folder.mkdir()
    (folder / "book.yaml").write_text(DRAWN, "utf-8")
    book = folder / "drawn.xlsx"
    subprocess.run([program, "export", "-o", book, folder], check=True, stdout=subprocess.DEVNULL)
    cells = Workbook(book).cells()
    labels = [cells["Số liệu biểu đồ", f"A{row}"].value for row in range(5, 5 + len(DRAWN_LABELS))]
    if labels != DRAWN_LABELS:
        yield f"the bars of the overview: {labels}"


# ---- where figures come from ----

def check_links(path, folder):
    """Every link to a file leads to one that is there."""
    count = 0
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("xl/worksheets/_rels/"):
                for relation in ET.fromstring(parts.read(part)):
                    if relation.get("TargetMode") == "External":
                        count += 1
                        target = urllib.parse.unquote(relation.get("Target")).replace("\\", "/")
                        if not (path.parent / target).is_file():
                            yield f"link to nowhere: {target}"
    if not count:
        yield f"no link to a file in {path.relative_to(folder)}"


def check_comments(path, words):
    """The words of a source stand in comments of the tables, each with its file, and in cells of the
    data; nothing makes the printer show them."""
    book = Workbook(path)
    with zipfile.ZipFile(path) as parts:
        said = ["".join(c.itertext())
                for part in parts.namelist() if part.startswith("xl/comments")
                for c in ET.fromstring(parts.read(part)).iter() if c.tag.endswith("}comment")]
        yield from (f"a comment without its file: {text}" for text in said if "Tệp: " not in text)
        for word in words:
            if not any(word in text for text in said):
                yield f"no comment says: {word}"
            if not any(word.removeprefix("Ghi chú: ").strip("“”") in text for text in book.strings):
                yield f"no cell says: {word}"
        for part in parts.namelist():
            if part.startswith("xl/worksheets/sheet") and b"cellComments" in parts.read(part):
                yield f"comments would be printed: {part}"


def check_hashes(path, folder):
    strings = "\n".join(Workbook(path).strings)
    for file in sorted(folder.glob("[ta]*/*.yaml")):
        if hashlib.sha256(file.read_bytes()).hexdigest() not in strings:
            yield f"the notes do not tell the hash of {file.name}"


def check_folders(program, folder):
    """Of more than 200 files the notes tell each folder: the hash of what sha256sum prints there."""
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "m.yaml").write_text(
        "year: 2024\norgs: {o: {name: O}}\norg: o\nindicators:\n"
        "  x: {name: X, unit: HTX, kind: flow}\ntargets: {x: 1}\n", "utf-8")
    for i in range(200):
        inside = folder / "a" / ("b" if i < 150 else ".") / f"n-{i}.yaml"
        inside.write_text(f"# {i}\norg: o\nyear: 2024\n", "utf-8")
    book = folder / "folders.xlsx"
    subprocess.run([program, "export", "--lang", "vi", "-o", str(book), "a"], check=True,
                   cwd=folder, capture_output=True)
    strings = Workbook(book).strings
    for where, count in (("a", 51), ("a/b", 150)):
        lines = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
                        for file in sorted((folder / where).glob("*.yaml")))
        said = hashlib.sha256(lines.encode()).hexdigest()
        if f"{where}/" not in strings or not any(
                text.startswith(f"{count} tệp") and said in text for text in strings):
            yield f"the notes do not tell the hash of folder {where}"
    if any("n-1.yaml" in text for text in strings):
        yield "the notes name single files of many"


def check_sources(path, folder, words):
    return [*check_links(path, folder), *check_comments(path, words), *check_hashes(path, folder)]


# ---- the formulas, computed by others ----

def engine_environment(folder):
    """No home, locale or allocator setting of the caller."""
    kept = {n: os.environ[n] for n in ("PATH", "LD_LIBRARY_PATH") if n in os.environ}
    return kept | {"HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}


def by_libreoffice(book, folder):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, "utf-8")
    return (["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(book)],
            folder / book.name)


def by_gnumeric(book, folder):
    return ["ssconvert", "--recalc", str(book), str(folder / book.name)], folder / book.name


ENGINES = {"LibreOffice": ("soffice", by_libreoffice), "Gnumeric": ("ssconvert", by_gnumeric)}


def recalculate(engine, book, folder):
    """The workbook as the engine writes it after computing every formula, or None."""
    folder.mkdir()
    command, result = engine(book, folder)
    done = subprocess.run(command, env=engine_environment(folder), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=200, check=False)
    if done.returncode or not result.exists():
        print(done.stdout.decode("utf-8", "backslashreplace"))
        return None
    return Workbook(result)


def same(stored, computed):
    if isinstance(stored, Error) or isinstance(computed, Error):
        return False
    if type(stored) is float and type(computed) is float:
        return math.isclose(stored, computed, rel_tol=TOLERANCE, abs_tol=1e-12)
    # an empty text may be written as no value at all
    return ("" if stored is None else stored) == ("" if computed is None else computed)


def compare(stored, computed):
    """The number of formula cells compared, and those that differ."""
    computed_cells = computed.cells()
    formulas = [(place, cell) for place, cell in stored.cells().items() if cell.formula is not None]
    wrong = []
    for place, cell in formulas:
        other = computed_cells.get(place)
        value = other.value if other else None
        if not same(cell.value, value):
            wrong.append(f"{'!'.join(place)}: stored {cell.value!r}, computed {value!r}: "
                         f"={cell.formula[:100]}")
    missing = {name for name, _ in stored.sheets} - {name for name, _ in computed.sheets}
    wrong += [f"sheet lost: {name}" for name in sorted(missing)]
    if not formulas:
        wrong.append("no formula cell to compare")
    return len(formulas), wrong


def check_engine(name, engine, book, folder):
    computed = recalculate(engine, book, folder)
    if computed is None:
        return [f"{name} cannot convert the workbook"]
    count, wrong = compare(Workbook(book), computed)
    print(f"{name}: {count} formula cells compared")
    return [f"{name}: {line}" for line in wrong]


def report(findings):
    for line in findings[:SHOWN]:
        print(line)
    if len(findings) > SHOWN:
        print(f"… and {len(findings) - SHOWN} more")
    return bool(findings)


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    in_ci = os.environ.get("CI") == "true"
    missing = []
    with tempfile.TemporaryDirectory(prefix="tiendo-workbook-") as name:
        folder = pathlib.Path(name)
        try:
            book, findings = check_bytes(program, folder)
            cluster = export_cluster(program, folder / "cluster")
        except subprocess.CalledProcessError as error:
            print(f"the export failed with exit code {error.returncode}")
            return 1
        bad = report(findings)
        bad |= report(lint(book)) | report(lint(cluster))
        bad |= report(check_sources(book, book.parent, ["“doanh thu bình quân của 1 Tổ hợp tác đạt 170 triệu đồng”"]))
        bad |= report(check_sources(cluster, cluster.parents[1],
                                    ["“thành lập mới 12 HTX", "Ghi chú: giảm vốn"]))
        bad |= report(list(check_folders(program, folder / "folders")))
        bad |= report(list(check_drawn(program, folder / "drawn")))
        for engine_name, (tool, engine) in ENGINES.items():
            if not shutil.which(tool):
                missing.append(tool)
                continue
            bad |= report(check_engine(engine_name, engine, book, folder / tool))
            bad |= report(check_engine(engine_name, engine, cluster, folder / (tool + "-cluster")))
    if missing:
        print("not installed: " + ", ".join(missing))
        bad |= in_ci
    return 1 if bad else 77 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
