/* SPDX-License-Identifier: MIT */
/*
 * Reads files and folders into a book: all that others need of the two rooms under read/.
 */
#ifndef TIENDO_READER_H
#define TIENDO_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "book.h"
#include "finding.h"
#include "progress.h"
#include "source.h"

/* A path that could not be read. */
struct read_failure {
    char *path; /* owned */
    int error;  /* errno */
};

struct read_failures {
    struct read_failure *items; /* stb_ds array */
};

/* A file larger than this is refused with a finding, unless another limit is asked for. Places in
 * a text are 32 bits wide, with room to spare. */
enum { READ_LIMIT_MB = 64, READ_LIMIT_MOST_MB = 1024 };

enum { READ_MOST_JOBS = 256 };

/* How files are read. */
struct read_manner {
    int limit_mb; /* 1 .. READ_LIMIT_MOST_MB */
    int jobs;     /* threads, 1 .. READ_MOST_JOBS; 0: read_usual_jobs() */
};

/* Loads files and folders (recursively: *.yaml, *.yml, sorted by name, hidden ones left out) and
 * `-` (standard input) into sources. The same file reached twice is loaded once. */
void read_paths(const char *const paths[], size_t n, struct read_manner manner,
                struct sources *sources, struct findings *findings, struct read_failures *failures);

/* Reads all loaded sources into an initialised book. Everything wrong is added to findings; with
 * an error among them the book must not be compared. References are resolved after all files. jobs:
 * how many threads may read, 1 .. READ_MOST_JOBS; book and findings do not depend on it. progress:
 * told of files read, or NULL. The texts are let go. */
void read_book(struct sources *sources, int jobs, struct progress *progress, struct book *book,
               struct findings *findings);

/* How many threads are worth starting: one for each processor, fewer for little text. */
int read_usual_jobs(size_t bytes);

void read_failures_clear(struct read_failures *failures);

#endif
