/* SPDX-License-Identifier: MIT */
/* Slips that reach print (docs/QUY-TAC.md section 8): of P1 to P4 a table, the gravest first. */
#include <stdio.h>

#include "audit_inside.h"
#include "history.h"
#include "judge.h"
#include "mem.h"
#include "words.h"

/* ---- what is known of the same indicator ---- */

enum reference {
    REF_TARGET,   /* T of targets for the whole year */
    REF_BASE,     /* the base that such a target states */
    REF_SAME_DAY, /* last year's figure of that day */
    REF_LAST,     /* last year's total of a flow, last figure of a level */
    REF_BEFORE,   /* the figure before it, of this year; of a flow of the year before only: it may
                     begin small */
    REF_COUNT
};

struct known {
    enum reference what;
    struct ratio value; /* of an interval the lower end */
    struct date date;   /* of a figure */
    struct place place;
};

enum { KNOWN_MOST = 16 };

struct known_list {
    struct ratio figure; /* that is held against them */
    struct known items[KNOWN_MOST];
    int count;
};

/* What lies nearer to the figure than any row of section 8 asks is not kept: mostly everything. */
static void put(struct known_list *list, const struct known *known) {
    enum { LEAST_TIMES = 3 };
    if (!ratio_valid(known->value) || ratio_sign(known->value) <= 0 || list->count == KNOWN_MOST) {
        return;
    }
    bool above = ratio_cmp(known->value, list->figure) > 0;
    if (ratio_cmp_times(above ? known->value : list->figure, above ? list->figure : known->value,
                        LEAST_TIMES) >= 0) {
        list->items[list->count++] = *known;
    }
}

/* A figure of the boundary before is that of another organisation (section 4.3). */
static bool same_boundary(const struct audit *a, const struct figure *f, struct date then) {
    struct date from = a->book->orgs[f->org].from;
    return !date_known(from) || date_cmp(f->date, from) < 0 || date_cmp(then, from) >= 0;
}

static void put_figure(const struct audit *a, const struct figure *f, struct known_list *list,
                       enum reference what, int32_t index) {
    struct figure other;
    figures_read(&a->book->figures, index, &other);
    if (same_boundary(a, f, other.date)) {
        put(list, &(struct known){what, other.low, other.date, other.place});
    }
}

static void put_goals(const struct audit *a, struct known_list *list) {
    for (ptrdiff_t i = 0; i < arrlen(a->goals); i++) {
        const struct assigned *goal = &a->goals[i];
        if (goal->sure || date_known(goal->during.first)) {
            continue;
        }
        if (goal->bounds.kind == TARGET_GROW) { /* first: it is what is written */
            put(list, &(struct known){REF_BASE, goal->bounds.base, {0, 0, 0}, goal->place});
        }
        put(list, &(struct known){REF_TARGET, goal->stated, {0, 0, 0}, goal->place});
    }
}

static void put_past(const struct audit *a, const struct figure *f, bool level,
                     struct known_list *list) {
    struct figure_run run =
        ledger_figures(a->ledger, f->org, f->indicator, f->year - 1, FIGURE_LEVEL);
    struct date day = history_day(f->date);
    struct window window = book_window(a->book, f->org, f->year - 1);
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct date date = packed_date(&a->book->figures.packed[i]);
        if (date_cmp(date, day) == 0 && f->kind == FIGURE_LEVEL) {
            put_figure(a, f, list, REF_SAME_DAY, i);
        }
    }
    int32_t last = run.first + run.count - 1;
    if (run.count > 0) {
        bool whole =
            level || date_cmp(packed_date(&a->book->figures.packed[last]), window.last) == 0;
        put_figure(a, f, list, whole ? REF_LAST : REF_BEFORE, last);
    }
}

static void gather(const struct audit *a, const struct figure *f, const struct figure *before,
                   bool level, struct known_list *list) {
    list->figure = f->low;
    list->count = 0;
    put_goals(a, list);
    if (level && before != NULL && same_boundary(a, f, before->date)) {
        put(list, &(struct known){REF_BEFORE, before->low, before->date, before->place});
    }
    if (f->year > a->ledger->first_year) {
        put_past(a, f, level, list);
    }
}

/* ---- P1 to P4 ---- */

