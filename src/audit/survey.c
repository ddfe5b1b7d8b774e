/* SPDX-License-Identifier: MIT */
/* A survey's pieces: cut, judged, joined. */
#include "survey.h"

#include <string.h>

#include "goals.h"
#include "jobs.h"
#include "mem.h"
#include "memo.h"
#include "plan.h"

enum {
    PIECE_ORGS = 4,     /* in a piece: few enough to wait for */
    PIECE_ROWS = 1024,  /* about, unless a single organisation has more */
    KEPT_PIECES = 16,   /* whose rows wait to be written: 63 provinces are not judged twice, */
    KEPT_ROWS = 8192,   /* about: of more than a kilobyte each */
    PIECES_AHEAD = 1024 /* judged while a nation is summed up: rows that wait are wanted anyway */
};

/* About how many rows the organisation may have: of what it or anybody below it reports, of its own
 * targets, of those that its groups assign. */
static size_t rows_expected(const struct ledger *ledger, int32_t org) {
    struct run groups = ledger_groups(ledger, org);
    size_t rows = (size_t)__builtin_popcountll(ledger->below[org]);
    rows += (size_t)(ledger->targets_of[org + 1] - ledger->targets_of[org]);
    for (int i = 0; i < groups.count; i++) {
        int32_t group = groups.first[i];
        rows += (size_t)(ledger->targets_of[group + 1] - ledger->targets_of[group]);
    }
    return rows;
}

/* Neighbours in the book, until they are many or their rows are. */
static void cut_pieces(struct survey *survey) {
    size_t orgs = arrlenu(survey->questions);
    size_t rows = 0;
    for (size_t i = 0; i < orgs; i++) {
        struct survey_cut *last = survey->pieces != NULL ? &arrlast(survey->pieces) : NULL;
        size_t more = rows_expected(&survey->ledger, survey->questions[i].org);
        if (last == NULL || last->orgs == PIECE_ORGS || last->rows + more > PIECE_ROWS) {
            arrput(survey->pieces, ((struct survey_cut){.first = i}));
            last = &arrlast(survey->pieces);
        }
        last->orgs++;
        last->rows += more;
        rows += more;
        last->kept = arrlenu(survey->pieces) <= KEPT_PIECES && rows <= KEPT_ROWS;
    }
}

void survey_begin(struct survey *survey, const struct book *book, const struct selection *selection,
                  int jobs) {
    *survey = (struct survey){.selection = *selection};
    do {
        arrput(survey->memos, memo_make(jobs > 1 ? jobs : 1));
        arrput(survey->plans, plans_begin());
    } while (arrlen(survey->memos) < jobs);
    ledger_init(&survey->ledger, book);
    survey->questions = scorecard_questions(&survey->ledger, selection);
    survey->claims = claim_order_make(book);
    cut_pieces(survey);
}

void survey_clear(struct survey *survey) {
    for (size_t i = 0; i < arrlenu(survey->kept); i++) {
        scorecard_clear(&survey->kept[i]);
    }
    for (size_t i = 0; i < arrlenu(survey->memos); i++) {
        memo_free(survey->memos[i]);
        plans_end(survey->plans[i]);
    }
    arrfree(survey->kept);
    arrfree(survey->memos);
    arrfree(survey->pieces);
    arrfree(survey->plans);
    arrfree(survey->questions);
    claim_order_clear(&survey->claims);
    ledger_clear(&survey->ledger);
}

/* The indicators that are shown and of which the organisation has a figure by its day. */
static size_t least_rows(const struct survey *survey, const struct org_question *q) {
    const struct ledger *ledger = &survey->ledger;
    int32_t last = NONE;
    size_t rows = 0;
    for (int32_t i = ledger->figures_of[q->org]; i < ledger->figures_of[q->org + 1]; i++) {
        const struct packed_figure *f = &ledger->book->figures.packed[i];
        if (f->indicator != last && packed_year(f) == q->year &&
            date_cmp(packed_date(f), q->as_of) <= 0 &&
            ledger->book->indicators[f->indicator].show &&
            selection_takes(&survey->selection, f->indicator)) {
            last = f->indicator;
            rows++;
        }
    }
    return rows;
}

struct magnitude survey_least(const struct survey *survey) {
    struct magnitude least = {0, 0};
    if (survey->selection.only != 0 || survey->selection.with_target) {
        return least;
    }
    for (size_t i = 0; i < arrlenu(survey->questions); i++) {
        size_t rows = least_rows(survey, &survey->questions[i]);
        least.rows += rows;
        least.orgs += rows > 0;
    }
    return least;
}

size_t survey_pieces(const struct survey *survey) {
    return arrlenu(survey->pieces);
}

/* The questions of a piece. */
struct span {
    const struct org_question *first;
    size_t count;
};

static struct span span_of(const struct survey *survey, size_t piece) {
    const struct survey_cut *one = &survey->pieces[piece];
    return (struct span){survey->questions + one->first, one->orgs};
}

/* As a thread sees it: groups that it meets one after the other have members in common, and rows
 * are of the same kinds. */
