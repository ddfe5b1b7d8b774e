/* SPDX-License-Identifier: MIT */
#include "row_fields.h"

#include <assert.h>
#include <stddef.h>

#include "mem.h"
#include "words.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* What a figure must not be rounded onto. */
enum edge_rule {
    EDGE_ZERO,
    EDGE_WHOLE,    /* 0 and 100 % */
    EDGE_ACTUAL,   /* A, both ends */
    EDGE_TARGET,   /* T */
    EDGE_ACHIEVED, /* what was achieved per month */
};

static const struct field_row {
    const char *key;
    enum measure measure;
    bool percent; /* a ratio, shown times 100 */
    enum edge_rule edge;
} fields[] = {
    [ROW_FIELD_ATTAINMENT] = {"attainment_pct", M_ATTAINMENT, true, EDGE_WHOLE},
    [ROW_FIELD_ATTAINMENT_HIGH] = {"attainment_pct_high", M_ATTAINMENT_HIGH, true, EDGE_WHOLE},
    [ROW_FIELD_ATTAINMENT_ORIGINAL] = {"attainment_original_pct", M_ATTAINMENT_ORIGINAL, true,
                                       EDGE_WHOLE},
    [ROW_FIELD_GAP] = {"gap", M_GAP, false, EDGE_ZERO},
    [ROW_FIELD_GAP_HIGH] = {"gap_high", M_GAP_HIGH, false, EDGE_ZERO},
    [ROW_FIELD_LEFT] = {"left", M_LEFT, false, EDGE_ZERO},
    [ROW_FIELD_PROGRESS] = {"progress_pct", M_PROGRESS, true, EDGE_WHOLE},
    [ROW_FIELD_PROGRESS_HIGH] = {"progress_pct_high", M_PROGRESS_HIGH, true, EDGE_WHOLE},
    [ROW_FIELD_ELAPSED] = {"elapsed_pct", M_ELAPSED, true, EDGE_WHOLE},
    [ROW_FIELD_EXPECTED] = {"expected", M_EXPECTED, false, EDGE_ACTUAL},
    [ROW_FIELD_BASELINE] = {"baseline", M_BASE, false, EDGE_ACTUAL},
    [ROW_FIELD_LAST_YEAR_SAME] = {"last_year_same", M_SAME, false, EDGE_ACTUAL},
    [ROW_FIELD_VS_LAST_YEAR] = {"vs_last_year_pct", M_VS_LAST_YEAR, true, EDGE_WHOLE},
    [ROW_FIELD_RUN_RATE] = {"forecast_run_rate", M_RUN_RATE, false, EDGE_TARGET},
    [ROW_FIELD_SEASONAL] = {"forecast_seasonal", M_SEASONAL, false, EDGE_TARGET},
    [ROW_FIELD_ESTIMATE] = {"estimate", M_ESTIMATE, false, EDGE_TARGET},
    [ROW_FIELD_NEEDED] = {"needed_per_month", M_NEEDED, false, EDGE_ACHIEVED},
    [ROW_FIELD_ACHIEVED] = {"achieved_per_month", M_ACHIEVED, false, EDGE_ZERO},
};
static_assert(COUNT_OF(fields) == ROW_FIELD_COUNT, "a field is not described");

static const struct quantity *quantity_of(const struct row *row, enum row_field field) {
    return &row->is[fields[field].measure];
}

const char *field_key(enum row_field field) {
    return fields[field].key;
}

/* The edges of a field that the row has; returns their number. */
static size_t edges_of(const struct row *row, enum edge_rule rule, struct ratio edges[2]) {
    switch (rule) {
    case EDGE_ZERO:
        edges[0] = ratio_int(0);
        return 1;
    case EDGE_WHOLE:
        edges[0] = ratio_int(0);
        edges[1] = ratio_int(100);
        return 2;
    case EDGE_ACTUAL:
        edges[0] = row->low;
        edges[1] = row->high;
        return row->has_actual ? 2 : 0;
    case EDGE_TARGET:
        edges[0] = row_decides(row);
        return row_bounds_known(row) ? 1 : 0;
    case EDGE_ACHIEVED:
        edges[0] = ratio_int(0);
        edges[1] = row->is[M_ACHIEVED].value;
        return row->is[M_ACHIEVED].why == DEFINED ? 2 : 1;
    }
    return 0;
}

const char *field_number(const struct row *row, enum row_field field, char text[RATIO_TEXT]) {
    const struct quantity *quantity = quantity_of(row, field);
    if (quantity->why != DEFINED || !ratio_valid(quantity->value)) {
        return NULL;
    }
    struct ratio edges[2];
    size_t n = edges_of(row, fields[field].edge, edges);
    struct ratio value = quantity->value;
    if (fields[field].percent) {
        value = ratio_mul(value, ratio_int(100));
    }
    return ratio_plain(value, !fields[field].percent, edges, n, text);
}

const char *field_reason(const struct row *row, enum row_field field) {
    return undefined_key(quantity_of(row, field)->why);
}

const char *bound_number(const struct bounds *bounds, const struct row *row, bool high, bool known,
                         char text[RATIO_TEXT]) {
    unsigned has = target_numbers(bounds->kind);
    if ((has & HAS_GROW) != 0) {
        has = row->ceiling ? HAS_HIGH : HAS_LOW;
    }
    if (!known || (has & (high ? HAS_HIGH : HAS_LOW)) == 0) {
        return NULL;
    }
    struct ratio edges[] = {row->low, row->high};
    struct ratio value = high ? bounds->high : bounds->low;
    return ratio_valid(value) ? ratio_plain(value, true, edges, row->has_actual ? 2 : 0, text)
                              : NULL;
}

const char *actual_number(const struct row *row, bool high, char text[RATIO_TEXT]) {
    if (!row->has_actual) {
        return NULL;
    }
    struct ratio edges[] = {row_decides(row), row->bounds.low, row->bounds.high};
    bool known = row_bounds_known(row);
    return ratio_plain(high ? row->high : row->low, true, edges, known ? COUNT_OF(edges) : 0, text);
}

const char *plain_number(struct ratio value, char text[RATIO_TEXT]) {
    return ratio_valid(value) ? ratio_plain(value, true, NULL, 0, text) : NULL;
}

const char *plain_date(struct date date, char text[DATE_TEXT]) {
    return date_known(date) ? date_print(date, text) : NULL;
}

struct target_fields target_fields(const struct scorecard *card, const struct row *row) {
    struct target target = targets_get(&card->book->targets, row->target);
    struct target_fields fill = {
        .by = target.by,
        .during = target.during_text,
        .place = target.place,
        .source = target.source,
        .quote = target.quote,
        .each_member = target.each_member,
    };
    if (row->revision != NONE) {
        const struct revision *revision = &target.revised[row->revision];
        fill.revised = true;
        fill.original = target.bounds;
        fill.by = revision->by != NULL ? revision->by : target.by;
        fill.revised_on = revision->date;
        fill.place = revision->place;
    }
    return fill;
}

const char *gap_unit(const struct indicator *indicator) {
    return unit_is_percent(&indicator->unit) ? "pp" : indicator->unit.text;
}
