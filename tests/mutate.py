#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mutate.py [--sample N | --all] [--seed S] [--seconds N] [--file ROOM/NAME.c] [--jobs N]
          [--build FOLDER] [--least P] [--leave-failing]

Make small faults in src/ledger, src/core and src/audit, one at a time, and see whether the tests
notice: a comparison or an operator of arithmetic or logic changed, a constant one more or less, a
condition negated, a statement taken out, true for false, one word of an enum for the next, a lower
end for an upper. In the table of rules, rules.c, also a macro for its opposite (AT_LEAST for MORE),
a name behind a macro for the next of its enum (IS_KIND(SHARE)), a letter for another, a clause taken
out. The fast suites run until one fails: the unit tests of the rules, the small books of kinds.py, the
golden cases, the reports, a few hundred random books. By default a random sample (the seed is printed); --all makes them all;
--seconds ends it early. --file core/rules.c, or a room, "core", asks for these only, several times
for several. It makes its own build, build-mutate (meson setup, debug, not optimised), and keeps it.

A test that fails with the unchanged program is an error; with --leave-failing it is named and left
out, so that the others can be asked.

Mutants that no test can catch, because they mean the same, stand in mutate.equivalent with the
reason; those that the compiler translates to the same code are left out unasked.

Exit code: 0 at least P percent (95) are caught, 1 fewer, 2 the unchanged program fails, or the
call or mutate.equivalent is wrong."""

import argparse
import json
import multiprocessing
import os
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import run_case

TESTS = pathlib.Path(__file__).resolve().parent
ROOT = TESTS.parent
SOURCE = ROOT / "src"
# What is mutated, and what it may know: a shared library each.
ROOMS = ("ledger", "core", "audit")
BELOW = ("base", "messages", "book")
EQUIVALENT = TESTS / "mutate.equivalent"
UNIT = ("cases", "bounds", "pace", "verdict", "reading", "rollup", "groups", "group_day", "alike",
        "history", "scorecard", "goals", "parts", "claims", "ends", "plausibility", "audit",
        "audit_words", "table", "walk", "read_book", "read_claims", "read_findings", "figures",
        "targets", "survey", "rules", "rule_text", "words")
COMMANDS = ("status", "why", "check")
# Seconds; a mutant that takes longer hangs, and is caught.
LIMIT = 120
BUSY = 10  # of the processor's time, for a unit test or a golden case, which take less than one
BOOKS = "300"
# How the programs are linked: `plain`, in memory filled with rubbish; `leak` sees what is not freed.
KINDS = {"plain": (), "leak": ("-fsanitize=leak",)}
# What is left is run once more by valgrind, where it is installed: it sees room read that was never set.
VALGRIND = ("--quiet", "--error-exitcode=99", "--leak-check=no")
RUBBISH = "90"


class Mutant(NamedTuple):
    """One fault: text[begin:end] of a file becomes `new`."""
    file: str  # with its room: core/rules.c
    line: int
    begin: int
    end: int
    new: str
    was: str  # the line before, and after
    now: str


# ------------------------------------------------------------------------------------ making them

TOKEN = re.compile(r"""
    (?P<skip> /\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
            | ^[ \t]*\#define\ \w+(?:\([^)]*\))? | ^[ \t]*\#(?!define)(?:\\\n|[^\n])* | \s+ )
  | (?P<number> \b\d+U?L?L?\b ) | (?P<word> [A-Za-z_]\w* )
  | (?P<sign> ->|\+\+|--|<<=?|>>=?|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|. )
""", re.X | re.S | re.M)

SIGNS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"),
         "==": ("!=",), "!=": ("==",), "&&": ("||",), "||": ("&&",), "++": ("--",), "--": ("++",),
         "+=": ("-=",), "-=": ("+=",), "!": ("",)}
BINARY = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "*"}
WORDS = {"true": "false", "false": "true", "ratio_add": "ratio_sub", "ratio_sub": "ratio_add",
         "ratio_mul": "ratio_div", "ratio_div": "ratio_mul", "break": "", "continue": ""}
FIELDS = {"low": "high", "high": "low", "first": "last", "last": "first"}
# In the table of rules alone: what a rule is said with.
TABLE = "core/rules.c"
SAID = {"AT_LEAST": "MORE", "MORE": "AT_LEAST", "AT_MOST": "LESS", "LESS": "AT_MOST", "AND": "OR",
        "OR": "AND", "ADD": "SUB", "SUB": "ADD", "MUL": "DIV", "DIV": "MUL", "UP": "DOWN",
        "DOWN": "UP", "NOT": "", "EQUAL": "AT_MOST", "A": "B", "B": "A", "T": "D", "D": "T",
        "E": "A", "SAME": "B", "EXPECTED": "D", "ZERO": "N(1)", "HUNDRED": "N(101)",
        "ceiling": "two_sided", "two_sided": "ceiling", "met": "exceeded", "exceeded": "met",
        "partial": "open", "open": "partial", "is_flow": "is_yes_no", "is_percent": "is_yes_no",
        "is_yes_no": "is_percent", "edge_slipping": "edge_over", "edge_over": "edge_slipping",
        "OF_BASE": "", "AT_WORSE_END": "", "OTHER_END": "RULE", "OF_ESTIMATE_HIGH": "OF_ESTIMATE"}
# A clause of a FIRST(), on a line of its own, or one of several on a line.
CLAUSE = re.compile(r"(?<=[ (])(?:WHEN|GIVEN|HAS_NO)\(|\b(?:NOT_FOR_EACH|COMPARABLE),")
PASTED = re.compile(r"^#define (\w+)\(\w+\) .*?\b([A-Z]+_)##", re.M)


def sources(rooms):
    return [path for room in rooms for path in sorted((SOURCE / room).glob("*.c"))]


def enum_neighbours():
    """Every word of an enum that the rooms know, and the one after it."""
    after = {}
    for header in (path for room in (*BELOW, *ROOMS) for path in (SOURCE / room).glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", header.read_text("utf-8"), flags=re.S)
        for body in re.findall(r"\benum \w+ \{([^}]*)\}", text):
            words = [w for w in re.findall(r"\b[A-Z][A-Z0-9_]+\b", body) if not w.endswith("_COUNT")]
            for i, word in enumerate(words if len(words) > 1 else ()):
                after[word] = words[(i + 1) % len(words)]
    return after


def closing(text, at):
    """Where the bracket that opens at `at` closes."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i
    return None


def said_changes(text, enums):
    """(begin, end, new) of the table of rules: its words, its names, its clauses."""
    prefixes = dict(PASTED.findall(text))
    before = ["", ""]
    for found in TOKEN.finditer(text):
        if found["skip"] is not None:
            continue
        token, begin, end = found[0], *found.span()
        if before[1] == "(" and before[0] in prefixes:
            prefix = prefixes[before[0]]
            new = enums.get(prefix + token, "")
            if new.startswith(prefix):
                yield begin, end, new[len(prefix):]
        elif token in SAID:
            yield begin, end, SAID[token]
        before = [before[1], token]
    for found in CLAUSE.finditer(text):
        begin, end = found.span()
        if text[end - 1] == "(":
            end = closing(text, end - 1) + 1
            if text[end:end + 1] != ",":
                continue
            end += 1
        yield begin, end, ""


def token_changes(text, enums):
    """(begin, end, new) for every token that can be exchanged."""
    before = ""
    for found in TOKEN.finditer(text):
        if found["skip"] is not None:
            continue
        token, begin, end = found[0], *found.span()
        news = ()
        if found["number"] is not None:
            value = int(token.rstrip("UL"))
            news = tuple(str(n) for n in (value - 1, value + 1) if n >= 0)
        elif found["word"] is not None and before in (".", "->"):
            news = (FIELDS[token],) if token in FIELDS else ()
        elif found["word"] is not None:
            new = WORDS.get(token, enums.get(token))
            news = (new,) if new is not None else ()
            if token in ("if", "while") and text[end:end + 2] == " (":
                close = closing(text, end + 1)
                yield end + 2, close, "!(" + text[end + 2:close] + ")"
        elif token in BINARY and (before[-1:].isalnum() or before[-1:] in (")", "]")):
            news = (BINARY[token],)
        else:
            news = SIGNS.get(token, ())
        for new in news:
            yield begin, end, new
        before = token


STATEMENT = re.compile(r"^( {4,})((?:[a-z_][\w.>\[\]-]*(?: [-+*|&]?= |\(|\+\+;)|\+\+|--)[^;]*;)",
                       re.M)


def statement_changes(text):
    """(begin, end, new) for every statement that can be taken out."""
    for found in STATEMENT.finditer(text):
        head = text[:found.start()].rstrip()
        word = re.match(r"\w*", found[2])[0]
        if head[-1:] in ";{}:/" and word not in ("return", "for", "if", "while", "switch", "sizeof"):
            yield found.start(2), found.end(2), ";"


def mutants_of(path, enums):
    text = path.read_text("utf-8")
    name = path.relative_to(SOURCE).as_posix()
    said = said_changes(text, enums) if name == TABLE else ()
    for begin, end, new in (*token_changes(text, enums), *statement_changes(text), *said):
        start = text.rfind("\n", 0, begin) + 1
        stop = text.find("\n", begin)
        after = text[start:begin] + new + text[end:max(end, text.find("\n", end))]
        yield Mutant(name, text.count("\n", 0, begin) + 1, begin, end, new,
                     text[start:stop].strip(), " ".join(after.split()))


def read_equivalent():
    """{(file, line before, line after)}: a file's name with its room; "- before", "+ after", and the reason,
    indented, for every mutant."""
    known, reasons, file, was, now = set(), set(), None, None, None
    for number, line in enumerate(EQUIVALENT.read_text("utf-8").splitlines(), 1):
        if line.startswith("- "):
            was = line[2:]
        elif line.startswith("+ "):
            now = (file, was, line[2:])
            known.add(now)
        elif line.startswith("  ") and now:
            reasons.add(now)
        elif line.endswith(".c"):
            file, now = line, None
        elif line and not line.startswith("#"):
            sys.exit(f"{EQUIVALENT.name}:{number}: neither a file, a line before or after, nor a reason")
    if known - reasons:
        sys.exit(f"{EQUIVALENT.name}: no reason for {sorted(known - reasons)[0]}")
    return known


# ------------------------------------------------------------------------------------- judging them

class Workshop:
    """The unchanged program, with what is mutated as a shared library that mutants take the place
    of."""

    def __init__(self, build):
        self.build = build
        self.units = [name for name in UNIT if (TESTS / "unit" / f"test_{name}.c").exists()]
        if not (build / "build.ninja").exists():
            self.call(["meson", "setup", build, ROOT, "-Dbuildtype=debug", "-Doptimization=0",
                       "-Dtests=enabled"])
        self.call(["ninja", "-C", build, "tiendo", *(f"tests/test_{name}" for name in self.units)])
        commands = json.loads(subprocess.run(
            ["ninja", "-C", build, "-t", "compdb"], capture_output=True, check=True).stdout)
        self.compile = {}
        self.objects = {}
        for entry in commands:
            path = (build / entry["file"]).resolve()
            room = re.match(r"lib(\w+)\.a\.p/", entry["output"])
            if SOURCE not in path.parents or not room or "-c" not in entry["command"]:
                continue
            self.compile[path] = shlex.split(entry["command"])
            self.objects.setdefault(room[1], {})[path] = build / entry["output"]
        self.link_all()

    @staticmethod
    def call(command):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                              check=False)
        if done.returncode:
            sys.exit(f"mutate.py: {shlex.join(map(str, command))}\n{done.stdout}{done.stderr}")

    def link_all(self):
        """What is below, and what is mutated, as libraries of their own; the programs against them."""
        self.folder = self.build / "mutate"
        self.folder.mkdir(exist_ok=True)
        packages = subprocess.run(["pkg-config", "--libs", "libutf8proc", "yaml-0.1", "xlsxwriter",
                                   "minizip", "expat", "zlib", "libmd", "cmocka"],
                                  capture_output=True, text=True, check=True).stdout.split()
        below = self.folder / "libbelow.so"
        self.call(["cc", "-shared", "-Wl,-soname=libbelow.so", "-o", below,
                   *(one for room in BELOW for one in self.objects[room].values()), *packages])
        self.link_mutated(self.folder, {})
        above = [self.build / f"lib{room}.a" for room in self.objects if room not in BELOW + ROOMS]
        rest = ["-pthread", "-Wl,--start-group", *above, "-Wl,--end-group",
                self.folder / "libmutated.so", below, *packages]
        programs = {f"test_{name}": sorted((self.build / "tests" / f"test_{name}.p").glob("*.o"))
                    for name in self.units}
        programs["tiendo"] = [self.build / "tiendo.p" / "src_main.c.o"]
        for kind, options in KINDS.items():
            (self.folder / kind).mkdir(exist_ok=True)
            for name, objects in programs.items():
                self.call(["cc", *options, "-o", self.folder / kind / name, *objects, *rest])

    def link_mutated(self, folder, instead):
        objects = {path: made for room in ROOMS for path, made in self.objects[room].items()}
        self.call(["cc", "-shared", "-Wl,-soname=libmutated.so", "-o", folder / "libmutated.so",
                   *{**objects, **instead}.values()])

    def compiled(self, path, text, folder, *options):
        """The object of a changed file, or None when it is no C any more."""
        source, made = folder / path.name, folder / (path.name + ".o")
        source.write_text(text, "utf-8")
        words = self.compile[path]
        flags = [w for w in words if w.startswith(("-I", "-D", "-std", "-f"))]
        done = subprocess.run([words[0], *flags, "-w", "-I" + str(path.parent), *options, "-c",
                               str(source), "-o", str(made)], cwd=self.build,
                              capture_output=True, check=False)
        return made if done.returncode == 0 else None


