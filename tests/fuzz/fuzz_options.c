/* SPDX-License-Identifier: MIT */
/* Command lines: the words between line ends. A slip is said, and the same each time. */
#include <string.h>

#include "command.h"
#include "fuzz.h"
#include "mem.h"
#include "usage_error.h"

/* Everything that is said about a command line. */
static void say(int argc, char *argv[], struct buffer *out) {
    struct options options;
    struct usage_error slip = {.word = WORD_NONE};
    options_init(&options);
    bool good = options_parse(&options, argc, argv, &slip);
    PROMISE(good == (slip.word == WORD_NONE));
    PROMISE(options.lang < LANG_COUNT && options.color < COLOR_COUNT);
    PROMISE(options.year >= 0 && options.year <= 9999);
    PROMISE(options.seen < OPTION_BIT(OPTION_COUNT));
    PROMISE(options.command != NULL || arrlen(options.paths) == 0);
    int count = 0;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count && good; i++) {
        struct usage_error misfit = {.word = WORD_NONE};
        bool fits = options_fit(&options, &commands[i].limits, &misfit);
        PROMISE(fits == (misfit.word == WORD_NONE));
        unsigned own = options.seen & ~COMMON_OPTIONS;
        PROMISE(!fits || (own & ~commands[i].limits.takes) == 0);
        if (!fits) {
            usage_error_print(&misfit, out, options.lang, commands[i].limits.name);
        }
    }
    if (!good) {
        usage_error_print(&slip, out, options.lang, NULL);
        PROMISE(arrlen(out->text) > 0);
    }
    options_clear(&options);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    enum { WORDS = 32 };
    char *line = mem_alloc(size + 1);
    if (size > 0) {
        memcpy(line, data, size);
    }
    char name[] = "tiendo";
    char *argv[WORDS + 2] = {name};
    int argc = 1;
    char *rest = line;
    while (size > 0 && rest != NULL && argc <= WORDS) {
        argv[argc++] = rest;
        rest = strchr(rest, '\n');
        if (rest != NULL) {
            *rest++ = '\0';
        }
    }
    struct buffer once = {0};
    struct buffer again = {0};
    say(argc, argv, &once);
    say(argc, argv, &again);
    PROMISE(same_bytes(&once, &again));
    buffer_clear(&once);
    buffer_clear(&again);
    mem_free(line);
    return 0;
}
