#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs.py TIENDO RULES_BOOK [--refresh]

Checks the examples of README*.md and docs/*.md with the program itself. A fence that begins with
```yaml holds an example; the words after it say what must be true:

  check            `tiendo check` finds no error and exits 0
  wrong            it finds errors and exits 1
  title="A.yaml"   the file's name, for readers and for `with`
  with="A.yaml B"  examples before it in the same document that are read together with it
  codes="T202 …"   the codes that must be found, all of them and no others (warnings included);
                   absent, a `check` finds nothing at all and a `wrong` anything with an error

Other yaml fences are fragments and are left alone. In a ```console fence every line `$ tiendo …` is
run on the example data, and what it prints must be the lines below it, widths of columns apart; a
line `…` stands for any number of lines, none included. Links to files of the project must lead to one.

The rule book stands in two languages, docs/QUY-TAC.md and docs/RULES.en.md: both have the same numbered
headings, and tables of as many rows with the same numbers in each cell (1.234,5 there is 1 234.5 here).
The table of section 4, between <!-- rules --> and <!-- /rules -->, is what RULES_BOOK (rules_book.c) prints
of the rules themselves; --refresh writes it into both. Section 5 names every status there is, and no other.

Of CONTRIBUTING.md every file named in `backticks` must be there, and in its table of what to add where
every `enum x`, `name[]`, `name()` and `NAME` must be found in one of the files named in the same part
of its cell (parts end with a semicolon), or anywhere in src when that names none; `…` and `<…>` stand
for any letters.

Exit code: 0 all true, 1 not, 2 a document is badly made or the call is wrong."""

import itertools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALL_LIMIT = 30  # seconds

FENCE = re.compile(r"^```(.*)$")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
KEYS = {"title", "with", "codes"}
# made by the owner of the project, once it can be seen
PICTURES = set()

RULE_BOOKS = ("docs/QUY-TAC.md", "docs/RULES.en.md")
LANGUAGES = {"docs/QUY-TAC.md": "vi", "docs/RULES.en.md": "en"}
PRINTED = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->\n)", re.DOTALL)
STATUSES = re.compile(r"^## 5\. .*?(?=^\|)", re.MULTILINE | re.DOTALL)
EMPHASIS = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
HEADING = re.compile(r"^#+ (\d[\d.]*)", re.MULTILINE)
NUMBER = re.compile(r"[−+]?\d+(?:\.\d+)*")


class BadDocument(Exception):
    """A fence that says what no reader of this file understands."""


class Example:
    """One yaml fence that says `check` or `wrong`."""

    def __init__(self, path, line, info, text):
        self.where = f"{path.relative_to(ROOT)}:{line}"
        self.text = text
        words = shlex.split(info)[1:]
        pairs = dict(word.split("=", 1) for word in words if "=" in word)
        flags = {word for word in words if "=" not in word}
        if set(pairs) - KEYS or not flags <= {"check", "wrong"}:
            raise BadDocument(f"{self.where}: not understood: {info}")
        if len(flags) > 1:
            raise BadDocument(f"{self.where}: check or wrong, not both")
        self.kind = next(iter(flags), None)
        self.title = pairs.get("title")
        self.needs = pairs.get("with", "").split()
        self.codes = set(pairs["codes"].split()) if "codes" in pairs else None
        if self.kind is None and (self.needs or self.codes is not None):
            raise BadDocument(f"{self.where}: a fragment with conditions: {info}")


def fences(path):
    """(line, info, text) of every fence of a document."""
    opened = None
    held = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened, held = (number, fence[1].strip()), []
        elif opened is not None and line == "```":
            yield *opened, "\n".join(held) + "\n"
            opened = None
        elif opened is not None:
            held.append(line)
    if opened is not None:
        raise BadDocument(f"{path.relative_to(ROOT)}:{opened[0]}: the fence is never closed")


def examples(path):
    found = []
    for line, info, text in fences(path):
        if info.split()[:1] == ["yaml"]:
            found.append(Example(path, line, info, text))
    return found


def write(folder, example, name):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.text, "utf-8")
    return str(path)


def check(tiendo, example, titled):
    """What is wrong with the example, as lines; none when it does what it says."""
    with tempfile.TemporaryDirectory(prefix="tiendo-docs-") as folder:
        folder = pathlib.Path(folder)
        names = []
        for need in example.needs:
            if need not in titled:
                raise BadDocument(f"{example.where}: no example titled {need} stands before it")
            names.append(write(folder, titled[need], need))
        names.append(write(folder, example, example.title or "vi-du.yaml"))
        run = subprocess.run([tiendo, "check", "--lang", "vi", "--format", "json", *names],
                             capture_output=True, text=True, encoding="utf-8", timeout=CALL_LIMIT,
                             check=False)
    wrong = []
    expected = 1 if example.kind == "wrong" else 0
    if run.returncode != expected:
        wrong.append(f"exit code {run.returncode}, not {expected} {run.stderr}".rstrip())
    findings = json.loads(run.stdout)["findings"] if run.returncode in (0, 1) else []
    codes = {finding["code"] for finding in findings}
    wanted = example.codes
    if wanted is None and example.kind == "check":
        wanted = set()
    if wanted is not None and codes != wanted:
        wrong.append(f"found {sorted(codes)}, not {sorted(wanted)}")
    if wrong:
        wrong += [f"  line {f['line']}: {f['code']} {f['message']}" for f in findings]
    return wrong


def calls(text):
    """(line within the fence, arguments, expected lines) of every `$ tiendo …` of a console fence."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            found.append((number, shlex.split(line[2:]), []))
        elif found:
            found[-1][2].append(line)
    return found


def tidy(lines):
    """Without what only the widths of columns decide, and without empty lines at the end."""
    return re.sub(r"─+", "─", re.sub(r" +", " ", "\n".join(lines))).rstrip().splitlines()


def fits(printed, expected):
    """Whether the printed lines are the expected ones, `…` standing for any number of lines."""
    if not expected:
        return not printed
    if expected[0] == "…":
        return fits(printed, expected[1:]) or (bool(printed) and fits(printed[1:], expected))
    return bool(printed) and printed[0] == expected[0] and fits(printed[1:], expected[1:])


def run_console(tiendo, where, text):
    """What is wrong with a console fence, as lines."""
    wrong = []
    with tempfile.TemporaryDirectory(prefix="tiendo-docs-") as folder:
        for name in ("targets", "actuals"):
            shutil.copytree(ROOT / name, pathlib.Path(folder, name))
        for number, words, expected in calls(text):
            if words[0] != "tiendo":
                raise BadDocument(f"{where}: line {number} runs something else than tiendo")
            run = subprocess.run([tiendo, *words[1:]], cwd=folder, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, encoding="utf-8", timeout=CALL_LIMIT,
                                 env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
            printed = run.stdout.splitlines()
            if not fits(tidy(printed), tidy(expected)):
                wrong += [f"`{shlex.join(words)}` prints:", *printed]
    return wrong


def broken_links(path):
    for target in LINK.findall(path.read_text("utf-8")):
        file = target.split("#")[0]
        if not file or re.match(r"[a-z]+:", file):
            continue
        leads_to = (path.parent / file).resolve()
        picture = leads_to.is_relative_to(ROOT) and str(leads_to.relative_to(ROOT)) in PICTURES
        if not picture and not leads_to.exists():
            yield f"{path.relative_to(ROOT)}: the link to {file} leads nowhere"


def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def tables(path):
    """Every table of a document, as (line, rows), a row as its cells; the line under its head is none."""
    found = []
    within = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.startswith("|"):
            within = False
            continue
        if not within:
            found.append((number, []))
        within = True
        if not re.fullmatch(r"[|: -]+", line):
            found[-1][1].append(cells(line))
    return found


def numbers(cell, vietnamese):
    """The numbers of a cell, in order of size as text, written in one way. What stands in backticks is
    data, or what the program prints: there a comma can only be the decimal mark of the latter."""
    written = []
    for place, text in enumerate(cell.split("`")):
        if place % 2 == 0 and vietnamese:
            text = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text)
        elif place % 2 == 0:
            text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)
        written += NUMBER.findall(text)
    return sorted(written)


def out_of_step(books):
    """Where the two rule books differ in what no language explains, as lines."""
    first, second = (ROOT / book for book in books)
    headings = [HEADING.findall(book.read_text("utf-8")) for book in (first, second)]
    if headings[0] != headings[1]:
        yield f"{books[0]}, {books[1]}: sections {headings[0]} and {headings[1]}"
    here, there = tables(first), tables(second)
    if len(here) != len(there):
        yield f"{books[0]}, {books[1]}: {len(here)} and {len(there)} tables"
    for (line, rows), (other, others) in zip(here, there):
        where = f"{books[0]}:{line}, {books[1]}:{other}"
        if [len(row) for row in rows] != [len(row) for row in others]:
            yield f"{where}: tables of {len(rows)} and {len(others)} rows, or of unlike columns"
            continue
        for row, (left, right) in enumerate(zip(rows, others)):
            for one, two in zip(left, right):
                if numbers(one, True) != numbers(two, False):
                    yield f"{where}: row {row}: `{one}` and `{two}` have different numbers"


# ---- CONTRIBUTING.md ----

CODE = re.compile(r"`([^`]+)`")
ANYTHING = re.compile(r"…|<\w+>")


def named_files(token):
    """The files that a name stands for; None when it names no file."""
    name = token.split()[0]
    if not re.fullmatch(r"(?:src|tests|docs|data)/\S*", name):
        return None
    return list(ROOT.glob(ANYTHING.sub("*", name)))


def pattern_of(token):
    """How what a name stands for looks in C; None when it names nothing in C."""
    shapes = ((r"enum ([\w…]+)", r"\benum {} \{{"), (r"([\w…<>]+)\[\]", r"\b{}\s*\["),
              (r"([\w…<>]+)\(\)", r"\b{}\("), (r"([A-Z_]{3,})", r"\b{}\b"))
    for shape, found in shapes:
        named = re.fullmatch(shape, token)
        if named:
            return re.compile(found.format(ANYTHING.sub(r"\\w+", named[1])))
    return None


def missing_files(path):
    for token in CODE.findall(path.read_text("utf-8")):
        if named_files(token) == []:
            yield f"{path.name}: there is no {token}"


def false_rows(path):
    """What the rows of the table `| to add |` name and nobody finds where they say."""
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("| to add |"))
    sources = sorted((ROOT / "src").rglob("*.[ch]"))
    for line in itertools.takewhile(lambda line: line.startswith("|"), lines[at + 2:]):
        row, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        for part in (part for cell in cells for part in cell.split(";")):
            tokens = CODE.findall(part)
            files = [file for token in tokens for file in named_files(token) or [] if file.is_file()]
            for token in tokens:
                wanted = pattern_of(token)
                if wanted and not any(wanted.search(f.read_text("utf-8")) for f in files or sources):
                    yield f"{path.name}: {row}: {token} is not there:{part}"


def check_contributing():
    path = ROOT / "CONTRIBUTING.md"
    return [*broken_links(path), *missing_files(path), *false_rows(path)]


def said_by(rules_book, *words):
    return subprocess.run([rules_book, *words], capture_output=True, encoding="utf-8",
                          timeout=CALL_LIMIT, check=True).stdout


def out_of_date(rules_book, book, refresh):
    """Where a rule book does not say what the rules say, as lines."""
    path, lang = ROOT / book, LANGUAGES[book]
    text = path.read_text("utf-8")
    if len(PRINTED.findall(text)) != 1:
        raise BadDocument(f"{book}: one table between <!-- rules --> and <!-- /rules -->, please")
    printed = PRINTED.sub(lambda _: said_by(rules_book, lang), text)
    if printed != text and refresh:
        path.write_text(printed, "utf-8")
    elif printed != text:
        yield f"{book}: the table of figures is not that of the rules: docs.py … --refresh"
    statuses = set(said_by(rules_book, lang, "statuses").splitlines())
    section = STATUSES.search(text)
    named = {" ".join(words.split()) for words in EMPHASIS.findall(section[0])} if section else set()
    for status in sorted(statuses - named):
        yield f"{book}: section 5 does not say when it is {status}"
    for status in sorted(words for words in named - statuses if words[0].isupper()):
        yield f"{book}: section 5 names {status}, which is no status"


def main():
    refresh = "--refresh" in sys.argv[3:]
    if len(sys.argv) != 3 + refresh:
        print(__doc__, file=sys.stderr)
        return 2
    tiendo = str(pathlib.Path(sys.argv[1]).resolve())
    untrue = check_contributing()
    print("\n".join(untrue), end="\n" if untrue else "")
    wrong = len(untrue)
    tried = 0
    rules_book = str(pathlib.Path(sys.argv[2]).resolve())
    made = [line for book in RULE_BOOKS for line in out_of_date(rules_book, book, refresh)]
    for line in [*made, *out_of_step(RULE_BOOKS)]:
        print(line)
        wrong += 1
    for path in [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]:
        for line in broken_links(path):
            print(line)
            wrong += 1
        titled = {}
        for example in examples(path):
            if example.title:
                titled[example.title] = example
            if example.kind is None:
                continue
            tried += 1
            lines = check(tiendo, example, titled)
            wrong += bool(lines)
            for line in lines:
                print(f"{example.where}: {line}")
        for line, info, text in fences(path):
            if info == "console":
                where = f"{path.relative_to(ROOT)}:{line}"
                tried += 1
                lines = run_console(tiendo, where, text)
                wrong += bool(lines)
                for printed in lines:
                    print(f"{where}: {printed}")
    print(f"{tried} examples, {wrong} wrong")
    return 1 if wrong or tried == 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BadDocument as bad:
        print(bad, file=sys.stderr)
        sys.exit(2)
