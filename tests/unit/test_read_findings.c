/* SPDX-License-Identifier: MIT */
/* What is wrong with files is said at its place, once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "book_reader.h"
#include "mem.h"

enum { MOST_FINDINGS = 4 };

struct expected {
    enum message_code code;
    unsigned line;   /* 0: no more of them */
    unsigned column; /* of the first guilty character */
};

/* One file, read beside the shared one, and all that is to be said of it. */
struct row {
    const char *yaml;
    struct expected found[MOST_FINDINGS];
};

static const struct row rows[] = {
    /* its shape */
    {HEAD "target: {htx_new: 3}\n", {{MSG_UNKNOWN_KEY, 3, 1}}},
    {HEAD "targets: {htx_new: {atleast: 3}}\n", {{MSG_UNKNOWN_KEY, 3, 21}}},
    {HEAD "targets:\n  htx_new: {}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, at_most: 5}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, tolerance: 5%}\n", {{MSG_TARGET_SHAPE, 4, 3}}},
    {HEAD "targets:\n  htx_new: {from: 3}\n", {{MSG_MISSING_KEY, 4, 3}}},
    {HEAD "targets:\n  htx_new: {within: [1, 2, 3]}\n", {{MSG_TARGET_SHAPE, 4, 13}}},
    {HEAD "targets:\n  htx_new: {within: 3}\n", {{MSG_WANT_LIST, 4, 13}}},
    {HEAD "targets:\n  htx_new: {at_least: [3]}\n", {{MSG_WANT_SCALAR, 4, 13}}},
    {HEAD "targets:\n  htx_new:\n", {{MSG_EMPTY_VALUE, 4, 3}}},
    {HEAD "targets:\n  htx_new: []\n", {{MSG_EMPTY_VALUE, 4, 3}}},
    {HEAD "targets: [3]\n", {{MSG_WANT_MAPPING, 3, 1}}},
    {HEAD "targets:\n  htx_new: {from:4, to: 6}\n", {{MSG_MISSING_BLANK, 4, 13}}},
    {HEAD "targets: {htx_new:4}\n", {{MSG_MISSING_BLANK, 3, 11}}},
    {HEAD "targets:\n  htx_new: {at_least: 2,7}\n", {{MSG_COMMA, 4, 23}}},
    {HEAD "targets: {htx_new: 2,7}\n", {{MSG_COMMA, 3, 20}}},
    {HEAD "targets:\n  plan: {done: có lẽ}\n", {{MSG_BAD_BOOLEAN, 4, 16}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, pace: lineal}\n", {{MSG_BAD_CHOICE, 4, 32}}},
    {HEAD "report: {columns: [unit, staus, unit]}\n",
     {{MSG_BAD_CHOICE, 3, 26}, {MSG_DEFINED_TWICE, 3, 33}}},
    {HEAD "report: {columns: unit, signers: [{name: B}, C]}\n",
     {{MSG_WANT_LIST, 3, 10}, {MSG_MISSING_KEY, 3, 35}, {MSG_WANT_MAPPING, 3, 46}}},
    {HEAD "actuals: {as_of: 2024-06-30}\n", {{MSG_WANT_LIST, 3, 1}}},
    {HEAD "actuals:\n  - htx_new\n", {{MSG_WANT_MAPPING, 4, 5}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n", {{MSG_MISSING_KEY, 4, 5}}},
    {HEAD "actuals:\n  - values: {htx_new: 3}\n", {{MSG_MISSING_KEY, 4, 5}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, during: 2024-05, values: {htx_new: 3}}\n",
     {{MSG_ONLY_ONE, 4, 25}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_new: {quote: a}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_new: {is: 3, about: 4}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {over: 3%, times: 4}}\n",
     {{MSG_ONLY_ONE, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {share_of: htx_total}}\n",
     {{MSG_MISSING_KEY, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    notes: {htx_new: 5 xã, 10 thôn}\n",
     {{MSG_NOTE_UNUSED, 5, 13}, {MSG_CUT_BY_COMMA, 5, 28}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, by: Sở, Tỉnh}\n", {{MSG_CUT_BY_COMMA, 4, 34}}},
    {HEAD "source: Công văn #12\n", {{MSG_CUT_BY_HASH, 3, 18}}},
    {HEAD "source: Công văn  # nêu miệng\n", {{0}}},
    {"orgs: {bắc: {name: A}}\n", {{MSG_BAD_ID, 1, 8}}},
    {"orgs: {a_b: {name: A}}\n", {{MSG_BAD_ID, 1, 8}}},
    {"orgs: {bn: {name: A}}\n", {{MSG_DEFINED_TWICE, 1, 8}}},
    {"indicators: {x: {kind: flow, unit: HTX}}\n", {{MSG_MISSING_KEY, 1, 14}}},
    {"indicators: {x: {nam: A, kind: flow, unit: HTX}}\n", {{MSG_UNKNOWN_KEY, 1, 18}}},
    {"indicators: {x: {name: A, kind: flow}}\n", {{MSG_MISSING_KEY, 1, 14}}},
    {"indicators: {x: {name: A, unit: HTX, kind: stok}}\n", {{MSG_BAD_CHOICE, 1, 44}}},
    {"indicators: {x: {name: tốt, khá, unit: HTX, kind: flow}}\n", {{MSG_CUT_BY_COMMA, 1, 29}}},
    /* numbers and units */
    {HEAD "targets: {htx_new: 30 - 40}\n", {{MSG_RANGE_DASH, 3, 20}}},
    {HEAD "targets: {htx_new: 30..40}\n", {{MSG_RANGE_DASH, 3, 20}}},
    {HEAD "targets: {good: trên 60%}\n", {{MSG_BAD_OPERATOR, 3, 17}}},
    {HEAD "targets: {good: \"> 60\"}\n", {{MSG_BAD_OPERATOR, 3, 18}}},
    {HEAD "targets: {htx_new: 3 xã}\n", {{MSG_UNIT_UNKNOWN, 3, 22}}},
    {HEAD "targets: {htx_new: 1.200}\n", {{MSG_THREE_DECIMALS, 3, 20}}},
    {HEAD "targets: {htx_new: {from: 40, to: 30}}\n", {{MSG_RANGE_ORDER, 3, 35}}},
    {HEAD "targets: {htx_new: {within: [40, 30]}}\n", {{MSG_RANGE_ORDER, 3, 34}}},
    {HEAD "targets: {htx_new: {at_least: 3, weight: -1}}\n", {{MSG_TOO_SMALL, 3, 42}}},
    {HEAD "targets: {htx_new: {about: 3, tolerance: -1}}\n", {{MSG_TOO_SMALL, 3, 42}}},
    {HEAD "targets: {htx_new: {grow_by: mười}}\n", {{MSG_NOT_A_NUMBER, 3, 30}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {income: 5..3}\n",
     {{MSG_RANGE_ORDER, 5, 22}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {attainment: 50,5%}}\n",
     {{MSG_COMMA, 5, 36}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {htx_new: {attainment: 50.123%}}\n", {{0}}},
    {"orgs: {x: {members_total: 2.5}}\n", {{MSG_NOT_A_COUNT, 1, 27}}},
    {"orgs: {x: {members_total: -2}}\n", {{MSG_TOO_SMALL, 1, 27}}},
    {"edges: {slipping: 0%}\n", {{MSG_TOO_SMALL, 1, 19}}},
    /* dates */
    {HEAD "targets: {htx_new: {at_least: 3, date: 30/06/2024}}\n", {{MSG_BAD_DATE, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2024-02-30}}\n", {{MSG_NO_SUCH_DAY, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, during: 2024}}\n", {{MSG_BAD_PERIOD, 3, 42}}},
    {HEAD "targets: {htx_new: {at_least: 3, during: 2023-H2}}\n", {{MSG_OUTSIDE_YEAR, 3, 42}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2025-01-01}}\n", {{MSG_OUTSIDE_YEAR, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 3, date: 2023-12-01}}\n", {{0}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {2023-03-31: 20%}}}\n",
     {{MSG_OUTSIDE_YEAR, 3, 47}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {31/3: 20%}}}\n", {{MSG_BAD_DATE, 3, 47}}},
    {HEAD "actuals:\n  - as_of: 2023-06-30\n    values: {htx_new: 3}\n",
     {{MSG_OUTSIDE_YEAR, 4, 12}}},
    {HEAD "actuals:\n  - during: 2023-12\n    values: {htx_new: 3}\n", {{MSG_OUTSIDE_YEAR, 4, 13}}},
    {"year: 24\norg: bn\ntargets: {htx_new: 3}\n", {{MSG_BAD_YEAR, 1, 7}}},
    {HEAD "year_window: {from: 2024-12-14, to: 2023-12-15}\n", {{MSG_BAD_WINDOW, 3, 37}}},
    {HEAD "year_window: {from: 2023-12-15, to: 2024-12-15}\n", {{MSG_BAD_WINDOW, 3, 37}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, measured: 31/12}}\n",
     {{MSG_BAD_DATE, 1, 60}}},
    /* references and conflicts */
    {HEAD "targets: {htx_nwe: 3}\n", {{MSG_UNKNOWN_INDICATOR, 3, 11}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {htx_nwe: 3}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 14}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    notes: {htx_nwe: ghi}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 13}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {share_of: a, is: 1%}}\n",
     {{MSG_UNKNOWN_INDICATOR, 5, 31}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: y}}\n",
     {{MSG_UNKNOWN_INDICATOR, 1, 59}}},
    {"org: bnn\nyear: 2024\ntargets: {htx_new: 3, good: 60}\n", {{MSG_UNKNOWN_ORG, 1, 6}}},
    {"orgs: {x: {members: [bn, zz]}}\n", {{MSG_UNKNOWN_ORG, 1, 26}}},
    {"orgs: {x: {members: [bn, yb, bn]}}\n", {{MSG_DEFINED_TWICE, 1, 30}}},
    {"orgs: {x: {members: [bn, yb], members_total: 1}}\n", {{MSG_MEMBERS_TOTAL, 1, 46}}},
    {"orgs: {x: {members: [y]}, y: {members: [x]}}\n", {{MSG_CYCLE, 1, 8}}},
    {"orgs: {x: {predecessors: [x]}}\n", {{MSG_CYCLE, 1, 8}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: x}}\n", {{MSG_CYCLE, 1, 14}}},
    {"indicators: {x: {name: A, kind: share, ratio: {of: htx_new, to: x}}}\n",
     {{MSG_CYCLE, 1, 14}}},
    {HEAD "targets:\n  budget: 3\n", {{MSG_UNKNOWN_INDICATOR, 4, 3}}},
    {HEAD "targets:\n  htx_new: [3, 4]\n", {{MSG_TARGET_TWICE, 4, 16}}},
    {HEAD "targets:\n  htx_new: [{by: A, at_least: 3}, {by: B, at_least: 3}]\n", {{0}}},
    {HEAD "targets:\n  htx_new: {at_least: 3, revised: [{date: 2024-07-01, at_least: 2}, "
          "{date: 2024-07-01, at_least: 1}]}\n",
     {{MSG_TARGET_TWICE, 4, 69}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, values: {htx_new: 3}}\n"
          "  - {as_of: 2024-06-30, values: {htx_new: 4}}\n",
     {{MSG_FIGURE_TWICE, 5, 43}}},
    {HEAD "actuals:\n  - {during: 2024-05, values: {htx_new: 3}}\n"
          "  - {during: 2024-Q2, values: {htx_new: 4}}\n",
     {{MSG_FIGURE_TWICE, 4, 41}}},
    {HEAD "actuals:\n  - {during: 2024-06, values: {htx_new: 3}}\n"
          "  - {as_of: 2024-06-30, values: {htx_new: 4}}\n"
          "  - {as_of: 2024-06-30, estimate: true, values: {htx_new: 9}}\n",
     {{0}}},
    {"year: 2024\ntargets:\n  htx_new: 3\n  good: 60\n", {{MSG_NO_ORG, 3, 3}}},
    {"org: bn\ntargets:\n  htx_new: 3\n  good: 60\n", {{MSG_NO_YEAR, 3, 3}}},
    {HEAD "targets: {plan: 3}\n", {{MSG_KIND_MISMATCH, 3, 17}}},
    {HEAD "targets: {plan: {at_least: 3}}\n", {{MSG_KIND_MISMATCH, 3, 18}}},
    {HEAD "targets: {htx_new: {done: true}}\n", {{MSG_KIND_MISMATCH, 3, 21}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    values: {plan: {about: 3}}\n",
     {{MSG_KIND_MISMATCH, 5, 21}}},
    {"indicators: {x: {name: A, unit: HTX, kind: share}}\n", {{MSG_KIND_MISMATCH, 1, 33}}},
    {"indicators: {x: {name: A, kind: share, rollup: sum}}\n", {{MSG_KIND_MISMATCH, 1, 40}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, ratio: {of: good, to: weak}}}\n",
     {{MSG_KIND_MISMATCH, 1, 50}}},
    {HEAD "actuals:\n  - during: 2024-05\n    values: {htx_total: 3}\n",
     {{MSG_INCREMENT_KIND, 5, 14}}},
    {HEAD "each_member: {htx_new: 3, good: 60}\n", {{MSG_NOT_A_GROUP, 3, 15}}},
    /* nothing that uses a wrong declaration is said to be unknown */
    {HEAD "indicators: {x: {name: A, kind: flaw, unit: HTX}}\ntargets: {x: 3}\n",
     {{MSG_BAD_CHOICE, 3, 33}}},
    /* all in one run */
    {HEAD "targets:\n  htx_new: {at_least: 30 - 40, date: 31/12/2024, wieght: 2}\n",
     {{MSG_RANGE_DASH, 4, 23}, {MSG_BAD_DATE, 4, 38}, {MSG_UNKNOWN_KEY, 4, 50}}},
    /* sections whose lines are all comments */
    {HEAD "targets:\n  # htx_new: 30\n", {{0}}},
    /* what else cannot be meant */
    {HEAD "targets: {plan: no}\n", {{MSG_TARGET_SHAPE, 3, 17}}},
    {HEAD "targets: {plan: {done: no}}\n", {{MSG_TARGET_SHAPE, 3, 11}}},
    {HEAD "targets: {plan: {done: maybe}}\n", {{MSG_BAD_BOOLEAN, 3, 24}}},
    {HEAD "targets: {htx_total: {grow_by: much}}\n", {{MSG_NOT_A_NUMBER, 3, 32}}},
    {HEAD "targets: {htx_new: {about: 5, tolerance: some}}\n", {{MSG_NOT_A_NUMBER, 3, 42}}},
    {HEAD "targets: {htx_new: {at_least: 5, date: 2026-02-01}}\n", {{MSG_OUTSIDE_YEAR, 3, 40}}},
    {HEAD "targets: {htx_new: {at_least: 5, during: 2026-H1}}\n", {{MSG_OUTSIDE_YEAR, 3, 42}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, values: {plan: maybe}}\n", {{MSG_BAD_BOOLEAN, 4, 40}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {is: 5}}\n",
     {{MSG_MISSING_KEY, 5, 14}}},
    {"indicators:\n  x: {name: X, unit: HTX, kind: flow, rollup: count}\n",
     {{MSG_KIND_MISMATCH, 2, 39}}},
    {"indicators:\n  x: {name: X, unit: triệu, kind: average, weight: plan}\n",
     {{MSG_KIND_MISMATCH, 2, 44}}},
    {"orgs: {a: {from: 2024-07-01, to: 2024-06-30}}\n", {{MSG_BAD_WINDOW, 1, 34}}},
    /* keys that say nothing where they stand */
    {HEAD "targets: {good: {at_least: 60, pace: linear}}\n", {{MSG_PACE_UNUSED, 3, 32}}},
    {HEAD "targets: {good: {at_least: 60, milestones: {2024-06-30: 50%}}}\n",
     {{MSG_PACE_UNUSED, 3, 32}}},
    {HEAD "targets: {htx_total: {at_least: 60, milestones: {2024-06-30: 50%}}}\n", {{0}}},
    {HEAD "targets: {htx_total: {at_least: 60, pace: last_year}}\n", {{MSG_SEASON_UNUSED, 3, 37}}},
    {HEAD "targets: {htx_new: {at_least: 60, pace: last_year}}\n", {{0}}},
    {HEAD "targets: {htx_new: {at_least: 3, weight: 2}}\n", {{MSG_TARGET_WEIGHT, 3, 34}}},
    {"indicators: {x: {name: A, kind: rate, pace: none}}\n", {{MSG_PACE_UNUSED, 1, 39}}},
    {"indicators: {x: {name: A, unit: đồng, kind: average, pace: linear, accumulates: có}}\n",
     {{0}}},
    {"indicators: {x: {name: A, unit: đồng, kind: average, rollup: max, weight: htx_total}}\n",
     {{MSG_WEIGHT_UNUSED, 1, 67}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, values: {good: 60}, notes: {htx_new: a}}\n",
     {{MSG_NOTE_UNUSED, 4, 53}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, values: {good: x}, notes: {good: a}}\n",
     {{MSG_NOT_A_NUMBER, 4, 40}}},
    /* means that accumulate, breakdowns */
    {"indicators: {x: {name: A, unit: HTX, kind: flow, accumulates: có}}\n",
     {{MSG_KIND_MISMATCH, 1, 50}}},
    {"indicators: {x: {name: A, unit: đồng/năm, kind: average, accumulates: có}}\n",
     {{MSG_ACCUMULATES_TIME, 1, 33}}},
    {"indicators: {x: {name: A, unit: đồng/năm, kind: average, accumulates: không}}\n", {{0}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, decimals: 19}}\n",
     {{MSG_NOT_A_COUNT, 1, 60}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: {by: a}}}\n",
     {{MSG_MISSING_KEY, 1, 50}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: [htx_new]}}\n",
     {{MSG_WANT_SCALAR, 1, 50}}},
    {"indicators: {x: {name: A, unit: HTX, kind: flow, part_of: {whole: no_such}}}\n",
     {{MSG_UNKNOWN_INDICATOR, 1, 67}}},
    {"indicators:\n"
     "  x: {name: A, unit: HTX, kind: stock, part_of: {whole: htx_total, complete: có}}\n"
     "  y: {name: A, unit: HTX, kind: stock, part_of: htx_total}\n"
     "  z: {name: A, unit: HTX, kind: stock, part_of: {whole: htx_total, complete: không}}\n"
     "  w: {name: A, unit: HTX, kind: stock, part_of: {whole: htx_total, by: a, complete: no}}\n",
     {{MSG_BREAKDOWN_CONFLICT, 4, 68}}},
    /* milestones, edges, placeholders */
    {HEAD "targets: {htx_new: {at_least: 3, during: 2024-H2, milestones: {2024-06-30: 5%}}}\n",
     {{MSG_MILESTONE_OUTSIDE, 3, 64}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {2024-06-30: 20%, 2024-03-31: 30%}}}\n",
     {{MSG_MILESTONES_FALL, 3, 59}}},
    {HEAD "targets: {htx_new: {at_least: 3, milestones: {2024-06-30: 20%, 2024-07-31: 20%}}}\n",
     {{0}}},
    {"edges: {slipping: 101%}\n", {{MSG_EDGES_ORDER, 1, 19}}},
    {"edges: {over: 99}\n", {{MSG_EDGES_ORDER, 1, 15}}},
    {"edges: {slipping: 100%, over: 100%}\n", {{0}}},
    {"report: {title: \"A {nam}\", form: \"{year}\", place_date: \"{ngay}\"}\n",
     {{MSG_PLACEHOLDER, 1, 20}, {MSG_PLACEHOLDER, 1, 57}}},
    /* claims and overrides */
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {income: {change: 2 tỷ đồng/năm}}\n",
     {{MSG_CLAIM_UNIT, 5, 31}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {attainment: trên 54%}}\n",
     {{MSG_BAD_OPERATOR, 5, 33}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {over: {more_than: 4, about: 5}}}\n",
     {{MSG_ONLY_ONE, 5, 21}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {over: {is: 4}}}\n",
     {{MSG_UNKNOWN_KEY, 5, 28}}},
    {HEAD "actuals:\n  - as_of: 2024-06-30\n    claims: {good: {over: }}\n",
     {{MSG_EMPTY_VALUE, 5, 21}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, headline: {met: 9}}\n", {{MSG_MISSING_KEY, 4, 25}}},
    {HEAD "actuals:\n  - {as_of: 2024-06-30, headline: {met: 9.5, of: 10}}\n",
     {{MSG_NOT_A_COUNT, 4, 41}}},
    {HEAD "overrides: {good: {status: met, why: a, during: 2023-H1}}\n",
     {{MSG_OUTSIDE_YEAR, 3, 49}}},
    {HEAD "overrides: {good: [{status: met, why: a}, {status: met, why: b, by: c}, {status: "
          "missed, why: a}]}\n",
     {{MSG_OVERRIDE_TWICE, 3, 73}}},
    {HEAD "targets: {htx_new: {at_least: 3, pace: none, milestones: {2024-06-30: 5%}}}\n",
     {{MSG_PACE_BESIDE, 3, 34}}},
    /* a window's own quarters carry the year's number */
    {HEAD "year_window: {from: 2023-07-01, to: 2024-06-30}\n"
          "actuals: [{during: 2023-Q3, values: {htx_new: 3}}, {during: 2024-Q1, values: {htx_new: "
          "3}}]\n",
     {{MSG_OUTSIDE_YEAR, 4, 20}}},
    /* what people write instead of a number */
    {HEAD "targets: {htx_new: tăng 3%}\n", {{MSG_BAD_OPERATOR, 3, 20}}},
    {HEAD "targets: {htx_new: chưa có}\n", {{MSG_NO_FIGURE, 3, 20}}},
    {HEAD "actuals: [{as_of: 2024-06-30, values: {htx_new: n/a, plan: Chưa báo cáo, good: -}}]\n",
     {{MSG_NO_FIGURE, 3, 49}, {MSG_NO_FIGURE, 3, 60}, {MSG_NO_FIGURE, 3, 80}}},
    {HEAD "targets:\n  htx_new: 45,030\n", {{MSG_TWO_READINGS, 4, 12}}},
    {HEAD "targets: {htx_new: 45,030}\n", {{MSG_TWO_READINGS, 3, 20}}},
    {HEAD "targets:\n  htx_new: 0,500\n", {{MSG_COMMA, 4, 12}}},
    {HEAD "targets:\n\xC2\xA0 htx_new: 3\n", {{MSG_NO_BREAK_SPACE, 4, 1}}},
    {HEAD "targets:\n  htx_new\xE2\x80\xAF: 3\n", {{MSG_NO_BREAK_SPACE, 4, 10}}},
    {HEAD "targets:\n  htx_new:\xC2\xA0"
          "3\n",
     {{MSG_NO_BREAK_SPACE, 4, 11}}},
    {HEAD "targets:\n  htx_new: \xC2\xA0"
          "3\nsource: \"a:\xC2\xA0"
          "b\"\n",
     {{0}}},
    {HEAD "targets: {htx_new: 1\xC2\xA0"
          "200}\n",
     {{MSG_SPACED, 3, 20}}},
    {HEAD "targets: {htx_new\xC2\xA0: 3}\n", {{MSG_NO_BREAK_SPACE, 3, 18}}},
    {HEAD "targets: {htx_new: {at_least\xC2\xA0: 3}}\n", {{MSG_NO_BREAK_SPACE, 3, 29}}},
    {"PK\x03\x04", {{MSG_SPREADSHEET, 1, 1}}},
    /* a mean that accumulates has no increments and balances nothing */
    {HEAD "indicators: {x: {name: A, unit: đồng, kind: average, accumulates: có}}\n"
          "actuals: [{during: 2024-05, values: {x: 3}}]\n",
     {{MSG_INCREMENT_KIND, 4, 38}}},
    {"indicators:\n  x: {name: A, unit: đồng, kind: average, accumulates: có}\n"
     "  y: {name: B, unit: đồng, kind: stock, balance: {plus: x}}\n",
     {{MSG_KIND_MISMATCH, 3, 51}}},
};

