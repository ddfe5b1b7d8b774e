/* SPDX-License-Identifier: MIT */
#include "sentence.h"

#include <stdio.h>
#include <string.h>

#include "label.h"
#include "mem.h"
#include "note.h"
#include "phrase.h"
#include "prose_words.h"
#include "table.h"

static const struct row *row_of(const struct spoken *s) {
    return &s->card->rows[s->row];
}

static const struct indicator *indicator_of(const struct spoken *s) {
    return &s->card->book->indicators[row_of(s)->indicator];
}

static bool is_share(const struct spoken *s) {
    return unit_is_percent(&indicator_of(s)->unit);
}

void clause_apart(struct buffer *out, size_t start) {
    buffer_text(out, arrlenu(out->text) > start ? ", " : "");
}

const char *spoken_unit(const struct spoken *s) {
    return book_said(s->card->book, indicator_of(s)->unit.text, s->lang);
}

/* ---- figures ---- */

/* "62,5%", "15 HTX" */
static void put_unit(struct buffer *out, const struct spoken *s) {
    if (indicator_is_yes_no(indicator_of(s))) {
        return;
    }
    buffer_text(out, is_share(s) ? "" : " ");
    buffer_text(out, spoken_unit(s));
}

/* "3,8 – 5,5" is said "từ 3,8 đến 5,5". */
static void put_range(struct buffer *out, const char *text, enum language lang) {
    static const char dash[] = " – ";
    const char *middle = strstr(text, dash);
    if (middle == NULL) {
        buffer_text(out, text);
        return;
    }
    char low[CELL_TEXT_SIZE];
    snprintf(low, sizeof low, "%.*s", (int)(middle - text), text);
    CLAUSE(out, SAY_FROM_TO, lang, low, middle + sizeof dash - 1);
}

static bool counts_something(enum column_id column) {
    enum figure_look look = table_column(column)->look;
    return look == LOOK_FIGURE || look == LOOK_DERIVED || look == LOOK_DIFFERENCE ||
           column == COLUMN_ACTUAL;
}

void spoken_cell(struct buffer *out, const struct spoken *s, enum column_id column) {
    struct cell cell;
    table_cell(s->card, s->row, column, s->lang, &cell);
    if (cell.kind == CELL_EMPTY) {
        return;
    }
    put_range(out, cell.full_text != NULL ? cell.full_text : cell.text, s->lang);
    bool points = table_column(column)->look == LOOK_DIFFERENCE && is_share(s);
    if (counts_something(column) && !points) {
        put_unit(out, s);
    }
}

/* The cell as a text that ends, for filling a clause; the caller clears it. */
static struct buffer cell_of(const struct spoken *s, enum column_id column) {
    struct buffer text = {0};
    spoken_cell(&text, s, column);
    buffer_put(&text, "", 1);
    return text;
}

static bool has(const struct spoken *s, enum measure measure) {
    return row_of(s)->is[measure].why == DEFINED;
}

void spoken_name(struct buffer *out, const struct spoken *s) {
    buffer_text(out, indicator_name(indicator_of(s), s->lang));
}

/* One number of a target with its unit. */
static void put_bound(struct buffer *out, const struct spoken *s, struct ratio value) {
    const struct row *row = row_of(s);
    struct ratio edges[] = {row->low, row->high};
    char text[PRINTED_TEXT];
    figure_print(value, indicator_of(s), edges, row->has_actual ? 2 : 0, s->lang, text);
    buffer_text(out, text);
}

static void put_growth(struct buffer *out, const struct spoken *s) {
    char plain[RATIO_TEXT];
    char text[PRINTED_TEXT];
    struct ratio grow = row_of(s)->bounds.grow;
    enum phrase way = ratio_sign(grow) < 0 ? PHRASE_DOWN : PHRASE_UP;
    ratio_plain(ratio_sign(grow) < 0 ? ratio_sub(ratio_int(0), grow) : grow, true, NULL, 0, plain);
    print_number(plain, s->lang, text);
    memcpy(text + strlen(text), "%", sizeof "%");
    PHRASE(out, way, s->lang, text);
}

static const char *ended(struct buffer *text) {
    buffer_put(text, "", 1);
    return text->text;
}

