/* SPDX-License-Identifier: MIT */
/* Reads the section actuals: figures, notes and claims, entry by entry. */
#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "mem.h"
#include "numbers.h"
#include "scalars.h"
#include "sections.h"

/* ---- the schemas ---- */

/* What an entry says besides its figures. */
struct entry_says {
    struct date as_of;    /* or no date */
    struct window during; /* or no dates */
    const char *source;   /* or NULL */
    int year;             /* its own, or 0 */
    bool estimate;        /* about the whole year */
};

enum actual_field {
    ACTUAL_AS_OF,
    ACTUAL_DURING,
    ACTUAL_ESTIMATE,
    ACTUAL_ORG,
    ACTUAL_YEAR,
    ACTUAL_SOURCE,
    ACTUAL_VALUES,
    ACTUAL_NOTES,
    ACTUAL_CLAIMS,
    ACTUAL_HEADLINE,
    ACTUAL_FIELD_COUNT
};

static const struct field fields[] = {
    [ACTUAL_AS_OF] = {"as_of", "đến ngày|tính đến|date|ngày", FIELD_DATE, SHAPE_ONE,
                      .into = INTO(struct entry_says, as_of),
                      .help = {"Số tính đến hết ngày này; chỉ tiêu phát sinh cộng dồn từ đầu năm.",
                               "Figures up to this day; flows since the year's start."}},
    [ACTUAL_DURING] = {"during", "trong tháng|trong quý|trong kỳ", FIELD_PERIOD, SHAPE_ONE,
                       .into = INTO(struct entry_says, during),
                       .help = {"Phát sinh trong một tháng (2024-05), quý (2024-Q2) hay nửa năm.",
                                "Flows within a month (2024-05), quarter (2024-Q2) or half."}},
    [ACTUAL_ESTIMATE] = {"estimate", "ước|ước thực hiện", FIELD_BOOLEAN, SHAPE_ONE,
                         .into = INTO(struct entry_says, estimate),
                         .help = {"true: ước thực hiện cả năm, làm vào ngày as_of.",
                                  "true: an estimate of the whole year, made on as_of."}},
    [ACTUAL_ORG] = {"org", "đơn vị|don vi", FIELD_ORG, SHAPE_ONE,
                    .help = {"Đơn vị, khi khác đơn vị của tệp.",
                             "Organisation, when not the file's."}},
    [ACTUAL_YEAR] = {"year", "năm|nam", FIELD_YEAR, SHAPE_ONE,
                     .into = INTO(struct entry_says, year),
                     .help = {"Năm, khi khác năm của tệp.", "Year, when not the file's."}},
    [ACTUAL_SOURCE] = {"source", "nguồn|văn bản", FIELD_TEXT, SHAPE_ONE,
                       .into = INTO(struct entry_says, source),
                       .help = {"Báo cáo nào.", "Which report."}},
    [ACTUAL_VALUES] = {"values", "số liệu|giá trị|kết quả|figures", FIELD_FIGURE,
                       SHAPE_BY_INDICATOR, .inside = &figure_schema,
                       .help = {"Số liệu, theo mã chỉ tiêu.", "The figures, by indicator."}},
    [ACTUAL_NOTES] = {"notes", "ghi chú", FIELD_TEXT, SHAPE_BY_INDICATOR,
                      .help = {"Ghi chú, theo mã chỉ tiêu.", "Notes, by indicator."}},
    [ACTUAL_CLAIMS] = {"claims", "công bố|tỷ lệ in", FIELD_MAPPING, SHAPE_BY_INDICATOR_OR_LIST,
                       .inside = &claim_schema,
                       .help = {"Tỷ lệ in trong báo cáo, để tính lại.",
                                "Percentages as published, to be recomputed."}},
    [ACTUAL_HEADLINE] = {KEY_HEADLINE, "số chỉ tiêu đạt", FIELD_MAPPING, SHAPE_ONE,
                         .inside = &headline_schema,
                         .help = {"“9/13 chỉ tiêu đạt và vượt”, như in trong báo cáo.",
                                  "“9/13 goals met or exceeded”, as published."}},
};
static_assert(sizeof fields / sizeof *fields == ACTUAL_FIELD_COUNT, "a row for each field");

enum actual_rule { ACTUAL_WHEN, ACTUAL_NO_ESTIMATE, ACTUAL_WHAT, ACTUAL_RULE_COUNT };

