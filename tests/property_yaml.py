# SPDX-License-Identifier: MIT
"""The writer of property.py: books (plain objects of oracle_model.py) as YAML, by RULES 10."""

import datetime
import zlib
from fractions import Fraction

from oracle_model import part_name

DIGITS = 18
UNITS = {"triệu đồng": (("tỷ đồng", 1000), ("nghìn đồng", Fraction(1, 1000)),
                        ("đồng", Fraction(1, 10**6))),
         "triệu đồng/năm": (("triệu đồng/tháng", 12), ("tỷ đồng/quý", 4000),
                            ("nghìn đồng/6 tháng", Fraction(2, 1000)))}


def as_decimal(x):
    """The exact decimal of x as text; None when it has none within 18 digits."""
    places, d = 0, x.denominator
    while d % 10 == 0:
        places, d = places + 1, d // 10
    while d % 2 == 0:
        places, d = places + 1, d // 2
    while d % 5 == 0:
        places, d = places + 1, d // 5
    if d != 1:
        return None
    whole = abs(x) * 10**places
    while places and whole % 10 == 0:
        places, whole = places - 1, whole // 10
    digits = str(int(whole)).rjust(places + 1, "0")
    if len(digits.lstrip("0")) > DIGITS:
        return None
    text = digits[:-places] + "." + digits[-places:] if places else digits
    return "-" + text if x < 0 else text


def flow_mapping(pairs):
    return "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"


def quoted(text):
    return f'"{text}"'


def number_text(x):
    text = as_decimal(x)
    assert text is not None, x
    return text


