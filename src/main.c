#include <unistd.h>

#include "cli.h"
#include "command.h"
#include "mem.h"

/* Allocates nothing, so it may run when no memory is left; the language is not known here. */
static void exhausted(void) {
    static const char text[] = "tiendo: hết bộ nhớ. / out of memory.\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(EXIT_IO);
}

int main(int argc, char *argv[]) {
    mem_on_exhausted(exhausted);
    return cli_main(argc, argv);
}
