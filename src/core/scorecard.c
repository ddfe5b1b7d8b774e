/* SPDX-License-Identifier: MIT */
/* From a question to a scorecard: which organisations, which year, which day, in which order. */
#include "scorecard.h"

#include "goals.h"
#include "mem.h"
#include "members.h"
#include "rows.h"
#include "words.h"

/* What every organisation's rows depend on, found in one pass over the book. */
struct org_facts {
    int target_year; /* latest year with a target, its group's each_member included */
    int figure_year; /* latest year with a figure or a claim */
    int given_year;  /* latest year of which it assigns a target to its members */
    bool wanted;     /* the selection takes it */
    bool asked;      /* for its year: */
    int year;
};

static void later(int *year, int candidate) {
    *year = candidate > *year ? candidate : *year;
}

static struct org_facts *find_years(const struct ledger *ledger) {
    const struct book *book = ledger->book;
    struct org_facts *facts = mem_alloc(arrlenu(book->orgs) * sizeof *facts);
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        const struct packed_target *t = &book->targets.packed[i];
        later(&facts[t->org].target_year, (int)t->year);
        later(&facts[t->org].given_year, t->each_member ? (int)t->year : 0);
    }
    for (int32_t org = 0; org < arrlen(book->orgs); org++) {
        size_t members = facts[org].given_year != 0 ? members_possible(ledger, org) : 0;
        for (size_t m = 0; m < members; m++) {
            later(&facts[members_at(ledger, org, m)].target_year, facts[org].given_year);
        }
    }
    size_t n = figures_count(&book->figures);
    for (size_t i = 0; i < n; i++) {
        const struct packed_figure *f = &book->figures.packed[i];
        later(&facts[f->org].figure_year, packed_year(f));
    }
    for (ptrdiff_t i = 0; i < arrlen(book->claims); i++) {
        later(&facts[book->claims[i].org].figure_year, book->claims[i].year);
    }
    return facts;
}

/* A group without targets or figures of its own shows its members' latest year. Each is asked
 * once; the reader refuses circles. */
static int year_of_group(const struct ledger *ledger, struct org_facts *facts, int32_t org) {
    struct org_facts *its = &facts[org];
    if (!its->asked) {
        its->asked = true;
        its->year = its->target_year != 0 ? its->target_year : its->figure_year;
        bool own = its->year != 0;
        for (size_t m = 0; !own && m < members_possible(ledger, org); m++) {
            later(&its->year, year_of_group(ledger, facts, members_at(ledger, org, m)));
        }
    }
    return its->year;
}

static void take_with_members(const struct ledger *ledger, struct org_facts *facts, int32_t org) {
    if (facts[org].wanted) {
        return;
    }
    facts[org].wanted = true;
    for (size_t m = 0; m < members_possible(ledger, org); m++) {
        take_with_members(ledger, facts, members_at(ledger, org, m));
    }
}

static void select_orgs(const struct ledger *ledger, const struct selection *selection,
                        struct org_facts *facts) {
    ptrdiff_t n = arrlen(ledger->book->orgs);
    for (ptrdiff_t i = 0; selection->orgs_count == 0 && i < n; i++) {
        facts[i].wanted = true;
    }
    for (int i = 0; i < selection->orgs_count; i++) {
        take_with_members(ledger, facts, selection->orgs[i]);
    }
}

