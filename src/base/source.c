#include "source.h"

#include <string.h>

#include "mem.h"

int32_t sources_add(struct sources *sources, const char *name, char *text, size_t size) {
    size_t n = strlen(name);
    struct source source = {.name = mem_alloc(n + 1), .text = text, .size = size};
    memcpy(source.name, name, n + 1);
    arrput(sources->items, source);
    return (int32_t)arrlen(sources->items) - 1;
}

void sources_clear(struct sources *sources) {
    for (ptrdiff_t i = 0; i < arrlen(sources->items); i++) {
        mem_free(sources->items[i].name);
        mem_free(sources->items[i].text);
    }
    arrfree(sources->items);
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

const char *source_line(const struct source *source, uint32_t line, size_t *length) {
    const char *at = source->text;
    const char *end = at + source->size;
    if (source->size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
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
