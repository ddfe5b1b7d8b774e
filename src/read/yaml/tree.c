/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "encoding.h"
#include "mem.h"
#include "nodes.h"
#include "parse_error.h"
#include "text.h"

enum {
    MOST_DEEP = 64,   /* collections inside each other */
    MOST_PATCHES = 20 /* mistakes patched in one file */
};

/* A collection that is open. */
struct open_node {
    struct node *node;      /* the collection; not reachable from the root when it was refused */
    struct node **link;     /* where its next child goes */
    struct key *above;      /* the nearest key above it, or NULL */
    struct key **guess;     /* where the next key is guessed */
    struct key *key;        /* the key that was read, or NULL: it was refused */
    struct place key_place; /* of that key */
    uint32_t key_from;      /* its first byte, where extents are kept */
    bool keyed;             /* a key was read, its value comes next */
};

/* The last scalar: errors of YAML often are about it. */
struct last_scalar {
    size_t from; /* code points before its first character */
    size_t to;   /* one past its last character */
    bool quoted; /* in quotes or a block */
};

struct builder {
    struct tree *tree;
    struct keys *keys;
    const struct sources *sources;
    struct findings *findings;
    struct lines lines;
    bool extents;  /* those of the nodes are kept */
    bool marked;   /* libyaml counts this text's lines as an editor does */
    bool escaped;  /* there may be escapes in it, as "\x1B" */
    bool hashed;   /* there may be scalars cut off by a # */
    size_t before; /* findings of other files */
    size_t kept;   /* findings that stay when the file is read again */
    char *copy;    /* the text with patches in it, or NULL: none needed yet */
    struct patch patches[MOST_PATCHES];
    size_t patched;           /* how many of them */
    bool guessed;             /* a patch may have changed the meaning */
    bool aliased;             /* an anchor or alias was named already */
    bool broken;              /* the tree must not be used */
    size_t documents;         /* begun so far */
    size_t depth;             /* frames open */
    struct open_node *frames; /* MOST_DEEP of them */
    struct last_scalar last;
};

/* ---- places ---- */

/* Does libyaml see the lines that an editor sees? It also ends them at U+0085, U+2028, U+2029. */
static bool lines_agree(const char *text, size_t n) {
    const char *end = text + n;
    for (const char *at = text; (at = memchr(at, 0xE2, (size_t)(end - at))) != NULL; at++) {
        if (strncmp(at, "\xE2\x80\xA8", 3) == 0 || strncmp(at, "\xE2\x80\xA9", 3) == 0) {
            return false;
        }
    }
    for (const char *at = text; (at = memchr(at, 0xC2, (size_t)(end - at))) != NULL; at++) {
        if (strncmp(at, "\xC2\x85", 2) == 0) {
            return false;
        }
    }
    return true;
}

/* The characters between two marks; on one line libyaml has counted them already. */
static struct place place_of(struct builder *b, const yaml_mark_t *from, const yaml_mark_t *to) {
    if (!b->marked || from->line != to->line || to->index <= from->index) {
        return lines_place(&b->lines, from->index, to->index);
    }
    return (struct place){b->lines.file, (uint32_t)from->line + 1, (uint32_t)from->column + 1,
                          (uint32_t)to->column + 1};
}

/* Keeps where the newest node stands: the characters from .. to - 1. Before it is attached. */
static void keep_extent(struct builder *b, size_t from, size_t to) {
    if (!b->extents) {
        return;
    }
    const struct open_node *frame = b->depth > 0 ? &b->frames[b->depth - 1] : NULL;
    struct extent *extent = &arrlast(b->tree->extents)[b->tree->used - 1];
    extent->from = (uint32_t)lines_byte(&b->lines, from);
    extent->to = (uint32_t)lines_byte(&b->lines, to);
    extent->key = frame != NULL && frame->keyed ? frame->key_from : extent->from;
}

/* A collection ends where its bracket stands, or its last value ends. */
static void end_extent(struct builder *b, const struct node *node, const yaml_event_t *event) {
    struct extent *extent = b->extents ? node_extent(b->tree, node) : NULL;
    if (extent == NULL || event == NULL) {
        return;
    }
    if (node->flow) {
        extent->to = (uint32_t)lines_byte(&b->lines, event->end_mark.index);
    }
    for (const struct node *child = node->first; !node->flow && child != NULL;
         child = child->next) {
        extent->to = node_extent(b->tree, child)->to;
    }
}

