#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A book of more than is judged and written at a time.

    pieces.py TIENDO

The rows of csv and json are those of every organisation asked for by itself, one after the other,
with any number of threads; what is wrong with the last figure of the last file is said before
anything is written; --fail-on sees the last row. What is given twice is found wherever it stands.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

COMMUNES = 1500  # far more pieces than threads
DISTRICTS = 10
SHARED = """indicators:
  moi: {name: HTX mới, unit: HTX, kind: flow}
  htx: {name: Tổng số HTX, unit: HTX, kind: stock}
  htx_nn: {name: HTX nông nghiệp, unit: HTX, kind: stock, part_of: htx}
  doanh_thu: {name: Doanh thu, unit: triệu đồng, kind: flow}
"""
ONLY_LAST = 'not_yet'  # the status of nobody else
TOO_LARGE = '999_999_999_999_999 triệu HTX', '0.000000000000000001'


def commune(i, target, figure):
    entry = f"""org: x{i:04}
year: 2024
targets: {{htx: {target}}}
actuals:
  - as_of: 2024-06-30
    values: {{htx: {figure}, htx_nn: {i % 9}, moi: {i % 4}, doanh_thu: {i}.5}}
"""
    return entry + f'    claims: {{htx: {{attainment: {i % 100}%}}}}\n' if i % 50 == 0 else entry


def lay_out(folder, target='20', figure='19'):
    """target, figure: of the last commune; all others reach theirs."""
    names = [f'x{i:04}' for i in range(COMMUNES)]
    orgs = [f'  nuoc: {{name: Nước, members: [{", ".join(f"h{d}" for d in range(DISTRICTS))}]}}']
    orgs += [f'  h{d}: {{name: Huyện {d}, members: [{", ".join(names[d::DISTRICTS])}]}}'
             for d in range(DISTRICTS)]
    orgs += [f'  {name}: {{name: Xã {name}}}' for name in names]
    (folder / 'a.yaml').write_text(SHARED + 'orgs:\n' + '\n'.join(orgs) + '\n')
    for i, name in enumerate(names):
        last = i == COMMUNES - 1
        (folder / f'{name}.yaml').write_text(
            commune(i, target if last else '20', figure if last else '25'))


