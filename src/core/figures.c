#include "figures.h"

#include <stdlib.h>

#include "mem.h"

enum {
    LOOK_BACK = 8,  /* origins compared before one is taken for new */
    MOST_TWOS = 15, /* what the bits hold */
    MOST_FIVES = 15,
    MOST_MONTHS = 15,
    MOST_COLUMN = 2047,
    MOST_WIDTH = 127
};

static const int64_t most_num = (INT64_C(1) << 54) - 1;
static const uint64_t most_when = (UINT64_C(1) << 39) - 1;

static const int64_t powers_of_five[MOST_FIVES + 1] = {
    1,      5,       25,      125,      625,       3125,       15625,      78125,
    390625, 1953125, 9765625, 48828125, 244140625, 1220703125, 6103515625, 30517578125,
};

/* ---- packing: each part says whether it fits ---- */

static uint64_t pack_when(const struct figure *f) {
    uint64_t date =
        (uint64_t)f->date.year << 9 | (uint64_t)f->date.month << 5 | (uint64_t)f->date.day;
    return (uint64_t)figure_slot(f->year, f->kind) << WHEN_DATE_BITS | date;
}

/* The denominator as the powers that make it. */
struct powers {
    unsigned twos;
    unsigned fives;
    unsigned threes;
};

static bool pack_value(const struct figure *f, struct powers *powers) {
    struct ratio value = f->low;
    if (value.num != f->high.num || value.den != f->high.den || value.num > most_num ||
        value.num < -most_num || value.den <= 0 || value.den > INT64_MAX) {
        return false;
    }
    uint64_t den = (uint64_t)value.den;
    powers->twos = (unsigned)__builtin_ctzll(den);
    den >>= powers->twos;
    for (; den > 3 && den % 5 == 0; den /= 5) {
        powers->fives++;
    }
    powers->threes = den == 3;
    return den == (powers->threes ? 3 : 1) && powers->twos <= MOST_TWOS &&
           powers->fives <= MOST_FIVES;
}

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

static bool pack_place(const struct place *place, unsigned *width) {
    *width = place->end_column == 0 ? 0 : place->end_column - place->column;
    return place->column <= MOST_COLUMN && *width <= MOST_WIDTH &&
           (*width > 0 || place->end_column == 0);
}

/* The index of an origin; looks for an equal one among the last. */
static uint32_t pack_origin(struct figures *figures, const struct figure *f) {
    size_t n = arrlenu(figures->origins);
    for (size_t i = n; i > 0 && i + LOOK_BACK > n; i--) {
        const struct figure_origin *o = &figures->origins[i - 1];
        if (o->quote == f->quote && o->note == f->note && o->source == f->source &&
            o->file == f->place.file) {
            return (uint32_t)i - 1;
        }
    }
    struct figure_origin origin = {f->source, f->quote, f->note, f->place.file};
    arrput(figures->origins, origin);
    return (uint32_t)n;
}

static struct packed_figure packed_wide(struct figures *figures, const struct figure *f) {
    arrput(figures->wide, *f);
    return (struct packed_figure){
        .org = f->org,
        .indicator = f->indicator,
        .num = (arrlenu(figures->wide) - 1) & (uint64_t)most_num,
        .when = pack_when(f) & most_when,
        .wide = 1,
    };
}

static struct packed_figure packed(struct figures *figures, const struct figure *f) {
    struct powers powers = {0};
    unsigned months = 0;
    unsigned width = 0;
    if (!pack_value(f, &powers) || !pack_period(f, &months) || !pack_place(&f->place, &width)) {
        return packed_wide(figures, f);
    }
    int64_t num = (int64_t)f->low.num;
    return (struct packed_figure){
        .org = f->org,
        .indicator = f->indicator,
        .num = (uint64_t)(num < 0 ? -num : num) & (uint64_t)most_num,
        .minus = num < 0,
        .twos = powers.twos & MOST_TWOS,
        .fives = powers.fives & MOST_FIVES,
        .threes = powers.threes & 1U,
        .origin = pack_origin(figures, f),
        .line = f->place.line,
        .when = pack_when(f) & most_when,
        .hedge = f->hedge & 3U,
        .months = months & MOST_MONTHS,
        .column = f->place.column & MOST_COLUMN,
        .width = width & MOST_WIDTH,
    };
}

void figures_add(struct figures *figures, const struct figure *figure) {
    struct packed_figure one = packed(figures, figure);
    arrput(figures->packed, one);
}

