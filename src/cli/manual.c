/* SPDX-License-Identifier: MIT */
#include "manual.h"

#include <assert.h>

#include "choices.h"
#include "command.h"
#include "roff.h"

#ifndef TIENDO_VERSION
#define TIENDO_VERSION "0.0.0"
#endif

/* Man pages carry a day: that of the version, "" while it is not released. */
#ifndef TIENDO_RELEASED
#define TIENDO_RELEASED ""
#endif

static const struct {
    const char *name;                                    /* as asked for */
    void (*put)(struct buffer *out, enum language lang); /* the page */
} pages[] = {
    {"1", manual_program},
    {"5", manual_format},
};

static const char *page_name(int which) {
    return pages[which].name;
}

const struct choices page_choices = {
    .count = sizeof pages / sizeof *pages,
    .name = page_name,
};

void manual_head(struct buffer *out, enum language lang, int section) {
    static const char *const book[LANG_COUNT] = {"Hướng dẫn tiendo", "Manual of tiendo"};
    static const char *const name[LANG_COUNT] = {"TÊN", "NAME"};
    buffer_format(out, ".\\\" tiendo manual %d\n.TH TIENDO %d \"%s\" \"tiendo %s\" \"%s\"\n",
                  section, section, TIENDO_RELEASED, TIENDO_VERSION, book[lang]);
    roff_section(out, name[lang]);
}

enum exit_code manual_run(struct context *context) {
    int page;
    enum exit_code code = command_choice(context, &page_choices, &page);
    if (code == EXIT_DONE) {
        pages[page].put(context->out, context->options->lang);
    }
    return code;
}
