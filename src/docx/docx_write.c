/* SPDX-License-Identifier: MIT */
#include "docx_write.h"

#include <assert.h>
#include <string.h>

#include "mem.h"
#include "package_write.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_XMLNS "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* The parts that say nothing of the report; ECMA-376, part 2 and part 1, section 11. */
static const char content_types[] =
    XML "<Types xmlns=\"" PACKAGE "content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
        "relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/"
        "vnd.openxmlformats-package.core-properties+xml\"/>"
        "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";

static const char package_rels[] =
    XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" "
        "Target=\"word/document.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/extended-properties\" "
        "Target=\"docProps/app.xml\"/></Relationships>";

static const char document_rels[] =
    XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/styles\" "
        "Target=\"styles.xml\"/></Relationships>";

static const char app_properties[] =
    XML "<Properties xmlns=\"" OFFICE "extended-properties\"><Application>tiendo</Application>"
        "</Properties>";

/* Sizes are half points, distances twentieths of a point: Times New Roman 14, 6 points behind a
 * paragraph, its first line 1.27 cm in. */
static const char styles_begin[] =
    XML "<w:styles " WORD_XMLNS "><w:docDefaults><w:rPrDefault><w:rPr>"
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New "
        "Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang "
        "w:val=\"";
static const char styles_end[] =
    "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"288\" "
    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/>"
    "<w:spacing w:before=\"360\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
    "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/>"
    "<w:spacing w:before=\"180\"/><w:outlineLvl w:val=\"1\"/></w:pPr>"
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:ind w:firstLine=\"720\"/><w:jc "
    "w:val=\"both\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/>"
    "<w:basedOn w:val=\"BodyText\"/><w:qFormat/></w:style></w:styles>";

/* A4, margins of 2 cm at the top and bottom, 3 at the left, 1.5 at the right. */
static const char document_end[] =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"851\" "
    "w:bottom=\"1134\" w:left=\"1701\" w:header=\"709\" w:footer=\"709\" "
    "w:gutter=\"0\"/></w:sectPr></w:body></w:document>";

/* How a kind of block is set. */
static const struct {
    const char *style;
    const char *before;
} settings[] = {
    [PROSE_TITLE] = {"Heading1", ""},
    [PROSE_HEADING] = {"Heading2", ""},
    [PROSE_PARAGRAPH] = {"BodyText", ""},
    [PROSE_ITEM] = {"ListBullet", "- "},
};
static_assert(sizeof settings / sizeof *settings == PROSE_ITEM + 1, "a setting for each");

static const char *const language_tags[] = {[LANG_VI] = "vi-VN", [LANG_EN] = "en-GB"};
static_assert(sizeof language_tags / sizeof *language_tags == LANG_COUNT, "a tag for each");

static void put_document(struct buffer *out, const struct prose *prose) {
    buffer_text(out, XML "<w:document " WORD_XMLNS "><w:body>");
    for (size_t i = 0; i < arrlenu(prose->items); i++) {
        const struct prose_block *block = &prose->items[i];
        buffer_format(out,
                      "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t xml:space=\"%s\">%s",
                      settings[block->kind].style, "preserve", settings[block->kind].before);
        xml_put(out, block->text, strlen(block->text));
        buffer_text(out, "</w:t></w:r></w:p>");
    }
    buffer_text(out, document_end);
}

static void put_core(struct buffer *out, const struct prose *prose) {
    const char *title = arrlen(prose->items) > 0 ? prose->items[0].text : "";
    buffer_text(out, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    xml_put(out, title, strlen(title));
    buffer_text(out, "</dc:title><dc:creator>tiendo</dc:creator></cp:coreProperties>");
}

bool docx_write(const char *path, const struct prose *prose, enum language lang,
                struct write_failure *failure) {
    enum { TYPES, RELS, DOCUMENT, DOCUMENT_RELS, STYLES, CORE, APP, PARTS };
    struct new_part parts[] = {
        [TYPES] = {.name = "[Content_Types].xml"},
        [RELS] = {.name = "_rels/.rels"},
        [DOCUMENT] = {.name = "word/document.xml"},
        [DOCUMENT_RELS] = {.name = "word/_rels/document.xml.rels"},
        [STYLES] = {.name = "word/styles.xml"},
        [CORE] = {.name = "docProps/core.xml"},
        [APP] = {.name = "docProps/app.xml"},
    };
    static_assert(sizeof parts / sizeof *parts == PARTS, "a row for each");
    buffer_text(&parts[TYPES].text, content_types);
    buffer_text(&parts[RELS].text, package_rels);
    put_document(&parts[DOCUMENT].text, prose);
    buffer_text(&parts[DOCUMENT_RELS].text, document_rels);
    buffer_format(&parts[STYLES].text, "%s%s%s", styles_begin, language_tags[lang], styles_end);
    put_core(&parts[CORE].text, prose);
    buffer_text(&parts[APP].text, app_properties);
    bool done = package_write(path, parts, PARTS, failure);
    for (int i = 0; i < PARTS; i++) {
        buffer_clear(&parts[i].text);
    }
    return done;
}