void figures_set(struct figures *figures, int32_t index, const struct figure *figure) {
    figures->packed[index] = packed(figures, figure);
}

/* ---- unpacking ---- */

static struct window period_of(const struct packed_figure *f) {
    struct date last = packed_date(f);
    int month = last.year * 12 + last.month - (int)f->months; /* of the first day, from 0 */
    return (struct window){date_of(month / 12, month % 12 + 1, 1), last};
}

struct figure figures_get(const struct figures *figures, int32_t index) {
    const struct packed_figure *f = &figures->packed[index];
    if (f->wide) {
        return figures->wide[f->num];
    }
    const struct figure_origin *origin = &figures->origins[f->origin];
    int64_t den = (powers_of_five[f->fives] << f->twos) * (f->threes ? 3 : 1);
    struct ratio value = {f->minus ? -(int64_t)f->num : (int64_t)f->num, den};
    return (struct figure){
        .org = f->org,
        .indicator = f->indicator,
        .year = packed_year(f),
        .kind = packed_kind(f),
        .hedge = (enum hedge)f->hedge,
        .date = packed_date(f),
        .period = f->months != 0 ? period_of(f) : (struct window){{0, 0, 0}, {0, 0, 0}},
        .low = value,
        .high = value,
        .source = origin->source,
        .quote = origin->quote,
        .note = origin->note,
        .place = {origin->file, f->line, (uint32_t)f->column,
                  f->width != 0 ? (uint32_t)(f->column + f->width) : 0},
    };
}

struct window figures_span(const struct figures *figures, int32_t index) {
    const struct packed_figure *f = &figures->packed[index];
    if (packed_kind(f) != FIGURE_INCREMENT) {
        return (struct window){packed_date(f), packed_date(f)};
    }
    return f->wide ? figures->wide[f->num].period : period_of(f);
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

/* What is sorted with. An `order` says for every place which figure is to stand there. */
struct sorter {
    struct packed_figure *packed;
    int32_t *order;
    int32_t *count;   /* by organisation or indicator: how many, then where the next one goes */
    int32_t *touched; /* indicators that the organisation in hand has */
};

/* Puts every figure in its place, each moved once; order[i] becomes ~i on the way. */
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

/* By organisation; mostly each has files of its own, read one after the other. */
static void sort_by_org(struct sorter *s, size_t n, size_t orgs) {
    bool in_order = true;
    for (size_t i = 1; in_order && i < n; i++) {
        in_order = s->packed[i - 1].org <= s->packed[i].org;
    }
    if (in_order) {
        return;
    }
    int32_t *next = mem_alloc((orgs + 1) * sizeof *next);
    for (size_t i = 0; i < n; i++) {
        next[s->packed[i].org + 1]++;
    }
    for (size_t i = 1; i < orgs; i++) {
        next[i] += next[i - 1];
    }
    for (size_t i = 0; i < n; i++) {
        s->order[next[s->packed[i].org]++] = (int32_t)i;
    }
    put_in_order(s->packed, s->order, n);
    mem_free(next);
}

static int by_number(const void *left, const void *right) {
    int32_t a = *(const int32_t *)left;
    int32_t b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

/* What a series is sorted by. */
struct key {
    uint64_t when;
    int32_t index; /* as they stood, the last word */
};

static int by_key(const void *left, const void *right) {
    const struct key *a = left;
    const struct key *b = right;
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
    struct key *keys = mem_alloc(n * sizeof *keys);
    for (size_t i = 0; i < n; i++) {
        keys[i] = (struct key){packed[series[i]].when, series[i]};
    }
    qsort(keys, n, sizeof *keys, by_key);
    for (size_t i = 0; i < n; i++) {
        series[i] = keys[i].index;
    }
    mem_free(keys);
}

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

void figures_sort(struct figures *figures, size_t orgs, size_t indicators) {
    size_t n = figures_count(figures);
    struct sorter s = {.packed = figures->packed};
    s.order = mem_alloc(n * sizeof *s.order);
    s.count = mem_alloc(indicators * sizeof *s.count);
    s.touched = mem_alloc(indicators * sizeof *s.touched);
    sort_by_org(&s, n, orgs);
    for (size_t i = 0, end = 0; i < n; i = end) {
        for (end = i + 1; end < n && s.packed[end].org == s.packed[i].org; end++) {
        }
        sort_org(&s, s.packed + i, end - i);
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
