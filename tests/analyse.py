#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""analyse.py [cppcheck|fanalyzer|scan-build]...

Static analysis of src/ by tools other than clang-tidy (style.py): by default cppcheck, the quick
one. What a tool is wrong about stands in analyse.txt with the reason, by tool, file, check and the
line's text; a finding that is not listed there is a failure.

Exit code: 0 nothing new, 1 findings, 77 (skipped, for Meson) when a tool is missing; in CI (CI=true)
a missing tool is a failure."""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LISTED = ROOT / "tests" / "analyse.txt"
INCLUDES = [f"-I{room}" for room in sorted((ROOT / "src").rglob("*")) if room.is_dir()]
DEFINES = ["-D_DEFAULT_SOURCE", "-DSTAND_IN_BY_NAME", '-DTIENDO_VERSION="0"']

Found = collections.namedtuple("Found", "file line check words")


def sources():
    return sorted((ROOT / "src").rglob("*.c"))


def cppcheck():
    done = subprocess.run(
        ["cppcheck", "-q", "--std=c17", "--enable=warning,performance,portability",
         "--inline-suppr", "--max-configs=1", f"-j{os.cpu_count()}",
         # the tool does not read the libraries' headers; its own limits are no findings
         "--suppress=missingIncludeSystem", "--suppress=normalCheckLevelMaxBranches",
         "--suppress=unmatchedSuppression", "--template={file}:{line}: {id}: {message}",
         *DEFINES, *INCLUDES, *map(str, sources())], cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=False)
    for line in done.stderr.splitlines():
        match = re.match(r"(\S+?):(\d+): (\w+): (.*)", line)
        if match:
            yield Found(match[1], int(match[2]), match[3], match[4])


def fanalyzer():
    for path in sources():
        done = subprocess.run(
            ["gcc", "-std=c17", "-O1", "-fanalyzer", "-fdiagnostics-plain-output", *DEFINES,
             *INCLUDES, "-Wno-analyzer-too-complex", "-c", "-o",
             os.devnull, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            check=False)
        for line in done.stderr.splitlines():
            match = re.match(r"(\S+?):(\d+):\d+: (?:warning|error): (.*?) \[.*?(-W[\w-]+)", line)
            if match:
                yield Found(match[1], int(match[2]), match[4], match[3])


def scan_build():
    with tempfile.TemporaryDirectory() as folder:
        for path in sources():
            done = subprocess.run(
                ["clang", "--analyze", "-std=c17", "-Xclang", "-analyzer-output=text", *DEFINES,
                 *INCLUDES, "-o", pathlib.Path(folder) / "out", path], stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, text=True, check=False)
            for line in done.stderr.splitlines():
                match = re.match(r"(\S+?):(\d+):\d+: warning: (.*) \[([\w.]+)\]$", line)
                if match:
                    yield Found(match[1], int(match[2]), match[4], match[3])


TOOLS = {"cppcheck": ("cppcheck", cppcheck), "fanalyzer": ("gcc", fanalyzer),
         "scan-build": ("clang", scan_build)}


def listed():
    """{(tool, file, check, text of the line)}: three lines a finding, the third its reason."""
    known, key = set(), None
    for line in LISTED.read_text("utf-8").splitlines():
        if line.startswith("    "):
            known.add(key)
        elif line.startswith("  ") and key:
            key = (*key[:3], line.strip())
        elif line and not line.startswith("#"):
            key = (*line.split(), "")
    return known


def main():
    chosen = sys.argv[1:] or ["cppcheck"]
    if not set(chosen) <= set(TOOLS):
        print(__doc__.splitlines()[0])
        return 2
    known = listed()
    fresh = 0
    for name in chosen:
        program, analyse = TOOLS[name]
        if shutil.which(program) is None:
            print(f"{program} is missing")
            return 1 if os.environ.get("CI") == "true" else 77
        count = 0
        for found in sorted(set(analyse())):
            path = pathlib.Path(found.file)
            file = str(path.relative_to(ROOT) if path.is_absolute() else path)
            text = (ROOT / file).read_text("utf-8").splitlines()[found.line - 1].strip()
            count += 1
            if (name, file, found.check, text) not in known:
                fresh += 1
                print(f"{file}:{found.line}: {found.words} [{name} {found.check}]\n    {text}")
        print(f"{name}: {count} findings")
    print(f"{fresh} not in {LISTED.name}")
    return 1 if fresh else 0


if __name__ == "__main__":
    sys.exit(main())