/* Times from .. to; to 0: and above; from 0: never. */
struct times {
    int from;
    int to;
};

enum of_what { OF_FLOW, OF_LEVEL, OF_PERCENT };

#define REF(what) (1U << REF_##what)

/* A row of section 8. */
struct slip {
    enum of_what of;
    unsigned references; /* bits REF(..) */
    struct times larger;
    struct times smaller;
    enum message_code code[REF_COUNT]; /* by what it is held against */
};

#define BY_FIGURE(code) [REF_SAME_DAY] = (code), [REF_LAST] = (code), [REF_BEFORE] = (code)
#define BY_TARGET(code) [REF_TARGET] = (code)
#define BY_BASE(code) [REF_BASE] = (code)
#define ANY (REF(TARGET) | REF(BASE) | REF(SAME_DAY) | REF(LAST) | REF(BEFORE))

/* clang-format off */
static const struct slip slips[] = {
    /* P3 */
    {OF_LEVEL, ANY, {300, 3000}, {300, 3000},
     {BY_TARGET(MSG_THOUSAND_TARGET), BY_BASE(MSG_THOUSAND_BASE), BY_FIGURE(MSG_THOUSAND_HISTORY)}},
    {OF_FLOW, ANY, {300, 3000}, {0, 0},
     {BY_TARGET(MSG_THOUSAND_TARGET), BY_BASE(MSG_THOUSAND_BASE), BY_FIGURE(MSG_THOUSAND_HISTORY)}},
    {OF_FLOW, REF(SAME_DAY), {0, 0}, {300, 3000}, {BY_FIGURE(MSG_THOUSAND_HISTORY)}},
    /* P4 */
    {OF_PERCENT, REF(BASE) | REF(LAST) | REF(BEFORE), {0, 0}, {30, 300},
     {BY_BASE(MSG_HUNDREDTH_BASE), BY_FIGURE(MSG_HUNDREDTH_HISTORY)}},
    /* P1 */
    {OF_FLOW, REF(TARGET) | REF(LAST), {10, 0}, {0, 0},
     {BY_TARGET(MSG_TEN_TARGET), BY_FIGURE(MSG_TEN_HISTORY)}},
    {OF_FLOW, REF(SAME_DAY), {0, 0}, {10, 0}, {BY_FIGURE(MSG_TEN_HISTORY)}},
    /* P2 */
    {OF_LEVEL, REF(BASE) | REF(LAST) | REF(BEFORE), {3, 0}, {3, 0},
     {BY_BASE(MSG_THREE_BASE), BY_FIGURE(MSG_THREE_HISTORY)}},
};
/* clang-format on */

/* a is so many times b. */
static bool lies_between(struct ratio a, struct ratio b, struct times times) {
    return times.from > 0 && ratio_cmp_times(a, b, times.from) >= 0 &&
           (times.to == 0 || ratio_cmp_times(a, b, times.to) <= 0);
}

/* The rows that concern an indicator: bits 1 << enum of_what. */
static unsigned concerned(const struct indicator *what, bool level) {
    if (!level) {
        return 1U << OF_FLOW;
    }
    return 1U << OF_LEVEL | (unit_is_percent(&what->unit) ? 1U << OF_PERCENT : 0);
}

static void say(const struct audit *a, const struct figure *f, enum message_code code,
                const struct known *known) {
    char now[RATIO_TEXT];
    char then[RATIO_TEXT];
    char date[DATE_TEXT];
    FIND(a->findings, code, f->place, audit_plain(f->low, now), audit_plain(known->value, then),
         date_known(known->date) ? date_print(known->date, date) : NULL)
        ->related = known->place;
}

/* Only the gravest is said. Rates have no ratios, a yes or no has no size. */
static void check_size(const struct audit *a, const struct figure *f, const struct figure *before) {
    const struct indicator *what = &a->book->indicators[f->indicator];
    struct known_list list;
    if (what->kind == KIND_RATE || what->kind == KIND_DONE || ratio_sign(f->low) <= 0) {
        return;
    }
    bool level = indicator_is_level(what);
    unsigned of = concerned(what, level);
    gather(a, f, before, level, &list);
    for (size_t i = 0; list.count > 0 && i < sizeof slips / sizeof *slips; i++) {
        const struct slip *slip = &slips[i];
        for (int k = 0; (of & 1U << slip->of) != 0 && k < list.count; k++) {
            struct ratio other = list.items[k].value;
            bool asked = (slip->references & 1U << list.items[k].what) != 0;
            if (asked && (lies_between(f->low, other, slip->larger) ||
                          lies_between(other, f->low, slip->smaller))) {
                say(a, f, slip->code[list.items[k].what], &list.items[k]);
                return;
            }
        }
    }
}

