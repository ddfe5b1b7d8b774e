/* SPDX-License-Identifier: MIT */
/* The changes made in copies of the texts, which are then read as the book is. */
#include <stdio.h>
#include <string.h>

#include "edit.h"
#include "mem.h"
#include "reader.h"
#include "take.h"

static struct take_file *file_of(struct taking *taking, int32_t source) {
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        if (taking->files[i].source == source) {
            return &taking->files[i];
        }
    }
    const struct source *from = &taking->sources->items[source];
    struct take_file file = {from->name, source, mem_alloc(sizeof *file.text)};
    if (!edit_open(file.text, from->text, from->size)) {
        mem_free(file.text);
        return NULL;
    }
    arrput(taking->files, file);
    return &arrlast(taking->files);
}

/* The figure as a value: {is: 15, source: "…"}. */
static const char *fragment_of(struct taking *taking, const struct take_change *change,
                               bool sourced) {
    struct buffer out = {0};
    if (sourced) {
        buffer_text(&out, "{is: ");
    }
    edit_put_scalar(&out, change->fresh);
    if (out.text[sourced ? 4 : 0] == '"') { /* a negative number needs no quotes */
        arrsetlen(out.text, sourced ? 5 : 0);
        buffer_text(&out, change->fresh);
    }
    if (sourced) {
        buffer_text(&out, ", source: ");
        edit_put_scalar(&out, change->source);
        buffer_text(&out, "}");
    }
    const char *text = pool_text(&taking->pool, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

/* The path to a figure in the text as it is by now: edits before it only add behind, so a place
 * moves down by the lines that were added before it; the key is looked for from there. */
static bool path_to(const struct take_file *file, const struct taking *taking, struct place place,
                    struct edit_path *path) {
    struct edit_text before;
    const struct source *from = &taking->sources->items[file->source];
    if (!edit_open(&before, from->text, from->size)) {
        return false;
    }
    bool found = edit_find_path(&before, place.line, place.column, path);
    for (int i = 0; i < path->length && found; i++) {
        const char *key = path->steps[i].key;
        path->steps[i].key =
            key != NULL ? pool_text(&((struct taking *)taking)->pool, key, strlen(key)) : NULL;
    }
    edit_clear(&before);
    return found;
}

/* The figure is there: it is changed, or taken away. */
static bool change_figure(struct taking *taking, struct take_change *change) {
    struct take_file *file = file_of(taking, change->place.file);
    struct edit_path path;
    change->file = change->place.file;
    if (file == NULL || !path_to(file, taking, change->place, &path)) {
        return false;
    }
    if (change->fresh[0] == '\0') {
        return edit_remove(file->text, &path);
    }
    const struct node *node = edit_find(file->text, &path);
    bool plain = node != NULL && node->kind == NODE_MAPPING && node_child(node, "is") != NULL &&
                 node_child(node, "quote") == NULL;
    if (!plain) {
        return edit_set(file->text, &path, fragment_of(taking, change, true));
    }
    struct edit_path inner = path;
    struct buffer source = {0};
    edit_put_scalar(&source, change->source);
    buffer_put(&source, "", 1);
    bool sourced = node_child(node, "source") != NULL;
    bool good = path_enter_key(&inner, "is") &&
                edit_set(file->text, &inner, fragment_of(taking, change, false));
    inner = path;
    good = good &&
           (sourced ? path_enter_key(&inner, "source") && edit_set(file->text, &inner, source.text)
                    : edit_add(file->text, &path, "source", source.text));
    buffer_clear(&source);
    return good;
}

/* A figure of the same organisation and day, beside which the new one goes; or NONE. */
static int32_t neighbour(const struct book *book, const struct take_change *change) {
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        const struct packed_figure *figure = &book->figures.packed[i];
        if (figure->org == change->org && packed_year(figure) == change->year &&
            packed_kind(figure) == change->kind &&
            date_cmp(packed_date(figure), change->date) == 0) {
            return (int32_t)i;
        }
    }
    return NONE;
}

static bool add_beside(struct taking *taking, struct take_change *change, int32_t at) {
    struct figure figure = figures_get(&taking->book->figures, at);
    struct take_file *file = file_of(taking, figure.place.file);
    struct edit_path path;
    change->file = figure.place.file;
    change->place = figure.place;
    if (file == NULL || !path_to(file, taking, figure.place, &path)) {
        return false;
    }
    path.length--;
    return edit_add(file->text, &path, taking->book->indicators[change->indicator].id,
                    fragment_of(taking, change, true));
}

/* The file that has the organisation's latest figure, or NONE. */
static int32_t latest_file(const struct book *book, int32_t org) {
    struct date day = {0};
    int32_t found = NONE;
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        const struct packed_figure *packed = &book->figures.packed[i];
        if (packed->org == org && date_cmp(packed_date(packed), day) >= 0) {
            day = packed_date(packed);
            found = figures_get(&book->figures, (int32_t)i).place.file;
        }
    }
    return found;
}

