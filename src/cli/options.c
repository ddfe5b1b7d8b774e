#include "options.h"

#include <assert.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "text.h"
#include "values.h"

/* ---- the table ---- */

static const struct option_row {
    const char *name;              /* long name, without dashes */
    char letter;                   /* short name, or 0 */
    const char *value[LANG_COUNT]; /* what it takes, for help; NULL: nothing */
    const char *help[LANG_COUNT];  /* one line, or two */
    bool (*parse)(struct options *options, const struct given *given);
} rows[] = {
    [OPTION_LANG] =
        {
            .name = "lang",
            .value = {"vi|en", "vi|en"},
            .help = {"ngôn ngữ: tiếng Việt (mặc định) hay tiếng Anh",
                     "language: Vietnamese (the default) or English"},
            .parse = value_lang,
        },
    [OPTION_COLOR] =
        {
            .name = "color",
            .value = {"auto|always|never", "auto|always|never"},
            .help = {"tô màu: tự xét, luôn luôn, không bao giờ", "when to colour"},
            .parse = value_color,
        },
    [OPTION_HELP] =
        {
            .name = "help",
            .letter = 'h',
            .help = {"in cách dùng (của một lệnh: tiendo LỆNH --help)",
                     "print help (of one command: tiendo COMMAND --help)"},
            .parse = value_help,
        },
    [OPTION_VERSION] =
        {
            .name = "version",
            .help = {"in số phiên bản", "print the version"},
            .parse = value_version,
        },
    [OPTION_AS_OF] =
        {
            .name = "as-of",
            .value = {"NGÀY", "DATE"},
            .help = {"nhìn từ ngày này: chỉ tính những gì đã biết đến hôm đó;\n"
                     "mặc định là ngày báo cáo gần nhất (2024-06-30, today)",
                     "look from this day: only what was known by then counts;\n"
                     "by default the last date reported (2024-06-30, today)"},
            .parse = value_as_of,
        },
    [OPTION_YEAR] =
        {
            .name = "year",
            .value = {"NĂM", "YEAR"},
            .help = {"năm kế hoạch; mặc định là năm gần nhất có kế hoạch",
                     "the year; by default the latest one with targets"},
            .parse = value_year,
        },
    [OPTION_ORG] =
        {
            .name = "org",
            .value = {"ĐƠN_VỊ,…", "ORG,…"},
            .help = {"chỉ các đơn vị này (cụm thì gồm cả thành viên)",
                     "only these organisations (a group with its members)"},
            .parse = value_org,
        },
    [OPTION_INDICATOR] =
        {
            .name = "indicator",
            .value = {"CHỈ_TIÊU,…", "INDICATOR,…"},
            .help = {"chỉ các chỉ tiêu này", "only these indicators"},
            .parse = value_indicator,
        },
    [OPTION_ONLY] =
        {
            .name = "only",
            .value = {"ĐÁNH_GIÁ,…", "STATUS,…"},
            .help = {"chỉ những dòng có các đánh giá này", "only rows of these statuses"},
            .parse = value_only,
        },
    [OPTION_COLUMNS] =
        {
            .name = "columns",
            .value = {"CỘT,…", "COLUMN,…"},
            .help = {"các cột của bảng, theo thứ tự này", "the table's columns, in this order"},
            .parse = value_columns,
        },
    [OPTION_SORT] =
        {
            .name = "sort",
            .value = {"declaration|status|attainment", "declaration|status|attainment"},
            .help = {"thứ tự trong mỗi đơn vị: như khai báo (mặc định), theo đánh\n"
                     "giá từ tốt đến kém, theo % kế hoạch từ cao đến thấp",
                     "order within each organisation: as declared (the default),\n"
                     "by status from good to bad, by attainment from high to low"},
            .parse = value_sort,
        },
    [OPTION_FORMAT] =
        {
            .name = "format",
            .value = {"", ""},
            .help = {"dạng in ra; mặc định là text", "what to print; text by default"},
            .parse = value_format,
        },
    [OPTION_FAIL_ON] =
        {
            .name = "fail-on",
            .value = {"ĐÁNH_GIÁ,…", "STATUS,…"},
            .help = {"thoát với mã 1 nếu có dòng nào mang đánh giá này",
                     "exit with 1 when a row shown has one of these statuses"},
            .parse = value_fail_on,
        },
    [OPTION_STRICT] =
        {
            .name = "strict",
            .help = {"cảnh báo cũng tính như lỗi", "warnings count as errors"},
            .parse = value_strict,
        },
    [OPTION_LIST] =
        {
            .name = "list",
            .help = {"mọi thông báo, mỗi mã một dòng", "all messages, a line for each"},
            .parse = value_list,
        },
    [OPTION_OUTPUT] =
        {
            .name = "output",
            .letter = 'o',
            .value = {"TỆP", "FILE"},
            .help = {"tệp sẽ ghi: đuôi .xlsx, .csv hoặc .json; mặc định là\n"
                     "out/tiendo-….xlsx, tên được in ra",
                     "the file to write: its name ends in .xlsx, .csv or .json;\n"
                     "by default out/tiendo-….xlsx, whose name is printed"},
            .parse = value_output,
        },
    [OPTION_FROM_YEAR] =
        {
            .name = "from-year",
            .value = {"NĂM", "YEAR"},
            .help = {"lập kế hoạch của --year từ kế hoạch và kết quả năm này",
                     "make the targets of --year from those of this year"},
            .parse = value_from_year,
        },
    [OPTION_MAX_SIZE] =
        {
            .name = "max-size",
            .value = {"MB", "MB"},
            .help = {"tệp lớn hơn mức này thì không đọc; mặc định là 64",
                     "refuse larger files; 64 by default"},
            .parse = value_max_size,
        },
};
static_assert(sizeof rows / sizeof rows[0] == OPTION_COUNT, "one row per option");
static_assert(OPTION_COUNT <= 32, "sets of options are masks");

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
        bool takes = rows[i].value[0] != NULL;
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
static void unknown(struct options *options, const char *name, size_t n, struct slip *slip) {
    const char *names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++) {
        names[i] = rows[i].name;
    }
    const char *nearest = slip_nearest(pool_text(&options->pool, name, n), names, OPTION_COUNT);
    slip_set(slip,
             (struct slip){.word = WORD_UNKNOWN_OPTION,
                           .args = {dashed(options, name, n)},
                           .nearest =
                               nearest == NULL ? NULL : dashed(options, nearest, strlen(nearest))});
}

