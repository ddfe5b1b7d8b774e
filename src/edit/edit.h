/* SPDX-License-Identifier: MIT */
/*
 * Changes, adds or removes one value in a YAML text; every other byte stays as it is: comments,
 * order, quotes, line ends, byte order mark, indentation, block or flow.
 *
 * A value is found by its path, which stays true when others change before it. What is put in is a
 * fragment: YAML of its own, on one line (`15`, `{is: 15, source: "…"}`) or, of several lines, in
 * block style, indented by two, ended by \n; it is brought into the style of the place where it
 * goes. After each edit the text is parsed again: unless its tree is that of before with just this
 * edit made, the edit is refused and the text stays as it was. No formatter.
 */
#ifndef TIENDO_EDIT_H
#define TIENDO_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "tree.h"

enum { PATH_DEEP = 12 };

/* One step down: the value under a key, or an item of a list. */
struct path_step {
    const char *key; /* NULL: an item; owned by whoever made the path */
    int item;        /* its index, from 0 */
};

/* From the root to a value; the root itself with length 0. */
struct edit_path {
    struct path_step steps[PATH_DEEP];
    int length;
};

/* A text being edited. */
struct edit_text {
    struct sources sources; /* the text as it is by now, as its only file */
    struct keys keys;
    struct tree tree;
    struct pool pool; /* owns the keys of paths, for as long as the text */
};

/* Takes a copy of the n bytes at s. False, and nothing to clear, when it is no YAML without
 * errors. An empty text is an empty mapping. */
bool edit_open(struct edit_text *text, const char *s, size_t n);
void edit_clear(struct edit_text *text);

/* The text as it is by now. */
const char *edit_bytes(const struct edit_text *text, size_t *n);

/* The value at the end of a path, or NULL. */
const struct node *edit_find(const struct edit_text *text, const struct edit_path *path);

/* The path to the value that begins at this line and column (as places count them): the outermost
 * one. False when none does. */
bool edit_find_path(struct edit_text *text, uint32_t line, uint32_t column, struct edit_path *path);

/* One step further; false when the path would be too long. */
bool path_enter_key(struct edit_path *path, const char *key);
bool path_enter_item(struct edit_path *path, int item);

/* The value becomes the fragment. */
bool edit_set(struct edit_text *text, const struct edit_path *path, const char *fragment);

/* A mapping gets a key that it has not, as its last. */
bool edit_add(struct edit_text *text, const struct edit_path *mapping, const char *key,
              const char *fragment);

/* A list gets one more item, as its last. */
bool edit_append(struct edit_text *text, const struct edit_path *list, const char *fragment);

/* The value goes, with its key; a comment behind it on its line goes too. A collection that loses
 * its last value becomes {} or []. */
bool edit_remove(struct edit_text *text, const struct edit_path *path);

/* Appends a text as a scalar that reads as itself anywhere: plain where that is safe, else in
 * double quotes. */
void edit_put_scalar(struct buffer *out, const char *text);

#endif
