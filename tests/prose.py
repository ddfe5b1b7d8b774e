#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""prose.py TIENDO

`check` on reports' prose: the sentences of prose/sentences.txt, each as a report of its own beside
the example data, as text, Markdown and a Word document; and what `report` itself writes, of which
nothing may differ. A number said to differ that does not is a false alarm and fails; so does one
that differs and is not found. Of the numbers that are in the book the share that is found is the
recall; it fails below 90 %.

Exit code: 0 all as it should be, 1 not."""

import pathlib
import re
import subprocess
import sys
import tempfile

import docx

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIGNS = {"khớp": "=", "khớp nếu cắt bớt": "~", "KHÁC": "!", "không có trong dữ liệu": "?"}
LINE = re.compile(r"^.*?(?::| đoạn )(\d+): “([^”]*)” – ([^:]+?)(?::.*)?$")
RECALL = 0.9


def answers(program, path):
    done = subprocess.run([program, "check", path, "targets", "actuals"], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    found = {}
    for line in done.stdout.split("\n"):
        match = LINE.match(line)
        if match and match[3] in SIGNS:
            found.setdefault(int(match[1]), []).append(SIGNS[match[3]])
    return found


def sentences():
    org = None
    for line in (ROOT / "tests/prose/sentences.txt").read_text("utf-8").split("\n"):
        if line.startswith("# "):
            org = line[2:]
        elif line:
            signs, text = line.split("\t")
            yield org, signs, text


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    wrong, known, recalled, count = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number, (org, signs, text) in enumerate(sentences()):
            path = folder / ("a.docx" if number % 3 == 0 else "a.md" if number % 3 == 1 else "a.txt")
            if path.suffix == ".docx":
                docx.write_template(path, f"<w:p>{docx.run_xml(org + '.')}</w:p>"
                                    f"<w:p>{docx.run_xml(text)}</w:p>")
            else:
                path.write_text(f"{org}.\n{text}\n", "utf-8")
            got = "".join(answers(program, path).get(2, []))
            count += 1
            if len(got) != len(signs) or any((g in "!~") != (s in "!~") or (g in "!~" and g != s)
                                             for g, s in zip(got, signs)):
                wrong.append(f"{text}\n    got {got}, expected {signs}")
            known += signs.count("=")
            recalled += sum(g == s == "=" for g, s in zip(got, signs))
        for org in ("bac-ninh", "yen-bai", "lang-son"):
            path = folder / "own.docx"
            subprocess.run([program, "report", "--org", org, "-o", path], cwd=ROOT, check=True,
                           capture_output=True)
            own = [s for signs in answers(program, path).values() for s in signs]
            if "!" in own or own.count("=") < 5:
                wrong.append(f"its own report of {org}: {''.join(own)}")
    for line in wrong:
        print(line)
    print(f"{count} sentences, {len(wrong)} wrong, recall {recalled}/{known}")
    return 1 if wrong or recalled < RECALL * known else 0


if __name__ == "__main__":
    sys.exit(main())
