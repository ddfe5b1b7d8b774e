/* SPDX-License-Identifier: MIT */
/* A plausible book: every word is chosen by a byte, so that a changed byte is a changed book. Most
 * choices are right; what the tables hold of the odd ones keeps the checks busy. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"
#include "mem.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PICK(left, array) (array)[choose((left), COUNT(array))]

static const char *const kinds[] = {"flow", "stock", "average", "share", "rate", "done"};
static const char *const units[] = {"HTX",   "\"%\"",   "triệu đồng/năm",  "tỷ đồng",
                                    "người", "HTX/năm", "nghìn đồng/tháng"};
static const char *const extras[] = {"",
                                     ", better: lower",
                                     ", pace: linear",
                                     ", pace: last_year",
                                     ", pace: none",
                                     ", measured: 12-31",
                                     ", decimals: 2",
                                     ", show: false",
                                     ", rollup: max",
                                     ", rollup: last",
                                     ", rollup: none",
                                     ", part_of: i0",
                                     ", weight: i1",
                                     ", ratio: {of: i0, to: i1}",
                                     ", balance: {plus: i0, minus: i2}",
                                     ", group: I. Hợp tác xã",
                                     ", name_en: \"=1+1\""};
static const char *const numbers[] = {"0",
                                      "1",
                                      "2",
                                      "10",
                                      "30",
                                      "60",
                                      "99.96",
                                      "100",
                                      "100.04",
                                      "-5",
                                      "0.3",
                                      "1.5",
                                      "999",
                                      "57588",
                                      "1000",
                                      "60000",
                                      "1_200",
                                      "3.125",
                                      "7.25",
                                      "33.3333",
                                      "999999999999999999",
                                      "0.000000000000000001"};
static const char *const days[] = {"2024-06-30", "2024-03-31", "2024-12-31", "2024-01-01",
                                   "2024-02-29", "2023-12-31", "2023-06-30", "2024-09-30",
                                   "2024-07-15", "2025-01-31"};
static const char *const periods[] = {"2024-05", "2024-Q1", "2024-Q2", "2024-01",
                                      "2024-02", "2024-H1", "2024-H2", "2024-Q4"};
static const char *const bounds[] = {"at_least", "at_most", "more_than", "less_than",
                                     "exactly",  "about",   "grow_by",   "at_least"};
static const char *const hedges[] = {"is", "more_than", "less_than", "about"};
static const char *const statuses[] = {"met", "missed", "exceeded", "on_track", "behind"};

static void put(struct buffer *out, const char *text) {
    buffer_text(out, text);
}

static void put_orgs(struct buffer *out, struct choices_left *left, unsigned members) {
    put(out, "orgs:\n");
    for (unsigned i = 0; i < members; i++) {
        buffer_format(out, "  m%u: {name: Thành viên %u%s}\n", i, i,
                      choose(left, 8) == 7 ? ", from: 2024-07-01, predecessors: [g]" : "");
    }
    put(out, "  g:\n    name: Cụm thi đua\n");
    if (members > 0) {
        put(out, "    members: [");
        for (unsigned i = 0; i < members; i++) {
            buffer_format(out, "%sm%u", i > 0 ? ", " : "", i);
        }
        put(out, "]\n");
        if (choose(left, 3) == 2) {
            buffer_format(out, "    members_total: %u\n", members + choose(left, 3));
        }
    }
}

static void put_indicators(struct buffer *out, struct choices_left *left, unsigned count) {
    put(out, "indicators:\n");
    for (unsigned i = 0; i < count; i++) {
        const char *unit = PICK(left, units);
        const char *kind = PICK(left, kinds);
        bool percent = strcmp(kind, "share") == 0 || strcmp(kind, "rate") == 0;
        bool plain = strcmp(kind, "done") == 0;
        buffer_format(out, "  i%u: {name: Chỉ tiêu %u, kind: %s", i, i, kind);
        if (!plain) {
            buffer_format(out, ", unit: %s", percent ? "\"%\"" : unit);
        }
        put(out, PICK(left, extras));
        put(out, "}\n");
    }
}

static void put_bound(struct buffer *out, struct choices_left *left) {
    unsigned kind = choose(left, 11);
    if (kind < COUNT(bounds)) {
        buffer_format(out, "%s: %s", bounds[kind], PICK(left, numbers));
        if (kind == 5 && choose(left, 2) == 1) {
            put(out, ", tolerance: 5%");
        }
        if (kind == 6 && choose(left, 2) == 1) {
            buffer_format(out, ", base: %s", PICK(left, numbers));
        }
    } else if (kind == 8) {
        put(out, "done: true");
    } else {
        unsigned low = choose(left, 40);
        buffer_format(out, kind == 9 ? "from: %u, to: %u" : "within: [%u, %u]", low,
                      low + 1 + choose(left, 40));
    }
}

static void put_target(struct buffer *out, struct choices_left *left) {
    if (choose(left, 3) == 0) {
        put(out, PICK(left, numbers));
        return;
    }
    put(out, "{");
    put_bound(out, left);
    switch (choose(left, 7)) {
    case 1:
        buffer_format(out, ", during: %s", PICK(left, periods));
        break;
    case 2:
        buffer_format(out, ", date: %s", PICK(left, days));
        break;
    case 3:
        put(out, ", milestones: {2024-03-31: 20%, 2024-06-30: 45%}");
        break;
    case 4:
        buffer_format(out, ", revised: [{date: %s, ", PICK(left, days));
        put_bound(out, left);
        put(out, ", by: \"Quyết định số 12\"}]");
        break;
    case 5:
        put(out, ", by: Tỉnh giao, quote: \"ít nhất\", weight: 2");
        break;
    default:
        break;
    }
    put(out, "}");
}

static void put_targets(struct buffer *out, struct choices_left *left, const char *section,
                        unsigned count) {
    buffer_format(out, "%s:\n", section);
    for (unsigned i = 0; i < count; i++) {
        if (choose(left, 5) == 4) {
            continue;
        }
        buffer_format(out, "  i%u: ", i);
        put_target(out, left);
        put(out, "\n");
    }
}

static void put_figure(struct buffer *out, struct choices_left *left) {
    switch (choose(left, 8)) {
    case 5:
        buffer_format(out, "{%s: %s, quote: \"hơn\"}", PICK(left, hedges), PICK(left, numbers));
        break;
    case 6:
        buffer_format(out, "%u..%u", choose(left, 50), 50 + choose(left, 50));
        break;
    case 7:
        put(out, choose(left, 2) == 0 ? "có" : "không");
        break;
    default:
        put(out, PICK(left, numbers));
        break;
    }
}

static void put_values(struct buffer *out, struct choices_left *left, const char *org,
                       unsigned count) {
    unsigned sort = choose(left, 6);
    if (sort == 4) {
        buffer_format(out, "  - during: %s\n", PICK(left, periods));
    } else {
        const char *day = PICK(left, days);
        buffer_format(out, "  - as_of: %s\n    year: %.4s\n", day, day);
        put(out, sort == 5 ? "    estimate: true\n" : "");
    }
    buffer_format(out, "    org: %s\n    values:\n", org);
    for (unsigned i = 0; i < count; i++) {
        if (i > 0 && choose(left, 4) == 3) {
            continue;
        }
        buffer_format(out, "      i%u: ", i);
        put_figure(out, left);
        put(out, "\n");
    }
    if (choose(left, 4) == 3) {
        buffer_format(out, "    claims: {i0: {%s: %s}}\n",
                      choose(left, 2) == 0 ? "attainment" : "of_last_year", PICK(left, numbers));
    }
    if (choose(left, 6) == 5) {
        put(out, "    notes: {i0: \"@SUM(A1) \\u001b[31m\"}\n");
    }
}

static void put_actuals(struct buffer *out, struct choices_left *left, unsigned members,
                        unsigned count) {
    put(out, "actuals:\n");
    for (unsigned i = 0, entries = 1 + choose(left, 6); i < entries; i++) {
        char org[16] = "g";
        unsigned whose = choose(left, members + 1);
        if (whose > 0) {
            snprintf(org, sizeof org, "m%u", whose - 1);
        }
        put_values(out, left, org, count);
    }
}

void plausible_book(struct buffer *out, const uint8_t *data, size_t size) {
    struct choices_left left = {data, size};
    unsigned members = choose(&left, 4);
    unsigned count = 1 + choose(&left, 5);
    put(out, "org: g\nyear: 2024\nsource: \"Báo cáo\"\n");
    put(out, choose(&left, 8) == 7 ? "year_window: {from: 2023-12-15, to: 2024-12-14}\n" : "");
    put_orgs(out, &left, members);
    put_indicators(out, &left, count);
    put_targets(out, &left, "targets", count);
    if (members > 0 && choose(&left, 2) == 1) {
        put_targets(out, &left, "each_member", count);
    }
    put_actuals(out, &left, members, count);
    if (choose(&left, 8) == 7) {
        buffer_format(out, "overrides: {i0: {status: %s, why: \"vì\"}}\n", PICK(&left, statuses));
    }
    if (choose(&left, 8) == 7) {
        put(out, "edges: {slipping: 80%, over: 120%}\n");
    }
    if (left.size > 2) {
        /* one fault: bytes put over a place of the text */
        size_t n = arrlenu(out->text);
        size_t at = (size_t)(choose(&left, 256) * 256 + choose(&left, 256)) % n;
        size_t m = left.size < n - at ? left.size : n - at;
        memcpy(out->text + at, left.data, m);
    }
}
