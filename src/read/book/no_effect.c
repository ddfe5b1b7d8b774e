/* SPDX-License-Identifier: MIT */
/* Finds keys that say nothing where they stand: the pace of what is not paced. */
#include "sections.h"

/* Flows and means that accumulate are paced, stocks when asked. */
static bool may_be_paced(const struct indicator *indicator) {
    return !indicator_is_level(indicator) || indicator->kind == KIND_STOCK;
}

void check_pace(struct loader *loader, const struct indicator *indicator, const struct node *pace,
                enum pace value, const struct node *milestones) {
    const char *kind = indicator_kind_key(indicator->kind);
    const struct node *const keys[] = {pace, milestones};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !may_be_paced(indicator); i++) {
        if (keys[i] != NULL) {
            FIND(loader->findings, MSG_PACE_UNUSED, keys[i]->key_place, node_key(keys[i]), kind);
        }
    }
    if (pace != NULL && milestones != NULL && may_be_paced(indicator)) {
        FIND(loader->findings, MSG_PACE_BESIDE, pace->key_place, NULL);
    }
    if (pace != NULL && value == PACE_LAST_YEAR && indicator->kind == KIND_STOCK) {
        FIND(loader->findings, MSG_SEASON_UNUSED, pace->key_place, kind);
    }
}
