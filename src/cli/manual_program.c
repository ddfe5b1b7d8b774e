/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "choices.h"
#include "command.h"
#include "manual.h"
#include "roff.h"
#include "values.h"

/* ---- words that no other table has ---- */

enum program_text {
    TEXT_NAME,
    TEXT_SYNOPSIS,
    TEXT_DESCRIPTION,
    TEXT_WHAT,
    TEXT_FIRST,
    TEXT_COMMANDS,
    TEXT_COMMON,
    TEXT_STATUSES,
    TEXT_COLUMNS,
    TEXT_SHEETS,
    TEXT_EXIT,
    TEXT_ENVIRONMENT,
    TEXT_FILES,
    TEXT_EXAMPLES,
    TEXT_SEE_ALSO,
    TEXT_COUNT
};

static const char *const texts[][LANG_COUNT] = {
    [TEXT_NAME] = {"so thực hiện với kế hoạch của Liên minh Hợp tác xã",
                   "compare what cooperative alliances did with what they planned"},
    [TEXT_SYNOPSIS] = {"CÁCH DÙNG", "SYNOPSIS"},
    [TEXT_DESCRIPTION] = {"MÔ TẢ", "DESCRIPTION"},
    [TEXT_WHAT] =
        {"Kế hoạch và số thực hiện được ghi tay vào tệp YAML, xem tiendo(5). tiendo soát mọi"
         " số liệu, tính đúng từng số lẻ, đánh giá từng chỉ tiêu tính đến một ngày, rồi"
         " lập bảng trên màn hình hoặc tệp Excel, CSV, JSON.",
         "Targets and actuals are written by hand in YAML files, see tiendo(5). tiendo"
         " checks every figure, computes exactly, judges each goal as of a day, and"
         " writes the table to the terminal, a workbook, CSV or JSON."},
    [TEXT_FIRST] = {"Dữ liệu còn lỗi thì chỉ có thông báo lỗi, không có bảng.",
                    "An input with errors gives the errors and no table."},
    [TEXT_COMMANDS] = {"LỆNH", "COMMANDS"},
    [TEXT_COMMON] = {"TÙY CHỌN CHUNG", "COMMON OPTIONS"},
    [TEXT_STATUSES] = {"MÃ ĐÁNH GIÁ", "STATUSES"},
    [TEXT_COLUMNS] = {"MÃ CỘT", "COLUMNS"},
    [TEXT_SHEETS] = {"CÁC TRANG", "SHEETS"},
    [TEXT_EXIT] = {"MÃ THOÁT", "EXIT STATUS"},
    [TEXT_ENVIRONMENT] = {"BIẾN MÔI TRƯỜNG", "ENVIRONMENT"},
    [TEXT_FILES] = {"TỆP", "FILES"},
    [TEXT_EXAMPLES] = {"VÍ DỤ", "EXAMPLES"},
    [TEXT_SEE_ALSO] = {"XEM THÊM", "SEE ALSO"},
};
static_assert(sizeof texts / sizeof *texts == TEXT_COUNT, "a row for each text");

/* A word and what it means. */
struct meaning {
    const char *tag;
    const char *text[LANG_COUNT];
};

static const struct meaning exits[] = {
    {"0", {"xong", "done"}},
    {"1",
     {"dữ liệu có lỗi, hoặc gặp đánh giá nêu ở --fail-on",
      "errors in the input, or a --fail-on status occurred"}},
    {"2", {"gõ sai lệnh", "the command line is wrong"}},
    {"3", {"không đọc hoặc không ghi được", "cannot read or write"}},
};

static const struct meaning variables[] = {
    {"LC_ALL, LC_MESSAGES, LANG",
     {"biến đầu tiên được đặt quyết định ngôn ngữ khi không có --lang: tiếng Anh nếu bắt đầu bằng"
      " en, còn lại là tiếng Việt",
      "the first that is set is the language without --lang: English when it begins with en, else"
      " Vietnamese"}},
    {"NO_COLOR",
     {"đặt khác rỗng thì --color auto không tô màu", "when not empty, --color auto means never"}},
    {"TERM", {"dumb: --color auto không tô màu", "dumb: --color auto means never"}},
    {"COLUMNS",
     {"bề rộng màn hình, khi màn hình không tự cho biết",
      "the width of the terminal, when it does not tell itself"}},
    {"TMPDIR",
     {"thư mục tạm dùng khi ghi tệp Excel", "the folder for temporary files of a workbook"}},
};

static const struct meaning files[] = {
    {"targets/, actuals/",
     {"dữ liệu được đọc khi không ghi đường dẫn nào", "what is read when no path is given"}},
    {"out/", {"nơi export ghi tệp khi không có -o", "where export writes its file without -o"}},
    {".tiendo.schema.json",
     {"JSON Schema mà init ghi, cho trình soạn thảo", "the JSON Schema that init writes, for"
                                                      " editors"}},
};

static const struct meaning examples[] = {
    {"tiendo init --org bac-ninh --year 2025",
     {"lập các tệp đầu tiên trong thư mục này", "write the first files into this folder"}},
    {"tiendo check", {"soát mọi tệp", "check all files"}},
    {"tiendo status --org bac-ninh --as-of 2024-06-30",
     {"một đơn vị, nhìn từ một ngày", "one organisation, seen from a day"}},
    {"tiendo status --only behind,missed --fail-on missed",
     {"những chỉ tiêu chậm hoặc không đạt; mã thoát 1 khi có chỉ tiêu không đạt",
      "the goals that are behind or missed; exit code 1 when one is missed"}},
    {"tiendo why bac-ninh htx_new", {"vì sao đánh giá như vậy", "why the verdict fell so"}},
    {"tiendo export --org bac-ninh -o bac-ninh.xlsx",
     {"bảng của đơn vị này ra tệp Excel", "its table as a workbook"}},
};

