# SPDX-License-Identifier: MIT
"""The worked examples of RULES.en.md as expectations, copied from the document by section."""

import datetime
from fractions import Fraction

import oracle
from oracle_lists import printed
from oracle_model import (Book, Claim, Entry, Indicator, Num, Org, Override, Revision, Target,
                          Wanted, add_months, half, month, months_gone, num, part_name, quarter,
                          rounded, span_of, unit_parts)

WRONG, DONE = [], [0]


def same(where, got, want):
    DONE[0] += 1
    if got != want:
        WRONG.append(f"{where}: expected {want!r}, got {got!r}")


def date(text, year=2024):
    """A day written 30/06 or 30/06/2023."""
    parts = [int(p) for p in text.split("/")]
    return datetime.date(parts[2] if len(parts) == 3 else year, parts[1], parts[0])


def f(x):
    return None if x is None else x if isinstance(x, Fraction) else Fraction(str(x))


def value(x):
    """A Num of a number, (low, high), or (number, hedge)."""
    if isinstance(x, Num):
        return x
    if isinstance(x, tuple) and isinstance(x[1], str):
        return num(f(x[0]), hedge=x[1])
    return num(f(x[0]), f(x[1])) if isinstance(x, tuple) else num(f(x))


def wanted(kind, low=None, high=None, **more):
    return Wanted(kind, f(low), f(high), **{k: f(v) for k, v in more.items()})


class Small:
    """A small book, written down quickly."""

    def __init__(self, *codes, year=2024):
        self.book, self.year = Book(), year
        for code in codes or ("o",):
            self.org(code)

    def org(self, code, members=(), **more):
        self.book.orgs.append(Org(code, list(members), **more))
        return self

    def ind(self, code="x", kind="flow", **more):
        self.book.indicators.append(Indicator(code, kind, **more))
        return self

    def target(self, kind, low=None, high=None, org="o", ind="x", more=None, **keys):
        self.book.targets.append(Target(org, ind, self.year,
                                        wanted(kind, low, high, **(more or {})), **keys))
        return self

    def at(self, day, org="o", year=None, estimate=False, claims=(), headline=None, **values):
        self.book.entries.append(Entry(org, year or self.year, date(day, self.year), None, estimate,
                                       {c: value(v) for c, v in values.items()}, list(claims),
                                       headline))
        return self

    def during(self, part, org="o", year=None, claims=(), **values):
        self.book.entries.append(Entry(org, year or self.year, None, part, False,
                                       {c: value(v) for c, v in values.items()}, list(claims)))
        return self

    def all(self, as_of=None, year=None):
        return oracle.answer(self.book, as_of and date(as_of, self.year), year or self.year)

    def rows(self, as_of=None, org="o", ind="x"):
        return [r for r in self.all(as_of)["rows"] if (r["org"], r["indicator"]) == (org, ind)]

    def row(self, as_of=None, org="o", ind="x"):
        return self.rows(as_of, org, ind)[0]


def check(where, row, **expected):
    """Fields of a row; percentages may be given with one decimal."""
    for key, want in expected.items():
        if key == "actual":
            got = row["actual"] and row["actual"]["low"]
        elif key == "why":
            for field, reason in want.items():
                same(f"{where} undefined.{field}", row["undefined"].get(field), reason)
            continue
        else:
            got = row[key]
        if "_pct" in key and want is not None:
            got = None if got is None else rounded(got, 1)
        same(f"{where} {key}", got, f(want) if isinstance(want, (int, float)) and not isinstance(
            want, bool) and not key.startswith("members") else want)


# --------------------------------------------------------------------------- sections 1 to 3

def section_1():
    for base, pct, actual, target, gap in ((44120, 3, 45443, 45444, -1), (10, 3, 10, 11, -1)):
        row = Small().ind("x", "stock", unit="người", decimals=0).target(
            "grow", pct, more={"base": base}).at("31/12", x=actual).row()
        check("1.3", row, status="missed", gap=gap)
        same("1.3 target", row["target"]["low"], target)
    row = Small().ind().target("grow", 10, more={"base": 60}).at("31/12", x=66).row()
    check("1.1", row, status="met", attainment_pct=100)
    row = Small().ind("x", "stock").target("plain", 80).at("31/12", x=79.96).row()
    check("1.2", row, status="missed")
    same("1.2 79.96 of 80", printed(row["attainment_pct"], 1, (0, 100)), f(99.9))
    same("1.2 59.96 against 60", printed(f(59.96), 0, (60,)), 59)
    same("1.2 Bắc Ninh", rounded(Fraction(56600, 723), 2), f(78.28))


