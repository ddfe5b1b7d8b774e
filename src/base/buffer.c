/* SPDX-License-Identifier: MIT */
#include "buffer.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "mem.h"

enum { DRAIN_AT = 65536, FIRST_ROOM = 120 /* most are no longer */ };

static void drain(struct buffer *buffer) {
    size_t n = arrlenu(buffer->text);
    if (n > 0 && !buffer->failed && fwrite(buffer->text, 1, n, buffer->sink) != n) {
        buffer->failed = true;
        buffer->error = errno;
    }
    arrsetlen(buffer->text, 0);
}

void buffer_put(struct buffer *buffer, const char *bytes, size_t n) {
    if (n == 0) {
        return;
    }
    if (arrcap(buffer->text) == 0) {
        arrsetcap(buffer->text, FIRST_ROOM);
    }
    memcpy(arraddnptr(buffer->text, n), bytes, n);
    if (buffer->sink != NULL && arrlenu(buffer->text) >= DRAIN_AT) {
        drain(buffer);
    }
}

void buffer_text(struct buffer *buffer, const char *text) {
    buffer_put(buffer, text, strlen(text));
}

void buffer_fill(struct buffer *buffer, char c, size_t times) {
    if (times > 0) {
        memset(arraddnptr(buffer->text, times), c, times);
    }
}

char *buffer_room(struct buffer *buffer, size_t least, size_t *room) {
    size_t used = arrlenu(buffer->text);
    if (arrcap(buffer->text) - used < least) {
        arrsetcap(buffer->text, used + least);
    }
    *room = arrcap(buffer->text) - used;
    return buffer->text + used;
}

void buffer_end(struct buffer *buffer, const char *end) {
    arrsetlen(buffer->text, (size_t)(end - buffer->text));
}

void buffer_format_list(struct buffer *buffer, const char *format, va_list args) {
    size_t room;
    char *at = buffer_room(buffer, FIRST_ROOM, &room);
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(at, room, format, again);
    va_end(again);
    if (n > 0 && (size_t)n >= room) { /* it did not fit, but now it is known how much there is */
        at = buffer_room(buffer, (size_t)n + 1, &room);
        vsnprintf(at, room, format, args);
    }
    buffer_end(buffer, at + (n > 0 ? n : 0));
}

void buffer_format(struct buffer *buffer, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buffer_format_list(buffer, format, args);
    va_end(args);
}

bool buffer_flush(struct buffer *buffer) {
    if (buffer->sink != NULL) {
        drain(buffer);
        if (!buffer->failed && fflush(buffer->sink) != 0) {
            buffer->failed = true;
            buffer->error = errno;
        }
    }
    return !buffer->failed;
}

void buffer_clear(struct buffer *buffer) {
    arrfree(buffer->text);
}