#define PUT_MEANINGS(out, lang, table)                                                             \
    put_meanings((out), (lang), (table), sizeof(table) / sizeof *(table))

static void put_meanings(struct buffer *out, enum language lang, const struct meaning table[],
                         size_t n) {
    for (size_t i = 0; i < n; i++) {
        roff_entry(out, table[i].tag, NULL, table[i].text[lang]);
    }
}

/* ---- from the tables of the command line ---- */

static void put_options(struct buffer *out, enum language lang, unsigned which,
                        const struct command_limits *limits) {
    struct pool pool = {0};
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = option_row((enum option_id)i);
        if ((which & OPTION_BIT(i)) == 0) {
            continue;
        }
        char tag[64];
        snprintf(tag, sizeof tag, row->letter != 0 ? "-%c, --%s" : "%.0d--%s", row->letter,
                 row->name);
        const struct option_words *words = option_words((enum option_id)i, limits);
        bool formats = i == OPTION_FORMAT && limits != NULL;
        roff_entry(out, tag,
                   formats ? choices_join(&format_choices, limits->formats, "|", &pool)
                           : words->value[lang],
                   words->help[lang]);
    }
    pool_clear(&pool);
}

static void put_synopsis(struct buffer *out, const char *command, enum language lang,
                         const char *operands, bool paths) {
    static const char *const options[LANG_COUNT] = {"TÙY CHỌN", "OPTIONS"};
    static const char *const path[LANG_COUNT] = {"ĐƯỜNG DẪN", "PATH"};
    buffer_text(out, "\\fBtiendo ");
    roff_text(out, command);
    buffer_format(out, "\\fR [\\fI%s\\fR]\\fI", options[lang]);
    roff_text(out, operands != NULL ? operands : "");
    buffer_text(out, "\\fR");
    if (paths) {
        buffer_format(out, " [\\fI%s\\fR...]", path[lang]);
    }
    buffer_text(out, "\n");
}

static void put_commands(struct buffer *out, enum language lang) {
    int count;
    const struct command *commands = commands_all(&count);
    for (int i = 0; i < count; i++) {
        const struct command_limits *limits = &commands[i].limits;
        roff_subsection(out, limits->name);
        put_synopsis(out, limits->name, lang, commands[i].operands[lang], !commands[i].pathless);
        roff_paragraph(out, commands[i].help[lang]);
        put_options(out, lang, limits->takes, limits);
    }
}

static void put_choices(struct buffer *out, enum language lang, const struct choices *choices) {
    for (int i = choices->first; i < choices->count; i++) {
        roff_entry(out, choices->name(i), NULL, choices->about(i, lang));
    }
}

static void put_usage(struct buffer *out, enum language lang) {
    int count;
    const struct command *commands = commands_all(&count);
    roff_section(out, texts[TEXT_SYNOPSIS][lang]);
    buffer_text(out, ".nf\n");
    for (int i = 0; i < count; i++) {
        if (!commands[i].hidden) {
            put_synopsis(out, commands[i].limits.name, lang, commands[i].operands[lang],
                         !commands[i].pathless);
        }
    }
    buffer_text(out, ".fi\n");
}

void manual_program(struct buffer *out, enum language lang) {
    manual_head(out, lang, 1);
    buffer_text(out, "tiendo \\- ");
    roff_text(out, texts[TEXT_NAME][lang]);
    buffer_text(out, "\n");
    put_usage(out, lang);
    roff_section(out, texts[TEXT_DESCRIPTION][lang]);
    roff_text(out, texts[TEXT_WHAT][lang]);
    buffer_text(out, "\n.PP\n");
    words_put(out, lang, WORD_ABOUT_PATHS, (const char *const[WORD_ARGS]){NULL});
    roff_paragraph(out, texts[TEXT_FIRST][lang]);
    roff_section(out, texts[TEXT_COMMANDS][lang]);
    put_commands(out, lang);
    roff_section(out, texts[TEXT_COMMON][lang]);
    put_options(out, lang, COMMON_OPTIONS, NULL);
    roff_section(out, texts[TEXT_STATUSES][lang]);
    put_choices(out, lang, &status_choices);
    roff_section(out, texts[TEXT_COLUMNS][lang]);
    put_choices(out, lang, &column_choices);
    roff_section(out, texts[TEXT_SHEETS][lang]);
    put_choices(out, lang, &sheet_choices);
    roff_section(out, texts[TEXT_EXIT][lang]);
    PUT_MEANINGS(out, lang, exits);
    roff_section(out, texts[TEXT_ENVIRONMENT][lang]);
    PUT_MEANINGS(out, lang, variables);
    roff_section(out, texts[TEXT_FILES][lang]);
    PUT_MEANINGS(out, lang, files);
    roff_section(out, texts[TEXT_EXAMPLES][lang]);
    PUT_MEANINGS(out, lang, examples);
    roff_section(out, texts[TEXT_SEE_ALSO][lang]);
    buffer_text(out, ".BR tiendo (5)\n");
}