def section_2():
    row = (Small().ind("x", "average", accumulates=True, unit="triệu đồng").target("plain", 3315)
           .at("31/10", x=2500).row())
    check("2 accumulates", row, attainment_pct=75.4, expected=2762.5, status="slipping")


def section_3_1():
    def over(kind, low, high=None, ind="flow", **more):
        def status(actual):
            return (Small().ind("x", ind, unit="%" if ind == "share" else "HTX")
                    .target(kind, low, high, more=more).at("31/12", x=actual).row())
        return status

    for name, row, cases in (
            ("60 or more", over("at_least", 60), ((59, "missed"), (60, "met"), (61, "exceeded"))),
            ("30-40", over("range", 30, 40), ((29, "missed"), (30, "met"), (35, "met"),
                                              (40, "met"), (41, "exceeded"))),
            ("above 60", over("more_than", 60, ind="share"), ((60, "missed"),
                                                              (60.1, "exceeded"))),
            ("about 145", over("about", 145), ((144, "missed"), (145, "met"), (160, "met"))),
            ("about 145, 5 %", over("about", 145, tolerance=7.25), ((137, "missed"),
                                                                  (137.75, "met"))),
            ("about 265, 5 %", over("about", 265, tolerance=13.25), ((251, "missed"),
                                                                     (255, "met")))):
        for actual, want in cases:
            same(f"3.1 {name}: {actual}", row(actual)["status"], want)
    check("3.1 265", over("about", 265, tolerance=13.25)(255), attainment_pct=96.2, gap=-10,
          left=10)


def section_3_2():
    rows = (Small(year=2021).ind().target("plain", 60, by="tỉnh").target("plain", 20, by="cụm")
            .at("30/09", x=69).rows())
    same("3.2", [rounded(r["attainment_pct"], 1) for r in rows], [115, 345])
    book = Small(year=2021).ind().target("plain", 60, by="tỉnh").target("plain", 20, by="cụm")
    same("3.2 headline", book.at("30/09", x=69).all()["summary"]["goals"], 1)
    book = Small().ind().target("plain", 30, revised=[
        Revision(date("08/07"), wanted("plain", 25))]).at("30/06", x=15)
    check("3.2 before", book.row("07/07"), attainment_pct=50, attainment_original_pct=None)
    check("3.2 after", book.row("08/07"), attainment_pct=60, attainment_original_pct=50)
    same("3.2 date", len(Small().ind().target("plain", 30, date=date("08/07")).rows("07/07")), 0)


def section_3_3():
    book = Small().ind().target("range", 10, 15, during=half(2)).at("30/06", x=15)
    check("3.3 Bắc Ninh", book.row("08/07"), status="no_report", actual=None)
    book.at("31/12", x=25)
    check("3.3 15 + 10", book.row(), actual=10, status="met")
    book = (Small().ind().target("grow", 10, during=half(2)).at("30/06/2023", year=2023, x=40)
            .at("31/12/2023", year=2023, x=100).at("30/06", x=40).at("31/12", x=106))
    check("3.3 growth", book.row(), status="met", baseline=60, actual=66)
    window = date("15/12/2023"), date("14/12/2024")
    same("3.3 month", span_of(window, month(1)), (date("15/12/2023"), date("14/01/2024")))
    same("3.3 name", part_name(window, 2024, month(1)), "2024-01")
    same("3.3 half", span_of(window, half(1))[1], date("14/06"))
    same("3.3 quarter", part_name(window, 2024, quarter(1)), "2024-Q1")


NORTH = ("yen-bai", "son-la", "dien-bien")


def cluster():
    return (Small(*NORTH, year=2021).org("tay-bac", NORTH, members_total=7).ind()
            .target("at_least", 20, org="tay-bac", each=True))


