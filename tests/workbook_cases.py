#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""workbook_cases.py TIENDO BUILD_DIR [NAME...]

Exports the example data in both languages, the composed book and the books of workbook_books.py (all, or those named),
and looks at every workbook from outside:
  - nothing in it that Excel, LibreOffice or Gnumeric trips over (lint of workbook.py)
  - valid for Office 2007, 2013 and 365: the Open XML SDK's validator, which npm puts into BUILD_DIR
  - every formula's stored result is what LibreOffice and Gnumeric compute when forced to
  - on paper, through LibreOffice: A4 landscape, one page wide, as many pages of each sheet as PAGES
    says, "Trang x" of its sheet on each, no figure as ###, no print too small to read
With TIENDO_KEEP=FOLDER the workbooks and their PDF stay there, to be looked at.

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when good so far but something is missing;
in CI (CI=true) what is missing is a failure."""

import concurrent.futures
import html
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import npm
import ooxml
import workbook
import workbook_books

# Pages of the sheets whose names begin so; a sheet that is not named here has one or more. With the
# metrics of Calibri and Times New Roman (fonts-crosextra-carlito, fonts-croscore).
PAGES = {
    "example": {"Tổng quan": 1, "Biểu": 13, "Ma trận": 2, "Đối chiếu": 1, "Chú giải": 3},
    "example-en": {"Overview": 1, "Table": 13, "Matrix": 2, "Reconciliation": 2, "Notes": 3},
    "composed": {"Tổng quan": 1, "Trình chiếu": 1, "Diễn biến": 1, "Chú giải": 4},
    "names": {"Tổng quan": 1, "Biểu": 30, "Ma trận": 2},
    "one": {"Tổng quan": 1, "Biểu": 1, "Ma trận": 0},
    "two": {"Tổng quan": 1, "Biểu": 2, "Ma trận": 1},
    "sixty": {"Tổng quan": 1, "Biểu": 60, "Ma trận": 5},
    "wide": {"Tổng quan": 1, "Biểu": 42, "Ma trận": 3},
    "two_hundred": {"Tổng quan": 1, "Biểu": 36, "Ma trận": 14},
    "no_actuals": {"Tổng quan": 1, "Biểu": 2},
    "no_targets": {"Tổng quan": 1, "Biểu": 2},
    "partial": {"Tổng quan": 1, "Biểu": 10},
    "texts": {"Tổng quan": 1, "Biểu": 2},
    "figures": {"Tổng quan": 1, "Biểu": 2},
}
# Sheets that may be wider than a page: the data; the matrix of many units and many indicators.
WIDE = ("Dữ liệu", "Data", "Ma trận")
COUNTED = ("Biểu", "Table", "Chú giải", "Notes")  # sheets that know how many pages they have
LONE = ("Tổng quan", "Overview", "Trình chiếu", "Projector", "Diễn biến", "Through the year")  # always one page
HELPED = ("Dữliệu", "Data")  # sheets with folded columns, as printed
A4_POINTS = (842, 595)
FOLDED = 12  # points: so near the right of all words stand those of folded columns
SMALLEST = 5  # points from the top of a letter's line to its foot, of any word
SMALLEST_SHEET = 6  # ... of half the words of a sheet
CALL_LIMIT = 800  # seconds


class Case:
    """A workbook and what was found wrong with it."""

    def __init__(self, name, path):
        self.name = name
        self.path = path
        self.wrong = []

    def must(self, true, what):
        if not true:
            self.wrong.append(what)


# ---- the workbooks ----

def write_book(folder, book):
    for path, content in book.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")


def export(tiendo, name, inputs, out):
    lang = "en" if name.endswith("-en") else "vi"
    case = Case(name, out / f"{name}.xlsx")
    if name.startswith("example"):
        cwd = workbook.ROOT
    elif name == "composed":
        cwd = workbook.ROOT / "example"
    else:
        cwd = inputs / name
        write_book(cwd, workbook_books.BOOKS[name]())
    paths = [part for part in ("targets", "actuals") if (cwd / part).exists()]
    done = subprocess.run([tiendo, "export", "--lang", lang, "-o", case.path, *paths], cwd=cwd,
                          capture_output=True, encoding="utf-8", timeout=CALL_LIMIT, check=False)
    case.must(done.returncode == 0, f"exit code {done.returncode}: {done.stdout}{done.stderr}")
    return case


# ---- tools, all workbooks in one call ----

def validate(cases, packages):
    """Findings by the Open XML SDK."""
    done = subprocess.run(["node", packages / ooxml.SCRIPT, ",".join(ooxml.VERSIONS),
                           *(case.path for case in cases)], capture_output=True, encoding="utf-8",
                          env=dict(os.environ, DOTNET_TieredPGO="0"), timeout=CALL_LIMIT,
                          check=False)
    told = {}
    for line in done.stdout.splitlines():
        path, version, good, why = json.loads(line)
        told[path, version] = good
        if not good:
            by_path(cases, path).wrong.append(f"not valid for {version}: {'; '.join(why)}")
    for case in cases:
        for version in ooxml.VERSIONS:
            case.must((str(case.path), version) in told, f"not validated: {version} {done.stderr}")


def by_path(cases, path):
    return next(case for case in cases if str(case.path) == path)


def soffice(cases, kind, folder):
    """The folder with every workbook as LibreOffice writes it: all formulas computed afresh."""
    profile = folder / f"profile-{kind.partition(':')[0]}"
    out = folder / f"by-soffice-{kind.partition(':')[0]}"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(workbook.PROFILE, "utf-8")
    out.mkdir()
    subprocess.run(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
                    "--norestore", "--convert-to", kind, "--outdir", out,
                    *(case.path for case in cases)], env=workbook.engine_environment(folder),
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=CALL_LIMIT,
                   check=False)
    return out


def ssconvert(cases, folder):
    out = folder / "by-ssconvert"
    out.mkdir()
    for case in cases:
        subprocess.run(["ssconvert", "--recalc", case.path, out / case.path.name],
                       env=workbook.engine_environment(folder), stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=CALL_LIMIT, check=False)
    return out


def compare(case, engine, folder):
    path = folder / case.path.name
    if not path.exists():
        case.wrong.append(f"{engine} cannot convert the workbook")
        return 0
    count, wrong = workbook.compare(workbook.Workbook(case.path), workbook.Workbook(path))
    case.wrong += [f"{engine}: {line}" for line in wrong]
    return count


# ---- paper ----

def plain(text):
    """Without blanks: a PDF breaks words where the font changes."""
    return "".join(text.split())


class Page:
    """A printed page: its sheet and number as the footer tells, its words."""

    def __init__(self, text):
        size = re.search(r'width="([\d.]+)" height="([\d.]+)"', text)
        self.size = tuple(round(float(side)) for side in size.groups())
        # (left, top, right, bottom, text)
        self.words = [(*map(float, word[:4]), html.unescape(word[4])) for word in re.findall(
            r'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', text)]
        lowest = max((word[1] for word in self.words), default=0)
        line = sorted(word for word in self.words if word[1] > lowest - 4)
        self.right = max((word[2] for word in self.words if word not in line and "###" not in word[4]),
                         default=0)
        self.footer = plain("".join(word[4] for word in line))
        told = re.fullmatch(r"(.*)(?:Trang|Page)(\d+)(?:/(\d+))?", self.footer)
        self.sheet, number, count = told.groups() if told else ("", 0, 0)
        self.number = (int(number), int(count) if count else None)


def pages_of(pdf):
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, encoding="utf-8",
                          timeout=CALL_LIMIT, check=True)
    return [Page(text) for text in done.stdout.split("<page ")[1:]]


def check_pages(case, pages, sheets):
    """Every page is numbered and of a sheet, in the sheets' order, and as many as expected."""
    for number, page in enumerate(pages, 1):
        case.must(page.size == A4_POINTS, f"page {number} is no A4 landscape: {page.size}")
        own = [other for other in pages if other.sheet == page.sheet]
        counted = page.sheet.startswith(tuple(map(plain, COUNTED)))
        place = (own.index(page) + 1, len(own) if counted else None)
        case.must(page.number == place, f"page {number} ends with: {page.footer}")
        for word in page.words:
            # LibreOffice prints folded columns too: right of all else, unseen
            folded = page.sheet in HELPED and word[2] > page.right - FOLDED
            case.must("###" not in word[4] or folded, f"page {number}: a figure reads {word[4]}")
    order = [page.sheet for page in pages]
    once = list(dict.fromkeys(order))
    case.must(once == [plain(name) for name in sheets], f"sheets printed: {once}, not {sheets}")
    for prefix, wanted in PAGES[case.name].items():
        count = sum(name.startswith(plain(prefix)) for name in order)
        case.must(count == wanted, f"{prefix}: {count} pages, not {wanted}")


