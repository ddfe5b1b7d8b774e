/*
 * Loaded files: the bytes that were read, kept so that an excerpt never re-opens a file.
 */
#ifndef TIENDO_SOURCE_H
#define TIENDO_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters of one line of one file. Lines and columns count from 1, columns in code points.
 * line 0: the file as a whole; file -1: no file. */
struct place {
    int32_t file;        /* index into sources.items */
    uint32_t line;       /* first line is 1 */
    uint32_t column;     /* first character */
    uint32_t end_column; /* one past the last character; 0: to be taken as one character */
};

static const struct place no_place = {-1, 0, 0, 0};

struct source {
    char *name;   /* as named by the user or found in a folder, owned */
    char *text;   /* its bytes and a final NUL, owned */
    size_t size;  /* bytes of text */
    bool refused; /* too large: a finding says so, text is empty */
};

struct sources {
    struct source *items; /* stb_ds array, in the order in which they were loaded */
};

/* Takes over text (from mem_alloc); copies the name. Returns the index. */
int32_t sources_add(struct sources *sources, const char *name, char *text, size_t size);
void sources_clear(struct sources *sources);

/* The name of a place's file, "" for none. */
const char *sources_name(const struct sources *sources, int32_t file);

/* The n-th line (from 1) without its end; *length bytes. NULL when there is no such line. */
const char *source_line(const struct source *source, uint32_t line, size_t *length);

#endif