def section_3_4():
    row = cluster().at("30/09", org="yen-bai", x=69).row("30/09", org="tay-bac")
    check("3.4", row, status="incomplete", members_met=1, members_total=7, attainment_pct=None,
          why={"attainment_pct": "each_member", "gap": "each_member"})
    same("3.4 7 x 20", row["target"]["low"], 140)
    row = cluster().row("30/09", org="tay-bac")
    check("6.5 nothing", row, status="no_report", members_met=0, members_reporting=0,
          missing_members=list(NORTH), members_total=7)


def section_3_5():
    for whole, parts, complete, want in (
            (570, (345, 81, 99, 18, 10, 17), True, "equal"), (723, (566,), False, "partial"),
            (1031, (1015, 31), True, "above"), (167, (94, 56), True, "short")):
        book = Small().ind("x", "stock")
        values = {"x": whole}
        for i, part in enumerate(parts):
            book.ind(f"p{i}", "stock", part_of="x", breakdown="a", complete=complete)
            values[f"p{i}"] = part
        found = book.at("30/06", **values).all()["parts"]
        same(f"3.5 {whole}", [(p["sum"], p["whole"], p["verdict"], p["of"]) for p in found],
             [(sum(parts), whole, want, "actuals")])


def section_3_6():
    members = ("a", "b")

    def group(target, by):
        return Small(*members).org("g", members).ind().target("plain", target, org="g", by=by)

    book = group(100, "tỉnh")
    for org, province, council in (("a", 30, 40), ("b", 70, 80)):
        book.target("plain", province, org=org, by="tỉnh")
        book.target("plain", council, org=org, by="hội đồng")
    book.target("plain", 120, org="g", by="hội đồng")
    same("3.6 by", [(a["by"], a["sum"], a["verdict"]) for a in book.all()["allocation"]],
         [("tỉnh", 100, "allocated"), ("hội đồng", 120, "allocated")])
    book = (group(100, "tỉnh").target("plain", 40, org="a", by="nhóm")
            .target("plain", 60, org="b", by="nhóm"))
    same("3.6 only", [(a["sum"], a["verdict"]) for a in book.all()["allocation"]],
         [(100, "allocated")])
    book = (group(100, None).target("grow", 10, org="a", more={"base": 50})
            .target("plain", 45, org="b"))
    same("3.6 growth", [(a["sum"], a["verdict"]) for a in book.all()["allocation"]],
         [(100, "allocated")])


# ----------------------------------------------------------------------------------- section 4

def section_4_1():
    row = Small().ind().during(month(1), x=2).during(month(3), x=7).row()
    check("4.1 gap", row, actual=2)
    same("4.1 gap day", row["actual"]["date"], date("31/01"))


def section_4_2():
    year = date("01/01"), date("31/12")
    for day, want in (("30/06", 6), ("30/09", 9), ("30/10", 9 + Fraction(30, 31))):
        same(f"4.2 {day}", months_gone(*year, date(day)), want)
    same("4.2 clip", add_months(date("31/01"), 1), date("29/02"))
    book = Small().ind().target("plain", 30, milestones=[(date("31/03"), Fraction(1, 5)),
                                                         (date("30/06"), Fraction(9, 20))])
    check("4.2 milestones", book.at("31/05", x=5).row(), expected=11)


def section_4_3():
    def province(year):
        return (Small("bac-giang", year=year).org("bac-ninh", begin=date("01/07/2025"),
                                                  predecessors=["bac-ninh-cu", "bac-giang"])
                .org("bac-ninh-cu").ind("x", "stock").at("31/12/2025", org="bac-ninh", x=2102)
                .at("31/12/2024", org="bac-ninh-cu", year=2024, x=723))
    row = province(2025).row(org="bac-ninh")
    check("4.3 boundary", row, baseline=None, last_year_same=None,
          why={"last_year_same": "boundary_changed"})
    row = province(2025).at("31/12/2024", org="bac-giang", year=2024, x=1000).row(org="bac-ninh")
    check("4.3 sum", row, baseline=1723, last_year_same=1723)
    book = Small(year=2025).ind("x", "stock").at("28/02", x=9)
    book.at("28/02/2024", year=2024, x=7)
    check("4.3 28/02", book.row(), last_year_same=7)
    check("4.3 29/02", book.at("29/02/2024", year=2024, x=8).row(), last_year_same=8)


