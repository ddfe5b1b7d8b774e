/* SPDX-License-Identifier: MIT */
/* What the checks share, and their threads. */
#include "audit.h"

#include <limits.h>
#include <stdatomic.h>

#include "audit_inside.h"
#include "jobs.h"
#include "mem.h"
#include "memo.h"

const char *audit_plain(struct ratio value, char text[RATIO_TEXT]) {
    return ratio_plain(value, true, NULL, 0, text);
}

/* ---- from which day an organisation is seen ---- */

static struct date *days_of_year(const struct ledger *ledger, int year) {
    size_t n = arrlenu(ledger->book->orgs);
    struct date *days = mem_alloc(n * sizeof *days);
    const struct selection all = {.year = year};
    struct org_question *questions = scorecard_questions(ledger, &all);
    for (ptrdiff_t i = 0; i < arrlen(questions); i++) {
        days[questions[i].org] = questions[i].as_of;
    }
    arrfree(questions);
    return days;
}

/* Makes the list of a year unless it is there. */
static void need_year(struct seen_days *days, const struct ledger *ledger, int year) {
    int at = year - days->first_year;
    if (days->of != NULL && days->of[at] == NULL) {
        days->of[at] = days_of_year(ledger, year);
    }
}

/* The first and the last year of which anything is said. */
static void find_years(const struct book *book, int *first, int *last) {
    *first = INT_MAX;
    *last = 0;
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        int year = (int)book->targets.packed[i].year;
        *first = year < *first ? year : *first;
        *last = year > *last ? year : *last;
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        int year = packed_year(&book->figures.packed[i]);
        *first = year < *first ? year : *first;
        *last = year > *last ? year : *last;
    }
}

static struct seen_days days_make(const struct ledger *ledger) {
    int last;
    const struct book *book = ledger->book;
    struct seen_days days = {.of = NULL};
    find_years(book, &days.first_year, &last);
    for (int year = days.first_year; year <= last; year++) {
        arrput(days.of, NULL);
    }
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        need_year(&days, ledger, (int)book->targets.packed[i].year);
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        need_year(&days, ledger, packed_year(&book->figures.packed[i]));
    }
    return days;
}

static void days_clear(struct seen_days *days) {
    for (ptrdiff_t i = 0; i < arrlen(days->of); i++) {
        mem_free(days->of[i]);
    }
    arrfree(days->of);
}

struct date audit_day(const struct audit *a, int32_t org, int year) {
    int at = year - a->days.first_year;
    bool known = at >= 0 && at < (int)arrlen(a->days.of) && a->days.of[at] != NULL;
    return known ? a->days.of[at][org] : (struct date){0, 0, 0};
}

/* ---- a figure ---- */

/* No target becomes known or is revised within the year. */
static bool run_stands(const struct audit *a, struct run run) {
    for (int i = 0; i < run.count; i++) {
        struct target t = targets_get(&a->book->targets, run.first[i]);
        if (date_known(t.date) || arrlen(t.revised) > 0) {
            return false;
        }
    }
    return true;
}

static bool goals_stand(const struct audit *a, const struct figure *f) {
    struct run groups = ledger_groups(a->ledger, f->org);
    bool stand = run_stands(a, ledger_targets(a->ledger, f->org, f->indicator, f->year)) &&
                 run_stands(a, ledger_each_member(a->ledger, f->org, f->indicator, f->year));
    for (int i = 0; stand && i < groups.count; i++) {
        stand =
            run_stands(a, ledger_each_member(a->ledger, groups.first[i], f->indicator, f->year));
    }
    return stand;
}

/* Looks up what all figures of one organisation, indicator and year are held against. */
static void enter_series(struct audit *a, const struct figure *f) {
    bool same = a->last != NULL && same_series(a->last, f);
    if (!same) {
        a->increments = ledger_figures(a->ledger, f->org, f->indicator, f->year, FIGURE_INCREMENT);
        a->goals_stand = goals_stand(a, f);
    }
    if (!same || !a->goals_stand) {
        arrfree(a->goals);
        a->goals = assigned_any(a->ledger, f->org, f->indicator, f->year, f->date);
    }
}

