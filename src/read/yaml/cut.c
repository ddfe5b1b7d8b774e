/* SPDX-License-Identifier: MIT */
#include "cut.h"

#include <string.h>
#include <unistd.h>

#include "mem.h"

struct cut_sizes cut_sizes = {.least = 4 << 20, .piece = 128 << 10};

enum { LOOK_BYTES = 256 << 10 }; /* looked at together; no line may be longer */

static const char section_key[] = "actuals";
static const char section_line[] = "actuals:\n"; /* above the items of a piece */

enum { SECTION_LINE = sizeof section_line - 1 };

/* An escape that stands for a letter, or for a line end and nothing (U+0085, U+2028, U+2029, too)
 */
static bool may_hide_letters(const char *text) {
    const char *at = text;
    while ((at = strchr(at, '\\')) != NULL) {
        at++;
        if (*at != '\0' && strchr("xuU\r\n\xC2\xE2", *at) != NULL) {
            return true;
        }
    }
    return false;
}

bool text_may_declare(const char *text) {
    static const char *const words[] = {"indicators", "orgs", "year_window", "edges"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(text, words[i]) != NULL) {
            return true;
        }
    }
    return may_hide_letters(text);
}

/* ---- where to cut ---- */

/* A look through a file from its start to its end. */
struct cut_look {
    struct source_piece *pieces; /* stb_ds array: those behind the first lie in one section */
    uint32_t above;              /* lines above the one in hand */
    size_t indent;               /* blanks before the items of the section in hand */
    enum { ELSEWHERE, BEFORE_ITEMS, IN_ITEMS } at;
};

static bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/* At the start of a line. Not by strspn(): a strict sanitizer looks for the NUL at each call, which
 * makes a square of many lines. */
static size_t blanks(const char *line) {
    size_t n = 0;
    while (line[n] == ' ') {
        n++;
    }
    return n;
}

/* `actuals:` and no more than a comment. */
static bool is_section(const char *line) {
    if (strncmp(line, section_line, SECTION_LINE - 1) != 0) {
        return false;
    }
    const char *behind = line + SECTION_LINE - 1;
    const char *rest = behind + blanks(behind);
    return ends_line(*rest) || (*rest == '#' && rest > behind);
}

/* Does a sign of an item, with its blank or alone, stand there? */
static bool is_item(const char *sign) {
    return sign[0] == '-' && (sign[1] == ' ' || ends_line(sign[1]));
}

/* Keys of the root, marks of documents, and what is no YAML: they begin at the first column. */
static bool is_outside(const char *line) {
    return line[0] != ' ' && line[0] != '#' && !ends_line(line[0]) && !is_item(line);
}

static bool begins_item(const struct cut_look *look, const char *line, size_t n) {
    size_t indent = look->indent;
    return n > indent + 1 && is_item(line + indent) && blanks(line) == indent;
}

enum line_kind { LINE_INSIDE, LINE_OUTSIDE, LINE_OF_ITEM };

/* What a line is, its end included. */
static enum line_kind look_at(struct cut_look *look, const char *line, size_t n) {
    if (is_outside(line)) {
        look->at = is_section(line) ? BEFORE_ITEMS : ELSEWHERE;
        return LINE_OUTSIDE;
    }
    if (look->at == IN_ITEMS) {
        return begins_item(look, line, n) ? LINE_OF_ITEM : LINE_INSIDE;
    }
    size_t indent = blanks(line);
    if (look->at == BEFORE_ITEMS && line[indent] != '#' && !ends_line(line[indent])) {
        look->indent = indent;
        look->at = is_item(line + indent) ? IN_ITEMS : ELSEWHERE;
    }
    return LINE_INSIDE;
}

static void grow(struct cut_look *look, const char *text, size_t n) {
    struct source_piece *last = &arrlast(look->pieces);
    last->sum = source_sum(last->sum, text, n);
    last->size += (uint32_t)n;
}

static void begin(struct cut_look *look) {
    const struct source_piece *last = &arrlast(look->pieces);
    struct source_piece next = {.from = last->from + last->size, .above = look->above};
    arrput(look->pieces, next);
}

/* The section in hand was not the last one: what was cut is one piece after all. */
static void join(struct cut_look *look) {
    struct source_piece *first = &look->pieces[0];
    for (ptrdiff_t i = 1; i < arrlen(look->pieces); i++) {
        const struct source_piece *next = &look->pieces[i];
        first->sum = source_sums(first->sum, next->sum, next->size);
        first->size += next->size;
    }
    arrsetlen(look->pieces, 1);
}