static const struct rule actual_rules[] = {
    [ACTUAL_WHEN] = {.kind = RULE_ONE, .keys = KEY(ACTUAL_AS_OF) | KEY(ACTUAL_DURING)},
    [ACTUAL_NO_ESTIMATE] = {.kind = RULE_APART, .keys = KEY(ACTUAL_DURING) | KEY(ACTUAL_ESTIMATE)},
    [ACTUAL_WHAT] = {.kind = RULE_SOME,
                     .keys = KEY(ACTUAL_VALUES) | KEY(ACTUAL_NOTES) | KEY(ACTUAL_CLAIMS) |
                             KEY(ACTUAL_HEADLINE)},
};
static_assert(sizeof actual_rules / sizeof *actual_rules == ACTUAL_RULE_COUNT,
              "a row for each rule");

const struct schema actual_schema = {.name = "actuals",
                                     .fields = fields,
                                     .count = ACTUAL_FIELD_COUNT,
                                     .rules = actual_rules,
                                     .rule_count = ACTUAL_RULE_COUNT};

/* What the mapping of a figure says besides its number. */
struct figure_says {
    const char *quote; /* texts, the book's own copies, or NULL */
    const char *source;
    const char *note;
    bool sure; /* it is right, however odd */
};

enum figure_field {
    FIGURE_IS,
    FIGURE_MORE_THAN,
    FIGURE_LESS_THAN,
    FIGURE_ABOUT,
    FIGURE_QUOTE,
    FIGURE_SOURCE,
    FIGURE_NOTE,
    FIGURE_SURE,
    FIGURE_FIELD_COUNT
};

static const struct field figure_fields[] = {
    [FIGURE_IS] = {"is", "bằng|là|value", FIELD_FIGURE, SHAPE_ONE,
                   .help = {"Số liệu; 3.8..5.5 khi là từ … đến ….",
                            "The figure; 3.8..5.5 for an interval."}},
    [FIGURE_MORE_THAN] = {KEY_MORE_THAN, "trên|hơn|vượt|at least", FIELD_QUANTITY, SHAPE_ONE,
                          .help = {"“hơn”, “trên” số này.", "Reported as more than this."}},
    [FIGURE_LESS_THAN] = {KEY_LESS_THAN, "dưới|gần|at most", FIELD_QUANTITY, SHAPE_ONE,
                          .help = {"“dưới”, “gần” số này.", "Reported as less than this."}},
    [FIGURE_ABOUT] = {KEY_ABOUT, "khoảng|xấp xỉ", FIELD_INTERVAL, SHAPE_ONE,
                      .help = {"“khoảng” số này.", "Reported as about this."}},
    [FIGURE_QUOTE] = {"quote", "trích|trích dẫn|nguyên văn", FIELD_TEXT, SHAPE_ONE,
                      .into = INTO(struct figure_says, quote),
                      .help = {"Nguyên văn.", "Its very words."}},
    [FIGURE_SOURCE] = {"source", "nguồn|văn bản", FIELD_TEXT, SHAPE_ONE,
                       .into = INTO(struct figure_says, source),
                       .help = {"Báo cáo nào, khi khác của mục.",
                                "Which report, when not the entry's."}},
    [FIGURE_NOTE] = {"note", "ghi chú|notes", FIELD_TEXT, SHAPE_ONE,
                     .into = INTO(struct figure_says, note), .help = {"Ghi chú.", "A note."}},
    [FIGURE_SURE] = {"sure", "chắc|đúng|đã xem", FIELD_BOOLEAN, SHAPE_ONE,
                     .into = INTO(struct figure_says, sure),
                     .help = {"có: số này đúng, dù lạ; máy thôi nhắc.",
                              "yes: this figure is right, however odd it looks."}},
};
static_assert(sizeof figure_fields / sizeof *figure_fields == FIGURE_FIELD_COUNT, "all fields");

static const struct rule figure_rules[] = {
    {.kind = RULE_ONE,
     .keys = KEY(FIGURE_IS) | KEY(FIGURE_MORE_THAN) | KEY(FIGURE_LESS_THAN) | KEY(FIGURE_ABOUT)},
};

const struct schema figure_schema = {.name = "values",
                                     .fields = figure_fields,
                                     .count = FIGURE_FIELD_COUNT,
                                     .rules = figure_rules,
                                     .rule_count = 1};

