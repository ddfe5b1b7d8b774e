/* SPDX-License-Identifier: MIT */
/* A survey's pieces: cut, judged, joined. */
#include "survey.h"

#include <string.h>

#include "jobs.h"
#include "mem.h"

enum {
    PIECE_ROWS = 64,    /* about as many in a piece: small enough to wait for */
    KEPT_ROWS = 4096,   /* 5 MB: a province is never judged twice */
    PIECES_AHEAD = 1024 /* judged while a nation is summed up: rows that wait are wanted anyway */
};

void survey_cut(struct survey *survey, size_t rows, size_t kept) {
    size_t n = arrlenu(survey->questions);
    size_t in_piece = 0;
    size_t in_all = 0;
    arrsetlen(survey->pieces, 0);
    survey->kept_pieces = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || in_piece >= rows) {
            survey->kept_pieces += i > 0 && in_all <= kept;
            arrput(survey->pieces, i);
            in_piece = 0;
        }
        size_t expected = rows_expected(&survey->ledger, &survey->questions[i], 1);
        in_piece += expected;
        in_all += expected;
    }
    survey->kept_pieces += n > 0 && in_all <= kept;
    arrput(survey->pieces, n);
}

void survey_begin(struct survey *survey, const struct book *book,
                  const struct selection *selection) {
    *survey = (struct survey){.selection = *selection};
    ledger_init(&survey->ledger, book);
    survey->questions = scorecard_questions(&survey->ledger, selection);
    survey->claims = claim_order_make(book);
    survey_cut(survey, PIECE_ROWS, KEPT_ROWS);
}

void survey_clear(struct survey *survey) {
    for (size_t i = 0; i < arrlenu(survey->kept); i++) {
        scorecard_clear(&survey->kept[i]);
    }
    arrfree(survey->kept);
    arrfree(survey->pieces);
    arrfree(survey->questions);
    claim_order_clear(&survey->claims);
    ledger_clear(&survey->ledger);
}

size_t survey_pieces(const struct survey *survey) {
    return arrlenu(survey->pieces) - 1;
}

/* The questions of a piece. */
struct span {
    const struct org_question *first;
    size_t count;
};

static struct span span_of(const struct survey *survey, size_t piece) {
    size_t first = survey->pieces[piece];
    return (struct span){survey->questions + first, survey->pieces[piece + 1] - first};
}

/* All rows of a piece, also those that --only leaves out. */
static void judge_rows(const struct survey *survey, size_t piece, struct scorecard *card) {
    struct span span = span_of(survey, piece);
    *card = (struct scorecard){.book = survey->ledger.book};
    rows_of_orgs(card, &survey->ledger, span.first, span.count, &survey->selection);
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

static void check(const struct survey *survey, size_t piece, struct scorecard *card) {
    struct span span = span_of(survey, piece);
    int32_t first = span.first[0].org;
    int32_t last = span.first[span.count - 1].org;
    check_claims(card, &survey->ledger, claim_order_run(&survey->claims, first, last));
    check_parts(card, &survey->ledger);
    check_allocations(card, &survey->ledger);
}

/* Whether the rows of the piece are of use when it is judged. */
static bool keeps_rows(const struct judging *judging, size_t piece) {
    enum rows_fate fate = judging->demand->rows;
    return fate == ROWS_ALL || (fate == ROWS_LATER && piece < judging->survey->kept_pieces);
}

static void judge_piece(void *context, int worker, size_t piece, void *result) {
    const struct judging *judging = context;
    struct judged *judged = result;
    (void)worker;
    judge_rows(judging->survey, piece, &judged->card);
    report_overflow(&judged->card, &judged->findings);
    scorecard_count(&judged->card);
    if (judging->demand->checks) {
        check(judging->survey, piece, &judged->card);
    }
    scorecard_keep_only(&judged->card, judging->survey->selection.only);
    judged->card.row_count = arrlenu(judged->card.rows);
    if (!keeps_rows(judging, piece)) {
        scorecard_clear_rows(&judged->card);
    }
}

/* Appends an array to another of the same kind. */
#define JOIN(to, from)                                                                             \
    do {                                                                                           \
        if (arrlenu(from) > 0) {                                                                   \
            memcpy(arraddnptr((to), arrlenu(from)), (from), arrlenu(from) * sizeof *(from));       \
        }                                                                                          \
        arrfree(from);                                                                             \
    } while (0)

/* Adds what is counted, and moves the checks. */
static void join_counts(struct scorecard *card, struct scorecard *piece) {
    card->goals += piece->goals;
    card->row_count += piece->row_count;
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

void survey_judge(struct survey *survey, const struct demand *demand, int jobs,
                  struct scorecard *card, struct findings *findings) {
    struct judging judging = {survey, demand};
    struct jobs_work work = {
        .count = survey_pieces(survey),
        .result_size = sizeof(struct judged),
        .ahead = PIECES_AHEAD,
        .make = judge_piece,
        .context = &judging,
    };
    *card = (struct scorecard){.book = survey->ledger.book};
    struct jobs *queue = jobs_begin(&work, jobs);
    struct judged judged;
    for (size_t i = 0; i < work.count; i++) {
        jobs_take(queue, &judged);
        progress_tell(demand->progress, WORK_ORGS_JUDGED, survey->pieces[i + 1],
                      arrlenu(survey->questions));
        findings_move(findings, &judged.findings);
        join_counts(card, &judged.card);
        if (demand->rows == ROWS_ALL) {
            join_rows(card, &judged.card);
        } else if (keeps_rows(&judging, i)) {
            arrput(survey->kept, judged.card);
        }
    }
    jobs_end(queue);
    sort_claims(card);
}

void survey_piece(struct survey *survey, size_t piece, struct scorecard *card) {
    if (piece < arrlenu(survey->kept)) {
        *card = survey->kept[piece];
        survey->kept[piece] = (struct scorecard){0};
        return;
    }
    judge_rows(survey, piece, card);
    scorecard_keep_only(card, survey->selection.only);
}

/* ---- the whole at once ---- */

void scorecard_build(struct scorecard *card, const struct book *book,
                     const struct selection *selection, struct findings *findings) {
    struct survey survey;
    struct demand all = {.rows = ROWS_ALL, .checks = true};
    survey_begin(&survey, book, selection);
    survey_judge(&survey, &all, 1, card, findings);
    survey_clear(&survey);
}
