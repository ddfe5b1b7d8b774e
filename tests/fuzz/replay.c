/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target over packs, files, and the files of folders: the corpus as an ordinary test.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "mem.h"

/* The bytes of a file as a stb_ds array; false when they cannot be read. */
static bool read_file(const char *path, uint8_t **data) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    int c;
    while ((c = getc(file)) != EOF) {
        arrput(*data, (uint8_t)c);
    }
    bool good = ferror(file) == 0;
    fclose(file);
    return good;
}

static void replay(const uint8_t *data, size_t size) {
    /* a block of its own size: the sanitizers then see one byte too far */
    uint8_t *own = mem_alloc(size > 0 ? size : 1);
    if (size > 0) {
        memcpy(own, data, size);
    }
    LLVMFuzzerTestOneInput(own, size);
    mem_free(own);
}

/* The inputs of a pack, each behind its length. */
static int replay_pack(const uint8_t *data, size_t size) {
    enum { LENGTH = 4 };
    int count = 0;
    while (size >= LENGTH) {
        size_t n = data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16 | (size_t)data[3] << 24;
        if (n > size - LENGTH) {
            return 0;
        }
        replay(data + LENGTH, n);
        data += LENGTH + n;
        size -= LENGTH + n;
        count++;
    }
    return size == 0 ? count : 0;
}

/* How many inputs a file held. */
static int replay_file(const char *path) {
    uint8_t *data = NULL;
    int count = 0;
    const char *ending = strrchr(path, '.');
    if (read_file(path, &data) && ending != NULL && strcmp(ending, ".pack") == 0) {
        count = replay_pack(data, arrlenu(data));
    } else if (data != NULL) {
        replay(data, arrlenu(data));
        count = 1;
    }
    arrfree(data);
    return count;
}

static int replay_folder(const char *path, DIR *folder) {
    int count = 0;
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        count += entry->d_name[0] != '.' ? replay_file(name) : 0;
    }
    closedir(folder);
    return count;
}

int main(int argc, char *argv[]) {
    int count = 0;
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        int found = folder != NULL ? replay_folder(argv[i], folder) : replay_file(argv[i]);
        if (found == 0) {
            fprintf(stderr, "%s: nothing to replay\n", argv[i]);
            return EXIT_FAILURE;
        }
        count += found;
    }
    printf("%d inputs\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
