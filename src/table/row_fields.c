/* SPDX-License-Identifier: MIT */
#include "row_fields.h"

#include "bounds.h"

#include <assert.h>
#include <stddef.h>

#include "mem.h"
#include "words.h"

enum { QUOTIENT_DECIMALS = 6 };

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* A figure's number, and behind it the number of its other end; without a key where it has none. */
static const struct field_row {
    const char *key;
    enum measure measure;
    enum column_id column; /* says how it is printed */
    int next;              /* figure, or the other end of this one: so many places on */
} fields[] = {
#define FIGURE(name, place, word, field_place, field, number, other, ...)                          \
    [2 * (field_place)] = {(field), (number), COLUMN_##name, (other) == NO_HIGH ? 2 : 1},          \
         [2 * (field_place) + 1] = {field "_high", (other), COLUMN_##name, 1},
    COLUMN_ROWS(FIGURE, COLUMN_NOTHING, COLUMN_NOTHING)
#undef FIGURE
};
static_assert(COUNT_OF(fields) == ROW_FIELD_COUNT, "the places of the fields have a gap");

int field_after(int field) {
    return field + fields[field].next;
}

static const struct quantity *quantity_of(const struct row *row, int field) {
    return &row->is[fields[field].measure];
}

const char *field_key(int field) {
    return fields[field].key;
}

enum column_id field_column(int field) {
    return fields[field].column;
}

/* Kept out of field_number(): most rows have few of the figures. */
static __attribute__((noinline)) const char *number_there(const struct row *row, int field,
                                                          char text[RATIO_TEXT]) {
    const struct column *column = table_column(fields[field].column);
    struct ratio edges[EDGES_OF_COLUMN];
    int n = column_edges(column, row, edges);
    struct ratio value = quantity_of(row, field)->value;
    bool percent = column->look == LOOK_PERCENT;
    if (percent) {
        value = ratio_mul(value, ratio_int(100));
        bool least = fields[field].measure == M_ATTAINMENT && row->partial != PARTIAL_NOT;
        value = least ? ratio_down(value, QUOTIENT_DECIMALS) : value; /* it is at least so much */
        for (int i = 0; i < n; i++) {
            edges[i] = ratio_mul(edges[i], ratio_int(100));
        }
    }
    return ratio_plain(value, !percent, edges, (size_t)n, text);
}

const char *field_number(const struct row *row, int field, char text[RATIO_TEXT]) {
    const struct quantity *quantity = quantity_of(row, field);
    bool there = quantity->why == DEFINED && ratio_valid(quantity->value);
    return there ? number_there(row, field, text) : NULL;
}

const char *field_reason(const struct row *row, int field) {
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

const char *target_base(const struct row *row, char text[RATIO_TEXT]) {
    if (!target_has(row->bounds.kind, HAS_GROW)) {
        return NULL;
    }
    bool used = row_bounds_known(row) && row->is[M_BASE].why == DEFINED;
    return ratio_valid(row->bounds.base) ? plain_number(row->bounds.base, text)
           : used                        ? plain_number(row->is[M_BASE].value, text)
                                         : NULL;
}

const char *actual_number(const struct row *row, bool high, char text[RATIO_TEXT]) {
    if (!row->has_actual) {
        return NULL;
    }
    struct ratio edges[EDGES_OF_ROW];
    int n = row_edges(row, edges);
    return ratio_plain(high ? row->high : row->low, true, edges, (size_t)n, text);
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
        bool together =
            row->each_group && indicator_adds_up(&card->book->indicators[row->indicator]);
        fill.original = together ? bounds_times(&target.bounds, row->members_total) : target.bounds;
        fill.by = revision->by != NULL ? revision->by : target.by;
        fill.revised_on = revision->date;
        fill.place = revision->place;
    }
    return fill;
}

const char *gap_unit(const struct indicator *indicator) {
    return unit_is_percent(&indicator->unit) ? "pp" : indicator->unit.text;
}
