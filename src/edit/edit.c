/* SPDX-License-Identifier: MIT */
#include "edit.h"

#include <string.h>

#include "finding.h"
#include "lines.h"
#include "mem.h"
#include "tree_change.h"

/* ---- a text ---- */

static bool has_error(const struct findings *findings) {
    return findings_count(findings, SEVERITY_ERROR) > 0;
}

bool edit_open(struct edit_text *text, const char *s, size_t n) {
    *text = (struct edit_text){0};
    struct findings findings = {0};
    char *copy = mem_alloc(n + 1);
    if (n > 0) {
        memcpy(copy, s, n);
    }
    sources_add(&text->sources, "", copy, n);
    tree_read_extents(&text->tree, &text->keys, &text->sources, 0, &findings);
    bool good = !has_error(&findings);
    findings_clear(&findings);
    if (!good) {
        edit_clear(text);
    }
    return good;
}

void edit_clear(struct edit_text *text) {
    tree_clear(&text->tree);
    keys_clear(&text->keys);
    sources_clear(&text->sources);
    pool_clear(&text->pool);
    *text = (struct edit_text){0};
}

const char *edit_bytes(const struct edit_text *text, size_t *n) {
    *n = text->sources.items[0].size;
    return text->sources.items[0].text;
}

/* ---- paths ---- */

static const struct node *child_at(const struct node *node, const struct path_step *step) {
    if (step->key != NULL) {
        return node_child(node, step->key);
    }
    const struct node *child = node->kind == NODE_LIST ? node->first : NULL;
    for (int i = 0; child != NULL && i < step->item; i++) {
        child = child->next;
    }
    return child;
}

const struct node *edit_find(const struct edit_text *text, const struct edit_path *path) {
    const struct node *node = text->tree.root;
    for (int i = 0; i < path->length && node != NULL; i++) {
        node = child_at(node, &path->steps[i]);
    }
    return node;
}

bool path_enter_key(struct edit_path *path, const char *key) {
    if (path->length == PATH_DEEP) {
        return false;
    }
    path->steps[path->length++] = (struct path_step){.key = key};
    return true;
}

bool path_enter_item(struct edit_path *path, int item) {
    if (path->length == PATH_DEEP) {
        return false;
    }
    path->steps[path->length++] = (struct path_step){.item = item};
    return true;
}

/* Looks for the value in what a node holds; the path is that of the node, longer when found. */
static bool search(struct edit_text *text, const struct node *node, // NOLINT(misc-no-recursion)
                   uint32_t line, uint32_t column, struct edit_path *path) {
    if (node->place.line == line && node->place.column == column) {
        return true;
    }
    int item = 0;
    const struct node *child = node->kind == NODE_SCALAR ? NULL : node->first;
    for (; child != NULL; child = child->next) {
        const char *key = node_key(child);
        bool entered = key != NULL ? path_enter_key(path, pool_text(&text->pool, key, strlen(key)))
                                   : path_enter_item(path, item++);
        if (entered && search(text, child, line, column, path)) {
            return true;
        }
        path->length -= entered;
    }
    return false;
}

bool edit_find_path(struct edit_text *text, uint32_t line, uint32_t column,
                    struct edit_path *path) {
    *path = (struct edit_path){.length = 0};
    return text->tree.root != NULL && search(text, text->tree.root, line, column, path);
}

/* ---- splicing ---- */

/* An edit on its way: the bytes from .. to - 1 of the text become `with`. Offsets leave the byte
 * order mark out. */
struct splice {
    struct edit_text *edited;
    const char *text; /* without the mark */
    size_t size;
    size_t mark;     /* bytes of the mark */
    const char *end; /* how the text ends its lines */
    size_t from;
    size_t to;
    struct buffer with;
};

static bool is_end(char c) {
    return c == '\n' || c == '\r';
}

static struct splice splice_begin(struct edit_text *text) {
    struct splice splice = {.edited = text, .end = "\n"};
    size_t n = 0;
    const char *bytes = edit_bytes(text, &n);
    splice.mark = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    splice.text = bytes + splice.mark;
    splice.size = n - splice.mark;
    size_t line = strcspn(splice.text, "\r\n");
    if (line < splice.size && splice.text[line] == '\r') {
        splice.end = splice.text[line + 1] == '\n' ? "\r\n" : "\r";
    }
    return splice;
}

