/* SPDX-License-Identifier: MIT */
#include "workbook.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "diff_report.h"
#include "digest.h"
#include "mem.h"
#include "safe_file.h"
#include "verify.h"
#include "workbook_inside.h"

struct key_count {
    char *key; /* a key without its number, in small letters */
    int value; /* how often it was met */
};

/* MATCH ignores case, so the number behind a key counts without case as well. */
static void make_keys(struct workbook *book) {
    const struct scorecard *card = book->card;
    struct key_count *met = NULL;
    sh_new_strdup(met);
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        const char *key = workbook_text(book, "%s|%s|%d", card->book->orgs[row->org].id,
                                        card->book->indicators[row->indicator].id, row->year);
        const char *folded = workbook_small_letters(book, key);
        int number = shget(met, folded) + 1;
        shput(met, folded, number);
        arrput(book->keys, workbook_text(book, "%s|%d", key, number));
    }
    shfree(met);
}

/* The day that the workbook says it was made on: the latest day it is seen from. */
static struct date latest(const struct scorecard *card) {
    struct date date = date_of(2000, 1, 1);
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        if (date_cmp(card->rows[i].as_of, date) > 0) {
            date = card->rows[i].as_of;
        }
    }
    return date;
}

/* All goals of the headline are of one organisation, which need not be named beside each. */
static bool goals_of_one(const struct scorecard *card) {
    int32_t org = NONE;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        const struct row *row = &card->rows[i];
        bool counts = row->goal && !row->covered;
        if (counts && org != NONE && org != row->org) {
            return false;
        }
        org = counts ? row->org : org;
    }
    return true;
}

/* A table for every organisation, in the order in which the rows name them. */
static void add_tables(struct workbook *book) {
    const struct scorecard *card = book->card;
    bool *done = mem_alloc(arrlenu(card->book->orgs) + 1);
    int number = 0;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        int32_t org = card->rows[i].org;
        if (!done[org]) {
            done[org] = true;
            workbook_table(book, org, ++number);
            struct row_span span = scorecard_rows_of(card, org);
            workbook_wrote(book, (size_t)(span.end - span.first));
        }
    }
    mem_free(done);
}

/* More sheets than the tabs of a screen show: tables, and what else is there. */
static bool has_contents(const struct workbook *book) {
    enum { MOST_WITHOUT = 6, OTHERS = 5 }; /* others: overview, projector, inputs, checks, notes */
    const struct scorecard *card = book->card;
    int sheets = OTHERS;
    for (size_t i = 0; i < arrlenu(card->rows); i++) {
        sheets += i == 0 || card->rows[i - 1].org != card->rows[i].org;
    }
    return book->style->sheets == 0 && sheets > MOST_WITHOUT;
}

/* Sheets that stand before the tables and are filled after them. */
enum front {
    FRONT_OVERVIEW,
    FRONT_CONTENTS,
    FRONT_PROJECTOR,
    FRONT_TRAILS,
    FRONT_ENTRY,
    FRONT_COUNT
};

static struct sheet *add_sheet(struct workbook *book, enum front which) {
    static const struct front_sheet {
        const char *name[LANG_COUNT];
        const char *what[LANG_COUNT];
    } sheets[] = {
        [FRONT_OVERVIEW] = {{"Tổng quan", "Overview"},
                            {"Một trang treo tường: đếm, biểu đồ, chỉ tiêu cần bàn",
                             "One page for the wall: counts, charts, goals for the meeting"}},
        [FRONT_CONTENTS] = {{"Mục lục", "Contents"}, {NULL, NULL}},
        [FRONT_PROJECTOR] = {{"Trình chiếu", "Projector"},
                             {"Tám việc cần bàn, chữ to", "Eight goals for the meeting, large"}},
        [FRONT_TRAILS] = {{"Diễn biến", "Through the year"},
                          {"Chỉ tiêu có số nhiều kỳ: thực hiện, phải đạt, năm trước",
                           "Goals with several figures: actual, due, last year"}},
        [FRONT_ENTRY] = {{"Nhập số", "Enter figures"},
                         {"Chỗ duy nhất để gõ: ô vàng", "The only place to type: yellow cells"}},
    };
    static_assert(sizeof sheets / sizeof *sheets == FRONT_COUNT, "a sheet has no name");
    const struct front_sheet *sheet = &sheets[which];
    return which == FRONT_CONTENTS
               ? sheet_add(book->sheets, sheet->name[book->lang])
               : workbook_sheet_add(book, sheet->name[book->lang], sheet->what[book->lang]);
}

