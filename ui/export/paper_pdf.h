/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/exchange/paper.h"
#include "app/focus/focus.h"

G_BEGIN_DECLS

/**
 * DemPaperDraw: draws the stop of a briefing, @width by @height pixels of 1/96 inch. (transfer full)
 */
typedef GskRenderNode *(*DemPaperDraw) (const DemBlock *block, double width, double height, gpointer data);

/**
 * dem_paper_pdf_render:
 * @focus: with the dossier: what its pictures show
 * @draw: (nullable): needed for a paper with stops
 * @one_page: the letters become smaller until all stands on one page, or until they could not be read
 *
 * A paper as the bytes of a PDF: A4, real text, an outline of its headings, links that lead somewhere, title, author and
 * subject, and on every page the marking line and which of how many it is. Needs no display, but gtk_init_check() must have
 * been called. (transfer full)
 */
GBytes *dem_paper_pdf_render (const DemPaper *paper, DemFocus *focus, DemPaperDraw draw, gpointer data, gboolean one_page,
                              GError **error);

G_END_DECLS