static const struct extent *extent_of(const struct splice *splice, const struct node *node) {
    return node_extent(&splice->edited->tree, node);
}

/* The first byte of the line that holds this one. */
static size_t line_begin(const struct splice *splice, size_t at) {
    while (at > 0 && !is_end(splice->text[at - 1])) {
        at--;
    }
    return at;
}

/* The first byte of the line after the one in which a value ends there; a block scalar takes the
 * end of its line along. */
static size_t line_after(const struct splice *splice, size_t at) {
    if (at > 0 && is_end(splice->text[at - 1])) {
        return at;
    }
    while (at < splice->size && !is_end(splice->text[at])) {
        at++;
    }
    if (at + 1 < splice->size && splice->text[at] == '\r' && splice->text[at + 1] == '\n') {
        at++;
    }
    return at < splice->size ? at + 1 : at;
}

/* Characters before a byte in its line. */
static size_t column_of(const struct splice *splice, size_t at) {
    size_t column = 0;
    for (size_t i = line_begin(splice, at); i < at; i++) {
        column += ((unsigned char)splice->text[i] & 0xC0) != 0x80;
    }
    return column;
}

/* Makes the edit if the tree of the new text is what was meant; the splice is over. */
static bool splice_end(struct splice *splice, const struct tree_change *change) {
    struct buffer bytes = {0};
    struct edit_text edited;
    buffer_put(&bytes, splice->text - splice->mark, splice->mark + splice->from);
    buffer_put(&bytes, splice->with.text, arrlenu(splice->with.text));
    buffer_put(&bytes, splice->text + splice->to, splice->size - splice->to);
    bool good = edit_open(&edited, bytes.text, arrlenu(bytes.text));
    buffer_clear(&bytes);
    buffer_clear(&splice->with);
    if (!good) {
        return false;
    }
    if (!trees_agree(splice->edited->tree.root, edited.tree.root, change)) {
        edit_clear(&edited);
        return false;
    }
    edited.pool = splice->edited->pool; /* the paths in use go on */
    splice->edited->pool = (struct pool){0};
    edit_clear(splice->edited);
    *splice->edited = edited;
    return true;
}

/* ---- fragments ---- */

static bool is_plain(const char *text) {
    static const char first[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char other[] = " !\"#%&'*,:?@[]`{|}\\>";
    size_t n = strlen(text);
    if (n == 0 || strchr(first, text[0]) == NULL || text[n - 1] == ' ') {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        bool letter = ((unsigned char)text[i] & 0x80) != 0;
        if (!letter && ((unsigned char)text[i] < ' ' || text[i] == '\x7F' ||
                        (text[i] != ' ' && text[i] != '%' && strchr(other, text[i]) != NULL))) {
            return false;
        }
    }
    return true;
}

void edit_put_scalar(struct buffer *out, const char *text) {
    if (is_plain(text)) {
        buffer_text(out, text);
        return;
    }
    buffer_text(out, "\"");
    for (const char *at = text; *at != '\0'; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\') {
            buffer_format(out, "\\%c", c);
        } else if (c < ' ' || c == 0x7F) {
            buffer_format(out, "\\x%02X", c);
        } else {
            buffer_put(out, at, 1);
        }
    }
    buffer_text(out, "\"");
}

/* On one line, as it stands between brackets. */
static void put_flow(struct buffer *out, const struct node *node) { // NOLINT(misc-no-recursion)
    if (node->kind == NODE_SCALAR) {
        edit_put_scalar(out, node->text);
        return;
    }
    buffer_text(out, node->kind == NODE_LIST ? "[" : "{");
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (child->key != NULL) {
            edit_put_scalar(out, node_key(child));
            buffer_text(out, ": ");
        }
        put_flow(out, child);
        buffer_text(out, child->next != NULL ? ", " : "");
    }
    buffer_text(out, node->kind == NODE_LIST ? "]" : "}");
}

static bool has_lines(const char *fragment) {
    return strchr(fragment, '\n') != NULL;
}

