/* SPDX-License-Identifier: MIT */
#include "cycles.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "buffer.h"
#include "mem.h"

enum {
    NAMES_SHOWN = 12, /* of a long cycle */
    NUMBER_TEXT = 12
};

enum colour { UNSEEN, ON_THE_WAY, DONE };

/* A depth-first walk over the whole graph. */
struct cycle_walk {
    const struct graph *graph;
    int32_t *stack;        /* the way from a start to where it is now */
    int32_t *position;     /* by node: its index on the stack, while on the way */
    int32_t *next;         /* by node: its next edge to look at */
    unsigned char *colour; /* by node: enum colour */
    int *levels;           /* by node: how many there are from it on, once done */
    bool told;             /* that they are too many */
};

void graph_node(struct graph *graph, const char *name, struct place place) {
    struct graph_node node = {name, place, (int32_t)arrlen(graph->ends)};
    arrput(graph->nodes, node);
}

void graph_edge(struct graph *graph, int32_t end) {
    arrput(graph->ends, end);
}

void graph_clear(struct graph *graph) {
    arrfree(graph->nodes);
    arrfree(graph->ends);
}

static int32_t last_edge(const struct graph *graph, int32_t node) {
    bool last = node + 1 == (int32_t)arrlen(graph->nodes);
    return last ? (int32_t)arrlen(graph->ends) : graph->nodes[node + 1].first;
}

/* a → b → a: the way from a node that was met again. */
static void report(const struct cycle_walk *walk, int32_t met, struct findings *findings) {
    const struct graph *graph = walk->graph;
    struct buffer words = {0};
    ptrdiff_t from = walk->position[met];
    for (ptrdiff_t i = from; i < arrlen(walk->stack); i++) {
        if (i - from == NAMES_SHOWN) {
            buffer_text(&words, "… → ");
            break;
        }
        buffer_text(&words, graph->nodes[walk->stack[i]].name);
        buffer_text(&words, " → ");
    }
    buffer_text(&words, graph->nodes[met].name);
    buffer_put(&words, "", 1);
    FIND(findings, MSG_CYCLE, graph->nodes[met].place, words.text);
    buffer_clear(&words);
}

/* The edge leads to a node below which there are as many levels as may be. */
static void report_depth(struct cycle_walk *walk, int32_t node, struct findings *findings) {
    char most[NUMBER_TEXT];
    snprintf(most, sizeof most, "%d", GRAPH_LEVELS);
    if (!walk->told) {
        FIND(findings, MSG_TOO_MANY_LEVELS, walk->graph->nodes[node].place,
             walk->graph->nodes[node].name, most);
    }
    walk->told = true;
}

/* Once all below it is done; an edge that leads too deep is given up. */
static void leave(struct cycle_walk *walk, int32_t node, struct findings *findings,
                  struct graph_edge_at **closing) {
    int below = 0;
    int32_t first = walk->graph->nodes[node].first;
    for (int32_t edge = first; edge < last_edge(walk->graph, node); edge++) {
        int32_t end = walk->graph->ends[edge];
        bool done = end >= 0 && walk->colour[end] == DONE;
        if (done && walk->levels[end] == GRAPH_LEVELS) {
            struct graph_edge_at at = {node, edge - first};
            report_depth(walk, node, findings);
            arrput(*closing, at);
        } else if (done && walk->levels[end] > below) {
            below = walk->levels[end];
        }
    }
    walk->levels[node] = below + 1;
    walk->colour[node] = DONE;
    arrsetlen(walk->stack, arrlenu(walk->stack) - 1);
}

static void enter(struct cycle_walk *walk, int32_t node) {
    walk->colour[node] = ON_THE_WAY;
    walk->position[node] = (int32_t)arrlen(walk->stack);
    walk->next[node] = walk->graph->nodes[node].first;
    arrput(walk->stack, node);
}

static void walk_from(struct cycle_walk *walk, int32_t start, struct findings *findings,
                      struct graph_edge_at **closing) {
    const struct graph *graph = walk->graph;
    enter(walk, start);
    while (arrlen(walk->stack) > 0) {
        int32_t node = arrlast(walk->stack);
        if (walk->next[node] == last_edge(graph, node)) {
            leave(walk, node, findings, closing);
            continue;
        }
        int32_t edge = walk->next[node]++;
        int32_t end = graph->ends[edge];
        if (end >= 0 && walk->colour[end] == UNSEEN) {
            enter(walk, end);
        } else if (end >= 0 && walk->colour[end] == ON_THE_WAY) {
            struct graph_edge_at at = {node, edge - graph->nodes[node].first};
            report(walk, end, findings);
            arrput(*closing, at);
        }
    }
}

struct graph_edge_at *graph_cycles(const struct graph *graph, struct findings *findings) {
    size_t n = arrlenu(graph->nodes);
    struct graph_edge_at *closing = NULL;
    struct cycle_walk walk = {
        .graph = graph,
        .position = mem_alloc(n * sizeof(int32_t)),
        .next = mem_alloc(n * sizeof(int32_t)),
        .colour = mem_alloc(n),
        .levels = mem_alloc(n * sizeof(int)),
    };
    for (size_t i = 0; i < n; i++) {
        if (walk.colour[i] == UNSEEN) {
            walk_from(&walk, (int32_t)i, findings, &closing);
        }
    }
    arrfree(walk.stack);
    mem_free(walk.position);
    mem_free(walk.next);
    mem_free(walk.colour);
    mem_free(walk.levels);
    return closing;
}
