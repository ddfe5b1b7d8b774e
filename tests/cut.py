#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A file read in pieces against the same file read as a whole.

    cut.py TIENDO CUT_SMALL [--cases N] [--seed N]

CUT_SMALL is the program that cuts every file it may after so many bytes (cut_small.c); TIENDO cuts
files of megabytes only. Both must say the same, byte by byte: of every golden case's files, of the
texts below that look cuttable where they are not, and of N files spoilt at random.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SHARED = """orgs:
  tinh: {name: Tỉnh, members: [xa-1, xa-2]}
  xa-1: {name: Xã 1}
  xa-2: {name: Xã 2}
indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  htx: {name: Tổng số HTX, unit: HTX, kind: stock}
  thu: {name: Doanh thu, unit: triệu đồng, kind: flow}
  cho: {name: Cách viết, unit: HTX, kind: stock}
"""
HEAD = 'org: xa-1\nyear: 2024\nsource: Báo cáo\n'
TARGETS = 'targets: {htx: 20, moi: {more_than: 4, by: Tỉnh giao}}\n'


def item(month, text='', indent='  ', day=None):
    """An entry of a list, with more lines of it."""
    lines = [f'- as_of: 2024-{month:02}-{day or 28}', '  values:', f'    htx: {month + 10}',
             f'    moi: {month}', '    thu: 7']
    return ''.join(f'{indent}{line}\n' for line in lines) + text


def items(months, text='', indent='  '):
    return ''.join(item(month, text, indent) for month in months)


