/* SPDX-License-Identifier: MIT */
/* A survey's pieces: cut, judged, joined. */
#include "survey.h"

#include <stdatomic.h>

#include "goals.h"
#include "jobs.h"
#include "mem.h"
#include "members.h"
#include "memo.h"
#include "plan.h"

enum {
    PIECE_ORGS = 4,      /* in a piece: few enough to wait for */
    STRETCH_ORGS = 4096, /* about, in pieces with groups: enough for most to be remembered */
    PIECE_ROWS = 1024,   /* about, unless a single organisation has more */
    KEPT_ROWS = 32000,   /* so many wait to be written, of some kilobytes each; */
    KEPT_PIECES = 16,    /* where there are more only those of the first pieces, */
    KEPT_FIRST = 8192,   /* not many more than so many */
    PIECES_AHEAD = 1024  /* judged while a nation is summed up: rows that wait are wanted anyway */
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
    for (size_t i = 0; i < orgs; i++) {
        struct survey_cut *last = survey->pieces != NULL ? &arrlast(survey->pieces) : NULL;
        size_t more = rows_expected(&survey->ledger, survey->questions[i].org);
        if (last == NULL || last->orgs == PIECE_ORGS || last->rows + more > PIECE_ROWS) {
            arrput(survey->pieces, ((struct survey_cut){.first = i}));
            last = &arrlast(survey->pieces);
        }
        last->orgs++;
        last->groups =
            last->groups || members_possible(&survey->ledger, survey->questions[i].org) > 0;
        last->rows += more;
    }
}

/* Nobody is judged twice, but in a nation. */
static void choose_kept(struct survey *survey) {
    size_t all = 0;
    size_t before = 0;
    for (size_t i = 0; i < arrlenu(survey->pieces); i++) {
        all += survey->pieces[i].rows;
    }
    for (size_t i = 0; i < arrlenu(survey->pieces); i++) {
        before += survey->pieces[i].rows;
        survey->pieces[i].kept = all <= KEPT_ROWS || (i < KEPT_PIECES && before <= KEPT_FIRST);
    }
}

/* Takes a piece as the next one to be judged: into the last stretch, or a new one. */
static void put_in_order(struct survey *survey, size_t piece, bool new_stretch) {
    if (new_stretch) {
        arrput(survey->stretches, ((struct survey_stretch){arrlenu(survey->order), 0}));
    }
    arrput(survey->order, piece);
    arrlast(survey->stretches).count++;
}

/* Those with groups in stretches, then each of the others by itself. */
static void order_pieces(struct survey *survey) {
    size_t orgs = STRETCH_ORGS; /* in the last stretch: as if one were full */
    for (size_t i = 0; i < arrlenu(survey->pieces); i++) {
        if (survey->pieces[i].groups) {
            put_in_order(survey, i, orgs >= STRETCH_ORGS);
            orgs = (orgs >= STRETCH_ORGS ? 0 : orgs) + survey->pieces[i].orgs;
        }
    }
    for (size_t i = 0; i < arrlenu(survey->pieces); i++) {
        if (!survey->pieces[i].groups) {
            put_in_order(survey, i, true);
        }
    }
}

void survey_begin(struct survey *survey, const struct book *book, const struct selection *selection,
                  int jobs) {
    *survey = (struct survey){.selection = *selection};
    do {
        arrput(survey->memos, memo_make());
        arrput(survey->plans, plans_begin());
    } while (arrlen(survey->memos) < jobs);
    ledger_init(&survey->ledger, book);
    survey->questions = scorecard_questions(&survey->ledger, selection);
    survey->claims = claim_order_make(book);
    survey->breakdowns = breakdowns_make(book);
    cut_pieces(survey);
    choose_kept(survey);
    order_pieces(survey);
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
    arrfree(survey->order);
    arrfree(survey->pieces);
    arrfree(survey->plans);
    arrfree(survey->questions);
    arrfree(survey->stretches);
    breakdowns_clear(&survey->breakdowns);
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
    struct effort none_yet; /* of each stretch */
    atomic_bool over;       /* too much has been computed: what is left is not */
};

/* What judging a piece gives. */
struct judged {
    struct scorecard card;
    struct findings findings;
};

/* What judging a stretch gives. */
struct judged_stretch {
    struct judged *pieces; /* stb_ds array, in their order */
    struct effort effort;
};

