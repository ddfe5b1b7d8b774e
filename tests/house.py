#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""house.py BUILD_DIR

The rule of the house: base knows nobody; messages and book know base; core knows both; the readers
and the table know core; print and workbook know the table; only cli knows all. No room has more than
MOST_LINES lines, and all headers go into one translation unit. Libraries neither print nor exit, and
core is pure. What people read stands in tables, in both languages. Every source begins with its
licence. A tag means one thing; a table by an enum has a row for each value. Reads the sources and the compile commands of BUILD_DIR, names every place that breaks the
rule, exits 1 if there is any."""

import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"

# the rooms that each room may see, itself left out; "." is main.c
ROOMS = ("base", "messages", "book", "ledger", "core", "audit", "read/yaml", "edit", "read/book",
         "table", "diff", "prose", "package", "proof", "print", "docx", "read/xlsx", "amend",
         "schema", "xlsx", "form", "datasheet", "workbook", "cli")
CORE = ("base", "messages", "book", "ledger")
SEES = {
    "base": (),
    "messages": ("base",),
    "book": ("base",),
    "ledger": ("base", "book"),
    "core": ("base", "messages", "book", "ledger"),
    "audit": (*CORE, "core"),
    "read/yaml": ("base", "messages"),
    "edit": ("base", "messages", "read/yaml"),
    "read/book": (*CORE, "core", "read/yaml"),
    "table": (*CORE, "core"),
    "diff": (*CORE, "core", "table", "read/yaml"),
    "prose": (*CORE, "core", "table"),
    "print": (*CORE, "core", "audit", "table", "diff", "prose", "proof", "package", "read/yaml"),
    "package": ("base",),
    "proof": (*CORE, "core", "audit", "table", "package"),
    "docx": (*CORE, "core", "table", "prose", "package"),
    "read/xlsx": ("base", "package"),
    "amend": (*CORE, "core", "audit", "table", "diff", "prose", "proof", "print", "read/yaml", "edit",
              "read/book", "package", "read/xlsx", "xlsx", "form"),
    "schema": (*CORE, "core", "table", "read/yaml", "read/book"),
    "form": (*CORE, "core", "table", "xlsx"),
    "xlsx": ("base", "messages", "package"),
    "datasheet": (*CORE, "core", "table", "xlsx"),
    "workbook": (*CORE, "core", "table", "diff", "xlsx", "datasheet"),
    "cli": ROOMS,
    ".": ROOMS,
}
# foreign headers that only these rooms know
AT_HOME = {
    "yaml.h": ("read/yaml",),
    "xlsxwriter.h": ("xlsx",),
    "xlsxwriter/": ("xlsx",),
    "minizip/": ("package",),
    "unzip.h": ("package",),
    "ioapi.h": ("package",),
    "expat.h": ("package",),
}
MOST_LINES = 7000  # of a room
# only these know on which system they are: its headers, its names in #if
SYSTEM_FILES = ("system.h", "system_posix.c", "system_windows.c")
SYSTEM_HEADERS = re.compile(
    r"(?:sys|arpa|net|netinet)/.*|(?:unistd|fcntl|dirent|signal|poll|termios|pwd|grp|ftw|glob|dlfcn"
    r"|langinfo|locale|xlocale|spawn|malloc|io|direct|conio|process|windows|shellapi|wchar)\.h")
SYSTEM_ASKED = re.compile(
    r"^[ \t]*#[ \t]*(?:el)?if.*?\b(_WIN\w+|__MINGW\w+|__linux\w*|__unix\w*|__APPLE__|__GLIBC__|_POSIX\w*"
    r"|SIG[A-Z]+|O_[A-Z]+|S_[A-Z]+|DT_[A-Z]+|TIOC\w+)\b", re.M)
# what these must not know of: files, the clock, the locale
PURE = ("ledger", "core", "audit")
IMPURE_HEADERS = {"dirent.h", "fcntl.h", "locale.h", "time.h", "unistd.h", "xlocale.h"}
IMPURE_CALLS = (r"fopen|fdopen|open|openat|read|write|getenv|setlocale|time|clock|clock_gettime"
                r"|localtime(?:_r)?|gmtime(?:_r)?|strftime")
EXITING_CALLS = r"exit|_exit|_Exit|quick_exit"
PRINTING_CALLS = r"printf|vprintf|puts|putchar|perror"
LIBRARIES = tuple(room for room in ROOMS if room != "cli")
# rooms that write for people; base, core and the readers know words only to read them
SPEAKING = ("messages", "table", "diff", "prose", "print", "schema", "xlsx", "workbook", "cli", ".")
# files whose words are still chosen by conditionals; none may be added
CHOOSING = set()

LICENCE = "SPDX-License-Identifier: MIT"
SHELL = ("bootstrap", ".ci/run", "docs/pictures.sh", "tests/fresh.sh", "packaging/sources.sh",
         "packaging/windows.sh")

# a tag that means two things, until the file that has the second is rewritten
TWO_MEANINGS = {"builder": "core/rows.c"}
# files whose complete tables state a size, until they are rewritten
SIZED = set()

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]*)"|<([^>]*)>)', re.M)
# vi ? "có" : "yes", lang == LANG_EN && n > 1 ? "s" : "", vi ? word : "none"
CHOICE = re.compile(r'\b(?:vi|en|LANG_VI|LANG_EN)\b[^;,{}?"]*\?(?:[^;{}?"]*:)?\s*\(?\s*"')
TEXT_OR_BRACKET = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[()\[\]{}]')
LETTER_OF_OURS = re.compile(r"[^\W\d_a-zA-Z]")  # no ASCII: as good as Vietnamese
TAG = re.compile(r"\b(?:struct|enum|union) (\w+) \{([^{}]*)")
ENUM = re.compile(r"\benum\b *\w* *\{([^{}]*)\}")
# name[]…[] = {[FIRST] =
TABLE = re.compile(r"(\w+)((?:\[[^\][]*\])+) = \{\s*\[(\w+)\] =")
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def keep_lines(text):
    """As many line ends as text has, so that line numbers stay true."""
    return "\n" * text.count("\n")


def without_comments(source):
    return COMMENT_OR_TEXT.sub(
        lambda m: keep_lines(m[0]) or " " if m[0].startswith(("//", "/*")) else m[0], source)


def without_text(source):
    """Without comments, and with every string and character constant empty."""
    return COMMENT_OR_TEXT.sub(
        lambda m: keep_lines(m[0]) or " " if m[0].startswith(("//", "/*")) else m[0][0] * 2, source)


def folder_of(path):
    return path.parent.relative_to(SRC).as_posix()


class House:
    """The sources, and what was found wrong with them."""

    def __init__(self):
        self.files = sorted(p for p in SRC.rglob("*") if p.suffix in (".c", ".h"))
        self.homes = collections.defaultdict(list)  # name of a header -> its folders
        self.wrong = []
        for path in self.files:
            if path.suffix == ".h":
                self.homes[path.name].append(folder_of(path))

    def find(self, path, line, what):
        self.wrong.append(f"{path.relative_to(ROOT)}:{line}: {what}")

    def check_layout(self):
        for path in self.files:
            folder = folder_of(path)
            if folder not in SEES:
                self.find(path, 1, f"src/{folder} is no room of the house: name it in ROOMS and SEES of tests/house.py")
            elif folder == "." and path.name != "main.c":
                self.find(path, 1, "only main.c lives in src itself")
        for name, folders in sorted(self.homes.items()):
            if len(folders) > 1:
                self.wrong.append(f'"{name}" is in several folders: {", ".join(folders)}')

    def check_own_include(self, path, line, name):
        folder = folder_of(path)
        if "/" in name:
            self.find(path, line, f'"{name}": includes are flat, the build knows the folders')
        elif name not in self.homes:
            self.find(path, line, f'"{name}" is no header of src; a foreign one stands in <>')
        elif not set(self.homes[name]) & {folder, *SEES[folder]}:
            self.find(path, line, f'src/{folder} may not know "{name}" of {self.homes[name][0]}')

    def check_foreign_include(self, path, line, name):
        folder = folder_of(path)
        for header, homes in AT_HOME.items():
            known = name.startswith(header) if header.endswith("/") else name == header
            if known and folder not in homes:
                self.find(path, line, f"<{name}> is known in src/{', '.join(homes)} only")
        if name in self.homes:
            self.find(path, line, f'<{name}>: a header of our own stands in ""')
        if SYSTEM_HEADERS.fullmatch(name) and path.name not in SYSTEM_FILES:
            self.find(path, line, f"<{name}> is known in src/base/system*.c only: ask for what it does in system.h")
        if folder in PURE and (name in IMPURE_HEADERS or name.startswith("sys/")):
            self.find(path, line, f"{folder} is pure: no <{name}>")

    def check_includes(self, path, source):
        for found in INCLUDE.finditer(source):
            line = source.count("\n", 0, found.start()) + 1
            if found[1] is not None:
                self.check_own_include(path, line, found[1])
            else:
                self.check_foreign_include(path, line, found[2])

    def check_words(self, path, source, pattern, what):
        for found in re.finditer(pattern, source):
            line = source.count("\n", 0, found.start()) + 1
            self.find(path, line, f"{what}: {found[0].rstrip('(').strip()}")

    def check_calls(self, path, source):
        def call(names):
            return rf"(?<![\w.>])(?:{names})\s*\("

        folder = folder_of(path)
        if path.name in SYSTEM_FILES:
            return
        if folder != ".":
            self.check_words(path, source, call(EXITING_CALLS), "a library does not exit")
        if folder in LIBRARIES:
            self.check_words(path, source, call(PRINTING_CALLS), "a library does not print")
            self.check_words(path, source, r"\bstdout\b", "a library does not print")
        if folder in PURE:
            self.check_words(path, source, call(IMPURE_CALLS), f"{folder} is pure")

    def check_locale(self, path, source):
        """A comma as the decimal mark would corrupt every number of a workbook."""
        allowed = r'LC_NUMERIC\s*,\s*"C"'
        self.check_words(path, source, rf"\bsetlocale\s*\(\s*(?!{allowed})\w+",
                         "LC_NUMERIC stays C")

    def check_words_in_tables(self, path, source):
        """No text is chosen by a conditional on the language, no Vietnamese stands among the code."""
        if folder_of(path) not in SPEAKING:
            return
        found = [m.start() for m in CHOICE.finditer(source)]
        open_brackets = []
        for m in TEXT_OR_BRACKET.finditer(source):
            if m[0] in ("(", "[", "{"):
                open_brackets.append(m[0])
            elif m[0] in (")", "]", "}"):
                open_brackets.pop()
            elif LETTER_OF_OURS.search(m[0]):
                before = source[:m.start()].rstrip()
                if open_brackets[-1:] == ["("] or before.endswith(("return", "?", ":")):
                    found.append(m.start())
        lines = sorted({source.count("\n", 0, at) + 1 for at in found})
        if path.name in CHOOSING:
            lines = [] if lines else [1]
            what = "take it out of CHOOSING in tests/house.py: its words stand in tables now"
        else:
            what = ("words for people among the code: put them into a table with both languages, the "
                    "room's table of words (CONTRIBUTING.md), and take them by the language")
        for line in lines:
            self.find(path, line, what)

    def check_sources(self):
        for path in self.files:
            if folder_of(path) not in SEES:
                continue
            text = path.read_text("utf-8")
            self.check_words(path, without_comments(text), r'include\s*"\.\./', "a path around the house")
            self.check_includes(path, without_comments(text))
            self.check_calls(path, without_text(text))
            if path.name not in SYSTEM_FILES:
                self.check_words(path, without_comments(text), SYSTEM_ASKED,
                                 "which system it is, only src/base/system*.c asks")
            self.check_locale(path, without_comments(text))
            self.check_words_in_tables(path, without_comments(text))

    def check_build(self, build):
        """Every source is compiled, and its include path holds only what its folder may see."""
        compiled = set()
        for entry in json.loads((build / "compile_commands.json").read_text("utf-8")):
            directory = pathlib.Path(entry["directory"])
            path = (directory / entry["file"]).resolve()
            if not path.is_relative_to(SRC) or folder_of(path) not in SEES:
                continue
            compiled.add(path)
            folder = folder_of(path)
            for shown in include_path(entry, directory):
                if not shown.is_relative_to(ROOT) or shown.is_relative_to(build):
                    continue
                if shown not in {SRC / name for name in (folder, *SEES[folder])}:
                    self.find(path, 1, f"its include path shows {shown.relative_to(ROOT)}")
        for path in self.files:
            other = path.name in SYSTEM_FILES  # one of the two is compiled
            if path.suffix == ".c" and path not in compiled and not other:
                self.find(path, 1, "not compiled: name it in meson.build")


def tags_mean_one_thing(house):
    """Whoever reads `struct line` need not ask which."""
    homes = collections.defaultdict(dict)  # tag -> what its members are -> where
    for path in house.files:
        source = without_text(path.read_text("utf-8"))
        for tag in TAG.finditer(source):
            homes[tag[1]].setdefault(" ".join(tag[2].split()), (path, line_of(source, tag)))
    for tag, meanings in sorted(homes.items()):
        (first, _), *others = meanings.values()
        for path, line in others if tag not in TWO_MEANINGS else []:
            house.find(path, line, f"{tag} is another thing in {first.relative_to(SRC)}: rename one")


def line_of(source, found):
    return source.count("\n", 0, found.start()) + 1


def enums_of(source):
    """Name of a value -> all values of its enum, but for second names of one of them."""
    enums = {}
    for enum in ENUM.finditer(source):
        parts = [part.partition("=") for part in enum[1].split(",") if part.strip()]
        values = [name.strip() for name, _, same in parts if not same.strip()[:1].isalpha()]
        enums.update(dict.fromkeys(values, values))
    return enums


def rows_of(source, table):
    """The values that a table has a row for, and where the table ends."""
    rows, depth, at = [], 0, source.index("{", table.start())
    while True:
        if source[at] == "{":
            depth += 1
        elif source[at] == "}":
            depth -= 1
            if depth == 0:
                return rows, at
        elif source[at] == "[" and depth == 1:
            rows += re.match(r"\[(\w+)\] =|", source[at:]).groups("")
        at += 1


def tables_are_complete(house):
    """A table by an enum has a row for every value and lets the compiler count them, or states its
    size, which says that it has gaps on purpose."""
    sources = {path: without_text(path.read_text("utf-8")) for path in house.files}
    everywhere = {}
    for source in sources.values():
        everywhere |= enums_of(source)
    for path, source in sources.items():
        enums = everywhere | enums_of(source)
        for table in TABLE.finditer(source):
            values = enums.get(table[3], [])
            rows, end = rows_of(source, table)
            last = max((values.index(row) for row in rows if row in values), default=-1)
            gaps = [value for value in values[:last] if value not in rows]
            counted = re.search(rf"\bstatic_assert\([^;]*\b{table[1]}\b", source[end:end + 300])
            size = table[2][1:].partition("]")[0]
            if not size and gaps:
                house.find(path, line_of(source, table), f"{table[1]} has no row for {gaps[0]}")
            elif not size and last >= 0 and not counted:
                house.find(path, line_of(source, table), f"no static_assert counts {table[1]}")
            elif (size in values[last + 1:last + 2] and not gaps and size != "LANG_COUNT"
                  and path.name not in SIZED):
                house.find(path, line_of(source, table),
                           f"{table[1]} is complete: leave the {size} to a static_assert")


def every_header(house, build):
    """One translation unit that includes every header: no two of them define one name."""
    commands = json.loads((build / "compile_commands.json").read_text("utf-8"))
    entry = next(e for e in commands if e["file"].endswith("src/main.c"))
    words = entry.get("arguments") or shlex.split(entry["command"])
    words = words[:min(words.index(w) for w in ("-MD", "-o") if w in words)]
    shown = [f"-I{SRC / room}" for room in ROOMS]
    text = "".join(f'#include "{name}"\n' for name in sorted(house.homes))
    done = subprocess.run([w for w in words if w != "-c"] + shown + ["-fsyntax-only", "-x", "c", "-"],
                          cwd=entry["directory"], input=text, text=True, capture_output=True,
                          check=False)
    if done.returncode != 0:
        house.wrong.append("the headers do not go together:\n" + done.stderr)


def rooms_are_small(house):
    lines = collections.Counter()
    for path in house.files:
        lines[folder_of(path)] += path.read_text("utf-8").count("\n")
    for room, n in lines.items():
        if n > MOST_LINES:
            house.wrong.append(f"src/{room} has {n} lines, more than {MOST_LINES}: make two rooms")


def licences(house):
    """The first line of every source, or the one after #!, says its licence as tools read it."""
    c_files = [p for top in ("src", "tests") for p in (ROOT / top).rglob("*.[ch]")]
    others = [*(ROOT / "tests").rglob("*.py"), *(ROOT / name for name in SHELL),
              *ROOT.glob("meson*"), *(p for top in ("docs", "tests", "packaging")
                                      for p in (ROOT / top).rglob("meson.build"))]
    for path in sorted(c_files) + sorted(others):
        wanted = f"/* {LICENCE} */" if path.suffix in (".c", ".h") else f"# {LICENCE}"
        lines = path.read_text("utf-8").split("\n", 2)
        line = 1 if lines[0].startswith("#!") else 0
        if lines[line] != wanted:
            house.find(path, line + 1, f"this line is to be: {wanted}")


