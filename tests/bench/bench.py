#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures tiendo against the floor under it, and against its peers.

    bench.py FOLDER quick           S and M; what `meson test --benchmark` runs
    bench.py FOLDER slow            L, XL, growth, hidden squares, the sums in SQLite
    bench.py FOLDER peers           hledger, ledger, PyYAML with XlsxWriter
    bench.py FOLDER NAME...         only these measurements (the names of the first column)

FOLDER is a build folder without sanitizers (buildtype=release for the figures of
docs/PERFORMANCE.md); the data lies in FOLDER/bench. Instructions are counted by callgrind and do not
depend on what else the machine does: they are the gate, and the exit code is 1 when one is broken.
Times are of the CPU (user and system), medians of pairs run in turn. GOAL is what is wanted, GATE
what is held today: a little above the last figure measured.
"""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SKIP = 77
PAIRS = 9
failures = []


class Place:
    """Where things lie."""

    def __init__(self, folder):
        self.build = pathlib.Path(folder).resolve()
        self.tiendo = str(self.build / 'tiendo')
        self.bench = self.build / 'bench'
        self.bench.mkdir(exist_ok=True)

    def baseline(self, name):
        return str(self.build / 'tests' / f'bench_{name}')

    def data(self, size, count=0):
        """The folder with the data of a size, written when it is not there."""
        name = f'{size}-{count}' if count else size
        folder = self.bench / name
        stamp = self.bench / f'{name}.stamp'
        maker = HERE / 'generate.py'
        if not stamp.exists() or stamp.read_bytes() != maker.read_bytes():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([sys.executable, maker, size, folder, '--count', str(count)], check=True)
            stamp.write_bytes(maker.read_bytes())
        return folder


class Run:
    """One run of a command: seconds of CPU and of the clock, peak memory in MB."""

    def __init__(self, command, folder, good=(0,)):
        started = time.monotonic()
        with open(os.devnull, 'w') as nowhere:
            process = subprocess.Popen(command, cwd=folder, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - started
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode not in good:
            sys.exit(f'{" ".join(command)}: exit code {process.returncode}')


def instructions(command, folder, place, inside=None):
    """Instructions that callgrind counts; `inside`: those of one function and what it calls, too."""
    out = place.bench / 'callgrind.out'
    run = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out}', *command],
                         cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    total = int(re.search(r'Collected : (\d+)', run.stderr).group(1))
    if inside is None:
        return total
    listed = subprocess.run(['callgrind_annotate', '--inclusive=yes', '--threshold=100', str(out)],
                            stdout=subprocess.PIPE, text=True, check=True).stdout
    line = re.search(rf'^ *([\d,]+) .*:{inside}\b', listed, re.MULTILINE)
    return total, int(line.group(1).replace(',', '')) if line else 0


def pairs(ours, floor, folder, field='cpu', times=PAIRS, good=(0,)):
    """Medians of ours, of the floor, and of their ratio, run in turn."""
    measured = [(getattr(Run(ours, folder, good), field), getattr(Run(floor, folder), field))
                for _ in range(times)]
    return (statistics.median(a for a, _ in measured), statistics.median(b for _, b in measured),
            statistics.median(a / b for a, b in measured if b > 0))


def say(name, what, value, goal, gate=None, more=''):
    """One line of the table; a gate that is broken fails the run."""
    reached = 'reached' if value <= goal else 'missed'
    if gate is not None and value > gate:
        failures.append(name)
        reached += f', ABOVE THE GATE {gate}'
    print(f'{name:12} {what:44} {value:8.3f}  goal {goal:<6} {reached:8} {more}', flush=True)


def million(n):
    return f'{n / 1e6:.1f} M Ir'


# ---- quick ----

STATUS = ['status', '--format', 'csv']


def status_of_m(place):
    """Reading, checking and judging M against libyaml's events."""
    folder = place.data('M')
    ours, floor = [place.tiendo, *STATUS], [place.baseline('events'), '.']
    a, b = instructions(ours, folder, place), instructions(floor, folder, place)
    cpu, cpu_floor, ratio = pairs(ours, floor, folder)
    say('status-M', 'status --format csv, of libyaml events', a / b, 1.60, 1.95,
        f'{million(a)} of {million(b)}; CPU {cpu * 1e3:.0f} of {cpu_floor * 1e3:.0f} ms, {ratio:.2f}')


def status_of_s(place):
    """What starting costs."""
    folder = place.data('S')
    ours, floor = [place.tiendo, 'status'], [place.baseline('empty')]
    wall, wall_floor, ratio = pairs(ours, floor, folder, 'wall', 41)
    a, b = instructions(ours, folder, place), instructions(floor, folder, place)
    say('status-S', 'status, wall, of an empty main()', ratio, 1.6, None,
        f'{wall * 1e3:.2f} of {wall_floor * 1e3:.2f} ms; {million(a)} of {million(b)}')


def export_of_m(place):
    """The workbook of M against libyaml's events and its bare cells, verification shown apart."""
    folder = place.data('M')
    (folder / 'out').mkdir(exist_ok=True)
    book = 'out/M.xlsx'  # not an absolute name: its cells have links to the files
    dump, bare = (str(place.bench / f'M.{end}') for end in ('cells', 'bare.xlsx'))
    # one thread: callgrind counts what a function calls in its own thread only
    ours = [place.tiendo, 'export', '--jobs', '1', '-o', book]
    writing = [place.baseline('cells'), dump, bare]
    Run(ours, folder)
    dumping = [sys.executable, HERE / 'dump_cells.py']
    subprocess.run([*dumping, folder / book, dump], check=True)
    Run(writing, folder)
    subprocess.run([*dumping, '--same', folder / book, bare], check=True)
    total, verifying = instructions(ours, folder, place, 'verify_workbook')
    events = instructions([place.baseline('events'), '.'], folder, place)
    cells = instructions(writing, folder, place)
    cpu, cpu_floor, _ = pairs(ours, writing, folder)
    say('export-M', 'export, of libyaml events + bare cells', (total - verifying) / (events + cells),
        1.08, 1.34, f'{million(total - verifying)} of {million(events)} + {million(cells)}; '
        f'verifying {million(verifying)}; CPU {cpu * 1e3:.0f} of {cpu_floor * 1e3:.0f} ms + reading')