static void link_child(struct open_node *frame, struct node *node) {
    *frame->link = node;
    frame->link = &node->next;
}

/* Puts a value under the key that was read before it, unless one of them was refused. */
static void attach_pair(struct open_node *frame, struct node *node) {
    frame->keyed = false;
    if (frame->key != NULL) {
        node->key = frame->key;
        node->key_place = frame->key_place;
        link_child(frame, node);
    }
}

/* Takes every child out of a mapping whose key stood there before. Done when it is complete, as
 * the mappings inside it are by then: a key remembers one mapping at a time. */
static void drop_doubles(struct builder *b, struct node *mapping) {
    uint64_t here = ++b->keys->mappings;
    struct node **link = &mapping->first;
    for (struct node *child = mapping->first; child != NULL; child = child->next) {
        struct key *key = child->key;
        if (key->mapping == here) {
            FIND(b->findings, MSG_DUPLICATE_KEY, child->key_place, key->text)->related = key->place;
            *link = child->next;
        } else {
            key->mapping = here;
            key->place = child->key_place;
            link = &child->next;
        }
    }
}

/* Puts a node where it stands: at the root, under its key, or in its list. */
static void attach(struct builder *b, struct node *node) {
    if (b->depth == 0) {
        if (b->documents == 1) {
            b->tree->root = node;
        }
        return;
    }
    struct open_node *frame = &b->frames[b->depth - 1];
    if (frame->node->kind == NODE_MAPPING) {
        attach_pair(frame, node);
    } else {
        link_child(frame, node);
    }
}

/* ---- scalars ---- */

/* A patch covered the first character of a value: that one is put back. */
static void unpatch(struct builder *b, char *value, size_t from) {
    for (size_t i = 0; i < b->patched; i++) {
        if (b->patches[i].with == '_' && b->patches[i].from == lines_byte(&b->lines, from)) {
            value[0] = b->lines.text[b->patches[i].from];
        }
    }
}

/* The text of a scalar, ended by a NUL, and its length. */
struct text {
    const char *text;
    size_t length;
};

/* Text without quotes on one line is ASCII when it has as many bytes as characters, as most has. */
static bool is_ascii(const yaml_event_t *event) {
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           event->start_mark.line == event->end_mark.line &&
           event->end_mark.index - event->start_mark.index == event->data.scalar.length;
}

/* The same in NFC; a control character, which only an escape can bring, is refused. */
static struct text compose(struct builder *b, struct text raw, struct place place) {
    unsigned code = 0;
    if (b->escaped && encoding_control(raw.text, raw.length, &code) < raw.length) {
        char word[16];
        snprintf(word, sizeof word, "U+%04X", code);
        FIND(b->findings, code == 0 ? MSG_NUL : MSG_CONTROL, place, word);
        return (struct text){"", 0};
    }
    if (text_is_nfc(raw.text, raw.length)) {
        return raw;
    }
    const char *text = text_nfc(&b->tree->pool, raw.text, raw.length);
    return (struct text){text, strlen(text)};
}

/* The text of a scalar as the tree keeps it, in NFC. It may be the event's own memory. */
static struct text text_of(struct builder *b, yaml_event_t *event, struct place place) {
    char *value = (char *)event->data.scalar.value;
    struct text text = {value, event->data.scalar.length};
    if (b->patched > 0 && text.length > 0 && !b->last.quoted) {
        unpatch(b, value, b->last.from);
    }
    return is_ascii(event) ? text : compose(b, text, place);
}

static void refuse_key(struct builder *b, struct open_node *frame, struct place place) {
    FIND(b->findings, MSG_BAD_KEY, place, NULL);
    frame->key = NULL;
    frame->keyed = true;
}

static void take_key(struct builder *b, struct open_node *frame, struct text key,
                     struct place place) {
    if (key.length == 0) {
        refuse_key(b, frame, place);
        return;
    }
    frame->key = keys_of(b->keys, frame->guess, key.text, key.length);
    frame->guess = &frame->key->after;
    frame->key_place = place;
    frame->key_from = b->extents ? (uint32_t)lines_byte(&b->lines, b->last.from) : 0;
    frame->keyed = true;
}

