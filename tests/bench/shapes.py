#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shapes of books that could make the tool slow, each doubled.

    shapes.py FOLDER                all of them, with callgrind
    shapes.py FOLDER --few          some, at a quarter of the size: the benchmark `shapes`
    shapes.py FOLDER NAME...        only these
    shapes.py FOLDER --time [--factor K]   by seconds of the processor instead, K times as large
    shapes.py FOLDER --full [NAME...]   each once, at almost 1 MB, under a limit; products too
    shapes.py FOLDER --full --few       a third of them, by `check` and `status`: what CI runs
    shapes.py FOLDER --random SECONDS [--seed N]   random shapes, each below 1 MB, under a limit

FOLDER is a build folder without sanitizers; the books lie in FOLDER/shapes. A shape is a book of
size n and the commands that it could make slow. Its instructions, less those of a book of size 1,
may grow by 2.4 when n doubles: more is a square. Products are books in which two things multiply
(products.py). Random shapes mix depth, width, overlap, counts and lengths. No command but `export`
may take more than 1 second of the processor or 256 MB for a book of 1 MB (LOAD times as many
seconds on a loaded machine, by default 1), and none may die; that too much would be computed may be
said (T456), and it is said of products, and of what would take longer, only.

Exit code: 0 all right, 1 a shape grows too fast or breaks its limit, 2 the call is wrong.
"""
import argparse
import os
import pathlib
import random
import re
import resource
import subprocess
import sys

from products import PRODUCTS

MOST = 2.4  # times the instructions for twice the size
DEPTH = 15  # groups, ratios and parts inside one another: the reader allows 16
SECONDS, MEGABYTES, BYTES = 1.0, 256, 1_000_000

HEAD = """year: 2024
indicators:
  x: {name: HTX mới, unit: HTX, kind: flow}
  y: {name: Tổng HTX, unit: HTX, kind: stock}
  z: {name: Thu nhập, unit: triệu đồng/năm, kind: average, weight: y}
  s: {name: Tỷ lệ, unit: "%", kind: share, ratio: {of: x, to: y}}
  d: {name: Đề án, kind: done}
"""
CSV, TEXT, JSON = ("status", "--format", "csv"), ("status",), ("status", "--format", "json")
CHECK, EXPORT = ("check",), ("export", "-o", "{out}.xlsx")
READING = (CHECK, CSV)
ALL = (CHECK, CSV, JSON, TEXT)


def members(n, of="o"):
    return ", ".join(f"{of}{i}" for i in range(n))


def orgs(n):
    return "".join(f"  o{i}: {{name: Đơn vị {i}}}\n" for i in range(n))


def figures(n, values="x: {v}, y: 20", day="2024-06-30"):
    return "actuals:\n" + "".join(
        f"  - {{org: o{i}, as_of: {day}, values: {{{values.format(v=i % 17)}}}}}\n"
        for i in range(n))


def group(n):
    """One group of n members."""
    return (HEAD + f"orgs:\n  g: {{name: Cụm, members: [{members(n)}]}}\n" + orgs(n)
            + f"org: g\ntargets: {{x: {n * 9}, z: 10, s: 40, d: done}}\neach_member: {{y: 10}}\n"
            + figures(n, "x: {v}, y: 20, z: 9, d: có"))


def towers(n):
    """n times DEPTH layers of two groups, each of both groups below: 2 ** DEPTH ways down."""
    text = HEAD + "orgs:\n"
    for t in range(n):
        for layer in range(DEPTH - 1):
            below = f"t{t}l{layer + 1}a, t{t}l{layer + 1}b" if layer < DEPTH - 2 else f"o{t}"
            text += "".join(f"  t{t}l{layer}{side}: {{name: T{t}.{layer}{side}, members: [{below}]}}\n"
                            for side in "ab")
    text += orgs(n) + "targets:\n"
    text += "  x: [" + ", ".join(f"{{org: t{t}l0a, at_least: 9}}" for t in range(n)) + "]\n"
    return text + figures(n)


def past_towers(n):
    """Towers with last year's figures of some, and a headline of each group."""
    text = towers(n).replace("members: [o", "members: [p, o").replace("orgs:\n", "orgs:\n  p: {name: P}\n", 1)
    return (text + "".join(f"  - {{org: o{t}, year: 2023, as_of: 2023-{day}, values: {{x: 3, y: 9}}}}\n"
                           for t in range(n) for day in ("06-30", "12-31"))
            + "".join(f"  - {{org: t{t}l{layer}b, as_of: 2024-06-30, headline: {{met: 0, of: 0}}}}\n"
                      for t in range(n) for layer in range(DEPTH - 1)))