def section_4_4():
    row = Small().ind().target("plain", 30).at("30/06", x=15).row()
    check("4.4", row, elapsed_pct=50, attainment_pct=50, expected=15, gap=-15, left=15,
          forecast_run_rate=30, needed_per_month=2.5, achieved_per_month=2.5, status="on_track")
    row = (Small().ind().target("at_least", 60).at("31/12/2023", year=2023, x=116)
           .at("31/12", x=60).row())
    check("4.4 two ways", row, attainment_pct=100, vs_last_year_pct=51.7,
          target_vs_last_year_pct=51.7)
    row = (Small().ind("x", "share", unit="%").at("31/12/2023", year=2023, x=52)
           .at("31/12", x=60).row())
    check("4.4 points", row, vs_last_year_gap=8, vs_last_year_pct=None,
          why={"vs_last_year_pct": "kind"})
    row = (Small().ind("x", "share", unit="%", better="lower").target("less_than", 2)
           .at("31/12/2023", year=2023, x=1.75).at("30/06", x=2.15).row())
    check("4.4 debt", row, progress_pct=None, status="behind",
          why={"progress_pct": "baseline_meets"})


def section_4_5():
    row = (Small().ind().target("plain", 30).at("31/12/2023", year=2023, x=25)
           .at("30/06", estimate=True, x=32).row())
    check("4.5", row, estimate_attainment_pct=106.7, estimate_vs_last_year_pct=128,
          estimate_status="exceeded")


def section_4_6():
    row = (Small().ind("x", "average", unit="triệu đồng/năm").target("plain", 60)
           .at("31/12", x=(45.6, 66)).row())
    check("4.6", row, attainment_pct=76, attainment_pct_high=110, status="missed", uncertain=True)
    factor = unit_parts("triệu đồng/năm")[1] / Fraction(unit_parts("triệu đồng/tháng")[1])
    same("4.1 Lạng Sơn", (f(3.8) * factor, f(5.5) * factor), (f(45.6), 66))
    same("4.1 2.7 billion", f(2.7) * unit_parts("tỷ đồng")[0] / unit_parts("triệu đồng")[0], 2700)
    row = Small().ind().target("range", 10, 15).at("31/12", x=12.5).row()
    check("4.6 range", row, attainment_pct=125, attainment_pct_high=83.3)


# ----------------------------------------------------------------------------------- section 5

def section_5():
    for actual, want in ((15, "on_track"), (14, "slipping"), (13, "behind"), (30, "met"),
                         (31, "exceeded")):
        row = Small().ind().target("plain", 30).at("30/06", x=actual).row()
        same(f"5 Bắc Ninh {actual}", row["status"], want)

    def share(as_of, **value_of):
        book = Small().ind("x", "share", unit="%", measured=(12, 31)).target("more_than", 60)
        return (book.at("30/06", **value_of) if value_of else book).row(as_of)

    check("5 not due", share("30/06"), status="not_due")
    check("5 not due, 65", share("30/06", x=65), status="not_due", actual=65)
    check("5 seen from 31/12", share("31/12", x=65), status="no_report", actual=65)
    for kind, low, actual, want in (("at_most", 30, 16, "slipping"), ("at_most", 30, 17, "behind"),
                                    ("less_than", 10, 10, "missed")):
        row = Small().ind(better="lower").target(kind, low).at("30/06", x=actual).row()
        same(f"5 complaints {actual}", row["status"], want)
    for kind, better, low, high, last, actual, want in (
            ("less_than", "lower", 2, None, None, 6.5, "behind"),
            ("less_than", "lower", 2, None, 8, 6.5, "not_yet"),
            ("plain", "lower", 15, None, 20, 18, "not_yet"),
            ("plain", "lower", 15, None, 20, 21, "behind"),
            ("within", "higher", 95, 105, 100, 94, "behind"),
            ("plain", "higher", 985, None, 966, 960, "behind"),
            ("plain", "higher", 985, None, 966, 970, "not_yet")):
        book = Small().ind("x", "stock", better=better).target(kind, low, high)
        if last is not None:
            book.at("31/12/2023", year=2023, x=last)
        same(f"5 {kind} {actual}", book.at("30/06", x=actual).row()["status"], want)
    book = (Small().ind().target("plain", 30).target("range", 10, 15, during=half(2))
            .at("30/06", x=15))
    same("5 two goals", book.all()["summary"]["goals"], 2)
    book.book.overrides.append(Override("o", "x", 2024, "met"))
    row = book.row()
    check("5 by hand", row, status="met", computed_status="on_track", override_why="tự xét")
    row = Small().ind().target("plain", 30).at("30/06", x=15).row("31/01/2025")
    check("5 stale", row, stale=True, status="on_track")