class Writer:
    """The YAML of a book."""

    def __init__(self, book):
        self.book = book
        self.indicators = {i.code: i for i in book.indicators}

    def part(self, org, year, part):
        window = self.book.windows.get((org, year), (datetime.date(year, 1, 1),
                                                     datetime.date(year, 12, 31)))
        return part_name(window, year, part)

    def head(self):
        lines = ["orgs:"]
        for org in self.book.orgs:
            pairs = [("name", f"Đơn vị {org.code}")]
            pairs += [("members", "[" + ", ".join(org.members) + "]")] if org.members else []
            pairs += [("members_total", org.members_total)] if org.members_total else []
            pairs += [("from", org.begin)] if org.begin else []
            pairs += [("to", org.end)] if org.end else []
            pairs += ([("predecessors", "[" + ", ".join(org.predecessors) + "]")]
                      if org.predecessors else [])
            lines.append(f"  {org.code}: {flow_mapping(pairs)}")
        lines.append("indicators:")
        lines += [f"  {i.code}: {flow_mapping(self.indicator(i))}" for i in self.book.indicators]
        return lines

    def indicator(self, ind):
        yield "name", f"Chỉ tiêu {ind.code}"
        yield "unit", quoted(ind.unit)
        yield "kind", ind.kind
        if ind.better != "higher":
            yield "better", ind.better
        if ind.accumulates:
            yield "accumulates", "true"
        if ind.decimals is not None:
            yield "decimals", ind.decimals
        if ind.part_of:
            pairs = [("whole", ind.part_of)]
            pairs += [("by", quoted(ind.breakdown))] if ind.breakdown else []
            pairs += [("complete", "true")] if ind.complete else []
            yield "part_of", flow_mapping(pairs) if len(pairs) > 1 else ind.part_of
        if ind.ratio:
            yield "ratio", flow_mapping(zip(("of", "to"), ind.ratio))
        for key in ("weight", "rollup", "pace"):
            if getattr(ind, key):
                yield key, getattr(ind, key)
        if ind.measured:
            yield "measured", "{:02}-{:02}".format(*ind.measured)
        if not ind.show:
            yield "show", "false"
        if ind.owner:
            yield "owner", quoted(ind.owner)

    def wanted(self, wanted, points):
        """The pairs of what is wanted; `points`: a % beside it would be read as points."""
        kind, low = wanted.kind, wanted.low
        if kind == "done":
            return [("done", "true")]
        if kind == "plain":
            return [(None, number_text(low))]
        if kind == "range":
            pairs = [("from", number_text(low)), ("to", number_text(wanted.high))]
        elif kind == "within":
            pairs = [("within", f"[{number_text(low)}, {number_text(wanted.high)}]")]
        elif kind == "grow":
            pairs = [("grow_by", number_text(low) + "%")]
            pairs += [("base", number_text(wanted.base))] if wanted.base is not None else []
        else:
            pairs = [(kind, number_text(low))]
        if wanted.tolerance:
            pct = wanted.low and wanted.tolerance / abs(wanted.low) * 100
            in_pct = pct and pct.denominator == 1 and pct % 2 == 0 and not points
            pairs.append(("tolerance", f"{pct}%" if in_pct else number_text(wanted.tolerance)))
        return pairs

    def target(self, target):
        points = self.indicators[target.indicator].unit == "%"
        pairs, more = self.wanted(target.wanted, points), []
        for key in ("by", "date", "pace"):
            if getattr(target, key):
                value = getattr(target, key)
                more.append((key, quoted(value) if key == "by" else value))
        if target.during:
            more.append(("during", self.part(target.org, target.year, target.during)))
        if target.milestones:
            more.append(("milestones", flow_mapping(
                (d, number_text(s * 100) + "%") for d, s in target.milestones)))
        if target.revised:
            texts = []
            for revision in target.revised:
                theirs = self.wanted(revision.wanted, points)
                texts.append(flow_mapping([("date", revision.date), *theirs,
                                           ("why", quoted("điều chỉnh"))]))
            more.append(("revised", "[" + ", ".join(texts) + "]"))
        if pairs[0][0] is None and not more:
            return pairs[0][1]
        return flow_mapping(pairs + more)

    def value(self, code, value, place):
        ind = self.indicators[code]
        if ind.kind == "done":
            return ("không", "có")[int(value.low)]
        if value.low != value.high:
            return f"{number_text(value.low)}..{number_text(value.high)}"
        text = number_text(value.low)
        pick = zlib.crc32(f"{place}{code}{value.low}".encode())
        if ind.unit in UNITS and pick % 3 == 0:
            unit, factor = UNITS[ind.unit][pick // 3 % len(UNITS[ind.unit])]
            other = as_decimal(value.low / factor)
            text = f"{other} {unit}" if other is not None else text
        return flow_mapping([(value.hedge, text)]) if value.hedge else text

    def claim(self, entry, claim):
        text = format_places(claim.published, claim.places)
        if claim.key not in ("times", "change"):
            text += "%"
        if claim.hedge:
            text = flow_mapping([(claim.hedge, text)])
        pairs = ([("share_of", claim.other), ("is", text)] if claim.key == "share_of"
                 else [(claim.key, text)])
        pairs += [("by", quoted(claim.by))] if claim.by else []
        if claim.during:
            pairs.append(("during", self.part(entry.org, entry.year, claim.during)))
        return flow_mapping(pairs)

    def entry(self, entry):
        when = (f"during: {self.part(entry.org, entry.year, entry.during)}" if entry.during
                else f"as_of: {entry.day}")
        lines = [f"  - {when}"] + (["    estimate: true"] if entry.estimate else [])
        if entry.values:
            lines.append("    values:")
            lines += [f"      {c}: {self.value(c, v, when)}" for c, v in entry.values.items()]
        if entry.claims:
            lines.append("    claims:")
            for code in dict.fromkeys(c.indicator for c in entry.claims):
                texts = [self.claim(entry, c) for c in entry.claims if c.indicator == code]
                lines.append(f"      {code}: [" + ", ".join(texts) + "]")
        if entry.headline:
            lines.append("    headline: {{met: {}, of: {}}}".format(*entry.headline))
        return lines

    def year(self, org, year):
        book, lines = self.book, []
        for section, each in (("targets", False), ("each_member", True)):
            mine = [t for t in book.targets if (t.org, t.year, t.each) == (org, year, each)]
            lines += [f"{section}:"] if mine else []
            for code in dict.fromkeys(t.indicator for t in mine):
                texts = [self.target(t) for t in mine if t.indicator == code]
                lines.append(f"  {code}: " + (texts[0] if len(texts) == 1
                                              else "[" + ", ".join(texts) + "]"))
        entries = [e for e in book.entries if (e.org, e.year) == (org, year)]
        lines += ["actuals:"] if entries else []
        for entry in entries:
            lines += self.entry(entry)
        overrides = [o for o in book.overrides if (o.org, o.year) == (org, year)]
        lines += ["overrides:"] if overrides else []
        for one in overrides:
            pairs = [("status", one.status), ("why", quoted(one.why))]
            pairs += [("by", quoted(one.by))] if one.by else []
            if one.during:
                pairs.append(("during", self.part(org, year, one.during)))
            lines.append(f"  {one.indicator}: {flow_mapping(pairs)}")
        window = book.windows.get((org, year))
        if window and window != (datetime.date(year, 1, 1), datetime.date(year, 12, 31)):
            lines.insert(0, f"year_window: {{from: {window[0]}, to: {window[1]}}}")
        if lines:
            lines = [f"org: {org}", f"year: {year}", 'source: "tự viết"', *lines]
        return lines


def format_places(x, places):
    whole = int(abs(x) * 10**places)
    digits = str(whole).rjust(places + 1, "0")
    text = digits[:-places] + "." + digits[-places:] if places else digits
    return "-" + text if x < 0 else text


def files_of(books):
    """Names and texts of the files of some books that share a folder."""
    head, files = {"orgs:": [], "indicators:": []}, {}
    for book in books:
        writer, section = Writer(book), None
        for line in writer.head():
            section = line if line in head else section
            head[section] += [] if line in head else [line]
        for org in book.orgs:
            years = sorted({y for o, y in book.windows if o == org.code}
                           | {t.year for t in book.targets if t.org == org.code}
                           | {e.year for e in book.entries if e.org == org.code})
            for year in years:
                lines = writer.year(org.code, year)
                if lines:
                    files[f"{org.code}-{year}.yaml"] = "\n".join(lines) + "\n"
    edges = ""
    if (books[0].slipping, books[0].over) != (Fraction(9, 10), Fraction(11, 10)):
        edges = (f"edges: {{slipping: {number_text(books[0].slipping * 100)}%, "
                 f"over: {number_text(books[0].over * 100)}%}}\n")
    text = "\n".join(line for key, lines in head.items() for line in (key, *lines)) + "\n" + edges
    return {"indicators.yaml": text, **files}
