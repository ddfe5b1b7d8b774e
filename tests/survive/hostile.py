#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Input that no officer writes: each gets its message, in bounded time and memory.

    hostile.py TIENDO [--full] [--only CASE]

Every case is made in a folder of its own and checked by the program under a limit of memory; its
exit code and the codes of the messages are compared. The bounds, for n megabytes of input:

    processor time   2 s + 2 s * n        (under a sanitizer 10 times as much)
    memory           64 MB + 48 * n MB    (not measured under a sanitizer)

Without --full the large cases are a tenth of their size.
"""

import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time

from faults import ACTUALS, BOOK, TARGETS, sanitized

SECONDS, SECONDS_PER_MB = 2, 2
MB, MB_PER_MB = 64, 48
HANG = 120
CHECK = ('check', '--format', 'short')

A = '{name: A}'
VALUES = 'org: zz\nyear: 2024\nactuals:\n- as_of: 2024-06-30\n  values:\n'
CHAIN_ORG = 'orgs:\n{}  o: {{name: X}}\n'


def lines(count, form):
    return ''.join(form.format(i=i, next=i + 1) for i in range(count))


def texts(k):
    """Case: makes text or bytes, exit code, codes that must be among the messages; k scales it."""
    million = int(1_000_000 * k)
    many = int(200_000 * k)
    return {
        # what is no text
        'nul': lambda: (b'orgs:\n  a: {name: "x\0y"}\n', 1, 'T003'),
        'nul at the start': lambda: (b'\0' * 1000, 1, 'T003 T002'),
        'utf-16': lambda: ('orgs:\n  a: {name: A}\n'.encode('utf-16'), 1, 'T002'),
        'utf-16 without mark': lambda: ('orgs:\n  a: {name: A}\n'.encode('utf-16-be'), 1, 'T002'),
        'latin-1': lambda: ('orgs:\n  a: {name: Pérou}\n'.encode('latin-1'), 1, 'T001'),
        'cut in a letter': lambda: ('orgs:\n  a: {name: Đắ'.encode()[:-1], 1, 'T001'),
        'binary': lambda: (bytes(range(256)) * 1000, 1, 'T001 T003 T014'),
        'escape sequence': lambda: (b'orgs:\n  a: {name: "\x1b[31m"}\n', 1, 'T014'),
        # what is text, in another dress
        'bom': lambda: ('\ufefforgs:\n  a: {name: A}\n', 0, ''),
        'crlf': lambda: ('orgs:\r\n  a: {name: A}\r\n', 0, ''),
        'cr alone': lambda: ('orgs:\r  a: {name: A}\r', 0, ''),
        'no final newline': lambda: ('orgs:\n  a: {name: A}', 0, ''),
        'empty': lambda: ('', 0, 'T013'),
        'comment only': lambda: ('# nothing', 0, 'T013'),
        'bom only': lambda: ('\ufeff', 0, 'T013'),
        'line ends': lambda: ('\n' * (10 * million), 0, 'T013'),
        'blanks': lambda: (' ' * (10 * million), 0, 'T013'),
        # long lines
        'line in quotes': lambda: ('orgs:\n  a: {name: "' + 'x' * (10 * million) + '"}\n', 0, ''),
        'line of words': lambda: ('orgs:\n  a:\n    name: ' + 'xyz ' * (5 * million // 2) + '\n', 0, ''),
        'line of comment': lambda: ('# ' + 'x' * (10 * million) + f'\norgs: {{a: {A}}}\n', 0, ''),
        'marks on a letter': lambda: ('orgs: {a: {name: "a' + '\u0301' * million + '"}}\n', 0, ''),
        'escapes': lambda: ('orgs: {a: {name: "' + '\\u0041' * million + '"}}\n', 0, ''),
        'long number': lambda: (VALUES + '    a: ' + '9' * million + '\n', 1, 'T451'),
        'many on a line': lambda: ('{' + lines(many, 'a{i}: 1,') + '}\n', 1, 'T101'),
        # depth
        'brackets': lambda: ('orgs: ' + '[' * 100_000 + ']' * 100_000 + '\n', 1, 'T011'),
        'braces': lambda: ('orgs: ' + '{a: ' * 100_000 + '}' * 100_000 + '\n', 1, 'T011'),
        'dashes': lambda: ('- ' * 100_000 + 'x\n', 1, 'T011'),
        'questions': lambda: ('? ' * 100_000 + '\n', 1, 'T025'),
        'indented': lambda: (''.join(' ' * i + 'a:\n' for i in range(2000)), 1, 'T011'),
        'open brackets': lambda: ('a: [' + 'x,\n' * million, 1, 'T019'),
        'open quote': lambda: ('a: "' + 'x\n' * million, 1, 'T018'),
        # anchors
        'alias bomb': lambda: ('a: &a [x,x,x,x,x,x,x,x,x]\n' + ''.join(
            f'{chr(98 + i)}: &{chr(98 + i)} [' + ','.join(['*' + chr(97 + i)] * 9) + ']\n'
            for i in range(20)), 1, 'T009'),
        'aliases': lambda: ('z: &x 1\n' + lines(many, 'a{i}: *x\n'), 1, 'T009'),
        'alias of itself': lambda: ('a: &a [*a]\n', 1, 'T009'),
        'merge': lambda: ('a: &a {x: 1}\nb: {<<: *a}\n', 1, 'T009'),
        'tags': lambda: (lines(many, 'a{i}: !t 1\n'), 1, 'T010'),
        'documents': lambda: ('---\norgs: {}\n' * many, 1, 'T008'),
        'directives': lambda: ('%TAG ! tag:x,2000:\n' * many + '---\na: 1\n', 1, 'T005'),
        # keys
        'long key': lambda: ('orgs:\n  ' + 'k' * million + f': {A}\n', 1, 'T015'),
        'long key in quotes': lambda: ('orgs:\n  "' + 'k' * million + f'": {A}\n', 1, 'T015'),
        'long key in braces': lambda: ('{orgs: {' + 'k' * million + f': {A}}}}}\n', 1, 'T020'),
        'duplicate keys': lambda: ('orgs:\n' + f'  a: {A}\n' * million, 1, 'T106'),
        'duplicate figures': lambda: (VALUES + '    a: 1\n' * million, 1, 'T106'),
        'many keys': lambda: ('orgs:\n' + lines(many, '  a{i}: {{name: A{i}}}\n'), 0, ''),
        'unknown keys': lambda: (lines(many, 'key{i}: 1\n'), 1, 'T101'),
        'unknown figures': lambda: (VALUES + lines(many, '    a{i}: 1\n'), 1, 'T451'),
        'wrong dates': lambda: ('org: zz\nyear: 2024\nactuals:\n' + lines(
            many // 4, '- as_of: 2024-13-{i}\n  values: {{a: 1}}\n'), 1, 'T301'),
        'tabs': lambda: ('orgs:\n' + f'\ta: {A}\n' * many, 1, 'T004'),
        # references
        'chain of groups': lambda: (CHAIN_ORG.format(lines(
            many // 4, '  o{i}: {{name: O, members: [o{next}]}}\n')), 1, 'T402'),
        'ring of groups': lambda: ('orgs:\n' + lines(
            many // 4, '  o{i}: {{name: O, members: [o{next}]}}\n')
            + f'  o{many // 4}: {{name: O, members: [o0]}}\n', 1, 'T406'),
        'ring of parts': lambda: ('indicators:\n' + lines(
            many // 4, '  i{i}: {{name: I{i}, unit: HTX, kind: stock, part_of: i{next}}}\n')
            + f'  i{many // 4}: {{name: I, unit: HTX, kind: stock, part_of: i0}}\n', 1, 'T406'),
        'many members': lambda: ('orgs:\n  g: {name: G, members: ['
                         + lines(many // 2, 'm{i},') + ']}\n', 1, 'T402'),
    }


def book(folder):
    for path, text in (('targets/book.yaml', BOOK), ('targets/plan.yaml', TARGETS),
                       ('actuals/june.yaml', ACTUALS)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


# ---- folders: each makes what it needs and returns arguments, exit code, codes, words on stderr

def big_file(folder):
    with open(folder / 'big.yaml', 'wb') as file:
        file.truncate(1 << 30)
    return ['big.yaml'], 1, 'T012', ''


def raised_limit(folder):
    with open(folder / 'big.yaml', 'wb') as file:
        file.write(b'# a comment\n' * 6_000_000)
    return ['--max-size', '100', 'big.yaml'], 0, 'T013', ''


def lowered_limit(folder):
    (folder / 'big.yaml').write_bytes(b'# a comment\n' * 100_000)
    return ['--max-size', '1', 'big.yaml'], 1, 'T012', ''


def no_limit(folder):
    return ['--max-size', '0', '.'], 2, '', 'no number of megabytes'


def named_folder(folder):
    book(folder / 'x.yaml')
    return ['x.yaml'], 0, '', ''


def folder_in_folder(folder):
    book(folder / 'data' / 'x.yaml')
    return ['data'], 0, '', ''


def link_loop(folder):
    book(folder / 'data')
    (folder / 'data' / 'again').symlink_to('.')
    (folder / 'data' / 'up').symlink_to('..')
    return ['data'], 0, '', ''


def link_ring(folder):
    (folder / 'a.yaml').symlink_to('b.yaml')
    (folder / 'b.yaml').symlink_to('a.yaml')
    return ['a.yaml'], 3, '', 'symbolic links run in a circle'


def broken_link(folder):
    book(folder / 'data')
    (folder / 'data' / 'gone.yaml').symlink_to('nothing')
    return ['data'], 3, '', 'gone.yaml'


def pipe(folder):
    os.mkfifo(folder / 'p.yaml')
    return ['p.yaml'], 3, '', 'not a valid name or kind of file'


def pipe_in_folder(folder):
    book(folder / 'data')
    os.mkfifo(folder / 'data' / 'p.yaml')
    return ['data'], 0, '', ''


def device(folder):
    return ['/dev/zero'], 3, '', 'not a valid name or kind of file'


def linked_device(folder):
    (folder / 'z.yaml').symlink_to('/dev/zero')
    return ['z.yaml'], 3, '', 'not a valid name or kind of file'


def missing(folder):
    return ['none.yaml'], 3, '', 'no such file'


def nothing_there(folder):
    return [], 3, '', 'no folder targets'


def unreadable(folder):
    book(folder / 'data')
    (folder / 'data' / 'targets' / 'plan.yaml').chmod(0)
    return ['data'], 3, '', 'no permission'


def unreadable_folder(folder):
    book(folder / 'data')
    (folder / 'data' / 'targets').chmod(0)
    return ['data'], 3, '', 'no permission'


def hidden_customary(folder):
    """Half of the book must not pass for the whole."""
    book(folder / 'far')
    os.symlink('far/actuals', folder / 'actuals')
    os.symlink('locked/targets', folder / 'targets')
    (folder / 'locked').mkdir()
    (folder / 'far' / 'targets').rename(folder / 'locked' / 'targets')
    (folder / 'locked').chmod(0)
    return [], 3, '', 'no permission'


def odd_names(folder):
    book(folder / 'data')
    for name in (b'a\nb.yaml', b'\xff\xfe.yaml', b'\x1b[31mred.yaml', b' .yaml', '…\u202e.yaml'.encode()):
        path = os.path.join(os.fsencode(folder / 'data'), name)
        with open(path, 'wb') as file:
            file.write(b'x: 1\n')
    return ['data'], 1, 'T101', ''


def odd_name_missing(folder):
    return ['gone\n\x1b[31m.yaml'], 3, '', 'gone ‹1B›[31m.yaml'


def many_files(folder):
    for i in range(10_000):
        path = folder / 'data' / f'{i % 100}' / f'{i}.yaml'
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'orgs:\n  o{i}: {{name: O{i}}}\n')
    return ['data'], 0, '', ''


def deep_folders(folder):
    path = folder / 'data'
    for _ in range(300):
        path = path / 'd'
    path.mkdir(parents=True)
    (path / 'a.yaml').write_text('orgs: {a: {name: A}}\n')
    return ['data'], 0, '', ''


def twice(folder):
    book(folder / 'data')
    (folder / 'data' / 'link.yaml').symlink_to('targets/book.yaml')
    return ['data', 'data', 'data/targets/book.yaml'], 0, '', ''


# ---- good books of hostile size: every command that shows them

LONG = '''\
orgs:
  a: {{name: "{0}"}}
indicators:
  x: {{name: "{1}", unit: HTX, kind: flow, group: "{0}"}}
org: a
year: 2024
source: "{0}"
targets:
  x: {{at_least: 30, quote: "{1}"}}
actuals:
  - as_of: 2024-06-30
    values: {{x: {{is: 15, quote: "{0}"}}}}
    notes: {{x: "{2}"}}
'''


def long_texts(folder, k):
    n = int(1_000_000 * k)
    (folder / 'a.yaml').write_text(LONG.format('Đ' * n, 'xy ' * n, '| ' * n))


def many_goals(folder, k):
    orgs, indicators = int(200 * k), 50
    (folder / 'b.yaml').write_text(
        'orgs:\n' + lines(orgs, '  o{i}: {{name: O{i}}}\n')
        + 'indicators:\n' + lines(indicators, '  i{i}: {{name: I{i}, unit: HTX, kind: stock}}\n'))
    for i in range(orgs):
        (folder / f'{i}.yaml').write_text(
            f'org: o{i}\nyear: 2024\ntargets:\n' + lines(indicators, '  i{i}: 5\n')
            + 'actuals:\n- as_of: 2024-06-30\n  values:\n' + lines(indicators, '    i{i}: {i}\n'))


BOOKS = {long_texts: ['a', 'x'], many_goals: ['o1', 'i1']}
SHOWN = [['check'], ['status'], ['status', '--format', 'csv'], ['status', '--format', 'json'],
         ['why'], ['export', '-o', '.x.csv'], ['export', '-o', '.x.json'],
         ['export', '-o', '.x.xlsx']]
XLSX_FACTOR = 16  # a cell of a workbook costs more than its text: some 20 KB for each goal

FOLDERS = [big_file, raised_limit, lowered_limit, no_limit, named_folder, folder_in_folder, link_loop, link_ring, broken_link, pipe,
           pipe_in_folder, device, linked_device, missing, nothing_there, unreadable,
           unreadable_folder, hidden_customary, odd_names, odd_name_missing, many_files,
           deep_folders, twice]
NEEDS_ANOTHER_USER = {unreadable, unreadable_folder, hidden_customary}
NOBODY = 65534


class Runner:
    def __init__(self, program):
        self.program = program.resolve()
        self.slow = 10 if sanitized(program) else 1
        self.slowest = self.largest = (0.0, '')

    def limits(self, megabytes, as_nobody):
        def apply():
            if self.slow == 1:
                room = int((MB + MB_PER_MB * megabytes + 64) * (1 << 20))
                resource.setrlimit(resource.RLIMIT_AS, (room, room))
            if as_nobody and os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
        return apply

    def run(self, folder, words, megabytes, as_nobody=False, command=CHECK):
        """Exit code, output, errors, processor seconds, peak megabytes."""
        command = [str(self.program), '--lang', 'en', *command, *words]
        env = dict(os.environ, LC_ALL='C.UTF-8')
        with open(folder / '.out', 'wb') as out, open(folder / '.err', 'wb') as err:
            child = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL,
                                     stdout=out, stderr=err,
                                     preexec_fn=self.limits(megabytes, as_nobody))
            watch = threading.Timer(HANG * self.slow, child.kill)
            watch.start()
            _, status, usage = os.wait4(child.pid, 0)
            watch.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        return (child.returncode, (folder / '.out').read_bytes(), (folder / '.err').read_bytes(),
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def check(self, name, folder, words, code, codes, said, megabytes, as_nobody=False,
              command=CHECK):
        got, out, err, seconds, peak = self.run(folder, words, megabytes, as_nobody, command)
        wrong = []
        if got != code:
            wrong.append(f'exit code {got}, not {code}')
        found = set(re.findall(rb'\[(T\d+)\]', out))
        if codes and not found & set(codes.encode().split()):
            wrong.append(f'{codes} not among {sorted(found)}')
        if not codes and code == 0 and found:
            wrong.append(f'messages {sorted(found)}')
        if said.encode() not in err:
            wrong.append(f'“{said}” is not said')
        if re.search(rb'[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]', out + err):
            wrong.append('control characters reach the terminal')
        allowed = (SECONDS + SECONDS_PER_MB * megabytes) * self.slow
        if seconds > allowed:
            wrong.append(f'{seconds:.1f} s of {allowed:.1f}')
        if self.slow == 1 and peak > MB + MB_PER_MB * megabytes:
            wrong.append(f'{peak:.0f} MB')
        self.slowest = max(self.slowest, (seconds / (1 + megabytes), name))
        self.largest = max(self.largest, (peak / (1 + megabytes), name))
        print(f'{name}: {megabytes:.2f} MB, {seconds:.2f} s, {peak:.0f} MB, exit {got}'
              + ''.join(f'; WRONG: {text}: {err[:200]!r} {out[:200]!r}' for text in wrong), flush=True)
        return len(wrong)


def weight(folder):
    return sum(p.lstat().st_size for p in folder.rglob('*') if p.is_file() and not p.is_symlink())


def put(path, text, code, codes):
    """Writes the case; only its size stays: a child starts with its parent's peak of memory."""
    content = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(content)
    return len(content), code, codes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=pathlib.Path)
    parser.add_argument('--full', action='store_true')
    parser.add_argument('--only')
    options = parser.parse_args()
    runner = Runner(options.program)
    wrong = tried = 0
    begun = time.monotonic()
    for name, make in texts(1 if options.full else 0.1).items():
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as top:
                size, code, codes = put(pathlib.Path(top) / 'a.yaml', *make())
                wrong += runner.check(name, pathlib.Path(top), ['a.yaml'], code, codes, '',
                                      size / 1e6)
                tried += 1
    for make in FOLDERS:
        name = make.__name__.replace('_', ' ')
        if options.only in (None, name):
            with tempfile.TemporaryDirectory() as top:
                folder = pathlib.Path(top)
                folder.chmod(0o755)
                words, code, codes, said = make(folder)
                megabytes = 64 if make is big_file else weight(folder) / 1e6
                megabytes += 10 if make is many_files else 0
                other = make in NEEDS_ANOTHER_USER
                try:
                    wrong += runner.check(name, folder, words, code, codes, said, megabytes, other)
                except PermissionError:
                    print(f'{name}: skipped, another user cannot reach the program')
                for path in folder.iterdir():
                    if path.is_dir() and not path.is_symlink():
                        subprocess.run(['chmod', '-R', 'u+rwX', str(path)], check=False)
                tried += 1
    for make, goal in BOOKS.items():
        for words in SHOWN:
            name = f'{make.__name__.replace("_", " ")}: {" ".join(words)}'
            if options.only in (None, name):
                with tempfile.TemporaryDirectory() as top:
                    folder = pathlib.Path(top)
                    make(folder, 1 if options.full else 0.1)
                    megabytes = weight(folder) / 1e6 * (XLSX_FACTOR if '.x.xlsx' in words else 1)
                    wrong += runner.check(name, folder, ['.'], 0, '', '', megabytes,
                                          command=words + (goal if words == ['why'] else []))
                    tried += 1
    print(f'slowest: {runner.slowest[0]:.2f} s for each MB and one ({runner.slowest[1]});'
          f' largest: {runner.largest[0]:.0f} MB for each MB and one ({runner.largest[1]})')
    print(f'{tried} cases, {wrong} wrong, {time.monotonic() - begun:.0f} s')
    return 1 if wrong or not tried else 0


if __name__ == '__main__':
    sys.exit(main())