/* The fragment where only one line may be. */
static void put_line(struct splice *splice, const char *fragment, const struct node *parsed) {
    if (has_lines(fragment)) {
        put_flow(&splice->with, parsed);
    } else {
        buffer_text(&splice->with, fragment);
    }
}

/* Its lines, each but perhaps the first with blanks before it, without the end of the last. */
static void put_lines(struct splice *splice, const char *fragment, size_t blanks, bool first) {
    for (const char *line = fragment; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        if (line != fragment) {
            buffer_text(&splice->with, splice->end);
        }
        if (line != fragment || first) {
            buffer_fill(&splice->with, ' ', n > 0 ? blanks : 0);
        }
        buffer_put(&splice->with, line, n);
        line += n + (line[n] == '\n');
    }
}

/* Begins a line of its own behind a value that ends at `at`; true when the line before it has no
 * end, so that this one gets none either. */
static bool begin_line(struct splice *splice, size_t at) {
    splice->from = line_after(splice, at);
    splice->to = splice->from;
    bool open = splice->from > 0 && !is_end(splice->text[splice->from - 1]);
    if (open) {
        buffer_text(&splice->with, splice->end);
    }
    return open;
}

/* ---- the edits ---- */

/* The fragment in the place of a value. */
static void replace(struct splice *splice, const struct node *node, const char *fragment,
                    const struct node *parsed) {
    const struct extent *extent = extent_of(splice, node);
    splice->from = extent->from;
    splice->to = extent->to;
    while (splice->to > splice->from && is_end(splice->text[splice->to - 1])) {
        splice->to--; /* of a block scalar */
    }
    if (splice->from == splice->to && splice->from > 0 &&
        strchr(" \t\r\n", splice->text[splice->from - 1]) == NULL) {
        buffer_text(&splice->with, " "); /* `key:` was empty */
    }
    put_line(splice, fragment, parsed);
}

static const struct node *last_child(const struct node *node) {
    const struct node *last = node->first;
    while (last != NULL && last->next != NULL) {
        last = last->next;
    }
    return last;
}

/* The fragment as the last of a collection in brackets. */
static void add_in_flow(struct splice *splice, const struct node *node, const char *key,
                        const char *fragment, const struct node *parsed) {
    const struct node *last = last_child(node);
    splice->from = last != NULL ? extent_of(splice, last)->to : extent_of(splice, node)->from + 1;
    splice->to = splice->from;
    buffer_text(&splice->with, last != NULL ? ", " : "");
    if (key != NULL) {
        edit_put_scalar(&splice->with, key);
        buffer_text(&splice->with, ": ");
    }
    if (parsed->kind == NODE_SCALAR) {
        put_flow(&splice->with, parsed);
    } else {
        put_line(splice, fragment, parsed);
    }
}

/* The fragment on lines of its own, as the last of a mapping or list in block style. */
static void add_in_block(struct splice *splice, const struct node *node, const char *key,
                         const char *fragment) {
    size_t column = column_of(splice, key != NULL ? extent_of(splice, node->first)->key
                                                  : extent_of(splice, node)->from);
    bool open = begin_line(splice, extent_of(splice, last_child(node))->to);
    buffer_fill(&splice->with, ' ', column);
    if (key == NULL) {
        buffer_text(&splice->with, "- ");
        put_lines(splice, fragment, column + 2, false);
    } else {
        edit_put_scalar(&splice->with, key);
        buffer_text(&splice->with, has_lines(fragment) ? ":" : ": ");
        buffer_text(&splice->with, has_lines(fragment) ? splice->end : "");
        put_lines(splice, fragment, column + 2, has_lines(fragment));
    }
    buffer_text(&splice->with, open ? "" : splice->end);
}

/* The first value of a text that holds none. */
static void add_first(struct splice *splice, const char *key, const char *fragment) {
    splice->from = splice->size;
    splice->to = splice->size;
    if (splice->size > 0 && !is_end(splice->text[splice->size - 1])) {
        buffer_text(&splice->with, splice->end);
    }
    edit_put_scalar(&splice->with, key);
    buffer_text(&splice->with, has_lines(fragment) ? ":" : ": ");
    buffer_text(&splice->with, has_lines(fragment) ? splice->end : "");
    put_lines(splice, fragment, 2, has_lines(fragment));
    buffer_text(&splice->with, splice->end);
}