/* ---- P5 ---- */

static bool outside(struct ratio low, struct ratio high) {
    return ratio_sign(low) < 0 || ratio_cmp(high, ratio_int(100)) > 0;
}

static void say_outside(const struct audit *a, const struct indicator *what, struct ratio low,
                        struct ratio high, struct place place) {
    char text[RATIO_TEXT];
    if (indicator_traits(what->kind)->of_whole && outside(low, high)) {
        struct ratio guilty = ratio_sign(low) < 0 ? low : high;
        FIND(a->findings, MSG_SHARE_RANGE, place, audit_plain(guilty, text), what->name);
    }
}

/* The shares whose numerator the figure is, on its day. */
static void check_computed_shares(const struct audit *a, const struct figure *f) {
    const int32_t *shares = a->numerator_of[f->indicator];
    for (ptrdiff_t i = 0; f->kind == FIGURE_LEVEL && i < arrlen(shares); i++) {
        const struct indicator *share = &a->book->indicators[shares[i]];
        struct window window = book_window(a->book, f->org, f->year);
        struct reading to =
            ledger_read_own(a->ledger, f->org, share->ratio_to, f->year, window, f->date);
        if (to.known && date_cmp(to.date, f->date) == 0 && ratio_sign(to.low) > 0) {
            struct ratio scale = indicator_ratio_scale(a->book, share);
            say_outside(a, share, ratio_mul(ratio_div(f->low, to.high), scale),
                        ratio_mul(ratio_div(f->high, to.low), scale), f->place);
        }
        reading_clear(&to);
    }
}

/* ---- P6, P7 ---- */

/* An estimate of the whole year below what is done by its day. */
static void check_estimate(const struct audit *a, const struct figure *f) {
    char estimate[RATIO_TEXT];
    char done[RATIO_TEXT];
    char date[DATE_TEXT];
    if (f->kind != FIGURE_ESTIMATE || indicator_is_level(&a->book->indicators[f->indicator])) {
        return;
    }
    struct window window = book_window(a->book, f->org, f->year);
    struct reading r = ledger_read(a->ledger, f->org, f->indicator, f->year, window, f->date);
    if (r.known && r.partial != PARTIAL_OPEN && ratio_cmp(f->high, r.low) < 0) {
        struct place place = no_place;
        if (r.figure != NONE) {
            place = figures_get(&a->book->figures, r.figure).place;
        }
        FIND(a->findings, MSG_ESTIMATE_BELOW, f->place, audit_plain(f->low, estimate),
             audit_plain(r.low, done), date_print(r.date, date))
            ->related = place;
    }
    reading_clear(&r);
}

/* Where running totals are all there is, nothing but the one before it is looked up. */
static bool follows_total(const struct audit *a, const struct figure *f,
                          const struct figure *before) {
    return f->kind == FIGURE_LEVEL && a->increments.count == 0 &&
           arrlen(a->book->orgs[f->org].predecessors) == 0 &&
           (before == NULL ||
            (date_cmp(before->date, f->date) < 0 && ratio_cmp(f->high, before->low) >= 0));
}

/* A running total, increments included, cannot fall within its year. */
static void check_falling(const struct audit *a, const struct figure *f,
                          const struct figure *before) {
    char now[RATIO_TEXT];
    char then[RATIO_TEXT];
    char date[DATE_TEXT];
    if (indicator_is_level(&a->book->indicators[f->indicator]) || f->kind == FIGURE_ESTIMATE ||
        follows_total(a, f, before)) {
        return;
    }
    bool increment = f->kind == FIGURE_INCREMENT;
    struct date eve = date_previous(increment ? f->period.first : f->date);
    struct window window = book_window(a->book, f->org, f->year);
    struct reading r = ledger_read_own(a->ledger, f->org, f->indicator, f->year, window, eve);
    struct ratio high = f->high;
    if (increment && r.known) {
        high = ratio_add(high, r.high);
    }
    bool falls = increment ? ratio_sign(f->high) < 0 : r.known && ratio_cmp(high, r.low) < 0;
    if (falls) {
        struct ratio was = r.known ? r.low : ratio_int(0);
        struct ratio total = increment ? ratio_add(was, f->low) : f->low;
        struct place place =
            r.figure != NONE && r.known ? figures_get(&a->book->figures, r.figure).place : no_place;
        FIND(a->findings, MSG_TOTAL_FALLS, f->place, audit_plain(total, now),
             audit_plain(was, then), date_print(r.known ? r.date : eve, date))
            ->related = place;
    }
    reading_clear(&r);
}

