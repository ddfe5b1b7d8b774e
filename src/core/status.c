#include "status.h"

/* From the best verdict to the worst; statuses without a verdict are best, so that the other end
 * of an interval decides. */
static const int badness[STATUS_COUNT] = {
    [STATUS_EXCEEDED] = 1, [STATUS_MET] = 2,     [STATUS_ON_TRACK] = 3, [STATUS_WITHIN] = 4,
    [STATUS_SLIPPING] = 5, [STATUS_NOT_YET] = 6, [STATUS_BEHIND] = 7,   [STATUS_MISSED] = 8,
};

enum status status_worse(enum status a, enum status b) {
    return badness[b] > badness[a] ? b : a;
}