# ----------------------------------------------------------------------------------- section 6

def group(*reports, total=None, kind="stock", ind=None, orgs=None):
    """A group g of members a, b, c..., each with [(day, figure)]."""
    names = "abcdefs"[:len(reports)]
    book = Small(*names) if orgs is None else orgs
    book.org("g", names, members_total=total).ind("x", kind, **(ind or {}))
    for name, figures in zip(names, reports):
        for day, figure in figures:
            book.at(day, org=name, year=date(day).year, x=figure)
    return book


def lists(row):
    return ([m["org"] for m in row["late_members"]], row["missing_members"],
            [(m["org"], m["into"]) for m in row["joined_members"]])


def members(where, row, day, figure, k, n, *three):
    check(where, row, actual=figure, members_reporting=k, members_total=n)
    same(f"{where} day", row["actual"]["date"], date(day))
    same(f"{where} lists", lists(row), three or ([], [], []))


def section_6_2():
    row = group([("20/06", 17)], [("30/06", 12)], [("30/06", 9)]).row(org="g")
    members("6.2 span", row, "30/06", 38, 3, 3)
    same("6.2 date_from", row["date_from"], date("20/06"))
    row = group([("31/03", 17)], [("30/06", 12)], [("30/06", 9)]).row(org="g")
    members("6.2 late", row, "30/06", 21, 2, 3, ["a"], [], [])
    same("6.2 late day", row["late_members"][0]["date"], date("31/03"))
    row = group(*([[("30/06", 10), ("31/12", 20)]] * 6 + [[("30/06", 10)]])).row(org="g")
    members("6.2 seven", row, "31/12", 120, 6, 7, ["s"], [], [])


def section_6_2_merger():
    def merged():
        return (Small().org("a", end=date("30/06")).org("b")
                .org("m", begin=date("01/07"), predecessors=["a"]).org("g", ["a", "b"])
                .ind("x", "stock").at("30/06", org="a", x=10).at("30/06", org="b", x=9))
    members("6.2 before", merged().row("08/07", org="g"), "30/06", 19, 2, 2)
    row = merged().at("31/12", org="m", x=20).at("31/12", org="b", x=15).row(org="g")
    members("6.2 joined", row, "31/12", 35, 2, 2, [], [], [("a", "m")])
    row = group([("30/06", 12)], []).row(org="g")
    members("6.2 missing", row, "30/06", 12, 1, 2, [], ["b"], [])


def section_6_3():
    book = (Small("a", "b").org("g", ["a", "b"]).ind("n", "stock").ind("good", "stock")
            .ind("x", "share", unit="%", ratio=("good", "n")).at("30/06", org="g", n=1000)
            .at("30/06", org="a", good=200).at("30/06", org="b", good=250))
    check("6.3 ratio", book.row(org="g"), actual=45, partial=False)
    book = group([("30/09", 40)], []).at("30/06", org="g", x=50)
    check("6.3 own", book.row(org="g"), actual=50, partial=False, members_reporting=None)


def section_6_4():
    def one(kind, day, actual, target_kind, low, better="higher"):
        book = group([(day, actual)], [], kind=kind, ind={"better": better})
        return book.target(target_kind, low, org="g").row(org="g")
    check("6.4 floor", one("flow", "30/06", 12, "plain", 10), status="exceeded", left=None,
          partial=True, why={"left": "partial", "gap": "partial"})
    check("6.4 short", one("flow", "30/06", 12, "plain", 100), status="incomplete",
          attainment_pct=12)
    check("6.4 ceiling", one("flow", "30/06", 12, "at_most", 10, "lower"), status="missed")
    for kind in ("flow", "stock"):
        check("6.4 inside", one(kind, "31/12", 4, "at_most", 10, "lower"), status="incomplete")


def section_6_5():
    book = group([("30/06", 12), ("30/06/2023", 10)], [("30/06/2023", 10)])
    check("6.5", book.row(org="g"), vs_last_year_pct=120, members_alike=1, actual_alike=12,
          last_year_same=10)