static bool as_expected(const struct reading_of *r, const struct row *row) {
    size_t n = 0;
    while (n < MOST_FINDINGS && row->found[n].line != 0) {
        n++;
    }
    bool same = arrlenu(r->findings.items) == n;
    for (size_t i = 0; same && i < n; i++) {
        const struct finding *f = &r->findings.items[i];
        same = f->code == row->found[i].code && f->place.line == row->found[i].line &&
               f->place.column == row->found[i].column && f->place.file == 1;
    }
    return same;
}

static void test_findings(void **state) {
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading_of r;
        read_two(&r, shared_yaml, rows[i].yaml);
        if (!as_expected(&r, &rows[i])) {
            print_message("row %zu:\n%s", i, rows[i].yaml);
            print_findings(&r);
            wrong++;
        }
        reading_of_clear(&r);
    }
    assert_int_equal(wrong, 0);
}

/* Said twice the same way is no conflict; differently is one, and both places are named. */
static void test_conflicts(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "edges: {slipping: 85%}\n", "edges: {slipping: 85%, over: 110%}\n");
    assert_int_equal(arrlen(r.findings.items), 0);
    reading_of_clear(&r);
    read_two(&r, "edges: {slipping: 85%}\n", "edges: {slipping: 80%}\n");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_TARGET_CONFLICT);
    assert_int_equal(r.findings.items[0].place.file, 1);
    assert_int_equal(r.findings.items[0].related.file, 0);
    reading_of_clear(&r);
    read_two(&r, HEAD "orgs: {bn: {}}\nyear_window: {from: 2023-12-15, to: 2024-12-14}\n",
             HEAD "year_window: {from: 2023-12-16, to: 2024-12-15}\n");
    assert_int_equal(arrlen(r.findings.items), 1);
    assert_int_equal(r.findings.items[0].code, MSG_TARGET_CONFLICT);
    reading_of_clear(&r);
}

