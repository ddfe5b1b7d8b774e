/* SPDX-License-Identifier: MIT */
/* The book read and audited with the texts that changed: what is said of a changed line came from
 * its cell. */
#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "mem.h"
#include "reader.h"
#include "take_inside.h"

/* The file of the new book that a file on its way is. */
static int32_t again_index(const struct taking *taking, int32_t edited) {
    int32_t index = (int32_t)arrlen(taking->sources->items);
    if (edited < 0 || taking->files[edited].source != NONE) {
        return edited < 0 ? NONE : taking->files[edited].source;
    }
    for (int32_t i = 0; i < edited; i++) {
        index += taking->files[i].source == NONE;
    }
    return index;
}

static const struct take_file *edited_of(const struct taking *taking, int32_t source) {
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        if (taking->files[i].source == source) {
            return &taking->files[i];
        }
    }
    return NULL;
}

static void add_text(struct sources *again, const char *name, const char *text, size_t n) {
    char *copy = mem_alloc(n + 1);
    if (n > 0) {
        memcpy(copy, text, n);
    }
    sources_add(again, name, copy, n);
    arrlast(again->items).once = true;
}

/* All texts in their order, the new files behind them. */
static void collect(const struct taking *taking, struct sources *again) {
    size_t n = 0;
    for (int32_t i = 0; i < (int32_t)arrlen(taking->sources->items); i++) {
        const struct source *old = &taking->sources->items[i];
        const struct take_file *file = edited_of(taking, i);
        const char *text = file != NULL ? edit_bytes(file->text, &n) : old->text;
        add_text(again, old->name, text, file != NULL ? n : old->size);
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        const char *text = edit_bytes(taking->files[i].text, &n);
        if (taking->files[i].source == NONE) {
            add_text(again, taking->files[i].path, text, n);
        }
    }
}

/* Where a change stands in the new text; no place when it took something away. */
static struct place place_of(const struct taking *taking, const struct take_change *change) {
    struct place place = no_place;
    const struct node *node =
        change->edited >= 0 ? edit_find(taking->files[change->edited].text, &change->path) : NULL;
    if (node != NULL) {
        place = node->place;
        place.file = again_index(taking, change->edited);
    }
    return place;
}

/* The cell of which a finding speaks, or NULL: the place lies in the value that it changed. */
static const struct take_change *changed_at(const struct taking *taking, struct place place) {
    const struct take_change *near = NULL;
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *change = &taking->changes[i];
        struct place own = place_of(taking, change);
        bool before =
            own.file == place.file && own.line == place.line && own.column <= place.column;
        bool nearer = before && (near == NULL || place_of(taking, near).column < own.column);
        near = nearer ? change : near;
    }
    return near;
}

static bool told(const struct taking *taking, const struct take_change *change,
                 const struct finding *finding) {
    for (ptrdiff_t i = 0; i < arrlen(taking->remarks); i++) {
        const struct take_remark *remark = &taking->remarks[i];
        if (remark->code == finding->code && strcmp(remark->cell, change->cell) == 0 &&
            strcmp(remark->workbook, change->workbook) == 0) {
            return true;
        }
    }
    return false;
}

/* A finding of which no cell is to blame stands at its place in the file. */
static void refuse_nowhere(struct taking *taking, const struct sources *again,
                           const struct finding *finding) {
    char where[32];
    struct buffer name = {0};
    snprintf(where, sizeof where, ":%u", finding->place.line);
    buffer_text(&name, finding->place.file >= 0 ? sources_name(again, finding->place.file) : "");
    buffer_text(&name, where);
    struct take_change change = {.sheet = ""};
    change.workbook = pool_text(&taking->pool, name.text, arrlenu(name.text));
    buffer_clear(&name);
    take_refuse(taking, &change, finding->code, finding->words);
}

/* Errors stop; warnings are told where a cell is their cause. */
static void tell(struct taking *taking, const struct sources *again,
                 const struct findings *findings) {
    for (ptrdiff_t i = 0; i < arrlen(findings->items); i++) {
        const struct finding *finding = &findings->items[i];
        const struct take_change *from = changed_at(taking, finding->place);
        from = from == NULL ? changed_at(taking, finding->related) : from;
        if (from != NULL && !told(taking, from, finding)) {
            take_refuse(taking, from, finding->code, finding->words);
        } else if (from == NULL && message_of(finding->code)->severity == SEVERITY_ERROR) {
            refuse_nowhere(taking, again, finding);
        }
    }
}

/* What is new gets the line where it will stand. */
static void place_changes(struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        struct take_change *change = &taking->changes[i];
        if (change->place.file < 0) {
            change->place.line = place_of(taking, change).line;
        }
    }
}

void take_again(struct taking *taking) {
    struct sources again = {0};
    struct findings findings = {0};
    struct book book;
    collect(taking, &again);
    book_init(&book);
    read_book(&again, 1, NULL, &book, &findings);
    if (findings_count(&findings, SEVERITY_ERROR) == 0) {
        audit_book(&book, 1, &findings);
    }
    findings_sort(&findings);
    tell(taking, &again, &findings);
    place_changes(taking);
    book_clear(&book);
    findings_clear(&findings);
    sources_clear(&again);
}
