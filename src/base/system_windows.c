/* SPDX-License-Identifier: MIT */
/*
 * The manifest makes the process speak UTF-8 (from Windows 10, 1903), to the functions of the
 * system that end in A and to the C library too; system_begin() refuses an older one. Only names
 * that the system gives come through functions that end in W: the others cut long ones.
 */
#include "system.h"

#include <windows.h>

#include <shellapi.h>

#include <conio.h>
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* ---- errors ---- */

/* errno of the last error of Windows. */
static int errno_now(void) {
    static const struct {
        DWORD windows;
        int error;
    } same[] = {
        {ERROR_FILE_NOT_FOUND, ENOENT},
        {ERROR_PATH_NOT_FOUND, ENOENT},
        {ERROR_INVALID_DRIVE, ENOENT},
        {ERROR_BAD_NETPATH, ENOENT},
        {ERROR_INVALID_NAME, EINVAL},
        {ERROR_DIRECTORY, ENOTDIR},
        {ERROR_ACCESS_DENIED, EACCES},
        {ERROR_SHARING_VIOLATION, EBUSY},
        {ERROR_LOCK_VIOLATION, EBUSY},
        {ERROR_USER_MAPPED_FILE, EBUSY},
        {ERROR_DISK_FULL, ENOSPC},
        {ERROR_HANDLE_DISK_FULL, ENOSPC},
        {ERROR_WRITE_PROTECT, EROFS},
        {ERROR_FILE_EXISTS, EEXIST},
        {ERROR_ALREADY_EXISTS, EEXIST},
        {ERROR_DIR_NOT_EMPTY, ENOTEMPTY},
        {ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG},
        {ERROR_TOO_MANY_OPEN_FILES, EMFILE},
        {ERROR_NOT_ENOUGH_MEMORY, ENOMEM},
        {ERROR_NOT_READY, ENXIO},
    };
    DWORD last = GetLastError();
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        if (same[i].windows == last) {
            return same[i].error;
        }
    }
    return EIO;
}

static bool failed(void) {
    errno = errno_now();
    return false;
}

/* ---- the run ---- */

static void (*on_leave)(void);
static UINT codes_before; /* of the console, which goes on after the run */

static BOOL WINAPI leave(DWORD event) {
    (void)event;
    on_leave();
    return FALSE; /* the system ends the run */
}

static void give_console_back(void) {
    SetConsoleOutputCP(codes_before);
}

/* A console takes colours only when told that it should, and a character only when all of its bytes
 * come at once: without a buffer the C library sends them one by one. Who writes flushes. */
static void begin_console(void) {
    static char room[2][1 << 17];
    FILE *const files[] = {stdout, stderr};
    codes_before = GetConsoleOutputCP();
    if (codes_before != 0 && codes_before != CP_UTF8) {
        SetConsoleOutputCP(CP_UTF8);
        atexit(give_console_back);
    }
    static const DWORD streams[] = {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
    for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++) {
        HANDLE stream = GetStdHandle(streams[i]);
        DWORD mode;
        if (GetConsoleMode(stream, &mode)) {
            SetConsoleMode(stream, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
            setvbuf(files[i], room[i], _IOFBF, sizeof room[i]);
        }
    }
}

bool system_begin(void (*leave_now)(void)) {
    static const wchar_t old[] = L"tiendo: cần Windows 10 bản 1903 trở lên. / Windows 10, version "
                                 L"1903, or later is needed.\r\n";
    on_leave = leave_now;
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    SetErrorMode(SEM_FAILCRITICALERRORS); /* an empty drive is a failure, not a window */
    if (GetACP() != CP_UTF8) {
        DWORD written;
        WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), old, (DWORD)wcslen(old), &written, NULL);
        return false;
    }
    begin_console();
    SetConsoleCtrlHandler(leave, TRUE);
    return true;
}

void system_end(const char *text, size_t n, int code) {
    _write(_fileno(stderr), text, (unsigned)n);
    _exit(code);
}

int system_thread(pthread_t *thread, void *(*run)(void *), void *argument) {
    return pthread_create(thread, NULL, run, argument);
}