/* ---- one figure ---- */

/* An entry on its way into the book: what all its figures share. */
struct entry {
    struct loader *loader;
    struct figure like; /* org, year, kind, date, period, source of each figure */
    int32_t first;      /* index in book.figures of its first figure */
    bool usable;        /* nothing is wrong with the entry itself */
};

/* Reads a number, or a yes or no as 1 or 0. plain: no hedge (more_than …) stands before it, so that
 * a yes or no may have been meant. */
static bool read_value(const struct entry *entry, const struct node *node, enum hint_place where,
                       bool interval, bool plain, struct figure *figure) {
    const struct indicator *indicator = &entry->loader->book->indicators[figure->indicator];
    struct number_rules rules = {.where = where, .unit = &indicator->unit, .interval = interval};
    struct number number;
    bool yes;
    if (!node_is_scalar(node) || node->text_length == 0) {
        return false;
    }
    bool of_done = indicator_is_yes_no(indicator);
    bool mistaken = of_done ? decimal_span(node->text, node->text_length) > 0
                            : plain && text_boolean(entry->loader, node, &yes);
    if (mistaken) {
        FIND(entry->loader->findings, MSG_KIND_MISMATCH, node->place,
             loader_shown(entry->loader, node->text, node->text_length),
             indicator_kind_key(indicator->kind));
        return false;
    }
    if (of_done) {
        if (hint_no_figure(entry->loader, node) || !scalar_boolean(entry->loader, node, &yes)) {
            return false;
        }
        figure->low = ratio_int(yes);
        figure->high = figure->low;
        return true;
    }
    if (!number_read(entry->loader, node, &rules, &number)) {
        return false;
    }
    figure->low = number.low;
    figure->high = number.high;
    return true;
}

/* What the keys that hold the number say of it. */
static const enum hedge hedges[] = {
    [FIGURE_IS] = HEDGE_NONE,
    [FIGURE_MORE_THAN] = HEDGE_MORE_THAN,
    [FIGURE_LESS_THAN] = HEDGE_LESS_THAN,
    [FIGURE_ABOUT] = HEDGE_ABOUT,
};
static_assert(sizeof hedges / sizeof *hedges == HEDGE_COUNT, "no key says a hedge");

/* The one key that holds the number, or -1 with a finding. */
static int head_of(const struct entry *entry, const struct node *node,
                   const struct node *const found[], bool misspelt) {
    int head = -1;
    size_t heads = keys_found(found, figure_rules[0].keys);
    for (int i = FIGURE_IS; i <= FIGURE_ABOUT; i++) {
        head = found[i] != NULL ? i : head;
    }
    if (heads == 0 && misspelt) {
        return -1;
    }
    if (heads != 1) {
        FIND(entry->loader->findings, MSG_ONLY_ONE, node_spot(node),
             "is, " KEY_MORE_THAN ", " KEY_LESS_THAN ", " KEY_ABOUT);
        return -1;
    }
    return head;
}

static bool read_mapping(const struct entry *entry, const struct node *node,
                         struct figure *figure) {
    const struct node *found[FIGURE_FIELD_COUNT];
    struct figure_says says = {0};
    struct loader *loader = entry->loader;
    size_t before = arrlenu(loader->findings->items);
    bool ok = fields_read(loader, &figure_schema, node, &says, found);
    int head = head_of(entry, node, found, key_misspelt(loader, before));
    if (head < 0) {
        return false;
    }
    const struct indicator *indicator = &loader->book->indicators[figure->indicator];
    if (indicator_is_yes_no(indicator) && head != FIGURE_IS) {
        FIND(loader->findings, MSG_KIND_MISMATCH, found[head]->key_place, node_key(found[head]),
             indicator_kind_key(indicator->kind));
        return false;
    }
    bool interval = head == FIGURE_IS || head == FIGURE_ABOUT;
    ok = read_value(entry, found[head], HINT_UNDER_KEY, interval, head == FIGURE_IS, figure) && ok;
    figure->hedge = hedges[head];
    figure->quote = says.quote;
    figure->note = says.note;
    figure->sure = says.sure;
    figure->source = says.source != NULL ? says.source : figure->source;
    return ok;
}