/* `more: >6` is to YAML a block of text, indented by 6, with nothing in it. */
static void mend_sign(struct builder *b, struct node *value) {
    struct lines *lines = &b->lines;
    size_t from = lines_byte(lines, b->last.from);
    size_t digit = from + strspn(lines->text + from, ">|+-");
    if (lines->text[digit] < '0' || lines->text[digit] > '9') {
        return;
    }
    char meant[] = "{more_than: 0}";
    meant[sizeof meant - 3] = lines->text[digit];
    value->place = lines_place(lines, b->last.from, b->last.from + (digit + 1 - from));
    FIND(b->findings, MSG_BLOCK_SIGN, value->place,
         lines_word(lines, &b->tree->pool, from, digit + 1), meant);
    value->text = lines_word(lines, &b->tree->pool, digit, digit + 1);
    value->text_length = 1;
    value->quoted = false;
}

/* Keeps what a scalar is perhaps cut off from by a # behind its text, after the NUL. */
static void keep_rest(struct builder *b, struct node *node) {
    const struct place *place = &node->place;
    size_t n = node->text_length;
    if (node->quoted || place->end_column <= place->column ||
        place->end_column - place->column != text_length(node->text, n)) {
        return;
    }
    size_t behind = 0;
    const char *rest = lines_hash(&b->lines, b->last.to, &behind);
    if (rest == NULL) {
        return;
    }
    char *both = mem_alloc(n + 1 + behind);
    memcpy(both, node->text, n);
    memcpy(both + n + 1, rest, behind);
    node->text = pool_text(&b->tree->pool, both, n + 1 + behind);
    node->cut = true;
    mem_free(both);
}

static void take_value(struct builder *b, struct text text, struct place place, bool block) {
    struct node *node = node_new(b->tree, NODE_SCALAR, place, b->extents);
    keep_extent(b, b->last.from, b->last.to);
    node->quoted = b->last.quoted;
    node->text = pool_text(&b->tree->pool, text.text, text.length);
    node->text_length = (uint32_t)text.length;
    if (b->hashed) {
        keep_rest(b, node);
    }
    if (block && text.length == 0) {
        mend_sign(b, node);
    }
    attach(b, node);
}

/* ---- events ---- */

/* Adds a finding for the word that begins where an event does: `&name`, `*name`, `!tag`. */
static void refuse_word(struct builder *b, const yaml_event_t *event, enum message_code code) {
    size_t from = event->start_mark.index;
    size_t byte = lines_byte(&b->lines, from);
    size_t end = byte;
    while (end < b->lines.size && strchr(" \t\r\n,", b->lines.text[end]) == NULL) {
        end++;
    }
    const char *word = lines_word(&b->lines, &b->tree->pool, byte, end);
    FIND(b->findings, code, lines_place(&b->lines, from, from + text_length(word, strlen(word))),
         word);
}

static void name_alias(struct builder *b, const yaml_event_t *event, const yaml_char_t *name) {
    if (name != NULL && !b->aliased) {
        b->aliased = true;
        refuse_word(b, event, MSG_ALIAS);
    }
}

static void name_tag(struct builder *b, const yaml_event_t *event, const yaml_char_t *tag) {
    if (tag != NULL) {
        refuse_word(b, event, MSG_TAG);
    }
}

/* The open mapping that waits for a key, or NULL. */
static struct open_node *key_wanted(struct builder *b) {
    struct open_node *frame = b->depth > 0 ? &b->frames[b->depth - 1] : NULL;
    bool wanted = frame != NULL && frame->node->kind == NODE_MAPPING && !frame->keyed;
    return wanted ? frame : NULL;
}

static void on_scalar(struct builder *b, yaml_event_t *event) {
    struct open_node *keyed = key_wanted(b);
    name_alias(b, event, event->data.scalar.anchor);
    name_tag(b, event, event->data.scalar.tag);
    yaml_scalar_style_t style = event->data.scalar.style;
    struct place place = place_of(b, &event->start_mark, &event->end_mark);
    b->last = (struct last_scalar){event->start_mark.index, event->end_mark.index,
                                   style != YAML_PLAIN_SCALAR_STYLE};
    struct text text = text_of(b, event, place);
    if (keyed != NULL) {
        take_key(b, keyed, text, place);
    } else {
        bool block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
        take_value(b, text, place, block);
    }
}

