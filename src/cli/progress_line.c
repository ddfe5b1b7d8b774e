/* SPDX-License-Identifier: MIT */
#include "progress_line.h"

#include <assert.h>
#include <string.h>

#include "buffer.h"
#include "cli_words.h"
#include "mem.h"
#include "system.h"
#include "text.h"

static const double patience = 0.5; /* seconds before the first line */
static const double pace = 0.1;     /* seconds between two lines */

static void wipe(struct progress_line *line) {
    if (line->written > 0) {
        fprintf(line->stream, "\r%*s\r", (int)line->width, "");
        fflush(line->stream);
        line->written = 0;
        line->width = 0;
    }
}

static void write_line(struct progress_line *line, enum work work, size_t done, size_t total) {
    static const enum word says[] = {
        [WORK_FILES_READ] = WORD_FILES_READ,     [WORK_ORGS_JUDGED] = WORD_ORGS_JUDGED,
        [WORK_ROWS_WRITTEN] = WORD_ROWS_WRITTEN, [WORK_PACKED] = WORD_PACKED,
        [WORK_PARTS_READ] = WORD_PARTS_READ,
    };
    static_assert(sizeof says / sizeof says[0] == WORK_COUNT, "words for each kind of work");
    char first[32];
    char second[32];
    struct buffer text = {0};
    snprintf(first, sizeof first, "%zu", done);
    snprintf(second, sizeof second, "%zu", total);
    const char *args[WORD_ARGS] = {first, second};
    words_put(&text, line->lang, says[work], args);
    line->width = text_width(text.text, arrlenu(text.text));
    fprintf(line->stream, "\r%.*s", (int)arrlen(text.text), text.text);
    fflush(line->stream);
    buffer_clear(&text);
}

static void tell(struct progress *progress, enum work work, size_t done, size_t total) {
    struct progress_line *line = (struct progress_line *)progress;
    double at = system_seconds();
    if (done >= total) {
        wipe(line);
    } else if (at - line->begun > patience && at - line->written > pace) {
        write_line(line, work, done, total);
        line->written = at;
    }
}

struct progress *progress_line_begin(struct progress_line *line, FILE *stream, enum language lang) {
    *line = (struct progress_line){
        .progress = {tell}, .stream = stream, .lang = lang, .begun = system_seconds()};
    return system_is_terminal(stream) ? &line->progress : NULL;
}

void progress_line_end(struct progress_line *line) {
    wipe(line);
}