int system_processors(void) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return (int)info.dwNumberOfProcessors;
}

double system_seconds(void) {
    return (double)GetTickCount64() / 1000;
}

void system_give_back(void) {}

void system_trim(void) {}

/* No other locale is ever set, so there is nothing to go back to. */
struct system_point *system_point_begin(void) {
    static char point;
    return setlocale(LC_NUMERIC, "C") != NULL ? (void *)&point : NULL;
}

void system_point_end(struct system_point *point) {
    (void)point;
}

/* Standard error while it is silenced, or -1. */
static int kept_stderr = -1;

void system_silence(void) {
    int nowhere = _open("NUL", _O_WRONLY);
    if (nowhere >= 0) {
        kept_stderr = _dup(_fileno(stderr));
    }
    if (kept_stderr >= 0) {
        _dup2(nowhere, _fileno(stderr));
    }
    if (nowhere >= 0) {
        _close(nowhere);
    }
}

void system_speak(void) {
    if (kept_stderr >= 0) {
        _dup2(kept_stderr, _fileno(stderr));
        _close(kept_stderr);
        kept_stderr = -1;
    }
}

/* ---- terminals ---- */

static HANDLE handle_of(FILE *stream) {
    return (HANDLE)_get_osfhandle(_fileno(stream)); // NOLINT(performance-no-int-to-ptr)
}

/* isatty() says yes of NUL too. */
bool system_is_terminal(FILE *stream) {
    DWORD mode;
    return GetConsoleMode(handle_of(stream), &mode) != 0;
}

int system_terminal_width(FILE *stream) {
    CONSOLE_SCREEN_BUFFER_INFO info;
    bool known = GetConsoleScreenBufferInfo(handle_of(stream), &info) != 0;
    return known ? info.srWindow.Right - info.srWindow.Left + 1 : 0;
}

bool system_alone(void) {
    DWORD runs[2];
    return GetConsoleProcessList(runs, 2) == 1;
}

int system_key(void) {
    return _getch();
}

bool system_show(const char *path) {
    size_t n = strlen(path) + 1;
    char *own = memcpy(mem_alloc(n), path, n);
    for (char *at = own; *at != '\0'; at++) {
        *at = *at == '/' ? '\\' : *at;
    }
    bool done = (intptr_t)ShellExecuteA(NULL, "open", own, NULL, NULL, SW_SHOWNORMAL) > 32;
    mem_free(own);
    return done;
}

/* ---- paths ---- */

const char system_separators[] = "/\\";

size_t system_drive(const char *path) {
    char letter = (char)(path[0] | 0x20);
    return letter >= 'a' && letter <= 'z' && path[1] == ':' ? 2 : 0;
}

const char *system_temporary_folder(void) {
    static char folder[MAX_PATH * 3 + 1];
    if (folder[0] == '\0' && GetTempPathA(sizeof folder, folder) == 0) {
        strcpy(folder, "."); // NOLINT(clang-analyzer-security.insecureAPI.strcpy)
    }
    return folder;
}

/* From mem_alloc(). */
static char *narrow(const wchar_t *text) {
    int n = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
    char *path = mem_alloc((size_t)n + 1);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, path, n, NULL, NULL);
    return path;
}

/* ---- files ---- */

enum { SHARED = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };

static HANDLE open_handle(const char *path, DWORD access, DWORD how, DWORD flags) {
    HANDLE handle = CreateFileA(path, access, SHARED, NULL, how, flags, NULL);
    errno = handle == INVALID_HANDLE_VALUE ? errno_now() : 0;
    return handle;
}

/* A descriptor that owns the handle. */
static int descriptor(HANDLE handle, int flags) {
    int fd = handle != INVALID_HANDLE_VALUE
                 ? _open_osfhandle((intptr_t)handle, flags | _O_BINARY | _O_NOINHERIT)
                 : -1;
    if (fd < 0 && handle != INVALID_HANDLE_VALUE) {
        CloseHandle(handle);
        errno = EMFILE;
    }
    return fd;
}

