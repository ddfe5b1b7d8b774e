#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every request for memory is refused once, then all from it on; the program says so and ends.

    starve.py TIENDO STARVE_LIBRARY [--full] [--only COMMAND] [--at N] [--jobs N]

STARVE_LIBRARY is the one of starve.c. Each command runs once for every request for memory that it
makes: exit code 3 and a message on standard error (or 0 and the whole answer, when what asked could
do without), no crash, no hang, no half-written file, no litter. Without --full a sample.
"""

import argparse
import concurrent.futures
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

from faults import ACTUALS, BOOK, SKIPPED, TARGETS, sanitized

# arguments and the file written
COMMANDS = {
    'check': (['check'], None),
    'check-json': (['check', '--format', 'json', 'wrong'], None),
    'status': (['status'], None),
    'csv': (['export', '-o', 'out/book.csv'], 'out/book.csv'),
    'json': (['export', '-o', 'out/book.json'], 'out/book.json'),
    'xlsx': (['export', '--force', '-o', 'out/book.xlsx'], 'out/book.xlsx'),
    'why': (['why', 'ha-noi', 'htx_new'], None),
    'explain': (['explain', 'T202'], None),
    'schema': (['schema'], None),
}
WRONG = 'orgs:\n  a: {nam: A}\nindicators: [1, 2\nx: "\n'
OLD = b'an older file\n' * 300


class Room:
    """A folder with a book, in which a command is run."""

    def __init__(self, top, name, program, library):
        self.top = pathlib.Path(tempfile.mkdtemp(dir=top))
        self.name, (self.words, self.file) = name, COMMANDS[name]
        self.program, self.library = program, library
        for path, text in (('targets/book.yaml', BOOK), ('targets/plan.yaml', TARGETS),
                           ('actuals/june.yaml', ACTUALS), ('wrong/book.yaml', WRONG)):
            (self.top / path).parent.mkdir(exist_ok=True)
            (self.top / path).write_text(text)
        (self.top / 'out').mkdir()
        (self.top / 'tmp').mkdir()
        self.good = None

    def run(self, **starve):
        if self.file:
            (self.top / self.file).write_bytes(OLD)
        env = dict(os.environ, LC_ALL='C.UTF-8', TMPDIR=str(self.top / 'tmp'),
                   LD_PRELOAD=str(self.library), **starve)
        return subprocess.run([self.program, '--lang', 'en', *self.words], cwd=self.top, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)

    def written(self):
        return (self.top / self.file).read_bytes() if self.file else None

    def rehearse(self):
        """The number of requests."""
        done = self.run(STARVE_COUNT=str(self.top / 'count'))
        assert done.returncode in (0, 1), done.stderr.decode()
        if not (self.top / 'count').exists():
            return None
        self.good = (done.returncode, done.stdout, self.written())
        counted = int((self.top / 'count').read_text())
        (self.top / 'count').unlink()
        return counted

    def starve(self, at, on):
        done = self.run(STARVE_AT=str(at), **({'STARVE_ON': '1'} if on else {}))
        code, now = done.returncode, self.written()
        err = done.stderr.decode(errors='replace').strip()
        wrong = []
        if code == 3:
            if now not in (None, OLD, self.good[2]):
                wrong.append('the target is neither the old nor the new file')
            if 'memory' not in err:
                wrong.append('not said')
        elif (code, done.stdout, now) != self.good:
            wrong.append(f'exit code {code}' if code != self.good[0] else 'another answer')
        # libxlsxwriter ended between making a temporary file and unlinking it: an empty one stays
        litter = [p.name for p in (self.top / 'tmp').iterdir() if p.stat().st_size > 0]
        litter += [p.name for p in (self.top / 'out').iterdir()
                   if self.file is None or p != self.top / self.file]
        for name in litter:
            wrong.append(f'litter: {name}')
        for folder in ('out', 'tmp'):
            for path in (self.top / folder).iterdir():
                path.unlink()
        which = f'{self.name}: request {at}{" and on" if on else ""}'
        return [f'{which}: {text}: {err[:150]}' for text in wrong]


def wanted(options, counted):
    pairs = [(at, on) for at in range(counted) for on in (False, True)]
    if options.at is not None:
        return [pair for pair in pairs if pair[0] == options.at]
    if options.full:
        return pairs
    return pairs[:80] + pairs[80::max(1, len(pairs) // 150) | 1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('library', type=pathlib.Path)
    parser.add_argument('--full', action='store_true')
    parser.add_argument('--only', choices=COMMANDS)
    parser.add_argument('--at', type=int)
    parser.add_argument('--jobs', type=int, default=2)
    options = parser.parse_args()
    program, library = options.program.resolve(), options.library.resolve()
    if sanitized(program):
        print('a sanitizer has a malloc of its own')
        return SKIPPED
    found, tried = [], 0
    with tempfile.TemporaryDirectory() as top:
        for name in [options.only] if options.only else COMMANDS:
            rooms = [Room(top, name, program, library) for _ in range(options.jobs)]
            counted = [room.rehearse() for room in rooms][0]
            if not counted:
                print("the program's malloc is not its own")
                return 1 if platform.libc_ver()[0] == 'glibc' else SKIPPED
            pairs = wanted(options, counted)
            tried += len(pairs)

            def share(index):
                return [text for at, on in pairs[index::len(rooms)]
                        for text in rooms[index].starve(at, on)]

            with concurrent.futures.ThreadPoolExecutor(len(rooms)) as pool:
                texts = [text for part in pool.map(share, range(len(rooms))) for text in part]
            print(f'{name}: {counted} requests, {len(pairs)} runs, {len(texts)} problems',
                  flush=True)
            found += texts
    print('\n'.join(found[:200]))
    print(f'{tried} runs, {len(found)} problems')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
