#!/usr/bin/env python3
"""Dumps the cells of a workbook and their formats, for cells.c to write them again.

    dump_cells.py WORKBOOK.xlsx DUMP

The dump, little-endian: six numbers u32 (sheets, formats, cells, bytes of text, 0, 0); for each
sheet and each format a record of offsets and numbers; the cells; the text, its strings ended by 0.
"""
import posixpath
import struct
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
NUMBER, TEXT, FORMULA_NUMBER, FORMULA_TEXT, BLANK = range(5)
BORDERS = {None: 0, 'thin': 1, 'medium': 2, 'dashed': 3, 'dotted': 4, 'thick': 5, 'double': 6,
           'hair': 7}
ALIGN = {'left': 1, 'center': 2, 'right': 3, 'fill': 4, 'justify': 5, 'centerContinuous': 6,
         'distributed': 7}
VERTICAL = {'top': 8, 'bottom': 9, 'center': 10, 'justify': 11, 'distributed': 12}


class Texts:
    def __init__(self):
        self.at = {}
        self.bytes = bytearray()

    def __call__(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b'\0'
        return self.at[text]


def color(element):
    rgb = element.get('rgb') if element is not None else None
    return int(rgb[-6:], 16) if rgb else 0xFFFFFFFF


def number_of(element, key, default=0.0):
    return float(element.get(key)) if element is not None else default


def read_formats(book, texts):
    root = ET.fromstring(book.read('xl/styles.xml'))
    numbers = {f.get('numFmtId'): f.get('formatCode') for f in root.iter(MAIN + 'numFmt')}
    fonts = root.find(MAIN + 'fonts')
    fills = root.find(MAIN + 'fills')
    borders = root.find(MAIN + 'borders')
    for xf in root.find(MAIN + 'cellXfs'):
        font = fonts[int(xf.get('fontId'))]
        fill = fills[int(xf.get('fillId'))].find(f'{MAIN}patternFill/{MAIN}fgColor')
        border = borders[int(xf.get('borderId'))]
        align = xf.find(MAIN + 'alignment')
        align = align.attrib if align is not None else {}
        sides = [BORDERS.get(border.find(MAIN + side).get('style'), 1)
                 for side in ('left', 'right', 'top', 'bottom')]
        code = numbers.get(xf.get('numFmtId'))
        name = font.find(MAIN + 'name')
        yield struct.pack(
            '<13Id', texts(code) if code else 0xFFFFFFFF, int(xf.get('numFmtId')),
            texts(name.get('val') if name is not None else 'Calibri'),
            int(font.find(MAIN + 'b') is not None), int(font.find(MAIN + 'i') is not None),
            color(font.find(MAIN + 'color')), color(fill),
            sides[0] | sides[1] << 8 | sides[2] << 16 | sides[3] << 24,
            color(border.find(f'{MAIN}bottom/{MAIN}color')),
            ALIGN.get(align.get('horizontal'), 0) | VERTICAL.get(align.get('vertical'), 0) << 8,
            int(align.get('wrapText', 0)), int(align.get('indent', 0)),
            int(align.get('textRotation', 0)), number_of(font.find(MAIN + 'sz'), 'val', 11.0))


def sheets_of(book):
    targets = {r.get('Id'): r.get('Target')
               for r in ET.fromstring(book.read('xl/_rels/workbook.xml.rels'))}
    for sheet in ET.fromstring(book.read('xl/workbook.xml')).find(MAIN + 'sheets'):
        yield sheet.get('name'), posixpath.join('xl', targets[sheet.get(REL)])


def place(reference):
    column = 0
    for at, char in enumerate(reference):
        if char.isdigit():
            return int(reference[at:]) - 1, column - 1
        column = column * 26 + ord(char) - 64
    raise ValueError(reference)


def shared_strings(book):
    if 'xl/sharedStrings.xml' not in book.namelist():
        return []
    return [''.join(t.text or '' for t in si.iter(MAIN + 't'))
            for si in ET.fromstring(book.read('xl/sharedStrings.xml'))]


def read_cells(book, sheet, path, strings, texts):
    for cell in ET.fromstring(book.read(path)).iter(MAIN + 'c'):
        row, column = place(cell.get('r'))
        formula, value = cell.find(MAIN + 'f'), cell.find(MAIN + 'v')
        kind, number, first, second = BLANK, 0.0, 0, 0
        if cell.get('t') == 's':
            kind, first = TEXT, texts(strings[int(value.text)])
        elif formula is not None and cell.get('t') == 'str':
            kind, first, second = FORMULA_TEXT, texts('=' + formula.text), texts(value.text or '')
        elif formula is not None:
            kind, first, number = FORMULA_NUMBER, texts('=' + formula.text), float(value.text or 0)
        elif value is not None:
            kind, number = NUMBER, float(value.text)
        yield struct.pack('<IIHHHHdII', row, column, sheet, kind, int(cell.get('s', 0)), 0, number,
                          first, second)


def main():
    texts = Texts()
    with zipfile.ZipFile(sys.argv[1]) as book:
        strings = shared_strings(book)
        sheets = list(sheets_of(book))
        formats = list(read_formats(book, texts))
        cells = [cell for at, (_, path) in enumerate(sheets)
                 for cell in read_cells(book, at, path, strings, texts)]
        names = b''.join(struct.pack('<I', texts(name)) for name, _ in sheets)
    names += bytes(-len(names) % 8)
    with open(sys.argv[2], 'wb') as dump:
        dump.write(struct.pack('<6I', len(sheets), len(formats), len(cells), len(texts.bytes), 0, 0))
        dump.write(names + b''.join(formats) + b''.join(cells) + texts.bytes)


if __name__ == '__main__':
    main()
