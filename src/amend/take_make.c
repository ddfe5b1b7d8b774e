/* SPDX-License-Identifier: MIT */
/* The changes made in copies of the texts, which are then read as the book is. */
#include <stdio.h>
#include <string.h>

#include "edit.h"
#include "mem.h"
#include "take_inside.h"

struct take_file *take_file_of(struct taking *taking, int32_t source) {
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

/* What was made, and where it stands. */
static void made_at(const struct taking *taking, struct take_change *change,
                    const struct take_file *file, const struct edit_path *path) {
    change->file = file->source;
    change->edited = (int32_t)(file - taking->files);
    change->path = *path;
}

static void put_value(struct buffer *out, const char *value) {
    size_t before = arrlenu(out->text);
    edit_put_scalar(out, value);
    if (out->text[before] == '"') { /* a negative number needs no quotes */
        arrsetlen(out->text, before);
        buffer_text(out, value);
    }
}

/* The figure as a value: {is: 15, source: "…"}. note: kept, or NULL. */
static const char *fragment_of(struct taking *taking, const struct take_change *change,
                               bool sourced, const char *note) {
    struct buffer out = {0};
    buffer_text(&out, sourced ? "{is: " : "");
    put_value(&out, change->fresh);
    if (sourced) {
        buffer_text(&out, ", source: ");
        edit_put_scalar(&out, change->source);
        buffer_text(&out, note != NULL ? ", note: " : "");
        if (note != NULL) {
            edit_put_scalar(&out, note);
        }
        buffer_text(&out, "}");
    }
    const char *text = pool_text(&taking->pool, out.text, arrlenu(out.text));
    buffer_clear(&out);
    return text;
}

/* The path to a figure, from where it stood in the text as it was: edits add behind, never before
 * it in its lists, so that the path stays true. */
bool take_path_to(const struct take_file *file, struct taking *taking, struct place place,
                  struct edit_path *path) {
    struct edit_text before;
    const struct source *from = &taking->sources->items[file->source];
    if (!edit_open(&before, from->text, from->size)) {
        return false;
    }
    bool found = edit_find_path(&before, place.line, place.column, path);
    for (int i = 0; i < path->length && found; i++) {
        const char *key = path->steps[i].key;
        path->steps[i].key = key != NULL ? pool_text(&taking->pool, key, strlen(key)) : NULL;
    }
    edit_clear(&before);
    return found;
}

/* The figure goes, and with it what the entry notes of it. */
static bool remove_figure(struct taking *taking, struct take_change *change, struct take_file *file,
                          const struct edit_path *path) {
    struct edit_path notes = *path;
    const char *id = taking->book->indicators[change->indicator].id;
    notes.length -= 2;
    bool noted = path->length >= 2 && path_enter_key(&notes, "notes") &&
                 path_enter_key(&notes, id) && edit_find(file->text, &notes) != NULL;
    return edit_remove(file->text, path) && (!noted || edit_remove(file->text, &notes));
}

/* A mapping that says `is` gets another number and source; that it is sure was said of the old one.
 */
static bool change_mapping(struct taking *taking, const struct take_change *change,
                           const struct take_file *file, const struct edit_path *path,
                           const struct node *node) {
    struct buffer source = {0};
    struct edit_path inner = *path;
    bool sourced = node_child(node, "source") != NULL;
    bool sure = node_child(node, "sure") != NULL;
    edit_put_scalar(&source, change->source);
    buffer_put(&source, "", 1);
    bool good = path_enter_key(&inner, "is") &&
                edit_set(file->text, &inner, fragment_of(taking, change, false, NULL));
    inner = *path;
    good = good &&
           (sourced ? path_enter_key(&inner, "source") && edit_set(file->text, &inner, source.text)
                    : edit_add(file->text, path, "source", source.text));
    inner = *path;
    good = good && (!sure || (path_enter_key(&inner, "sure") && edit_remove(file->text, &inner)));
    buffer_clear(&source);
    return good;
}

/* The figure is there: it is changed, or taken away. */
static bool change_figure(struct taking *taking, struct take_change *change) {
    struct take_file *file = take_file_of(taking, change->place.file);
    struct edit_path path;
    change->file = change->place.file;
    if (file == NULL || !take_path_to(file, taking, change->place, &path)) {
        return false;
    }
    made_at(taking, change, file, &path);
    if (change->fresh[0] == '\0') {
        return remove_figure(taking, change, file, &path);
    }
    const struct node *node = edit_find(file->text, &path);
    const struct node *note =
        node != NULL && node->kind == NODE_MAPPING ? node_child(node, "note") : NULL;
    bool plain = node != NULL && node->kind == NODE_MAPPING && node_child(node, "is") != NULL &&
                 node_child(node, "quote") == NULL;
    return plain ? change_mapping(taking, change, file, &path, node)
                 : edit_set(
                       file->text, &path,
                       fragment_of(taking, change, true,
                                   note != NULL && note->kind == NODE_SCALAR ? note->text : NULL));
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
    struct take_file *file = take_file_of(taking, figure.place.file);
    struct edit_path path;
    const char *id = taking->book->indicators[change->indicator].id;
    if (file == NULL || !take_path_to(file, taking, figure.place, &path)) {
        return false;
    }
    path.length--;
    struct edit_path inner = path;
    path_enter_key(&inner, id);
    made_at(taking, change, file, &inner);
    return edit_add(file->text, &path, id, fragment_of(taking, change, true, NULL));
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
            return take_file_of(taking, (int32_t)i);
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
                  fragment_of(taking, change, false, NULL));
    buffer_put(&out, "", 1);
    const struct node *actuals = top != NULL ? node_child(top, "actuals") : NULL;
    int items = 0;
    for (const struct node *item = actuals != NULL && actuals->kind == NODE_LIST ? actuals->first
                                                                                 : NULL;
         item != NULL; item = item->next) {
        items++;
    }
    path_enter_key(&list, "actuals");
    struct edit_path path = list;
    path_enter_item(&path, items);
    path_enter_key(&path, "values");
    path_enter_key(&path, taking->book->indicators[change->indicator].id);
    made_at(taking, change, file, &path);
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
    const char *own = taking->book->indicators[change->indicator].id;
    struct edit_path inner = path;
    path_enter_key(&inner, own);
    made_at(taking, change, file, &inner);
    return edit_add(file->text, &path, own, fragment_of(taking, change, false, NULL));
}

