#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""reports.py TIENDO

Compare what the program answers for the example data with tests/reports.md, where the reports are
worked out by hand, and for the book of a golden case with tests/published.md: every number, status,
count, claim and part of their tables, exactly, and no row too many or too few. reports.md says how
the tables are read.

Exit code: 0 all agrees, 1 something differs, 2 a page or the call is wrong."""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
from decimal import Decimal, InvalidOperation

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
# page -> where its book lies
PAGES = {TESTS / "reports.md": ROOT,
         TESTS / "published.md": TESTS / "cases" / "check-published" / "input"}

# column -> field of the JSON, an exact number
NUMBERS = {
    "attainment %": "attainment_pct", "elapsed %": "elapsed_pct", "expected": "expected",
    "gap": "gap", "left": "left", "baseline": "baseline", "run-rate": "forecast_run_rate",
    "needed a month": "needed_per_month", "achieved a month": "achieved_per_month",
    "T/B %": "target_vs_last_year_pct", "same day last year": "last_year_same",
    "vs last year": "vs_last_year_gap", "vs last year %": "vs_last_year_pct",
}
# figures of a row that are undefined unless the table has a column for them
SILENT = ("attainment_pct_high", "attainment_original_pct", "gap_high", "progress_pct",
          "progress_pct_high", "target_vs_last_year_gap", "forecast_seasonal", "estimate",
          "estimate_high", "estimate_date", "estimate_attainment_pct", "estimate_vs_last_year_pct",
          "estimate_vs_last_year_gap", "estimate_status", "override_why", "members_alike",
          "actual_alike", "members_reporting", "members_met", "members_total")
DAYS = {"baseline date": "baseline_date", "last year's day": "last_year_date"}
ROW_COLUMNS = {*NUMBERS, *DAYS, "org", "year", "as-of", "indicator", "target", "by",
               "assigned by", "during", "actual", "date", "date from", "text",
               "each member's target", "n × target", "reporting", "meeting", "missing", "late",
               "joined", "status"}
# from best to worst: of several targets of one goal the least favourable counts
STATUSES = ("exceeded", "met", "within", "on_track", "not_yet", "not_due", "slipping",
            "no_baseline", "incomplete", "no_report", "behind", "missed")
# what must be on the page: nobody can lose these by editing a table
REQUIRED = (
    ("--org bac-ninh --as-of 2024-06-30", "bac-ninh", "htx_new",
     {"attainment_pct": 50, "expected": 15, "left": 15, "needed_per_month": "2.5",
      "status": "on_track"}),
    ("--org dak-lak --year 2024", "dak-lak", "htx_new", {"status": "no_report"}),
    ("--org yen-bai", "yen-bai", "htx_new", {"attainment_pct": 115, "status": "exceeded"}),
    ("--org tay-bac", "tay-bac", "htx_new", {"members_reporting": 1, "members_met": 1,
                                             "members_total": 7, "status": "incomplete"}),
)
REQUIRED_CLAIMS = (("htx_agri", "78.5", "78.284924", "differs"), ("htx_new", "50", "50", "agrees"))


class BadPage(Exception):
    """The page cannot be read."""


def value(cell):
    """What a cell asserts: behind the last '=', without emphasis, code marks and brackets."""
    text = re.sub(r"\*\*|`", "", cell.rsplit(" = ", 1)[-1])
    return re.sub(r"\s+\([^()]*\)$", "", text.strip()).strip()


def number(cell):
    text = value(cell).replace("−", "-")
    if text == "–":
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        raise BadPage(f"'{cell}' is no number") from None


def words(cell):
    text = value(cell)
    return None if text == "–" else text


def plain(figure):
    """A number of the JSON as it is written in a cell."""
    return format(Decimal(figure), "f")


def target_words(target):
    """at_least 30, range 10 – 15, grow 10 %"""
    low, high, kind = target["low"], target["high"], target["kind"]
    if kind == "grow":
        bound = "" if low is None and high is None else f" to {low} – {high}"
        return f"grow {plain(target['grow_pct'])} %{bound}"
    bounds = [plain(bound) for bound in (low, high) if bound is not None]
    if kind == "about" and low == high:
        bounds = bounds[:1]
    return " ".join([kind, " – ".join(bounds)])


def actual_words(actual):
    low, high = plain(actual["low"]), plain(actual["high"])
    shown = low if low == high else f"{low} – {high}"
    return f"{actual['hedge']} {shown}" if actual["hedge"] else shown


class Report:
    """What differs."""

    def __init__(self):
        self.differences = []
        self.compared = 0

    def same(self, where, what, expected, actual):
        self.compared += 1
        if expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
            self.differences.append(f"{where}: {what}: by hand {shown(expected)},"
                                    f" program {shown(actual)}")


def shown(thing):
    return "–" if thing is None else str(thing)


def read_tables(lines):
    """Tables as (line number, columns, rows), a row a dict of its cells."""
    tables = []
    columns = None
    for at, line in enumerate(lines, 1):
        if not line.startswith("|"):
            columns = None
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if columns is None:
            columns = cells
            tables.append((at, columns, []))
        elif set(line) <= set("|-: "):
            continue
        elif len(cells) != len(columns):
            raise BadPage(f"line {at}: {len(cells)} cells, {len(columns)} columns")
        else:
            tables[-1][2].append((at, dict(zip(columns, cells))))
    return tables


def read_runs(text):
    """Every heading with options: (options, tables)."""
    runs = []
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if line.startswith("#")] + [len(lines)]
    for at, end in zip(heads, heads[1:]):
        options = [code.removeprefix("tiendo status").strip()
                   for code in re.findall(r"`([^`]*)`", lines[at])
                   if code.startswith(("--", "tiendo status"))]
        tables = read_tables([""] * at + lines[at:end])
        if options and not tables:
            raise BadPage(f"line {at + 1}: a run without a table")
        runs += [(option, tables) for option in options]
    if not runs:
        raise BadPage("no heading with options")
    return runs


def ask(tiendo, book, options):
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run([tiendo, "status", "--format", "json", *options.split()], cwd=book,
                          env=env, capture_output=True, check=False)
    if done.returncode != 0 or done.stderr:
        sys.stdout.write(done.stderr.decode("utf-8", "backslashreplace"))
        raise BadPage(f"tiendo status {options}: exit code {done.returncode}")
    return json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)


def expand(cell):
    return [] if words(cell) is None else [name.strip() for name in value(cell).split(",")]


def compare_target(report, where, cells, row):
    target = row["target"]
    each = "each member's target" in cells
    if each:
        wanted = words(cells["each member's target"])
        total = number(cells["n × target"])
        if total is not None and wanted is not None:
            wanted = f"{wanted.split()[0]} {plain(total)}"
    else:
        wanted = words(cells["target"])
    report.same(where, "target", wanted, target and target_words(target))
    if target is not None:
        by = words(cells.get("assigned by", "–"))
        report.same(where, "each", value(cells["org"]) if each else by, target["each"])
        report.same(where, "by", words(cells.get("by", "–")), target["by"])
        report.same(where, "during", words(cells.get("during", "–")), target["during"])


def of_members(cells):
    """The columns of a group's row as fields of the JSON; those of any other row."""
    if "reporting" not in cells:
        return {"missing_members": [], "late_members": [], "joined_members": []}
    done, slash, total = value(cells["reporting"]).partition("/")
    met, met_slash, met_total = value(cells["meeting"]).partition("/")
    if not slash or met_slash and met_total != total or not met_slash and met != "–":
        raise BadPage(f"'{cells['reporting']}', '{cells['meeting']}': k/n is not written")
    return {
        "members_reporting": number(done), "members_met": number(met),
        "members_total": number(total), "missing_members": expand(cells["missing"]),
        "late_members": [dict(zip(("org", "date"), name.split()))
                         for name in expand(cells["late"])],
        "joined_members": [dict(zip(("org", "into"), name.split(" into ")))
                           for name in expand(cells["joined"])],
    }


