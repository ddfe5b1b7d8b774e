#include "cli.h"

#include <locale.h>
#include <string.h>

#include "command.h"
#include "ending.h"
#include "help.h"
#include "screen.h"

/* Which rows, seen from which day: what status and export share. */
#define SELECTION                                                                                  \
    (OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ORG) |                 \
     OPTION_BIT(OPTION_INDICATOR) | OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_COLUMNS) |         \
     OPTION_BIT(OPTION_SORT) | OPTION_BIT(OPTION_MAX_SIZE))

static const struct command commands[] = {
    {.limits = {.name = "check",
                .takes = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_STRICT) |
                         OPTION_BIT(OPTION_MAX_SIZE),
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
    {.limits = {.name = "export", .takes = SELECTION | OPTION_BIT(OPTION_OUTPUT)},
     .run = export_run,
     .help = {"ghi bảng so sánh ra tệp Excel (hoặc csv, json)",
              "write the comparison to a workbook (or csv, json)"}},
    {.limits = {.name = "why",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) |
                         OPTION_BIT(OPTION_MAX_SIZE)},
     .run = why_run,
     .operands = {"ĐƠN_VỊ CHỈ_TIÊU ", "ORG INDICATOR "},
     .help = {"giải thích một chỉ tiêu: số từ đâu, tính thế nào, vì sao kết luận vậy",
              "explain one goal: every number, where it comes from, how the verdict fell"}},
    {.limits = {.name = "init",
                .takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_FROM_YEAR) |
                         OPTION_BIT(OPTION_ORG) | OPTION_BIT(OPTION_MAX_SIZE)},
     .run = init_run,
     .help = {"lập các tệp đầu tiên, hoặc kế hoạch năm sau từ năm trước",
              "write the first files, or next year's targets from this year's"}},
    {.limits = {.name = "schema"},
     .run = schema_run,
     .help = {"in JSON Schema của tệp dữ liệu, cho trình soạn thảo",
              "print the JSON Schema of the files, for editors"}},
    {.limits = {.name = "explain",
                .takes = OPTION_BIT(OPTION_LIST) | OPTION_BIT(OPTION_FORMAT),
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_MARKDOWN) |
                           FORMAT_BIT(FORMAT_JSON)},
     .run = explain_run,
     .operands = {"MÃ...", "CODE..."},
     .pathless = true,
     .help = {"giải thích một thông báo của check, có ví dụ sai và đúng",
              "explain a message of check, with an example of wrong and right"}},
};

const struct command *commands_all(int *count) {
    *count = (int)(sizeof commands / sizeof commands[0]);
    return commands;
}

/* The command of this name; NULL and a slip when there is none. */
static const struct command *find_command(const char *name, struct slip *slip) {
    const char *names[sizeof commands / sizeof commands[0]];
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        names[i] = commands[i].limits.name;
        if (name != NULL && strcmp(name, names[i]) == 0) {
            return &commands[i];
        }
    }
    struct slip mistake = {.word = WORD_NO_COMMAND};
    if (name != NULL) {
        mistake = (struct slip){
            .word = WORD_UNKNOWN_COMMAND,
            .args = {name},
            .nearest = slip_nearest(name, names, sizeof names / sizeof names[0]),
        };
    }
    slip_set(slip, mistake);
    return NULL;
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
        .out_style = screen_style(options, stdout),
        .err_style = screen_style(options, stderr),
    };
    return command->run(&context);
}

/* From arguments to exit code; what is left in out and err is flushed by the caller. */
static enum exit_code dispatch(struct options *options, int argc, char *argv[], struct buffer *out,
                               struct buffer *err) {
    struct slip slip = {.word = WORD_NONE};
    const struct command *command = NULL;
    bool good = options_parse(options, argc, argv, &slip);
    bool alone = options->command == NULL && (options->help || options->version);
    if (!alone) {
        command = find_command(options->command, &slip);
    }
    if (good && command != NULL) {
        good = options_fit(options, &command->limits, &slip);
    }
    if (!good || (command == NULL && !alone)) {
        slip_print(&slip, err, options->lang, command != NULL ? command->limits.name : NULL);
        return EXIT_USAGE;
    }
    return run(options, command, out, err);
}

int cli_main(int argc, char *argv[]) {
    /* LC_NUMERIC stays "C": a decimal comma would spoil every number of a workbook. */
    setlocale(LC_CTYPE, "");
    ending_prepare();
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
