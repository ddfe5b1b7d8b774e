/* SPDX-License-Identifier: MIT */
#include "tty.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "system.h"

enum { WIDEST = 10000 };

static bool color_wanted(void) {
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return (no_color == NULL || no_color[0] == '\0') && (term == NULL || strcmp(term, "dumb") != 0);
}

/* What the terminal says, else COLUMNS, else the 80 that every one has. */
static int terminal_width(FILE *stream) {
    int said = system_terminal_width(stream);
    if (said > 0) {
        return said;
    }
    const char *columns = getenv("COLUMNS");
    long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
    return width > 0 && width < WIDEST ? (int)width : 80;
}

struct style tty_style(const struct options *options, FILE *stream) {
    bool terminal = system_is_terminal(stream);
    return (struct style){
        .lang = options->lang,
        .color = options->color == COLOR_ALWAYS ||
                 (options->color == COLOR_AUTO && terminal && color_wanted()),
        .width = terminal ? terminal_width(stream) : 0,
        .columns = options->columns,
        .columns_count = (int)arrlen(options->columns),
        .sheets = options->sheets,
    };
}