def chains(n):
    """n chains of DEPTH groups, each with a target of its own."""
    text, goals = HEAD + "orgs:\n", ""
    for t in range(n):
        for layer in range(DEPTH - 1):
            below = f"c{t}l{layer + 1}" if layer < DEPTH - 2 else f"o{t}"
            text += f"  c{t}l{layer}: {{name: C{t}.{layer}, members: [{below}]}}\n"
            goals += f"{{org: c{t}l{layer}, at_least: 9}}, "
    return text + orgs(n) + f"targets:\n  x: [{goals[:-2]}]\n" + figures(n)


def overlapping(n):
    """n groups of the same 40 members."""
    return (HEAD + "orgs:\n" + "".join(f"  g{i}: {{name: G{i}, members: [{members(40)}]}}\n"
                                       for i in range(n))
            + orgs(40) + figures(40))


def assigned(n):
    """n groups that assign a target to each of the same 10 members."""
    return (HEAD + "orgs:\n" + "".join(f"  g{i}: {{name: G{i}, members: [{members(10)}]}}\n"
                                       for i in range(n))
            + orgs(10) + "each_member:\n  x: ["
            + ", ".join(f"{{org: g{i}, at_least: 3}}" for i in range(n)) + "]\n" + figures(10))


def merged(n):
    """n organisations merged into one in the middle of the year, all in a group."""
    return (HEAD + f"orgs:\n  g: {{name: Cụm, members: [{members(n)}]}}\n"
            + f"  m: {{name: Mới, from: 2024-07-01, predecessors: [{members(n)}]}}\n"
            + "".join(f"  o{i}: {{name: Đ{i}, to: 2024-06-30}}\n" for i in range(n))
            + figures(n) + "  - {org: m, as_of: 2024-09-30, values: {y: 5}}\n")


def mergers(n):
    """n mergers of two."""
    return (HEAD + f"orgs:\n  g: {{name: Cụm, members: [{members(2 * n)}]}}\n"
            + "".join(f"  m{i}: {{name: M{i}, from: 2024-07-01, predecessors: [o{2 * i}, o{2 * i + 1}]}}\n"
                      for i in range(n))
            + "".join(f"  o{i}: {{name: Đ{i}, to: 2024-06-30}}\n" for i in range(2 * n))
            + figures(2 * n) + "".join(f"  - {{org: m{i}, as_of: 2024-09-30, values: {{x: 40}}}}\n"
                                       for i in range(n)))


def given_by(n):
    """n targets of one indicator, each by somebody else, and a claim of each."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\ntargets:\n  x: ["
            + ", ".join(f"{{by: B{i}, at_least: {i + 1}}}" for i in range(n))
            + "]\nactuals:\n  - as_of: 2024-06-30\n    values: {x: 7}\n    claims:\n      x: ["
            + ", ".join(f"{{attainment: 50%, by: B{i}}}" for i in range(n)) + "]\n")


def overrides(n):
    """n statuses set by hand, of n targets of one indicator."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\ntargets:\n  x: ["
            + ", ".join(f"{{by: B{i}, at_least: {i + 1}}}" for i in range(n))
            + "]\nactuals: [{as_of: 2024-06-30, values: {x: 7}}]\noverrides:\n  x: ["
            + ", ".join(f"{{by: B{i}, status: met, why: w}}" for i in range(n)) + "]\n")


def claims(n):
    """n organisations with a claim and a headline each."""
    return HEAD + "orgs:\n" + orgs(n) + "actuals:\n" + "".join(
        f"  - {{org: o{i}, as_of: 2024-06-30, values: {{x: 5, y: 9}}, "
        "claims: {x: {share_of: y, is: 55.6%}}, headline: {met: 0, of: 0}}\n" for i in range(n))


