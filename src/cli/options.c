/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <assert.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "text.h"
#include "values.h"

/* ---- the table ---- */

static const struct option_row rows[] =
    {
        [OPTION_LANG] =
            {
                .name = "lang",
                .words.value = {"vi|en", "vi|en"},
                .words.help = {"ngôn ngữ: tiếng Việt (mặc định) hay tiếng Anh",
                               "language: Vietnamese (the default) or English"},
                .suggests = SUGGEST_CHOICES,
                .choices = &language_choices,
                .parse = value_lang,
            },
        [OPTION_COLOR] =
            {
                .name = "color",
                .words.value = {"auto|always|never", "auto|always|never"},
                .words.help = {"tô màu: tự xét, luôn luôn, không bao giờ", "when to colour"},
                .suggests = SUGGEST_CHOICES,
                .choices = &color_choices,
                .parse = value_color,
            },
        [OPTION_HELP] =
            {
                .name = "help",
                .letter = 'h',
                .words.help = {"in cách dùng (của một lệnh: tiendo LỆNH --help)",
                               "print help (of one command: tiendo COMMAND --help)"},
                .parse = value_help,
            },
        [OPTION_VERSION] =
            {
                .name = "version",
                .words.help = {"in số phiên bản", "print the version"},
                .parse = value_version,
            },
        [OPTION_AS_OF] =
            {
                .name = "as-of",
                .words.value = {"NGÀY", "DATE"},
                .words.help = {"nhìn từ ngày này: chỉ tính những gì đã biết đến hôm đó;\n"
                               "viết 2024-06-30 hay today; mặc định là ngày báo cáo gần nhất",
                               "look from this day: only what was known by then counts;\n"
                               "2024-06-30 or today; by default the last date reported"},
                .suggests = SUGGEST_DATES,
                .parse = value_as_of,
            },
        [OPTION_YEAR] =
            {
                .name = "year",
                .words.value = {"NĂM", "YEAR"},
                .words.help = {"năm kế hoạch; mặc định là năm gần nhất có kế hoạch",
                               "the year; by default the latest one with targets"},
                .suggests = SUGGEST_YEARS,
                .parse = value_year,
            },
        [OPTION_ORG] =
            {
                .name = "org",
                .words.value = {"ĐƠN_VỊ,…", "ORG,…"},
                .words.help = {"chỉ các đơn vị này (cụm thì gồm cả thành viên)",
                               "only these organisations (a group with its members)"},
                .suggests = SUGGEST_ORGS,
                .list = true,
                .parse = value_org,
            },
        [OPTION_INDICATOR] =
            {
                .name = "indicator",
                .words.value = {"CHỈ_TIÊU,…", "INDICATOR,…"},
                .words.help = {"chỉ các chỉ tiêu này", "only these indicators"},
                .suggests = SUGGEST_INDICATORS,
                .list = true,
                .parse = value_indicator,
            },
        [OPTION_ONLY] =
            {
                .name = "only",
                .words.value = {"ĐÁNH_GIÁ,…", "STATUS,…"},
                .words.help = {"chỉ những dòng có các đánh giá này", "only rows of these statuses"},
                .suggests = SUGGEST_CHOICES,
                .choices = &status_choices,
                .list = true,
                .parse = value_only,
            },
        [OPTION_COLUMNS] =
            {
                .name = "columns",
                .words.value = {"CỘT,…", "COLUMN,…"},
                .words.help = {"các cột của bảng, theo thứ tự này",
                               "the table's columns, in this order"},
                .suggests = SUGGEST_CHOICES,
                .choices = &column_choices,
                .list = true,
                .parse = value_columns,
            },
        [OPTION_SORT] =
            {
                .name = "sort",
                .words.value = {"declaration|status|attainment|worst",
                                "declaration|status|attainment|worst"},
                .words.help = {"thứ tự trong mỗi đơn vị: như khai báo (mặc định), theo đánh\n"
                               "giá từ tốt đến kém, theo % kế hoạch từ cao đến thấp, việc cần lo\n"
                               "trước lên đầu",
                               "order within each organisation: as declared (the default),\n"
                               "by status from good to bad, by attainment from high to low,\n"
                               "what goes wrong first"},
                .suggests = SUGGEST_CHOICES,
                .choices = &sorting_choices,
                .parse = value_sort,
            },
        [OPTION_FORMAT] =
            {
                .name = "format",
                .words.value = {"", ""},
                .words.help = {"dạng in ra; mặc định là text", "what to print; text by default"},
                .suggests = SUGGEST_CHOICES,
                .choices = &format_choices,
                .parse = value_format,
            },
        [OPTION_FAIL_ON] =
            {
                .name = "fail-on",
                .words.value = {"ĐÁNH_GIÁ,…", "STATUS,…"},
                .words.help = {"thoát với mã 1 nếu có dòng nào mang đánh giá này",
                               "exit with 1 when a row shown has one of these statuses"},
                .suggests = SUGGEST_CHOICES,
                .choices = &status_choices,
                .list = true,
                .parse = value_fail_on,
            },
        [OPTION_WITH_TARGET] =
            {
                .name = "with-target",
                .words.help = {"chỉ các chỉ tiêu có giao kế hoạch",
                               "only goals: rows with a target"},
                .parse = value_with_target,
            },
        [OPTION_TEMPLATE] =
            {
                .name = "template",
                .words.value = {"TỆP.docx", "FILE.docx"},
                .words.help =
                    {"văn bản Word của cơ quan, các chỗ {{…}} trong đó được điền; cùng với -o",
                     "the office's own Word document, its {{…}} to be filled; with -o"},
                .suggests = SUGGEST_FILES,
                .parse = value_template,
            },
        [OPTION_FORCE] =
            {
                .name = "force",
                .words.help = {"ghi đè cả tệp Excel đã bị sửa sau khi xuất",
                               "replace a workbook even if it was changed since it was exported"},
                .parse = value_force,
            },
        [OPTION_WRITE] =
            {
                .name = "write",
                .words.help = {"ghi vào tệp, mọi chỗ khác giữ nguyên; không có thì chỉ nêu ra",
                               "write it into the files, all else kept; else it is only shown"},
                .parse = value_write,
            },
        [OPTION_RETURN] =
            {
                .name = "return",
                .words.value = {"THƯ_MỤC", "FOLDER"},
                .words.help =
                    {"trả lại biểu có chỗ sai: ô sai tô đỏ, có lý do, sửa xong nhận lại được",
                     "give forms back: wrong cells marked and explained, to be taken again"},
                .suggests = SUGGEST_FILES,
                .parse = value_return,
            },
        [OPTION_ESTIMATE] =
            {
                .name = "estimate",
                .words.help = {"hỏi cả số ước thực hiện của năm",
                               "ask for the estimate of the year, too"},
                .parse = value_estimate,
            },
        [OPTION_ALL] =
            {
                .name = "all",
                .words.help = {"mọi đơn vị của cụm lớn, không chỉ đầu danh sách, kém nhất và\n"
                               "thiếu số",
                               "every member of a large group, not only the first, the worst\n"
                               "and the missing"},
                .parse = value_all,
            },
        [OPTION_STRICT] =
            {
                .name = "strict",
                .words.help = {"cảnh báo cũng tính như lỗi", "warnings count as errors"},
                .parse = value_strict,
            },
        [OPTION_LIST] =
            {
                .name = "list",
                .words.help = {"mọi thông báo, mỗi mã một dòng", "all messages, a line for each"},
                .parse = value_list,
            },
        [OPTION_OUTPUT] =
            {
                .name = "output",
                .letter = 'o',
                .words.value = {"TỆP", "FILE"},
                .words.help = {"tệp sẽ ghi: đuôi .xlsx, .csv hoặc .json; mặc định là\n"
                               "out/tiendo-….xlsx, tên được in ra",
                               "the file to write: its name ends in .xlsx, .csv or .json;\n"
                               "by default out/tiendo-….xlsx, whose name is printed"},
                .suggests = SUGGEST_FILES,
                .parse = value_output,
            },
        [OPTION_FROM_YEAR] =
            {
                .name = "from-year",
                .words.value = {"NĂM", "YEAR"},
                .words.help = {"lập kế hoạch của --year từ kế hoạch và kết quả năm này",
                               "make the targets of --year from those of this year"},
                .suggests = SUGGEST_YEARS,
                .parse = value_from_year,
            },
        [OPTION_EXAMPLE] =
            {
                .name = "example",
                .words.help = {"ghi sổ ví dụ: một tỉnh, một cụm giữa năm, số đều đặt ra",
                               "write a composed book: a province and a cluster at mid-year"},
                .parse = value_example,
            },
        [OPTION_SINCE] =
            {
                .name = "since",
                .words.value = {"NGÀY|TỆP", "DATE|FILE"},
                .words.help = {"kỳ trước để so: một ngày, một thư mục cũ, JSON của status",
                               "the last meeting: a day, an earlier folder, JSON of status"},
                .suggests = SUGGEST_DATES,
                .parse = value_since,
            },
        [OPTION_SHEETS] =
            {
                .name = "sheets",
                .words.value = {"TRANG,…", "SHEET,…"},
                .words.help = {"chỉ các trang này của tệp Excel",
                               "only these sheets of the workbook"},
                .suggests = SUGGEST_CHOICES,
                .choices = &sheet_choices,
                .list = true,
                .parse = value_sheets,
            },
        [OPTION_MAX_SIZE] =
            {
                .name = "max-size",
                .words.value = {"MB", "MB"},
                .words.help = {"tệp lớn hơn mức này thì không đọc; mặc định là 64; nâng cả số\n"
                               "bước được tính (T456)",
                               "refuse larger files; 64 by default; raises how much may be\n"
                               "computed too (T456)"},
                .parse = value_max_size,
            },
        [OPTION_JOBS] =
            {
                .name = "jobs",
                .words.value = {"SỐ", "N"},
                .words.help = {"đọc, so sánh bằng ngần ấy luồng cùng lúc; không ghi thì theo số\n"
                               "nhân của máy; kết quả luôn như nhau",
                               "read, compare with as many threads; by default as the machine\n"
                               "has cores; the result is always the same"},
                .parse = value_jobs,
            },
};
static_assert(sizeof rows / sizeof rows[0] == OPTION_COUNT, "one row per option");
static_assert(OPTION_COUNT <= 32, "sets of options are masks");

