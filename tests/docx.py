#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docx.py TIENDO BUILD [--splits N] [--seed S]

The report as a Word document, and an office's own document filled in.

What `report -o` writes is read as XML, by python-docx and by LibreOffice, and validated by the Open
XML SDK for three versions of Office; the same run gives the same bytes. Templates are made here with
placeholders cut into runs at random places, and by LibreOffice from a text; the filled document must
read like the text with each placeholder replaced by what `report` or JSON says, keep the style of
the run in which each began, and keep every other part byte by byte.

Without the SDK (npm), python-docx or LibreOffice that part is left out, unless CI=true.

Exit code: 0 all as it should be, 1 not."""

import argparse
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from xml.sax.saxutils import escape

import ooxml

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NEEDED = os.environ.get("CI") == "true"
BOLD = "<w:rPr><w:b/></w:rPr>"

wrong = []
bookmarks = itertools.count()


def expect(what, got, want):
    if got != want:
        wrong.append(f"{what}: got {got!r}, expected {want!r}")


def run(program, *words, folder=ROOT, code=0):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True,
                          check=False)
    expect(f"exit of {' '.join(map(str, words))}", done.returncode, code)
    return done


# ------------------------------------------------------------------------------------- documents


def paragraphs(path, part="word/document.xml"):
    """The text of every paragraph, and the runs with their being bold."""
    with zipfile.ZipFile(path) as package:
        root = ET.fromstring(package.read(part))
    found = []
    for paragraph in root.iter(f"{{{WORD}}}p"):
        runs = [("".join(t.text or "" for t in r.iter(f"{{{WORD}}}t")),
                 r.find(f"{{{WORD}}}rPr/{{{WORD}}}b") is not None)
                for r in paragraph.iter(f"{{{WORD}}}r")]
        found.append(("".join(text for text, _ in runs), runs))
    return found


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def run_xml(text, bold=False):
    return f"<w:r>{BOLD if bold else ''}<w:t xml:space=\"preserve\">{escape(text)}</w:t></w:r>"


def cut(text, random_, bold=False):
    """The text in runs that end anywhere, as Word leaves it after some typing."""
    ends = sorted(random_.sample(range(1, len(text)), min(random_.randrange(6), len(text) - 1)))
    pieces = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)])]
    def noise():
        mark = next(bookmarks)
        return random_.choice(("", "<w:proofErr w:type=\"spellStart\"/>",
                               f"<w:bookmarkStart w:id=\"{mark}\" w:name=\"b{mark}\"/>"
                               f"<w:bookmarkEnd w:id=\"{mark}\"/>"))

    return "".join(run_xml(piece, bold) + noise() for piece in pieces)


def write_template(path, body, header=None):
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types = (f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType='
             '"application/vnd.openxmlformats-package.relationships+xml"/><Default '
             'Extension="xml" ContentType="application/xml"/><Override PartName='
             f'"/word/document.xml" ContentType="{main}document.main+xml"/><Override PartName='
             f'"/word/header1.xml" ContentType="{main}header+xml"/></Types>')
    rels = (f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type='
            f'"{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
    own = (f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type='
           f'"{OFFICE}/header" Target="header1.xml"/></Relationships>')
    document = (f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}<w:sectPr>'
                '<w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body>'
                '</w:document>')
    head = f'<w:hdr xmlns:w="{WORD}"><w:p>{header or ""}</w:p></w:hdr>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (("[Content_Types].xml", types), ("_rels/.rels", rels),
                           ("word/_rels/document.xml.rels", own), ("word/header1.xml", head),
                           ("word/document.xml", document)):
            package.writestr(name, text)


def cell(content):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{content}</w:p></w:tc>'


def table(rows):
    grid = "<w:gridCol w:w=\"2000\"/>" * len(rows[0])
    lines = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


# ------------------------------------------------------------------------------------------ tests


def check_written(program, folder, validated):
    for org, lang in (("bac-ninh", "vi"), ("yen-bai", "en"), ("tay-bac", "vi")):
        path = folder / f"{org}.docx"
        words = ("report", "--org", org, "--lang", lang)
        run(program, *words, "-o", path)
        first = path.read_bytes()
        run(program, *words, "-o", path)
        expect(f"{org}: bytes of a second run", path.read_bytes(), first)
        printed = run(program, *words, "--format", "markdown").stdout
        plain = [re.sub(r"\\(.)", r"\1", re.sub(r"^(#+|-) ", "", line))
                 for line in printed.split("\n") if line]
        found = [re.sub(r"^- ", "", text) for text, _ in paragraphs(path)]
        expect(f"{org}: paragraphs", found, plain)
        validated.append(path)
    run(program, "report", "-o", folder / "no" / "such.docx", code=3)
    run(program, "report", "-o", folder / "report.doc", code=2)


def check_filled(program, folder, random_, splits, validated):
    data = json.loads(run(program, "status", "--org", "bac-ninh", "--format", "json").stdout)
    row = next(r for r in data["rows"] if r["indicator"] == "htx_new")
    values = {"{{htx_new.thuc_hien}}": str(row["actual"]["low"]), "{{nam}}": str(row["year"]),
              "{{bac-ninh/htx_new.danh_gia}}": row["status_label"], "{{seal}}": data["seal"],
              "{{htx_new.phan_tram}}": row["attainment_text"], "{{htx_total.actual}}": "723",
              "{{htx_new.don_vi_tinh}}": row["unit"], "{{ htx_new.con_lai }}": str(row["left"]),
              "{{htx_new.cung_ky}}": "–", "{{ngay_so_lieu}}": "30/06/2024",
              "{{ky}}": "6 tháng đầu năm 2024", "{{htx_new.ten}}": row["name"]}
    for number in range(splits):
        keys = random_.sample(sorted(values), random_.randrange(1, 5))
        before = [random_.choice(("", "Đạt ", "{ ", "a & b <", " }} ")) for _ in keys]
        text = "".join(b + k for b, k in zip(before, keys)) + " hết"
        want = "".join(b + values[k] for b, k in zip(before, keys)) + " hết"
        bold = random_.random() < 0.5
        template, filled = folder / "template.docx", folder / f"filled{number % 3}.docx"
        write_template(template, f"<w:p>{cut(text, random_, bold)}</w:p><w:p/>"
                       f"<w:p>{run_xml('Không đổi', True)}</w:p>", cut(text, random_))
        run(program, "report", "--org", "bac-ninh", "--template", template, "-o", filled)
        found = paragraphs(filled)
        expect(f"filled {number}", found[0][0], want)
        expect(f"style {number}", {b for t, b in found[0][1] if t}, {bold})
        expect(f"next {number}", found[2], ("Không đổi", [("Không đổi", True)]))
        expect(f"header {number}", paragraphs(filled, "word/header1.xml")[0][0], want)
        old, new = parts(template), parts(filled)
        for name in old:
            if name not in ("word/document.xml", "word/header1.xml"):
                expect(f"part {name}", new[name], old[name])
        if number < 3:
            validated.append(filled)


def check_rows(program, folder, random_, validated):
    rows = [[cut("Chỉ tiêu", random_), cut("Thực hiện", random_)],
            [cut("{{#chi_tieu}}{{ten}}", random_), cut("{{thuc_hien}} {{don_vi_tinh}}", random_)]]
    path, filled = folder / "rows.docx", folder / "rows-filled.docx"
    write_template(path, table(rows) + "<w:p/>")
    run(program, "report", "--org", "yen-bai", "--template", path, "-o", filled)
    data = json.loads(run(program, "status", "--org", "yen-bai", "--format", "json").stdout)
    goals = [r for r in data["rows"] if r["target"]]
    found = [text for text, _ in paragraphs(filled)]
    expect("rows", len(found) - 1, 2 + 2 * len(goals))
    for goal, name in zip(goals, found[2::2]):
        expect("row of a goal", name.startswith(goal["name"]), True)
    validated.append(filled)
    bad = folder / "bad.docx"
    write_template(bad, f"<w:p>{run_xml('tốt')}</w:p><w:p>{run_xml('{{htx_neww.cau}}')}</w:p>"
                   f"<w:p>{run_xml('{{htx_new.cauu}} {{mở')}</w:p>")
    done = run(program, "report", "--org", "bac-ninh", "--template", bad, "-o", folder / "x.docx",
               code=1)
    for words in ("đoạn 2", "{{htx_neww.cau}}", "htx_new”", "đoạn 3", "{{htx_new.cauu}}", "“cau”",
                  "{{mở"):
        expect(f"message names {words}", words in done.stderr, True)
    expect("nothing written", (folder / "x.docx").exists(), False)


def libreoffice(folder, to, path):
    subprocess.run(["libreoffice", f"-env:UserInstallation=file://{folder}/lo", "--headless",
                    "--convert-to", to, "--outdir", folder / "converted", path],
                   capture_output=True, check=False, timeout=120)
    return folder / "converted" / (path.stem + "." + to.split(":")[0])


def check_libreoffice(program, folder, documents):
    """It reads what is written, and a template that it made is filled."""
    if shutil.which("libreoffice") is None:
        expect("LibreOffice is there", NEEDED, False)
        return
    text = folder / "made.txt"
    text.write_text("Kết quả: {{htx_new.thuc_hien}} HTX, {{htx_new.phan_tram}} kế hoạch.\n", "utf-8")
    made = libreoffice(folder, "docx", text)
    expect("LibreOffice writes a document (libreoffice-writer)", made.exists(), True)
    if made.exists():
        filled = folder / "from-libreoffice.docx"
        run(program, "report", "--org", "bac-ninh", "--template", made, "-o", filled)
        expect("filled", paragraphs(filled)[0][0], "Kết quả: 15 HTX, 50,0% kế hoạch.")
        documents = [*documents, filled]
    for path in (documents[0], documents[-1]):
        read = libreoffice(folder, "txt:Text (encoded):UTF8", path)
        seen = read.read_text("utf-8-sig").split() if read.exists() else None
        expect(f"LibreOffice reads {path.name}", seen,
               " ".join(text for text, _ in paragraphs(path)).split())


def check_python_docx(documents):
    python = next((p for p in (sys.executable, "/usr/bin/python3") if subprocess.run(
        [p, "-c", "import docx"], capture_output=True, check=False).returncode == 0), None)
    if python is None:
        expect("python-docx is there", NEEDED, False)
        return
    for path in documents:
        script = f"import docx; [p.style.name for p in docx.Document({str(path)!r}).paragraphs]"
        done = subprocess.run([python, "-c", script], capture_output=True, text=True, check=False)
        expect(f"python-docx reads {path.name}", done.stderr, "")


def check_valid(build, documents):
    folder = ooxml.install(build)
    if folder is None:
        expect("the validator is there", NEEDED, False)
        return
    done = subprocess.run(["node", folder / ooxml.SCRIPT, ",".join(ooxml.VERSIONS), *documents],
                          capture_output=True, text=True, check=False, cwd=folder)
    results = [json.loads(line) for line in done.stdout.split("\n") if line]
    expect("validated", len(results), len(documents) * len(ooxml.VERSIONS))
    for path, version, good, why in results:
        expect(f"{pathlib.Path(path).name} valid in {version}: {why}", good, True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tiendo", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--splits", type=int, default=60)
    parser.add_argument("--seed", type=int, default=19)
    args = parser.parse_args()
    program, random_ = args.tiendo.resolve(), random.Random(args.seed)
    with tempfile.TemporaryDirectory() as name:
        folder, documents = pathlib.Path(name), []
        check_written(program, folder, documents)
        check_filled(program, folder, random_, args.splits, documents)
        check_rows(program, folder, random_, documents)
        check_libreoffice(program, folder, documents)
        check_python_docx(documents)
        check_valid(args.build.resolve(), documents)
    for line in wrong[:20]:
        print(line)
    print(f"{args.splits} templates of seed {args.seed}, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