/* The words of bounds; known: growth has become a number. */
static void put_bounds(struct buffer *out, const struct spoken *s, const struct bounds *bounds,
                       bool known) {
    struct buffer low = {0};
    struct buffer high = {0};
    struct buffer grow = {0};
    bool grows = target_has(bounds->kind, HAS_GROW);
    bool two = target_has(bounds->kind, HAS_TWO);
    if (grows) {
        put_growth(&grow, s);
    }
    if (grows && !known) {
        buffer_put(out, grow.text, arrlenu(grow.text));
        buffer_clear(&grow);
        return;
    }
    if (bounds->kind != TARGET_DONE) {
        bool lower = target_has(bounds->kind, HAS_LOW) || (grows && !row_of(s)->ceiling);
        put_bound(&low, s, lower ? bounds->low : bounds->high);
    }
    if (two) {
        put_bound(&high, s, bounds->high);
    }
    put_unit(two ? &high : &low, s);
    const char *const words[4] = {ended(&low), ended(&high), ended(&grow)};
    message_fill(out, target_clause(bounds->kind, s->lang), words, s->lang);
    buffer_clear(&low);
    buffer_clear(&high);
    buffer_clear(&grow);
}

void spoken_target(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    if (!row->has_target) {
        return;
    }
    if (!row->each_group) {
        put_bounds(out, s, &row->bounds, row_bounds_known(row));
        return;
    }
    /* a group's row has the bounds of all members together: those of each are said */
    struct target target = targets_get(&s->card->book->targets, row->target);
    put_bounds(out, s,
               row->revision != NONE ? &target.revised[row->revision].bounds : &target.bounds,
               false);
}

void spoken_verdict(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    if (row->has_target) {
        bool past = row->status == STATUS_BEHIND && row->past;
        bool moved = row->status == STATUS_BEHIND && row->pace == PACE_NONE && !row->ceiling;
        buffer_text(out, moved ? status_word(row->status, s->lang)
                               : verdict_clause(row->status, row->ceiling && !row->each_group, past,
                                                s->lang));
    }
}

/* ---- what was done ---- */

/* The part of the year that the target covers, or NULL. */
static const char *part_of_year(const struct spoken *s) {
    const struct row *row = row_of(s);
    const char *during =
        row->has_target ? targets_get(&s->card->book->targets, row->target).during_text : NULL;
    return during != NULL ? during_label(during, s->lang) : NULL;
}

/* "HTX thành lập mới, 6 tháng cuối năm" */
static void put_name(struct buffer *out, const struct spoken *s) {
    const char *part = part_of_year(s);
    spoken_name(out, s);
    if (part != NULL) {
        buffer_format(out, ", %s", part);
    }
}

/* "Thành lập mới" of "HTX thành lập mới" counted in HTX: the name begins with what is counted and
 * goes on with a verb; else NULL. */
static const char *action_of(const struct spoken *s) {
    const char *name = indicator_name(indicator_of(s), s->lang);
    const char *unit = spoken_unit(s);
    size_t n = strlen(unit);
    if (strncmp(name, unit, n) != 0 || name[n] != ' ' || part_of_year(s) != NULL) {
        return NULL;
    }
    const char *const *verbs = verbs_of(s->lang);
    for (int i = 0; verbs[i] != NULL; i++) {
        if (strncmp(name + n + 1, verbs[i], strlen(verbs[i])) == 0) {
            return name + n + 1;
        }
    }
    return NULL;
}

static void put_done(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    const char *name = indicator_name(indicator_of(s), s->lang);
    struct buffer figure = cell_of(s, COLUMN_ACTUAL);
    if (row->rolled_up) {
        CLAUSE(out, SAY_DONE_BY, s->lang, name, figure.text);
    } else {
        CLAUSE(out, ratio_sign(row->low) > 0 ? SAY_DONE : SAY_NOT_DONE, s->lang, name);
    }
    buffer_clear(&figure);
}

static void put_without_figure(struct buffer *out, const struct spoken *s) {
    struct buffer name = {0};
    struct buffer estimate = cell_of(s, COLUMN_ESTIMATE);
    put_name(&name, s);
    if (has(s, M_ESTIMATE)) {
        CLAUSE(out, SAY_ESTIMATED, s->lang, ended(&name), estimate.text);
    } else {
        CLAUSE(out, SAY_NO_REPORT, s->lang, ended(&name));
    }
    buffer_clear(&name);
    buffer_clear(&estimate);
}

/* A figure of some of the members says so, unless its whole has said it. */
static void put_completeness(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    const struct row *whole = row->part_of != NONE ? &s->card->rows[row->part_of] : NULL;
    bool said = row->each_group || (whole != NULL && whole->rolled_up &&
                                    whole->members_reporting == row->members_reporting);
    if (row->has_actual && row->rolled_up && row->members_reporting < row->members_total && !said) {
        char k[16];
        char n[16];
        snprintf(k, sizeof k, "%d", row->members_reporting);
        snprintf(n, sizeof n, "%d", row->members_total);
        CLAUSE(out, SAY_MEMBERS, s->lang, k, n);
    }
}

