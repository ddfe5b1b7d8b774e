/* SPDX-License-Identifier: MIT */
#include "signals.h"

#include <signal.h>
#include <stddef.h>

#include "safe_file.h"

static void leave(int number) {
    safe_file_leave(); /* NOLINT(bugprone-signal-handler,cert-sig30-c): unlink() only */
    signal(number, SIG_DFL);
    raise(number);
}

/* Windows knows only some of them. */
static const int fatal[] = {
    SIGINT,
    SIGTERM,
#ifdef SIGHUP
    SIGHUP,
#endif
};

static const int ignored[] = {
#ifdef SIGPIPE
    SIGPIPE,
#endif
#ifdef SIGXFSZ
    SIGXFSZ,
#endif
    0, /* none: an array cannot be empty */
};

void signals_prepare(void) {
    for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) {
        if (signal(fatal[i], leave) == SIG_IGN) {
            signal(fatal[i], SIG_IGN); /* as nohup wants it */
        }
    }
    for (size_t i = 0; ignored[i] != 0; i++) {
        signal(ignored[i], SIG_IGN);
    }
}