static void on_alias(struct builder *b, yaml_event_t *event) {
    struct open_node *keyed = key_wanted(b);
    name_alias(b, event, event->data.alias.anchor);
    b->broken = true; /* what it stands for is not known */
    if (b->depth > 0) {
        b->frames[b->depth - 1].keyed = keyed != NULL;
        b->frames[b->depth - 1].key = NULL;
    }
}

/* Guesses the first key of what is being opened by the key above it. */
static struct open_node open_frame(struct builder *b, struct node *node) {
    const struct open_node *outer = b->depth > 0 ? &b->frames[b->depth - 1] : NULL;
    struct key *above = outer == NULL ? NULL : outer->keyed ? outer->key : outer->above;
    return (struct open_node){
        .node = node,
        .link = &node->first,
        .above = above,
        .guess = above != NULL ? &above->inside : &b->keys->inside,
    };
}

static void on_open(struct builder *b, yaml_event_t *event, enum node_kind kind, bool flow) {
    yaml_mark_t past = event->start_mark; /* of its first character */
    past.index++;
    past.column++;
    struct place place = place_of(b, &event->start_mark, &past);
    struct open_node *keyed = key_wanted(b);
    struct node *node = node_new(b->tree, kind, place, b->extents);
    keep_extent(b, event->start_mark.index, event->end_mark.index);
    struct open_node frame = open_frame(b, node);
    node->flow = flow;
    if (keyed != NULL) {
        refuse_key(b, keyed, place);
    } else {
        attach(b, node);
    }
    if (b->depth == MOST_DEEP) {
        FIND(b->findings, MSG_TOO_DEEP, place, NULL);
        b->broken = true;
        return;
    }
    b->frames[b->depth++] = frame;
}

static void on_close(struct builder *b, const yaml_event_t *event) {
    struct node *node = b->frames[--b->depth].node;
    end_extent(b, node, event);
    if (node->kind == NODE_MAPPING) {
        drop_doubles(b, node);
    }
}

static void on_document(struct builder *b, yaml_event_t *event) {
    if (++b->documents == 2) {
        size_t at = event->start_mark.index;
        FIND(b->findings, MSG_MANY_DOCUMENTS, lines_place(&b->lines, at, at + 3), NULL);
    }
}