/* The level just before this one, or this estimate, in its year, or NULL; `other` holds it when it
 * is not the one that was in hand before. */
static const struct figure *previous(const struct audit *a, const struct figure *f,
                                     struct figure *other) {
    const struct figure *last = a->last;
    if (f->kind == FIGURE_LEVEL) {
        return last != NULL && same_series(last, f) && last->kind == f->kind ? last : NULL;
    }
    struct figure_run run = ledger_figures(a->ledger, f->org, f->indicator, f->year, FIGURE_LEVEL);
    for (int32_t i = run.first + run.count - 1; i >= run.first; i--) {
        if (date_cmp(packed_date(&a->book->figures.packed[i]), f->date) <= 0) {
            figures_read(&a->book->figures, i, other);
            return other;
        }
    }
    return NULL;
}

/* Where its organisation was another one, or none; a note that stands beside no row. A figure of an
 * older year is that of the older boundary (section 4.3). */
static void check_effect(const struct audit *a, const struct figure *f) {
    char date[DATE_TEXT];
    char edge[DATE_TEXT];
    const struct org *org = &a->book->orgs[f->org];
    bool late = date_known(org->to) && date_cmp(f->date, org->to) > 0;
    bool early = date_known(org->from) && date_cmp(f->date, org->from) < 0 &&
                 window_holds(book_window(a->book, f->org, f->year), org->from);
    if (late || early) {
        FIND(a->findings, MSG_OUTSIDE_LIFE, f->place, date_print(f->date, date), org->name,
             date_print(late ? org->to : org->from, edge))
            ->related = org->place;
    }
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (f->note != NULL && !what->show) {
        FIND(a->findings, MSG_NOTE_HIDDEN, f->place, what->name);
    }
}

static void check_figure(struct audit *a, int32_t index) {
    struct figure other;
    struct figure *f = &a->in_hand[index % 2];
    figures_read(&a->book->figures, index, f);
    enter_series(a, f);
    audit_plausible(a, f, previous(a, f, &other));
    audit_sums(a, f, index);
    check_effect(a, f);
    a->last = f;
}

/* ---- by threads ---- */

enum {
    PIECE = 2048,    /* about as many figures, or targets, in a piece: small enough to wait for */
    PIECES_AHEAD = 8 /* checked before their turn */
};

/* The work cut into pieces: figures of whole organisations, then targets. */
struct audit_pieces {
    const struct audit *audit;
    struct effort none_yet; /* of each piece */
    atomic_bool over;       /* too much has been computed: what is left is not */
    int32_t *orgs; /* stb_ds array: where the organisations of each piece begin, and one past all */
};

static size_t pieces_of_figures(const struct audit_pieces *pieces) {
    return arrlenu(pieces->orgs) - 1;
}

static size_t pieces_of_targets(const struct audit_pieces *pieces) {
    return (targets_count(&pieces->audit->book->targets) + PIECE - 1) / PIECE;
}

/* A figure is held against the one before of the same organisation: they stay in one piece. */
static void cut_figures(struct audit_pieces *pieces) {
    const int32_t *begins = pieces->audit->ledger->figures_of;
    int32_t orgs = (int32_t)arrlen(pieces->audit->book->orgs);
    arrput(pieces->orgs, 0);
    for (int32_t org = 1; org <= orgs; org++) {
        if (org == orgs || begins[org] - begins[arrlast(pieces->orgs)] >= PIECE) {
            arrput(pieces->orgs, org);
        }
    }
}

/* What checking a piece gives. */
struct checked_piece {
    struct findings findings;
    struct effort effort;
};

