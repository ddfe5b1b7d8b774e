#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""includes.py

Every name of the C library and of other libraries comes from a header that the file itself, or a
header of ours that it includes, asks for. What another library's header brings along differs from
system to system: uint64_t came with some versions of expat.h, and with the others nothing built.
Reads the C files of src/ and tests/, names the first place of each name that no include defines,
exits 1 if there is any. A header that is used for the first time gets a row in includes.txt."""

import fnmatch
import functools
import re
import sys

from house import INCLUDE, ROOT, SYSTEM_FILES, without_comments, without_text

TABLE = ROOT / "tests" / "includes.txt"
# a function that a file declares or defines itself
OWN = re.compile(r"^\w[^=;{}()]*?\b(\w+)\(", re.M)
WORD = re.compile(r"(?<![\w.>])(struct )?([A-Za-z_]\w*)(\s*\()?")


def read_table():
    """Header -> the pattern of its names."""
    rows = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        header, colon, names = line.partition(":")
        if colon:
            row = rows[header] = []
        else:
            names = line
        row += names.split()
    return {header: re.compile("|".join(map(fnmatch.translate, row)))
            for header, row in rows.items()}


HOMES = read_table()


@functools.cache
def homes(name, everyday):
    """The headers that define a name; everyday: it would count if it were an everyday word."""
    return [header for header, names in HOMES.items()
            if names.fullmatch(name) or everyday and names.fullmatch(name + "(")]


class Sources:
    """The C files of the project."""

    def __init__(self):
        self.files = sorted(p for top in ("src", "tests") for p in (ROOT / top).rglob("*.[ch]"))
        self.headers = {p.name: p for p in self.files if p.suffix == ".h"}
        self.included = {}  # file -> its own headers, foreign ones
        for path in self.files:
            found = list(INCLUDE.finditer(without_comments(path.read_text("utf-8"))))
            own = {self.headers[m[1]] for m in found if m[1] in self.headers}
            self.included[path] = own, {m[2] for m in found if m[2]}

    def foreign(self, path):
        """The foreign headers that a file asks for, itself or by headers of the project."""
        seen, waiting, headers = set(), [path], set()
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                waiting += self.included[path][0]
                headers |= self.included[path][1]
        return headers


def needs(path, headers):
    """Line and name of the first place of each name that none of the headers defines, with those
    that would."""
    text = INCLUDE.sub("", without_text(path.read_text("utf-8")))
    told = set(OWN.findall(text))
    for found in WORD.finditer(text):
        name = found[2]
        defining = homes(name, bool(found[1] or found[3]))
        if defining and name not in told and not headers & set(defining):
            told.add(name)
            yield text.count("\n", 0, found.start()) + 1, name, defining


def main():
    if len(sys.argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    sources = Sources()
    wrong = [] if sources.files else ["no sources in src and tests"]
    for path in sources.files:
        shown = path.relative_to(ROOT)
        if path.name in SYSTEM_FILES and path.suffix == ".c":
            continue  # built on its own system only
        for header in sorted(sources.included[path][1] - HOMES.keys()):
            wrong.append(f"{shown}:1: <{header}> has no row in tests/includes.txt")
        for line, name, defining in needs(path, sources.foreign(path)):
            wrong.append(f"{shown}:{line}: {name} needs #include <{'> or <'.join(defining)}>")
    if wrong:
        print(*wrong, sep="\n")
        print("Add the include to the file, or to a header of ours that it includes: a library's "
              "header that brings the name here does not everywhere.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
