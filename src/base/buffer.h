/* SPDX-License-Identifier: MIT */
/*
 * A growing text that renderers append to. With a sink it is written there whenever it has become
 * large, and by buffer_flush(); without one it stays in memory.
 *
 * Zero-initialised is empty and without a sink. The text belongs to the buffer: buffer_clear()
 * frees it, never the sink. A write that fails is remembered and ends all further writing; the
 * caller hears of it from buffer_flush().
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
    bool failed; /* a write to the sink failed */
    int error;   /* its errno */
};

void buffer_put(struct buffer *buffer, const char *bytes, size_t n);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_fill(struct buffer *buffer, char c, size_t times);

/* To write many small pieces without a call for each: buffer_room() gives room for at least `least`
 * bytes at the end of the text, *room in all; buffer_end() is told where writing into it stopped.
 * The room is valid until the next call of any of these functions. */
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
