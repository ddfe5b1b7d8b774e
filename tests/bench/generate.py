#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a folder of data in the real format, the same bytes every time.

    generate.py SIZE FOLDER         SIZE: S M L XL year groups findings revisions

S, M: provinces that report 30 indicators every month; two files a province.
L: 63 provinces with 30 targets each, 700 districts, 33 000 cooperatives that report five indicators
   at the end of six months; one small file a cooperative.
XL: the cooperatives' monthly figures over ten years, in one file of 200 MB.
year: every cooperative's five indicators for twelve months.
The others look for squares: `groups` has N organisations in one group, `findings` N wrong figures
in one file, `revisions` N revisions of one target; --count changes N.

Every size also has one file of what all share: indicators, groups, the nation's targets.
"""
import argparse
import calendar
import pathlib

PROVINCES = 63
DISTRICTS = 700
COOPERATIVES = 33_000
YEAR = 2024

# id, name, unit, kind, better, other keys, start of a province, its growth in a month
INDICATORS = [
    ('htx_total', 'Tổng số HTX', 'HTX', 'stock', '', '', 420, 2),
    ('htx_agri', 'HTX nông nghiệp', 'HTX', 'stock', '', 'part_of: htx_total', 260, 1),
    ('htx_active', 'HTX đang hoạt động', 'HTX', 'stock', '', '', 380, 2),
    ('htx_agri_share', 'Tỷ trọng HTX nông nghiệp', '"%"', 'share', '',
     'ratio: {of: htx_agri, to: htx_total}', None, None),
    ('htx_new', 'HTX thành lập mới', 'HTX', 'flow', '', '', 0, 4),
    ('htx_new_agri', 'HTX nông nghiệp thành lập mới', 'HTX', 'flow', '', 'part_of: htx_new', 0, 2),
    ('htx_dissolved', 'HTX giải thể', 'HTX', 'flow', 'lower', '', 0, 1),
    ('union_total', 'Liên hiệp HTX', 'liên hiệp', 'stock', '', '', 3, 0),
    ('union_new', 'Liên hiệp HTX thành lập mới', 'liên hiệp', 'flow', '', '', 0, 1),
    ('tht_total', 'Tổ hợp tác', 'tổ', 'stock', '', '', 1500, 7),
    ('tht_new', 'Tổ hợp tác thành lập mới', 'tổ', 'flow', '', '', 0, 9),
    ('members', 'Thành viên HTX', 'người', 'stock', '', '', 52_000, 210),
    ('members_new', 'Thành viên kết nạp mới', 'người', 'flow', '', '', 0, 230),
    ('workers', 'Lao động trong HTX', 'người', 'stock', '', '', 31_000, 120),
    ('capital', 'Vốn điều lệ của HTX', 'tỷ đồng', 'stock', '', 'decimals: 1', 900, 5),
    ('revenue', 'Doanh thu của HTX', 'triệu đồng', 'flow', '', '', 0, 48_000),
    ('budget', 'Nộp ngân sách', 'triệu đồng', 'flow', '', '', 0, 1_900),
    ('revenue_per_htx', 'Doanh thu bình quân một HTX', 'triệu đồng', 'average', '',
     'weight: htx_total', 2_100, 15),
    ('profit_per_htx', 'Lãi bình quân một HTX', 'triệu đồng', 'average', '', 'weight: htx_total',
     260, 2),
    ('income_member', 'Thu nhập bình quân của thành viên', 'triệu đồng/tháng', 'average', '',
     'weight: members', 4, 0),
    ('good_share', 'Tỷ lệ HTX hoạt động tốt, khá', '"%"', 'share', '', '', 55, 0),
    ('trained_share', 'Tỷ lệ cán bộ qua đào tạo', '"%"', 'share', '', '', 48, 0),
    ('audited_share', 'Tỷ lệ HTX được kiểm toán', '"%"', 'share', '', '', 21, 0),
    ('courses', 'Lớp tập huấn', 'lớp', 'flow', '', '', 0, 3),
    ('trainees', 'Lượt người được tập huấn', 'lượt người', 'flow', '', '', 0, 140),
    ('loans', 'Dư nợ Quỹ hỗ trợ', 'triệu đồng', 'stock', '', '', 24_000, 310),
    ('loan_projects', 'Dự án được vay', 'dự án', 'flow', '', '', 0, 2),
    ('chains', 'HTX tham gia chuỗi giá trị', 'HTX', 'stock', '', '', 64, 1),
    ('ocop', 'Sản phẩm OCOP của HTX', 'sản phẩm', 'stock', '', '', 92, 2),
    ('hitech', 'HTX ứng dụng công nghệ cao', 'HTX', 'stock', '', '', 18, 1),
]
OF_COOPERATIVE = ['members', 'workers', 'capital', 'revenue', 'budget']
GROUPS = ['I. Hợp tác xã', 'II. Thành viên, lao động', 'III. Kết quả', 'IV. Hỗ trợ']


def draw(*parts):
    """A number from 0 to 2^32 - 1 that depends on the parts only."""
    state = 0x811C9DC5
    for part in parts:
        state = ((state ^ (part & 0xFFFFFFFF)) * 0x01000193) & 0xFFFFFFFF
        state ^= state >> 15
        state = (state * 0x85EBCA6B) & 0xFFFFFFFF
        state ^= state >> 13
    return state


def month_end(month, year=YEAR):
    return f'{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}'


def indicators():
    lines = ['indicators:']
    for at, (key, name, unit, kind, better, more, _, _) in enumerate(INDICATORS):
        lines += [f'  {key}:', f'    name: {name}', f'    name_en: {key.replace("_", " ")}',
                  f'    unit: {unit}', f'    kind: {kind}', f'    group: {GROUPS[at * 4 // 30]}']
        lines += [f'    better: {better}'] if better else []
        lines += [f'    {more}'] if more else []
    return lines


def province(p):
    return f'tinh-{p + 1:02}'


def value(p, at, month):
    """The level, or the running total since January, of a province's indicator."""
    _, _, unit, kind, _, _, start, step = INDICATORS[at]
    if start is None:  # the ratio that is given as well, beside its parts
        of, to = value(p, 1, month), value(p, 0, month)
        return f'{int(of) * 100 / int(to):.1f}'
    if kind == 'flow':
        total = sum(step * (60 + draw(p, at, m) % 80) // 100 for m in range(1, month + 1))
        part = INDICATORS[at][5].startswith('part_of')
        return str(min(total, int(value(p, at - 1, month))) if part else total)
    level = start * (80 + draw(p, at) % 40) // 100 + step * month
    if INDICATORS[at][0] == 'htx_agri':
        level = min(level, int(value(p, 0, month)))
    if unit == '"%"' or 'tháng' in unit or 'tỷ' in unit:
        return f'{level}.{draw(p, at, month) % 9 + 1}'
    return str(level)


def target(p, at):
    """A province's promise, in one of the forms that people write."""
    key, _, unit, kind, better, _, start, step = INDICATORS[at]
    if start is None:
        return f'  {key}: {{at_least: 60, by: Tỉnh giao}}'
    goal = step * 12 if kind == 'flow' else start + step * 12
    form = draw(p, at, 77) % 20
    if form == 0 and not better:
        return f'  {key}: {{from: {goal}, to: {goal + goal // 5 + 1}, quote: "từ {goal} trở lên"}}'
    if form == 1 and not better:
        return '\n'.join([
            f'  {key}:', f'    at_least: {goal}', '    revised:',
            f'      - {{date: {YEAR}-07-08, at_least: {goal * 9 // 10}, by: "Quyết định số '
            f'{p + 12}/QĐ-UBND", why: Dịch bệnh}}'])
    if form == 2:
        return f'  {key}: [{{by: Tỉnh giao, at_least: {goal}}}, {{by: HĐND giao, at_least: ' \
               f'{goal + goal // 20}}}]'
    if form == 3 and kind == 'average':
        return f'  {key}: {{grow_by: 5%, base: {start}}}'
    return f'  {key}: {goal}'


def targets(p):
    source = f'Kế hoạch số {p + 100}/KH-LMHTX ngày 12/01/{YEAR} của Liên minh HTX tỉnh'
    return [f'org: {province(p)}', f'year: {YEAR}', f'source: "{source}"', 'targets:',
            *(target(p, at) for at in range(len(INDICATORS)))]


def written(p, at, month, text):
    """A figure, in one of the forms that people write."""
    key = INDICATORS[at][0]
    form = draw(p, at, month, 5) % 100
    if form < 3 and '.' not in text:
        return f'      {key}: {{more_than: {text}, quote: "hơn {text} so với kế hoạch giao"}}'
    if form < 18:
        return f'      {key}: {{is: {text}, quote: "đến hết tháng {month} đạt {text}, tăng so với ' \
               'cùng kỳ năm trước"}'
    if form == 18:
        return f'      {key}: {{is: {text}, source: "Báo cáo nhanh tháng {month}"}}'
    return f'      {key}: {text}'


def entry(p, month):
    """What a province reports at the end of a month."""
    lines = [f'  - as_of: {month_end(month)}',
             f'    source: "Báo cáo tháng {month}/{YEAR} của Liên minh HTX tỉnh"', '    values:']
    noted = draw(p, month, 9) % len(INDICATORS)
    for at in range(len(INDICATORS)):
        lines.append(written(p, at, month, value(p, at, month)))
    lines += ['    notes:', f'      {INDICATORS[noted][0]}: Số do các huyện báo về, chưa rà soát']
    if month % 3 == 0:
        share = int(value(p, 1, month)) * 100 / int(value(p, 0, month))
        lines += ['    claims:', f'      htx_agri: {{share_of: htx_total, is: {share:.1f}%}}']
    return lines


def actuals(p, months=range(1, 13)):
    return [f'org: {province(p)}', f'year: {YEAR}',
            'actuals:', *(line for month in months for line in entry(p, month))]


def write(folder, name, lines):
    path = pathlib.Path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8', newline='\n')


def shared(provinces):
    members = ', '.join(province(p) for p in range(provinces))
    return [*indicators(), 'orgs:',
            f'  viet-nam: {{name: Cả nước, members: [{members}]}}']


def provinces(folder, n):
    write(folder, 'targets/chung.yaml', shared(n) + [
        f'  {province(p)}: {{name: Tỉnh {p + 1}}}' for p in range(n)])
    for p in range(n):
        write(folder, f'targets/{province(p)}.yaml', targets(p))
        write(folder, f'actuals/{province(p)}.yaml', actuals(p))


# ---- the cooperatives ----

def cooperative(c):
    return f'htx-{c + 1:05}'


def figures(c, month, indent):
    """A cooperative's five figures at the end of a month, counted since January where they flow."""
    people = 20 + draw(c) % 300
    lines = [f'{indent}members: {people + month}', f'{indent}workers: {people // 3 + month % 4}',
             f'{indent}capital: {1 + draw(c, 1) % 40}.{draw(c, 2) % 9 + 1}']
    revenue = sum(40 + draw(c, m, 3) % 400 for m in range(1, month + 1))
    return lines + [f'{indent}revenue: {revenue}', f'{indent}budget: {revenue // 25}']


def cooperative_file(c, months):
    lines = [f'org: {cooperative(c)}', f'year: {YEAR}',
             f'source: "Báo cáo của HTX số {c + 1}, gửi Liên minh HTX tỉnh"', 'actuals:']
    for month in months:
        lines += [f'  - as_of: {month_end(month)}', '    values:', *figures(c, month, '      ')]
    if draw(c, 8) % 10 == 0:
        lines += ['    notes:', '      revenue: Chưa kể dịch vụ cho thành viên']
    return lines


def country(folder, n):
    """The shared file, and a file for each province: its districts, cooperatives, targets."""
    write(folder, 'targets/chung.yaml', shared(PROVINCES))
    districts = {p: [d for d in range(DISTRICTS) if d % PROVINCES == p] for p in range(PROVINCES)}
    for p in range(PROVINCES):
        names = ', '.join(f'huyen-{d + 1:03}' for d in districts[p])
        orgs = ['orgs:', f'  {province(p)}: {{name: Tỉnh {p + 1}, members: [{names}]}}']
        for d in districts[p]:
            own = range(d, n, DISTRICTS)
            members = ', '.join(cooperative(c) for c in own)
            orgs.append(f'  huyen-{d + 1:03}: {{name: Huyện {d + 1}, members: [{members}]}}')
            orgs += [f'  {cooperative(c)}: {{name: HTX số {c + 1}}}' for c in own]
        write(folder, f'targets/{province(p)}.yaml', orgs + targets(p))


def cooperatives(folder, months, n):
    country(folder, n)
    for c in range(n):
        write(folder, f'actuals/{province(c % DISTRICTS % PROVINCES)}/{cooperative(c)}.yaml',
              cooperative_file(c, months))


def one_file(folder, megabytes):
    """Monthly figures of all cooperatives, year after year, until the file is large enough."""
    country(folder, COOPERATIVES)
    path = pathlib.Path(folder, 'actuals/tat-ca.yaml')
    path.parent.mkdir(parents=True, exist_ok=True)
    left = megabytes << 20
    with path.open('w', encoding='utf-8', newline='\n') as file:
        file.write('source: Sổ theo dõi của các HTX\nactuals:\n')
        for year in range(YEAR, YEAR - 30, -1):
            for c in range(COOPERATIVES):
                lines = []
                for month in range(1, 13):
                    lines += [f'  - as_of: {month_end(month, year)}', f'    org: {cooperative(c)}',
                              f'    year: {year}', '    values:', *figures(c, month, '      ')]
                text = '\n'.join(lines) + '\n'
                left -= file.write(text)
                if left <= 0:
                    return


# ---- hidden squares ----

def one_group(folder, n):
    members = ', '.join(cooperative(c) for c in range(n))
    write(folder, 'targets/chung.yaml', indicators() + [
        'orgs:', f'  tinh: {{name: Tỉnh, members: [{members}]}}',
        *(f'  {cooperative(c)}: {{name: HTX {c + 1}}}' for c in range(n)),
        'org: tinh', f'year: {YEAR}', 'targets:', '  members: 5000000', 'each_member:',
        '  revenue: 1000'])
    lines = ['actuals:']
    for c in range(n):
        lines += [f'  - as_of: {YEAR}-06-30', f'    org: {cooperative(c)}', f'    year: {YEAR}',
                  '    values:', *figures(c, 6, '      '),
                  '    claims:', '      revenue: {attainment: 50%}']
    write(folder, 'actuals/tat-ca.yaml', lines)


def wrong_figures(folder, n):
    write(folder, 'targets/chung.yaml', indicators() + ['orgs:', '  tinh: {name: Tỉnh}'])
    lines = ['org: tinh', 'actuals:']
    for i in range(n // 10):
        lines += [f'  - as_of: {1000 + i // 365 % 8000}-01-01', f'    year: {1000 + i // 365 % 8000}',
                  '    values:']
        lines += [f'      {INDICATORS[k][0]}: 1.2{i % 10},5' for k in range(5)]
        lines += [f'      chi_tieu_{i}_{k}: 12' for k in range(5)]
    write(folder, 'actuals/sai.yaml', lines)


def many_revisions(folder, n):
    lines = indicators() + ['orgs:', '  tinh: {name: Tỉnh}', 'org: tinh', f'year: {YEAR}',
                            'targets:', '  members:', '    at_least: 5000', '    revised:']
    for i in range(n):
        day = f'{YEAR - 1 - i // 336}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}'
        lines.append(f'      - {{date: {day}, at_least: {5000 + i}, why: Lần {i + 1}}}')
    lines += ['actuals:', f'  - as_of: {YEAR}-06-30', '    values: {members: 4800}']
    write(folder, 'targets/so.yaml', lines)


SIZES = {
    'S': lambda folder, n: provinces(folder, 1),
    'M': lambda folder, n: provinces(folder, PROVINCES),
    'L': lambda folder, n: cooperatives(folder, range(1, 7), n or COOPERATIVES),
    'XL': lambda folder, n: one_file(folder, n or 200),
    'year': lambda folder, n: cooperatives(folder, range(1, 13), n or COOPERATIVES),
    'groups': lambda folder, n: one_group(folder, n or 33_000),
    'findings': lambda folder, n: wrong_figures(folder, n or 100_000),
    'revisions': lambda folder, n: many_revisions(folder, n or 1_000),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('size', choices=SIZES)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--count', type=int, default=0, help='of the squares; cooperatives of L and year; megabytes of XL')
    options = parser.parse_args()
    SIZES[options.size](options.folder, options.count)


if __name__ == '__main__':
    main()