def passes(*command, busy=LIMIT):
    """The processor's time is limited too: what outlives its test ends by itself."""
    try:
        return subprocess.run(["prlimit", f"--cpu={busy}", *command], capture_output=True,
                              timeout=LIMIT, check=False, cwd=command[0].parent).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def questions(workshop, cases):
    """(a name, what answers whether the program is as it should be), the quick ones first."""
    program = workshop.folder / "plain" / "tiendo"
    python = pathlib.Path(sys.executable)
    for name in workshop.units:
        yield f"test_{name}", lambda name=name: passes(
            workshop.folder / "plain" / f"test_{name}", busy=BUSY)
    yield "kinds", lambda: passes(python, TESTS / "kinds.py", program)
    for case in cases:
        yield f"case {case.name}", lambda case=case: case_passes(program, case)
    yield "reports", lambda: passes(python, TESTS / "reports.py", program)
    yield "property", lambda: passes(python, TESTS / "property.py", program, "--cases", BOOKS,
                                     "--seed", "1")
    for name in workshop.units:
        yield f"test_{name}, leaks", lambda name=name: passes(
            workshop.folder / "leak" / f"test_{name}")
    valgrind = shutil.which("valgrind")
    for name in workshop.units if valgrind else ():
        yield f"test_{name}, valgrind", lambda name=name: passes(
            pathlib.Path(valgrind), *VALGRIND, workshop.folder / "plain" / f"test_{name}")


