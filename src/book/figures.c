/* SPDX-License-Identifier: MIT */
#include "figures.h"

#include <stdlib.h>

#include "mem.h"

enum { MOST_MONTHS = 15 };

#define MOST_WHEN ((UINT64_C(1) << PACKED_WHEN_BITS) - 1) /* too large for an enum */

/* ---- packing ---- */

static bool pack_period(const struct figure *f, unsigned *months) {
    struct date first = f->period.first;
    struct date last = f->period.last;
    if (!date_known(first) && !date_known(last)) {
        return true;
    }
    int n = (last.year - first.year) * 12 + last.month - first.month + 1;
    *months = (unsigned)n;
    return n > 0 && n <= MOST_MONTHS && first.day == 1 && date_ends_month(last) &&
           date_cmp(last, f->date) == 0;
}

static bool pack_value(const struct figure *f, struct packed_ratio *value) {
    return f->low.num == f->high.num && f->low.den == f->high.den && ratio_pack(f->low, value);
}

/* What it is looked up by, which is there for wide ones too. */
static struct packed_figure packed_keys(const struct figure *f) {
    uint64_t slot = figure_slot(f->year, f->kind);
    return (struct packed_figure){
        .org = f->org,
        .indicator = f->indicator,
        .when = (slot << PACKED_DATE_BITS | date_pack(f->date)) & MOST_WHEN,
    };
}

static struct packed_figure packed(struct figures *figures, const struct figure *f) {
    struct packed_figure out = packed_keys(f);
    unsigned months = 0;
    uint32_t columns;
    if (f->sure || !pack_value(f, &out.value) || !pack_period(f, &months) ||
        !columns_pack(&f->place, &columns)) {
        out.wide = 1;
        out.origin = (uint32_t)arrlenu(figures->wide);
        arrput(figures->wide, *f);
        return out;
    }
    out.origin = origin_pack(&figures->origins,
                             (struct packed_origin){f->source, f->quote, f->note, f->place.file});
    out.line = f->place.line;
    out.hedge = f->hedge & 3U;
    out.months = months & MOST_MONTHS;
    out.columns = columns & ((1U << PACKED_COLUMNS_BITS) - 1);
    return out;
}

void figures_add(struct figures *figures, const struct figure *figure) {
    struct packed_figure one = packed(figures, figure);
    arrput(figures->packed, one);
}

void figures_set(struct figures *figures, int32_t index, const struct figure *figure) {
    struct packed_figure *f = &figures->packed[index];
    if (!f->wide) {
        *f = packed(figures, figure);
        return;
    }
    uint32_t place = f->origin; /* it stays where it is, also when it would fit now */
    figures->wide[place] = *figure;
    *f = packed_keys(figure);
    f->wide = 1;
    f->origin = place;
}

/* ---- unpacking ---- */

static struct window period_of(const struct packed_figure *f) {
    struct date last = packed_date(f);
    int month = last.year * 12 + last.month - (int)f->months; /* of the first day, from 0 */
    return (struct window){date_of(month / 12, month % 12 + 1, 1), last};
}

void figures_read(const struct figures *figures, int32_t index, struct figure *out) {
    static const struct window none = {{0, 0, 0}, {0, 0, 0}};
    const struct packed_figure *f = &figures->packed[index];
    if (f->wide) {
        *out = figures->wide[f->origin];
        return;
    }
    const struct packed_origin *origin = &figures->origins[f->origin];
    out->org = f->org;
    out->indicator = f->indicator;
    out->year = packed_year(f);
    out->kind = packed_kind(f);
    out->hedge = (enum hedge)f->hedge;
    out->date = packed_date(f);
    out->period = f->months != 0 ? period_of(f) : none;
    out->low = ratio_unpack(f->value);
    out->high = out->low;
    out->sure = false;
    out->source = origin->source;
    out->quote = origin->quote;
    out->note = origin->remark;
    out->place = columns_unpack(origin->file, f->line, (uint32_t)f->columns);
}

struct window figures_span(const struct figures *figures, int32_t index) {
    const struct packed_figure *f = &figures->packed[index];
    if (packed_kind(f) != FIGURE_INCREMENT) {
        return (struct window){packed_date(f), packed_date(f)};
    }
    return f->wide ? figures->wide[f->origin].period : period_of(f);
}

size_t figures_count(const struct figures *figures) {
    return arrlenu(figures->packed);
}

void figures_clear(struct figures *figures) {
    arrfree(figures->packed);
    arrfree(figures->wide);
    arrfree(figures->origins);
}

/* ---- sorting ---- */

/* Puts every figure in its place: order says which is to stand there. Each is moved once; order[i]
 * becomes ~i on the way. */
