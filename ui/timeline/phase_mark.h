/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/stance.h"
#include "ui/timeline/mark_form.h"
#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/* How a phase of a pair looks wherever it is drawn: a tint, and the line of its stance. */

/**
 * DemPhasePiece: a stretch of a pair's history in view.
 * @stretch: in the index
 * @x0, @x1: in pixels, no more than a little beyond the edges
 */
typedef struct
{
  guint32 stretch;
  double x0;
  double x1;
} DemPhasePiece;

/**
 * DemPhasePlace: where a piece is drawn.
 * @top, @bottom: of the tint; the same where there is none
 * @line_y: of the line
 */
typedef struct
{
  double top;
  double bottom;
  double line_y;
} DemPhasePlace;

const DemTimelineStretch *dem_phase_get_stretch (const DemTimelineContext *context, const DemPhasePiece *piece);

/* The phase itself, and how it is drawn: hypothetical where it exists in a scenario only. */
DemRef dem_phase_get_ref (const DemTimelineContext *context, const DemPhasePiece *piece);
DemStance dem_phase_get_stance (const DemTimelineContext *context, const DemPhasePiece *piece);

/* Its label, with a mark where its date is uncertain. (transfer full) */
char *dem_phase_dup_text (const DemTimelineContext *context, const DemPhasePiece *piece);

/* Where the future begins, in pixels, far outside too. */
double dem_phase_today_x (const DemTimelineContext *context);

/* Draws a piece, faint beyond today, weak where it has nothing to do with the selection. */
void dem_phase_draw (const DemTimelinePainter *painter, const DemPhasePiece *piece, const DemPhasePlace *place);

G_END_DECLS
