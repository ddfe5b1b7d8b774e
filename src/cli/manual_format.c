/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "field_kinds.h"
#include "manual.h"
#include "mem.h"
#include "roff.h"
#include "sections.h"
#include "starter.h"

/* ---- words that no other table has ---- */

enum format_text {
    TEXT_NAME,
    TEXT_DESCRIPTION,
    TEXT_WHAT,
    TEXT_SPLIT,
    TEXT_TEXT,
    TEXT_KEYS,
    TEXT_FILE,
    TEXT_INSIDE,
    TEXT_REQUIRED,
    TEXT_VALUES,
    TEXT_EXAMPLES_OF,
    TEXT_WRITTEN,
    TEXT_NUMBERS,
    TEXT_NUMBER_FORM,
    TEXT_NUMBER_TRAPS,
    TEXT_NUMBER_UNITS,
    TEXT_EXAMPLE,
    TEXT_SEE_ALSO,
    TEXT_COUNT
};

static const char *const texts[][LANG_COUNT] = {
    [TEXT_NAME] = {"tệp kế hoạch và số thực hiện", "files of targets and actuals"},
    [TEXT_DESCRIPTION] = {"MÔ TẢ", "DESCRIPTION"},
    [TEXT_WHAT] =
        {"Tệp dữ liệu viết bằng YAML, bảng mã UTF-8, tên kết thúc bằng .yaml hoặc .yml. Mỗi"
         " tệp gồm các phần: orgs (ai), indicators (đo gì), targets (kế hoạch), actuals"
         " (thực hiện) và vài phần nữa; org, year, source ở đầu tệp là mặc định cho mọi"
         " mục trong tệp.",
         "The files are YAML in UTF-8, their names end in .yaml or .yml. A file has"
         " sections: orgs (who), indicators (what is measured), targets (what was"
         " promised), actuals (what happened) and a few more; org, year and source at"
         " its top are defaults for all its entries."},
    [TEXT_SPLIT] = {"Chia ra bao nhiêu tệp, để tệp nào trước đều được: mọi tệp được đọc cùng nhau.",
                    "Any split over files, in any order, means the same: all are read together."},
    [TEXT_TEXT] = {"Mọi giá trị được đọc đúng như viết; YAML không tự đổi kiểu. Không dùng neo (&),"
                   " bí danh (*), thẻ (!), phím Tab để thụt dòng.",
                   "Every value is read as it is written; YAML's guessing of types plays no part."
                   " Anchors (&), aliases (*), tags (!) and tabs are errors."},
    [TEXT_KEYS] = {"KHÓA", "KEYS"},
    [TEXT_FILE] = {"Ở ngoài cùng của tệp", "At the top of a file"},
    [TEXT_INSIDE] = {"Trong ", "Inside "},
    [TEXT_REQUIRED] = {"bắt buộc", "required"},
    [TEXT_VALUES] = {"GIÁ TRỊ", "VALUES"},
    [TEXT_EXAMPLES_OF] = {"Ví dụ: ", "Examples: "},
    [TEXT_WRITTEN] = {"Viết: ", "Written: "},
    [TEXT_NUMBERS] = {"CON SỐ", "NUMBERS"},
    [TEXT_NUMBER_FORM] =
        {"Chữ số, có thể có dấu - hay + ở đầu, phần thập phân sau dấu chấm; dấu _ tách"
         " hàng nghìn (106_598). Nhiều nhất 18 chữ số có nghĩa, giữ nguyên như"
         " viết.",
         "An optional sign, digits, decimals after a dot; _ may group thousands"
         " (106_598). At most 18 significant digits, kept exactly."},
    [TEXT_NUMBER_TRAPS] =
        {"Dấu phẩy thập phân (2,7), dấu chấm tách hàng nghìn (1.200.000), dấu cách"
         " trong số, số mũ là lỗi, kèm cách viết đúng. 1.200 được đọc là 1,2 và"
         " bị nhắc, vì thường là 1200; viết 1.2 hoặc 1.2000 nếu đúng là 1,2.",
         "A decimal comma (2,7), dots between thousands (1.200.000), blanks in a"
         " number and exponents are errors that say what to write. 1.200 is read"
         " as 1.2 with a warning, since 1200 is often meant; 1.2 or 1.2000 is"
         " never asked about."},
    [TEXT_NUMBER_UNITS] =
        {"Số không ghi đơn vị là theo đơn vị của chỉ tiêu; ghi đơn vị khác thì được"
         " đổi: nghìn, triệu, tỷ đứng trước; /tháng, /quý, /6 tháng, /9 tháng,"
         " /năm đứng sau. % một mình phải để trong ngoặc kép.",
         "A number without a unit is in the indicator's; another unit is"
         " converted: nghìn, triệu, tỷ (10^3, 10^6, 10^9) before it, /tháng, /quý,"
         " /6 tháng, /9 tháng, /năm (month, quarter, 6 and 9 months, year) after"
         " it. A % alone has to be quoted."},
    [TEXT_EXAMPLE] = {"VÍ DỤ", "EXAMPLE"},
    [TEXT_SEE_ALSO] = {"XEM THÊM", "SEE ALSO"},
};
static_assert(sizeof texts / sizeof *texts == TEXT_COUNT, "a row for each text");