/* The file of this name, a new one unless the book has it: actuals/ORG-YEAR.yaml. */
static struct take_file *new_file(struct taking *taking, const struct take_change *change) {
    const char *id = taking->book->orgs[change->org].id;
    char name[160];
    snprintf(name, sizeof name, "actuals/%.100s-%d.yaml", id, change->year);
    for (ptrdiff_t i = 0; i < arrlen(taking->sources->items); i++) {
        if (strcmp(taking->sources->items[i].name, name) == 0) {
            return file_of(taking, (int32_t)i);
        }
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        if (strcmp(taking->files[i].path, name) == 0) {
            return &taking->files[i];
        }
    }
    struct take_file file = {pool_text(&taking->pool, name, strlen(name)), NONE,
                             mem_alloc(sizeof *file.text)};
    char head[200];
    int n = snprintf(head, sizeof head, "org: %s\nyear: %d\n", id, change->year);
    edit_open(file.text, head, (size_t)n);
    arrput(taking->files, file);
    return &arrlast(taking->files);
}

static bool says(const struct node *root, const char *key, const char *text) {
    const struct node *node = root != NULL ? node_child(root, key) : NULL;
    return node != NULL && node->kind == NODE_SCALAR && strcmp(node->text, text) == 0;
}

/* An entry of its own at the end of a file's actuals. */
static bool append_entry(struct taking *taking, struct take_change *change,
                         struct take_file *file) {
    static const struct edit_path root = {.length = 0};
    struct edit_path list = root;
    struct buffer out = {0};
    char day[DATE_TEXT];
    char year[16];
    const char *id = taking->book->orgs[change->org].id;
    const struct node *top = edit_find(file->text, &root);
    snprintf(year, sizeof year, "%d", change->year);
    buffer_format(&out, "as_of: %s\n", date_print(change->date, day));
    if (!says(top, "org", id)) {
        buffer_format(&out, "org: %s\n", id);
    }
    if (!says(top, "year", year)) {
        buffer_format(&out, "year: %s\n", year);
    }
    buffer_text(&out, change->kind == FIGURE_ESTIMATE ? "estimate: true\nsource: " : "source: ");
    edit_put_scalar(&out, change->source);
    buffer_format(&out, "\nvalues:\n  %s: %s\n", taking->book->indicators[change->indicator].id,
                  fragment_of(taking, change, false));
    buffer_put(&out, "", 1);
    const struct node *actuals = top != NULL ? node_child(top, "actuals") : NULL;
    path_enter_key(&list, "actuals");
    bool good;
    if (actuals != NULL && actuals->kind == NODE_LIST) {
        good = edit_append(file->text, &list, out.text);
    } else if (actuals != NULL) {
        good = edit_set(file->text, &list, "[]") && edit_append(file->text, &list, out.text);
    } else {
        struct buffer item = {0};
        for (const char *line = out.text; *line != '\0';) {
            size_t n = strcspn(line, "\n");
            buffer_text(&item, line == out.text ? "- " : "  ");
            buffer_put(&item, line, n + (line[n] == '\n'));
            line += n + (line[n] == '\n');
        }
        buffer_put(&item, "", 1);
        good = edit_add(file->text, &root, "actuals", item.text);
        buffer_clear(&item);
    }
    change->file = file->source;
    buffer_clear(&out);
    return good;
}

/* An entry that a change before this one has made in the same file, for this day: the last one. */
static bool add_to_fresh(struct taking *taking, struct take_change *change,
                         const struct take_file *file) {
    static const struct edit_path root = {.length = 0};
    char day[DATE_TEXT];
    const struct node *top = edit_find(file->text, &root);
    const struct node *actuals = top != NULL ? node_child(top, "actuals") : NULL;
    if (actuals == NULL || actuals->kind != NODE_LIST) {
        return false;
    }
    int item = 0;
    const struct node *last = actuals->first;
    for (; last != NULL && last->next != NULL; last = last->next) {
        item++;
    }
    const char *id = taking->book->orgs[change->org].id;
    bool same =
        last != NULL && says(last, "as_of", date_print(change->date, day)) &&
        says(last, "source", change->source) &&
        (says(last, "org", id) || (node_child(last, "org") == NULL && says(top, "org", id))) &&
        (node_child(last, "estimate") != NULL) == (change->kind == FIGURE_ESTIMATE);
    struct edit_path path = root;
    if (!same || !path_enter_key(&path, "actuals") || !path_enter_item(&path, item) ||
        !path_enter_key(&path, "values")) {
        return false;
    }
    change->file = file->source;
    return edit_add(file->text, &path, taking->book->indicators[change->indicator].id,
                    fragment_of(taking, change, false));
}

