/* SPDX-License-Identifier: MIT */
#include "fixing.h"

#include <stdlib.h>
#include <string.h>

#include "book.h"
#include "correction.h"
#include "mem.h"
#include "reader.h"
#include "text.h"

enum { MOST_ROUNDS = 20 };

static int32_t order(long long a, long long b) {
    return (a > b) - (a < b);
}

static int compare_places(struct place a, struct place b) {
    int by = order(a.file, b.file);
    by = by != 0 ? by : order(a.line, b.line);
    return by != 0 ? by : order(a.column, b.column);
}

static int compare(const void *a, const void *b) {
    return compare_places(((const struct fixed *)a)->place, ((const struct fixed *)b)->place);
}

/* ---- one round ---- */

/* The texts as sources of their own. */
static void open_round(const struct fixing *fixing, struct sources *round) {
    for (ptrdiff_t i = 0; i < arrlen(fixing->texts); i++) {
        char *copy = mem_alloc(fixing->sizes[i] + 1);
        memcpy(copy, fixing->texts[i], fixing->sizes[i]);
        sources_add(round, fixing->read->items[i].name, copy, fixing->sizes[i]);
        round->items[i].once = true; /* not to be read again from its file */
    }
}

/* The corrections of a round, in order, no two at one place. */
static struct fixed *corrections(struct fixing *fixing, struct sources *round) {
    struct fixed *found = NULL;
    struct findings findings = {0};
    struct book book;
    book_init(&book);
    read_book(round, 1, NULL, &book, &findings);
    findings_sort(&findings);
    fixing->errors = findings_count(&findings, SEVERITY_ERROR);
    for (ptrdiff_t i = 0; i < arrlen(findings.items); i++) {
        struct correction correction;
        if (correction_of(&findings.items[i], round, &fixing->pool, &correction)) {
            struct fixed fixed = {findings.items[i].code, correction.place, correction.stands,
                                  correction.instead};
            arrput(found, fixed);
        }
    }
    findings_clear(&findings);
    book_clear(&book);
    if (found != NULL) {
        qsort(found, arrlenu(found), sizeof *found, compare);
    }
    for (ptrdiff_t i = arrlen(found) - 1; i > 0; i--) {
        struct place before = found[i - 1].place;
        if (compare_places(before, found[i].place) == 0 ||
            (before.line == found[i].place.line && before.file == found[i].place.file &&
             before.end_column > found[i].place.column)) {
            arrdel(found, (size_t)i);
        }
    }
    return found;
}

/* Where a place begins in the text of its file; the byte order mark is no character of it. */
static size_t offset_of(const struct sources *sources, struct place place, size_t *length) {
    size_t n = 0;
    const char *line = sources_line(sources, place.file, place.line, &n);
    bool marked = place.line == 1 && n >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0;
    size_t mark = marked ? 3 : 0;
    size_t from = mark + text_offset(line + mark, n - mark, place.column - 1);
    *length = mark + text_offset(line + mark, n - mark, place.end_column - 1) - from;
    return (size_t)(line - sources->items[place.file].text) + from;
}

static void replace(struct fixing *fixing, const struct sources *round, const struct fixed *fixed) {
    size_t n = 0;
    int32_t file = fixed->place.file;
    size_t at = offset_of(round, fixed->place, &n);
    size_t with = strlen(fixed->instead);
    size_t behind = fixing->sizes[file] - at - n;
    char *text = mem_alloc(at + with + behind + 1);
    memcpy(text, fixing->texts[file], at);
    memcpy(text + at, fixed->instead, with);
    memcpy(text + at + with, fixing->texts[file] + at + n, behind);
    mem_free(fixing->texts[file]);
    fixing->texts[file] = text;
    fixing->sizes[file] = at + with + behind;
}

/* ---- what was done in all ---- */

