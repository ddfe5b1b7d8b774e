/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdio.h>

#include "explain.h"
#include "findings_words.h"

static const char frame_name[] = "khung.yaml";

enum page_word {
    WORD_TITLE,
    WORD_ABOUT,
    WORD_FRAME,
    WORD_WRONG_AT, /* {0} line {1} column */
    WORD_ESCAPED,
    WORD_REPEATED,
    WORD_COUNTED,
    WORD_COUNT
};

static const char *const words[][LANG_COUNT] = {
    [WORD_TITLE] = {"Các thông báo", "The messages"},
    [WORD_ABOUT] =
        {"Mỗi thông báo của `tiendo check` có một mã không bao giờ đổi. Trang này nói từng mã "
         "nghĩa "
         "là gì, vì sao phải\nsửa, viết thế nào là sai, thế nào là đúng; `tiendo explain T202` in "
         "cùng nội dung trên màn hình. Lỗi thì phải\nsửa mới lập bảng; cảnh báo thì vẫn lập "
         "bảng.\n\nTrang này do máy viết: `tiendo explain --list --format markdown`.",
         "Every message of `tiendo check` has a code that never changes. This page says what each "
         "means, why it\nmatters, what is wrong and what is right; `tiendo explain T202` prints "
         "the same. Errors have to be mended\nbefore there is a table; warnings do not stop "
         "it.\n\nThis page is written by the program: `tiendo explain --list --format markdown`."},
    [WORD_FRAME] = {"Các ví dụ có mã đơn vị, mã chỉ tiêu được đọc cùng tệp này:",
                    "Examples with codes of organisations and indicators are read with this "
                    "file:"},
    [WORD_WRONG_AT] = {"Sai (dòng {0}, cột {1}):\n", "Wrong (line {0}, column {1}):\n"},
    [WORD_ESCAPED] = {"(`\\xNN` là một byte viết theo hệ 16, `\\t` là phím Tab.)",
                      "(`\\xNN` is a byte in hexadecimal, `\\t` a tab.)"},
    [WORD_REPEATED] = {"(Tệp như vậy dài quá mức, nên chỉ nêu một dòng.)",
                       "(Such a file is too long to be shown; this is one of its lines.)"},
    [WORD_COUNTED] = {"(Dòng có № là 400 dòng, thay № bằng 1 đến 400.)",
                      "(A line with № stands for 400 lines, with 1 to 400 in its place.)"},
};
static_assert(sizeof words / sizeof *words == WORD_COUNT, "one row per word");

static const char *const chapters[][LANG_COUNT] = {
    {"Tệp văn bản", "The file as text"},
    {"Cách viết", "Its shape"},
    {"Số và đơn vị tính", "Numbers and units"},
    {"Ngày, kỳ, năm", "Dates, periods, years"},
    {"Mã, khai báo, trùng lặp", "References and conflicts"},
    {"Số liệu đối chiếu với nhau", "Figures against each other"},
    {"Tệp Excel gửi về", "Workbooks that come back"},
};
enum { CHAPTERS = sizeof chapters / sizeof *chapters };

/* A fence that tests/docs.py runs; text that is no runnable file goes into a plain one. */
static void put_fence(struct buffer *out, const char *words_after, const struct message *message,
                      const char *example) {
    buffer_format(out, "\n```yaml %s", words_after);
    if (message->framed) {
        buffer_format(out, " with=\"%s\"", frame_name);
    }
    buffer_format(out, "\n%s```\n", example);
}

/* How an example that is no file is to be understood. */
static const char *form_words(enum example_form form, enum language lang) {
    enum page_word word = form == EXAMPLE_ESCAPED    ? WORD_ESCAPED
                          : form == EXAMPLE_REPEATED ? WORD_REPEATED
                                                     : WORD_COUNTED;
    return words[word][lang];
}

static void put_wrong(struct buffer *out, const struct message *message, enum language lang) {
    if (message->form == EXAMPLE_WORKBOOK) {
        buffer_format(out, "%s\n\n```text\n%s```\n", finding_word(ABOUT_WRONG, lang),
                      message->wrong);
        return;
    }
    if (message->form != EXAMPLE_PLAIN) {
        buffer_format(out, "%s\n\n```text\n%s```\n\n%s\n", finding_word(ABOUT_WRONG, lang),
                      message->wrong, form_words(message->form, lang));
        return;
    }
    struct buffer info = {0};
    buffer_format(&info, "%s codes=\"%s\"", message->severity == SEVERITY_ERROR ? "wrong" : "check",
                  message->id);
    buffer_put(&info, "", 1);
    char line[16];
    char column[16];
    snprintf(line, sizeof line, "%u", (unsigned)message->line);
    snprintf(column, sizeof column, "%u", (unsigned)message->column);
    message_fill(out, words[WORD_WRONG_AT][lang], (const char *const[FINDING_WORDS]){line, column},
                 lang);
    put_fence(out, info.text, message, message->wrong);
    buffer_clear(&info);
}

void explain_markdown(struct buffer *out, enum message_code code, enum language lang) {
    const struct message *message = message_of(code);
    buffer_format(out, "### %s · %s\n\n", message->id, message->title[lang]);
    buffer_format(out, "[%s] %s\n%s\n\n", severity_label(message->severity, lang),
                  message->means[lang], message->why[lang]);
    put_wrong(out, message, lang);
    buffer_format(out, "\n%s\n", finding_word(ABOUT_RIGHT, lang));
    if (message->form == EXAMPLE_WORKBOOK) {
        buffer_format(out, "\n```text\n%s```\n", message->right);
    } else {
        put_fence(out, "check", message, message->right);
    }
}

void explain_markdown_page(struct buffer *out, enum language lang) {
    int chapter = -1;
    buffer_format(out, "# %s\n\n%s\n\n%s\n", words[WORD_TITLE][lang], words[WORD_ABOUT][lang],
                  words[WORD_FRAME][lang]);
    buffer_format(out, "\n```yaml check title=\"%s\"\n%s```\n", frame_name, message_frame());
    for (int i = 0; i < MESSAGE_COUNT; i++) {
        int of = message_of((enum message_code)i)->id[1] - '0';
        if (of != chapter && of < CHAPTERS) {
            buffer_format(out, "\n## T%dxx · %s\n", of, chapters[of][lang]);
            chapter = of;
        }
        buffer_text(out, "\n");
        explain_markdown(out, (enum message_code)i, lang);
    }
}
