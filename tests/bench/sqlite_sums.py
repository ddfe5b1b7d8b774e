#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Loads the long CSV of a folder into SQLite; its sums must be those of the groups' own rows.

    sqlite_sums.py TIENDO FOLDER

The worked example of docs/PERFORMANCE.md, run: `tiendo status --format csv`, Debian's sqlite3, and
one query. Every group's figure that is a sum of all its members is computed again by SQLite from
the members' rows; with a difference, or with nothing to compare, the exit code is 1.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
QUERY = '''
create temp view top as  -- the groups under viet-nam, by what their cooperatives' rows add up to
  select substr(actual_file, 9, 7) as province, indicator, as_of, sum(actual_low) as total
  from status where actual_file like 'actuals/tinh-__/%' and actual_computed = 'false'
  group by 1, 2, 3;
select count(*), sum(abs(top.total - status.actual_low) > 1e-6)
  from top join status on status.org = top.province and status.indicator = top.indicator
                      and status.actual_date = top.as_of
  where status.partial = 'false';
select 'viet-nam', status.indicator, status.actual_low,
       (select sum(total) from top where top.indicator = status.indicator)
  from status where status.org = 'viet-nam' and status.actual_low <> '' order by 2;
'''


def main():
    tiendo, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if shutil.which('sqlite3') is None:
        print('sqlite_sums: sqlite3 is not installed')
        sys.exit(1 if os.environ.get('CI') == 'true' else SKIP)
    with tempfile.TemporaryDirectory() as place:
        table = pathlib.Path(place, 'status.csv')
        with table.open('wb') as out:
            subprocess.run([tiendo, 'status', '--format', 'csv'], cwd=folder, stdout=out, check=True)
        result = subprocess.run(
            ['sqlite3', '-cmd', '.mode csv', '-cmd', f'.import {table} status', ':memory:', QUERY],
            stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    compared, different = (int(n) for n in result[0].split(','))
    print(f'{compared} sums of provinces, {different} of them differ')
    nation = [line.split(',') for line in result[1:]]
    for _, indicator, ours, theirs in nation:
        print(f'  viet-nam {indicator}: tiendo {ours}, SQLite {theirs}')
        different += abs(float(ours) - float(theirs)) > 1e-6 * float(theirs)
    sys.exit(1 if different or not compared or not nation else 0)


if __name__ == '__main__':
    main()
