/* SPDX-License-Identifier: MIT */
/* The kinds of sheets of a workbook: how they are called on the command line. */
#include <assert.h>
#include <string.h>

#include "text.h"
#include "workbook_sheets.h"

enum { NAMES = 4 };

static const struct kind {
    const char *key;               /* stable, for scripts */
    const char *title[LANG_COUNT]; /* what it holds */
    const char *also[NAMES];       /* other names, case folded, blanks between words */
} kinds[] = {
    [WORKBOOK_OVERVIEW] = {"overview", {"Tổng quan", "Overview"}, {"tổng quan", "tong quan"}},
    [WORKBOOK_ENTRY] = {"entry",
                        {"Nhập số (không chọn thì vẫn có, nhưng ẩn)",
                         "Enter figures (hidden, not left out, where it is not chosen)"},
                        {"nhập số", "nhap so", "enter figures"}},
    [WORKBOOK_TABLES] = {"tables",
                         {"Biểu của từng đơn vị", "Table of each organisation"},
                         {"biểu", "bieu", "table"}},
    [WORKBOOK_SINCE] = {"since",
                        {"So với kỳ trước (cùng --since)", "Since the last meeting (with --since)"},
                        {"so với kỳ trước", "so voi ky truoc", "kỳ trước", "ky truoc"}},
    [WORKBOOK_MATRIX] = {"matrix",
                         {"Ma trận đơn vị × chỉ tiêu", "Organisations × indicators"},
                         {"ma trận", "ma tran"}},
    [WORKBOOK_GROUPS] = {"groups",
                         {"Cụm, tổng hợp từ thành viên", "Groups, rolled up from members"},
                         {"cụm", "cum", "tổng hợp", "tong hop"}},
    [WORKBOOK_CHECKS] = {"checks",
                         {"Đối chiếu", "Reconciliation"},
                         {"đối chiếu", "doi chieu", "reconciliation"}},
    [WORKBOOK_DATA] = {"data",
                       {"Dữ liệu, trang tính (ẩn, trừ khi được chọn)",
                        "Data, the computing sheet (hidden unless it is chosen)"},
                       {"dữ liệu", "du lieu"}},
    [WORKBOOK_NOTES] = {"notes", {"Chú giải", "Notes"}, {"chú giải", "chu giai"}},
};
static_assert(sizeof kinds / sizeof kinds[0] == WORKBOOK_SHEETS, "a row for every kind");

const char *workbook_sheet_key(enum workbook_sheet kind) {
    return kinds[kind].key;
}

const char *workbook_sheet_title(enum workbook_sheet kind, enum language lang) {
    return kinds[kind].title[lang];
}

static bool is_called(const struct kind *kind, const char *word) {
    if (strcmp(kind->key, word) == 0) {
        return true;
    }
    for (int i = 0; i < NAMES && kind->also[i] != NULL; i++) {
        if (strcmp(kind->also[i], word) == 0) {
            return true;
        }
    }
    return false;
}

enum workbook_sheet workbook_sheet_find(const char *word) {
    struct pool pool = {0};
    enum { LONGEST = 60 };
    char words[LONGEST + 1];
    size_t n = strlen(word);
    int kind = WORKBOOK_SHEETS;
    if (n <= LONGEST) {
        for (size_t i = 0; i < n; i++) {
            words[i] = word[i] == '-' || word[i] == '_' ? ' ' : word[i];
        }
        const char *folded = text_fold(&pool, words, n);
        kind = 0;
        while (kind < WORKBOOK_SHEETS && !is_called(&kinds[kind], folded)) {
            kind++;
        }
    }
    pool_clear(&pool);
    return (enum workbook_sheet)kind;
}
