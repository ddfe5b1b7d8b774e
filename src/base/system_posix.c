/* SPDX-License-Identifier: MIT */
/* realpath() belongs to the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700 /* NOLINT: a feature test macro is named by the system */

#include "system.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "mem.h"

/* ---- the run ---- */

static void (*on_leave)(void);

static void leave(int number) {
    on_leave();
    signal(number, SIG_DFL);
    raise(number);
}

bool system_begin(void (*leave_now)(void)) {
    static const int fatal[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    on_leave = leave_now;
    for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) {
        if (signal(fatal[i], leave) == SIG_IGN) {
            signal(fatal[i], SIG_IGN); /* as nohup wants it */
        }
    }
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    return true;
}

void system_end(const char *text, size_t n, int code) {
    ssize_t written = write(STDERR_FILENO, text, n);
    (void)written;
    _exit(code);
}

int system_thread(pthread_t *thread, void *(*run)(void *), void *argument) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(thread, NULL, run, argument);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

int system_processors(void) {
    return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

double system_seconds(void) {
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void system_give_back(void) {
#ifdef __GLIBC__
    enum { LARGE = 1 << 19 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}

void system_trim(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

struct system_point {
    locale_t before; /* the thread's locale to go back to */
    locale_t own;    /* the one with LC_NUMERIC C */
};

struct system_point *system_point_begin(void) {
    locale_t copy = duplocale(uselocale((locale_t)0));
    locale_t own = newlocale(LC_NUMERIC_MASK, "C", copy);
    if (own == (locale_t)0) {
        return NULL;
    }
    struct system_point *point = mem_alloc(sizeof *point);
    *point = (struct system_point){.before = uselocale(own), .own = own};
    return point;
}

void system_point_end(struct system_point *point) {
    if (point != NULL) {
        uselocale(point->before);
        freelocale(point->own);
        mem_free(point);
    }
}

/* Standard error while it is silenced, or -1. */
static int kept_stderr = -1;

void system_silence(void) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) {
        kept_stderr = dup(STDERR_FILENO);
    }
    if (kept_stderr >= 0) {
        dup2(nowhere, STDERR_FILENO);
    }
    if (nowhere >= 0) {
        close(nowhere);
    }
}

/* Failing would leave the run without words, so it is tried again. */
void system_speak(void) {
    for (int tries = 0; kept_stderr >= 0 && tries < 3; tries++) {
        if (dup2(kept_stderr, STDERR_FILENO) >= 0) {
            break;
        }
    }
    if (kept_stderr >= 0) {
        close(kept_stderr);
        kept_stderr = -1;
    }
}

/* ---- terminals ---- */

bool system_is_terminal(FILE *stream) {
    return isatty(fileno(stream)) != 0;
}

int system_terminal_width(FILE *stream) {
    struct winsize size;
    return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* No desktop starts programs in a console of their own that closes with them. */
bool system_alone(void) {
    return false;
}

int system_key(void) {
    return getchar();
}

bool system_show(const char *path) {
    (void)path;
    return false;
}

/* ---- paths ---- */

const char system_separators[] = "/";

size_t system_drive(const char *path) {
    (void)path;
    return 0;
}

const char *system_temporary_folder(void) {
    const char *folder = getenv("TMPDIR");
    return folder != NULL && folder[0] != '\0' ? folder : "/tmp";
}

/* ---- files ---- */

static struct file_status status_of(const struct stat *found) {
    return (struct file_status){
        .kind = S_ISREG(found->st_mode)   ? FILE_REGULAR
                : S_ISDIR(found->st_mode) ? FILE_FOLDER
                                          : FILE_OTHER,
        .size = found->st_size > 0 ? (size_t)found->st_size : 0,
        .identity = {.device = found->st_dev, .number = found->st_ino},
    };
}

bool system_status(const char *path, struct file_status *status) {
    struct stat found;
    bool done = stat(path, &found) == 0;
    if (done) {
        *status = status_of(&found);
    }
    return done;
}

bool system_status_open(int fd, struct file_status *status) {
    struct stat found;
    bool done = fstat(fd, &found) == 0;
    if (done) {
        *status = status_of(&found);
    }
    return done;
}

bool system_exists(const char *path) {
    struct stat found;
    return lstat(path, &found) == 0;
}

int system_open(const char *path) {
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

ptrdiff_t system_read(int fd, char *to, size_t n) {
    size_t have = 0;
    while (have < n) {
        ssize_t got = read(fd, to + have, n - have);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return -1;
        }
        if (got == 0) {
            break;
        }
        have += (size_t)got;
    }
    return (ptrdiff_t)have;
}

void system_close(int fd) {
    close(fd);
}

static enum entry_kind kind_of(const struct dirent *entry) {
#ifdef DT_REG
    return entry->d_type == DT_DIR   ? ENTRY_FOLDER
           : entry->d_type == DT_REG ? ENTRY_FILE
                                     : ENTRY_UNSAID;
#else
    (void)entry;
    return ENTRY_UNSAID;
#endif
}

bool system_list(const char *path, struct folder_entry **entries) {
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return false;
    }
    errno = 0;
    for (const struct dirent *found; (found = readdir(folder)) != NULL; errno = 0) {
        if (found->d_name[0] != '.') {
            size_t n = strlen(found->d_name) + 1;
            struct folder_entry entry = {mem_alloc(n), kind_of(found)};
            memcpy(entry.name, found->d_name, n);
            arrput(*entries, entry);
        }
    }
    int error = errno;
    closedir(folder);
    errno = error;
    return error == 0;
}

bool system_enter(const char *path) {
    return chdir(path) == 0;
}

bool system_make_folder(const char *path) {
    return mkdir(path, 0777) == 0;
}

bool system_remove_file(const char *path) {
    return unlink(path) == 0;
}

bool system_remove_folder(const char *path) {
    return rmdir(path) == 0;
}

/* ---- a file put in the place of another ---- */

static char *copy_text(const char *s) {
    size_t n = strlen(s) + 1;
    return memcpy(mem_alloc(n), s, n);
}

char *system_target(const char *path, struct file_rights *rights) {
    struct stat found;
    *rights = (struct file_rights){.known = false};
    if (lstat(path, &found) != 0) {
        return errno == ENOENT && path[0] != '\0' ? copy_text(path) : NULL;
    }
    if (stat(path, &found) != 0) { /* a link to nothing */
        return NULL;
    }
    if (!S_ISREG(found.st_mode)) {
        errno = S_ISDIR(found.st_mode) ? EISDIR : EINVAL;
        return NULL;
    }
    char *real = realpath(path, NULL);
    if (real == NULL) {
        return NULL;
    }
    *rights = (struct file_rights){true, found.st_mode & 07777, found.st_uid, found.st_gid};
    char *target = copy_text(real); /* realpath's memory is the C library's, ours is mem.h's */
    free(real);
    return target;
}

int system_temporary(char *name) {
    return mkstemp(name);
}

/* mkstemp() makes files that only their owner can read; a report is made to be shared. */
bool system_hand_over(int fd, const struct file_rights *rights) {
    mode_t mode = (mode_t)rights->mode;
    if (!rights->known) {
        mode_t mask = umask(0);
        umask(mask);
        mode = 0666 & ~mask;
    } else if (fchown(fd, (uid_t)rights->owner, (gid_t)rights->group) != 0 &&
               fchown(fd, (uid_t)-1, (gid_t)rights->group) != 0) {
        mode &= 01777; /* neither is allowed: no rights of an owner that it has no more */
    }
    return fchmod(fd, mode) == 0;
}

FILE *system_stream(int fd) {
    int copy = dup(fd);
    FILE *stream = copy >= 0 ? fdopen(copy, "w") : NULL;
    if (stream == NULL && copy >= 0) {
        int error = errno;
        close(copy);
        errno = error;
    }
    return stream;
}

/* Begun again when a signal came in between. */
bool system_sync(int fd) {
    int done = fsync(fd);
    while (done != 0 && errno == EINTR) {
        done = fsync(fd);
    }
    return done == 0;
}

bool system_close_written(int fd) {
    return close(fd) == 0 || errno == EINTR; /* closed in spite of EINTR */
}

bool system_replace(const char *from, const char *to) {
    return rename(from, to) == 0;
}

/* File systems that cannot sync a folder answer EINVAL, which is no failure. */
bool system_sync_folder(const char *target) {
    const char *slash = strrchr(target, '/');
    char *folder = copy_text(slash == NULL ? "." : target);
    if (slash != NULL) {
        folder[slash - target + 1] = '\0';
    }
    int fd = open(folder, O_RDONLY);
    mem_free(folder);
    if (fd < 0) {
        return errno == EACCES; /* a folder may be written to but not read */
    }
    bool done = system_sync(fd) || errno == EINVAL;
    int error = errno;
    close(fd);
    errno = error;
    return done;
}

/* A file as large as the run may make it could not grow; else the disk was full, most likely. */
int system_write_error(FILE *file) {
    struct rlimit limit;
    struct stat found;
    bool known = getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
                 fstat(fileno(file), &found) == 0;
    return known && found.st_size >= 0 && (rlim_t)found.st_size >= limit.rlim_cur ? EFBIG : ENOSPC;
}