static void put_subject(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    const struct indicator *what = indicator_of(s);
    if (!row->has_actual) {
        put_without_figure(out, s);
    } else if (indicator_is_yes_no(what)) {
        put_done(out, s);
    } else {
        struct buffer figure = cell_of(s, COLUMN_ACTUAL);
        struct buffer name = {0};
        const char *action = action_of(s);
        bool counted = what->kind == KIND_FLOW || what->kind == KIND_STOCK;
        put_name(&name, s);
        CLAUSE(out,
               action != NULL ? SAY_DOING
               : counted      ? SAY_COUNT
                              : SAY_LEVEL,
               s->lang, action != NULL ? action : ended(&name), figure.text);
        buffer_clear(&figure);
        buffer_clear(&name);
    }
    put_completeness(out, s);
    if (row->has_actual && date_known(s->date) && date_cmp(row->date, s->date) != 0) {
        char date[DATE_TEXT];
        CLAUSE(out, SAY_OF_DAY, s->lang, print_date(row->date, s->lang, date));
    }
}

/* ---- against the target ---- */

/* Behind a difference of percentages the table has "điểm %", a sentence the whole word. */
static void put_points_in_full(struct buffer *text, enum language lang) {
    const char *brief = phrase(PHRASE_POINTS, lang);
    size_t n = strlen(text->text);
    size_t at = strlen(brief);
    if (n > at && strcmp(text->text + n - at, brief) == 0) {
        arrsetlen(text->text, n - at);
        buffer_text(text, clause_word(SAY_POINTS, lang));
        buffer_put(text, "", 1);
    }
}

/* Above or below by so much. A range that is met says no more; a strict bound must be passed. */
static void put_gap(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    const struct quantity *gap = &row->is[M_GAP];
    bool fine = row->status == STATUS_MET || row->status == STATUS_EXCEEDED;
    if (gap->why != DEFINED || (fine && target_has(row->bounds.kind, HAS_TWO))) {
        return;
    }
    struct buffer text = cell_of(s, COLUMN_GAP);
    put_points_in_full(&text, s->lang);
    int sign = ratio_sign(gap->value);
    bool strict = sign == 0 && target_is_strict(row->bounds.kind);
    clause_apart(out, start);
    CLAUSE(out,
           strict     ? SAY_JUST_AT
           : sign > 0 ? SAY_ABOVE_TARGET
           : sign < 0 ? SAY_BELOW_TARGET
                      : SAY_AT_TARGET,
           s->lang, text.text + strspn(text.text, "+-"));
    buffer_clear(&text);
}

static const char *assigner_of(const struct spoken *s) {
    const struct row *row = row_of(s);
    struct target target = targets_get(&s->card->book->targets, row->target);
    if (row->assigner != NONE) {
        return org_name(&s->card->book->orgs[row->assigner], s->lang);
    }
    return target.by;
}

/* Groups whose members each have the target. */
static void put_each(struct buffer *out, const struct spoken *s, const char *target) {
    const struct row *row = row_of(s);
    char met[32];
    char reporting[32];
    snprintf(met, sizeof met, "%d/%d", row->members_met, row->members_total);
    snprintf(reporting, sizeof reporting, "%d/%d", row->members_reporting, row->members_total);
    bool silent = row->members_reporting < row->members_total;
    CLAUSE(out, silent ? SAY_EACH_HALF : SAY_EACH, s->lang, met, target, reporting);
}

/* Percentages are said of floors that count something: ranges, ceilings and shares have a verdict
 * and a difference. */
static bool says_percent(const struct spoken *s) {
    const struct row *row = row_of(s);
    return has(s, M_ATTAINMENT) && !is_share(s) && !target_has(row->bounds.kind, HAS_TWO) &&
           row->bounds.kind != TARGET_EXACTLY;
}

static void put_percent(struct buffer *out, const struct spoken *s, const char *target) {
    const struct row *row = row_of(s);
    struct buffer percent = cell_of(s, COLUMN_ATTAINMENT);
    const char *by = assigner_of(s);
    const char *number = percent.text;
    enum clause_word word = by != NULL ? SAY_ATTAINED_BY : SAY_ATTAINED;
    if (row->partial != PARTIAL_NOT) {
        static const char least[] = "≥ ";
        number += strncmp(number, least, sizeof least - 1) == 0 ? sizeof least - 1 : 0;
        word = SAY_ATTAINED_AT_LEAST;
    }
    CLAUSE(out, word, s->lang, number, target, by);
    buffer_clear(&percent);
}