/* The node out of its collection, of which it is not the only one. */
static void cut_out(struct splice *splice, const struct node *parent, const struct node *node) {
    const struct extent *extent = extent_of(splice, node);
    const struct node *before = NULL;
    for (const struct node *child = parent->first; child != node; child = child->next) {
        before = child;
    }
    size_t line = line_begin(splice, extent->key);
    size_t blanks = strspn(splice->text + line, " ");
    bool dash = parent->kind == NODE_LIST && splice->text[line + blanks] == '-';
    if (parent->flow && node->next == NULL) {
        splice->from = extent_of(splice, before)->to;
        splice->to = extent->to;
    } else if (parent->flow || (before == NULL && line + blanks != extent->key && !dash)) {
        splice->from = extent->key;
        splice->to = extent_of(splice, node->next)->key;
    } else {
        splice->from = line;
        splice->to = line_after(splice, extent->to);
    }
}

/* A fragment that was parsed; false when it is none. */
static bool fragment_open(struct edit_text *parsed, const char *fragment) {
    bool good = edit_open(parsed, fragment, strlen(fragment));
    if (good && parsed->tree.root == NULL) {
        edit_clear(parsed);
        good = false;
    }
    return good;
}

bool edit_set(struct edit_text *text, const struct edit_path *path, const char *fragment) {
    const struct node *node = edit_find(text, path);
    struct edit_text parsed;
    if (node == NULL || !fragment_open(&parsed, fragment)) {
        return false;
    }
    struct splice splice = splice_begin(text);
    struct tree_change change = {CHANGE_SET, path, NULL, parsed.tree.root};
    replace(&splice, node, fragment, parsed.tree.root);
    bool good = splice_end(&splice, &change);
    edit_clear(&parsed);
    return good;
}

static bool add(struct edit_text *text, const struct edit_path *path, enum node_kind kind,
                const char *key, const char *fragment) {
    const struct node *node = edit_find(text, path);
    struct edit_text parsed;
    bool empty = node == NULL && path->length == 0 && key != NULL;
    if ((node == NULL && !empty) || (node != NULL && node->kind != (uint8_t)kind) ||
        !fragment_open(&parsed, fragment)) {
        return false;
    }
    struct splice splice = splice_begin(text);
    struct tree_change change = {CHANGE_ADD, path, key, parsed.tree.root};
    if (empty) {
        add_first(&splice, key, fragment);
    } else if (node->flow) {
        add_in_flow(&splice, node, key, fragment, parsed.tree.root);
    } else {
        add_in_block(&splice, node, key, fragment);
    }
    bool good = splice_end(&splice, &change);
    edit_clear(&parsed);
    return good;
}

bool edit_add(struct edit_text *text, const struct edit_path *mapping, const char *key,
              const char *fragment) {
    return add(text, mapping, NODE_MAPPING, key, fragment);
}

bool edit_append(struct edit_text *text, const struct edit_path *list, const char *fragment) {
    return add(text, list, NODE_LIST, NULL, fragment);
}

bool edit_remove(struct edit_text *text, const struct edit_path *path) {
    const struct node *node = edit_find(text, path);
    if (node == NULL || path->length == 0) {
        return false;
    }
    struct edit_path above = *path;
    above.length--;
    const struct node *parent = edit_find(text, &above);
    struct splice splice = splice_begin(text);
    struct tree_change change = {CHANGE_REMOVE, path, NULL, NULL};
    if (parent->first == node && node->next == NULL) {
        splice.from = extent_of(&splice, parent)->from;
        splice.to = extent_of(&splice, parent)->to;
        while (splice.to > splice.from && is_end(splice.text[splice.to - 1])) {
            splice.to--;
        }
        buffer_text(&splice.with, parent->kind == NODE_LIST ? "[]" : "{}");
    } else {
        cut_out(&splice, parent, node);
    }
    return splice_end(&splice, &change);
}
