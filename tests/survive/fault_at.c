/* SPDX-License-Identifier: MIT */
/*
 * Runs a program and spoils one of its system calls.
 *
 *     fault_at list OUT COMMAND...       writes one line to OUT for every call: its number and name
 *     fault_at FAULT N COMMAND...        spoils the N-th one (from 0)
 *
 * FAULT is `error:E` (the call is not made and returns errno E), `full:E` (the same, and every
 * later write as well), `short` (a read or write is asked for half of its bytes), `term` (SIGTERM
 * comes during the call), `kill` (SIGKILL instead of it). Calls are counted from the program's
 * first instruction of its own, after the dynamic loader, so that only what the program can answer
 * for is spoiled. getrandom() is not counted. The name of the call that was spoiled is the last
 * line on standard error: how many come before it may differ by a few from one run to the next.
 *
 * The exit code is the program's; 128 and the signal's number when one ended it; 125 when the N-th
 * call was not reached; 126 when this program itself failed; 77 on a machine it does not know.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { UNREACHED = 125, BROKEN = 126, SKIPPED = 77 };

#if defined(__linux__) && defined(__x86_64__)
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

enum kind { FAULT_LIST, FAULT_ERROR, FAULT_FULL, FAULT_SHORT, FAULT_TERM, FAULT_KILL };

struct fault {
    enum kind kind;
    int error; /* errno to return */
    long at;   /* the call to spoil */
    FILE *out; /* where FAULT_LIST writes */
};

static const struct call {
    unsigned long long number; /* of the system call */
    const char *name;
} calls[] = {
    {SYS_read, "read"},
    {SYS_write, "write"},
    {SYS_pread64, "pread64"},
    {SYS_pwrite64, "pwrite64"},
    {SYS_writev, "writev"},
    {SYS_open, "open"},
    {SYS_openat, "openat"},
    {SYS_close, "close"},
    {SYS_stat, "stat"},
    {SYS_fstat, "fstat"},
    {SYS_lstat, "lstat"},
    {SYS_newfstatat, "newfstatat"},
    {SYS_lseek, "lseek"},
    {SYS_mmap, "mmap"},
    {SYS_mremap, "mremap"},
    {SYS_munmap, "munmap"},
    {SYS_mprotect, "mprotect"},
    {SYS_brk, "brk"},
    {SYS_ioctl, "ioctl"},
    {SYS_access, "access"},
    {SYS_dup, "dup"},
    {SYS_dup2, "dup2"},
    {SYS_fcntl, "fcntl"},
    {SYS_fsync, "fsync"},
    {SYS_rename, "rename"},
    {SYS_mkdir, "mkdir"},
    {SYS_rmdir, "rmdir"},
    {SYS_unlink, "unlink"},
    {SYS_readlink, "readlink"},
    {SYS_fchmod, "fchmod"},
    {SYS_umask, "umask"},
    {SYS_getdents64, "getdents64"},
    {SYS_rt_sigaction, "rt_sigaction"},
    {SYS_rt_sigprocmask, "rt_sigprocmask"},
    {SYS_clock_gettime, "clock_gettime"},
    {SYS_sysinfo, "sysinfo"},
    {SYS_prlimit64, "prlimit64"},
    {SYS_getcwd, "getcwd"},
    {SYS_futex, "futex"},
    {SYS_exit_group, "exit_group"},
};

static const char *call_name(unsigned long long number) {
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        if (calls[i].number == number) {
            return calls[i].name;
        }
    }
    return "other";
}

static const char *spoiled; /* the name of the call, or NULL: none yet */

static _Noreturn void broken(const char *what) {
    fprintf(stderr, "fault_at: %s: %s\n", what, strerror(errno));
    exit(BROKEN);
}

/* Where the program's own first instruction is: AT_ENTRY of its auxiliary vector. */
static unsigned long long entry_of(pid_t child) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/auxv", (int)child);
    int fd = open(path, O_RDONLY);
    Elf64_auxv_t pair;
    while (fd >= 0 && read(fd, &pair, sizeof pair) == (ssize_t)sizeof pair) {
        if (pair.a_type == AT_ENTRY) {
            close(fd);
            return pair.a_un.a_val;
        }
    }
    broken("auxv");
}

static void wait_stopped(pid_t child) {
    int status;
    if (waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status)) {
        broken("the program is gone");
    }
}

/* Lets the loader work until the program's own first instruction. */
static void run_to_entry(pid_t child) {
    void *entry = (void *)entry_of(child); // NOLINT: an address in another process
    long word = ptrace(PTRACE_PEEKTEXT, child, entry, NULL);
    ptrace(PTRACE_POKETEXT, child, entry, (void *)((word & ~0xFFL) | 0xCC)); // NOLINT: int3
    ptrace(PTRACE_CONT, child, NULL, NULL);
    wait_stopped(child);
    struct user_regs_struct regs;
    if (ptrace(PTRACE_GETREGS, child, NULL, &regs) != 0 ||
        regs.rip != (unsigned long long)(size_t)entry + 1) {
        broken("no stop at the entry");
    }
    regs.rip--;
    ptrace(PTRACE_POKETEXT, child, entry, (void *)word); // NOLINT: data, not an address
    ptrace(PTRACE_SETREGS, child, NULL, &regs);
}