static bool status_of(HANDLE handle, struct file_status *status) {
    BY_HANDLE_FILE_INFORMATION info;
    if (GetFileType(handle) != FILE_TYPE_DISK) {
        *status = (struct file_status){.kind = FILE_OTHER};
        return true;
    }
    if (!GetFileInformationByHandle(handle, &info)) {
        return failed();
    }
    bool folder = (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    *status = (struct file_status){
        .kind = folder ? FILE_FOLDER : FILE_REGULAR,
        .size = ((size_t)info.nFileSizeHigh << 32) + info.nFileSizeLow,
        .identity = {.device = info.dwVolumeSerialNumber,
                     .number = ((uint64_t)info.nFileIndexHigh << 32) + info.nFileIndexLow},
    };
    return true;
}

bool system_status(const char *path, struct file_status *status) {
    HANDLE handle = open_handle(path, 0, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (handle == INVALID_HANDLE_VALUE) {
        return false;
    }
    bool known = status_of(handle, status);
    CloseHandle(handle);
    return known;
}

bool system_status_open(int fd, struct file_status *status) {
    return status_of((HANDLE)_get_osfhandle(fd), status); // NOLINT(performance-no-int-to-ptr)
}

bool system_exists(const char *path) {
    return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES || failed();
}

int system_open(const char *path) {
    return descriptor(open_handle(path, GENERIC_READ, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL),
                      _O_RDONLY);
}

ptrdiff_t system_read(int fd, char *to, size_t n) {
    enum { MOST = 1 << 30 };
    size_t have = 0;
    while (have < n) {
        size_t wanted = n - have < MOST ? n - have : MOST;
        int got = _read(fd, to + have, (unsigned)wanted);
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
    _close(fd);
}

static bool is_hidden(const WIN32_FIND_DATAW *found) {
    return found->cFileName[0] == L'.' || (found->dwFileAttributes & FILE_ATTRIBUTE_HIDDEN) != 0;
}

static struct folder_entry entry_of(const WIN32_FIND_DATAW *found) {
    DWORD attributes = found->dwFileAttributes;
    return (struct folder_entry){
        .name = narrow(found->cFileName),
        .kind = (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 ? ENTRY_UNSAID
                : (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0   ? ENTRY_FOLDER
                                                                 : ENTRY_FILE,
    };
}

bool system_list(const char *path, struct folder_entry **entries) {
    WIN32_FIND_DATAW found;
    size_t n = strlen(path);
    wchar_t *name = mem_alloc((n + sizeof "/*") * sizeof *name);
    int length = MultiByteToWideChar(CP_UTF8, 0, path, (int)n, name, (int)n);
    name[length] = L'/';
    name[length + 1] = L'*';
    HANDLE folder = FindFirstFileW(name, &found);
    int error = folder == INVALID_HANDLE_VALUE ? errno_now() : 0;
    mem_free(name);
    if (folder == INVALID_HANDLE_VALUE) {
        errno = error;
        return false;
    }
    do {
        if (!is_hidden(&found)) {
            arrput(*entries, entry_of(&found));
        }
    } while (FindNextFileW(folder, &found));
    bool whole = GetLastError() == ERROR_NO_MORE_FILES || failed();
    FindClose(folder);
    return whole;
}

bool system_enter(const char *path) {
    return SetCurrentDirectoryA(path) || failed();
}

bool system_make_folder(const char *path) {
    return CreateDirectoryA(path, NULL) || failed();
}

bool system_remove_file(const char *path) {
    return DeleteFileA(path) || failed();
}

bool system_remove_folder(const char *path) {
    return RemoveDirectoryA(path) || failed();
}

/* ---- a file put in the place of another ---- */

static char *copy_text(const char *s) {
    size_t n = strlen(s) + 1;
    return memcpy(mem_alloc(n), s, n);
}

/* Where a link leads; NULL with errno. */
static char *behind(const char *path) {
    HANDLE handle = open_handle(path, 0, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL);
    if (handle == INVALID_HANDLE_VALUE) {
        return NULL;
    }
    DWORD n = GetFinalPathNameByHandleW(handle, NULL, 0, FILE_NAME_NORMALIZED);
    wchar_t *name = mem_alloc(((size_t)n + 1) * sizeof *name);
    bool known = n > 0 && GetFinalPathNameByHandleW(handle, name, n + 1, FILE_NAME_NORMALIZED) > 0;
    char *path_there = known ? narrow(name) : copy_text(path);
    CloseHandle(handle);
    mem_free(name);
    return path_there;
}

char *system_target(const char *path, struct file_rights *rights) {
    struct file_status status;
    *rights = (struct file_rights){.known = false}; /* they come from the folder */
    if (path[0] == '\0') {
        errno = ENOENT;
        return NULL;
    }
    DWORD attributes = GetFileAttributesA(path);
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        return !failed() && errno == ENOENT ? copy_text(path) : NULL;
    }
    if (!system_status(path, &status)) {
        return NULL;
    }
    if (status.kind != FILE_REGULAR) {
        errno = status.kind == FILE_FOLDER ? EISDIR : EINVAL;
        return NULL;
    }
    bool link = (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    return link ? behind(path) : copy_text(path);
}

/* mingw's mkstemp() lets nobody else open the file. */
int system_temporary(char *name) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    enum { XS = 6, TRIES = 100 };
    char *xs = name + strlen(name) - XS;
    LARGE_INTEGER ticks;
    QueryPerformanceCounter(&ticks);
    uint64_t seed = (uint64_t)ticks.QuadPart ^ ((uint64_t)GetCurrentProcessId() << 32);
    for (int tries = 0; tries < TRIES; tries++) {
        for (int i = 0; i < XS; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            xs[i] = letters[(seed >> 33) % (sizeof letters - 1)];
        }
        int fd = descriptor(
            open_handle(name, GENERIC_READ | GENERIC_WRITE, CREATE_NEW, FILE_ATTRIBUTE_NORMAL),
            _O_RDWR);
        if (fd >= 0 || errno != EEXIST) {
            return fd;
        }
    }
    return -1;
}

bool system_hand_over(int fd, const struct file_rights *rights) {
    (void)fd;
    (void)rights;
    return true;
}

FILE *system_stream(int fd) {
    int copy = _dup(fd);
    FILE *stream = copy >= 0 ? _fdopen(copy, "wb") : NULL;
    if (stream == NULL && copy >= 0) {
        int error = errno;
        _close(copy);
        errno = error;
    }
    return stream;
}

bool system_sync(int fd) {
    HANDLE handle = (HANDLE)_get_osfhandle(fd); // NOLINT(performance-no-int-to-ptr)
    return FlushFileBuffers(handle) || failed();
}

bool system_close_written(int fd) {
    return _close(fd) == 0;
}

/* Excel, an indexer or a virus scanner may hold the old file: the last two for moments only. */
bool system_replace(const char *from, const char *to) {
    enum { TRIES = 10, PAUSE = 100 /* ms */ };
    static const DWORD how = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
    DWORD attributes = GetFileAttributesA(to);
    bool there = attributes != INVALID_FILE_ATTRIBUTES;
    if (there && (attributes & FILE_ATTRIBUTE_READONLY) != 0) {
        errno = EACCES;
        return false;
    }
    bool done = false;
    DWORD last = 0;
    for (int i = 0; i < TRIES && !done; i++) {
        done = MoveFileExA(from, to, how) != 0;
        last = done ? 0 : GetLastError();
        bool held = last == ERROR_SHARING_VIOLATION || (last == ERROR_ACCESS_DENIED && there);
        if (!held) {
            break;
        }
        Sleep(PAUSE);
    }
    SetLastError(last == ERROR_ACCESS_DENIED && there ? ERROR_SHARING_VIOLATION : last);
    return done || failed();
}

bool system_sync_folder(const char *target) {
    (void)target; /* MOVEFILE_WRITE_THROUGH has seen to it */
    return true;
}

int system_write_error(FILE *file) {
    (void)file;
    return ENOSPC;
}
