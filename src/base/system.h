/* SPDX-License-Identifier: MIT */
/*
 * The system that the tool runs on: everything that POSIX and Windows do differently, and nothing
 * else. system_posix.c or system_windows.c is compiled, never both (meson.build); no other file of
 * src includes a system's header or asks which system it is (tests/house.py).
 *
 * Names and paths are UTF-8. What can fail returns false, NULL or -1 with errno set.
 */
#ifndef TIENDO_SYSTEM_H
#define TIENDO_SYSTEM_H

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* What Windows has no number for, and never says. */
#ifndef EDQUOT
#define EDQUOT 10069
#endif

/* ---- the run ---- */

/* To be called first: standard streams carry bytes as they are, a console shows UTF-8. From now on
 * a run that is ended from outside (Ctrl-C, a closed terminal, kill) calls leave(), which may do
 * what a signal handler may, and ends by the same signal; a closed pipe and a file that grows past
 * the system's limit are failed writes. False: the system is too old (Windows before 10, 1903),
 * which has been said on standard error. */
bool system_begin(void (*leave)(void));

/* Ends the run at once, with a last text on standard error; allocates nothing. */
_Noreturn void system_end(const char *text, size_t n, int code);

/* Starts a thread that no signal is delivered to: Ctrl-C reaches the first one. 0 or an errno. */
int system_thread(pthread_t *thread, void *(*run)(void *), void *argument);

int system_processors(void);

/* Seconds of a clock that never goes back. */
double system_seconds(void);

/* Large blocks go back to the system when they are freed, small ones when asked: see mem.h. */
void system_give_back(void);
void system_trim(void);

/* Numbers are printed with a point in this thread until system_point_end(); NULL: not possible. */
struct system_point;
struct system_point *system_point_begin(void);
void system_point_end(struct system_point *point);

/* Standard error leads nowhere, for a library that talks, until system_speak(), which may be called
 * without. */
void system_silence(void);
void system_speak(void);

/* ---- terminals ---- */

bool system_is_terminal(FILE *stream);

/* Columns of the terminal that the stream is; 0: not known. */
int system_terminal_width(FILE *stream);

/* Whether nobody but this run has its console, which then closes with it: a double click. */
bool system_alone(void);

/* Waits for a key on the console: which, or EOF. */
int system_key(void);

/* Opens a file with the program for its kind. */
bool system_show(const char *path);

/* ---- paths ---- */

/* The characters that part a path; the first is written. */
extern const char system_separators[];

/* Bytes at the start of a path that say on which drive it is ("C:"); 0: none, or there are no
 * drives. */
size_t system_drive(const char *path);

/* For temporary files; owned by the system. */
const char *system_temporary_folder(void);

/* ---- files ---- */

enum file_kind { FILE_REGULAR, FILE_FOLDER, FILE_OTHER /* a device, a pipe */ };

/* What a file or folder is, whatever it is called. */
struct file_identity {
    uint64_t device; /* the file system */
    uint64_t number; /* the file in it; 0: the system does not tell */
};

struct file_status {
    enum file_kind kind;
    size_t size; /* bytes, of a regular file */
    struct file_identity identity;
};

/* Of a path, links followed; of an open file. */
bool system_status(const char *path, struct file_status *status);
bool system_status_open(int fd, struct file_status *status);

/* Whether something of this name is there, be it a link to nothing; false with errno. */
bool system_exists(const char *path);

/* Opens for reading: not handed to children, not waiting for a pipe's writer, bytes as they are. */
int system_open(const char *path);

/* Reads up to n bytes; fewer at the end of the file. How many, or -1. */
ptrdiff_t system_read(int fd, char *to, size_t n);

void system_close(int fd);

/* Which is standard input. */
enum { SYSTEM_STDIN = 0 };

/* A name in a folder. */
struct folder_entry {
    char *name; /* owned */
    /* what the folder says of it; not every system does, and a link may be anything */
    enum entry_kind { ENTRY_UNSAID, ENTRY_FOLDER, ENTRY_FILE } kind;
};

/* Appends what is in a folder, in no order, but for what is hidden; also when it fails. */
bool system_list(const char *path, struct folder_entry **entries);

/* Goes to a folder, from which every path that is not absolute starts from now on. */
bool system_enter(const char *path);

bool system_make_folder(const char *path);
bool system_remove_file(const char *path);
bool system_remove_folder(const char *path); /* an empty one */

/* ---- a file put in the place of another (safe_file.h) ---- */

/* What the file that is replaced lets the new one have. */
struct file_rights {
    bool known; /* there is an old file */
    unsigned mode, owner, group;
};

/* The file that a path leads to, links followed, or the path itself where nothing is yet; from
 * mem_alloc(). NULL: there can be no file. */
char *system_target(const char *path, struct file_rights *rights);

/* Makes a new file, open for reading and writing, under a name that ends in XXXXXX, which are
 * filled. By name it can be opened and written by others at the same time. */
int system_temporary(char *name);

/* Gives the new file the rights of the old one as far as is allowed, or those of any new file. */
bool system_hand_over(int fd, const struct file_rights *rights);

/* A stream of its own for an open file, which stays open; NULL. */
FILE *system_stream(int fd);

/* Brings the bytes of an open file to the disk. */
bool system_sync(int fd);

/* Closes; false when bytes may be lost. */
bool system_close_written(int fd);

/* Puts a file in the place of another, or where none is, in one step. Where another program has
 * the old one open and that hinders, it is tried for a second: then EBUSY. */
bool system_replace(const char *from, const char *to);

/* Makes the replacement of a file last through a power cut. */
bool system_sync_folder(const char *target);

/* errno of a write to this file that failed, when it is known no more. */
int system_write_error(FILE *file);

#endif
