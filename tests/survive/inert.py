#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What leaves the program does nothing: no formula, no escape sequence, no path elsewhere.

    inert.py TIENDO
"""

import csv
import html
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile

SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
# Steers a terminal, turns the line round or hides; tab and line ends are looked at by themselves.
STEERS = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
COLOURS = re.compile('\x1b\\[[0-9;]*m')
FORMULAS = ['=HYPERLINK("http://x","y")', '+1+1', '-2-3', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1',
            '=WEBSERVICE("http://x")', '-', '=', '@']
FILE = '\x1b[31m=name\r\n\u202e'

BOOK = '''\
orgs:
  a: {{name: {0}}}
  b: {{name: {1}}}
indicators:
  x: {{name: {2}, name_en: {2}, unit: HTX, kind: flow, group: {3}}}
  y: {{name: {4}, unit: HTX, kind: stock, part_of: x}}
  z: {{name: "TURN\\u202Ecod.exe\\u200B", unit: HTX, kind: stock}}
'''
ORG = '''\
org: {0}
year: 2024
source: {1}
targets:
  x: {{at_least: 30, quote: {2}}}
  y: 5
actuals:
  - as_of: 2024-06-30
    values: {{x: {{is: 15, quote: {3}}}, y: 3, z: 2}}
    notes: {{x: {4}, y: "| *md* <b>html</b> \\u202E"}}
    claims: {{x: {{attainment: 51%}}}}
'''

failures = 0


def expect(what, good, seen=''):
    global failures
    if not good:
        failures += 1
        print(f'{what}: {str(seen)[:300]!r}')


def quoted(texts):
    return [json.dumps(text, ensure_ascii=False) for text in texts]


def make(folder, turn):
    """Returns the names of the organisation and of the indicator that are shown."""
    turned = FORMULAS[turn:] + FORMULAS[:turn]
    texts = quoted(turned)
    (folder / 'in').mkdir()
    (folder / 'in' / 'book.yaml').write_text(BOOK.format(*texts), newline='')
    for org in 'ab':
        (folder / 'in' / f'{FILE}{org}.yaml').write_text(ORG.format(org, *texts), newline='')
    return turned[0], turned[2]


def run(folder, *words, code=0):
    done = subprocess.run([program, *words], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False)
    expect(' '.join(words), done.returncode == code, (done.returncode, done.stderr.decode()))
    return done.stdout.decode(), done.stderr.decode()


def see_screen(folder):
    """Everything that is printed for people, coloured or not."""
    for words in (['status', 'in'], ['why', 'a', 'x', 'in'], ['check', 'in'],
                  ['check', '--format', 'short', 'in'], ['status', '--format', 'csv', 'in'],
                  ['explain', '--format', 'markdown', 'T014']):
        for lang in 'vi', 'en':
            for colour in 'never', 'always':
                out, err = run(folder, '--lang', lang, '--color', colour, *words)
                shown = COLOURS.sub('', out + err) if colour == 'always' else out + err
                if '--format' in words and 'csv' in words:
                    shown = shown.replace('\r\n', '\n')
                    shown = re.sub('[\u202e\u200b]', '', shown)  # of names: data, no control
                found = STEERS.search(shown)
                expect(f'{words} --color {colour}', not found, found and shown[found.start() - 20:])


def see_messages(folder):
    """Keys, values, paths, options that are wrong are quoted in messages."""
    bad = folder / 'bad'
    bad.mkdir()
    for i, text in enumerate([
            'orgs:\n  "k\u202ey": {name: A}\n', 'x\u200by: 1\n', 'orgs: {a: {name: A, "\u202e": 1}}\n',
            'indicators: {x: {name: X, unit: HTX, kind: "\u202e"}}\n', 'org: "\u2066"\nyear: "\u200f"\n',
            '\u202e: [\n', 'a: "\\e[31m"\n', '"\\x9b": 1\n', 'a: \x1b[2J\n', 'a: \x9b\n', '\x7f: 1\n']):
        (bad / f'{FILE}{i}.yaml').write_text(text, newline='')
    for lang in 'vi', 'en':
        for form in 'text', 'short':
            out, err = run(folder, '--lang', lang, 'check', '--format', form, 'bad', code=1)
            found = STEERS.search(out + err)
            expect(f'check {form}', not found, found and (out + err)[found.start() - 40:])
        for form in 'json', 'sarif':
            out, err = run(folder, '--lang', lang, 'check', '--format', form, 'bad', code=1)
            json.loads(out)
            found = re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f]', out)
            expect(f'check {form}', not found, found and out[found.start() - 40:])
        for words, code in ((['status', '\x1b[31m'], 3), (['\x1b]0;x\x07'], 2), (['--\x1b[31m'], 2),
                            (['status', '--org', '\x1b[31m\u202e', 'in'], 2),
                            (['status', '--only', '\x9b'], 2), (['status', '--as-of', '\x1b'], 2),
                            (['why', '\x1b', 'x', 'in'], 2), (['explain', '\x1b'], 2),
                            (['export', '-o', '\x1b[31m', 'in'], 2),
                            (['export', '-o', 'none\x1b/x.csv', 'in'], 3)):
            out, err = run(folder, '--lang', lang, *words, code=code)
            expect(' '.join(words), not STEERS.search(out + err), out + err)


def see_csv(folder):
    for target in None, 'a.csv':
        if target:
            run(folder, 'export', '-o', target, 'in')
            text = (folder / target).read_bytes().decode()
        else:
            text = run(folder, 'status', '--format', 'csv', 'in')[0]
        rows = list(csv.reader(io.StringIO(text, newline='')))
        expect('csv has rows', len(rows) > 4, rows)
        for row in rows:
            expect('as many cells as headings', len(row) == len(rows[0]), row)
            for cell in row:
                number = re.fullmatch(r'-?[0-9]+(\.[0-9]+)?', cell)
                expect('csv cell', number or not cell.startswith(tuple('=+-@\t\r')), cell)
                expect('csv cell', not re.search('[\x00-\x08\x0a-\x1f\x7f-\x9f]', cell), cell)


def see_workbook(folder, names):
    """All texts are strings; formulas are the program's own, made of its own names and cells."""
    run(folder, 'export', '-o', 'a.xlsx', 'in')
    with zipfile.ZipFile(folder / 'a.xlsx') as book:
        expect('crc', book.testzip() is None)
        formulas = 0
        for name in book.namelist():
            expect('part name', '..' not in name and not name.startswith('/'), name)
            text = book.read(name).decode()
            for link in re.findall('<Relationship [^>]*TargetMode="External"[^>]*>', text):
                target = html.unescape(re.search('Target="([^"]*)"', link).group(1))
                path = urllib.parse.unquote(target.split('#')[0]).replace('\\', '/')
                inside = (folder / path).resolve().is_relative_to((folder / 'in').resolve())
                expect(f'{name} reaches outside', inside and not path.startswith('/'), target)
            expect(f'{name} names a program', not re.search('<(ddeLink|externalLink|oleLink)', text))
            if name.startswith('xl/worksheets/sheet'):
                for formula in ET.fromstring(text).iter(SHEET + 'f'):
                    formulas += 1
                    # a link to a sheet of its own, by a text or by the column of such texts
                    own = re.sub(r'HYPERLINK\((?="#\'[^"]|INDEX\(DL_BIEU,)', '(', formula.text or '')
                    bare = re.sub("'[^']*'!|\"[^\"]*\"", '', own)
                    expect('formula', not re.search('HYPERLINK|WEBSERVICE|cmd|SUM\\(A1', bare),
                           formula.text)
        expect('formulas were looked at', formulas > 10, formulas)
        strings = book.read('xl/sharedStrings.xml').decode()
        expect('no control in texts', not re.search('[\x00-\x08\x0b-\x1f\x7f-\x9f]|_x001B_', strings))
        plain = ''.join(ET.fromstring(strings).itertext())
        for text in names:
            expect('the text is there', text.strip() in plain, text)