static void put_against_target(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    struct buffer target = {0};
    if (!row->has_target || (row->bounds.kind == TARGET_DONE && !row->each_group)) {
        return; /* that it is done, or not, has been said */
    }
    spoken_target(&target, s);
    buffer_put(&target, "", 1);
    const char *by = assigner_of(s);
    clause_apart(out, start);
    if (row->each_group) {
        put_each(out, s, target.text);
    } else if (row->status == STATUS_NO_BASELINE) {
        CLAUSE(out, SAY_NO_BASE, s->lang, target.text);
    } else if (says_percent(s)) {
        put_percent(out, s, target.text);
    } else {
        CLAUSE(out, by != NULL ? SAY_TARGET_BY : SAY_TARGET, s->lang, target.text, by);
    }
    if (!says_percent(s) && row->has_actual && row->status != STATUS_NOT_DUE) {
        put_gap(out, start, s);
    }
    buffer_clear(&target);
}

static void put_verdict(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    bool said =
        row->status == STATUS_NO_BASELINE || (row->status == STATUS_NO_REPORT && !row->each_group);
    if (!row->has_target || said) {
        return;
    }
    clause_apart(out, start);
    spoken_verdict(out, s);
    if (row->uncertain) {
        clause_apart(out, start);
        CLAUSE(out, SAY_UNCERTAIN, s->lang, NULL);
    }
    if (row->override != NONE) {
        const char *why = s->card->book->overrides[row->override].why;
        clause_apart(out, start);
        CLAUSE(out, SAY_SET_BY_HAND, s->lang, why != NULL ? why : "",
               status_word(row->computed_status, s->lang));
    }
}

static void put_revision(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    if (!row->has_target || row->revision == NONE) {
        return;
    }
    struct target held = targets_get(&s->card->book->targets, row->target);
    char date[DATE_TEXT];
    struct buffer first = {0};
    put_bounds(&first, s, &held.bounds, false);
    clause_apart(out, start);
    CLAUSE(out, SAY_REVISED, s->lang, print_date(held.revised[row->revision].date, s->lang, date),
           ended(&first));
    buffer_clear(&first);
}

/* ---- against last year, and to the end of this one ---- */

static void put_points(struct buffer *out, const struct spoken *s, const char *year) {
    const struct row *row = row_of(s);
    struct ratio gap = row->is[M_VS_LAST_YEAR_GAP].value;
    struct ratio zero = ratio_int(0);
    char text[PRINTED_TEXT];
    int sign = ratio_sign(gap);
    figure_print(sign < 0 ? ratio_sub(zero, gap) : gap, indicator_of(s), &zero, 1, s->lang, text);
    CLAUSE(out,
           sign > 0   ? SAY_POINTS_UP
           : sign < 0 ? SAY_POINTS_DOWN
                      : SAY_POINTS_SAME,
           s->lang, text, year);
}

static void put_against_last_year(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    char year[16];
    snprintf(year, sizeof year, "%d", row->year - 1);
    if (is_share(s) && has(s, M_VS_LAST_YEAR_GAP)) {
        clause_apart(out, start);
        put_points(out, s, year);
    } else if (!is_share(s) && has(s, M_VS_LAST_YEAR)) {
        struct buffer percent = cell_of(s, COLUMN_VS_LAST_YEAR);
        clause_apart(out, start);
        CLAUSE(out, SAY_VS_LAST_YEAR, s->lang, percent.text, year);
        buffer_clear(&percent);
    } else {
        return;
    }
    if (row->members_alike > 0 && row->members_alike < row->members_total) {
        char k[16];
        char n[16];
        snprintf(k, sizeof k, "%d", row->members_alike);
        snprintf(n, sizeof n, "%d", row->members_total);
        CLAUSE(out, SAY_ALIKE, s->lang, k, n);
    }
}