def check_print_size(case, pages):
    heights = {}
    for page in pages:
        # the lines under a letterhead are dashes
        heights.setdefault(page.sheet, []).extend(word[3] - word[1] for word in page.words
                                                  if word[4].strip("—"))
    for sheet, found in heights.items():
        case.must(min(found) >= SMALLEST and statistics.median(found) >= SMALLEST_SHEET,
                  f"{sheet}: print of {min(found):.1f}, mostly {statistics.median(found):.1f} points")


def check_setup(case, book, pages):
    """What the file says of printing: one page wide, heads repeated where there is a second page."""
    titles = {int(name.get("localSheetId")) for name in book.root.iter(workbook.MAIN + "definedName")
              if name.get("name") == "_xlnm.Print_Titles"}
    for i, (name, sheet) in enumerate(book.sheets):
        setup = sheet.find(workbook.MAIN + "pageSetup")
        fit = sheet.find(f"{workbook.MAIN}sheetPr/{workbook.MAIN}pageSetUpPr")
        fitted = fit is not None and fit.get("fitToPage") == "1"
        case.must(setup.get("orientation") == "landscape", f"{name}: not landscape")
        scaled = name.startswith(COUNTED)  # see printed.py, workbook_pages.h; 100 is not written
        case.must(name in WIDE or scaled or (fitted and setup.get("fitToWidth", "1") == "1"),
                  f"{name}: not one page wide")
        count = sum(page.sheet == plain(name) for page in pages)
        case.must(i in titles or count == 1, f"{name}: no head is repeated")
        alone = name.startswith(("Biểu", "Table", *LONE)) and count == 1
        case.must(not (alone and i in titles), f"{name}: the head of one page is repeated")