/* getopt_long() said no: to an unknown letter, an unknown name, or a value where none belongs. */
static void refused(struct options *options, const char *word, struct slip *slip) {
    int row = row_of(optopt);
    char letter = (char)optopt;
    if (row < OPTION_COUNT) {
        const char *name = dashed(options, rows[row].name, strlen(rows[row].name));
        slip_set(slip, (struct slip){.word = WORD_NEEDLESS_VALUE, .args = {name}});
    } else if (letter != 0) {
        unknown(options, &letter, 1, slip);
    } else {
        const char *name = word + strspn(word, "-");
        unknown(options, name, strcspn(name, "="), slip);
    }
}

static void missing_value(struct options *options, struct slip *slip) {
    const char *name = rows[row_of(optopt)].name;
    slip_set(slip, (struct slip){.word = WORD_MISSING_VALUE,
                                 .args = {dashed(options, name, strlen(name))}});
}

/* Takes a known option; word is what was typed, so that `--form` is not taken for `--format`. */
static void take(struct options *options, int id, const char *word, struct slip *slip) {
    const struct option_row *row = &rows[id];
    if (strncmp(word, "--", 2) == 0 && strcspn(word + 2, "=") != strlen(row->name)) {
        unknown(options, word + 2, strcspn(word + 2, "="), slip);
        return;
    }
    bool named = strncmp(word, "--", 2) == 0;
    struct given given = {
        .name = named ? dashed(options, row->name, strlen(row->name))
                      : dashed(options, &row->letter, 1),
        .value = optarg,
        .slip = slip,
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

bool options_parse(struct options *options, int argc, char *argv[], struct slip *slip) {
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
            missing_value(options, slip);
        } else if (code == '?') {
            refused(options, argv[begin], slip);
        } else {
            take(options, row_of(code), argv[begin], slip);
        }
    }
    for (int i = optind; i < argc; i++) {
        take_word(options, argv[i]);
    }
    return slip->word == WORD_NONE;
}

bool options_fit(struct options *options, const struct command_limits *limits, struct slip *slip) {
    unsigned odd = options->seen & ~(limits->takes | COMMON_OPTIONS);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((odd & OPTION_BIT(i)) != 0) {
            const char *name = dashed(options, rows[i].name, strlen(rows[i].name));
            return slip_set(
                slip, (struct slip){.word = WORD_OPTION_NOT_HERE, .args = {name, limits->name}});
        }
    }
    if (options->format_text == NULL) {
        return true;
    }
    int which = choices_pick(&format_choices, limits->formats, "--format", options->format_text,
                             &options->pool, slip);
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

/* The left half: "  -o, --output FILE". Returns its width. */
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

static void help_row(struct buffer *out, enum language lang, const struct option_row *row,
                     const char *value) {
    size_t width = help_name(out, row, value);
    const char *help = row->help[lang];
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

void options_help(struct buffer *out, enum language lang, unsigned which, unsigned formats) {
    struct pool pool = {0};
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((which & OPTION_BIT(i)) != 0) {
            const char *value = rows[i].value[lang];
            help_row(out, lang, &rows[i],
                     i == OPTION_FORMAT ? choices_join(&format_choices, formats, "|", &pool)
                                        : value);
        }
    }
    pool_clear(&pool);
}