static void on_event(struct builder *b, yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        on_scalar(b, event);
        break;
    case YAML_ALIAS_EVENT:
        on_alias(b, event);
        break;
    case YAML_MAPPING_START_EVENT:
        name_alias(b, event, event->data.mapping_start.anchor);
        name_tag(b, event, event->data.mapping_start.tag);
        on_open(b, event, NODE_MAPPING, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        break;
    case YAML_SEQUENCE_START_EVENT:
        name_alias(b, event, event->data.sequence_start.anchor);
        name_tag(b, event, event->data.sequence_start.tag);
        on_open(b, event, NODE_LIST, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        on_close(b, event);
        break;
    case YAML_DOCUMENT_START_EVENT:
        on_document(b, event);
        break;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        break;
    }
}

/* ---- the file ---- */

/* Applies a patch to a copy of the text, together with one for every line of blanks and tabs. */
static void apply(struct builder *b, struct patch patch) {
    if (b->copy == NULL) {
        b->copy = mem_alloc(b->lines.size + 1);
        memcpy(b->copy, b->lines.text, b->lines.size);
    }
    for (size_t i = 0; i < b->lines.size; i++) {
        size_t end = i;
        while (b->copy[end] == ' ' || b->copy[end] == '\t') {
            end++;
        }
        if (end > i && (b->copy[end] == '\n' || b->copy[end] == '\r')) {
            memset(b->copy + i, ' ', end - i);
        }
        i = lines_end(&b->lines, end);
    }
    memset(b->copy + patch.from, patch.with, patch.n);
    b->patches[b->patched++] = patch;
    b->marked = false;
    b->guessed = b->guessed || patch.guessed;
}

/* True when the file is text. Else the finding that it is not replaces all others of the file. */
static bool is_text(struct builder *b) {
    if (encoding_check(b->sources, b->lines.file, b->findings)) {
        return true;
    }
    struct finding found = arrlast(b->findings->items);
    arrsetlen(b->findings->items, b->before);
    arrput(b->findings->items, found);
    b->broken = true;
    return false;
}

/* Reports what libyaml refused; true when the file is to be read again with a patch. */
static bool complain(struct builder *b, const yaml_parser_t *parser) {
    if (b->patched == 0 && !is_text(b)) {
        return false;
    }
    struct parse_error parse_error = {
        .context = parser->context != NULL ? parser->context : "",
        .problem = parser->problem != NULL ? parser->problem : "",
        .context_at = parser->context_mark.index,
        .at = parser->problem_mark.index,
        .text_from = b->last.from,
        .text_to = b->last.to,
        .text_quoted = b->last.quoted,
    };
    size_t before = arrlenu(b->findings->items);
    bool guessed = b->guessed;
    struct patch patch = parse_error_report(&parse_error, &b->lines, b->findings);
    bool added = arrlenu(b->findings->items) > before;
    struct finding found = added ? arrlast(b->findings->items) : (struct finding){0};
    bool again =
        (added && found.code == MSG_ALIAS && b->aliased) || (guessed && found.code != MSG_TAB);
    if (added && again) { /* said already, or follows from a tab read over */
        arrsetlen(b->findings->items, before);
        added = false;
    }
    b->broken = patch.n == 0 || b->patched == MOST_PATCHES || again;
    if (b->broken) {
        return false;
    }
    arrsetlen(b->findings->items, b->kept);
    if (added) {
        arrput(b->findings->items, found);
        b->kept++;
    }
    apply(b, patch);
    return true;
}

static void start_over(struct builder *b) {
    b->depth = 0;
    tree_clear(b->tree);
    b->documents = 0;
    b->aliased = false;
    b->last = (struct last_scalar){0};
}

/* One pass over the text; true when it is to be read again with a patch. */
static bool read_once(struct builder *b) {
    yaml_parser_t parser;
    bool again = false;
    bool done = false;
    bool too_deep = false;
    start_over(b);
    if (yaml_parser_initialize(&parser) == 0) {
        mem_exhausted();
    }
    const char *text = b->copy != NULL ? b->copy : b->lines.text;
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, b->lines.size);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    while (!done) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            if (parser.error == YAML_MEMORY_ERROR || parser.problem == NULL) {
                mem_exhausted(); /* an error of the system, not of the file */
            }
            again = complain(b, &parser);
            break;
        }
        on_event(b, &event);
        too_deep = b->broken && b->depth == MOST_DEEP;
        done = event.type == YAML_STREAM_END_EVENT || too_deep;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (too_deep) {
        is_text(b);
    }
    return again;
}

static bool is_empty(const struct node *root) {
    return root == NULL || (root->kind == NODE_SCALAR && !root->quoted && root->text_length == 0);
}

static void read_tree(struct tree *tree, struct keys *keys, const struct sources *sources,
                      int32_t file, bool extents, struct findings *findings) {
    *tree = (struct tree){0};
    struct open_node frames[MOST_DEEP];
    struct builder b = {
        .tree = tree,
        .keys = keys,
        .sources = sources,
        .findings = findings,
        .before = arrlenu(findings->items),
        .kept = arrlenu(findings->items),
        .frames = frames,
        .extents = extents,
    };
    lines_init(&b.lines, sources, file);
    b.marked = lines_agree(b.lines.text, b.lines.size);
    b.hashed = lines_have_hash(&b.lines);
    b.escaped = memchr(b.lines.text, '\\', b.lines.size) != NULL;
    /* libyaml refuses most of what is no text: encoding_check() is asked only about what passes
     * there, and where libyaml stopped early. */
    if (encoding_doubtful(sources, file) && !is_text(&b)) {
        return;
    }
    while (read_once(&b)) {
    }
    while (b.depth > 0) {
        on_close(&b, NULL);
    }
    if (!b.broken && is_empty(tree->root)) {
        FIND(findings, MSG_NO_CONTENT, ((struct place){file, 1, 1, 0}), NULL);
        tree->root = NULL;
    }
    if (b.broken || b.guessed) {
        tree->root = NULL;
    }
    lines_clear(&b.lines);
    mem_free(b.copy);
}

void tree_read(struct tree *tree, struct keys *keys, const struct sources *sources, int32_t file,
               struct findings *findings) {
    read_tree(tree, keys, sources, file, false, findings);
}

void tree_read_extents(struct tree *tree, struct keys *keys, const struct sources *sources,
                       int32_t file, struct findings *findings) {
    read_tree(tree, keys, sources, file, true, findings);
}
