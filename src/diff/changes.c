/* SPDX-License-Identifier: MIT */
#include "changes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "pairs.h"
#include "words.h"

/* What the functions below share. */
struct cause_finder {
    const struct views *views;
    struct row_index old;
    struct row_index then;
    struct row_index new;
    bool edges_differ;
};

static bool same_text(const char *a, const char *b) {
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_seal(const struct snapshot_row *a, const struct snapshot_row *b,
                      enum seal_field field) {
    return same_text(a->seal[field], b->seal[field]);
}

static bool same_said(const struct snapshot_row *a, const struct snapshot_row *b,
                      enum row_fact said) {
    return same_text(a->said[said], b->said[said]);
}

static bool has_target(const struct snapshot_row *row) {
    return row->seal[SEAL_TARGET] != NULL;
}

static bool has_actual(const struct snapshot_row *row) {
    return row->seal[SEAL_ACTUAL_LOW] != NULL;
}

static bool same_number(const struct snapshot_row *a, const struct snapshot_row *b) {
    return same_seal(a, b, SEAL_ACTUAL_LOW) && same_seal(a, b, SEAL_ACTUAL_HIGH) &&
           same_said(a, b, SAID_HEDGE);
}

static bool same_target(const struct snapshot_row *a, const struct snapshot_row *b) {
    return same_seal(a, b, SEAL_TARGET) && same_seal(a, b, SEAL_TARGET_LOW) &&
           same_seal(a, b, SEAL_TARGET_HIGH) && same_seal(a, b, SEAL_BY);
}

static bool unchanged(const struct snapshot_row *a, const struct snapshot_row *b) {
    return same_target(a, b) && same_number(a, b) && date_cmp(a->date, b->date) == 0 &&
           a->status == b->status;
}

/* ---- the causes ---- */

static unsigned bit(bool fits, enum cause cause) {
    return fits ? 1U << cause : 0;
}

/* The edges differ, and the verdict would be another with the old ones, at either day. */
static bool edges_changed(const struct cause_finder *f, const struct change *c, int new_at,
                          int then_at) {
    const struct views *v = f->views;
    if (!f->edges_differ || c->new == NULL || c->old == NULL) {
        return false;
    }
    if (v->new_edges == NULL) {
        return c->old->computed_status != c->new->computed_status;
    }
    return v->new_edges->rows[new_at].computed_status != c->new->computed_status ||
           (then_at != NONE && v->then_edges != NULL && c->then != NULL &&
            v->then_edges->rows[then_at].computed_status != c->then->computed_status);
}

static bool override_changed(const struct snapshot_row *old, const struct snapshot_row *new) {
    return old->overridden != new->overridden ||
           (old->overridden && new->overridden && old->status != new->status);
}

/* What the files say of the goal; growth over last year's figure has bounds that follow it. */
static bool target_changed(const struct snapshot_row *old, const struct snapshot_row *new) {
    bool grows = old->said[SAID_GROW] != NULL && new->said[SAID_GROW] != NULL;
    bool base = !same_said(old, new, SAID_BASE) && same_said(old, new, SAID_LAST_YEAR);
    bool bounds = !same_seal(old, new, SEAL_TARGET_LOW) || !same_seal(old, new, SEAL_TARGET_HIGH);
    return !same_seal(old, new, SEAL_TARGET) || !same_seal(old, new, SEAL_BY) ||
           !same_said(old, new, SAID_GROW) || !same_said(old, new, SAID_TOLERANCE) ||
           !same_said(old, new, SAID_REVISED) || !same_said(old, new, SAID_KIND) ||
           !same_said(old, new, SAID_BETTER) || (grows ? base : bounds);
}

/* A figure of last year, by which the goal or its verdict may be measured, reads otherwise. */
static bool past_corrected(const struct snapshot_row *old, const struct snapshot_row *then) {
    static const enum row_fact pairs[][2] = {{SAID_LAST_YEAR, SAID_LAST_YEAR_DATE},
                                             {SAID_SAME, SAID_SAME_DATE}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        bool same_day = same_said(old, then, pairs[i][1]);
        if (same_day && old->said[pairs[i][0]] != NULL && !same_said(old, then, pairs[i][0])) {
            return true;
        }
    }
    return false;
}

/* The actual of the old day is another, or is no longer there. */
static bool own_corrected(const struct snapshot_row *old, const struct snapshot_row *then) {
    if (!has_actual(old)) {
        return false;
    }
    int by = has_actual(then) ? date_cmp(then->date, old->date) : -1;
    return by < 0 || (by == 0 && !same_number(old, then));
}

static bool arrived(const struct snapshot_row *old, const struct snapshot_row *new) {
    for (ptrdiff_t i = 0; i < arrlen(old->absent); i++) {
        bool still = false;
        for (ptrdiff_t k = 0; k < arrlen(new->absent) && !still; k++) {
            still = strcmp(old->absent[i], new->absent[k]) == 0;
        }
        if (!still) {
            return true;
        }
    }
    return false;
}

enum { NESTED = 16 }; /* groups in groups; the reader has refused what goes round */

static bool corrected(const struct cause_finder *f, const struct snapshot_row *old,
                      const struct snapshot_row *then, int depth);

/* Of a group's figure: one of its members' was. */
static bool member_corrected(const struct cause_finder *f, const struct snapshot_row *old,
                             int depth) {
    const struct book *book = f->views->book;
    int32_t org = book_org(book, old->seal[SEAL_ORG]);
    for (ptrdiff_t i = 0; org != NONE && i < arrlen(book->orgs[org].members); i++) {
        const char *member = book->orgs[book->orgs[org].members[i]].id;
        const struct snapshot_row *a =
            row_first(&f->old, member, old->seal[SEAL_INDICATOR], old->seal[SEAL_YEAR]);
        const struct snapshot_row *b =
            row_first(&f->then, member, old->seal[SEAL_INDICATOR], old->seal[SEAL_YEAR]);
        if (a != NULL && b != NULL && corrected(f, a, b, depth + 1)) {
            return true;
        }
    }
    return false;
}

/* A group's own row of a target for each member is judged by theirs: what changed of them. */
static unsigned causes_of_members(const struct cause_finder *f, const struct change *c) {
    const struct book *book = f->views->book;
    const struct snapshot_row *row = c->new;
    unsigned causes = 0;
    bool each =
        row->said[SAID_EACH] != NULL && same_text(row->said[SAID_EACH], row->seal[SEAL_ORG]);
    bool judged = each && c->old->status != row->status;
    int32_t org = judged && book != NULL ? book_org(book, row->seal[SEAL_ORG]) : NONE;
    for (ptrdiff_t i = 0; org != NONE && i < arrlen(book->orgs[org].members); i++) {
        const char *member = book->orgs[book->orgs[org].members[i]].id;
        const struct snapshot_row *a = row_of_goal(&f->old, member, row);
        const struct snapshot_row *b = row_of_goal(&f->new, member, row);
        bool had = a != NULL && has_actual(a);
        bool came = b != NULL && has_actual(b) && (!had || date_cmp(b->date, a->date) > 0);
        causes |= bit(came, CAUSE_FIGURE);
        causes |= bit(a != NULL && b != NULL && override_changed(a, b), CAUSE_OVERRIDE);
    }
    return causes;
}

/* `then` is the new book seen from the old day, or the new row where there is no such view. */
static bool corrected(const struct cause_finder *f, const struct snapshot_row *old,
                      const struct snapshot_row *then, int depth) {
    if (old->rolled_up && then->rolled_up && depth < NESTED) {
        bool quiet = !arrived(old, then) && !arrived(then, old);
        bool known = f->views->book != NULL && f->views->then != NULL;
        return (known && member_corrected(f, old, depth)) ||
               (quiet && !known && own_corrected(old, then));
    }
    return own_corrected(old, then);
}

/* A figure of a later day, or the first one; last year's may be the one that came. */
static bool figure_came(const struct change *c) {
    const struct snapshot_row *old = c->old;
    const struct snapshot_row *new = c->new;
    bool base = old->said[SAID_LAST_YEAR] == NULL && new->said[SAID_LAST_YEAR] != NULL;
    bool later_base = !same_said(old, new, SAID_LAST_YEAR_DATE) && new->said[SAID_GROW] != NULL;
    return (has_actual(new) && date_cmp(new->date, old->date) > 0) || base || later_base;
}

/* Judged on its day only, and the day has come between. */
static bool day_came(const struct snapshot_row *old, const struct snapshot_row *new) {
    return date_cmp(old->as_of, new->as_of) != 0 &&
           (old->status == STATUS_NOT_DUE) != (new->status == STATUS_NOT_DUE);
}

/* The new book does not read on the old day as the old one did, and nothing named says why: then
 * figures behind the row were corrected, of members or of last year. */
static bool otherwise_corrected(const struct cause_finder *f, const struct change *c,
                                unsigned causes) {
    return (causes & ~(1U << CAUSE_DAY)) == 0 && c->then != NULL &&
           f->views->then != f->views->old && !unchanged(c->old, c->then);
}

/* What fits a row that is on both sides. */
static unsigned causes_of(const struct cause_finder *f, const struct change *c, int new_at,
                          int then_at) {
    const struct snapshot_row *old = c->old;
    const struct snapshot_row *new = c->new;
    const struct snapshot_row *then = c->then != NULL ? c->then : new;
    bool verdict = !same_target(old, new) || old->status != new->status;
    bool goals = has_target(old) && has_target(new);
    unsigned causes = bit(!has_target(old) && has_target(new), CAUSE_NEW) |
                      bit(has_target(old) && !has_target(new), CAUSE_GONE);
    causes |= bit(edges_changed(f, c, new_at, then_at), CAUSE_EDGES);
    causes |= causes_of_members(f, c);
    causes |= bit(override_changed(old, new), CAUSE_OVERRIDE);
    causes |= bit(goals && target_changed(old, new), CAUSE_TARGET);
    causes |=
        bit(corrected(f, old, then, 0) || (verdict && past_corrected(old, then)), CAUSE_CORRECTED);
    causes |= bit(has_actual(old) && new->rolled_up &&arrived(old, new), CAUSE_LATE);
    causes |= bit(figure_came(c), CAUSE_FIGURE);
    causes |= bit(day_came(old, new), CAUSE_DAY);
    causes |= bit(otherwise_corrected(f, c, causes), CAUSE_CORRECTED);
    if (causes == 0) {
        bool later = date_cmp(old->as_of, new->as_of) != 0;
        bool pace = !same_said(old, new, SAID_EXPECTED) && date_cmp(old->date, new->date) == 0;
        causes = later && !pace ? 1U << CAUSE_DAY
                 : pace         ? 1U << CAUSE_TARGET
                                : 1U << CAUSE_CORRECTED;
    }
    return causes;
}

/* A row on one side only: a goal, or a figure without one that came or was taken back. */
static unsigned lone_cause(const struct change *c) {
    enum cause goal = c->old == NULL ? CAUSE_NEW : CAUSE_GONE;
    enum cause figure = c->old == NULL ? CAUSE_FIGURE : CAUSE_CORRECTED;
    const struct snapshot_row *row = change_row(c);
    unsigned causes = has_target(row) ? 1U << goal : 1U << figure;
    bool figures = has_actual(row) || row->said[SAID_ESTIMATE] != NULL;
    return causes | (figures ? 1U << figure : 0); /* without one there was no row at all */
}

/* ---- what matters ---- */

static enum move move_of(const struct change *c) {
    if (c->cause == CAUSE_NEW || c->cause == CAUSE_GONE) {
        return c->cause == CAUSE_NEW ? MOVE_NEW : MOVE_GONE;
    }
    if (c->old != NULL && c->new != NULL && c->old->status != c->new->status) {
        return c->new->status > c->old->status ? MOVE_FELL : MOVE_ROSE;
    }
    return c->cause == CAUSE_DAY ? MOVE_TIME : MOVE_FIGURE;
}

/* What fell: the worst first, what rose: the best first; then as the table has them. */
static int by_weight(const void *left, const void *right) {
    const struct change *a = left;
    const struct change *b = right;
    if (a->move != b->move) {
        return a->move < b->move ? -1 : 1;
    }
    int worse = (int)change_row(b)->status - (int)change_row(a)->status;
    bool moved = a->move == MOVE_FELL || a->move == MOVE_ROSE;
    if (moved && worse != 0) {
        return a->move == MOVE_FELL ? worse : -worse;
    }
    if ((a->new == NULL) != (b->new == NULL)) {
        return a->new == NULL ? 1 : -1;
    }
    const struct snapshot_row *x = change_row(a);
    const struct snapshot_row *y = change_row(b);
    return (x > y) - (x < y);
}

static enum status counted_as(const struct snapshot_row *row) {
    return has_target(row) ? row->status : STATUS_NO_TARGET;
}

static void count(struct changes *changes, const struct change *c, bool changed) {
    int(*by)[STATUS_COUNT] = changes->by;
    if (c->old != NULL) {
        changes->before[counted_as(c->old)]++;
        by[c->cause][counted_as(c->old)] -= changed;
    }
    if (c->new != NULL) {
        changes->after[counted_as(c->new)]++;
        by[c->cause][counted_as(c->new)] += changed;
    }
}

/* ---- all rows ---- */

static bool wanted(const struct change *c, unsigned only, bool with_target) {
    bool status = only == 0;
    bool target = !with_target;
    const struct snapshot_row *sides[] = {c->old, c->new};
    for (int i = 0; i < 2; i++) {
        status = status || (sides[i] != NULL && (only & (1U << sides[i]->status)) != 0);
        target = target || (sides[i] != NULL && has_target(sides[i]));
    }
    return status && target;
}

static void take(struct changes *changes, struct change *c, unsigned causes) {
    bool changed = causes != 0;
    if (changed) {
        c->cause = (enum cause)__builtin_ctz(causes);
        c->also = causes & ~(1U << c->cause);
        c->move = move_of(c);
        changes->moves[c->move]++;
        arrput(changes->items, *c);
    } else {
        changes->same++;
    }
    count(changes, c, changed);
}

static bool edges_differ(const struct views *views) {
    return !same_text(views->old->slipping, views->new->slipping) ||
           !same_text(views->old->over, views->new->over);
}

void changes_find(struct changes *changes, const struct views *views, unsigned only,
                  bool with_target) {
    *changes = (struct changes){.corrections_hid = views->then == views->old};
    struct cause_finder f = {.views = views, .edges_differ = edges_differ(views)};
    row_index_make(&f.old, views->old);
    row_index_make(&f.then, views->then != NULL ? views->then : views->new);
    row_index_make(&f.new, views->new);
    int *old_at = row_partners(&f.old, views->new);
    int *then_at = row_partners(&f.then, views->old);
    bool *met = mem_alloc(arrlenu(views->old->rows) + 1);
    for (size_t i = 0; i < arrlenu(views->new->rows); i++) {
        struct change c = {.new = &views->new->rows[i]};
        int there = NONE;
        if (old_at[i] != NONE) {
            met[old_at[i]] = true;
            c.old = &views->old->rows[old_at[i]];
            there = views->then != NULL ? then_at[old_at[i]] : NONE;
            c.then = there != NONE ? &views->then->rows[there] : NULL;
        }
        if (wanted(&c, only, with_target)) {
            unsigned causes = c.old == NULL             ? lone_cause(&c)
                              : unchanged(c.old, c.new) ? 0
                                                        : causes_of(&f, &c, (int)i, there);
            take(changes, &c, causes);
        }
    }
    for (size_t i = 0; i < arrlenu(views->old->rows); i++) {
        struct change c = {.old = &views->old->rows[i]};
        if (!met[i] && wanted(&c, only, with_target)) {
            take(changes, &c, lone_cause(&c));
        }
    }
    if (arrlenu(changes->items) > 0) {
        qsort(changes->items, arrlenu(changes->items), sizeof *changes->items, by_weight);
    }
    mem_free(met);
    arrfree(old_at);
    arrfree(then_at);
    row_index_clear(&f.old);
    row_index_clear(&f.then);
    row_index_clear(&f.new);
}

void changes_clear(struct changes *changes) {
    arrfree(changes->items);
}

const char *cause_key(enum cause cause) {
    static const char *const keys[] = {
        [CAUSE_NEW] = "new",           [CAUSE_GONE] = "gone",     [CAUSE_EDGES] = "edges",
        [CAUSE_OVERRIDE] = "override", [CAUSE_TARGET] = "target", [CAUSE_CORRECTED] = "corrected",
        [CAUSE_LATE] = "late",         [CAUSE_FIGURE] = "figure", [CAUSE_DAY] = "day"};
    static_assert(sizeof keys / sizeof *keys == CAUSE_COUNT, "a key for each");
    return keys[cause];
}