/* ---- P8 ---- */

/* What a flow of the balance came to on the figure's day, or is estimated at beside an estimate. */
static struct ratio flow_of(const struct audit *a, int32_t flow, const struct figure *f) {
    struct ratio found = {0, 0};
    struct figure_run run = ledger_figures(a->ledger, f->org, flow, f->year, FIGURE_ESTIMATE);
    for (int32_t i = run.first; f->kind == FIGURE_ESTIMATE && i < run.first + run.count; i++) {
        struct figure e;
        figures_read(&a->book->figures, i, &e);
        bool its = date_cmp(e.date, f->date) == 0 && ratio_cmp(e.low, e.high) == 0;
        found = its ? e.low : found;
    }
    if (f->kind == FIGURE_LEVEL) {
        struct window window = book_window(a->book, f->org, f->year);
        struct reading r = ledger_read_own(a->ledger, f->org, flow, f->year, window, f->date);
        if (r.known && date_cmp(r.date, f->date) == 0 && ratio_cmp(r.low, r.high) == 0) {
            found = r.low;
        }
        reading_clear(&r);
    }
    return found;
}

/* B, an interval none; what a merged organisation's predecessors had is its own. */
static struct ratio opening_of(const struct audit *a, const struct figure *f) {
    struct row row;
    row_begin(a->ledger, f->org, f->indicator, f->year, f->date, &row);
    judge_row(a->ledger, &row);
    absent_clear(&row.absent);
    bool known = row.is[M_BASE].why == DEFINED && !row.base_partial;
    return known ? row.is[M_BASE].value : (struct ratio){0, 0};
}

