/* SPDX-License-Identifier: MIT */
#include "placeholder.h"

#include <stdio.h>
#include <string.h>

#include "label.h"
#include "mem.h"
#include "note.h"
#include "prose.h"
#include "prose_words.h"
#include "seal.h"
#include "sentence.h"
#include "table.h"

const char *const placeholder_markers[] = {"#chi_tieu", "#goals", NULL};

/* ---- fields of a row ---- */

static void put_cell(struct buffer *out, const struct spoken *spoken, enum column_id column) {
    struct cell cell;
    table_cell(spoken->card, spoken->row, column, spoken->lang, &cell);
    const char *text = cell.full_text != NULL ? cell.full_text : cell.text;
    if (cell.kind == CELL_EMPTY) {
        const char *why = undefined_label(cell.why, spoken->lang);
        text = why[0] != '\0' ? why : "–";
    }
    buffer_text(out, text);
}

static void put_note(struct buffer *out, const struct spoken *spoken) {
    row_note_put(out, spoken->card, &spoken->card->rows[spoken->row], spoken->lang);
}

static void put_verdict(struct buffer *out, const struct spoken *spoken) {
    buffer_text(out, row_status_label(&spoken->card->rows[spoken->row], spoken->lang));
}

static void put_unit(struct buffer *out, const struct spoken *spoken) {
    buffer_text(out, spoken_unit(spoken));
}

static const struct row_field {
    const char *names[LANG_COUNT];
    void (*put)(struct buffer *out, const struct spoken *spoken); /* or NULL: the cell of */
    enum column_id column;
} fields[] = {
    {{"cau", "sentence"}, sentence_put, COLUMN_COUNT},
    {{"ten", "name"}, NULL, COLUMN_NAME},
    {{"thuc_hien", "actual"}, NULL, COLUMN_ACTUAL},
    {{"ke_hoach", "target"}, NULL, COLUMN_TARGET},
    {{"phan_tram", "percent"}, NULL, COLUMN_ATTAINMENT},
    {{"cung_ky", "last_year"}, NULL, COLUMN_LAST_YEAR_SAME},
    {{"uoc", "estimate"}, NULL, COLUMN_ESTIMATE},
    {{"danh_gia", "verdict"}, put_verdict, COLUMN_COUNT},
    {{"con_lai", "left"}, NULL, COLUMN_LEFT},
    {{"ghi_chu", "note"}, put_note, COLUMN_COUNT},
    {{"don_vi_tinh", "unit"}, put_unit, COLUMN_COUNT},
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const struct row_field *field_of(const char *name) {
    for (int i = 0; i < FIELDS; i++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            if (strcmp(fields[i].names[lang], name) == 0) {
                return &fields[i];
            }
        }
    }
    return NULL;
}

static void put_field(struct buffer *out, const struct placeholders *p,
                      const struct row_field *field, int row) {
    struct spoken spoken = {p->card, row, p->lang, {0, 0, 0}};
    if (field->put != NULL) {
        field->put(out, &spoken);
    } else {
        put_cell(out, &spoken, field->column);
    }
}

/* ---- words of the whole ---- */

static struct date day_of(const struct placeholders *p) {
    struct date day = {0};
    for (int i = p->rows.first; i < p->rows.end; i++) {
        const struct row *row = &p->card->rows[i];
        day = row->has_actual && date_cmp(row->date, day) > 0 ? row->date : day;
    }
    return day;
}

static const struct row *first_row(const struct placeholders *p) {
    return &p->card->rows[p->rows.first];
}

/* "6 tháng đầu năm 2024", "năm 2024" when it is over, else "đến ngày 10/07/2024". */
static void put_period(struct buffer *out, const struct placeholders *p) {
    const struct row *row = first_row(p);
    struct window year = book_window(p->card->book, row->org, row->year);
    struct date day = day_of(p);
    char number[16];
    char months[16];
    char date[DATE_TEXT];
    struct ratio gone = window_months_gone(year, date_known(day) ? day : year.last);
    snprintf(number, sizeof number, "%d", row->year);
    snprintf(months, sizeof months, "%d", gone.den == 1 ? (int)gone.num : 0);
    if (!date_known(day) || date_cmp(day, year.last) >= 0) {
        CLAUSE(out, SAY_PERIOD_YEAR, p->lang, number);
    } else if (gone.den == 1 && gone.num == 6) {
        CLAUSE(out, SAY_PERIOD_HALF, p->lang, number);
    } else if (gone.den == 1 && gone.num > 0) {
        CLAUSE(out, SAY_PERIOD_MONTHS, p->lang, months, number);
    } else {
        CLAUSE(out, SAY_PERIOD_DAY, p->lang, print_date(day, p->lang, date));
    }
}

static void put_year(struct buffer *out, const struct placeholders *p) {
    buffer_format(out, "%d", first_row(p)->year);
}

static void put_day(struct buffer *out, const struct placeholders *p) {
    char date[DATE_TEXT];
    buffer_text(out, print_date(day_of(p), p->lang, date));
}

static void put_headline(struct buffer *out, const struct placeholders *p) {
    prose_headline(out, p->card, p->rows, p->lang);
}

