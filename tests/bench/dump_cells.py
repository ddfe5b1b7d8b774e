#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Dumps what the cells of a workbook hold, for cells.c to write it again; compares two workbooks.

    dump_cells.py WORKBOOK.xlsx DUMP
    dump_cells.py --same ONE.xlsx OTHER.xlsx      exit code 1 and the first differences, if any

What counts as held by cells: numbers, texts, formulas with their stored results, the formats of
all of them and of empty cells, merged areas, links, comments (words, size, colour, font). Left out,
since it belongs to sheets and not to cells: widths and heights, panes, filters, names for formulas,
conditional formats, charts, print setup, properties.

The dump, little-endian, laid out as the structs of cells.c: its head, the offsets of the sheets'
names, the formats, the cells, and the text with its strings ended by 0.
"""
import posixpath
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
NUMBER, TEXT, FORMULA_NUMBER, FORMULA_TEXT, BLANK, MERGED, LINK, COMMENT = range(8)
ABSENT = 0xFFFFFFFF
BORDERS = {None: 0, 'thin': 1, 'medium': 2}
ALIGN = {None: 0, 'left': 1, 'center': 2, 'right': 3}
VERTICAL = {None: 0, 'center': 10}
FLAGS = {'b': 1, 'i': 2, 'u': 4}
WRAP, SHRINK = 8, 16
SHAPE = re.compile(
    r'<v:shape .*?width:([\d.]+)pt;height:([\d.]+)pt;[^"]*" fillcolor="(\S+)"'
    r'.*?<x:Row>(\d+)</x:Row><x:Column>(\d+)</x:Column>', re.DOTALL)


def place(reference):
    column = 0
    for at, char in enumerate(reference):
        if char.isdigit():
            return int(reference[at:]) - 1, column - 1
        column = column * 26 + ord(char) - 64
    raise ValueError(reference)


def color(element):
    rgb = element.get('rgb') if element is not None else None
    return int(rgb[-6:], 16) if rgb else ABSENT


class Look:
    """A format: what libxlsxwriter is told, and all that the file says of it."""

    def __init__(self, xf, numbers, root):
        def part(name, key):
            return root.find(MAIN + name)[int(xf.get(key))]
        font, fill, border = (part('fonts', 'fontId'), part('fills', 'fillId'),
                              part('borders', 'borderId'))
        align = xf.find(MAIN + 'alignment')
        align = align.attrib if align is not None else {}
        sides = [border.find(MAIN + side) for side in ('left', 'right', 'top', 'bottom')]
        colors = {color(side.find(MAIN + 'color')) for side in sides if side.get('style')}
        self.code = numbers.get(xf.get('numFmtId'))
        self.number_id = int(xf.get('numFmtId'))
        self.font = font.find(MAIN + 'name').get('val')
        self.size = float(font.find(MAIN + 'sz').get('val'))
        self.flags = sum(bit for tag, bit in FLAGS.items() if font.find(MAIN + tag) is not None)
        self.flags |= WRAP * int(align.get('wrapText', 0)) | SHRINK * int(align.get('shrinkToFit', 0))
        self.ink = color(font.find(MAIN + 'color'))
        self.paper = color(fill.find(f'{MAIN}patternFill/{MAIN}fgColor'))
        self.sides = [BORDERS[side.get('style')] for side in sides]
        self.side_color, = colors or {ABSENT}
        self.align = ALIGN[align.get('horizontal')], VERTICAL[align.get('vertical')]
        self.indent = int(align.get('indent', 0))
        self.whole = (self.code or self.number_id, *(ET.tostring(e) for e in (font, fill, border)),
                      tuple(sorted(align.items())))

    def packed(self, texts):
        return struct.pack(
            '<6I4BI2B2xId', texts(self.code) if self.code else ABSENT, self.number_id,
            texts(self.font), self.flags, self.ink, self.paper, *self.sides, self.side_color,
            *self.align, self.indent, self.size)


class Workbook:
    """The parts of a workbook that are read here."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        styles = self.xml('xl/styles.xml')
        numbers = {f.get('numFmtId'): f.get('formatCode') for f in styles.iter(MAIN + 'numFmt')}
        self.looks = [Look(xf, numbers, styles) for xf in styles.find(MAIN + 'cellXfs')]
        self.strings = [''.join(t.text or '' for t in si.iter(MAIN + 't'))
                        for si in self.xml('xl/sharedStrings.xml')]
        targets = self.relations('xl/workbook.xml')
        self.sheets = [(sheet.get('name'), targets[sheet.get(REL)].get('Target'))
                       for sheet in self.xml('xl/workbook.xml').find(MAIN + 'sheets')]

    def xml(self, part):
        return ET.fromstring(self.zip.read(part)) if part in self.zip.namelist() else []

    def relations(self, part):
        """What a part refers to by id; targets inside the workbook as names of parts."""
        folder, name = posixpath.split(part)
        found = {r.get('Id'): r for r in self.xml(f'{folder}/_rels/{name}.rels')}
        for relation in found.values():
            if relation.get('TargetMode') != 'External':
                relation.set('Target', posixpath.normpath(
                    posixpath.join(folder, relation.get('Target'))))
        return found

    def cell(self, cell):
        """(kind, number, first text, second text) of an element."""
        formula, value = cell.find(MAIN + 'f'), cell.find(MAIN + 'v')
        kind = cell.get('t', 'n')
        if formula is not None and kind == 'str':
            return FORMULA_TEXT, 0.0, '=' + formula.text, value.text or ''
        if formula is not None and kind == 'n':
            return FORMULA_NUMBER, float(value.text), '=' + formula.text, ''
        if kind == 's':
            return TEXT, 0.0, self.strings[int(value.text)], ''
        if kind == 'n':
            return (BLANK, 0.0, '', '') if value is None else (NUMBER, float(value.text), '', '')
        raise ValueError(f'a cell of type {kind}')

    def comments(self, relations):
        """(row, column): (words, width, height, colour, all about the type)."""
        by_type = {r.get('Type').rsplit('/', 1)[1]: r.get('Target') for r in relations.values()}
        if 'comments' not in by_type:
            return {}
        drawing = self.zip.read(by_type['vmlDrawing']).decode()
        boxes = {(int(row), int(column)): (float(width) / 0.75, float(height) / 0.75, fill)
                 for width, height, fill, row, column in SHAPE.findall(drawing)}
        root = self.xml(by_type['comments'])
        authors = [author.text or '' for author in root.iter(MAIN + 'author')]
        found = {}
        for comment in root.iter(MAIN + 'comment'):
            at = place(comment.get('ref'))
            words = ''.join(t.text or '' for t in comment.iter(MAIN + 't'))
            font = [(e.tag, *e.attrib.values()) for rpr in comment.iter(MAIN + 'rPr') for e in rpr]
            found[at] = words, *boxes.pop(at), (authors[int(comment.get('authorId'))], *font)
        if boxes:
            raise ValueError(f'{by_type["vmlDrawing"]}: boxes without comments')
        return found

    def sheet(self, part):
        """cells, merged areas, links and comments, each by (row, column)."""
        root, relations = self.xml(part), self.relations(part)
        cells = {place(c.get('r')): (*self.cell(c), int(c.get('s', 0)))
                 for c in root.iter(MAIN + 'c')}
        merged = {}
        for area in root.iter(MAIN + 'mergeCell'):
            first, last = area.get('ref').split(':')
            merged[place(first)] = place(last)
        links = {}
        for link in root.iter(MAIN + 'hyperlink'):
            there = relations[link.get(REL)].get('Target') if link.get(REL) else None
            links[place(link.get('ref'))] = there, link.get('location')
        return cells, merged, links, self.comments(relations)


