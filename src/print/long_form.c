/* SPDX-License-Identifier: MIT */
#include "long_form.h"

#include "jobs.h"
#include "mem.h"
#include "seal.h"

enum {
    SLICE_ROWS = 64,  /* of a card that has its rows: what a thread writes at a time */
    PIECES_AHEAD = 16 /* written while a nation's sums are made: 500 kB of csv, 2 MB of json */
};

struct rendering {
    const struct long_form *form;
    const struct long_report *report;
};

/* The result of a piece. */
struct rendered {
    struct buffer text;
    struct buffer lines; /* what the seal is made of, unless the card has its rows */
    size_t rows;
};

static size_t count_pieces(const struct long_report *report) {
    if (report->survey != NULL) {
        return survey_pieces(report->survey);
    }
    return (arrlenu(report->card->rows) + SLICE_ROWS - 1) / SLICE_ROWS;
}

static void render_rows(const struct rendering *rendering, const struct scorecard *card,
                        struct row_span span, struct rendered *out) {
    rendering->form->rows(&out->text, rendering->report, card, span);
    out->rows = (size_t)(span.end - span.first);
}

static void render_piece(void *context, int worker, size_t piece, void *result) {
    const struct rendering *rendering = context;
    const struct long_report *report = rendering->report;
    if (report->survey != NULL) {
        struct scorecard card;
        survey_piece(report->survey, worker, piece, &card);
        struct rendered *out = result;
        render_rows(rendering, &card, scorecard_rows_of(&card, NONE), out);
        if (rendering->form->sealed) {
            seal_lines(&out->lines, &card, scorecard_rows_of(&card, NONE));
        }
        scorecard_clear(&card);
        return;
    }
    struct row_span span = scorecard_rows_of(report->card, NONE);
    span.first = (int)piece * SLICE_ROWS;
    span.end = span.end - span.first < SLICE_ROWS ? span.end : span.first + SLICE_ROWS;
    render_rows(rendering, report->card, span, result);
}

void render_long(struct buffer *out, const struct long_form *form, const struct long_report *report,
                 int jobs, struct progress *progress) {
    struct rendering rendering = {form, report};
    struct jobs_work work = {
        .count = count_pieces(report),
        .result_size = sizeof(struct rendered),
        .ahead = PIECES_AHEAD,
        .make = render_piece,
        .context = &rendering,
    };
    size_t rows = 0;
    char text[SEAL_TEXT] = "";
    struct seal *seal = seal_begin();
    form->begin(out, report);
    struct jobs *queue = jobs_begin(&work, jobs);
    for (size_t i = 0; i < work.count; i++) {
        struct rendered piece;
        jobs_take(queue, &piece);
        buffer_text(out, rows > 0 && piece.rows > 0 ? form->between : "");
        buffer_put(out, piece.text.text, arrlenu(piece.text.text));
        seal_add(seal, &piece.lines);
        buffer_clear(&piece.text);
        buffer_clear(&piece.lines);
        rows += piece.rows;
        progress_tell(progress, WORK_ROWS_WRITTEN, rows, report->card->row_count);
    }
    jobs_end(queue);
    seal_end(seal, text);
    if (report->survey == NULL && form->sealed) {
        seal_of(report->card, scorecard_rows_of(report->card, NONE), text);
    }
    form->end(out, report, text);
}