static void put_seal(struct buffer *out, const struct placeholders *p) {
    char seal[SEAL_TEXT];
    seal_of(p->card, scorecard_rows_of(p->card, NONE), seal);
    buffer_text(out, seal);
}

static const struct whole_word {
    const char *names[LANG_COUNT];
    void (*put)(struct buffer *out, const struct placeholders *p);
} wholes[] = {
    {{"ky", "period"}, put_period},
    {{"nam", "year"}, put_year},
    {{"ngay_so_lieu", "figures_of"}, put_day},
    {{"tong_ket", "headline"}, put_headline},
    {{"seal", "seal"}, put_seal},
};
enum { WHOLES = sizeof wholes / sizeof *wholes };

/* ---- which row ---- */

/* The row of an indicator that stands for its goal, else its first; or NONE. */
static int row_of(const struct placeholders *p, int32_t org, int32_t indicator) {
    struct row_span rows = org == first_row(p)->org ? p->rows : scorecard_rows_of(p->card, org);
    int found = NONE;
    for (int i = rows.first; i < rows.end; i++) {
        const struct row *row = &p->card->rows[i];
        if (row->indicator == indicator && (found == NONE || row->goal)) {
            found = i;
            if (row->goal) {
                break;
            }
        }
    }
    return found;
}

static bool has_rows(const struct placeholders *p, int32_t org) {
    for (ptrdiff_t i = 0; i < arrlen(p->card->rows); i++) {
        if (p->card->rows[i].org == org) {
            return true;
        }
    }
    return false;
}

/* "bac-ninh/htx_new.cau" */
static bool put_named(const struct placeholders *p, char *word, struct buffer *out) {
    char *dot = strrchr(word, '.');
    char *slash = strchr(word, '/');
    const struct row_field *field = dot != NULL ? field_of(dot + 1) : NULL;
    int32_t org = first_row(p)->org;
    if (field == NULL) {
        return false;
    }
    *dot = '\0';
    if (slash != NULL) {
        *slash = '\0';
        org = book_org(p->card->book, word);
    }
    int32_t indicator = book_indicator(p->card->book, slash != NULL ? slash + 1 : word);
    int row =
        indicator == NONE || org == NONE || !has_rows(p, org) ? NONE : row_of(p, org, indicator);
    if (row != NONE) {
        put_field(out, p, field, row);
    }
    return row != NONE;
}

bool placeholder_put(const struct placeholders *p, const char *word, int goal, struct buffer *out) {
    const struct row_field *field = goal >= 0 ? field_of(word) : NULL;
    if (field != NULL) {
        put_field(out, p, field, p->goals[goal]);
        return true;
    }
    for (int i = 0; i < WHOLES; i++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            if (strcmp(wholes[i].names[lang], word) == 0) {
                wholes[i].put(out, p);
                return true;
            }
        }
    }
    struct pool pool = {0};
    struct buffer copy = {0};
    buffer_text(&copy, word);
    buffer_put(&copy, "", 1);
    bool known = put_named(p, copy.text, out);
    buffer_clear(&copy);
    pool_clear(&pool);
    return known;
}

/* Of the indicators that there are, for the word before the dot. */
static const char *nearest_indicator(const struct placeholders *p, const char *word,
                                     const char *dot) {
    const char *slash = strchr(word, '/');
    const char *name = slash != NULL && slash < dot ? slash + 1 : word;
    const char **names = NULL;
    char id[64];
    snprintf(id, sizeof id, "%.*s", (int)(dot - name), name);
    for (ptrdiff_t i = 0; i < arrlen(p->card->book->indicators); i++) {
        arrput(names, p->card->book->indicators[i].id);
    }
    int at =
        book_indicator(p->card->book, id) == NONE ? text_nearest(id, names, arrlenu(names)) : -1;
    const char *found = names != NULL && at >= 0 ? names[at] : NULL;
    arrfree(names);
    return found;
}

const char *placeholder_nearest(const struct placeholders *p, const char *word) {
    const char **names = NULL;
    const char *dot = strrchr(word, '.');
    for (int i = 0; i < FIELDS; i++) {
        arrput(names, fields[i].names[p->lang]);
    }
    for (int i = 0; i < WHOLES && dot == NULL; i++) {
        arrput(names, wholes[i].names[p->lang]);
    }
    int at = text_nearest(dot != NULL ? dot + 1 : word, names, arrlenu(names));
    const char *found = at >= 0 ? names[at] : NULL;
    arrfree(names);
    bool field = dot != NULL && field_of(dot + 1) != NULL;
    return field ? nearest_indicator(p, word, dot) : found;
}

void placeholders_begin(struct placeholders *p, const struct scorecard *card, enum language lang) {
    const struct row *first = &card->rows[0];
    *p = (struct placeholders){.card = card, .lang = lang};
    for (; p->rows.end < (int)arrlen(card->rows); p->rows.end++) {
        const struct row *row = &card->rows[p->rows.end];
        if (row->org != first->org || row->year != first->year) {
            break;
        }
        if (row->has_target) {
            arrput(p->goals, p->rows.end);
        }
    }
}

void placeholders_end(struct placeholders *p) {
    arrfree(p->goals);
}