# ---- the dump ----

class Texts:
    def __init__(self):
        self.at = {}
        self.bytes = bytearray()

    def __call__(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b'\0'
        return self.at[text]


def records(book, at, part, texts):
    """The cells of a sheet in their order, each with what has to be told to the library for it."""
    def record(kind, row, column, look=0, more=0, number=0.0, first='', second=0):
        return struct.pack('<IIHHHHdII', row, column, at, kind, look, more, number, texts(first),
                           second)

    cells, merged, links, comments = book.sheet(part)
    written = {(row, column): cells[first, left][-1]  # with an area, empty, in its format
               for (first, left), (last, right) in merged.items()
               for row in range(first, last + 1) for column in range(left, right + 1)}
    for (row, column), (kind, number, first, second, look) in sorted(cells.items()):
        there = row, column
        if there in merged:
            yield record(MERGED, row, column, look, merged[there][1],
                         first=first if kind == TEXT else '', second=merged[there][0])
        file, location = links.get(there, (None, None))
        if file is not None:
            yield record(LINK, row, column, look, first='external:' + file.replace('%20', ' '))
        if location is not None:
            yield record(LINK, row, column, look, first='internal:' + location)
        if written.get(there) != look or kind != BLANK and not (there in merged and kind == TEXT):
            yield record(kind, row, column, look, 0, number, first, texts(second))
        if there in comments:
            words, width, height, *_ = comments[there]
            yield record(COMMENT, row, column, number=width, first=words, second=int(height))


def dump(path, out):
    texts = Texts()
    book = Workbook(path)
    looks = b''.join(look.packed(texts) for look in book.looks)
    cells = b''.join(record for at, (_, part) in enumerate(book.sheets)
                     for record in records(book, at, part, texts))
    names = b''.join(struct.pack('<I', texts(name)) for name, _ in book.sheets)
    names += bytes(-len(names) % 8)
    with open(out, 'wb') as file:
        file.write(struct.pack('<6I', len(book.sheets), len(book.looks), len(cells) // 32,
                               len(texts.bytes), 0, 0))
        file.write(names + looks + cells + texts.bytes)


# ---- two workbooks ----

def differences(one, other):
    """Everything that is not equal, said in words."""
    if [name for name, _ in one.sheets] != [name for name, _ in other.sheets]:
        yield 'the names of the sheets differ'
        return
    for (name, here), (_, there) in zip(one.sheets, other.sheets):
        kinds = zip(('cell', 'merged area', 'link', 'comment'), one.sheet(here), other.sheet(there))
        for kind, a, b in kinds:
            if kind == 'cell':
                a, b = ({at: (*cell[:-1], book.looks[cell[-1]].whole) for at, cell in cells.items()}
                        for book, cells in ((one, a), (other, b)))
            for at in sorted({*a, *b}):
                if a.get(at) != b.get(at):
                    yield f'{name}, row {at[0] + 1}, column {at[1] + 1}, {kind}: ' \
                          f'{a.get(at)} against {b.get(at)}'


def main():
    if sys.argv[1] != '--same':
        dump(sys.argv[1], sys.argv[2])
        return
    found = list(differences(Workbook(sys.argv[2]), Workbook(sys.argv[3])))
    print('\n'.join(found[:20]))
    sys.exit(f'{len(found)} differences' if found else 0)


if __name__ == '__main__':
    main()
