#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long LibreOffice takes to open what `export` writes.

    opening.py FOLDER               M, and one province of L with a table for each of its organisations
    opening.py FOLDER M             only this one

FOLDER is a build folder without sanitizers. Opening is a conversion to CSV without a window: the
workbook is read and laid out whole, one sheet is written. Seconds are of the processor (user and
system), the least of three runs, less those of a workbook with one cell; memory is the highest.
On a machine that does other things they grow up to threefold, so the empty workbook stands beside.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from bench import Place, SKIP

RUNS = 3


def opened(workbook, profile):
    """Seconds of the processor and megabytes."""
    office = shutil.which('soffice') or shutil.which('libreoffice')
    with tempfile.TemporaryDirectory() as out:
        command = [office, f'-env:UserInstallation=file://{profile}', '--headless', '--convert-to',
                   'csv', '--outdir', out, str(workbook)]
        with open(os.devnull, 'w') as nowhere:
            process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or not os.listdir(out):
            sys.exit(f'{workbook} does not open')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(workbook, profile):
    return min(opened(workbook, profile) for _ in range(RUNS))


def export(place, name, data, more):
    book = place.bench / f'opening-{name}.xlsx'
    subprocess.run([place.tiendo, 'export', '--force', '-o', str(book), *more, str(data)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return book


def parts(book):
    with zipfile.ZipFile(book) as whole:
        names = whole.namelist()
        comments = sum(whole.read(n).count(b'<comment ') for n in names if 'comments' in n)
        sheets = sum(bool(re.fullmatch(r'xl/worksheets/sheet\d+\.xml', n)) for n in names)
        titles = whole.read('xl/workbook.xml').count(b'Print_Titles')
    return f'{sheets} sheets, {comments} comments, {titles} repeated heads'


BOOKS = {'M': ('M', []), 'province': ('L', ['--org', 'tinh-01'])}


def main():
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= set(BOOKS):
        sys.exit(__doc__)
    place = Place(sys.argv[1])
    if not (shutil.which('soffice') or shutil.which('libreoffice')):
        print('opening: LibreOffice is not installed')
        sys.exit(1 if os.environ.get('CI') == 'true' else SKIP)
    with tempfile.TemporaryDirectory(prefix='tiendo-office-') as profile:
        small = place.bench / 'one.yaml'
        small.write_text('year: 2024\norgs: {a: {name: A}}\norg: a\nindicators:\n'
                         '  x: {name: X, unit: HTX, kind: flow}\ntargets: {x: 1}\n', 'utf-8')
        empty = export(place, 'empty', small, ['--sheets', 'tables'])
        opened(empty, profile)  # the first start makes the profile
        floor, memory = least(empty, profile)
        print(f'{"empty":10} {floor:6.2f} s {memory:5.0f} MB  {parts(empty)}', flush=True)
        for name in sys.argv[2:] or BOOKS:
            size, more = BOOKS[name]
            book = export(place, name, place.data(size), more)
            seconds, memory = least(book, profile)
            print(f'{name:10} {seconds - floor:6.2f} s {memory:5.0f} MB  {parts(book)}', flush=True)


if __name__ == '__main__':
    main()
