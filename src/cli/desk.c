/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "cli_words.h"
#include "mem.h"
#include "path.h"
#include "system.h"

bool desk_meant(int argc, char *argv[]) {
    return argc <= 1 || (argc == 2 && argv[1][0] != '-' && system_exists(argv[1]));
}

/* Says it, and waits until it was read. */
static int wait(const struct desk *desk, enum word word, const char *what, struct buffer *out,
                struct buffer *err) {
    SAY(err, LANG_VI, word, what);
    buffer_flush(out);
    buffer_flush(err);
    return desk->key();
}

static void put_year(char text[8]) {
    time_t now = time(NULL);
    const struct tm *local = localtime(&now);
    snprintf(text, 8, "%d", local != NULL ? local->tm_year % 1000 + 1900 : 2026);
}

static enum exit_code offer(const struct desk *desk, struct buffer *out, struct buffer *err) {
    char year[8];
    const char *words[] = {"tiendo", "init", "--year", year};
    int key = wait(desk, WORD_DESK_OFFER, NULL, out, err);
    if (key != 'c' && key != 'C') {
        return EXIT_DONE;
    }
    put_year(year);
    enum exit_code code = desk->run(4, words, out, err);
    wait(desk, code == EXIT_DONE ? WORD_DESK_MADE : WORD_DESK_KEY, NULL, out, err);
    return code;
}

/* The end of what stands before the last folder in the path that is called targets or actuals;
 * SIZE_MAX: there is none. */
static size_t before_halves(const char *path) {
    size_t found = SIZE_MAX;
    for (size_t start = 0; path[start] != '\0';) {
        size_t end = start;
        while (path[end] != '\0' && !path_is_separator(path[end])) {
            end++;
        }
        bool half = end - start == strlen("targets") &&
                    (strncmp(path + start, "targets", end - start) == 0 ||
                     strncmp(path + start, "actuals", end - start) == 0);
        if (half) {
            found = start;
        }
        start = path[end] != '\0' ? end + 1 : end;
    }
    return found;
}

static bool has_half(const char *folder, const char *half) {
    char *path = path_join(folder, half);
    bool has = system_exists(path);
    mem_free(path);
    return has;
}

/* What was dropped is a book, or a part of one: to the folder of its targets and actuals. */
static bool enter_book(const char *path) {
    size_t end = before_halves(path);
    if (end == SIZE_MAX) {
        return (has_half(path, "targets") || has_half(path, "actuals")) && system_enter(path);
    }
    char *folder = mem_alloc(end + 1);
    memcpy(folder, path, end);
    folder[end] = '\0';
    bool entered = end == 0 || system_enter(folder);
    mem_free(folder);
    return entered;
}

/* tiendo-june.xlsx beside what was dropped; from mem_alloc(). */
static char *workbook_beside(const char *path) {
    struct buffer name = {0};
    size_t folder = path_folder(path);
    size_t n = strlen(path);
    while (n > 0 && folder == n && path_is_separator(path[n - 1])) { /* "targets/" */
        n--;
        folder = n;
        while (folder > 0 && !path_is_separator(path[folder - 1])) {
            folder--;
        }
    }
    buffer_put(&name, path, folder);
    buffer_text(&name, "tiendo-");
    buffer_put(&name, path + folder, n - folder);
    buffer_text(&name, ".xlsx");
    buffer_put(&name, "", 1);
    char *text = mem_alloc(arrlenu(name.text));
    memcpy(text, name.text, arrlenu(name.text));
    buffer_clear(&name);
    return text;
}

static enum exit_code write_and_show(const struct desk *desk, const char *path, struct buffer *out,
                                     struct buffer *err) {
    struct buffer said = {0};  /* the name of the workbook and the end of the line */
    struct buffer words = {0}; /* of it; warnings the check has said already */
    char *beside = path != NULL ? workbook_beside(path) : NULL;
    const char *line[] = {"tiendo", "export", "-o", beside, "--", path};
    enum exit_code code = desk->run(path != NULL ? 6 : 2, line, &said, &words);
    if (code == EXIT_DONE && arrlen(said.text) > 0) {
        said.text[arrlen(said.text) - 1] = '\0';
        SAY(err, LANG_VI, WORD_DESK_DONE, said.text);
        buffer_flush(err);
        if (!desk->show(said.text)) {
            wait(desk, WORD_DESK_NOT_SHOWN, said.text, out, err);
        }
    } else {
        buffer_put(err, words.text, arrlenu(words.text));
        wait(desk, WORD_DESK_KEY, NULL, out, err);
    }
    buffer_clear(&words);
    buffer_clear(&said);
    mem_free(beside);
    return code;
}

enum exit_code desk_run(const struct desk *desk, const char *path, struct buffer *out,
                        struct buffer *err) {
    if (path != NULL && enter_book(path)) {
        path = NULL;
    }
    if (path == NULL && !system_exists("targets") && !system_exists("actuals")) {
        return offer(desk, out, err);
    }
    const char *words[] = {"tiendo", "check", "--", path};
    enum exit_code code = desk->run(path != NULL ? 4 : 2, words, out, err);
    if (code != EXIT_DONE) {
        wait(desk, WORD_DESK_WRONG, NULL, out, err);
        return code;
    }
    buffer_flush(out);
    return write_and_show(desk, path, out, err);
}
