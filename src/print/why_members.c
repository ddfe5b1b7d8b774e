/* SPDX-License-Identifier: MIT */
#include "why_members.h"

#include <stdio.h>
#include <stdlib.h>

#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "printing.h"
#include "table.h"
#include "visible.h"
#include "worst.h"

enum {
    SHOWN_ALL = 63, /* members that a page may have: the country once had as many provinces */
    SHOWN_SOME = 10 /* of the first, of the worst, of those without a figure, when there are more */
};

/* The group being explained, by its members. */
struct membership {
    const struct why *w;
    const struct row **first; /* of every organisation its first row like the group's, or NULL */
    const struct row **worst; /* ... its worst one with a target */
    const char **reasons;     /* ... why its figure is not in the group's, or NULL */
};

/* ---- who stands how ---- */

static void membership_of(struct membership *m, const struct why *w) {
    const struct scorecard *card = w->card;
    const struct absent *absent = &w->row->absent;
    size_t n = arrlenu(card->book->orgs) + 1;
    m->w = w;
    m->first = (const struct row **)mem_alloc(n * sizeof(const struct row *));
    m->worst = (const struct row **)mem_alloc(n * sizeof(const struct row *));
    m->reasons = (const char **)mem_alloc(n * sizeof(const char *));
    for (ptrdiff_t i = arrlen(card->rows); i-- > 0;) {
        const struct row *row = &card->rows[i];
        if (row->indicator != w->row->indicator || row->year != w->row->year) {
            continue;
        }
        const struct row **worst = &m->worst[row->org];
        m->first[row->org] = row;
        *worst =
            row->has_target && (*worst == NULL || worst_first(row, *worst) <= 0) ? row : *worst;
    }
    for (ptrdiff_t i = 0; i < arrlen(absent->joined); i++) {
        m->reasons[absent->joined[i].org] = why_say(w, W_JOINED);
    }
    for (ptrdiff_t i = 0; i < arrlen(absent->late); i++) {
        m->reasons[absent->late[i].org] = why_say(w, W_OLDER);
    }
}

static void membership_clear(struct membership *m) {
    mem_free((void *)m->first);
    mem_free((void *)m->worst);
    mem_free((void *)m->reasons);
}

static bool has_figure(const struct membership *m, int32_t org) {
    return m->first[org] != NULL && m->first[org]->has_actual;
}

/* Its figure is not among those of the group. */
static bool missing(const struct membership *m, int32_t org) {
    return m->reasons[org] != NULL || !has_figure(m, org);
}

/* Somebody has to look after it. */
static bool is_bad(const struct membership *m, int32_t org) {
    const struct row *row = m->worst[org];
    return row != NULL && row->has_actual &&
           (row->past || row->status == STATUS_SLIPPING || row->status == STATUS_BEHIND ||
            row->status == STATUS_MISSED);
}

static int worst_row_first(const void *left, const void *right) {
    const struct row *a = *(const struct row *const *)left;
    const struct row *b = *(const struct row *const *)right;
    int by = worst_first(a, b);
    return by != 0 ? by : (a > b) - (a < b);
}

/* ---- a member's lines ---- */

static void put_name(const struct why *w, int32_t org) {
    struct buffer name = {0};
    visible_text(&name, org_name(&w->card->book->orgs[org], w->lang));
    buffer_put(&name, "", 1);
    why_label(w, name.text);
    buffer_clear(&name);
}

static void put_cell(const struct why *w, const struct row *row, enum column_id column) {
    struct cell cell;
    table_cell(w->card, (int)(row - w->card->rows), column, w->lang, &cell);
    buffer_text(w->out, cell.text);
}

static void put_figure(const struct why *w, const struct row *row) {
    char day[DATE_TEXT];
    put_cell(w, row, COLUMN_ACTUAL);
    why_unit(w);
    buffer_format(w->out, ", %s", print_date(row->date, w->lang, day));
}

