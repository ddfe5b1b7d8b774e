/* SPDX-License-Identifier: MIT */
/*
 * Loaded files: their names, and their bytes for as long as they are needed.
 *
 * A text is needed until its file is in the book; then it is let go, as the texts of a country
 * together are larger than the book. An excerpt brings it back from its file, and is left out when
 * that one is gone or no longer what was read.
 */
#ifndef TIENDO_SOURCE_H
#define TIENDO_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pool.h"

/* Characters of one line of one file. Lines and columns count from 1, columns in code points.
 * line 0: the file as a whole; file -1: no file. */
struct place {
    int32_t file;        /* index into sources.items */
    uint32_t line;       /* first line is 1 */
    uint32_t column;     /* first character */
    uint32_t end_column; /* one past the last character; 0: to be taken as one character */
};

static const struct place no_place = {-1, 0, 0, 0};

enum { DIGEST_TEXT = 65 }; /* bytes that hold a printed SHA-256 */

struct source {
    const char *name;         /* as named by the user or found in a folder; owned by the sources */
    char *text;               /* its bytes and a final NUL, or NULL: let go */
    size_t size;              /* bytes of text */
    uint32_t sum;             /* CRC-32 of a text that was let go, to know it again */
    char sha256[DIGEST_TEXT]; /* of a text that was let go, or "" */
    bool refused;             /* too large: a finding says so, text is empty */
    bool once;                /* came through a pipe: it cannot be brought back, and stays */
};

/* Zero-initialised is empty. */
struct sources {
    struct source *items; /* stb_ds array, in the order in which they were loaded */
    struct pool names;    /* owns the names */
    size_t let_go;        /* bytes of text since mem_trim() */
    bool digests;         /* sources_sha256() will be asked for */
};

/* Adds a text from mem_alloc(), which is taken over, and copies the name. Returns the index. */
int32_t sources_add(struct sources *sources, const char *name, char *text, size_t size);

/* Of all texts. */
size_t sources_bytes(const struct sources *sources);

void sources_clear(struct sources *sources);

/* The text is not needed for now. */
void sources_let_go(struct sources *sources, int32_t file);

/* The SHA-256 of a file's bytes as they were read, in lower case; only with `digests`, and not of
 * one that was refused. */
const char *sources_sha256(const struct sources *sources, int32_t file);

/* The SHA-256 of what `sha256sum` prints of these files inside their folder, in this order. */
void sources_list_sha256(const struct sources *sources, const int32_t *files, size_t count,
                         char sha256[DIGEST_TEXT]);

/* The name of a place's file, "" for none. */
const char *sources_name(const struct sources *sources, int32_t file);

/* The n-th line (from 1) of a text, without its end; *length bytes. A text that was let go
 * is read again, and then stays. NULL: the file is not there or holds other bytes than those that
 * were read, or there is no such line. */
const char *sources_line(const struct sources *sources, int32_t file, uint32_t line,
                         size_t *length);

#endif
