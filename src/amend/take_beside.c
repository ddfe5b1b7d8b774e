/* SPDX-License-Identifier: MIT */
/* What stands beside a figure: its note; and its target. */
#include <string.h>

#include "mem.h"
#include "take_inside.h"

/* ---- notes ---- */

/* The file and the path of the figure that a note is about. */
static struct take_file *figure_of_note(struct taking *taking, const struct take_change *note,
                                        struct edit_path *path) {
    if (note->place.file >= 0) {
        struct take_file *file = take_file_of(taking, note->place.file);
        return file != NULL && take_path_to(file, taking, note->place, path) ? file : NULL;
    }
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *made = &taking->changes[i];
        if (strcmp(made->key, "actual") == 0 && made->org == note->org && made->edited >= 0 &&
            made->indicator == note->indicator && date_cmp(made->date, note->date) == 0) {
            *path = made->path;
            return &taking->files[made->edited];
        }
    }
    return NULL;
}

/* The figure goes in the same run, and what is noted of it. */
static bool goes(const struct taking *taking, const struct take_change *note) {
    for (ptrdiff_t i = 0; i < arrlen(taking->changes); i++) {
        const struct take_change *made = &taking->changes[i];
        if (strcmp(made->key, "actual") == 0 && made->org == note->org &&
            made->indicator == note->indicator && date_cmp(made->date, note->date) == 0) {
            return made->fresh[0] == '\0';
        }
    }
    return false;
}

/* Sets, adds or removes the value of a key in a mapping. */
static bool put_key(struct edit_text *text, const struct edit_path *mapping, const char *key,
                    const char *value) {
    struct edit_path inner = *mapping;
    struct buffer fragment = {0};
    const struct node *node = edit_find(text, mapping);
    if (node == NULL || node->kind != NODE_MAPPING || !path_enter_key(&inner, key)) {
        return false;
    }
    bool there = node_child(node, key) != NULL;
    edit_put_scalar(&fragment, value);
    buffer_put(&fragment, "", 1);
    bool good = value[0] == '\0' ? !there || edit_remove(text, &inner)
                : there          ? edit_set(text, &inner, fragment.text)
                                 : edit_add(text, mapping, key, fragment.text);
    buffer_clear(&fragment);
    return good;
}

/* A mapping of notes for the entry, with this one. */
static bool add_notes(struct edit_text *text, const struct edit_path *entry, const char *id,
                      const char *value) {
    struct buffer fragment = {0};
    edit_put_scalar(&fragment, id);
    buffer_text(&fragment, ": ");
    edit_put_scalar(&fragment, value);
    buffer_text(&fragment, "\n");
    buffer_put(&fragment, "", 1);
    bool good = edit_add(text, entry, "notes", fragment.text);
    buffer_clear(&fragment);
    return good;
}

bool take_make_note(struct taking *taking, struct take_change *change) {
    struct edit_path path;
    const char *id = taking->book->indicators[change->indicator].id;
    struct take_file *file = goes(taking, change) ? NULL : figure_of_note(taking, change, &path);
    if (file == NULL || path.length < 2) {
        return goes(taking, change);
    }
    struct edit_path entry = path;
    struct edit_path notes;
    entry.length -= 2;
    notes = entry;
    path_enter_key(&notes, "notes");
    const struct node *value = edit_find(file->text, &path);
    const struct node *map = edit_find(file->text, &notes);
    bool own = value != NULL && value->kind == NODE_MAPPING;
    bool own_note = own && node_child(value, "note") != NULL;
    bool mapped = map != NULL && node_child(map, id) != NULL;
    change->file = file->source;
    change->edited = (int32_t)(file - taking->files);
    change->path = path;
    if (own_note && mapped) {
        return false; /* the note is both, one after the other */
    }
    if (own_note || (own && !mapped)) {
        return put_key(file->text, &path, "note", change->fresh);
    }
    return map != NULL
               ? put_key(file->text, &notes, id, change->fresh)
               : change->fresh[0] == '\0' || add_notes(file->text, &entry, id, change->fresh);
}

/* ---- targets ---- */

/* The key that holds a bound, of those that stand there. */
static const char *bound_key(const struct node *node, bool high) {
    static const char *const lower[] = {"at_least", "more_than", "from",     "about",
                                        "exactly",  "at_most",   "less_than"};
    static const char *const upper[] = {"to"};
    size_t n = high ? sizeof upper / sizeof *upper : sizeof lower / sizeof *lower;
    for (size_t i = 0; i < n; i++) {
        const struct node *child = node_child(node, high ? upper[i] : lower[i]);
        if (child != NULL && child->kind == NODE_SCALAR) {
            return high ? upper[i] : lower[i];
        }
    }
    return NULL;
}

bool take_make_target(struct taking *taking, struct take_change *change) {
    struct take_file *file = take_file_of(taking, change->place.file);
    struct edit_path path;
    bool high = strcmp(change->key, "target_high") == 0;
    if (file == NULL || !take_path_to(file, taking, change->place, &path)) {
        return false;
    }
    change->file = file->source;
    change->edited = (int32_t)(file - taking->files);
    const struct node *node = edit_find(file->text, &path);
    if (node == NULL || node->kind == NODE_LIST) {
        return false;
    }
    struct edit_path bound = path;
    bool sourced =
        node->kind == NODE_MAPPING; /* asked before the edit, which takes the nodes away */
    if (sourced) {
        const char *key = bound_key(node, high);
        high = high && key == NULL; /* at_most alone is the upper bound, and the only one */
        key = high ? bound_key(node, false) : key;
        if (key == NULL || !path_enter_key(&bound, key)) {
            return false;
        }
    }
    change->path = bound;
    if (!edit_set(file->text, &bound, change->fresh)) {
        return false;
    }
    return !sourced || put_key(file->text, &path, "source", change->source);
}
