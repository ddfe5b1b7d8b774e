#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""terminal_svg.py <TEXT >SVG: what a terminal shows of a text with colours (SGR), as a picture."""
import re
import sys
from xml.sax.saxutils import escape

COLOURS = {30: '#000000', 31: '#b3261e', 32: '#1b7f3b', 33: '#8a6100', 34: '#1f4e79', 35: '#7d3c98',
           36: '#00707a', 37: '#595959', 90: '#6e6e6e', 91: '#b3261e', 92: '#1b7f3b', 93: '#8a6100',
           94: '#1f4e79', 95: '#7d3c98', 96: '#00707a'}
WIDTH, HEIGHT, SIZE = 8.4, 19, 14  # of a character and a line, in pixels


def look_after(look, codes):
    for code in map(int, filter(None, codes.split(';'))):
        if code == 0:
            look = {}
        elif code == 1:
            look = {**look, 'font-weight': 'bold'}
        elif code == 2:
            look = {**look, 'fill': '#6e6e6e'}
        elif code == 39:
            look = {key: value for key, value in look.items() if key != 'fill'}
        elif code in COLOURS:
            look = {**look, 'fill': COLOURS[code]}
    return look


def main():
    lines = sys.stdin.read().rstrip('\n').split('\n')
    look, body, widest = {}, '', 0
    for number, line in enumerate(lines):
        column = 0
        for piece in re.split(r'(\x1b\[[0-9;]*m)', line):
            if piece.startswith('\x1b'):
                look = look_after(look, piece[2:-1] or '0')
                continue
            marks = ''.join(f' {key}="{value}"' for key, value in look.items())
            # each run of words at its own column, whatever the width of the font
            for run in re.finditer(r'\S+(?: \S+)*', piece):
                x = 14 + (column + run.start()) * WIDTH
                body += (f'<text x="{x:.1f}" y="{30 + number * HEIGHT}" '
                         f'textLength="{len(run[0]) * WIDTH:.1f}"{marks}>{escape(run[0])}</text>\n')
            column += len(piece)
        widest = max(widest, column)
    width, height = widest * WIDTH + 28, len(lines) * HEIGHT + 32
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
          f'font-family="DejaVu Sans Mono,Menlo,Consolas,monospace" font-size="{SIZE}" fill="#1f1f1f">\n'
          f'<rect width="100%" height="100%" rx="8" fill="#fafafa" stroke="#d0d0d0"/>\n{body}</svg>')


main()
