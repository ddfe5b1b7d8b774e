/* SPDX-License-Identifier: MIT */
/* list: what a book holds: its organisations, its indicators, the days of its figures. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "choices.h"
#include "command.h"
#include "grid.h"
#include "json_writer.h"
#include "label.h"
#include "load.h"
#include "mem.h"
#include "renderers.h"
#include "words.h"

enum { CELLS_MOST = 7 };

/* A line of a list: texts, "" for none. Numbers are plain. */
struct list_line {
    const char *cells[CELLS_MOST];
};

struct list_column {
    const char *key;                 /* in CSV and JSON; NULL: no more columns */
    const char *heading[LANG_COUNT]; /* for people */
    bool number;                     /* its cells are whole numbers */
};

/* A list being made. */
struct listing {
    const struct book *book;
    enum language lang;
    struct list_line *lines; /* stb_ds array */
    struct pool pool;        /* owns their numbers */
};

static const char *number(struct listing *list, size_t value) {
    char text[32];
    int n = snprintf(text, sizeof text, "%zu", value);
    return pool_text(&list->pool, text, (size_t)n);
}

static void put_count(struct listing *list, size_t line, int cell, size_t *counts) {
    list->lines[line].cells[cell] = number(list, counts[line]);
}

/* A text of the book, in English where the book says how it reads. */
static const char *said(const struct listing *list, const char *text) {
    const char *english =
        text != NULL && list->lang == LANG_EN ? book_english(list->book, text) : NULL;
    return english != NULL ? english : text != NULL ? text : "";
}

/* ---- what is listed ---- */

static void list_orgs(struct listing *list) {
    const struct book *book = list->book;
    size_t n = arrlenu(book->orgs);
    size_t *counts = (size_t *)mem_alloc((2 * n + 1) * sizeof *counts);
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        counts[book->targets.packed[i].org]++;
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        counts[n + (size_t)book->figures.packed[i].org]++;
    }
    for (size_t i = 0; i < n; i++) {
        const struct org *org = &book->orgs[i];
        struct list_line line = {
            {org->id, org_name(org, list->lang), number(list, (size_t)org->members_total)}};
        arrput(list->lines, line);
        put_count(list, i, 3, counts);
        put_count(list, i, 4, counts + n);
    }
    mem_free(counts);
}

static void list_indicators(struct listing *list) {
    const struct book *book = list->book;
    size_t n = arrlenu(book->indicators);
    size_t *counts = (size_t *)mem_alloc((2 * n + 1) * sizeof *counts);
    for (size_t i = 0; i < targets_count(&book->targets); i++) {
        counts[book->targets.packed[i].indicator]++;
    }
    for (size_t i = 0; i < figures_count(&book->figures); i++) {
        counts[n + (size_t)book->figures.packed[i].indicator]++;
    }
    for (size_t i = 0; i < n; i++) {
        const struct indicator *indicator = &book->indicators[i];
        struct list_line line = {
            {indicator->id, indicator_name(indicator, list->lang), said(list, indicator->unit.text),
             indicator_kind_key(indicator->kind), said(list, indicator->group)}};
        arrput(list->lines, line);
        put_count(list, i, 5, counts);
        put_count(list, i, 6, counts + n);
    }
    mem_free(counts);
}

/* A day on which an organisation has figures. */
struct listed_day {
    int32_t org;
    struct date date;
};

static int later_day(const void *left, const void *right) {
    const struct listed_day *a = left;
    const struct listed_day *b = right;
    return a->org != b->org ? (a->org > b->org) - (a->org < b->org) : date_cmp(a->date, b->date);
}

static void list_dates(struct listing *list) {
    const struct figures *figures = &list->book->figures;
    struct listed_day *days = NULL;
    for (size_t i = 0; i < figures_count(figures); i++) {
        struct listed_day day = {figures->packed[i].org, packed_date(&figures->packed[i])};
        arrput(days, day);
    }
    if (days != NULL) {
        qsort(days, arrlenu(days), sizeof *days, later_day);
    }
    for (size_t i = 0, same = 0; i < arrlenu(days); i += same) {
        char text[DATE_TEXT];
        for (same = 1; i + same < arrlenu(days) && later_day(&days[i], &days[i + same]) == 0;) {
            same++;
        }
        const struct org *org = &list->book->orgs[days[i].org];
        date_print(days[i].date, text);
        struct list_line line = {{org->id, org_name(org, list->lang),
                                  pool_text(&list->pool, text, strlen(text)), number(list, same)}};
        arrput(list->lines, line);
    }
    arrfree(days);
}

static const struct list_kind {
    const char *word; /* after `list` */
    void (*make)(struct listing *list);
    struct list_column columns[CELLS_MOST + 1];
} kinds[] = {
    {"orgs",
     list_orgs,
     {{"org", {"Mã", "Id"}, false},
      {"name", {"Tên", "Name"}, false},
      {"members", {"Thành viên", "Members"}, true},
      {"targets", {"Kế hoạch", "Targets"}, true},
      {"figures", {"Số liệu", "Figures"}, true}}},
    {"indicators",
     list_indicators,
     {{"indicator", {"Mã", "Id"}, false},
      {"name", {"Tên", "Name"}, false},
      {"unit", {"Đơn vị tính", "Unit"}, false},
      {"kind", {"Loại", "Kind"}, false},
      {"group", {"Mục", "Group"}, false},
      {"targets", {"Kế hoạch", "Targets"}, true},
      {"figures", {"Số liệu", "Figures"}, true}}},
    {"dates",
     list_dates,
     {{"org", {"Mã", "Id"}, false},
      {"name", {"Tên", "Name"}, false},
      {"date", {"Ngày", "Date"}, false},
      {"figures", {"Số liệu", "Figures"}, true}}},
};

