/* SPDX-License-Identifier: MIT */
#include "audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "history.h"
#include "jobs.h"
#include "ledger.h"
#include "mem.h"
#include "words.h"

/* A slip of a thousand lies between these multiples. */
enum { SLIP_LEAST = 500, SLIP_MOST = 2000 };

/* A target as a scale for figures. */
struct scale {
    struct ratio deciding; /* its bound that decides */
    struct place place;
};

/* What every check needs; a thread has its own, with the same ledger. */
struct audit {
    const struct book *book;
    struct ledger ledger;
    int32_t **parts; /* of every indicator, an stb_ds array of those held against it */
    struct findings *findings;
    struct figure in_hand[2];     /* the figure and the one before, by turns */
    const struct figure *last;    /* the one before, or NULL */
    struct scale *scales;         /* stb_ds array: targets of the figure's organisation, indicator
                                     and year */
    struct figure_run increments; /* the same */
};

static void find_scales(struct audit *a, const struct figure *f) {
    struct run run = ledger_targets(&a->ledger, f->org, f->indicator, f->year);
    arrsetlen(a->scales, 0);
    for (int i = 0; i < run.count; i++) {
        struct target t = targets_get(&a->book->targets, run.first[i]);
        enum better better = a->book->indicators[f->indicator].better;
        struct scale scale = {bounds_deciding(&t.bounds, better), t.place};
        if (ratio_valid(scale.deciding)) {
            arrput(a->scales, scale);
        }
    }
}

/* Looks up what all figures of one organisation, indicator and year are held against. */
static void enter_series(struct audit *a, const struct figure *f) {
    const struct figure *last = a->last;
    if (last == NULL || last->org != f->org || last->indicator != f->indicator ||
        last->year != f->year) {
        find_scales(a, f);
        a->increments = ledger_figures(&a->ledger, f->org, f->indicator, f->year, FIGURE_INCREMENT);
    }
}

/* A figure's number as the file could write it. */
static const char *plain(struct ratio value, char text[RATIO_TEXT]) {
    return ratio_plain(value, true, NULL, 0, text);
}

static const char *day(struct date d, char text[DATE_TEXT]) {
    return date_print(d, text);
}

/* Whether two numbers above 0 surely lie less than 2^8 times apart: by how many binary digits they
 * have alone, which spares nearly all of them the division. */
static bool surely_near(struct ratio a, struct ratio b) {
    enum { MOST_APART = 6 }; /* each count of digits is right to within one */
    if (a.num > INT64_MAX || a.den > INT64_MAX || b.num > INT64_MAX || b.den > INT64_MAX) {
        return false;
    }
    int digits_a = __builtin_clzll((uint64_t)a.den) - __builtin_clzll((uint64_t)a.num);
    int digits_b = __builtin_clzll((uint64_t)b.den) - __builtin_clzll((uint64_t)b.num);
    return abs(digits_a - digits_b) <= MOST_APART;
}

/* Whether a is about a thousand times b, or b a. */
static bool thousand_off(struct ratio a, struct ratio b) {
    if (ratio_sign(a) <= 0 || ratio_sign(b) <= 0 || surely_near(a, b)) {
        return false;
    }
    struct ratio times = ratio_cmp(a, b) > 0 ? ratio_div(a, b) : ratio_div(b, a);
    return ratio_valid(times) && ratio_cmp(times, ratio_int(SLIP_LEAST)) >= 0 &&
           ratio_cmp(times, ratio_int(SLIP_MOST)) <= 0;
}

/* The figure of the same kind just before this one, of this year or of the year before, or NULL;
 * `other` holds it when it is not the one that was in hand before. */
static const struct figure *previous(const struct audit *a, const struct figure *f,
                                     struct figure *other) {
    const struct figure *last = a->last;
    if (last != NULL && last->org == f->org && last->indicator == f->indicator &&
        last->year == f->year && last->kind == f->kind) {
        return last;
    }
    struct figure_run run = ledger_figures(&a->ledger, f->org, f->indicator, f->year - 1, f->kind);
    if (run.count == 0) {
        return NULL;
    }
    figures_read(&a->book->figures, run.first + run.count - 1, other);
    return other;
}