static void check(const struct survey *survey, const struct ledger *ledger, size_t piece,
                  struct scorecard *card) {
    struct span span = span_of(survey, piece);
    check_claims(card, ledger, &survey->claims, span.first, span.count, &survey->selection);
    check_parts(card, ledger, &survey->breakdowns, span.first, span.count, &survey->selection);
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

/* The rows stay with the card where they are wanted, or there is room for them. */
static void judge_piece(const struct judging *judging, const struct ledger *ledger, size_t piece,
                        size_t room, struct judged *judged) {
    judge_rows(judging->survey, ledger, piece, &judged->card);
    report_overflow(&judged->card, &judged->findings);
    scorecard_count(&judged->card);
    if (judging->demand->checks) {
        check(judging->survey, ledger, piece, &judged->card);
    }
    scorecard_keep_wanted(&judged->card, &judging->survey->selection);
    judged->card.row_count = arrlenu(judged->card.rows);
    judged->card.org_count = count_orgs(&judged->card);
    bool kept = judging->survey->pieces[piece].kept && judged->card.row_count <= room;
    if (judging->demand->no_rows || (!judging->demand->rows && !kept)) {
        scorecard_clear_rows(&judged->card);
    }
}

static void judge_stretch(void *context, int worker, size_t at, void *result) {
    struct judging *judging = context;
    struct judged_stretch *judged = result;
    const struct survey_stretch *stretch = &judging->survey->stretches[at];
    struct ledger ledger = ledger_of(judging->survey, worker);
    judged->effort = judging->none_yet;
    ledger.effort = judging->demand->again ? NULL : &judged->effort;
    memo_forget(ledger.memo);
    bool over = atomic_load(&judging->over);
    size_t room = KEPT_ROWS;
    for (size_t i = 0; i < stretch->count; i++) {
        struct judged piece = {.card = {.book = ledger.book}};
        if (!over && !effort_is_spent(&judged->effort)) {
            size_t number = judging->survey->order[stretch->first + i];
            judge_piece(judging, &ledger, number, room, &piece);
            room -= arrlenu(piece.card.rows) < room ? arrlenu(piece.card.rows) : room;
        }
        arrput(judged->pieces, piece);
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

/* Where the pieces of a survey come together, in the order of the book. */
struct joining {
    struct survey *survey;
    const struct demand *demand;
    struct scorecard *card;
    struct findings *findings;
    struct judged *waiting; /* stb_ds array: those with groups, which come before their turn, */
    size_t taken;           /* and how many of them have had it */
};

/* Keeps the rows of a piece when those of all pieces before it are kept; takes them over. */
static void keep(struct survey *survey, size_t piece, struct scorecard *card) {
    size_t rows = arrlenu(card->rows);
    bool all = piece == arrlenu(survey->kept) && rows == card->row_count;
    if (all && survey->pieces[piece].kept && survey->kept_rows + rows <= KEPT_ROWS) {
        arrput(survey->kept, *card);
        survey->kept_rows += rows;
    } else {
        scorecard_clear_rows(card);
    }
}

/* Takes over the piece. */
static void join(struct joining *joining, size_t piece, struct judged *judged) {
    findings_move(joining->findings, &judged->findings);
    join_counts(joining->card, &judged->card);
    if (joining->demand->rows) {
        join_rows(joining->card, &judged->card);
    } else if (!joining->demand->no_rows) {
        keep(joining->survey, piece, &judged->card);
    }
}

/* Those whose turn is before that of a piece. */
static void join_waiting(struct joining *joining, size_t piece) {
    const size_t *order = joining->survey->order;
    for (; joining->taken < arrlenu(joining->waiting) && order[joining->taken] < piece;
         joining->taken++) {
        join(joining, order[joining->taken], &joining->waiting[joining->taken]);
    }
}

static void take_stretch(struct joining *joining, size_t at, struct judged_stretch *judged) {
    const struct survey_stretch *stretch = &joining->survey->stretches[at];
    for (size_t i = 0; i < stretch->count; i++) {
        size_t piece = joining->survey->order[stretch->first + i];
        if (joining->survey->pieces[piece].groups) {
            arrput(joining->waiting, judged->pieces[i]);
        } else {
            join_waiting(joining, piece);
            join(joining, piece, &judged->pieces[i]);
        }
    }
    arrfree(judged->pieces);
}

static size_t orgs_of(const struct survey *survey, size_t at) {
    const struct survey_stretch *stretch = &survey->stretches[at];
    size_t orgs = 0;
    for (size_t i = 0; i < stretch->count; i++) {
        orgs += survey->pieces[survey->order[stretch->first + i]].orgs;
    }
    return orgs;
}

static void judge_stretches(struct judging *judging, struct joining *joining,
                            struct effort *effort) {
    struct survey *survey = joining->survey;
    struct jobs_work work = {
        .count = arrlenu(survey->stretches),
        .result_size = sizeof(struct judged_stretch),
        .ahead = PIECES_AHEAD,
        .make = judge_stretch,
        .context = judging,
    };
    struct jobs *queue = jobs_begin(&work, (int)arrlen(survey->memos));
    size_t orgs = 0;
    for (size_t i = 0; i < work.count; i++) {
        struct judged_stretch judged;
        jobs_take(queue, &judged);
        orgs += orgs_of(survey, i);
        progress_tell(joining->demand->progress, WORK_ORGS_JUDGED, orgs,
                      arrlenu(survey->questions));
        if (!effort_is_spent(effort)) { /* else by luck some more were done */
            effort_add(effort, &judged.effort);
            atomic_store(&judging->over, effort_is_spent(effort));
        }
        take_stretch(joining, i, &judged);
    }
    jobs_end(queue);
    join_waiting(joining, survey_pieces(survey));
}

void survey_judge(struct survey *survey, const struct demand *demand, struct scorecard *card,
                  struct findings *findings) {
    const struct book *book = survey->ledger.book;
    struct findings found = {0};
    struct effort effort = effort_begin(book->bytes);
    struct judging judging = {.survey = survey, .demand = demand, .none_yet = effort};
    struct joining joining = {survey, demand, card, &found, NULL, 0};
    *card = (struct scorecard){.book = book};
    judge_stretches(&judging, &joining, &effort);
    arrfree(joining.waiting);
    if (effort_is_spent(&effort)) {
        findings_clear(&found); /* of half of a book */
    }
    report_too_much(book, &effort, &found);
    findings_move(findings, &found);
    if (survey->selection.only != 0) {
        goals_uncover(&survey->ledger, card->rows, arrlenu(card->rows));
    }
    sort_claims(card);
    for (size_t i = 0; i < arrlenu(survey->memos); i++) {
        memo_share(survey->memos[i], arrlenu(survey->memos));
    }
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
