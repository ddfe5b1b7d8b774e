/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <string.h>

#include "choices.h"
#include "command.h"
#include "help.h"
#include "mem.h"
#include "progress_line.h"
#include "signals.h"
#include "tty.h"

/* Options of all commands that read files. */
#define READING (OPTION_BIT(OPTION_MAX_SIZE) | OPTION_BIT(OPTION_JOBS))

/* Options of status and export: which rows, as of which day. */
#define SELECTION                                                                                  \
    (OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ORG) |                 \
     OPTION_BIT(OPTION_INDICATOR) | OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_COLUMNS) |         \
     OPTION_BIT(OPTION_SORT) | READING)

/* Options that mean something of their own to init: it writes for one organisation and year. */
static const struct option_words init_words[OPTION_COUNT] = {
    [OPTION_YEAR] = {.value = {"NĂM", "YEAR"},
                     .help = {"năm của các tệp được ghi; phải ghi rõ",
                              "the year of the files to write; has to be given"}},
    [OPTION_ORG] = {.value = {"ĐƠN_VỊ", "ORG"},
                    .help = {"mã của đơn vị; lập tệp mới mà không ghi thì là don-vi",
                             "the id of the organisation; don-vi in new files unless given"}},
};

static const struct command commands[] = {
    {.limits = {.name = "check",
                .takes = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_STRICT) | READING,
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_SHORT) |
                           FORMAT_BIT(FORMAT_JSON) | FORMAT_BIT(FORMAT_SARIF)},
     .run = check_run,
     .help = {"soát dữ liệu, nêu mọi lỗi trong một lần chạy",
              "check the input, all findings in one run"}},
    {.limits = {.name = "status",
                .takes = SELECTION | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_FAIL_ON),
                .formats =
                    FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_CSV) | FORMAT_BIT(FORMAT_JSON)},
     .run = status_run,
     .help = {"bảng so thực hiện với kế hoạch, mỗi chỉ tiêu một dòng",
              "the comparison as a table, a row per goal"}},
    {.limits = {.name = "export",
                .takes = SELECTION | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_SHEETS)},
     .run = export_run,
     .help = {"ghi bảng so sánh ra tệp Excel (hoặc csv, json)",
              "write the comparison to a workbook (or csv, json)"}},
    {.limits = {.name = "why",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) | READING},
     .run = why_run,
     .operands = {" ĐƠN_VỊ CHỈ_TIÊU", " ORG INDICATOR"},
     .suggests = {SUGGEST_ORGS, SUGGEST_INDICATORS},
     .help = {"giải thích một chỉ tiêu: số từ đâu, tính thế nào, vì sao kết luận vậy",
              "explain one goal: every number, where it comes from, how the verdict fell"}},
    {.limits = {.name = "init",
                .takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_FROM_YEAR) |
                         OPTION_BIT(OPTION_ORG) | READING,
                .words = init_words},
     .run = init_run,
     .help = {"lập các tệp đầu tiên, hoặc kế hoạch năm sau từ năm trước",
              "write the first files, or next year's targets from this year's"}},
    {.limits = {.name = "schema"},
     .run = schema_run,
     .pathless = true,
     .help = {"in JSON Schema của tệp dữ liệu, cho trình soạn thảo",
              "print the JSON Schema of the files, for editors"}},
    {.limits = {.name = "explain",
                .takes = OPTION_BIT(OPTION_LIST) | OPTION_BIT(OPTION_FORMAT),
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_MARKDOWN) |
                           FORMAT_BIT(FORMAT_JSON)},
     .run = explain_run,
     .operands = {" MÃ...", " CODE..."},
     .suggests = {SUGGEST_CODES},
     .repeated = true,
     .pathless = true,
     .help = {"giải thích một thông báo của check, có ví dụ sai và đúng",
              "explain a message of check, with an example of wrong and right"}},
    {.limits = {.name = "completion"},
     .run = completion_run,
     .operands = {" bash|zsh|fish", " bash|zsh|fish"},
     .suggests = {SUGGEST_CHOICES},
     .choices = &shell_choices,
     .pathless = true,
     .help = {"in đoạn lệnh để phím Tab gợi ý trong bash, zsh hoặc fish",
              "print what makes the Tab key complete in bash, zsh or fish"}},
    {.limits = {.name = "complete"},
     .run = complete_run,
     .operands = {" -- TỪ...", " -- WORD..."},
     .pathless = true,
     .hidden = true,
     .help = {"gợi ý cho từ cuối của một dòng lệnh đang gõ; đoạn lệnh của completion gọi lệnh này",
              "candidates for the last word of a command line; the scripts of completion call it"}},
    {.limits = {.name = "manual"},
     .run = manual_run,
     .operands = {" 1|5", " 1|5"},
     .suggests = {SUGGEST_CHOICES},
     .choices = &page_choices,
     .pathless = true,
     .hidden = true,
     .help = {"in trang man tiendo(1) hoặc tiendo(5), dạng roff",
              "print the man page tiendo(1) or tiendo(5), as roff"}},
};