def bytes_of_m(place):
    """What of the floor is the system's: open, read, close."""
    folder = place.data('M')
    read, events = [place.baseline('events'), '--read', '.'], [place.baseline('events'), '.']
    cpu, cpu_floor, ratio = pairs(read, events, folder)
    say('read-M', 'open, read, close, of libyaml events', ratio, 1.0, None,
        f'{cpu * 1e3:.1f} of {cpu_floor * 1e3:.1f} ms')


# ---- slow ----

def status_of_l(place):
    folder = place.data('L')
    ours, floor = [place.tiendo, *STATUS], [place.baseline('events'), '.']
    a, b = instructions(ours, folder, place), instructions(floor, folder, place)
    run = Run(ours, folder)
    cpu, cpu_floor, ratio = pairs(ours, floor, folder, times=3)
    say('status-L', 'status --format csv, of libyaml events', a / b, 1.3, None,
        f'{million(a)} of {million(b)}; CPU {cpu:.2f} of {cpu_floor:.2f} s, {ratio:.2f}')
    say('memory-L', 'peak memory, MB', run.memory, 64, None)


def figures_of_year(place):
    """What one more figure takes: L has six months of them, year twelve, all else is equal."""
    half, whole = (Run([place.tiendo, 'check', '--jobs', '1'], place.data(size)).memory
                   for size in ('L', 'year'))
    say('figure', 'check, memory of one figure more, bytes', (whole - half) * 2**20 / 990_000, 48, None,
        f'{half:.0f} MB of L, {whole:.0f} MB of year')


def threads(place):
    """The clock with two threads beside one: means little while others use the processors."""
    folder = place.data('L')
    for command in (['check'], STATUS):
        two, one, ratio = pairs([place.tiendo, *command, '--jobs', '2'],
                                [place.tiendo, *command, '--jobs', '1'], folder, 'wall')
        say('threads', f'{command[0]} of L, wall, two threads of one', ratio, 0.65, None,
            f'{two:.2f} of {one:.2f} s')


def check_of_xl(place):
    folder = place.data('XL', 60)
    run = Run([place.tiendo, 'check'], folder)
    size = (folder / 'actuals/tat-ca.yaml').stat().st_size / 2**20
    say('check-XL', 'peak memory of one file of 60 MB, of its size', run.memory / size, 7, 7,
        f'{run.memory:.0f} MB; {run.cpu:.2f} s')


def growth(place):
    """From M to ten times its figures: cost a figure."""
    m, l = place.data('M'), place.data('L')
    command = [place.tiendo, 'check']
    a, b = instructions(command, m, place), instructions(command, l, place)
    floor = [place.baseline('events'), '.']
    fa, fb = instructions(floor, m, place), instructions(floor, l, place)
    say('growth', 'check: L over M, beside the events of both', (b / fb) / (a / fa), 1.15, 1.3,
        f'{a / fa:.2f} of the events for M, {b / fb:.2f} for L')


def squares(place):
    """Twice as much must cost about twice as much."""
    book = str(place.bench / 'square.xlsx')
    for size, count, command, good in (('groups', 16_000, [*STATUS], (0,)),
                                       ('groups', 8_000, ['status'], (0,)),
                                       ('groups', 250, ['export', '-o', book], (0,)),
                                       ('findings', 50_000, ['check'], (1,)),
                                       ('revisions', 500, [*STATUS], (0,))):
        runs = [instructions([place.tiendo, *command], place.data(size, n), place)
                for n in (count, 2 * count)]
        run = Run([place.tiendo, *command], place.data(size, 2 * count), good)
        say(size, f'{command[0]}, {2 * count} against {count}', runs[1] / runs[0], 2.3, 2.3,
            f'{million(runs[1])}; {run.cpu:.2f} s, {run.memory:.0f} MB')


def sums_in_sqlite(place):
    """The long table of L in SQLite: its sums are ours."""
    subprocess.run([sys.executable, HERE / 'sqlite_sums.py', place.tiendo, place.data('L')],
                   check=True)


# ---- peers ----

def peers(place):
    export_of_m(place)  # writes M.cells, which the peers write again
    place.data('L')
    for size in ('M', 'L'):
        subprocess.run([sys.executable, HERE / 'peers.py', place.tiendo, place.bench, size],
                       check=True)


QUICK = {'status-S': status_of_s, 'read-M': bytes_of_m, 'status-M': status_of_m,
         'export-M': export_of_m}
SLOW = {'growth': growth, 'status-L': status_of_l, 'figure': figures_of_year, 'threads': threads,
        'check-XL': check_of_xl, 'squares': squares, 'sqlite': sums_in_sqlite}
ALL = {**QUICK, **SLOW, 'peers': peers}


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    place = Place(sys.argv[1])
    wanted = [name for word in sys.argv[2:]
              for name in {'quick': QUICK, 'slow': SLOW}.get(word, [word])]
    if shutil.which('valgrind') is None:
        print('bench: valgrind is not installed')
        sys.exit(1 if os.environ.get('CI') == 'true' else SKIP)
    for name in wanted:
        ALL[name](place)
    if failures:
        sys.exit(f'above the gate: {", ".join(failures)}')


if __name__ == '__main__':
    main()