def run(program, folder, *words):
    done = subprocess.run([program, *words, '.'], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def expect(failures, what, condition):
    if not condition:
        failures.append(what)


def same_rows(program, folder, failures):
    whole = {form: run(program, folder, 'status', '--format', form, '--jobs', '1')
             for form in ('csv', 'json')}
    for form, (code, out, _) in whole.items():
        expect(failures, f'{form} is written', code == 0 and len(out) > 1_000_000)
        for jobs in ('2', '3', '8'):
            expect(failures, f'{form}, {jobs} jobs',
                   run(program, folder, 'status', '--format', form, '--jobs', jobs)[1] == out)
    lines = whole['csv'][1].decode().split('\r\n')
    report = json.loads(whole['json'][1])
    rows = report['rows']
    expect(failures, 'as many rows in both', len(rows) == len(lines) - 2)
    expect(failures, 'many rows', len(rows) > 5000)
    expect(failures, 'every claim once, as written', [claim['org'] for claim in report['claims']]
           == [f'x{i:04}' for i in range(0, COMMUNES, 50)])
    for first in range(0, COMMUNES, 300):
        names = [f'x{i:04}' for i in range(first, first + 300)]
        asked = [word for name in names for word in ('--org', name)]
        alone = run(program, folder, 'status', '--format', 'csv', *asked)[1].decode().split('\r\n')
        expect(failures, f'csv of {names[0]} and after',
               alone[1:-1] == [line for line in lines if line[:5] in set(names)])
        alone = json.loads(run(program, folder, 'status', '--format', 'json', *asked)[1])
        expect(failures, f'json of {names[0]} and after',
               alone['rows'] == [row for row in rows if row['org'] in set(names)])
    last = [row['org'] for row in rows if row['status'] == ONLY_LAST]
    expect(failures, f'only the last one is {ONLY_LAST}', last == [f'x{COMMUNES - 1:04}'])
    counted = {}
    for row in rows:
        if row['part_of'] is None:
            counted[row['status']] = counted.get(row['status'], 0) + 1
    expect(failures, 'the summary counts all rows', all(
        report['summary'][status] == n for status, n in counted.items()))


def sorted_rows(program, folder, failures):
    """--sort keeps all rows, and sorts within an organisation only: the same lines."""
    plain = run(program, folder, 'status', '--format', 'csv', '--jobs', '2')[1]
    for jobs in ('1', '3'):
        ordered = run(program, folder, 'status', '--format', 'csv', '--sort', 'status',
                      '--jobs', jobs)[1]
        expect(failures, f'--sort, {jobs} jobs',
               ordered != plain and sorted(ordered.splitlines()) == sorted(plain.splitlines()))
    code, out, _ = run(program, folder, 'export', '-o', 'out.csv', '--jobs', '2')
    expect(failures, 'export writes the same',
           code == 0 and out == b'out.csv\n' and (folder / 'out.csv').read_bytes() == plain)
    (folder / 'out.csv').unlink()


def last_row(program, folder, failures):
    for form in ('csv', 'json'):
        for jobs in ('1', '3'):
            words = 'status', '--format', form, '--jobs', jobs
            code, out, _ = run(program, folder, *words, '--fail-on', ONLY_LAST)
            expect(failures, f'{form}: --fail-on sees the last row', code == 1 and len(out) > 10**6)
            code, _, _ = run(program, folder, *words, '--only', 'exceeded',
                             '--fail-on', ONLY_LAST)
            expect(failures, f'{form}: --fail-on sees what --only leaves', code == 0)


def nothing_asked(program, folder, failures):
    code, out, _ = run(program, folder, 'status', '--format', 'csv', '--only', 'within')
    expect(failures, 'csv of no rows is its header', code == 0 and out.count(b'\n') == 1)
    code, out, _ = run(program, folder, 'status', '--format', 'json', '--year', '1990')
    expect(failures, 'json of no rows', code == 0 and json.loads(out)['rows'] == [])


def given_twice(program, folder, failures):
    """Figures given again by other files are found in every piece, always in the same order."""
    again = range(0, COMMUNES, 100)
    entry = 'actuals:\n  - as_of: 2024-06-30\n    values: {moi: 7, htx: 7}\n'
    for i in again:
        (folder / f'z{i:04}.yaml').write_text(f'org: x{i:04}\nyear: 2024\n{entry}')
    words = 'check', '--format', 'short', '--jobs'
    code, out, _ = run(program, folder, *words, '1')
    said = [line.split(':')[0].removeprefix('./') for line in out.decode().splitlines()
            if 'T405' in line]
    expect(failures, 'both figures of each are found where they stand again',
           code == 1 and said == [f'z{i:04}.yaml' for i in again for _ in range(2)])
    for jobs in ('2', '3', '8'):
        expect(failures, f'given twice, {jobs} jobs', run(program, folder, *words, jobs)[1] == out)
    for i in again:
        (folder / f'z{i:04}.yaml').unlink()


def overflow(program, folder, failures):
    lay_out(folder, *TOO_LARGE)
    for form in ('csv', 'json'):
        for jobs in ('1', '3'):
            code, out, err = run(program, folder, 'status', '--format', form, '--jobs', jobs)
            expect(failures, f'{form}, {jobs} jobs: an overflow in the last row, and no output',
                   code == 1 and out == b'' and b'T509' in err)
    code, out, _ = run(program, folder, 'check', '--jobs', '2')
    expect(failures, 'check finds it', code == 1 and out.count(b'T509') == 1)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    failures = []
    with tempfile.TemporaryDirectory() as top:
        folder = pathlib.Path(top)
        lay_out(folder)
        for test in (same_rows, sorted_rows, last_row, nothing_asked, given_twice, overflow):
            test(program, folder, failures)
    for failure in failures:
        print(f'not so: {failure}')
    print(f'{len(failures)} failures')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
