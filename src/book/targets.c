/* SPDX-License-Identifier: MIT */
#include "targets.h"

#include "mem.h"
#include "words.h"

/* ---- packing ---- */

/* The bounds of a kind whose numbers are all the same one, as they are read; no tolerance. */
static struct bounds plain_bounds(enum target_kind kind, struct ratio number) {
    static const struct ratio none = {0, 0};
    unsigned has = target_numbers(kind);
    return (struct bounds){
        .kind = kind,
        .low = (has & HAS_LOW) != 0 ? number : none,
        .high = (has & HAS_HIGH) != 0 ? number : none,
        .tolerance = (has & HAS_TOLERANCE) != 0 ? ratio_int(0) : none,
        .grow = (has & HAS_GROW) != 0 ? number : none,
        .base = none,
    };
}

static bool same_ratio(struct ratio a, struct ratio b) {
    return a.num == b.num && a.den == b.den;
}

static bool pack_bounds(const struct bounds *bounds, struct packed_ratio *out) {
    unsigned has = target_numbers(bounds->kind);
    struct ratio number = (has & HAS_LOW) != 0    ? bounds->low
                          : (has & HAS_HIGH) != 0 ? bounds->high
                          : (has & HAS_GROW) != 0 ? bounds->grow
                                                  : ratio_int(0);
    struct bounds plain = plain_bounds(bounds->kind, number);
    return same_ratio(plain.low, bounds->low) && same_ratio(plain.high, bounds->high) &&
           same_ratio(plain.tolerance, bounds->tolerance) && same_ratio(plain.grow, bounds->grow) &&
           same_ratio(plain.base, bounds->base) && ratio_pack(number, out);
}

/* Assigned once, for the whole year, and counted as one. */
static bool is_plain(const struct target *t) {
    return t->revised == NULL && t->milestones == NULL && t->during_text == NULL &&
           !date_known(t->during.first) && !date_known(t->during.last) && !t->sure &&
           same_ratio(t->weight, ratio_int(1));
}

static unsigned packed_kind_of(const struct bounds *bounds) {
    if (!bounds->plain) {
        return bounds->kind;
    }
    return bounds->kind == TARGET_AT_MOST ? PLAIN_CEILING : PLAIN_FLOOR;
}

static struct bounds unpacked_bounds(unsigned kind, struct ratio number) {
    bool plain = kind == PLAIN_FLOOR || kind == PLAIN_CEILING;
    enum target_kind of_plain = kind == PLAIN_CEILING ? TARGET_AT_MOST : TARGET_AT_LEAST;
    struct bounds bounds = plain_bounds(plain ? of_plain : (enum target_kind)kind, number);
    bounds.plain = plain;
    return bounds;
}

static struct packed_target packed(struct targets *targets, const struct target *t) {
    struct packed_target out = {
        /* what it is looked up by, which is there for wide ones too */
        .org = t->org,
        .indicator = t->indicator,
        .date = date_pack(t->date) & ((1U << PACKED_DATE_BITS) - 1),
        .year = (unsigned)t->year & 0x3FFFU,
        .each_member = t->each_member,
    };
    uint32_t columns;
    if (!is_plain(t) || !pack_bounds(&t->bounds, &out.number) ||
        !columns_pack(&t->place, &columns)) {
        out.wide = 1;
        out.origin = (uint32_t)arrlenu(targets->wide);
        arrput(targets->wide, *t);
        return out;
    }
    out.origin = origin_pack(&targets->origins,
                             (struct packed_origin){t->source, t->quote, t->by, t->place.file});
    out.line = t->place.line;
    out.columns = columns & ((1U << PACKED_COLUMNS_BITS) - 1);
    out.kind = packed_kind_of(&t->bounds) & 15U;
    out.pace = t->pace & 7U;
    return out;
}

void targets_add(struct targets *targets, const struct target *target) {
    struct packed_target one = packed(targets, target);
    arrput(targets->packed, one);
}

/* ---- unpacking ---- */

struct target targets_get(const struct targets *targets, int32_t index) {
    const struct packed_target *t = &targets->packed[index];
    if (t->wide) {
        return targets->wide[t->origin];
    }
    const struct packed_origin *origin = &targets->origins[t->origin];
    return (struct target){
        .org = t->org,
        .indicator = t->indicator,
        .year = (int)t->year,
        .each_member = t->each_member,
        .bounds = unpacked_bounds((unsigned)t->kind, ratio_unpack(t->number)),
        .pace = (enum pace)t->pace,
        .date = packed_target_date(t),
        .by = origin->remark,
        .source = origin->source,
        .quote = origin->quote,
        .weight = ratio_int(1),
        .place = columns_unpack(origin->file, t->line, (uint32_t)t->columns),
    };
}

size_t targets_count(const struct targets *targets) {
    return arrlenu(targets->packed);
}

static void clear_wide(struct target *t) {
    arrfree(t->revised);
    arrfree(t->milestones);
}

void targets_clear(struct targets *targets) {
    for (ptrdiff_t i = 0; i < arrlen(targets->wide); i++) {
        clear_wide(&targets->wide[i]);
    }
    arrfree(targets->packed);
    arrfree(targets->wide);
    arrfree(targets->origins);
}

void targets_drop(struct targets *targets, const bool drop[]) {
    size_t n = targets_count(targets);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const struct packed_target *t = &targets->packed[i];
        if (!drop[i]) {
            targets->packed[kept++] = *t;
        } else if (t->wide) {
            clear_wide(&targets->wide[t->origin]);
        }
    }
    if (kept < n) {
        arrsetlen(targets->packed, kept);
    }
}