# ----------------------------------------------------------------------------------- section 7

def claimed(book, day, want, *claims, computed=None, places=2, as_of=None, **values):
    """The answer to claims of an entry; `want` are the verdicts."""
    found = book.at(day, claims=claims, **values).all(as_of)["claims"]
    same(f"7 {claims[0].key} {claims[0].published}", [c["verdict"] for c in found], list(want))
    if computed is not None:
        same(f"7 {claims[0].published} computed",
             [c["computed"] and rounded(c["computed"], places) for c in found],
             [f(c) for c in computed])
    return found


def claim(key, text, ind="x", **more):
    places = len(str(text).split(".")[1]) if "." in str(text) else 0
    return Claim(ind, key, f(text), places, **more)


def section_7():
    claimed(Small().ind().target("at_least", 30), "30/06", ["agrees"], claim("attainment", 50),
            x=15, computed=[50])
    claimed(Small().ind().ind("w"), "30/06", ["differs"], claim("share_of", 78.5, other="w"),
            x=566, w=723, computed=[78.28])
    claimed(Small(year=2021).ind().target("plain", 60, by="tỉnh").target("plain", 20, by="cụm"),
            "30/09", ["agrees"], claim("attainment", 115, by="tỉnh"), x=69, computed=[115])
    claimed(Small().ind().ind("w"), "30/09", ["agrees"],
            claim("share_of", 70, other="w", hedge="less_than"), x=48, w=69, computed=[69.57])
    claimed(Small().ind().target("plain", 1000), "30/09", ["agrees"], claim("attainment", 103.8),
            x=1038, computed=[103.8])
    found = claimed(Small().ind("x", "stock").ind("w", "stock"), "30/09", ["unchecked"],
                    claim("share_of", 64.2, other="w"), x=(340, "about"))
    same("7 missing", found[0]["missing"], "w")
    claimed(Small().ind("x", "stock").ind("w", "stock"), "31/12", ["agrees"],
            claim("share_of", 79.2, other="w"), x=529, w=668, computed=[79.19])
    for part, text, computed in ((279, 60, 61.05), (82, 17.6, 17.94), (67, 14.4, 14.66)):
        claimed(Small().ind().ind("w"), "31/07", ["differs"], claim("share_of", text, other="w"),
                x=part, w=457, computed=[computed])
    for part, whole, text, computed in ((119, 181, 52.4, 65.75), (83, 139, 59.8, 59.71)):
        claimed(Small().ind().ind("w"), "31/12", ["differs"], claim("share_of", text, other="w"),
                x=part, w=whole, computed=[computed])
    book = Small().ind().target("plain", 30, revised=[Revision(date("08/07"),
                                                               wanted("plain", 25))])
    claimed(book, "30/06", ["agrees"], claim("attainment", 50), x=15, as_of="31/12")
    book = Small().ind("x", "stock").ind("w", "stock").at("30/06/2023", year=2023, x=152)
    claimed(book, "30/06", ["agrees", "agrees", "differs"], claim("growth", 25),
            claim("change", 38), claim("share_of", 54, other="w", hedge="more_than"), x=190, w=352,
            computed=[25, 38, 53.98])
    claimed(Small().ind().ind("w"), "30/06", ["agrees", "differs"],
            claim("share_of", 70, other="w", hedge="about"),
            claim("share_of", 68, other="w", hedge="about"), x=48, w=69, computed=[69.57, 69.57])
    book = (Small().ind().ind("w").target("plain", 60, by="tỉnh").target("plain", 80, by="huyện")
            .target("plain", 40, ind="w").at("30/06", headline=(2, 3), x=69, w=48))
    found = book.all()["claims"]
    same("7 headline", [(c["computed"], c["computed_of"], c["verdict"]) for c in found],
         [(1, 2, "differs")])


def section_7_plan():
    for actual, pct, plans in ((26, 65, [40]), (28, 56, [50]), (69, 115, [60]), (11, 24, [45, 46])):
        same(f"7 plan of {actual}", [n for n in range(1, 1000) if printed(
            Fraction(actual * 100, n), 0, (0, 100)) == pct], plans)
    same("7 24 % of 186", [n for n in range(1, 187) if printed(
        Fraction(n * 100, 186), 0, (0, 100)) == 24], [44, 45])
    same("7 99.99 % of no plan", [n for n in range(1, 1000) if printed(
        Fraction(6900, n), 2, (0, 100)) == f(99.99)], [])


