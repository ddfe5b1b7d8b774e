/* SPDX-License-Identifier: MIT */
#include "docx_template.h"

#include <stdio.h>
#include <string.h>

#include "markup.h"
#include "mem.h"
#include "package_write.h"

/* What is being filled. */
struct filling_part {
    const struct docx_filler *filler;
    struct docx_wrongs *wrongs;
    const char *part;
    int paragraph; /* that began last */
    bool quiet;    /* a further copy of a row: what is wrong in it has been told */
};

/* The text of one <w:t>, as people read it, and where it stands among the pieces. */
struct run_text {
    size_t piece;       /* index of its tag */
    struct buffer text; /* decoded */
};

/* The pieces of a span, and its texts; owned but for the bytes. */
struct markup_list {
    struct markup *items; /* stb_ds array */
};

static char *copy(const char *text, size_t n) {
    char *out = mem_alloc(n + 1);
    memcpy(out, text, n);
    return out;
}

void docx_wrongs_clear(struct docx_wrongs *wrongs) {
    for (size_t i = 0; i < arrlenu(wrongs->items); i++) {
        mem_free(wrongs->items[i].part);
        mem_free(wrongs->items[i].placeholder);
    }
    arrfree(wrongs->items);
}

static void tell(struct filling_part *f, int paragraph, const char *text, size_t n, bool open) {
    if (!f->quiet) {
        struct docx_wrong wrong = {.part = copy(f->part, strlen(f->part)),
                                   .paragraph = paragraph,
                                   .placeholder = copy(text, n),
                                   .open = open};
        arrput(f->wrongs->items, wrong);
    }
}

/* ---- placeholders of one paragraph ---- */