YEAR = items(range(1, 10))
BLOCK = '    notes:\n      htx: |\n        - một\n         - hai\n\n        # ba\n'
TEXTS = {
    'plain': HEAD + 'actuals:\n' + YEAR,
    'nothing above': 'actuals:\n' + YEAR,
    'targets above, overrides': HEAD + TARGETS + 'overrides:\n  htx: {status: met, why: Vì}\n'
                                + 'actuals:\n' + YEAR,
    'first column': HEAD + 'actuals:\n' + items(range(1, 10), indent=''),
    'deep': HEAD + 'actuals:\n' + items(range(1, 10), indent=' ' * 9),
    'windows': (HEAD + 'actuals:\n' + YEAR).replace('\n', '\r\n'),
    'old mac': (HEAD + 'actuals:\n' + YEAR).replace('\n', '\r'),
    'one old line end': HEAD + 'actuals:\n' + items([1, 2]) + '  # a\r  # b\n' + items([2, 3]),
    'no line end': (HEAD + 'actuals:\n' + YEAR)[:-1],
    'byte order mark': '\ufeff' + HEAD + 'actuals:\n' + YEAR,
    'mark inside': HEAD + 'actuals:\n' + items([1, 2]) + '  # \ufeff\n' + items([3]),
    'separators': HEAD + 'actuals:\n' + items([1], '    notes: {htx: a\u2028b}\n') + items([2, 2]),
    'separator, then a key': HEAD + 'actuals:\n' + items([1, 2], '    # a\u2028targets: {htx: 3}\n'),
    'separator, then an end': HEAD + 'actuals:\n' + items([1, 2, 3], '    # a\u2028...\n'),
    'separator, then a document': HEAD + 'actuals:\n' + items([1, 2, 3], '    # a\u2028---\n'),
    'next line': HEAD + 'actuals:\n' + items([1, 2, 3], '    # a\u0085  - as_of: 2024-01-01\n'),
    'comments': HEAD + 'actuals:   # tất cả\n\n  # sau đây\n' + items([1, 2, 3], '\n# a\n    # - b\n'),
    'same day': HEAD + 'actuals:\n' + items([1, 2, 3, 1, 2, 3]),
    'no organisation': 'actuals:\n' + items([1, 2, 3]),
    'no organisation later': 'actuals:\n' + item(1, '    org: xa-1\n    year: 2024\n')
                             + items([2, 3, 4]),
    'no year': 'org: xa-1\nactuals:\n' + items([1, 2, 3]),
    'wrong year': 'org: xa-1\nyear: 2023\nactuals:\n' + items([1, 2, 3]),
    'unknown organisation': 'org: xã\nactuals:\n' + items([1, 2, 3]),
    'block': HEAD + 'actuals:\n' + items([1, 2, 3], BLOCK),
    'block kept': HEAD + 'actuals:\n' + items([1, 2, 3], BLOCK.replace('|', '|+') + '\n\n'),
    'folded': HEAD + 'actuals:\n' + items([1, 2, 3], BLOCK.replace('|', '>-')),
    'quoted': HEAD + 'actuals:\n' + items([1, 2, 3], '    notes:\n      htx: "a\n  - b\n\n  - c"\n'),
    'quoted once': HEAD + 'actuals:\n' + item(1) + item(2, "    notes: {htx: 'a\n  - b'}\n") + item(3),
    'quoted key': HEAD + 'actuals:\n' + items([1, 2, 3], '    notes: {htx: "a\ntargets:\n  - b"}\n'),
    'quoted section': HEAD + 'targets: {htx: {at_least: 4, quote: "a\nactuals:\n  - b\n  - c"}}\n',
    'quoted section, list': HEAD + 'overrides:\n  - why: "a\nactuals:\n  - b"\n  - why: c\n  - d\n',
    'flow item': HEAD + 'actuals:\n' + items([1, 2, 3], '  - {as_of: 2024-12-31, values: {htx: 3,\n  '
                                             'moi: 4}}\n'),
    'flow open': HEAD + 'actuals:\n' + items([1, 2, 3], '  - {as_of: 2024-12-31, values:\n  - 3}\n'),
    'flow list': HEAD + 'actuals: [\n' + items([1, 2]).replace('  - ', '  -') + ']\n',
    'scalars': HEAD + 'actuals:\n  - a\n  - b: 1\n  -\n  - \n  - [c]\n  - - d\n  - 2024\n',
    'empty list': HEAD + 'actuals:\n',
    'mapping': HEAD + 'actuals:\n  as_of: 2024-01-31\n  values:\n  - htx: 3\n  - moi: 4\n',
    'twice': HEAD + 'actuals:\n' + items([1, 2]) + 'actuals:\n' + items([3, 4, 5]),
    'twice, parted': HEAD + 'actuals:\n' + items([1, 2]) + 'x: 1\nactuals:\n' + items([3, 4, 5]),
    'not last': HEAD + 'actuals:\n' + items([1, 2, 3]) + TARGETS,
    'nearly last': HEAD + 'actuals:\n' + items([1, 2, 3]) + '# hết\n\n   \n',
    'quoted section in a list': HEAD + 'actuals:\n' + item(1, '    notes: {htx: "a\nactuals:\n'
                                '      - b"}\n      - as_of: 2024-03-31\n        values: {htx: 3}\n'),
    'quoted section in a flow list': HEAD + 'actuals:\n  [{source: "a\nactuals:\n  - b"}]\n'
                                     + items([1, 2]),
    'quoted section in a mapping': HEAD + 'actuals:\n  source: "a\nactuals:\n  - b"\n'
                                   + items([1, 2]),
    'escape': HEAD + 'actuals:\n' + items([1, 2]) + '"\\x6Frgs": {xa-9: {name: Xã}}\n',
    'escape over a line': HEAD + 'actuals:\n' + items([1, 2]) + '"or\\\ngs": {xa-9: {name: Xã}}\n',
    'escapes': HEAD + 'actuals:\n' + items([1, 2, 3], '    notes: {htx: "\\"a\\"\\t\\\\"}\n'),
    'may declare': HEAD + 'actuals:\n' + items([1, 2, 3], '    notes: {htx: orgs}\n'),
    'declares': HEAD + 'year_window: {from: 2024-02-01, to: 2025-01-31}\nactuals:\n' + YEAR,
    'all in one': HEAD + SHARED.replace('xa-', 'xom-') + 'actuals:\n' + YEAR,
    'document': '---\n' + HEAD + 'actuals:\n' + YEAR,
    'documents': HEAD + 'actuals:\n' + items([1, 2]) + '---\n' + items([3, 4]),
    'end of document': HEAD + 'actuals:\n' + items([1, 2]) + '...\n' + items([3, 4]),
    'end at the end': HEAD + 'actuals:\n' + items([1, 2, 3]) + '...\n',
    'directive': '%YAML 1.1\n---\n' + HEAD + 'actuals:\n' + YEAR,
    'tab': HEAD + 'actuals:\n' + items([1, 2, 3], '\t\n'),
    'blank tabs': HEAD + 'actuals:\n' + items([1, 2, 3], '  \t\n'),
    'tab inside': HEAD + 'actuals:\n' + items([1, 2, 3], '    values:\n\t  htx: 3\n'),
    'tab behind a sign': HEAD + 'actuals:\n' + YEAR.replace('  - ', '  -\t'),
    'less indented': HEAD + 'actuals:\n' + items([1, 2]) + ' - as_of: 2024-03-31\n' + items([3, 4]),
    'more indented': HEAD + 'actuals:\n' + items([1, 2]) + items([3], indent='   ') + items([4]),
    'at the first column': HEAD + 'actuals:\n' + items([1, 2]) + items([3], indent='') + items([4]),
    'anchors': HEAD + 'actuals:\n' + items([1, 2, 3], '    claims: &a {htx: {attainment: 3%}}\n'),
    'aliases': HEAD + 'actuals:\n' + items([1, 2, 3], '    claims: *a\n'),
    'anchor above': HEAD + 'actuals: &a\n' + items([1, 2, 3]),
    'tags': HEAD + 'actuals:\n' + items([1, 2, 3], '    notes: !x {htx: a}\n'),
    'tag above': HEAD + 'actuals: !!seq\n' + items([1, 2, 3]),
    'doubles': HEAD + 'actuals:\n' + items([1, 2, 3], '    values: {htx: 3}\n'),
    'bad key': HEAD + 'actuals:\n' + items([1, 2, 3], '    [a]: 3\n    ? {b: 1}\n    : 4\n'),
    'misspelt': HEAD + 'actuals:\n' + items([1, 2, 3], '    valus: {htx: 3}\n    notes: {htxx: a}\n'),
    'block sign': HEAD + 'actuals:\n' + items([1, 2, 3]).replace('thu: 7', 'thu: >6'),
    'percent': HEAD + 'actuals:\n' + items([1, 2, 3]).replace('thu: 7', 'thu: %'),
    'at': HEAD + 'actuals:\n' + items([1, 2]) + item(3).replace('thu: 1', 'thu: @1') + items([4, 5]),
    'broken': HEAD + 'actuals:\n' + items([1, 2]) + '    values: {htx: 3\n' + items([3, 4, 5]),
    'broken and unknown': HEAD + 'actuals:\n' + items([1, 2], '    claims: {co: {times: 2}}\n')
                          + "    notes: {htx: 'a\n" + items([3, 4, 5]),
    'key only': HEAD + 'actuals:\n' + items([1, 2]) + '    notes\n' + items([3, 4, 5]),
    'hash': HEAD + 'actuals:\n' + items([1, 2, 3], '    source: Số #5\n'),
    'numbers': HEAD + 'actuals:\n' + items([1, 2, 3]).replace('thu: 7', 'thu: 1_2.00,5 tỷ đồng'),
    'dates': HEAD + 'actuals:\n' + items([1, 2, 3]) + item(2, day=31) + item(13),
    'claims': HEAD + TARGETS + 'actuals:\n' + items([1, 2, 3], '    claims: {htx: {attainment: 91%}}\n'),
    'each other': HEAD + 'actuals:\n' + items([1, 2, 3], '    org: xa-2\n') + items([1, 2, 3]),
    'report': HEAD + 'report: {title: Biểu, columns: [target, actual]}\nactuals:\n' + YEAR
              + "    notes: {htx: 'a\n  - b'}\n",
    'latin': (HEAD + 'actuals:\n' + YEAR).encode() + b'    source: \xe9\n' + items([1]).encode(),
    'nul': HEAD + 'actuals:\n' + items([1, 2, 3]) + '    source: a\0b\n' + items([4]),
    'utf-16': (HEAD + 'actuals:\n' + YEAR).encode('utf-16'),
    'many words': HEAD + 'actuals:\n' + items(range(1, 10), ''.join(
        f'    valuse{i}: 3\n' for i in range(30))) + '    notes: {htxx: a, hxt: b}\n',
    'many words, quoted': HEAD + 'actuals:\n' + items(range(1, 10), ''.join(
        f'    valuse{i}: 3\n' for i in range(30))) + "    notes: {htx: 'a\n  - b'}\n",
}
SPOILING = ['  - ', '  -', '- ', '"', "'", '{', '}', '[', ']', ':', '#', ' #', '|', '>', '\t', '\r',
            '  ', '\n', '\n\n', 'actuals:\n', 'targets:\n', '---\n', '...\n', '&a ', '*a', '!a ', '%',
            '\u2028', '\u0085', '\ufeff', ',', '? ', '\\', 'htx', '- - ']