const struct option_row *option_row(enum option_id id) {
    return &rows[id];
}

enum language options_language(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0') {
            return strncmp(value, "en", 2) == 0 ? LANG_EN : LANG_VI;
        }
    }
    return LANG_VI;
}

void options_init(struct options *options) {
    *options = (struct options){.lang = options_language()};
}

/* ---- reading the command line ---- */

/* What getopt_long() returns for a row: above every character. */
enum { CODE_BASE = 256, CODE_WORD = 1 };

/* "-" first: words are returned in their place; ":" next: a missing value is told from an unknown
 * option, and nothing is printed. */
static void describe(struct option longs[OPTION_COUNT + 1], char shorts[OPTION_COUNT * 2 + 3]) {
    size_t at = 0;
    shorts[at++] = '-';
    shorts[at++] = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        bool takes = rows[i].words.value[0] != NULL;
        longs[i] = (struct option){rows[i].name, takes ? required_argument : no_argument, NULL,
                                   CODE_BASE + i};
        if (rows[i].letter != 0) {
            shorts[at++] = rows[i].letter;
            if (takes) {
                shorts[at++] = ':';
            }
        }
    }
    longs[OPTION_COUNT] = (struct option){0};
    shorts[at] = '\0';
}

/* The row of a code of getopt_long(), or OPTION_COUNT. */
static int row_of(int code) {
    int row = code - CODE_BASE;
    for (int i = 0; i < OPTION_COUNT && row < 0; i++) {
        row = rows[i].letter != 0 && rows[i].letter == code ? i : row;
    }
    return row >= 0 && row < OPTION_COUNT ? row : OPTION_COUNT;
}