/* Looks at n bytes of whole lines, ended by a NUL. */
static void look_through(struct cut_look *look, const char *text, size_t n) {
    const char *end = text + n;
    const char *from = text; /* of what no piece has yet */
    const char *next;
    for (const char *line = text; line < end; line = next) {
        next = memchr(line, '\n', (size_t)(end - line));
        next = next != NULL ? next + 1 : end;
        enum line_kind kind = look_at(look, line, (size_t)(next - line));
        size_t grown = (size_t)(line - from);
        if (kind == LINE_OUTSIDE && arrlen(look->pieces) > 1) {
            join(look);
        } else if (kind == LINE_OF_ITEM && arrlast(look->pieces).size + grown >= cut_sizes.piece) {
            grow(look, from, grown);
            begin(look);
            from = line;
        }
        look->above++;
    }
    grow(look, from, (size_t)(end - from));
}

/* Lines that end in \r alone are counted otherwise. */
static bool ends_lines_plainly(const char *text, size_t n) {
    const char *end = text + n;
    const char *at = text;
    while ((at = memchr(at, '\r', (size_t)(end - at))) != NULL && at[1] == '\n') {
        at++;
    }
    return at == NULL;
}

/* Bytes of the whole lines at the start of a text; of all of it when it is the last. */
static size_t whole_lines(const char *text, size_t n, bool last) {
    while (!last && n > 0 && text[n - 1] != '\n') {
        n--;
    }
    return n;
}

/* Looks at all of a file; true when it was read as expected and may be cut. */
static bool look_through_file(struct cut_look *look, int fd, size_t size) {
    char *text = mem_realloc(NULL, LOOK_BYTES + 1);
    size_t kept = 0; /* bytes of a line that was not read to its end */
    size_t seen = 0;
    bool plain = true;
    for (bool last = false; plain && !last;) {
        ptrdiff_t got = source_read(fd, text + kept, LOOK_BYTES - kept);
        size_t n = kept + (got > 0 ? (size_t)got : 0);
        last = n < LOOK_BYTES;
        size_t lines = whole_lines(text, n, last);
        char behind = text[lines];
        text[lines] = '\0';
        plain = got >= 0 && (lines > 0 || last) && ends_lines_plainly(text, lines) &&
                !text_may_declare(text);
        look_through(look, text, plain ? lines : 0);
        text[lines] = behind;
        kept = n - lines;
        seen += lines;
        memmove(text, text + lines, kept);
    }
    mem_free(text);
    return plain && seen == size;
}

struct source_piece *cut_file(const char *name, size_t size) {
    struct cut_look look = {0};
    int fd = size < cut_sizes.least ? -1 : source_open(name);
    if (fd < 0) {
        return NULL;
    }
    arrput(look.pieces, (struct source_piece){0});
    if (!look_through_file(&look, fd, size) || arrlen(look.pieces) == 1) {
        arrfree(look.pieces);
    }
    close(fd);
    return look.pieces;
}

/* ---- reading a piece ---- */

void cut_read(struct tree *tree, struct keys *keys, const struct sources *sources, int32_t file,
              int32_t piece, struct findings *findings) {
    const struct source *source = &sources->items[file];
    const struct source_piece *at = &source->pieces[piece];
    size_t head = piece > 0 ? SECTION_LINE : 0;
    char *text = mem_realloc(NULL, head + at->size + 1);
    memcpy(text, section_line, head);
    *tree = (struct tree){0};
    if (source_read_piece(source, at, text + head)) {
        text[head + at->size] = '\0';
        struct passage passage = {
            .text = text,
            .size = head + at->size,
            .file = file,
            .above = piece > 0 ? at->above - 1 : 0,
        };
        tree_read(tree, keys, &passage, findings);
    }
    mem_free(text);
}

/* The last child of a mapping, or NULL. */
static const struct node *last_of(const struct node *root) {
    const struct node *child = root != NULL && root->kind == NODE_MAPPING ? root->first : NULL;
    while (child != NULL && child->next != NULL) {
        child = child->next;
    }
    return child;
}

bool cut_proven(const struct tree *tree, int32_t piece, uint32_t *column) {
    const struct node *section = last_of(tree->root);
    if (!tree->plain || section == NULL || section->kind != NODE_LIST || section->flow ||
        strcmp(node_key(section), section_key) != 0) {
        return false;
    }
    *column = piece == 0 ? section->place.column : *column;
    return section->place.column == *column;
}