def spoilt(rng):
    """One of the texts with a few slips in it."""
    text = rng.choice([text for text in TEXTS.values() if isinstance(text, str)])
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(text) + 1)
        what = rng.randrange(4)
        if what == 0:
            text = text[:at] + rng.choice(SPOILING) + text[at:]
        elif what == 1:
            text = text[:at] + text[at + rng.randrange(1, 12):]
        elif what == 2:
            line = text.rfind('\n', 0, at) + 1
            text = text[:line] + rng.choice(SPOILING) + text[line:]
        else:
            line = text.rfind('\n', 0, at) + 1
            end = text.find('\n', at) + 1 or len(text)
            text = text[:line] + text[line:end] * 2 + text[end:]
    return text


# In the folder of a text: with files that are wrong themselves, and with none of them.
OF_TEXT = [('check', '.'), ('check', '--format', 'json', '.'),
           ('status', '--format', 'json', 'b.yaml', 'z.yaml')]
OF_CASE = [('check', '--format', 'json', '.'), ('status', '--format', 'json', '.')]
SIZES = [(1, 1), (150, 3)]  # bytes of a piece, jobs


def said(program, folder, command):
    done = subprocess.run([*program, *command], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def alike(arguments, folder, commands, sizes):
    """The commands and sizes that do not say of a folder what the whole says."""
    different = []
    for command in commands:
        whole = said([arguments.tiendo], folder, command)
        for size, jobs in sizes:
            program = [arguments.cut_small, str(size)]
            if said(program, folder, (*command, '--jobs', str(jobs))) != whole:
                different.append(f'{" ".join(command)}, {size} bytes')
    return different


def try_text(arguments, name, text):
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        (folder / 'b.yaml').write_bytes(text if isinstance(text, bytes) else text.encode())
        (folder / 'a.yaml').write_text('org: xa-2\nyear: 2024\ntargets: {htx: 9, hxt: 4}\n')
        (folder / 'c.yaml').write_text('org: xa-2\nyear: 2024\nactuals:\n' + items([7, 7, 8])
                                       + '    claims: {co: {times: 2}, cho: {times: 3}}\n')
        (folder / 'z.yaml').write_text(SHARED)
        different = alike(arguments, folder, OF_TEXT, SIZES)
        if different and arguments.keep:
            shutil.copytree(folder, pathlib.Path(arguments.keep) / name, dirs_exist_ok=True)
        return name, different


def try_workbook(arguments):
    """A workbook names the SHA-256 of its files: their texts are held."""
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        (folder / 'b.yaml').write_text(TEXTS['targets above, overrides'])
        (folder / 'z.yaml').write_text(SHARED)
        books = []
        for program in ([arguments.tiendo], [arguments.cut_small, '1']):
            code, _, _ = said(program, folder, ('export', '-o', 'x.xlsx', 'b.yaml', 'z.yaml'))
            books.append(code == 0 and (folder / 'x.xlsx').read_bytes())
        same = bool(books[0]) and books[0] == books[1]
        return 'workbook', [] if same else ['export']


def try_case(arguments, folder):
    return f'case {folder.name}', alike(arguments, folder / 'input', OF_CASE, SIZES[:1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('tiendo', type=os.path.abspath)
    parser.add_argument('cut_small', type=os.path.abspath)
    parser.add_argument('--cases', type=int, default=30)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--keep', help='a folder for the texts that fail')
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        tried = [pool.submit(try_text, arguments, name, text) for name, text in TEXTS.items()]
        tried.append(pool.submit(try_workbook, arguments))
        tried += [pool.submit(try_text, arguments, f'spoilt-{i}', spoilt(rng))
                  for i in range(arguments.cases)]
        tried += [pool.submit(try_case, arguments, folder)
                  for folder in sorted((HERE / 'cases').iterdir()) if (folder / 'input').is_dir()]
    failures = [one.result() for one in tried if one.result()[1]]
    for name, different in failures:
        print(f'not the same: {name}: {"; ".join(different)}')
    print(f'{len(tried)} folders, {len(failures)} differ')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