static bool is_marker(const struct docx_filler *filler, const char *word) {
    for (int i = 0; filler->markers[i] != NULL; i++) {
        if (strcmp(word, filler->markers[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What stands between the braces of text, from `at` up to its end; the caller frees it. */
static char *between(const char *at, size_t n) {
    while (n > 0 && (*at == ' ' || *at == '\n')) {
        at++;
        n--;
    }
    while (n > 0 && (at[n - 1] == ' ' || at[n - 1] == '\n')) {
        n--;
    }
    return copy(at, n);
}

static void fill_one(struct filling_part *f, int paragraph, const char *at, size_t n, int row,
                     struct buffer *out) {
    char *word = between(at, n);
    bool marker = row >= 0 && is_marker(f->filler, word);
    if (!marker && !f->filler->fill(f->filler->data, word, row, out)) {
        tell(f, paragraph, word, strlen(word), false);
    }
    mem_free(word);
}

/* The run in which a byte of the joined text stands. */
static size_t run_of(const size_t *starts, size_t runs, size_t at) {
    size_t run = 0;
    while (run + 1 < runs && starts[run + 1] <= at) {
        run++;
    }
    return run;
}

static const char *seek(const char *text, size_t n, size_t from, const char *pair) {
    for (size_t i = from; i + 1 < n; i++) {
        if (text[i] == pair[0] && text[i + 1] == pair[1]) {
            return text + i;
        }
    }
    return NULL;
}

/* Fills the texts of a paragraph: what a placeholder becomes stands in the run where it began, the
 * rest of it is gone from the others. */
static void fill_runs(struct filling_part *f, int paragraph, struct run_text *runs, size_t count,
                      int row) {
    struct buffer joined = {0};
    size_t *starts = NULL;
    for (size_t i = 0; i < count; i++) {
        arrput(starts, arrlenu(joined.text));
        buffer_put(&joined, runs[i].text.text, arrlenu(runs[i].text.text));
        buffer_clear(&runs[i].text);
    }
    size_t n = arrlenu(joined.text);
    const char *end = joined.text + n;
    for (const char *at = joined.text; at < end;) {
        size_t offset = (size_t)(at - joined.text);
        struct buffer *out = &runs[run_of(starts, count, offset)].text;
        bool begins = at + 1 < end && at[0] == '{' && at[1] == '{';
        const char *close = begins ? seek(joined.text, n, offset + 2, "}}") : NULL;
        if (close != NULL) {
            fill_one(f, paragraph, at + 2, (size_t)(close - at) - 2, row, out);
            at = close + 2;
        } else {
            if (begins) {
                tell(f, paragraph, at + 2, (size_t)(end - at) - 2, true);
            }
            buffer_put(out, at, begins ? 2 : 1);
            at += begins ? 2 : 1;
        }
    }
    arrfree(starts);
    buffer_clear(&joined);
}

/* ---- pieces ---- */

static void fill_span(struct filling_part *f, const struct markup *items, size_t n, int row,
                      struct buffer *out);

/* One past the closing tag of the element that begins at items[0]. */
static size_t element_end(const struct markup *items, size_t n) {
    size_t depth = 0;
    for (size_t i = 0; i < n; i++) {
        if (items[i].element != items[0].element) {
            continue;
        }
        depth += items[i].kind == MARKUP_OPEN;
        depth -= items[i].kind == MARKUP_CLOSE;
        if (depth == 0 && items[i].kind != MARKUP_CHARS) {
            return i + 1;
        }
    }
    return n;
}

/* A <w:t> keeps blanks at its ends only when it says so. */
static void put_text_tag(struct buffer *out, const struct markup *tag) {
    size_t end = tag->kind == MARKUP_ALONE ? tag->n - 2 : tag->n - 1;
    buffer_put(out, tag->at, end);
    if (seek(tag->at, tag->n, 0, "e=") == NULL) { /* xml:space="preserve", its only attribute */
        buffer_text(out, " xml:space=\"preserve\"");
    }
    buffer_text(out, ">");
}

/* The texts of a paragraph itself, not of paragraphs inside it (text boxes). */
static struct run_text *runs_of(const struct markup *items, size_t n) {
    struct run_text *runs = NULL;
    for (size_t i = 1; i < n; i++) {
        if (items[i].element == WORD_PARAGRAPH && items[i].kind == MARKUP_OPEN) {
            i += element_end(items + i, n - i) - 1;
        } else if (items[i].element == WORD_TEXT && items[i].kind == MARKUP_OPEN) {
            struct run_text run = {.piece = i};
            for (size_t k = i + 1; k < n && items[k].kind == MARKUP_CHARS; k++) {
                markup_text(&run.text, items[k].at, items[k].n);
            }
            arrput(runs, run);
        }
    }
    return runs;
}

static bool holds_braces(const struct run_text *runs) {
    for (size_t i = 0; i < arrlenu(runs); i++) {
        if (memchr(runs[i].text.text, '{', arrlenu(runs[i].text.text)) != NULL) {
            return true;
        }
    }
    return false;
}

static void put(struct buffer *out, const struct markup *piece) {
    buffer_put(out, piece->at, piece->n);
}

/* The paragraph with these texts instead of its own; what is inside it is filled in its turn. */
static void put_paragraph(struct filling_part *f, const struct markup *items, size_t n, int row,
                          const struct run_text *runs, struct buffer *out) {
    size_t run = 0;
    put(out, &items[0]);
    for (size_t i = 1; i < n; i++) {
        if (items[i].element == WORD_PARAGRAPH && items[i].kind == MARKUP_OPEN) {
            size_t inside = element_end(items + i, n - i);
            fill_span(f, items + i, inside, row, out);
            i += inside - 1;
        } else if (run < arrlenu(runs) && i == runs[run].piece) {
            put_text_tag(out, &items[i]);
            xml_put(out, runs[run].text.text, arrlenu(runs[run].text.text));
            while (i + 1 < n && items[i + 1].kind == MARKUP_CHARS) {
                i++;
            }
            run++;
        } else {
            put(out, &items[i]);
        }
    }
}

static void fill_paragraph(struct filling_part *f, const struct markup *items, size_t n, int row,
                           struct buffer *out) {
    struct run_text *runs = runs_of(items, n);
    int paragraph = ++f->paragraph;
    bool filled = holds_braces(runs);
    if (filled) {
        fill_runs(f, paragraph, runs, arrlenu(runs), row);
    }
    put_paragraph(f, items, n, row, filled ? runs : NULL, out);
    for (size_t i = 0; i < arrlenu(runs); i++) {
        buffer_clear(&runs[i].text);
    }
    arrfree(runs);
}

/* ---- rows that repeat ---- */

/* The row holds a marker, not only a row inside it. */
static bool repeats(const struct filling_part *f, const struct markup *items, size_t n) {
    struct buffer text = {0};
    for (size_t i = 1; i < n; i++) {
        if (items[i].element == WORD_TABLE_ROW && items[i].kind == MARKUP_OPEN) {
            i += element_end(items + i, n - i) - 1;
        } else if (items[i].element == WORD_TEXT && items[i].kind == MARKUP_OPEN) {
            for (size_t k = i + 1; k < n && items[k].kind == MARKUP_CHARS; k++) {
                markup_text(&text, items[k].at, items[k].n);
            }
        }
    }
    bool found = false;
    size_t length = arrlenu(text.text);
    for (size_t i = 0; i < length && !found; i++) {
        const char *open = seek(text.text, length, i, "{{");
        const char *close =
            open != NULL ? seek(open, length - (size_t)(open - text.text), 2, "}}") : NULL;
        if (close == NULL) {
            break;
        }
        char *word = between(open + 2, (size_t)(close - open) - 2);
        found = is_marker(f->filler, word);
        mem_free(word);
        i = (size_t)(open - text.text) + 1;
    }
    buffer_clear(&text);
    return found;
}

/* A tag without the ids that a document has once: w14:paraId="…", w14:textId="…". */
static struct markup without_id(const struct markup *piece, struct buffer *keep) {
    static const char *const ids[] = {" w14:paraId=\"", " w14:textId=\""};
    struct markup out = *piece;
    buffer_clear(keep);
    for (size_t i = 0; i < out.n; i++) {
        bool skipped = false;
        for (size_t k = 0; k < 2; k++) {
            size_t n = strlen(ids[k]);
            if (out.n - i > n && memcmp(out.at + i, ids[k], n) == 0) {
                const char *end = memchr(out.at + i + n, '"', out.n - i - n);
                i += end != NULL ? (size_t)(end - (out.at + i)) : 0;
                skipped = end != NULL;
                break;
            }
        }
        buffer_put(keep, out.at + i, skipped ? 0 : 1);
    }
    out.at = keep->text;
    out.n = arrlenu(keep->text);
    return out;
}

/* A copy of a row that may stand beside the first. */
static void fill_copy(struct filling_part *f, const struct markup *items, size_t n, int row,
                      struct buffer *out) {
    struct markup *plain = NULL;
    struct buffer *keeps = NULL;
    arrsetlen(keeps, n);
    for (size_t i = 0; i < n; i++) {
        keeps[i] = (struct buffer){0};
        if (items[i].element == WORD_BOOKMARK) {
            continue; /* a document has each once */
        }
        bool tag = items[i].kind == MARKUP_OPEN || items[i].kind == MARKUP_ALONE;
        struct markup piece = tag ? without_id(&items[i], &keeps[i]) : items[i];
        arrput(plain, piece);
    }
    fill_span(f, plain, arrlenu(plain), row, out);
    for (size_t i = 0; i < n; i++) {
        buffer_clear(&keeps[i]);
    }
    arrfree(keeps);
    arrfree(plain);
}

static void fill_row(struct filling_part *f, const struct markup *items, size_t n, int row,
                     struct buffer *out) {
    if (row >= 0 || !repeats(f, items, n)) {
        put(out, &items[0]);
        fill_span(f, items + 1, n - 1, row, out);
        return;
    }
    int paragraph = f->paragraph;
    int after = paragraph;
    for (int i = 0; i < f->filler->rows; i++) {
        f->paragraph = paragraph;
        f->quiet = i > 0;
        put(out, &items[0]);
        i == 0 ? fill_span(f, items + 1, n - 1, i, out) : fill_copy(f, items + 1, n - 1, i, out);
        after = f->paragraph;
    }
    f->paragraph = after;
    f->quiet = false;
}

static void fill_span(struct filling_part *f, const struct markup *items, size_t n, int row,
                      struct buffer *out) {
    for (size_t i = 0; i < n;) {
        bool open = items[i].kind == MARKUP_OPEN;
        size_t end = open ? element_end(items + i, n - i) : 1;
        if (open && items[i].element == WORD_PARAGRAPH) {
            fill_paragraph(f, items + i, end, row, out);
        } else if (open && items[i].element == WORD_TABLE_ROW) {
            fill_row(f, items + i, end, row, out);
        } else {
            f->paragraph += items[i].kind == MARKUP_ALONE && items[i].element == WORD_PARAGRAPH;
            put(out, &items[i]);
            end = 1;
        }
        i += end;
    }
}

/* ---- parts ---- */

/* Where people write: the text, heads and feet of pages, notes. */
static bool is_filled(const char *name) {
    static const char *const beginnings[] = {"word/document", "word/header", "word/footer",
                                             "word/footnotes", "word/endnotes"};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        if (strncmp(name, beginnings[i], length) == 0 && strchr(name + length, '/') == NULL) {
            return n > 4 && strcmp(name + n - 4, ".xml") == 0;
        }
    }
    return false;
}

static void fill_part(const char *name, const struct docx_filler *filler,
                      struct docx_wrongs *wrongs, struct buffer *text) {
    struct filling_part f = {.filler = filler, .wrongs = wrongs, .part = name};
    struct markup_reader reader = markup_begin(text->text, arrlenu(text->text));
    struct markup *items = NULL;
    struct buffer out = {0};
    for (struct markup piece = markup_next(&reader); piece.kind != MARKUP_END;
         piece = markup_next(&reader)) {
        arrput(items, piece);
    }
    fill_span(&f, items, arrlenu(items), -1, &out);
    arrfree(items);
    buffer_clear(text);
    *text = out;
}

static bool read_parts(struct package *package, struct new_part **parts,
                       struct package_failure *failure) {
    static const struct xml_handlers only_look = {0};
    for (size_t i = 0; i < package_count(package); i++) {
        const char *name = package_name(package, i);
        struct new_part part = {.name = name};
        size_t n = strlen(name);
        if (n > 0 && name[n - 1] == '/') {
            continue; /* a folder is no part */
        }
        bool read = package_read(package, name, &part.text, failure);
        arrput(*parts, part);
        if (!read ||
            (is_filled(name) && !package_parse(package, name, &only_look, NULL, failure))) {
            return false;
        }
    }
    return true;
}

bool docx_fill(const char *template, const char *path, const struct docx_filler *filler,
               struct docx_wrongs *wrongs, struct package_failure *reading,
               struct write_failure *writing) {
    struct package *package = package_open(template, reading);
    struct new_part *parts = NULL;
    if (package == NULL) {
        return false;
    }
    bool done = read_parts(package, &parts, reading);
    for (size_t i = 0; i < arrlenu(parts) && done; i++) {
        if (is_filled(parts[i].name)) {
            fill_part(parts[i].name, filler, wrongs, &parts[i].text);
        }
    }
    done =
        done && arrlen(wrongs->items) == 0 && package_write(path, parts, arrlenu(parts), writing);
    for (size_t i = 0; i < arrlenu(parts); i++) {
        buffer_clear(&parts[i].text);
    }
    arrfree(parts);
    package_close(package);
    return done;
}