def first_day(row):
    """The earliest day of the members' figures: of the figure, beside it in an older JSON."""
    return row["actual"]["date_from"] if "date_from" in row["actual"] else row["date_from"]


def compare_row(report, where, cells, row):
    mark = cells["indicator"].split()[0] if " " in cells["indicator"] else ""
    report.same(where, "year", number(cells["year"]), row["year"])
    report.same(where, "as-of", words(cells["as-of"]), row["as_of"])
    report.same(where, "is a part", "└" in mark, row["part_of"] is not None)
    compare_target(report, where, cells, row)
    actual = row["actual"]
    report.same(where, "actual", words(cells["actual"]), actual and actual_words(actual))
    report.same(where, "date", words(cells.get("date", "–")), actual and actual["date"])
    if actual:
        report.same(where, "date from", words(cells.get("date from", "–")), first_day(row))
    for column, field in NUMBERS.items():
        report.same(where, field, number(cells.get(column, "–")), row[field])
    if words(cells.get("text", "–")) is not None:
        report.same(where, "text", words(cells["text"]), row["attainment_text"])
    said = {field: None for field in SILENT} | of_members(cells)
    said |= {field: words(cells.get(column, "–")) for column, field in DAYS.items()}
    for field, wanted in said.items():
        report.same(where, field, wanted, row[field])
    partial = (words(cells["actual"]) is not None and said["members_total"] is not None
               and said["members_reporting"] < said["members_total"])
    for field, wanted in (("stale", False), ("uncertain", False), ("partial", partial)):
        report.same(where, field, wanted, row[field])
    for field in ("status", "computed_status"):
        report.same(where, field, words(cells["status"]), row[field])