/* How many, and under which keys; the type follows. */
static const char *const forms[][LANG_COUNT] = {
    [SHAPE_ONE] = {"", ""},
    [SHAPE_LIST] = {"danh sách: ", "list: "},
    [SHAPE_ONE_OR_LIST] = {"một hoặc danh sách: ", "one or a list: "},
    [SHAPE_BY_ORG] = {"theo mã đơn vị: ", "by id of organisation: "},
    [SHAPE_BY_INDICATOR] = {"theo mã chỉ tiêu: ", "by id of indicator: "},
    [SHAPE_BY_INDICATOR_OR_LIST] = {"theo mã chỉ tiêu, một hoặc danh sách: ",
                                    "by id of indicator, one or a list: "},
    [SHAPE_BY_DATE] = {"theo ngày: ", "by date: "},
    [SHAPE_BY_TEXT] = {"theo chữ: ", "by text: "},
};
static_assert(sizeof forms / sizeof *forms == SHAPE_COUNT, "a row for each shape");

/* ---- keys ---- */

enum { SCHEMAS_MAX = 32 };

/* The words behind a key, terminated: "(by id of indicator: quantity, required)". */
static void put_type(struct buffer *out, enum language lang, const struct field *field) {
    buffer_format(out, "(%s", forms[field->form][lang]);
    if (field->type == FIELD_CHOICE) {
        for (size_t i = 0, n = 0; i < field->choices->count; i++) {
            if (field->choices->words[i] != NULL) {
                buffer_format(out, "%s%s", n++ > 0 ? " | " : "", field->choices->words[i]);
            }
        }
    } else {
        buffer_text(out, field_kinds[field->type].title[lang]);
    }
    bool either = field->inside != NULL && field_kinds[field->type].name != NULL;
    if (either) { /* a scalar, or a mapping instead */
        buffer_format(out, ", %s", field_kinds[FIELD_MAPPING].title[lang]);
    }
    if (field->inside != NULL) {
        buffer_format(out, " %s", field->inside->name);
    }
    if (field->required) {
        buffer_format(out, ", %s", texts[TEXT_REQUIRED][lang]);
    }
    buffer_put(out, ")", sizeof ")");
}

static void put_keys(struct buffer *out, enum language lang, const struct schema *schema) {
    for (size_t i = 0; i < schema->count; i++) {
        struct buffer type = {0};
        put_type(&type, lang, &schema->fields[i]);
        roff_entry(out, schema->fields[i].key, type.text, schema->fields[i].help[lang]);
        buffer_clear(&type);
    }
}

static bool was_seen(const struct schema *const seen[], size_t n, const struct schema *schema) {
    for (size_t i = 0; i < n; i++) {
        if (seen[i] == schema) {
            return true;
        }
    }
    return false;
}