/* Last dates of one year for every organisation, packed; 0 for none. */
static uint32_t *last_dates(const struct book *book, int year) {
    uint32_t *last = mem_alloc(arrlenu(book->orgs) * sizeof *last);
    size_t n = figures_count(&book->figures);
    for (size_t i = 0; i < n; i++) {
        const struct packed_figure *f = &book->figures.packed[i];
        uint32_t date = packed_day(f);
        if (packed_year(f) == year && date > last[f->org]) {
            last[f->org] = date;
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(book->claims); i++) {
        const struct claim *claim = &book->claims[i];
        uint32_t date = date_pack(claim->date);
        if (claim->year == year && date > last[claim->org]) {
            last[claim->org] = date;
        }
    }
    return last;
}

/* The last date reported or estimated, of the organisation and of its members; each is asked once.
 */
static uint32_t last_reported(const struct ledger *ledger, uint32_t *last, bool *asked,
                              int32_t org) {
    for (size_t m = 0; !asked[org] && m < members_possible(ledger, org); m++) {
        uint32_t of_member = last_reported(ledger, last, asked, members_at(ledger, org, m));
        last[org] = of_member > last[org] ? of_member : last[org];
    }
    asked[org] = true;
    return last[org];
}

/* Sets the day of all questions of one year that have none yet. */
static void set_days(const struct ledger *ledger, struct org_question *questions, int year) {
    uint32_t *last = last_dates(ledger->book, year);
    bool *asked = mem_alloc(arrlenu(ledger->book->orgs) * sizeof *asked);
    for (size_t i = 0; i < arrlenu(questions); i++) {
        struct org_question *q = &questions[i];
        if (q->year == year && !date_known(q->as_of)) {
            uint32_t latest = last_reported(ledger, last, asked, q->org);
            q->as_of =
                latest > 0 ? date_unpack(latest) : book_window(ledger->book, q->org, year).first;
        }
    }
    mem_free(last);
    mem_free(asked);
}

struct org_question *scorecard_questions(const struct ledger *ledger,
                                         const struct selection *selection) {
    const struct book *book = ledger->book;
    struct org_facts *facts = find_years(ledger);
    struct org_question *questions = NULL;
    select_orgs(ledger, selection, facts);
    for (int32_t org = 0; org < arrlen(book->orgs); org++) {
        int year = selection->year != 0 ? selection->year : year_of_group(ledger, facts, org);
        if (facts[org].wanted && year != 0) {
            arrput(questions, ((struct org_question){org, year, selection->as_of, false}));
        }
    }
    for (size_t i = 0; i < arrlenu(questions); i++) {
        if (!date_known(questions[i].as_of)) {
            set_days(ledger, questions, questions[i].year);
        }
    }
    mem_free(facts);
    goals_cover(ledger, questions, arrlenu(questions), selection);
    return questions;
}

void scorecard_count(struct scorecard *card) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        const struct row *row = &card->rows[i];
        bool part = card->book->indicators[row->indicator].part_of != NONE;
        if (row->goal && !row->covered) {
            card->goals++;
            card->count[row->status]++;
        }
        card->count[STATUS_NO_TARGET] += !row->has_target && !part && !row->covered;
        card->statuses |= 1U << row->status;
    }
}

static bool is_wanted(const struct selection *selection, const struct row *row) {
    bool status = selection->only == 0 || (selection->only >> row->status & 1) != 0;
    return status && (row->has_target || !selection->with_target);
}

void scorecard_keep_wanted(struct scorecard *card, const struct selection *selection) {
    if (selection->only == 0 && !selection->with_target) {
        return;
    }
    card->statuses = 0;
    size_t n = arrlenu(card->rows);
    int32_t *moved = mem_alloc((n + 1) * sizeof *moved);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        struct row row = card->rows[i];
        if (!is_wanted(selection, &row)) {
            moved[i] = NONE;
            absent_clear(&row.absent);
            continue;
        }
        row.part_of = row.part_of != NONE ? moved[row.part_of] : NONE;
        row.depth = row.part_of != NONE ? card->rows[row.part_of].depth + 1 : 0;
        moved[i] = (int32_t)kept;
        card->statuses |= 1U << row.status;
        card->rows[kept++] = row;
    }
    if (n > 0) {
        arrsetlen(card->rows, kept);
    }
    mem_free(moved);
}

/* The first row of an organisation or of a later one. */
static int first_from(const struct scorecard *card, int32_t org) {
    int low = 0;
    int high = (int)arrlen(card->rows);
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (card->rows[middle].org < org) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

struct row_span scorecard_rows_of(const struct scorecard *card, int32_t org) {
    struct row_span span = {.first = 0, .end = (int)arrlen(card->rows)};
    if (org != NONE) {
        span.first = first_from(card, org);
        span.end = first_from(card, org + 1);
    }
    return span;
}

void scorecard_clear_rows(struct scorecard *card) {
    for (ptrdiff_t i = 0; i < arrlen(card->rows); i++) {
        absent_clear(&card->rows[i].absent);
    }
    arrfree(card->rows);
}

void scorecard_clear(struct scorecard *card) {
    scorecard_clear_rows(card);
    arrfree(card->claims);
    arrfree(card->parts);
    arrfree(card->allocations);
}