/* A figure: changed where it stands, beside others of its day, or in an entry of its own. */
static bool make_figure(struct taking *taking, struct take_change *change) {
    if (change->place.file >= 0) {
        return change_figure(taking, change);
    }
    int32_t beside = neighbour(taking->book, change);
    if (beside != NONE && add_beside(taking, change, beside)) {
        return true;
    }
    int32_t latest = latest_file(taking->book, change->org);
    struct take_file *file =
        latest != NONE ? take_file_of(taking, latest) : new_file(taking, change);
    return file != NULL &&
           (add_to_fresh(taking, change, file) || append_entry(taking, change, file));
}

/* In this order: figures, estimates, so that each day gets one entry; what stands beside them; what
 * goes goes last, since paths must stay true. */
enum take_pass {
    MAKE_FIGURES,
    MAKE_ESTIMATES,
    MAKE_NOTES,
    MAKE_TARGETS,
    MAKE_REMOVALS,
    TAKE_PASSES
};

static enum take_pass when_made(const struct take_change *change) {
    if (strcmp(change->key, "note") == 0) {
        return MAKE_NOTES;
    }
    if (strncmp(change->key, "target", 6) == 0) {
        return MAKE_TARGETS;
    }
    return change->fresh[0] == '\0'          ? MAKE_REMOVALS
           : change->kind == FIGURE_ESTIMATE ? MAKE_ESTIMATES
                                             : MAKE_FIGURES;
}

static bool make(struct taking *taking, struct take_change *change) {
    switch (when_made(change)) {
    case MAKE_NOTES:
        return take_make_note(taking, change);
    case MAKE_TARGETS:
        return take_make_target(taking, change);
    case MAKE_FIGURES:
    case MAKE_ESTIMATES:
    case MAKE_REMOVALS:
        return make_figure(taking, change);
    case TAKE_PASSES:
        break;
    }
    return false;
}

void take_refuse(struct taking *taking, const struct take_change *change, enum message_code code,
                 const char *const words[FINDING_WORDS]) {
    struct take_remark remark = {
        .code = code, .workbook = change->workbook, .sheet = change->sheet};
    memcpy(remark.cell, change->cell, sizeof remark.cell);
    for (int i = 0; i < FINDING_WORDS; i++) {
        const char *word = words[i];
        remark.words[i] = word != NULL ? pool_text(&taking->pool, word, strlen(word)) : NULL;
    }
    arrput(taking->remarks, remark);
}

void take_make(struct taking *taking) {
    for (int pass = 0; pass < TAKE_PASSES; pass++) {
        for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
            struct take_change *change = &taking->changes[i];
            if ((int)when_made(change) == pass && !make(taking, change)) {
                take_refuse(taking, change, MSG_NO_EDIT, (const char *const[FINDING_WORDS]){NULL});
            }
        }
    }
    if (arrlen(taking->changes) > 0) {
        take_again(taking);
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