def case_passes(program, case):
    wanted = (run_case.read_exit(case), run_case.read_bytes(case / "stdout"),
              run_case.read_bytes(case / "stderr"), [])
    try:
        return run_case.run(program, case, LIMIT) == wanted
    except subprocess.TimeoutExpired:
        return False


def failing(workshop, cases, folder, left_out=(), file=""):
    """The names of the tests that fail with the library in this folder, as they are found."""
    # run_case.py hands them on
    os.environ.update({"LD_LIBRARY_PATH": f"{folder}:{workshop.folder}", "MALLOC_PERTURB_": RUBBISH,
                       "TIENDO_TEST_WRAPPER": f"prlimit --cpu={BUSY}"})
    own = f"test_{pathlib.Path(file or '-').stem}"
    asked = [q for q in questions(workshop, cases) if q[0] not in left_out]
    for name, is_right in sorted(asked, key=lambda q: not q[0] == own):
        if not is_right():
            yield name


def golden_cases():
    """Those with an input of their own: what is said of the example data, reports.py knows."""
    chosen = []
    for folder in sorted((TESTS / "cases").iterdir()):
        words = run_case.read_arguments(folder) if (folder / "args").exists() else []
        if (folder / "input").exists() and any(word in COMMANDS for word in words):
            chosen.append(folder)
    return chosen