static void check_share(const struct audit *a, const struct figure *f) {
    char text[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    bool outside = ratio_sign(f->low) < 0 || ratio_cmp(f->high, ratio_int(100)) > 0;
    if (indicator_traits(what->kind)->of_whole && outside) {
        struct ratio guilty = ratio_sign(f->low) < 0 ? f->low : f->high;
        FIND(a->findings, MSG_SHARE_RANGE, f->place, plain(guilty, text), what->name);
    }
}

/* A running total cannot fall within its year. */
static void check_falling(const struct audit *a, const struct figure *f,
                          const struct figure *before) {
    char now[RATIO_TEXT];
    char then[RATIO_TEXT];
    char date[DATE_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (!indicator_is_level(what) && f->kind == FIGURE_LEVEL && before != NULL &&
        before->year == f->year && ratio_cmp(f->high, before->low) < 0) {
        FIND(a->findings, MSG_TOTAL_FALLS, f->place, plain(f->low, now), plain(before->low, then),
             day(before->date, date))
            ->related = before->place;
    }
}

/* Only levels: a flow may well begin small. */
static void check_history(const struct audit *a, const struct figure *f,
                          const struct figure *before) {
    char now[RATIO_TEXT];
    char then[RATIO_TEXT];
    char date[DATE_TEXT];
    bool level = indicator_is_level(&a->book->indicators[f->indicator]);
    if (level && f->kind == FIGURE_LEVEL && before != NULL && thousand_off(f->low, before->low)) {
        FIND(a->findings, MSG_THOUSAND_HISTORY, f->place, plain(f->low, now),
             plain(before->low, then), day(before->date, date))
            ->related = before->place;
    }
}

static void check_target_scale(const struct audit *a, const struct figure *f) {
    char now[RATIO_TEXT];
    char goal[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    for (ptrdiff_t i = 0; i < arrlen(a->scales); i++) {
        struct ratio deciding = a->scales[i].deciding;
        bool may_be_small = !indicator_is_level(what) && ratio_cmp(f->low, deciding) < 0;
        if (!may_be_small && thousand_off(f->low, deciding)) {
            FIND(a->findings, MSG_THOUSAND_TARGET, f->place, plain(f->low, now),
                 plain(deciding, goal))
                ->related = a->scales[i].place;
            return;
        }
    }
}

/* Increments that cover the whole span of a running total must add up to it. */
static void check_increments(const struct audit *a, const struct figure *f) {
    char summed[RATIO_TEXT];
    char stated[RATIO_TEXT];
    char date[DATE_TEXT];
    struct figure_run run = a->increments;
    if (f->kind != FIGURE_LEVEL || run.count == 0 ||
        indicator_is_level(&a->book->indicators[f->indicator])) {
        return;
    }
    struct date next = book_window(a->book, f->org, f->year).first;
    struct ratio low = ratio_int(0);
    struct ratio high = ratio_int(0);
    struct place last = no_place;
    for (int32_t i = run.first; i < run.first + run.count; i++) {
        struct figure part = figures_get(&a->book->figures, i);
        if (date_cmp(part.period.first, next) == 0 && date_cmp(part.date, f->date) <= 0) {
            low = ratio_add(low, part.low);
            high = ratio_add(high, part.high);
            next = date_next(part.date);
            last = part.place;
        }
    }
    bool covered = last.file != NONE && date_cmp(next, date_next(f->date)) == 0;
    if (covered && (ratio_cmp(low, f->high) > 0 || ratio_cmp(high, f->low) < 0)) {
        FIND(a->findings, MSG_INCREMENTS_DIFFER, f->place, plain(low, summed),
             plain(f->low, stated), day(f->date, date))
            ->related = last;
    }
}

/* The figure of exactly this day, or unknown. */
static struct reading on_day(const struct audit *a, int32_t indicator, const struct figure *f) {
    struct window window = book_window(a->book, f->org, f->year);
    struct reading r = ledger_read_own(&a->ledger, f->org, indicator, f->year, window, f->date);
    r.known = r.known && date_cmp(r.date, f->date) == 0;
    return r;
}

/* Parts against the whole figure: their sum where they add up, each one where they do not. */
static void check_parts_of(const struct audit *a, const struct figure *f, const int32_t *parts) {
    char summed[RATIO_TEXT];
    char whole[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    struct ratio sum = ratio_int(0);
    struct place place = f->place;
    for (ptrdiff_t i = 0; i < arrlen(parts); i++) {
        struct reading r = on_day(a, parts[i], f);
        if (!r.known) {
            continue;
        }
        bool larger = !ratio_valid(sum) || ratio_cmp(r.low, sum) > 0;
        sum = indicator_adds_up(what) ? ratio_add(sum, r.low) : larger ? r.low : sum;
        if (r.figure != NONE && (indicator_adds_up(what) || larger)) {
            place = figures_get(&a->book->figures, r.figure).place;
        }
    }
    if (ratio_cmp(sum, f->high) > 0) {
        FIND(a->findings, MSG_PARTS_ABOVE, place, plain(sum, summed), plain(f->high, whole),
             what->name)
            ->related = f->place;
    }
}

/* The part's target that belongs to the whole's: assigned by the same, or the only one beside the
 * only one; false where there is none. */
static bool target_of_part(const struct audit *a, const struct target *whole, int32_t part,
                           struct target *out) {
    struct run (*look_up)(const struct ledger *, int32_t, int32_t, int) =
        whole->each_member ? ledger_each_member : ledger_targets;
    struct run wholes = look_up(&a->ledger, whole->org, whole->indicator, whole->year);
    struct run run = look_up(&a->ledger, whole->org, part, whole->year);
    for (int i = 0; i < run.count; i++) {
        struct target t = targets_get(&a->book->targets, run.first[i]);
        bool same = t.by == whole->by ||
                    (t.by != NULL && whole->by != NULL && strcmp(t.by, whole->by) == 0);
        bool whole_year = !date_known(t.during.first) && !target_has(t.bounds.kind, HAS_GROW);
        if (whole_year && (same || (run.count == 1 && wholes.count == 1))) {
            *out = t;
            return true;
        }
    }
    return false;
}

/* Targets of parts against the whole target, where both speak of the whole year. */
static void check_target_parts(const struct audit *a, const struct target *t,
                               const int32_t *parts) {
    char summed[RATIO_TEXT];
    char whole[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[t->indicator];
    struct ratio goal = bounds_deciding(&t->bounds, what->better);
    if (target_has(t->bounds.kind, HAS_GROW) || date_known(t->during.first) || !ratio_valid(goal)) {
        return;
    }
    struct ratio sum = ratio_int(0);
    struct place place = t->place;
    for (ptrdiff_t i = 0; i < arrlen(parts); i++) {
        struct target part;
        if (!target_of_part(a, t, parts[i], &part)) {
            continue;
        }
        struct ratio one = bounds_deciding(&part.bounds, what->better);
        bool larger = ratio_valid(one) && ratio_cmp(one, sum) > 0;
        sum = indicator_adds_up(what) && ratio_valid(one) ? ratio_add(sum, one)
              : larger                                    ? one
                                                          : sum;
        if (indicator_adds_up(what) || larger) {
            place = part.place;
        }
    }
    if (ratio_cmp(sum, goal) > 0) {
        FIND(a->findings, MSG_PARTS_ABOVE, place, plain(sum, summed), plain(goal, whole),
             what->name)
            ->related = t->place;
    }
}

/* A group's own figure against its members', when all of them have one. */
static void check_members(const struct audit *a, const struct figure *f) {
    char summed[RATIO_TEXT];
    char stated[RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (arrlen(a->book->orgs[f->org].members) == 0 || indicator_rollup(what) != ROLLUP_SUM ||
        f->kind != FIGURE_LEVEL) {
        return;
    }
    struct window window = book_window(a->book, f->org, f->year);
    struct reading r = rollup_read(&a->ledger, f->org, f->indicator, f->year, window, f->date);
    reading_clear(&r);
    bool comparable = r.known && !r.partial && date_cmp(r.date, f->date) == 0;
    if (comparable && (ratio_cmp(r.low, f->high) > 0 || ratio_cmp(r.high, f->low) < 0)) {
        FIND(a->findings, MSG_MEMBERS_DIFFER, f->place, plain(r.low, summed),
             plain(f->low, stated));
    }
}

/* Whether a part can be held against its whole: amounts of one kind and unit, or shares. A part's
 * average or growth may well lie above that of the whole. */
static bool like(const struct indicator *whole, const struct indicator *part) {
    struct ratio factor;
    return part->kind == whole->kind &&
           (indicator_adds_up(whole) || indicator_traits(whole->kind)->of_whole) &&
           unit_factor(&part->unit, &whole->unit, &factor) && ratio_cmp(factor, ratio_int(1)) == 0;
}

/* For every indicator the list of its parts. */
static int32_t **parts_of_all(const struct book *book) {
    int32_t **parts = mem_alloc((arrlenu(book->indicators) + 1) * sizeof *parts);
    for (int32_t i = 0; i < arrlen(book->indicators); i++) {
        int32_t whole = book->indicators[i].part_of;
        if (whole != NONE && like(&book->indicators[whole], &book->indicators[i])) {
            arrput(parts[whole], i);
        }
    }
    return parts;
}

/* One flow of a balance, with its sign; false when it is not known on the day. */
static bool add_flow(const struct audit *a, const struct figure *f, int32_t flow, bool minus,
                     struct ratio *sum) {
    if (flow == NONE) {
        return true;
    }
    struct reading r = on_day(a, flow, f);
    if (!r.known || ratio_cmp(r.low, r.high) != 0) {
        return false;
    }
    *sum = minus ? ratio_sub(*sum, r.low) : ratio_add(*sum, r.low);
    return true;
}

/* A stock is last year's plus what was added, less what was lost, where all are known. */
static void check_balance(const struct audit *a, const struct figure *f) {
    char stated[RATIO_TEXT];
    char due[RATIO_TEXT];
    char opening[RATIO_TEXT];
    char how[3 * RATIO_TEXT];
    const struct indicator *what = &a->book->indicators[f->indicator];
    if (f->kind != FIGURE_LEVEL || (what->balance_plus == NONE && what->balance_minus == NONE)) {
        return;
    }
    struct past past = history_baseline(&a->ledger, f->org, f->indicator, f->year, f->date);
    struct ratio sum = past.reading.low;
    if (!past.reading.known || ratio_cmp(past.reading.low, past.reading.high) != 0 ||
        !add_flow(a, f, what->balance_plus, false, &sum)) {
        return;
    }
    struct ratio added = ratio_sub(sum, past.reading.low);
    if (!add_flow(a, f, what->balance_minus, true, &sum) || !ratio_valid(sum) ||
        (ratio_cmp(sum, f->low) >= 0 && ratio_cmp(sum, f->high) <= 0)) {
        return;
    }
    struct ratio lost = ratio_sub(ratio_add(past.reading.low, added), sum);
    snprintf(how, sizeof how, "%s + %s - %s", plain(past.reading.low, opening),
             plain(added, stated), plain(lost, due));
    FIND(a->findings, MSG_STOCK_BALANCE, f->place, plain(f->low, stated), plain(sum, due), how);
}

static void check_figure(struct audit *a, int32_t index) {
    struct figure other;
    struct figure *f = &a->in_hand[index % 2];
    figures_read(&a->book->figures, index, f);
    enter_series(a, f);
    const struct figure *before = previous(a, f, &other);
    check_share(a, f);
    check_falling(a, f, before);
    check_history(a, f, before);
    check_target_scale(a, f);
    check_increments(a, f);
    check_members(a, f);
    check_balance(a, f);
    if (arrlen(a->parts[f->indicator]) > 0 && f->kind == FIGURE_LEVEL) {
        check_parts_of(a, f, a->parts[f->indicator]);
    }
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
    const int32_t *begins = pieces->audit->ledger.figures_of;
    int32_t orgs = (int32_t)arrlen(pieces->audit->book->orgs);
    arrput(pieces->orgs, 0);
    for (int32_t org = 1; org <= orgs; org++) {
        if (org == orgs || begins[org] - begins[arrlast(pieces->orgs)] >= PIECE) {
            arrput(pieces->orgs, org);
        }
    }
}

static void check_piece(void *context, int worker, size_t piece, void *result) {
    const struct audit_pieces *pieces = context;
    struct audit a = *pieces->audit;
    const int32_t *begins = a.ledger.figures_of;
    size_t figures = pieces_of_figures(pieces);
    (void)worker;
    a.findings = result;
    if (piece < figures) {
        for (int32_t i = begins[pieces->orgs[piece]]; i < begins[pieces->orgs[piece + 1]]; i++) {
            check_figure(&a, i);
        }
        arrfree(a.scales);
        return;
    }
    const struct targets *targets = &a.book->targets;
    size_t end = (piece - figures + 1) * PIECE;
    end = end < targets_count(targets) ? end : targets_count(targets);
    for (size_t i = (piece - figures) * PIECE; i < end; i++) {
        const int32_t *parts = a.parts[targets->packed[i].indicator];
        if (arrlen(parts) > 0) {
            struct target t = targets_get(targets, (int32_t)i);
            check_target_parts(&a, &t, parts);
        }
    }
}

static void check_pieces(const struct audit *a, int jobs, struct findings *findings) {
    struct audit_pieces pieces = {.audit = a};
    cut_figures(&pieces);
    struct jobs_work work = {
        .count = pieces_of_figures(&pieces) + pieces_of_targets(&pieces),
        .result_size = sizeof(struct findings),
        .ahead = PIECES_AHEAD,
        .make = check_piece,
        .context = &pieces,
    };
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct findings found;
        jobs_take(queue, &found);
        findings_move(findings, &found);
    }
    jobs_end(queue);
    arrfree(pieces.orgs);
}

void audit_book(const struct book *book, int jobs, struct findings *findings) {
    struct audit a = {.book = book, .parts = parts_of_all(book)};
    ledger_init(&a.ledger, book);
    check_pieces(&a, jobs, findings);
    for (ptrdiff_t i = 0; i < arrlen(book->indicators); i++) {
        arrfree(a.parts[i]);
    }
    mem_free(a.parts);
    ledger_clear(&a.ledger);
}
