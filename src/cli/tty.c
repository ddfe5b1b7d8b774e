/* SPDX-License-Identifier: MIT */
#include "tty.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef _WIN32
#include <sys/ioctl.h>
#endif

#include "mem.h"

enum { WIDEST = 10000 };

static bool color_wanted(void) {
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return (no_color == NULL || no_color[0] == '\0') && (term == NULL || strcmp(term, "dumb") != 0);
}

/* What the terminal says, else COLUMNS, else the 80 that every one has. */
static int terminal_width(int fd) {
#ifdef TIOCGWINSZ
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
#else
    (void)fd;
#endif
    const char *columns = getenv("COLUMNS");
    long width = columns != NULL ? strtol(columns, NULL, 10) : 0;
    return width > 0 && width < WIDEST ? (int)width : 80;
}

struct style tty_style(const struct options *options, FILE *stream) {
    int fd = fileno(stream);
    bool terminal = isatty(fd) != 0;
    return (struct style){
        .lang = options->lang,
        .color = options->color == COLOR_ALWAYS ||
                 (options->color == COLOR_AUTO && terminal && color_wanted()),
        .width = terminal ? terminal_width(fd) : 0,
        .columns = options->columns,
        .columns_count = (int)arrlen(options->columns),
        .sheets = options->sheets,
    };
}
