#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""fuzz.py [--fast] [--build FOLDER] [--seconds N | --runs N] [--keep] [TARGET...]

Run the fuzz targets one after the other, each with N seconds (60) or N executions, from the corpus
of tests/fuzz/corpus and what earlier runs found (FOLDER/found). FOLDER (build-fuzz) is set up with
clang when it is not there. --fast does without the sanitizers (build-fuzz-fast): several times as
many executions, held to the same promises. --keep then makes the corpus anew: of everything found, the few small
inputs that reach as much.

The corpus of a target is one file, corpus/TARGET.pack: every input behind its length (4 bytes, the
least first). A crash stops with the input's path; once it is mended, the input goes into the folder
corpus/TARGET under a name that says what it was. Exit code: 0 all promises kept, 1 one was broken, 2 nothing could be built."""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORPUS = HERE / "corpus"
# in memory, where there is room: the workbooks are synced to the disk
if os.path.isdir("/dev/shm"):
    os.environ.setdefault("TMPDIR", "/dev/shm")
# target -> longest input, seconds after which one input has hung
TARGETS = {"numbers": (64, 5), "dates": (32, 5), "options": (256, 5), "tree": (2048, 10),
           "document": (2048, 10), "edit": (2048, 10), "cells": (4096, 20),
           "book": (2048, 20), "card": (2048, 20), "workbook": (512, 30)}
KEPT_BYTES = 40_000  # of a target's corpus
SANITIZERS = {"ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
              "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1"}


def build(folder, fast=False):
    """Set up and compile; False when that fails."""
    if not (folder / "build.ninja").exists():
        clang = next((c for c in ("clang", "clang-14", "clang-16", "clang-19") if shutil.which(c)),
                     "clang")
        done = subprocess.run(["meson", "setup", folder, ROOT, "-Dfuzz=true", "-Dtests=enabled",
                               "-Db_lundef=false",
                               *(("-Dbuildtype=release",) if fast else
                                 ("-Db_sanitize=address,undefined",
                                  "-Dc_args=-fno-sanitize-recover=all"))],
                              env={**os.environ, "CC": clang}, check=False)
        if done.returncode:
            return False
    targets = [f"tests/fuzz_{name}" for name in TARGETS]
    return subprocess.run(["ninja", "-C", folder, *targets], check=False).returncode == 0


def seeds(name):
    """What the fuzzers of texts begin with: the inputs of the golden cases, as `card` wants them."""
    if name in ("tree", "book", "card"):
        for path in sorted(ROOT.glob("tests/cases/*/input/**/*.yaml")):
            yield (b"\1\0" if name == "card" else b"") + path.read_bytes()


def unpack(name):
    pack = CORPUS / f"{name}.pack"
    data = pack.read_bytes() if pack.exists() else b""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at:at + 4], "little")
        yield data[at + 4:at + 4 + size]
        at += 4 + size


def fuzz(folder, name, limits):
    """(executions, what libFuzzer said last, whether all went well)."""
    found = folder / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate([*seeds(name), *unpack(name)]):
        (found / f"seed-{number}").write_bytes(text)
    longest, patience = TARGETS[name]
    log = folder / f"fuzz-{name}.log"
    with open(log, "wb") as out:
        done = subprocess.run(
            [folder / "tests" / f"fuzz_{name}", *limits, f"-max_len={longest}",
             f"-timeout={patience}", f"-dict={HERE / 'words.dict'}", "-rss_limit_mb=2048",
             "-print_final_stats=1", f"-artifact_prefix={folder}/{name}-", found,
             *filter(pathlib.Path.is_dir, [CORPUS / name])],
            env={**os.environ, **SANITIZERS}, stdout=out, stderr=subprocess.STDOUT, check=False)
    said = log.read_text("utf-8", "replace")
    runs = re.search(r"number_of_executed_units: (\d+)", said)
    cover = re.findall(r"cov: (\d+) ft: (\d+)", said)
    if done.returncode:
        print("\n".join(said.splitlines()[-40:]))
    return int(runs[1]) if runs else 0, cover[-1] if cover else ("?", "?"), done.returncode == 0


def keep(folder, name):
    """The pack anew: of everything found what adds coverage, the smallest first."""
    with tempfile.TemporaryDirectory() as merged:
        subprocess.run([folder / "tests" / f"fuzz_{name}", "-set_cover_merge=1", merged,
                        folder / "found" / name], env={**os.environ, **SANITIZERS},
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        inputs = sorted((file.read_bytes() for file in pathlib.Path(merged).iterdir()),
                        key=lambda data: (len(data), data))
    pack, total = b"", 0
    for data in inputs:
        total += len(data)
        if data and total <= KEPT_BYTES:
            pack += len(data).to_bytes(4, "little") + data
    (CORPUS / f"{name}.pack").write_bytes(pack)


def main():
    parser = argparse.ArgumentParser(description="Run the fuzz targets.")
    parser.add_argument("--fast", action="store_true", help="without the sanitizers")
    parser.add_argument("--build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("target", nargs="*", choices=[[], *TARGETS], default=[])
    options = parser.parse_args()
    name = "build-fuzz-fast" if options.fast else "build-fuzz"
    folder = (options.build or ROOT / name).resolve()
    if not build(folder, options.fast):
        return 2
    limits = [f"-runs={options.runs}"] if options.runs else [f"-max_total_time={options.seconds}"]
    total, good = 0, True
    for name in options.target or TARGETS:
        runs, (edges, features), fine = fuzz(folder, name, limits)
        total, good = total + runs, good and fine
        print(f"{name:10} {runs:10} executions, {edges} edges, {features} features"
              f"{'' if fine else ', a promise broken'}", flush=True)
        if options.keep:
            keep(folder, name)
    print(f"{'all':10} {total:10} executions")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