/* Every kind of mapping, in the order in which they are met from the top of a file. */
static void put_mappings(struct buffer *out, enum language lang) {
    const struct schema *seen[SCHEMAS_MAX] = {&file_schema};
    size_t count = 1;
    for (size_t at = 0; at < count; at++) {
        buffer_text(out, ".SS ");
        roff_text(out, texts[at == 0 ? TEXT_FILE : TEXT_INSIDE][lang]);
        roff_text(out, at == 0 ? "" : seen[at]->name);
        buffer_text(out, "\n");
        put_keys(out, lang, seen[at]);
        for (size_t i = 0; i < seen[at]->count; i++) {
            const struct schema *inside = seen[at]->fields[i].inside;
            if (inside != NULL && count < SCHEMAS_MAX && !was_seen(seen, count, inside)) {
                seen[count++] = inside;
            }
        }
    }
}

/* ---- values ---- */

/* ["a", 1] without its brackets and quotes. */
static void put_examples(struct buffer *out, const char *json) {
    for (const char *c = json; *c != '\0'; c++) {
        if (strchr("[]\"", *c) == NULL) {
            buffer_put(out, c, 1);
        }
    }
}

static void put_boolean_words(struct buffer *out, enum language lang) {
    buffer_format(out, "\n%s", texts[TEXT_WRITTEN][lang]);
    for (size_t i = 0; i < boolean_words_count; i++) {
        buffer_format(out, "%s%s", i > 0 ? ", " : "", boolean_words[i]);
    }
}

static void put_values(struct buffer *out, enum language lang) {
    for (size_t i = 0; i < FIELD_TYPE_COUNT; i++) {
        const struct field_kind *kind = &field_kinds[i];
        if (kind->name == NULL) {
            continue;
        }
        struct buffer meaning = {0};
        buffer_text(&meaning, kind->help[lang]);
        if (i == FIELD_BOOLEAN) {
            put_boolean_words(&meaning, lang);
        }
        if (kind->examples != NULL) {
            buffer_format(&meaning, "\n%s", texts[TEXT_EXAMPLES_OF][lang]);
            put_examples(&meaning, kind->examples);
        }
        buffer_put(&meaning, "", 1);
        roff_entry(out, kind->title[lang], NULL, meaning.text);
        buffer_clear(&meaning);
    }
}

/* ---- an example: the files that init writes, which the tests run ---- */

static void put_example(struct buffer *out, enum language lang) {
    static const enum starter shown[] = {STARTER_ORGS, STARTER_INDICATORS, STARTER_TARGETS,
                                         STARTER_ACTUALS};
    enum { YEAR = 2024 };
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        struct buffer text = {0};
        starter_path(&text, shown[i], "bac-ninh", YEAR);
        roff_subsection(out, text.text);
        buffer_clear(&text);
        starter_text(&text, shown[i], "bac-ninh", YEAR, lang);
        buffer_put(&text, "", 1);
        roff_example(out, text.text);
        buffer_clear(&text);
    }
}

void manual_format(struct buffer *out, enum language lang) {
    manual_head(out, lang, 5);
    buffer_text(out, "tiendo \\- ");
    roff_text(out, texts[TEXT_NAME][lang]);
    buffer_text(out, "\n");
    roff_section(out, texts[TEXT_DESCRIPTION][lang]);
    roff_text(out, texts[TEXT_WHAT][lang]);
    buffer_text(out, "\n");
    roff_paragraph(out, texts[TEXT_SPLIT][lang]);
    roff_paragraph(out, texts[TEXT_TEXT][lang]);
    roff_section(out, texts[TEXT_KEYS][lang]);
    put_mappings(out, lang);
    roff_section(out, texts[TEXT_VALUES][lang]);
    put_values(out, lang);
    roff_section(out, texts[TEXT_NUMBERS][lang]);
    roff_text(out, texts[TEXT_NUMBER_FORM][lang]);
    buffer_text(out, "\n");
    roff_paragraph(out, texts[TEXT_NUMBER_TRAPS][lang]);
    roff_paragraph(out, texts[TEXT_NUMBER_UNITS][lang]);
    roff_section(out, texts[TEXT_EXAMPLE][lang]);
    put_example(out, lang);
    roff_section(out, texts[TEXT_SEE_ALSO][lang]);
    buffer_text(out, ".BR tiendo (1)\n");
}