/* A cycle is broken, so that nobody who walks the book walks round for ever. */
static void test_cycles_broken(void **state) {
    (void)state;
    struct reading_of r;
    read_two(&r, "orgs: {a: {members: [b]}, b: {members: [c, a]}, c: {members: [b]}}\n", NULL);
    assert_int_equal(arrlen(r.findings.items), 2);
    assert_int_equal(arrlen(r.book.orgs[0].members), 1);
    assert_int_equal(arrlen(r.book.orgs[1].members), 1);
    assert_int_equal(arrlen(r.book.orgs[2].members), 0);
    reading_of_clear(&r);
}

/* The key that somebody meant. */
static void test_nearest(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"chỉ tiêu: {}\n", "indicators"}, {"Kế hoạch: {}\n", "targets"},
        {"thực hiện: {}\n", "actuals"},   {"indicator: {}\n", "indicators"},
        {"nguồn: a\n", "source"},         {"zzzzzzzz: a\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading_of r;
        read_two(&r, cases[i][0], NULL);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, MSG_UNKNOWN_KEY);
        if (cases[i][1] == NULL) {
            assert_null(r.findings.items[0].words[1]);
        } else {
            assert_non_null(r.findings.items[0].words[1]);
            assert_string_equal(r.findings.items[0].words[1], cases[i][1]);
        }
        reading_of_clear(&r);
    }
}

/* The date that somebody meant. */
static void test_dates_meant(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"30/06/2024", "2024-06-30"}, {"30-6-2024", "2024-06-30"}, {"2024-6-3", "2024-06-03"},
        {"2024-06-3", "2024-06-03"},  {"2024-6-30", "2024-06-30"}, {"2024-06", "2024-06-30"},
        {"cuối năm", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading_of r;
        char yaml[96];
        snprintf(yaml, sizeof yaml, "orgs: {a: {from: %s}}\n", cases[i][0]);
        read_two(&r, yaml, NULL);
        assert_int_equal(arrlen(r.findings.items), 1);
        assert_int_equal(r.findings.items[0].code, MSG_BAD_DATE);
        const char *meant = r.findings.items[0].words[1];
        assert_string_equal(meant != NULL ? meant : "", cases[i][1] != NULL ? cases[i][1] : "");
        reading_of_clear(&r);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),      cmocka_unit_test(test_conflicts),
        cmocka_unit_test(test_cycles_broken), cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_dates_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
