/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/* How much room the mark of notes takes from the label of a pair or a phase; 0 without notes. */
double dem_timeline_notes_get_width (const DemTimelineContext *context, DemRef ref);

/* The spans of time that are written about: a veil, and a bracket on the axis. */
void dem_timeline_notes_draw_spans (const DemTimelineContext *context, const DemTimelinePainter *painter);

/* Where the marks stand: at the ends of labels and of bands, beside the names of pairs, and where the spans begin.
 * @items: (element-type DemMark): of the scene, mirrored as it is
 * @spots: (element-type DemNoteSpot): appended to */
void dem_timeline_notes_place (const DemTimelineContext *context, const DemMark *items, guint n_items, gboolean mirrored,
                               PangoContext *pango, GArray *spots);

G_END_DECLS