def include_path(entry, directory):
    """The folders that a compile command looks into for headers."""
    words = iter(entry.get("arguments") or shlex.split(entry["command"]))
    for word in words:
        for option in ("-isystem", "-iquote", "-idirafter", "-I"):
            if word.startswith(option):
                yield (directory / (word[len(option):] or next(words))).resolve()
                break


def map_is_true(root, wrong):
    """main.c opens with a map: it names every source file, and nothing that is not there."""
    head = (root / "src" / "main.c").read_text("utf-8").split("/*\n", 1)[1].split("*/", 1)[0]
    there = {f.stem for d in SEES for f in (root / "src" / d).glob("*.[ch]")}
    named = set(re.findall(r"[a-z_]+", head)) | {"main"}
    for stem in sorted(there - named):
        wrong.append(f"src/main.c: the map does not name {stem}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    house = House()
    house.check_layout()
    house.check_sources()
    house.check_build(pathlib.Path(sys.argv[1]).resolve())
    every_header(house, pathlib.Path(sys.argv[1]).resolve())
    rooms_are_small(house)
    licences(house)
    tags_mean_one_thing(house)
    tables_are_complete(house)
    map_is_true(ROOT, house.wrong)
    if not house.files:
        house.wrong.append("src holds no sources")
    for line in house.wrong:
        print(line)
    return 1 if house.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
