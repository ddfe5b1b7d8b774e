/* SPDX-License-Identifier: MIT */
#include "note.h"

#include <stdio.h>

#include "figure_text.h"
#include "label.h"
#include "mem.h"
#include "phrase.h"

static void separate(struct buffer *out, size_t start) {
    if (arrlenu(out->text) > start) {
        buffer_text(out, "; ");
    }
}

/* Members that a note names: the country once had as many provinces; who has more is told how many
 * more (JSON names all, `why` with --all too). */
enum { NAMED_MOST = 63 };

static size_t named_of(size_t n) {
    return n < NAMED_MOST ? n : NAMED_MOST;
}

/* ", 32.937 đơn vị khác" behind the names, when not all of them stand there. */
static void put_others(struct buffer *names, size_t n, enum language lang) {
    if (n > NAMED_MOST) {
        char plain[32];
        char count[PRINTED_TEXT];
        snprintf(plain, sizeof plain, "%zu", n - NAMED_MOST);
        buffer_text(names, ", ");
        PHRASE(names, PHRASE_MORE_MEMBERS, lang, print_number(plain, lang, count));
    }
}

static void put_revision(struct buffer *out, size_t start, const struct scorecard *card,
                         const struct row *row, enum language lang) {
    if (!row->has_target || row->revision == NONE) {
        return;
    }
    char date[DATE_TEXT];
    char original[CELL_TEXT_SIZE];
    char percent[PRINTED_TEXT];
    struct target target = targets_get(&card->book->targets, row->target);
    print_date(target.revised[row->revision].date, lang, date);
    target_print(card, row, true, lang, original);
    separate(out, start);
    PHRASE(out, PHRASE_REVISED, lang, date, original);
    if (row->is[M_ATTAINMENT_ORIGINAL].why == DEFINED) {
        struct ratio whole = ratio_int(1);
        percent_print(row->is[M_ATTAINMENT_ORIGINAL].value, &whole, 1, lang, percent);
        separate(out, start);
        PHRASE(out, PHRASE_ORIGINAL, lang, percent);
    }
}

/* "chưa báo cáo: Sơn La, Điện Biên, 3 đơn vị chưa nêu tên" */
static void put_missing(struct buffer *out, const struct scorecard *card, const struct row *row,
                        enum language lang) {
    struct buffer names = {0};
    int named = (int)arrlen(row->absent.missing);
    int late = (int)arrlen(row->absent.late);
    int unnamed = row->members_total - row->members_reporting - named - late;
    for (size_t i = 0; i < named_of((size_t)named); i++) {
        buffer_text(&names, i > 0 ? ", " : "");
        buffer_text(&names, org_name(&card->book->orgs[row->absent.missing[i]], lang));
    }
    put_others(&names, (size_t)named, lang);
    if (unnamed > 0) {
        char count[16];
        snprintf(count, sizeof count, "%d", unnamed);
        buffer_text(&names, named > 0 ? ", " : "");
        PHRASE(&names, PHRASE_UNNAMED, lang, count);
    }
    if (arrlen(names.text) > 0) {
        buffer_put(&names, "", 1);
        buffer_text(out, "; ");
        PHRASE(out, PHRASE_MISSING, lang, names.text);
    }
    buffer_clear(&names);
}

/* Names joined by commas behind their phrase, when there are any. */
static void put_names(struct buffer *out, enum phrase head, struct buffer *names,
                      enum language lang) {
    if (arrlen(names->text) > 0) {
        buffer_put(names, "", 1);
        buffer_text(out, "; ");
        PHRASE(out, head, lang, names->text);
    }
    buffer_clear(names);
}

/* "số cũ, chưa tính: Lào Cai (31/03/2024)" */
static void put_late(struct buffer *out, const struct scorecard *card, const struct row *row,
                     enum language lang) {
    struct buffer names = {0};
    size_t n = arrlenu(row->absent.late);
    for (size_t i = 0; i < named_of(n); i++) {
        const struct late_member *late = &row->absent.late[i];
        char date[DATE_TEXT];
        buffer_text(&names, i > 0 ? ", " : "");
        PHRASE(&names, PHRASE_LATE_ONE, lang, org_name(&card->book->orgs[late->org], lang),
               print_date(late->date, lang, date));
    }
    put_others(&names, n, lang);
    put_names(out, PHRASE_LATE, &names, lang);
}

static void put_joined(struct buffer *out, const struct scorecard *card, const struct row *row,
                       enum language lang) {
    struct buffer names = {0};
    size_t n = arrlenu(row->absent.joined);
    for (size_t i = 0; i < named_of(n); i++) {
        const struct joined_member *joined = &row->absent.joined[i];
        const char *who = org_name(&card->book->orgs[joined->org], lang);
        buffer_text(&names, i > 0 ? ", " : "");
        if (joined->into == NONE) {
            buffer_text(&names, who);
        } else {
            PHRASE(&names, PHRASE_JOINED_ONE, lang, who,
                   org_name(&card->book->orgs[joined->into], lang));
        }
    }
    put_others(&names, n, lang);
    put_names(out, PHRASE_JOINED, &names, lang);
}

