/* SPDX-License-Identifier: MIT */
/*
 * Bytes being written: a growing text that renderers append to, drained to a file when it has one.
 */
#ifndef TIENDO_BUFFER_H
#define TIENDO_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct buffer {
    char *text;  /* stb_ds array of bytes not yet drained; not terminated */
    FILE *sink;  /* where it drains to when large and at buffer_flush(), or NULL: kept in memory */
    bool failed; /* a write to the sink failed; errno of it in error */
    int error;
};

void buffer_put(struct buffer *buffer, const char *bytes, size_t n);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_fill(struct buffer *buffer, char c, size_t times);

/* For a writer of many small pieces: room for `least` bytes or more at the end of the text, how
 * much in *room; and, once it has written there, how far. What stays in the room is lost with the
 * next call of any of these. */
char *buffer_room(struct buffer *buffer, size_t least, size_t *room);
void buffer_end(struct buffer *buffer, const char *end);

void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_format_list(struct buffer *buffer, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Writes all to the sink; false when this or an earlier write failed. */
bool buffer_flush(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);

#endif
