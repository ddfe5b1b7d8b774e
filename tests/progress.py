#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Progress is a line on a terminal, for long work only, and nothing anywhere else.

    progress.py TIENDO

Work is made long without much of it: the last file is standard input, which is kept open for longer
than the program waits before it says how far it has come. There are enough organisations for them
to be judged in several pieces.
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import time

LONG = 0.8  # seconds; the program says nothing in the first half
MEMBERS = [f'm{i}' for i in range(80)]
BOOK = """indicators:
  q: {name: Q, unit: HTX, kind: flow}
org: a
year: 2024
targets: {q: 5}
orgs:
  a: {name: A}
""" + ''.join(f'  {member}: {{name: {member.upper()}}}\n' for member in MEMBERS)
MEMBER = """org: %s
actuals:
  - {as_of: 2024-06-30, values: {q: 3}}
"""
LAST = MEMBER % 'a'
SAID = {'vi': 'đã đọc 1/82 tệp', 'en': '1 of 82 files read'}
JUDGED = {'vi': '/81 đơn vị', 'en': ' of 81 organisations judged'}
PACKED = {'vi': 'đang gói thành tệp Excel', 'en': 'packing the workbook'}


def run(program, folder, words, terminal, wait):
    """Exit code, standard output, and what stood on standard error."""
    ours, theirs = pty.openpty() if terminal else os.pipe()
    process = subprocess.Popen([program, *words, 'members', 'book.yaml', '-'], cwd=folder, stderr=theirs,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    os.close(theirs)
    time.sleep(wait)
    out, _ = process.communicate(LAST.encode())
    seen = b''
    try:
        while piece := os.read(ours, 4096):
            seen += piece
    except OSError:  # a terminal whose last writer is gone
        pass
    os.close(ours)
    return process.returncode, out, seen.decode()


def visible(text):
    """What is left on a terminal's one line when all was written."""
    line = []
    at = 0
    for char in text:
        if char == '\r':
            at = 0
        else:
            line[at:at + 1] = char
            at += 1
    return ''.join(line).rstrip(' ')


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = 0
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        (folder / 'book.yaml').write_text(BOOK)
        (folder / 'members').mkdir()
        for member in MEMBERS:
            (folder / 'members' / f'{member}.yaml').write_text(MEMBER % member)
        for lang, said in SAID.items():
            for words in (['status', '--format', 'csv'], ['check'],
                          ['export', '--org', 'a', '-o', 'a.xlsx']):
                words = ['--lang', lang, *words]
                piped = run(program, folder, words, False, LONG)
                short = run(program, folder, words, True, 0)
                watched = run(program, folder, words, True, LONG)
                for what, good in (
                        ('exit code 0', piped[0] == 0),
                        ('nothing in a pipe', piped[2] == ''),
                        ('nothing for short work', short[2] == ''),
                        ('the files read', said in watched[2]),
                        ('the organisations judged, where there are several',
                         (JUDGED[lang] in watched[2]) == ('export' not in words)),
                        ('a workbook packed', (PACKED[lang] in watched[2]) == ('export' in words)),
                        ('the line wiped', visible(watched[2]) == ''),
                        ('no line ended', '\n' not in watched[2]),
                        ('the same output', piped[:2] == short[:2] == watched[:2])):
                    if not good:
                        wrong += 1
                        print(f'{" ".join(words)}: not so: {what}: {watched[2]!r} {piped[2]!r}')
    print(f'{wrong} wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