/* Last year is compared over the members that both figures are of. */
static void put_alike(struct buffer *out, size_t start, const struct scorecard *card,
                      const struct row *row, enum language lang) {
    if (row->members_alike == 0 || row->members_alike == row->members_total ||
        row->is[M_SAME].why != DEFINED || row->is[M_ALIKE].why != DEFINED) {
        return;
    }
    char part[16];
    char whole[16];
    char actual[PRINTED_TEXT];
    snprintf(part, sizeof part, "%d", row->members_alike);
    snprintf(whole, sizeof whole, "%d", row->members_total);
    figure_print(row->is[M_ALIKE].value, &card->book->indicators[row->indicator], NULL, 0, lang,
                 actual);
    separate(out, start);
    PHRASE(out, PHRASE_ALIKE, lang, part, whole, actual);
}

static void put_span(struct buffer *out, size_t start, const struct row *row, enum language lang) {
    char from[DATE_TEXT];
    char to[DATE_TEXT];
    if (row->rolled_up && row->has_actual && date_cmp(row->date_from, row->date) < 0) {
        separate(out, start);
        PHRASE(out, PHRASE_SPAN, lang, print_date(row->date_from, lang, from),
               print_date(row->date, lang, to));
    }
}

static void put_members(struct buffer *out, size_t start, const struct scorecard *card,
                        const struct row *row, enum language lang) {
    if (!row->rolled_up) {
        return;
    }
    char part[16];
    char whole[16];
    snprintf(whole, sizeof whole, "%d", row->members_total);
    if (row->members_met >= 0) {
        snprintf(part, sizeof part, "%d", row->members_met);
        separate(out, start);
        PHRASE(out, PHRASE_MEMBERS_MET, lang, part, whole);
    }
    if (row->partial != PARTIAL_NOT) {
        separate(out, start);
        buffer_text(out, phrase(PHRASE_PARTIAL, lang));
    }
    snprintf(part, sizeof part, "%d", row->members_reporting);
    separate(out, start);
    PHRASE(out, PHRASE_MEMBERS, lang, part, whole);
    put_missing(out, card, row, lang);
    put_late(out, card, row, lang);
    put_joined(out, card, row, lang);
    put_span(out, start, row, lang);
    put_alike(out, start, card, row, lang);
}

void row_members_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                     enum language lang) {
    put_members(out, arrlenu(out->text), card, row, lang);
}

static void put_group_total(struct buffer *out, size_t start, const struct row *row,
                            enum language lang) {
    bool has_bound =
        row_has_bounds(row) && ratio_valid(row_decides(row)) && row->each_group && row->has_actual;
    if (has_bound) {
        char total[PRINTED_TEXT];
        char plain[RATIO_TEXT];
        print_number(ratio_plain(row_decides(row), true, NULL, 0, plain), lang, total);
        separate(out, start);
        PHRASE(out, PHRASE_GROUP_TOTAL, lang, total);
    }
}

static void put_override(struct buffer *out, size_t start, const struct scorecard *card,
                         const struct row *row, enum language lang) {
    if (row->override != NONE) {
        const char *why = card->book->overrides[row->override].why;
        separate(out, start);
        PHRASE(out, PHRASE_OVERRIDE, lang, why != NULL ? why : "",
               status_label(row->computed_status, lang));
    }
}

void row_marks_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                   enum language lang) {
    size_t start = arrlenu(out->text);
    put_members(out, start, card, row, lang);
    put_group_total(out, start, row, lang);
    if (row->has_actual && row->stale) {
        char date[DATE_TEXT];
        separate(out, start);
        PHRASE(out, PHRASE_STALE, lang, print_date(row->date, lang, date));
    }
    if (row->uncertain) {
        separate(out, start);
        buffer_text(out, phrase(PHRASE_UNCERTAIN, lang));
    }
    put_override(out, start, card, row, lang);
    put_revision(out, start, card, row, lang);
    if (row->last_year_merged) {
        separate(out, start);
        buffer_text(out, phrase(PHRASE_MERGED, lang));
    }
}

void row_note_put(struct buffer *out, const struct scorecard *card, const struct row *row,
                  enum language lang) {
    const char *note =
        row->figure == NONE ? NULL : figures_get(&card->book->figures, row->figure).note;
    if (note != NULL && note[0] != '\0') {
        separate(out, 0);
        buffer_text(out, book_said(card->book, note, lang));
    }
}
