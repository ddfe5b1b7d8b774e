/* SPDX-License-Identifier: MIT */
/*
 * Ends that come from outside: a key, a closed window, a limit of the system.
 */
#ifndef TIENDO_SIGNALS_H
#define TIENDO_SIGNALS_H

/* From now on a run that is interrupted (Ctrl-C, a closed terminal, kill) removes the temporary
 * file it was writing and ends by the same signal; a closed pipe and a file that grows past the
 * system's limit are failed writes, with a message and an exit code. */
void signals_prepare(void);

#endif
