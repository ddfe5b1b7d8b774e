/* SPDX-License-Identifier: MIT */
/* A figure that a group reports itself against its members' of the same day (docs/QUY-TAC.md
 * section 6.3). */
#include "audit_inside.h"
#include "mem.h"
#include "members.h"
#include "words.h"

/* What all members make, each with a figure of exactly the day; else not known. */
static struct reading members_make(const struct audit *a, const struct figure *f) {
    struct window window =
        f->kind == FIGURE_INCREMENT ? f->period : book_window(a->book, f->org, f->year);
    struct reading r = rollup_read(a->ledger, f->org, f->indicator, f->year, window, f->date);
    bool one_day = !date_known(r.date_from) || date_cmp(r.date_from, f->date) == 0;
    r.known = r.known && r.partial == PARTIAL_NOT && date_cmp(r.date, f->date) == 0 && one_day;
    reading_clear(&r);
    return r;
}

static void check_sum(const struct audit *a, const struct figure *f) {
    char summed[RATIO_TEXT];
    char stated[RATIO_TEXT];
    struct reading r = members_make(a, f);
    if (r.known && (ratio_cmp(r.low, f->high) > 0 || ratio_cmp(r.high, f->low) < 0)) {
        FIND(a->findings, MSG_MEMBERS_DIFFER, f->place, audit_plain(r.low, summed),
             audit_plain(f->low, stated));
    }
}

/* The least and the greatest figure of all members of exactly the day; false where one has none. */
static bool find_spread(const struct audit *a, const struct figure *f, struct ratio *least,
                        struct ratio *most) {
    int left = members_count(a->ledger, f->org, f->date);
    bool first = true;
    for (size_t i = 0; i < members_possible(a->ledger, f->org); i++) {
        if (!members_hold(a->ledger, f->org, i, f->date)) {
            continue;
        }
        int32_t member = members_at(a->ledger, f->org, i);
        struct window window = book_window(a->book, member, f->year);
        struct reading r = ledger_read(a->ledger, member, f->indicator, f->year, window, f->date);
        reading_clear(&r);
        if (!r.known || r.partial != PARTIAL_NOT || date_cmp(r.date, f->date) != 0) {
            return false;
        }
        *least = first || ratio_cmp(r.low, *least) < 0 ? r.low : *least;
        *most = first || ratio_cmp(r.high, *most) > 0 ? r.high : *most;
        first = false;
        left--;
    }
    return !first && left == 0;
}

/* A mean, a share, a growth: what they make by its rule, else no less than the least of them and no
 * more than the greatest, whatever the weights. */
static void check_mean(const struct audit *a, const struct figure *f) {
    char stated[RATIO_TEXT];
    char made[RATIO_TEXT];
    char other[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    struct reading r = members_make(a, f);
    struct ratio least;
    struct ratio most;
    if (r.known) {
        if (audit_contradicts(what, f, r.low, r.high)) {
            FIND(a->findings, MSG_MEMBERS_MAKE, f->place, audit_plain(f->low, stated),
                 ratio_plain(r.low, false, &f->low, 1, made), what->name);
        }
    } else if (find_spread(a, f, &least, &most) && audit_contradicts(what, f, least, most)) {
        FIND(a->findings, MSG_MEMBERS_SPREAD, f->place, audit_plain(f->low, stated),
             audit_plain(least, made), audit_plain(most, other), what->name);
    }
}

void audit_members(const struct audit *a, const struct figure *f, bool by_parts) {
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (arrlen(a->book->orgs[f->org].members) == 0 || f->kind == FIGURE_ESTIMATE ||
        indicator_is_yes_no(what)) {
        return;
    }
    if (indicator_rollup(what) == ROLLUP_SUM) {
        check_sum(a, f);
    } else if (!by_parts) {
        check_mean(a, f);
    }
}
