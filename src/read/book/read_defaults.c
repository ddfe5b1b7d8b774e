/* SPDX-License-Identifier: MIT */
/* Reads what a file says besides targets and actuals: year_window, edges, overrides; and finds the
 * organisation and year of an entry, its own or the file's. */
#include <assert.h>
#include <stdio.h>

#include "mem.h"
#include "numbers.h"
#include "sections.h"

/* ---- the organisation and year of an entry ---- */

int32_t entry_org(struct loader *loader, const struct node *own, struct defaults *defaults,
                  struct place spot) {
    if (own != NULL) {
        return node_is_scalar(own) && own->text_length > 0
                   ? loader_org(loader, own->text, own->place)
                   : DROPPED;
    }
    if (defaults->org == NONE && !defaults->told_org) {
        FIND(loader->findings, MSG_NO_ORG, spot, NULL);
        defaults->told_org = true;
    }
    return defaults->org == NONE ? DROPPED : defaults->org;
}

int entry_year(struct loader *loader, const struct node *own, int year, struct defaults *defaults,
               struct place spot) {
    if (own != NULL) {
        return year > 0 ? year : YEAR_WRONG;
    }
    if (defaults->year == 0 && !defaults->told_year) {
        FIND(loader->findings, MSG_NO_YEAR, spot, NULL);
        defaults->told_year = true;
    }
    return defaults->year == 0 ? YEAR_WRONG : defaults->year;
}

bool date_in_year(struct loader *loader, int32_t org, int year, struct date date,
                  struct place place) {
    struct window window = loader_window(loader, org, year);
    char texts[3][DATE_TEXT];
    char number[16];
    if (window_holds(window, date)) {
        return true;
    }
    snprintf(number, sizeof number, "%d", year);
    FIND(loader->findings, MSG_OUTSIDE_YEAR, place, date_print(date, texts[0]), number,
         date_print(window.first, texts[1]), date_print(window.last, texts[2]));
    return false;
}

bool part_of_year(struct loader *loader, int32_t org, int year, const struct node *node,
                  struct window named, struct window *out) {
    char texts[2][DATE_TEXT];
    char number[16];
    struct window window = loader_window(loader, org, year);
    if (org < 0 || year <= 0) {
        *out = named;
        return true;
    }
    if (window_part(window, year, named, out)) {
        return true;
    }
    snprintf(number, sizeof number, "%d", year);
    FIND(loader->findings, MSG_OUTSIDE_YEAR, node->place, node->text, number,
         date_print(window.first, texts[0]), date_print(window.last, texts[1]));
    return false;
}

/* ---- year_window ---- */

enum window_field { WINDOW_FROM, WINDOW_TO, WINDOW_FIELD_COUNT };

static const struct field window_fields[] = {
    [WINDOW_FROM] = {"from", "từ|từ ngày", FIELD_DATE, SHAPE_ONE, true,
                     .into = INTO(struct window, first),
                     .help = {"Ngày đầu năm báo cáo.", "First day of the reporting year."}},
    [WINDOW_TO] = {"to", "đến|đến ngày", FIELD_DATE, SHAPE_ONE, true,
                   .into = INTO(struct window, last),
                   .help = {"Ngày cuối năm báo cáo.", "Last day of the reporting year."}},
};
static_assert(sizeof window_fields / sizeof *window_fields == WINDOW_FIELD_COUNT, "all fields");

const struct schema window_schema = {
    .name = "year_window", .fields = window_fields, .count = WINDOW_FIELD_COUNT};

static void declare_window(struct loader *loader, struct org_year found) {
    int32_t at = loader_declared_window(loader, found.org, found.year);
    if (at == NONE) {
        loader_declare_window(loader, found);
        return;
    }
    const struct org_year *before = &loader->book->org_years[at];
    if (date_cmp(before->window.first, found.window.first) != 0 ||
        date_cmp(before->window.last, found.window.last) != 0) {
        FIND(loader->findings, MSG_TARGET_CONFLICT, found.place, window_schema.name)->related =
            before->place;
    }
}

