# SPDX-License-Identifier: MIT
"""Books in which two or three things, each small, multiply: a line that names many members and a line
that names many goals. Each is made of size n; shapes.py grows it to just below 1 MB, where it must be
refused (T456) or done within its limit. By name: PRODUCTS."""

HEAD = """year: 2024
indicators:
  x: {name: HTX mới, unit: HTX, kind: flow}
  y: {name: Tổng HTX, unit: HTX, kind: stock}
"""
LEVELS = 15  # the reader allows 16
DAYS = [f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]


def root(n):
    return max(1, int(n ** 0.5))


def members(n, of="o"):
    return ", ".join(f"{of}{i}" for i in range(n))


def orgs(n, more=""):
    return "".join(f"  o{i}: {{name: Đơn vị {i}{more}}}\n" for i in range(n))


def groups(k, whose):
    return "".join(f"  g{i}: {{name: Cụm {i}, members: [{whose}]}}\n" for i in range(k))


def kinds(n, kind="flow"):
    return "year: 2024\nindicators:\n" + "".join(
        f"  i{i}: {{name: Chỉ tiêu {i}, unit: HTX, kind: {kind}}}\n" for i in range(n))


def lines(rows):
    return "actuals:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def figures(n, day="2024-06-30"):
    return lines(f"org: o{i}, as_of: {day}, values: {{x: {i % 17}, y: 20}}" for i in range(n))


def targets(n, of="x", more=""):
    return f"  {of}: [" + ", ".join(f"{{by: B{i}, at_least: {i + 9}{more}}}" for i in range(n)) + "]\n"


def each(n):
    """n goals for each of n members."""
    return (kinds(n) + "orgs:\n" + groups(1, members(n)) + orgs(n) + "org: g0\neach_member:\n"
            + "".join(f"  i{i}: 1\n" for i in range(n)))


def asked(n):
    """A group of n members asked for n indicators, each of which one member reports."""
    return (kinds(n) + "orgs:\n" + groups(1, members(n)) + orgs(n)
            + lines(f"org: o{i}, as_of: 2024-06-30, values: {{i{i}: 5}}" for i in range(n)))


