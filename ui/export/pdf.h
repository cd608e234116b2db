/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* What all documents in PDF share. A page is A4, in points. */
#define DEM_PDF_A4_WIDTH 595.276
#define DEM_PDF_A4_HEIGHT 841.89
#define DEM_PDF_MARGIN 48.19 /* 17 mm */

/* A document that is written into @bytes, with what tells of it; each text but the title may be NULL. (transfer full) */
cairo_surface_t *dem_pdf_create (GByteArray *bytes, double width, double height, const char *title, const char *author,
                                 const char *subject);

/* Adds an entry to the outline that leads to the page which is drawn at present (from 1). Returns: the entry's number, which
 * others may have as their parent. @parent: CAIRO_PDF_OUTLINE_ROOT, or such a number */
int dem_pdf_add_outline (cairo_surface_t *surface, int parent, const char *title, guint page, double y);

/* Begins a link; ended by cairo_tag_end() with CAIRO_TAG_LINK. */
void dem_pdf_begin_link (cairo_t *cr, const char *address);

/* Ends the document. The bytes, or NULL with a sentence. Both are taken. (transfer full) */
GBytes *dem_pdf_finish (cairo_surface_t *surface, GByteArray *bytes, GError **error);

G_END_DECLS
