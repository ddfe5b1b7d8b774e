/* SPDX-License-Identifier: MIT */
/* The table of commands: dispatch, help, completion and manual are made from it. */
#include "choices.h"
#include "command.h"

/* Options of all commands that read files. */
#define READING (OPTION_BIT(OPTION_MAX_SIZE) | OPTION_BIT(OPTION_JOBS))

/* Options of status and export: which rows, as of which day. */
#define SELECTION                                                                                  \
    (OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ORG) |                 \
     OPTION_BIT(OPTION_INDICATOR) | OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_COLUMNS) |         \
     OPTION_BIT(OPTION_SORT) | OPTION_BIT(OPTION_WITH_TARGET) | READING)

/* Options that mean something of their own to init: it writes for one organisation and year. */
static const struct option_words init_words[OPTION_COUNT] = {
    [OPTION_YEAR] = {.value = {"NĂM", "YEAR"},
                     .help = {"năm của các tệp được ghi; phải ghi rõ",
                              "the year of the files to write; has to be given"}},
    [OPTION_ORG] = {.value = {"ĐƠN_VỊ", "ORG"},
                    .help = {"mã của đơn vị; lập tệp mới mà không ghi thì là don-vi",
                             "the id of the organisation; don-vi in new files unless given"}},
};

/* report writes documents. */
static const struct option_words report_words[OPTION_COUNT] = {
    [OPTION_OUTPUT] = {.value = {"TỆP.docx", "FILE.docx"},
                       .help = {"ghi ra tệp Word này; không ghi thì in ra màn hình",
                                "write this Word document; without it the text is printed"}},
};

static const struct option_words diff_words[OPTION_COUNT] = {
    [OPTION_ALL] = {.help = {"mọi dòng, không gộp, không bớt cho vừa màn hình",
                             "every row, none counted to fit the screen"}},
    [OPTION_OUTPUT] = {.value = {"TỆP.xlsx", "FILE.xlsx"},
                       .help = {"ghi ra trang tính này; không ghi thì in ra màn hình",
                                "write this sheet of Excel; without it the text is printed"}},
};

static const struct option_words form_words[OPTION_COUNT] = {
    [OPTION_AS_OF] = {.value = {"NGÀY", "DATE"},
                      .help = {"ngày của số liệu được hỏi; phải ghi rõ",
                               "the day of the figures asked for; has to be given"}},
    [OPTION_OUTPUT] = {.value = {"THƯ_MỤC", "FOLDER"},
                       .help = {"thư mục để ghi mỗi đơn vị một biểu, mặc định forms; hoặc một tệp\n"
                                ".xlsx khi chỉ có một đơn vị",
                                "the folder to write a form for each into, by default forms; or\n"
                                "an .xlsx file for a single organisation"}},
};

static const struct option_words take_words[OPTION_COUNT] = {
    [OPTION_AS_OF] = {.value = {"NGÀY", "DATE"},
                      .help = {"nhận biểu của ngày này; mặc định ngày muộn nhất trong các biểu",
                               "take forms of this day; by default the latest of theirs"}},
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
                .takes = SELECTION | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_SHEETS) |
                         OPTION_BIT(OPTION_FORCE) | OPTION_BIT(OPTION_SINCE)},
     .run = export_run,
     .help = {"ghi bảng so sánh ra tệp Excel (hoặc csv, json)",
              "write the comparison to a workbook (or csv, json)"}},
    {.limits = {.name = "why",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) |
                         OPTION_BIT(OPTION_ALL) | READING},
     .run = why_run,
     .operands = {" ĐƠN_VỊ CHỈ_TIÊU", " ORG INDICATOR"},
     .suggests = {SUGGEST_ORGS, SUGGEST_INDICATORS},
     .help = {"giải thích một chỉ tiêu: số từ đâu, tính thế nào, vì sao kết luận vậy",
              "explain one goal: every number, where it comes from, how the verdict fell"}},
    {.limits = {.name = "diff",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) |
                         OPTION_BIT(OPTION_ORG) | OPTION_BIT(OPTION_INDICATOR) |
                         OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_WITH_TARGET) |
                         OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) |
                         OPTION_BIT(OPTION_FORCE) | OPTION_BIT(OPTION_ALL) | READING,
                .formats =
                    FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_CSV) | FORMAT_BIT(FORMAT_JSON),
                .words = diff_words},
     .run = diff_run,
     .operands = {" TRƯỚC", " OLD"},
     .suggests = {SUGGEST_DATES},
     .help = {"từ kỳ trước (ngày, thư mục, JSON của status) đến nay đổi gì, vì sao",
              "what has changed since a day, a folder or JSON that status wrote, and why"}},
    {.limits = {.name = "report",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) |
                         OPTION_BIT(OPTION_ORG) | OPTION_BIT(OPTION_INDICATOR) |
                         OPTION_BIT(OPTION_ONLY) | OPTION_BIT(OPTION_WITH_TARGET) |
                         OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) |
                         OPTION_BIT(OPTION_TEMPLATE) | READING,
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_MARKDOWN),
                .words = report_words},
     .run = report_run,
     .help = {"các đoạn lời của báo cáo, số nào cũng như trong bảng",
              "the paragraphs of the written report, every number as in the table"}},
    {.limits = {.name = "list",
                .takes = OPTION_BIT(OPTION_FORMAT) | READING,
                .formats =
                    FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_CSV) | FORMAT_BIT(FORMAT_JSON)},
     .run = list_run,
     .operands = {" orgs|indicators|dates", " orgs|indicators|dates"},
     .suggests = {SUGGEST_CHOICES},
     .choices = &list_choices,
     .help = {"sổ có những đơn vị, chỉ tiêu, ngày có số nào",
              "what a book holds: organisations, indicators, days of figures"}},
    {.limits = {.name = "form",
                .takes = OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_YEAR) |
                         OPTION_BIT(OPTION_ORG) | OPTION_BIT(OPTION_INDICATOR) |
                         OPTION_BIT(OPTION_ESTIMATE) | OPTION_BIT(OPTION_OUTPUT) | READING,
                .words = form_words},
     .run = form_run,
     .help = {"biểu Excel cho từng đơn vị điền số, vào thư mục nêu ở -o",
              "an Excel form for each organisation to fill in, into the folder of -o"}},
    {.limits = {.name = "take",
                .takes = OPTION_BIT(OPTION_WRITE) | OPTION_BIT(OPTION_RETURN) |
                         OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_FORMAT) | READING,
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_JSON),
                .words = take_words},
     .run = take_run,
     .operands = {" TỆP.xlsx|THƯ_MỤC...", " FILE.xlsx|FOLDER..."},
     .suggests = {SUGGEST_FILES},
     .help = {"số trong biểu đã điền, tệp Excel đã sửa, khác sổ thế nào; --write thì ghi",
              "what filled forms and changed workbooks say; --write writes it"}},
    {.limits = {.name = "fix",
                .takes = OPTION_BIT(OPTION_WRITE) | OPTION_BIT(OPTION_FORMAT) | READING,
                .formats = FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_JSON)},
     .run = fix_run,
     .help = {"sửa các lỗi chỉ có một cách hiểu; nêu ra, --write thì ghi",
              "the corrections of check that have one meaning; --write writes them"}},
    {.limits = {.name = "init",
                .takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_FROM_YEAR) |
                         OPTION_BIT(OPTION_ORG) | OPTION_BIT(OPTION_EXAMPLE) | READING,
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