/* "1.200 người, 31/12/2024 (số cũ, chưa tính)" and its place. */
static void put_member(const struct membership *m, int32_t org) {
    const struct why *w = m->w;
    const struct row *row = m->first[org];
    put_name(w, org);
    if (!has_figure(m, org)) {
        buffer_text(w->out, why_say(w, W_NO_FIGURE));
        why_end(w);
        return;
    }
    put_figure(w, row);
    bool newer = w->row->has_actual && date_cmp(row->date, w->row->date) > 0;
    const char *reason = m->reasons[org] == NULL && newer ? why_say(w, W_NEWER) : m->reasons[org];
    if (reason != NULL) {
        buffer_format(w->out, " (%s)", reason);
    }
    why_end(w);
    why_where_figure(w, row->figure);
}

/* "900 người, 30/06/2024: ▼ Chậm tiến độ, 45,0%" and its place. */
static void put_bad(const struct why *w, const struct row *row) {
    put_name(w, row->org);
    put_figure(w, row);
    buffer_format(w->out, ": %s %s", status_symbol(row->status), row_status_label(row, w->lang));
    if (row->is[M_ATTAINMENT].why == DEFINED) {
        buffer_text(w->out, ", ");
        put_cell(w, row, COLUMN_ATTAINMENT);
    }
    why_end(w);
    why_where_figure(w, row->figure);
}

/* ---- all, or some ---- */

static const char *count(size_t n, enum language lang, char text[PRINTED_TEXT]) {
    char plain[32];
    snprintf(plain, sizeof plain, "%zu", n);
    return print_number(plain, lang, text);
}

/* "Kém nhất: 10/2.310" */
static void put_head(const struct why *w, enum why_word word, size_t part, size_t whole) {
    char parts[PRINTED_TEXT];
    char wholes[PRINTED_TEXT];
    buffer_format(w->out, "\n  %s: %s/%s\n", why_say(w, word), count(part, w->lang, parts),
                  count(whole, w->lang, wholes));
}

static size_t at_most(size_t n) {
    return n < SHOWN_SOME ? n : SHOWN_SOME;
}

static void put_worst(const struct membership *m, const int32_t *members) {
    const struct row **bad = NULL;
    for (size_t i = 0; i < arrlenu(members); i++) {
        if (is_bad(m, members[i])) {
            arrput(bad, m->worst[members[i]]);
        }
    }
    size_t shown = at_most(arrlenu(bad));
    if (shown > 0) {
        qsort((void *)bad, arrlenu(bad), sizeof *bad, worst_row_first);
        put_head(m->w, W_MEMBERS_WORST, shown, arrlenu(bad));
    }
    for (size_t i = 0; i < shown; i++) {
        put_bad(m->w, bad[i]);
    }
    arrfree(bad);
}

static void put_missing(const struct membership *m, const int32_t *members) {
    int32_t *without = NULL;
    for (size_t i = 0; i < arrlenu(members); i++) {
        if (missing(m, members[i])) {
            arrput(without, members[i]);
        }
    }
    size_t shown = at_most(arrlenu(without));
    if (shown > 0) {
        put_head(m->w, W_MEMBERS_MISSING, shown, arrlenu(without));
    }
    for (size_t i = 0; i < shown; i++) {
        put_member(m, without[i]);
    }
    arrfree(without);
}

void why_members(const struct why *w) {
    const int32_t *members = w->card->book->orgs[w->row->org].members;
    size_t n = arrlenu(members);
    if (!w->row->rolled_up || n == 0) {
        return;
    }
    struct membership m;
    membership_of(&m, w);
    put_head(w, W_MEMBERS, (size_t)w->row->members_reporting, (size_t)w->row->members_total);
    bool all = w->all || n <= SHOWN_ALL;
    if (!all) {
        put_head(w, W_MEMBERS_FIRST, SHOWN_SOME, n);
    }
    for (size_t i = 0; i < (all ? n : SHOWN_SOME); i++) {
        put_member(&m, members[i]);
    }
    if (!all) {
        put_worst(&m, members);
        put_missing(&m, members);
        buffer_format(w->out, "\n  %s\n", why_say(w, W_MEMBERS_ALL));
    }
    membership_clear(&m);
}
