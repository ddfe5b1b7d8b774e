/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <assert.h>
#include <sha2.h>
#include <string.h>
#include <zlib.h>

#include "mem.h"
#include "path.h"
#include "system.h"

enum { WORTH_TRIMMING = 1 << 19 }; /* bytes of text let go */

int32_t sources_add(struct sources *sources, const char *name, char *text, size_t size) {
    struct source source = {
        .name = pool_text(&sources->names, name, strlen(name)), .text = text, .size = size};
    arrput(sources->items, source);
    return (int32_t)arrlen(sources->items) - 1;
}

size_t sources_bytes(const struct sources *sources) {
    size_t bytes = 0;
    for (ptrdiff_t i = 0; i < arrlen(sources->items); i++) {
        bytes += sources->items[i].size;
    }
    return bytes;
}

void sources_clear(struct sources *sources) {
    for (ptrdiff_t i = 0; i < arrlen(sources->items); i++) {
        mem_free(sources->items[i].text);
    }
    arrfree(sources->items);
    pool_clear(&sources->names);
    *sources = (struct sources){0};
}

/* Tells a changed file from the one that was read; nobody is kept from forging it. */
static uint32_t sum_of(const char *text, size_t size) {
    return (uint32_t)crc32_z(0, (const unsigned char *)text, size);
}

static_assert(DIGEST_TEXT == SHA256_DIGEST_STRING_LENGTH, "as libmd prints it");

static void digest(struct source *source) {
    SHA256Data((const uint8_t *)source->text, source->size, source->sha256);
}

const char *sources_sha256(const struct sources *sources, int32_t file) {
    struct source *source = &sources->items[file];
    if (source->sha256[0] == '\0' && source->text != NULL) {
        digest(source);
    }
    return source->sha256;
}

void sources_list_sha256(const struct sources *sources, const int32_t *files, size_t count,
                         char sha256[DIGEST_TEXT]) {
    SHA2_CTX sum;
    SHA256Init(&sum);
    for (size_t i = 0; i < count; i++) {
        const char *parts[] = {sources_sha256(sources, files[i]), "  ",
                               path_name(sources->items[files[i]].name), "\n"};
        for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
            SHA256Update(&sum, (const uint8_t *)parts[p], strlen(parts[p]));
        }
    }
    SHA256End(&sum, sha256);
}

void sources_let_go(struct sources *sources, int32_t file) {
    struct source *source = &sources->items[file];
    if (source->once || source->refused || source->text == NULL) {
        return;
    }
    source->sum = sum_of(source->text, source->size);
    if (sources->digests) {
        digest(source);
    }
    mem_free(source->text);
    source->text = NULL;
    sources->let_go += source->size;
    if (sources->let_go > WORTH_TRIMMING) {
        sources->let_go = 0;
        mem_trim();
    }
}

/* Is the text of a file what was let go? */
static bool bring_back(const struct source *source, char *text) {
    int fd = system_open(source->name);
    if (fd < 0) {
        return false;
    }
    bool same = system_read(fd, text, source->size + 1) == (ptrdiff_t)source->size &&
                sum_of(text, source->size) == source->sum;
    system_close(fd);
    text[source->size] = '\0';
    return same;
}

static const char *text_of(struct source *source) {
    if (source->text == NULL) {
        char *text = mem_alloc(source->size + 1);
        if (!bring_back(source, text)) {
            mem_free(text);
            return NULL;
        }
        source->text = text;
    }
    return source->text;
}

const char *sources_name(const struct sources *sources, int32_t file) {
    return file >= 0 && file < arrlen(sources->items) ? sources->items[file].name : "";
}

/* End of the line that begins at `at`: its \n or \r, or the end of the text. */
static const char *line_end(const char *at, const char *end) {
    while (at < end && *at != '\n' && *at != '\r') {
        at++;
    }
    return at;
}

static const char *line_of(const char *text, size_t size, uint32_t line, size_t *length) {
    const char *at = text;
    const char *end = at + size;
    if (size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
        at += 3;
    }
    for (uint32_t i = 1; i < line; i++) {
        at = line_end(at, end);
        if (at == end) {
            return NULL;
        }
        at += at[0] == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
    }
    *length = (size_t)(line_end(at, end) - at);
    return at;
}

const char *sources_line(const struct sources *sources, int32_t file, uint32_t line,
                         size_t *length) {
    struct source *source = &sources->items[file];
    const char *text = text_of(source);
    return text != NULL ? line_of(text, source->size, line, length) : NULL;
}