void window_read(struct loader *loader, const struct node *section, struct defaults *defaults) {
    const struct node *found[WINDOW_FIELD_COUNT];
    struct window window = {0};
    if (!fields_read(loader, &window_schema, section, &window, found)) {
        return;
    }
    if (date_cmp(window.first, window.last) >= 0 ||
        date_cmp(window.last, date_add_months(window.first, 12)) >= 0) {
        FIND(loader->findings, MSG_BAD_WINDOW, found[WINDOW_TO]->place, NULL);
        return;
    }
    struct org_year declared = {
        .org = entry_org(loader, NULL, defaults, section->key_place),
        .year = entry_year(loader, NULL, 0, defaults, section->key_place),
        .window = window,
        .place = section->key_place,
    };
    if (declared.org >= 0 && declared.year > 0) {
        declare_window(loader, declared);
    }
}

/* ---- edges ---- */

enum edges_field { EDGES_SLIPPING, EDGES_OVER, EDGES_FIELD_COUNT };

static const struct field edges_fields[] = {
    [EDGES_SLIPPING] = {"slipping", "hơi chậm", FIELD_PERCENT, SHAPE_ONE, .sign = SIGN_POSITIVE,
                        .help = {"Từ bao nhiêu % tiến độ là “hơi chậm”; 90% nếu không ghi.",
                                 "From how many % of the expected on it is slipping; 90%."}},
    [EDGES_OVER] = {"over", "vượt ngưỡng", FIELD_PERCENT, SHAPE_ONE, .sign = SIGN_POSITIVE,
                    .help = {"Đến bao nhiêu % của mức trần theo tiến độ; 110% nếu không ghi.",
                             "Up to how many % of an expected ceiling it is slipping; 110%."}},
};
static_assert(sizeof edges_fields / sizeof *edges_fields == EDGES_FIELD_COUNT, "all fields");

const struct schema edges_schema = {
    .name = "edges", .fields = edges_fields, .count = EDGES_FIELD_COUNT};

static bool read_edge(struct loader *loader, const struct node *node, struct ratio *out) {
    struct ratio edge = *out;
    if (node == NULL) {
        return true;
    }
    if (!number_percent(loader, node, false, &edge)) {
        return false;
    }
    if (ratio_sign(edge) == 0) {
        FIND(loader->findings, MSG_TOO_SMALL, node->place, node->text, node_key(node));
        return false;
    }
    *out = edge;
    return true;
}

/* slipping <= 100 <= over: else what is exactly on time would be called late. sign: on which side
 * of 100 the edge must not lie. */
static void check_edge(struct loader *loader, const struct node *node, struct ratio edge,
                       int sign) {
    if (node != NULL && ratio_cmp(edge, ratio_int(100)) == sign) {
        FIND(loader->findings, MSG_EDGES_ORDER, node->place, node_key(node), node->text);
    }
}

void edges_read(struct loader *loader, const struct node *section) {
    const struct node *found[EDGES_FIELD_COUNT];
    struct edges *before = &loader->book->edges;
    struct edges edges = {
        .slipping = ratio_int(90), .over = ratio_int(110), .place = section->key_place};
    bool ok = fields_read(loader, &edges_schema, section, NULL, found);
    ok = read_edge(loader, found[EDGES_SLIPPING], &edges.slipping) && ok;
    ok = read_edge(loader, found[EDGES_OVER], &edges.over) && ok;
    if (!ok) {
        return;
    }
    check_edge(loader, found[EDGES_SLIPPING], edges.slipping, 1);
    check_edge(loader, found[EDGES_OVER], edges.over, -1);
    if (before->place.file < 0) {
        *before = edges;
    } else if (ratio_cmp(before->slipping, edges.slipping) != 0 ||
               ratio_cmp(before->over, edges.over) != 0) {
        FIND(loader->findings, MSG_TARGET_CONFLICT, edges.place, edges_schema.name)->related =
            before->place;
    }
}

/* ---- overrides ---- */

/* What the mapping of an override says. */
struct override_says {
    const char *why;      /* the book's own copy */
    const char *by;       /* the target meant, or NULL */
    struct window during; /* its part of the year, of the calendar, or no dates */
    int status;           /* enum status */
    int year;             /* its own, or 0 */
};