class Judge:
    """Kept by every worker of the pool: a folder of its own for the mutants."""

    def __init__(self, workshop, cases):
        self.workshop, self.cases, self.folder = workshop, cases, None
        self.left_out = set()

    def __call__(self, mutant):
        """(mutant, what became of it): a test's name, "same code", "no C", or None: it lives."""
        if self.folder is None:
            self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"worker-{os.getppid()}-",
                                                        dir=self.workshop.folder))
        path = SOURCE / mutant.file
        text = path.read_text("utf-8")
        changed = text[:mutant.begin] + mutant.new + text[mutant.end:]
        made = self.workshop.compiled(path, changed, self.folder)
        if made is None:
            return mutant, "no C"
        self.workshop.link_mutated(self.folder, {path: made})
        caught = next(failing(self.workshop, self.cases, self.folder, self.left_out, mutant.file),
                      None)
        if caught is None and self.same_code(path, text, changed):
            caught = "same code"
        return mutant, caught

    def same_code(self, path, text, changed):
        """Whether the compiler, when it tries, makes the same of both."""
        codes = []
        for source in (text, changed):
            made = self.workshop.compiled(path, source, self.folder, "-O2", "-g0")
            codes.append(made.read_bytes())
        return codes[0] == codes[1]


def is_asked(path, files):
    name = path.relative_to(SOURCE).as_posix()
    return not files or name in files or path.parent.name in files


