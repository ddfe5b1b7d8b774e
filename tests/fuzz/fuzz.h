/* SPDX-License-Identifier: MIT */
/*
 * Fuzz targets: bytes in, promises kept. Each fuzz_<name>.c is one target, linked with libFuzzer
 * (-Dfuzz=true) or, for the suite, with replay.c, which runs the corpus.
 */
#ifndef TIENDO_FUZZ_H
#define TIENDO_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "book.h"
#include "buffer.h"
#include "finding.h"
#include "scorecard.h"
#include "source.h"

/* The target; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold for every input: a broken promise ends the run like a crash. */
#define PROMISE(condition) ((condition) ? (void)0 : promise_broken(#condition, __FILE__, __LINE__))

_Noreturn void promise_broken(const char *promise, const char *file, int line);

/* ---- bytes as choices ---- */

/* Bytes being used up; when none are left every choice is the first. */
struct choices_left {
    const uint8_t *data;
    size_t size;
};

/* 0 .. n - 1. */
unsigned choose(struct choices_left *left, unsigned n);

/* ---- a book from bytes ---- */

/* Read and audited as the commands do. */
struct material {
    struct sources sources;
    struct book book;
    struct findings findings;
};

/* The bytes as YAML files; a line "%%" begins the next file. */
void material_load(struct material *material, const uint8_t *data, size_t size);

/* ... read into the book, the findings sorted; false when there are errors among them. */
bool material_read(struct material *material);

/* ... compared, the findings sorted; false when there are errors among them. The caller clears the
 * card. */
bool material_compare(struct material *material, const struct selection *question,
                      struct scorecard *card);
void material_clear(struct material *material);

/* ---- what came out ---- */

bool same_bytes(const struct buffer *a, const struct buffer *b);

/* Whether it is one JSON value in valid UTF-8. */
bool is_json(const struct buffer *text);

/* Whether every record has as many fields as the first. */
bool is_csv(const struct buffer *text);

/* Whether it can go to a terminal: valid UTF-8, no control characters but the line end. */
bool is_plain(const struct buffer *text);

/* ---- a plausible book from choices ---- */

/* Appends the text of a book with organisations, indicators, targets and figures, most of them
 * right; what is left of the bytes is put in as it stands, at a place of its own choice. */
void plausible_book(struct buffer *out, const uint8_t *data, size_t size);

#endif
