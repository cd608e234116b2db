/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/briefing.h"

G_BEGIN_DECLS

/**
 * DemBriefingPdf:
 * @handout: pages to be read, a stop on each, instead of slides
 * @with_notes: with the speaker's notes
 * @with_strokes: with what was drawn over the slides
 * @dark: slides in the colours of the dark style
 *
 * How a briefing is to be written.
 */
typedef struct
{
  gboolean handout;
  gboolean with_notes;
  gboolean with_strokes;
  gboolean dark;
} DemBriefingPdf;

/**
 * dem_briefing_pdf_render:
 * @cancellable: (nullable): asked between stops
 *
 * A briefing as the bytes of a PDF: vectors, real text, an outline with its stops, title, author and subject, and the marking
 * line on every page. Slides with notes have these below the slide, on A4. A briefing without stops cannot be written. Needs no
 * display, but gtk_init_check() must have been called. (transfer full)
 */
GBytes *dem_briefing_pdf_render (DemBriefing *briefing, const DemBriefingPdf *how, GCancellable *cancellable, GError **error);

G_END_DECLS
