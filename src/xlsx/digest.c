/* SPDX-License-Identifier: MIT */
#include "digest.h"

#include <errno.h>
#include <sha2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "system.h"

#define WORDS "tiendo sha256 "

/* The end of an archive: a record whose last two bytes are the length of the comment after it. */
enum {
    COMMENT = sizeof WORDS - 1 + SHA256_DIGEST_STRING_LENGTH - 1,
    RECORD = 22,
    LENGTH = 2,
    PIECE = 1 << 16
};

/* The digits of the first `size` bytes; false with errno set. */
static bool sum_of(FILE *file, long size, char digits[SHA256_DIGEST_STRING_LENGTH]) {
    uint8_t bytes[PIECE];
    SHA2_CTX sum;
    SHA256Init(&sum);
    errno = 0;
    bool good = fseek(file, 0, SEEK_SET) == 0;
    while (good && size > 0) {
        size_t wanted = size < PIECE ? (size_t)size : PIECE;
        good = fread(bytes, 1, wanted, file) == wanted;
        SHA256Update(&sum, bytes, good ? wanted : 0);
        size -= (long)wanted;
    }
    SHA256End(&sum, digits);
    errno = good || errno != 0 ? errno : EIO;
    return good;
}

static long size_of(FILE *file) {
    return fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
}

static const char comment_length[LENGTH] = {COMMENT, 0};

static bool append(FILE *file) {
    char digits[SHA256_DIGEST_STRING_LENGTH];
    long size = size_of(file);
    if (size < RECORD) {
        errno = size < 0 ? errno : EINVAL;
        return false;
    }
    return sum_of(file, size - LENGTH, digits) && fseek(file, size - LENGTH, SEEK_SET) == 0 &&
           fwrite(comment_length, 1, LENGTH, file) == LENGTH &&
           fprintf(file, "%s%s", WORDS, digits) == COMMENT;
}

bool digest_add(const char *path) {
    FILE *file = fopen(path, "r+b");
    if (file == NULL) {
        return false;
    }
    bool good = append(file);
    int error = errno;
    if (fclose(file) != 0 && good) {
        return false;
    }
    errno = error;
    return good;
}

static bool is_own(FILE *file) {
    enum { TAIL = LENGTH + COMMENT };
    char tail[TAIL + 1] = "";
    char digits[SHA256_DIGEST_STRING_LENGTH];
    const char *words = tail + LENGTH;
    long size = size_of(file);
    return size > RECORD + COMMENT && fseek(file, size - TAIL, SEEK_SET) == 0 &&
           fread(tail, 1, TAIL, file) == TAIL && memcmp(tail, comment_length, LENGTH) == 0 &&
           memcmp(words, WORDS, sizeof WORDS - 1) == 0 && sum_of(file, size - TAIL, digits) &&
           strcmp(words + sizeof WORDS - 1, digits) == 0;
}

enum digest digest_of(const char *path) {
    struct file_status found;
    if (!system_status(path, &found) || found.kind != FILE_REGULAR || found.size == 0) {
        return DIGEST_NOTHING;
    }
    FILE *file = fopen(path, "rb");
    bool own = file != NULL && is_own(file);
    if (file != NULL) {
        fclose(file);
    }
    return own ? DIGEST_OWN : DIGEST_CHANGED;
}