def see_paths(folder):
    """Codes become parts of file names; none leads elsewhere."""
    before = sorted(str(p) for p in folder.parent.iterdir())
    for org in '../x', '/tmp/x', 'a/b', '..', '', '.', 'a\\b', 'a\nb', 'C:x':
        run(folder, 'init', '--org', org, '--year', '2025', code=2)
        (folder / 'o').mkdir(exist_ok=True)
        (folder / 'o' / 'a.yaml').write_text(f'orgs: {{{json.dumps(org)}: {{name: A}}}}\n')
        run(folder, 'export', '--org', org, 'o', code=2 if org == '' else 1)
    expect('nothing made elsewhere', sorted(str(p) for p in folder.parent.iterdir()) == before)
    run(folder, 'export', '--org', 'a', 'in')
    expect('default name', [p.name for p in (folder / 'out').iterdir()]
           == ['tiendo-a-2024-06-30.xlsx'])


def main():
    for turn in range(len(FORMULAS)):
        with tempfile.TemporaryDirectory() as top:
            folder = pathlib.Path(top) / 'room'
            folder.mkdir()
            names = make(folder, turn)
            see_csv(folder)
            see_workbook(folder, names)
            if turn == 0:
                see_screen(folder)
                see_messages(folder)
                see_paths(folder)
    print(f'{failures} failures')
    return 1 if failures else 0


program = str(pathlib.Path(sys.argv[1]).resolve())
sys.exit(main())