enum override_field {
    OVERRIDE_STATUS,
    OVERRIDE_WHY,
    OVERRIDE_ORG,
    OVERRIDE_YEAR,
    OVERRIDE_BY,
    OVERRIDE_DURING,
    OVERRIDE_FIELD_COUNT
};

static const struct field override_fields[] = {
    [OVERRIDE_STATUS] = {"status", "đánh giá|trạng thái", FIELD_CHOICE, SHAPE_ONE, true,
                         .into = INTO(struct override_says, status), .choices = &status_words,
                         .help = {"Đánh giá thay cho kết quả tính.",
                                  "The verdict in place of the computed one."}},
    [OVERRIDE_WHY] = {"why", "lý do|vì sao", FIELD_TEXT, SHAPE_ONE, true,
                      .into = INTO(struct override_says, why), .help = {"Vì sao.", "Why."}},
    [OVERRIDE_ORG] = {"org", "đơn vị|don vi", FIELD_ORG, SHAPE_ONE,
                      .help = {"Đơn vị, khi khác đơn vị của tệp.",
                               "Organisation, when not the file's."}},
    [OVERRIDE_YEAR] = {"year", "năm|nam", FIELD_YEAR, SHAPE_ONE,
                       .into = INTO(struct override_says, year),
                       .help = {"Năm, khi khác năm của tệp.", "Year, when not the file's."}},
    [OVERRIDE_BY] = {"by", "cấp giao|giao bởi|nơi giao", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct override_says, by),
                     .help = {"Của kế hoạch nào, theo nơi giao, khi có nhiều kế hoạch.",
                              "Of whose target, when there are several."}},
    [OVERRIDE_DURING] = {"during", "thời kỳ|kỳ|trong thời gian", FIELD_PERIOD, SHAPE_ONE,
                         .into = INTO(struct override_says, during),
                         .help = {"Của kế hoạch cho phần nào trong năm: 2024-H2.",
                                  "Of the target for which part of the year: 2024-H2."}},
};
static_assert(sizeof override_fields / sizeof *override_fields == OVERRIDE_FIELD_COUNT, "rows");

const struct schema override_schema = {
    .name = "overrides", .fields = override_fields, .count = OVERRIDE_FIELD_COUNT};

static void read_override(struct loader *loader, const struct node *node, int32_t indicator,
                          struct defaults *defaults) {
    const struct node *found[OVERRIDE_FIELD_COUNT];
    struct override_says says = {0};
    if (!node_wanted(loader, node, NODE_MAPPING)) {
        return;
    }
    bool ok = fields_read(loader, &override_schema, node, &says, found);
    struct place spot = node_spot(node);
    struct override override = {
        .org = entry_org(loader, found[OVERRIDE_ORG], defaults, spot),
        .indicator = indicator,
        .year = entry_year(loader, found[OVERRIDE_YEAR], says.year, defaults, spot),
        .status = (enum status)says.status,
        .why = says.why,
        .by = says.by,
        .place = node->place,
    };
    if (found[OVERRIDE_DURING] != NULL && date_known(says.during.first)) {
        ok = part_of_year(loader, override.org, override.year, found[OVERRIDE_DURING], says.during,
                          &override.during) &&
             ok;
    }
    if (ok && override.org >= 0 && override.year > 0) {
        arrput(loader->book->overrides, override);
    }
}

void overrides_read(struct loader *loader, const struct node *section, struct defaults *defaults) {
    const struct node *previous = NULL;
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        bool slipped = key_slipped(loader, section, previous, node, false);
        int32_t indicator = slipped ? DROPPED : loader_key_indicator(loader, node);
        previous = node;
        if (indicator < 0) {
            continue;
        }
        const struct node *item = node->kind == NODE_LIST ? node->first : node;
        const struct node *end = node->kind == NODE_LIST ? NULL : node->next;
        if (item == NULL) {
            FIND(loader->findings, MSG_EMPTY_VALUE, node->key_place, node_key(node));
        }
        for (; item != end; item = item->next) {
            read_override(loader, item, indicator, defaults);
        }
    }
}
