/* SPDX-License-Identifier: MIT */
/*
 * The floor under reading: every YAML file of a folder read whole and parsed by libyaml, nothing
 * done with the events. With --read the bytes are only read: open, read, close.
 *
 *     events [--read] FOLDER        prints files, bytes and events
 */
#include <fcntl.h>
#include <fts.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

/* What was gone through. */
struct totals {
    long files;
    long bytes;
    long events;
};

static char *text;  /* of the file being read, reused */
static size_t room; /* bytes there are in text */

static size_t read_file(const char *path) {
    size_t n = 0;
    ssize_t got = 1;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    while (fd >= 0 && got > 0) {
        if (room - n < 65536) {
            room = room * 2 + 131072;
            text = realloc(text, room);
        }
        if (text == NULL) {
            abort();
        }
        got = read(fd, text + n, room - n);
        n += got > 0 ? (size_t)got : 0;
    }
    if (fd < 0 || got < 0) {
        perror(path);
        exit(3);
    }
    close(fd);
    return n;
}

static long parse(size_t n) {
    yaml_parser_t parser;
    yaml_event_t event;
    long events = 0;
    bool more = yaml_parser_initialize(&parser) != 0;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, n);
    while (more && yaml_parser_parse(&parser, &event) != 0) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        events++;
    }
    yaml_parser_delete(&parser);
    if (more) {
        exit(1);
    }
    return events;
}

int main(int argc, char *argv[]) {
    bool only_read = argc == 3 && strcmp(argv[1], "--read") == 0;
    char *const folders[] = {argv[argc - 1], NULL};
    struct totals totals = {0};
    FTS *walk = argc >= 2 ? fts_open(folders, FTS_PHYSICAL | FTS_NOCHDIR, NULL) : NULL;
    if (walk == NULL) {
        return 2;
    }
    for (FTSENT *at = fts_read(walk); at != NULL; at = fts_read(walk)) {
        bool yaml = at->fts_namelen > 5 && strcmp(at->fts_name + at->fts_namelen - 5, ".yaml") == 0;
        if (at->fts_info == FTS_F && yaml) {
            size_t n = read_file(at->fts_path);
            totals.files++;
            totals.bytes += (long)n;
            totals.events += only_read ? 0 : parse(n);
        }
    }
    fts_close(walk);
    free(text);
    printf("%ld files, %ld bytes, %ld events\n", totals.files, totals.bytes, totals.events);
    return 0;
}