/* The line of a text in memory. */
static const char *line_of(const char *text, size_t size, uint32_t line, size_t *length) {
    size_t at = 0;
    for (uint32_t i = 1; i < line; i++) {
        while (at < size && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        at += at + 1 < size && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
    }
    size_t end = at;
    while (end < size && text[end] != '\n' && text[end] != '\r') {
        end++;
    }
    *length = end - at;
    return text + at;
}

/* A line that several rounds changed: one stretch, from the first character that differs to the
 * last. */
static struct fixed whole_line(struct fixing *fixing, const struct fixed *last) {
    size_t n = 0;
    size_t m = 0;
    int32_t file = last->place.file;
    const char *before = sources_line(fixing->read, file, last->place.line, &n);
    const char *after = line_of(fixing->texts[file], fixing->sizes[file], last->place.line, &m);
    size_t same = 0;
    while (same < n && same < m && before[same] == after[same]) {
        same++;
    }
    while (same > 0 && ((unsigned char)before[same] & 0xC0) == 0x80) {
        same--;
    }
    size_t end = 0;
    while (end < n - same && end < m - same && before[n - 1 - end] == after[m - 1 - end]) {
        end++;
    }
    while (end > 0 && ((unsigned char)before[n - end] & 0xC0) == 0x80) {
        end--;
    }
    bool marked = last->place.line == 1 && n >= 3 && memcmp(before, "\xEF\xBB\xBF", 3) == 0;
    uint32_t column = (uint32_t)text_length(before, same) + (marked ? 0 : 1);
    return (struct fixed){
        .code = last->code,
        .place = {file, last->place.line, column,
                  column + (uint32_t)text_length(before + same, n - same - end)},
        .old = pool_text(&fixing->pool, before + same, n - same - end),
        .instead = pool_text(&fixing->pool, after + same, m - same - end),
    };
}

/* Adds what a round did to what was done before. */
static void record(struct fixing *fixing, const struct fixed *round) {
    size_t before = arrlenu(fixing->items);
    bool again = false; /* the line was changed in an earlier round */
    for (ptrdiff_t i = 0; i < arrlen(round); i++) {
        bool same = i > 0 && round[i - 1].place.file == round[i].place.file &&
                    round[i - 1].place.line == round[i].place.line;
        if (same && again) {
            continue; /* the line is recorded as a whole */
        }
        again = false;
        for (size_t k = before; k-- > 0;) {
            if (fixing->items[k].place.file == round[i].place.file &&
                fixing->items[k].place.line == round[i].place.line) {
                arrdel(fixing->items, k);
                before--;
                again = true;
            }
        }
        arrput(fixing->items, again ? whole_line(fixing, &round[i]) : round[i]);
    }
    if (fixing->items != NULL) {
        qsort(fixing->items, arrlenu(fixing->items), sizeof *fixing->items, compare);
    }
}

void fixing_run(struct fixing *fixing, const struct sources *sources) {
    *fixing = (struct fixing){.read = sources};
    for (ptrdiff_t i = 0; i < arrlen(sources->items); i++) {
        size_t n = sources->items[i].size;
        char *text = mem_alloc(n + 1);
        memcpy(text, sources->items[i].text, n);
        arrput(fixing->texts, text);
        arrput(fixing->sizes, n);
    }
    size_t found = 1;
    for (int rounds = 0; found > 0 && rounds < MOST_ROUNDS; rounds++) {
        struct sources round = {0};
        open_round(fixing, &round);
        struct fixed *fixes = corrections(fixing, &round);
        found = arrlenu(fixes);
        for (size_t i = found; i-- > 0;) {
            replace(fixing, &round, &fixes[i]);
        }
        record(fixing, fixes);
        arrfree(fixes);
        sources_clear(&round);
    }
}

void fixing_clear(struct fixing *fixing) {
    for (ptrdiff_t i = 0; i < arrlen(fixing->texts); i++) {
        mem_free(fixing->texts[i]);
    }
    arrfree(fixing->texts);
    arrfree(fixing->sizes);
    arrfree(fixing->items);
    pool_clear(&fixing->pool);
}