/* "--name" or "-n" for messages. */
static const char *dashed(struct options *options, const char *name, size_t n) {
    struct buffer text = {0};
    buffer_text(&text, n > 1 ? "--" : "-");
    buffer_put(&text, name, n);
    const char *kept = pool_text(&options->pool, text.text, arrlenu(text.text));
    buffer_clear(&text);
    return kept;
}

/* An unknown option: its name without dashes and value. */
static void unknown(struct options *options, const char *name, size_t n,
                    struct usage_error *usage) {
    const char *names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++) {
        names[i] = rows[i].name;
    }
    const char *nearest =
        usage_error_nearest(pool_text(&options->pool, name, n), names, OPTION_COUNT);
    usage_error_set(
        usage, (struct usage_error){
                   .word = WORD_UNKNOWN_OPTION,
                   .args = {dashed(options, name, n)},
                   .nearest = nearest == NULL ? NULL : dashed(options, nearest, strlen(nearest))});
}

/* What getopt_long() refused: an unknown letter or name, or a value where none belongs. */
static void refused(struct options *options, const char *word, struct usage_error *usage) {
    int row = row_of(optopt);
    char letter = (char)optopt;
    if (row < OPTION_COUNT) {
        const char *name = dashed(options, rows[row].name, strlen(rows[row].name));
        usage_error_set(usage, (struct usage_error){.word = WORD_NEEDLESS_VALUE, .args = {name}});
    } else if (letter != 0) {
        unknown(options, &letter, 1, usage);
    } else {
        const char *name = word + strspn(word, "-");
        unknown(options, name, strcspn(name, "="), usage);
    }
}

