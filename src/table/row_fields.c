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
    size_t offset; /* of the struct quantity in struct row */
    bool percent;  /* a ratio, shown times 100 */
    enum edge_rule edge;
} fields[] = {
    [ROW_FIELD_ATTAINMENT] = {"attainment_pct", offsetof(struct row, attainment), true, EDGE_WHOLE},
    [ROW_FIELD_ATTAINMENT_HIGH] = {"attainment_pct_high", offsetof(struct row, attainment_high),
                                   true, EDGE_WHOLE},
    [ROW_FIELD_ATTAINMENT_ORIGINAL] = {"attainment_original_pct",
                                       offsetof(struct row, attainment_original), true, EDGE_WHOLE},
    [ROW_FIELD_GAP] = {"gap", offsetof(struct row, gap), false, EDGE_ZERO},
    [ROW_FIELD_GAP_HIGH] = {"gap_high", offsetof(struct row, gap_high), false, EDGE_ZERO},
    [ROW_FIELD_LEFT] = {"left", offsetof(struct row, left), false, EDGE_ZERO},
    [ROW_FIELD_PROGRESS] = {"progress_pct", offsetof(struct row, progress), true, EDGE_WHOLE},
    [ROW_FIELD_PROGRESS_HIGH] = {"progress_pct_high", offsetof(struct row, progress_high), true,
                                 EDGE_WHOLE},
    [ROW_FIELD_ELAPSED] = {"elapsed_pct", offsetof(struct row, elapsed), true, EDGE_WHOLE},
    [ROW_FIELD_EXPECTED] = {"expected", offsetof(struct row, expected), false, EDGE_ACTUAL},
    [ROW_FIELD_BASELINE] = {"baseline", offsetof(struct row, baseline), false, EDGE_ACTUAL},
    [ROW_FIELD_LAST_YEAR_SAME] = {"last_year_same", offsetof(struct row, last_year_same), false,
                                  EDGE_ACTUAL},
    [ROW_FIELD_VS_LAST_YEAR] = {"vs_last_year_pct", offsetof(struct row, vs_last_year), true,
                                EDGE_WHOLE},
    [ROW_FIELD_RUN_RATE] = {"forecast_run_rate", offsetof(struct row, forecast_run_rate), false,
                            EDGE_TARGET},
    [ROW_FIELD_SEASONAL] = {"forecast_seasonal", offsetof(struct row, forecast_seasonal), false,
                            EDGE_TARGET},
    [ROW_FIELD_ESTIMATE] = {"estimate", offsetof(struct row, estimate), false, EDGE_TARGET},
    [ROW_FIELD_NEEDED] = {"needed_per_month", offsetof(struct row, needed_per_month), false,
                          EDGE_ACHIEVED},
    [ROW_FIELD_ACHIEVED] = {"achieved_per_month", offsetof(struct row, achieved_per_month), false,
                            EDGE_ZERO},
};
static_assert(COUNT_OF(fields) == ROW_FIELD_COUNT, "a field is not described");

static const struct quantity *quantity_of(const struct row *row, enum row_field field) {
    return (const struct quantity *)(const void *)((const char *)row + fields[field].offset);
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
        edges[0] = row->deciding;
        return row->has_target && row->bounds_known ? 1 : 0;
    case EDGE_ACHIEVED:
        edges[0] = ratio_int(0);
        edges[1] = row->achieved_per_month.value;
        return row->achieved_per_month.why == DEFINED ? 2 : 1;
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
    struct ratio edges[] = {row->deciding, row->bounds.low, row->bounds.high};
    bool known = row->has_target && row->bounds_known;
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