const struct command *commands_all(int *count) {
    *count = (int)(sizeof commands / sizeof commands[0]);
    return commands;
}

/* The command of this name; NULL and a usage error when there is none. */
static const struct command *find_command(const char *name, struct usage_error *usage) {
    const char *names[sizeof commands / sizeof commands[0]];
    size_t shown = 0;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        const char *own = commands[i].limits.name;
        if (name != NULL && strcmp(name, own) == 0) {
            return &commands[i];
        }
        names[shown] = own;
        shown += !commands[i].hidden;
    }
    struct usage_error mistake = {.word = WORD_NO_COMMAND};
    if (name != NULL) {
        mistake = (struct usage_error){
            .word = WORD_UNKNOWN_COMMAND,
            .args = {name},
            .nearest = usage_error_nearest(name, names, shown),
        };
    }
    usage_error_set(usage, mistake);
    return NULL;
}

enum exit_code command_choice(struct context *context, const struct choices *choices, int *which) {
    const struct options *options = context->options;
    struct pool pool = {0};
    enum exit_code code = EXIT_USAGE;
    if (arrlen(options->paths) != 1) {
        FAIL(context, WORD_WANTS_ONE, context->command, choices_join(choices, 0, ", ", &pool),
             choices->name(0));
    } else {
        struct usage_error usage = {.word = WORD_NONE};
        *which = choices_pick(choices, 0, context->command, options->paths[0], &pool, &usage);
        code = *which >= 0 ? EXIT_DONE : EXIT_USAGE;
        if (*which < 0) {
            usage_error_print(&usage, context->err, options->lang, context->command);
        }
    }
    pool_clear(&pool);
    return code;
}

static enum exit_code run(const struct options *options, const struct command *command,
                          struct buffer *out, struct buffer *err) {
    if (options->version) {
        help_print_version(out);
        return EXIT_DONE;
    }
    if (options->help && command != NULL) {
        help_print_command(out, options->lang, command);
        return EXIT_DONE;
    }
    if (options->help) {
        help_print(out, options->lang);
        return EXIT_DONE;
    }
    struct context context = {
        .options = options,
        .command = command->limits.name,
        .out = out,
        .err = err,
        .out_style = tty_style(options, stdout),
        .err_style = tty_style(options, stderr),
    };
    struct progress_line line;
    context.progress = progress_line_begin(&line, stderr, options->lang);
    enum exit_code code = command->run(&context);
    progress_line_end(&line);
    return code;
}

/* From arguments to exit code; what is left in out and err is flushed by the caller. */
static enum exit_code dispatch(struct options *options, int argc, char *argv[], struct buffer *out,
                               struct buffer *err) {
    struct usage_error usage = {.word = WORD_NONE};
    const struct command *command = NULL;
    bool good = options_parse(options, argc, argv, &usage);
    bool alone = options->command == NULL && (options->help || options->version);
    if (!alone) {
        command = find_command(options->command, &usage);
    }
    if (good && command != NULL) {
        good = options_fit(options, &command->limits, &usage);
    }
    if (!good || (command == NULL && !alone)) {
        usage_error_print(&usage, err, options->lang,
                          command != NULL ? command->limits.name : NULL);
        return EXIT_USAGE;
    }
    return run(options, command, out, err);
}

int cli_main(int argc, char *argv[]) {
    /* No setlocale(): utf8proc knows letters and their widths, and a decimal comma would spoil
     * every number of a workbook. */
    signals_prepare();
    struct options options;
    options_init(&options);
    struct buffer out = {.sink = stdout};
    struct buffer err = {.sink = stderr};
    enum exit_code code = dispatch(&options, argc, argv, &out, &err);
    buffer_flush(&err);
    if (!buffer_flush(&out)) {
        buffer_text(&err, "tiendo: ");
        SAY(&err, options.lang, WORD_CANNOT_PRINT, words_errno(options.lang, out.error));
        code = EXIT_IO;
    }
    buffer_flush(&err);
    buffer_clear(&out);
    buffer_clear(&err);
    options_clear(&options);
    return (int)code;
}