def section_7_answers():
    claimed(Small().ind().ind("w"), "31/12", ["cut"], claim("share_of", 91.72, other="w"),
            x=91.727, w=100)
    claimed(Small().ind().target("plain", 100), "31/12", ["agrees"], claim("attainment", 99.9),
            x=99.96)
    claimed(Small().ind().target("plain", 100), "31/12", ["agrees", "differs"],
            claim("attainment", 99), claim("attainment", 100), x=99.96)
    # "54.5 % is down 45.5 %"
    book = Small().ind("x", "stock").at("30/06/2023", year=2023, x=200)
    claimed(book, "30/06", ["agrees", "agrees"], claim("of_last_year", 54.5),
            claim("growth", -45.5), x=109)


# ----------------------------------------------------------------------------------- section 9

CASES = (  # kind, better, B, T, A, expected
    ("flow", "higher", None, 200, 90, {"attainment_pct": 45, "status": "missed"}),
    ("stock", "higher", 100, 120, 110, {"attainment_pct": 91.7, "progress_pct": 50}),
    ("stock", "lower", 100, 50, 75, {"status": "missed", "gap": 25, "progress_pct": 50}),
    ("stock", "lower", 100, 50, 40, {"status": "exceeded", "gap": -10, "progress_pct": 120}),
    ("stock", "lower", 100, 50, 120, {"status": "missed", "gap": 70, "progress_pct": -40}),
    ("stock", "lower", None, 0, 0, {"status": "met", "attainment_pct": None}),
    ("stock", "lower", None, 0, 3, {"status": "missed", "gap": 3, "attainment_pct": None}),
    ("flow", "higher", None, 100, 0, {"status": "missed", "attainment_pct": 0}),
    ("flow", "higher", None, 100, None, {"status": "no_report", "attainment_pct": None,
                                         "actual": None}),
    ("flow", "higher", None, 0, 5, {"status": "exceeded", "attainment_pct": None}),
    ("stock", "higher", None, -50, -30, {"status": "exceeded", "gap": 20, "attainment_pct": None}),
    ("stock", "higher", None, -60, 10, {"status": "exceeded", "gap": 70, "attainment_pct": None}),
    ("stock", "higher", None, 80, 79.96, {"status": "missed"}),
    ("stock", "higher", 100, 100, 100, {"status": "met", "attainment_pct": 100,
                                        "progress_pct": None}),
    ("share", "higher", 70, 80, 75, {"gap": -5, "attainment_pct": 93.8, "progress_pct": 50,
                                     "gap_unit": "pp"}))


def section_9():
    for number, (kind, better, last, target, actual, want) in enumerate(CASES, 1):
        book = Small().ind("x", kind, better=better, unit="%" if kind == "share" else "HTX")
        book.target("plain", target)
        if last is not None:
            book.at("31/12/2023", year=2023, x=last)
        if actual is not None:
            book.at("31/12", x=actual)
        check(f"9, {number}", book.row("31/12"), **want)


def section_11():
    row = (Small("bac-ninh").ind("htx_new").target("at_least", 30, org="bac-ninh", ind="htx_new")
           .at("30/06", org="bac-ninh", htx_new=15).row(org="bac-ninh", ind="htx_new"))
    same("11 line", oracle.seal_line(row), "bac-ninh\thtx_new\t2024\t\t\tat_least\t30\t\t15\t15\t"
         "2024-06-30\ton_track\n")
    same("11 seal", oracle.seal([row]), "a2ba8392044135ea")


def main():
    for section in (section_1, section_2, section_3_1, section_3_2, section_3_3, section_3_4,
                    section_3_5, section_3_6, section_4_1, section_4_2, section_4_3, section_4_4,
                    section_4_5, section_4_6, section_5, section_6_2, section_6_2_merger,
                    section_6_3, section_6_4, section_6_5, section_7, section_7_plan,
                    section_7_answers, section_9, section_11):
        section()
    for line in WRONG:
        print(line)
    print(f"{DONE[0]} expectations of the document, {len(WRONG)} differ")
    return 1 if WRONG else 0