static void put_year_end(struct buffer *out, size_t start, const struct spoken *s) {
    const struct row *row = row_of(s);
    bool over = date_cmp(row->date, row->window.last) >= 0;
    if (!row->has_actual || over) {
        return;
    }
    if (has(s, M_ESTIMATE)) {
        struct buffer estimate = cell_of(s, COLUMN_ESTIMATE);
        struct buffer percent = cell_of(s, COLUMN_ESTIMATE_ATTAINMENT);
        bool of = has(s, M_ESTIMATE_ATTAINMENT) && !is_share(s);
        clause_apart(out, start);
        CLAUSE(out, of ? SAY_ESTIMATE_OF : SAY_ESTIMATE, s->lang, estimate.text, percent.text);
        buffer_clear(&estimate);
        buffer_clear(&percent);
    } else if (has(s, M_RUN_RATE) && row->has_target) {
        struct buffer forecast = cell_of(s, COLUMN_FORECAST);
        clause_apart(out, start);
        CLAUSE(out, SAY_FORECAST, s->lang, forecast.text);
        buffer_clear(&forecast);
    }
}

/* ---- sentences ---- */

/* The first letter as a capital; Vietnamese ones are two or three bytes. */
static void capital(struct buffer *out, size_t start) {
    size_t n = arrlenu(out->text) - start;
    struct pool pool = {0};
    const char *upper = text_capital(&pool, out->text + start, n);
    size_t length = strlen(upper);
    arrsetlen(out->text, start);
    buffer_put(out, upper, length);
    pool_clear(&pool);
}

static void put_target_clauses(struct buffer *out, size_t start, const struct spoken *s) {
    put_against_target(out, start, s);
    put_verdict(out, start, s);
    put_revision(out, start, s);
}

void sentence_put(struct buffer *out, const struct spoken *s) {
    size_t start = arrlenu(out->text);
    put_subject(out, s);
    put_target_clauses(out, start, s);
    put_against_last_year(out, start, s);
    put_year_end(out, start, s);
    if (arrlenu(out->text) > start) {
        capital(out, start);
    }
}

void sentence_more(struct buffer *out, const struct spoken *s) {
    put_target_clauses(out, arrlenu(out->text), s);
}

/* The share of a part in its whole, where both are single numbers of one day. */
static void put_share(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    const struct row *whole = row->part_of != NONE ? &s->card->rows[row->part_of] : NULL;
    bool fits = whole != NULL && whole->has_actual && row->has_actual && !is_share(s) &&
                indicator_adds_up(indicator_of(s)) && date_cmp(whole->date, row->date) == 0 &&
                whole->partial == PARTIAL_NOT && row->partial == PARTIAL_NOT &&
                whole->hedge == HEDGE_NONE && row->hedge == HEDGE_NONE &&
                ratio_cmp(whole->low, whole->high) == 0 && ratio_cmp(row->low, row->high) == 0 &&
                ratio_sign(whole->low) > 0 && ratio_sign(row->low) >= 0;
    if (fits) {
        struct ratio edges[] = {ratio_int(0), ratio_int(1)};
        char percent[PRINTED_TEXT];
        percent_print(ratio_div(row->low, whole->low), edges, 2, s->lang, percent);
        CLAUSE(out, SAY_SHARE, s->lang, percent);
    }
}

void sentence_part(struct buffer *out, const struct spoken *s) {
    const struct row *row = row_of(s);
    size_t start = arrlenu(out->text);
    if (!row->has_actual || indicator_is_yes_no(indicator_of(s))) {
        put_subject(out, s);
    } else {
        struct buffer figure = cell_of(s, COLUMN_ACTUAL);
        CLAUSE(out, SAY_PART, s->lang, indicator_name(indicator_of(s), s->lang), figure.text);
        put_completeness(out, s);
        put_share(out, s);
        buffer_clear(&figure);
    }
    put_target_clauses(out, start, s);
}

void sentence_needs(struct buffer *out, const struct spoken *s) {
    size_t start = arrlenu(out->text);
    const struct row *row = row_of(s);
    if (has(s, M_LEFT) && ratio_sign(row->is[M_LEFT].value) > 0) {
        struct buffer left = cell_of(s, COLUMN_LEFT);
        CLAUSE(out, SAY_NEEDS_LEFT, s->lang, left.text);
        buffer_clear(&left);
    }
    if (has(s, M_NEEDED) && has(s, M_ACHIEVED)) {
        struct buffer needed = cell_of(s, COLUMN_NEEDED);
        struct buffer achieved = cell_of(s, COLUMN_ACHIEVED);
        clause_apart(out, start);
        CLAUSE(out, SAY_NEEDS_MONTHLY, s->lang, needed.text, achieved.text);
        buffer_clear(&needed);
        buffer_clear(&achieved);
    }
    struct buffer note = {0};
    row_note_put(&note, s->card, row, s->lang);
    if (arrlen(note.text) > 0) {
        clause_apart(out, start);
        CLAUSE(out, SAY_NOTE, s->lang, ended(&note));
    }
    buffer_clear(&note);
}