/* A stock, or its estimate, is last year's plus what was added, less what was lost. */
static void check_balance(const struct audit *a, const struct figure *f) {
    char stated[RATIO_TEXT];
    char due[RATIO_TEXT];
    char opening[RATIO_TEXT];
    char how[3 * RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (f->kind == FIGURE_INCREMENT ||
        (what->balance_plus == NONE && what->balance_minus == NONE)) {
        return;
    }
    struct ratio zero = ratio_int(0);
    struct ratio plus = what->balance_plus != NONE ? flow_of(a, what->balance_plus, f) : zero;
    struct ratio minus = what->balance_minus != NONE ? flow_of(a, what->balance_minus, f) : zero;
    if (!ratio_valid(plus) || !ratio_valid(minus)) {
        return;
    }
    struct ratio base = opening_of(a, f);
    struct ratio sum = ratio_sub(ratio_add(base, plus), minus);
    if (!ratio_valid(sum) || (ratio_cmp(sum, f->low) >= 0 && ratio_cmp(sum, f->high) <= 0)) {
        return;
    }
    snprintf(how, sizeof how, "%s + %s - %s", audit_plain(base, opening), audit_plain(plus, stated),
             audit_plain(minus, due));
    FIND(a->findings, MSG_STOCK_BALANCE, f->place, audit_plain(f->low, stated),
         audit_plain(sum, due), how);
}

/* ---- P9 ---- */

static bool too_fine(struct ratio value, int decimals) {
    int has = ratio_decimals(value);
    return has < 0 || has > decimals;
}

static void check_decimals(const struct audit *a, const struct indicator *what, struct ratio low,
                           struct ratio high, struct place place) {
    char text[RATIO_TEXT];
    char most[RATIO_TEXT];
    if (what->decimals < 0) {
        return;
    }
    bool low_fine = ratio_valid(low) && too_fine(low, what->decimals);
    bool high_fine = ratio_valid(high) && too_fine(high, what->decimals);
    if (low_fine || high_fine) {
        FIND(a->findings, MSG_MORE_DECIMALS, place, audit_plain(low_fine ? low : high, text),
             audit_plain(ratio_int(what->decimals), most), what->name);
    }
}

/* ---- all of it ---- */

void audit_plausible(struct audit *a, const struct figure *f, const struct figure *before) {
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (f->sure) {
        return;
    }
    check_size(a, f, before);
    say_outside(a, what, f->low, f->high, f->place);
    check_computed_shares(a, f);
    check_estimate(a, f);
    check_falling(a, f, before);
    check_balance(a, f);
    if (!indicator_is_yes_no(what)) {
        check_decimals(a, what, f->low, f->high, f->place);
    }
}

/* The numbers that are written in the bounds, those of a revision at its own place. */
static void check_bounds(const struct audit *a, const struct indicator *what,
                         const struct bounds *bounds, struct place place) {
    unsigned has = target_numbers(bounds->kind);
    struct ratio none = {0, 0};
    struct ratio low = (has & HAS_LOW) != 0 ? bounds->low : none;
    struct ratio high = (has & HAS_HIGH) != 0 ? bounds->high : none;
    low = ratio_valid(low) ? low : high;
    high = ratio_valid(high) ? high : low;
    if (ratio_valid(low)) {
        say_outside(a, what, low, high, place);
        check_decimals(a, what, low, high, place);
    }
}

/* What the growth of a share in force at the year's end comes to. */
static void check_grown(const struct audit *a, const struct indicator *what,
                        const struct target *t) {
    struct date last = book_window(a->book, t->org, t->year).last;
    struct assigned *goals = assigned_own(a->ledger, t->org, t->indicator, t->year, last);
    for (ptrdiff_t i = 0; i < arrlen(goals); i++) {
        struct place place = goals[i].revision == NONE || goals[i].revision >= arrlen(t->revised)
                                 ? t->place
                                 : t->revised[goals[i].revision].place;
        bool its = place.file == goals[i].place.file && place.line == goals[i].place.line &&
                   place.column == goals[i].place.column;
        if (its && goals[i].bounds.kind == TARGET_GROW && ratio_valid(goals[i].stated)) {
            say_outside(a, what, goals[i].stated, goals[i].stated, goals[i].place);
        }
    }
    arrfree(goals);
}

void audit_plausible_target(struct audit *a, const struct target *t) {
    const struct indicator *what = &a->book->indicators[t->indicator];
    if (t->sure || indicator_is_yes_no(what)) {
        return;
    }
    check_bounds(a, what, &t->bounds, t->place);
    if (what->kind == KIND_SHARE && !t->each_member) {
        check_grown(a, what, t);
    }
    for (ptrdiff_t i = 0; i < arrlen(t->revised); i++) {
        check_bounds(a, what, &t->revised[i].bounds, t->revised[i].place);
    }
}

/* ---- P10 ---- */

void audit_month_ends(struct audit *a, int32_t first, int32_t end) {
    struct date odd = {0, 0, 0};   /* the one day that is none */
    struct date other = {0, 0, 0}; /* a day that is one, */
    bool others = false;           /* and another */
    int32_t at = NONE;
    int year = 0; /* of the window */
    struct window window = {{0, 0, 0}, {0, 0, 0}};
    for (int32_t i = first; i < end; i++) {
        const struct packed_figure *p = &a->book->figures.packed[i];
        struct date date = packed_date(p);
        if (packed_kind(p) == FIGURE_ESTIMATE) {
            continue;
        }
        if (packed_year(p) != year) {
            year = packed_year(p);
            window = book_window(a->book, p->org, year);
        }
        if (window_month_ends(window, date)) {
            others = others || (date_known(other) && date_cmp(date, other) != 0);
            other = date;
        } else if (date_known(odd) && date_cmp(date, odd) != 0) {
            return; /* it is not the only one */
        } else {
            odd = date;
            bool sure = p->wide != 0 && figures_get(&a->book->figures, i).sure;
            at = at == NONE && !sure ? i : at;
        }
    }
    if (others && at != NONE) {
        char date[DATE_TEXT];
        FIND(a->findings, MSG_NOT_MONTH_END, figures_get(&a->book->figures, at).place,
             date_print(odd, date));
    }
}
