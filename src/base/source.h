/* SPDX-License-Identifier: MIT */
/*
 * Loaded files: their names, and their bytes for as long as they are needed.
 *
 * A text is needed until its file is in the book; then it is let go, as the texts of a country
 * together are larger than the book. An excerpt brings it back from its file, and is left out when
 * that one is gone or no longer what was read. A text too large to be held is let go from the start
 * and read in pieces, which are known by their sums too. Texts stand in shelves, blocks that go
 * back to the system with the last of their texts; any thread may fill one.
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

/* Whole lines of a text, read by themselves where the text is too large to be held. */
struct source_piece {
    uint32_t from;  /* offset of its first byte in the text */
    uint32_t size;  /* bytes */
    uint32_t above; /* lines of the text above it */
    uint32_t sum;   /* CRC-32 of its bytes */
};

struct source {
    const char *name;         /* as named by the user or found in a folder; owned by the sources */
    char *text;               /* its bytes and a final NUL, or NULL: let go */
    size_t size;              /* bytes of text */
    struct text_block *block; /* the text stands there; NULL: it is owned by the source */
    uint32_t sum;             /* CRC-32 of a text that was let go, to know it again */
    struct source_piece *pieces;      /* stb_ds array: all of a text that was never held, or NULL */
    const struct source_piece *shown; /* the last one of which a line was asked */
    char *shown_text;                 /* its text, or NULL */
    bool refused;                     /* too large: a finding says so, text is empty */
    bool once;    /* came through a pipe: it cannot be brought back, and stays */
    bool changed; /* while it was being read, or cannot be read again: it gave nothing */
};

/* Zero-initialised is empty. */
struct sources {
    struct source *items; /* stb_ds array, in the order in which they were loaded */
    struct pool names;    /* owns the names */
    bool keep;            /* no text is let go: all are needed to the end */
};

/* A block with room for so many bytes, MEM_LARGE at least. It goes when nobody holds it: who made
 * it does, and every text. */
struct text_block *text_block_make(size_t size);
size_t text_block_left(const struct text_block *block);

/* The next n bytes of its room, which there must be, for a text with its NUL. */
char *text_block_room(struct text_block *block, size_t n);

/* One holder less. */
void text_block_release(struct text_block *block);

/* Adds a text from mem_alloc(), which is taken over, and copies the name. One that stands in a
 * block is told by setting that of the item. Returns the index. */
int32_t sources_add(struct sources *sources, const char *name, char *text, size_t size);

/* Of all texts. */
size_t sources_bytes(const struct sources *sources);

/* Adds a text by its pieces (a stb_ds array, taken over), as one that was let go already. */
int32_t sources_add_pieces(struct sources *sources, const char *name, struct source_piece *pieces);

/* The sum of two texts, one behind the other: of an empty one it is 0. */
uint32_t source_sum(uint32_t sum, const char *text, size_t size);
uint32_t source_sums(uint32_t first, uint32_t second, size_t second_size);

/* Reads a piece; false when the file is not there, or holds other bytes than before. */
bool source_read_piece(const struct source *source, const struct source_piece *piece, char *to);

void sources_clear(struct sources *sources);

/* The text is not needed for now. */
void sources_let_go(struct sources *sources, int32_t file);

/* The text of a file, read again when it was let go; it then stays. NULL when the file is not
 * there, or holds other bytes than those that were read. */
const char *sources_text(const struct sources *sources, int32_t file);

/* The name of a place's file, "" for none. */
const char *sources_name(const struct sources *sources, int32_t file);

/* The n-th line (from 1) of a text, without its end; *length bytes; good until the next call. Read
 * again where the text, or the piece that holds the line, was let go: NULL when that is no longer
 * what was read, or has no such line. */
const char *sources_line(const struct sources *sources, int32_t file, uint32_t line,
                         size_t *length);

/* Opens a path for reading: -1 with errno set. */
int source_open(const char *path);

/* Reads up to n bytes; fewer at the end of the file. How many, or -1 with errno set. */
ptrdiff_t source_read(int fd, char *to, size_t n);

#endif