static void clear(struct workbook *book) {
    arrfree(book->keys);
    arrfree(book->notes);
    arrfree(book->contents);
    arrfree(book->trails);
    workbook_rules_clear(book);
    mem_free(book->spots);
    mem_free(book->shown);
    for (size_t i = 0; i < arrlenu(book->layouts); i++) {
        mem_free(book->layouts[i]);
    }
    arrfree(book->layouts);
    pool_clear(&book->pool);
    pool_clear(&book->line);
}

static bool fill(struct workbook *book, const char *path, struct write_failure *failure) {
    static const char *const title[LANG_COUNT] = {
        [LANG_VI] = "Kết quả thực hiện các chỉ tiêu",
        [LANG_EN] = "Targets and results",
    };
    static const char *const tags[LANG_COUNT] = {[LANG_VI] = "vi-VN", [LANG_EN] = "en-GB"};
    book->sheets = sheets_new(path, latest(book->card), title[book->lang]);
    sheets_language(book->sheets, tags[book->lang]);
    make_keys(book);
    book->goals_of_one = goals_of_one(book->card);
    size_t rows = arrlenu(book->card->rows);
    book->spots = mem_alloc((rows + 1) * sizeof *book->spots);
    book->shown = mem_alloc((rows + 1) * TABLE_SHOWN * sizeof *book->shown);
    workbook_rules(book);
    bool overview = !workbook_hides(book, WORKBOOK_OVERVIEW);
    struct sheet *first = overview ? add_sheet(book, FRONT_OVERVIEW) : NULL;
    struct sheet *contents = has_contents(book) ? add_sheet(book, FRONT_CONTENTS) : NULL;
    struct sheet *second = overview ? add_sheet(book, FRONT_PROJECTOR) : NULL;
    if (overview) {
        workbook_trails_find(book);
    }
    if (arrlenu(book->trails) > 0) {
        book->trails_sheet = add_sheet(book, FRONT_TRAILS);
    }
    book->home = contents != NULL ? contents : first;
    book->entry = add_sheet(book, FRONT_ENTRY);
    if (workbook_has_tables(book)) {
        add_tables(book);
    }
    if (overview) {
        workbook_overview(book, first);
        workbook_projector(book, second);
    }
    static const struct {
        enum workbook_sheet kind;
        void (*write)(struct workbook *book);
    } rest[] = {
        {WORKBOOK_SINCE, workbook_since},     {WORKBOOK_MATRIX, workbook_matrix},
        {WORKBOOK_GROUPS, workbook_groups},   {WORKBOOK_CHECKS, workbook_checks},
        {WORKBOOK_DATA, workbook_data},       /* formulas need it, so it is always there */
        {WORKBOOK_OVERVIEW, workbook_charts}, /* drawn from the data, so after it */
        {WORKBOOK_OVERVIEW, workbook_trails}, {WORKBOOK_NOTES, workbook_notes},
    };
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        if (!workbook_hides(book, rest[i].kind) || rest[i].kind == WORKBOOK_DATA) {
            rest[i].write(book);
        }
    }
    if (workbook_hides(book, WORKBOOK_ENTRY) && sheets_visible(book->sheets) > 1) {
        sheet_hide(book->entry);
    }
    if (contents != NULL) {
        workbook_contents(book, contents);
    }
    progress_tell(book->style->progress, WORK_PACKED, 0, 1);
    bool good = sheets_close(book->sheets, failure);
    progress_tell(book->style->progress, WORK_PACKED, 1, 1);
    clear(book);
    return good;
}

bool write_workbook(const char *path, const struct scorecard *card, const struct sources *sources,
                    const struct findings *findings, const struct style *style,
                    struct write_failure *failure) {
    (void)findings; /* warnings are the terminal's; errors never get here */
    struct safe_file file;
    if (!safe_file_begin(&file, path, failure)) {
        return false;
    }
    struct workbook book = {
        .card = card, .sources = sources, .style = style, .path = path, .lang = style->lang};
    book.since = style->since != NULL ? style->since->beside : NULL;
    if (!fill(&book, file.temporary, failure)) {
        safe_file_abort(&file);
        return false;
    }
    if (!digest_add(file.temporary)) {
        int error = errno;
        safe_file_abort(&file);
        return safe_file_failed(failure, WRITE_CONTENT, error, NULL);
    }
    char detail[VERIFY_DETAIL];
    if (!verify_workbook(file.temporary, style->jobs, style->progress, detail)) {
        safe_file_abort(&file);
        return safe_file_failed(failure, WRITE_VERIFY, 0, detail);
    }
    return safe_file_commit(&file, failure);
}
