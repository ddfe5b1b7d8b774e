/* SPDX-License-Identifier: MIT */
/*
 * What the readers of all sections share while they fill a book: the book, the findings, the ids
 * declared so far.
 *
 * An id that was declared with errors stays known as DROPPED, so that what refers to it is not
 * reported as well. The loader borrows sources, book and findings; texts in `scratch` live until
 * loader_clear().
 */
#ifndef TIENDO_LOADER_H
#define TIENDO_LOADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "book.h"
#include "finding.h"
#include "tree.h"

enum { DROPPED = -2 }; /* stands where NONE or an index would: declared, but with errors */

enum { RECENT_TEXTS = 64 }; /* texts remembered, so that a repeated one is kept once */

/* A declared id; one slot of a stb_ds string hash. */
struct name {
    const char *key;    /* the id, owned by the book's pool */
    int32_t index;      /* in the book's array, or DROPPED */
    struct place place; /* its first declaration */
};

/* All ids of one sort. */
struct names {
    struct name *slots; /* stb_ds string hash */
    const char **ids;   /* stb_ds array of the keys, for the nearest one */
};

/* The ids that a file uses while nothing of their sort is declared anywhere. */
struct elsewhere {
    int32_t key;             /* the file, as place.file */
    const char *first;       /* the first id */
    struct place place;      /* where it stands */
    enum message_code alone; /* the message about it when it is the only one */
    size_t count;            /* of different ids */
};

struct loader {
    struct sources *sources;
    struct book *book;         /* being filled */
    struct findings *findings; /* being added to */
    struct pool scratch;       /* texts needed while reading only */
    struct names orgs;
    struct names indicators;
    int32_t *window_of;     /* by organisation: its last one in book.org_years, or NONE */
    int32_t *window_before; /* by index in book.org_years: the same organisation's one before */
    int32_t *entry_figures; /* by indicator: its last figure; see read_actuals.c */
    int32_t *unread; /* stb_ds array: files that could not be read as YAML; they keep their text */
    struct elsewhere *elsewhere; /* stb_ds map of the files that use what nobody declares */
    struct name *used_there;     /* stb_ds string hash of what they use, "file id" */
    int searches; /* how many more times a nearest word may be searched, which is slow */

    /* Texts of the book read lately, each at the index of its hash; or NULL. */
    const char *recent[RECENT_TEXTS];
};

void loader_init(struct loader *loader, struct sources *sources, struct book *book,
                 struct findings *findings);
void loader_clear(struct loader *loader);

/* Declares an id (DROPPED until names_set); false, with a finding, when it is badly formed or
 * declared before. The key of node is the id. *id is the book's own copy. */
bool names_declare(struct loader *loader, struct names *names, const struct node *node,
                   const char **id);
void names_set(struct names *names, const char *id, int32_t index);

/* The organisation or indicator that a text names; an unknown one is a finding at place. */
int32_t loader_org(struct loader *loader, const char *id, struct place place);
int32_t loader_indicator(struct loader *loader, const char *id, struct place place);

/* The indicator that the key of a node names. */
int32_t loader_key_indicator(struct loader *loader, const struct node *node);

/* True when a key or an id has a no-break space in it, with a finding. */
bool loader_no_break(struct loader *loader, const char *text, struct place place);

/* Once all is read: what is used and declared nowhere, of which there is no other finding yet. */
void loader_report_elsewhere(struct loader *loader);

/* The nearest of n words, or NULL: none is near, or too many were searched for already. */
const char *loader_nearest(struct loader *loader, const char *s, const char *const words[],
                           size_t n);

/* Index in book.org_years of the window declared for an organisation's year, or NONE. */
int32_t loader_declared_window(const struct loader *loader, int32_t org, int year);

/* Adds a window to the book; there is none yet of its organisation and year. */
void loader_declare_window(struct loader *loader, struct org_year window);

/* The window of an organisation's year; org may be DROPPED. */
struct window loader_window(const struct loader *loader, int32_t org, int year);

/* The book's own copy of a scalar's text; repeated texts mostly share one. NULL for no node, an
 * empty text or a collection. */
const char *loader_text(struct loader *loader, const struct node *node);

/* The n bytes at s, shortened as a message quotes them. */
const char *loader_shown(struct loader *loader, const char *s, size_t n);

/* Where to point for a node as a whole: its key, or itself in a list. */
struct place node_spot(const struct node *node);

/* Where to point for n bytes of a scalar from an offset on; the whole scalar when its text is not
 * the same, character by character, as what stands in the file. */
struct place node_part(const struct node *node, size_t offset, size_t n);

static inline bool node_is_scalar(const struct node *node) {
    return node != NULL && node->kind == NODE_SCALAR;
}

#endif
