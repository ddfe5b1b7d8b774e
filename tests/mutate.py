#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mutate.py [--sample N | --all] [--seed S] [--seconds N] [--file NAME.c] [--jobs N] [--build FOLDER]
          [--least P]

Make small faults in src/core, one at a time, and see whether the tests notice: a comparison or an
operator of arithmetic or logic changed, a constant one more or less, a condition negated, a
statement taken out, true for false, one word of an enum for the next, a lower end for an upper.
The fast suites run until one fails: the unit tests of the rules, the golden cases, the reports, a
few hundred random books. By default a random sample (the seed is printed); --all makes them all;
--seconds ends it early.

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
CORE = ROOT / "src" / "core"
EQUIVALENT = TESTS / "mutate.equivalent"
UNIT = ("cases", "bounds", "pace", "verdict", "reading", "rollup", "groups", "history",
        "scorecard", "parts", "claims", "ends", "audit", "audit_words", "table", "read_book",
        "read_findings", "figures", "targets", "survey", "rules", "words")
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
    file: str
    line: int
    begin: int
    end: int
    new: str
    was: str  # the line before, and after
    now: str


# ------------------------------------------------------------------------------------ making them

TOKEN = re.compile(r"""
    (?P<skip> /\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
            | ^[ \t]*\#(?:\\\n|[^\n])* | \s+ )
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


def enum_neighbours():
    """Every word of an enum of the core's headers, and the one after it."""
    after = {}
    for header in CORE.glob("*.h"):
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
    for begin, end, new in (*token_changes(text, enums), *statement_changes(text)):
        start = text.rfind("\n", 0, begin) + 1
        stop = text.find("\n", begin)
        after = text[start:begin] + new + text[end:max(end, text.find("\n", end))]
        yield Mutant(path.name, text.count("\n", 0, begin) + 1, begin, end, new,
                     text[start:stop].strip(), " ".join(after.split()))


def read_equivalent():
    """{(file, line before, line after)}: a file's name; "- before", "+ after", and the reason,
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
    """The unchanged program, with the core as a shared library that mutants take the place of."""

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
            if path.parent.parent != ROOT / "src" or "-c" not in entry["command"]:
                continue
            self.compile[path] = shlex.split(entry["command"])
            self.objects.setdefault(path.parent.name, {})[path.name] = build / entry["output"]
        self.link_all()

    @staticmethod
    def call(command):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                              check=False)
        if done.returncode:
            sys.exit(f"mutate.py: {shlex.join(map(str, command))}\n{done.stdout}{done.stderr}")

    def link_all(self):
        """Base, core as libraries of their own; the programs against them."""
        self.folder = self.build / "mutate"
        self.folder.mkdir(exist_ok=True)
        packages = subprocess.run(["pkg-config", "--libs", "libutf8proc", "yaml-0.1", "xlsxwriter",
                                   "minizip", "expat", "zlib", "libmd", "cmocka"],
                                  capture_output=True, text=True, check=True).stdout.split()
        base = self.folder / "libbase.so"
        self.call(["cc", "-shared", "-Wl,-soname=libbase.so", "-o", base, *self.objects["base"].values(), *packages])
        self.link_core(self.folder, {})
        rest = [*(self.build / f"lib{name}.a" for name in ("cli", "read", "write")),
                self.folder / "libcore.so", base, *packages]
        programs = {f"test_{name}": sorted((self.build / "tests" / f"test_{name}.p").glob("*.o"))
                    for name in self.units}
        programs["tiendo"] = [self.build / "tiendo.p" / "src_main.c.o"]
        for kind, options in KINDS.items():
            (self.folder / kind).mkdir(exist_ok=True)
            for name, objects in programs.items():
                self.call(["cc", *options, "-o", self.folder / kind / name, *objects, *rest])

    def link_core(self, folder, instead):
        objects = {**self.objects["core"], **instead}
        self.call(["cc", "-shared", "-Wl,-soname=libcore.so", "-o", folder / "libcore.so",
                   *objects.values()])

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


def notices(workshop, cases, folder, file=""):
    """The first test that fails with the core in this folder, or None."""
    # run_case.py hands them on
    os.environ.update({"LD_LIBRARY_PATH": f"{folder}:{workshop.folder}", "MALLOC_PERTURB_": RUBBISH,
                       "TIENDO_TEST_WRAPPER": f"prlimit --cpu={BUSY}"})
    program = workshop.folder / "plain" / "tiendo"
    own = pathlib.Path(file or "-").stem
    for name in sorted(workshop.units, key=lambda name: not name.startswith(own)):
        if not passes(workshop.folder / "plain" / f"test_{name}", busy=BUSY):
            return f"test_{name}"
    for case in cases:
        wanted = (run_case.read_exit(case), run_case.read_bytes(case / "stdout"),
                  run_case.read_bytes(case / "stderr"), [])
        try:
            if run_case.run(program, case, LIMIT) != wanted:
                return f"case {case.name}"
        except subprocess.TimeoutExpired:
            return f"case {case.name}"
    if not passes(pathlib.Path(sys.executable), TESTS / "reports.py", program):
        return "reports"
    if not passes(pathlib.Path(sys.executable), TESTS / "property.py", program, "--cases", BOOKS,
                  "--seed", "1"):
        return "property"
    for name in workshop.units:
        if not passes(workshop.folder / "leak" / f"test_{name}"):
            return f"test_{name}, leaks"
    valgrind = shutil.which("valgrind")
    for name in workshop.units if valgrind else ():
        if not passes(pathlib.Path(valgrind), *VALGRIND, workshop.folder / "plain" / f"test_{name}"):
            return f"test_{name}, valgrind"
    return None


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

    def __call__(self, mutant):
        """(mutant, what became of it): a test's name, "same code", "no C", or None: it lives."""
        if self.folder is None:
            self.folder = pathlib.Path(tempfile.mkdtemp(prefix="worker-", dir=self.workshop.folder))
        path = CORE / mutant.file
        text = path.read_text("utf-8")
        changed = text[:mutant.begin] + mutant.new + text[mutant.end:]
        made = self.workshop.compiled(path, changed, self.folder)
        if made is None:
            return mutant, "no C"
        self.workshop.link_core(self.folder, {mutant.file: made})
        caught = notices(self.workshop, self.cases, self.folder, mutant.file)
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


judge = None  # inherited by the workers


def judged(mutant):
    return judge(mutant)


def main():
    global judge
    parser = argparse.ArgumentParser(description="Make faults in src/core; do the tests notice?")
    parser.add_argument("--sample", type=int, default=150, metavar="N")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-mutate")
    parser.add_argument("--least", type=float, default=95.0)
    options = parser.parse_args()
    seed = random.randrange(10**6) if options.seed is None else options.seed
    began = time.monotonic()
    equivalent = read_equivalent()
    enums = enum_neighbours()
    mutants = [m for path in sorted(CORE.glob("*.c"))
               if not options.file or path.name in options.file for m in mutants_of(path, enums)]
    stale = {e for e in equivalent if not options.file} - {(m.file, m.was, m.now) for m in mutants}
    if stale:
        print(f"{EQUIVALENT.name}: no such mutant: {sorted(stale)[0]}")
        return 2
    if not options.all and options.sample < len(mutants):
        mutants = random.Random(seed).sample(mutants, options.sample)
        print(f"seed {seed}")
    workshop = Workshop(options.build.resolve())
    judge = Judge(workshop, golden_cases())
    broken = notices(workshop, judge.cases, workshop.folder)
    if broken:
        print(f"the unchanged program fails: {broken}")
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
    for left in workshop.folder.glob("worker-*"):
        shutil.rmtree(left)
    judged_count = counts["caught"] + len(alive)
    share = 100 * counts["caught"] / judged_count if judged_count else 100.0
    print(f"{judged_count + sum(counts.values()) - counts['caught']} mutants in {time.monotonic() - began:.0f} s: {counts['caught']} of "
          f"{judged_count} caught, {share:.1f} %; {len(alive)} alive; left out: {counts['no C']} that "
          f"are no C, {counts['same code']} with the same code, {counts['equivalent']} equivalent")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