def label_of_cells(cells):
    """Which row of its organisation: indicator, part of the year, assigner, group."""
    group = value(cells["org"]) if "each member's target" in cells else None
    has_target = words(cells.get("each member's target", cells.get("target", "–"))) is not None
    return (value(cells["indicator"]).split()[-1], words(cells.get("during", "–")),
            words(cells.get("by", "–")),
            (group if has_target else None) or words(cells.get("assigned by", "–")))


def label_of_row(row):
    target = row["target"]
    if target is None:
        return row["indicator"], None, None, None
    return row["indicator"], target["during"], target["by"], target["each"]


def label_words(label):
    return " ".join(part for part in label if part)


def compare_rows(report, where, tables, answer):
    """All tables of rows of one run, by organisation; their order apart."""
    wanted = collections.defaultdict(dict)
    for _, columns, rows in tables:
        if unknown := set(columns) - ROW_COLUMNS:
            raise BadPage(f"{where}: unknown columns {', '.join(sorted(unknown))}")
        for line, cells in rows:
            for org in expand(cells["org"]):
                if wanted[org].setdefault(label_of_cells(cells), (line, cells))[0] != line:
                    raise BadPage(f"line {line}: a row of {org} stands twice")
    found = collections.defaultdict(dict)
    for row in answer["rows"]:
        found[row["org"]][label_of_row(row)] = row
    report.same(where, "organisations with rows", sorted(wanted), sorted(found))
    report.same(where, "rows", sum(map(len, wanted.values())), len(answer["rows"]))
    for org in sorted(set(wanted) & set(found)):
        for label in [label for label in wanted[org] if label not in found[org]]:
            report.same(f"{where}, {org}", "row", label_words(label), None)
        for label in [label for label in found[org] if label not in wanted[org]]:
            report.same(f"{where}, {org}", "row", None, label_words(label))
        both = [label for label in wanted[org] if label in found[org]]
        order = [label for label in found[org] if label in wanted[org]]
        report.same(f"{where}, {org}", "order of the rows",
                    ", ".join(map(label_words, both)), ", ".join(map(label_words, order)))
        for label in both:
            line, cells = wanted[org][label]
            compare_row(report, f"{where}, line {line}, {org} {label_words(label)}", cells,
                        found[org][label])


def compare_summary(report, where, cells, summary):
    if unknown := set(cells) - set(summary):
        raise BadPage(f"{where}: unknown counts {', '.join(sorted(unknown))}")
    for status, count in summary.items():
        report.same(where, status, number(cells.get(status, "0")), count)


def count_org(answer, org, status):
    """What one organisation alone has: rows, goals, goals of one status, rows without a target."""
    rows = [row for row in answer["rows"] if row["org"] == org]
    if status == "rows":
        return Decimal(len(rows))
    with_target = {row["indicator"] for row in rows if row["target"] is not None}
    if status == "no_target":
        return Decimal(sum(row["target"] is None and row["part_of"] is None for row in rows))
    goals = {}
    for row in rows:
        whole = row["part_of"]
        if row["target"] is not None and (whole is None or whole not in with_target):
            goal = row["indicator"], row["target"]["during"]
            goals[goal] = max(goals.get(goal, 0), STATUSES.index(row["status"]))
    if status == "goals":
        return Decimal(len(goals))
    return Decimal(list(goals.values()).count(STATUSES.index(status)))


def compare_orgs(report, where, table, answer):
    """The table of section 6: a line of counts for each organisation, and one for all."""
    for line, cells in table[2]:
        orgs = expand(cells["org"])
        counts = {name: cells[name] for name in table[1] if name != "org"}
        if orgs == ["all"]:
            report.same(where, "rows", number(counts.pop("rows")), Decimal(len(answer["rows"])))
            compare_summary(report, f"{where}, line {line}", counts, answer["summary"])
            continue
        for status, cell in counts.items():
            got = sum(count_org(answer, org, status) for org in orgs)
            report.same(f"{where}, line {line}, {', '.join(orgs)}", status, number(cell), got)