def many_claims(n):
    """n claims of one figure."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\ntargets: {x: 10}\nactuals:\n"
            + "  - as_of: 2024-06-30\n    values: {x: 5, y: 9}\n    claims:\n      x: ["
            + ", ".join("{attainment: 50%}, {share_of: y, is: 55%}" for _ in range(n)) + "]\n")


def indicators(n, more=""):
    return "year: 2024\norg: o0\norgs: {o0: {name: A}}\nindicators:\n" + "".join(
        f"  i{i}: {{name: Chỉ tiêu {i}, unit: HTX, kind: stock{more}}}\n" for i in range(n))


def wide(n):
    """n indicators of one organisation, with targets."""
    return (indicators(n) + "targets:\n" + "".join(f"  i{i}: 9\n" for i in range(n))
            + "actuals:\n  - as_of: 2024-06-30\n    values:\n"
            + "".join(f"      i{i}: 5\n" for i in range(n)))


def parts(n):
    """n parts of one whole."""
    return (wide(n).replace("kind: stock}\n", "kind: stock, part_of: w}\n")
            .replace("indicators:\n", "indicators:\n  w: {name: Tổng, unit: HTX, kind: stock}\n")
            .replace("    values:\n", f"    values:\n      w: {9 * n}\n"))


def nested_parts(n):
    """n wholes of DEPTH parts inside one another."""
    text = "year: 2024\norg: o0\norgs: {o0: {name: A}}\nindicators:\n"
    for i in range(n):
        for layer in range(DEPTH):
            inside = f", part_of: i{i}l{layer - 1}" if layer else ""
            text += f"  i{i}l{layer}: {{name: C{i}.{layer}, unit: HTX, kind: stock{inside}}}\n"
    return text + "actuals:\n  - as_of: 2024-06-30\n    values:\n" + "".join(
        f"      i{i}l{layer}: {20 - layer}\n" for i in range(n) for layer in range(DEPTH))


def ratios(n):
    """n shares of one denominator."""
    return (indicators(n) + "".join(
        f"  r{i}: {{name: Tỷ lệ {i}, unit: \"%\", kind: share, ratio: {{of: i{i}, to: i0}}}}\n"
        for i in range(n)) + "actuals:\n  - as_of: 2024-06-30\n    values:\n"
            + "".join(f"      i{i}: 5\n" for i in range(n)))


def revisions(n):
    """n revisions of one target."""
    days = [f"{m:02}-{d:02}" for m in range(1, 13) for d in range(1, 29)]
    return (HEAD + "orgs:\n" + orgs(n // 300 + 1) + "targets:\n  x:\n" + "".join(
        f"    - org: o{k}\n      at_least: 9\n      revised: ["
        + ", ".join(f"{{date: 2024-{day}, at_least: {i}}}"
                    for i, day in enumerate(days[:min(300, n - 300 * k)])) + "]\n"
        for k in range(n // 300 + 1) if n > 300 * k) + figures(n // 300 + 1))


def years(n):
    """n years of monthly figures of one organisation."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\nactuals:\n" + "".join(
        f"  - {{year: {1900 + y}, as_of: {1900 + y}-{m:02}-28, values: {{x: {m}, y: 50}}}}\n"
        for y in range(n) for m in range(1, 13)))


def wrong(n):
    """n findings in one file."""
    return HEAD + "orgs: {o0: {name: A}}\norg: o0\nactuals:\n" + "".join(
        "  - {as_of: 2024-06-30, values: {nope: 1.200.000}}\n" for _ in range(n))


def long_text(n):
    """Names, notes and sources of n letters."""
    return (f"year: 2024\norg: o0\nsource: \"{'nguồn ' * (n // 6)}\"\norgs: {{o0: {{name: \"{'A b' * (n // 3)}\"}}}}\n"
            f"indicators:\n  x: {{name: \"{'Tên dài ' * (n // 8)}\", unit: HTX, kind: flow}}\n"
            f"targets: {{x: {{at_least: 5, quote: \"{'lời ' * (n // 4)}\"}}}}\n"
            f"actuals: [{{as_of: 2024-06-30, values: {{x: {{is: 4, note: \"{'ghi chú ' * (n // 8)}\"}}}}}}]\n")


