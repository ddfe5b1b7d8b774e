#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same work by other tools: hledger and ledger, PyYAML's C loader with XlsxWriter.

    peers.py TIENDO BENCH SIZE          BENCH: the folder of the data, with SIZE (M or L) in it

Table: for each organisation and indicator the sum of the year's figures beside the target. For
hledger and ledger every figure is a posting of the change since the month before, and every target
(0 where there is none) a yearly budget; an entry's source is the transaction's description, quotes,
sources and notes of single figures are comments of their postings. Neither knows revisions, claims,
kinds or groups, checks anything or judges. tiendo writes its whole CSV.
Workbook (M only): all files loaded by PyYAML's C loader, then the cells of tiendo's workbook
(M.cells, see dump_cells.py) written by XlsxWriter with the same formats, links and comments.
Instructions are counted by callgrind, for M only: the peers take minutes under it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import generate as g  # noqa: E402


def words_of_m(p, month):
    """What the file says beside each figure: its quote or source, the entry's note."""
    noted = g.draw(p, month, 9) % len(g.INDICATORS)
    for at in range(len(g.INDICATORS)):
        _, form = g.written(p, at, month, g.value(p, at, month)).strip().split(': ', 1)
        said = form.strip('{}').split(', ', 1)[1:]
        yield ', '.join(said + ['note: Số do các huyện báo về, chưa rà soát'] * (at == noted))


def postings_of_m(p, month):
    for at, ((key, *_), words) in enumerate(zip(g.INDICATORS, words_of_m(p, month))):
        now = float(g.value(p, at, month))
        before = float(g.value(p, at, month - 1)) if month > 1 else 0.0
        yield f'{g.province(p)}:{key}', now - before, words


def postings_of_l(c, month):
    before = {}
    if month > 1:
        before = dict(line.strip().split(': ') for line in g.figures(c, month - 1, ''))
    noted = month == 6 and g.draw(c, 8) % 10 == 0
    for line in g.figures(c, month, ''):
        key, now = line.split(': ')
        words = 'note: Chưa kể dịch vụ cho thành viên' if noted and key == 'revenue' else ''
        yield f'{g.cooperative(c)}:{key}', float(now) - float(before.get(key, 0)), words


def source_of_m(_, month):
    return f'Báo cáo tháng {month}/{g.YEAR} của Liên minh HTX tỉnh'


def source_of_l(c, _):
    return f'Báo cáo của HTX số {c + 1}, gửi Liên minh HTX tỉnh'


def write_journal(path, size):
    """One transaction for each entry of an `actuals`; one periodic transaction with all budgets."""
    many = size == 'L'
    ids, months, postings, source = (g.COOPERATIVES, 6, postings_of_l, source_of_l) if many else (
        g.PROVINCES, 12, postings_of_m, source_of_m)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('~ yearly\n')
        for one in range(ids):
            for account, *_ in postings(one, 1):
                out.write(f'    {account}  {100 if many else 1000}\n')
        out.write('    plan\n\n')
        for one in range(ids):
            for month in range(1, months + 1):
                out.write(f'{g.month_end(month)} {source(one, month)}\n')
                for account, amount, words in postings(one, month):
                    out.write(f'    {account}  {amount:.1f}{"  ; " if words else ""}{words}\n')
                out.write('    source\n\n')


def instructions(command, folder):
    run = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', *command],
                         cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r'Collected : (\d+)', run.stderr)
    return f'{int(found.group(1)) / 1e9:8.2f} G' if found and run.returncode == 0 else '         -'


def measure(name, command, folder, count):
    """One line: instructions, seconds of CPU and of the clock, peak memory."""
    if shutil.which(command[0]) is None:
        print(f'{name:24} not installed')
        return
    started = time.monotonic()
    with open(folder / 'peer.out', 'w') as out, open(folder / 'peer.err', 'w') as err:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - started
    counted = instructions(command, folder) if count else '         -'
    print(f'{name:24} {counted} instructions {usage.ru_utime + usage.ru_stime:8.2f} s CPU '
          f'{wall:8.2f} s {usage.ru_maxrss / 1024:8.0f} MB exit {process.returncode}', flush=True)


WORKBOOK = '''
import pathlib, struct, sys, yaml, xlsxwriter
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CLoader)
dump = pathlib.Path(sys.argv[2]).read_bytes()
sheets, formats, cells, size = struct.unpack_from("<4I", dump)
at = 24 + (sheets * 4 + 7) // 8 * 8
text = dump[len(dump) - size:]
def word(n): return text[n:text.index(b"\\0", n)].decode()
book = xlsxwriter.Workbook(sys.argv[3])
pages = [book.add_worksheet(word(n)) for n in struct.unpack_from(f"<{sheets}I", dump, 24)]
none = 0xFFFFFFFF
looks = []
for i in range(formats):
    (number, number_id, font, flags, ink, paper, left, right, top, bottom, side, align, middle, indent,
     size) = struct.unpack_from("<6I4BI2B2xId", dump, at + i * 48)
    look = {"font_name": word(font), "font_size": size, "bold": flags & 1, "italic": flags & 2,
            "underline": flags >> 2 & 1, "text_wrap": flags >> 3 & 1, "shrink": flags >> 4 & 1,
            "indent": indent, "left": left, "right": right, "top": top, "bottom": bottom,
            "num_format": word(number) if number != none else number_id,
            "align": ("", "left", "center", "right")[align], "valign": "vcenter" if middle else ""}
    for key, color in (("font_color", ink), ("bg_color", paper), ("border_color", side)):
        if color != none:
            look[key] = f"#{color:06X}"
    looks.append(book.add_format(look) if i else None)
at += formats * 48
for i in range(cells):
    row, col, sheet, kind, look, more, number, first, second = struct.unpack_from(
        "<IIHHHHdII", dump, at + i * 32)
    page, look = pages[sheet], looks[look]
    if kind == 0: page.write_number(row, col, number, look)
    elif kind == 1: page.write_string(row, col, word(first), look)
    elif kind == 2: page.write_formula(row, col, word(first), look, number)
    elif kind == 3: page.write_formula(row, col, word(first), look, word(second))
    elif kind == 4: page.write_blank(row, col, None, look)
    elif kind == 5: page.merge_range(row, col, second, more, word(first), look)
    elif kind == 6: page.write_url(row, col, word(first), look, "-")
    elif kind == 7: page.write_url(row, col, word(first), look, word(second))
    else: page.write_comment(row, col, word(first), {
        "author": "tiendo", "font_name": "Times New Roman", "font_size": 11, "color": "#FFFBE6",
        "width": number, "height": second})
book.close()
'''


def main():
    tiendo, bench, size = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journal = bench / f'{size}.journal'
    write_journal(journal, size)
    measure(f'tiendo status {size}', [tiendo, 'status', '--format', 'csv', size], bench, size == 'M')
    measure(f'hledger {size}', ['hledger', '-f', str(journal), 'balance', '--budget', '--yearly',
                                '--flat', '-O', 'csv'], bench, size == 'M')
    measure(f'ledger {size}', ['ledger', '-f', str(journal), 'budget', '--flat'], bench, size == 'M')
    if size == 'M':
        measure('tiendo export M', [tiendo, 'export', 'M', '-o', 'M.xlsx'], bench, True)
        measure('PyYAML-C + XlsxWriter M', ['/usr/bin/python3', '-c', WORKBOOK, 'M', str(bench / 'M.cells'),
                                            str(bench / 'M.peer.xlsx')], bench, True)


if __name__ == '__main__':
    main()