judge = None  # inherited by the workers


def judged(mutant):
    return judge(mutant)


def main():
    global judge
    parser = argparse.ArgumentParser(description="Make faults in the rules; do the tests notice?")
    parser.add_argument("--sample", type=int, default=150, metavar="N")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-mutate")
    parser.add_argument("--least", type=float, default=95.0)
    parser.add_argument("--leave-failing", action="store_true")
    options = parser.parse_args()
    seed = random.randrange(10**6) if options.seed is None else options.seed
    began = time.monotonic()
    equivalent = read_equivalent()
    enums = enum_neighbours()
    mutants = [m for path in sources(ROOMS) if is_asked(path, options.file)
               for m in mutants_of(path, enums)]
    if not mutants:
        parser.error(f"no such file: {' '.join(options.file)}")
    stale = {e for e in equivalent if not options.file} - {(m.file, m.was, m.now) for m in mutants}
    if stale:
        print(f"{EQUIVALENT.name}: no such mutant: {sorted(stale)[0]}")
        return 2
    if not options.all and options.sample < len(mutants):
        mutants = random.Random(seed).sample(mutants, options.sample)
        print(f"seed {seed}")
    workshop = Workshop(options.build.resolve())
    judge = Judge(workshop, golden_cases())
    judge.left_out.update(failing(workshop, judge.cases, workshop.folder))
    if judge.left_out:
        print(f"the unchanged program fails: {', '.join(sorted(judge.left_out))}", flush=True)
        if not options.leave_failing:
            return 2
    counts = {"caught": 0, "no C": 0, "same code": 0, "equivalent": 0}
    alive = []
    todo = [m for m in mutants if (m.file, m.was, m.now) not in equivalent]
    counts["equivalent"] = len(mutants) - len(todo)
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        for mutant, fate in pool.imap(judged, todo):
            if fate is None:
                alive.append(mutant)
                print(f"{mutant.file}:{mutant.line}\n- {mutant.was}\n+ {mutant.now}", flush=True)
            else:
                counts[fate if fate in counts else "caught"] += 1
            if time.monotonic() - began > options.seconds:
                break
    for left in workshop.folder.glob(f"worker-{os.getpid()}-*"):
        shutil.rmtree(left)
    judged_count = counts["caught"] + len(alive)
    share = 100 * counts["caught"] / judged_count if judged_count else 100.0
    print(f"{judged_count + sum(counts.values()) - counts['caught']} mutants in {time.monotonic() - began:.0f} s: {counts['caught']} of "
          f"{judged_count} caught, {share:.1f} %; {len(alive)} alive; left out: {counts['no C']} that "
          f"are no C, {counts['same code']} with the same code, {counts['equivalent']} equivalent")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