static bool make(struct taking *taking, struct take_change *change) {
    if (change->place.file >= 0) {
        return change_figure(taking, change);
    }
    int32_t beside = neighbour(taking->book, change);
    if (beside != NONE && add_beside(taking, change, beside)) {
        return true;
    }
    int32_t latest = latest_file(taking->book, change->org);
    struct take_file *file = latest != NONE ? file_of(taking, latest) : new_file(taking, change);
    return file != NULL &&
           (add_to_fresh(taking, change, file) || append_entry(taking, change, file));
}

static void refuse(struct taking *taking, const struct take_change *change,
                   enum take_problem problem, const struct finding *finding) {
    struct take_remark remark = {
        .problem = problem, .workbook = change->workbook, .sheet = change->sheet};
    memcpy(remark.cell, change->cell, sizeof remark.cell);
    for (int i = 0; i < FINDING_WORDS && finding != NULL; i++) {
        const char *word = finding->words[i];
        remark.words[i] = word != NULL ? pool_text(&taking->pool, word, strlen(word)) : NULL;
        remark.code = finding->code;
    }
    arrput(taking->remarks, remark);
}

static bool holds(const char *line, size_t n, const char *word) {
    size_t m = strlen(word);
    for (size_t i = 0; i + m <= n; i++) {
        if (memcmp(line + i, word, m) == 0) {
            return true;
        }
    }
    return false;
}

/* Reads the book again with the texts that changed; what is wrong then came from a cell. */
static void read_again(struct taking *taking) {
    struct sources again = {0};
    struct findings findings = {0};
    struct book book;
    for (int32_t i = 0;
         i < (int32_t)arrlen(taking->sources->items) + (int32_t)arrlen(taking->files); i++) {
        int32_t old = (int32_t)arrlen(taking->sources->items);
        const struct take_file *file = NULL;
        for (ptrdiff_t k = 0; k < arrlen(taking->files); k++) {
            bool fresh = taking->files[k].source == NONE && i - old == (int32_t)k;
            file = taking->files[k].source == i || fresh ? &taking->files[k] : file;
        }
        if (i >= old && file == NULL) {
            continue;
        }
        size_t n = i < old ? taking->sources->items[i].size : 0;
        const char *text = i < old ? taking->sources->items[i].text : "";
        text = file != NULL ? edit_bytes(file->text, &n) : text;
        char *copy = mem_alloc(n + 1);
        memcpy(copy, text, n);
        sources_add(&again, file != NULL ? file->path : taking->sources->items[i].name, copy, n);
        arrlast(again.items).once = true;
    }
    book_init(&book);
    read_book(&again, 1, NULL, &book, &findings);
    for (ptrdiff_t i = 0; i < arrlen(findings.items); i++) {
        const struct finding *finding = &findings.items[i];
        const struct take_change *from = &taking->changes[0];
        for (ptrdiff_t k = 0; k < arrlen(taking->changes); k++) {
            const char *id = taking->book->indicators[taking->changes[k].indicator].id;
            size_t n = 0;
            const char *line = sources_line(&again, finding->place.file, finding->place.line, &n);
            bool same = taking->changes[k].file == finding->place.file && line != NULL;
            from = same && holds(line, n, id) ? &taking->changes[k] : from;
        }
        if (message_of(finding->code)->severity == SEVERITY_ERROR) {
            refuse(taking, from, TAKE_REFUSED, finding);
        }
    }
    book_clear(&book);
    findings_clear(&findings);
    sources_clear(&again);
}

void take_make(struct taking *taking) {
    /* figures, then estimates, so that each day gets one entry; what goes goes last, since places
     * must stay true */
    for (int pass = 0; pass < 3; pass++) {
        for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
            struct take_change *change = &taking->changes[i];
            int when = change->fresh[0] == '\0' ? 2 : change->kind == FIGURE_ESTIMATE;
            if (when == pass && !make(taking, change)) {
                refuse(taking, change, TAKE_NO_EDIT, NULL);
            }
        }
    }
    if (arrlen(taking->changes) > 0 && !take_failed(taking)) {
        read_again(taking);
    }
}

struct text_file *take_files(const struct taking *taking) {
    struct text_file *files = NULL;
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        const struct take_file *from = &taking->files[i];
        struct text_file file = {.path = from->path};
        file.after = edit_bytes(from->text, &file.after_size);
        if (from->source != NONE) {
            file.before = taking->sources->items[from->source].text;
            file.before_size = taking->sources->items[from->source].size;
        }
        arrput(files, file);
    }
    return files;
}

void take_clear(struct taking *taking) {
    for (ptrdiff_t i = 0; i < arrlen(taking->files); i++) {
        edit_clear(taking->files[i].text);
        mem_free(taking->files[i].text);
    }
    arrfree(taking->files);
    arrfree(taking->changes);
    arrfree(taking->remarks);
    pool_clear(&taking->pool);
}