static void read_figure(struct entry *entry, const struct node *node, int32_t indicator) {
    struct loader *loader = entry->loader;
    struct figure figure = entry->like;
    figure.indicator = indicator;
    figure.place = node->place;
    if (figure.kind == FIGURE_INCREMENT &&
        !indicator_traits(loader->book->indicators[indicator].kind)->accumulates) {
        FIND(loader->findings, MSG_INCREMENT_KIND, node->key_place, node_key(node));
        return;
    }
    bool ok;
    if (node->kind == NODE_MAPPING) {
        ok = read_mapping(entry, node, &figure);
    } else {
        ok = scalar_wanted(loader, node) &&
             read_value(entry, node, HINT_IN_FIGURE, true, true, &figure);
    }
    if (ok && entry->usable) {
        loader->entry_figures[indicator] = (int32_t)figures_count(&loader->book->figures);
        figures_add(&loader->book->figures, &figure);
    }
}

/* ---- the maps by indicator ---- */

/* The indicator of one key of a map, or DROPPED. */
static int32_t indicator_of(const struct entry *entry, const struct node *map,
                            const struct node *previous, const struct node *node, bool texts) {
    if (key_slipped(entry->loader, map, previous, node, texts)) {
        return DROPPED;
    }
    return loader_key_indicator(entry->loader, node);
}

static void read_values(struct entry *entry, const struct node *map) {
    const struct node *previous = NULL;
    for (const struct node *node = map->first; node != NULL; node = node->next) {
        int32_t indicator = indicator_of(entry, map, previous, node, false);
        if (indicator >= 0) {
            read_figure(entry, node, indicator);
        }
        previous = node;
    }
}

/* A note of the map beside one of the figure's own. */
static const char *joined(struct loader *loader, const char *own, const struct node *node) {
    if (own == NULL) {
        return loader_text(loader, node);
    }
    struct buffer both = {0};
    buffer_text(&both, own);
    buffer_text(&both, "; ");
    buffer_put(&both, node->text, node->text_length);
    const char *text = pool_text(&loader->book->pool, both.text, arrlenu(both.text));
    buffer_clear(&both);
    return text;
}

/* A note is printed beside the figure of its entry; without one it is shown nowhere. values: the
 * figures, or NULL. */
static void read_notes(struct entry *entry, const struct node *map, const struct node *values) {
    const struct node *previous = NULL;
    struct loader *loader = entry->loader;
    for (const struct node *node = map->first; node != NULL; node = node->next) {
        int32_t indicator = indicator_of(entry, map, previous, node, true);
        if (indicator >= 0 && scalar_wanted(loader, node)) {
            int32_t at = loader->entry_figures[indicator];
            if (at >= entry->first) {
                struct figure figure = figures_get(&loader->book->figures, at);
                figure.note = joined(loader, figure.note, node);
                figures_set(&loader->book->figures, at, &figure);
            } else if (values == NULL || node_child(values, node_key(node)) == NULL) {
                FIND(loader->findings, MSG_NOTE_UNUSED, node->key_place, node_key(node));
            }
        }
        previous = node;
    }
}

/* What all claims of an entry share. */
static struct claim claim_like(const struct entry *entry, int32_t indicator) {
    return (struct claim){
        .org = entry->usable ? entry->like.org : DROPPED,
        .indicator = indicator,
        .year = entry->like.year,
        .of = NONE,
        .entry = entry->like.kind,
        .date = entry->like.date,
        .period = entry->like.period,
    };
}

static void read_claims(struct entry *entry, const struct node *map) {
    const struct node *previous = NULL;
    for (const struct node *node = map->first; node != NULL; node = node->next) {
        int32_t indicator = indicator_of(entry, map, previous, node, false);
        if (indicator >= 0) {
            struct claim like = claim_like(entry, indicator);
            claims_read(entry->loader, node, &like);
        }
        previous = node;
    }
}

/* ---- an entry ---- */

/* The kind and the day of the entry's figures. */
static bool read_when(struct entry *entry, const struct node *node,
                      const struct node *const found[], const struct entry_says *says,
                      bool misspelt) {
    struct figure *like = &entry->like;
    const struct node *as_of = found[ACTUAL_AS_OF];
    const struct node *during = found[ACTUAL_DURING];
    if (during != NULL && (as_of != NULL || says->estimate)) {
        FIND(entry->loader->findings, MSG_ONLY_ONE, during->key_place,
             as_of != NULL ? "as_of, during" : "during, estimate");
        return false;
    }
    if (during == NULL && as_of == NULL) {
        if (!misspelt) {
            FIND(entry->loader->findings, MSG_MISSING_KEY, node_spot(node), "as_of",
                 actual_schema.name);
        }
        return false;
    }
    like->kind = during != NULL   ? FIGURE_INCREMENT
                 : says->estimate ? FIGURE_ESTIMATE
                                  : FIGURE_LEVEL;
    like->period = during != NULL ? says->during : (struct window){0};
    like->date = during != NULL ? says->during.last : says->as_of;
    return date_known(like->date);
}