static void missing_value(struct options *options, struct usage_error *usage) {
    const char *name = rows[row_of(optopt)].name;
    usage_error_set(usage, (struct usage_error){.word = WORD_MISSING_VALUE,
                                                .args = {dashed(options, name, strlen(name))}});
}

/* Takes a known option; word is what was typed, so that `--form` is not taken for `--format`. */
static void take(struct options *options, int id, const char *word, struct usage_error *usage) {
    const struct option_row *row = &rows[id];
    if (strncmp(word, "--", 2) == 0 && strcspn(word + 2, "=") != strlen(row->name)) {
        unknown(options, word + 2, strcspn(word + 2, "="), usage);
        return;
    }
    bool named = strncmp(word, "--", 2) == 0;
    struct option_value given = {
        .name = named ? dashed(options, row->name, strlen(row->name))
                      : dashed(options, &row->letter, 1),
        .value = optarg,
        .usage = usage,
    };
    options->seen |= OPTION_BIT(id);
    row->parse(options, &given);
}

static void take_word(struct options *options, const char *word) {
    if (options->command == NULL) {
        options->command = word;
    } else {
        arrput(options->paths, word);
    }
}

bool options_parse(struct options *options, int argc, char *argv[], struct usage_error *usage) {
    struct option longs[OPTION_COUNT + 1];
    char shorts[OPTION_COUNT * 2 + 3];
    describe(longs, shorts);
    optind = 0; /* glibc and mingw: begin anew, whatever was parsed before */
    opterr = 0;
    for (;;) {
        int begin = optind > 0 ? optind : 1;
        int code = getopt_long(argc, argv, shorts, longs, NULL);
        if (code < 0) {
            break;
        }
        if (code == CODE_WORD) {
            take_word(options, optarg);
        } else if (code == ':') {
            missing_value(options, usage);
        } else if (code == '?') {
            refused(options, argv[begin], usage);
        } else {
            take(options, row_of(code), argv[begin], usage);
        }
    }
    for (int i = optind; i < argc; i++) {
        take_word(options, argv[i]);
    }
    return usage->word == WORD_NONE;
}