def grouped(n):
    """n / 4 groups of the same n members, of which each reports √n figures, on 30 days."""
    values = ", ".join(f"i{i}: 5" for i in range(root(n)))
    return (kinds(root(n)) + "orgs:\n" + groups(n // 4 + 1, members(n)) + orgs(n)
            + lines(f"org: o{i}, as_of: 2024-06-{1 + i % 30:02}, values: {{{values}}}" for i in range(n)))


def lone(n):
    """n groups of one member, which has n figures."""
    return (kinds(n) + "orgs:\n" + groups(n, "o0") + orgs(1)
            + "actuals:\n  - org: o0\n    as_of: 2024-06-30\n    values:\n"
            + "".join(f"      i{i}: 5\n" for i in range(n)))


def by_parts(n):
    """n targets of a whole, and n of each of its √n parts."""
    parts = [f"i{i}" for i in range(root(n))]
    return ("year: 2024\norg: o0\norgs: {o0: {name: A}}\nindicators:\n"
            + "  w: {name: Tổng, unit: HTX, kind: stock}\n"
            + "".join(f"  {p}: {{name: {p}, unit: HTX, kind: stock, part_of: w}}\n" for p in parts)
            + "targets:\n" + targets(n, "w") + "".join(targets(n, p) for p in parts))


def layered(n):
    """Layers of n groups, each of all n of the layer below."""
    text = HEAD + "orgs:\n"
    for level in range(LEVELS - 2):
        below = members(n, f"g{level + 1}x") if level < LEVELS - 3 else members(n)
        text += "".join(f"  g{level}x{i}: {{name: C, members: [{below}]}}\n" for i in range(n))
    return text + orgs(n) + figures(n)


def deep_ratios(n):
    """n ratios of ratios of ratios, two of each level over the same two; of an organisation and groups."""
    text = ("year: 2024\norg: o0\norgs: {o0: {name: A}, g: {name: G, members: [o0]}, h: {name: H, members: [g]}}\n"
            "indicators:\n  a: {name: A, unit: HTX, kind: stock}\n")
    for i in range(n):
        for level in range(LEVELS - 1):
            of, to = (f"{c}{i}l{level + 1}" for c in "rq") if level < LEVELS - 2 else "aa"
            text += "".join(f"  {c}{i}l{level}: {{name: {c}{i}.{level}, unit: \"%\", kind: share, "
                            f"ratio: {{of: {of}, to: {to}}}}}\n" for c in "rq")
    return text + "actuals: [{as_of: 2024-06-30, values: {a: 5}}]\n"


def inherited(n):
    """n organisations with a new name, each in √n groups that assign a target to each member."""
    assign = ", ".join(f"{{org: g{i}, at_least: 3}}" for i in range(root(n)))
    return (HEAD + "orgs:\n" + groups(root(n), members(n))
            + "".join(f"  m{i}: {{name: M, from: 2024-07-01, predecessors: [o{i}]}}\n" for i in range(n))
            + orgs(n, ", to: 2024-06-30") + f"each_member:\n  x: [{assign}]\n" + figures(n))


def one_heir(n):
    """n organisations merged into one, all of them in √n groups."""
    assign = ", ".join(f"{{org: g{i}, at_least: 3}}" for i in range(root(n)))
    return (HEAD + "orgs:\n" + groups(root(n), members(n))
            + f"  m: {{name: M, from: 2024-07-01, predecessors: [{members(n)}]}}\n"
            + orgs(n, ", to: 2024-06-30") + f"each_member:\n  x: [{assign}]\n" + figures(n))


def own_heirs(n):
    """n organisations merged into one, each in a group of its own."""
    return (HEAD + "orgs:\n" + "".join(f"  g{i}: {{name: C, members: [o{i}]}}\n" for i in range(n))
            + f"  m: {{name: M, from: 2024-07-01, predecessors: [{members(n)}]}}\n"
            + orgs(n, ", to: 2024-06-30") + figures(n))


def days(n):
    """A group of n members, each with three figures on days of its own."""
    return (HEAD + "orgs:\n" + groups(1, members(n)) + orgs(n)
            + lines(f"org: o{i}, as_of: 2024-{DAYS[(i * 7 + k * 29) % len(DAYS)]}, values: {{y: {i % 17}}}"
                    for i in range(n) for k in range(3)))


def headlines(n):
    """A headline a day of a group of n members with a goal each."""
    goals = ", ".join(f"{{org: o{i}, at_least: 3}}" for i in range(n))
    return (HEAD + "orgs:\n" + groups(1, members(n)) + orgs(n) + f"targets:\n  x: [{goals}]\n"
            + lines(f"org: g0, as_of: 2024-{DAYS[i % len(DAYS)]}, headline: {{met: {i}, of: {n}}}" for i in range(n)))


def revised(n):
    """n targets of one indicator, some revised, and a figure of every day."""
    return (HEAD + "orgs: {o0: {name: A}}\norg: o0\ntargets:\n"
            + targets(n, more=", revised: [{date: 2024-03-01, at_least: 5}]")
            + lines(f"as_of: 2024-{day}, values: {{x: {i}}}" for i, day in enumerate(DAYS)))


def breakdowns(n):
    """n organisations, and a whole with n breakdowns of one part."""
    return ("year: 2024\norgs:\n" + orgs(n) + "indicators:\n  w: {name: Tổng, unit: HTX, kind: stock}\n"
            + "".join(f"  i{i}: {{name: C{i}, unit: HTX, kind: stock, part_of: {{whole: w, by: b{i}}}}}\n"
                      for i in range(n))
            + lines(f"org: o{i}, as_of: 2024-06-30, values: {{w: 5, i0: 2}}" for i in range(n)))


def group_years(n):
    """n groups of one member, n indicators, 200 years."""
    values = ", ".join(f"i{i}: 5" for i in range(0, n, max(1, n // 64)))
    return (kinds(n, "average") + "orgs:\n" + groups(n, "o0") + orgs(1)
            + lines(f"org: o0, year: {1900 + y}, as_of: {1900 + y}-06-30, values: {{{values}}}"
                    for y in range(200)))


def by_turns(n):
    """n statuses set by hand, of two organisations by turns."""
    goals = ", ".join(f"{{org: o{i % 2}, by: B{i}, at_least: {i + 1}}}" for i in range(n))
    by_hand = ", ".join(f"{{org: o{i % 2}, by: B{i}, status: met, why: w}}" for i in range(n))
    return HEAD + "orgs:\n" + orgs(2) + f"targets:\n  x: [{goals}]\noverrides:\n  x: [{by_hand}]\n" + figures(2)


def silent(n):
    """n groups of one other member and of the same group, of n members that report nothing."""
    return (HEAD + f"orgs:\n  b: {{name: B, members: [{members(n)}]}}\n"
            + "".join(f"  h{i}: {{name: H, members: [b, o{i}]}}\n" for i in range(n))
            + orgs(n) + figures(1))


def grown(n):
    """n assigners let each of n members grow over its own last year."""
    grow = ", ".join(f"{{org: g0, by: B{i}, grow_by: 10%}}" for i in range(n))
    return (HEAD + "orgs:\n" + groups(1, members(n)) + orgs(n) + f"each_member:\n  x: [{grow}]\n" + figures(n)
            + "".join(f"  - {{org: o{i}, year: 2023, as_of: 2023-12-31, values: {{x: 3}}}}\n" for i in range(n)))


PRODUCTS = {make.__name__.replace("_", "-"): make for make in (
    each, asked, grouped, lone, by_parts, layered, deep_ratios, inherited, one_heir, own_heirs, days, headlines,
    revised, breakdowns, group_years, by_turns, silent, grown)}