static bool moves_bytes(unsigned long long number) {
    return number == SYS_read || number == SYS_write || number == SYS_pread64 ||
           number == SYS_pwrite64;
}

/* At the entry of call n. True when it does not return what the kernel says, but the fault's error.
 */
static bool spoil(pid_t child, const struct fault *fault, long n, struct user_regs_struct *regs) {
    bool later = fault->kind == FAULT_FULL && n > fault->at && regs->orig_rax == SYS_write &&
                 regs->rdi != STDERR_FILENO;
    if (fault->kind == FAULT_LIST) {
        fprintf(fault->out, "%ld %s\n", n, call_name(regs->orig_rax));
    }
    if (n != fault->at && !later) {
        return false;
    }
    spoiled = n == fault->at ? call_name(regs->orig_rax) : spoiled;
    if (fault->kind == FAULT_KILL || fault->kind == FAULT_TERM) {
        kill(child, fault->kind == FAULT_KILL ? SIGKILL : SIGTERM);
        return false;
    }
    if (fault->kind == FAULT_SHORT) {
        if (moves_bytes(regs->orig_rax) && regs->rdx > 1) {
            regs->rdx /= 2;
            ptrace(PTRACE_SETREGS, child, NULL, regs);
        }
        return false;
    }
    if (regs->orig_rax == SYS_brk) { /* fails by leaving the end where it is, not with an error */
        regs->rdi = 0;
        ptrace(PTRACE_SETREGS, child, NULL, regs);
        return false;
    }
    regs->orig_rax = (unsigned long long)-1;
    ptrace(PTRACE_SETREGS, child, NULL, regs);
    return true;
}

/* Goes through the program's calls to its end; its exit code. */
static int follow(pid_t child, const struct fault *fault) {
    long n = 0;
    bool inside = false;                 /* between the entry and the exit of a call */
    bool replaced = false;               /* that call */
    struct user_regs_struct asked = {0}; /* its registers, before they were spoiled */
    for (int signal = 0;;) {
        int status;
        struct user_regs_struct regs;
        ptrace(PTRACE_SYSCALL, child, NULL, (void *)(size_t)signal); // NOLINT: a number
        if (waitpid(child, &status, 0) < 0) {
            broken("waitpid");
        }
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            return fault->kind != FAULT_LIST && n <= fault->at ? UNREACHED : code;
        }
        signal = WSTOPSIG(status) == (SIGTRAP | 0x80) ? 0 : WSTOPSIG(status);
        if (signal != 0 || ptrace(PTRACE_GETREGS, child, NULL, &regs) != 0) {
            continue;
        }
        inside = !inside;
        if (regs.orig_rax == SYS_getrandom) { /* drawn anew by chance, so it cannot be counted */
            continue;
        }
        if (inside) {
            asked = regs;
            replaced = spoil(child, fault, n++, &regs);
        } else if (regs.rdi != asked.rdi || regs.rdx != asked.rdx || replaced) {
            regs.rdi = asked.rdi; /* the program keeps values in them */
            regs.rdx = asked.rdx;
            regs.rax = replaced ? (unsigned long long)-fault->error : regs.rax;
            ptrace(PTRACE_SETREGS, child, NULL, &regs);
        }
    }
}

static bool fault_of(const char *word, const char *which, struct fault *fault) {
    const char *colon = strchr(word, ':');
    *fault = (struct fault){.at = strtol(which, NULL, 10)};
    if (colon != NULL) {
        fault->error = (int)strtol(colon + 1, NULL, 10);
        fault->kind = word[0] == 'f' ? FAULT_FULL : FAULT_ERROR;
    } else if (strcmp(word, "list") == 0) {
        *fault = (struct fault){.kind = FAULT_LIST, .at = -1, .out = fopen(which, "we")};
        return fault->out != NULL;
    } else {
        fault->kind = word[0] == 's' ? FAULT_SHORT : word[0] == 't' ? FAULT_TERM : FAULT_KILL;
        return true;
    }
    return fault->error > 0;
}

int main(int argc, char *argv[]) {
    struct fault fault;
    if (argc < 4 || !fault_of(argv[1], argv[2], &fault)) {
        fprintf(stderr, "fault_at list OUT|error:E N|full:E N|short N|term N|kill N COMMAND...\n");
        return BROKEN;
    }
    pid_t child = fork();
    if (child == 0) {
        personality(ADDR_NO_RANDOMIZE); /* else the number of calls for memory differs each time */
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        execv(argv[3], argv + 3);
        _exit(BROKEN);
    }
    if (child < 0) {
        broken("fork");
    }
    wait_stopped(child); /* after execv */
    ptrace(PTRACE_SETOPTIONS, child, NULL, (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL));
    run_to_entry(child);
    int code = follow(child, &fault);
    if (fault.out != NULL && fclose(fault.out) != 0) {
        broken("the list");
    }
    if (spoiled != NULL) {
        fprintf(stderr, "%s\n", spoiled);
    }
    return code;
}

#else

int main(void) {
    return SKIPPED;
}
#endif
