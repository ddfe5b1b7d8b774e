#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""printed.py TIENDO [--full]

Official tables on paper, counted and read. Books of 1 to 200 goals are exported with 6, 11 and 15
columns and with short and long notes, printed through LibreOffice, and the words of every page read
with their places (pdftotext). --full: all of them; else a sample. What must hold of each table:
  - its pages are numbered from 1, of their number; A4 landscape, one page wide
  - every goal stands on one page, once; every page with a head has lines under it
  - no page ends with a heading
  - place and date, all signers and at least two lines (or all there are) stand on the last page
  - no cell is clipped: its words, measured with the font's own widths, fit its rows and columns, with
    columns as wide as Excel and as LibreOffice set them

With TIENDO_KEEP=FOLDER workbooks and PDF stay there. Exit code: 0 good, 1 findings, 77 (skipped) when
LibreOffice, pdftotext or the fonts are missing; in CI (CI=true) that is a failure."""

import html
import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

import workbook
import workbook_cases

GOALS = (1, 8, 17, 30, 60, 200)
COLUMNS = {
    6: "unit,target,actual,status",
    11: "unit,last_year,target,actual,attainment,gap,left,status,note",
    15: "unit,last_year,last_year_same,target,actual,attainment,gap,vs_last_year,estimate,"
        "estimate_attainment,left,status,note",
}
SAMPLE = [(1, 6, 1), (8, 15, 1), (17, 11, 0), (17, 6, 1), (30, 11, 1), (30, 15, 0), (60, 15, 1)]
NOTE = ("Số liệu do các huyện, thị xã tổng hợp; còn bốn đơn vị chưa gửi báo cáo chính thức, phòng "
        "chuyên môn đã đôn đốc bằng văn bản và sẽ bổ sung trước kỳ họp cuối tháng")
SIGNERS = ["NGƯỜI LẬP BIỂU", "TRƯỞNG PHÒNG", "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH"]
LINE = 1.15  # height of a line of Times New Roman, in sizes of the type: what must be there


# ---- books ----

KINDS = [  # unit, kind, target, actual
    ("HTX", "flow", 60, 33),
    ("HTX", "flow", {"from": 30, "to": 40}, 12),
    ("%", "share", {"more_than": 57.6}, 52.25),
    ("triệu đồng/người/tháng", "average", {"at_least": 65}, 31.9),
    ("người", "stock", {"about": 145_000}, {"more_than": 139_588}),
    ("đơn", "stock", {"at_most": 15}, 17),
    ("lớp", "flow", {"at_least": 24}, 24),
]


def name_of(i):
    return f"CT{i:03d} " + " ".join("phát triển hợp tác xã nông nghiệp ứng dụng công nghệ cao".split()[:3 + i * 7 % 9])


def book(goals, long_notes):
    """One organisation; headings of one to six goals, parts now and then."""
    indicators, targets, actuals, notes, before, estimates = {}, {}, {}, {}, {}, {}
    group, left = 0, 0
    for i in range(goals):
        if left == 0:
            group, left = group + 1, 1 + group * 5 % 6
        unit, kind, target, actual = KINDS[i % len(KINDS)]
        key = f"i{i:03d}"
        indicators[key] = {"name": name_of(i), "unit": unit, "kind": kind, "group": f"NHOM{group:02d} của biểu"}
        if i % 5 == 1 and KINDS[(i - 1) % len(KINDS)][0] == unit and indicators[f"i{i - 1:03d}"]["group"] == indicators[key]["group"]:
            indicators[key]["part_of"] = {"whole": f"i{i - 1:03d}", "by": "lĩnh vực"}
        targets[key] = target
        actuals[key] = actual
        before[key] = 20.5 if unit != "người" else 120_500
        if kind != "share":
            estimates[key] = 40 if unit != "người" else 146_000
        if long_notes:
            notes[key] = NOTE if i % 3 else NOTE[:60]
        left -= 1
    return {
        "org": "x", "year": 2024, "orgs": {"x": {"name": "Tỉnh Bắc Ninh"}}, "indicators": indicators,
        "report": {"letterhead": ["UBND TỈNH BẮC NINH", "LIÊN MINH HỢP TÁC XÃ TỈNH"],
                   "attached_to": "Kèm theo Báo cáo số 45/BC-LM ngày 05/07/2024",
                   "signers": [{"title": title, "name": "Nguyễn Văn A"} for title in SIGNERS]},
        "targets": targets,
        "actuals": [{"year": 2023, "as_of": day, "values": before} for day in ("2023-06-30", "2023-12-31")] + [
            {"as_of": "2024-06-30", "values": actuals, "notes": notes},
            {"as_of": "2024-06-30", "estimate": True, "values": estimates}],
    }


def export(tiendo, folder, goals, columns, long_notes):
    path = folder / f"g{goals:03d}-c{columns:02d}-n{long_notes}.xlsx"
    source = path.with_suffix(".yaml")
    source.write_text(json.dumps(book(goals, long_notes), ensure_ascii=False), "utf-8")
    done = subprocess.run([tiendo, "export", "--columns", COLUMNS[columns], "--sheets", "tables,notes",
                           "-o", path, source], capture_output=True, encoding="utf-8", check=False)
    case = workbook_cases.Case(path.stem, path)
    case.must(done.returncode == 0, f"exit code {done.returncode}: {done.stderr[-300:]}")
    case.goals = goals
    return case


# ---- pages ----

class Page(workbook_cases.Page):
    """A page, and what stands on its lines from the top."""

    def lines(self):
        rows = []
        for word in sorted(self.words, key=lambda w: (w[3], w[0])):
            if rows and word[3] - rows[-1][-1][3] < 2.5:
                rows[-1].append(word)
            else:
                rows.append([word])
        return [" ".join(w[4] for w in sorted(row)) for row in rows]


def pages_of(pdf):
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, encoding="utf-8", check=True)
    pages = [Page(html.unescape(text)) for text in done.stdout.split("<page ")[1:]]
    return [page for page in pages if page.sheet.startswith("Biểu")]


def check_pages(case, pages):
    seen = []
    case.must(pages, "no page of the table")
    for number, page in enumerate(pages, 1):
        case.must(page.size == workbook_cases.A4_POINTS, f"page {number}: no A4 landscape: {page.size}")
        case.must(page.number == (number, len(pages)), f"page {number} of {len(pages)} ends with: {page.footer}")
        lines = page.lines()[:-1]  # without the footer
        text = "\n".join(lines)
        goals = re.findall(r"CT\d{3}", text)
        seen += goals
        case.must("STT" not in text or goals, f"page {number}: a head without lines")
        case.must(lines and not re.search(r"NHOM\d+ của biểu$", lines[-1]), f"page {number} ends with a heading")
        case.must("###" not in text, f"page {number}: a figure reads ###")
    wanted = [f"CT{i:03d}" for i in range(case.goals)]
    case.must(sorted(seen) == wanted, f"goals on paper: {len(seen)}, not {len(wanted)}")
    last = "\n".join(pages[-1].lines()) if pages else ""
    for words in (*SIGNERS, "ngày … tháng … năm …", "Ký hiệu:"):
        case.must(words.split("\n")[0] in last, f"not on the last page: {words}")
        earlier = any(words.split("\n")[0] in "\n".join(page.lines()) for page in pages[:-1])
        case.must(not earlier, f"on an earlier page: {words}")
    case.must(last.count("Nguyễn Văn A") == len(SIGNERS), "a signer's name is not on the last page")
    above = last.split("Ký hiệu:")[0]
    case.must(len(re.findall(r"CT\d{3}", above)) >= min(2, case.goals), "fewer than two lines above the signatures")


# ---- cells, measured ----

class Font:
    """Advance widths of a TrueType file, in sizes of the type."""

    def __init__(self, path):
        self.data = pathlib.Path(path).read_bytes()
        tables = {}
        for i in range(struct.unpack(">H", self.data[4:6])[0]):
            tag, _, offset, _ = struct.unpack(">4sIII", self.data[12 + 16 * i:28 + 16 * i])
            tables[tag.decode()] = offset
        self.em = self.u16(tables["head"] + 18)
        self.count = self.u16(tables["hhea"] + 34)
        self.hmtx = tables["hmtx"]
        cmap = tables["cmap"]
        self.cmap = next(cmap + struct.unpack(">I", self.data[cmap + 8 + 8 * i:cmap + 12 + 8 * i])[0]
                         for i in range(self.u16(cmap + 2)) if self.u16(cmap + 4 + 8 * i) == 3)
        self.known = {}

    def u16(self, at):
        return struct.unpack(">H", self.data[at:at + 2])[0]

    def glyph(self, point):
        segments = self.u16(self.cmap + 6)
        for i in range(0, segments, 2):
            end = self.cmap + 14 + i
            if self.u16(end) >= point:
                start, delta, ranges = (end + 2 + k * segments for k in (1, 2, 3))
                if self.u16(start) > point:
                    return 0
                if not self.u16(ranges):
                    return (point + self.u16(delta)) & 0xFFFF
                return self.u16(ranges + self.u16(ranges) + 2 * (point - self.u16(start)))
        return 0

    def width(self, text):
        for sign in text:
            if sign not in self.known:
                glyph = min(self.glyph(ord(sign)), self.count - 1)
                self.known[sign] = self.u16(self.hmtx + 4 * glyph) / self.em
        return sum(self.known[sign] for sign in text)

    def lines(self, text, room):
        count = 0
        for paragraph in text.split("\n"):
            used, count = None, count + 1
            for word in paragraph.split(" "):
                width = self.width(word)
                if used is not None and used + self.width(" ") + width > room:
                    used, count = None, count + 1
                used = width if used is None else used + self.width(" ") + width
                if used > room:
                    return 99
        return count


def font_files():
    """By bold and italic."""
    files = {}
    for bold in (False, True):
        for italic in (False, True):
            style = " ".join(["bold"] * bold + ["italic"] * italic) or "regular"
            asked = f"Times New Roman:style={style}" if style != "regular" else "Times New Roman"
            files[bold, italic] = subprocess.run(["fc-match", "-f", "%{file}", asked], capture_output=True,
                                                 encoding="utf-8", check=True).stdout
    return {key: Font(path) for key, path in files.items()}


def styles_of(path):
    """Of each cell format: (size, bold, italic, wrapped, shrunk, indent)."""
    import xml.etree.ElementTree as ET
    import zipfile
    m = workbook.MAIN
    with zipfile.ZipFile(path) as parts:
        root = ET.fromstring(parts.read("xl/styles.xml"))
    fonts = [(float(f.find(m + "sz").get("val")), f.find(m + "b") is not None, f.find(m + "i") is not None)
             for f in root.find(m + "fonts")]
    styles = []
    for xf in root.find(m + "cellXfs"):
        place = xf.find(m + "alignment")
        place = {} if place is None else place.attrib
        styles.append((*fonts[int(xf.get("fontId"))], place.get("wrapText") == "1",
                       place.get("shrinkToFit") == "1", int(place.get("indent", 0))))
    return styles


def check_cells(case, fonts):
    """Every text of the table fits where it stands."""
    m = workbook.MAIN
    book_read = workbook.Workbook(case.path)
    styles = styles_of(case.path)
    for name, sheet in book_read.sheets:
        if not name.startswith("Biểu"):
            continue
        widths = {}
        for col in sheet.iter(m + "col"):
            for c in range(int(col.get("min")), int(col.get("max")) + 1):
                if col.get("hidden") != "1":
                    widths[c] = int(float(col.get("width")) * 7 + 0.5)
        heights = {int(row.get("r")): float(row.get("ht")) for row in sheet.iter(m + "row") if row.get("ht")}
        spans = {}
        for merge in sheet.iter(m + "mergeCell"):
            top, left, _, right = workbook.corners(merge.get("ref"))
            spans[top, left] = right
        for c in sheet.iter(m + "c"):
            row, column = workbook.corners(c.get("r"))[:2]
            value = workbook.cell_value(c, book_read.strings)
            size, bold, italic, wraps, shrinks, indent = styles[int(c.get("s", 0))]
            if not isinstance(value, str) or not value or column not in widths or shrinks or set(value) == {"—"}:
                continue
            pixels = sum(widths.get(k, 0) for k in range(column, spans.get((row, column), column) + 1))
            room = (pixels * 0.75 - 4 - 6.75 * indent) / size
            font = fonts[bold, italic]
            lines = font.lines(value, room) if wraps else 1
            case.must(wraps or font.width(value) <= room, f"{c.get('r')}: too wide: {value[:60]}")
            case.must(lines * LINE * size <= heights.get(row, 15),
                      f"{c.get('r')}: {lines} lines in {heights.get(row, 15)} points: {value[:60]}")


# ---- all ----

def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    missing = [tool for tool in ("soffice", "pdftotext", "fc-match") if not shutil.which(tool)]
    missing = missing or list(workbook_cases.fonts_missing())
    if missing:
        print("not installed: " + ", ".join(missing))
        return 1 if os.environ.get("CI") == "true" else 77
    tiendo = str(pathlib.Path(sys.argv[1]).resolve())
    every = [(goals, columns, notes) for goals in GOALS for columns in COLUMNS for notes in (0, 1)]
    with tempfile.TemporaryDirectory(prefix="tiendo-printed-") as name:
        folder = pathlib.Path(name)
        cases = [export(tiendo, folder, *one) for one in (every if "--full" in sys.argv else SAMPLE)]
        made = [case for case in cases if case.path.exists()]
        printed = workbook_cases.soffice(made, "pdf:calc_pdf_Export", folder)
        fonts = font_files()
        for case in made:
            pages = pages_of(printed / f"{case.name}.pdf")
            check_pages(case, pages)
            check_cells(case, fonts)
            print(f"{case.name}: {len(pages)} pages")
        if "TIENDO_KEEP" in os.environ:
            shutil.copytree(folder, os.environ["TIENDO_KEEP"], dirs_exist_ok=True,
                            ignore=shutil.ignore_patterns("profile*"))
    bad = False
    for case in cases:
        bad |= workbook.report([f"{case.name}: {line}" for line in case.wrong])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
