#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""kinds.py TIENDO [FILE.books | NAME…]

Small books, each of one kind of rule, and what the rules say of them: every file kinds/<kind>.books,
or the files that are named, or the books of that name. A file is

  # a comment, where no book has begun
  == *                    what follows is put before each book of the file; may come again
  == name: what it shows  a book; "== !name: …" without what is put before
  #: --as-of 2024-07-08   arguments of `status`
  (the book)
  #= ORG INDICATOR [key=value …]: key value, key value      one row of `status --format json`
  #= claim INDICATOR [key=value …]: …                       one of its claims; part, alloc likewise
  #= no part INDICATOR [key=value …]                        and no such part
  #= count ORG INDICATOR [key=value …]: n                   so many such rows
  #= top: summary.goals 2, …                                the whole
  #= found n | quiet | error                                `check`: so many warnings and no error;
                                                            nothing; an error
  #= found CODE [CODE …]                                    exactly these

"target.low" reaches inside; a value is JSON (null, 12.5, true) or a word; "!x" is anything but x;
a blank in a selection is "~";
numbers agree within 0.000001 of their size. Each expectation was written from the rules.

Exit code: 0 all right, 1 not, 2 the call or a file is wrong."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LISTS = {"claim": "claims", "part": "parts", "alloc": "allocation"}
NEAR = 1e-6


class Book:
    """One small book."""

    def __init__(self, file, line, name):
        self.file, self.line, self.name = file, line, name
        self.text, self.arguments, self.wanted = "", [], []


def read_books(path):
    books, before, book, into_before = [], "", None, False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() == "== *":
            before, book, into_before = "", None, True
        elif line.startswith("== "):
            name = line[3:].split(":", 1)[0].strip()
            book = Book(path.name, number, name.lstrip("!"))
            book.text = "" if name.startswith("!") else before
            books.append(book)
            into_before = False
        elif into_before:
            before += line + "\n"
        elif book is None:
            if line and not line.startswith("#"):
                sys.exit(f"{path}:{number}: no book has begun")
        elif line.startswith("#: "):
            book.arguments = line[3:].split()
        elif line.startswith("#= "):
            book.wanted.append((number, line[3:]))
        else:
            book.text += line + "\n"
    return books


def value_of(text):
    if text.startswith("!"):
        return ("not", value_of(text[1:]))
    try:
        return json.loads(text)
    except ValueError:
        return text


def reach(entry, key):
    for step in key.split("."):
        entry = entry.get(step) if isinstance(entry, dict) else None
    return entry


def same(got, want):
    if isinstance(want, tuple):
        return not same(got, want[1])
    if want is None or isinstance(want, bool) or isinstance(got, bool):
        return got is want
    if isinstance(want, (int, float)):
        return isinstance(got, (int, float)) and abs(got - want) <= NEAR * max(1, abs(want))
    return got == want


def selector(words):
    chosen = [word.split("=", 1) for word in words if "=" in word]
    return {key: value_of(value.replace("~", " ")) for key, value in chosen}


def fitting(entries, chosen):
    return [e for e in entries if all(same(reach(e, k), v) for k, v in chosen.items())]


def pairs(text):
    """"key value, key value": a comma inside brackets or quotes parts nothing."""
    parts = re.findall(r'(?:\[[^\]]*\](?=\s*(?:,|$))|"[^"]*"|[^,])+', text)
    return [part.strip().split(None, 1) for part in parts]


def complaints(said, found, exit_code, wanted):
    head, _, rest = wanted.partition(": ")
    words = head.split()
    if words[0] in ("found", "quiet", "error"):
        codes = [f["code"] for f in found]
        if words[0] == "error":
            right = exit_code == 1
        elif words[0] == "quiet":
            right = not codes and exit_code == 0
        elif words[1].isdigit():
            right = len(codes) >= int(words[1]) and exit_code == 0
        else:
            right = sorted(codes) == sorted(words[1:])
        return [] if right else [f"check finds {[(f['code'], f['message']) for f in found]}, exits {exit_code}"]
    if words[0] == "top":
        entry, fit = said, [said]
    elif words[0] == "no" or words[0] in LISTS:
        at = words.index("part") if words[0] == "no" else 0
        chosen = {"indicator": value_of(words[at + 1]), **selector(words[at + 2:])}
        fit = fitting(said.get(LISTS[words[at]], []), chosen)
        if words[0] == "no":
            return [f"there is {fit[0]}"] if fit else []
    else:
        at = 1 if words[0] == "count" else 0
        chosen = {"org": words[at], "indicator": words[at + 1], **selector(words[at + 2:])}
        fit = fitting(said.get("rows", []), chosen)
        if words[0] == "count":
            return [] if len(fit) == int(rest) else [f"{len(fit)} rows"]
    if len(fit) != 1:
        return [f"{len(fit)} of them"]
    entry = fit[0]
    wrong = []
    for key, text in pairs(rest):
        got = reach(entry, key)
        if not same(got, value_of(text)):
            wrong.append(f"{key} is {json.dumps(got, ensure_ascii=False)}, not {text}")
    return wrong


def ask(tiendo, book):
    """(line, what is wrong) of a book."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "book.yaml"
        path.write_text(book.text, "utf-8")

        def run(*words):
            return subprocess.run([tiendo, *words, path], capture_output=True, text=True, timeout=60,
                                  env=environment, check=False)
        status = run("status", "--lang", "en", "--format", "json", *book.arguments)
        check = run("check", "--lang", "en", "--format", "json")
    if status.returncode < 0 or check.returncode not in (0, 1):
        return [(book.line, f"exits {status.returncode}, check {check.returncode}")]
    said = json.loads(status.stdout) if status.stdout else {}
    found = json.loads(check.stdout)["findings"]
    wrong = [(line, f"{wanted.split(':')[0]}: {what}") for line, wanted in book.wanted
             for what in complaints(said, found, check.returncode, wanted)]
    asks_error = any(wanted == "error" for _, wanted in book.wanted)
    if not said and not asks_error:
        wrong.append((book.line, f"no table: {[f['message'] for f in found]}"))
    return wrong


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    tiendo, names = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    files = [pathlib.Path(n) for n in names if n.endswith(".books")]
    names = [n for n in names if not n.endswith(".books")]
    books = [b for f in files or sorted((HERE / "kinds").glob("*.books")) for b in read_books(f)
             if not names or b.name in names]
    failed = 0
    for book in books:
        wrong = ask(tiendo, book)
        failed += bool(wrong)
        for line, what in wrong:
            print(f"{book.file}:{line}: {book.name}: {what}")
    print(f"{len(books) - failed} of {len(books)} books right")
    return 1 if failed or not books else 0


if __name__ == "__main__":
    sys.exit(main())