static const char *kind_word(int which) {
    return kinds[which].word;
}

const struct choices list_choices = {.count = sizeof kinds / sizeof kinds[0], .name = kind_word};

/* ---- how it is printed ---- */

static void put_text(struct context *context, const struct list_kind *kind,
                     const struct listing *list) {
    struct grid grid = {0};
    for (int i = 0; kind->columns[i].key != NULL; i++) {
        struct grid_column column = {.heading = kind->columns[i].heading[list->lang],
                                     .align = kind->columns[i].number ? ALIGN_RIGHT : ALIGN_LEFT};
        arrput(grid.columns, column);
    }
    for (size_t i = 0; i < arrlenu(list->lines); i++) {
        struct grid_line *line = grid_add(&grid, GRID_CELLS);
        for (int k = 0; kind->columns[k].key != NULL; k++) {
            const char *cell = list->lines[i].cells[k];
            bool nothing = kind->columns[k].number && strcmp(cell, "0") == 0;
            arrput(line->cells, grid_text(&grid, nothing ? "–" : cell));
        }
    }
    grid_fit(&grid, context->out_style.width > 0 ? (size_t)context->out_style.width : SIZE_MAX);
    grid_put(context->out, &grid, context->out_style.color);
    grid_clear(&grid);
}

/* As print/csv.c writes texts: quoted where needed, no formula to a spreadsheet. */
static void put_field(struct buffer *out, const char *text) {
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    buffer_text(out, quoted ? "\"" : "");
    buffer_text(out, text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL ? "'" : "");
    for (; *text != '\0'; text++) {
        buffer_put(out, "\"", *text == '"' ? 1 : 0);
        buffer_put(out, text, 1);
    }
    buffer_text(out, quoted ? "\"" : "");
}

static void put_csv(struct buffer *out, const struct list_kind *kind, const struct listing *list) {
    for (int k = 0; kind->columns[k].key != NULL; k++) {
        buffer_format(out, "%s%s", k > 0 ? "," : "", kind->columns[k].key);
    }
    buffer_text(out, "\r\n");
    for (size_t i = 0; i < arrlenu(list->lines); i++) {
        for (int k = 0; kind->columns[k].key != NULL; k++) {
            buffer_text(out, k > 0 ? "," : "");
            put_field(out, list->lines[i].cells[k]);
        }
        buffer_text(out, "\r\n");
    }
}

static void put_json(struct buffer *out, const struct list_kind *kind, const struct listing *list) {
    struct json json = {.out = out};
    json_open(&json, '{');
    json_key_int(&json, "version", 1);
    json_key(&json, kind->word);
    json_open(&json, '[');
    for (size_t i = 0; i < arrlenu(list->lines); i++) {
        json_line(&json);
        json_open(&json, '{');
        for (int k = 0; kind->columns[k].key != NULL; k++) {
            const char *cell = list->lines[i].cells[k];
            if (kind->columns[k].number) {
                json_key_plain(&json, kind->columns[k].key, cell);
            } else {
                json_key_text(&json, kind->columns[k].key, cell);
            }
        }
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    buffer_text(out, "\n");
}

static void print(struct context *context, const struct list_kind *kind, const struct book *book) {
    enum format format = context->options->format;
    /* scripts get the names of the book, whatever the language */
    struct listing list = {.book = book,
                           .lang = format == FORMAT_TEXT ? context->options->lang : LANG_VI};
    kind->make(&list);
    if (format == FORMAT_CSV) {
        put_csv(context->out, kind, &list);
    } else if (format == FORMAT_JSON) {
        put_json(context->out, kind, &list);
    } else {
        put_text(context, kind, &list);
    }
    arrfree(list.lines);
    pool_clear(&list.pool);
}

/* `list WHAT [PATH...]`. A book with errors is listed too, as far as it could be read: what it
 * holds is asked when something is wrong with it; what that is follows on err. */
enum exit_code list_run(struct context *context) {
    struct options taken = *context->options;
    struct context all = *context;
    struct loaded loaded;
    struct context first = *context;
    int which = 0;
    taken.paths = NULL;
    if (arrlen(context->options->paths) > 0) {
        arrput(taken.paths, context->options->paths[0]);
    }
    first.options = &taken;
    enum exit_code code = command_choice(&first, &list_choices, &which);
    arrsetlen(taken.paths, 0);
    for (ptrdiff_t i = 1; i < arrlen(context->options->paths); i++) {
        arrput(taken.paths, context->options->paths[i]);
    }
    if (code == EXIT_DONE) {
        all.options = &taken;
        code = load(&all, &loaded);
        if (code == EXIT_DONE) {
            print(context, &kinds[which], &loaded.book);
            if (loaded_has_errors(&loaded)) {
                render_findings_short(context->err, &loaded.findings, &loaded.sources,
                                      &context->err_style);
                code = EXIT_FINDINGS;
            }
        }
        loaded_clear(&loaded);
    }
    arrfree(taken.paths);
    return code;
}