static struct ledger ledger_of(const struct survey *survey, int worker) {
    struct ledger ledger = survey->ledger;
    ledger.memo = survey->memos[worker];
    ledger.plans = survey->plans[worker];
    return ledger;
}

/* All rows of a piece, also those that --only leaves out. */
static void judge_rows(const struct survey *survey, const struct ledger *ledger, size_t piece,
                       struct scorecard *card) {
    struct span span = span_of(survey, piece);
    *card = (struct scorecard){.book = ledger->book};
    rows_of_orgs(card, ledger, span.first, span.count, &survey->selection);
}

/* ---- judging all ---- */

struct judging {
    const struct survey *survey;
    const struct demand *demand;
};

/* What judging a piece gives. */
struct judged {
    struct scorecard card;
    struct findings findings;
};

static void check(const struct survey *survey, const struct ledger *ledger, size_t piece,
                  struct scorecard *card) {
    struct span span = span_of(survey, piece);
    check_claims(card, ledger, &survey->claims, span.first, span.count, &survey->selection);
    check_parts(card, ledger, span.first, span.count, &survey->selection);
    check_allocations(card, ledger);
}

/* Those of one organisation stand together. */
static size_t count_orgs(const struct scorecard *card) {
    size_t orgs = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        orgs += i == 0 || card->rows[i].org != card->rows[i - 1].org;
    }
    return orgs;
}

static void judge_piece(void *context, int worker, size_t piece, void *result) {
    const struct judging *judging = context;
    struct judged *judged = result;
    struct ledger ledger = ledger_of(judging->survey, worker);
    judge_rows(judging->survey, &ledger, piece, &judged->card);
    report_overflow(&judged->card, &judged->findings);
    scorecard_count(&judged->card);
    if (judging->demand->checks) {
        check(judging->survey, &ledger, piece, &judged->card);
    }
    scorecard_keep_wanted(&judged->card, &judging->survey->selection);
    judged->card.row_count = arrlenu(judged->card.rows);
    judged->card.org_count = count_orgs(&judged->card);
    if (!judging->demand->rows && !judging->survey->pieces[piece].kept) {
        scorecard_clear_rows(&judged->card);
    }
}

/* Appends an array to another of the same kind, and ends it. */
#define JOIN(to, from)                                                                             \
    do {                                                                                           \
        arr_append(to, from);                                                                      \
        arrfree(from);                                                                             \
    } while (0)

/* Adds what is counted, and moves the checks. */
static void join_counts(struct scorecard *card, struct scorecard *piece) {
    card->goals += piece->goals;
    card->row_count += piece->row_count;
    card->org_count += piece->org_count;
    card->statuses |= piece->statuses;
    for (int i = 0; i < STATUS_COUNT; i++) {
        card->count[i] += piece->count[i];
    }
    JOIN(card->claims, piece->claims);
    JOIN(card->parts, piece->parts);
    JOIN(card->allocations, piece->allocations);
}

static void join_rows(struct scorecard *card, struct scorecard *piece) {
    int32_t before = (int32_t)arrlen(card->rows);
    for (size_t i = 0; i < arrlenu(piece->rows); i++) {
        piece->rows[i].part_of += piece->rows[i].part_of != NONE ? before : 0;
    }
    JOIN(card->rows, piece->rows);
}

void survey_judge(struct survey *survey, const struct demand *demand, struct scorecard *card,
                  struct findings *findings) {
    struct judging judging = {survey, demand};
    struct jobs_work work = {
        .count = survey_pieces(survey),
        .result_size = sizeof(struct judged),
        .ahead = PIECES_AHEAD,
        .make = judge_piece,
        .context = &judging,
    };
    *card = (struct scorecard){.book = survey->ledger.book};
    struct jobs *queue = jobs_begin(&work, (int)arrlen(survey->memos));
    struct judged judged;
    for (size_t i = 0; i < work.count; i++) {
        jobs_take(queue, &judged);
        struct span span = span_of(survey, i);
        progress_tell(demand->progress, WORK_ORGS_JUDGED, survey->pieces[i].first + span.count,
                      arrlenu(survey->questions));
        findings_move(findings, &judged.findings);
        join_counts(card, &judged.card);
        if (demand->rows) {
            join_rows(card, &judged.card);
        } else if (survey->pieces[i].kept) {
            arrput(survey->kept, judged.card);
        }
    }
    jobs_end(queue);
    if (survey->selection.only != 0) {
        goals_uncover(&survey->ledger, card->rows, arrlenu(card->rows));
    }
    sort_claims(card);
    mem_trim(); /* before the rows are judged again, to be written */
}

void survey_piece(struct survey *survey, int worker, size_t piece, struct scorecard *card) {
    if (piece < arrlenu(survey->kept)) {
        *card = survey->kept[piece];
        survey->kept[piece] = (struct scorecard){0};
        return;
    }
    struct ledger ledger = ledger_of(survey, worker);
    judge_rows(survey, &ledger, piece, card);
    scorecard_keep_wanted(card, &survey->selection);
}
