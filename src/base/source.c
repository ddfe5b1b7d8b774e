/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "mem.h"

#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_NONBLOCK
#define O_NONBLOCK 0
#endif

/* Not handed to children, not waiting for a pipe's writer, no line ends changed on the way. */
static const int open_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
#ifdef O_BINARY
                              | O_BINARY
#endif
    ;

/* ---- files ---- */

int source_open(const char *path) {
    return open(path, open_flags);
}

ptrdiff_t source_read(int fd, char *to, size_t n) {
    size_t have = 0;
    while (have < n) {
        ssize_t got = read(fd, to + have, n - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return -1;
        }
        if (got == 0) {
            break;
        }
        have += (size_t)got;
    }
    return (ptrdiff_t)have;
}

/* ---- shelves ---- */

struct text_block {
    size_t size; /* bytes of room */
    size_t used; /* given out */
    size_t holders;
    char room[]; /* the texts, each with its NUL */
};

struct text_block *text_block_make(size_t size) {
    size = size > MEM_LARGE ? size : MEM_LARGE;
    struct text_block *block = mem_realloc(NULL, sizeof *block + size); /* needs no zeros */
    *block = (struct text_block){.size = size, .holders = 1};
    return block;
}

size_t text_block_left(const struct text_block *block) {
    return block->size - block->used;
}

char *text_block_room(struct text_block *block, size_t n) {
    assert(n <= text_block_left(block));
    char *room = block->room + block->used;
    block->used += n;
    block->holders++;
    return room;
}

void text_block_release(struct text_block *block) {
    if (--block->holders == 0) {
        mem_free(block);
    }
}

static void free_text(struct source *source) {
    if (source->block == NULL) {
        mem_free(source->text);
    } else {
        text_block_release(source->block);
    }
    source->block = NULL;
    source->text = NULL;
}

/* ---- texts ---- */

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

int32_t sources_add_pieces(struct sources *sources, const char *name, struct source_piece *pieces) {
    const struct source_piece *last = &arrlast(pieces);
    int32_t file = sources_add(sources, name, NULL, (size_t)last->from + last->size);
    struct source *source = &sources->items[file];
    source->pieces = pieces;
    for (ptrdiff_t i = 0; i < arrlen(pieces); i++) {
        source->sum = source_sums(source->sum, pieces[i].sum, pieces[i].size);
    }
    return file;
}

void sources_clear(struct sources *sources) {
    for (ptrdiff_t i = 0; i < arrlen(sources->items); i++) {
        arrfree(sources->items[i].pieces);
        mem_free(sources->items[i].shown_text);
        if (sources->items[i].text != NULL) {
            free_text(&sources->items[i]);
        }
    }
    arrfree(sources->items);
    pool_clear(&sources->names);
    *sources = (struct sources){0};
}

/* Tells a changed file from the one that was read; nobody is kept from forging it. */
uint32_t source_sum(uint32_t sum, const char *text, size_t size) {
    return (uint32_t)crc32_z(sum, (const unsigned char *)text, size);
}

uint32_t source_sums(uint32_t first, uint32_t second, size_t second_size) {
    return (uint32_t)crc32_combine(first, second, (z_off_t)second_size);
}

void sources_let_go(struct sources *sources, int32_t file) {
    struct source *source = &sources->items[file];
    if (sources->keep || source->once || source->refused || source->text == NULL) {
        return;
    }
    source->sum = source_sum(0, source->text, source->size);
    free_text(source);
}

/* Is the text of a file what was let go? */
static bool bring_back(const struct source *source, char *text) {
    int fd = source_open(source->name);
    if (fd < 0) {
        return false;
    }
    bool same = source_read(fd, text, source->size + 1) == (ptrdiff_t)source->size &&
                source_sum(0, text, source->size) == source->sum;
    close(fd);
    text[source->size] = '\0';
    return same;
}

bool source_read_piece(const struct source *source, const struct source_piece *piece, char *to) {
    int fd = source_open(source->name);
    if (fd < 0) {
        return false;
    }
    bool same = lseek(fd, (off_t)piece->from, SEEK_SET) == (off_t)piece->from &&
                source_read(fd, to, piece->size) == (ptrdiff_t)piece->size &&
                source_sum(0, to, piece->size) == piece->sum;
    close(fd);
    return same;
}

const char *sources_text(const struct sources *sources, int32_t file) {
    struct source *source = &sources->items[file];
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

static const struct source_piece *piece_with(const struct source *source, uint32_t line) {
    const struct source_piece *piece = source->pieces;
    const struct source_piece *end = piece + arrlen(source->pieces);
    while (piece + 1 < end && piece[1].above < line) {
        piece++;
    }
    return piece;
}

/* The messages about a file come in the order of its lines: mostly the piece is at hand. */
static const char *line_of_piece(struct source *source, uint32_t line, size_t *length) {
    const struct source_piece *piece = piece_with(source, line);
    if (piece != source->shown) {
        source->shown = piece;
        mem_free(source->shown_text);
        source->shown_text = mem_alloc((size_t)piece->size + 1);
        if (!source_read_piece(source, piece, source->shown_text)) {
            mem_free(source->shown_text);
            source->shown_text = NULL;
        }
    }
    const char *text = source->shown_text;
    return text != NULL ? line_of(text, piece->size, line - piece->above, length) : NULL;
}

const char *sources_line(const struct sources *sources, int32_t file, uint32_t line,
                         size_t *length) {
    struct source *source = &sources->items[file];
    if (source->text == NULL && source->pieces != NULL) {
        return line_of_piece(source, line, length);
    }
    const char *text = sources_text(sources, file);
    return text != NULL ? line_of(text, source->size, line, length) : NULL;
}