def english(n):
    """n words with their English."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\nenglish:\n"
            + "".join(f"  từ {i}: word {i}\n" for i in range(n))
            + "actuals: [{as_of: 2024-06-30, values: {x: 5}}]\n")


WHY = ("why", "g", "x")
# name: (how it is made, n, the commands)
SHAPES = {
    "group": (group, 1000, (*ALL, WHY, ("why", "g", "y"))),
    "towers": (towers, 40, ALL),
    "past-towers": (past_towers, 20, ALL),
    "chains": (chains, 60, ALL),
    "overlapping": (overlapping, 80, ALL),
    "assigned": (assigned, 80, ALL),
    "merged": (merged, 600, ALL),
    "mergers": (mergers, 300, ALL),
    "given-by": (given_by, 600, ALL),
    "overrides": (overrides, 600, ALL),
    "claims": (claims, 500, ALL),
    "many-claims": (many_claims, 800, ALL),
    "wide": (wide, 500, ALL),
    "parts": (parts, 400, ALL),
    "nested-parts": (nested_parts, 40, ALL),
    "ratios": (ratios, 300, ALL),
    "revisions": (revisions, 1200, READING),
    "years": (years, 80, READING),
    "wrong": (wrong, 1000, (CHECK, ("check", "--format", "short"), ("check", "--format", "json"))),
    "long-text": (long_text, 8000, ALL),
    "english": (english, 2000, READING),
    "sheets": (claims, 60, (EXPORT,)),
    "sheet": (wide, 150, (EXPORT,)),
    "sheet-group": (group, 60, (EXPORT,)),
    "sheet-by": (given_by, 100, (EXPORT,)),
}
REFUSED = {"assigned", "past-towers"} | set(PRODUCTS)  # or some of them
FEW = ("group", "towers", "overlapping", "given-by", "parts", "mergers", "wrong")


class Place:
    def __init__(self, build):
        self.tiendo = str(pathlib.Path(build).resolve() / "tiendo")
        self.folder = pathlib.Path(build).resolve() / "shapes"
        self.folder.mkdir(exist_ok=True)

    def book(self, name, text):
        path = self.folder / f"{name}.yaml"
        path.write_text(text, "utf-8")
        return path

    def command(self, words, path):
        words = [w.replace("{out}", str(path.with_suffix(""))) for w in words]
        return [self.tiendo, *words, *(["--force"] if words[0] == "export" else []), str(path)]


def instructions(place, words, path):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                          *place.command((*words, "--jobs", "1"), path)],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{path} {' '.join(words)}: exit code {run.returncode}\n{run.stderr[-600:]}")
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def measured(place, words, path, limit=None):
    """Exit code, seconds of the processor, megabytes, with one thread: two may both come far before
    either knows that it is too much."""
    def bound():
        if limit:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(place.command((*words, "--jobs", "1"), path), stdout=nowhere, stderr=nowhere,
                                   preexec_fn=bound)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def double(place, name, factor, by_time):
    """The commands of a shape at n and 2 n; how many grow too fast."""
    make, n, commands = SHAPES[name]
    n, wrong_ones = max(2, int(n * factor)), 0
    books = [place.book(f"{name}-{k}", make(k)) for k in (1, n, 2 * n)]
    for words in commands:
        if by_time:
            costs = [min(measured(place, words, b)[1] for _ in range(3)) for b in books]
        else:
            costs = [instructions(place, words, b) for b in books]
        once, twice = costs[1] - costs[0], costs[2] - costs[0]
        times = twice / once if once > 0 else 0
        bad = times > MOST
        wrong_ones += bad
        unit = [f"{c:.2f} s" if by_time else f"{c / 1e6:.1f} M" for c in costs[1:]]
        print(f"{name:14} {' '.join(words):24} {n:6} {unit[0]:>10} {unit[1]:>10}  x {times:.2f}"
              + ("  TOO FAST" if bad else ""), flush=True)
    return wrong_ones


# ---- at the limit ----

def grown(make):
    """The shape just below 1 MB."""
    low, high = 1, 2
    while len(make(high).encode()) <= BYTES:
        low, high = high, high * 2
    while high - low > max(1, low // 200):
        middle = (low + high) // 2
        low, high = (middle, high) if len(make(middle).encode()) <= BYTES else (low, middle)
    return make(low)


def is_refused(place, path):
    said = subprocess.run(place.command(("check", "--format", "json"), path), capture_output=True, text=True).stdout
    return '"code": "T456"' in said


def full(place, name, commands, load):
    """The commands of a shape at almost 1 MB; whether it breaks a limit."""
    make = PRODUCTS[name] if name in PRODUCTS else SHAPES[name][0]
    path, broken, costs = place.book(f"full-{name}", grown(make)), False, []
    for words in commands:
        rc, cpu, memory = measured(place, words, path, 60)
        broken = broken or rc not in (0, 1) or cpu > SECONDS * load or memory > MEGABYTES
        costs.append(f"{cpu:5.2f} s {memory:3.0f} MB")
    refused = is_refused(place, path)
    broken = broken or (refused and name not in REFUSED)
    print(f"{name:13} {'  '.join(costs)}  {'refused' if refused else ''}{'  BROKEN' if broken else ''}", flush=True)
    return broken


def all_full(place, names, few, load):
    every = [n for n, (_, _, commands) in SHAPES.items() if EXPORT not in commands] + list(PRODUCTS)
    commands = READING if few else ALL
    print(f"{'':13} {'  '.join(' '.join(words)[-14:].rjust(14) for words in commands)}")
    return sum([full(place, name, commands, load) for name in names or (every[::3] if few else every)])


# ---- random shapes ----

def random_book(rng):
    """A book of random depth, width, overlap, counts and lengths."""
    def size(most):
        return int(most ** rng.random()) + 1
    layers, text = rng.randint(0, DEPTH - 1), HEAD + "orgs:\n"
    count, previous = size(3000), []
    codes = [f"o{i}" for i in range(count)]
    text += "".join(f"  {c}: {{name: \"{c} {'tên ' * size(20)}\"}}\n" for c in codes)
    groups, below = [], codes
    for layer in range(layers):
        here = [f"g{layer}x{i}" for i in range(size(60))]
        for code in here:
            some = rng.sample(below, min(len(below), size(400)))
            text += f"  {code}: {{name: {code}, members: [{', '.join(some)}]}}\n"
        groups, below = groups + here, here
    parts_of = size(300)
    text = text.replace("indicators:\n", "indicators:\n" + "".join(
        f"  p{i}: {{name: Phần {i}, unit: HTX, kind: stock, part_of: "
        f"{{whole: y, by: b{i % size(9)}}}}}\n" for i in range(parts_of)))
    text += "targets:\n  x: [" + ", ".join(
        f"{{org: {rng.choice(codes + groups)}, by: B{i}, at_least: {i + 1}}}"
        for i in range(size(2000))) + "]\n"
    if groups:
        text += "each_member:\n  y: [" + ", ".join(
            f"{{org: {g}, at_least: 3}}" for g in rng.sample(groups, size(len(groups)) % len(groups) + 1)) + "]\n"
    text += "actuals:\n"
    reporting = codes + rng.sample(groups, len(groups) // 2)
    for code in reporting[:size(len(reporting))]:
        values = ["x: %d" % rng.randint(0, 90), "y: %d" % rng.randint(1, 900), "z: 5", "d: có"]
        some = rng.sample(values, rng.randint(1, 4))
        some += [f"p{i}: {i % 7}" for i in range(parts_of if rng.random() < 0.01 else 0)]
        says = f", claims: {{x: [{', '.join(['{attainment: 50%}'] * size(8))}]}}" if rng.random() < .1 else ""
        text += (f"  - {{org: {code}, as_of: 2024-{rng.choice(('03-31', '06-30', '05-17'))}, "
                 f"values: {{{', '.join(some)}}}{says}}}\n")
    return text, rng.choice(groups or codes)


def random_shapes(place, seconds, seed, load):
    import time
    began, tried, worst, broken = time.monotonic(), 0, {}, 0
    while time.monotonic() - began < seconds:
        rng = random.Random(f"{seed}-{tried}")
        text, code = random_book(rng)
        tried += 1
        if len(text.encode()) > BYTES:
            continue
        path = place.book("random", text)
        for words in (*ALL, ("why", code, rng.choice("xyzsd"))):
            rc, cpu, memory = measured(place, words, path, 60)
            key = words[0] + (" " + words[-1] if words[0] == "status" else "")
            worst[key] = max(worst.get(key, (0, 0, 0)), (cpu, memory, tried - 1))
            if rc not in (0, 1, 2) or cpu > SECONDS * load or memory > MEGABYTES:
                broken += 1
                kept = place.book(f"broken-{seed}-{tried - 1}", text)
                print(f"{kept}: {' '.join(words)}: exit code {rc}, {cpu:.2f} s, {memory:.0f} MB", flush=True)
    print(f"{tried} shapes, seed {seed}, {broken} broke a limit")
    for key, (cpu, memory, number) in sorted(worst.items()):
        print(f"  slowest {key}: {cpu:.2f} s, {memory:.0f} MB, shape {number}")
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--few", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--factor", type=float, default=1.0)
    parser.add_argument("--random", type=float, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--load", type=float, default=1.0)
    args = parser.parse_intermixed_args()
    place = Place(args.build)
    if args.random:
        return 1 if random_shapes(place, args.random, args.seed, args.load) else 0
    there = {**SHAPES, **(PRODUCTS if args.full else {})}
    unknown = [n for n in args.names if n not in there]
    if unknown:
        print(f"no shape {unknown[0]}; there are {', '.join(there)}")
        return 2
    if args.full:
        return 1 if all_full(place, args.names, args.few, args.load) else 0
    names = args.names or (FEW if args.few else SHAPES)
    factor = args.factor * (0.25 if args.few else 1)
    return 1 if sum(double(place, n, factor, args.time) for n in names) else 0


if __name__ == "__main__":
    sys.exit(main())
