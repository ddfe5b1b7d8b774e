/* SPDX-License-Identifier: MIT */
/*
 * Finds cycles in references such as "is a member of": one finding for each edge that closes one;
 * and chains of more than GRAPH_LEVELS, so that whoever follows them may do so by recursion. Takes
 * linear time and none itself.
 */
#ifndef TIENDO_CYCLES_H
#define TIENDO_CYCLES_H

#include <stdint.h>

#include "finding.h"

enum { GRAPH_LEVELS = 16 };

struct graph_node {
    const char *name;   /* for the message */
    struct place place; /* where to point */
    int32_t first;      /* index into ends of its first edge */
};

/* A directed graph, filled node by node. Zero-initialised is empty. */
struct graph {
    struct graph_node *nodes; /* stb_ds array */
    int32_t *ends;            /* stb_ds array: the node each edge leads to; negative: none */
};

/* The edge-th edge of a node, in the order in which they were added. */
struct graph_edge_at {
    int32_t node; /* where it begins */
    int32_t edge; /* counted from 0 in this node */
};

/* Adds the next node, then its edges; their ends may be nodes still to come. */
void graph_node(struct graph *graph, const char *name, struct place place);
void graph_edge(struct graph *graph, int32_t end);

/* Adds MSG_CYCLE findings, and MSG_TOO_MANY_LEVELS; returns the edges that close a cycle or lead
 * too deep (without them there is none), a stb_ds array for the caller to free. */
struct graph_edge_at *graph_cycles(const struct graph *graph, struct findings *findings);

void graph_clear(struct graph *graph);

#endif