/* The year of an entry that states none: that of a declared window which holds its date, or has the
 * part that it names; else of its date. */
static int year_of(const struct loader *loader, const struct figure *like) {
    int nearby[] = {like->date.year, like->date.year + 1, like->date.year - 1};
    struct window part;
    for (int i = 0; i < 3; i++) {
        struct window window = loader_window(loader, like->org, nearby[i]);
        if (like->kind == FIGURE_INCREMENT ? window_part(window, nearby[i], like->period, &part)
                                           : window_holds(window, like->date)) {
            return nearby[i];
        }
    }
    return like->date.year;
}

/* The days of a named month, quarter or half, or the day, once the year is known; false when they
 * do not lie in it. */
static bool read_days(struct entry *entry, const struct node *const found[]) {
    struct figure *like = &entry->like;
    if (like->kind != FIGURE_INCREMENT) {
        return date_in_year(entry->loader, like->org, like->year, like->date,
                            found[ACTUAL_AS_OF]->place);
    }
    bool inside = part_of_year(entry->loader, like->org, like->year, found[ACTUAL_DURING],
                               like->period, &like->period);
    like->date = like->period.last;
    return inside;
}

static void read_where(struct entry *entry, const struct node *node,
                       const struct node *const found[], int own_year, struct defaults *defaults) {
    struct figure *like = &entry->like;
    struct loader *loader = entry->loader;
    like->org = entry_org(loader, found[ACTUAL_ORG], defaults, node_spot(node));
    if (found[ACTUAL_YEAR] == NULL && defaults->year == 0) {
        like->year = entry->usable ? year_of(loader, like) : YEAR_WRONG;
    } else {
        like->year = entry_year(loader, found[ACTUAL_YEAR], own_year, defaults, node_spot(node));
    }
    if (entry->usable && like->year > 0 && like->org >= 0) {
        entry->usable = read_days(entry, found);
    }
    entry->usable = entry->usable && like->org >= 0 && like->year > 0;
}

static void read_entry(struct loader *loader, const struct node *node, struct defaults *defaults) {
    const struct node *found[ACTUAL_FIELD_COUNT];
    struct entry_says says = {0};
    struct entry entry = {
        .loader = loader,
        .first = (int32_t)figures_count(&loader->book->figures),
    };
    size_t before = arrlenu(loader->findings->items);
    fields_read(loader, &actual_schema, node, &says, found);
    bool misspelt = key_misspelt(loader, before);
    entry.like.source = says.source != NULL ? says.source : defaults->source;
    entry.usable = read_when(&entry, node, found, &says, misspelt);
    read_where(&entry, node, found, says.year, defaults);
    const struct node *values = found[ACTUAL_VALUES];
    const struct node *notes = found[ACTUAL_NOTES];
    const struct node *claims = found[ACTUAL_CLAIMS];
    const struct node *headline = found[ACTUAL_HEADLINE];
    if (!misspelt && keys_found(found, actual_rules[ACTUAL_WHAT].keys) == 0) {
        FIND(loader->findings, MSG_MISSING_KEY, node_spot(node), "values", actual_schema.name);
    }
    if (values != NULL && values->kind == NODE_MAPPING) {
        read_values(&entry, values);
    }
    if (notes != NULL && notes->kind == NODE_MAPPING) {
        read_notes(&entry, notes, values);
    }
    if (claims != NULL && claims->kind == NODE_MAPPING) {
        read_claims(&entry, claims);
    }
    if (headline != NULL && headline->kind == NODE_MAPPING) {
        struct claim like = claim_like(&entry, NONE);
        headline_read(loader, headline, &like);
    }
}

void actuals_read(struct loader *loader, const struct node *section, struct defaults *defaults) {
    for (const struct node *node = section->first; node != NULL; node = node->next) {
        if (node->kind == NODE_MAPPING) {
            read_entry(loader, node, defaults);
        }
    }
}