def check_paper(case, folder):
    pdf = folder / f"{case.name}.pdf"
    if not pdf.exists():
        case.wrong.append("LibreOffice cannot print the workbook")
        return
    book = workbook.Workbook(case.path)
    pages = pages_of(pdf)
    check_setup(case, book, pages)
    check_pages(case, pages, [name for name, _ in book.sheets])
    check_print_size(case, pages)


# ---- all of it ----

def fonts_missing():
    """Fonts without which lines break elsewhere than in Excel."""
    wanted = {"Calibri": ("Carlito", "Calibri"),
              "Times New Roman": ("Tinos", "Times New Roman")}
    for font, fits in wanted.items():
        found = subprocess.run(["fc-match", "-f", "%{family}", font], capture_output=True,
                               encoding="utf-8", check=False).stdout
        if found not in fits:
            yield fits[0]


def check(cases, packages, folder):
    """Runs the tools side by side; True when all were there."""
    tools = {tool: shutil.which(tool) for tool in ("soffice", "ssconvert", "pdftotext", "fc-match")}
    missing = [tool for tool, path in tools.items() if not path]
    if tools["fc-match"]:
        missing += fonts_missing()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        jobs = {}
        if tools["soffice"]:
            jobs["LibreOffice"] = pool.submit(soffice, cases, "xlsx:Calc MS Excel 2007 XML", folder)
            jobs["paper"] = pool.submit(soffice, cases, "pdf:calc_pdf_Export", folder)
        if tools["ssconvert"]:
            jobs["Gnumeric"] = pool.submit(ssconvert, cases, folder)
        if packages:
            pool.submit(validate, cases, packages).result()
        for name, job in jobs.items():
            made = job.result()
            for case in cases:
                if name != "paper":
                    count = compare(case, name, made)
                    print(f"{case.name}: {name}: {count} formula cells compared")
                elif not {"pdftotext", "fc-match", "Carlito", "Tinos"} & set(missing):
                    check_paper(case, made)
            if "TIENDO_KEEP" in os.environ:
                shutil.copytree(made, os.environ["TIENDO_KEEP"], dirs_exist_ok=True)
    if missing:
        print("not installed: " + ", ".join(missing))
    return packages is not None and not missing


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    tiendo, build = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:3])
    packages = ooxml.install(pathlib.Path(build))
    with tempfile.TemporaryDirectory(prefix="tiendo-cases-") as name:
        folder = pathlib.Path(name)
        cases = [export(tiendo, case, folder / "in", folder) for case in sys.argv[3:] or PAGES]
        made = [case for case in cases if case.path.exists()]
        for case in made:
            case.wrong += workbook.lint(case.path)
        complete = check(made, packages, folder)
    bad = False
    for case in cases:
        bad |= workbook.report([f"{case.name}: {line}" for line in case.wrong])
    if bad:
        return 1
    return 0 if complete else npm.missing()


if __name__ == "__main__":
    sys.exit(main())