static void check_orgs(struct audit *a, int32_t first, int32_t end) {
    const int32_t *begins = a->ledger->figures_of;
    for (int32_t org = first; org < end && !effort_is_spent(a->ledger->effort); org++) {
        uint64_t since = effort_spent(a->ledger->effort);
        for (int32_t i = begins[org]; i < begins[org + 1] && !effort_is_spent(a->ledger->effort);
             i++) {
            check_figure(a, i);
        }
        audit_org(a, org);
        effort_note(a->ledger->effort, org, since);
    }
    arrfree(a->goals);
}

static void check_targets(struct audit *a, size_t first, size_t end) {
    size_t all = targets_count(&a->book->targets);
    end = end < all ? end : all;
    for (size_t i = first; i < end && !effort_is_spent(a->ledger->effort); i++) {
        uint64_t since = effort_spent(a->ledger->effort);
        audit_target(a, (int32_t)i);
        effort_note(a->ledger->effort, a->book->targets.packed[i].org, since);
    }
}

static void check_piece(void *context, int worker, size_t piece, void *result) {
    struct audit_pieces *pieces = context;
    struct checked_piece *checked = result;
    struct audit a = *pieces->audit;
    struct ledger ledger = *a.ledger;
    size_t figures = pieces_of_figures(pieces);
    (void)worker;
    checked->effort = pieces->none_yet;
    if (atomic_load(&pieces->over)) {
        return;
    }
    ledger.memo = memo_make();
    ledger.effort = &checked->effort;
    a.ledger = &ledger;
    a.findings = &checked->findings;
    if (piece < figures) {
        check_orgs(&a, pieces->orgs[piece], pieces->orgs[piece + 1]);
    } else {
        check_targets(&a, (piece - figures) * PIECE, (piece - figures + 1) * PIECE);
    }
    memo_free(ledger.memo);
}

static void check_pieces(const struct audit *a, int jobs, struct effort *effort,
                         struct findings *findings) {
    struct audit_pieces pieces = {.audit = a, .none_yet = *effort};
    cut_figures(&pieces);
    struct jobs_work work = {
        .count = pieces_of_figures(&pieces) + pieces_of_targets(&pieces),
        .result_size = sizeof(struct checked_piece),
        .ahead = PIECES_AHEAD,
        .make = check_piece,
        .context = &pieces,
    };
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct checked_piece checked;
        jobs_take(queue, &checked);
        if (!effort_is_spent(effort)) { /* else by luck some more were done */
            effort_add(effort, &checked.effort);
            atomic_store(&pieces.over, effort_is_spent(effort));
        }
        findings_move(findings, &checked.findings);
    }
    jobs_end(queue);
    arrfree(pieces.orgs);
}

/* For every indicator the shares and means of which it is the numerator. */
static int32_t **numerators(const struct book *book) {
    int32_t **of = mem_alloc((arrlenu(book->indicators) + 1) * sizeof *of);
    for (int32_t i = 0; i < arrlen(book->indicators); i++) {
        const struct indicator *what = &book->indicators[i];
        if (what->ratio_of != NONE && what->ratio_to != NONE) {
            arrput(of[what->ratio_of], i);
        }
    }
    return of;
}

void audit_book(const struct book *book, int jobs, struct findings *findings) {
    struct ledger ledger;
    struct findings found = {0};
    struct effort effort = effort_begin(book->bytes);
    ledger_init(&ledger, book);
    struct audit a = {
        .book = book,
        .ledger = &ledger,
        .breakdowns = breakdowns_make(book),
        .claims = claim_order_make(book),
        .days = days_make(&ledger),
        .numerator_of = numerators(book),
    };
    check_pieces(&a, jobs, &effort, &found);
    ledger.effort = &effort;
    a.findings = &found;
    audit_overrides(&a);
    if (effort_is_spent(&effort)) {
        findings_clear(&found); /* of half of a book */
    }
    report_too_much(book, &effort, &found);
    findings_move(findings, &found);
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        arrfree(a.numerator_of[i]);
    }
    mem_free(a.numerator_of);
    days_clear(&a.days);
    claim_order_clear(&a.claims);
    breakdowns_clear(&a.breakdowns);
    ledger_clear(&ledger);
}