enum option_id options_awaited(int argc, char *argv[], bool *ended) {
    struct option longs[OPTION_COUNT + 1];
    char shorts[OPTION_COUNT * 2 + 3];
    describe(longs, shorts);
    optind = 0;
    opterr = 0;
    const char *taken = NULL;
    for (;;) {
        int code = getopt_long(argc, argv, shorts, longs, NULL);
        if (code == ':') {
            int row = row_of(optopt);
            const char *word = argv[argc - 1];
            bool abbreviated = strncmp(word, "--", 2) == 0 && strcmp(word + 2, rows[row].name) != 0;
            return abbreviated ? OPTION_COUNT : (enum option_id)row;
        }
        if (code < 0) {
            break;
        }
        taken = optarg;
    }
    const char *last = optind > 1 ? argv[optind - 1] : "";
    *ended = strcmp(last, "--") == 0 && last != taken;
    return OPTION_COUNT;
}

bool options_fit(struct options *options, const struct command_limits *limits,
                 struct usage_error *usage) {
    unsigned odd = options->seen & ~(limits->takes | COMMON_OPTIONS);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((odd & OPTION_BIT(i)) != 0) {
            const char *name = dashed(options, rows[i].name, strlen(rows[i].name));
            return usage_error_set(usage, (struct usage_error){.word = WORD_OPTION_NOT_HERE,
                                                               .args = {name, limits->name}});
        }
    }
    if (options->format_text == NULL) {
        return true;
    }
    int which = choices_pick(&format_choices, limits->formats, "--format", options->format_text,
                             &options->pool, usage);
    options->format = which >= 0 ? (enum format)which : options->format;
    return which >= 0;
}

void options_clear(struct options *options) {
    arrfree(options->orgs);
    arrfree(options->indicators);
    arrfree(options->columns);
    arrfree(options->paths);
    pool_clear(&options->pool);
}

/* ---- help ---- */

/* Columns at which the help of an option begins. */
enum { HELP_COLUMN = 30 };

/* Writes the left half of a line, "  -o, --output FILE". Returns its width. */
static size_t help_name(struct buffer *out, const struct option_row *row, const char *value) {
    struct buffer left = {0};
    if (row->letter != 0) {
        buffer_format(&left, "  -%c, --%s", row->letter, row->name);
    } else {
        buffer_format(&left, "      --%s", row->name);
    }
    buffer_text(&left, value != NULL ? " " : "");
    buffer_text(&left, value != NULL ? value : "");
    size_t width = text_width(left.text, arrlenu(left.text));
    buffer_put(out, left.text, arrlenu(left.text));
    buffer_clear(&left);
    return width;
}

static void help_row(struct buffer *out, const struct option_row *row, const char *value,
                     const char *help) {
    size_t width = help_name(out, row, value);
    for (bool more = true; more; help += strcspn(help, "\n") + 1) {
        if (width + 2 > HELP_COLUMN) {
            buffer_text(out, "\n");
            width = 0;
        }
        size_t line = strcspn(help, "\n");
        buffer_fill(out, ' ', HELP_COLUMN - width);
        buffer_put(out, help, line);
        buffer_text(out, "\n");
        more = help[line] != '\0';
        width = 0;
    }
}

const struct option_words *option_words(enum option_id id, const struct command_limits *limits) {
    bool own = limits != NULL && limits->words != NULL && limits->words[id].help[0] != NULL;
    return own ? &limits->words[id] : &rows[id].words;
}

void options_help(struct buffer *out, enum language lang, unsigned which,
                  const struct command_limits *limits) {
    struct pool pool = {0};
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((which & OPTION_BIT(i)) != 0) {
            const struct option_words *words = option_words((enum option_id)i, limits);
            bool formats = i == OPTION_FORMAT && limits != NULL;
            help_row(out, &rows[i],
                     formats ? choices_join(&format_choices, limits->formats, "|", &pool)
                             : words->value[lang],
                     words->help[lang]);
        }
    }
    pool_clear(&pool);
}
