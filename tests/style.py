#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""style.py format|tidy BUILD_DIR

format: the C files under src/ and tests/ are as clang-format would write them.
tidy:   clang-tidy finds nothing in src/, with the compile commands of BUILD_DIR.

Exit code: 0 good, 1 findings, 77 (skipped, for Meson) when the tool is missing; in CI (CI=true)
a missing tool is a failure."""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def sources(*folders, suffixes):
    return sorted(str(p) for folder in folders for p in (ROOT / folder).rglob("*")
                  if p.suffix in suffixes)


def check_format(_build):
    files = sources("src", "tests", suffixes=(".c", ".h"))
    return subprocess.run(["clang-format", "--dry-run", "-Werror", *files], cwd=ROOT,
                          check=False).returncode == 0


def tidy_one(build, path):
    done = subprocess.run(["clang-tidy", "--quiet", "-p", build, path], cwd=ROOT,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    # findings are on stdout; stderr counts the suppressed ones, unless the tool itself failed
    return done.returncode == 0, done.stdout or (done.stderr if done.returncode else b"")


def check_tidy(build):
    # what only Windows' compiler can read has no compile command here
    files = [path for path in sources("src", suffixes=(".c",))
             if not path.endswith("_windows.c")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: tidy_one(build, path), files))
    for _, output in results:
        sys.stdout.buffer.write(output)
    return all(good for good, _ in results)


CHECKS = {
    "format": ("clang-format", check_format),
    "tidy": ("clang-tidy", check_tidy),
}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in CHECKS:
        print(__doc__, file=sys.stderr)
        return 2
    tool, check = CHECKS[sys.argv[1]]
    if not shutil.which(tool):
        print(f"{tool} is not installed")
        return 1 if os.environ.get("CI") == "true" else 77
    return 0 if check(sys.argv[2]) else 1


if __name__ == "__main__":
    sys.exit(main())