static void put_in_order(struct packed_figure *packed, int32_t *order, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (order[i] < 0) {
            continue;
        }
        struct packed_figure first = packed[i];
        size_t at = i;
        while ((size_t)order[at] != i) {
            size_t from = (size_t)order[at];
            packed[at] = packed[from];
            order[at] = ~order[at];
            at = from;
        }
        packed[at] = first;
        order[at] = ~order[at];
    }
}

/* Mostly each has files of its own, read one after the other. */
void figures_sort_by_org(struct figures *figures, size_t orgs) {
    struct packed_figure *packed = figures->packed;
    size_t n = figures_count(figures);
    bool in_order = true;
    for (size_t i = 1; in_order && i < n; i++) {
        in_order = packed[i - 1].org <= packed[i].org;
    }
    if (in_order) {
        return;
    }
    int32_t *order = mem_alloc(n * sizeof *order);
    int32_t *next = mem_alloc((orgs + 1) * sizeof *next);
    for (size_t i = 0; i < n; i++) {
        next[packed[i].org + 1]++;
    }
    for (size_t i = 1; i < orgs; i++) {
        next[i] += next[i - 1];
    }
    for (size_t i = 0; i < n; i++) {
        order[next[packed[i].org]++] = (int32_t)i;
    }
    put_in_order(packed, order, n);
    mem_free(next);
    mem_free(order);
}

static int by_number(const void *left, const void *right) {
    int32_t a = *(const int32_t *)left;
    int32_t b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

/* What a series is sorted by. */
struct series_key {
    uint64_t when;
    int32_t index; /* as they stood, the last word */
};

static int by_key(const void *left, const void *right) {
    const struct series_key *a = left;
    const struct series_key *b = right;
    int by = (a->when > b->when) - (a->when < b->when);
    return by != 0 ? by : (a->index > b->index) - (a->index < b->index);
}

/* The order of one indicator of one organisation; they mostly stand in it. */
static void order_series(const struct packed_figure *packed, int32_t *series, size_t n) {
    bool in_order = true;
    for (size_t i = 1; in_order && i < n; i++) {
        in_order = packed[series[i - 1]].when <= packed[series[i]].when;
    }
    if (in_order) {
        return;
    }
    struct series_key *keys = mem_alloc(n * sizeof *keys);
    for (size_t i = 0; i < n; i++) {
        keys[i] = (struct series_key){packed[series[i]].when, series[i]};
    }
    qsort(keys, n, sizeof *keys, by_key);
    for (size_t i = 0; i < n; i++) {
        series[i] = keys[i].index;
    }
    mem_free(keys);
}

/* What is sorted with. An `order` says for every place which figure is to stand there. */
struct sorter {
    int32_t *order;
    int32_t *count;   /* by indicator: how many, then where the next one goes */
    int32_t *touched; /* indicators that the organisation in hand has */
};

/* Sorts the n figures of one organisation: by indicator, counted, and then each series. Only what
 * is touched is cleaned up, so that many organisations and many indicators make no square. */
static void sort_org(struct sorter *s, struct packed_figure *packed, size_t n) {
    size_t touched = 0;
    for (size_t i = 0; i < n; i++) {
        if (s->count[packed[i].indicator]++ == 0) {
            s->touched[touched++] = packed[i].indicator;
        }
    }
    qsort(s->touched, touched, sizeof *s->touched, by_number);
    int32_t begin = 0;
    for (size_t i = 0; i < touched; i++) {
        int32_t here = s->count[s->touched[i]];
        s->count[s->touched[i]] = begin;
        begin += here;
    }
    for (size_t i = 0; i < n; i++) {
        s->order[s->count[packed[i].indicator]++] = (int32_t)i;
    }
    begin = 0;
    for (size_t i = 0; i < touched; i++) {
        int32_t end = s->count[s->touched[i]];
        order_series(packed, s->order + begin, (size_t)(end - begin));
        s->count[s->touched[i]] = 0;
        begin = end;
    }
    put_in_order(packed, s->order, n);
}

void figures_sort_run(struct figures *figures, size_t first, size_t n, size_t indicators) {
    struct packed_figure *packed = figures->packed;
    struct sorter s = {
        .order = mem_alloc(n * sizeof *s.order),
        .count = mem_alloc(indicators * sizeof *s.count),
        .touched = mem_alloc(indicators * sizeof *s.touched),
    };
    for (size_t i = first, end = 0; i < first + n; i = end) {
        for (end = i + 1; end < first + n && packed[end].org == packed[i].org; end++) {
        }
        sort_org(&s, packed + i, end - i);
    }
    mem_free(s.order);
    mem_free(s.count);
    mem_free(s.touched);
}

void figures_drop(struct figures *figures, const bool drop[]) {
    size_t n = figures_count(figures);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (!drop[i]) {
            figures->packed[kept++] = figures->packed[i];
        }
    }
    if (kept < n) {
        arrsetlen(figures->packed, kept);
    }
}
