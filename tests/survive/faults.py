#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every system call of a command that writes is spoiled once, in every way; no file is lost.

    faults.py TIENDO FAULT_AT [--full] [--only SCENARIO] [--fault FAULT] [--at N] [--jobs N]

FAULT_AT is the program of fault_at.c. Afterwards every target must be the old file or the new one,
byte for byte; exit code 0 means the new one; a failure is 3 and is said; nothing else may lie in the
target's folder or in TMPDIR. Without --full a sample: every scenario, each call at least once with
one of the faults in turn, within a minute.
"""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED, UNREACHED, BROKEN = 77, 125, 126
ENDED = {'term': 128 + 15, 'kill': 128 + 9}
FAULTS = ['error:5', 'error:28', 'error:4', 'error:13', 'full:28', 'short', 'term', 'kill']
# What the process does to its own memory is starve.py's; a sanitizer's runtime dies of it.
MEMORY = {'brk', 'mmap', 'munmap', 'mprotect', 'mremap', 'futex'}
# The kernel does not fail these.
NEVER_FAIL = {'exit_group', 'futex', 'umask'}
# Said by all messages that promise it, in English.
UNTOUCHED = 'is untouched'

BOOK = '''\
orgs:
  ha-noi: {name: Hà Nội}
indicators:
  htx_new: {name: HTX thành lập mới, unit: HTX, kind: flow}
  htx_total: {name: Tổng số HTX, unit: HTX, kind: stock}
'''
TARGETS = '''\
org: ha-noi
year: 2024
source: Kế hoạch năm 2024
targets:
  htx_new: 30
  htx_total: 400
'''
ACTUALS = '''\
org: ha-noi
year: 2024
source: Báo cáo tháng 6
actuals:
  - as_of: 2024-06-30
    values:
      htx_new: 15
      htx_total: 390
'''

# Enough goals for parts of many writes: a hole in one of them may leave sound XML.
MANY = (''.join(f'  i{i}: {{name: Chỉ tiêu {i}, unit: HTX, kind: stock}}\n' for i in range(60)),
        ''.join(f'  i{i}: {i + 1}\n' for i in range(60)))

# name: arguments, the files it writes, is an older one there already
SCENARIOS = {
    'xlsx': (['export', '--force', '-o', 'out/book.xlsx'], ['out/book.xlsx'], True),
    'new': (['export', '-o', 'out/book.xlsx'], ['out/book.xlsx'], False),
    'csv': (['export', '-o', 'out/book.csv'], ['out/book.csv'], True),
    'json': (['export', '-o', 'out/book.json'], ['out/book.json'], True),
    'link': (['export', '-o', 'link.csv'], ['out/book.csv'], True),
    'default': (['export'], ['out/tiendo-tong-hop-2024-06-30.xlsx'], False),
    'init': (['init', '--org', 'ha-noi', '--year', '2026'], None, False),
    'holes': (['export', '--force', '-o', 'out/book.xlsx'], ['out/book.xlsx'], True),
    'next': (['init', '--org', 'ha-noi', '--from-year', '2024', '--year', '2025'],
             ['targets/ha-noi-2025.yaml', 'actuals/ha-noi-2025.yaml'], False),
    'take': (['take', '--write', 'filled.xlsx', 'book.yaml', 'more'],
             ['book.yaml', 'more/b.yaml'], True),
}
# A book of two files and a filled form that changes both.
TAKEN = pathlib.Path(__file__).resolve().parent.parent / 'cases' / 'take-two-files' / 'input'


class Stage:
    """A folder in which one scenario is played again and again."""

    def __init__(self, top, name, program, fault_at):
        self.name = name
        self.words, self.files, self.older = SCENARIOS[name]
        self.program, self.fault_at = program, fault_at
        self.top = pathlib.Path(tempfile.mkdtemp(prefix=name + '-', dir=top))
        self.room, self.tmp = self.top / 'room', self.top / 'tmp'
        self.old, self.new = {}, {}
        self.setting = None

    def set_up(self):
        for folder in (self.room, self.tmp):
            if folder.exists():
                shutil.rmtree(folder)
        self.room.mkdir()
        self.tmp.mkdir()
        if self.name == 'take':
            shutil.copytree(TAKEN, self.room, dirs_exist_ok=True)
        elif self.name != 'init':
            more = MANY if self.name == 'holes' else ('', '')
            for path, text in (('targets/book.yaml', BOOK + more[0]),
                               ('targets/plan.yaml', TARGETS + more[1]),
                               ('actuals/june.yaml', ACTUALS)):
                (self.room / path).parent.mkdir(exist_ok=True)
                (self.room / path).write_text(text)
        if self.name == 'link':
            (self.room / 'link.csv').symlink_to('out/book.csv')
        if self.name not in ('default', 'init', 'next', 'take'):
            (self.room / 'out').mkdir()
        for path, content in self.old.items():
            (self.room / path).write_bytes(content)
        self.setting = self.listing()

    def listing(self):
        return {str(p.relative_to(self.top)) for p in self.top.rglob('*')}

    def run(self, *fault):
        command = [str(self.program), '--lang', 'en', *self.words]
        env = dict(os.environ, TMPDIR=str(self.tmp), LC_ALL='C.UTF-8')
        env['ASAN_OPTIONS'] = env.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        if fault:
            command = [str(self.fault_at), *map(str, fault), *command]
        return subprocess.run(command, cwd=self.room, env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60)

    def rehearse(self):
        """Learns the new bytes, the old ones, and the system calls; their names."""
        if self.name == 'take':
            self.old = {path: (TAKEN / path).read_bytes() for path in self.files}
        elif self.older:
            self.old = {path: b'an older file\n' * 300 for path in self.files}
        self.set_up()
        done = self.run()
        assert done.returncode == 0, done.stderr.decode()
        if self.files is None:
            self.files = [line for line in done.stdout.decode().splitlines()
                          if (self.room / line).is_file()]
        self.new = {path: (self.room / path).read_bytes() for path in self.files}
        self.set_up()
        calls = self.top / 'calls'
        done = self.run('list', calls)
        if done.returncode == SKIPPED:
            return None
        assert done.returncode == 0, (done.returncode, done.stderr.decode())
        lines = calls.read_text().splitlines()
        calls.unlink()
        return [line.split()[1] for line in lines]

    def contents(self, path):
        path = self.room / path
        return path.read_bytes() if path.exists() else None

    def problems(self, fault, call, code, err):
        """What is wrong after a spoiled run."""
        wrong = []
        now = {path: self.contents(path) for path in self.files}
        is_old = all(now[path] == self.old.get(path) for path in self.files)
        is_new = now == self.new
        mixed = all(now[path] in (self.old.get(path), self.new[path]) for path in self.files)
        if code not in ((ENDED[fault],) if fault in ENDED else (0, 3)):
            wrong.append(f'exit code {code}')
        if not is_old and not is_new and not (mixed and fault in ENDED):
            wrong.append('a target is neither the old nor the new file')
        if code == 0 and not is_new:
            wrong.append('exit code 0 without the new file')
        if UNTOUCHED in err and not is_old:
            wrong.append('says that the old file is untouched')
        if code == 3 and 'tiendo: ' not in err and call != 'write':
            wrong.append('no message')
        if code in (1, 2):
            wrong.append('blames the input')
        litter = self.listing() - self.setting - self.expected(now)
        if fault in ENDED:  # libxlsxwriter ended between making a temporary file and unlinking it
            litter = {name for name in litter if not name.startswith('tmp/tmp.')
                      or (self.top / name).stat().st_size > 0}
        if fault == 'kill':  # the one file that was being written, the folder made for it
            litter = {name for name in litter if '.tiendo-' not in name} - self.folders()
        if fault == 'term' and self.name == 'init':  # what is whole may stay
            litter -= self.folders()
        if litter and call not in ('unlink', 'rmdir'):
            wrong.append('litter: ' + ', '.join(sorted(litter)))
        return [f'{self.name}: {problem}: {err.strip()[:150]}' for problem in wrong]

    def folders(self):
        return {'room/' + str(pathlib.Path(path).parent) for path in self.files}

    def expected(self, now):
        names = {'room/' + path for path, content in now.items() if content is not None}
        if any(content is not None for content in now.values()) or self.name == 'default':
            names |= self.folders()
        return names

    def spoil(self, fault, at, call):
        self.set_up()
        done = self.run(fault, at)
        if done.returncode == UNREACHED:
            return []
        if done.returncode == BROKEN:
            return [f'{self.name}: {done.stderr.decode()}']
        # which call it was: as many as were rehearsed need not come before it
        *said, call = done.stderr.decode(errors='replace').splitlines() or [call]
        if call in NEVER_FAIL and fault != 'kill':
            return []
        return [f'{fault} at {at} ({call}): {text}'
                for text in self.problems(fault, call, done.returncode, '\n'.join(said))]


def sanitized(program):
    return b'__asan_init' in pathlib.Path(program).read_bytes()


def applies(fault, call, memory):
    if call in NEVER_FAIL and fault != 'kill' or (memory and call in MEMORY):
        return False
    return fault != 'short' or call in ('read', 'write', 'pread64', 'pwrite64')


def wanted(options, name, calls, memory):
    """The (fault, call number) pairs to try."""
    pairs = [(fault, at) for at, call in enumerate(calls) for fault in FAULTS
             if applies(fault, call, memory)]
    if name == 'holes':  # the other scenarios have the other faults
        return [pair for pair in pairs if pair[0] == 'error:28' and calls[pair[1]] == 'write']
    if options.fault:
        pairs = [pair for pair in pairs if pair[0] == options.fault]
    if options.at is not None:
        return [pair for pair in pairs if pair[1] == options.at]
    if options.full:
        return pairs
    # a different fault for each call, so that over the calls of one name all faults are met
    return pairs[::len(FAULTS) + 2]


def play(stages, pairs, calls):
    """Shares the pairs among the stages; each has a folder of its own."""
    def share(index):
        found = []
        for fault, at in pairs[index::len(stages)]:
            found += stages[index].spoil(fault, at, calls[at])
        return found

    with concurrent.futures.ThreadPoolExecutor(len(stages)) as pool:
        return [text for texts in pool.map(share, range(len(stages))) for text in texts]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('fault_at', type=pathlib.Path)
    parser.add_argument('--full', action='store_true')
    parser.add_argument('--only', choices=SCENARIOS)
    parser.add_argument('--fault', choices=FAULTS)
    parser.add_argument('--at', type=int)
    parser.add_argument('--jobs', type=int, default=2)
    options = parser.parse_args()
    program, fault_at = options.program.resolve(), options.fault_at.resolve()
    memory = sanitized(program)
    found, tried = [], 0
    with tempfile.TemporaryDirectory() as top:
        for name in [options.only] if options.only else SCENARIOS:
            stages = [Stage(top, name, program, fault_at) for _ in range(options.jobs)]
            calls = [stage.rehearse() for stage in stages][0]
            if calls is None:
                print('this machine is none that fault_at knows')
                return SKIPPED
            pairs = wanted(options, name, calls, memory)
            tried += len(pairs)
            problems = play(stages, pairs, calls)
            print(f'{name}: {len(calls)} system calls, {len(pairs)} faults,'
                  f' {len(problems)} problems', flush=True)
            found += problems
    print('\n'.join(found[:200]))
    print(f'{tried} faults tried, {len(found)} problems')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
