#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""run_case.py TIENDO CASE_DIR [--refresh]

Run one golden case and compare what the program said with what the case expects, byte by byte.
A case is a folder:

  args      one argument a line; lines that begin with '#' are comments, an empty line is an
            empty argument
  input/    copied to an empty folder, where the program then runs
  use       instead of input/: a path from the project's root whose content is copied there;
            '.' is the example data (targets/ and actuals/)
  stdin     what the program reads; absent: nothing
  env       NAME=value lines
  stdout    expected output; absent: none. The program's version stands as @VERSION@,
            what --version says of its build as @BUILD@, the day on a page of the manual as @DAY@
  stderr    likewise
  exit      expected exit code; absent: 0
  files     names that must exist after the run; '!name' must not

--refresh, or TIENDO_REFRESH=1, writes stdout, stderr and exit anew instead of comparing.
TIENDO_TEST_LC_ALL sets LC_ALL for cases that choose no locale themselves; TIENDO_TEST_WRAPPER is
a command to put in front of the program.

Exit code: 0 as expected, 1 not, 2 the case or the call is wrong."""

import argparse
import difflib
import io
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CRASH = 99  # what sanitizers and valgrind exit with, see meson.build
# Nothing else of the caller's environment reaches the program.
KEPT = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS",
        "MALLOC_PERTURB_")


class BadCase(Exception):
    """The case itself cannot be run."""


def version_pattern():
    """The project's version as bytes to look for, with no digit on either side."""
    found = re.search(r"^\s*version:\s*'([^']+)'", (ROOT / "meson.build").read_text("utf-8"), re.M)
    if not found:
        raise BadCase("no version in meson.build")
    return re.compile(rb"(?<![\d.])" + re.escape(found[1].encode()) + rb"(?!\.?\d)")


def read_bytes(path):
    return path.read_bytes() if path.exists() else b""


def read_lines(path):
    return path.read_text("utf-8").splitlines() if path.exists() else []


def read_arguments(case):
    if not (case / "args").exists():
        raise BadCase(f"{case}: no file 'args'")
    return [line for line in read_lines(case / "args") if not line.startswith("#")]


def read_exit(case):
    text = read_bytes(case / "exit").decode().strip() or "0"
    if not text.isdigit():
        raise BadCase(f"{case}/exit: '{text}' is not a number")
    return int(text)


def copy_into(source, folder):
    """Copy a folder's content, or one file, into a folder."""
    if source.is_dir():
        shutil.copytree(source, folder, symlinks=True, dirs_exist_ok=True)
    elif source.exists():
        shutil.copy2(source, folder)
    else:
        raise BadCase(f"{source} does not exist")


def lay_out(case, folder):
    """Put the case's input into the folder that the program runs in."""
    if (case / "input").exists():
        copy_into(case / "input", folder)
        return
    for name in filter(None, map(str.strip, read_lines(case / "use"))):
        if name == ".":
            for part in ("targets", "actuals"):
                copy_into(ROOT / part, folder / part)
        else:
            copy_into(ROOT / name, folder)


def environment(case):
    own = {}
    for line in filter(None, read_lines(case / "env")):
        name, equals, value = line.partition("=")
        if not equals:
            raise BadCase(f"{case}/env: '{line}' is not NAME=value")
        own[name] = value
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    env["LANG"] = "C.UTF-8"
    chosen = any(name == "LANG" or name.startswith("LC_") for name in own)
    if "TIENDO_TEST_LC_ALL" in os.environ and not chosen:
        env["LC_ALL"] = os.environ["TIENDO_TEST_LC_ALL"]
    return env | own


def check_files(case, folder):
    """What 'files' asks for and the run did not leave."""
    wrong = []
    for name in filter(None, map(str.strip, read_lines(case / "files"))):
        wanted = not name.startswith("!")
        if (folder / name.removeprefix("!")).exists() != wanted:
            wrong.append(f"missing file: {name}" if wanted else f"unwanted file: {name[1:]}")
    return wrong


def run(program, case, limit=None):
    """Run the case; its exit code, output, messages and what is wrong with the files it left.
    subprocess.TimeoutExpired after `limit` seconds."""
    command = shlex.split(os.environ.get("TIENDO_TEST_WRAPPER", "")) + [str(program)]
    with tempfile.TemporaryDirectory(prefix="tiendo-case-") as name:
        folder = pathlib.Path(name)
        lay_out(case, folder)
        done = subprocess.run(command + read_arguments(case), cwd=folder, env=environment(case),
                              input=read_bytes(case / "stdin"), capture_output=True, check=False,
                              timeout=limit)
        files_wrong = check_files(case, folder)
    version = version_pattern()
    own = re.sub(rb"(?<=\Atiendo )([\d.]+\n)commit .*\n.*\n.*\n\Z", rb"\1@BUILD@\n", done.stdout)
    own = re.sub(rb'(?m)^(\.TH TIENDO \d) "[-\d]*"', rb'\1 "@DAY@"', own)
    return (done.returncode, version.sub(b"@VERSION@", own),
            version.sub(b"@VERSION@", done.stderr), files_wrong)


def shown_lines(data):
    """Lines to read in a diff: bytes that are no UTF-8, and control characters, as \\xNN."""
    text = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", lambda m: f"\\x{ord(m[0]):02x}",
                  data.decode("utf-8", "backslashreplace"))
    return list(io.StringIO(text, newline="\n"))


def diff(name, expected, actual):
    out = ""
    for line in difflib.unified_diff(shown_lines(expected), shown_lines(actual),
                                     f"{name} (expected)", f"{name} (actual)"):
        out += line if line.endswith("\n") else line + "\n\\ no newline at the end\n"
    return out or f"{name}: the bytes differ, though they look the same\n"


def put(path, data):
    """Write a file of the case, or take it away when there is nothing to say."""
    if data:
        path.write_bytes(data)
    else:
        path.unlink(missing_ok=True)


def refresh(case, code, stdout, stderr):
    put(case / "stdout", stdout)
    put(case / "stderr", stderr)
    put(case / "exit", f"{code}\n".encode() if code else b"")


def main():
    parser = argparse.ArgumentParser(description="Run one golden case.")
    parser.add_argument("program", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("case", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--refresh", action="store_true",
                        default=os.environ.get("TIENDO_REFRESH", "0") not in ("", "0"))
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        wanted_code = read_exit(options.case)
        code, stdout, stderr, wrong = run(options.program, options.case)
    except (BadCase, OSError, UnicodeDecodeError) as error:
        print(f"{options.case.name}: {error}")
        return 2

    crashed = code < 0 or code == CRASH
    if options.refresh and not crashed:
        refresh(options.case, code, stdout, stderr)
    else:
        if code != wanted_code:
            wrong.append(f"exit code {code}, expected {wanted_code}")
        for name, actual in (("stdout", stdout), ("stderr", stderr)):
            expected = read_bytes(options.case / name)
            if expected != actual:
                wrong.append(diff(name, expected, actual))
        if options.refresh:
            wrong.append("the program crashed: nothing refreshed")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
