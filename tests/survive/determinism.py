#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same input gives the same bytes, whatever the surroundings.

    determinism.py TIENDO EXAMPLE [--rounds N] [--jobs-option OPTION]

EXAMPLE is the folder of the example data. In every round its files are copied in another order (in
memory, where a folder lists them in the order of their making), into a folder of another name and
depth, with other times; the locale, the time zone, TMPDIR, the terminal's size and the umask differ.
All that the program prints and writes must be the same bytes. 3 rounds by default, 100 as promised.
--jobs-option names the option that sets the number of threads, from 1 to 8 then.
"""

import argparse
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

LOCALES = ['C', 'C.UTF-8', 'vi_VN.UTF-8', 'de_DE.UTF-8', 'en_US.UTF-8', 'tr_TR.UTF-8', 'xx']
ZONES = ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati', ':broken']
BOOK = ['targets', 'actuals']
WRONG = 'orgs:\n  zz: {nam: A}\nindicators:\n  q: {name: Q, unit: HTX, kind: stok}\nx: 1\n'

COMMANDS = [[lang, *words] for lang in ('vi', 'en') for words in (
    ['check', *BOOK],
    ['check', '--format', 'text', *BOOK, 'wrong'],
    ['check', '--format', 'short', *BOOK, 'wrong'],
    ['check', '--format', 'json', *BOOK, 'wrong'],
    ['check', '--format', 'sarif', *BOOK, 'wrong'],
    ['status', *BOOK],
    ['status', '--color', 'always', *BOOK],
    ['status', '--format', 'csv', *BOOK],
    ['status', '--format', 'json', *BOOK],
    ['why', 'bac-ninh', 'htx_new', *BOOK],
    ['export', '-o', 'a.csv', *BOOK],
    ['export', '-o', 'a.json', *BOOK],
    ['export', '-o', 'a.xlsx', *BOOK],
    ['schema'],
    ['explain', '--list'],
)]


def lay_out(example, top, dice):
    """Copies the data in a random order; the folder in which it lies."""
    folder = top / '/'.join(dice.choice('abcdefgh') * dice.randint(1, 9)
                            for _ in range(dice.randint(1, 4)))
    folder.mkdir(parents=True)
    files = [path for name in BOOK for path in (example / name).rglob('*.yaml')]
    dice.shuffle(files)
    for path in files:
        to = folder / path.relative_to(example)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
        os.utime(to, (dice.randint(0, 2_000_000_000),) * 2)
    names = ['b.yaml', 'a.yaml', 'c.yaml']
    dice.shuffle(names)
    for name in names:
        (folder / 'wrong').mkdir(exist_ok=True)
        (folder / 'wrong' / name).write_text(WRONG)
    return folder


def surroundings(dice, top):
    tmp = top / 'tmp' / str(dice.randint(0, 10**9))
    tmp.mkdir(parents=True)
    env = {'PATH': os.environ['PATH'], 'TZ': dice.choice(ZONES), 'TMPDIR': str(tmp),
           'LC_ALL': dice.choice(LOCALES), 'LANG': dice.choice(LOCALES),
           'COLUMNS': str(dice.randint(20, 300)), 'TERM': dice.choice(['dumb', 'xterm', ''])}
    for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LD_LIBRARY_PATH'):
        if name in os.environ:
            env[name] = os.environ[name]
    return env


def play(program, example, seed, jobs):
    """The digests of everything one round prints and writes."""
    dice = random.Random(seed)
    memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as top:
        top = pathlib.Path(top)
        folder = lay_out(example, top, dice)
        env = surroundings(dice, top)
        mask = dice.choice([0o022, 0o077, 0])
        digests = {}
        for lang, *words in COMMANDS:
            option = [jobs, str(dice.randint(1, 8))] if jobs and words[0] in (
                'check', 'status', 'export', 'why') else []
            done = subprocess.run([program, '--lang', lang, *words[:1], *option, *words[1:]],
                                  cwd=folder, env=env, umask=mask, stdin=subprocess.DEVNULL,
                                  capture_output=True, check=False)
            digest = hashlib.sha256(repr((done.returncode, done.stdout, done.stderr)).encode())
            if '-o' in words:
                digest.update((folder / words[words.index('-o') + 1]).read_bytes())
            digests[' '.join([lang, *words])] = digest.hexdigest()
        return digests, (env['LC_ALL'], env['TZ'], str(folder.relative_to(top)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('example', type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs-option')
    options = parser.parse_args()
    program = str(options.program.resolve())
    first, differences = None, 0
    for seed in range(options.seed, options.seed + options.rounds + 1):
        digests, where = play(program, options.example.resolve(), seed, options.jobs_option)
        first = first or digests
        for command, digest in digests.items():
            if digest != first[command]:
                differences += 1
                print(f'round {seed} {where}: {command} differs')
    print(f'{options.rounds} rounds of {len(COMMANDS)} commands, {differences} differences')
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