def compare_list(report, where, name, wanted, found):
    times = collections.Counter(found)
    for thing, count in collections.Counter(wanted).items():
        report.same(where, f"{name} {' '.join(map(shown, thing))}", count, times.pop(thing, 0))
    for thing in times:
        report.same(where, f"{name}, not on the page", None, " ".join(map(shown, thing)))


def compare_run(report, where, tables, answer):
    of_rows = [table for table in tables if "as-of" in table[1]]
    claims = []
    parts = []
    summaries = 0
    for table in tables:
        columns = table[1]
        if "as-of" in columns:
            continue
        if "claim" in columns:
            claims += [(value(c["org"]), value(c["indicator"]), value(c["claim"]),
                        words(c["hedge"]), number(c["published"]), number(c["computed"]),
                        value(c["verdict"]), words(c["missing"]))
                       for _, c in table[2]]
        elif "parts of" in columns:
            parts += [(value(c["org"]), value(c["indicator"]), value(c["parts of"]),
                       words(c["by"]), number(c["sum"]), number(c["whole"]), value(c["verdict"]))
                      for _, c in table[2]]
        elif "rows" in columns:
            summaries += 1
            compare_orgs(report, where, table, answer)
        elif "goals" in columns:
            summaries += 1
            compare_summary(report, where, table[2][0][1], answer["summary"])
        else:
            raise BadPage(f"line {table[0]}: what table is this?")
    if summaries != 1:
        raise BadPage(f"{where}: {summaries} summaries")
    if of_rows:
        compare_rows(report, where, of_rows, answer)
    compare_list(report, where, "claim", claims,
                 [(c["org"], c["indicator"], c["claim"], c["hedge"], c["published"],
                   c["computed"], c["verdict"], c["missing"]) for c in answer["claims"]])
    compare_list(report, where, "parts", parts,
                 [(p["org"], p["indicator"], p["of"], p["by"], p["sum"], p["whole"],
                   p["verdict"]) for p in answer["parts"]])
    report.same(where, "allocation", [], answer["allocation"])


def compare_required(report, answers):
    """The facts that the page must hold whatever is done to its tables."""
    for options, org, indicator, fields in REQUIRED:
        if options not in answers:
            raise BadPage(f"no heading runs {options}")
        row = next(row for row in answers[options]["rows"]
                   if (row["org"], row["indicator"]) == (org, indicator))
        for field, wanted in fields.items():
            wanted = wanted if field == "status" else Decimal(wanted)
            report.same(f"required, {options}", field, wanted, row[field])
    answer = answers[REQUIRED[0][0]]
    row = next(row for row in answer["rows"] if row["indicator"] == "htx_new")
    report.same("required", "15 of 30", ("15", "30"),
                (plain(row["actual"]["low"]), plain(row["target"]["low"])))
    claims = [(c["indicator"], plain(c["published"]), plain(c["computed"]), c["verdict"])
              for c in answer["claims"]]
    for claim in REQUIRED_CLAIMS:
        report.same("required", f"claim {' '.join(claim)}", True, claim in claims)
    statuses = {row["status"] for row in answers[REQUIRED[1][0]]["rows"]}
    report.same("required", "Đắk Lắk 2024", ["no_report", "not_due"], sorted(statuses))


def compare_page(report, tiendo, page, book):
    """All runs of a page; their answers. What is found speaks of the whole book, in each run."""
    text = page.read_text("utf-8")
    found = [(value(cells["found at"]),) for _, columns, rows in read_tables(text.splitlines())
             if "found at" in columns for _, cells in rows]
    answers = {}
    for options, tables in read_runs(text):
        answer = answers[options] = ask(tiendo, book, options)
        where = f"{page.name}: status {options}".strip()
        compare_run(report, where, tables, answer)
        compare_list(report, where, "finding at", found,
                     [(f"{finding['file']}:{finding['line']}",) for finding in answer["findings"]])
    return answers


def main():
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    tiendo = pathlib.Path(sys.argv[1]).resolve()
    report = Report()
    runs = 0
    for page, book in PAGES.items():
        try:
            answers = compare_page(report, tiendo, page, book)
            runs += len(answers)
            if book == ROOT:
                compare_required(report, answers)
        except (BadPage, OSError, KeyError, ValueError) as error:
            print(f"{page.name}: {error!r}" if isinstance(error, KeyError)
                  else f"{page.name}: {error}")
            return 2
    for difference in report.differences:
        print(difference)
    print(f"{runs} runs, {report.compared} comparisons,"
          f" {len(report.differences)} differences")
    return 1 if report.differences else 0


if __name__ == "__main__":
    sys.exit(main())
