/* SPDX-License-Identifier: MIT */
/*
 * What happens when the run is ended from outside: by Ctrl-C, a closed terminal, a limit of the
 * system.
 */
#ifndef TIENDO_SIGNALS_H
#define TIENDO_SIGNALS_H

/* From now on a run that is interrupted (Ctrl-C, a closed terminal, kill) removes the temporary
 * file it was writing and ends by the same signal; a closed pipe and a file that grows past the
 * system's limit are failed writes, with a message and an exit code. */
void signals_prepare(void);

#endif
